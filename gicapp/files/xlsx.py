"""The three tables as a workbook: official labels and merges, live totals, last year beside."""

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, cast

from gicapp.core.report import Report, title_of
from gicapp.files.package import EPOCH, pack_parts, unpack_parts
from gicapp.form.declaration import Balance, Box, Form, Table, Total
from gicapp.form.values import NOT_APPLICABLE, Number, exact, is_number, show

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_FIRST: Final = 3  # the sheet row of a table's first line: title and a blank row stand above
_GAP: Final = 4  # columns between a table and last year's figures, for the checks
_CHARACTERS_PER_MM: Final = 0.6
_NARROWEST: Final = 7.0
_MM_A_CHARACTER: Final = 3.1
_LINE: Final = 13.0  # points
_PADDING: Final = 5.0
_DIGITS: Final = 15  # Excel keeps so many; a longer number is written as text
_EPOCH: Final = datetime(*EPOCH, tzinfo=UTC)
_MODIFIED: Final = re.compile(rb"<dcterms:modified.*?</dcterms:modified>")
_UNCACHED: Final = re.compile(r'<c r="([A-Z]+\d+)"([^>]*)><f>([^<]*)</f><v ?/?>(?:</v>)?</c>')
_FACE: Final = "宋体"
_FONT_ORDER: Final = (
    "b",
    "i",
    "strike",
    "u",
    "vertAlign",
    "sz",
    "color",
    "name",
    "family",
    "scheme",
)
_RED: Final = "FFC7CE"


@dataclass
class _Sheet:
    """A sheet while it is filled; `cached` holds the results of its formulas."""

    sheet: "Worksheet"
    table: Table
    form: Form
    report: Report
    cached: dict[str, Number | str]

    def address(self, cell: str) -> str:
        """Return where a cell of the form stands, such as D4."""
        box = self.form.cells[cell].box
        return self.at(box.line, box.column).coordinate

    def at(self, line: int, column: int) -> "Cell":
        """Return the sheet's cell at a position of the form's grid."""
        # only a position under a merge holds no cell, and boxes do not overlap
        return cast("Cell", self.sheet.cell(_FIRST + line, 1 + column))


def build_workbook(report: Report, form: Form) -> bytes:
    """Return an .xlsx with one sheet a table; a blank cell stays blank, `/` stays `/`.

    A total that agrees with its parts is a formula; one that does not keeps the report's figure
    and turns red. Labels are protected without a password.
    """
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    sheets = [
        _Sheet(book.create_sheet(table.name), table, form, report, {}) for table in form.tables
    ]
    for sheet in sheets:
        _fill(sheet)
    return _saved(book, [sheet.cached for sheet in sheets])


def _fill(sheet: _Sheet) -> None:
    _set_up(sheet)
    for box in sheet.table.boxes:
        _place(sheet, box, 0, _shown(sheet.report, box))
    _set_heights(sheet)
    _add_totals(sheet)
    _add_balances(sheet)
    _protect(sheet)
    if sheet.report.prior is not None:
        _add_prior(sheet, sheet.report.prior)


def _shown(report: Report, box: Box) -> Number | str | None:
    """Return what a box shows; a number beyond what Excel keeps becomes text."""
    if not box.cell:
        return box.text
    value = report.value(box.cell)
    if value is NOT_APPLICABLE or (is_number(value) and _length(value) > _DIGITS):
        return show(value)
    return value


def _length(number: Number) -> int:
    return sum(character.isdigit() for character in show(number))


def _place(sheet: _Sheet, box: Box, offset: int, content: Number | str | None) -> None:
    """Put a box on the sheet, `offset` columns to the right of where the form has it."""
    from openpyxl.styles import Alignment, Border, Font, Side

    first = sheet.at(box.line, box.column + offset)
    last = sheet.at(box.line + box.lines - 1, box.column + box.columns - 1 + offset)
    thin = Side("thin")
    for row in sheet.sheet[f"{first.coordinate}:{last.coordinate}"]:
        for cell in row:
            cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
    first.value = content
    first.font = Font(name=_FACE, size=10)
    is_label = bool(box.labels_row) and sheet.table.label_columns > 1
    first.alignment = Alignment(
        "left" if is_label else "center", "center", wrap_text=True, indent=int(is_label)
    )
    if first is not last:
        sheet.sheet.merge_cells(f"{first.coordinate}:{last.coordinate}")


