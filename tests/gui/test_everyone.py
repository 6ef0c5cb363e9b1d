"""Everyone can use the whole window: names, visible focus, large fonts, no sign by colour alone."""

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gicapp.core.change import SetValue
from gicapp.core.finding import Severity
from gicapp.core.report import Report
from gicapp.files.sample import LAST_YEAR, this_year
from gicapp.gui.appearance import colours, recolour, scaled
from gicapp.gui.findings.finding_lines import Link
from gicapp.gui.icons import pixmap
from gicapp.gui.output.export_page import ExportPage
from gicapp.gui.schemes import DARK, HIGH, LIGHT
from gicapp.gui.session import Session
from gicapp.gui.tables.table_page import TablePage
from gicapp.gui.tables.table_view import TableView
from gicapp.gui.window import Window
from gicapp.resources import resource
from tests.gui.conftest import Answers
from tests.gui.room import is_cut, sticks_out

_LARGE = 1.5
_SCREEN = (1366, 728)  # 1366×768 without the system's own bar
_OVER = ("find", "checklist", "preview", "export")
_Places = Iterator[tuple[str, QWidget]]


def _walk(window: Window) -> _Places:
    """Show every part of the window in turn; yield its name with each widget that is seen."""
    for number in range(window.workspace.sections.count()):
        window.workspace.show_section(number)
        window.workspace.page(number).focus_body()
        yield from _seen(f"section {number}", window)
    panel = window.workspace.findings
    panel.reason.ask(window.session.findings[0])
    yield from _seen("reason", window)
    panel.reason.hide()
    window.session.refuse("没有做成。" * 20)
    for name in _OVER:
        window.actions_by_name[name].trigger()
        yield from _seen(name, window)


def _seen(name: str, window: QWidget) -> _Places:
    for _ in range(3):
        QApplication.processEvents()
    # the stub does not tie the result to the class asked for
    widgets = cast("list[QWidget]", window.findChildren(QWidget))
    for widget in widgets:
        if widget.isVisible() and not widget.objectName().startswith("qt_"):
            yield f"{name}: {_path(widget)}", widget


