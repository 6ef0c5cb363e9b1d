"""A sheet of an xlsx workbook: its cells, merges and hidden parts.

A sheet written as office programs write them goes the short way of `tidy_sheet`, any other is
read element by element. Both end in `sheet_cell`, so that a cell says the same either way.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from gicapp.core.content import Problem
from gicapp.core.grid import Grid
from gicapp.files import limits
from gicapp.files.reading.markup import local, stream_xml
from gicapp.files.reading.placing import (
    Merge,
    Placed,
    check_extent,
    mark_hidden,
    place,
    position_of,
    range_of,
)
from gicapp.files.reading.sheet_cell import Book, Formulas, read_cell
from gicapp.files.reading.tidy_sheet import tidy_cells
from gicapp.files.reading.unreadable import too_large

_EMPTY: Final = re.compile(rb"<c(?:\s[^<>]*)?/>")  # styled but empty cells, often by the thousand
_TRUE: Final = frozenset({"1", "true"})


@dataclass
class _Sheet:
    """A sheet while it is read; positions count from 0."""

    name: str
    hidden: bool
    cells: Placed = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    formulas: Formulas = field(default_factory=Formulas)


def read_sheet(text: bytes, name: str, book: Book, *, hidden: bool) -> tuple[Grid, list[Problem]]:
    """Return the grid of a work sheet from its XML, and what was wrong with it."""
    sheet = _Sheet(name, hidden)
    tidy = tidy_cells(text, book)
    if tidy is not None:
        sheet.cells, text = tidy
        _check_count(sheet)
    row = -1
    for element in stream_xml(_EMPTY.sub(b"", text), ("row", "mergeCell", "col"), name):
        tag = local(element)
        if tag == "row":
            row = _read_row(element, row + 1, sheet, book)
        elif tag == "mergeCell":
            _read_merge(element, sheet)
        elif element.get("hidden") in _TRUE:
            sheet.hidden_columns.append(_columns(element))
    mark_hidden(sheet.cells, sheet.hidden_rows, sheet.hidden_columns, everything=hidden)
    return place(name, sheet.cells, sheet.merges, hidden=hidden)


def _read_row(element: etree._Element, expected: int, sheet: _Sheet, book: Book) -> int:
    """Take the cells of a row; return its number, which a file may leave out."""
    said = element.get("r", "")
    row = int(said) - 1 if said.isdecimal() and 0 < len(said) < 9 and int(said) else expected
    if element.get("hidden") in _TRUE:
        sheet.hidden_rows.add(row)
    column = -1
    for part in element:
        if local(part) != "c":
            continue
        position = position_of(part.get("r", "")) or (row, column + 1)
        column = position[1]
        cell = read_cell(part, position, book, sheet.formulas)
        if cell is not None:
            check_extent(cell.row + 1, cell.column + 1, sheet.name)
            sheet.cells[position] = cell
    _check_count(sheet)
    return row


def _check_count(sheet: _Sheet) -> None:
    if len(sheet.cells) > limits.CELLS:
        raise too_large(f"有内容的单元格超过 {limits.CELLS} 个")


def _read_merge(element: etree._Element, sheet: _Sheet) -> None:
    merge = range_of(element.get("ref", ""))
    if merge is not None:
        sheet.merges.append(merge)
    if len(sheet.merges) > limits.MERGES:
        raise too_large(f"合并单元格超过 {limits.MERGES} 处")


def _columns(element: etree._Element) -> tuple[int, int]:
    """Return the first and last column of a `col` element, from 0; (0, -1) when it names none."""
    first, last = element.get("min", ""), element.get("max", "")
    if not (first.isdecimal() and last.isdecimal()):
        return 0, -1
    return int(first) - 1, int(last) - 1
