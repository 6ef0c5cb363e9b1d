"""A key that ends a composition comes after what was composed, whichever is told first."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from gicapp.gui.texts.text_editor import TextEditor
from gicapp.gui.texts.text_page import TextPage
from gicapp.gui.window import Window
from tests.gui.keys import commit, compose


@pytest.fixture
def editor(window: Window) -> TextEditor:
    window.workspace.show_section(6)
    page = window.workspace.page(6)
    assert isinstance(page, TextPage)
    page.editor.setFocus()
    page.editor.selectAll()
    return page.editor


def test_a_sign_that_ends_a_composition_stands_after_it(editor: TextEditor, qtbot: QtBot) -> None:
    compose(editor, "bi li")
    qtbot.keyClicks(editor, "%")
    commit(editor, "比例")
    compose(editor, "")
    qtbot.waitUntil(lambda: editor.toPlainText() == "比例%")


def test_the_list_of_figures_opens_after_a_composition_not_amid_it(
    editor: TextEditor, qtbot: QtBot
) -> None:
    compose(editor, "shou dao")
    qtbot.keyClicks(editor, "/")
    assert not editor.completion.is_open
    commit(editor, "收到")
    qtbot.waitUntil(lambda: editor.completion.is_open)
    assert editor.toPlainText() == "收到/"


def test_a_sign_is_typed_though_nothing_was_composed_in_the_end(
    editor: TextEditor, qtbot: QtBot
) -> None:
    compose(editor, "bi")
    qtbot.keyClicks(editor, "%+")
    qtbot.waitUntil(lambda: editor.toPlainText().endswith("%+"))


def test_keys_that_are_no_signs_are_not_held(editor: TextEditor, qtbot: QtBot) -> None:
    commit(editor, "比例")
    compose(editor, "bi")
    qtbot.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.toPlainText() == "比"


def test_a_composition_is_one_step_of_undo_and_no_edit_before_its_end(
    editor: TextEditor, window: Window
) -> None:
    before = window.session.report
    editor.moveCursor(QTextCursor.MoveOperation.End)
    for letters in ("g", "gong", "gong kai"):
        compose(editor, letters)
    assert window.session.report is before
    commit(editor, "公开")
    assert editor.toPlainText() == "无。公开"
    window.session.undo()
    assert window.session.report.text("6") == editor.toPlainText() == "无。"
