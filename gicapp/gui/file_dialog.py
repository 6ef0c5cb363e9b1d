"""The dialog for files goes away at once, although what it lists does not answer.

Qt's own dialog reads folders in a thread that its end waits for. With a share that hangs among
what a folder holds, the window would stand still; such a dialog is put aside until the share
answers.
"""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSettings, QUrl
from PySide6.QtWidgets import QFileDialog, QFileSystemModel

from gicapp.gui.typed_path import watch_typing

_QT: Final = "QtProject"  # where Qt keeps what its dialogs remember
_REMEMBERED: Final = "FileDialog"
_aside: set[QFileDialog] = set()


def chosen_in(dialog: QFileDialog) -> Path | None:
    """Show a dialog and return what is chosen there."""
    awaited = _awaited_in(dialog)
    watch_typing(dialog)
    chosen = dialog.selectedFiles() if dialog.exec() else []
    if awaited:
        dialog.setParent(None)  # it outlives the window, if need be
        _aside.add(dialog)
    else:
        dialog.deleteLater()
    return Path(chosen[0]) if chosen else None


def _awaited_in(dialog: QFileDialog) -> set[str]:
    """Return the folders that the dialog is reading, as they are from moment to moment."""
    awaited: set[str] = set()

    def note_read(folder: str) -> None:
        awaited.discard(folder)
        if not awaited and dialog in _aside:
            _aside.discard(dialog)
            dialog.deleteLater()

    model: QFileSystemModel
    for model in dialog.findChildren(QFileSystemModel):  # none where the system shows its own
        awaited.add(model.rootPath())
        model.rootPathChanged.connect(awaited.add)
        model.directoryLoaded.connect(note_read)
    return awaited


def is_any_aside() -> bool:
    """Tell whether a dialog still waits for a share: the end of Python would wait for it, too."""
    return bool(_aside)


def last_visited() -> Path | None:
    """Return the folder that Qt's dialog was in last: it looks there before anywhere else."""
    said = QSettings(QSettings.Scope.UserScope, _QT).value(f"{_REMEMBERED}/lastVisited", "")
    folder = QUrl(str(said)).toLocalFile()
    return Path(folder) if folder else None


def forget_visited() -> None:
    """Let Qt's dialog begin anew: what it remembers goes with the folder."""
    QSettings(QSettings.Scope.UserScope, _QT).remove(_REMEMBERED)
