"""A table of a Word document as a grid; a table that only lays out the page becomes its blocks."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from gicapp.core.content import Problem
from gicapp.core.grid import Grid, GridCell
from gicapp.files import limits
from gicapp.files.reading.document_text import text_of
from gicapp.files.reading.markup import attribute, child, local
from gicapp.files.reading.set_apart import PICTURE, in_brackets
from gicapp.files.reading.unreadable import too_large

_WRAPPERS: Final = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo"})
_WIDEST: Final = 200  # grid columns; Word itself allows 63
_PICTURES: Final = ("{*}drawing", "{*}pict", "{*}object")
_LAYOUT: Final = 4  # a table of so few cells that holds tables only lays out the page


@dataclass
class _Table:
    """A table while it is read; `reaching` maps a grid column to the cell that may reach down."""

    name: str
    cells: list[GridCell] = field(default_factory=list)
    reaching: dict[int, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_table(element: etree._Element, number: int) -> tuple[Grid, list[Problem]]:
    """Return the grid of a table, the `number`th of its document, and what it hides."""
    table = _Table(f"第 {number} 个表格")
    for row, line in enumerate(_parts(element, "tr")):
        _read_row(line, row, table)
        if len(table.cells) > limits.CELLS:
            raise too_large(f"{table.name}的单元格超过 {limits.CELLS} 个")
    return Grid(table.name, tuple(table.cells)), table.problems


def is_layout(element: etree._Element) -> bool:
    """Tell whether a table is a frame around text and tables instead of a table of figures."""
    cells = list(cells_of(element))
    if len(cells) == 1:
        return True
    return len(cells) <= _LAYOUT and any(has_table(cell) for cell in cells)


def cells_of(element: etree._Element) -> Iterator[etree._Element]:
    """Yield the cells of a table, row by row."""
    for row in _parts(element, "tr"):
        yield from _parts(row, "tc")


def has_table(cell: etree._Element) -> bool:
    """Tell whether a table stands inside a cell."""
    return next(cell.iter("{*}tbl"), None) is not None


def _parts(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield rows or cells, wrappers looked through, tracked deletions left out."""
    for part in element:
        if local(part) == name:
            if child(child(part, "trPr"), "del") is None:
                yield part
        elif local(part) in _WRAPPERS:
            yield from _parts(part, name)


def _read_row(line: etree._Element, row: int, table: _Table) -> None:
    column = _count(child(child(line, "trPr"), "gridBefore"), 0)
    reached: dict[int, int] = {}
    for number, cell in enumerate(_parts(line, "tc"), 1):
        properties = child(cell, "tcPr")
        width = _count(child(properties, "gridSpan"), 1)
        text = cell_text(cell)
        where = f"第 {row + 1} 行第 {number} 格"
        if _continues(properties, "hMerge") and table.cells and table.cells[-1].row == row:
            _widen(table, width)
        elif _continues(properties, "vMerge") and column in table.reaching:
            reached[column] = table.reaching[column]
            _lengthen(table, table.reaching[column], row, text)
        else:
            reached[column] = len(table.cells)
            table.cells.append(GridCell(row, column, text, None, 1, width, where))
        column += width
    table.reaching = reached


def _continues(properties: etree._Element | None, name: str) -> bool:
    mark = child(properties, name)
    return mark is not None and attribute(mark) in {None, "continue"}


def _widen(table: _Table, width: int) -> None:
    last = table.cells[-1]
    table.cells[-1] = last._replace(columns=last.columns + width)


def _lengthen(table: _Table, index: int, row: int, text: str) -> None:
    head = table.cells[index]
    table.cells[index] = head._replace(rows=row - head.row + 1)
    if text.strip() and text != head.text:
        table.problems.append(
            Problem(
                "value.covered",
                f"{table.name}{head.where}",
                f"{table.name}{head.where}的合并单元格遮住了“{text.strip()[:20]}”，没有读取，"
                "请核对。",
            )
        )


def _count(element: etree._Element | None, default: int) -> int:
    said = attribute(element) or ""
    number = int(said) if said.isdecimal() and len(said) < 6 else default
    return min(max(number, default), _WIDEST)


def cell_text(cell: etree._Element) -> str:
    """Return the paragraphs of a cell as lines; tables inside it are read on their own."""
    text = "\n".join(text_of(paragraph, marked=True) for paragraph in _paragraphs(cell))
    if not text.strip() and next(cell.iter(*_PICTURES), None) is not None:
        return PICTURE
    return in_brackets(text)


def _paragraphs(container: etree._Element) -> Iterator[etree._Element]:
    for part in container:
        if local(part) == "p":
            yield part
        elif local(part) in _WRAPPERS:
            yield from _paragraphs(part)
