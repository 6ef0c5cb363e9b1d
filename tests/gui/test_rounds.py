"""Rounds of sign-off: kept in the file, compared, gone back to, exported with marks."""

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gicapp.core.change import SetText, SetValue
from gicapp.files.export import export_report
from gicapp.files.store import load_report
from gicapp.gui.output.export_page import ExportPage
from gicapp.gui.safety.versions_page import NOW, VersionsPage
from gicapp.gui.session import Session
from gicapp.gui.window import Window
from tests.gui.conftest import Answers
from tests.gui.file_of_others import save_at

CELL = "requests.new.natural"


def send(window: Window, folder: Path) -> None:
    window.actions_by_name["send"].trigger()
    page = window.workspace.shown_page
    assert isinstance(page, ExportPage)
    assert page.round.isChecked()
    page.folder.setText(str(folder))
    page.export()


def rounds(window: Window) -> VersionsPage:
    window.actions_by_name["rounds"].trigger()
    page = window.workspace.shown_page
    assert isinstance(page, VersionsPage)
    return page


@pytest.fixture
def kept(session: Session, tmp_path: Path) -> Path:
    """Return a saved report's path."""
    path = tmp_path / "报告.gic"
    save_at(session, path)
    return path


@pytest.fixture
def twice_sent(window: Window, session: Session, tmp_path: Path) -> Window:
    send(window, tmp_path)
    session.edit("改", [SetValue(CELL, 41)])
    send(window, tmp_path)
    session.edit("改", [SetText("5", "问题。后来加的一句。")])
    return window


def test_an_export_for_sign_off_keeps_the_round_in_the_file(
    window: Window, session: Session, kept: Path, tmp_path: Path
) -> None:
    before = session.report
    send(window, tmp_path)
    (sent,) = load_report(kept).rounds
    assert sent.name == "第 1 次送审"
    assert sent.report == before.content()
    assert session.is_saved
    assert list(tmp_path.glob("*.docx"))
    assert "记为第 1 次送审。" in window.message.text.text()
    session.undo()
    assert session.report == before


def test_a_round_of_a_report_without_a_file_is_saved_from_its_message(
    window: Window, session: Session, answers: Answers, tmp_path: Path
) -> None:
    send(window, tmp_path)
    assert "请记得保存报告" in window.message.text.text()
    answers.to_save = [tmp_path / "报告.gic"]
    assert window.message.buttons[0].text() == "保存报告"
    window.message.buttons[0].click()
    assert session.is_saved
    assert len(load_report(tmp_path / "报告.gic").rounds) == 1


def test_an_export_that_is_not_for_sign_off_keeps_no_round(
    window: Window, session: Session, tmp_path: Path
) -> None:
    window.actions_by_name["export"].trigger()
    page = window.workspace.shown_page
    assert isinstance(page, ExportPage)
    assert not page.round.isChecked()
    page.folder.setText(str(tmp_path))
    page.export()
    assert session.report.rounds == ()


def test_an_export_that_fails_keeps_no_round(
    window: Window, session: Session, tmp_path: Path
) -> None:
    (tmp_path / "挡路").write_text("in the way")
    send(window, tmp_path / "挡路")
    assert session.report.rounds == ()


def test_the_last_round_is_compared_with_now_and_follows_what_is_typed(
    twice_sent: Window, session: Session
) -> None:
    page = rounds(twice_sent)
    old, new = page.chosen()
    assert (old.name[:7], new.name) == ("第 2 次送审", NOW)
    assert "后来加的一句" in page.view.toPlainText()
    assert page.counted.text() == "不同：1 段文字"
    session.edit("改", [SetValue(CELL, 43)])
    assert page.counted.text().startswith("不同：2 格")  # the figure and its total


def test_just_after_it_was_sent_a_round_is_compared_with_the_one_before(
    twice_sent: Window, tmp_path: Path
) -> None:
    send(twice_sent, tmp_path)
    page = rounds(twice_sent)
    assert page.chosen()[0].name.startswith("第 2 次送审")
    assert page.counted.text() == "不同：1 段文字"


