"""Words of a cell that are set apart: raised or lowered as the mark of a note is, or struck out.

`80` with a small `1` above it is not 801, and a struck `9` before `80` not 980: what is set apart
goes into brackets, so that a figure beside it is read alone or not at all, and told.
"""

import re
from typing import Final

RAISED: Final = "\ue000"  # of the private use area, and only while a cell is read
STRUCK: Final = "\ue001"
END: Final = "\ue002"
PICTURE: Final = "[图片]"  # the text of a cell in which nothing but a picture stands

_APART: Final = re.compile(f"([{RAISED}{STRUCK}])([^{RAISED}{STRUCK}{END}]*){END}")
_MARKS: Final = re.compile(f"[{RAISED}{STRUCK}{END}]")


def in_brackets(text: str) -> str:
    """Return a cell's text with what is set apart in brackets; nothing is where all is raised."""
    if END not in text:
        return text
    if STRUCK in text or _APART.sub("", text).strip():
        text = _APART.sub(_bracketed, text)
    return _MARKS.sub("", text)


def _bracketed(match: re.Match[str]) -> str:
    mark, words = match.groups()
    if not words.strip():
        return words
    return f"[已划去：{words}]" if mark == STRUCK else f"[{words}]"
