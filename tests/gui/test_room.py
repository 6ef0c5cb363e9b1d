"""Nothing is cut off, covered or pushed out: every page, on small and large screens and fonts."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gicapp.core.change import SetText, SetValue, apply
from gicapp.core.report import Report
from gicapp.core.rounds import sent
from gicapp.files.sample import LAST_YEAR, this_year
from gicapp.gui.appearance import colours, ems, recolour, scaled
from gicapp.gui.halves import Halves
from gicapp.gui.schemes import DARK
from gicapp.gui.session import Session
from gicapp.gui.start.receipt_page import ReceiptPage
from gicapp.gui.tables.table_page import TablePage
from gicapp.gui.window import Window
from gicapp.resources import resource
from tests.gui.conftest import Answers
from tests.gui.room import crowded, is_cut

_SMALL = (1366, 728)  # 1366×768 without the system's own bar
_WIDE = (1920, 1040)
_TWICE = 2.0
_SCREENS = [(_SMALL, 1.0), (_SMALL, 1.5), (_SMALL, _TWICE), (_WIDE, 1.5)]


@pytest.fixture
def font(qapp: QApplication) -> Iterator[Callable[[float], None]]:
    """Yield the function that makes the system's font so many times larger."""
    before = qapp.font()

    def enlarge(factor: float) -> None:
        qapp.setFont(scaled(before, factor))
        recolour(qapp, dark=colours() is DARK)

    yield enlarge
    enlarge(1.0)


@pytest.fixture
def window(
    request: pytest.FixtureRequest,
    qtbot: QtBot,
    answers: Answers,
    font: Callable[[float], None],
) -> Window:
    """Return a window on the sample, sent once, on a screen of the test's size and font."""
    size, factor = request.param
    font(factor)
    report, _ = apply(this_year(), sent(this_year(), "2024-01-05"))
    made = Window(Session(report), answers)
    qtbot.addWidget(made, before_close_func=lambda w: w.session.begin(Report()))
    made.resize(*size)
    made.show()
    made.session.check_now()
    _settle()
    return made


def _settle() -> None:
    for _ in range(6):
        QApplication.processEvents()


def _begin(window: Window) -> None:
    page = window.guide.begin()
    assert page is not None
    page.read_prior(resource(LAST_YEAR))


def _show(section: int) -> Callable[[Window], None]:
    def show(window: Window) -> None:
        window.workspace.show_section(section)
        window.workspace.page(section).focus_body()

    return show


def _show_prior_figures(window: Window) -> None:
    _show(3)(window)
    page = window.workspace.page(3)
    assert isinstance(page, TablePage)
    page.prior_choice.click()


def _ask_reason(window: Window) -> None:
    if window.workspace.findings.isHidden():
        window.actions_by_name["findings"].trigger()
    window.workspace.show_section(1)
    window.workspace.findings.reason.ask(window.session.findings[0])


def _compare(window: Window) -> None:
    window.session.edit("改", [SetValue("requests.granted.research", 9)])
    window.actions_by_name["rounds"].trigger()


def _import(*, prior: bool) -> Callable[[Window], None]:
    def show(window: Window) -> None:
        if prior:
            window.session.begin(replace(this_year(), prior=None))
        window.show_receipt(resource(LAST_YEAR), prior)

    return show


def _trigger(name: str) -> Callable[[Window], None]:
    return lambda window: window.actions_by_name[name].trigger()


_STATES: Mapping[str, Callable[[Window], None]] = MappingProxyType(
    {
        **{f"section {number}": _show(number) for number in range(7)},
        "last year's figures": _show_prior_figures,
        "find": _trigger("find"),
        "reason": _ask_reason,
        "checklist": _trigger("checklist"),
        "export": _trigger("send"),
        "rounds": _compare,
        "receipt": _import(prior=False),
        "receipt of last year": _import(prior=True),
        "assistant": _begin,
    }
)


@pytest.mark.parametrize("window", _SCREENS, indirect=True, ids=str)
def test_everything_has_room(window: Window) -> None:
    size = window.size()
    lacking = set()
    for name, arrange in _STATES.items():
        arrange(window)
        _settle()
        lacking |= {f"{name}: {what}" for what in crowded(window)}
        assert window.size() == size
        window.workspace.find_bar.hide()
        window.workspace.findings.reason.hide()
        window.session.note_saved()
    assert lacking == set()


