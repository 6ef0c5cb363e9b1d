"""The three tables as a workbook: official labels and merges, title above, for offices' own use."""

import io
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from gicapp.core.report import Report, title_of
from gicapp.files.package import EPOCH, pack_parts, unpack_parts
from gicapp.form.declaration import Box, Form, Table
from gicapp.form.values import NOT_APPLICABLE, show

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_FIRST: Final = 3  # the sheet row of a table's first line: title and a blank row stand above
_CHARACTERS_PER_MM: Final = 0.55
_EPOCH: Final = datetime(*EPOCH, tzinfo=UTC)
_MODIFIED: Final = re.compile(rb"<dcterms:modified.*?</dcterms:modified>")


def build_workbook(report: Report, form: Form) -> bytes:
    """Return an .xlsx with one sheet a table; a blank cell stays blank, `/` stays `/`."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for table in form.tables:
        _fill(book.create_sheet(table.name), table, report, form)
    return _saved(book)


def _saved(book: "Workbook") -> bytes:
    """Return the workbook's bytes without author or time: the same report, the same bytes."""
    book.properties.creator = ""
    book.properties.created = book.properties.modified = _EPOCH
    buffer = io.BytesIO()
    book.save(buffer)
    parts = unpack_parts(buffer.getvalue())
    core = parts["docProps/core.xml"]
    parts["docProps/core.xml"] = _MODIFIED.sub(b"", core)  # openpyxl puts the time of saving
    return pack_parts(parts)


def _fill(sheet: "Worksheet", table: Table, report: Report, form: Form) -> None:
    from openpyxl.utils import get_column_letter

    sheet.cell(1, 1, title_of(report, form))
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=table.width)
    for number, width in enumerate(table.widths_mm, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width * _CHARACTERS_PER_MM
    for box in table.boxes:
        _place(sheet, box, report)


def _place(sheet: "Worksheet", box: Box, report: Report) -> None:
    row, column = _FIRST + box.line, 1 + box.column
    value = report.value(box.cell) if box.cell else box.text
    sheet.cell(row, column, show(value) if value is NOT_APPLICABLE else value)
    if box.lines > 1 or box.columns > 1:
        sheet.merge_cells(
            start_row=row,
            start_column=column,
            end_row=row + box.lines - 1,
            end_column=column + box.columns - 1,
        )
