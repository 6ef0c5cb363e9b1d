"""Where the dialogs of files begin: never in a folder that does not answer."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from gicapp.gui.dialogs import Dialogs, own_documents
from tests.gui.gate import Gate, hold, let_go

ASKS: dict[str, Callable[[Dialogs, Path], Path | None]] = {
    "getOpenFileName": lambda asked, folder: asked.file_to_open("打开", "报告", str(folder)),
    "getSaveFileName": lambda asked, folder: asked.file_to_save(
        "存", "报告", str(folder / "甲.gic")
    ),
    "getExistingDirectory": lambda asked, folder: asked.folder("导出到", str(folder)),
}


@pytest.fixture
def dialogs(qtbot: QtBot) -> Dialogs:
    parent = QWidget()
    qtbot.addWidget(parent)
    return Dialogs(parent)


@pytest.fixture(params=ASKS)
def begun(
    request: pytest.FixtureRequest, dialogs: Dialogs, monkeypatch: pytest.MonkeyPatch
) -> Callable[[Path], Path]:
    """Return the function that asks beginning in a folder, and returns where the dialog began."""

    def begin(folder: Path) -> Path:
        places: list[str] = []

        def ask(_: QWidget, __: str, place: str, *___: str) -> tuple[str, str] | str:
            places.append(place)
            return "" if request.param == "getExistingDirectory" else ("", "")

        monkeypatch.setattr(QFileDialog, request.param, ask)
        assert ASKS[request.param](dialogs, folder) is None
        (place,) = map(Path, places)
        return place.parent if place.name == "甲.gic" else place

    return begin


def test_a_dialog_begins_where_it_is_told(begun: Callable[[Path], Path], tmp_path: Path) -> None:
    assert begun(tmp_path) == tmp_path


def test_where_the_folder_is_gone_it_begins_in_the_documents(
    begun: Callable[[Path], Path], tmp_path: Path
) -> None:
    assert begun(tmp_path / "没有") == Path(own_documents())


def test_where_the_folder_does_not_answer_the_dialog_comes_all_the_same(
    begun: Callable[[Path], Path],
    tmp_path: Path,
    gate: Gate,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    hold(monkeypatch, gate, "gicapp.gui.dialogs.is_there")
    assert begun(tmp_path) == Path(own_documents())
    let_go(gate, qtbot)
