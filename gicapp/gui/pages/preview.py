"""The preview: the report's pages as they will be printed, following what is typed."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QVBoxLayout, QWidget

from gicapp.core.layout import Layout
from gicapp.core.report import Report
from gicapp.form.loader import load_form
from gicapp.gui.appearance import GAP, ems
from gicapp.gui.halves import Halves
from gicapp.gui.pages.composition import compose
from gicapp.gui.pages.fonts import METRIC
from gicapp.gui.pages.page import Booklet
from gicapp.gui.pages.page_view import PageView, Zoom
from gicapp.gui.side_pane import NARROWEST, SidePane

_DELAY: Final = 120  # milliseconds: changes that come faster are shown together
_ZOOMS: Final = (("适合宽度", Zoom.WIDTH), ("整页", Zoom.PAGE), ("100%", Zoom.FULL))


class PreviewPane(SidePane):
    """Pages, zoom, page count and printing.

    `report_of` gives the report as it is now; call `refresh` whenever it has changed.
    """

    least, best = 28, 34  # characters; with fewer no page can be read
    stays = False

    def __init__(
        self,
        report_of: Callable[[], Report],
        layout_of: Callable[[], Layout] = Layout,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._report_of = report_of
        self._layout_of = layout_of
        self.view = PageView(self)
        self.zoom = QComboBox(self)
        self.count = QLabel(self)
        self.print_button = QPushButton("打印…", self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY)
        self._stale = True
        self._arrange()
        self._connect()

    @property
    def booklet(self) -> Booklet:
        """Return the pages of the report as it is now."""
        report = self._report_of()
        return compose(report, load_form(report.form), METRIC, self._layout_of())

    @Slot()
    def refresh(self) -> None:
        """Show the report as it is now, soon; a hidden preview waits until it is shown."""
        self._stale = True
        if self.isVisible() and not self._timer.isActive():
            self._timer.start()

    def show_section(self, number: int) -> None:
        """Bring the heading of a section, counted from 1, to the top of the view."""
        heading = load_form(self._report_of().form).section(number).heading
        self.view.show_heading(heading)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what has changed while the preview was hidden."""
        super().showEvent(event)
        if self._stale:
            self._show_now()

    def take_focus(self) -> None:
        """Put the cursor on the pages, which the arrow keys scroll."""
        self.view.setFocus()

    def _arrange(self) -> None:
        for name, zoom in _ZOOMS:
            self.zoom.addItem(name, zoom)
        self.zoom.setAccessibleName("缩放")
        self.zoom.setToolTip("缩放")
        self.view.setAccessibleName("打印预览")
        bar = Halves()
        bar.setContentsMargins(GAP, GAP - 2, GAP, GAP - 2)
        bar.first.addWidget(self.back)
        bar.first.addWidget(self.zoom)
        bar.first.addWidget(self.count, 1)
        bar.second.addWidget(self.print_button)
        self.setMinimumWidth(ems(self.font(), NARROWEST))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.view, 1)

    def _connect(self) -> None:
        self._timer.timeout.connect(self._show_now)
        self.zoom.currentIndexChanged.connect(self._apply_zoom)
        self.view.page_changed.connect(self._show_count)
        self.print_button.clicked.connect(self.print_pages)

    @Slot()
    def print_pages(self) -> None:
        """Ask for a printer and print all pages as they are now."""
        from gicapp.gui.pages.printing import print_booklet  # loads Qt's printing when used

        print_booklet(self.booklet, self)

    @Slot()
    def _show_now(self) -> None:
        self._stale = False
        self.view.show_pages(self.booklet.pages)

    @Slot()
    def _apply_zoom(self) -> None:
        self.view.set_zoom(self.zoom.currentData())

    @Slot(int, int)
    def _show_count(self, page: int, pages: int) -> None:
        self.count.setText(f"第 {page} 页，共 {pages} 页")
