"""Growth since last year as texts write it: 同比增长 20%, 较上年增加 2 件, 下降三成, 增长一倍."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from gicapp.core.text.numbers import parse_numeral
from gicapp.form.values import Number, show

UP: Final = "增长|增加|上升|提高|增多|上涨"
DOWN: Final = "减少|下降|降低|回落|下滑"
LAST_YEAR: Final = r"(?:上一?年度?|去年|(?P<since>20\d\d)年度?)(?:同期)?"
SINCE: Final = (
    rf"(?:(?:同比|[较比与]{LAST_YEAR}(?:相比)?)，?(?:有所|大幅|略有|明显|显著|小幅|基本)?)"
)
WAY: Final = rf"(?P<way>{UP}|{DOWN}|多|少)(?:了|约|近)*"
AMOUNT: Final = (
    r"(?P<number>\d+(?:\.\d+)?|[一二两三四五六七八九](?=[倍成]))"
    r"(?P<unit>%|件|条|份|宗|项|起|次|倍|成)"
)
RATE: Final = r"(?:(?P<up>增幅|升幅|涨幅)|降幅)(?:约|为|达到?|是)*(?P<rate>\d+(?:\.\d+)?)%"
TIMES: Final = r"(?P<times>\d+(?:\.\d+)?)倍"
_SLACK: Final = Decimal("0.06")
_PERCENT: Final = {"%": 1, "成": 10, "倍": 100}
_ROUGH: Final = {"成": Decimal(6), "倍": Decimal(20)}  # percentage points that words leave open
_MUCH: Final = Decimal("0.15")  # more than that is not 基本持平
_FEW: Final = 3
_ALL: Final = Decimal(100)  # percent


@dataclass(frozen=True)
class Growth:
    """Growth that a text states: `said` in percent or in pieces, `slack` how far it may be off."""

    said: Decimal
    slack: Decimal
    in_percent: bool
    unit: str

    def holds(self, now: Number, last: Number) -> bool:
        """Tell whether it follows from two years' figures; without a base it may."""
        right = self.right(now, last)
        return right is None or abs(right - self.said) <= self.slack

    def may_be_of(self, now: Number) -> bool:
        """Tell whether some whole number before it gives this growth, rounded or cut off."""
        if now <= 1 or self.said <= -_ALL:
            return True
        before = int(now * _ALL / (_ALL + self.said))
        loosely = replace(self, slack=self.slack * 2)
        return any(loosely.holds(now, last) for last in (before, before + 1))

    def right(self, now: Number, last: Number) -> Decimal | None:
        """Return the growth, in percent to two places or in pieces; None without a base."""
        difference = Decimal(now) - last
        if not self.in_percent:
            return difference
        return (difference * 100 / last).quantize(Decimal("0.01")) if last else None

    def worded(self, right: Decimal) -> str:
        """Return growth as the text should write it."""
        unit = "%" if self.in_percent else self.unit
        return f"{'增长' if right >= 0 else '下降'}{show(right.copy_abs().normalize() + 0)}{unit}"


def growth_of(match: re.Match[str]) -> Growth | None:
    """Return what a match states that has `WAY` and `AMOUNT`, `RATE` or `TIMES`; else None."""
    groups = match.groupdict()
    number, unit = groups.get("number"), groups.get("unit") or ""
    if groups.get("times"):  # 是上年 340 件的 1.2 倍
        return _ratio(match["times"])
    if groups.get("rate"):  # 增幅 28.8%
        number, unit = match["rate"], "%"
    if not number:
        return None
    percent = unit in _PERCENT
    said = Decimal(parse_numeral(number)) * _PERCENT.get(unit, 1)
    way = groups.get("way")
    down = bool(re.match(f"{DOWN}|少", way)) if way else not groups.get("up")
    return Growth(-said if down else said, _slack(match, number, unit), percent, unit)


def _ratio(times: str) -> Growth:
    """Return the growth that a ratio of two years states."""
    slack = Decimal(60).scaleb(-len(times.partition(".")[2]))
    return Growth((Decimal(times) - 1) * 100, slack, in_percent=True, unit="%")


def _slack(match: re.Match[str], number: str, unit: str) -> Decimal:
    """Return how far a stated growth may be from the exact one: its rounding, and a little."""
    rough = Decimal(1) if re.search("[约近]", match[0]) else Decimal(0)
    if unit == "%":
        return Decimal(5).scaleb(-len(number.partition(".")[2]) - 1) + _SLACK + rough
    return _ROUGH.get(unit, rough)


def is_much_the_same(now: Number, last: Number) -> bool:
    """Tell whether 基本持平 may be said of two years' figures."""
    return abs(Decimal(now) - last) <= max(Decimal(_FEW), _MUCH * last)
