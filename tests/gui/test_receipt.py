"""Importing: the receipt, the choice, and the one step of undo."""

from pathlib import Path
from types import MappingProxyType

import pytest
from pytestqt.qtbot import QtBot

from gicapp.core.content import Problem
from gicapp.core.reading import Reading
from gicapp.gui.import_parts import parts_of
from gicapp.gui.receipt_page import ReceiptPage
from gicapp.gui.session import Session
from gicapp.gui.window import Window


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


def _page(session: Session, reading: Reading, qtbot: QtBot, *, prior: bool = False) -> ReceiptPage:
    page = ReceiptPage(session, reading, prior=prior)
    qtbot.addWidget(page)
    return page


def test_the_receipt_lists_what_was_read_and_what_would_change(
    session: Session, reading: Reading
) -> None:
    parts = {part.name: part for part in parts_of(session.form, session.report, reading)}
    disputes = parts["四、政府信息公开行政复议、行政诉讼情况"]
    assert disputes.missing == 13
    line = disputes.different[0]
    assert (line.name, line.now, line.read, line.place) == ("行政复议×结果维持", "0", "2", "B5")
    requests = parts["三、收到和处理政府信息公开申请情况"]
    assert [line.read for line in requests.different] == ["空"]


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
    page.choose("五、存在的主要问题及改进情况", wanted=False)
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
    page = _page(session, reading, qtbot, prior=True)
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
    top = page.tree.topLevelItem(0)
    assert top.child(0).text(0) == "“若干”不是数字，没有读入。"
    assert top.child(0).text(3) == "C7"


def test_the_window_shows_the_receipt_and_comes_back(window: Window, reading: Reading) -> None:
    window.show_section(3)
    page = ReceiptPage(window.session, reading, prior=False)
    window.show_page(page)
    assert page.isVisible()
    page.take_button.click()
    assert window.page(3).isVisible()
    assert window.message.isVisible()


def test_a_source_that_is_not_there_is_refused(window: Window, tmp_path: Path) -> None:
    window.show_receipt(tmp_path / "没有.xlsx", prior=False)
    assert "没有.xlsx" in window.message.text.text()
