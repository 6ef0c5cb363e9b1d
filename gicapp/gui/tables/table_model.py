"""A table of the form as Qt sees it: its value cells, and the labels that stand among them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from gicapp.core.change import SetValue
from gicapp.core.finding import Finding, Severity
from gicapp.core.report import Report
from gicapp.core.sums import sum_of
from gicapp.form.declaration import Box, Cell, Table
from gicapp.form.values import BLANK, Value, is_number, show
from gicapp.gui.appearance import tip
from gicapp.gui.session import Session

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Role: TypeAlias = Qt.ItemDataRole

_VALUE: Final = (
    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable
)
_GRAVITY: Final = {severity: n for n, severity in enumerate(Severity)}
SEVERITY_NAMES: Final = {
    Severity.ERROR: "错误",
    Severity.WARNING: "警告",
    Severity.HINT: "提示",
}


@dataclass(frozen=True)
class Refusal:
    """What was typed into a cell that cannot hold it, and the Chinese reason."""

    text: str
    reason: str


class TableModel(QAbstractTableModel):
    """The body of a table: what lies right of its label columns and below its header lines.

    Where labels stand among the values (table two) nothing is split off and they are items
    that cannot be edited. `refused` carries the place of a text that was not taken.
    """

    refused = Signal(QModelIndex)

    def __init__(self, session: Session, table: Table, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.table = table
        self.header_lines, self.label_columns = split_of(table)
        self._boxes = {(box.line, box.column): box for box in table.boxes}
        self._places = {
            box.cell: (box.line - self.header_lines, box.column - self.label_columns)
            for box in table.boxes
            if box.cell
        }
        self._parts: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for total in session.form.totals:
            self._parts[total.cell].append(total.parts)
        self._automatic: frozenset[str] = frozenset()
        self._looks: dict[str, tuple[object, ...]] = {}
        self._refusals: dict[str, Refusal] = {}
        self._findings: dict[str, list[Finding]] = {}
        session.changed.connect(self._renew)
        session.replaced.connect(self._refusals.clear)
        session.findings_changed.connect(self._mark)
        self._mark()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        """Return the lines below the header."""
        return 0 if parent.isValid() else self.table.height - self.header_lines

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        """Return the columns right of the labels."""
        return 0 if parent.isValid() else self.table.width - self.label_columns

    def box(self, index: Index) -> Box | None:
        """Return the box that begins at a place; None where another one covers it."""
        return self._boxes.get(_place_in(self, index))

    def cell(self, index: Index) -> Cell | None:
        """Return the form's cell at a place; None for a label."""
        box = self.box(index) if index.isValid() else None
        return self.session.form.cells[box.cell] if box and box.cell else None

    def place(self, cell: str) -> QModelIndex:
        """Return the place of a cell; an invalid one where the cell is of another table."""
        row, column = self._places.get(cell, (-1, -1))
        return self.index(row, column)

    def value(self, index: Index) -> Value:
        """Return the value at a place; blank for a label."""
        cell = self.cell(index)
        return self.session.report.value(cell.id) if cell else BLANK

    def findings(self, cell: str) -> list[Finding]:
        """Return the findings that mark a cell, gravest first."""
        return self._findings.get(cell, [])

    def refusal(self, cell: str) -> Refusal | None:
        """Return what was typed into a cell and not taken."""
        return self._refusals.get(cell)

    def is_automatic(self, cell: Cell) -> bool:
        """Tell whether a cell is a total that follows its parts by itself."""
        return cell.id in self._automatic

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let values be edited; labels can only be looked at."""
        return _VALUE if self.cell(index) is not None else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """Return what Qt asks for at a place."""
        box = self.box(index) if index.isValid() else None
        if box is None and index.isValid() and role == Role.AccessibleTextRole:
            # screen readers know of no merges: all of one is spoken as its first place is
            box = _box_over(self.table, *_place_in(self, index))
        if box is None:
            return None
        if box.cell is None:
            return box.text if role in (Role.DisplayRole, Role.AccessibleTextRole) else None
        return self._cell_data(self.session.form.cells[box.cell], role)

    def _cell_data(self, cell: Cell, role: int) -> object:
        if role in (Role.DisplayRole, Role.EditRole):
            refusal = self._refusals.get(cell.id)
            return refusal.text if refusal else show(self.session.report.value(cell.id))
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if role == Role.ToolTipRole:
            return tip("\n".join(self.remarks(cell))) or None
        if role == Role.AccessibleTextRole:
            report = self.session.report
            said = [f"{cell.name}：{show(report.value(cell.id)) or '空'}"]
            if report.prior is not None:
                said.append(f"上年 {show(report.prior.value(cell.id)) or '空'}")
            return "，".join([*said, *self.remarks(cell)])
        if role == Role.AccessibleDescriptionRole:
            return cell.row.help
        return None

    def remarks(self, cell: Cell) -> list[str]:
        """Return what there is to say about a cell: a refused text, then its findings."""
        refusal = self._refusals.get(cell.id)
        found = [f"{SEVERITY_NAMES[f.severity]}：{f.message}" for f in self.findings(cell.id)]
        return [f"没有填入：{refusal.reason}", *found] if refusal else found

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        """Parse a typed text into the cell; keep it as refused where it is no such value."""
        cell = self.cell(index)
        if cell is None or role != Role.EditRole:
            return False
        text = str(value)
        try:
            parsed = cell.parse(text)
        except ValueError as error:
            self._refusals[cell.id] = Refusal(text, str(error))
            self._show(index)
            self.refused.emit(index)
            return False
        self._refusals.pop(cell.id, None)
        name = f"填写“{cell.name}”" if parsed is not BLANK else f"清除“{cell.name}”"
        self.session.edit(name, [SetValue(cell.id, parsed)])
        self._show(index)
        return True

    def forget(self, cells: Iterable[str]) -> None:
        """Give up what was typed into cells and refused."""
        for cell in cells:
            if self._refusals.pop(cell, None):
                self._show(self.place(cell))

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        """Return the whole label of a line or column, for screen readers."""
        if role not in (Role.DisplayRole, Role.AccessibleTextRole):
            return None
        if orientation is Qt.Orientation.Horizontal:
            place = section + self.label_columns
            texts = (b.text for b in self.table.boxes if _covers(b.column, b.columns, place))
            return " ".join(list(texts)[: self.header_lines]) or f"第 {section + 1} 列"
        line = section + self.header_lines
        whole = " ".join(
            box.text
            for box in self.table.boxes
            if box.column < self.label_columns and _covers(box.line, box.lines, line)
        )
        return whole or f"第 {section + 1} 行"

    def _show(self, index: Index) -> None:
        self.dataChanged.emit(index, index)

    def _renew(self) -> None:
        """Show anew the cells that look different now; most edits touch few."""
        report = self.session.report
        self.forget([cell for cell in self._refusals if is_number(report.value(cell))])
        self._automatic = frozenset(_totals_that_follow(report, self.table, self._parts))
        looks = {cell.id: _look_of(self, cell) for cell in self.table.cells}
        changed = [cell for cell, look in looks.items() if self._looks.get(cell) != look]
        self._looks = looks
        for cell in changed:
            self._show(self.place(cell))

    def _mark(self) -> None:
        self._findings = {}
        parts = {total.cell: set(total.parts) for total in self.session.form.totals}
        for finding in sorted(self.session.findings, key=lambda f: _GRAVITY[f.severity]):
            first, *rest = finding.cells or ("",)
            is_sum = bool(rest) and parts.get(first, set()) >= set(rest)
            for cell in [first] if is_sum else finding.cells:
                self._findings.setdefault(cell, []).append(finding)
        self._renew()


def _totals_that_follow(
    report: Report, table: Table, parts: Mapping[str, list[tuple[str, ...]]]
) -> Iterator[str]:
    """Yield the totals that follow their parts by themselves; `parts` by total."""
    for cell in table.cells if report.automatic_totals else ():
        now, sums = report.value(cell.id), parts.get(cell.id, [])
        if cell.derived and all(now in (BLANK, sum_of(report.value, p).value) for p in sums):
            yield cell.id


def _look_of(model: TableModel, cell: Cell) -> tuple[object, ...]:
    """Return what the look of a cell hangs on, besides what was refused in it.

    Of its findings the gravest alone is drawn; what they say is asked for when it is shown.
    """
    report = model.session.report
    before = report.prior.value(cell.id) if report.prior else None
    now, findings = report.value(cell.id), model.findings(cell.id)
    # 1 and Decimal("1.0") are equal but are not written alike
    written = now if isinstance(now, int) else str(now)
    grave = findings[0].severity if findings else None
    return type(now), written, before, model.is_automatic(cell), grave


def split_of(table: Table) -> tuple[int, int]:
    """Return how many header lines and label columns can stand still while the rest scrolls."""
    lines, columns = table.header_lines, table.label_columns
    if any(box.line < lines < box.line + box.lines for box in table.boxes):
        lines = 0
    if any(box.column < columns < box.column + box.columns for box in table.boxes):
        columns = 0
    return lines, columns


def _place_in(model: TableModel, index: Index) -> tuple[int, int]:
    """Return the line and column of the whole table at a place of its body."""
    return index.row() + model.header_lines, index.column() + model.label_columns


def _box_over(table: Table, line: int, column: int) -> Box | None:
    """Return the box that covers a place of the whole table."""
    return next(
        (
            box
            for box in table.boxes
            if _covers(box.line, box.lines, line) and _covers(box.column, box.columns, column)
        ),
        None,
    )


def _covers(start: int, span: int, place: int) -> bool:
    return start <= place < start + span
