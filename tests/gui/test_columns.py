"""Table three stays usable on a small screen under large fonts, whatever is open beside it."""

from collections.abc import Callable, Iterator
from contextlib import nullcontext
from types import MappingProxyType
from typing import Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gicapp.core.report import Report
from gicapp.files.sample import this_year
from gicapp.gui.appearance import colours, recolour, scaled
from gicapp.gui.messages.offer import Choice, Offer
from gicapp.gui.output.export_page import ExportPage
from gicapp.gui.pages.preview import PreviewPane
from gicapp.gui.schemes import DARK
from gicapp.gui.session import Session
from gicapp.gui.tables.table_page import TablePage
from gicapp.gui.tables.table_view import TableView
from gicapp.gui.window import Window
from tests.gui.conftest import Answers
from tests.gui.room import crowded, rows_in_sight
from tests.gui.tall_font import NOTO, installed

_SMALL: Final = (1366, 728)  # 1366×768 without the system's own bar
_WIDE: Final = (1920, 1040)
_SIZES: Final = [(_SMALL, font) for font in (1.0, 1.25, 1.5, 1.75, 2.0)] + [(_WIDE, 2.0)]
_SCREENS: Final = [(*size, lines) for size in _SIZES for lines in (None, NOTO)]
_LARGE: Final = [(_SMALL, font, None) for font in (1.5, 1.75, 2.0)]
_HUGE: Final = [(_SMALL, 2.0, None)]
_WHOLE_DAY, _LEAST = 10, 5  # rows of table three


@pytest.fixture
def window(
    request: pytest.FixtureRequest, qtbot: QtBot, answers: Answers, qapp: QApplication
) -> Iterator[Window]:
    """Yield a window at table three of the sample, on a screen of the test's size and font."""
    size, factor, lines = request.param
    with installed(*lines) if lines else nullcontext():
        yield from _shown(qtbot, answers, qapp, size, factor)


def _shown(
    qtbot: QtBot, answers: Answers, qapp: QApplication, size: tuple[int, int], factor: float
) -> Iterator[Window]:
    before = qapp.font()
    qapp.setFont(scaled(before, factor))
    recolour(qapp, dark=colours() is DARK)
    made = Window(Session(this_year()), answers)
    qtbot.addWidget(made, before_close_func=lambda w: w.session.begin(Report()))
    made.resize(*size)
    made.show()
    made.session.check_now()
    made.workspace.show_section(3)
    made.workspace.page(3).focus_body()
    _settle()
    yield made
    qapp.setFont(before)
    recolour(qapp, dark=colours() is DARK)


def _settle() -> None:
    for _ in range(8):
        QApplication.processEvents()


def _page(window: Window) -> TablePage:
    page = window.workspace.page(3)
    assert isinstance(page, TablePage)
    return page


def _table(window: Window) -> TableView:
    return _page(window).view


def _fold_findings(window: Window) -> None:
    if window.workspace.findings.isVisible():
        window.actions_by_name["findings"].trigger()


def _find(window: Window) -> None:
    window.actions_by_name["find"].trigger()
    window.workspace.find_bar.words.setText("12")
    window.workspace.find_bar.go_on()


def _open_every_bar(window: Window) -> None:
    _find(window)
    choices = tuple(Choice(text, print) for text in ("另存为…", "再试一次", "接手编辑"))
    for topic in ("lock", "disk"):
        window.keeping.notices.put(topic, Offer("正由别人使用，这里按只读打开。" * 2, choices))
    window.session.refuse("没有做成。这一份是从别的单位复制来的，列数与本表不同，请核对后再粘贴。")


def _open_every_bar_and_text(window: Window) -> None:
    _open_every_bar(window)
    _page(window).text_choice.click()


def _show_prior_figures(window: Window) -> None:
    _page(window).prior_choice.click()


def _show_text(window: Window) -> None:
    _page(window).text_choice.click()


_STATES: Final = MappingProxyType[str, Callable[[Window], object]](
    {
        "last year's figures": _show_prior_figures,
        "text": _show_text,
        "find": _find,
        "every bar": _open_every_bar,
        "every bar and text": _open_every_bar_and_text,
    }
)


