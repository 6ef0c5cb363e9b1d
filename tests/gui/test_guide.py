"""The way through the job: start page, assistant, checklist, preview, export, manual."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from gicapp.core.beginning import Start
from gicapp.core.change import SetField, SetText, SetValue
from gicapp.core.report import LEAD, Report
from gicapp.core.text.contact import Contact
from gicapp.files.store import load_report, save_report
from gicapp.gui.output.checklist_page import ChecklistPage
from gicapp.gui.session import Session
from gicapp.gui.start.assistant_page import AssistantPage
from gicapp.gui.start.profile_page import ProfilePage
from gicapp.gui.tables.table_page import TablePage
from gicapp.gui.texts.text_page import TextPage
from gicapp.gui.window import Window
from gicapp.resources import resource
from tests.gui.conftest import FORM, Answers, consistent_report
from tests.gui.gate import Gate, hold, let_go, until


@pytest.fixture
def last_year(tmp_path: Path) -> Path:
    """Return last year's report: two applications carried on, with text and a lead."""
    path = tmp_path / "上年.gic"
    report = consistent_report()
    values = dict(report.values)
    for column in ("natural", "total"):
        values[f"requests.carried_out.{column}"] = 2
    narrative = {**report.narrative, LEAD: "本报告所列数据的统计期限为2023年1月1日至12月31日。"}
    save_report(path, replace(report, values=values, narrative=narrative, prior=None))
    return path


@pytest.fixture
def fresh(qtbot: QtBot, answers: Answers) -> Iterator[Window]:
    """Yield the window as it opens without a file."""
    made = Window(None, answers)
    qtbot.addWidget(made, before_close_func=lambda w: w.session.begin(Report()))
    made.resize(1366, 728)
    made.show()
    yield made
    assert QApplication.activeModalWidget() is None


