"""Signs of Chinese writing: doubled, half-width, or without their other half."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from gicapp.core.text.brackets import lone_signs
from gicapp.core.text.mistake import Mistake
from gicapp.core.text.passages import plain

_DOUBLE: Final = re.compile(
    r"[，。；：、]{2,}|[，；：、][。！？]|。[，；：、]|(?<=[一二三四五六七八九十]）)、"
)
_HALF: Final = re.compile(
    r"(?<=[\u4e00-\u9fff》”）])(?:[,;:?!](?=[\u4e00-\u9fff“《（])"
    r"|(?<![一二三四五六七八九十])\.(?=[\u4e00-\u9fff“《（]|\s*$))"
)
# https//www.…, http：//www.…: such a link leads nowhere
_BROKEN_LINK: Final = re.compile(r"(?P<scheme>https?)(?!://)[:：;；]?[/／]{1,2}(?=[A-Za-z0-9])")
_MIXED: Final = re.compile(r"\([^()（）\n]{1,160}）|（[^()（）\n]{1,160}\)")
_FULL: Final = re.compile("[，；：？！]")
_WIDE: Final = str.maketrans("()", "（）")


def doubled_signs(line: str) -> Iterator[Mistake]:
    """Yield signs that stand beside each other, one too many."""
    flat = plain(line)
    for match in _DOUBLE.finditer(flat.text):
        yield Mistake(*flat.span(*match.span()), f"标点“{match[0]}”重复或者多余，请改正。")


def half_width_signs(line: str) -> Iterator[Mistake]:
    """Yield half-width signs once a paragraph, with their number."""
    found = list(_HALF.finditer(line))
    if found:
        message = f"汉字之间有{len(found)}处半角标点（第一处是“{found[0][0]}”），请改为全角标点。"
        yield Mistake(*found[0].span(), message, wrong=False, half_width=True)


def broken_links(line: str) -> Iterator[Mistake]:
    """Yield web addresses whose beginning no browser understands."""
    for match in _BROKEN_LINK.finditer(line):
        message = f"网址开头的“{match[0]}”写错，应为“{match['scheme']}://”，请改正。"
        yield Mistake(*match.span(), message)


def mixed_brackets(line: str) -> Iterator[Mistake]:
    """Yield once a paragraph brackets of which one half is wide and the other is not."""
    match = _MIXED.search(line)
    if match:
        message = f"括号一半是全角、一半是半角（“{match[0][0]}{match[0][-1]}”），请统一为全角括号。"
        yield Mistake(*match.span(), message, wrong=False)


def unpaired_signs(text: str) -> Iterator[Mistake]:
    """Yield brackets and quotes that open or close alone."""
    for place in lone_signs(text):
        sign = text[place].translate(_WIDE)
        yield Mistake(place, place + 1, f"“{sign}”没有成对，请补上另一半或者删去。")


@lru_cache(maxsize=64)
def count_signs(text: str) -> tuple[int, int]:
    """Return how many half-width and how many full-width signs a text has between characters."""
    return len(_HALF.findall(text)), len(_FULL.findall(text))
