"""A table view that paints one cell when the cursor comes or goes, not all of them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QTableView, QWidget


class QuietTable(QTableView):
    """Qt paints a whole table whenever an editor opens or closes in it; most keys do one of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # so that Qt moves what is seen when one scrolls, and paints only what comes into view
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, which shows where there is no cell, and the cells on it."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().base())
        painter.end()
        super().paintEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Do what Qt does but paint the current cell alone."""
        here = self.currentIndex()
        if not here.isValid():
            super().focusInEvent(event)
            return
        editable = bool(here.flags() & Qt.ItemFlag.ItemIsEditable)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, editable)
        self.update(here)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Paint the current cell alone."""
        del event
        self.update(self.currentIndex())
