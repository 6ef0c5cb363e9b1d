"""Pictures in the text editor: inserted, shown small, captioned, deleted, undone, refused."""

from pathlib import Path
from types import MappingProxyType

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage, QTextCursor
from pytestqt.qtbot import QtBot

from gicapp.core.change import SetText
from gicapp.core.text.illustration import TO_CAPTION
from gicapp.core.text.narrative import PICTURE_SIGN, paragraphs, printed_of
from gicapp.core.text.picture import picture_of
from gicapp.gui.session import Session
from gicapp.gui.texts.offered_pictures import coded, usable
from gicapp.gui.texts.text_editor import TextEditor, letters
from gicapp.gui.texts.text_page import TextPage
from gicapp.gui.texts.writing_aids import WritingAids
from gicapp.gui.window import Window
from tests.core.pictures import jpeg_headers, png
from tests.gui.gate import Gate, cancel, hold, let_go, until, waiting_bar

PICTURE = picture_of(png(60, 40))


@pytest.fixture
def editor(session: Session, qtbot: QtBot) -> TextEditor:
    made = TextEditor(session, "5", "问题")
    qtbot.addWidget(made)
    session.edit("写", [SetText("5", "第一段。\n第二段。")])
    made.show()
    return made


def shown(session: Session) -> list[tuple[str, bool]]:
    return [(p.text, p.picture is not None) for p in printed_of(session.report, "5")]


def test_a_picture_comes_below_the_paragraph_and_its_caption_is_typed_over(
    editor: TextEditor, session: Session, qtbot: QtBot
) -> None:
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    editor.insert_picture(PICTURE)
    assert editor.textCursor().selectedText() == TO_CAPTION
    qtbot.keyClicks(editor, "abc")
    assert shown(session) == [("第一段。", False), ("abc", True), ("第二段。", False)]
    assert editor.toPlainText() == f"第一段。\n{PICTURE_SIGN}abc\n第二段。"


def test_the_next_paragraph_after_a_caption_stands_as_any_other(
    editor: TextEditor, session: Session, qtbot: QtBot
) -> None:
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.insert_picture(PICTURE)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClicks(editor, "next")
    assert paragraphs(session.report, "5")[-1] == "next"
    caption, last = (editor.document().findBlockByNumber(n).blockFormat() for n in (2, 3))
    assert caption.alignment() & Qt.AlignmentFlag.AlignHCenter
    assert last.textIndent() > 0


def test_a_picture_is_deleted_like_a_letter_and_comes_back_by_undo(
    editor: TextEditor, session: Session, qtbot: QtBot
) -> None:
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.insert_picture(PICTURE)
    before = session.report
    editor.moveCursor(QTextCursor.MoveOperation.StartOfBlock)
    qtbot.keyClick(editor, Qt.Key.Key_Delete)
    assert not any(has for _, has in shown(session))
    session.undo()
    assert session.report == before
    assert PICTURE_SIGN in editor.toPlainText()
    session.undo()
    assert session.report.text("5") == "第一段。\n第二段。"
    assert not session.report.media


@pytest.mark.parametrize("way", ["file", "image", "raw"])
def test_pictures_are_dropped_and_pasted(
    way: str, editor: TextEditor, session: Session, tmp_path: Path
) -> None:
    offered = QMimeData()
    if way == "file":
        (tmp_path / "图.PNG").write_bytes(png(9, 9))
        offered.setUrls([QUrl.fromLocalFile(str(tmp_path / "图.PNG"))])
    elif way == "image":
        offered.setImageData(QImage.fromData(png(9, 9)))
    else:
        offered.setData("image/png", png(9, 9))
    assert editor.canInsertFromMimeData(offered)
    editor.insertFromMimeData(offered)
    (picture,) = session.report.media.values()
    assert (picture.width, picture.height) == (9, 9)


READ = "gicapp.gui.texts.offered_pictures.usable"


def _offer_file(editor: TextEditor, path: Path) -> None:
    path.write_bytes(png(9, 9))
    offered = QMimeData()
    offered.setUrls([QUrl.fromLocalFile(str(path))])
    editor.insertFromMimeData(offered)


def _write_window(window: Window) -> TextEditor:
    window.session.edit("写", [SetText("5", "第一段。\n第二段。")])
    window.workspace.show_section(5)
    page = window.workspace.page(5)
    assert isinstance(page, TextPage)
    return page.editor