def _press(window: Window, text: str, qtbot: QtBot) -> None:
    button = next(b for b in _choices(window) if b.accessibleName() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def _choices(window: Window) -> list[QToolButton]:
    # the stub does not tie the result to the class asked for
    return cast("list[QToolButton]", window.start_page.findChildren(QToolButton))


def test_without_a_file_the_program_begins_with_the_ways_to_begin(fresh: Window) -> None:
    assert fresh.start_page.isVisible()
    names = {button.accessibleName() for button in _choices(fresh)}
    assert {"从上年报告开始", "新建报告", "打开报告", "看看样例"} <= names


def test_the_sample_is_one_click_away(fresh: Window, qtbot: QtBot) -> None:
    _press(fresh, "看看样例", qtbot)
    assert fresh.session.report.year == 2023
    assert fresh.workspace.isVisible()


def test_last_years_report_is_three_clicks_from_a_report_that_is_begun(
    fresh: Window, answers: Answers, last_year: Path, qtbot: QtBot
) -> None:
    answers.to_open = [last_year]
    _press(fresh, "从上年报告开始", qtbot)
    page = fresh.workspace.shown_page
    qtbot.mouseClick(page.begin_button, Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]
    report = fresh.session.report
    assert (report.unit.name, report.year) == ("某市知识产权局", 2024)
    assert report.value("requests.carried_in.natural") == 2
    assert report.prior is not None
    assert report.prior.year == 2023
    assert "2024年1月1日至12月31日" in report.text(LEAD)
    assert fresh.workspace.page(0).isVisible()


def _drop(window: Window, path: Path, where: QWidget | None = None) -> bool:
    """Drag a file onto a part of the window; return whether the window took it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    keys = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), action, data, button, keys)
    QApplication.sendEvent(where or window, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), action, data, button, keys))
    return True


def test_last_years_file_dropped_on_the_start_page_begins_a_report(
    fresh: Window, tmp_path: Path
) -> None:
    (tmp_path / "上年.xlsx").write_bytes(resource("sample/last-year.xlsx").read_bytes())
    assert _drop(fresh, tmp_path / "上年.xlsx")
    page = fresh.workspace.shown_page
    assert isinstance(page, AssistantPage)
    assert page.reading is not None
    assert page.year.text() == "2023"


def test_a_report_that_is_dropped_is_opened_and_a_source_is_offered(
    window: Window, last_year: Path, tmp_path: Path
) -> None:
    assert _drop(window, last_year)
    assert window.session.path == last_year
    (tmp_path / "数据.xlsx").write_bytes(resource("sample/last-year.xlsx").read_bytes())
    assert _drop(window, tmp_path / "数据.xlsx")
    assert type(window.workspace.shown_page).__name__ == "ReceiptPage"


def test_a_text_leaves_files_to_the_window(window: Window, last_year: Path) -> None:
    window.workspace.show_section(1)
    page = window.workspace.page(1)
    assert isinstance(page, TextPage)
    assert _drop(window, last_year, page.editor.viewport())
    assert window.session.path == last_year
    assert "file:" not in page.editor.toPlainText()
    assert not _drop(window, last_year.with_name("没有.gic"))


def test_a_file_dropped_from_a_share_that_hangs_is_read_beside_the_window(
    window: Window, last_year: Path, gate: Gate, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    hold(monkeypatch, gate, "gicapp.gui.file_drop.is_file")
    assert _drop(window, last_year)
    until(qtbot, lambda: window.session.path == last_year)
    let_go(gate, qtbot)


def test_a_folder_is_not_taken_for_a_file(window: Window, tmp_path: Path) -> None:
    assert not _drop(window, tmp_path)


def test_what_the_assistant_fills_in_is_shown_before_and_is_one_step(
    window: Window, last_year: Path
) -> None:
    page = window.guide.begin()
    assert page is not None
    assert not page.begin_button.isEnabled()
    page.read_prior(last_year)
    shown = [label.text() for label in cast("list[QLabel]", page.findChildren(QLabel))]
    assert "某市知识产权局2024年政府信息公开工作年度报告" in shown
    assert any("自然人 2" in text for text in shown)
    page.begin()
    assert window.session.undo_name == "新建年度报告"
    assert "上年结转" in window.message.text.text()
    window.message.buttons[0].click()
    assert window.session.report == Report()


def test_a_name_proposes_its_level_and_without_last_year_there_is_an_outline(
    window: Window,
) -> None:
    page = window.guide.begin()
    assert page is not None
    page.name.setText("某县某镇人民政府")
    assert page.level.currentText() == "乡镇人民政府、街道办事处"
    page.year.setText("二零")
    assert not page.begin_button.isEnabled()
    page.year.setText("2024年")
    page.begin()
    report = window.session.report
    assert report.year == 2024
    assert "【请填写" in report.text("1")
    assert "2024年度未收取信息处理费。" in report.text("6")


def test_the_assistant_asks_for_what_the_lead_tells(window: Window) -> None:
    page = window.guide.begin()
    assert page is not None
    page.name.setText("某市知识产权局")
    assert page.contact.isVisible()
    page.contact.fields["phone"].setText("0755-12345678")
    page.begin()
    assert "联系（电话：0755-12345678）。" in window.session.report.text("0")
    assert "查阅" not in window.session.report.text("0")
    assert "【请填写" not in window.session.report.text("0")


def test_last_years_words_on_whom_to_ask_are_proposed_and_not_asked_for_twice(
    window: Window, tmp_path: Path
) -> None:
    body = (
        "一、总体情况\n公开信息。\n五、存在的主要问题及改进情况\n问题。\n六、其他需要报告的事项\n"
    )
    title = "某市知识产权局2023年政府信息公开工作年度报告\n"
    (tmp_path / "甲.txt").write_text(f"{title}{body}无。联系电话：0755-12345678。", "utf-8")
    lead = "根据《条例》编制本报告，本报告电子版可在某网站查阅。\n"
    (tmp_path / "乙.txt").write_text(f"{title}{lead}{body}无。", "utf-8")
    page = window.guide.begin()
    assert page is not None
    page.read_prior(tmp_path / "甲.txt")
    assert page.contact.contact == Contact(phone="0755-12345678")
    assert "照上年报告，请核对" in page.contact_note.text()
    page.contact.fields["office"].setText("办公室")
    page.read_prior(tmp_path / "乙.txt")
    assert page.contact.contact == Contact("某网站", "办公室")
    assert not page.contact.isVisible()  # the lead is last year's
    shown = [label.text() for label in cast("list[QLabel]", page.findChildren(QLabel))]
    assert "沿用上年文字，请核对：公布网站 某网站" in shown
    page.start.setCurrentIndex(page.start.findData(Start.OUTLINE))
    assert page.contact.isVisible()


def test_what_was_filled_in_is_said_in_a_line_and_what_is_left_is_one_click_away(
    window: Window,
) -> None:
    page = window.guide.begin()
    assert page is not None
    page.name.setText("某市知识产权局")
    page.begin()
    assert window.message.text.text() == "已填好报告标题等 6 项，接着填各表。"
    window.message.buttons[1].click()
    assert isinstance(window.workspace.shown_page, ChecklistPage)


def test_gaps_of_the_outline_are_left_to_fill_and_no_errors_of_the_section(window: Window) -> None:
    page = window.guide.begin()
    assert page is not None
    page.name.setText("某市知识产权局")
    page.begin()
    window.session.check_now()
    sections = window.workspace.sections
    assert sections.item(1).toolTip().endswith("：待填写 5 处")
    assert sections.item(0).toolTip().endswith("：已完成")
    text = window.session.report.text("1").replace("【请填写", "【")
    window.session.edit("写", [SetText("1", text)])
    window.session.check_now()
    assert sections.item(1).toolTip().endswith("：有数字等表格填好")


def test_last_years_report_is_chosen_on_the_page_that_the_checklist_leads_to(
    window: Window, session: Session, answers: Answers
) -> None:
    session.edit("去掉", [SetField("prior", None)])
    session.check_now()
    checklist = window.guide.check_list()
    checklist.buttons["上年报告"].click()
    page = window.workspace.shown_page
    assert isinstance(page, ProfilePage)
    assert page.prior_button.text() == "选择上年报告…"
    assert window.focusWidget() is page.prior_button
    answers.to_open = [None]
    page.prior_button.click()
    assert not answers.to_open


def test_a_source_that_holds_no_report_changes_nothing(window: Window, tmp_path: Path) -> None:
    page = window.guide.begin()
    assert page is not None
    (tmp_path / "别的.txt").write_text("今天天气很好。", "utf-8")
    page.read_prior(tmp_path / "别的.txt")
    assert "没有认出" in window.message.text.text()
    assert page.reading is None
    page.blank_button.click()
    assert window.session.report == Report()
    assert window.workspace.shown_page is window.workspace.page(0)


def test_the_checklist_names_what_is_left_and_leads_there(window: Window, session: Session) -> None:
    session.edit("空", [SetValue("requests.granted.research", None)])
    session.check_now()
    page = window.guide.check_list()
    heading = FORM.section(3).heading
    item = next(item for item in page.items if item.name == heading)
    assert item.text.startswith("未填 ")
    assert "才可以送审" in page.verdict.text()
    page.buttons[heading].click()
    table = window.workspace.page(3)
    assert isinstance(table, TablePage)
    assert table.isVisible()
    assert table.view.current_cell() == "requests.granted.research"


def test_the_checklist_follows_the_findings(window: Window, session: Session) -> None:
    page = window.guide.check_list()
    before = page.verdict.text()
    session.edit("清空", [SetText("5", "")])
    session.check_now()
    item = next(item for item in page.items if item.name == FORM.section(5).heading)
    assert item.text == "还没有写"
    assert page.verdict.text() != before


def test_esc_leaves_the_checklist(window: Window, qtbot: QtBot) -> None:
    window.workspace.show_section(4)
    page = window.guide.check_list()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert window.workspace.shown_page is window.workspace.page(4)


def test_the_preview_follows_typing_and_the_section(
    window: Window, session: Session, qtbot: QtBot
) -> None:
    window.actions_by_name["preview"].trigger()
    pane = window.guide.preview.pane
    assert pane.isVisible()
    assert window.actions_by_name["preview"].isChecked()
    window.workspace.show_section(6)
    assert pane.view.verticalScrollBar().value() > 0
    session.edit("改", [SetText("6", "全年没有需要报告的其他事项。")])
    qtbot.waitUntil(lambda: any("其他事项" in text for text in _printed(window)))
    window.actions_by_name["preview"].trigger()
    assert not pane.isVisible()
    assert window.workspace.findings.isVisible()


def _printed(window: Window) -> list[str]:
    pages = window.guide.preview.pane.view.pages
    return [passage.text for page in pages for passage in page.passages]


def test_a_report_begun_by_the_assistant_is_saved_whole(
    window: Window, last_year: Path, answers: Answers, tmp_path: Path
) -> None:
    page = window.guide.begin()
    assert page is not None
    page.read_prior(last_year)
    page.begin()
    answers.to_save = [tmp_path / "本年.gic"]
    window.actions_by_name["save"].trigger()
    assert load_report(tmp_path / "本年.gic") == window.session.report


def test_unsaved_work_is_asked_about_before_a_new_report(
    window: Window, session: Session, answers: Answers
) -> None:
    from gicapp.gui.dialogs import Answer

    session.edit("改", [SetField("year", 2025)])
    answers.to_unsaved = [Answer.CANCEL]
    assert window.guide.begin() is None
    assert session.report.year == 2025


def test_the_findings_are_as_wide_after_the_preview_as_before(window: Window, qtbot: QtBot) -> None:
    findings = window.workspace.findings
    before = findings.width()
    window.actions_by_name["preview"].trigger()
    assert findings.isHidden()
    window.actions_by_name["preview"].trigger()
    qtbot.waitUntil(lambda: findings.width() == before, timeout=2000)
