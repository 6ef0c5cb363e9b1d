"""The one place where the program tells the user something; it never stops the work."""

from PySide6.QtCore import QEvent, QSize, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton

from gicapp.gui.appearance import GAP, colours
from gicapp.gui.icons import beside_text, icon
from gicapp.gui.messages.offer import Choice, Offer
from gicapp.gui.messages.speaking import may_speak, speak

_STAYS = 8000  # milliseconds for good news; what was refused stays until it is closed


class MessageBar(QFrame):
    """A bar above the page with one text, what can be done, and a button that closes it."""

    _is_passing = False
    _sign = ""  # none shown yet; Qt tells of palettes while the bar is made

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("bar")
        may_speak(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * GAP, GAP // 2, GAP, GAP // 2)
        layout.setSpacing(GAP)
        self._icon, self.text = QLabel(), QLabel()
        self.text.setWordWrap(True)
        self.close_button = QToolButton()
        self.close_button.setAutoRaise(True)
        self.close_button.setToolTip("关闭这条消息")
        self.close_button.setAccessibleName("关闭这条消息")
        self.close_button.clicked.connect(self.hide)
        self.buttons: tuple[QPushButton, ...] = ()
        self._choices = QHBoxLayout()
        self._choices.setSpacing(GAP)
        layout.addWidget(self._icon)
        layout.addWidget(self.text, 1)
        layout.addLayout(self._choices)
        layout.addWidget(self.close_button)
        self._leaving = QTimer(self)
        self._leaving.setSingleShot(True)
        self._leaving.setInterval(_STAYS)
        self._leaving.timeout.connect(self.hide)
        self.hide()

    def tell(self, text: str) -> None:
        """Show good news for a while."""
        self._show(text, "done")
        self._leaving.start()

    def refuse(self, text: str) -> None:
        """Show why something was not done, until the user closes it."""
        self._leaving.stop()
        self._show(text, "error")

    def offer(self, offer: Offer) -> None:
        """Show what was done, with choices, until one is taken or the user closes it."""
        self._show_choices(offer, "done")

    def ask(self, offer: Offer) -> None:
        """Show what is to be decided until one of the choices is taken or the user closes it."""
        self._show_choices(offer, "hint")

    def pass_on(self) -> None:
        """Take off what the next change makes pointless."""
        if self._is_passing:
            self.hide()

    def _show_choices(self, offer: Offer, sign: str) -> None:
        self._leaving.stop()
        self._show(offer.text, "error" if offer.grave else sign)
        self._is_passing = offer.passing
        self.buttons = tuple(self._button(choice) for choice in offer.choices)

    def _button(self, choice: Choice) -> QPushButton:
        button = QPushButton(choice.text)
        button.setAutoDefault(False)

        def answer() -> None:
            self.hide()
            choice.act()

        button.clicked.connect(answer)
        self._choices.addWidget(button)
        return button

    def changeEvent(self, event: QEvent) -> None:
        """Draw the signs anew in other colours."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._sign:
            self._draw(self._sign)

    def _draw(self, sign: str) -> None:
        self._sign = sign
        size = beside_text(self.font())
        picture = icon(sign, getattr(colours(), sign), size)
        self._icon.setPixmap(picture.pixmap(QSize(size, size)))
        self.close_button.setIcon(icon("close", size=size))
        self.close_button.setIconSize(QSize(size, size))

    def _show(self, text: str, sign: str) -> None:
        """Show a text under one of the signs done, hint and error."""
        for button in self.buttons:
            self._choices.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = ()
        self._is_passing = False
        self.text.setText(text)
        speak(self, text)
        self._draw(sign)
        self.setProperty("grave", sign == "error")
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
