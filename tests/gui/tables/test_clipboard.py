"""Blocks in and out of a table, with the texts that Excel and WPS put on the clipboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gicapp.core.change import SetText, SetValue
from gicapp.core.report import Report
from gicapp.form.loader import load_form
from gicapp.form.values import NOT_APPLICABLE, show
from gicapp.gui.session import Session
from gicapp.gui.tables.labelled_rows import values_by_label
from gicapp.gui.tables.table_view import TableView
from gicapp.gui.window import Window

FORM = load_form()
Shown = Callable[[int], TableView]
Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def _go(view: TableView, cell: str, *, to: str = "") -> None:
    view.go_to(view.table_model.place(cell))
    if to:
        view.go_to(view.table_model.place(to), extend=True)


def _paste(view: TableView, qtbot: QtBot, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(view, Key.Key_V, CONTROL)


def test_a_block_goes_where_the_cursor_is_as_one_step(
    table: Shown, session: Session, qtbot: QtBot
) -> None:
    view = table(3)
    before = session.report
    _go(view, "requests.granted.commercial")
    _paste(view, qtbot, "1\t2\r\n3\t4\r\n")
    values = session.report.value
    assert values("requests.granted.commercial") == 1
    assert values("requests.granted.research") == 2
    assert values("requests.partial.research") == 4
    assert values("requests.handled.total") == 13
    assert session.undo_name == "粘贴 4 格"
    session.undo()
    assert session.report == before


def test_a_block_that_does_not_fit_is_refused_whole(
    table: Shown, session: Session, window: Window, qtbot: QtBot
) -> None:
    view = table(3)
    before = session.report
    _go(view, "requests.carried_out.other_org")
    _paste(view, qtbot, "1\t2\r\n3\t4\r\n")
    assert session.report == before
    assert window.message.isVisible()
    assert "放不下" in window.message.text.text()


def test_a_block_with_a_text_that_is_no_number_is_refused_whole(
    table: Shown, session: Session, window: Window, qtbot: QtBot
) -> None:
    view = table(3)
    before = session.report
    _go(view, "requests.granted.commercial")
    _paste(view, qtbot, "1\t2.5\r\n")
    assert session.report == before
    assert "予以公开×科研机构" in window.message.text.text()


def test_a_single_number_fills_the_selection(table: Shown, session: Session, qtbot: QtBot) -> None:
    view = table(3)
    _go(view, "requests.granted.commercial", to="requests.partial.research")
    _paste(view, qtbot, "5")
    assert session.undo_name == "粘贴 4 格"
    assert session.report.value("requests.partial.research") == 5


def test_blank_and_slash_stay_what_they_are(table: Shown, session: Session, qtbot: QtBot) -> None:
    view = table(2)
    _go(view, "disclosure.regulations.issued")
    _paste(view, qtbot, "/\t\t0\r\n")
    values = session.report.values
    assert values["disclosure.regulations.issued"] is NOT_APPLICABLE
    assert "disclosure.regulations.repealed" not in values
    assert values["disclosure.regulations.in_force"] == 0


def test_what_is_copied_is_text_and_a_table_and_pastes_back(
    table: Shown, session: Session, qtbot: QtBot
) -> None:
    view = table(3)
    _go(view, "requests.new.natural", to="requests.granted.commercial")
    qtbot.keyClick(view, Key.Key_C, CONTROL)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "3\t0\r\n0\t0\r\n3\t0\r\n"
    assert "<td>3</td><td>0</td>" in data.html()
    before = session.report
    qtbot.keyClick(view, Key.Key_V, CONTROL)
    assert session.report == before


def test_cut_and_delete_clear_the_selection(table: Shown, session: Session, qtbot: QtBot) -> None:
    view = table(4)
    _go(view, "disputes.review.upheld", to="disputes.review.corrected")
    qtbot.keyClick(view, Key.Key_X, CONTROL)
    assert session.undo_name == "剪切 2 格"
    assert session.report.value("disputes.review.upheld") is None
    session.undo()
    qtbot.keyClick(view, Key.Key_Delete)
    assert session.undo_name == "清除 2 格"
    assert session.report.value("disputes.review.upheld") is None


def test_ctrl_d_repeats_the_first_line_downwards(
    table: Shown, session: Session, qtbot: QtBot
) -> None:
    view = table(3)
    _go(view, "requests.granted.natural", to="requests.refused.state_secret.natural")
    qtbot.keyClick(view, Key.Key_D, CONTROL)
    assert session.report.value("requests.refused.state_secret.natural") == 3
    assert session.undo_name == "向下填充 2 格"


def test_ctrl_r_with_one_cell_repeats_the_one_left_of_it(
    table: Shown, session: Session, qtbot: QtBot
) -> None:
    view = table(3)
    _go(view, "requests.granted.commercial")
    qtbot.keyClick(view, Key.Key_R, CONTROL)
    assert session.report.value("requests.granted.commercial") == 3


def test_the_status_line_adds_up_the_selection(table: Shown, window: Window) -> None:
    view = table(3)
    _go(view, "requests.new.natural", to="requests.granted.commercial")
    assert window.status.selection.text() == "选中 6 格　计数 6　求和 6"


@pytest.mark.parametrize(
    ("key", "told"),
    [
        (Key.Key_V, "已粘贴 4 格。"),
        (Key.Key_X, "已剪切 4 格。"),
        (Key.Key_D, "已向下填充 2 格。"),
        (Key.Key_R, "已向右填充 2 格。"),
    ],
)
def test_what_changes_several_cells_is_taken_back_from_its_message(
    key: Key, told: str, table: Shown, session: Session, window: Window, qtbot: QtBot
) -> None:
    view = table(3)
    session.edit("填", [SetValue("requests.granted.commercial", 8)])
    QGuiApplication.clipboard().setText("1\t2\r\n3\t4\r\n")
    before = session.report
    _go(view, "requests.granted.commercial", to="requests.partial.research")
    qtbot.keyClick(view, key, CONTROL)
    assert session.report != before
    assert window.message.text.text() == told
    window.message.buttons[0].click()
    assert session.report == before
    assert not window.message.isVisible()


def test_clearing_several_cells_is_taken_back_from_its_message(
    table: Shown, session: Session, window: Window, qtbot: QtBot
) -> None:
    view = table(3)
    before = session.report
    _go(view, "requests.granted.natural", to="requests.partial.natural")
    qtbot.keyClick(view, Key.Key_Delete)
    assert window.message.text.text() == "已清除 2 格。"
    window.message.buttons[0].click()
    assert session.report == before


def test_a_single_cell_is_changed_without_a_word(
    table: Shown, session: Session, window: Window, qtbot: QtBot
) -> None:
    view = table(3)
    _go(view, "requests.granted.natural")
    for key, held in ((Key.Key_Delete, Qt.KeyboardModifier.NoModifier), (Key.Key_D, CONTROL)):
        qtbot.keyClick(view, key, held)
    _paste(view, qtbot, "6")
    assert session.report.value("requests.granted.natural") == 6
    assert not window.message.isVisible()


@pytest.mark.parametrize("text", ["", "\r\n", "\t\t"])
def test_an_empty_clipboard_changes_nothing(
    text: str, table: Shown, session: Session, window: Window, qtbot: QtBot
) -> None:
    view = table(3)
    before = session.report
    _go(view, "requests.new.natural")
    _paste(view, qtbot, text)
    assert session.report == before
    assert window.findChild(QLabel) is not None
    assert "没有可以粘贴" in window.message.text.text()


def _labelled_text(report: Report) -> str:
    """Return table three as Excel puts it into the text of the clipboard, merges left blank."""
    table = FORM.table("requests")
    lines = [[""] * table.width for _ in range(table.height)]
    for box in table.boxes:
        text = show(report.value(box.cell)) if box.cell else box.text
        lines[box.line][box.column] = text
    return "".join("\t".join(line) + "\r\n" for line in lines)


def _labelled_page(report: Report) -> str:
    """Return table three as Excel and WPS put it into the page of the clipboard."""
    table, rows = FORM.table("requests"), ""
    for line in range(table.height):
        cells = ""
        for box in (box for box in table.boxes if box.line == line):
            text = show(report.value(box.cell)) if box.cell else box.text
            spans = f"rowspan={box.lines} colspan={box.columns}"
            cells += f"<td {spans} class=xl65 style='height:13.5pt'>{text}</td>"
        rows += f"<tr height=18>{cells}</tr>"
    head = 'xmlns:x="urn:schemas-microsoft-com:office:excel"'
    body = f"<!--StartFragment--><table border=0>{rows}</table><!--EndFragment-->"
    return f"<html {head}><body>{body}</body></html>"


@pytest.mark.parametrize("with_page", [True, False])
def test_a_block_with_its_labels_goes_into_the_right_cells(
    with_page: bool,  # noqa: FBT001  # a parameter of the test
    table: Shown,
    session: Session,
    qtbot: QtBot,
) -> None:
    report = session.report
    session.begin(Report(year=2023))
    view = table(3)
    _go(view, "requests.carried_out.total")
    data = QMimeData()
    data.setText(_labelled_text(report))
    if with_page:
        data.setHtml(_labelled_page(report))
    QGuiApplication.clipboard().setMimeData(data)
    qtbot.keyClick(view, Key.Key_V, CONTROL)
    for cell in FORM.table("requests").cells:
        assert session.report.value(cell.id) == report.value(cell.id), cell.id
    session.undo()
    assert session.report == Report(year=2023)


def test_words_that_are_no_labels_are_refused(
    table: Shown, session: Session, window: Window, qtbot: QtBot
) -> None:
    view = table(3)
    before = session.report
    _paste(view, qtbot, "今天天气\t很好\r\n")
    assert session.report == before
    assert "没有认出" in window.message.text.text()


@pytest.mark.parametrize(
    "text",
    [
        "（三）不予公开\t1.属于国家秘密\t0\t1\t2\t0\t0\t0\t3\r\n",
        "1.属于国家秘密\t0\t1\t2\t0\t0\t0\t3\r\n",
        "\t\t1. 属于国家 秘密\t\t0\t1\t2\t0\t0\t0\t3\r\n",
    ],
)
def test_rows_with_their_labels_go_where_the_labels_say(
    text: str, table: Shown, session: Session, qtbot: QtBot
) -> None:
    view = table(3)
    _go(view, "requests.new.natural")
    _paste(view, qtbot, text)
    assert session.report.value("requests.refused.state_secret.research") == 2
    assert session.report.value("requests.refused.state_secret.total") == 3
    assert session.report.value("requests.new.natural") == 3
    assert session.undo_name == "粘贴 7 格"


def test_every_row_of_every_table_is_known_by_its_label() -> None:
    for form_table in FORM.tables:
        for row in form_table.rows:
            block = [[row.label, *("1" for _ in row.columns), "", ""]]
            expected = {f"{form_table.id}.{row.id}.{column}": 1 for column in row.columns}
            assert values_by_label(form_table, block) == expected


def test_a_row_with_too_few_values_is_not_guessed() -> None:
    assert values_by_label(FORM.table("requests"), [["（一）予以公开", "1", "2"]]) is None


def test_the_status_line_says_nothing_of_a_selection_out_of_sight(
    table: Shown, window: Window, session: Session
) -> None:
    _go(table(3), "requests.new.natural", to="requests.granted.commercial")
    window.workspace.show_section(1)
    session.edit("改", [SetText("1", "另外的话。")])
    assert window.status.selection.text() == ""
    window.workspace.show_section(3)
    assert window.status.selection.text() == "选中 6 格　计数 6　求和 6"
