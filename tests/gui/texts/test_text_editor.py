"""The text editor under real keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from gicapp.core.change import SetText, SetValue
from gicapp.core.report import Report
from gicapp.core.text.narrative import rendered
from gicapp.gui.session import Session
from gicapp.gui.texts.text_editor import TextEditor, letters

Key = Qt.Key
TEXTS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"), include_characters="\n"), max_size=40
)


@pytest.fixture
def editor(session: Session, qtbot: QtBot) -> TextEditor:
    made = TextEditor(session, "1", "总体情况")
    qtbot.addWidget(made)
    made.show()
    return made


def _to_end(editor: TextEditor) -> None:
    editor.moveCursor(QTextCursor.MoveOperation.End)


def test_typing_changes_the_report(editor: TextEditor, session: Session, qtbot: QtBot) -> None:
    _to_end(editor)
    qtbot.keyClicks(editor, "abc")
    assert session.report.text("1").endswith("公开信息3条。abc")


def test_a_run_of_typing_is_one_step_of_undo(
    editor: TextEditor, session: Session, qtbot: QtBot
) -> None:
    before = session.report
    _to_end(editor)
    qtbot.keyClicks(editor, "abc")
    session.undo()
    assert session.report == before
    assert editor.toPlainText() == before.text("1")


def test_headings_are_known_by_their_numbering_as_one_types(
    editor: TextEditor, qtbot: QtBot
) -> None:
    _to_end(editor)
    qtbot.keyClick(editor, Key.Key_Return)
    qtbot.keyClicks(editor, "2.abc")
    last = editor.document().lastBlock()
    assert last.layout().formats()
    assert editor.document().findBlockByNumber(1).layout().formats() == []
    assert last.blockFormat().textIndent() > 0


def test_a_paste_from_word_brings_the_words_alone(editor: TextEditor, session: Session) -> None:
    editor.clear()
    data = QMimeData()
    data.setHtml('<p style="color:red">　　<b>一是</b>……</p><p>&nbsp;</p><p>二是</p>')
    data.setText("　　一是……\r\n\r\n二是\r\n")
    editor.insertFromMimeData(data)
    assert session.report.text("1") == "一是……\n二是"


def test_findings_are_underlined_where_they_speak_of_words(
    editor: TextEditor, session: Session
) -> None:
    session.edit("改", [SetText("1", "2023年我局收到政府信息公开申请9件。")])
    session.check_now()
    spans = [f.span for f in session.findings if f.section == 1 and f.span]
    assert spans
    # the stub leaves the attribute out
    words = [s.cursor.selectedText() for s in editor.extraSelections()]  # type: ignore[attr-defined]
    text = rendered(session.report, "1")
    assert words == [text[a:b] for a, b in spans]


def test_a_live_figure_is_a_chip_that_follows_the_table(
    editor: TextEditor, session: Session
) -> None:
    session.edit("改", [SetText("1", "收到⟦requests.new.total⟧件")])
    assert editor.toPlainText() == "收到3件"
    session.edit("填", [SetValue("requests.new.natural", 8)])
    assert editor.toPlainText() == "收到8件"


def test_writing_beside_a_chip_keeps_it(editor: TextEditor, session: Session, qtbot: QtBot) -> None:
    session.edit("改", [SetText("1", "收到⟦requests.new.total⟧件")])
    cursor = editor.textCursor()
    cursor.setPosition(3)
    editor.setTextCursor(cursor)
    qtbot.keyClicks(editor, "x")
    assert session.report.text("1") == "收到⟦requests.new.total⟧x件"


def test_a_chip_changed_by_hand_becomes_a_typed_figure(
    editor: TextEditor, session: Session, qtbot: QtBot
) -> None:
    session.edit("改", [SetText("1", "收到⟦requests.new.total⟧件")])
    cursor = editor.textCursor()
    cursor.setPosition(3)
    editor.setTextCursor(cursor)
    qtbot.keyClick(editor, Key.Key_Backspace)
    assert session.report.text("1") == "收到件"


@given(TEXTS)
def test_what_is_shown_is_stored_as_it_was(text: str) -> None:
    session = Session(Report())
    editor = TextEditor(session, "1", "总体情况")
    session.edit("改", [SetText("1", text)])
    assert editor.stored_text() == text


def test_blanks_are_not_counted() -> None:
    assert letters("一 是\n二　是") == 4


def test_a_live_figure_is_put_where_the_cursor_is(editor: TextEditor, session: Session) -> None:
    session.edit("改", [SetText("1", "全年收到件。𠮷")])
    cursor = editor.textCursor()
    cursor.setPosition(4)
    editor.setTextCursor(cursor)
    editor.insert_figure("requests.new.total")
    assert session.report.text("1") == "全年收到⟦requests.new.total⟧件。𠮷"
    assert editor.toPlainText() == "全年收到3件。𠮷"
    assert editor.textCursor().position() == 5


def test_a_live_figure_takes_the_place_of_the_selection(
    editor: TextEditor, session: Session
) -> None:
    session.edit("改", [SetText("1", "收到五件")])
    cursor = editor.textCursor()
    cursor.setPosition(2)
    cursor.setPosition(3, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    editor.insert_figure("requests.new.total")
    assert session.report.text("1") == "收到⟦requests.new.total⟧件"
