"""What a cell's number format does to the number that is stored: dates, scales, units, blanks."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import Final

from lxml import etree

from gicapp.core.grid import Doubt
from gicapp.files.reading.figure import shown
from gicapp.files.reading.markup import local
from gicapp.form.values import Number

Said = tuple[str, Number | None, Doubt | None]  # text, number, doubt


class Look(Enum):
    """How a number looks under its format."""

    PLAIN = "plain"
    DATE = "date"
    UNIT = "unit"  # with 元, 万元 and the like behind it, which a reader must know
    CHANGED = "changed"  # scaled, as a percentage, or not shown at all


@dataclass(frozen=True)
class Format:
    """A number format: its look, and the unit that it writes behind the number."""

    look: Look = Look.PLAIN
    unit: str = ""


PLAIN: Final = Format()
_DATE: Final = Format(Look.DATE)
_CHANGED: Final = Format(Look.CHANGED)
_EPOCH: Final = datetime(1899, 12, 30)  # noqa: DTZ001 - a sheet's dates know no zone
_LAST_DAY: Final = 2_958_466
_BUILT_IN_DATES: Final = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_PERCENT: Final = frozenset({9, 10})
_QUOTED: Final = re.compile(r'"[^"]*"|\[(?!h+\]|m+\]|s+\])[^\]]*\]|[\\!_*].', re.IGNORECASE)
_SCALED: Final = re.compile(r"[0#?],+(?![0#?,])|%")
_WRITTEN: Final = re.compile(r'[\\!][.\d]|"[^"]*\d[^"]*"|"\."')  # looks like a digit or a point
_UNIT: Final = re.compile(
    r'[0#?](?:["\\!\s]|\[\$)*([十百千万亿]*元|[十百千万亿]+[件个条项宗起份次]?)'
)
_DATE_LETTERS: Final = re.compile(r"[ymdhsYMDHS]")


def look_of(code: str) -> Format:
    """Return what a format code does to a positive number."""
    first = code.split(";", maxsplit=1)[0]
    if not first.strip() and ";" in code:
        return _CHANGED
    bare = _QUOTED.sub("", first)
    if _DATE_LETTERS.search(bare) and "General" not in bare:
        return _DATE
    if _SCALED.search(bare) or _WRITTEN.search(first):
        return _CHANGED
    unit = _UNIT.search(first)
    return Format(Look.UNIT, unit[1]) if unit else PLAIN


def formats_of(styles: etree._Element) -> list[Format]:
    """Return the format of every cell style of an xlsx, in the order in which cells name them."""
    codes = {
        _number(element): look_of(element.get("formatCode", ""))
        for element in styles.iter("{*}numFmt")
    }
    return [
        format_of(_number(style), codes)
        for group in styles
        if local(group) == "cellXfs"
        for style in group
        if local(style) == "xf"
    ]


def format_of(number: int, codes: Mapping[int, Format]) -> Format:
    """Return a format by its number, `codes` being those that the file itself defines."""
    if number in codes:
        return codes[number]
    if number in _BUILT_IN_DATES:
        return _DATE
    return _CHANGED if number in _PERCENT else PLAIN


def said(number: Number, style: Format) -> Said:
    """Return what a cell says that stores a number; no number where its format says another."""
    digits = shown(number)
    if style.look is Look.DATE:
        return date_of(number), None, Doubt.DATE
    if style.look is Look.UNIT:
        return f"{digits}{style.unit}", None, None
    if style.look is Look.CHANGED:
        return f"{digits}（按单元格格式显示为另一数值）", None, None
    return digits, number, None


def date_of(serial: Number) -> str:
    """Write a sheet's day number as a date, with the time when it has one."""
    if not 0 <= serial < _LAST_DAY:
        return shown(serial)
    moment = _EPOCH + timedelta(days=float(serial))
    return str(moment.date()) if serial == int(serial) else str(moment.replace(microsecond=0))


def _number(element: etree._Element) -> int:
    number = element.get("numFmtId", "")
    return int(number) if number.isdecimal() and len(number) < 8 else 0