def _set_up(sheet: _Sheet) -> None:
    """Write the title, set column widths, and make the sheet print on one page across."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    title = sheet.at(1 - _FIRST, 0)
    title.value = "".join(title_of(sheet.report, sheet.form).split())
    title.font = Font(name=_FACE, size=14, bold=True)
    title.alignment = Alignment("center", "center")
    last = sheet.at(1 - _FIRST, sheet.table.width - 1)
    sheet.sheet.merge_cells(f"{title.coordinate}:{last.coordinate}")
    for number, width in enumerate(sheet.table.widths_mm, 1):
        column = sheet.sheet.column_dimensions[get_column_letter(number)]
        column.width = max(_NARROWEST, width * _CHARACTERS_PER_MM)
    sheet.sheet.print_area = f"A1:{sheet.at(sheet.table.height + 2, sheet.table.width).coordinate}"
    sheet.sheet.page_setup.paperSize = sheet.sheet.PAPERSIZE_A4
    sheet.sheet.page_setup.fitToHeight = 0
    sheet.sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _set_heights(sheet: _Sheet) -> None:
    """Make lines as high as their labels need; no program does it for merged cells."""
    for line in range(sheet.table.height):
        lines = [1.0]
        for box in sheet.table.boxes:
            if box.text and box.line + box.lines - 1 == line:
                width = sum(sheet.table.widths_mm[box.column : box.column + box.columns])
                lines.append(-(-len(box.text) * _MM_A_CHARACTER // width) / box.lines)
        sheet.sheet.row_dimensions[_FIRST + line].height = _LINE * max(lines) + _PADDING


def _protect(sheet: _Sheet) -> None:
    """Lock everything but the figures that are typed; there is no password."""
    from openpyxl.styles import Protection

    for cell in sheet.table.cells:
        place = sheet.at(cell.box.line, cell.box.column)
        if place.data_type != "f":
            place.protection = Protection(locked=False)
    sheet.sheet.protection.sheet = True
    sheet.sheet.protection.formatColumns = False


def _add_totals(sheet: _Sheet) -> None:
    """Make the totals that agree formulas, mark those that do not, and say by how much."""
    totals = [t for t in sheet.form.totals if sheet.form.cells[t.cell].table == sheet.table.id]
    beside = _beside(sheet, totals)
    below = [total for total in totals if total not in beside]
    for total in totals:
        value = sheet.report.value(total.cell)
        if is_number(value) and value == _summed(sheet, total.parts):
            place = sheet.sheet[sheet.address(total.cell)]
            place.value = f"={_sum(sheet, total.parts)}"
            sheet.cached[place.coordinate] = value
    for total in beside:
        line = sheet.form.cells[total.cell].box.line
        _check(sheet, sheet.at(line, sheet.table.width), (total.cell,), total.parts)
    for number, total in enumerate(below):
        box = sheet.form.cells[total.cell].box
        # under a table without labels, a line of checks would look like its line of figures
        under = sheet.at(sheet.table.height + 1, box.column)
        place = (
            under if sheet.table.label_columns else sheet.at(box.line, sheet.table.width + number)
        )
        _check(sheet, place, (total.cell,), total.parts)
    is_right = bool(beside) or not sheet.table.label_columns
    _head(sheet, sheet.at(0, sheet.table.width), "总计核对" if totals and is_right else "")
    is_under = bool(below) and bool(sheet.table.label_columns)
    _head(sheet, sheet.at(sheet.table.height + 1, 0), "各列总计核对" if is_under else "")


def _beside(sheet: _Sheet, totals: Sequence[Total]) -> list[Total]:
    """Return the only total of its line's parts, line by line; it is checked at the line's end."""
    cells = sheet.form.cells
    across = [
        total
        for total in totals
        if {cells[part].box.line for part in total.parts} == {cells[total.cell].box.line}
    ]
    lines = [cells[total.cell].box.line for total in across]
    return [total for total, line in zip(across, lines, strict=True) if lines.count(line) == 1]


def _add_balances(sheet: _Sheet) -> None:
    balances = [b for b in sheet.form.balances if _table_of(sheet, b) == sheet.table.id]
    for balance in balances:
        column = sheet.form.cells[balance.left[0]].box.column
        place = sheet.at(sheet.table.height + 2, column)
        _check(sheet, place, balance.left, balance.right)
    _head(sheet, sheet.at(sheet.table.height + 2, 0), "勾稽核对" if balances else "")


def _table_of(sheet: _Sheet, balance: Balance) -> str:
    return sheet.form.cells[balance.left[0]].table


def _head(sheet: _Sheet, place: "Cell", text: str) -> None:
    """Name a row or column of checks; under the labels the name takes all their columns."""
    from openpyxl.styles import Font

    if not text:
        return
    place.value = text
    place.font = Font(name=_FACE, size=10)
    if place.row > _FIRST + sheet.table.height and sheet.table.label_columns > 1:
        last = sheet.sheet.cell(place.row, sheet.table.label_columns)
        sheet.sheet.merge_cells(f"{place.coordinate}:{last.coordinate}")


def _check(sheet: _Sheet, place: "Cell", left: Sequence[str], right: Sequence[str]) -> None:
    """Write whether two sums are equal, and turn the place and a single left cell red if not."""
    from openpyxl.formatting.rule import Rule
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.styles.differential import DifferentialStyle

    one, other = _sum(sheet, left), _sum(sheet, right)
    place.value = f'=IF({one}={other},"平","差"&({one}-{other}))'
    place.alignment = Alignment("center", "center", shrink_to_fit=True)
    place.font = Font(name=_FACE, size=10)
    difference = exact(_summed(sheet, left) - _summed(sheet, right))
    sheet.cached[place.coordinate] = f"差{show(difference)}" if difference else "平"
    fill = DifferentialStyle(fill=PatternFill("solid", bgColor=_RED))
    red = Rule("expression", formula=[f"{one}<>{other}"], dxf=fill)
    marked = [place.coordinate, *([sheet.address(left[0])] if len(left) == 1 else [])]
    for address in marked:
        sheet.sheet.conditional_formatting.add(address, red)


def _sum(sheet: _Sheet, cells: Sequence[str]) -> str:
    """Return the sum of cells as a formula; blanks and texts count nothing."""
    return f"SUM({','.join(sheet.address(cell) for cell in cells)})"


def _summed(sheet: _Sheet, cells: Sequence[str]) -> Number:
    values = [sheet.report.value(cell) for cell in cells]
    return sum(value for value in values if is_number(value))


def _add_prior(sheet: _Sheet, prior: Report) -> None:
    """Put last year's figures to the right, headed with their year so that none mistakes them."""
    year = f"{prior.year}年" if prior.year else "上年"
    offset = sheet.table.width + _GAP
    for box in sheet.table.boxes:
        if box.cell:
            _place(sheet, box, offset, _shown(prior, box))
        elif box.labels_column or (box.labels_row and not sheet.table.label_columns):
            _place(sheet, box, offset, f"{year}{box.text}")


