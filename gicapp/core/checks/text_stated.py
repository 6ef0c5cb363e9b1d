"""Growth that a text states with both figures that it is of: N-15.

新收 18 件，比 2022 年的 24 件下降 25%: right or wrong whatever the tables hold.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from gicapp.core.checks.places import place_of
from gicapp.core.checks.rule import Subject
from gicapp.core.finding import Finding, Severity
from gicapp.core.text.growth import AMOUNT, DOWN, LAST_YEAR, RATE, TIMES, UP, WAY, Growth, growth_of
from gicapp.core.text.numbers import UNITS, quantities
from gicapp.core.text.own_years import YEAR
from gicapp.core.text.passages import plain
from gicapp.form.values import Number, exact, show

_UNIT: Final = f"(?:{UNITS})"
_THAT: Final = "(?:的|仅|只|为|是|共|有|收到|受理|新收|申请){0,3}"
_NOW: Final = rf"(?<![\d.])(?P<now>\d{{1,9}})(?P<of>{_UNIT})(?:申请)?"
_THEN: Final = rf"(?P<last>\d{{1,9}})(?:{_UNIT})"
_GREW: Final = rf"(?:同比|相比|总体)?(?:{WAY}{AMOUNT}|{RATE})"
# 9 件，均由商业企业提出，较上年的 12 件下降 25%
_WHOSE: Final = (
    r"(?:，(?:[均都]|全部|由)[^，。；\d]{2,12}(?=，(?:[较比与和同]|20\d\d年|上一?年|去年)))?"
)
# 比 2019 年的 431 件多 93 件，增长 21.6%
_BY: Final = rf"(?:(?:净?[增减]加?少?了?|多|少|上升|下降)(?P<by>\d{{1,9}}){_UNIT}，)?"
_PATTERNS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_NOW}{_WHOSE}，?(?:(?:同比|[较比与和]){LAST_YEAR}(?:相比)?{_THAT}{_THEN}(?:相比)?(?:的|，)?){_BY}{_GREW}",
        rf"{_NOW}，?(?:约)?[是为]{LAST_YEAR}(?:的)?{_THEN}的{TIMES}",
        rf"{_NOW}{_WHOSE}，(?:而)?{LAST_YEAR}{_THAT}{_THEN}，{_GREW}",
        rf"{_NOW}（{LAST_YEAR}{_THAT}{_THEN}），?{_GREW}",
    )
)
# 与上年的 19 件相比，多了 4 件，同比增长 21.05%: this year's figure stands in the sentence before
_BY_SO_MANY: Final = re.compile(
    rf"^[较比与和同]{LAST_YEAR}{_THAT}{_THEN}(?:相比)?，?"
    rf"(?P<more>净?增加?了?|多了?|上升了?)?(?:少了?|减少了?|下降了?)?(?P<by>\d{{1,9}}){_UNIT}，{_GREW}"
)
_SIGN: Final = re.compile(
    f"{UP}|倍|{DOWN}|[增升涨降]幅|[比较][^，。；\\d]{{0,10}}\\d+[^，。；\\d]{{1,4}}[多少]"
)


# 少收 37 件（上年 263 件），降幅 14.1%: the difference of the two years
# 新收 58 件、上年转入 4 件，比 2023 年新收的 46 件增长: of the new ones
_DIFFERENCE: Final = re.compile("[少多增减降升][^，。；]{0,2}$|(?:转入|结转)(?:申请)?$")


class _Stated(NamedTuple):
    """Growth stated, the figures of both years, and where the statement stands."""

    growth: Growth
    now: int
    last: int
    start: int
    end: int


def find_stated(subject: Subject) -> Iterable[Finding]:
    """Report growth that does not follow from the two figures that the text gives for it."""
    for section, text in subject.texts.items():
        for stated in _stated_in(text):
            if not stated.growth.holds(stated.now, stated.last):
                yield _finding(subject, section, text, stated)


@lru_cache(maxsize=64)
def _stated_in(text: str) -> tuple[_Stated, ...]:
    """Return the growth that a text states with its figures; kept, as most text stays."""
    return tuple(
        stated
        for sentence in plain(text).sentences
        for stated in _moved(_of_sentence(sentence.text), sentence.start)
    )


def _moved(found: Iterable[_Stated], begin: int) -> Iterator[_Stated]:
    for one in found:
        yield one._replace(start=one.start + begin, end=one.end + begin)


@lru_cache(maxsize=1024)
def _of_sentence(text: str) -> tuple[_Stated, ...]:
    """Return the growth that a sentence states; kept for when its text moves."""
    return (*_stated(text), *_stated_alone(text)) if _SIGN.search(text) else ()


def _stated(text: str) -> Iterator[_Stated]:
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            growth = growth_of(match)
            if growth is None or _DIFFERENCE.search(
                text[max(0, match.start() - 6) : match.start()]
            ):
                continue
            if growth.in_percent or match["unit"] in match["of"]:
                years = _in_order(text, match)
                if _is_of_another(match, growth, years):
                    continue
                yield _Stated(growth, *years, *match.span())


def _stated_alone(text: str) -> Iterator[_Stated]:
    """Yield growth at the head of a sentence that gives last year's figure and the difference."""
    match = _BY_SO_MANY.match(text)
    growth = growth_of(match) if match else None
    if match is not None and growth is not None and growth.in_percent:
        last, by = int(match["last"]), int(match["by"])
        yield _Stated(growth, last + (by if match["more"] else -by), last, *match.span())


def _is_of_another(match: re.Match[str], growth: Growth, years: tuple[int, int]) -> bool:
    """Tell whether growth is of another figure told before, or fits the difference told with it.

    19 件，其中企业 2 件，与 2023 年的 22 件相比减少 3 件; 网上 9 件，书面 5 件，同比 2024 年的
    19 件减少 5 件，下降 26.3%: of both together.
    """
    by, last = match.groupdict().get("by"), years[1]
    before = quantities(match.string, 0, match.start())
    if any(growth.holds(each.value, last) for each in before if each.unit == match["of"]):
        return True
    if not by or abs(years[0] - last) == int(by):
        return False
    return growth.holds(last + (int(by) if growth.said > 0 else -int(by)), last)


def _in_order(text: str, match: re.Match[str]) -> tuple[int, int]:
    """Return the later and the earlier figure: 2020 年 50 件，2021 年 64 件 has them turned."""
    now, last, since = int(match["now"]), int(match["last"]), match.groupdict().get("since")
    named = YEAR.findall(text, 0, match.start())
    is_later = since is not None and bool(named) and named[-1] < since
    return (last, now) if is_later else (now, last)


def _finding(subject: Subject, section: str, text: str, stated: _Stated) -> Finding:
    right = stated.growth.right(stated.now, stated.last)
    expected: Number = 0 if right is None else exact(right)
    flat = plain(text)
    worded = "" if right is None else stated.growth.worded(right)
    return Finding(
        rule="text.percentage",
        severity=Severity.HINT,
        section=int(section),
        message=f"{place_of(subject.form, section)}写明“{flat.text[stated.start : stated.end]}”，"
        f"由{show(stated.last)}到{show(stated.now)}应为{worded}，请核对。",
        span=flat.span(stated.start, stated.end),
        expected=show(expected),
        actual=show(exact(stated.growth.said)),
    )
