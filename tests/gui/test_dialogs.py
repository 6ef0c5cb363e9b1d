"""Where the dialogs of files begin, and that they go away, whatever does not answer."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QSettings, QUrl
from PySide6.QtWidgets import QFileDialog, QFileSystemModel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from gicapp.gui.dialogs import Dialogs
from gicapp.gui.file_dialog import chosen_in, is_any_aside, last_visited
from tests.gui.gate import Gate, hold, let_go, until

ASKS: dict[str, Callable[[Dialogs, Path], Path | None]] = {
    "open": lambda asked, folder: asked.file_to_open("打开", "报告 (*.gic)", str(folder)),
    "save": lambda asked, folder: asked.file_to_save("存", "报告 (*.gic)", str(folder / "甲.gic")),
    "folder": lambda asked, folder: asked.folder("导出到", str(folder)),
}
Begin = Callable[[Path], Path]


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def titles() -> list[str]:
    """Return the titles of the dialogs that came."""
    return []


@pytest.fixture(params=ASKS)
def begun(
    request: pytest.FixtureRequest,
    parent: QWidget,
    titles: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Begin:
    """Return the function that asks beginning in a folder, and returns where the dialog began."""

    def begin(folder: Path) -> Path:
        places: list[str] = []

        def leave(dialog: QFileDialog) -> int:
            places.append(dialog.directory().absolutePath())
            titles.append(dialog.windowTitle())
            return 0

        monkeypatch.setattr(QFileDialog, "exec", leave)
        assert ASKS[request.param](Dialogs(parent), folder) is None
        (place,) = map(Path, places)
        return place

    return begin


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of the user's documents."""
    place = tmp_path / "文档"
    place.mkdir()
    monkeypatch.setattr("gicapp.gui.dialogs.own_documents", lambda: str(place))
    return place


def test_a_dialog_begins_where_it_is_told(begun: Begin, tmp_path: Path, titles: list[str]) -> None:
    assert begun(tmp_path) == tmp_path
    assert "（" not in titles[0]


def test_where_nothing_was_remembered_it_begins_in_the_documents_without_a_word(
    begun: Begin, titles: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    place = tmp_path / "还没有文档"
    monkeypatch.setattr("gicapp.gui.dialogs.own_documents", lambda: str(place))
    begun(place)
    assert "（" not in titles[0]


def test_where_the_folder_is_gone_it_begins_in_the_documents(
    begun: Begin, tmp_path: Path, documents: Path, titles: list[str]
) -> None:
    assert begun(tmp_path / "没有") == documents
    assert "“文档”" in titles[0]
    assert "不在了" in titles[0]


@pytest.fixture
def silent(documents: Path, gate: Gate, monkeypatch: pytest.MonkeyPatch) -> Gate:
    """Return a gate that holds every look at a folder."""
    assert documents.exists()
    hold(monkeypatch, gate, "gicapp.gui.dialogs.is_there")
    return gate


def test_where_the_folder_does_not_answer_the_dialog_comes_all_the_same(
    begun: Begin, tmp_path: Path, titles: list[str], silent: Gate, qtbot: QtBot
) -> None:
    assert begun(tmp_path) == tmp_path / "文档"
    assert "没有回应" in titles[0]
    let_go(silent, qtbot)


@pytest.fixture
def visited(tmp_path: Path) -> Path:
    """Return a folder that Qt's dialog remembers to have been in last."""
    place = tmp_path / "上次"
    place.mkdir()
    remembered = QSettings(QSettings.Scope.UserScope, "QtProject")
    remembered.setValue("FileDialog/lastVisited", QUrl.fromLocalFile(str(place)).toString())
    assert last_visited() == place
    return place


def test_qts_own_memory_of_a_folder_that_does_not_answer_is_dropped_before_qt_looks_there(
    begun: Begin, visited: Path, silent: Gate, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    memories: list[Path | None] = []

    made = QFileDialog

    def make(parent: QWidget, title: str, folder: str, kinds: str) -> QFileDialog:
        memories.append(last_visited())
        return made(parent, title, folder, kinds)

    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog", make)
    begun(visited)
    begun(visited.parent)  # it is not where the dialog is to begin that Qt looks first
    assert memories == [None, None]
    let_go(silent, qtbot)


def test_qts_own_memory_of_a_folder_that_answers_stays(begun: Begin, visited: Path) -> None:
    assert begun(visited.parent) == visited.parent
    assert last_visited() == visited


def test_a_dialog_that_still_reads_a_folder_goes_away_and_ends_when_it_has_read_it(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    dialog = QFileDialog(parent, "打开", str(tmp_path))
    model = cast("QFileSystemModel", dialog.findChild(QFileSystemModel))

    def enter_and_leave(_: QFileDialog) -> int:
        qtbot.wait(300)
        model.rootPathChanged.emit("/共享")  # as when one goes there
        return 0

    monkeypatch.setattr(QFileDialog, "exec", enter_and_leave)
    assert chosen_in(dialog) is None
    qtbot.wait(50)
    assert isValid(dialog)  # its end would wait for its thread
    assert dialog.parent() is None
    assert is_any_aside()
    model.directoryLoaded.emit("/共享")
    until(qtbot, lambda: not isValid(dialog))
    assert not is_any_aside()


def test_a_dialog_that_has_read_all_is_taken_apart(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    dialog = QFileDialog(parent, "打开", str(tmp_path))

    def wait_and_leave(_: QFileDialog) -> int:
        qtbot.wait(300)
        return 0

    monkeypatch.setattr(QFileDialog, "exec", wait_and_leave)
    chosen_in(dialog)
    until(qtbot, lambda: not isValid(dialog))
    assert not is_any_aside()
