"""Two people at one file: the second is told, and nobody overwrites the other."""

import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gicapp.core.report import Report
from gicapp.files.owner import lock_path, note_path, read_owner
from gicapp.files.store import load_report, save_report
from gicapp.gui.safety.file_lock import FileLock
from gicapp.gui.session import Session
from gicapp.gui.window import Window
from tests.gui.conftest import Answers
from tests.gui.file_of_others import CELL, bar, button, change

HOLDER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from gicapp.gui.safety.file_lock import FileLock
app = QCoreApplication(sys.argv[:1])
lock = FileLock()
print(lock.take(Path(sys.argv[1])) is None, flush=True)
sys.stdin.read()
"""


def test_the_second_program_is_told_who_has_the_file(
    window: Window, session: Session, path: Path
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdin is not None
        assert other.stdout.readline() == "True\n"
        owner = read_owner(path)
        window.documents.open(path)
        assert owner is not None
        assert owner.name in bar(window, "lock").text.text()
        assert "（只读）" in window.windowTitle()
        assert "只读" in window.status.saved.text()
        other.kill()
    button(bar(window, "lock"), "再试一次").click()
    assert session.held_by == ""
    assert window.keeping.notices.bar("lock") is None
    assert "只读" not in window.windowTitle()


def test_a_guest_saves_by_another_name_and_the_file_stays(
    window: Window, session: Session, path: Path, answers: Answers, tmp_path: Path
) -> None:
    before, other = path.read_bytes(), FileLock()
    assert other.take(path) is None
    window.documents.open(path)
    change(session)
    answers.to_save = [path]  # the same name again is refused
    window.actions_by_name["save"].trigger()
    assert path.read_bytes() == before
    assert "没有覆盖" in bar(window, "save").text.text()
    answers.to_save = [tmp_path / "我的.gic"]
    window.actions_by_name["save"].trigger()
    assert load_report(tmp_path / "我的.gic").value(CELL) == 41
    assert path.read_bytes() == before
    assert session.held_by == ""
    other.release()


def test_a_file_taken_over_is_saved_and_whoever_had_it_is_told(
    window: Window, session: Session, path: Path
) -> None:
    other = FileLock()
    other.take(path)
    window.documents.open(path)
    button(bar(window, "lock"), "接手编辑").click()
    assert session.held_by == ""
    change(session)
    assert window.documents.save()
    taker = other.taken_by()
    assert taker is not None
    other.release()
    assert lock_path(path).exists()  # the lock of the taker
    assert FileLock().take(path) == taker


def test_a_file_that_cannot_be_taken_over_stays_the_other_s(
    window: Window, session: Session, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = FileLock()
    other.take(path)
    window.documents.open(path)
    with monkeypatch.context() as patched:  # as Windows does with the lock of a running program

        def in_use(*_: object) -> None:
            raise PermissionError

        patched.setattr(Path, "unlink", in_use)
        button(bar(window, "lock"), "接手编辑").click()
    assert session.held_by
    assert "没能接手" in window.message.text.text()
    assert bar(window, "lock").isVisible()
    other.release()


def test_one_whose_file_was_taken_over_becomes_the_guest(
    opened: Window, session: Session, path: Path, qtbot: QtBot
) -> None:
    other = FileLock()
    assert other.take(path) is not None
    assert other.take_over(path) is None
    opened.keeping.look()
    qtbot.waitUntil(lambda: bool(session.held_by), timeout=3000)
    assert bar(opened, "lock").isVisible()
    assert other.taken_by() is None
    other.release()


def test_closing_frees_the_file(opened: Window, path: Path) -> None:
    assert lock_path(path).exists()
    opened.close()
    assert not lock_path(path).exists()
    assert not note_path(path).exists()


def test_opening_another_file_frees_the_first(opened: Window, path: Path, tmp_path: Path) -> None:
    save_report(tmp_path / "乙.gic", Report())
    opened.documents.open(tmp_path / "乙.gic")
    assert not lock_path(path).exists()
    assert lock_path(tmp_path / "乙.gic").exists()


def test_where_no_lock_can_be_written_a_file_is_still_opened_and_saved(
    window: Window, session: Session, tmp_path: Path, report: Report
) -> None:
    path = tmp_path / f"{'报' * 82}.gic"  # 250 bytes: with the ending of a lock it is too long
    save_report(path, report)
    window.documents.open(path)
    assert session.path == path
    assert session.held_by == ""
    assert sorted(place.name[0] for place in tmp_path.iterdir()) == ["报"]
    change(session)
    assert window.documents.save()
    assert load_report(path).value(CELL) == 41


def test_a_guest_is_offered_another_name(
    window: Window, path: Path, answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []

    def ask(*asked: str) -> None:
        offered.append(asked[-1])

    other = FileLock()
    other.take(path)
    window.documents.open(path)
    monkeypatch.setattr(answers, "file_to_save", ask)
    window.actions_by_name["save"].trigger()
    assert offered == [str(path.with_name("报告（副本）.gic"))]
    other.release()


def test_opening_a_file_takes_away_what_a_killed_save_left(window: Window, path: Path) -> None:
    left = path.with_name(".报告.gic.abc.tmp")
    left.write_bytes(b"half")
    other = FileLock()
    other.take(path)
    window.documents.open(path)
    assert left.exists()  # it may be the save of whoever has the file
    other.release()
    window.documents.open(path)
    assert not left.exists()


def test_a_lock_that_is_dropped_leaves_no_note(path: Path) -> None:
    lock = FileLock()
    lock.take(path)
    del lock
    assert not note_path(path).exists()
    assert not lock_path(path).exists()
