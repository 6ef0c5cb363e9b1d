"""The table under real keys."""

from collections.abc import Callable
from typing import cast

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from gicapp.core.change import SetField, SetValue
from gicapp.form.loader import load_form
from gicapp.gui.appearance import colours
from gicapp.gui.session import Session
from gicapp.gui.tables.cell_help import beside, relations
from gicapp.gui.tables.table_view import TableView
from tests.gui.keys import compose

FORM = load_form()
Shown = Callable[[int], TableView]
Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def _go(view: TableView, cell: str) -> None:
    view.go_to(view.table_model.place(cell))


def _editor(view: TableView) -> QLineEdit:
    editor = cast("QLineEdit | None", view.viewport().findChild(QLineEdit))
    assert editor is not None
    return editor


def _centre(view: TableView) -> QPoint:
    """Return the middle of a cell, the first that is granted."""
    place = view.visualRect(view.table_model.place("requests.granted.natural"))
    return place.center()


def test_typing_replaces_and_enter_goes_down(table: Shown, session: Session, qtbot: QtBot) -> None:
    view = table(3)
    _go(view, "requests.new.natural")
    qtbot.keyClick(view, Key.Key_7)
    qtbot.keyClick(_editor(view), Key.Key_Return)
    assert session.report.value("requests.new.natural") == 7
    assert view.current_cell() == "requests.carried_in.natural"


def test_f2_edits_what_is_there(table: Shown, session: Session, qtbot: QtBot) -> None:
    view = table(3)
    _go(view, "requests.new.natural")
    qtbot.keyClick(view, Key.Key_F2)
    editor = _editor(view)
    assert editor.text() == "3"
    editor.end(False)
    qtbot.keyClick(editor, Key.Key_4)
    qtbot.keyClick(editor, Key.Key_Return)
    assert session.report.value("requests.new.natural") == 34


def test_backspace_begins_with_an_empty_cell(table: Shown, session: Session, qtbot: QtBot) -> None:
    view = table(3)
    _go(view, "requests.new.natural")
    qtbot.keyClick(view, Key.Key_Backspace)
    assert _editor(view).text() == ""
    qtbot.keyClick(_editor(view), Key.Key_Return)
    assert session.report.value("requests.new.natural") is None


def test_escape_gives_the_old_value_back(table: Shown, session: Session, qtbot: QtBot) -> None:
    view = table(3)
    _go(view, "requests.new.natural")
    qtbot.keyClick(view, Key.Key_9)
    qtbot.keyClick(_editor(view), Key.Key_Escape)
    assert session.report.value("requests.new.natural") == 3
    assert session.undo_name == ""


def test_tab_takes_the_number_and_skips_automatic_totals(
    table: Shown, session: Session, qtbot: QtBot
) -> None:
    view = table(3)
    _go(view, "requests.new.other_org")
    qtbot.keyClick(view, Key.Key_2)
    qtbot.keyClick(_editor(view), Key.Key_Tab)
    assert session.report.value("requests.new.total") == 5
    assert view.current_cell() == "requests.carried_in.natural"
    qtbot.keyClick(view, Key.Key_Backtab, SHIFT)
    assert view.current_cell() == "requests.new.other_org"


def test_tab_stops_at_totals_that_people_fill_in(
    table: Shown, session: Session, qtbot: QtBot
) -> None:
    view = table(3)
    session.edit("关闭", [SetField("automatic_totals", value=False)])
    _go(view, "requests.new.other_org")
    qtbot.keyClick(view, Key.Key_Tab)
    assert view.current_cell() == "requests.new.total"


@pytest.mark.parametrize("section", [2, 3, 4])
def test_tab_walks_through_every_input_cell_in_printed_order(
    section: int, table: Shown, qtbot: QtBot
) -> None:
    view = table(section)
    cells = [c.id for c in view.table_model.table.cells if not view.table_model.is_automatic(c)]
    _go(view, cells[0])
    walked = [cells[0]]
    while len(walked) < len(cells):
        qtbot.keyClick(view, Key.Key_Tab)
        walked.append(view.current_cell())
    assert walked == cells


def test_what_is_no_number_is_refused_beside_the_cell_and_not_lost(
    table: Shown, session: Session, qtbot: QtBot
) -> None:
    view = table(3)
    _go(view, "requests.new.natural")
    qtbot.keyClick(view, Key.Key_A)
    editor = _editor(view)
    qtbot.keyClicks(editor, "bc")
    qtbot.keyClick(editor, Key.Key_Return)
    reason = cast("QLabel | None", view.findChild(QLabel, "refusal"))
    assert reason is not None
    assert reason.isVisible()
    assert "不是数字" in reason.text()
    assert editor.text() == "abc"
    assert session.report.value("requests.new.natural") == 3


def test_full_width_digits_from_an_input_method_are_numbers(
    table: Shown, session: Session, qtbot: QtBot
) -> None:
    view = table(3)
    _go(view, "requests.new.natural")
    event = QInputMethodEvent("", [])
    event.setCommitString("１２")
    QApplication.sendEvent(view, event)
    qtbot.keyClick(_editor(view), Key.Key_Return)
    assert session.report.value("requests.new.natural") == 12


