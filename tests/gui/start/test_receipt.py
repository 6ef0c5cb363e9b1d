"""Importing: the receipt, the choice, and the one step of undo."""

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from gicapp.core.content import Problem
from gicapp.core.intake import Target
from gicapp.core.reading import Reading
from gicapp.core.report import Report
from gicapp.form.loader import load_form
from gicapp.gui.appearance import TARGET, recolour, scaled
from gicapp.gui.session import Session
from gicapp.gui.start.receipt_page import ReceiptPage
from gicapp.gui.start.tick_delegate import tick_place
from gicapp.gui.window import Window

FORM = load_form()


@pytest.fixture
def reading() -> Reading:
    return Reading(
        source="folder/上年.xlsx",
        format="xlsx",
        unit="某市知识产权局",
        year=2024,
        cells=MappingProxyType(
            {
                "disputes.review.upheld": 2,
                "disputes.review.total": 2,
                "requests.new.natural": None,
                "requests.new.commercial": 0,
            }
        ),
        places=MappingProxyType({"disputes.review.upheld": "B5"}),
        narrative=MappingProxyType({"5": "新的问题。"}),
        problems=(Problem("value.text", "C7", "“若干”不是数字，没有读入。"),),
    )


def _page(
    session: Session, reading: Reading, qtbot: QtBot, target: Target = "current"
) -> ReceiptPage:
    page = ReceiptPage(session, reading, target)
    qtbot.addWidget(page)
    return page


def _rows(item: QTreeWidgetItem) -> list[list[str]]:
    return [[item.child(n).text(column) for column in range(4)] for n in range(item.childCount())]


def _part(page: ReceiptPage, name: str) -> QTreeWidgetItem:
    items = [page.tree.topLevelItem(n) for n in range(page.tree.topLevelItemCount())]
    return next(item for item in items if item.text(0) == name)


def test_the_receipt_lists_what_was_read_and_what_would_change(
    session: Session, reading: Reading, qtbot: QtBot
) -> None:
    page = _page(session, reading, qtbot)
    disputes = _part(page, "四、政府信息公开行政复议、行政诉讼情况")
    assert disputes.text(2) == "读到 2 格，2 格不同，缺 13 格"
    assert _rows(disputes)[0] == ["行政复议×结果维持", "0", "2", "B5"]
    requests = _part(page, "三、收到和处理政府信息公开申请情况")
    assert _rows(requests) == [["本年新收×自然人", "3", "空", ""]]


def test_nothing_changes_before_it_is_confirmed(
    session: Session, reading: Reading, qtbot: QtBot
) -> None:
    before = session.report
    page = _page(session, reading, qtbot)
    page.leave_button.click()
    assert session.report == before


def test_what_is_ticked_is_taken_over_as_one_step(
    session: Session, reading: Reading, qtbot: QtBot
) -> None:
    before = session.report
    page = _page(session, reading, qtbot)
    page.choose(5, wanted=False)
    page.take_button.click()
    assert session.report.value("disputes.review.upheld") == 2
    assert session.report.year == 2024
    assert session.report.text("5") == before.text("5")
    assert session.undo_name == "导入“上年.xlsx”"
    session.undo()
    assert session.report == before


def test_last_years_figures_go_beside_this_years(
    session: Session, reading: Reading, qtbot: QtBot
) -> None:
    values = session.report.values
    page = _page(session, reading, qtbot, "prior")
    page.take_button.click()
    prior = session.report.prior
    assert prior
    assert prior.value("disputes.review.upheld") == 2
    assert prior.year == 2024
    assert session.report.values == values


def test_doubts_stand_first_with_their_places(
    session: Session, reading: Reading, qtbot: QtBot
) -> None:
    page = _page(session, reading, qtbot)
    assert _rows(_part(page, "报告信息"))[0] == ["C7：“若干”不是数字，没有读入。", "", "", ""]


def test_new_colours_are_no_other_choice(
    session: Session, reading: Reading, qtbot: QtBot, qapp: QApplication
) -> None:
    page = _page(session, reading, qtbot)
    page.show()
    line = _part(page, "三、收到和处理政府信息公开申请情况").child(0)
    before, told = line.foreground(1).color(), list[object]()
    page.tree.itemChanged.connect(told.append)
    recolour(qapp, dark=True)
    after = line.foreground(1).color()
    recolour(qapp, dark=False)
    assert after != before
    assert told == []  # each would reckon anew what the choice comes to


def test_last_years_carry_over_fills_the_blank_opening_figures(
    session: Session, reading: Reading, qtbot: QtBot
) -> None:
    session.begin(Report(year=2025))
    cells = MappingProxyType({"requests.carried_out.natural": 4})
    page = _page(session, replace(reading, cells=cells), qtbot, "prior")
    page.take_button.click()
    assert session.report.value("requests.carried_in.natural") == 4
    session.undo()
    assert session.report == Report(year=2025)


def test_the_window_shows_the_receipt_and_comes_back(window: Window, reading: Reading) -> None:
    window.workspace.show_section(3)
    page = window.workspace.show_reading(reading)
    assert page.isVisible()
    page.take_button.click()
    assert window.workspace.page(3).isVisible()
    assert window.message.isVisible()


def test_a_spreadsheet_is_read_shown_and_taken_over(window: Window, tmp_path: Path) -> None:
    from gicapp.files.xlsx import build_workbook

    report = window.session.report
    (tmp_path / "数据.xlsx").write_bytes(build_workbook(report, FORM))
    window.session.begin(Report())
    window.show_receipt(tmp_path / "数据.xlsx", prior=False)
    page = window.workspace.shown_page
    assert isinstance(page, ReceiptPage)
    page.take_button.click()
    assert window.session.report.values == report.values
    assert window.session.report.year == report.year


def test_a_source_that_is_not_there_is_refused(window: Window, tmp_path: Path) -> None:
    window.show_receipt(tmp_path / "没有.xlsx", prior=False)
    assert "没有.xlsx" in window.message.text.text()


@pytest.mark.parametrize("factor", [1.0, 2.0])
def test_a_part_is_ticked_by_its_box_or_the_space_bar_as_large_as_the_font_asks(
    session: Session, reading: Reading, qtbot: QtBot, qapp: QApplication, factor: float
) -> None:
    before = qapp.font()
    qapp.setFont(scaled(before, factor))
    page = _page(session, reading, qtbot)
    page.resize(1000, 700)
    page.show()
    item, tree = _part(page, "五、存在的主要问题及改进情况"), page.tree
    tree.scrollToItem(item)
    option = QStyleOptionViewItem()
    option.initFrom(tree)
    option.rect = tree.visualItemRect(item)  # type: ignore[attr-defined]
    box = tick_place(option)
    qapp.setFont(before)
    assert min(box.width(), box.height()) >= TARGET * factor
    states = []
    for corner in (box.topLeft() + QPoint(1, 1), box.bottomRight() - QPoint(1, 1)):
        qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=corner)
        states.append(item.checkState(0))
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=box.topRight() + QPoint(30, 9))
    states.append(item.checkState(0))  # the words choose the line and leave the box as it is
    tree.setCurrentItem(item)
    qtbot.keyClick(tree, Qt.Key.Key_Space)
    states.append(item.checkState(0))
    on, off = Qt.CheckState.Checked, Qt.CheckState.Unchecked
    assert states == [off, on, on, off]
