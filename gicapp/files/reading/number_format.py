"""What a cell's number format does to the number that is stored: dates, scales, units, blanks."""

import html
import re
from dataclasses import dataclass
from enum import Enum
from typing import Final

from lxml import etree

from gicapp.files.reading.markup import local
from gicapp.form.values import Number


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
_BUILT_IN_DATES: Final = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_PERCENT: Final = frozenset({9, 10})
_QUOTED: Final = re.compile(r'"[^"]*"|\[(?!h+\]|m+\]|s+\])[^\]]*\]|[\\!_*].', re.IGNORECASE)
_SCALED: Final = re.compile(r"[0#?],+(?![0#?,])|%")
_POINT: Final = re.compile(r'[\\!]\.|"\."')
_UNIT: Final = re.compile(r'[0#?]\s*"?\s*([十百千万亿]*元)')
_DATE_LETTERS: Final = re.compile(r"[ymdhsYMDHS]")
_CODE: Final = re.compile(rb"""formatCode\s*=\s*["']([^"']*)""")
_PERCENT_USED: Final = re.compile(rb"""numFmtId\s*=\s*["'](?:9|10)["']""")


def look_of(code: str) -> Format:
    """Return what a format code does to a positive number."""
    first = code.split(";", maxsplit=1)[0]
    if not first.strip() and ";" in code:
        return _CHANGED
    bare = _QUOTED.sub("", first)
    if _DATE_LETTERS.search(bare) and "General" not in bare:
        return _DATE
    if _SCALED.search(bare) or _POINT.search(first):
        return _CHANGED
    unit = _UNIT.search(first)
    return Format(Look.UNIT, unit[1]) if unit else PLAIN


def changes_numbers(styles: bytes) -> bool:
    """Tell from the bytes of a style part whether any format may alter what a number says."""
    codes = (html.unescape(code.decode("utf-8", "replace")) for code in _CODE.findall(styles))
    if any(look_of(code).look in {Look.UNIT, Look.CHANGED} for code in codes):
        return True
    return _PERCENT_USED.search(styles) is not None


def formats_of(styles: etree._Element) -> list[Format]:
    """Return the format of every cell style, in the order in which cells refer to them."""
    codes = {
        element.get("numFmtId", ""): element.get("formatCode", "")
        for element in styles.iter("{*}numFmt")
    }
    looks = {number: look_of(code) for number, code in codes.items()}
    return [
        _of_style(style.get("numFmtId", "0"), looks)
        for group in styles
        if local(group) == "cellXfs"
        for style in group
        if local(style) == "xf"
    ]


def _of_style(number: str, looks: dict[str, Format]) -> Format:
    if number in looks:
        return looks[number]
    if not number.isdecimal():
        return PLAIN
    if int(number) in _BUILT_IN_DATES:
        return _DATE
    return _CHANGED if int(number) in _PERCENT else PLAIN


def written(number: Number, digits: str, style: Format) -> tuple[str, Number | None]:
    """Return the text and the number of a cell; no number where the format says another one."""
    if style.look is Look.UNIT:
        return f"{digits}{style.unit}", None
    if style.look is Look.CHANGED:
        return f"{digits}（按格式显示为另一数值）", None
    return digits, number
