"""The panel at the right: the findings, live; a click goes there, a fix is one click."""

from typing import Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
)

from gicapp.core.finding import Severity
from gicapp.gui.appearance import GAP, colours, ems, scaled
from gicapp.gui.finding_model import SEVERITY_NAMES, FindingModel, Line
from gicapp.gui.icons import icon, pixmap
from gicapp.gui.session import Session
from gicapp.gui.table_model import Index

FIX: Final = "一键修正"
_WRAP: Final = int(Qt.TextFlag.TextWordWrap)


class FindingsPanel(QFrame):
    """Filters and the list; `chosen` carries the Finding or Cause to go to."""

    chosen = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._session = session
        self.model = FindingModel(session, self)
        self.list = _FindingList(self.model)
        self.list.fix_wanted.connect(self._fix)
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)
        self.filters: dict[Severity, QToolButton] = {}
        self._nothing = QLabel()
        self._nothing.setWordWrap(True)
        self._nothing.setObjectName("muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._lay_out()
        session.findings_changed.connect(self._renew)
        self._renew()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(GAP + GAP // 2, GAP + GAP // 2, GAP + GAP // 2, GAP)
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
        self._nothing.setContentsMargins(GAP + GAP // 2, GAP, GAP, GAP)
        layout.addWidget(self._nothing)
        layout.addWidget(self.list, 1)

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

    def _fix(self, index: Index) -> None:
        """Do what mends a finding, or the changes of a likely cause, as one step."""
        line = self.model.line(index)
        if line is None:
            return
        if line.cause is not None:
            self._session.edit("按可能的原因修正", line.cause.changes)
        elif line.finding is not None:
            self._session.edit("一键修正", line.finding.fix)
        self._session.told.emit("已经修正，可以撤销。")


class _FindingList(QListView):
    """The lines of findings, wrapped to the width of the panel."""

    fix_wanted = Signal(object)

    def __init__(self, model: FindingModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName("检查结果")
        self.setItemDelegate(_FindingDelegate(self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        fix = QAction(FIX, self)
        fix.setShortcut("Ctrl+Return")
        fix.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        fix.triggered.connect(self._fix_current)
        self.addAction(fix)

    def _fix_current(self) -> None:
        model = self.model()
        line = model.line(self.currentIndex()) if isinstance(model, FindingModel) else None
        if line is not None and line.fixable:
            self.fix_wanted.emit(self.currentIndex())

    def link_place(self, index: QModelIndex) -> QPoint:
        """Return the middle of the link that mends a finding, in the viewport."""
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        # the stub leaves the attribute out
        option.rect = self.visualRect(index)  # type: ignore[attr-defined]
        return _link_rect(option, _line_at(index)).center()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the lines anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class _FindingDelegate(QStyledItemDelegate):
    """Draws a finding with its severity as icon and words, and its fix as a link."""

    def __init__(self, view: _FindingList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of the wrapped line."""
        line, width = _line_at(index), self._view.viewport().width()
        height = _text_rect(option, line, QRect(0, 0, width, 10_000)).height()
        if line.fixable:
            height += _line_height(option) + GAP // 2
        return QSize(width, height + 2 * GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        painter.save()
        line, rect = _line_at(index), option.rect  # type: ignore[attr-defined]
        scheme = colours()
        if line.is_heading:
            painter.fillRect(rect, QColor(scheme.label))
            painter.setFont(_heading_font(option))
            painter.setPen(QColor(scheme.text))
            painter.drawText(_text_rect(option, line, rect), _WRAP, line.text)
        else:
            self._paint_finding(painter, option, line)
        painter.restore()

    def _paint_finding(self, painter: QPainter, option: QStyleOptionViewItem, line: Line) -> None:
        scheme, rect = colours(), option.rect  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(scheme.selected))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(scheme.derived))
        size = _icon_size(option)
        name, colour = _sign(line)
        place = QRect(rect.left() + GAP + GAP // 2, rect.top() + GAP + 1, size, size)
        painter.drawPixmap(place, pixmap(name, colour, 2 * size))
        painter.setPen(QColor(scheme.text))
        text = _text_rect(option, line, rect)
        painter.drawText(text, _WRAP, line.text)
        if line.fixable:
            self._paint_link(painter, option, line)
        painter.setPen(QPen(QColor(scheme.line), 1))
        painter.drawLine(rect.bottomLeft() + QPoint(GAP, 0), rect.bottomRight() - QPoint(GAP, 0))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(scheme.accent), 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _paint_link(self, painter: QPainter, option: QStyleOptionViewItem, line: Line) -> None:
        font = scaled(option.font, 1.0)  # type: ignore[attr-defined]
        font.setUnderline(True)
        painter.setFont(font)
        painter.setPen(QColor(colours().accent))
        painter.drawText(_link_rect(option, line), _WRAP, FIX)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Mend the finding when its link is clicked."""
        line = _line_at(index)
        if (
            line.fixable
            and isinstance(event, QMouseEvent)
            and event.type() is QEvent.Type.MouseButtonRelease
            and _link_rect(option, line).contains(event.position().toPoint())
        ):
            self._view.fix_wanted.emit(index)
            return True
        return super().editorEvent(event, model, option, index)


def _line_at(index: Index) -> Line:
    model = index.model()
    line = model.line(index) if isinstance(model, FindingModel) else None
    return line or Line("")


def _sign(line: Line) -> tuple[str, str]:
    """Return the icon of a line and its colour."""
    scheme = colours()
    if line.finding is None:
        return "fix", scheme.accent
    return line.finding.severity.value, scheme.of(line.finding.severity)


def _text_rect(option: QStyleOptionViewItem, line: Line, rect: QRect) -> QRect:
    """Return where the words of a line stand."""
    indent = 0 if line.is_heading else _icon_size(option) + GAP
    left = rect.left() + GAP + GAP // 2 + indent
    room = QRect(left, rect.top() + GAP, rect.right() - GAP - left, 10_000)
    metrics = option.fontMetrics  # type: ignore[attr-defined]
    if line.is_heading:
        metrics = QFontMetrics(_heading_font(option))
    bounds: QRect = metrics.boundingRect(room, _WRAP, line.text)
    bounds.setRight(room.right())
    return bounds


def _link_rect(option: QStyleOptionViewItem, line: Line) -> QRect:
    text = _text_rect(option, line, option.rect)  # type: ignore[attr-defined]
    width = option.fontMetrics.horizontalAdvance(FIX)  # type: ignore[attr-defined]
    return QRect(text.left(), text.bottom() + GAP // 2, width + 2, _line_height(option))


def _heading_font(option: QStyleOptionViewItem) -> QFont:
    return scaled(option.font, 0.92, bold=True)  # type: ignore[attr-defined]


def _icon_size(option: QStyleOptionViewItem) -> int:
    return ems(option.font, 1.2)  # type: ignore[attr-defined]


def _line_height(option: QStyleOptionViewItem) -> int:
    return int(option.fontMetrics.lineSpacing())  # type: ignore[attr-defined]
