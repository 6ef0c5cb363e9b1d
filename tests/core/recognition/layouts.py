"""Grids of the form as sources lay them out, and the ways in which sources change them."""

import random
import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from gicapp.core.grid import Grid, GridCell
from gicapp.core.sums import ordered_totals
from gicapp.form.declaration import Table
from gicapp.form.loader import load_form
from gicapp.form.values import Value, is_number, show

FORM = load_form()
DISCLOSURE, REQUESTS, DISPUTES = FORM.tables
Cells = list[GridCell]
Values = Mapping[str, Value]
_TRADITIONAL = str.maketrans(
    "业个会体关内决减务动区发处复对属开当总执护报据数机条没现确类结继续缴罚规计许诉请购费转过进项额种单万",
    "業個會體關內決減務動區發處復對屬開當總執護報據數機條沒現確類結繼續繳罰規計許訴請購費轉過進項額種單萬",
)
_NUMBERING = re.compile(r"^(（[一二三四五六七]）|[一二三四]、|\d\.)")


def some_values(seed: int = 5) -> Values:
    """Return a value for each of the 200 cells, with totals that agree."""
    chance = random.Random(seed)  # figures for tests
    values: dict[str, int] = {cell: chance.randrange(50) for cell in FORM.cells}
    for total in ordered_totals(FORM):
        values[total.cell] = sum(values[part] for part in total.parts)
    return MappingProxyType(values)


def figure(row: int, column: int, value: Value, rows: int = 1, columns: int = 1) -> GridCell:
    """Return a cell that holds a value as a workbook holds it."""
    number = value if is_number(value) else None
    return GridCell(row, column, show(value), number, rows, columns)


def official(table: Table, values: Values, top: int = 0, left: int = 0) -> Cells:
    """Return the cells of a table as the form prints them, merges and all."""
    cells = []
    for box in table.boxes:
        place = (box.line + top, box.column + left)
        if box.cell:
            cells.append(figure(*place, values.get(box.cell), box.lines, box.columns))
        else:
            cells.append(GridCell(*place, box.text, None, box.lines, box.columns))
    return cells


def one_sheet(values: Values) -> Cells:
    """Return all three tables below each other."""
    tops = (2, 20, 52)
    return [c for t, top in zip(FORM.tables, tops, strict=True) for c in official(t, values, top)]


def beside(values: Values) -> Cells:
    """Return all three tables beside each other."""
    lefts = (0, 6, 18)
    return [
        c for t, left in zip(FORM.tables, lefts, strict=True) for c in official(t, values, 1, left)
    ]


def grid(cells: Iterable[GridCell], name: str = "工作表“Sheet1”") -> Grid:
    """Return the grid of cells, each with its place as a sheet names it."""
    placed = [c._replace(where=f"R{c.row + 1}C{c.column + 1}") for c in cells]
    return Grid(name, tuple(sorted(placed, key=lambda c: (c.row, c.column))))


def unmerged(cells: Cells) -> Cells:
    """Return the cells without merges: the text stands in the first of them."""
    return [c._replace(rows=1, columns=1) for c in cells]


def filled(cells: Cells) -> Cells:
    """Return the cells without merges: the text is repeated in each of them."""
    return [
        c._replace(row=row, column=column, rows=1, columns=1)
        for c in cells
        for row in range(c.row, c.row + c.rows)
        for column in range(c.column, c.column + c.columns)
    ]


def moved(cells: Cells, down: int, right: int) -> Cells:
    return [c._replace(row=c.row + down, column=c.column + right) for c in cells]


def turned(cells: Cells) -> Cells:
    """Return the cells with rows as columns."""
    return [c._replace(row=c.column, column=c.row, rows=c.columns, columns=c.rows) for c in cells]


def relabelled(cells: Cells, change: Callable[[str], str]) -> Cells:
    return [c if c.number is not None else c._replace(text=change(c.text)) for c in cells]


def reordered(cells: Cells, order: Mapping[int, int]) -> Cells:
    """Return the cells with columns in another order: from place to place."""
    return [c._replace(column=order.get(c.column, c.column)) for c in cells]


def without_row(cells: Cells, row: int) -> Cells:
    """Return the cells without a row of the sheet; merges over it shrink."""
    kept = []
    for c in cells:
        if c.row <= row < c.row + c.rows and c.rows > 1:
            kept.append(c._replace(rows=c.rows - 1))
        elif c.row != row:
            kept.append(c._replace(row=c.row - (c.row > row)))
    return kept


def with_row(cells: Cells, row: int, new: Cells) -> Cells:
    """Return the cells with a row put in; merges over it grow."""
    pushed = [
        c._replace(rows=c.rows + 1)
        if c.row < row < c.row + c.rows
        else c._replace(row=c.row + (c.row >= row))
        for c in cells
    ]
    return pushed + [c._replace(row=row) for c in new]


def with_column(cells: Cells, column: int, new: Cells) -> Cells:
    """Return the cells with a column put in; merges over it grow."""
    pushed = [
        c._replace(columns=c.columns + 1)
        if c.column < column < c.column + c.columns
        else c._replace(column=c.column + (c.column >= column))
        for c in cells
    ]
    return pushed + [c._replace(column=column) for c in new]


def half_width(text: str) -> str:
    pairs = zip("（）、，：“”", '(),,:""', strict=True)
    for full, half in pairs:
        text = text.replace(full, half)
    return text


def spaced(text: str) -> str:
    return "　".join(text)


def broken(text: str) -> str:
    return "\n".join(text[start : start + 2] for start in range(0, len(text), 2))


def traditional(text: str) -> str:
    """Return a label in the letters of a site's second script."""
    return text.translate(_TRADITIONAL)


def unnumbered(text: str) -> str:
    return _NUMBERING.sub("", text)


def circled(text: str) -> str:
    return re.sub(r"^(\d)\.", lambda match: "①②③④⑤⑥⑦⑧"[int(match[1]) - 1], text)


def comma_numbered(text: str) -> str:
    return re.sub(r"^(\d)\.", r"\1、", text)


def bracket_numbered(text: str) -> str:
    return re.sub(r"^(\d)\.", r"（\1）", text)
