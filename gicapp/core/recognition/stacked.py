"""Tables whose rows and columns are both headings, one above the other, over a line of figures.

So is table four printed; so is a sheet with a line for each unit.
"""

import re
from collections.abc import Mapping
from typing import Final

from gicapp.core.recognition.claims import Claims, Extra, Line, one_line
from gicapp.core.recognition.plane import Spot
from gicapp.core.recognition.vocabulary import FIGURE_LETTERS, Axis
from gicapp.form.declaration import Table

_NEAR = 2  # a line of row labels belongs to the column headings so many lines below it
_FIGURE: Final = re.compile(r"[+-]?[\d,，.]*\d[\d,，.]*|[/／]")
_WIDEST = 3  # a cell that spans more columns is a note, no figure


class Stack:
    """The stacked headings of one table while a plane is gone over."""

    def __init__(self, table: Table, claims: Claims) -> None:
        self._table = table
        self._claims = claims
        self._labels: list[Spot] = []
        self._heads: dict[int, str] = {}
        self._units: dict[int, str] = {}
        self._last = -1

    @property
    def has_labels(self) -> bool:
        """Tell whether row labels stand above the column headings."""
        return bool(self._labels)

    def wants(self, row: int, band: int) -> bool:
        """Tell whether row labels in this row are headings: column headings follow below."""
        if self._table.label_columns and band >= 0:
            return False
        below = range(row + 1, row + 1 + _NEAR)
        return any(self._is_heading(line) for line in below)

    def _is_heading(self, row: int) -> bool:
        spots = self._claims.plane.spots.get(row, ())
        ids = {m.id for s in spots for m in s.meanings(self._table.id, Axis.COLUMN)}
        return len(ids) > 1

    def take_labels(self, row: int, spots: list[Spot]) -> None:
        """Take row labels that stand as headings."""
        if self._heads and row > self._last:
            self.finish()
        self._labels += [s for s in spots if s.meaning(self._table.id, Axis.ROW)]

    def take_heading(self, row: int, spots: list[Spot], heads: Mapping[int, str]) -> None:
        """Take a row of column headings, which may hold row labels too."""
        self._labels += [
            s
            for s in spots
            if s.word.certain
            and s.meaning(self._table.id, Axis.ROW)
            and s.column not in heads
            and (self._labels or self._is_heading(row + 1))
        ]
        self._heads.update(heads)
        self._units.update({column: s.word.unit for s in spots for column in _span(s)})
        self._last = max(self._last, *(s.row + s.rows - 1 for s in spots))

    def finish(self) -> None:
        """Place the figures under the headings, and begin anew."""
        columns = self._columns()
        row = self._figure_row(set(columns))
        for column, (form_row, form_column) in columns.items():
            cell = f"{self._table.id}.{form_row}.{form_column}"
            if form_column in self._table_columns(form_row):
                self._claims.claim(cell, row, column)
                if self._units.get(column):
                    self._claims.units[cell] = self._units[column]
        self._tell_rows(row, columns)
        self._labels, self._heads = [], {}

    def _table_columns(self, form_row: str) -> tuple[str, ...]:
        return next(row.columns for row in self._table.rows if row.id == form_row)

    def _columns(self) -> dict[int, tuple[str, str]]:
        """Return the (row, column) of the form for each column that has both."""
        labels = sorted(self._labels, key=lambda spot: spot.row)
        for label in labels:
            meaning = label.meaning(self._table.id, Axis.ROW)
            if meaning:
                self._claims.note(label, meaning)
        covers = [(self._cover(label), label) for label in labels]
        found: dict[int, tuple[str, str]] = {}
        bare: list[int] = []
        for column, form_column in sorted(self._heads.items()):
            over = [label for cover, label in covers if column in cover]
            meaning = over[-1].meaning(self._table.id, Axis.ROW) if over else None
            if meaning:
                found[column] = (meaning.id, form_column)
            else:
                bare.append(column)
        self._infer(found, bare)
        return found

    def _cover(self, label: Spot) -> set[int]:
        """Return the columns under a row label: its span, and on to the next text beside it."""
        plane = self._claims.plane
        columns = set(range(label.column, label.column + label.columns))
        seen = {self._heads[c] for c in columns if c in self._heads}
        column = label.column + label.columns
        end = max(self._heads, default=-1)
        while column <= end:
            cell = plane.at(label.row, column)
            form_column = self._heads.get(column)
            if (cell is not None and cell.text.strip()) or form_column in seen:
                break
            if form_column is not None:
                seen.add(form_column)
            columns.add(column)
            column += 1
        return columns

    def _infer(self, found: dict[int, tuple[str, str]], bare: list[int]) -> None:
        """Give columns without a row label the only row of the form that is left, and say so."""
        left = [r.id for r in self._table.rows if r.id not in {row for row, _ in found.values()}]
        ids = [self._heads[column] for column in bare]
        each = len(ids) // max(len(left), 1)
        runs = [bare[start : start + each] for start in range(0, len(bare), max(each, 1))]
        if not bare or len(runs) != len(left):
            return
        orders = {tuple(self._heads[column] for column in run) for run in runs}
        if len(orders) != 1 or len(set(next(iter(orders)))) != each:
            return
        labels = "、".join(map(self._label, left))
        for row, run in zip(left, runs, strict=True):
            found.update({column: (row, self._heads[column]) for column in run})
        self._claims.report_grid(
            "label.inferred",
            f"有 {len(bare)} 列没有写明类别，按表式的顺序读取为“{labels}”，请核对。",
        )

    def _label(self, row: str) -> str:
        return next(r.label for r in self._table.rows if r.id == row)

    def _figure_row(self, columns: set[int]) -> int:
        """Return the row of the figures: the first filled one below the headings, else the next."""
        for row in range(self._last + 1, self._claims.plane.height()):
            if row in self._claims.plane.spots:
                break
            if self._is_filled(row, columns):
                return row
        return self._last + 1

    def _is_filled(self, row: int, columns: set[int]) -> bool:
        plane = self._claims.plane
        cells = [plane.at(row, column) for column in columns]
        return any(cell and cell.text.strip() and cell.columns <= _WIDEST for cell in cells)

    def _tell_rows(self, first: int, columns: Mapping[int, tuple[str, str]]) -> None:
        """Note all lines of figures where there are several: other units, other years."""
        plane = self._claims.plane
        rows = [first]
        for row in range(first + 1, plane.height()):
            if row in plane.spots or self._is_headed(row, set(columns)):
                break
            if self._has_figures(row, set(columns)):
                rows.append(row)
        for row in rows if len(rows) > 1 else ():
            names = plane.row_names(row, min(columns))
            text = one_line(" ".join(name.text for name in names))
            where = f"{plane.grid.name} {names[0].where}".strip() if names else plane.grid.name
            places = tuple((plane.position(row, c), f"{r}.{k}") for c, (r, k) in columns.items())
            self._claims.lines.append(Line(Extra.ALTERNATIVE, self._table.id, text, where, places))

    def _is_headed(self, row: int, columns: set[int]) -> bool:
        """Tell whether a row holds the headings of another table."""
        cells = {id(c): c for k in columns if (c := self._claims.plane.at(row, k)) is not None}
        texts = [cell.text.strip() for cell in cells.values() if cell.number is None]
        words = [text for text in texts if len(text) > 1 and not FIGURE_LETTERS.issuperset(text)]
        return len(words) > 1 and not self._has_figures(row, columns)

    def _has_figures(self, row: int, columns: set[int]) -> bool:
        """Tell whether a row holds figures, and is no note or date below the table."""
        cells = [self._claims.plane.at(row, column) for column in columns]
        return any(cell and _FIGURE.fullmatch(cell.text.strip()) for cell in cells)


def _span(spot: Spot) -> range:
    return range(spot.column, spot.column + spot.columns)