def _path(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    parent = widget.parentWidget()
    return f"{type(widget).__name__} “{words}” in {type(parent).__name__}"


@pytest.fixture
def full(qtbot: QtBot, answers: Answers) -> Iterator[Window]:
    """Yield a window on the sample, which has findings of every kind."""
    yield from _window(qtbot, answers)


@pytest.fixture
def large(qtbot: QtBot, answers: Answers, qapp: QApplication) -> Iterator[Window]:
    """Yield a window under a system font a quarter larger."""
    before = qapp.font()
    qapp.setFont(scaled(before, _LARGE))
    yield from _window(qtbot, answers)
    qapp.setFont(before)


def _window(qtbot: QtBot, answers: Answers) -> Iterator[Window]:
    session = Session(this_year())
    window = Window(session, answers)
    qtbot.addWidget(window, before_close_func=lambda w: w.session.begin(Report()))
    window.resize(*_SCREEN)
    window.show()
    session.check_now()
    yield window


def _name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def test_whatever_takes_the_cursor_has_a_name(full: Window) -> None:
    nameless = {
        place
        for place, widget in _walk(full)
        if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and not _name(widget)
    }
    assert nameless == set()


def test_the_start_page_has_names_for_all_it_offers(qtbot: QtBot, answers: Answers) -> None:
    window = Window(dialogs=answers)
    qtbot.addWidget(window)
    window.show()
    nameless = {
        place
        for place, widget in _seen("start", window)
        if isinstance(widget, QAbstractButton) and not _name(widget)
    }
    assert nameless == set()


def _spoken(model: QAbstractItemModel) -> Iterator[str]:
    columns = model.columnCount() if isinstance(model, QAbstractTableModel) else 1
    for row in range(model.rowCount()):
        for column in range(columns):
            index = model.index(row, column)
            if model.flags(index) & Qt.ItemFlag.ItemIsEnabled:
                role = Qt.ItemDataRole.AccessibleTextRole
                yield str(model.data(index, role) or model.data(index) or "")


def test_every_cell_and_line_of_every_list_is_spoken(full: Window) -> None:
    views = {w: place for place, w in _walk(full) if isinstance(w, QAbstractItemView)}
    silent = {place for view, place in views.items() if "" in set(_spoken(view.model()))}
    assert silent == set()
    assert len(views) >= 5


def test_a_cell_is_spoken_with_its_name_value_and_findings(full: Window) -> None:
    full.session.edit("空", [SetValue("requests.granted.natural", None)])
    full.session.check_now()
    page = full.workspace.page(3)
    assert isinstance(page, TablePage)
    place = page.model.place("requests.granted.natural")
    spoken = str(page.model.data(place, Qt.ItemDataRole.AccessibleTextRole))
    assert "予以公开" in spoken
    assert "自然人" in spoken
    assert "空" in spoken
    assert "错误：" in spoken


def test_the_cursor_goes_from_the_parts_over_the_page_to_the_findings(full: Window) -> None:
    workspace = full.workspace
    workspace.show_section(1)
    QApplication.processEvents()
    order: list[int] = []
    columns = (workspace.sections, workspace.shown_page, workspace.findings)
    widget: QWidget = workspace.sections
    for _ in range(400):
        inside = [n for n, c in enumerate(columns) if c is widget or c.isAncestorOf(widget)]
        taken = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
        if taken and inside and order[-1:] != inside:
            order += inside
        widget = widget.nextInFocusChain()
        if widget is workspace.sections:
            break
    assert order == [0, 1, 2]


def _pictures(widget: QWidget, other: QWidget) -> tuple[QImage, QImage]:
    """Return the widget without and with the cursor in it."""
    other.setFocus()
    QApplication.processEvents()
    before = widget.grab().toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    return before, widget.grab().toImage()


@pytest.mark.parametrize("section", [0, 1, 3])
def test_one_sees_where_the_cursor_is(full: Window, section: int) -> None:
    full.workspace.show_section(section)
    full.workspace.page(section).focus_body()
    full.workspace.findings.take_focus()
    full.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # as the first Tab does
    unseen = []
    for place, widget in list(_seen("focus", full)):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled()
        if not takes or isinstance(widget, QScrollArea):
            continue
        lists: list[QWidget] = [full.workspace.sections, full.workspace.findings.list]
        other = lists[widget is lists[0]]
        before, after = _pictures(widget, other)
        if before == after:
            unseen.append(place)
    assert unseen == []


def test_no_words_are_cut_under_a_larger_font(large: Window) -> None:
    cut = set()
    for place, widget in _walk(large):
        if isinstance(widget, QLabel | QAbstractButton | QComboBox):
            words = widget.currentText() if isinstance(widget, QComboBox) else widget.text()
            if words and (is_cut(widget) or sticks_out(widget, large)):
                cut.add(place)
    assert cut == set()
    assert large.width() == _SCREEN[0]


def test_labels_of_tables_have_room_under_a_larger_font(large: Window) -> None:
    for number in (2, 3, 4):
        large.workspace.show_section(number)
        page = large.workspace.page(number)
        assert isinstance(page, TablePage)
        QApplication.processEvents()
        headers = (page.view.top, page.view.side)
        places = [(box.text, h.rectangle(box)) for h in headers for box in h.boxes() if box.text]
        tight = [text for text, place in places if _least(page.view, place, text) > place.height()]
        assert tight == []


def _least(view: TableView, place: QRect, text: str) -> float:
    """Return the height of a label with a tenth of a character between its lines."""
    metrics, wrap = view.fontMetrics(), int(Qt.TextFlag.TextWordWrap)
    room = QRect(0, 0, place.width() - 4, 10_000)
    lines = metrics.boundingRect(room, wrap, text).height() / metrics.lineSpacing()
    return lines * 1.1 * metrics.horizontalAdvance("汉")


@pytest.mark.parametrize("dark", [False, True])
def test_the_chosen_colours_reach_the_widgets(
    dark: bool,  # noqa: FBT001  # a parameter of the test
    full: Window,
    qapp: QApplication,
) -> None:
    recolour(qapp, dark=dark)
    QApplication.processEvents()
    ground = full.workspace.findings.grab().toImage().pixelColor(3, 3)
    recolour(qapp, dark=False)
    assert ground.name() == (DARK if dark else LIGHT).base


def _show_over(window: Window, name: str) -> QImage:
    """Show a page over the sections, made anew, and return its picture."""
    if name == "receipt":
        window.show_receipt(resource(LAST_YEAR), prior=False)
    else:
        window.actions_by_name[name].trigger()
    return _picture(window)


def _picture(window: Window) -> QImage:
    for _ in range(5):
        QApplication.processEvents()
    return window.workspace.shown_page.grab().toImage()


@pytest.mark.parametrize("name", ["receipt", "checklist", "send"])
def test_a_page_that_was_there_before_takes_the_new_colours_whole(
    name: str, full: Window, qapp: QApplication
) -> None:
    light = _show_over(full, name)
    recolour(qapp, dark=True)
    changed = _picture(full)
    anew = _show_over(full, name)
    recolour(qapp, dark=False)
    assert light != changed
    assert changed == anew


def test_a_button_that_enter_presses_shows_whether_the_cursor_is_on_it(full: Window) -> None:
    _show_over(full, "send")
    page = full.workspace.shown_page
    assert isinstance(page, ExportPage)
    page.export_button.setFocus()
    edge = page.export_button.grab().toImage().pixelColor(page.export_button.width() // 2, 0)
    assert edge.name() == colours().text


def test_high_contrast_is_switched_on_and_off_again(full: Window, qapp: QApplication) -> None:
    action = full.actions_by_name["contrast"]
    assert not action.isChecked()
    action.trigger()
    QApplication.processEvents()
    ticked = action.isChecked()
    black = full.workspace.findings.grab().toImage().pixelColor(3, 3)
    shown = colours()
    action.trigger()
    assert (black.name(), shown, ticked) == (HIGH.base, HIGH, True)
    assert not action.isChecked()
    assert colours() is not HIGH
    recolour(qapp, dark=False)


def test_severities_differ_in_shape_not_only_in_colour() -> None:
    shapes = [pixmap(severity.value, "#000000", 32).toImage() for severity in Severity]
    assert all(one != other for n, one in enumerate(shapes) for other in shapes[n + 1 :])


def test_every_link_of_a_finding_has_a_key(full: Window) -> None:
    keys = {
        action.text(): action.shortcut().toString()
        for action in full.workspace.findings.list.actions()
    }
    assert {link.value for link in Link} <= set(keys)
    assert all(keys.values())
