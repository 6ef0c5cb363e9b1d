"""The values of all recognised tables of a source put together, every doubt told."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Final

from gicapp.core.content import Problem
from gicapp.core.grid import Doubt, Grid, GridCell
from gicapp.core.recognition.claims import Extra, Line, Recognition, Unclaimed, one_line
from gicapp.core.recognition.evidence import Evidence
from gicapp.core.recognition.figure_text import Taken, is_figure, take_value
from gicapp.core.recognition.formula import work_out
from gicapp.core.recognition.label_text import label_text
from gicapp.core.recognition.misplaced import Placement
from gicapp.core.recognition.plane import Position
from gicapp.form.declaration import Cell, Form
from gicapp.form.values import BLANK, Value, is_number, show


@dataclass(frozen=True, slots=True)
class _Found:
    value: Value
    place: str
    hidden: bool


@dataclass
class Collection:
    """What was taken so far: values and places by cell id, problems in the order found.

    `has_places`: the source itself knows where a cell stands, as a sheet does; in a page or a
    text a row with too few cells may have lost any of them. `has_margin`: figures may stand
    beside a table, as they do on a sheet; elsewhere one too many moves the others.
    """

    form: Form
    has_places: bool = True
    has_margin: bool = True
    plain: dict[str, tuple[Value, str]] = field(default_factory=dict)
    found: dict[str, list[_Found]] = field(default_factory=dict)
    unreadable: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def add(self, evidence: Evidence) -> None:
        """Take the values of one grid."""
        _Grid(self, evidence).take()

    def settle(self) -> tuple[dict[str, Value], dict[str, str]]:
        """Return the values and places; a cell found with different values is left out."""
        values: dict[str, Value] = {}
        places: dict[str, str] = {}
        for cell in self.form.cells:
            plain = self.plain.get(cell)
            if plain is not None:
                values[cell], places[cell] = plain
                continue
            chosen = self._chosen(cell) if cell in self.found else None
            if chosen is not None:
                values[cell], places[cell] = chosen.value, chosen.place
        return values, places

    def _chosen(self, cell: str) -> _Found | None:
        found = self.found[cell]
        seen = [f for f in found if not f.hidden] or found
        filled = [f for f in seen if f.value is not BLANK] or seen
        if not filled or (cell in self.unreadable and filled[0].value is BLANK):
            return None
        if len({(f.value is BLANK, show(f.value)) for f in filled}) > 1:
            self._report_conflict(cell, filled)
            return None
        if len(filled) < len(seen):
            self._report_blank(cell, filled[0], next(f for f in seen if f.value is BLANK))
        return filled[0]

    def find(self, cell: str, found: _Found) -> None:
        """Note what was found for a cell; there may be something else already."""
        known = self.found.setdefault(cell, [])
        if cell in self.plain:
            value, place = self.plain.pop(cell)
            known.append(_Found(value, place, hidden=False))
        known.append(found)

    def _report_conflict(self, cell: str, found: list[_Found]) -> None:
        each = "、".join(f"{f.place} 为“{show(f.value)}”" for f in found)
        name = self.form.cells[cell].name
        message = f"“{name}”有不同的数：{each}。没有读取，请核对后填写。"
        self.problems.append(Problem("cell.conflict", found[0].place, message, (cell,)))

    def _report_blank(self, cell: str, taken: _Found, blank: _Found) -> None:
        name = self.form.cells[cell].name
        message = (
            f"“{name}”在{blank.place}为空，在{taken.place}为“{show(taken.value)}”，"
            f"已按“{show(taken.value)}”读取，请核对。"
        )
        self.problems.append(Problem("cell.blank_elsewhere", taken.place, message, (cell,)))

    def report(self, code: str, where: str, message: str, cells: Iterable[str] = ()) -> None:
        """Add a problem."""
        self.problems.append(Problem(code, where, message, tuple(cells)))


_PLACE: Final = attrgetter("row", "column")
_LARGEST: Final = 10**12
_COUNTS: Final[dict[int, tuple[Form, frozenset[str]]]] = {}  # by identity, as vocabularies are


def _counts(form: Form) -> frozenset[str]:
    """Return the cells of a form that hold counts."""
    if id(form) not in _COUNTS:
        cells = frozenset(cell.id for cell in form.cells.values() if not cell.kind.places)
        _COUNTS[id(form)] = (form, cells)
    return _COUNTS[id(form)][1]


class _Grid:
    """The values of one grid on their way into the collection."""

    def __init__(self, collection: Collection, evidence: Evidence) -> None:
        self._to = collection
        self._evidence = evidence
        self._grid: Grid = evidence.grid
        self._form = evidence.form
        self._recognition: Recognition = evidence.recognition
        cells = evidence.grid.cells
        self._cells: Mapping[Position, GridCell] = dict(zip(map(_PLACE, cells), cells, strict=True))
        self._whole = evidence.whole
        self._name = evidence.grid.name
        self._counts = _counts(evidence.form) if evidence.form is collection.form else frozenset()
        self._hidden: dict[str, str] = {}
        self._dropped: list[str] = []

    def take(self) -> None:
        """Take every recognised cell, then tell of what the form has not."""
        for cell_id, positions in self._take_plain(self._misplaced()):
            for position in positions:
                self._take_cell(self._form.cells[cell_id], position)
        self._to.problems += self._recognition.problems
        for line in self._recognition.lines:
            self._tell_line(line)
        self._tell_unclaimed()
        self._tell_hidden()
        self._tell_dropped()

    def _misplaced(self) -> frozenset[str]:
        """Return the cells whose figures may be another's, after telling of them."""
        placement = Placement(self._evidence, self._cells)
        found = list(placement.merged())
        if not self._to.has_margin:
            found += placement.long_rows()
        if not self._to.has_places:
            found += placement.short_rows()
        self._to.problems += [its.problem for its in found if its.problem.message]
        return frozenset(cell for its in found if its.left_out for cell in its.problem.cells)

    def _take_cell(self, cell: Cell, position: Position) -> None:
        source = self._cells.get(position)
        place = f"{self._grid.name} {source.where}".strip() if source else self._grid.name
        taken = self._value(source, cell)
        target = cell.id
        if self._form is not self._to.form:
            target = self._form.maps.get(cell.id, "")
            if not target:
                self._drop(cell, source, taken)
                return
        for remark in taken.remarks:
            name = self._to.form.cells[target].name
            self._to.report(remark.code, place, f"{name}：{remark.message}", (target,))
        if not taken.readable:
            self._to.unreadable[target] = place
            return
        hidden = source is not None and source.doubt is Doubt.HIDDEN
        if hidden and taken.value is not BLANK:
            self._hidden[target] = place
        self._to.find(target, _Found(taken.value, place, hidden))

    def _take_plain(self, left_out: frozenset[str]) -> list[tuple[str, tuple[Position, ...]]]:
        """Take the whole numbers that nothing speaks against; return the other cells."""
        cells, counts = self._cells, self._counts
        plain, found = self._to.plain, self._to.found
        others: list[tuple[str, tuple[Position, ...]]] = []
        for cell, positions in self._recognition.places.items():
            source = cells.get(positions[0])
            if (
                source is not None
                and len(positions) == 1
                and type(source.number) is int
                and source.doubt is None
                and 0 <= source.number < _LARGEST
                and cell in counts
                and not (cell in plain or cell in found or cell in left_out)
            ):
                where = source.where
                plain[cell] = (source.number, f"{self._name} {where}" if where else self._name)
            elif cell not in left_out:
                others.append((cell, positions))
        return others

    def _value(self, source: GridCell | None, cell: Cell) -> Taken:
        unit = self._recognition.units.get(cell.id, "")
        if cell.kind.places and not unit and source is not None and is_figure(source):
            unit = self._stated_unit(cell, source)
        if source is not None and source.doubt is Doubt.FORMULA:
            whole = {_PLACE(c): c for c in self._whole.cells}  # a formula may point anywhere
            worked_out = work_out(source, whole)
            if worked_out is not None:
                self._to.report(
                    "value.recomputed",
                    f"{self._grid.name} {source.where}".strip(),
                    f"{cell.name}：公式没有保存结果，按求和公式算得 {worked_out.text}，请核对。",
                    (cell.id,),
                )
                return take_value(worked_out, cell.kind, unit)
        return take_value(source, cell.kind, unit)

    def _stated_unit(self, cell: Cell, source: GridCell) -> str:
        """Return the unit of an amount whose heading names none, after telling of it."""
        if "元" in source.text:
            return ""
        texts = (label_text(c.text) for c in self._cells.values() if "单位" in c.text)
        unit = next((text.unit for text in texts if text.unit and not text.key), "")
        said = f"表中另写“单位：{unit}”" if unit else "表头没有写明单位"
        message = f"{cell.name}：{said}，按{unit or cell.kind.unit}读取，请核对。"
        place = f"{self._grid.name} {source.where}".strip()
        self._to.report("value.unit", place, message, (cell.id,))
        return unit

    def _tell_line(self, line: Line) -> None:
        """Tell of a line with figures that the form has not."""
        figures = [
            (self._cells[position].text.strip(), column)
            for position, column in line.positions
            if is_figure(self._cells.get(position))
        ]
        shown = "、".join(text for text, _ in figures)
        if line.kind is Extra.GROUP:
            self._tell_group(line, shown)
        elif line.kind is Extra.SUBTOTAL and shown:
            message = f"“{line.text}”是表式中没有的小计行，没有读取（数字：{shown}）。"
            self._to.report("row.subtotal", line.where, message)
        elif line.kind is Extra.UNKNOWN and shown:
            message = f"“{line.text}”在表式中没有对应的项目，没有读取（数字：{shown}）。"
            self._to.report("row.unknown", line.where, message)

    def _tell_group(self, line: Line, shown: str) -> None:
        """Take a row that stands for several as 0 in each where it is 0, else ask about it."""
        cells = [(self._cells[p], c) for p, c in line.positions if p in self._cells]
        filled = [(cell, column) for cell, column in cells if cell.text.strip()]
        if not filled:
            return
        rows, ids = self._cells_of_group(line), self._ids_of_group(line)
        said = f"“{line.text}”在来源中是一行，表式分为 {len(rows)} 行"
        of_column = {column: [i for i in ids if i.endswith(f".{column}")] for _, column in filled}
        if all(of_column[column] and self._is_zero(cell, ids[0]) for cell, column in filled):
            for cell, column in filled:
                place = f"{self._grid.name} {cell.where}".strip()
                for target in of_column[column]:
                    self._to.find(target, _Found(0, place, hidden=False))
            self._to.report("row.zero", line.where, f"{said}，全部为 0，各行都按 0 读取。", ids)
            return
        message = (
            f"{said}，无法自动归入，没有读取（数字：{shown or '全部为 0'}）。请决定填入哪一行。"
        )
        self._to.report("row.undecided", line.where, message, ids)

    def _is_zero(self, source: GridCell, cell: str) -> bool:
        value = take_value(source, self._to.form.cells[cell].kind).value
        return is_number(value) and value == 0

    def _tell_unclaimed(self) -> None:
        """Tell of figures beside the form's rows that stand under no heading of the form."""
        by_column: dict[tuple[str, int], list[Unclaimed]] = {}
        for item in self._recognition.unclaimed:
            if is_figure(item.cell):
                by_column.setdefault((item.table, item.column), []).append(item)
        for items in by_column.values():
            first = items[0]
            shown = "、".join(f"{item.label} {one_line(item.cell.text)}" for item in items[:5])
            more = "等" if len(items) > 5 else ""
            heading = f"“{first.heading}”列" if first.heading else "没有表头的一列"
            message = f"{heading}在表式中没有对应的栏目，没有读取（{shown}{more}）。"
            where = f"{self._grid.name} {first.cell.where}".strip()
            moved: tuple[str, ...] = ()
            if not (first.heading or self._to.has_margin):
                message += "各列可能与表头错开，请逐格核对。"
                moved = tuple(
                    cell
                    for cell in self._recognition.cells
                    if self._form.cells[cell].table == first.table
                )
            self._to.report("column.unknown", where, message, moved)

    def _cells_of_group(self, line: Line) -> list[str]:
        return [row.id for row in self._form.table(line.table).rows if row.group == line.id]

    def _ids_of_group(self, line: Line) -> tuple[str, ...]:
        rows = self._cells_of_group(line)
        return tuple(
            cell.id
            for cell in self._to.form.cells.values()
            if cell.table == line.table and cell.row.id in rows
        )

    def _tell_hidden(self) -> None:
        if self._hidden:
            message = (
                f"{self._grid.name}有隐藏的行、列或整张隐藏，其中有 {len(self._hidden)} 格数据，"
                "请核对是否有效。"
            )
            self._to.report("value.hidden", self._grid.name, message, self._hidden)

    def _drop(self, cell: Cell, source: GridCell | None, taken: Taken) -> None:
        """Note a cell that has no equal: its number, or its text where it is not just a number."""
        plain = is_number(taken.value) and not taken.remarks
        shown = show(taken.value) if plain else one_line(source.text) if source else ""
        self._dropped.append(f"{cell.name} {shown}" if shown else "")

    def _tell_dropped(self) -> None:
        """Tell which cells of an older form have no equal in the form in force."""
        if self._dropped:
            named = "；".join(filter(None, self._dropped))
            message = (
                f"{self._grid.name}使用的是{self._form.first_year}年试行格式，下列项目在现行格式中没有对应，"
                f"没有读取：{named or '均为空白'}。"
            )
            self._to.report("form.unmapped", self._grid.name, message)
