"""What the content of one source cell means as a value of the form, and what is doubtful in it."""

import re
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from gicapp.core.grid import Doubt, GridCell
from gicapp.core.recognition.claims import one_line
from gicapp.form.kinds import Kind
from gicapp.form.values import BLANK, NOT_APPLICABLE, Number, Value, exact, show

# Full-width forms and the ideographic space, not NFKC, which makes 52 of 5² and 1 of ①.
_HALF_WIDTH: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    0x3000: 0x20, 0xA0: 0x20, 0x200B: None, 0xFEFF: None, 0x2212: 0x2D, 0x201A: 0x2C,
}  # fmt: skip
_DASHES: Final = frozenset("-—–－―─_*\\")  # any run of one of them
_WORDS_FOR_NOTHING: Final = frozenset(
    ("无", "无。", "没有", "暂无", "未发生", "不适用", "不涉及", "N/A", "NA", "n/a", "//")
)
_FIGURE: Final = re.compile(
    r"(?P<sign>[+-])?\s*(?P<yuan>¥)?\s*(?P<number>\d+|\d{1,3}(?:,\d{3})+)(?P<decimals>\.\d+)?"
    r"\s*(?P<unit>万元|亿元|千元|百元|元|万件|件|个|条|项|宗|起|份|次|人次|万)?"
    r"\s*(?P<rest>[(\[【].*[)\]】])?[。;,]?",
    re.DOTALL | re.ASCII,
)
_WAN_YUAN: Final = MappingProxyType(  # how many 万元 one unit is
    {
        "元": Decimal("0.0001"),
        "百元": Decimal("0.01"),
        "千元": Decimal("0.1"),
        "万元": Decimal(1),
        "万": Decimal(1),
        "百万元": Decimal(100),
        "千万元": Decimal(1000),
        "亿元": Decimal(10000),
    }
)
_LONGEST_DASH: Final = 6
_MOST_DIGITS: Final = 20  # within what decimals reckon with exactly
_TEN_THOUSANDS: Final = frozenset({"万", "万件"})


@dataclass(frozen=True, slots=True)
class Remark:
    """A doubt about a value: the problem's code and a sentence without place."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken from a cell. `readable` is False when the cell must be left out."""

    value: Value = BLANK
    readable: bool = True
    remarks: tuple[Remark, ...] = ()


_BLANK: Final = Taken()


def take_value(cell: GridCell | None, kind: Kind, unit: str = "") -> Taken:
    """Return the value that a cell holds; `unit` is what its heading says, if anything."""
    if cell is None:
        return _BLANK
    if cell.doubt is not None and cell.doubt is not Doubt.HIDDEN:
        return _unreadable(cell)
    if cell.number is not None:
        return _with_unit(cell.number, kind, unit)
    text = cell.text.translate(_HALF_WIDTH).strip()
    if not text:
        return _BLANK
    if text.isdecimal() and text.isascii() and len(text) <= _MOST_DIGITS and not kind.places:
        return _with_unit(int(text), kind, unit)
    return _take_text(cell, text, kind, unit)


def _take_text(cell: GridCell, text: str, kind: Kind, unit: str) -> Taken:
    if text == "/":
        return Taken(NOT_APPLICABLE)
    shown = one_line(cell.text)
    if text in _WORDS_FOR_NOTHING or (_DASHES.issuperset(text) and len(text) <= _LONGEST_DASH):
        message = f"这里写的是“{shown}”，按“/”（不适用）读取，没有当作 0；如果是 0 请改填 0。"
        return Taken(NOT_APPLICABLE, remarks=(Remark("value.placeholder", message),))
    match = _FIGURE.fullmatch(text)
    if match is None:
        message = f"这里的“{shown}”不能作为数字读取，没有读取，请核对后填写。"
        return Taken(readable=False, remarks=(Remark("value.text", message),))
    if len(match["number"]) + len(match["decimals"] or "") > _MOST_DIGITS:
        message = f"这里的“{shown}”位数过多，没有读取，请核对后填写。"
        return Taken(readable=False, remarks=(Remark("value.text", message),))
    number = exact(Decimal(match["number"].replace(",", "") + (match["decimals"] or "")))
    if match["sign"] == "-":
        number = -number
    remarks = []
    if match["rest"] or match["sign"] == "+":
        message = f"这里写的是“{shown}”，读取为 {show(number)}，其余部分没有读取。"
        remarks.append(Remark("value.remark", message))
    own = match["unit"] or ("元" if match["yuan"] and not kind.places else "")
    return _measured(number, kind, (own, unit), tuple(remarks))


