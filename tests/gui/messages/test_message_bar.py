"""Messages with choices: one can act on them, and none offers what is no longer so."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gicapp.core.change import SetField
from gicapp.core.report import Report
from gicapp.gui.appearance import recolour
from gicapp.gui.messages.bars import Bars
from gicapp.gui.messages.notices import Notices
from gicapp.gui.messages.offer import Choice, Offer, offer_undo
from gicapp.gui.session import Session
from gicapp.gui.tables.table_page import TablePage
from gicapp.gui.window import Window


def test_a_bulk_action_is_taken_back_from_its_message(window: Window, session: Session) -> None:
    session.edit("改", [SetField("year", 2001)])
    before = session.report
    session.edit("填", [SetField("year", 2002)])
    offer_undo(session, "已填好。")
    window.message.buttons[0].click()
    assert session.report == before
    assert not window.message.isVisible()


def test_the_offer_to_take_back_goes_with_the_next_change(window: Window, session: Session) -> None:
    session.edit("填", [SetField("year", 2002)])
    offer_undo(session, "已填好。")
    assert window.message.isVisible()
    session.edit("改", [SetField("year", 2003)])
    assert not window.message.isVisible()


def test_filling_with_zeros_offers_to_take_it_back(window: Window, session: Session) -> None:
    session.begin(Report(year=2024))
    window.workspace.show_section(3)
    page = window.workspace.page(3)
    assert isinstance(page, TablePage)
    page.zero_choice.click()
    assert session.report != Report(year=2024)
    window.message.buttons[0].click()
    assert session.report == Report(year=2024)


def test_a_refusal_stays_through_changes(window: Window, session: Session) -> None:
    session.refuse("磁盘已满。")
    session.edit("改", [SetField("year", 2003)])
    assert window.message.isVisible()
    assert window.message.property("grave") is True


def test_an_offer_is_answered_with_the_keyboard(window: Window, qtbot: QtBot) -> None:
    said = []
    window.keeping.notices.put("x", Offer("要吗？", (Choice("要", lambda: said.append("要")),)))
    bar = window.keeping.notices.bar("x")
    assert bar is not None
    bar.buttons[0].setFocus()
    qtbot.keyClick(bar.buttons[0], Qt.Key.Key_Space)
    assert said == ["要"]
    assert window.keeping.notices.bar("x") is None


def test_messages_that_come_later_do_not_push_a_question_away(
    window: Window, session: Session
) -> None:
    window.keeping.notices.put("x", Offer("要吗？"))
    session.told.emit("已导出。")
    session.edit("改", [SetField("year", 2003)])
    shown = window.keeping.notices.bar("x")
    assert shown is not None
    assert shown.text.text() == "要吗？"
    assert window.message.text.text() == "已导出。"


def test_a_topic_has_one_bar(qtbot: QtBot) -> None:
    bars = Bars()
    qtbot.addWidget(bars)
    notices = Notices(bars)
    notices.put("x", Offer("一", (Choice("甲", print), Choice("乙", print))))
    notices.put("x", Offer("二", (Choice("丙", print),)))
    shown = notices.bar("x")
    assert shown is not None
    assert [button.text() for button in shown.buttons] == ["丙"]
    notices.take("x")
    assert notices.bar("x") is None


def test_the_signs_follow_light_and_dark(
    window: Window, session: Session, qapp: QApplication
) -> None:
    session.refuse("磁盘已满。")
    light = window.message.close_button.icon().pixmap(16).toImage()
    recolour(qapp, dark=True)
    dark = window.message.close_button.icon().pixmap(16).toImage()
    recolour(qapp, dark=False)
    assert light != dark
    assert window.message.close_button.icon().pixmap(16).toImage() == light
