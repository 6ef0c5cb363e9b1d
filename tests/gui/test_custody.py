"""Two people at one file, files that others change, drives that fail: nothing is overwritten."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gicapp.core.change import SetField, SetValue
from gicapp.core.report import Report
from gicapp.errors import GicError
from gicapp.files import store
from gicapp.files.owner import lock_path, note_path, read_owner
from gicapp.files.store import load_report, save_report
from gicapp.gui.file_lock import FileLock
from gicapp.gui.message_bar import MessageBar
from gicapp.gui.session import Session
from gicapp.gui.versions_page import VersionsPage
from gicapp.gui.window import Window
from tests.gui.conftest import Answers

CELL = "requests.new.natural"
HOLDER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from gicapp.gui.file_lock import FileLock
app = QCoreApplication(sys.argv[:1])
lock = FileLock()
print(lock.take(Path(sys.argv[1])) is None, flush=True)
sys.stdin.read()
"""


def bar(window: Window, topic: str) -> MessageBar:
    shown = window.archive.notices.bar(topic)
    assert shown is not None
    return shown


def button(shown: MessageBar, text: str) -> QPushButton:
    return next(button for button in shown.buttons if text in button.text())


@pytest.fixture
def path(tmp_path: Path, report: Report) -> Path:
    place = tmp_path / "报告.gic"
    save_report(place, report)
    return place


@pytest.fixture
def opened(window: Window, path: Path) -> Window:
    window.documents.open(path)
    return window


def change(session: Session, value: int = 41) -> None:
    session.edit("改", [SetValue(CELL, value)])


def write_by_another(path: Path, value: int = 77) -> Report:
    report = load_report(path)
    other = replace(report, values={**report.values, CELL: value})
    save_report(path, other)
    return load_report(path)


# ---------------------------------------------------------------- the lock


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
    assert window.archive.notices.bar("lock") is None
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
    opened.archive.look()
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


# ----------------------------------------------------------- the disk below


def test_a_file_that_others_wrote_to_is_noticed_when_one_comes_back(
    opened: Window, path: Path, qtbot: QtBot
) -> None:
    write_by_another(path)
    opened.archive.look()
    qtbot.waitUntil(lambda: opened.archive.notices.bar("disk") is not None, timeout=3000)
    assert "已被改动" in bar(opened, "disk").text.text()


def test_coming_back_to_the_window_looks_at_the_file(
    opened: Window, path: Path, qtbot: QtBot
) -> None:
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow, timeout=3000)
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow, timeout=3000)
    write_by_another(path)
    opened.activateWindow()
    qtbot.waitUntil(lambda: opened.archive.notices.bar("disk") is not None, timeout=3000)


def test_a_save_never_overwrites_what_others_wrote(
    opened: Window, session: Session, path: Path
) -> None:
    change(session)
    theirs = write_by_another(path)
    assert not opened.documents.save()
    assert load_report(path) == theirs
    assert not session.is_saved
    assert bar(opened, "disk").isVisible()


def test_reloading_takes_theirs_and_one_step_brings_mine_back(
    opened: Window, session: Session, path: Path
) -> None:
    change(session)
    mine, theirs = session.report, write_by_another(path)
    opened.documents.save()
    button(bar(opened, "disk"), "重新载入").click()
    assert session.report == theirs
    assert session.is_saved
    button(opened.message, "改回我的").click()
    assert session.report == mine
    assert opened.documents.save()


def test_keeping_mine_overwrites_theirs_and_keeps_it_as_a_version(
    opened: Window, session: Session, path: Path
) -> None:
    change(session)
    theirs = path.with_name("他人.gic")
    write_by_another(path)
    theirs.write_bytes(path.read_bytes())
    opened.documents.save()
    button(bar(opened, "disk"), "保留我的").click()
    assert opened.documents.save()
    assert load_report(path).value(CELL) == 41
    kept = [version.path.read_bytes() for version in opened.archive.safeguard.custody.versions()]
    assert theirs.read_bytes() in kept


