"""What is typed into Qt's own dialog for files is looked up only where that answers.

Qt looks for the path with every key, in the window's thread: on a share that hangs the window
would stand still. Such a key is refused, and the dialog says why.
"""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QWidget,
)

from gicapp.files.stamp import is_there
from gicapp.gui.background import answer_at_once

_BACK, _AWAY = _DELETING = "\b\x7f"  # the keys Backspace and Delete
_ACCEPTING = (QDialogButtonBox.StandardButton.Open, QDialogButtonBox.StandardButton.Save)
_LISTS = ("listView", "treeView")
_CHOOSING = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


class TypedPath(QObject):
    """Stands before the line for the name, and before what chooses the path that stands there."""

    def __init__(self, dialog: QFileDialog, line: QLineEdit) -> None:
        super().__init__(dialog)
        self._dialog, self._line = dialog, line
        for widget in (line, *_choosers(dialog)):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Refuse what would have Qt look where nothing answers."""
        name = self._name_after(event) if watched is self._line else self._name_chosen(event)
        if name is None:
            return False
        path = Path(self._dialog.directory().absolutePath()) / name
        if answer_at_once(lambda: is_there(path), self) is not None:
            return False
        self._dialog.setWindowTitle(f"“{path}”没有回应，可能是网络盘断开，请换一个位置")
        return True

    def _name_after(self, event: QEvent) -> str | None:
        """Return what stands in the line after an event, None where it stays."""
        typed = _typed_by(event)
        if typed is None:
            return None
        text, place = self._line.text(), self._line.cursorPosition()
        before, behind = text[:place], text[place:]
        if self._line.hasSelectedText():
            before = text[: self._line.selectionStart()]
            behind = text[self._line.selectionEnd() :]
        elif typed == _BACK:
            before = before[:-1]
        elif typed == _AWAY:
            behind = behind[1:]
        return before + typed.strip(_BACK + _AWAY) + behind

    def _name_chosen(self, event: QEvent) -> str | None:
        """Return what stands in the line where an event chooses it."""
        return self._line.text() if event.type() in _CHOOSING else None


def watch_typing(dialog: QFileDialog) -> None:
    """Watch what is typed into a dialog; the system's own looks after itself."""
    line: QLineEdit
    for line in dialog.findChildren(QLineEdit, "fileNameEdit"):
        TypedPath(dialog, line)


def _choosers(dialog: QFileDialog) -> Iterator[QWidget]:
    """Yield what one chooses a path by with the mouse: the buttons that accept, and the lists."""
    box: QDialogButtonBox
    view: QAbstractItemView
    for box in dialog.findChildren(QDialogButtonBox):
        yield from filter(None, map(box.button, _ACCEPTING))
    for name in _LISTS:
        for view in dialog.findChildren(QAbstractItemView, name):
            yield view.viewport()


def _typed_by(event: QEvent) -> str | None:
    """Return what an event types, nothing where it ends the line, None where it does neither."""
    if isinstance(event, QInputMethodEvent):
        return event.commitString() or None
    if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
        return None
    if event.matches(QKeySequence.StandardKey.Paste):
        return QGuiApplication.clipboard().text()
    if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return ""
    typed = event.text()
    return typed if typed and (typed.isprintable() or typed in _DELETING) else None