@pytest.mark.parametrize("window", [(_SMALL, 1.5), (_SMALL, _TWICE)], indirect=True, ids=str)
def test_the_preview_stands_beside_a_page_that_keeps_what_it_needs(window: Window) -> None:
    _show(1)(window)
    window.actions_by_name["preview"].trigger()
    _settle()
    assert set(crowded(window)) == set()
    pane = window.guide.preview.pane
    assert pane.width() >= ems(pane.font(), 15)


@pytest.mark.parametrize("window", [(_SMALL, 1.5), (_SMALL, _TWICE)], indirect=True, ids=str)
def test_the_names_of_a_receipt_have_more_room_than_their_values(window: Window) -> None:
    window.show_receipt(resource(LAST_YEAR), prior=False)
    _settle()
    page = window.workspace.shown_page
    assert isinstance(page, ReceiptPage)
    first, *others = (page.tree.columnWidth(column) for column in range(4))
    assert first > max(others)


@pytest.mark.parametrize("window", [(_SMALL, _TWICE)], indirect=True, ids=str)
def test_findings_fold_where_a_table_needs_their_width_and_are_still_counted(
    window: Window, qtbot: QtBot
) -> None:
    _show(3)(window)
    _settle()
    findings, offer = window.workspace.findings, window.status.findings
    assert findings.isHidden()
    assert offer.isVisible()
    for severity in window.workspace.findings.filters:
        assert str(window.session.count(severity)) in offer.text()
    qtbot.mouseClick(offer, Qt.MouseButton.LeftButton)
    _settle()
    assert findings.isVisible()
    assert offer.isHidden()


@pytest.mark.parametrize("window", [(_SMALL, _TWICE)], indirect=True, ids=str)
def test_folded_findings_come_back_in_a_wide_window(window: Window) -> None:
    window.resize(_WIDE[0], _WIDE[1])
    _settle()
    assert window.workspace.findings.isVisible()
    assert window.status.findings.isHidden()


@pytest.mark.parametrize("window", [(_WIDE, 1.0)], indirect=True, ids=str)
def test_findings_that_the_user_hid_stay_hidden_after_the_assistant(window: Window) -> None:
    window.actions_by_name["findings"].trigger()
    _begin(window)
    assert window.status.findings.isHidden()  # nothing is wrong with what has not begun
    _show(0)(window)
    _settle()
    assert window.workspace.findings.isHidden()
    assert window.status.findings.isVisible()


@pytest.mark.parametrize("window", [(_SMALL, 1.0), (_WIDE, 1.0)], indirect=True, ids=str)
@pytest.mark.parametrize("section", [2, 3, 4])
def test_a_table_comes_to_rest_with_its_lines_filled(window: Window, section: int) -> None:
    _show(section)(window)
    _settle()
    page = window.workspace.page(section)
    assert isinstance(page, TablePage)
    view, widths = page.view, set()
    for _ in range(12):  # a width that gives a scroll bar which takes it away again never rests
        QApplication.processEvents()
        widths.add(view.width())
    assert len(widths) == 1
    columns = range(view.model().columnCount())
    used = sum(view.side.bands) + sum(view.columnWidth(column) for column in columns)
    bar = view.verticalScrollBar()
    beside = bar.width() if bar.isVisible() else 0
    assert 0 <= view.width() - used - beside <= 8


@pytest.mark.parametrize("window", [(_SMALL, _TWICE)], indirect=True, ids=str)
def test_what_is_told_of_a_selection_makes_no_window_wider(window: Window) -> None:
    _show(3)(window)
    page = window.workspace.page(3)
    assert isinstance(page, TablePage)
    page.view.selectAll()
    window.session.edit("改", [SetText("1", "另外的话。")])
    _settle()
    assert window.status.selection.text().startswith("选中 175 格")
    assert window.width() == _SMALL[0]
    assert not is_cut(window.status.selection)


def test_a_line_makes_room_for_a_button_that_comes_later(qtbot: QtBot) -> None:
    line, heading, button = Halves(), QLabel("五、存在的主要问题及改进情况"), QPushButton("待复核")
    qtbot.addWidget(line)
    heading.setWordWrap(True)
    line.first.addWidget(heading, 1)
    line.second.addWidget(button)
    button.hide()
    needed = heading.fontMetrics().horizontalAdvance(heading.text())
    line.resize(needed + button.sizeHint().width() // 2, 100)
    line.show()
    button.show()
    _settle()
    assert not heading.geometry().intersects(button.geometry())
    assert heading.width() >= needed
