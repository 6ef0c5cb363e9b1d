"""A grid as the recogniser looks at it: its labels by row, upright or turned on its side."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from gicapp.core.grid import Grid, GridCell
from gicapp.core.recognition.vocabulary import FIGURE_LETTERS, Axis, Meaning, Vocabulary, Word

Position = tuple[int, int]
_YEAR: Final = re.compile(r"20[0-4]\d")


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell whose text is a known label, or close to some, at its place on the plane."""

    row: int
    column: int
    rows: int
    columns: int
    cell: GridCell
    word: Word

    def meanings(self, table: str, axis: Axis) -> list[Meaning]:
        """Return what it may name on one axis of a table."""
        return [m for m in self.word.meanings if m.axis is axis and m.table == table]

    def meaning(self, table: str, axis: Axis) -> Meaning | None:
        """Return the first thing that it may name on one axis of a table."""
        for meaning in self.word.meanings:
            if meaning.axis is axis and meaning.table == table:
                return meaning
        return None


@dataclass
class Plane:
    """Labels and cells of a grid; a turned plane has rows for columns.

    `spots` holds the labels by row, from left to right; `filled` every cell by the position of
    its first corner; `wide` the cells that span more than one position.
    """

    grid: Grid
    turned: bool
    spots: dict[int, list[Spot]] = field(default_factory=dict)
    filled: dict[Position, GridCell] = field(default_factory=dict)
    wide: list[GridCell] = field(default_factory=list)
    whole: Grid | None = None
    _covering: dict[Position, GridCell] | None = None

    def row_names(self, row: int, before: int) -> list[GridCell]:
        """Return what names a row of the whole grid: its texts and years before its figures.

        Where none stands there, its first text behind them.
        """
        cells = self._lines.get(row, [])
        texts = [cell for cell in cells if not FIGURE_LETTERS.issuperset(cell.text)]
        names = [c for c in cells if self._across(c) < before and (c in texts or _is_year(c))]
        return names or texts[:1]

    def _across(self, cell: GridCell) -> int:
        return cell.row if self.turned else cell.column

    @cached_property
    def _lines(self) -> dict[int, list[GridCell]]:
        """Return the cells of the whole grid by row, from left to right."""
        lines: dict[int, list[GridCell]] = {}
        for cell in sorted((self.whole or self.grid).cells, key=self._across):
            lines.setdefault(cell.column if self.turned else cell.row, []).append(cell)
        return lines

    def at(self, row: int, column: int) -> GridCell | None:
        """Return the cell that covers a position of the plane."""
        if self._covering is None:
            self._covering = self._cover()
        return self._covering.get((column, row) if self.turned else (row, column))

    def _cover(self) -> dict[Position, GridCell]:
        covering = dict(self.filled)
        for cell in self.wide:
            for row in range(cell.row, cell.row + cell.rows):
                for column in range(cell.column, cell.column + cell.columns):
                    covering.setdefault((row, column), cell)
        return covering

    def position(self, row: int, column: int) -> Position:
        """Return the position on the grid of a position of the plane: its cell's first corner."""
        cell = self.at(row, column)
        if cell is not None:
            return cell.row, cell.column
        return (column, row) if self.turned else (row, column)

    def width(self) -> int:
        """Return how many columns the plane has."""
        return self._size[0 if self.turned else 1]

    def height(self) -> int:
        """Return how many rows the plane has."""
        return self._size[1 if self.turned else 0]

    @cached_property
    def _size(self) -> tuple[int, int]:
        """Return how many rows and columns the grid has."""
        cells = self.grid.cells
        rows = max((cell.row + cell.rows for cell in cells), default=0)
        return rows, max((cell.column + cell.columns for cell in cells), default=0)


def _is_year(cell: GridCell) -> bool:
    return _YEAR.fullmatch(cell.text.strip()) is not None


def plane_of(grid: Grid, words: Vocabulary) -> Plane:
    """Return the upright plane of a grid."""
    plane = Plane(grid, turned=False)
    look_up = words.word
    spots, filled, wide = plane.spots, plane.filled, plane.wide
    for cell in grid.cells:
        filled[cell.row, cell.column] = cell
        if cell.rows > 1 or cell.columns > 1:
            wide.append(cell)
        if cell.number is None and cell.text:
            word = look_up(cell.text)
            if word.speaks:
                spot = Spot(cell.row, cell.column, cell.rows, cell.columns, cell, word)
                spots.setdefault(cell.row, []).append(spot)
    _sort(spots.values())
    return plane


def turned(plane: Plane) -> Plane:
    """Return the same plane on its side: columns become rows."""
    side = Plane(plane.grid, turned=True, filled=plane.filled, wide=plane.wide)
    for spots in plane.spots.values():
        for s in spots:
            spot = Spot(s.column, s.row, s.columns, s.rows, s.cell, s.word)
            side.spots.setdefault(spot.row, []).append(spot)
    _sort(side.spots.values())
    return side


def cut(plane: Plane, first: int, last: int) -> Plane:
    """Return a plane with only its columns from first up to, not with, last."""

    def is_in(cell: GridCell) -> bool:
        return first <= (cell.row if plane.turned else cell.column) < last

    cells = tuple(cell for cell in plane.grid.cells if is_in(cell))
    grid = replace(plane.grid, cells=cells)
    part = Plane(grid, plane.turned, whole=plane.whole or plane.grid)
    part.filled = {(cell.row, cell.column): cell for cell in cells}
    part.wide = [cell for cell in plane.wide if is_in(cell)]
    for row, spots in plane.spots.items():
        kept = [spot for spot in spots if first <= spot.column < last]
        if kept:
            part.spots[row] = kept
    return part


def _sort(rows: Iterable[list[Spot]]) -> None:
    for spots in rows:
        spots.sort(key=lambda spot: spot.column)
