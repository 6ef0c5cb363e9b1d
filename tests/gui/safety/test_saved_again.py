"""A report that is saved already and saved again: it is saved as long as its file is there."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gicapp.files.store import load_report
from gicapp.gui.dialogs import Answer
from gicapp.gui.session import Session
from gicapp.gui.window import Window
from tests.gui.conftest import Answers
from tests.gui.file_of_others import bar, button
from tests.gui.gate import Gate, cancel, hold, let_go, until


@pytest.fixture
def slow(gate: Gate, monkeypatch: pytest.MonkeyPatch) -> Gate:
    """Return a gate that holds every save before it touches the file."""
    hold(monkeypatch, gate, "gicapp.files.store.save_packed")
    return gate


def _save_and_cancel(window: Window, gate: Gate, qtbot: QtBot) -> None:
    window.documents.save()
    assert gate.reached.wait(30)
    cancel(window, qtbot)


def test_what_was_saved_is_saved_still_when_saving_it_again_is_cancelled(
    opened: Window, session: Session, path: Path, slow: Gate, qtbot: QtBot
) -> None:
    assert session.is_saved
    _save_and_cancel(opened, slow, qtbot)
    assert session.is_saved
    assert load_report(path) == session.report  # whole, and the same
    let_go(slow, qtbot)
    assert session.is_saved
    assert load_report(path) == session.report
    assert opened.close()  # nothing is lost, so nothing is asked


def test_it_is_not_where_the_file_turns_out_to_be_gone(
    opened: Window, session: Session, path: Path, slow: Gate, qtbot: QtBot
) -> None:
    path.unlink()
    _save_and_cancel(opened, slow, qtbot)
    until(qtbot, lambda: not session.is_saved)
    assert "不在原来的位置" in bar(opened, "disk").text.text()
    let_go(slow, qtbot)
    assert not session.is_saved
    assert not path.exists()


def test_a_report_whose_file_is_gone_is_asked_about_before_closing(
    opened: Window, session: Session, path: Path, answers: Answers, qtbot: QtBot
) -> None:
    path.unlink()
    opened.keeping.look()
    until(qtbot, lambda: opened.keeping.notices.bar("disk") is not None)
    assert not session.is_saved
    assert opened.isWindowModified()
    copy = opened.keeping.safeguard.keeper.path
    until(qtbot, copy.exists)  # its work is kept as any that is not saved
    answers.to_unsaved = [Answer.CANCEL]
    assert not opened.close()
    button(bar(opened, "disk"), "存回原处").click()
    until(qtbot, lambda: session.is_saved)
    assert load_report(path) == session.report
    QApplication.processEvents()
    assert not opened.isWindowModified()
