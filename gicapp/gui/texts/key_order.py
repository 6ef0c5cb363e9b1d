"""Keeps the order of what is typed: a composition before the key that ended it."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QTextEdit

_LONGEST_WAIT: Final = 100  # milliseconds: the composition comes at once, if it comes


class KeyOrder(QObject):
    """Holds a sign that arrives amid a composition until what was composed is there.

    fcitx 5 tells Qt's ibus plugin that a key such as 「/」 or 「%」 is not its own before it sends
    the text that this key has ended: 「公开/」 would become 「/公开」.
    """

    def __init__(self, editor: QTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._composing = False
        self._held: list[QKeyEvent] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._let_go)
        editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold a sign amid a composition, and let it go when the composition has ended."""
        if isinstance(event, QInputMethodEvent):
            self._composing = bool(event.preeditString())
            if self._held and not self._composing:
                self._timer.start(0)  # after this event has reached the editor
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if (self._composing or self._held) and event.text().isprintable() and event.text():
                self._held.append(event.clone())
                self._timer.start(_LONGEST_WAIT)
                return True
        elif event.type() is QEvent.Type.FocusOut:
            self._composing = False
        return super().eventFilter(watched, event)

    def _let_go(self) -> None:
        self._composing = False
        held, self._held = self._held, []
        for event in held:
            QCoreApplication.sendEvent(self._editor, event)
