"""A page that stands over the sections for one task: Esc leaves it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from gicapp.gui.page import Page
from gicapp.gui.session import Session


class OverPage(Page):
    """A task's page; `left`: another page is shown instead."""

    left = Signal()

    def __init__(self, session: Session, heading: str, hint: str) -> None:
        super().__init__(session, heading, hint)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.closed)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that the page is left; a window made small is not, nor a pane in its place."""
        super().hideEvent(event)
        if not event.spontaneous() and self._is_replaced():
            self.left.emit()

    def _is_replaced(self) -> bool:
        """Tell whether another page of the stack is shown instead."""
        widget: QWidget | None = self
        while widget is not None and not isinstance(widget, QStackedWidget):
            if widget.isHidden():
                return True
            widget = widget.parentWidget()
        return False
