from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gicapp.core.change import SetText
from gicapp.core.report import Report
from gicapp.errors import GicError
from gicapp.files.recovery import keep_copy, recovery_copies, recovery_path
from gicapp.gui.safety import keeper
from gicapp.gui.safety.keeper import Keeper, left_behind
from gicapp.gui.session import Session
from tests.gui.file_of_others import save_at


def typed(session: Session, text: str) -> None:
    session.edit("输入文字", [SetText("1", text)])


def test_unsaved_work_is_kept_after_a_moment(qtbot: QtBot, tmp_path: Path) -> None:
    session = Session()
    watcher = Keeper(session, tmp_path / "恢复")
    typed(session, "还没有保存")
    qtbot.waitUntil(watcher.path.exists, timeout=3000)
    assert recovery_copies(tmp_path / "恢复")[0].report.text("1") == "还没有保存"
    watcher.finish()


def test_typing_on_does_not_put_the_copy_off(qtbot: QtBot, tmp_path: Path) -> None:
    session = Session()
    watcher = Keeper(session, tmp_path)
    for count in range(100):
        typed(session, "字" * (count + 1))
        qtbot.wait(20)
        if watcher.path.exists():
            break
    assert watcher.path.exists()
    watcher.finish()


def test_saving_forgets_the_copy(qtbot: QtBot, tmp_path: Path) -> None:
    session = Session()
    watcher = Keeper(session, tmp_path / "恢复")
    typed(session, "文字")
    qtbot.waitUntil(watcher.path.exists, timeout=3000)
    save_at(session, tmp_path / "报告.gic")
    qtbot.waitUntil(lambda: not watcher.path.exists(), timeout=3000)
    watcher.finish()


def test_another_window_that_is_open_is_no_crash(qtbot: QtBot, tmp_path: Path) -> None:
    session = Session()
    watcher = Keeper(session, tmp_path)
    typed(session, "文字")
    qtbot.waitUntil(watcher.path.exists, timeout=3000)
    assert left_behind(tmp_path) == []
    watcher.finish()


def test_the_copy_of_an_ended_process_is_found(tmp_path: Path) -> None:
    keep_copy(recovery_path(tmp_path, "前一次"), Report(year=2023), None)
    (copy,) = left_behind(tmp_path)
    assert copy.report.year == 2023


def test_a_copy_that_cannot_be_written_is_told(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise GicError("磁盘已满。")

    monkeypatch.setattr(keeper, "keep_copy", full)
    session = Session()
    watcher = Keeper(session, tmp_path)
    with qtbot.waitSignal(session.failed, timeout=3000) as told:
        typed(session, "文字")
    assert told.args is not None
    assert "磁盘已满" in told.args[0]
    watcher.finish()


def test_what_is_inherited_is_kept_before_the_old_copy_is_forgotten(
    qtbot: QtBot, tmp_path: Path
) -> None:
    old = recovery_path(tmp_path, "前一次")
    keep_copy(old, Report(year=2023), None)
    watcher = Keeper(Session(Report(year=2023)), tmp_path)
    watcher.inherit(old)
    qtbot.waitUntil(lambda: not old.exists(), timeout=3000)
    assert [copy.path for copy in recovery_copies(tmp_path)] == [watcher.path]
    watcher.finish()


def test_a_full_disk_is_told_once_and_keeps_the_old_copy(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, tries = recovery_path(tmp_path, "前一次"), []
    keep_copy(old, Report(year=2023), None)

    def full(*_: object, **__: object) -> None:
        tries.append(1)
        raise GicError("磁盘已满。")

    monkeypatch.setattr(keeper, "keep_copy", full)
    session, told = Session(), list[str]()
    session.failed.connect(told.append)
    watcher = Keeper(session, tmp_path)
    for _ in range(3):
        watcher.inherit(old)
    watcher.finish()
    qtbot.waitUntil(lambda: len(told) > 0, timeout=3000)
    assert (len(tries), len(told)) == (3, 1)
    assert old.exists()
