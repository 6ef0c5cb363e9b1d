"""Sentences that break off at the end of a passage, and sentences that a report has twice."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from gicapp.core.text.mistake import Mistake
from gicapp.core.text.passages import plain

# a line that ends so is wrapped, unless nothing or a new numbered passage follows
_BROKEN_OFF: Final = re.compile(
    "(?:[\u4e00-\u9fff，]{4}|(?<!\\d)\\d{1,9}[件条份宗项篇次起例])(?:[，、]|(?<=[局委办院镇乡位关])将|以及|并将|并且|累计|[，；]建立健全|进一步加强)$"
)
_OPEN_ENDS: Final = ("，", "、", "将", "以及", "并且", "累计", "建立健全", "进一步加强")
# …，同时进一步提高: no sentence ends with what is to be done and not to what
_NO_OBJECT: Final = re.compile(
    "(?:[，；：]|同时|并)(?:进一步|不断|切实|着力)(?:提[高升]|加强|推[进动]|完善|规范|优化|强化|健全)$"
)
# sentences end with their signs, and the last one has none; an address needs none
_HAS_NO_END: Final = re.compile("。[^。！？：\n]{6,}[\u4e00-\u9fff]$")
_BEGINNING: Final = re.compile(r"（?[一二三四五六七八九十]{1,3}[、）]|\d{1,2}[.、]|（\d{1,2}）")
# （三）政府信息管理情况：, told before the sentence proper
_LABEL: Final = re.compile(rf"^(?:{_BEGINNING.pattern})?(?:[^，。；：]{{2,16}}：)?")
# so long that nobody writes it twice by chance
_LONG_SENTENCE: Final = re.compile("(?:^|(?<=[。！？]))[^。！？\n]{23,}。")


def unfinished(text: str) -> Iterator[Mistake]:
    """Yield the passages of a section that end in the middle of a sentence."""
    flat = plain(text)
    end, following = len(flat.text), ""
    for line in reversed(flat.text.split("\n")):
        is_last = not following or _BEGINNING.match(following)  # else the line is wrapped
        broken = _BROKEN_OFF.search(line) if line.endswith(_OPEN_ENDS) else None
        if is_last and broken:
            message = f"段落以“{line[-6:]}”结束，语句似未写完，请补全。"
            yield Mistake(*flat.span(end - len(broken[0]), end), message)
        elif is_last and _NO_OBJECT.search(line):
            message = f"段落以“{line[-6:]}”结束，语句似未写完，请补全。"
            yield Mistake(*flat.span(end - 1, end), message)
        elif is_last and _HAS_NO_END.search(line):
            message = f"段落以“{line[-6:]}”结束，没有句号，请核对语句是否写完。"
            yield Mistake(*flat.span(end - 1, end), message, wrong=False)
        end -= len(line) + 1
        following = line or following


@lru_cache(maxsize=8)
def told_twice(texts: tuple[tuple[str, str], ...]) -> tuple[tuple[str, int, int, str], ...]:
    """Return where a sentence stands again: section, place in the plain text, its first words.

    Once a section: where a passage was pasted twice, every sentence of it is.
    """
    told: set[str] = set()
    found: dict[str, tuple[str, int, int, str]] = {}
    for section, text in texts:
        start = 0
        for line in plain(text).text.split("\n"):
            for body, first, end in _long_sentences(line):
                if body in told:
                    found.setdefault(section, (section, start + first, start + end, body[:12]))
                told.add(body)
            start += len(line) + 1
    return tuple(found.values())


@lru_cache(maxsize=1024)
def _long_sentences(line: str) -> tuple[tuple[str, int, int], ...]:
    """Return the longer sentences of a paragraph and where they stand; kept, as most stay."""
    return tuple(
        (_LABEL.sub("", match[0], count=1), *match.span())
        for match in _LONG_SENTENCE.finditer(line)
    )