def test_any_two_rounds_can_be_compared_by_keys_alone(twice_sent: Window, qtbot: QtBot) -> None:
    page = rounds(twice_sent)
    page.before.setFocus()
    qtbot.keyClick(page.before, Qt.Key.Key_Down)
    qtbot.keyClick(page.after, Qt.Key.Key_Up)
    old, new = page.chosen()
    assert (old.name[:7], new.name[:7]) == ("第 1 次送审", "第 1 次送审")
    qtbot.keyClick(page.after, Qt.Key.Key_Up)
    assert "41" in page.view.toPlainText()
    assert "后来加的一句" not in page.view.toPlainText()


def test_what_is_gone_is_struck_and_what_is_new_underlined(twice_sent: Window) -> None:
    page = rounds(twice_sent)
    page.before.setCurrentIndex(1)
    html = page.view.toHtml()
    assert "line-through" in html
    assert "underline" in html


def test_going_back_is_one_step_and_keeps_the_rounds(twice_sent: Window, session: Session) -> None:
    now = session.report
    page = rounds(twice_sent)
    page.before.setCurrentIndex(1)
    page.back_button.click()
    assert session.report.content() == now.rounds[0].report
    assert session.report.rounds == now.rounds
    assert "可以一步撤销" in twice_sent.message.text.text()
    twice_sent.message.buttons[0].click()
    assert session.report == now


def test_now_is_nothing_to_go_back_to(twice_sent: Window) -> None:
    page = rounds(twice_sent)
    page.before.setCurrentIndex(2)
    assert not page.back_button.isEnabled()
    assert not page.export_button.isEnabled()
    assert page.counted.text() == "两稿一致"


def test_the_comparison_is_exported_with_its_changes_marked(
    twice_sent: Window, answers: Answers, tmp_path: Path
) -> None:
    page = rounds(twice_sent)
    answers.to_save = [tmp_path / "对比"]
    page.export_button.click()
    with zipfile.ZipFile(tmp_path / "对比.docx") as archive:
        text = archive.read("word/document.xml").decode()
    assert "后来加的一句" in text
    assert "w:u " in text
    assert "已导出对比" in twice_sent.message.text.text()


def test_before_the_first_round_it_is_said_how_to_make_one(window: Window) -> None:
    window.actions_by_name["rounds"].trigger()
    assert "送审…" in window.message.text.text()


@pytest.mark.parametrize("ending", ["docx", "html"])
def test_the_report_is_compared_with_what_was_published(
    window: Window, session: Session, answers: Answers, tmp_path: Path, ending: str
) -> None:
    published = tmp_path / f"公布稿.{ending}"
    export_report(session.report, published)
    answers.to_open = [published, published]
    window.actions_by_name["compare"].trigger()
    page = window.workspace.shown_page
    assert isinstance(page, VersionsPage)
    assert page.counted.text() == "两稿一致"
    page.close_button.click()
    session.edit("改", [SetValue("disclosure.penalties.decisions", 77)])
    session.edit("改", [SetText("6", session.report.text("6") + "\n后来加的一句。")])
    window.actions_by_name["compare"].trigger()
    page = window.workspace.shown_page
    assert isinstance(page, VersionsPage)
    assert [version.name for version in page.chosen()] == [published.name, NOW]
    assert page.counted.text() == "不同：1 格、1 段文字"
    assert "后来加的一句" in page.view.toPlainText()
    assert page.back_button.isHidden()


def test_a_table_alone_is_compared_in_its_figures_alone(
    window: Window, session: Session, answers: Answers, tmp_path: Path
) -> None:
    book = tmp_path / "三张表.xlsx"
    export_report(session.report, book)
    answers.to_open = [book]
    session.edit("改", [SetValue("disclosure.penalties.decisions", 77)])
    window.actions_by_name["compare"].trigger()
    page = window.workspace.shown_page
    assert isinstance(page, VersionsPage)
    assert page.counted.text() == "不同：1 格"


def test_a_file_without_a_report_is_refused_with_the_reason(
    window: Window, answers: Answers, tmp_path: Path
) -> None:
    other = tmp_path / "别的.txt"
    other.write_text("今天的会议改在下午。", "utf-8")
    answers.to_open = [other]
    window.actions_by_name["compare"].trigger()
    assert not isinstance(window.workspace.shown_page, VersionsPage)
    assert "没有认出年度报告的内容" in window.message.text.text()
