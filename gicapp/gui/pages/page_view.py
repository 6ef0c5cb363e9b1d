"""The scrolled view of finished pages: only what is seen is painted, and is kept as pictures."""

from collections.abc import Sequence
from enum import Enum
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from gicapp.gui.pages.page import PAPER_HEIGHT, PAPER_WIDTH, Page, Role
from gicapp.gui.pages.painting import paint_page

_GAP: Final = 16  # pixels around a page
_KEPT: Final = 8  # pictures
_DESK: Final = 110  # percent: how much darker than the window the ground under the pages is
_LEAST_SCALE: Final = 0.2


class Zoom(Enum):
    """How large pages are shown."""

    WIDTH = "width"
    PAGE = "page"
    FULL = "full"


class PageView(QAbstractScrollArea):
    """Pages one below the other."""

    page_changed = Signal(int, int)  # the page at the top of the view, and how many there are

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: tuple[Page, ...] = ()
        self._zoom = Zoom.WIDTH
        self._scale = 1.0
        self._pictures: dict[Page, QPixmap] = {}
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.verticalScrollBar().valueChanged.connect(self._tell_page)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    @property
    def pages(self) -> tuple[Page, ...]:
        """Return the pages that are shown."""
        return self._pages

    def show_pages(self, pages: Sequence[Page]) -> None:
        """Show these pages and stay at the same place."""
        self._pages = tuple(pages)
        self._fit()
        self.viewport().update()

    def set_zoom(self, zoom: Zoom) -> None:
        """Show pages at another size and stay at the same page."""
        self._zoom = zoom
        self._fit()
        self.viewport().update()

    def show_heading(self, text: str) -> None:
        """Scroll so that the first heading with this text stands near the top."""
        headings = (
            (page.number, passage.top)
            for page in self._pages
            for passage in page.passages
            if passage.role is Role.HEADING and passage.text == text
        )
        number, top = next(headings, (1, 0.0))
        bar = self.verticalScrollBar()
        above = self.page_rectangle(number).top() + bar.value()
        bar.setValue(round(above + top * self._scale) - _GAP)

    def page_rectangle(self, number: int) -> QRect:
        """Return where a page stands in the viewport, in pixels; `number` counts from 1."""
        size = self._page_size()
        x = max(_GAP, (self.viewport().width() - size.width()) // 2)
        y = _GAP + (number - 1) * (size.height() + _GAP)
        return QRect(
            x - self.horizontalScrollBar().value(),
            y - self.verticalScrollBar().value(),
            size.width(),
            size.height(),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new size."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages that are seen."""
        painter = QPainter(self.viewport())
        window = self.palette().color(QPalette.ColorRole.Window)
        painter.fillRect(event.rect(), window.darker(_DESK))
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        for page in self._pages:
            place = self.page_rectangle(page.number)
            if place.intersects(event.rect()):
                painter.drawPixmap(place.topLeft(), self._picture(page))
                painter.drawRect(place.adjusted(-1, -1, 0, 0))

    def _picture(self, page: Page) -> QPixmap:
        """Return the picture of a page, painted only where the page is not one seen lately."""
        picture = self._pictures.pop(page, None)
        if picture is None:
            ratio = self.devicePixelRatioF()
            picture = QPixmap(self._page_size() * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.white)
            painter = QPainter(picture)
            paint_page(painter, page, self._scale)
            painter.end()
        self._pictures[page] = picture
        while len(self._pictures) > _KEPT:
            del self._pictures[next(iter(self._pictures))]
        return picture

    def _page_size(self) -> QSize:
        return QSize(round(PAPER_WIDTH * self._scale), round(PAPER_HEIGHT * self._scale))

    def _fit(self) -> None:
        """Find the scale and the ranges of the scroll bars; keep what stands at the top."""
        bar = self.verticalScrollBar()
        share = bar.value() / max(1, self._height())
        scale = self._wanted_scale()
        if scale != self._scale:
            self._pictures.clear()
        rescaled = scale != self._scale
        self._scale = scale
        view = self.viewport().size()
        wider = max(0, self._page_size().width() + 2 * _GAP - view.width())
        self.horizontalScrollBar().setRange(0, wider)
        bar.setRange(0, max(0, self._height() - view.height()))
        bar.setSingleStep(40)
        bar.setPageStep(max(1, view.height() - 40))
        if rescaled:
            bar.setValue(round(share * self._height()))
            self.horizontalScrollBar().setValue(wider // 2)
        self._tell_page()

    def _wanted_scale(self) -> float:
        """Return the pixels in a point."""
        view = self.viewport().size()
        width = (view.width() - 2 * _GAP) / PAPER_WIDTH
        height = (view.height() - 2 * _GAP) / PAPER_HEIGHT
        scales = {
            Zoom.WIDTH: width,
            Zoom.PAGE: min(width, height),
            Zoom.FULL: self.logicalDpiY() / 72,
        }
        return max(_LEAST_SCALE, scales[self._zoom])

    def _height(self) -> int:
        return _GAP + len(self._pages) * (self._page_size().height() + _GAP)

    def _tell_page(self) -> None:
        if not self._pages:
            return
        middle = self.viewport().height() // 2
        passed = sum(1 for page in self._pages if self.page_rectangle(page.number).top() <= middle)
        self.page_changed.emit(max(1, passed), len(self._pages))
