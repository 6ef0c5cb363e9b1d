"""What others wrote to a file on a slow share: seen, taken or passed over beside the window."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gicapp.files.store import load_report
from gicapp.gui.safety.versions_page import VersionsPage
from gicapp.gui.session import Session
from gicapp.gui.window import Window
from tests.gui.file_of_others import CELL, bar, button, change, write_by_another
from tests.gui.gate import Gate, cancel, hold, let_go, until, waiting_bar

CHOICES = ("查看差异", "重新载入", "保留我的")


@pytest.fixture
def disturbed(opened: Window, session: Session, path: Path) -> Window:
    """Return a window whose changed report was refused: 41 here, 77 on disk."""
    change(session)
    write_by_another(path)
    assert not opened.documents.save()
    return opened


@pytest.fixture
def slow(disturbed: Window, gate: Gate, monkeypatch: pytest.MonkeyPatch) -> Gate:
    """Return a gate that holds every look at the file once the question is asked."""
    assert bar(disturbed, "disk").isVisible()
    hold(monkeypatch, gate, "gicapp.gui.safety.writer.stamp_of")
    return gate


def _choose(window: Window, gate: Gate, words: str) -> None:
    button(bar(window, "disk"), words).click()
    assert gate.reached.wait(30)


def _cancel(window: Window, gate: Gate, qtbot: QtBot) -> None:
    cancel(window, qtbot)
    let_go(gate, qtbot)


@pytest.mark.parametrize("words", CHOICES)
def test_the_window_goes_on_and_the_question_stays_until_it_is_answered(
    words: str, disturbed: Window, session: Session, slow: Gate, qtbot: QtBot
) -> None:
    _choose(disturbed, slow, words)
    assert "正在读取磁盘上的“报告.gic”" in waiting_bar(disturbed, qtbot).text.text()
    assert bar(disturbed, "disk").isVisible()
    assert session.report.value(CELL) == 41
    slow.opened.set()
    until(qtbot, lambda: disturbed.waiting.bars == [])
    is_asked = disturbed.keeping.notices.bar("disk") is not None
    assert is_asked == (words == "查看差异")


@pytest.mark.parametrize("words", CHOICES)
def test_what_is_cancelled_leaves_the_question_and_the_work_of_both(
    words: str, disturbed: Window, session: Session, path: Path, slow: Gate, qtbot: QtBot
) -> None:
    theirs = load_report(path)
    _choose(disturbed, slow, words)
    _cancel(disturbed, slow, qtbot)
    assert not isinstance(disturbed.workspace.shown_page, VersionsPage)
    assert (session.report.value(CELL), session.is_saved) == (41, False)
    assert bar(disturbed, "disk").isVisible()
    disturbed.documents.save()
    until(qtbot, lambda: disturbed.waiting.bars == [])
    assert load_report(path) == theirs
    assert not session.is_saved


def test_the_difference_is_shown_when_it_comes(disturbed: Window, slow: Gate, qtbot: QtBot) -> None:
    _choose(disturbed, slow, "查看差异")
    slow.opened.set()
    until(qtbot, lambda: isinstance(disturbed.workspace.shown_page, VersionsPage))
    page = disturbed.workspace.shown_page
    assert isinstance(page, VersionsPage)
    until(qtbot, lambda: "77" in page.view.toPlainText())


def test_what_is_reloaded_late_brings_back_what_was_typed_meanwhile(
    disturbed: Window, session: Session, path: Path, slow: Gate, qtbot: QtBot
) -> None:
    _choose(disturbed, slow, "重新载入")
    change(session, 42)
    slow.opened.set()
    until(qtbot, lambda: session.is_saved)
    assert session.report == load_report(path)
    session.undo()
    assert session.report.value(CELL) == 42
    disturbed.documents.save()
    until(qtbot, lambda: session.is_saved)
    assert load_report(path).value(CELL) == 42


def test_a_save_waits_until_mine_is_kept(
    disturbed: Window, session: Session, path: Path, slow: Gate, qtbot: QtBot
) -> None:
    _choose(disturbed, slow, "保留我的")
    disturbed.documents.save()
    assert load_report(path).value(CELL) == 77
    slow.opened.set()
    until(qtbot, lambda: session.is_saved)
    assert load_report(path).value(CELL) == 41
    assert disturbed.keeping.notices.bar("disk") is None


def test_a_file_that_cannot_be_read_is_said_and_the_question_stays(
    disturbed: Window, session: Session, path: Path
) -> None:
    path.write_bytes(b"spoilt")
    button(bar(disturbed, "disk"), "重新载入").click()
    assert "无法打开" in disturbed.message.text.text()
    assert bar(disturbed, "disk").isVisible()
    assert session.report.value(CELL) == 41
