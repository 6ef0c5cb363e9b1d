"""The one place where the program tells the user something; it never stops the work."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton

from gicapp.gui.appearance import GAP, colours
from gicapp.gui.icons import icon, pixmap

_STAYS = 8000  # milliseconds for good news; what was refused stays until it is closed


class MessageBar(QFrame):
    """A bar above the page with one text, and a button that closes it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("bar")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * GAP, GAP // 2, GAP, GAP // 2)
        layout.setSpacing(GAP)
        self._icon, self.text = QLabel(), QLabel()
        self.text.setWordWrap(True)
        self.close_button = QToolButton()
        self.close_button.setAutoRaise(True)
        self.close_button.setIcon(icon("close"))
        self.close_button.setToolTip("关闭这条消息")
        self.close_button.setAccessibleName("关闭这条消息")
        self.close_button.clicked.connect(self.hide)
        layout.addWidget(self._icon)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.close_button)
        self._leaving = QTimer(self)
        self._leaving.setSingleShot(True)
        self._leaving.setInterval(_STAYS)
        self._leaving.timeout.connect(self.hide)
        self.hide()

    def tell(self, text: str) -> None:
        """Show good news for a while."""
        self._show(text, grave=False)
        self._leaving.start()

    def refuse(self, text: str) -> None:
        """Show why something was not done, until the user closes it."""
        self._leaving.stop()
        self._show(text, grave=True)

    def _show(self, text: str, *, grave: bool) -> None:
        scheme = colours()
        self.text.setText(text)
        self.setAccessibleName(text)
        name, colour = ("error", scheme.error) if grave else ("done", scheme.done)
        self._icon.setPixmap(pixmap(name, colour, 20))
        self.setProperty("grave", grave)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
