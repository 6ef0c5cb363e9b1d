"""Opening a file, and asking who has it, where the share is slow or does not answer."""

from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile
from pytestqt.qtbot import QtBot

from gicapp.core.report import Report
from gicapp.files.owner import lock_path, note_path
from gicapp.files.store import save_report
from gicapp.gui.dialogs import Answer
from gicapp.gui.safety.file_lock import FileLock
from gicapp.gui.session import Session
from gicapp.gui.window import Window
from tests.gui.conftest import Answers
from tests.gui.file_of_others import CELL, bar, button, change, write_by_another
from tests.gui.gate import Gate, cancel, hold, let_go, until, waiting_bar

WRITER = "gicapp.gui.safety.writer"


@pytest.fixture
def opened_as_guest(window: Window, path: Path) -> Window:
    """Return a window on a file that another had when it was opened, and has no longer."""
    other = FileLock()
    assert other.take(path) is None
    window.documents.open(path)
    assert window.session.held_by
    other.release()
    return window


@pytest.fixture
def slow(gate: Gate, path: Path, monkeypatch: pytest.MonkeyPatch) -> Gate:
    """Return a gate that holds every look at who has the file, and at no other's."""
    _hold_lock(gate, path, monkeypatch, "take")
    return gate


@pytest.fixture(
    params=[
        "gicapp.files.store.load_report",
        f"{WRITER}.stamp_of",
        f"{WRITER}.keep_version",
        f"{WRITER}.drive_of",
        f"{WRITER}.remove_unfinished",
    ]
)
def stuck(request: pytest.FixtureRequest, gate: Gate, monkeypatch: pytest.MonkeyPatch) -> Gate:
    """Return a gate that holds one of the things that opening does."""
    hold(monkeypatch, gate, request.param)
    return gate


