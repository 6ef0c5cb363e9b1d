"""The findings as a list for Qt: causes, every section with its findings, what was accepted."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from gicapp.core.finding import Finding, Severity
from gicapp.gui.session import Session
from gicapp.gui.table_model import SEVERITY_NAMES, Index

if TYPE_CHECKING:
    from gicapp.core.causes import Cause


class Link(StrEnum):
    """What can be done about a line with one click; the words that are shown."""

    FIX = "一键修正"
    EXPLAIN = "填写情况说明"
    RESTORE = "撤回说明"


@dataclass(frozen=True)
class Line:
    """One line of the list: a heading, a finding, or a likely cause.

    `reason` is set where a person accepted the finding with it.
    """

    text: str
    finding: Finding | None = None
    cause: "Cause | None" = None
    reason: str = ""
    links: tuple[Link, ...] = ()

    @property
    def is_heading(self) -> bool:
        """Tell whether the line heads those after it."""
        return self.finding is None and self.cause is None


class FindingModel(QAbstractListModel):
    """The lines that the panel shows, for the severities that are wanted."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.wanted = set(Severity)
        self.lines: list[Line] = []
        session.findings_changed.connect(self.renew)
        session.causes_changed.connect(self.renew)
        self.renew()

    def renew(self) -> None:
        """Show the findings as they are now."""
        lines = [*self._causes(), *self._open(), *self._accepted()]
        if lines == self.lines:
            return
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def _causes(self) -> Iterator[Line]:
        causes = self._session.causes
        if causes and Severity.ERROR in self.wanted:
            yield Line("可能的原因")
            for cause in causes:
                yield Line(cause.why, cause=cause, links=(Link.FIX,) if cause.changes else ())

    def _open(self) -> Iterator[Line]:
        heading = -1
        for finding in self._session.findings:
            if finding.severity in self.wanted:
                if finding.section != heading:
                    heading = finding.section
                    yield Line(_heading(self._session, heading))
                yield Line(finding.message, finding=finding, links=_links(finding))

    def _accepted(self) -> Iterator[Line]:
        accepted = self._session.accepted
        if accepted:
            yield Line(f"已作说明 {len(accepted)} 条")
            for finding, dismissal in accepted:
                text = f"{finding.message}\n说明：{dismissal.reason}"
                yield Line(text, finding=finding, reason=dismissal.reason, links=(Link.RESTORE,))

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
            severity = SEVERITY_NAMES[line.finding.severity] if line.finding else ""
            return f"{severity}：{line.text}" if severity else line.text
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let findings be chosen; headings stand between them."""
        line = self.line(index)
        if line is None or line.is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _links(finding: Finding) -> tuple[Link, ...]:
    from gicapp.core.dismissal import is_dismissable  # loads the rules, which are there by now

    fix = (Link.FIX,) if finding.fix else ()
    explain = finding.severity is not Severity.HINT and is_dismissable(finding)
    return (*fix, Link.EXPLAIN) if explain else fix


def _heading(session: Session, number: int) -> str:
    return session.form.section(number).heading if number else "报告信息"
