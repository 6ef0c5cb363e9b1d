"""Files that others change, drives that fail, versions of before: nothing gets lost."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gicapp.core.change import SetField
from gicapp.core.report import Report
from gicapp.errors import GicError
from gicapp.files import store
from gicapp.files.store import load_report, save_report
from gicapp.files.versions import versions_of
from gicapp.gui.safety import drive
from gicapp.gui.safety.file_lock import FileLock
from gicapp.gui.safety.folders import versions_folder
from gicapp.gui.safety.versions_page import VersionsPage
from gicapp.gui.session import Session
from gicapp.gui.window import Window
from tests.gui.conftest import Answers
from tests.gui.file_of_others import CELL, bar, button, change, write_by_another


def test_a_file_that_others_wrote_to_is_noticed_when_one_comes_back(
    opened: Window, path: Path, qtbot: QtBot
) -> None:
    write_by_another(path)
    opened.keeping.look()
    qtbot.waitUntil(lambda: opened.keeping.notices.bar("disk") is not None, timeout=3000)
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
    qtbot.waitUntil(lambda: opened.keeping.notices.bar("disk") is not None, timeout=3000)


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
    kept = [version.path.read_bytes() for version in versions_of(versions_folder(), path)]
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
    qtbot.waitUntil(lambda: opened.keeping.notices.bar("disk") is not None, timeout=3000)


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
    opened.keeping.look()
    qtbot.waitUntil(lambda: opened.keeping.notices.bar("disk") is not None, timeout=3000)
    assert "不在原来的位置" in bar(opened, "disk").text.text()
    change(session)
    assert opened.documents.save()
    assert load_report(path).value(CELL) == 41
    assert opened.keeping.notices.bar("disk") is None


def test_a_file_that_is_gone_can_be_put_back_in_its_place(
    opened: Window, session: Session, path: Path
) -> None:
    change(session)
    path.unlink()
    opened.keeping.safeguard.custody.disturbed.emit(None)
    button(bar(opened, "disk"), "存回原处").click()
    assert load_report(path).value(CELL) == 41
    assert session.is_saved
    assert opened.keeping.notices.bar("disk") is None


def test_a_file_that_came_back_meanwhile_is_not_overwritten(
    opened: Window, session: Session, path: Path
) -> None:
    change(session)
    theirs = write_by_another(path)
    opened.keeping.safeguard.custody.disturbed.emit(None)  # as it was a moment ago
    button(bar(opened, "disk"), "存回原处").click()
    assert load_report(path) == theirs
    assert "已被改动" in bar(opened, "disk").text.text()


def test_where_the_folder_is_gone_as_well_nothing_is_put_back(
    opened: Window, session: Session, path: Path
) -> None:
    change(session)
    shutil.rmtree(path.parent)
    opened.keeping.safeguard.custody.disturbed.emit(None)
    button(bar(opened, "disk"), "存回原处").click()
    assert not path.parent.exists()
    assert "没有保存成功" in bar(opened, "save").text.text()


def test_a_full_disk_keeps_everything_and_saving_again_works(
    opened: Window, session: Session, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()

    def full(*_: object) -> None:
        raise GicError("无法写入“报告.gic”：磁盘已满，请清理磁盘或换一个位置保存。")

    change(session)
    with monkeypatch.context() as patched:
        patched.setattr(store, "save_packed", full)
        assert not opened.documents.save()
    shown = bar(opened, "save")
    assert "磁盘已满" in shown.text.text()
    assert "没有丢失" in shown.text.text()
    assert (path.read_bytes(), session.report.value(CELL)) == (before, 41)
    assert not session.is_saved
    button(shown, "再保存一次").click()
    assert load_report(path).value(CELL) == 41
    assert opened.keeping.notices.bar("save") is None


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


def test_a_share_that_left_an_empty_folder_behind_is_not_saved_to(
    opened: Window,
    session: Session,
    path: Path,
    answers: Answers,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    change(session)
    path.unlink()
    with monkeypatch.context() as cut_off:
        cut_off.setattr(drive, "device_of", lambda _: -1)  # as after a share was unmounted
        assert not opened.documents.save()
    assert not path.exists()
    assert "网络盘断开" in bar(opened, "save").text.text()
    assert "没有丢失" in bar(opened, "save").text.text()
    answers.to_save = [tmp_path / "别处.gic"]
    button(bar(opened, "save"), "另存为").click()
    assert load_report(tmp_path / "别处.gic").value(CELL) == 41


class Share:
    """A folder that stands for a share: its drive has another number with every mount."""

    def __init__(self, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.place, self.device = place, 5
        self.path = place / "报送" / "报告.gic"
        self.path.parent.mkdir(parents=True)
        monkeypatch.setattr(drive, "device_of", self._device_of)

    def _device_of(self, path: Path) -> int | None:
        if not path.parent.exists():
            return None
        return self.device if path.parent.is_relative_to(self.place) else 1

    def cut_off(self) -> None:
        """Leave the folders behind, as a mount point would, on the drive below."""
        self.path.unlink()
        self.device = 1

    def come_back(self) -> None:
        """Mount it anew, without the file."""
        self.device = 6


@pytest.fixture
def share(window: Window, tmp_path: Path, report: Report, monkeypatch: pytest.MonkeyPatch) -> Share:
    """Open a report on a share that can be cut off and come back."""
    made = Share(tmp_path / "共享盘", monkeypatch)
    save_report(made.path, report)
    window.documents.open(made.path)
    return made


def test_a_share_that_came_back_without_the_file_is_saved_to_again(
    window: Window, session: Session, share: Share
) -> None:
    change(session)
    share.cut_off()
    assert not window.documents.save()
    assert not share.path.exists()
    assert "网络盘断开" in bar(window, "save").text.text()
    share.come_back()
    button(bar(window, "save"), "再保存一次").click()
    assert load_report(share.path).value(CELL) == 41
    assert session.is_saved
    share.cut_off()  # what is known now is the new mount
    change(session, 42)
    assert not window.documents.save()


def test_a_share_that_came_back_with_the_file_of_another_is_theirs(
    window: Window, session: Session, share: Share
) -> None:
    change(session)
    share.cut_off()
    for left in share.path.parent.iterdir():
        left.unlink()  # the lock went with the share
    share.come_back()
    other = FileLock()
    assert other.take(share.path) is None
    assert not window.documents.save()
    assert not share.path.exists()
    assert "使用" in bar(window, "save").text.text()
    other.release()


def test_a_file_that_was_only_removed_is_saved_again(
    opened: Window, session: Session, path: Path
) -> None:
    change(session)
    path.unlink()
    assert opened.documents.save()
    assert load_report(path).value(CELL) == 41


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
    custody = opened.keeping.safeguard.custody
    change(session)
    custody.look()
    assert opened.documents.save()  # while the look is under way
    with qtbot.assertNotEmitted(custody.disturbed, wait=300):
        custody.look()
    assert load_report(path).value(CELL) == 41


def test_nothing_is_exported_into_the_folder_that_a_lost_share_leaves_behind(
    window: Window, share: Share, tmp_path: Path
) -> None:
    page = window.guide.export()
    share.cut_off()
    page.export()
    assert "网络盘断开" in window.message.text.text()
    assert list(share.path.parent.glob("*.docx")) == []
    page.folder.setText(str(tmp_path))  # elsewhere it may be written
    page.export()
    assert list(tmp_path.glob("*.docx")) != []
