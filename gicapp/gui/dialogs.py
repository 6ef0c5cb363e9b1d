"""The few questions that need an answer before work can go on: which file, and save or not."""

from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from gicapp.files.stamp import is_there
from gicapp.gui.background import answer_at_once

REPORT_FILES = "年度报告 (*.gic)"
SOURCES = (
    "可读取的文件 (*.xlsx *.xls *.et *.ods *.csv *.docx *.doc *.wps *.html *.htm *.mht *.txt *.gic)"
)
PICTURES = "图片 (*.png *.jpg *.jpeg)"
EDITED = "改过的 Word 文件 (*.docx)"
ALL_FILES = "所有文件 (*)"


class Answer(Enum):
    """What to do with unsaved work."""

    SAVE = auto()
    DISCARD = auto()
    CANCEL = auto()


class Dialogs:
    """Asks the user; tests put another one in its place."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def file_to_open(self, title: str, kinds: str, folder: str) -> Path | None:
        """Ask for an existing file."""
        from PySide6.QtWidgets import QFileDialog  # loaded when first asked

        chosen, _ = QFileDialog.getOpenFileName(
            self._parent, title, self._answering(folder), f"{kinds};;{ALL_FILES}"
        )
        return Path(chosen) if chosen else None

    def file_to_save(self, title: str, kinds: str, proposed: str) -> Path | None:
        """Ask where to write; the ending is put right by the caller."""
        from PySide6.QtWidgets import QFileDialog

        place = Path(proposed)
        begin = str(Path(self._answering(str(place.parent))) / place.name)
        chosen, _ = QFileDialog.getSaveFileName(self._parent, title, begin, kinds)
        return Path(chosen) if chosen else None

    def folder(self, title: str, proposed: str) -> Path | None:
        """Ask for a folder."""
        from PySide6.QtWidgets import QFileDialog

        begin = self._answering(proposed)
        chosen = QFileDialog.getExistingDirectory(self._parent, title, begin)
        return Path(chosen) if chosen else None

    def unsaved(self, name: str) -> Answer:
        """Ask what to do with unsaved work."""
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._parent)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("尚未保存")
        box.setText(f"“{name}”有修改还没有保存。")
        box.setInformativeText("要保存吗？")
        save = box.addButton("保存", QMessageBox.ButtonRole.AcceptRole)
        discard = box.addButton("不保存", QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton("取消", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(save)
        box.setEscapeButton(cancel)
        box.exec()
        clicked = box.clickedButton()
        if clicked is save:
            return Answer.SAVE
        return Answer.DISCARD if clicked is discard else Answer.CANCEL

    def _answering(self, folder: str) -> str:
        """Return the folder, or the user's documents where it does not answer at once.

        A dialog looks at its folder before it is shown: on a share that hangs it would never
        come, and a lost share is when one has to save elsewhere.
        """
        answers = answer_at_once(lambda: is_there(Path(folder)), self._parent)
        return folder if folder and answers else own_documents()


def own_documents() -> str:
    """Return the folder of the user's documents."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return QStandardPaths.writableLocation(place)
