"""The list that opens to put a live figure into a text: type a few words, press Enter."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gicapp.core.text.choices import figure_choices
from gicapp.gui.appearance import GAP, ems
from gicapp.gui.session import Session

_TOKEN = Qt.ItemDataRole.UserRole
_SHOWN = 200  # lines at most; more words narrow them


class FigurePicker(QFrame):
    """A popup with the figures that can be put in; `picked` carries the token of one."""

    picked = Signal(str)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("card")
        self._session = session
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        self.words = QLineEdit()
        self.words.setPlaceholderText("输入名称中的几个字，如“新收 总计”")
        self.words.setAccessibleName("查找数字")
        self.list = QListWidget()
        self.list.setAccessibleName("可以插入的数字")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(2)
        note = QLabel("插入的数字随表格更新，不会与表格不一致。")
        note.setObjectName("muted")
        for widget in (self.words, self.list, note):
            layout.addWidget(widget)
        self.resize(ems(self.font(), 34), ems(self.font(), 26))
        self.words.textChanged.connect(self._fill)
        self.words.installEventFilter(self)
        self.list.itemActivated.connect(self._pick)
        self.list.itemClicked.connect(self._pick)

    def open_at(self, place: QPoint) -> None:
        """Open below a point of the screen, with everything listed."""
        self.words.clear()
        self._fill("")
        self.move(place)
        self.show()
        self.words.setFocus()

    def _fill(self, words: str) -> None:
        self.list.clear()
        session = self._session
        for choice in figure_choices(session.form, session.report, words)[:_SHOWN]:
            item = QListWidgetItem(f"{choice.name}　{choice.value}")
            item.setData(_TOKEN, choice.token)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _pick(self, item: QListWidgetItem) -> None:
        self.hide()
        self.picked.emit(str(item.data(_TOKEN)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows and Enter work on the list while one types."""
        if not (isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress):
            return super().eventFilter(watched, event)
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            last = self.list.count() - 1
            self.list.setCurrentRow(max(0, min(last, self.list.currentRow() + step)))
            return True
        item = self.list.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self._pick(item)
            return True
        return super().eventFilter(watched, event)