def test_the_difference_to_the_disk_can_be_looked_at_and_the_question_stays(
    opened: Window, session: Session, path: Path, qtbot: QtBot
) -> None:
    change(session)
    write_by_another(path)
    opened.documents.save()
    button(bar(opened, "disk"), "查看差异").click()
    page = opened.workspace.shown_page
    assert isinstance(page, VersionsPage)
    assert "77" in page.view.toPlainText()
    assert "41" in page.view.toPlainText()
    qtbot.waitUntil(lambda: opened.archive.notices.bar("disk") is not None, timeout=3000)


def test_the_same_bytes_written_again_are_no_change(
    opened: Window, session: Session, path: Path
) -> None:
    path.touch()
    change(session)
    assert opened.documents.save()


def test_a_file_that_is_gone_is_told_and_saving_brings_it_back(
    opened: Window, session: Session, path: Path, qtbot: QtBot
) -> None:
    path.unlink()
    opened.archive.look()
    qtbot.waitUntil(lambda: opened.archive.notices.bar("disk") is not None, timeout=3000)
    assert "不在原来的位置" in bar(opened, "disk").text.text()
    change(session)
    assert opened.documents.save()
    assert load_report(path).value(CELL) == 41
    assert opened.archive.notices.bar("disk") is None


# -------------------------------------------------------------- full disks


def test_a_full_disk_keeps_everything_and_saving_again_works(
    opened: Window, session: Session, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()

    def full(*_: object) -> None:
        raise GicError("无法写入“报告.gic”：磁盘已满，请清理磁盘或换一个位置保存。")

    change(session)
    with monkeypatch.context() as patched:
        patched.setattr(store, "save_report", full)
        assert not opened.documents.save()
    shown = bar(opened, "save")
    assert "磁盘已满" in shown.text.text()
    assert "没有丢失" in shown.text.text()
    assert (path.read_bytes(), session.report.value(CELL)) == (before, 41)
    assert not session.is_saved
    button(shown, "再保存一次").click()
    assert load_report(path).value(CELL) == 41
    assert opened.archive.notices.bar("save") is None


def test_a_lost_drive_leads_to_another_place(
    opened: Window, session: Session, path: Path, answers: Answers, tmp_path: Path
) -> None:
    change(session)
    path.parent.joinpath("别处").mkdir()
    session.path = tmp_path / "没有的盘" / "报告.gic"
    assert not opened.documents.save()
    answers.to_save = [tmp_path / "别处" / "报告.gic"]
    button(bar(opened, "save"), "另存为").click()
    assert load_report(tmp_path / "别处" / "报告.gic").value(CELL) == 41
    assert session.is_saved


# ------------------------------------------------------- versions of before


def test_a_version_saved_before_comes_back_as_one_step(opened: Window, session: Session) -> None:
    first = session.report
    for value in (11, 12, 13):
        change(session, value)
        opened.documents.save()
    session.edit("改年度", [SetField("year", 2030)])
    now = session.report
    opened.actions_by_name["versions"].trigger()
    page = opened.workspace.shown_page
    assert isinstance(page, VersionsPage)
    assert [v.report.value(CELL) for v in page.versions[:-1]] == [13, 12, 11, 3]
    page.before.setCurrentIndex(3)
    page.back_button.click()
    assert session.report == first
    session.undo()
    assert session.report == now


def test_where_nothing_was_saved_before_it_is_said(window: Window) -> None:
    window.actions_by_name["versions"].trigger()
    assert "还没有以前的版本" in window.message.text.text()


def test_a_look_that_ends_after_a_save_is_no_disturbance(
    opened: Window, session: Session, path: Path, qtbot: QtBot
) -> None:
    custody = opened.archive.safeguard.custody
    change(session)
    custody.look()
    assert opened.documents.save()  # while the look is under way
    with qtbot.assertNotEmitted(custody.disturbed, wait=300):
        custody.look()
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