def test_a_picture_on_a_slow_share_comes_where_it_was_put_and_typing_goes_on(
    window: Window, tmp_path: Path, gate: Gate, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    editor = _write_window(window)
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    hold(monkeypatch, gate, READ)
    _offer_file(editor, tmp_path / "图.png")
    assert "正在读取图片" in waiting_bar(window, qtbot).text.text()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(editor, "ab")
    gate.opened.set()
    until(qtbot, lambda: len(window.session.report.media) == 1)
    qtbot.keyClicks(editor, "c")
    assert shown(window.session) == [
        ("第一段。", False),
        (TO_CAPTION, True),
        ("第二段。abc", False),
    ]


def test_whoever_waits_for_a_slow_picture_types_its_caption(
    window: Window, tmp_path: Path, gate: Gate, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    editor = _write_window(window)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    hold(monkeypatch, gate, READ)
    _offer_file(editor, tmp_path / "图.png")
    gate.opened.set()
    until(qtbot, lambda: len(window.session.report.media) == 1)
    assert editor.textCursor().selectedText() == TO_CAPTION


def test_a_picture_that_is_cancelled_is_not_put_in(
    window: Window, tmp_path: Path, gate: Gate, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    editor = _write_window(window)
    before = window.session.report
    hold(monkeypatch, gate, READ)
    _offer_file(editor, tmp_path / "图.png")
    cancel(window, qtbot)
    let_go(gate, qtbot)
    assert window.session.report == before


def test_words_that_bring_a_picture_of_themselves_stay_words(
    editor: TextEditor, session: Session
) -> None:
    cells = QMimeData()
    cells.setText("12\t13")
    cells.setImageData(QImage.fromData(png()))
    editor.insertFromMimeData(cells)
    assert not session.report.media
    assert "12\t13" in session.report.text("5")


def test_other_files_are_left_to_the_window(editor: TextEditor) -> None:
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile("/报告.docx")])
    assert not editor.canInsertFromMimeData(dropped)


@pytest.mark.qt_log_ignore("Bogus marker")  # what the decoder says of the broken one
def test_a_picture_is_chosen_from_a_file_and_a_broken_one_refused_in_words(
    editor: TextEditor, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    tools = WritingAids(editor)
    qtbot.addWidget(tools)
    path = tmp_path / "图.jpg"
    tools.dialogs.file_to_open = lambda *_: path  # type: ignore[method-assign]  # a person's answer
    for data in (None, b"no picture", jpeg_headers(9, 9)):
        if data is not None:
            path.write_bytes(data)
        with qtbot.waitSignal(session.failed) as refused:
            tools.picture_button.click()
        assert "图.jpg" in refused.args[0]
    assert not session.report.media
    path.write_bytes(png())  # the content decides, not the name
    tools.picture_button.click()
    assert len(session.report.media) == 1


def test_a_picture_that_the_report_lacks_is_a_finding(editor: TextEditor, session: Session) -> None:
    session.edit("写", [SetText("5", "⟦picture gone.png⟧图")])
    session.check_now()
    assert any("图片" in finding.message for finding in session.findings)
    assert PICTURE_SIGN not in editor.toPlainText()


def test_the_sign_of_a_picture_is_no_letter() -> None:
    assert letters(f"{PICTURE_SIGN}图 题") == 2


def test_a_photograph_is_turned_upright_and_forgets_its_camera() -> None:
    exif = (
        b"\xff\xe1\x00\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"
    )
    plain = coded(QImage.fromData(png(60, 40)), picture_of(jpeg_headers(1, 1)).kind)
    lying = plain[:2] + exif + plain[2:]
    picture = usable(lying)
    assert (picture.width, picture.height) == (40, 60)
    assert b"Exif" not in picture.data


def test_pictures_of_undone_steps_are_not_lost_with_another_text(
    editor: TextEditor, session: Session
) -> None:
    editor.insert_picture(PICTURE)
    stored = session.report.text("5")
    session.edit("删", [SetText("5", "")])
    session.edit("写", [SetText("5", stored)])
    assert session.report.media == MappingProxyType({PICTURE.name: PICTURE})
    assert PICTURE_SIGN in editor.toPlainText()
