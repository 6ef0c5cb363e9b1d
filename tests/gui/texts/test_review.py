"""Sentences kept from last year: marked, counted, gone over with keys and menu, and undone."""

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from pytestqt.qtbot import QtBot

from gicapp.core.change import SetField, SetText
from gicapp.files.store import load_report
from gicapp.gui.session import Session
from gicapp.gui.texts.text_page import TextPage
from gicapp.gui.window import Window
from tests.gui.file_of_others import save_at

Key, Control = Qt.Key, Qt.KeyboardModifier.ControlModifier
TEXT = "制度不健全。人员不足。\n一是加强学习。二是充实人员。"


@pytest.fixture
def page(window: Window, session: Session, qtbot: QtBot) -> TextPage:
    prior = session.report.prior
    assert prior
    texts = MappingProxyType({"5": TEXT})
    session.edit("上年", [SetField("prior", replace(prior, narrative=texts))])
    session.edit("沿用", [SetText("5", TEXT)])
    session.check_now()
    window.workspace.show_section(5)
    shown = window.workspace.page(5)
    assert isinstance(shown, TextPage)
    window.activateWindow()  # keys of actions work in the window that has them only
    shown.focus_body()
    qtbot.waitUntil(shown.editor.hasFocus)
    return shown


def _marked(page: TextPage) -> list[str]:
    dots = QTextCharFormat.UnderlineStyle.DotLine
    # the stub leaves the attributes out
    return [
        s.cursor.selectedText()  # type: ignore[attr-defined]
        for s in page.editor.extraSelections()
        if s.format.underlineStyle() == dots  # type: ignore[attr-defined]
    ]


def test_every_sentence_is_marked_counted_and_explained(page: TextPage, window: Window) -> None:
    assert _marked(page) == ["制度不健全。", "人员不足。", "一是加强学习。", "二是充实人员。"]
    assert page.tools.review_button.text() == "待复核 4 句"
    assert "待复核 4 句" in window.workspace.sections.item(5).toolTip()
    assert "与上年文字相同" in page.editor.marks.remark_at(2)


def test_a_sentence_is_gone_over_with_a_key_and_the_cursor_goes_on(
    page: TextPage, session: Session, qtbot: QtBot
) -> None:
    page.editor.show_span((2, 2))
    qtbot.keyClick(page.editor, Key.Key_Return, Control)
    session.check_now()
    assert _marked(page) == ["人员不足。", "一是加强学习。", "二是充实人员。"]
    assert page.editor.textCursor().position() == 6
    assert session.undo_name == "记为已复核"
    session.undo()
    session.check_now()
    assert len(_marked(page)) == 4


def test_a_paragraph_is_gone_over_at_once(page: TextPage, session: Session, qtbot: QtBot) -> None:
    page.editor.show_span((2, 2))
    qtbot.keyClick(page.editor, Key.Key_Return, Control | Qt.KeyboardModifier.ShiftModifier)
    session.check_now()
    assert _marked(page) == ["一是加强学习。", "二是充实人员。"]
    page.tools.review_button.whole.trigger()
    session.check_now()
    assert _marked(page) == []
    assert page.tools.review_button.isHidden()


def test_the_mark_goes_when_the_sentence_is_edited(
    page: TextPage, session: Session, qtbot: QtBot
) -> None:
    page.editor.show_span((2, 2))
    qtbot.keyClicks(page.editor, "x")
    session.check_now()
    assert _marked(page) == ["人员不足。", "一是加强学习。", "二是充实人员。"]


def test_what_was_gone_over_is_kept_in_the_file(
    page: TextPage, session: Session, tmp_path: Path
) -> None:
    page.tools.review_button.whole.trigger()
    save_at(session, tmp_path / "报告.gic")
    assert load_report(tmp_path / "报告.gic") == session.report
    assert len(session.report.reviewed) == 4


def test_a_live_figure_keeps_its_look_inside_a_marked_sentence(
    session: Session, qtbot: QtBot
) -> None:
    prior = session.report.prior
    assert prior
    texts = MappingProxyType({"1": "共收到申请⟦requests.new.total⟧件。"})
    session.edit("上年", [SetField("prior", replace(prior, narrative=texts))])
    session.edit("改", [SetText("5", ""), SetText("1", "共收到申请⟦requests.new.total⟧件。")])
    session.check_now()
    other = TextPage(session, session.form.section(1))
    qtbot.addWidget(other)
    assert _marked(other) == ["共收到申请", "件。"]


def test_a_number_is_made_live_with_a_key_and_from_the_menu(
    page: TextPage, session: Session, qtbot: QtBot
) -> None:
    text = "2023年，我局收到政府信息公开申请3件。"
    session.edit("改", [SetText("5", text)])
    page.editor.show_span((text.index("3件"), text.index("3件")))
    live = page.editor.live_numbers
    typed = live.at_cursor()
    assert typed
    assert typed.choices[0].token == "requests.new.total"
    keys = Control | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(page.editor, Key.Key_L, keys)
    assert session.report.text("5") == text.replace("3件", "⟦requests.new.total⟧件")
    session.undo()
    assert session.report.text("5") == text
    live.take_every()
    assert session.report.text("5") == text.replace("3件", "⟦requests.new.total⟧件")
