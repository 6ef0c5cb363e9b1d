"""Bars above the page: below each other, or one at a time where the window is low."""

from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gicapp.gui.appearance import ems

_LOW: Final = 38  # characters: a window less high shows one bar at a time
_TURNS: Final = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent)


class Bars(QWidget):
    """Shows the bars that have something to say; in a low window the last one that was added.

    A bar itself stays open while it waits for its turn: what hides it is the slot that it is in.
    """

    def __init__(self) -> None:
        super().__init__()
        self._slots: dict[QWidget, QWidget] = {}
        self._is_low = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setVisible(False)

    def add(self, bar: QWidget, *, first: bool = False) -> None:
        """Take in a bar at the bottom, or at the top, where it waits longest in a low window."""
        slot = QWidget()
        inside = QVBoxLayout(slot)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(bar)
        self._column.insertWidget(0 if first else len(self._slots), slot)
        self._slots = {bar: slot, **self._slots} if first else {**self._slots, bar: slot}
        bar.installEventFilter(self)
        self._take_turns()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that a bar was opened or closed."""
        if event.type() in _TURNS:
            self._take_turns()
        return super().eventFilter(watched, event)

    def fit(self, event: QResizeEvent) -> None:
        """Show them in a window of another height."""
        is_low = event.size().height() < ems(self.font(), _LOW)
        if is_low is not self._is_low:
            self._is_low = is_low
            self._take_turns()

    def _take_turns(self) -> None:
        open_ones = [bar for bar in self._slots if not bar.isHidden()]
        shown = open_ones[-1:] if self._is_low else open_ones
        for bar, slot in self._slots.items():
            slot.setVisible(bar in shown)
        self.setVisible(bool(shown))
