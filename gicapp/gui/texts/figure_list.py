"""The list of live figures that opens under the cursor: names and what they show now."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gicapp.core.text.choices import Choice
from gicapp.gui.appearance import GAP, ems

_TOKEN: Final = Qt.ItemDataRole.UserRole
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
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
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