@pytest.mark.parametrize("window", _SCREENS, indirect=True, ids=str)
def test_ten_rows_are_in_sight_from_day_to_day(window: Window) -> None:
    _fold_findings(window)
    _settle()
    assert rows_in_sight(_table(window)) >= _WHOLE_DAY
    assert set(crowded(window)) == set()


@pytest.mark.parametrize("state", _STATES)
@pytest.mark.parametrize("window", _SCREENS, indirect=True, ids=str)
def test_five_rows_are_in_sight_with_whatever_is_open(window: Window, state: str) -> None:
    _STATES[state](window)
    _settle()
    assert (window.width(), window.height()) in (_SMALL, _WIDE)
    assert rows_in_sight(_table(window)) >= _LEAST
    assert set(crowded(window)) == set()


@pytest.mark.parametrize("pane", ["findings", "preview"])
@pytest.mark.parametrize("window", _SCREENS, indirect=True, ids=str)
def test_a_pane_stands_beside_a_table_that_keeps_its_width_or_in_its_place(
    window: Window, pane: str
) -> None:
    _fold_findings(window)
    window.actions_by_name[pane].trigger()
    _settle()
    assert set(crowded(window)) == set()
    if _table(window).isVisible():
        assert _table(window).horizontalScrollBar().maximum() == 0
        assert rows_in_sight(_table(window)) >= _WHOLE_DAY
    else:
        shown = [pane for pane in window.workspace.columns.panes if pane.isVisible()]
        assert [pane.back.isVisible() for pane in shown] == [True]


@pytest.mark.parametrize("window", _HUGE, indirect=True, ids=str)
@pytest.mark.parametrize("name", ["findings", "preview"])
@pytest.mark.parametrize("way", ["key", "escape", "button", "section"])
def test_one_goes_back_from_a_pane_to_the_page(
    window: Window, qtbot: QtBot, name: str, way: str
) -> None:
    action = window.actions_by_name[name]
    action.trigger()
    _settle()
    pane = next(pane for pane in window.workspace.columns.panes if pane.isVisible())
    assert not _table(window).isVisible()
    back: dict[str, Callable[[], object]] = {
        "key": action.trigger,
        "escape": lambda: qtbot.keyClick(pane.back.parentWidget(), Qt.Key.Key_Escape),
        "button": pane.back.click,
        "section": lambda: window.workspace.show_section(3),
    }
    back[way]()
    _settle()
    assert _table(window).isVisible()
    assert pane.isHidden()
    assert rows_in_sight(_table(window)) >= _WHOLE_DAY


@pytest.mark.parametrize("window", _HUGE, indirect=True, ids=str)
def test_a_finding_that_is_chosen_leads_to_its_cell(window: Window) -> None:
    window.actions_by_name["findings"].trigger()
    _settle()
    assert window.workspace.findings.isVisible()
    finding = next(f for f in window.session.findings if f.section == 3)
    window.workspace.findings.chosen.emit(finding)
    _settle()
    assert window.workspace.findings.isHidden()
    assert _table(window).current_cell() == finding.cells[0]


@pytest.mark.parametrize("window", _HUGE, indirect=True, ids=str)
def test_a_pane_that_took_the_place_of_the_page_has_the_keys(window: Window) -> None:
    window.actions_by_name["findings"].trigger()
    _settle()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert window.workspace.findings.isAncestorOf(focus)
    window.actions_by_name["next_pane"].trigger()
    assert window.workspace.sections.hasFocus()


@pytest.mark.parametrize("window", _HUGE, indirect=True, ids=str)
@pytest.mark.parametrize("name", ["findings", "preview"])
def test_with_room_again_a_pane_stands_beside_the_page(window: Window, name: str) -> None:
    window.actions_by_name[name].trigger()
    _settle()
    pane = next(pane for pane in window.workspace.columns.panes if pane.isVisible())
    sections = window.workspace.sections
    assert sections.width() == sections.strip()
    window.resize(3000, 1040)
    _settle()
    assert pane.isVisible()
    assert _table(window).isVisible()
    assert not pane.back.isVisible()
    assert sections.width() > sections.strip()
    window.resize(*_SMALL)
    _settle()
    assert pane.isHidden()  # nobody asked for it in the small window
    assert _table(window).isVisible()


