"""OpenDocument spreadsheets (ods): cells with their repetitions, spans and hidden parts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from gicapp.core.content import Content, Problem
from gicapp.core.grid import Doubt, Grid, GridCell
from gicapp.files import limits
from gicapp.files.reading.archive import Archive
from gicapp.files.reading.figure import from_written, shown
from gicapp.files.reading.kind import encrypted
from gicapp.files.reading.markup import attribute, child, local, parse_xml
from gicapp.files.reading.number_format import Said
from gicapp.files.reading.placing import (
    Merge,
    Placed,
    check_extent,
    check_filled,
    letters,
    mark_hidden,
    place,
    sheet_name,
)
from gicapp.files.reading.unreadable import damaged, too_large

_GROUPS: Final = frozenset(
    {"table-row-group", "table-rows", "table-header-rows", "table-column-group"}
    | {"table-columns", "table-header-columns"}
)
_CELLS: Final = frozenset({"table-cell", "covered-table-cell"})
_UNIT: Final = re.compile(r"[元万亿千百%％]")  # a format that says more than the bare number
_REFERENCE: Final = re.compile(r"\[\.?([^\]]*)\]")


@dataclass
class _Sheet:
    """A sheet while it is read; positions count from 0."""

    name: str
    cells: Placed = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)


def read_open_document(archive: Archive) -> Content:
    """Return the sheets of an OpenDocument spreadsheet as grids."""
    manifest = "META-INF/manifest.xml"
    if manifest in archive.names and b"encryption-data" in archive.read(manifest):
        raise encrypted()
    root = parse_xml(archive.read_xml("content.xml", limits.DOCUMENT_BYTES), "表格内容")
    concealed = _concealed_styles(root)
    body = next(root.iter("{*}spreadsheet"), None)
    if body is None:
        raise damaged("文档里没有表格")
    grids: list[Grid] = []
    problems: list[Problem] = []
    for table in body:
        if local(table) == "table":
            grid, found = _read_sheet(table, hidden=attribute(table, "style-name") in concealed)
            grids.append(grid)
            check_filled(grids)
            problems += found
    return Content("ods", tuple(grids), tuple(problems))


def _concealed_styles(root: etree._Element) -> set[str | None]:
    """Return the names of the table styles that hide their sheet."""
    return {
        attribute(style, "name")
        for style in root.iter("{*}style")
        if attribute(child(style, "table-properties"), "display") == "false"
    }


def _read_sheet(table: etree._Element, *, hidden: bool) -> tuple[Grid, list[Problem]]:
    sheet = _Sheet(sheet_name(attribute(table, "name") or ""))
    row = column = 0
    for part in _lines(table):
        concealed = attribute(part, "visibility") in {"collapse", "filter"}
        if local(part) == "table-column":
            times = _count(part, "number-columns-repeated")
            if concealed:
                sheet.hidden_columns.append((column, column + times - 1))
            column += times
        else:
            row = _read_row(part, row, sheet, concealed=concealed)
    mark_hidden(sheet.cells, sheet.hidden_rows, sheet.hidden_columns, everything=hidden)
    return place(sheet.name, sheet.cells, sheet.merges, hidden=hidden)


def _lines(container: etree._Element) -> Iterator[etree._Element]:
    """Yield the column and row elements of a table, groups looked through."""
    for part in container:
        if local(part) in {"table-column", "table-row"}:
            yield part
        elif local(part) in _GROUPS:
            yield from _lines(part)


def _read_row(line: etree._Element, row: int, sheet: _Sheet, *, concealed: bool) -> int:
    """Take the cells of a row, as often as it is repeated; return the number of the next row."""
    times = _count(line, "number-rows-repeated")
    filled = list(_filled_cells(line, sheet.name))
    if not filled:
        return row + times
    check_extent(row + times, 1, sheet.name)
    if len(sheet.cells) + times * len(filled) > limits.CELLS:
        raise too_large(f"{sheet.name}有内容的单元格太多")
    for at in range(row, row + times):
        if concealed:
            sheet.hidden_rows.add(at)
        for column, element, what in filled:
            _put(element, (at, column), what, sheet)
    if len(sheet.merges) > limits.MERGES:
        raise too_large(f"{sheet.name}的合并单元格太多")
    return row + times


def _filled_cells(line: etree._Element, name: str) -> Iterator[tuple[int, etree._Element, Said]]:
    """Yield column, element and meaning of the cells of a row that hold or span something."""
    column = 0
    for element in line:
        if local(element) not in _CELLS:
            continue
        times = _count(element, "number-columns-repeated")
        what = _said(element)
        if what != ("", None, None) or _span(element) != (1, 1):
            check_extent(1, column + times, name)
            for at in range(column, column + times):
                yield at, element, what
        column += times


def _put(element: etree._Element, position: tuple[int, int], what: Said, sheet: _Sheet) -> None:
    row, column = position
    rows, columns = _span(element)
    if (rows, columns) != (1, 1):
        sheet.merges.append((row, column, row + rows - 1, column + columns - 1))
    text, number, doubt = what
    if text or doubt:
        where = f"{letters(column)}{row + 1}"
        formula = _formula(element)
        sheet.cells[position] = GridCell(row, column, text, number, 1, 1, where, doubt, formula)


def _said(element: etree._Element) -> Said:
    """Return what a cell says: the exact number that is stored, the text that is shown."""
    text = "\n".join(_words(part) for part in element if local(part) == "p")
    values = [str(v) for k, v in element.attrib.items() if str(k).endswith("}value-type")]
    if "error" in values:
        return text, None, Doubt.ERROR
    kind = values[0] if values else ""
    if kind in {"float", "currency"}:
        number = from_written(attribute(element, "value") or "")
        if number is None:
            return text, None, Doubt.ERROR
        return (text, None, None) if _UNIT.search(text) else (shown(number), number, None)
    if kind in {"date", "time"}:
        return text or attribute(element, f"{kind}-value") or "", None, Doubt.DATE
    if not text and not kind and _formula(element):
        return "", None, Doubt.FORMULA
    return text, None, None


def _words(part: etree._Element) -> str:
    """Return the text of a paragraph, with the spaces and line ends that have own elements."""
    words = part.text or ""
    for inner in part:
        name = local(inner)
        if name == "s":
            words += " " * min(_count(inner, "c"), 100)
        elif name in {"line-break", "tab"}:
            words += "\n" if name == "line-break" else "\t"
        elif name != "annotation":
            words += _words(inner)
        words += inner.tail or ""
    return words


def _formula(element: etree._Element) -> str:
    """Return a formula as spreadsheets show it: of:=SUM([.B2:.C2]) is =SUM(B2:C2)."""
    written = attribute(element, "formula") or ""
    plain = _REFERENCE.sub(lambda match: match[1].replace(":.", ":"), written)
    return plain[plain.find("=") :] if "=" in plain else ""


def _span(element: etree._Element) -> tuple[int, int]:
    return _count(element, "number-rows-spanned"), _count(element, "number-columns-spanned")


def _count(element: etree._Element, name: str) -> int:
    """Return a repetition or span, 1 where none is written."""
    said = attribute(element, name) or ""
    return int(said) if said.isdecimal() and 0 < len(said) < 9 and int(said) else 1
