"""Saving where the share is slow or does not answer: the window goes on, and nothing is lost."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gicapp.errors import GicError
from gicapp.files import store
from gicapp.files.owner import lock_path
from gicapp.files.recovery import recovery_copies
from gicapp.files.store import load_report
from gicapp.gui.dialogs import Answer
from gicapp.gui.safety.folders import recovery_folder
from gicapp.gui.session import Session
from gicapp.gui.texts.text_page import TextPage
from gicapp.gui.window import Window
from tests.gui.conftest import Answers
from tests.gui.file_of_others import CELL, bar, button, change, write_by_another
from tests.gui.gate import Gate, cancel, hold, let_go, until, waiting_bar

SAVE = "gicapp.files.store.save_packed"


@pytest.fixture
def slow(gate: Gate, monkeypatch: pytest.MonkeyPatch) -> Gate:
    """Return a gate that holds every save before it touches the file."""
    hold(monkeypatch, gate, SAVE)
    return gate


@pytest.fixture
def late(gate: Gate, monkeypatch: pytest.MonkeyPatch) -> Gate:
    """Return a gate that holds the first save after the file was written."""
    save = store.save_packed

    def answered_late(*arguments: object) -> bool:
        monkeypatch.setattr(store, "save_packed", save)
        done = save(*arguments)  # type: ignore[arg-type]  # as they came
        return gate.hold(lambda: done)()

    monkeypatch.setattr(store, "save_packed", answered_late)
    return gate


@pytest.fixture
def stuck(gate: Gate, path: Path, monkeypatch: pytest.MonkeyPatch) -> Gate:
    """Return a gate that holds every save to the place of the report, and to no other."""
    save = store.save_packed
    held = gate.hold(save)
    monkeypatch.setattr(store, "save_packed", lambda p, *a: (held if p == path else save)(p, *a))
    return gate


def _save(window: Window, gate: Gate) -> None:
    """Ask for a save and see that it goes on."""
    assert not window.documents.save()
    assert gate.reached.wait(30)


def test_a_slow_save_shows_a_bar_and_one_can_go_on_writing(
    opened: Window, session: Session, path: Path, slow: Gate, qtbot: QtBot
) -> None:
    change(session, 41)
    _save(opened, slow)
    assert "正在保存“报告.gic”" in waiting_bar(opened, qtbot).text.text()
    assert opened.status.saved.text() == "有修改未保存"
    change(session, 42)
    slow.opened.set()
    until(qtbot, lambda: opened.waiting.bars == [])
    assert load_report(path).value(CELL) == 41  # as it stood when saving began
    assert opened.isWindowModified()
    session.undo()
    assert session.is_saved
    session.redo()
    opened.documents.save()
    until(qtbot, lambda: session.is_saved)
    assert load_report(path) == session.report


def test_what_is_typed_while_saving_is_a_step_of_its_own(
    opened: Window, session: Session, slow: Gate, qtbot: QtBot
) -> None:
    opened.workspace.show_section(5)
    page = opened.workspace.page(5)
    assert isinstance(page, TextPage)
    qtbot.keyClicks(page.editor, "a")
    drafted = session.report.text("5")
    _save(opened, slow)
    qtbot.keyClicks(page.editor, "b")
    slow.opened.set()
    until(qtbot, lambda: opened.waiting.bars == [])
    session.undo()
    assert session.report.text("5") == drafted
    assert session.is_saved


def test_saving_again_meanwhile_waits_and_then_saves_what_is_new(
    opened: Window, session: Session, path: Path, slow: Gate, qtbot: QtBot
) -> None:
    change(session, 41)
    _save(opened, slow)
    opened.documents.save()  # nothing new: one save serves both
    change(session, 42)
    opened.documents.save()
    opened.documents.save()
    assert len(opened.waiting.bars) == 1
    slow.opened.set()
    until(qtbot, lambda: session.is_saved)
    assert load_report(path).value(CELL) == 42
    assert load_report(store.backup_of(path)).value(CELL) == 41  # so two saves, not four
    assert opened.waiting.bars == []


def test_a_save_that_is_cancelled_before_the_file_is_touched_leaves_it(
    opened: Window, session: Session, path: Path, slow: Gate, qtbot: QtBot
) -> None:
    before = path.read_bytes()
    change(session)
    _save(opened, slow)
    cancel(opened, qtbot)
    assert opened.waiting.bars == []
    assert "没有等到保存完成" in bar(opened, "save").text.text()
    assert not session.is_saved
    let_go(slow, qtbot)
    assert path.read_bytes() == before
    assert not session.is_saved
    assert list(path.parent.glob(".*")) == []  # nothing is left beside it
    button(bar(opened, "save"), "再保存一次").click()
    until(qtbot, lambda: session.is_saved)
    assert load_report(path).value(CELL) == 41
    assert opened.keeping.notices.bar("save") is None


def test_what_was_cancelled_never_overwrites_what_was_saved_after_it(
    opened: Window, session: Session, path: Path, slow: Gate, qtbot: QtBot
) -> None:
    change(session, 41)
    _save(opened, slow)
    cancel(opened, qtbot)
    change(session, 42)
    button(bar(opened, "save"), "再保存一次").click()  # it waits for its turn
    assert "正在保存" in waiting_bar(opened, qtbot).text.text()
    assert not session.is_saved
    slow.opened.set()
    until(qtbot, lambda: session.is_saved)
    qtbot.wait(100)
    assert load_report(path).value(CELL) == 42
    assert load_report(store.backup_of(path)).value(CELL) == 3  # 41 was never written


def test_a_save_that_succeeds_after_it_was_cancelled_is_known(
    opened: Window, session: Session, path: Path, late: Gate, qtbot: QtBot
) -> None:
    change(session, 41)
    _save(opened, late)
    cancel(opened, qtbot)
    assert not session.is_saved
    with qtbot.assertNotEmitted(opened.keeping.safeguard.custody.disturbed, wait=200):
        opened.keeping.look()  # what lies there is this window's own
    let_go(late, qtbot)
    until(qtbot, lambda: session.is_saved)
    assert opened.keeping.notices.bar("save") is None
    change(session, 42)
    with qtbot.assertNotEmitted(opened.keeping.safeguard.custody.disturbed, wait=200):
        opened.keeping.look()
        opened.documents.save()
    assert load_report(path).value(CELL) == 42


def test_a_late_success_is_no_disturbance_for_the_save_that_waited_for_it(
    opened: Window, session: Session, path: Path, late: Gate, qtbot: QtBot
) -> None:
    change(session, 41)
    _save(opened, late)
    cancel(opened, qtbot)
    change(session, 42)
    button(bar(opened, "save"), "再保存一次").click()
    late.opened.set()
    until(qtbot, lambda: session.is_saved)
    assert opened.keeping.notices.bar("disk") is None
    assert load_report(path).value(CELL) == 42
    assert session.report.value(CELL) == 42


def test_after_a_late_success_the_work_of_others_is_still_seen(
    opened: Window, session: Session, path: Path, late: Gate, qtbot: QtBot
) -> None:
    change(session, 41)
    _save(opened, late)
    cancel(opened, qtbot)
    let_go(late, qtbot)
    theirs = write_by_another(path)
    change(session, 42)
    opened.documents.save()
    until(qtbot, lambda: opened.keeping.notices.bar("disk") is not None)
    assert load_report(path) == theirs


def test_where_a_save_does_not_end_another_place_is_saved_to_at_once(
    opened: Window, session: Session, path: Path, answers: Answers, stuck: Gate, qtbot: QtBot
) -> None:
    before, other = path.read_bytes(), path.with_name("别处.gic")
    change(session, 41)
    _save(opened, stuck)
    cancel(opened, qtbot)
    answers.to_save = [other]
    button(bar(opened, "save"), "另存为").click()
    until(qtbot, lambda: session.is_saved)
    assert session.path == other
    assert load_report(other).value(CELL) == 41
    assert lock_path(path).exists()  # held until the write that hangs has ended
    let_go(stuck, qtbot)
    until(qtbot, lambda: not lock_path(path).exists())
    assert path.read_bytes() == before
    assert session.path == other


def test_saving_elsewhere_meanwhile_waits_for_the_save_under_way(
    opened: Window, session: Session, path: Path, answers: Answers, slow: Gate, qtbot: QtBot
) -> None:
    change(session, 41)
    _save(opened, slow)
    answers.to_save = [path.with_name("别处.gic")]
    opened.documents.save_as()
    slow.opened.set()
    until(qtbot, lambda: session.path == path.with_name("别处.gic"))
    assert load_report(path).value(CELL) == load_report(session.path or path).value(CELL) == 41


def test_a_slow_save_that_fails_is_said(
    opened: Window,
    session: Session,
    path: Path,
    gate: Gate,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    def full(*_: object) -> bool:
        raise GicError("磁盘已满。")

    with monkeypatch.context() as patched:
        patched.setattr(store, "save_packed", gate.hold(full))
        change(session)
        _save(opened, gate)
        gate.opened.set()
        until(qtbot, lambda: opened.keeping.notices.bar("save") is not None)
    assert "磁盘已满" in bar(opened, "save").text.text()
    assert not session.is_saved
    button(bar(opened, "save"), "再保存一次").click()
    until(qtbot, lambda: session.is_saved)
    assert load_report(path).value(CELL) == 41


def test_closing_waits_for_the_save_and_then_closes(
    opened: Window, session: Session, path: Path, answers: Answers, slow: Gate, qtbot: QtBot
) -> None:
    change(session)
    answers.to_unsaved = [Answer.SAVE]
    assert not opened.close()
    assert "正在保存" in bar(opened, "wait").text.text()
    assert waiting_bar(opened, qtbot).isVisible()
    assert opened.isVisible()
    slow.opened.set()
    until(qtbot, lambda: not opened.isVisible())
    assert load_report(path).value(CELL) == 41
    assert not lock_path(path).exists()


def test_closing_while_a_save_goes_on_asks_nothing_and_closes_after_it(
    opened: Window, session: Session, path: Path, slow: Gate, qtbot: QtBot
) -> None:
    change(session)
    _save(opened, slow)
    assert not opened.close()
    slow.opened.set()
    until(qtbot, lambda: not opened.isVisible())
    assert load_report(path).value(CELL) == 41


def test_what_was_written_after_the_save_is_asked_about_before_closing(
    opened: Window, session: Session, answers: Answers, slow: Gate, qtbot: QtBot
) -> None:
    change(session, 41)
    _save(opened, slow)
    assert not opened.close()
    change(session, 42)
    answers.to_unsaved = [Answer.CANCEL]
    slow.opened.set()
    until(qtbot, lambda: answers.to_unsaved == [])
    assert opened.isVisible()
    assert not session.is_saved


def test_one_can_close_without_waiting_and_the_recovery_copy_stays(
    opened: Window, session: Session, path: Path, slow: Gate, qtbot: QtBot
) -> None:
    before = path.read_bytes()
    change(session)
    _save(opened, slow)
    assert not opened.close()
    button(bar(opened, "wait"), "直接关闭").click()
    assert not opened.isVisible()
    copies = [copy for copy in recovery_copies(recovery_folder()) if copy.origin == path]
    assert [(copy.report.value(CELL), copy.is_left) for copy in copies] == [(41, True)]
    copies[0].path.unlink()
    let_go(slow, qtbot)
    assert path.read_bytes() == before  # given up, as it had not touched the file


def test_a_save_that_is_cancelled_closes_nothing(
    opened: Window, session: Session, slow: Gate, qtbot: QtBot
) -> None:
    change(session)
    _save(opened, slow)
    opened.close()
    cancel(opened, qtbot)
    let_go(slow, qtbot)
    assert opened.isVisible()
    assert opened.keeping.notices.bar("wait") is None
    assert "没有等到保存完成" in bar(opened, "save").text.text()


def test_one_can_stay_after_all(opened: Window, session: Session, slow: Gate, qtbot: QtBot) -> None:
    change(session)
    _save(opened, slow)
    opened.close()
    button(bar(opened, "wait"), "不再继续").click()
    slow.opened.set()
    until(qtbot, lambda: session.is_saved)
    QApplication.processEvents()
    assert opened.isVisible()


def test_another_report_is_opened_once_the_one_before_is_saved(
    opened: Window, session: Session, path: Path, answers: Answers, slow: Gate, qtbot: QtBot
) -> None:
    other = path.with_name("另一份.gic")
    other.write_bytes(path.read_bytes())
    change(session)
    answers.to_unsaved = [Answer.SAVE]
    opened.documents.open(other)
    until(qtbot, lambda: opened.keeping.notices.bar("wait") is not None)
    assert session.path == path
    slow.opened.set()
    until(qtbot, lambda: session.path == other)
    assert load_report(path).value(CELL) == 41
    assert session.report.value(CELL) == 3


def test_reopening_the_file_after_saving_it_shows_what_was_saved(
    opened: Window, session: Session, path: Path, answers: Answers
) -> None:
    change(session)
    answers.to_unsaved = [Answer.SAVE]
    opened.documents.open(path)
    assert session.report.value(CELL) == 41


def test_a_round_is_kept_in_a_file_that_is_slow(
    opened: Window, session: Session, path: Path, slow: Gate, qtbot: QtBot
) -> None:
    assert opened.archive.keep_round() == "记为第 1 次送审"
    slow.opened.set()
    until(qtbot, lambda: session.is_saved)
    assert [kept.name for kept in load_report(path).rounds] == ["第 1 次送审"]
