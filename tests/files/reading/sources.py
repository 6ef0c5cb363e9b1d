"""One table written as every kind of file that the readers know."""

import csv
import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from html import escape

import docx
from openpyxl import Workbook

from tests.files.reading.old_workbook import OldSheet, old_workbook

Position = tuple[int, int]
Cell = str | int | Decimal
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
_SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet"


@dataclass(frozen=True)
class Table:
    """Cells by (row, column) from 0, and merges as (top, left, bottom, right)."""

    cells: dict[Position, Cell]
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)

    @property
    def size(self) -> Position:
        """Return the number of rows and columns."""
        rows = [row for row, _ in self.cells] + [merge[2] for merge in self.merges]
        columns = [column for _, column in self.cells] + [merge[3] for merge in self.merges]
        return max(rows, default=0) + 1, max(columns, default=0) + 1

    def span(self, row: int, column: int) -> Position:
        """Return the rows and columns that a position spans, (0, 0) where another covers it."""
        for top, left, bottom, right in self.merges:
            if (row, column) == (top, left):
                return bottom - top + 1, right - left + 1
            if top <= row <= bottom and left <= column <= right:
                return 0, 0
        return 1, 1

    def shown(self) -> Iterator[tuple[int, int, str, int, int]]:
        """Yield row, column, text, rows and columns of every position that is not covered."""
        rows, columns = self.size
        for row in range(rows):
            for column in range(columns):
                down, right = self.span(row, column)
                if down:
                    yield row, column, text_of(self.cells.get((row, column), "")), down, right


def text_of(value: Cell) -> str:
    """Return a value as it is shown."""
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def xlsx(table: Table) -> bytes:
    """Write a workbook with openpyxl."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "表"
    for (row, column), value in table.cells.items():
        sheet.cell(row + 1, column + 1, value)
    for top, left, bottom, right in table.merges:
        sheet.merge_cells(None, top + 1, left + 1, bottom + 1, right + 1)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def xls(table: Table) -> bytes:
    """Write an old workbook."""
    return old_workbook(OldSheet("表", dict(table.cells), list(table.merges)))


def ods(table: Table) -> bytes:
    """Write an OpenDocument spreadsheet."""
    rows: dict[int, str] = {}
    columns = table.size[1]
    for row in range(table.size[0]):
        line = "".join(_ods_cell(table, row, column) for column in range(columns))
        rows[row] = f"<table:table-row>{line}</table:table-row>"
    return ods_of(f'<table:table table:name="表">{"".join(rows.values())}</table:table>')


def ods_of(tables: str) -> bytes:
    """Return an OpenDocument spreadsheet with tables written as XML."""
    names = " ".join(f'xmlns:{n}="{_OFFICE}{n}:1.0"' for n in ("office", "table", "text", "style"))
    content = (
        f"<office:document-content {names}><office:body><office:spreadsheet>{tables}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return packed({"mimetype": _SPREADSHEET, "content.xml": content})


def _ods_cell(table: Table, row: int, column: int) -> str:
    down, right = table.span(row, column)
    if not down:
        return "<table:covered-table-cell/>"
    value = table.cells.get((row, column), "")
    span = f'table:number-rows-spanned="{down}" table:number-columns-spanned="{right}"'
    kind = "" if isinstance(value, str) else f' office:value-type="float" office:value="{value}"'
    text = "".join(f"<text:p>{escape(line)}</text:p>" for line in text_of(value).split("\n"))
    return f"<table:table-cell {span}{kind}>{text if value != '' else ''}</table:table-cell>"


def packed(parts: dict[str, str | bytes]) -> bytes:
    """Return a ZIP of parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def html(table: Table) -> bytes:
    """Write a web page."""
    return page(table).encode()


def page(table: Table) -> str:
    """Return a web page as text."""
    lines: dict[int, list[str]] = {row: [] for row in range(table.size[0])}
    for row, _, text, down, right in table.shown():
        words = escape(text).replace("\n", "<br>")
        lines[row].append(f'<td rowspan="{down}" colspan="{right}">{words}</td>')
    rows = "".join(f"<tr>{''.join(cells)}</tr>" for cells in lines.values())
    return (
        '<html><head><meta charset="utf-8"></head><body><p>前言</p>'
        f"<table>{rows}</table><p>后记</p></body></html>"
    )


def named_xls(table: Table) -> bytes:
    """Write a page in GBK that systems export under the name of an old workbook."""
    return page(table).replace('"utf-8"', '"gb2312"').encode("gb18030")


def mht(table: Table) -> bytes:
    """Write a page archive."""
    head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'
    part = "--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    return f"{head}{part}{page(table)}\r\n--b--\r\n".encode()


def docx_file(table: Table) -> bytes:
    """Write a Word document with python-docx."""
    document = docx.Document()
    document.add_paragraph("前言")
    grid = document.add_table(*table.size)
    for top, left, bottom, right in table.merges:
        grid.cell(top, left).merge(grid.cell(bottom, right))
    for row, column, text, _, _ in table.shown():
        grid.cell(row, column).text = text
    document.add_paragraph("后记")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def delimited(table: Table, separator: str, encoding: str) -> bytes:
    """Write the cells with a separator between them; merges are lost."""
    buffer = io.StringIO(newline="")
    rows, columns = table.size
    writer = csv.writer(buffer, delimiter=separator)
    for row in range(rows):
        writer.writerow(text_of(table.cells.get((row, column), "")) for column in range(columns))
    return buffer.getvalue().encode(encoding)


WRITERS: dict[str, Callable[[Table], bytes]] = {
    "xlsx": xlsx,
    "xls": xls,
    "ods": ods,
    "html": html,
    "named_xls": named_xls,
    "mht": mht,
    "docx": docx_file,
}