def _compose_over(view: TableView, opens: str) -> None:
    """Begin a composition over the value of a cell: at once, or in its editor."""
    if opens == "F2":
        view.edit(view.currentIndex())
        _editor(view).selectAll()
    compose(view if opens == "typing" else _editor(view), "s")
    compose(view if opens == "typing" else _editor(view), "shi")


@pytest.mark.parametrize("opens", ["typing", "F2"])
def test_a_composition_left_unfinished_leaves_the_cell_as_it_was(
    opens: str, table: Shown, session: Session, qtbot: QtBot
) -> None:
    view = table(3)
    _go(view, "requests.new.natural")
    _compose_over(view, opens)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=_centre(view))
    assert view.current_cell() == "requests.granted.natural"
    assert session.report.value("requests.new.natural") == 3
    assert not session.undo_name
    qtbot.keyClick(view, Key.Key_4)
    assert QApplication.focusWidget() is view.indexWidget(view.currentIndex())


def test_deleting_after_a_composition_clears_the_cell(
    table: Shown, session: Session, qtbot: QtBot
) -> None:
    view = table(3)
    _go(view, "requests.new.natural")
    _compose_over(view, "F2")
    compose(_editor(view), "")
    qtbot.keyClick(_editor(view), Key.Key_Delete)
    qtbot.keyClick(_editor(view), Key.Key_Return)
    assert session.report.value("requests.new.natural") is None


def test_a_composition_called_off_ends_before_the_editing_does(
    table: Shown, session: Session, qtbot: QtBot
) -> None:
    view = table(3)
    _go(view, "requests.new.natural")
    _compose_over(view, "typing")
    compose(view, "")
    assert _editor(view).selectedText() == "3"
    qtbot.keyClicks(_editor(view), "5")
    qtbot.keyClick(_editor(view), Key.Key_Return)
    assert session.report.value("requests.new.natural") == 5


def test_arrows_step_over_labels(table: Shown, qtbot: QtBot) -> None:
    view = table(2)
    _go(view, "disclosure.normative_documents.in_force")
    qtbot.keyClick(view, Key.Key_Down)
    assert view.current_cell() == "disclosure.licensing.decisions"
    qtbot.keyClick(view, Key.Key_Down)
    assert view.current_cell() == "disclosure.penalties.decisions"
    qtbot.keyClick(view, Key.Key_Up)
    qtbot.keyClick(view, Key.Key_Up)
    assert view.current_cell().startswith("disclosure.normative_documents.")


def test_home_and_end_go_to_the_ends_of_a_line(table: Shown, qtbot: QtBot) -> None:
    view = table(3)
    _go(view, "requests.granted.research")
    qtbot.keyClick(view, Key.Key_End)
    assert view.current_cell() == "requests.granted.total"
    qtbot.keyClick(view, Key.Key_Home)
    assert view.current_cell() == "requests.granted.natural"
    qtbot.keyClick(view, Key.Key_End, CONTROL)
    assert view.current_cell() == "requests.carried_out.total"
    qtbot.keyClick(view, Key.Key_Home, CONTROL)
    assert view.current_cell() == "requests.new.natural"


def test_control_with_an_arrow_leaps_to_the_end_of_the_run(
    table: Shown, session: Session, qtbot: QtBot
) -> None:
    view = table(3)
    session.edit("手填总计", [SetField("automatic_totals", value=False)])
    session.edit("空", [SetValue("requests.partial.natural", None)])
    _go(view, "requests.new.natural")
    qtbot.keyClick(view, Key.Key_Down, CONTROL)
    assert view.current_cell() == "requests.granted.natural"
    qtbot.keyClick(view, Key.Key_Down, CONTROL)
    assert view.current_cell() == "requests.refused.state_secret.natural"
    qtbot.keyClick(view, Key.Key_Down, CONTROL)
    assert view.current_cell() == "requests.carried_out.natural"


def test_shift_stretches_the_selection(table: Shown, qtbot: QtBot) -> None:
    view = table(3)
    _go(view, "requests.new.natural")
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Down):
        qtbot.keyClick(view, key, SHIFT)
    assert len(view.selectionModel().selectedIndexes()) == 6
    qtbot.keyClick(view, Key.Key_Left, SHIFT)
    assert len(view.selectionModel().selectedIndexes()) == 4


def test_a_click_with_shift_stretches_the_selection(table: Shown, qtbot: QtBot) -> None:
    view = table(3)
    _go(view, "requests.new.natural")
    place = view.visualRect(view.table_model.place("requests.granted.research")).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, SHIFT, place)
    assert len(view.selectionModel().selectedIndexes()) == 9


