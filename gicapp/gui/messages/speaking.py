"""Lets a screen reader say what appears without taking the cursor."""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QLabel, QWidget

_SPOKEN = "spoken"


class _Notification(QAccessibleWidget):
    """A widget in the role that Orca speaks of by itself when it comes into sight."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, QAccessible.Role.Notification)

    def text(self, kind: QAccessible.Text) -> str:
        """Return what a reader says; the words of a label are its name."""
        shown = self.widget()
        if kind is QAccessible.Text.Name and isinstance(shown, QLabel):
            return shown.text()
        return super().text(kind)


def _made(class_name: str, spoken: QObject) -> QAccessibleInterface | None:
    del class_name
    if isinstance(spoken, QWidget) and spoken.property(_SPOKEN):
        return _Notification(spoken)
    return None


def may_speak(widget: QWidget) -> None:
    """Let a widget be one that `speak` makes heard; to be called before it is first shown."""
    widget.setProperty(_SPOKEN, True)
    _install()


@cache
def _install() -> None:
    QAccessible.installFactory(_made)


def speak(widget: QWidget, text: str) -> None:
    """Let a screen reader say a text, wherever the cursor is; a hidden widget is shown next.

    Readers on Windows listen to alerts; Qt hands none of them to Orca, which speaks of
    notifications that come into sight.
    """
    if not isinstance(widget, QLabel):
        widget.setAccessibleName(text)
    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Alert))
    if widget.isVisible():
        QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.ObjectShow))
