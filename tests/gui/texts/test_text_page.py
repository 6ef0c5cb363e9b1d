"""The text page: figures to pick, drafts, last year's words."""

from dataclasses import replace
from types import MappingProxyType

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gicapp.core.change import SetField, SetText
from gicapp.gui.session import Session
from gicapp.gui.texts.text_page import TextPage
from tests.gui.keys import commit


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> TextPage:
    prior = session.report.prior
    assert prior
    texts = MappingProxyType({"5": "2022年的问题。", "1": "2022年收到申请0件。"})
    session.edit("上年", [SetField("prior", replace(prior, narrative=texts))])
    made = TextPage(session, session.form.section(5))
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_figure_is_found_by_words_and_put_in_with_enter(
    page: TextPage, session: Session, qtbot: QtBot
) -> None:
    session.edit("清空", [SetText("5", "")])
    page.tools.figure_button.click()
    picker = page.editor.completion
    assert picker.is_open
    commit(page.editor, "本年新收总计")
    assert picker.list
    assert "3" in picker.list.list.currentItem().text()
    qtbot.keyClick(page.editor, Qt.Key.Key_Return)
    assert session.report.text("5") == "⟦requests.new.total⟧"
    assert page.editor.toPlainText() == "3"
    assert not picker.is_open


def test_last_years_text_stands_beside_on_demand(page: TextPage) -> None:
    assert not page.prior.isVisible()
    page.tools.prior_button.click()
    assert page.prior.isVisible()
    assert page.prior.toPlainText() == "2022年的问题。"
    assert page.prior.isReadOnly()


def test_a_draft_is_offered_only_where_nothing_is_written(page: TextPage, session: Session) -> None:
    assert not page.tools.draft_button.isEnabled()
    session.edit("清空", [SetText("5", "")])
    assert page.tools.draft_button.isEnabled()


def test_last_years_text_is_taken_over_with_this_years_years(
    page: TextPage, session: Session
) -> None:
    session.edit("清空", [SetText("5", "")])
    page.tools.take_prior()
    assert page.editor.toPlainText() == "2023年的问题。"
    assert session.undo_name == "沿用上年文字"


def test_an_outline_says_what_is_to_be_written(page: TextPage, session: Session) -> None:
    session.edit("清空", [SetText("5", "")])
    page.tools.write_outline()
    assert "【请填写" in page.editor.toPlainText()
    assert session.report.text("1") == "（一）主动公开\n公开信息3条。"
