"""The text page: figures to pick, drafts, last year's words."""

from dataclasses import replace
from types import MappingProxyType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
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


def test_where_last_years_text_is_missing_the_pane_says_what_to_do(
    page: TextPage, session: Session
) -> None:
    prior = session.report.prior
    assert prior
    bare = replace(prior, narrative=MappingProxyType({}))
    session.edit("上年", [SetField("prior", bare)])
    assert "没有这一部分的文字" in page.prior.placeholderText()
    session.edit("上年", [SetField("prior", None)])
    assert "还没有载入上年报告" in page.prior.placeholderText()
    assert "导入上年" in page.prior.placeholderText()


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


def test_an_outline_can_be_taken_back_where_it_is_told(page: TextPage, session: Session) -> None:
    offers = []
    session.offered.connect(lambda offer: offers.append(offer.choices))
    session.edit("清空", [SetText("5", "")])
    page.tools.write_outline()
    ((undo,),) = offers
    undo.act()
    assert session.report.text("5") == ""


def _beside(page: TextPage, session: Session) -> None:
    prior = session.report.prior
    assert prior
    first, second = "一是公开制度不够健全，更新不够及时。", "二是人员力量不足，培训次数偏少。"
    texts = MappingProxyType({"5": f"{first}\n{second}"})
    session.edit("上年", [SetField("prior", replace(prior, narrative=texts))])
    session.edit("写", [SetText("5", f"本年新写的一段话，与上年都不相同。\n{second}\n另一段")])
    page.tools.prior_button.click()


def _dotted(page: TextPage) -> list[str]:
    dots = QTextCharFormat.UnderlineStyle.DotLine
    # the stub leaves the attributes out
    return [
        s.cursor.selectedText()  # type: ignore[attr-defined]
        for s in page.prior.extraSelections()
        if s.format.underlineStyle() == dots  # type: ignore[attr-defined]
    ]


def test_identical_sentences_are_marked_in_last_years_text(
    page: TextPage, session: Session
) -> None:
    _beside(page, session)
    assert _dotted(page) == ["二是人员力量不足，培训次数偏少。"]
    session.edit("写", [SetText("5", "重新写了。")])
    page.prior.compare()
    assert _dotted(page) == []


def test_a_paragraph_of_last_year_leads_to_the_one_like_it(
    page: TextPage, session: Session, qtbot: QtBot
) -> None:
    _beside(page, session)
    cursor = page.prior.textCursor()
    cursor.setPosition(22)
    page.prior.setTextCursor(cursor)
    qtbot.keyClick(page.prior, Qt.Key.Key_Return)
    assert page.editor.textCursor().block().text().startswith("二是人员")
    page.editor.show_span((0, 0))
    place = page.prior.cursorRect(cursor).center()
    qtbot.mouseClick(page.prior.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.editor.textCursor().block().text().startswith("二是人员")


def test_the_paragraph_like_the_one_at_the_cursor_is_shown(
    page: TextPage, session: Session
) -> None:
    _beside(page, session)
    page.editor.show_span((22, 22))
    marks = page.prior.extraSelections()
    shown = marks[0].cursor.selectedText()  # type: ignore[attr-defined]
    assert shown.startswith("二是人员")


def test_marks_are_made_anew_only_where_another_paragraph_is_level(
    page: TextPage, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    _beside(page, session)
    page.editor.show_span((22, 22))
    made: list[int] = []
    monkeypatch.setattr(page.prior, "setExtraSelections", lambda marks: made.append(len(marks)))
    page.editor.show_span((24, 24))
    page.editor.show_span((26, 26))
    assert made == []
    page.editor.show_span((0, 0))
    page.editor.show_span((1, 1))
    assert made == [1]  # the sentence that stands in both texts, and no paragraph beside it


def test_last_years_text_comes_into_sight_level_with_the_cursor(
    page: TextPage, session: Session, qtbot: QtBot
) -> None:
    prior = session.report.prior
    assert prior
    lines = [f"第{n}项工作：{chr(0x4E00 + 40 * n) * 60}，持续推进。" for n in range(30)]
    texts = MappingProxyType({"5": "\n".join(["上年另有的一段话。" * 9, *lines])})
    session.edit("上年", [SetField("prior", replace(prior, narrative=texts))])
    session.edit("写", [SetText("5", "\n".join(lines))])
    page.resize(900, 500)
    place = page.editor.toPlainText().index("第8项")
    page.editor.show_span((place, place))
    page.tools.prior_button.click()

    def is_level() -> None:
        there = page.prior.document().find("第8项")
        here = page.editor.document().find("第8项")
        away = page.prior.cursorRect(there).top() - page.editor.cursorRect(here).top()
        assert abs(away) <= 2

    qtbot.waitUntil(is_level)
