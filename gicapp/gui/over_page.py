"""A page that stands over the sections for one task: Esc leaves it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut

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
        """Tell that the page is left; a window made small is not."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.left.emit()
