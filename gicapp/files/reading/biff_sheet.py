"""The cells of one sheet of an xls workbook, record by record."""

import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import isfinite
from types import MappingProxyType
from typing import Final

from gicapp.core.grid import Doubt, GridCell
from gicapp.files import limits
from gicapp.files.reading.biff_text import Decode, short_string
from gicapp.files.reading.figure import from_float
from gicapp.files.reading.number_format import PLAIN, Format, Said, said
from gicapp.files.reading.placing import Merge, Placed, check_extent, letters
from gicapp.files.reading.unreadable import too_large

_ERRORS: Final = MappingProxyType(
    {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
)
_HIDDEN_ROW: Final = 0x20
_EMPTY: Final = 3
_LEFT_TO_OPENING: Final = 0x02  # the result was not reckoned by the program that wrote the file


@dataclass
class Book:
    """What the cells of all sheets refer to; `unicode` tells files of Excel 97 and later."""

    unicode: bool = True
    decode: Decode = lambda text: text.decode("gb18030", "replace")
    strings: list[str] = field(default_factory=list)
    codes: dict[int, Format] = field(default_factory=dict)
    styles: list[Format] = field(default_factory=list)


@dataclass
class Sheet:
    """A sheet while it is read; `waiting` is the formula whose text comes in the next record."""

    name: str
    book: Book
    cells: Placed = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    waiting: tuple[int, int] | None = None

    def put(self, row: int, column: int, what: Said) -> None:
        """Place a cell; raise Unreadable beyond the limits."""
        check_extent(row + 1, column + 1, self.name)
        text, number, doubt = what
        where = f"{letters(column)}{row + 1}"
        if text or doubt:
            self.cells[row, column] = GridCell(row, column, text, number, 1, 1, where, doubt)
        if len(self.cells) > limits.CELLS:
            raise too_large(f"{self.name}有内容的单元格超过 {limits.CELLS} 个")

    def said(self, value: float, style: int) -> Said:
        """Return what a stored number says under the style of its cell."""
        if not isfinite(value):
            return str(value), None, Doubt.ERROR
        number = from_float(value)
        styles = self.book.styles
        return said(number, styles[style] if style < len(styles) else PLAIN)


def take_record(sheet: Sheet, kind: int, data: bytes) -> None:
    """Take what a record says into the sheet; records of no interest are passed over."""
    take = _TAKERS.get(kind)
    if take is not None:
        take(sheet, data)


def _shared_label(sheet: Sheet, data: bytes) -> None:
    row, column, _, index = struct.unpack_from("<HHHI", data)
    strings = sheet.book.strings
    known = index < len(strings)
    sheet.put(row, column, (strings[index], None, None) if known else ("?", None, Doubt.ERROR))


def _label(sheet: Sheet, data: bytes) -> None:
    row, column = struct.unpack_from("<HH", data)
    book = sheet.book
    text = short_string(data, 6, book.decode, wide_count=True, unicode=book.unicode)
    sheet.put(row, column, (text, None, None))


def _number(sheet: Sheet, data: bytes) -> None:
    row, column, style, value = struct.unpack_from("<HHHd", data)
    sheet.put(row, column, sheet.said(value, style))


def _packed_number(sheet: Sheet, data: bytes) -> None:
    row, column, style, packed = struct.unpack_from("<HHHI", data)
    sheet.put(row, column, sheet.said(_unpacked(packed), style))


def _packed_numbers(sheet: Sheet, data: bytes) -> None:
    row, first = struct.unpack_from("<HH", data)
    for order in range((len(data) - 6) // 6):
        style, packed = struct.unpack_from("<HI", data, 4 + order * 6)
        sheet.put(row, first + order, sheet.said(_unpacked(packed), style))


def _unpacked(packed: int) -> float:
    """Return the number in an RK value: 30 bits of a float or an integer, maybe in hundredths."""
    if packed & 2:
        whole = packed >> 2
        value = float(whole - (1 << 30) if whole & (1 << 29) else whole)
    else:
        value = struct.unpack("<d", struct.pack("<Q", (packed & 0xFFFFFFFC) << 32))[0]
    return value / 100 if packed & 1 else value


def _formula(sheet: Sheet, data: bytes) -> None:
    row, column, style = struct.unpack_from("<HHH", data)
    flags = struct.unpack_from("<H", data, 14)[0]
    sheet.waiting = None
    if data[12:14] == b"\xff\xff":
        _odd_result(sheet, (row, column), data, unreckoned=bool(flags & _LEFT_TO_OPENING))
        return
    value = struct.unpack_from("<d", data, 6)[0]
    if flags & _LEFT_TO_OPENING and value == 0:
        sheet.put(row, column, ("", None, Doubt.FORMULA))
        return
    sheet.put(row, column, sheet.said(value, style))


def _odd_result(sheet: Sheet, position: tuple[int, int], data: bytes, *, unreckoned: bool) -> None:
    """Take the result of a formula that is no number: text, truth, error or nothing.

    A text that never comes, or nothing that is still to be reckoned, is no blank cell.
    """
    kind, value = data[6], data[8]
    if kind == 0 or (kind == _EMPTY and unreckoned):
        sheet.put(*position, ("", None, Doubt.FORMULA))
    if kind == 0:
        sheet.waiting = position
    elif kind == 1:
        sheet.put(*position, ("TRUE" if value else "FALSE", None, None))
    elif kind == 2:
        sheet.put(*position, (_ERRORS.get(value, "#?"), None, Doubt.ERROR))


def _result_text(sheet: Sheet, data: bytes) -> None:
    if sheet.waiting is not None:
        book = sheet.book
        text = short_string(data, 0, book.decode, wide_count=True, unicode=book.unicode)
        del sheet.cells[sheet.waiting]
        sheet.put(*sheet.waiting, (text, None, None))
    sheet.waiting = None


def _truth_or_error(sheet: Sheet, data: bytes) -> None:
    row, column, _, value, is_error = struct.unpack_from("<HHHBB", data)
    if is_error:
        sheet.put(row, column, (_ERRORS.get(value, "#?"), None, Doubt.ERROR))
    else:
        sheet.put(row, column, ("TRUE" if value else "FALSE", None, None))


def _row(sheet: Sheet, data: bytes) -> None:
    row, flags = struct.unpack_from("<H10xH", data)
    if flags & _HIDDEN_ROW:
        sheet.hidden_rows.add(row)


def _columns(sheet: Sheet, data: bytes) -> None:
    first, last, flags = struct.unpack_from("<HH4xH", data)
    if flags & 1:
        sheet.hidden_columns.append((first, last))


def _merges(sheet: Sheet, data: bytes) -> None:
    count = struct.unpack_from("<H", data)[0]
    for order in range(count):
        top, bottom, left, right = struct.unpack_from("<HHHH", data, 2 + order * 8)
        sheet.merges.append((top, left, bottom, right))
    if len(sheet.merges) > limits.MERGES:
        raise too_large(f"{sheet.name}的合并单元格超过 {limits.MERGES} 处")


_TAKERS: Final[Mapping[int, Callable[[Sheet, bytes], None]]] = MappingProxyType(
    {
        0x00FD: _shared_label,
        0x0204: _label,
        0x00D6: _label,
        0x0203: _number,
        0x027E: _packed_number,
        0x00BD: _packed_numbers,
        0x0006: _formula,
        0x0206: _formula,
        0x0406: _formula,
        0x0207: _result_text,
        0x0205: _truth_or_error,
        0x0208: _row,
        0x007D: _columns,
        0x00E5: _merges,
    }
)