@pytest.mark.parametrize("window", [(_SMALL, 1.0, None)], indirect=True, ids=str)
def test_of_two_panes_that_find_no_room_the_one_asked_for_last_is_seen(window: Window) -> None:
    workspace = window.workspace
    window.actions_by_name["preview"].trigger()
    _settle()
    pane = window.guide.preview.pane
    assert (pane.isVisible(), workspace.findings.isVisible()) == (True, False)
    window.actions_by_name["findings"].trigger()
    _settle()
    assert (pane.isVisible(), workspace.findings.isVisible()) == (False, True)
    assert not window.actions_by_name["preview"].isChecked()
    window.actions_by_name["findings"].trigger()
    _settle()
    assert isinstance(pane, PreviewPane)
    assert pane.isVisible()
    assert _table(window).horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("window", [(_SMALL, 1.5, None)], indirect=True, ids=str)
def test_a_preview_beside_a_text_folds_for_a_table_and_comes_back_for_a_text(
    window: Window,
) -> None:
    workspace, action = window.workspace, window.actions_by_name["preview"]
    workspace.show_section(1)
    action.trigger()
    _settle()
    seen = []
    for section in (1, 3, 5):
        workspace.show_section(section)
        _settle()
        assert workspace.page(section).isVisible()
        seen.append((window.guide.preview.pane.isVisible(), action.isChecked()))
    assert seen == [(True, True), (False, False), (True, True)]


@pytest.mark.parametrize("window", _LARGE, indirect=True, ids=str)
def test_a_pane_does_not_end_the_task_whose_page_it_hides(window: Window) -> None:
    window.actions_by_name["export"].trigger()
    _settle()
    page = window.workspace.shown_page
    assert isinstance(page, ExportPage)
    left: list[bool] = []
    page.left.connect(lambda: left.append(True))
    window.actions_by_name["preview"].trigger()
    window.actions_by_name["preview"].trigger()
    _settle()
    assert window.workspace.shown_page is page
    assert left == []
    window.actions_by_name["preview"].trigger()
    window.workspace.show_section(3)
    assert left == [True]


@pytest.mark.parametrize("window", _HUGE, indirect=True, ids=str)
def test_a_folded_list_shows_the_numbers_of_the_parts(window: Window) -> None:
    sections = window.workspace.sections
    assert sections.is_folded
    assert sections.width() == sections.strip()
    assert sections.verticalScrollBar().maximum() == 0
    for row in range(sections.count()):
        item = sections.item(row)
        assert item.text() in item.toolTip()  # what the strip leaves out is said


@pytest.mark.parametrize("window", _LARGE, indirect=True, ids=str)
def test_in_a_low_window_bars_take_turns(window: Window) -> None:
    _open_every_bar(window)
    _settle()
    bars = [window.message, *(window.keeping.notices.bar(topic) for topic in ("lock", "disk"))]
    assert [bar is not None and bar.isVisible() for bar in bars] == [True, False, False]
    window.message.close_button.click()
    _settle()
    assert [bar is not None and bar.isVisible() for bar in bars] == [False, True, False]
    window.resize(window.width(), 1400)
    _settle()
    assert [bar is not None and bar.isVisible() for bar in bars] == [False, True, True]


@pytest.mark.parametrize("window", _SCREENS, indirect=True, ids=str)
def test_menus_and_tools_share_a_line(window: Window) -> None:
    menus, tools = window.head.menu_bar, window.head.toolbar
    assert menus.geometry().right() < tools.geometry().left()
    assert tools.sizeHint().width() <= tools.width()


@pytest.mark.parametrize("window", [((700, 728), 1.0, None)], indirect=True, ids=str)
def test_in_a_narrow_window_the_tools_stand_below_the_menus(window: Window) -> None:
    menus, tools = window.head.menu_bar, window.head.toolbar
    assert menus.geometry().bottom() < tools.geometry().top()
    assert tools.sizeHint().width() <= tools.width()
