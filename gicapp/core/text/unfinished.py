"""Sentences that break off at the end of a passage, and sentences that a report has twice."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from gicapp.core.text.mistake import Mistake
from gicapp.core.text.passages import plain

# a line that ends so is wrapped, unless nothing or a new numbered passage follows
_BROKEN_OFF: Final = re.compile(
    "[\u4e00-\u9fff，]{5}(?:[，、]|(?<=[局委办院镇乡位关])将|以及|并将|并且)$"
)
_BEGINNING: Final = re.compile(r"（?[一二三四五六七八九十]{1,3}[、）]|\d{1,2}[.、]|（\d{1,2}）")
_LEAST: Final = 24  # signs of a sentence that nobody writes twice by chance


def unfinished(text: str) -> Iterator[Mistake]:
    """Yield the passages of a section that end in the middle of a sentence."""
    flat = plain(text)
    end, following = len(flat.text), ""
    for line in reversed(flat.text.split("\n")):
        broken = _BROKEN_OFF.search(line)
        if broken and (not following or _BEGINNING.match(following)):
            message = f"段落以“{line[-6:]}”结束，语句似未写完，请补全。"
            yield Mistake(*flat.span(end - len(broken[0]), end), message)
        end -= len(line) + 1
        following = line or following


def told_twice(texts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, int, int, str]]:
    """Yield where a sentence stands again: section, place in the plain text, its first words."""
    told: set[str] = set()
    for section, text in texts:
        for sentence in plain(text).sentences:
            words = sentence.text
            if len(words) < _LEAST or not words.endswith("。"):
                continue
            body = _BEGINNING.sub("", words)
            if body in told:
                yield section, sentence.start, sentence.end, body[:12]
            told.add(body)
