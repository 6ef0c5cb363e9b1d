"""Numbers of lists that do not go on: 一是…三是…, （一）（三）."""

import re
from collections.abc import Iterator
from typing import Final

from gicapp.core.text.found import find_all
from gicapp.core.text.mistake import Mistake
from gicapp.core.text.passages import plain

_ORDINAL: Final = re.compile(
    r"(?:^|[：；。，、）\n])([一二三四五六七八九])是(?!否|不|非|一)", re.MULTILINE
)
_LINE_NUMBER: Final = re.compile(r"^（([一二三四五六七八九十])）", re.MULTILINE)
NUMERALS: Final = "一二三四五六七八九十"


def broken_lists(text: str) -> Iterator[Mistake]:
    """Yield the numbers in 一是…三是 and （一）（三） that stand twice or leave one out."""
    flat = plain(text)
    for pattern, shape in ((_ORDINAL, "{}是"), (_LINE_NUMBER, "（{}）")):
        open_lists: list[int] = []
        place = 0
        for match in find_all(pattern, flat.text):
            last = open_lists[-1] if open_lists else 0
            before, place = flat.text[place : match.start(1)], match.start(1)
            if shape.format(NUMERALS[0]) in before[1:]:  # 我局一是…: behind words, too
                open_lists.append(1)
            if not _continues(open_lists, NUMERALS.index(match[1]) + 1) and last:
                said, due = shape.format(match[1]), shape.format(NUMERALS[min(last, 9)])
                if due in before:  # it stands there, behind words instead of a sign
                    continue
                message = f"序号“{said}”与前面不连续，此处应为“{due}”，请核对。"
                yield Mistake(*flat.span(*match.span(1)), message)


def _continues(open_lists: list[int], number: int) -> bool:
    """Put a number on the list that it continues; tell whether there is one.

    A list may stand inside an item of another: 1 opens one, and going on with an outer list
    closes the inner ones. After a number that continues none, it, the one that was due or the
    one before may be gone on from, so that one slip is told once: 一是…五是…二是.
    """
    if number == 1:
        open_lists.append(1)
        return True
    level = next((n for n in range(len(open_lists)) if open_lists[~n] == number - 1), None)
    if level is None:
        last = open_lists[-1:]
        open_lists[-1:] = [number, *last, *(due + 1 for due in last)]
        return False
    del open_lists[len(open_lists) - level :]
    open_lists[-1] = number
    return True
