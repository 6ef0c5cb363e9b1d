"""Quotes within quotes, as GB/T 15834 has them: single within double, double within single."""

import re
from typing import Final

_NESTED: Final = re.compile("“[^”]*“")
_MARKS: Final = ("‘’", "“”")  # by the depth that a quote is closed at


def nested(text: str) -> str:
    """Return a sentence of ours with the right quotes where what it quotes holds quotes itself.

    A sentence whose double quotes do not pair stays as it is.
    """
    if not _NESTED.search(text):
        return text
    depth, written = 0, list[str]()
    for char in text:
        if char == "“":
            depth += 1
            written.append(_MARKS[depth % 2][0])
        elif char == "”":
            written.append(_MARKS[depth % 2][1])
            depth -= 1
        else:
            written.append(char)
        if depth < 0:
            return text
    return text if depth else "".join(written)
