"""A table view that paints one cell when the cursor comes or goes, not all of them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QTableView


class QuietTable(QTableView):
    """Qt paints a whole table whenever an editor opens or closes in it; most keys do one of it."""

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