def _hold_lock(gate: Gate, path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    act = getattr(FileLock, name)
    held = gate.hold(act)
    monkeypatch.setattr(FileLock, name, lambda own, p: (held if p == path else act)(own, p))


def test_whatever_does_not_answer_the_window_goes_on_and_the_file_opens_later(
    stuck: Gate, window: Window, session: Session, path: Path, qtbot: QtBot
) -> None:
    window.documents.open(path)
    assert stuck.reached.wait(30)
    assert "正在打开“报告.gic”" in waiting_bar(window, qtbot).text.text()
    assert session.path is None
    stuck.opened.set()
    until(qtbot, lambda: session.path == path)
    assert lock_path(path).exists()
    assert window.waiting.bars == []
    change(session)
    window.documents.save()
    until(qtbot, lambda: session.is_saved)


def test_by_the_time_one_can_save_the_file_is_held(
    window: Window, session: Session, path: Path, slow: Gate, qtbot: QtBot
) -> None:
    window.documents.open(path)
    assert "正在打开“报告.gic”" in waiting_bar(window, qtbot).text.text()
    assert session.path is None
    slow.opened.set()
    until(qtbot, lambda: session.path == path)
    assert lock_path(path).exists()
    assert session.held_by == ""


def test_that_another_has_the_file_is_told_when_it_opens_at_last(
    window: Window, session: Session, path: Path, slow: Gate, qtbot: QtBot
) -> None:
    window.documents.open(path)
    assert slow.reached.wait(30)
    theirs = QLockFile(str(lock_path(path)))
    assert theirs.tryLock(0)
    slow.opened.set()
    until(qtbot, lambda: session.path == path)
    assert bar(window, "lock").isVisible()
    assert "（只读）" in window.windowTitle()


def test_opening_that_is_cancelled_lets_go_of_the_file(
    window: Window, session: Session, path: Path, slow: Gate, qtbot: QtBot
) -> None:
    before = session.report
    window.documents.open(path)
    cancel(window, qtbot)
    let_go(slow, qtbot)
    assert (session.path, session.report) == (None, before)
    assert not lock_path(path).exists()
    assert not note_path(path).exists()


def test_of_two_files_the_last_one_is_opened_and_the_first_let_go(
    window: Window, session: Session, path: Path, slow: Gate, tmp_path: Path, qtbot: QtBot
) -> None:
    second = tmp_path / "乙.gic"
    save_report(second, Report(year=2030))
    window.documents.open(path)
    assert slow.reached.wait(30)
    window.documents.open(second)
    until(qtbot, lambda: session.path == second)
    let_go(slow, qtbot)
    assert session.report.year == 2030
    assert lock_path(second).exists()
    assert not lock_path(path).exists()


@pytest.mark.parametrize("name", ["gicapp.files.store.load_report", f"{WRITER}.stamp_of"])
def test_a_file_is_opened_anew_past_an_opening_that_hangs(
    name: str, window: Window, path: Path, gate: Gate, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    session = window.session
    with monkeypatch.context() as hanging:
        hold(hanging, gate, name)
        window.documents.open(path)
        cancel(window, qtbot)
    window.documents.open(path)
    until(qtbot, lambda: session.path == path)
    change(session)
    let_go(gate, qtbot)
    assert (session.held_by, session.path) == ("", path)
    assert lock_path(path).exists()
    window.documents.save()
    until(qtbot, lambda: session.is_saved)


def test_the_file_that_is_open_stays_held_when_opening_it_anew_hangs(
    opened: Window, path: Path, gate: Gate, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    session = opened.session
    with monkeypatch.context() as hanging:
        hold(hanging, gate, "gicapp.files.store.load_report")
        opened.documents.open(path)
        cancel(opened, qtbot)
    opened.documents.open(path)
    let_go(gate, qtbot)
    until(qtbot, lambda: opened.waiting.bars == [])
    assert (session.held_by, session.path) == ("", path)
    change(session)
    write_by_another(path)
    opened.documents.save()
    until(qtbot, lambda: opened.keeping.notices.bar("disk") is not None)
    assert not session.is_saved


def test_what_hung_while_it_took_the_lock_lets_go_of_it(
    window: Window, session: Session, path: Path, slow: Gate, qtbot: QtBot
) -> None:
    window.documents.open(path)
    cancel(window, qtbot)
    assert slow.reached.wait(30)
    window.documents.open(path)
    let_go(slow, qtbot)
    until(qtbot, lambda: session.path == path)
    assert session.held_by == ""
    session.begin(Report())
    until(qtbot, lambda: not lock_path(path).exists())


def test_turning_to_another_report_does_not_wait_until_the_lock_is_gone(
    opened: Window, path: Path, gate: Gate, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(FileLock, "release", gate.hold(FileLock.release))
    opened.session.begin(Report(year=2030))
    assert gate.reached.wait(30)
    assert opened.session.path is None
    assert lock_path(path).exists()
    gate.opened.set()
    until(qtbot, lambda: not lock_path(path).exists())


def test_a_window_that_closes_is_gone_before_the_lock(
    opened: Window, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []
    release = FileLock.release

    def note(lock: FileLock) -> None:
        seen.append(opened.isVisible())
        release(lock)

    monkeypatch.setattr(FileLock, "release", note)
    gate.opened.set()
    assert opened.close()
    assert seen[0] is False


def test_closing_meanwhile_closes_and_leaves_no_lock(
    window: Window, path: Path, slow: Gate, qtbot: QtBot
) -> None:
    window.documents.open(path)
    assert slow.reached.wait(30)
    assert window.close()
    slow.opened.set()
    assert slow.passed.wait(30)
    until(qtbot, lambda: not lock_path(path).exists())
    assert not note_path(path).exists()


def test_a_file_that_is_not_begun_with_after_all_is_let_go(
    window: Window, session: Session, path: Path, answers: Answers, slow: Gate, qtbot: QtBot
) -> None:
    window.documents.open(path)
    change(session)
    answers.to_unsaved = [Answer.CANCEL]
    slow.opened.set()
    until(qtbot, lambda: answers.to_unsaved == [])
    assert session.report.value(CELL) == 41
    assert session.path is None
    until(qtbot, lambda: not lock_path(path).exists())


def test_the_file_that_is_open_stays_held_when_it_is_not_opened_anew(
    opened: Window, session: Session, path: Path, answers: Answers
) -> None:
    change(session)
    answers.to_unsaved = [Answer.CANCEL]
    opened.documents.open(path)
    assert session.report.value(CELL) == 41
    assert lock_path(path).exists()
    assert opened.documents.save()


def test_a_source_that_is_opened_gets_no_lock(window: Window, tmp_path: Path) -> None:
    source = tmp_path / "上年.csv"
    source.write_text("甲,乙", "utf-8")
    window.documents.open(source)
    assert [place.name for place in tmp_path.iterdir()] == ["上年.csv"]


@pytest.fixture(params=[("再试一次", "take"), ("接手编辑", "take_over")])
def asking(
    request: pytest.FixtureRequest,
    opened_as_guest: Window,
    path: Path,
    gate: Gate,
    monkeypatch: pytest.MonkeyPatch,
) -> Window:
    """Return the window of a guest who asks for the file, where no answer comes."""
    words, name = request.param
    _hold_lock(gate, path, monkeypatch, name)
    button(bar(opened_as_guest, "lock"), words).click()
    assert gate.reached.wait(30)
    return opened_as_guest


def test_a_guest_asks_again_while_the_window_goes_on(
    asking: Window, session: Session, gate: Gate, qtbot: QtBot
) -> None:
    assert "正在查看谁在使用“报告.gic”" in waiting_bar(asking, qtbot).text.text()
    assert session.held_by
    assert bar(asking, "lock").isVisible()  # until it is answered
    gate.opened.set()
    until(qtbot, lambda: session.held_by == "")
    assert asking.keeping.notices.bar("lock") is None
    change(session)
    asking.documents.save()
    until(qtbot, lambda: session.is_saved)


def test_a_guest_who_does_not_wait_stays_one_until_the_share_answers(
    asking: Window, session: Session, path: Path, gate: Gate, qtbot: QtBot
) -> None:
    cancel(asking, qtbot)
    assert session.held_by
    assert bar(asking, "lock").isVisible()
    let_go(gate, qtbot)
    assert session.held_by == ""  # it holds the file now, and says so
    assert lock_path(path).exists()


def test_a_guest_who_turns_to_another_report_meanwhile_lets_go_of_this_one(
    asking: Window, session: Session, path: Path, gate: Gate, qtbot: QtBot
) -> None:
    session.begin(Report(year=2030))
    assert asking.keeping.notices.bar("lock") is None
    let_go(gate, qtbot)
    until(qtbot, lambda: not lock_path(path).exists())
    assert session.held_by == ""
