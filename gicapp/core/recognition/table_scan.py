"""Follows one table of the form down a plane: its headings, its rows, and what fits neither."""

from collections.abc import Mapping
from typing import Final

from gicapp.core.grid import GridCell
from gicapp.core.recognition.claims import Claims, Extra, Line, Met, one_line
from gicapp.core.recognition.headings import Head, continues, drop_subtotals
from gicapp.core.recognition.headless import place_headless
from gicapp.core.recognition.label_text import label_text
from gicapp.core.recognition.plane import Plane, Position, Spot
from gicapp.core.recognition.stacked import Stack
from gicapp.core.recognition.vocabulary import FIGURE_LETTERS, Axis, Meaning, Word
from gicapp.form.declaration import Row, Table

_BELOW: Final = 3  # lines below the last row that may still belong to the table
_NO_WORD: Final = Word(())


class TableScan:
    """The state of one table while its plane is gone over from top to bottom."""

    def __init__(self, table: Table, claims: Claims, band: int, known: Mapping[int, str]) -> None:
        self.table = table
        self.claims = claims
        self.band = band
        self.rows = {row.id: (index, row) for index, row in enumerate(table.rows)}
        self.numbered = {row.id: label_text(row.label).numbering for row in table.rows}
        self.heads = {column: Head(id_, "", None) for column, id_ in known.items()}
        self.met_rows: list[tuple[int, Row, Spot]] = []
        self.met: list[tuple[int, str]] = []  # (row of the plane, row of the form)
        self.stack = Stack(table, claims)
        self.first: int | None = None
        self._group = ""
        self._columns: Mapping[int, str] = {}
        self._in_rows = False
        self._heading_rows: set[int] = set()
        self._pending: list[tuple[int, Spot, str]] = []  # lines of a group without a row label

    def is_row_label(self, spot: Spot) -> bool:
        """Tell whether a label that could also name a column stands where row labels do."""
        meaning = spot.meaning(self.table.id, Axis.ROW)
        if meaning is None:
            return False
        return spot.column <= self.band or self._is_numbered(spot, meaning)

    def _is_numbered(self, spot: Spot, meaning: Meaning) -> bool:
        """Tell whether a label bears the bracketed number of its row, as （七）总计 does."""
        numbering = self.numbered[meaning.id]
        return numbering.startswith("(") and spot.word.numbering == numbering

    def take_heading(self, row: int, spots: list[Spot]) -> None:
        """Take a row of column headings."""
        self._met(row)
        self._heading_rows.add(row)
        new = dict(self._heads_in(spots))
        if self._in_rows and not continues(self.heads, new):
            self.heads = {}
            self._group = ""
        self._in_rows = False
        self.heads.update(new)
        if not self.stack.has_labels:
            drop_subtotals(self.claims, self.table.id, self.heads, row)
        self.stack.take_heading(row, spots, {c: head.id for c, head in new.items()})

    def _heads_in(self, spots: list[Spot]) -> list[tuple[int, Head]]:
        found = []
        for spot in spots:
            meaning = spot.meaning(self.table.id, Axis.COLUMN)
            if meaning is None or self.is_row_label(spot):
                continue
            self.claims.note(spot, meaning)
            head = Head(meaning.id, spot.word.unit, spot)
            found += [(c, head) for c in range(spot.column, spot.column + spot.columns)]
        return found

    def take_labels(self, row: int, spots: list[Spot], *, across: bool) -> None:
        """Take a row with labels of this table that is not a heading row."""
        if across or self.stack.wants(row, self.band):
            self.stack.take_labels(row, spots)
            self._met(row)
            return
        labels = [s for s in spots if s.word.certain or self.is_row_label(s)]
        labels += [s for s in spots if s.column <= self.band and s not in labels]
        labels.sort(key=lambda spot: spot.column)
        for spot in labels:
            group = spot.meaning(self.table.id, Axis.GROUP)
            if group is not None:
                self.claims.note(spot, group)
                self._group = group.id
        found = self._row_of(row, labels)
        if found is not None:
            self._take_row(row, *found)
        elif any(s.meaning(self.table.id, Axis.GROUP) for s in labels) and (self.heads or self.met):
            self._in_rows = True
            self._pending.append((row, labels[-1], self._group))

    def _met(self, row: int) -> None:
        if self.first is None:
            self.first = row

    def _row_of(self, row: int, labels: list[Spot]) -> tuple[Row, Spot] | None:
        """Return the form's row that the labels name, None when there is none or a doubt."""
        named: list[tuple[Spot, Meaning]] = []
        for spot in labels:
            meaning = spot.meaning(self.table.id, Axis.ROW)
            if meaning is not None:
                named.append((spot, meaning))
        if not named:
            return None
        certain = [pair for pair in named if pair[0].word.certain]
        if len({meaning.id for _, meaning in certain}) > 1:
            certain = [pair for pair in certain if pair[0].column <= self.band]
        if len({meaning.id for _, meaning in certain}) > 1:
            self._report_two(certain)
            return None
        spot, meaning = self._before_figures(certain or named)
        form_row = self.rows[meaning.id][1]
        if not spot.word.certain and not self._fits(row, spot, form_row):
            return None
        self.claims.note(spot, meaning)
        return form_row, spot

    def _before_figures(self, named: list[tuple[Spot, Meaning]]) -> tuple[Spot, Meaning]:
        """Return the label nearest its figures: the last, or of one repeated behind them the first.

        Of two tables beside each other both must count, so that they contradict each other.
        """
        last, meaning = named[-1]
        for spot, its in named:
            between = range(spot.column + spot.columns, last.column)
            if its.id == meaning.id and any(column in between for column in self.heads):
                return spot, its
        return last, meaning

    def _report_two(self, named: list[tuple[Spot, Meaning]]) -> None:
        labels = "、".join(f"“{meaning.label}”" for _, meaning in named)
        self.claims.report("label.two", named[-1][0], f"这一行同时有{labels}，没有读取，请核对。")

    def _fits(self, row: int, spot: Spot, form_row: Row) -> bool:
        """Tell whether a label such as 其他 or 总计 stands where the row with it does."""
        if form_row.group:
            if self._group in {"", form_row.group}:
                return True
            self._report_place(spot, f"它在“{self._group}”之下")
            return False
        if self._is_numbered(spot, Meaning(self.table.id, Axis.ROW, form_row.id)):
            return True
        index = self.rows[form_row.id][0]
        later = [i for r, i in self._certain_rows() if r > row]
        before = [i for r, i in self._certain_rows() if r < row]
        if any(i < index for i in later) or any(i > index for i in before):
            self._report_place(spot, "它不在表式中的位置")
            return False
        return True

    def _report_place(self, spot: Spot, why: str) -> None:
        text = one_line(spot.cell.text)
        message = f"“{text}”按小计或表式没有的行处理，没有读取：{why}。"
        self.claims.report("row.place", spot, message)

    def _certain_rows(self) -> list[tuple[int, int]]:
        """Return (row of the plane, index in the form) of the labels that need no context."""
        return [
            (spot.row, self.rows[spot.word.meanings[0].id][0])
            for spots in self.claims.plane.spots.values()
            for spot in spots
            if spot.word.certain
            and spot.word.meanings[0].table == self.table.id
            and spot.word.meanings[0].axis is Axis.ROW
        ]

    def _take_row(self, row: int, form_row: Row, spot: Spot) -> None:
        self._met(row)
        self._in_rows = True
        if not form_row.group:
            self._group = ""
        self.met.append((row, form_row.id))
        self.met_rows.append((row, form_row, spot))
        self.claims.rows.append(Met(self.table.id, form_row.id, row, spot))
        for column, head in self.heads.items():
            if column >= spot.column + spot.columns and head.id in form_row.columns:
                cell = f"{self.table.id}.{form_row.id}.{head.id}"
                self.claims.claim(cell, row, column)
                if head.unit or spot.word.unit:
                    self.claims.units[cell] = head.unit or spot.word.unit

    def finish(self) -> None:
        """End the table: place what needs the whole of it."""
        if self.stack.has_labels or (self.heads and not self.met and not self.table.label_columns):
            self.stack.finish()
        columns = {column: head.id for column, head in self.heads.items()}
        self._columns = place_headless(self.table, self.claims, self.met_rows, columns)
        for row, spot, group in self._pending:
            members = {r.id for r in self.table.rows if r.group == group}
            alone = members.isdisjoint(id_ for _, id_ in self.met)
            kind = Extra.GROUP if alone else Extra.SUBTOTAL
            self._add_line(kind, row, spot, group)
        self._note_strange_rows()

    def _note_strange_rows(self) -> None:
        """Note the lines under the table's headings and between its rows that are none of them."""
        rows = {row for row, _ in self.met} | {row for row, _, _ in self._pending}
        if not rows:
            return
        plane = self.claims.plane
        for row in range(min(rows.union(self._heading_rows)), max(rows) + _BELOW):
            spots = plane.spots.get(row, ())
            known = any(s.word.certain and s.word.meanings[0].table != self.table.id for s in spots)
            headings = any(m.axis is Axis.HEAD for s in spots for m in s.word.meanings)
            if row in rows or known or headings or row in self._heading_rows:
                continue
            label = next((c for k in range(self.band + 1) if (c := _text_at(plane, row, k))), None)
            if label is not None:
                word = next((s.word for s in spots if s.cell is label), _NO_WORD)
                spot = Spot(row, self.band, 1, 1, label, word)
                if word.doubtful:
                    names = "”和“".join(word.doubtful)
                    text = one_line(label.text)
                    message = f"“{text}”与“{names}”都相近，没有读取，请核对是哪一项。"
                    self.claims.report("label.doubtful", spot, message)
                self._add_line(Extra.UNKNOWN, row, spot)

    def _add_line(self, kind: Extra, row: int, spot: Spot, id_: str = "") -> None:
        """Note a line of the source that the form has not, with where its figures would stand."""
        claims = self.claims
        after = spot.column + spot.columns
        places: tuple[tuple[Position, str], ...] = tuple(
            (claims.plane.position(row, column), id_)
            for column, id_ in sorted(self._columns.items())
            if column >= after
        )
        where = f"{claims.plane.grid.name} {spot.cell.where}".strip()
        text = one_line(spot.cell.text)
        claims.lines.append(Line(kind, self.table.id, text, where, places, id_))


def _text_at(plane: Plane, row: int, column: int) -> GridCell | None:
    cell = plane.at(row, column)
    return cell if cell and not FIGURE_LETTERS.issuperset(cell.text) else None
