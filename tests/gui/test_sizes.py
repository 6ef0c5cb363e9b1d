"""The window fits a small screen under large fonts, and what one works on stays in sight."""

from collections.abc import Iterator
from contextlib import nullcontext

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gicapp.core.report import Report
from gicapp.files.sample import this_year
from gicapp.gui.appearance import scaled
from gicapp.gui.messages.offer import Choice, Offer
from gicapp.gui.session import Session
from gicapp.gui.tables.table_page import TablePage
from gicapp.gui.tables.table_view import TableView
from gicapp.gui.window import Window
from tests.gui.conftest import Answers
from tests.gui.room import rows_in_sight
from tests.gui.tall_font import NOTO, installed

_SCREEN = (1366, 728)  # 1366×768 without the system's own bar
_LEAST = (1366, 700)


@pytest.fixture(
    params=[(size, lines) for size in (1.0, 1.25, 1.5) for lines in (None, NOTO)], ids=str
)
def window(
    request: pytest.FixtureRequest, qtbot: QtBot, answers: Answers, qapp: QApplication
) -> Iterator[Window]:
    """Yield a window on the sample under a system font so many times larger, or taller."""
    size, lines = request.param
    with installed(*lines) if lines else nullcontext():
        yield from _shown(qtbot, answers, qapp, size)


def _shown(qtbot: QtBot, answers: Answers, qapp: QApplication, size: float) -> Iterator[Window]:
    before = qapp.font()
    qapp.setFont(scaled(before, size))
    made = Window(Session(this_year()), answers)
    qtbot.addWidget(made, before_close_func=lambda w: w.session.begin(Report()))
    made.resize(*_SCREEN)
    made.show()
    made.session.check_now()
    yield made
    qapp.setFont(before)


def _table_three(window: Window) -> TableView:
    window.workspace.show_section(3)
    page = window.workspace.page(3)
    assert isinstance(page, TablePage)
    page.focus_body()
    return page.view


def _open_every_bar(window: Window) -> None:
    choices = tuple(Choice(text, print) for text in ("另存为…", "再试一次", "接手编辑"))
    window.keeping.notices.put("lock", Offer("正由别人使用，这里按只读打开。" * 2, choices))
    window.session.refuse("没有做成，请换一个位置保存。" * 8)
    window.actions_by_name["find"].trigger()
    window.workspace.findings.reason.ask(window.session.findings[0])


def _settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def test_with_every_bar_open_the_window_fits_a_small_screen(window: Window) -> None:
    view = _table_three(window)
    _open_every_bar(window)
    _settle()
    needed = window.minimumSizeHint()
    assert (window.width(), window.height()) == _SCREEN
    assert needed.width() <= _LEAST[0]
    assert needed.height() <= _LEAST[1]
    assert rows_in_sight(view) >= 3


def test_every_column_of_table_three_is_in_sight(window: Window) -> None:
    view = _table_three(window)
    _settle()
    assert view.horizontalScrollBar().maximum() == 0
    assert rows_in_sight(view) >= 4


def test_the_cell_that_one_goes_to_is_in_sight_with_every_bar_open(window: Window) -> None:
    view = _table_three(window)
    _open_every_bar(window)
    _settle()
    view.go_to(view.model().index(view.model().rowCount() - 1, 0))
    _settle()
    place = view.visualRect(view.currentIndex())
    assert view.viewport().visibleRegion().boundingRect().contains(place)


@pytest.mark.parametrize("name", ["checklist", "export", "preview"])
def test_every_page_fits_a_small_screen(window: Window, name: str) -> None:
    window.actions_by_name[name].trigger()
    _settle()
    assert (window.width(), window.height()) == _SCREEN


def test_the_buttons_that_begin_a_report_are_in_sight(window: Window) -> None:
    page = window.guide.begin()
    assert page is not None
    _settle()
    for button in (page.begin_button, page.blank_button):
        assert button.visibleRegion().boundingRect() == button.rect()
