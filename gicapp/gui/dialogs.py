"""The few questions that need an answer before work can go on: which file, and save or not."""

from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from gicapp.files.stamp import is_there
from gicapp.gui.background import answer_at_once

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

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
        from gicapp.gui.file_dialog import chosen_in  # loaded when first asked

        dialog = self._dialog(title, folder, f"{kinds};;{ALL_FILES}")
        dialog.setFileMode(dialog.FileMode.ExistingFile)
        return chosen_in(dialog)

    def file_to_save(self, title: str, kinds: str, proposed: str) -> Path | None:
        """Ask where to write; the ending is put right by the caller."""
        from gicapp.gui.file_dialog import chosen_in

        place = Path(proposed)
        dialog = self._dialog(title, str(place.parent), kinds)
        dialog.setAcceptMode(dialog.AcceptMode.AcceptSave)
        dialog.selectFile(place.name)
        return chosen_in(dialog)

    def folder(self, title: str, proposed: str) -> Path | None:
        """Ask for a folder."""
        from gicapp.gui.file_dialog import chosen_in

        dialog = self._dialog(title, proposed)
        dialog.setFileMode(dialog.FileMode.Directory)
        dialog.setOption(dialog.Option.ShowDirsOnly)
        return chosen_in(dialog)

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

    def _dialog(self, title: str, folder: str, kinds: str = "") -> "QFileDialog":
        """Return a dialog that begins in the folder, or says why in the user's documents.

        A dialog looks at its folder, and before at the one that it was in last, before it is
        shown: on a share that hangs it would never come, and a lost share is when one has to
        save elsewhere.
        """
        from PySide6.QtWidgets import QFileDialog

        from gicapp.gui.file_dialog import forget_visited, last_visited

        there = self._is_there(Path(folder))
        visited = last_visited()
        if visited is not None:
            answers = there if visited == Path(folder) else self._is_there(visited)
            if not answers:
                forget_visited()
        begin = folder if folder and there else own_documents()
        if folder not in ("", begin):
            why = "没有回应" if there is None else "不在了"
            title = f"{title}（“{folder}”{why}，先从“{Path(begin).name}”开始）"
        dialog = QFileDialog(self._parent, title, begin, kinds)
        dialog.setSupportedSchemes(["file"])
        return dialog

    def _is_there(self, folder: Path) -> bool | None:
        """Tell whether a folder is there; None where it does not answer at once."""
        return answer_at_once(lambda: is_there(folder), self._parent)


def own_documents() -> str:
    """Return the folder of the user's documents."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return QStandardPaths.writableLocation(place)
