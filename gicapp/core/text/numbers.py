"""Numbers as Chinese official text writes them: 1,234件, 3.5万元, 三十二件, 约200条, 百余次."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from gicapp.form.values import Number, exact

_DIGITS: Final = MappingProxyType(
    {"〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4}
    | {"五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
)
_TENS: Final = MappingProxyType({"十": 10, "百": 100, "千": 1000})
_SCALES: Final = MappingProxyType({"万": 10**4, "亿": 10**8})
_LEAST_SHARE: Final = Decimal("0.1")  # how far 约 may be from the number, as a share
_NEAR: Final = Decimal("0.85")  # how much of the number there must be for 近

UNITS: Final = "人次|件次|万元|件|条|份|宗|项|起|次|个|例|篇|期|封|批|部(?![门委署队分])|元|%"
# the units in which the things of a list are counted
COUNTED: Final = frozenset((*"件条份宗项起次个例篇期封批", "件次", "人次"))
# A number that belongs to a date, an age, a document number or a period is no figure, nor is
# one that only says how many sides a matter has: 集中在两个领域.
_NO_FIGURE: Final = (
    "(?!年|月|日|号|时|分钟|小时|个(?:月|工作日|申请人|申请主体|当事人|(?:单位|企业)[和及、](?:个人|公民)|公民|领域|方面|层面|类别|大类|环节|维度)|项(?:数字|数据|指标|合计|共计|总计|相加|之和|加总|[共合]?占|共\\d)|件事(?!项)"
    "|人次(?:提出|申请)|天|岁|楼|层|室|—|-|\\d|\\.)"
)
_ARABIC: Final = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_CHINESE: Final = "[〇零一二两三四五六七八九十百千]+"

# One number with what stands around it; made to be part of larger patterns. `about` comes
# before, `more` (余, 多) behind; Chinese numerals count only with a unit.
NUMBER: Final = (
    rf"(?P<about>大?约|近|将近|超过?|逾|不足|接近)?"
    rf"(?P<number>(?>(?<![\d.〔第])(?:{_ARABIC})(?:余|多)?(?:[万亿](?!元))?)"
    rf"|(?<![第〇零一二两三四五六七八九十百千])(?:{_CHINESE})(?:余|多)?万?(?={UNITS}))"
    rf"(?P<more>余|多)?{_NO_FIGURE}(?P<unit>{UNITS})?"
)
_QUANTITY: Final = re.compile(NUMBER)
_MORE: Final = re.compile("[余多]")


@dataclass(frozen=True)
class Quantity:
    """A number found in a text, at characters `start` to `end` (its unit not included).

    `within`: the least and the most it may stand for, where it is written with 约, 近, 余 and
    the like; `unit` is empty when none follows.
    """

    value: Number
    start: int
    end: int
    unit: str = ""
    within: tuple[Number, Number] | None = None

    @property
    def about(self) -> bool:
        """Tell whether the number is not meant exactly."""
        return self.within is not None

    def agrees(self, number: Number) -> bool:
        """Tell whether the text may say this when the table says `number`."""
        if self.within is None:
            return self.value == number
        return self.within[0] <= number <= self.within[1]

    def moved(self, shift: int) -> "Quantity":
        """Return the same number so many characters further on."""
        return replace(self, start=self.start + shift, end=self.end + shift)


def parse_numeral(text: str) -> Number:
    """Return the number that Arabic or Chinese digits stand for; raise ValueError on others."""
    plain = _MORE.sub("", text).replace(",", "")
    scale = _SCALES.get(plain[-1:], 1) if plain[:1].isdigit() else 1
    if scale > 1:
        plain = plain[:-1]
    if plain[:1].isdigit():
        return exact(Decimal(plain) * scale)
    return _chinese(plain)


def _chinese(text: str) -> int:
    """Return the value of a Chinese numeral: 一百零五, 三万二千, or digit by digit 二〇."""
    if not text:
        raise ValueError("没有数字")
    if len(text) > 1 and all(sign in _DIGITS for sign in text):
        return int("".join(str(_DIGITS[sign]) for sign in text))
    whole = part = digit = 0
    for sign in text:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        elif sign in _TENS:
            part += (digit or 1) * _TENS[sign]
            digit = 0
        elif sign in _SCALES:
            whole += ((part + digit) or 1) * _SCALES[sign]
            part = digit = 0
        else:
            raise ValueError(f"“{text}”不是数字")
    return whole + part + digit


def quantity_of(match: re.Match[str]) -> Quantity:
    """Return the quantity of a match of a pattern that holds `NUMBER`."""
    more = bool(match["more"] or _MORE.search(match["number"]))
    value = parse_numeral(match["number"])
    within = _within(value, match["about"] or "", more=more)
    return Quantity(
        value,
        match.start("number"),
        match.end("number"),
        match["unit"] or "",
        within or _rounded(match["number"], value),
    )


def _within(value: Number, before: str, *, more: bool) -> tuple[Number, Number] | None:
    """Return between what a number lies that is written so: 近 50, 40 余, 超过 40, 约 40."""
    if more:
        return value, value + 10 ** _zeros(value)
    if not before:
        return None
    if before.startswith(("超", "逾")):
        return value, value * 2
    if before == "不足":
        return 0, value
    if before.endswith(("近", "接近")):
        return value * _NEAR, value
    slack = max(Decimal(1), value * _LEAST_SHARE)
    return value - slack, value + slack


def _rounded(number: str, value: Number) -> tuple[Number, Number] | None:
    """Return between what a number lies whose last places are left to its scale: 5.94 万."""
    scale = _SCALES.get(number[-1])
    if scale is None or not number[0].isdigit():
        return None
    _, _, places = number[:-1].partition(".")
    slack = Decimal(scale).scaleb(-len(places)) / 2
    return value - slack, value + slack


def _zeros(value: Number) -> int:
    """Return how many zeros a whole number ends with: what 余 leaves open."""
    digits = str(value)
    return len(digits) - len(digits.rstrip("0")) if digits.isdigit() else 0


@lru_cache(maxsize=4096)
def quantities(text: str, start: int = 0, end: int | None = None) -> tuple[Quantity, ...]:
    """Return the figures of a plain text in order; dates and document numbers are none."""
    stop = len(text) if end is None else end
    return tuple(quantity_of(match) for match in _QUANTITY.finditer(text, start, stop))
