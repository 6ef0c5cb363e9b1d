"""Grids of the form as sources lay them out, made from a report."""

from collections.abc import Mapping

from gicapp.core.grid import Grid, GridCell
from gicapp.form.declaration import Form, Table
from gicapp.form.values import Value, is_number, show


def value_cell(row: int, column: int, value: Value, rows: int = 1, columns: int = 1) -> GridCell:
    number = value if is_number(value) else None
    return GridCell(row, column, show(value), number, rows, columns)


def official(
    table: Table, values: Mapping[str, Value], top: int = 0, left: int = 0
) -> list[GridCell]:
    """Return the cells of a table as the official form prints them, merges and all."""
    cells = []
    for box in table.boxes:
        row, column = box.line + top, box.column + left
        if box.cell:
            cells.append(value_cell(row, column, values.get(box.cell), box.lines, box.columns))
        else:
            cells.append(GridCell(row, column, box.text, None, box.lines, box.columns))
    return cells


def grid(cells: list[GridCell], name: str = "工作表“Sheet1”") -> Grid:
    return Grid(name, tuple(sorted(cells, key=lambda c: (c.row, c.column))))


def all_tables(form: Form, values: Mapping[str, Value]) -> Grid:
    """Return one grid with all three tables below each other."""
    cells: list[GridCell] = []
    top = 2
    for table in form.tables:
        cells += official(table, values, top)
        top += table.height + 2
    return grid(cells)
