"""The findings as a list for Qt: causes first, then every section with its findings."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from gicapp.core.finding import Finding, Severity
from gicapp.gui.session import Session
from gicapp.gui.table_model import Index

if TYPE_CHECKING:
    from gicapp.core.causes import Cause

SEVERITY_NAMES = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.HINT: "提示"}


@dataclass(frozen=True)
class Line:
    """One line of the list: a heading, a finding, or a likely cause."""

    text: str
    finding: Finding | None = None
    cause: "Cause | None" = None

    @property
    def is_heading(self) -> bool:
        """Tell whether the line heads those after it."""
        return self.finding is None and self.cause is None

    @property
    def fixable(self) -> bool:
        """Tell whether one click mends it."""
        return bool(self.cause and self.cause.changes) or bool(self.finding and self.finding.fix)


class FindingModel(QAbstractListModel):
    """The lines that the panel shows, for the severities that are wanted."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.wanted = set(Severity)
        self.lines: list[Line] = []
        session.findings_changed.connect(self.renew)
        self.renew()

    def renew(self) -> None:
        """Show the findings as they are now."""
        lines = self._lines()
        if lines == self.lines:
            return
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def _lines(self) -> list[Line]:
        session = self._session
        lines: list[Line] = []
        if session.causes and Severity.ERROR in self.wanted:
            lines = [Line("可能的原因"), *(Line(c.why, cause=c) for c in session.causes)]
        heading = -1
        for finding in session.findings:
            if finding.severity not in self.wanted:
                continue
            if finding.section != heading:
                heading = finding.section
                lines.append(Line(_heading(session, heading)))
            lines.append(Line(finding.message, finding=finding))
        return lines

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
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return line.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if line.finding:
                return f"{SEVERITY_NAMES[line.finding.severity]}：{line.text}"
            return line.text
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let findings be chosen; headings stand between them."""
        line = self.line(index)
        if line is None or line.is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _heading(session: Session, number: int) -> str:
    return session.form.section(number).heading if number else "报告信息"
