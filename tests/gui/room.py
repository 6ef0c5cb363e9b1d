"""Whether what a window shows has room: words cut off, pushed out of sight, or covered."""

from collections.abc import Iterator
from itertools import combinations
from typing import cast

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QTableView,
    QTextEdit,
    QWidget,
)

_WORDS = (QLabel, QAbstractButton, QComboBox)
_LAID_OUT = (*_WORDS, QLineEdit, QTextEdit)
_OVER_A_TABLE = ("help", "refusal", "corner")  # labels that lie upon it on purpose


def is_cut(widget: QWidget) -> bool:
    """Tell whether a label, button or choice has less room than its words need."""
    wanted = widget.sizeHint()
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width()) > widget.height() + 1
    return wanted.width() > widget.width() + 1 or wanted.height() > widget.height() + 2


def sticks_out(widget: QWidget, window: QWidget) -> bool:
    """Tell whether a widget goes beyond the sides of something that it stands in."""
    parent = widget.parentWidget()
    while parent is not None and parent is not window:
        left = widget.mapTo(parent, QPoint(0, 0)).x()
        if left < -1 or left + widget.width() > parent.width() + 1:
            return True
        parent = parent.parentWidget()
    return False


def rows_in_sight(view: QTableView) -> int:
    """Return how many rows of a table are wholly seen in the window."""
    seen = view.viewport().visibleRegion().boundingRect()
    model = view.model()
    places = (view.visualRect(model.index(row, 0)) for row in range(model.rowCount()))
    return sum(1 for place in places if seen.contains(place))


def crowded(window: QWidget) -> Iterator[str]:
    """Yield what lacks room in a window as it is shown now."""
    # the stub does not tie the result to the class asked for
    widgets = [w for w in cast("list[QWidget]", window.findChildren(QWidget)) if _is_own(w)]
    for widget in widgets:
        words = _words(widget)
        if words and is_cut(widget):
            yield f"cut: {words}"
        if words and sticks_out(widget, window):
            yield f"out: {words}"
        if isinstance(widget, QAbstractScrollArea) and _scrolls_sideways(widget):
            yield f"scrolls sideways: {type(widget).__name__} {widget.accessibleName()}"
        yield from _covered(widget)


def _is_own(widget: QWidget) -> bool:
    name = widget.objectName()
    return widget.isVisible() and not name.startswith("qt_") and name not in _OVER_A_TABLE


def _words(widget: QWidget) -> str:
    if isinstance(widget, QComboBox):
        return widget.currentText()
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""


def _scrolls_sideways(area: QAbstractScrollArea) -> bool:
    is_off = area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    return area.horizontalScrollBar().maximum() > 0 and not is_off


def _covered(parent: QWidget) -> Iterator[str]:
    """Yield the pairs of a parent's own widgets that lie over each other."""
    if parent.layout() is None:
        return
    inside = [w for w in parent.children() if isinstance(w, _LAID_OUT) and _is_own(w)]
    for one, other in combinations(inside, 2):
        both = one.geometry().intersected(other.geometry())
        if both.width() > 1 and both.height() > 1:
            yield f"over each other: {_words(one)} and {_words(other)}"