def _measured(
    number: Number, kind: Kind, units: tuple[str, str], remarks: tuple[Remark, ...]
) -> Taken:
    """Return a number with the unit that stands in its own cell, else in its heading."""
    own, heading = units
    if not kind.places and own in _TEN_THOUSANDS:
        whole = exact(Decimal(number) * 10000)
        message = f"这里写的是 {show(number)} {own}，读取为 {show(whole)}。"
        return Taken(whole, remarks=(*remarks, Remark("value.converted", message)))
    if kind.places and own in _WAN_YUAN:
        if heading in _WAN_YUAN and heading != own:
            message = f"表头的单位是{heading}，这里写的是{own}，按{own}读取，请核对。"
            remarks = (*remarks, Remark("value.unit", message))
        heading = own
    elif bool(kind.places) != (own in _WAN_YUAN) and own:
        message = f"这里的单位是“{own}”，与表式的单位“{kind.unit}”不符，没有读取，请核对。"
        return Taken(readable=False, remarks=(*remarks, Remark("value.unit", message)))
    taken = _with_unit(number, kind, heading)
    return Taken(taken.value, remarks=(*remarks, *taken.remarks))


def _with_unit(number: Number, kind: Kind, unit: str) -> Taken:
    """Return a number in the form's unit; tell of a conversion and of what the kind forbids."""
    if kind.places and unit in _WAN_YUAN and unit != kind.unit:
        converted = exact((Decimal(number) * _WAN_YUAN[unit]).normalize())
        message = (
            f"单位是{unit}，{show(number)} {unit}换算为 {show(converted)} {kind.unit}，请核对。"
        )
        remark = Remark("value.converted", message)
        return Taken(converted, remarks=(remark, *_against(kind, converted)))
    return Taken(number, remarks=_against(kind, number))


def _against(kind: Kind, number: Number) -> tuple[Remark, ...]:
    """Return what speaks against a number of this kind; it is kept as it was read."""
    if type(number) is int and 0 <= number < 10**12:
        return ()
    reason = kind.validate(number)
    return (Remark("value.kind", f"{reason}已按原样读取，请核对。"),) if reason else ()


def _unreadable(cell: GridCell) -> Taken:
    shown = one_line(cell.text)
    code, message = {
        Doubt.ERROR: ("value.error", f"这里是错误值“{shown}”，没有读取，请在原文件中改正。"),
        Doubt.DATE: ("value.date", f"这里是日期“{shown}”，不是数字，没有读取，请核对。"),
        Doubt.FORMULA: (
            "value.formula",
            "这里的公式没有保存计算结果，没有读取。请用 Excel 或 WPS 打开原文件，保存后再导入。",
        ),
    }[cell.doubt or Doubt.ERROR]
    return Taken(readable=False, remarks=(Remark(code, message),))


def is_measured(text: str) -> bool:
    """Tell whether a text is a number with its unit and no more, as 12.5万元 is."""
    match = _FIGURE.fullmatch(text.translate(_HALF_WIDTH).strip())
    return match is not None and match["unit"] is not None and match.end("unit") == len(match[0])


def is_figure(cell: GridCell | None) -> bool:
    """Tell whether a cell holds a number other than 0, plainly or in words."""
    if cell is None:
        return False
    if cell.number is not None:
        return cell.number != 0
    match = _FIGURE.fullmatch(cell.text.translate(_HALF_WIDTH).strip())
    return match is not None and any(mark in "123456789" for mark in match[0])
