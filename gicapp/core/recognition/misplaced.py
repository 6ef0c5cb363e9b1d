"""Figures that may be another cell's: in rows too short or too long, in merged cells."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from gicapp.core.content import Problem
from gicapp.core.grid import GridCell
from gicapp.core.recognition.claims import one_line
from gicapp.core.recognition.evidence import Evidence
from gicapp.core.recognition.figure_text import is_figure
from gicapp.core.recognition.plane import Position

_FEW: Final = 2  # rows with a figure in a column without a heading: they are too long


@dataclass(frozen=True)
class Misplaced:
    """A problem about the cells it names, and whether they are to be left out."""

    problem: Problem
    left_out: bool = True


class Placement:
    """The cells of one grid as the recogniser placed them."""

    def __init__(self, evidence: Evidence, cells: Mapping[Position, GridCell]) -> None:
        self._name = evidence.grid.name
        self._form = evidence.form
        self._recognition = evidence.recognition
        self._cells = cells

    def short_rows(self) -> Iterator[Misplaced]:
        """Yield the rows that lack a cell."""
        places = self._recognition.places
        for cells in self._rows().values():
            lacking = [c for c in cells if not self._cells.keys() >= set(places[c])]
            if len(lacking) == len(cells):
                yield self._row("row.short", cells, "")
            elif lacking:
                said = f"少了 {len(lacking)} 格，无法确定缺的是哪一格"
                yield self._row("row.short", cells, said)

    def long_rows(self) -> Iterator[Misplaced]:
        """Yield the rows with a figure too many: single ones, under no heading."""
        unclaimed = self._recognition.unclaimed
        columns = Counter((item.table, item.column) for item in unclaimed)
        beyond = {
            (item.table, item.cell.row)
            for item in unclaimed
            if columns[item.table, item.column] <= _FEW and not item.heading
            if is_figure(item.cell)
        }
        claimed = {place for places in self._recognition.places.values() for place in places}
        figures = Counter(
            cell.row
            for place, cell in self._cells.items()
            if place not in claimed and is_figure(cell)
        )
        for cells in self._rows().values():
            table = self._form.table(self._form.cells[cells[0]].table)
            lines = {self._recognition.cells[cell][0] for cell in cells}
            if len(lines) != 1:
                continue
            (line,) = lines
            if (table.id, line) in beyond or (not table.label_columns and figures[line]):
                yield self._row("row.long", cells, "比表头多出一格，无法确定各数属于哪一列")

    def merged(self) -> Iterator[Misplaced]:
        """Yield the merged cells that stand for several cells of the form.

        One 0 or / for all of them is as good as one for each, but is told too.
        """
        by_place: dict[Position, list[str]] = {}
        for cell, (position, *_) in self._recognition.places.items():
            source = self._cells.get(position)
            if source and source.rows * source.columns > 1 and source.text.strip():
                by_place.setdefault(position, []).append(cell)
        for position, cells in by_place.items():
            if len(cells) > 1:
                yield self._one_for(cells, self._cells[position])

    def _one_for(self, cells: list[str], source: GridCell) -> Misplaced:
        text, doubtful = one_line(source.text), is_figure(source)
        done = "无法确定是哪一格的数，没有读取" if doubtful else f"每格都按“{text}”读取"
        name = self._form.cells[cells[0]].name
        message = f"“{name}”等 {len(cells)} 格合并为一格，写的是“{text}”，{done}，请核对。"
        where = f"{self._name} {source.where}".strip()
        return Misplaced(Problem("value.merged", where, message, tuple(cells)), doubtful)

    def _rows(self) -> dict[str, list[str]]:
        """Return the cells that were found, by row; those of a table without labels together."""
        rows: dict[str, list[str]] = {}
        for cell_id in self._recognition.places:
            cell = self._form.cells[cell_id]
            labelled = self._form.table(cell.table).label_columns
            row = f"{cell.table}.{cell.row.id}" if labelled else cell.table
            rows.setdefault(row, []).append(cell_id)
        return rows

    def _row(self, code: str, cells: list[str], said: str) -> Misplaced:
        name = self._form.cells[cells[0]].name.partition("×")[0]
        message = f"“{name}”这一行{said}，整行没有读取，请对照原文填写。" if said else ""
        return Misplaced(Problem(code, self._name, message, tuple(cells)))
