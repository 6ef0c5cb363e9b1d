"""Keys and clicks that people bring along from Excel."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from gicapp.core.change import SetValue
from gicapp.gui.session import Session
from gicapp.gui.tables.table_view import TableView
from gicapp.gui.window import Window

Shown = Callable[[int], TableView]
Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
CELL = "requests.granted.commercial"


def _go(view: TableView, cell: str = CELL) -> None:
    view.go_to(view.table_model.place(cell))


def _editor(view: TableView) -> QLineEdit:
    editor = view.indexWidget(view.currentIndex())
    assert isinstance(editor, QLineEdit)
    return editor


def _click(view: TableView, qtbot: QtBot, cell: str) -> None:
    qtbot.mouseClick(view.viewport(), LEFT, pos=_centre(view, cell))


def _centre(view: TableView, cell: str) -> QPoint:
    return view.visualRect(view.table_model.place(cell)).center()


def _chosen(view: TableView) -> set[str]:
    model = view.table_model
    cells = (model.cell(index) for index in view.selectionModel().selectedIndexes())
    return {cell.id for cell in cells if cell}


@pytest.mark.parametrize(
    ("key", "cell"),
    [
        (Key.Key_Down, "requests.partial.commercial"),
        (Key.Key_Up, "requests.carried_in.commercial"),
        (Key.Key_Left, "requests.granted.natural"),
        (Key.Key_Right, "requests.granted.research"),
    ],
)
def test_an_arrow_takes_what_was_typed_and_goes_on(
    key: Key, cell: str, table: Shown, session: Session, qtbot: QtBot
) -> None:
    view = table(3)
    _go(view)
    qtbot.keyClick(view, Key.Key_5)
    qtbot.keyClick(_editor(view), key)
    assert session.report.value(CELL) == 5
    assert view.current_cell() == cell


@pytest.mark.parametrize("begin", ["f2", "double click"])
def test_after_f2_or_a_double_click_an_arrow_moves_within_the_text(
    begin: str, table: Shown, session: Session, qtbot: QtBot
) -> None:
    view = table(3)
    session.edit("填", [SetValue(CELL, 12)])
    _go(view)
    if begin == "f2":
        qtbot.keyClick(view, Key.Key_F2)
    else:
        _click(view, qtbot, CELL)
        qtbot.mouseDClick(view.viewport(), LEFT, pos=_centre(view, CELL))
    editor = _editor(view)
    assert editor.text() == "12"
    editor.end(False)
    qtbot.keyClick(editor, Key.Key_Left)
    qtbot.keyClick(editor, Key.Key_5)
    assert editor.text() == "152"
    qtbot.keyClick(editor, Key.Key_Return)
    assert session.report.value(CELL) == 152


def test_what_was_refused_stays_in_its_cell_when_one_clicks_elsewhere(
    table: Shown, session: Session, qtbot: QtBot
) -> None:
    view = table(3)
    _go(view)
    qtbot.keyClick(view, Key.Key_X)
    qtbot.keyClicks(_editor(view), "yz")
    _click(view, qtbot, "requests.new.natural")
    model = view.table_model
    place = model.place(CELL)
    cell = model.cell(place)
    assert place.data() == "xyz"
    assert cell is not None
    assert "没有填入：“xyz”不是数字" in model.remarks(cell)[0]
    assert session.report.value(CELL) == 0
    _go(view)
    qtbot.keyClick(view, Key.Key_F2)
    assert _editor(view).text() == "xyz"


def test_full_width_digits_are_typed_too(table: Shown, session: Session, qtbot: QtBot) -> None:
    view = table(3)
    _go(view)
    qtbot.keyClick(view, Key.Key_F2)
    editor = _editor(view)
    editor.clear()
    editor.insert("１，２３４")
    qtbot.keyClick(editor, Key.Key_Return)
    assert session.report.value(CELL) == 1234


@pytest.mark.parametrize(
    ("key", "held", "count"),
    [
        (Key.Key_End, SHIFT, 6),
        (Key.Key_Home, SHIFT, 2),
        (Key.Key_Down, SHIFT | CONTROL, 23),
        (Key.Key_Right, SHIFT | CONTROL, 6),
        (Key.Key_Home, SHIFT | CONTROL, 6),
        (Key.Key_End, SHIFT | CONTROL, 23 * 6),
        (Key.Key_A, CONTROL, 25 * 7),
    ],
)
def test_shift_stretches_the_selection_as_far_as_the_key_goes(
    key: Key, held: Qt.KeyboardModifier, count: int, table: Shown, qtbot: QtBot
) -> None:
    view = table(3)
    _go(view)
    qtbot.keyClick(view, key, held)
    assert len(_chosen(view)) == count


def test_drawing_the_mouse_across_selects_a_block_and_typing_fills_its_last_cell(
    table: Shown, session: Session, qtbot: QtBot
) -> None:
    view = table(3)
    port, last = view.viewport(), "requests.granted.research"
    qtbot.mousePress(port, LEFT, pos=_centre(view, "requests.new.natural"))
    qtbot.mouseMove(port, _centre(view, last))
    qtbot.mouseRelease(port, LEFT, pos=_centre(view, last))
    assert len(_chosen(view)) == 9
    qtbot.keyClick(view, Key.Key_5)
    qtbot.keyClick(_editor(view), Key.Key_Return)
    assert session.report.value(last) == 5


@pytest.mark.parametrize(
    ("label", "chosen"),
    [
        (
            "行政规范性文件",
            {f"normative_documents.{n}" for n in ("issued", "repealed", "in_force")},
        ),
        ("行政处罚", {"penalties.decisions"}),
        ("本年废止件数", {"regulations.repealed", "normative_documents.repealed"}),
        ("第二十条第（六）项", {"penalties.decisions", "coercion.decisions"}),
    ],
)
def test_a_label_among_the_values_selects_what_it_is_for(
    label: str, chosen: set[str], table: Shown, qtbot: QtBot
) -> None:
    view = table(2)
    box = next(box for box in view.table_model.table.boxes if box.text == label)
    place = view.visualRect(view.table_model.index(box.line, box.column)).center()
    qtbot.mouseClick(view.viewport(), LEFT, pos=place)
    assert _chosen(view) == {f"disclosure.{cell}" for cell in chosen}


def test_undo_says_what_it_takes_back(
    table: Shown, session: Session, window: Window, qtbot: QtBot
) -> None:
    view = table(3)
    _go(view)
    QApplication.clipboard().setText("\r\n".join("1\t2\t3" for _ in range(4)))
    qtbot.keyClick(view, Key.Key_V, CONTROL)
    undo, redo = window.actions_by_name["undo"], window.actions_by_name["redo"]
    assert undo.text() == "撤销「粘贴 12 格」"
    undo.trigger()
    assert redo.text() == "重做「粘贴 12 格」"
    redo.trigger()
    assert session.report.value(CELL) == 1
