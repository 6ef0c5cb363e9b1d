"""The panel at the right: the findings, live; a click goes there, a fix is one click."""

from PySide6.QtCore import QEvent, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout

from gicapp.core.finding import Severity
from gicapp.gui.appearance import GAP, colours, ems, scaled
from gicapp.gui.findings.finding_lines import Line, Link
from gicapp.gui.findings.finding_list import FindingList
from gicapp.gui.findings.finding_model import FindingModel
from gicapp.gui.findings.reason_bar import ReasonBar
from gicapp.gui.icons import icon
from gicapp.gui.messages.offer import offer_undo
from gicapp.gui.session import Session
from gicapp.gui.side_pane import NARROWEST, SidePane
from gicapp.gui.tables.table_model import SEVERITY_NAMES, Index

_SIDE = GAP + GAP // 2


class FindingsPanel(SidePane):
    """Filters and the list; `chosen` carries the Finding or Cause to go to."""

    chosen = Signal(object)
    best, share = 22, 21  # characters, percent of the window

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._session = session
        self.model = FindingModel(session, self)
        self.list = FindingList(self.model)
        self.list.linked.connect(self._follow)
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)
        self.filters: dict[Severity, QToolButton] = {}
        self.reason = ReasonBar(session)
        self.reason.answered.connect(self.take_focus)
        self._nothing = QLabel()
        self._nothing.setWordWrap(True)
        self._nothing.setObjectName("muted")
        self._nothing.setContentsMargins(_SIDE, GAP, GAP, GAP)
        self._lay_out()
        session.findings_changed.connect(self._renew)
        self._renew()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(_SIDE, _SIDE, _SIDE, GAP)
        head.setSpacing(GAP)
        title = QLabel("检查结果")
        title.setFont(scaled(self.font(), 1.1, bold=True))
        line = QHBoxLayout()
        line.addWidget(self.back)
        line.addWidget(title, 1)
        head.addLayout(line)
        row = QHBoxLayout()
        row.setSpacing(GAP // 2)
        for severity in Severity:
            row.addWidget(self._filter(severity))
        self._draw_icons()
        head.addLayout(row)
        layout.addLayout(head)
        layout.addWidget(self._nothing)
        self.list.setMinimumSize(ems(self.font(), NARROWEST), 1)  # the reason comes first
        layout.addWidget(self.list, 1)
        layout.addWidget(self.reason)

    def _filter(self, severity: Severity) -> QToolButton:
        button = QToolButton()
        button.setObjectName("filter")
        button.setCheckable(True)
        button.setChecked(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setToolTip(f"显示或隐藏{SEVERITY_NAMES[severity]}")
        button.toggled.connect(self._apply_filters)
        self.filters[severity] = button
        return button

    def _draw_icons(self) -> None:
        size = ems(self.font(), 1)
        for severity, button in self.filters.items():
            button.setIcon(icon(severity.value, colours().of(severity), size))
            button.setIconSize(QSize(size, size))

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons anew in other colours."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "filters"):
            self._draw_icons()

    def _apply_filters(self) -> None:
        self.model.wanted = {s for s, button in self.filters.items() if button.isChecked()}
        self.model.renew()
        self._renew()

    def _renew(self) -> None:
        for severity, button in self.filters.items():
            button.setText(f"{SEVERITY_NAMES[severity]} {self._session.count(severity)}")
        if self._session.findings:
            self._nothing.setText("没有选中任何类别，点上面的按钮显示。")
        else:
            self._nothing.setText("没有发现问题。")
        self._nothing.setVisible(not self.model.lines)

    def _choose(self, index: Index) -> None:
        """Go to what a line speaks of; fold or unfold under a heading."""
        line = self.model.line(index)
        if line is not None and line.is_heading:
            self.model.fold(line.group, folded=not line.folded)
        elif line is not None:
            self.chosen.emit(line.finding or line.cause)

    def go_on(self, along: int) -> None:
        """Go to the next open finding, or to the previous one where `along` is negative."""
        lines, here = self.model.lines, self.list.currentIndex().row()
        rows = [row for row, line in enumerate(lines) if line.finding and not line.reason]
        if not rows:
            self._session.told.emit("没有要看的检查结果。")
            return
        further = [row for row in rows[::along] if (row - here) * along > 0]
        index = self.model.index((further or rows[::along])[0])
        self.list.setCurrentIndex(index)
        self._choose(index)

    def take_focus(self) -> None:
        """Put the cursor into the list, on its first finding when it was nowhere."""
        if not self.list.currentIndex().isValid() and self.model.lines:
            self.list.setCurrentIndex(self.model.index(0))
        self.list.setFocus()

    def _follow(self, index: Index, link: Link) -> None:
        """Do what a link of a line says, once it is certain that the line still stands."""
        place, before = QPersistentModelIndex(index), self.model.line(index)
        self._session.checking.then(lambda: self._follow_now(place, before, link))

    def _follow_now(self, place: QPersistentModelIndex, before: Line | None, link: Link) -> None:
        line = self.model.line(place) if place.isValid() else None
        if before is None or line is None or link not in line.links:
            return
        if link in (Link.FIX, Link.LIVE):
            self._fix(line)
        elif line.finding is not None and link in (Link.EXPLAIN, Link.REWORD):
            self.reason.ask(line.finding, line.reason or line.lapsed)
        elif line.finding is not None:
            from gicapp.core.dismissal import restore

            self._session.edit("撤回情况说明", restore(line.finding, self._session.report))

    def _fix(self, line: Line) -> None:
        """Do what mends a finding, or the changes of a likely cause, as one step."""
        if line.cause is not None:
            done = self._session.edit("按可能的原因修正", line.cause.changes)
        else:
            done = self._session.edit("一键修正", line.finding.fix if line.finding else ())
        if done:
            offer_undo(self._session, "已经修正。")
