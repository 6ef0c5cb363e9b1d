"""Where a report is worked on: its parts at the left, one in the middle, the findings right."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from gicapp.core.change import SetText, SetValue
from gicapp.core.finding import Finding, Severity
from gicapp.gui.columns import Columns
from gicapp.gui.find.find_bar import FindBar
from gicapp.gui.findings.findings_panel import FindingsPanel
from gicapp.gui.page import REPORT_SECTION, Page
from gicapp.gui.page_stack import PageStack
from gicapp.gui.panes import order_tabs, step_pane
from gicapp.gui.section_list import SectionList
from gicapp.gui.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable

    from gicapp.core.causes import Cause
    from gicapp.core.intake import Target
    from gicapp.core.reading import Reading
    from gicapp.gui.start.receipt_page import ReceiptPage


class Workspace(QSplitter):
    """The three columns of the window.

    `noted` carries a text for the status line, `findings_folded` whether the findings are hidden
    though they have something to say. `prior_wanted`: last year's report is to be chosen.
    """

    noted = Signal(str)
    prior_wanted = Signal()
    findings_folded = Signal(bool)

    def __init__(self, session: Session) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.session = session
        self.pages: dict[int, Page] = {}
        self.sections = SectionList(session)
        self.findings = FindingsPanel(session)
        self.find_bar = FindBar(session)
        self.find_bar.found.connect(self.show_finding)
        self._stack = PageStack()
        self._lay_out()
        self.sections.chosen.connect(self.show_section)
        self.sections.clicked.connect(self.columns.uncover)
        self.findings.chosen.connect(self.show_finding)
        session.doubted.connect(self.show_reading)

    def _lay_out(self) -> None:
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.find_bar)
        column.addWidget(self._stack, 1)
        for widget in (self.sections, middle):
            self.addWidget(widget)
        for place, stretch in enumerate((0, 1)):
            self.setStretchFactor(place, stretch)
        self.columns = Columns(self, self.sections, middle, lambda: self.shown_page.least)
        self.columns.add(self.findings, wanted=True)
        self.columns.changed.connect(self._tell_folded)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the columns their widths at first."""
        super().showEvent(event)
        self.columns.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what finds no room beside the page, or unfold it."""
        super().resizeEvent(event)
        self.columns.arrange()

    def withhold_findings(self, *, wanted: bool) -> None:
        """Keep the findings back while a task is done that they have nothing to say to."""
        self.columns.withhold(self.findings, wanted=wanted)

    def toggle_findings(self) -> None:
        """Show the findings, whatever hid them, or hide them."""
        self.columns.toggle(self.findings)

    def _tell_folded(self) -> None:
        is_withheld = self.columns.is_withheld(self.findings)
        self.findings_folded.emit(self.findings.isHidden() and not is_withheld)

    def begin_search(self) -> None:
        """Begin to search the report."""
        self.columns.uncover()
        self.find_bar.open()

    def step_pane(self, along: int) -> None:
        """Put the cursor into the next column that is shown, or the previous one."""
        stops: dict[QWidget, Callable[[], object]] = {
            self.sections: self.sections.setFocus,
            self.shown_page: self.shown_page.focus_body,
            **{pane: pane.take_focus for pane in self.columns.panes},
        }
        step_pane(stops, along)

    @property
    def shown_page(self) -> Page:
        """Return the page in the middle: a section's, or one that stands over the sections."""
        return cast("Page", self._stack.shown)  # nobody asks before there is one

    def page(self, number: int) -> Page:
        """Return the page of a section, built when it is first shown."""
        if number not in self.pages:
            page = self._build_page(number)
            page.noted.connect(self.noted)
            self.pages[number] = page
            self._stack.add(page)
            order_tabs(self.sections, page)
        return self.pages[number]

    def _build_page(self, number: int) -> Page:
        """Return a new page; what it is made of is loaded when it is first wanted."""
        if number == REPORT_SECTION:
            from gicapp.gui.start.profile_page import ProfilePage

            page = ProfilePage(self.session)
            page.prior_wanted.connect(self.prior_wanted)
            return page
        section = self.session.form.section(number)
        if section.table:
            from gicapp.gui.tables.table_page import TablePage

            return TablePage(self.session, section)
        from gicapp.gui.texts.text_page import TextPage

        return TextPage(self.session, section)

    def show_section(self, number: int) -> None:
        """Show a section in the middle; a negative number is no section."""
        if number < 0:
            return
        page = self.page(number)
        if page is not self._stack.shown:
            self.noted.emit("")
        self._replace(page)
        if self.sections.currentRow() != number:
            self.sections.setCurrentRow(number)

    def show_finding(self, target: "Finding | Cause") -> None:
        """Go to the cell or the words that a finding, or a cause, speaks of."""
        finding = target if isinstance(target, Finding) else _as_finding(self.session, target)
        self.show_section(finding.section)
        self.page(finding.section).show_finding(finding)

    def show_reading(self, reading: "Reading", target: "Target" = "current") -> "ReceiptPage":
        """Show the receipt of a reading over the sections until it is closed."""
        from gicapp.gui.start.receipt_page import ReceiptPage

        page = ReceiptPage(self.session, reading, target)
        self.show_over(page)
        return page

    def show_over(self, page: Page) -> None:
        """Show a page over the sections until it is closed or a section is shown."""
        self._stack.add(page)
        self._replace(page)
        page.closed.connect(self._return_to_section)
        page.focus_body()

    def _replace(self, page: Page) -> None:
        """Show a page; one that stood over the sections before it is gone for good."""
        self.columns.uncover()  # first, so that the page before learns that it is left
        before = self._stack.shown
        self._stack.show_page(page)
        self.columns.arrange()
        if before is not None and before is not page and before not in self.pages.values():
            self._stack.drop(before)

    def _return_to_section(self) -> None:
        here = max(self.sections.currentRow(), 0)
        self.show_section(here)
        self.page(here).focus_body()


def _as_finding(session: Session, cause: "Cause") -> Finding:
    """Return a cause as a finding that names the cells it would change."""
    cells = tuple(change.cell for change in cause.changes if isinstance(change, SetValue))
    texts = [int(change.section) for change in cause.changes if isinstance(change, SetText)]
    form = session.form
    section = form.table(form.cells[cells[0]].table).section if cells else (texts or [0])[0]
    return Finding("", Severity.HINT, section, cause.why, cells)
