"""What a sentence says of the number of applications or cases against last year: N-15."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from gicapp.core.checks.places import place_of
from gicapp.core.checks.rule import Subject
from gicapp.core.finding import Finding, Severity
from gicapp.core.text.figures import cells_of
from gicapp.core.text.growth import (
    AMOUNT,
    DOWN,
    LAST_YEAR,
    SINCE,
    UP,
    WAY,
    growth_of,
    is_much_the_same,
)
from gicapp.core.text.passages import Sentence, plain
from gicapp.core.text.phrases import APPLICATION, HANDLED, NEW, RECEIVED, REVIEWS, SUITS
from gicapp.form.values import Number, show

_COUNT: Final = r"(?:的)?(?:(?:件?数量?|总数|总量|量)|\d+[件条份宗]，)"
_ASKED: Final = rf"(?:{APPLICATION.pattern}|(?:^|(?<=[，：；、是]))申请)"
_CASES: Final = (
    r"(?<=信息公开)(?:类|的)?行政(?P<kind>复议|诉讼)(?:案件)?(?:的)?(?:件?数量?|总数|总量|量)?"
)
_PATTERNS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_ASKED}{_COUNT}{SINCE}(?P<way>{UP}|{DOWN})(?!了?[约近]?[\d一二两三四五六七八九])",
        rf"(?<![件份条宗]，){_ASKED}(?:的)?(?:件?数量?|总数|总量|量){SINCE}{WAY}{AMOUNT}",
        rf"(?:^|(?<=[，；]))[与较比]{LAST_YEAR}相比，?{_ASKED}(?:的)?(?:件?数量?|总数|总量|量)?{WAY}{AMOUNT}",
        rf"{_ASKED}(?:的)?(?:件?数量?|总数|总量|量)[与和同较比]{LAST_YEAR}(?:相比)?，?(?P<nearly>基本)?(?P<same>持平|相同|一致)",
        rf"{_CASES}{SINCE}(?P<way>{UP}|{DOWN})(?!了?[约近]?[\d一二两三四五六七八九])",
    )
)
_SIGN: Final = re.compile("申请|行政(?:复议|诉讼)")
_AGAINST: Final = re.compile("[较比同与和]")


class _Trend(NamedTuple):
    """How the text says a figure went, and the figures that it may speak of."""

    sentence: Sentence
    match: re.Match[str]

    def figures(self) -> tuple[str, ...]:
        """Return the figures, first the one that the words mean."""
        kind = self.match.groupdict().get("kind")
        if kind:
            return (REVIEWS if kind == "复议" else SUITS,)
        # only an amount tells which of the counts is meant
        return (NEW, RECEIVED, HANDLED) if self.match.groupdict().get("number") else (NEW,)

    def holds(self, now: Number, last: Number) -> bool:
        """Tell whether it is so for two years' figures."""
        groups = self.match.groupdict()
        if groups.get("same"):
            return now == last or bool(groups.get("nearly") and is_much_the_same(now, last))
        growth = growth_of(self.match)
        if growth is not None:
            return growth.holds(now, last)
        return now > last if re.match(UP, self.match["way"]) else now < last


@lru_cache(maxsize=64)
def _trends_in(text: str) -> tuple[_Trend, ...]:
    """Return what a text says of growth without this year's figure; kept as most text is."""
    found = []
    for sentence in plain(text).sentences:
        if _SIGN.search(sentence.text) and _AGAINST.search(sentence.text):
            matches = (pattern.search(sentence.text) for pattern in _PATTERNS)
            match = next((match for match in matches if match), None)
            if match and "其中" not in sentence.text[: match.start()]:
                found.append(_Trend(sentence, match))
    return tuple(found)


def find_trends(subject: Subject, section: str, text: str) -> Iterator[Finding]:
    """Report 申请数量较上年有所减少 when the tables say it grew, and the other way round."""
    for trend in _trends_in(text):
        named = trend.match["since"]
        if named and subject.year and int(named) != subject.year - 1:
            continue
        pairs = [_two_years(subject, figure) for figure in trend.figures()]
        if any(pair is None or trend.holds(*pair) for pair in pairs):
            continue
        yield from _finding(subject, section, text, trend)


def _two_years(subject: Subject, figure: str) -> tuple[Number, Number] | None:
    """Return this and last year's figure, None where one is not known."""
    now = subject.number(figure)
    last = subject.number(f"prior({figure})")
    return None if now is None or last is None else (now, last)


def _finding(subject: Subject, section: str, text: str, trend: _Trend) -> Iterator[Finding]:
    figure = trend.figures()[0]
    pair = _two_years(subject, figure)
    if pair is None:
        return
    start = trend.sentence.start
    counted = "新收" if figure == NEW else ""
    yield Finding(
        rule="text.percentage",
        severity=Severity.HINT,
        section=int(section),
        message=f"{place_of(subject.form, section)}写明“{trend.match[0]}”，"
        f"上年{counted}为{show(pair[1])}件、本年{counted}为{show(pair[0])}件，两处不一致，请核对。",
        cells=cells_of(subject.form, figure),
        span=plain(text).span(start + trend.match.start(), start + trend.match.end()),
    )
