"""After a crash the next start offers what was not saved; nothing is lost by not answering."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gicapp.core.change import SetField
from gicapp.core.report import Report
from gicapp.files.owner import lock_path
from gicapp.files.recovery import keep_copy, recovery_copies, recovery_path
from gicapp.files.store import load_report, save_report
from gicapp.gui.dialogs import Answer
from gicapp.gui.messages.message_bar import MessageBar
from gicapp.gui.safety.folders import recovery_folder
from gicapp.gui.safety.keeper import left_behind
from gicapp.gui.safety.versions_page import VersionsPage
from gicapp.gui.window import Window
from tests.gui.conftest import Answers
from tests.gui.gate import Gate, hold, let_go, until, waiting_bar

CELL = "requests.new.natural"


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "own"))


@pytest.fixture
def origin(tmp_path: Path, report: Report) -> Path:
    path = tmp_path / "报告.gic"
    save_report(path, report)
    return path


@pytest.fixture
def unsaved(report: Report) -> Report:
    return replace(
        report,
        values={**report.values, CELL: 88},
        narrative={**report.narrative, "5": "问题。没有保存的一句。"},
    )


@pytest.fixture
def crashed(origin: Path, unsaved: Report) -> Path:
    """Leave behind what a crash leaves: a copy without a living lock."""
    path = recovery_path(recovery_folder(), "crashed")
    keep_copy(path, unsaved, origin)
    return path


def offer(window: Window, name: str = "crashed.recovery") -> MessageBar:
    shown = window.keeping.notices.bar(f"recovery {name}")
    assert shown is not None
    return shown


def button(shown: MessageBar, text: str) -> QPushButton:
    return next(button for button in shown.buttons if text in button.text())


@pytest.mark.usefixtures("crashed")
def test_the_offer_names_the_file_and_how_much_differs(window: Window) -> None:
    window.keeping.offer_recovery()
    text = offer(window).text.text()
    assert "“报告.gic”" in text
    assert "1 格、1 段文字不同" in text


@pytest.mark.usefixtures("crashed")
def test_a_window_that_shows_the_start_page_offers_it_too(qtbot: QtBot) -> None:
    made = Window(None, Answers())
    qtbot.addWidget(made)
    made.show()
    made.keeping.offer_recovery_soon()
    qtbot.waitUntil(lambda: made.keeping.notices.bar("recovery crashed.recovery") is not None)


def test_recovered_work_is_unsaved_work_on_its_file_and_can_be_undone(
    window: Window, crashed: Path, origin: Path, report: Report, unsaved: Report, qtbot: QtBot
) -> None:
    window.keeping.offer_recovery()
    button(offer(window), "恢复").click()
    session = window.session
    assert session.report == unsaved
    assert (session.path, session.is_saved) == (origin, False)
    qtbot.waitUntil(lambda: not crashed.exists(), timeout=3000)
    (copy,) = recovery_copies(recovery_folder())
    assert copy.report == unsaved
    session.undo()
    assert session.report == report
    assert load_report(origin) == report


@pytest.mark.usefixtures("crashed")
def test_the_difference_is_shown_and_the_offer_stays(window: Window) -> None:
    window.keeping.offer_recovery()
    button(offer(window), "查看差异").click()
    page = window.workspace.shown_page
    assert isinstance(page, VersionsPage)
    assert "88" in page.view.toPlainText()
    assert "没有保存的一句" in page.view.toPlainText()
    assert page.back_button.isHidden()
    assert offer(window).isVisible()


def test_work_given_up_can_be_had_back_for_a_while(window: Window, crashed: Path) -> None:
    window.keeping.offer_recovery()
    button(offer(window), "不要了").click()
    assert not crashed.exists()
    assert left_behind(recovery_folder()) == []
    button(offer(window), "还是要").click()
    assert crashed.exists()
    assert "恢复" in offer(window).buttons[0].text()


def test_work_given_up_can_be_had_back_though_its_copy_is_held(
    window: Window, crashed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.keeping.offer_recovery()
    button(offer(window), "不要了").click()

    def held(self: Path, target: Path) -> Path:
        raise PermissionError(13, f"{self} -> {target}")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", held)
        button(offer(window), "还是要").click()
    assert not crashed.exists()
    button(offer(window), "恢复").click()
    assert "没有保存的一句" in window.session.report.text("5")


def test_an_offer_that_nobody_answers_comes_again(window: Window, crashed: Path) -> None:
    window.keeping.offer_recovery()
    offer(window).close_button.click()
    window.keeping.offer_recovery()
    assert crashed.exists()
    assert offer(window).isVisible()


def test_what_was_saved_before_the_end_is_not_offered(
    window: Window, crashed: Path, origin: Path, unsaved: Report
) -> None:
    save_report(origin, unsaved)
    window.keeping.offer_recovery()
    assert window.keeping.notices.bar("recovery crashed.recovery") is None
    assert not crashed.exists()


def test_work_that_never_had_a_file_comes_back_without_one(window: Window, unsaved: Report) -> None:
    keep_copy(recovery_path(recovery_folder(), "new"), unsaved, None)
    window.keeping.offer_recovery()
    assert unsaved.unit.name in offer(window, "new.recovery").text.text()
    button(offer(window, "new.recovery"), "恢复").click()
    assert window.session.report == unsaved
    assert window.session.path is None


@pytest.mark.usefixtures("crashed")
def test_work_of_a_file_that_is_gone_comes_back_without_one(
    window: Window, origin: Path, unsaved: Report
) -> None:
    origin.unlink()
    window.keeping.offer_recovery()
    button(offer(window), "恢复").click()
    assert window.session.report == unsaved
    assert window.session.path is None


def test_unsaved_work_in_the_window_is_asked_about_first(
    window: Window, crashed: Path, answers: Answers
) -> None:
    window.session.edit("改", [SetField("year", 2031)])
    mine = window.session.report
    window.keeping.offer_recovery()
    answers.to_unsaved = [Answer.CANCEL]
    button(offer(window), "恢复").click()
    assert window.session.report == mine
    assert crashed.exists()
    assert offer(window).isVisible()


def test_closing_in_order_leaves_nothing_to_recover(
    window: Window, answers: Answers, qtbot: QtBot
) -> None:
    window.session.edit("改", [SetField("year", 2031)])
    copy = window.keeping.safeguard.keeper.path
    qtbot.waitUntil(copy.exists, timeout=3000)
    answers.to_unsaved = [Answer.DISCARD]
    assert window.close()
    assert list(recovery_folder().iterdir()) == []


PROGRAM = """
import sys
from pathlib import Path
from gicapp.app import open_window
from gicapp.core.change import SetText
app, window = open_window()
window.show()
window.documents.open(Path(sys.argv[1]))
window.session.edit("输入文字", [SetText("5", "没来得及保存。")])
keeper = window.keeping.safeguard.keeper
from PySide6.QtCore import QTimer
timer = QTimer()
timer.timeout.connect(lambda: keeper.path.exists() and print("kept", flush=True))
timer.start(50)
app.exec()
"""


def test_the_real_program_killed_offers_its_work_at_the_next_start(
    window: Window, origin: Path
) -> None:
    command = [sys.executable, "-c", PROGRAM, str(origin)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "kept\n"
        program.kill()
    (copy,) = left_behind(recovery_folder())
    assert copy.report.text("5") == "没来得及保存。"
    window.keeping.offer_recovery()
    button(offer(window, copy.path.stem), "恢复").click()
    assert window.session.report.text("5") == "没来得及保存。"
    assert window.session.path == origin
    assert window.session.held_by == ""  # the lock of the killed program is no lock


@pytest.fixture
def slow(crashed: Path, gate: Gate, monkeypatch: pytest.MonkeyPatch) -> Gate:
    """Return a gate that holds every look at the file of the copy that is there."""
    assert crashed.exists()
    hold(monkeypatch, gate, "gicapp.files.store.load_report")
    return gate


def test_where_the_share_is_slow_the_offer_comes_once_it_answers(
    window: Window, slow: Gate, qtbot: QtBot
) -> None:
    window.keeping.offer_recovery()
    until(qtbot, slow.reached.is_set)
    assert "正在核对上次没有保存的内容" in waiting_bar(window, qtbot).text.text()
    assert window.keeping.notices.bar("recovery crashed.recovery") is None
    let_go(slow, qtbot)
    assert "1 格、1 段文字不同" in offer(window).text.text()


def test_a_share_that_hangs_holds_up_no_other_copy(
    window: Window, slow: Gate, unsaved: Report, qtbot: QtBot
) -> None:
    keep_copy(recovery_path(recovery_folder(), "new"), unsaved, None)
    window.keeping.offer_recovery()
    until(qtbot, lambda: window.keeping.notices.bar("recovery new.recovery") is not None)
    assert "“报告.gic”" in waiting_bar(window, qtbot).text.text()
    assert window.keeping.notices.bar("recovery crashed.recovery") is None
    let_go(slow, qtbot)
    assert "1 格、1 段文字不同" in offer(window).text.text()


def test_no_more_than_three_are_offered_at_once(window: Window, unsaved: Report) -> None:
    for number in range(6):
        keep_copy(recovery_path(recovery_folder(), str(number)), unsaved, None)
    window.keeping.offer_recovery()
    notices = window.keeping.notices
    names = [f"recovery {number}.recovery" for number in range(6)]
    assert len([name for name in names if notices.bar(name) is not None]) == 3


def test_in_place_of_one_that_was_saved_after_all_the_next_is_offered(
    window: Window, unsaved: Report, origin: Path
) -> None:
    save_report(origin, unsaved)
    for number in range(3):
        keep_copy(recovery_path(recovery_folder(), f"saved{number}"), unsaved, origin)
    left = recovery_path(recovery_folder(), "left")
    keep_copy(left, unsaved, None)
    os.utime(left, (0, 0))  # it is the last to be looked at
    window.keeping.offer_recovery()
    assert window.keeping.notices.bar("recovery left.recovery") is not None
    assert left_behind(recovery_folder())[0].path == left


def test_whoever_does_not_wait_is_offered_it_without_the_difference(
    window: Window, crashed: Path, unsaved: Report, slow: Gate, qtbot: QtBot
) -> None:
    window.keeping.offer_recovery()
    qtbot.mouseClick(waiting_bar(window, qtbot).cancel_button, Qt.MouseButton.LeftButton)
    assert "还没有和磁盘上的文件核对" in offer(window).text.text()
    button(offer(window), "恢复").click()
    assert offer(window).isVisible()  # until the work is there
    assert window.session.report != unsaved
    let_go(slow, qtbot)
    assert window.session.report == unsaved
    assert window.keeping.notices.bar("recovery crashed.recovery") is None
    qtbot.waitUntil(lambda: not crashed.exists(), timeout=3000)


def test_restoring_that_is_cancelled_keeps_the_offer_and_lets_go_of_the_file(
    window: Window, origin: Path, crashed: Path, slow: Gate, qtbot: QtBot
) -> None:
    before = window.session.report
    window.keeping.offer_recovery()
    qtbot.mouseClick(waiting_bar(window, qtbot).cancel_button, Qt.MouseButton.LeftButton)
    button(offer(window), "恢复").click()
    qtbot.mouseClick(waiting_bar(window, qtbot).cancel_button, Qt.MouseButton.LeftButton)
    let_go(slow, qtbot)
    assert window.session.report == before
    assert offer(window).isVisible()
    assert crashed.exists()
    assert not lock_path(origin).exists()


def test_the_difference_is_read_beside_the_window(window: Window, slow: Gate, qtbot: QtBot) -> None:
    window.keeping.offer_recovery()
    qtbot.mouseClick(waiting_bar(window, qtbot).cancel_button, Qt.MouseButton.LeftButton)
    button(offer(window), "查看差异").click()
    assert "正在读取磁盘上的一稿" in waiting_bar(window, qtbot).text.text()
    let_go(slow, qtbot)
    page = window.workspace.shown_page
    assert isinstance(page, VersionsPage)
    assert "88" in page.view.toPlainText()


def test_work_that_the_user_did_not_wait_for_is_no_failure_of_the_program(
    window: Window, origin: Path, unsaved: Report
) -> None:
    keep_copy(recovery_path(recovery_folder(), "left"), unsaved, origin, is_left=True)
    window.keeping.offer_recovery()
    text = offer(window, "left.recovery").text.text()
    assert "上次关闭时没有等到保存完成" in text
    assert "正常退出" not in text


@pytest.mark.usefixtures("crashed")
def test_work_of_a_crash_is_told_as_that(window: Window) -> None:
    window.keeping.offer_recovery()
    assert "程序上次没有正常退出" in offer(window).text.text()
