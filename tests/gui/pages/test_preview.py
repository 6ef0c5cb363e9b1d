from dataclasses import replace
from types import MappingProxyType

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from gicapp.core.report import Report, Unit
from gicapp.gui.pages.page import PAPER_HEIGHT, PAPER_WIDTH, Role
from gicapp.gui.pages.page_view import Zoom
from gicapp.gui.pages.preview import PreviewPane
from tests.strategies import filled_with

SENTENCE = "全年共收到政府信息公开申请，均按时依法答复。"


class Desk:
    """A report that can be exchanged, as the window's session has one."""

    def __init__(self) -> None:
        self.report = replace(filled_with(2, **{"1": SENTENCE}), unit=Unit("某局"), year=2023)
        self.asked = 0

    def current(self) -> Report:
        self.asked += 1
        return self.report

    def write(self, text: str) -> None:
        self.report = replace(self.report, narrative=MappingProxyType({"1": text}))


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def pane(qtbot: QtBot, desk: Desk) -> PreviewPane:
    pane = PreviewPane(desk.current)
    qtbot.addWidget(pane)
    pane.resize(700, 600)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def said(pane: PreviewPane) -> str:
    return "".join(p.text for page in pane.view.pages for p in page.passages)


def test_the_report_is_shown_with_its_page_count(pane: PreviewPane) -> None:
    assert SENTENCE in said(pane)
    assert pane.count.text() == f"第 1 页，共 {len(pane.view.pages)} 页"


def test_a_change_is_shown_soon_after_it_was_made(
    pane: PreviewPane, desk: Desk, qtbot: QtBot
) -> None:
    desk.write("新的一段。")
    pane.refresh()
    qtbot.waitUntil(lambda: "新的一段。" in said(pane))


def test_changes_in_quick_succession_are_laid_out_together(
    pane: PreviewPane, desk: Desk, qtbot: QtBot
) -> None:
    asked = desk.asked
    for count in range(20):
        desk.write("字" * count)
        pane.refresh()
    qtbot.waitUntil(lambda: "字" * 19 in said(pane))
    assert desk.asked == asked + 1


def test_a_hidden_preview_lays_out_nothing_until_it_is_shown(
    pane: PreviewPane, desk: Desk, qtbot: QtBot
) -> None:
    pane.hide()
    asked = desk.asked
    desk.write("隐藏时写的。")
    pane.refresh()
    qtbot.wait(200)
    assert desk.asked == asked
    pane.show()
    assert "隐藏时写的。" in said(pane)


def test_the_place_is_kept_while_one_types(pane: PreviewPane, desk: Desk, qtbot: QtBot) -> None:
    bar = pane.view.verticalScrollBar()
    bar.setValue(900)
    desk.write(SENTENCE * 40)
    pane.refresh()
    qtbot.waitUntil(lambda: SENTENCE * 2 in said(pane))
    assert bar.value() == 900


def test_a_page_fills_the_width_or_the_view_or_has_its_own_size(pane: PreviewPane) -> None:
    view, port = pane.view, pane.view.viewport()
    sizes = {}
    for index in range(pane.zoom.count()):
        pane.zoom.setCurrentIndex(index)
        sizes[pane.zoom.itemData(index)] = view.page_rectangle(1).size()
    assert port.width() - 40 < sizes[Zoom.WIDTH].width() <= port.width()
    assert port.height() - 40 < sizes[Zoom.PAGE].height() <= port.height()
    dots = view.logicalDpiY() / 72
    assert sizes[Zoom.FULL].width() == round(PAPER_WIDTH * dots)
    assert sizes[Zoom.FULL].height() == round(PAPER_HEIGHT * dots)


def test_another_zoom_stays_at_the_same_page(pane: PreviewPane) -> None:
    view = pane.view
    view.verticalScrollBar().setValue(view.page_rectangle(3).top())
    before = pane.count.text()
    pane.zoom.setCurrentIndex(1)
    assert pane.count.text() == before


def test_a_section_is_brought_into_view(pane: PreviewPane) -> None:
    pane.show_section(4)
    heading, page = next(
        (passage, page)
        for page in pane.view.pages
        for passage in page.passages
        if passage.text.startswith("四、政府信息公开行政复议")
    )
    sheet = pane.view.page_rectangle(page.number)
    place = sheet.top() + heading.top / PAPER_HEIGHT * sheet.height()
    assert 0 <= place < pane.view.viewport().height() / 2


def test_the_paper_is_white_with_black_text_on_it(pane: PreviewPane) -> None:
    pane.zoom.setCurrentIndex(1)
    picture = pane.view.viewport().grab().toImage()
    sheet = pane.view.page_rectangle(1)
    colours = {
        QColor(picture.pixel(QPoint(x, y))).lightness()
        for x in range(sheet.left() + 2, sheet.right() - 2)
        for y in range(sheet.top() + 2, sheet.bottom() - 2)
    }
    assert max(colours) == 255
    assert min(colours) < 100
    assert picture.pixelColor(sheet.left() + 5, sheet.top() + 5) == QColor("white")


def test_only_pages_that_changed_are_painted_again(
    pane: PreviewPane, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[int] = []
    monkeypatch.setattr(
        "gicapp.gui.pages.page_view.paint_page",
        lambda _painter, page, _scale: painted.append(page.number),
    )
    pane.zoom.setCurrentIndex(1)
    pane.view.viewport().grab()
    painted.clear()
    pane.view.show_pages(pane.booklet.pages)
    pane.view.viewport().grab()
    assert painted == []
    desk.write("改动了。")
    pane.view.show_pages(pane.booklet.pages)
    pane.view.viewport().grab()
    assert painted == [1]


def test_an_empty_report_can_be_shown(pane: PreviewPane, desk: Desk) -> None:
    desk.report = Report()
    pane.view.show_pages(pane.booklet.pages)
    headings = [p for page in pane.view.pages for p in page.passages if p.role is Role.HEADING]
    assert len(headings) == 6
