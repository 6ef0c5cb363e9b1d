"""What stands at the right of a page, or in its place where a window has no room for both."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

NARROWEST: Final = 15  # characters


class SidePane(QFrame):
    """A pane with a button that leads back to the page whose place it takes; so does Escape."""

    least = NARROWEST  # characters that it stands beside a page with
    best = NARROWEST
    share = 100  # percent of the window that it takes at most to have it
    stays = True  # it is wanted again after it took the place of a page

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = QPushButton("返回", self)
        self.back.setToolTip("回到刚才的页面（Esc）")
        self.back.setAutoDefault(False)
        self.back.hide()

    def take_focus(self) -> None:
        """Put the cursor where one goes on in this pane."""
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead back at Escape."""
        if event.key() == Qt.Key.Key_Escape and self.back.isVisible():
            self.back.click()
        else:
            super().keyPressEvent(event)