def _saved(book: "Workbook", cached: Sequence[Mapping[str, Number | str]]) -> bytes:
    """Return the workbook's bytes without author or time: the same report, the same bytes.

    openpyxl writes formulas without results, so that a reader that does not reckon sees blanks:
    the results are put in.
    """
    book.calculation.fullCalcOnLoad = False  # the results are there, and right
    book.properties.creator = ""
    book.properties.created = book.properties.modified = _EPOCH
    buffer = io.BytesIO()
    book.save(buffer)
    parts = unpack_parts(buffer.getvalue())
    core = parts["docProps/core.xml"]
    parts["docProps/core.xml"] = _MODIFIED.sub(b"", core)  # openpyxl puts the time of saving
    parts["xl/styles.xml"] = _with_ordered_fonts(parts["xl/styles.xml"])
    for number, results in enumerate(cached, 1):
        name = f"xl/worksheets/sheet{number}.xml"
        parts[name] = _with_results(parts[name].decode(), results).encode()
    return pack_parts(parts)


def _with_results(sheet: str, results: Mapping[str, Number | str]) -> str:
    def completed(match: re.Match[str]) -> str:
        address, attributes, formula = match.groups()
        if address not in results:
            return match[0]
        result = results[address]
        kind = ' t="str"' if isinstance(result, str) else ""
        text = result if isinstance(result, str) else show(result)
        return f'<c r="{address}"{attributes}{kind}><f>{formula}</f><v>{text}</v></c>'

    return _UNCACHED.sub(completed, sheet)


def _with_ordered_fonts(part: bytes) -> bytes:
    """Put what a font says into the order of the schema, which openpyxl does not mind."""
    from lxml import etree

    root = etree.fromstring(part)
    for font in root.iter("{*}font"):
        font[:] = sorted(font, key=lambda child: _FONT_ORDER.index(etree.QName(child).localname))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
