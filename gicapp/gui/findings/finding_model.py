"""The findings as a list for Qt; what stays is left where it is, so that nothing jumps."""

from difflib import SequenceMatcher

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, Signal

from gicapp.core.finding import Severity
from gicapp.gui.appearance import tip
from gicapp.gui.findings.finding_lines import ACCEPTED, GUESSES, Line, lines_of
from gicapp.gui.session import Session
from gicapp.gui.tables.table_model import Index


class FindingModel(QAbstractListModel):
    """The lines that the panel shows, for the severities that are wanted and groups unfolded.

    `renewing` comes before the lines change and `renewed` after it.
    """

    renewing = Signal()
    renewed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.wanted = set(Severity)
        self.folded = {ACCEPTED, GUESSES}
        self.lines: list[Line] = []
        session.findings_changed.connect(self.renew)
        session.checking.explained.connect(self.renew)
        self.renew()

    def renew(self) -> None:
        """Show the findings as they are now."""
        lines = list(lines_of(self._session, self.wanted, self.folded))
        if lines == self.lines:
            return
        if [line.look for line in lines] == [line.look for line in self.lines]:
            self.lines = lines  # places moved on in a text: there is nothing to draw
            return
        self.renewing.emit()
        matcher = SequenceMatcher(
            None, [line.key for line in self.lines], [line.key for line in lines], autojunk=False
        )
        # from the end, so that the places of what comes before stay true
        for kind, start, end, new_start, new_end in reversed(matcher.get_opcodes()):
            if kind == "equal":
                self._refresh(start, lines[new_start:new_end])
            else:
                self._remove(start, end)
                self._insert(start, lines[new_start:new_end])
        self.renewed.emit()

    def _refresh(self, start: int, lines: list[Line]) -> None:
        for row, line in enumerate(lines, start):
            seen = self.lines[row].look != line.look
            self.lines[row] = line
            if seen:
                self.dataChanged.emit(self.index(row), self.index(row))

    def _remove(self, start: int, end: int) -> None:
        if end > start:
            self.beginRemoveRows(QModelIndex(), start, end - 1)
            del self.lines[start:end]
            self.endRemoveRows()

    def _insert(self, start: int, lines: list[Line]) -> None:
        if lines:
            self.beginInsertRows(QModelIndex(), start, start + len(lines) - 1)
            self.lines[start:start] = lines
            self.endInsertRows()

    def fold(self, group: str, *, folded: bool) -> None:
        """Hide the lines of a group under its heading, or show them."""
        (self.folded.add if folded else self.folded.discard)(group)
        self.renew()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def line(self, index: Index) -> Line | None:
        """Return the line at a place."""
        return self.lines[index.row()] if 0 <= index.row() < len(self.lines) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what Qt asks for of a line."""
        line = self.line(index)
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(line.text)
        return line.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None
