"""Qt's own dialog for files looks up what is typed: a path that does not answer is refused."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from typing import cast

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QListView,
)
from pytestqt.qtbot import QtBot

from gicapp.files.stamp import is_there
from gicapp.gui.background import Work
from gicapp.gui.typed_path import watch_typing


@pytest.fixture
def share(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a folder whose looks hang until the test is over."""
    place, over = tmp_path / "share", Event()
    place.mkdir()

    def look(path: Path) -> bool:
        if path.is_relative_to(place):
            over.wait(30)
        return is_there(path)

    monkeypatch.setattr("gicapp.gui.typed_path.is_there", look)
    monkeypatch.setattr(Work, "patience", 0.2)
    yield place
    over.set()


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> QFileDialog:
    made = QFileDialog(None, "打开", str(tmp_path))
    made.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(made)
    watch_typing(made)
    made.show()
    return made


def _line(dialog: QFileDialog) -> QLineEdit:
    return cast("list[QLineEdit]", dialog.findChildren(QLineEdit, "fileNameEdit"))[0]


def test_what_answers_is_typed_and_changed_as_ever(
    dialog: QFileDialog, share: Path, qtbot: QtBot
) -> None:
    line = _line(dialog)
    qtbot.keyClicks(line, "abcd")
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    qtbot.keyClick(line, Qt.Key.Key_Home)
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    assert line.text() == "bc"
    line.selectAll()
    qtbot.keyClicks(line, "x")
    assert line.text() == "x"
    assert dialog.windowTitle() == "打开"
    assert share.exists()


def _type(line: QLineEdit, share: Path, qtbot: QtBot) -> None:
    line.setText(str(share)[:-1])
    qtbot.keyClicks(line, str(share)[-1])


def _paste(line: QLineEdit, share: Path, qtbot: QtBot) -> None:
    QApplication.clipboard().setText(str(share / "报告.gic"))
    qtbot.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def _paste_by_menu(line: QLineEdit, share: Path, _: QtBot) -> None:
    QApplication.clipboard().setText(str(share / "报告.gic"))
    line.paste()


def _compose(line: QLineEdit, share: Path, _: QtBot) -> None:
    line.setText(f"{str(share)[:-1]}")
    event = QInputMethodEvent()
    event.setCommitString(f"{share.name[-1]}/报告")
    QApplication.sendEvent(line, event)


def _take_back(line: QLineEdit, share: Path, qtbot: QtBot) -> None:
    line.setText(f"{share}x")
    qtbot.keyClick(line, Qt.Key.Key_Backspace)


@pytest.mark.parametrize("enter", [_type, _paste, _paste_by_menu, _compose, _take_back])
def test_what_leads_to_a_share_that_hangs_is_refused(
    enter: Callable[[QLineEdit, Path, QtBot], None],
    dialog: QFileDialog,
    share: Path,
    qtbot: QtBot,
) -> None:
    line = _line(dialog)
    enter(line, share, qtbot)
    assert Path(line.text()) != share
    assert "报告" not in line.text()
    assert "没有回应" in dialog.windowTitle()


def test_in_a_folder_that_hangs_nothing_is_chosen(
    dialog: QFileDialog, share: Path, qtbot: QtBot
) -> None:
    dialog.setDirectory(str(share))
    line = _line(dialog)
    line.setText("报告.gic")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert "没有回应" in dialog.windowTitle()
    box = cast("list[QDialogButtonBox]", dialog.findChildren(QDialogButtonBox))[0]
    accepting = box.button(QDialogButtonBox.StandardButton.Open)
    accepting.setEnabled(True)
    qtbot.mouseClick(accepting, Qt.MouseButton.LeftButton)
    view = cast("list[QListView]", dialog.findChildren(QListView, "listView"))[0]
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    cancel = box.button(QDialogButtonBox.StandardButton.Cancel)
    qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def test_what_types_nothing_is_left_to_the_dialog(
    dialog: QFileDialog, share: Path, qtbot: QtBot
) -> None:
    dialog.setDirectory(str(share))
    line = _line(dialog)
    qtbot.keyClick(line, Qt.Key.Key_Left)
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    QApplication.sendEvent(line, QInputMethodEvent())
    QApplication.sendEvent(line, QEvent(QEvent.Type.ToolTip))
    assert dialog.windowTitle() == "打开"
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
