"""Completion of live figures under real keys and an input method."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gicapp.core.change import SetText, SetValue
from gicapp.core.report import Report
from gicapp.gui.session import Session
from gicapp.gui.texts.figure_completion import FigureCompletion
from gicapp.gui.texts.text_editor import TextEditor
from tests.gui.keys import commit

Key = Qt.Key


@pytest.fixture
def editor(session: Session, qtbot: QtBot) -> TextEditor:
    session.edit("写", [SetText("1", "全年收到")])
    made = TextEditor(session, "1", "总体情况")
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    made.setFocus()
    made.moveCursor(QTextCursor.MoveOperation.End)
    return made


@pytest.fixture
def completion(editor: TextEditor) -> FigureCompletion:
    return editor.completion


def _first(completion: FigureCompletion) -> str:
    assert completion.list
    return completion.list.list.currentItem().text()


def _is_closed(completion: FigureCompletion) -> bool:
    return not completion.is_open


def test_a_slash_opens_the_list_with_names_and_values(
    editor: TextEditor, completion: FigureCompletion, qtbot: QtBot
) -> None:
    qtbot.keyClicks(editor, "/")
    assert completion.is_open
    assert _first(completion) == "三、本年新收×总计　＝ 3"
    assert editor.hasFocus()


@pytest.mark.parametrize(("sign", "words"), [("/", "自然人公开"), ("／", "予以公开自然人")])
def test_an_input_method_filters_and_enter_puts_the_figure_in_the_place_of_the_words(
    editor: TextEditor, session: Session, qtbot: QtBot, sign: str, words: str
) -> None:
    commit(editor, sign)
    commit(editor, words)
    qtbot.keyClick(editor, Key.Key_Return)
    commit(editor, "件")
    assert session.report.text("1") == "全年收到⟦requests.granted.natural⟧件"
    assert editor.toPlainText() == "全年收到3件"


def test_arrows_choose_and_tab_takes(editor: TextEditor, session: Session, qtbot: QtBot) -> None:
    qtbot.keyClicks(editor, "/")
    qtbot.keyClick(editor, Key.Key_Down)
    qtbot.keyClick(editor, Key.Key_Tab)
    assert session.report.text("1") == "全年收到⟦requests.carried_in.total⟧"
    assert editor.hasFocus()


def test_initials_filter_too(editor: TextEditor, session: Session, qtbot: QtBot) -> None:
    qtbot.keyClicks(editor, "/xszj")
    qtbot.keyClick(editor, Key.Key_Return)
    assert session.report.text("1") == "全年收到⟦requests.new.total⟧"


def test_all_of_it_is_one_step_of_undo_however_long_it_took(
    editor: TextEditor, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter(range(0, 1000, 10))
    monkeypatch.setattr("gicapp.gui.texts.text_editor.monotonic", lambda: next(clock))
    commit(editor, "共")
    qtbot.keyClicks(editor, "/")
    commit(editor, "新收")
    qtbot.keyClick(editor, Key.Key_Return)
    assert session.undo_name == "插入数字"
    session.undo()
    assert session.report.text("1") == "全年收到共"
    session.redo()
    assert session.report.text("1") == "全年收到共⟦requests.new.total⟧"


def test_the_list_is_clicked(
    editor: TextEditor, completion: FigureCompletion, session: Session, qtbot: QtBot
) -> None:
    qtbot.keyClicks(editor, "/")
    assert completion.list
    view = completion.list.list
    place = view.visualItemRect(view.item(0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert session.report.text("1") == "全年收到⟦requests.new.total⟧"
    assert not completion.is_open


@pytest.mark.parametrize(
    "text", ["2024/1/1", "http://www.gov.cn/x", "https：//", "A/B", "//", "../x", "①1/2"]
)
def test_dates_addresses_and_plain_slashes_stay_as_typed(
    editor: TextEditor, completion: FigureCompletion, session: Session, text: str
) -> None:
    for letter in text:
        commit(editor, letter)
    assert not completion.is_open
    assert session.report.text("1") == f"全年收到{text}"


@pytest.mark.parametrize("end", [" ", "　", "/", "／"])
def test_a_blank_or_a_second_slash_leaves_the_text_as_typed(
    editor: TextEditor, completion: FigureCompletion, session: Session, end: str
) -> None:
    for letter in f"/新收{end}":
        commit(editor, letter)
    assert not completion.is_open
    assert session.report.text("1") == f"全年收到/新收{end}"


def test_esc_leaves_the_text_as_typed_and_enter_is_a_new_paragraph_again(
    editor: TextEditor, completion: FigureCompletion, session: Session, qtbot: QtBot
) -> None:
    qtbot.keyClicks(editor, "/")
    qtbot.keyClick(editor, Key.Key_Escape)
    assert not completion.is_open
    qtbot.keyClick(editor, Key.Key_Return)
    assert session.report.text("1") == "全年收到/\n"


def test_words_that_no_figure_has_are_text_and_a_letter_less_finds_again(
    editor: TextEditor, completion: FigureCompletion, session: Session, qtbot: QtBot
) -> None:
    commit(editor, "/")
    commit(editor, "新碗")
    assert _is_closed(completion)
    qtbot.keyClick(editor, Key.Key_Backspace)
    assert completion.is_open
    commit(editor, "碗")
    qtbot.keyClick(editor, Key.Key_Return)
    assert session.report.text("1") == "全年收到/新碗\n"


def test_the_list_goes_when_the_slash_goes_or_the_cursor_leaves(
    editor: TextEditor, completion: FigureCompletion, qtbot: QtBot
) -> None:
    qtbot.keyClicks(editor, "/")
    qtbot.keyClick(editor, Key.Key_Backspace)
    assert not completion.is_open
    qtbot.keyClicks(editor, "/")
    qtbot.keyClick(editor, Key.Key_Home)
    assert not completion.is_open
    editor.moveCursor(QTextCursor.MoveOperation.End)
    assert not completion.is_open


def test_the_list_goes_when_another_report_is_begun(
    editor: TextEditor, completion: FigureCompletion, session: Session, qtbot: QtBot
) -> None:
    qtbot.keyClicks(editor, "/")
    assert completion.is_open
    session.begin(Report(year=2025))  # Qt warns of a place that is gone, and this would fail
    assert _is_closed(completion)
    assert editor.toPlainText() == ""


def test_a_paste_with_slashes_opens_nothing(
    editor: TextEditor, completion: FigureCompletion
) -> None:
    editor.insertPlainText("和/")
    assert not completion.is_open


def test_the_values_stand_below_each_other_at_the_right(
    editor: TextEditor, completion: FigureCompletion, session: Session, qtbot: QtBot
) -> None:
    session.edit("改", [SetValue("requests.carried_in.total", 12345)])
    qtbot.keyClicks(editor, "/")
    assert completion.list
    rows = completion.list.list
    rows.setCurrentRow(-1)
    picture = rows.viewport().grab().toImage()
    ground = picture.pixelColor(picture.width() - 2, picture.height() - 2)
    ends, values = set(), set()
    for row in range(5):
        place = rows.visualItemRect(rows.item(row))
        values.add(rows.item(row).text().rpartition("＝ ")[2])
        inked = [
            x
            for x in range(place.left(), place.right())
            if any(
                abs(picture.pixelColor(x, y).lightness() - ground.lightness()) > 60
                for y in range(place.top() + 1, place.bottom())
            )
        ]
        ends.add(max(inked))
    assert len({len(value) for value in values}) > 1
    assert max(ends) - min(ends) <= 3  # digits have room at their sides
    assert max(ends) > rows.viewport().width() * 0.9