def test_a_label_selects_its_lines_and_columns(table: Shown, qtbot: QtBot) -> None:
    view = table(3)
    side, top = view.verticalHeader().viewport(), view.horizontalHeader().viewport()
    group = next(b for b in view.side.boxes() if b.text == "（三）不予公开")
    qtbot.mouseClick(side, Qt.MouseButton.LeftButton, pos=view.side.rectangle(group).center())
    assert len(view.selectionModel().selectedIndexes()) == 8 * 7
    column = next(b for b in view.top.boxes() if b.text == "法人或其他组织")
    qtbot.mouseClick(top, Qt.MouseButton.LeftButton, pos=view.top.rectangle(column).center())
    assert len(view.selectionModel().selectedIndexes()) == 25 * 5


def test_labels_are_selected_by_drawing_across_them(table: Shown, qtbot: QtBot) -> None:
    view = table(3)
    boxes = {box.text: view.side.rectangle(box).center() for box in view.side.boxes()}
    port, left = view.verticalHeader().viewport(), Qt.MouseButton.LeftButton
    qtbot.mouseClick(port, left, pos=boxes["（一）予以公开"])
    qtbot.mouseClick(port, left, SHIFT, boxes["2.其他法律行政法规禁止公开"])
    assert len(view.selectionModel().selectedIndexes()) == 4 * 7
    qtbot.mousePress(port, left, pos=boxes["（一）予以公开"])
    qtbot.mouseMove(port, boxes["1.属于国家秘密"])
    qtbot.mouseRelease(port, left, pos=boxes["1.属于国家秘密"])
    assert len(view.selectionModel().selectedIndexes()) == 3 * 7


def test_the_header_stays_while_the_table_scrolls(table: Shown) -> None:
    view = table(3)
    before = view.top.rectangle(view.top.boxes()[0])
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    assert view.top.rectangle(view.top.boxes()[0]) == before
    assert view.verticalScrollBar().value() > 0


@pytest.mark.parametrize("section", [2, 3, 4])
def test_every_label_fits_into_its_box(section: int, table: Shown) -> None:
    from gicapp.gui.tables.label_text import label_height

    view = table(section)
    model = view.table_model
    for header in (view.top, view.side):
        for box in header.boxes():
            rect = header.rectangle(box)
            assert label_height(view.font(), box.text, rect.width()) <= rect.height() + 1, box.text
    for box in model.table.boxes:
        place = model.index(box.line - model.header_lines, box.column - model.label_columns)
        if box.text and place.isValid():
            rect = view.visualRect(place)
            assert label_height(view.font(), box.text, rect.width()) <= rect.height() + 1, box.text


def test_a_finding_on_a_whole_table_outlines_nothing(table: Shown, session: Session) -> None:
    view = table(3)
    for cell in view.table_model.table.cells:
        session.edit("空", [SetValue(cell.id, None)])
    session.check_now()
    _go(view, "requests.new.natural")
    assert view.table_model.findings("requests.new.natural")
    assert view.delegate.outlined == frozenset()


@pytest.mark.parametrize("section", [2, 3, 4])
def test_a_blank_cell_is_marked_but_not_every_cell_of_a_blank_table(
    section: int, table: Shown, session: Session
) -> None:
    view = table(section)
    ids = [cell.id for cell in view.table_model.table.cells]
    session.edit("空", [SetValue(ids[0], None)])
    session.check_now()
    assert _corner(view, ids[0]) == colours().error
    session.edit("空", [SetValue(cell, None) for cell in ids])
    session.check_now()
    assert view.table_model.findings(ids[0])
    assert _corner(view, ids[0]) != colours().error


def _corner(view: TableView, cell: str) -> str:
    """Return the colour in the corner of a cell that the cursor is not in."""
    view.go_to(view.model().index(view.model().rowCount() - 1, view.model().columnCount() - 1))
    view.scrollTo(view.table_model.place(cell))
    QApplication.processEvents()
    place = view.visualRect(view.table_model.place(cell)).topRight() + QPoint(-2, 2)
    return view.viewport().grab().toImage().pixelColor(place).name()


def test_f1_says_what_counts_in_the_cell_with_its_article(table: Shown, qtbot: QtBot) -> None:
    view = table(3)
    _go(view, "requests.partial.natural")
    qtbot.keyClick(view, Key.Key_F1)
    assert view.help.isVisible()
    assert "只计在这里" in view.help.text()
    assert "条例第三十七条" in view.help.text()
    view.help.hide()


@pytest.mark.parametrize("corner", [(0, 0), (1326, 0), (0, 700), (1326, 748)])
def test_the_help_of_a_cell_stays_on_the_screen_and_leaves_the_cell_in_sight(
    corner: tuple[int, int],
) -> None:
    screen, cell = QRect(0, 0, 1366, 768), QRect(*corner, 40, 20)
    size = QSize(340, 190)
    card = QRect(beside(cell, size, screen), size)
    assert screen.contains(card)
    assert not card.intersects(cell)


def test_the_help_of_a_cell_names_every_sum_that_binds_it() -> None:
    for cell in FORM.cells.values():
        sums = [t for t in FORM.totals if cell.id in (t.cell, *t.parts)]
        balances = [b for b in FORM.balances if cell.id in (*b.left, *b.right)]
        assert len(relations(FORM, cell)) == len(sums) + len(balances)
