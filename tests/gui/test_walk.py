"""The whole job once, as a new user would do it, from the start page to the Word file."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from gicapp.core.readiness import count_gaps
from gicapp.core.report import LEAD, Report
from gicapp.core.totals import blank_cells
from gicapp.files.opening import open_any
from gicapp.gui.documents import settings
from gicapp.gui.output.checklist_page import ChecklistPage
from gicapp.gui.output.export_page import ExportPage
from gicapp.gui.start.assistant_page import AssistantPage
from gicapp.gui.tables.table_page import TablePage
from gicapp.gui.window import Window
from gicapp.resources import resource
from tests.gui.conftest import FORM, Answers

MOST_CLICKS = 10


class Hand:
    """A user's hand on the mouse, which counts."""

    def __init__(self, window: Window, qtbot: QtBot) -> None:
        self.window, self.qtbot, self.clicks = window, qtbot, 0

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        assert widget.isVisible()
        assert widget.isEnabled()
        self.clicks += 1
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place or QPoint())

    def open_section(self, number: int) -> TablePage:
        sections = self.window.workspace.sections
        place = sections.visualItemRect(sections.item(number)).center()
        self.click(sections.viewport(), place)
        page = self.window.workspace.page(number)
        assert isinstance(page, TablePage)
        return page


@pytest.fixture
def hand(qtbot: QtBot, answers: Answers) -> Iterator[Hand]:
    settings().remove("export")
    window = Window(None, answers)
    qtbot.addWidget(window, before_close_func=lambda w: w.session.begin(Report()))
    window.resize(1366, 728)
    window.show()
    yield Hand(window, qtbot)
    settings().remove("export")
    assert QApplication.activeModalWidget() is None


def test_ten_clicks_lead_from_last_years_spreadsheet_to_the_file_for_sign_off(
    hand: Hand, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    _begin(hand, answers, tmp_path, "sample/last-year.xlsx")
    _fill_tables(hand, qtbot)
    _send(hand, tmp_path)
    assert hand.clicks <= MOST_CLICKS
    session = hand.window.session
    printed = open_any(tmp_path / "送审稿.docx").report
    assert dict(printed.values) == dict(session.report.values)
    assert len(printed.values) == len(FORM.cells)
    assert [sent.name for sent in session.report.rounds] == ["第 1 次送审"]


def test_as_many_lead_from_last_years_word_file_and_leave_nothing_to_write(
    hand: Hand, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    _begin(hand, answers, tmp_path, "sample/sample.docx")
    assert not count_gaps(hand.window.session.report)
    _fill_tables(hand, qtbot)
    _send(hand, tmp_path)
    assert hand.clicks <= MOST_CLICKS
    assert "【" not in hand.window.message.text.text()
    printed = open_any(tmp_path / "送审稿.docx").report
    assert not count_gaps(printed)
    assert "82111365" in printed.text(LEAD)  # told by last year's section six


def test_a_user_without_last_years_file_is_told_what_is_left_to_write(
    hand: Hand, tmp_path: Path, qtbot: QtBot
) -> None:
    hand.click(_choice(hand, "新建报告"))
    page = hand.window.workspace.shown_page
    assert isinstance(page, AssistantPage)
    qtbot.keyClicks(page.name, "Bureau")
    hand.click(page.begin_button)
    _, what_is_left = hand.window.message.buttons
    qtbot.waitUntil(what_is_left.isVisible)
    hand.click(what_is_left)
    _fill_tables(hand, qtbot)
    _send(hand, tmp_path)
    left = count_gaps(hand.window.session.report)
    assert f"其中还有 {left} 处【请填写…】没有写" in hand.window.message.text.text()
    assert hand.window.session.report.text(LEAD)
    assert hand.clicks <= MOST_CLICKS + 1


def _choice(hand: Hand, name: str) -> QToolButton:
    buttons = cast("list[QToolButton]", hand.window.start_page.findChildren(QToolButton))
    return next(button for button in buttons if button.accessibleName() == name)


def _begin(hand: Hand, answers: Answers, folder: Path, name: str) -> None:
    source = folder / Path(name).name
    source.write_bytes(resource(name).read_bytes())
    answers.to_open = [source]
    hand.click(_choice(hand, "从上年报告开始"))
    page = hand.window.workspace.shown_page
    assert isinstance(page, AssistantPage)
    hand.click(page.begin_button)


def _fill_tables(hand: Hand, qtbot: QtBot) -> None:
    """Type a figure into every table's first cell; the rest is 0."""
    for section in FORM.sections:
        if section.table is None:
            continue
        page = hand.open_section(section.number)
        page.focus_body()
        cell = page.view.current_cell()
        qtbot.keyClick(page.view, Qt.Key.Key_2)
        editor = cast("QLineEdit", page.view.viewport().findChild(QLineEdit))
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        qtbot.waitUntil(partial(_holds, page, cell, 2))
        hand.click(page.zero_choice)
        assert not blank_cells(FORM, page.session.report, section.number)


def _holds(page: TablePage, cell: str, value: int) -> bool:
    return page.session.report.value(cell) == value


def _send(hand: Hand, folder: Path) -> None:
    window = hand.window
    window.session.check_now()
    window.actions_by_name["checklist"].trigger()  # F7
    checklist = window.workspace.shown_page
    assert isinstance(checklist, ChecklistPage)
    hand.click(checklist.export_button)
    page = window.workspace.shown_page
    assert isinstance(page, ExportPage)
    page.folder.setText(str(folder))
    page.name.setText("送审稿")
    hand.click(page.export_button)
