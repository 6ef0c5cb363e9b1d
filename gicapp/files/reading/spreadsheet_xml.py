"""Excel's XML of 2003 (often named .xls): the sheets that older systems export."""

from typing import Final

from lxml import etree

from gicapp.core.content import Content, Problem
from gicapp.core.grid import Doubt, Grid, GridCell
from gicapp.files import limits
from gicapp.files.reading.entities import refuse_entities
from gicapp.files.reading.figure import from_written, shown
from gicapp.files.reading.markup import attribute, child, local, parse_xml
from gicapp.files.reading.placing import (
    Merge,
    Placed,
    check_extent,
    letters,
    mark_hidden,
    place,
    sheet_name,
)
from gicapp.files.reading.unreadable import too_large

NAMESPACE: Final = "urn:schemas-microsoft-com:office:spreadsheet"


def read_spreadsheet_xml(text: str) -> Content:
    """Return the sheets of an XML spreadsheet as grids."""
    data = text[text.index("?>") + 2 :] if text.lstrip().startswith("<?xml") else text
    root = parse_xml(refuse_entities(data.encode(), "工作簿"), "工作簿")
    grids: list[Grid] = []
    problems: list[Problem] = []
    for sheet in root.iter("{*}Worksheet"):
        grid, found = _read_sheet(sheet)
        grids.append(grid)
        problems += found
    return Content("xls", tuple(grids), tuple(problems))


def _read_sheet(sheet: etree._Element) -> tuple[Grid, list[Problem]]:
    name = sheet_name(attribute(sheet, "Name") or "")
    visible = next(sheet.iter("{*}Visible"), None)
    hidden = visible is not None and visible.text != "SheetVisible"
    cells: Placed = {}
    merges: list[Merge] = []
    hidden_rows: set[int] = set()
    table = child(sheet, "Table")
    row = -1
    for line in table if table is not None else ():
        if local(line) != "Row":
            continue
        row = _index(line, row + 1)
        check_extent(row + 1, 1, name)
        if attribute(line, "Hidden") == "1":
            hidden_rows.add(row)
        _read_row(line, row, cells, merges, name)
    mark_hidden(cells, hidden_rows, _hidden_columns(table), everything=hidden)
    return place(name, cells, merges, hidden=hidden)


def _read_row(
    line: etree._Element, row: int, cells: Placed, merges: list[Merge], name: str
) -> None:
    column = -1
    for element in line:
        if local(element) != "Cell":
            continue
        column = _index(element, column + 1)
        check_extent(row + 1, column + 1, name)
        across, down = _number(element, "MergeAcross"), _number(element, "MergeDown")
        if across or down:
            merges.append((row, column, row + down, column + across))
        cell = _cell(element, row, column)
        if cell is not None:
            cells[row, column] = cell
        column += across
    if len(cells) > limits.CELLS or len(merges) > limits.MERGES:
        raise too_large(f"{name}的单元格太多")


def _cell(element: etree._Element, row: int, column: int) -> GridCell | None:
    data = child(element, "Data")
    text = "".join(str(piece) for piece in data.itertext()) if data is not None else ""
    formula = attribute(element, "Formula") or ""
    if not text and not formula:
        return None
    kind = attribute(data, "Type")
    number = from_written(text) if kind == "Number" else None
    doubt = {"Error": Doubt.ERROR, "DateTime": Doubt.DATE}.get(kind or "")
    if kind == "Number" and number is None:
        doubt = Doubt.ERROR
    if data is None:
        doubt = Doubt.FORMULA
    where = f"{letters(column)}{row + 1}"
    text = shown(number) if number is not None else text
    return GridCell(row, column, text, number, 1, 1, where, doubt, formula)


def _index(element: etree._Element, expected: int) -> int:
    """Return a position from 0: the one that is written, else the next."""
    return _number(element, "Index") - 1 if _number(element, "Index") else expected


def _number(element: etree._Element, name: str) -> int:
    said = attribute(element, name) or ""
    return int(said) if said.isdecimal() and len(said) < 8 else 0


def _hidden_columns(table: etree._Element | None) -> list[tuple[int, int]]:
    hidden: list[tuple[int, int]] = []
    column = -1
    for element in table if table is not None else ():
        if local(element) == "Column":
            column = _index(element, column + 1)
            last = column + _number(element, "Span")
            if attribute(element, "Hidden") == "1":
                hidden.append((column, last))
            column = last
    return hidden
