"""What is being done beside the window: one bar each, which comes late and can cancel."""

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gicapp.gui.appearance import GAP, ems
from gicapp.gui.background import Work
from gicapp.gui.messages.speaking import may_speak, speak

_SOON: Final = 300  # milliseconds after the patience is over: half a second in all


class Waiting(QWidget):
    """The bars of all that is being done."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.bars: list[WaitingBar] = []

    def follow(self, work: Work) -> None:
        """Show a bar for work until it ends."""
        bar = WaitingBar(work)
        self.bars.append(bar)
        self._column.addWidget(bar)
        work.ended.connect(lambda: self._drop(bar))

    def _drop(self, bar: "WaitingBar") -> None:
        if bar in self.bars:
            self.bars.remove(bar)
            bar.coming.stop()  # a question asked right after keeps it from being deleted
            bar.hide()
            bar.deleteLater()


class WaitingBar(QFrame):
    """Says what is being done, and cancels it."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.setObjectName("bar")
        self.hide()
        self.text = QLabel(f"{work.words}……")
        moving = QProgressBar()
        moving.setRange(0, 0)  # nobody knows how long it takes
        moving.setTextVisible(False)
        moving.setFixedWidth(ems(self.font(), 10))
        moving.setMaximumHeight(ems(self.font(), 0.6))
        moving.setAccessibleName(work.words)
        self.cancel_button = QPushButton("取消")
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.setAccessibleName(f"取消：{work.words}")
        self.cancel_button.clicked.connect(work.cancel)
        may_speak(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GAP, GAP // 2, GAP, GAP // 2)
        row.setSpacing(GAP)
        row.addWidget(self.text, 1)
        row.addWidget(moving)
        row.addWidget(self.cancel_button)
        self.coming = QTimer(self)
        self.coming.setSingleShot(True)
        self.coming.timeout.connect(self._come)
        self.coming.start(_SOON)

    def _come(self) -> None:
        speak(self, self.text.text())
        self.show()
