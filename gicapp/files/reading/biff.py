"""Old Excel and WPS workbooks (xls, et): sheets from the records of their stream.

Written after [MS-XLS]. Read here because the ready-made fast reader takes all the memory that a
broken file asks for and then ends the process; here every size comes from bytes that are there.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from gicapp.core.content import Content, Problem
from gicapp.core.grid import Grid
from gicapp.files import limits
from gicapp.files.reading.biff_sheet import Book, Sheet, take_record
from gicapp.files.reading.biff_text import shared_strings, short_string
from gicapp.files.reading.compound import Compound
from gicapp.files.reading.kind import encrypted
from gicapp.files.reading.number_format import format_of, look_of
from gicapp.files.reading.placing import check_filled, mark_hidden, place, sheet_name
from gicapp.files.reading.unreadable import damaged, too_large

_BYTES: Final = 24 * limits.MEGABYTE
_RECORDS: Final = 600_000  # of all sheets together
_BEGIN: Final = frozenset({0x0009, 0x0209, 0x0409, 0x0809})
_END: Final = 0x000A
_SHEET: Final = 0x0085
_SHARED: Final = 0x00FC
_CONTINUE: Final = 0x003C
_PASSWORD: Final = 0x002F
_CODE_PAGE: Final = 0x0042
_FORMAT: Final = 0x041E
_STYLE: Final = 0x00E0
_EXCEL_97: Final = 0x0600
_EXCEL_5: Final = 0x0500

Record = tuple[int, bytes]


@dataclass
class _Stream:
    """The records of a workbook; `left` limits how many are read of all sheets together."""

    data: bytes
    left: int = _RECORDS

    def records(self, start: int) -> Iterator[Record]:
        """Yield the records from an offset to the end of the part that begins there."""
        depth = 0
        at = start
        while at + 4 <= len(self.data):
            kind, size = struct.unpack_from("<HH", self.data, at)
            self.left -= 1
            if self.left < 0:
                raise too_large("工作簿里的记录太多")
            if at == start and kind not in _BEGIN:
                raise damaged("工作簿里的表不在应在的位置")
            depth += (kind in _BEGIN) - (kind == _END)
            if depth <= 0:
                return
            if depth == 1 or kind in _BEGIN:
                yield kind, self.data[at + 4 : at + 4 + size]
            at += 4 + size
        raise damaged("工作簿不完整，可能没有下载或复制完")


@dataclass
class _Workbook:
    """The common part of a workbook: `tabs` are (name, hidden, offset of the sheet)."""

    book: Book = field(default_factory=Book)
    tabs: list[tuple[str, bool, int]] = field(default_factory=list)
    shared: list[bytes] = field(default_factory=list)


def read_biff(compound: Compound) -> Content:
    """Return the sheets of an xls workbook as grids, in the order of its tabs."""
    name = "Workbook" if "Workbook" in compound.names else "Book"
    data = compound.read(name)
    if len(data) > _BYTES:
        raise too_large(f"工作簿超过 {_BYTES // limits.MEGABYTE} MB")
    stream = _Stream(data)
    try:
        workbook = _read_workbook(stream)
        grids, problems = _read_sheets(stream, workbook)
    except (struct.error, IndexError) as bad:
        raise damaged("工作簿里的记录不完整") from bad
    return Content("xls", tuple(grids), tuple(problems))


def _read_workbook(stream: _Stream) -> _Workbook:
    workbook = _Workbook()
    styles: list[int] = []
    last = 0
    for kind, data in stream.records(0):
        if kind in _BEGIN:
            _check_version(workbook, data)
        elif kind == _PASSWORD:
            raise encrypted()
        elif kind == _SHARED or (kind == _CONTINUE and last == _SHARED):
            workbook.shared.append(data)
            kind = _SHARED  # noqa: PLW2901 - what continues it comes next
        elif kind == _STYLE:
            styles.append(struct.unpack_from("<H", data, 2)[0])
        else:
            _take_common(workbook, kind, data)
        last = kind
    book = workbook.book
    book.styles = [format_of(number, book.codes) for number in styles]
    book.strings = shared_strings(workbook.shared) if workbook.shared else []
    return workbook


def _check_version(workbook: _Workbook, data: bytes) -> None:
    version = struct.unpack_from("<H", data)[0]
    if version not in {_EXCEL_97, _EXCEL_5}:
        raise damaged("工作簿的版本太旧或者不认识")
    workbook.book.unicode = version == _EXCEL_97


def _take_common(workbook: _Workbook, kind: int, data: bytes) -> None:
    book = workbook.book
    if kind == _SHEET:
        offset, state, what = struct.unpack_from("<IBB", data)
        name = short_string(data, 6, book.decode, wide_count=False, unicode=book.unicode)
        if what == 0:
            workbook.tabs.append((name, state & 3 != 0, offset))
        if len(workbook.tabs) > limits.SHEETS:
            raise too_large(f"工作表超过 {limits.SHEETS} 个")
    elif kind == _FORMAT:
        number = struct.unpack_from("<H", data)[0]
        code = short_string(data, 2, book.decode, wide_count=book.unicode, unicode=book.unicode)
        book.codes[number] = look_of(code)
    elif kind == _CODE_PAGE and struct.unpack_from("<H", data)[0] == 1252:
        book.decode = lambda text: text.decode("cp1252", "replace")


def _read_sheets(stream: _Stream, workbook: _Workbook) -> tuple[list[Grid], list[Problem]]:
    grids: list[Grid] = []
    problems: list[Problem] = []
    for name, hidden, offset in workbook.tabs:
        sheet = Sheet(sheet_name(name), workbook.book)
        for kind, data in stream.records(offset):
            take_record(sheet, kind, data)
        mark_hidden(sheet.cells, sheet.hidden_rows, sheet.hidden_columns, everything=hidden)
        grid, found = place(sheet.name, sheet.cells, sheet.merges, hidden=hidden)
        grids.append(grid)
        check_filled(grids)
        problems += found
    return grids, problems
