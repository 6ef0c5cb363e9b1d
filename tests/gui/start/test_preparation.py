"""Who asks for a report while the program still loads waits beside the window, and can leave it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gicapp.core.report import Report
from gicapp.files.store import save_report
from gicapp.gui.window import Window
from tests.gui.conftest import Answers
from tests.gui.gate import Gate, cancel, hold, let_go, until, waiting_bar

Ask = Callable[[Window], object]


@pytest.fixture
def loading(qtbot: QtBot, answers: Answers, gate: Gate, monkeypatch: pytest.MonkeyPatch) -> Window:
    """Return a window with the start page whose preparation is held at the gate."""
    hold(monkeypatch, gate, "gicapp.core.checks.catalogue.check")
    made = Window(dialogs=answers)
    qtbot.addWidget(made)
    made.show()
    made.preparation.begin_soon()
    until(qtbot, gate.reached.is_set)
    return made


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "去年.gic"
    save_report(path, Report(year=2022))
    return path


def _press(name: str) -> Ask:
    return lambda window: window.actions_by_name[name].trigger()


def test_each_way_to_begin_waits_until_all_is_loaded(
    loading: Window, answers: Answers, gate: Gate, source: Path, qtbot: QtBot
) -> None:
    def ask_for_file(window: Window) -> None:
        answers.to_open = [source]
        window.actions_by_name["open"].trigger()

    ways: tuple[Ask, ...] = (
        _press("new"),
        _press("sample"),
        ask_for_file,
        lambda window: window.guide.take_file(source),
    )
    for ask in ways:
        ask(loading)
        assert waiting_bar(loading, qtbot).text.text().startswith("正在")
        assert loading.start_page.isVisible()
        cancel(loading, qtbot)
        assert loading.waiting.bars == []
    let_go(gate, qtbot)
    assert loading.start_page.isVisible()  # what was given up does not come after all
    loading.actions_by_name["new"].trigger()
    assert not loading.start_page.isVisible()


def test_what_was_asked_for_last_comes_once_all_is_loaded(
    loading: Window, gate: Gate, source: Path, qtbot: QtBot
) -> None:
    loading.actions_by_name["new"].trigger()
    loading.documents.open(source)
    assert len(loading.waiting.bars) == 1
    let_go(gate, qtbot)
    until(qtbot, lambda: not loading.start_page.isVisible())
    assert loading.session.path == source
    assert loading.session.report.year == 2022


def test_who_asks_before_the_loading_began_does_not_wait_for_its_turn(
    fresh: Window, qtbot: QtBot
) -> None:
    fresh.preparation.begin_soon()
    fresh.actions_by_name["new"].trigger()
    assert fresh.start_page.isVisible()
    until(qtbot, lambda: not fresh.start_page.isVisible())
    assert fresh.waiting.bars == []
