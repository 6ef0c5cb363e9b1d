"""Pasting into a section's text what Word, a browser or a whole folder of files put there."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from gicapp.gui.session import Session
from gicapp.gui.texts.pasted_text import LONGEST
from gicapp.gui.texts.text_editor import TextEditor
from gicapp.gui.texts.text_page import TextPage
from gicapp.gui.window import Window
from tests.gui.gate import Gate, hold, let_go, waiting_bar

CLEAN = "gicapp.gui.texts.text_editor.plain_words"
Paste = Callable[[str], None]


@pytest.fixture
def editor(window: Window) -> TextEditor:
    window.workspace.show_section(1)
    page = window.workspace.page(1)
    assert isinstance(page, TextPage)
    page.editor.setFocus()
    page.editor.selectAll()
    return page.editor


@pytest.fixture
def paste(editor: TextEditor, qtbot: QtBot) -> Paste:
    """Return the function that pastes paragraphs with what Word puts beside them."""

    def put(text: str) -> None:
        data = QMimeData()
        lines = text.split("\n")
        data.setText("\r\n".join(f"　　{line}" for line in lines) + "\r\n")
        paragraphs = "".join(
            f'<p class=MsoNormal style="text-indent:32.0pt;mso-char-indent-count:2.0">'
            f'<span lang=EN-US style="font-family:仿宋_GB2312">{line}</span><o:p></o:p></p>'
            for line in lines
        )
        data.setHtml(f"<html><head><style>@font-face{{}}</style></head>{paragraphs}</html>")
        data.setData("text/rtf", b"{\\rtf1\\ansi}")
        QGuiApplication.clipboard().setMimeData(data)
        qtbot.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    return put


def test_a_small_paste_is_there_at_once(session: Session, paste: Paste) -> None:
    paste("一是公开。\n二是答复。")
    assert session.report.text("1") == "一是公开。\n二是答复。"


def test_a_large_paste_is_one_step_of_undo(session: Session, paste: Paste) -> None:
    before = session.report
    text = "\n".join(["依法公开政府信息。"] * 5_000)
    paste(text)
    assert session.report.text("1") == text
    session.undo()
    assert session.report == before


def test_what_is_typed_after_a_paste_is_another_step(
    session: Session, editor: TextEditor, paste: Paste, qtbot: QtBot
) -> None:
    paste("一是公开。")
    qtbot.keyClicks(editor, "abc")
    session.undo()
    assert session.report.text("1") == "一是公开。"


@pytest.mark.parametrize("count", [1_000_000, 10_000_000])
def test_what_no_section_holds_is_refused_whole_with_its_size(
    window: Window, session: Session, paste: Paste, count: int
) -> None:
    before = session.report
    paste("\n".join(["依法公开政府信息内"] * (count // 10)))
    assert session.report == before
    said = window.message.text.text()
    assert f"{count - 1:,} 字" in said
    assert "最多 100,000 字" in said
    assert "导入本年数据" in said


def test_what_is_already_there_counts_unless_it_is_replaced(
    window: Window, session: Session, editor: TextEditor, paste: Paste
) -> None:
    full = "字" * LONGEST
    paste(full)
    editor.selectAll()
    paste(full)  # in place of itself
    assert session.report.text("1") == full
    assert not window.message.isVisible()
    paste("再加一个")
    assert session.report.text("1") == full
    assert f"已有的 {LONGEST:,} 字" in window.message.text.text()


def test_lines_out_of_a_pdf_file_are_paragraphs_again(
    window: Window, session: Session, editor: TextEditor, qtbot: QtBot
) -> None:
    one, two = "依法公开政府信息" * 20 + "。", "主动回应社会关切" * 20 + "。"
    lines = [f"　　{part}"[at : at + 28] for part in (one, two) for at in range(0, 163, 28)]
    lines[4:4] = ["— 2 —"]
    data = QMimeData()
    data.setText("\n".join(lines))
    QGuiApplication.clipboard().setMimeData(data)
    before = session.report
    qtbot.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert session.report.text("1") == f"{one}\n{two}"
    assert "每行约 28 字" in window.message.text.text()
    assert "“— 2 —”" in window.message.text.text()
    session.undo()
    assert session.report == before


def test_blanks_that_fall_away_do_not_count(session: Session, paste: Paste) -> None:
    paste("一是公开。" + " " * LONGEST + "\n" * LONGEST)
    assert session.report.text("1") == "一是公开。"


def test_a_paste_that_takes_long_can_be_cancelled(
    window: Window,
    session: Session,
    paste: Paste,
    gate: Gate,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    before = session.report
    hold(monkeypatch, gate, CLEAN)
    paste("一是公开。")
    bar = waiting_bar(window, qtbot)
    assert "正在整理要粘贴的文字" in bar.text.text()
    qtbot.mouseClick(bar.cancel_button, Qt.MouseButton.LeftButton)
    let_go(gate, qtbot)
    assert session.report == before


def test_a_paste_that_takes_long_goes_where_the_cursor_was(
    session: Session,
    editor: TextEditor,
    paste: Paste,
    gate: Gate,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    qtbot.keyClicks(editor, "ab")
    editor.moveCursor(editor.textCursor().MoveOperation.Start)
    hold(monkeypatch, gate, CLEAN)
    paste("一是公开。")
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    qtbot.keyClicks(editor, "c")  # one can go on writing meanwhile
    gate.opened.set()
    qtbot.waitUntil(lambda: session.report.text("1") == "一是公开。abc", timeout=10_000)
    session.undo()
    assert session.report.text("1") == "abc"
