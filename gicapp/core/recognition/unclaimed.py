"""Figures that stand beside a row of the form but under no heading of it."""

from gicapp.core.recognition.claims import Claims, Unclaimed, one_line
from gicapp.core.recognition.plane import Plane
from gicapp.core.recognition.vocabulary import FIGURE_LETTERS


def unclaimed_in(claims: Claims) -> list[Unclaimed]:
    """Return the filled cells beside recognised rows that were taken for no cell of the form."""
    plane = claims.plane
    claimed = {position for positions in claims.places.values() for position in positions}
    lines = {met.line: met for met in claims.rows}
    found = []
    for cell in plane.grid.cells:
        met = lines.get(cell.column if plane.turned else cell.row)
        column = cell.row if plane.turned else cell.column
        if met is None or column < met.label.column + met.label.columns:
            continue
        if (cell.row, cell.column) not in claimed and cell.text.strip():
            label = one_line(met.label.cell.text)
            heading = _heading(plane, claims, met.table, column)
            found.append(Unclaimed(met.table, label, column, heading, cell))
    return found


def _heading(plane: Plane, claims: Claims, table: str, column: int) -> str:
    """Return the text nearest above a table's first row in a column, of that column alone."""
    top = min(met.line for met in claims.rows if met.table == table)
    for row in range(top - 1, max(-1, top - 5), -1):
        cell = plane.at(row, column)
        wide = cell is not None and (cell.rows if plane.turned else cell.columns) > 1
        if cell is not None and not wide and not FIGURE_LETTERS.issuperset(cell.text):
            return one_line(cell.text)
    return ""
