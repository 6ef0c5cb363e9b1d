"""The list of live figures that opens under the cursor: names and what they show now."""

from collections.abc import Sequence
from typing import Final, cast

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gicapp.core.text.choices import Choice
from gicapp.gui.appearance import GAP, ems
from gicapp.gui.tables.table_model import Index

_TOKEN: Final = Qt.ItemDataRole.UserRole
_CHOICE: Final = Qt.ItemDataRole.UserRole + 1
_SHOWN: Final = 100  # lines at most; more letters narrow them
_LINES: Final = 9  # lines in sight
_NOTE: Final = "接着打字筛选，↑↓ 选择，回车插入，Esc 关闭"


class FigureList(QFrame):
    """Lies over the window and never takes the cursor, so that one goes on typing.

    `picked` carries the token of the figure that was clicked.
    """

    picked = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("card")
        self.setAutoFillBackground(True)
        self.list = QListWidget()
        self.list.setAccessibleName("可以插入的数字")
        self.list.setAccessibleDescription(_NOTE)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(_ChoiceDelegate(self.list))
        self.list.itemClicked.connect(lambda item: self.picked.emit(str(item.data(_TOKEN))))
        note = QLabel(_NOTE)
        note.setObjectName("muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP // 2, GAP // 2, GAP // 2, GAP // 2)
        layout.setSpacing(GAP // 2)
        layout.addWidget(self.list)
        layout.addWidget(note)
        self.hide()

    def offer(self, choices: Sequence[Choice], line: QRect) -> None:
        """Show choices below a line of the window, above it where there is no room below."""
        self.list.clear()
        for choice in choices[:_SHOWN]:
            item = QListWidgetItem(f"{choice.name}　＝ {choice.value}")
            item.setData(_TOKEN, choice.token)
            item.setData(_CHOICE, (choice.name, choice.value))
            item.setToolTip(item.text())
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._place(line)
        self.show()
        self.raise_()
        self._tell()

    def _place(self, line: QRect) -> None:
        window = self.parentWidget()
        row = self.list.sizeHintForRow(0)
        self.list.setFixedHeight(_LINES * row + 2 * self.list.frameWidth())
        height = self.layout().minimumSize().height()
        self.resize(min(ems(self.font(), 32), window.width()), height)
        below = line.bottom() + GAP // 2
        fits = below + height <= window.height()
        top = below if fits else max(0, line.top() - height - GAP // 2)
        self.move(QPoint(max(0, min(line.left(), window.width() - self.width())), top))

    def step(self, along: int) -> None:
        """Go to another line; it stops at the ends."""
        last = self.list.count() - 1
        self.list.setCurrentRow(max(0, min(last, self.list.currentRow() + along)))
        self._tell()

    def _tell(self) -> None:
        """Let a screen reader say the line, though the cursor stays in the text."""
        event = QAccessibleEvent(self.list, QAccessible.Event.Focus)
        event.setChild(self.list.currentRow())
        QAccessible.updateAccessibility(event)

    @property
    def token(self) -> str:
        """Return the token of the current line, nothing without one."""
        item = self.list.currentItem()
        return str(item.data(_TOKEN)) if item is not None else ""


class _ChoiceDelegate(QStyledItemDelegate):
    """Draws a figure's name at the left and what it shows at the right, one below the other."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line; a name that is too long gives way to the value."""
        self.initStyleOption(option, index)
        # the stub leaves the attributes out
        state, palette = option.state, option.palette  # type: ignore[attr-defined]
        option.text = ""  # type: ignore[attr-defined]
        view = cast("QListWidget", self.parent())
        view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, view)
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if is_chosen else QPalette.ColorRole.Text
        name, value = index.data(_CHOICE)
        room = option.rect.adjusted(GAP, 0, -GAP, 0)  # type: ignore[attr-defined]
        metrics = option.fontMetrics  # type: ignore[attr-defined]
        middle = Qt.AlignmentFlag.AlignVCenter
        left = room.width() - metrics.horizontalAdvance(value) - 2 * GAP
        painter.save()
        painter.setPen(palette.color(role))
        painter.drawText(room, int(middle | Qt.AlignmentFlag.AlignRight), value)
        name = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, left)
        painter.drawText(room, int(middle | Qt.AlignmentFlag.AlignLeft), name)
        painter.restore()
