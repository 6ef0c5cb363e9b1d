"""The panel at the right: the findings, live; a click goes there, a fix is one click."""

from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
)

from gicapp.core.finding import Finding, Severity
from gicapp.errors import GicError
from gicapp.gui.appearance import GAP, colours, scaled
from gicapp.gui.finding_delegate import FindingDelegate, line_at, link_places
from gicapp.gui.finding_model import FindingModel, Line, Link
from gicapp.gui.icons import icon
from gicapp.gui.session import Session
from gicapp.gui.table_model import SEVERITY_NAMES, Index

_SIDE = GAP + GAP // 2
_KEYS = {Link.FIX: "Ctrl+Return", Link.EXPLAIN: "Ctrl+M", Link.RESTORE: ""}


class FindingsPanel(QFrame):
    """Filters and the list; `chosen` carries the Finding or Cause to go to."""

    chosen = Signal(object)

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
        head.addWidget(title)
        row = QHBoxLayout()
        row.setSpacing(GAP // 2)
        for severity in Severity:
            row.addWidget(self._filter(severity))
        row.addStretch()
        head.addLayout(row)
        layout.addLayout(head)
        layout.addWidget(self._nothing)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.reason)

    def _filter(self, severity: Severity) -> QToolButton:
        button = QToolButton()
        button.setObjectName("filter")
        button.setCheckable(True)
        button.setChecked(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIcon(icon(severity.value, colours().of(severity)))
        button.setToolTip(f"显示或隐藏{SEVERITY_NAMES[severity]}")
        button.toggled.connect(self._apply_filters)
        self.filters[severity] = button
        return button

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
        line = self.model.line(index)
        if line is not None and not line.is_heading:
            self.chosen.emit(line.finding or line.cause)

    def _follow(self, index: Index, link: Link) -> None:
        """Do what a link of a line says."""
        line = self.model.line(index)
        if line is None or link not in line.links:
            return
        if link is Link.FIX:
            self._fix(line)
        elif line.finding is not None and link is Link.EXPLAIN:
            self.reason.ask(line.finding)
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
            self._session.told.emit("已经修正，可以撤销。")


class FindingList(QListView):
    """The lines of findings, wrapped to the width of the panel."""

    linked = Signal(object, object)

    def __init__(self, model: FindingModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName("检查结果")
        delegate = FindingDelegate(self)
        delegate.linked.connect(self.linked)
        self.setItemDelegate(delegate)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for link in Link:
            action = QAction(link.value, self)
            action.setShortcut(_KEYS[link])
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(partial(self._follow, link))
            self.addAction(action)

    def _follow(self, link: Link) -> None:
        self.linked.emit(self.currentIndex(), link)

    def link_place(self, index: QModelIndex, link: Link) -> QPoint:
        """Return the middle of a link, in the viewport."""
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        # the stub leaves the attribute out
        option.rect = self.visualRect(index)  # type: ignore[attr-defined]
        return dict(link_places(option, line_at(index)))[link].center()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the lines anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class ReasonBar(QFrame):
    """Asks for the reason why a finding is accepted (情况说明), below the list."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("bar")
        self._session = session
        self._finding: Finding | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_SIDE, GAP, _SIDE, GAP)
        layout.setSpacing(GAP)
        ask = QLabel("数据属实的，写明原因；以后数据有变，会重新提示。")
        ask.setWordWrap(True)
        self.text = QLineEdit()
        self.text.setPlaceholderText("情况说明")
        self.text.setAccessibleName("情况说明")
        self.take_button, leave = QPushButton("确定"), QPushButton("取消")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.take_button)
        row.addWidget(leave)
        layout.addWidget(ask)
        layout.addWidget(self.text)
        layout.addLayout(row)
        self.take_button.clicked.connect(self._take)
        self.text.returnPressed.connect(self._take)
        leave.clicked.connect(self.hide)
        session.replaced.connect(self.hide)
        self.hide()

    def ask(self, finding: Finding) -> None:
        """Ask for the reason to accept a finding."""
        self._finding = finding
        self.text.clear()
        self.show()
        self.text.setFocus()

    def _take(self) -> None:
        from gicapp.core.dismissal import dismiss

        if self._finding is None:
            return
        try:
            changes = dismiss(self._finding, self._session.report, self.text.text())
        except GicError as error:
            self._session.refuse(error)
            return
        self._session.edit("填写情况说明", changes)
        self.hide()
