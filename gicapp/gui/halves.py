"""A line of two halves, which stand below each other where they do not fit beside each other."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QLineEdit, QSizePolicy

from gicapp.gui.appearance import GAP


class Halves(QFrame):
    """Two rows, `first` and `second`, side by side in a wide window; the first one stretches."""

    def __init__(self, *, stretches_second: bool = False) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(GAP)
        self.first, self.second = QHBoxLayout(), QHBoxLayout()
        for row in (self.first, self.second):
            row.setSpacing(GAP)
        self._both.addLayout(self.first, 1)
        self._both.addLayout(self.second, 1 if stretches_second else 0)
        if not stretches_second:
            self._both.setAlignment(self.second, Qt.AlignmentFlag.AlignLeft)

    def sizeHint(self) -> QSize:
        """Return what the line needs with its halves beside each other, however they stand."""
        sides = self._both.contentsMargins()
        width = _wanted(self.first) + GAP + _wanted(self.second) + sides.left() + sides.right()
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return what the line needs with its halves below each other."""
        sides = self._both.contentsMargins()
        width = max(row.minimumSize().width() for row in (self.first, self.second))
        return QSize(width + sides.left() + sides.right(), self._both.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the halves for another width."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Arrange the halves anew where a button has come or a text has grown."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        """Put the halves beside each other, or below where that is too narrow."""
        room = self._both.contentsRect().width()
        needed = _wanted(self.first) + GAP + _wanted(self.second)
        is_narrow = room < needed
        way = QBoxLayout.Direction
        self._both.setDirection(way.TopToBottom if is_narrow else way.LeftToRight)


def _wanted(row: QHBoxLayout) -> int:
    """Return the width of a row with its words in one line.

    Wrapped labels themselves ask for less, and fields for more.
    """
    wanted = row.spacing() * max(row.count() - 1, 0)
    for place in range(row.count()):
        item = row.itemAt(place)
        widget = item.widget()
        if isinstance(widget, QLabel) and widget.wordWrap():
            wanted += widget.fontMetrics().horizontalAdvance(widget.text())
        elif isinstance(widget, QLineEdit):  # it takes what is left
            wanted += widget.minimumWidth()
        else:
            wanted += item.sizeHint().width()
    return wanted
