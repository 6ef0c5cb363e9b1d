"""What is typed into Qt's own dialog for files is looked up only where that answers.

Qt looks for the path with every change, in the window's thread: on a share that hangs the window
would stand still. Such a change is refused, however it is made, and the dialog says why.
"""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QValidator
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QWidget,
)

from gicapp.files.stamp import is_there
from gicapp.gui.background import answer_at_once

_ACCEPTING = (QDialogButtonBox.StandardButton.Open, QDialogButtonBox.StandardButton.Save)
_LISTS = ("listView", "treeView")
_CLICKS = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TypedPath(QValidator):
    """Stands before the line for the name, and before what chooses the path that stands there."""

    def __init__(self, dialog: QFileDialog, line: QLineEdit) -> None:
        super().__init__(dialog)
        self._dialog, self._line = dialog, line
        line.setValidator(self)  # it is asked before Qt looks, whether one types, pastes or drops
        for widget in (line, *_choosers(dialog)):
            widget.installEventFilter(self)

    def validate(self, name: str, place: int) -> tuple[QValidator.State, str, int]:
        """Refuse a name that would have Qt look where nothing answers."""
        answers = self._answers(name)
        return QValidator.State.Acceptable if answers else QValidator.State.Invalid, name, place

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Refuse to choose the name that stands there where its place does not answer."""
        chooses = event.type() in _CLICKS and watched is not self._line
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            chooses = event.key() in _ENTER
        return chooses and not self._answers(self._line.text())

    def _answers(self, name: str) -> bool:
        path = Path(self._dialog.directory().absolutePath()) / name
        if answer_at_once(lambda: is_there(path), self) is not None:
            return True
        self._dialog.setWindowTitle(f"“{path}”没有回应，可能是网络盘断开，请换一个位置")
        return False


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
