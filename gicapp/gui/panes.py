"""The columns of the workspace as stops of the keyboard: parts, page, findings."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from gicapp.gui.page import Page

if TYPE_CHECKING:
    from gicapp.gui.workspace import Workspace


def step_pane(workspace: "Workspace", along: int) -> None:
    """Put the cursor into the next visible column, or the previous one; it goes round."""
    panes = [workspace.sections, workspace.shown_page, workspace.findings]
    panes = [pane for pane in panes if pane.isVisible()]
    here = next((n for n, pane in enumerate(panes) if _holds_focus(pane)), 0)
    target = panes[(here + along) % len(panes)]
    if target is workspace.findings:
        workspace.findings.take_focus()
    elif isinstance(target, Page):
        target.focus_body()
    else:
        target.setFocus()


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
