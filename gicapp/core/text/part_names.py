"""The parts of a report as its lead paragraph names them: names, how many, how it is said."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from gicapp.core.text.found import find_all
from gicapp.core.text.mistake import Mistake
from gicapp.core.text.passages import plain

_FROM: Final = r"(?:^|(?<=[、，；：。（“《和及与\n])|(?<=以及)|(?<=[一二三四五六\d][、.]))"
_TO: Final = r"(?=[、，；：。）”》和及与等六共\n]|以及|\d|$)"
_LINKS: Final = re.compile("([的和及、])")
_LINKED: Final = {"的": "的?", "和": "[和及与]", "及": "[和及与]", "、": "[、和及与]?"}
_MAY_LOSE: Final = frozenset({"需要"})  # 需 says the same


@lru_cache(maxsize=64)
def garbled_names(text: str, names: tuple[str, ...]) -> tuple[Mistake, ...]:
    """Return the names of parts in which a word has lost, gained or swapped a character.

    They are made of words of two characters, with 的, 和, 及 and 、 between. They are looked for
    where another part is named, as it is where the parts are listed.
    """
    flat = plain(text)
    if not any(name in flat.text for name in names):
        return ()
    found = find_all(_garbled(names), flat.text)
    meant = (names[(one.match.lastindex or 1) - 1] for one in found)
    return tuple(
        Mistake(*flat.span(*one.span()), f"“{one[0]}”疑为“{name}”，请核对。")
        for one, name in zip(found, meant, strict=True)
    )


@lru_cache(maxsize=8)
def _garbled(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds names with one word broken, a group for each."""
    groups = "|".join(f"({'|'.join(_broken(name))})" for name in names)
    return re.compile(f"{_FROM}(?:{groups}){_TO}")


def _broken(name: str) -> Iterator[str]:
    words = [word for chunk in _LINKS.split(name) for word in _words(chunk)]
    for place, word in enumerate(words):
        if len(word) == 2:
            before, after = (
                "".join(_LINKED.get(other, other) for other in others)
                for others in (words[:place], words[place + 1 :])
            )
            yield f"{before}(?:{'|'.join(_slips(word))}){after}"


def _words(chunk: str) -> list[str]:
    """Return the words of a chunk without links, two characters each; a link by itself."""
    return [chunk[start : start + 2] for start in range(0, len(chunk), 2)]


def _slips(word: str) -> Iterator[str]:
    first, second = word[0], word[1]
    if word not in _MAY_LOSE:
        yield from (first, second)
    yield second + first
    yield f"{first}[\u4e00-\u9fff]{second}"


_MANY: Final = "(?<!第)(?P<said>[三四五六七八九]|[3-9])(?:个|大)*部分"
_NAMING: Final = "(?:由|包括了?|包含了?|涵盖了?|分为)：?"
_BEHIND: Final = re.compile(
    rf"{_NAMING}(?P<list>(?:(?!由|包括|包含|涵盖)[^。：\n]){{20,400}}?等?)(?:，?共)?{_MANY}"
)
_AHEAD: Final = re.compile(
    rf"{_MANY}(?:内容|组成|构成)*[，：]?(?:分别是|分别为|主要是|即|是|为|主要|{_NAMING})*[，：]?"
    r"(?P<list>[^。：\n]{20,400})"
)
_NUMERALS: Final = "〇一二三四五六七八九"
# one part, though 、 stands in its name
_ONE_PART: Final = re.compile(
    "行政复议[、，和及与]+(?:因[^、，；]{0,24}?)?被?(?:申请)?(?:提起|发生|引发)?(?:行政)?(?:诉讼|应诉)"
)
_ORDINAL: Final = re.compile("（[一二三四五六七八九]）|[一二三四五六七八九][、是]|[1-9][.、]")
_BETWEEN: Final = re.compile(
    "[、，；]|(?:以及|及|和|并)(?=其[他它]|需要报告|存在|收到|因?政府信息公开|行政复议)"
)
_FEWEST: Final = 3  # parts of a report by which a list of them is known
_QUOTES: Final = re.compile("[“”《》]")
_TO_THE_LAST: Final = re.compile("报告的?(?:其[他它])?事项[”》]?等$")
_OF_REPORTS: Final = re.compile(
    "概述|总体情况|主动公开|申请|复议诉讼|存在|报告的?事项|收费|管理|平台建设|监督保障"
)
_A_PART: Final = re.compile(
    "(?!.*(?:内容|数据|本报告|涵盖|统计|期间)).{0,24}(?:情况|事项|概述|措施|问题|思路|打算|安排|计划|建议|说明|方向|不足|附件|附表)"
)


@lru_cache(maxsize=64)
def miscounted_parts(text: str) -> tuple[Mistake, ...]:
    """Return where a text says of how many parts the report is, and names more or fewer."""
    return tuple(_miscounted(text))


def _miscounted(text: str) -> Iterator[Mistake]:
    flat = plain(text)
    for pattern in (_BEHIND, _AHEAD):
        for match in find_all(pattern, flat.text):
            said, words = _count_of(match["said"]), match["list"]
            named = _named(words, said, to_the_end=pattern is _BEHIND)
            if named is None or named == said or (named < said and _is_open(words)):
                continue
            message = f"写明{said}个部分，所列的是{named}个部分，请核对。"
            yield Mistake(*flat.span(*match.span("said")), message, wrong=False)


def _is_open(words: str) -> bool:
    """Tell whether a list leaves parts out by its 等; behind the last part that closes it."""
    return words.endswith("等") and not _TO_THE_LAST.search(words)


def _count_of(numeral: str) -> int:
    return int(numeral) if numeral.isdecimal() else _NUMERALS.index(numeral)


def _named(words: str, said: int, *, to_the_end: bool) -> int | None:
    """Return how many parts words list; None where that cannot be told.

    Behind the list the sentence may go on, unless the list is all of the words.
    """
    listed = _ORDINAL.sub("、", _ONE_PART.sub("复议诉讼", _QUOTES.sub("、", words)))
    parts = [part for part in _BETWEEN.split(listed.removesuffix("等")) if part]
    known = [bool(_OF_REPORTS.search(part)) for part in parts]
    fit = [bool(_A_PART.fullmatch(part)) for part in parts]
    if not to_the_end:
        fit = [one and its for one, its in zip(fit, known, strict=True)]
    named = [*fit, False].index(False)
    if named < len(parts) and (to_the_end or named < said):
        return None
    doubled = listed.count("复议") > 1
    return None if sum(known[:named]) < _FEWEST or doubled else named


# 报告包括总体情况、…六个部分组成: two ways of saying it at once
_MIXED: Final = re.compile(
    "(?:报告|全文|年报)(?:主要)?(?:内容)?(?P<verb>包括|包含|有)了?：?[^。，]{0,10}总体情况"
    "[^。]{20,160}(?P<made>组成|构成)(?=[。，]|$)"
)


@lru_cache(maxsize=64)
def mixed_builds(text: str) -> tuple[Mistake, ...]:
    """Return where the parts of a report are said to be had and to make it up at once."""
    flat = plain(text)
    return tuple(
        Mistake(
            *flat.span(*match.span("made")),
            f"“{match['verb']}……{match['made']}”两种句式杂糅，请改为“由……{match['made']}”，"
            f"或者删去“{match['made']}”。",
            wrong=False,
        )
        for match in find_all(_MIXED, flat.text)
    )
