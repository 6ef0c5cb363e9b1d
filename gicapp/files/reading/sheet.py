"""Sheets of an xlsx workbook read cell by cell: hidden parts, formulas, errors, formats."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from gicapp.core.content import Problem
from gicapp.core.grid import Grid
from gicapp.files import limits
from gicapp.files.reading.archive import Archive
from gicapp.files.reading.markup import attribute, local, parse_xml, stream_xml
from gicapp.files.reading.number_format import Format, formats_of
from gicapp.files.reading.package import main_part, relations, target_of
from gicapp.files.reading.placing import (
    Merge,
    Placed,
    check_extent,
    check_filled,
    mark_hidden,
    place,
    position_of,
    range_of,
    sheet_name,
)
from gicapp.files.reading.sheet_cell import Book, Formulas, read_cell, text_of
from gicapp.files.reading.unreadable import Unreadable, damaged, too_large

_EMPTY: Final = re.compile(rb"<c(?:\s[^<>]*)?/>")  # styled but empty cells, often by the thousand
_TRUE: Final = frozenset({"1", "true"})

Links = dict[str, tuple[str, str]]


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


def read_sheets(archive: Archive) -> tuple[list[Grid], list[Problem]]:
    """Return the grids of all work sheets, and what was wrong with them."""
    part = main_part(archive)
    links = relations(archive, part)
    root = parse_xml(archive.read_xml(part), "工作簿")
    book = Book(_strings(archive, links), _formats(archive, links), _is_recalculated(root))
    grids: list[Grid] = []
    problems: list[Problem] = []
    seen: set[str] = set()
    for name, hidden, target in _tabs(root, links):
        if target in seen:
            raise damaged("两个工作表指向同一部件")
        seen.add(target)
        try:
            grid, found = _read_sheet(archive.read_xml(target), name, book, hidden=hidden)
            grids.append(grid)
            check_filled(grids)
        except Unreadable as failure:
            message = failure.problem.message
            said = message if message.startswith(name) else f"{name}：{message}"
            found = [Problem(failure.problem.code, name, said)]
        problems += found
    return grids, problems


def _tabs(root: etree._Element, links: Links) -> Iterator[tuple[str, bool, str]]:
    """Yield the Chinese name, hiddenness and part of each work sheet in the order of the tabs."""
    sheets = list(root.iter("{*}sheet"))
    if len(sheets) > limits.SHEETS:
        raise too_large(f"工作表超过 {limits.SHEETS} 个")
    for sheet in sheets:
        kind, target = links.get(attribute(sheet, "id") or "", ("", ""))
        if kind == "worksheet":
            hidden = sheet.get("state", "visible") != "visible"
            yield sheet_name(sheet.get("name", "")), hidden, target


def _is_recalculated(root: etree._Element) -> bool:
    return any(part.get("fullCalcOnLoad") in _TRUE for part in root.iter("{*}calcPr"))


def _strings(archive: Archive, links: Links) -> list[str]:
    part = target_of(links, "sharedStrings")
    if part is None or part not in archive.names:
        return []
    return [text_of(item) for item in stream_xml(archive.read_xml(part), ("si",), "文字表")]


def _formats(archive: Archive, links: Links) -> list[Format]:
    part = target_of(links, "styles")
    if part is None or part not in archive.names:
        return []
    return formats_of(parse_xml(archive.read_xml(part, limits.DOCUMENT_BYTES), "样式"))


def _read_sheet(text: bytes, name: str, book: Book, *, hidden: bool) -> tuple[Grid, list[Problem]]:
    sheet = _Sheet(name, hidden)
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
    if len(sheet.cells) > limits.CELLS:
        raise too_large(f"有内容的单元格超过 {limits.CELLS} 个")
    return row


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
