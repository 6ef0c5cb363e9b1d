"""A table of a web page as a grid, placed as browsers place it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from lxml import etree

from gicapp.core.grid import Doubt, Grid, GridCell
from gicapp.files import limits
from gicapp.files.reading.figure import from_written
from gicapp.files.reading.markup import local
from gicapp.files.reading.page_text import cell_text, is_hidden
from gicapp.files.reading.unreadable import too_large
from gicapp.form.values import Number

_GROUPS: Final = ("thead", "tbody", "tfoot")
_WIDEST: Final = 1000  # what browsers allow of colspan
_FIGURE: Final = re.compile(r"\s*-?[\d,.]+\s*", re.ASCII)
_FIGURES: Final = 6  # a table with so many figures of its own holds data, whatever is inside it
# where office programs write the exact number of a cell
_STORED: Final = ("x:num", "sdval", "data-sheets-value-number")


@dataclass
class _Table:
    """A table while it is read; `taken` holds positions that earlier cells reach."""

    name: str
    hidden: bool
    rows: int
    cells: list[GridCell] = field(default_factory=list)
    taken: set[tuple[int, int]] = field(default_factory=set)


def read_table(element: etree._Element, number: int, *, hidden: bool = False) -> Grid:
    """Return the grid of a table, the `number`th of its page."""
    rows = rows_of(element)
    table = _Table(f"第 {number} 个表格", hidden, len(rows))
    for row, line in enumerate(rows):
        unseen = hidden or is_hidden(line)
        column = 0
        for order, cell in enumerate(_cells_of(line), 1):
            while (row, column) in table.taken:
                column += 1
            doubt = Doubt.HIDDEN if unseen or is_hidden(cell) else None
            _place(cell, (row, column), table, f"第 {row + 1} 行第 {order} 格", doubt)
    return Grid(table.name, tuple(table.cells), hidden)


def is_layout(element: etree._Element) -> bool:
    """Tell whether a table only lays out the page: a frame around others, or a single column."""
    lines = [list(_cells_of(row)) for row in rows_of(element)]
    if all(len(line) <= 1 for line in lines):
        return True
    cells = [cell for line in lines for cell in line]
    if not any(next(cell.iter("table"), None) is not None for cell in cells):
        return False
    figures = sum(_FIGURE.fullmatch(cell_text(cell)) is not None for cell in cells)
    return figures < _FIGURES


def cells_of(element: etree._Element) -> Iterator[etree._Element]:
    """Yield the cells of a table, row by row."""
    for row in rows_of(element):
        yield from _cells_of(row)


def rows_of(element: etree._Element) -> list[etree._Element]:
    """Return the rows of a table as shown: heads first, feet last; not those of inner tables."""
    groups: dict[str, list[etree._Element]] = {name: [] for name in _GROUPS}
    stack = [(child, "tbody") for child in reversed(element)]
    while stack:
        part, group = stack.pop()
        name = local(part)
        if name == "tr":
            groups[group].append(part)
        elif name not in {"table", "td", "th", ""}:
            inner = name if name in _GROUPS else group
            stack += [(child, inner) for child in reversed(part)]
    return [row for name in _GROUPS for row in groups[name]]


def _cells_of(row: etree._Element) -> Iterator[etree._Element]:
    stack = list(reversed(row))
    while stack:
        part = stack.pop()
        if local(part) in {"td", "th"}:
            yield part
        elif local(part) not in {"table", "tr", ""}:
            stack += reversed(part)


def _place(
    cell: etree._Element,
    position: tuple[int, int],
    table: _Table,
    where: str,
    doubt: Doubt | None,
) -> None:
    """Put a cell at a free position; its span ends where other cells are."""
    row, column = position
    columns = min(_span(cell, "colspan") or 1, _WIDEST)
    rows = min(_span(cell, "rowspan") or table.rows, table.rows - row)
    if len(table.taken) + rows * columns > limits.AREA or len(table.cells) >= limits.CELLS:
        raise too_large(f"{table.name}的单元格太多")
    while columns > 1 and any((row, column + right) in table.taken for right in range(columns)):
        columns -= 1
    area = {(row + down, column + right) for down in range(rows) for right in range(columns)}
    if area & table.taken:  # an overlap below, which browsers draw and nobody can read
        rows, area = 1, {(row, column + right) for right in range(columns)}
    table.taken |= area
    text = cell_text(cell)
    number = _stored(cell, text)
    doubt = Doubt.ERROR if "x:err" in cell.attrib else doubt
    formula = cell.get("x:fmla") or ""
    table.cells.append(GridCell(row, column, text, number, rows, columns, where, doubt, formula))


def _span(cell: etree._Element, name: str) -> int | None:
    """Return a span as browsers read it: leading digits, 1 when there are none; None for 0."""
    match = re.match(r"\s*(\d{1,6})", cell.get(name) or "", re.ASCII)
    return (int(match[1]) or None) if match else 1


def _stored(cell: etree._Element, text: str) -> Number | None:
    """Return the exact number that an office program wrote beside what it shows.

    Only where that shows the same number, be it rounded: dates, errors, percentages and scaled
    figures have a number beside them that nobody sees.
    """
    written = next((cell.get(name) for name in _STORED if cell.get(name)), None)
    number = from_written(written) if written else None
    seen = from_written(text.replace(",", ""))
    if number is None or seen is None:
        return None
    rounded = Decimal(number).quantize(Decimal(1).scaleb(-_decimals(text)), ROUND_HALF_UP)
    return number if rounded == seen else None


def _decimals(text: str) -> int:
    """Return how many digits stand behind the point."""
    return len(text.strip().partition(".")[2])
