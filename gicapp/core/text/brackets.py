"""Brackets and quotes that stand alone: opened and never closed, or the other way round."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

_PAIRS: Final = (("（", "）"), ("“", "”"), ("《", "》"), ("〔", "〕"), ("【", "】"))
_WIDE: Final = str.maketrans("()", "（）")
_SIGN: Final = re.compile("[" + "".join(left + right for left, right in _PAIRS) + "]")
# 1）, a）, 二）: the half bracket of a numbered list
_LIST_BRACKET: Final = re.compile(
    r"(?:(?<=[，。；：、])|^)(?:\d{1,2}|[一二三四五六七八九十]{1,3})）|(?<![（\d])\b[a-zA-Z]）"
)


def lone_signs(text: str) -> tuple[int, ...]:
    """Return the places of signs without their other half, the first of a kind and line.

    One that opens in a line and closes in the next is a pair: the source broke the line.
    """
    signs: list[tuple[int, str, int]] = []
    start = 0
    for number, line in enumerate(text.split("\n")):
        signs += [(start + place, sign, number) for place, sign in _signs_in(line)]
        start += len(line) + 1
    found = (place for pair in _PAIRS for place in _alone(signs, *pair))
    return tuple(sorted(found))


@lru_cache(maxsize=1024)
def _signs_in(line: str) -> tuple[tuple[int, str], ...]:
    """Return the signs of a line with their places; kept, because most lines stay."""
    wide = _LIST_BRACKET.sub(lambda match: "＊" * len(match[0]), line.translate(_WIDE))
    return tuple((match.start(), match[0]) for match in _SIGN.finditer(wide))


def _alone(signs: list[tuple[int, str, int]], opening: str, closing: str) -> Iterator[int]:
    """Yield the places of one kind of sign that stand alone, one a line."""
    waiting: list[tuple[int, int]] = []
    lone: dict[int, int] = {}
    for place, sign, line in signs:
        if sign == opening:
            waiting.append((place, line))
        elif sign == closing and waiting and waiting[-1][1] >= line - 1:
            waiting.pop()
        elif sign == closing:
            lone.setdefault(line, place)
    for place, line in waiting:
        lone.setdefault(line, place)
    yield from lone.values()
