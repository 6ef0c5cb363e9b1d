"""The columns of a window as stops of the keyboard."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def step_pane(stops: Mapping[QWidget, Callable[[], object]], along: int) -> None:
    """Put the cursor into the next visible column, or the previous one; it goes round.

    The stops are the columns from left to right, each with what puts the cursor into it.
    """
    panes = [pane for pane in stops if pane.isVisible()]
    here = next((n for n, pane in enumerate(panes) if _holds_focus(pane)), 0)
    stops[panes[(here + along) % len(panes)]]()


def _holds_focus(pane: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and (focus is pane or pane.isAncestorOf(focus))


def order_tabs(before: QWidget, page: QWidget) -> None:
    """Let Tab go from a widget through a page, which was made later than what comes after it."""
    inside = []
    widget = page.nextInFocusChain()
    while widget is not page:
        if page.isAncestorOf(widget) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            inside.append(widget)
        widget = widget.nextInFocusChain()
    for widget in inside:
        QWidget.setTabOrder(before, widget)
        before = widget
