"""Drafts are compared, and versions read, beside the window: long ones take their time."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gicapp.core.change import SetField, SetText
from gicapp.core.rounds import sent
from gicapp.files.store import save_report
from gicapp.gui.output.edited_page import EditedPage
from gicapp.gui.safety.versions_page import VersionsPage
from gicapp.gui.session import Session
from gicapp.gui.window import Window
from tests.gui.conftest import Answers
from tests.gui.file_of_others import change
from tests.gui.gate import Gate, cancel, hold, let_go, until, waiting_bar


def shown(window: Window) -> VersionsPage:
    page = window.workspace.shown_page
    assert isinstance(page, VersionsPage)
    return page


@pytest.fixture
def comparing(window: Window, gate: Gate, monkeypatch: pytest.MonkeyPatch) -> VersionsPage:
    """Return the page of the rounds whose comparison takes long."""
    session = window.session
    session.edit("送审", sent(session.report, "2024-01-05"))
    session.edit("改", [SetText("5", "问题。又添一句。")])
    hold(monkeypatch, gate, "gicapp.gui.safety.versions_page.revise")
    window.archive.show_rounds()
    assert gate.reached.wait(30)
    return shown(window)


def test_the_page_is_there_while_long_texts_are_compared(
    window: Window, comparing: VersionsPage, gate: Gate, qtbot: QtBot
) -> None:
    assert "正在比较“第 1 次送审（2024-01-05）”" in waiting_bar(window, qtbot).text.text()
    assert comparing.counted.text() == "正在比较……"
    assert not comparing.export_button.isEnabled()
    gate.opened.set()
    until(qtbot, lambda: "又添一句" in comparing.view.toPlainText())
    assert comparing.counted.text() == "不同：1 段文字"
    assert comparing.export_button.isEnabled()


def test_a_comparison_that_is_cancelled_says_how_to_have_it_again(
    window: Window, comparing: VersionsPage, gate: Gate, qtbot: QtBot
) -> None:
    cancel(window, qtbot)
    assert "没有等到比较完成" in comparing.counted.text()
    let_go(gate, qtbot)
    assert comparing.view.toPlainText() == ""
    comparing.before.setCurrentIndex(1)
    until(qtbot, lambda: comparing.counted.text() == "两稿一致")


def test_a_page_that_is_left_compares_for_nobody(
    window: Window, comparing: VersionsPage, gate: Gate, qtbot: QtBot
) -> None:
    comparing.close_button.click()
    assert window.waiting.bars == []
    let_go(gate, qtbot)
    assert not isinstance(window.workspace.shown_page, VersionsPage)


def test_versions_are_read_while_the_window_goes_on(
    opened: Window, path: Path, gate: Gate, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    until(qtbot, lambda: opened.session.path == path)
    hold(monkeypatch, gate, "gicapp.files.store.load_report")
    opened.actions_by_name["versions"].trigger()
    assert "正在读取以前的版本" in waiting_bar(opened, qtbot).text.text()
    gate.opened.set()
    until(qtbot, lambda: isinstance(opened.workspace.shown_page, VersionsPage))


@pytest.fixture
def edited(
    window: Window,
    answers: Answers,
    tmp_path: Path,
    gate: Gate,
    monkeypatch: pytest.MonkeyPatch,
) -> Window:
    """Return the window whose comparison with an edited draft takes long."""
    report = window.session.report
    draft = tmp_path / "改稿.gic"
    save_report(draft, replace(report, narrative={**report.narrative, "5": "改过的问题。"}))
    answers.to_open = [draft]
    hold(monkeypatch, gate, "gicapp.core.comparison.compare")
    return window


def test_an_edited_draft_is_compared_with_the_report_as_it_stands_then(
    edited: Window, session: Session, gate: Gate, qtbot: QtBot
) -> None:
    edited.guide.review_edited()
    until(qtbot, gate.reached.is_set)
    assert "正在与“改稿.gic”比较" in waiting_bar(edited, qtbot).text.text()
    change(session, 88)
    session.edit("改", [SetField("year", 2023)])
    gate.opened.set()
    until(qtbot, lambda: isinstance(edited.workspace.shown_page, EditedPage))
    page = edited.workspace.shown_page
    assert isinstance(page, EditedPage)
    assert any(difference.before == "88" for difference in page.differences)


def test_a_comparison_with_a_file_that_is_cancelled_shows_nothing(
    edited: Window, gate: Gate, qtbot: QtBot
) -> None:
    edited.archive.compare_with_file()
    until(qtbot, gate.reached.is_set)
    cancel(edited, qtbot)
    let_go(gate, qtbot)
    assert not isinstance(edited.workspace.shown_page, VersionsPage)
