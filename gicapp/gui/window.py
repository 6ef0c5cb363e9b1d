"""The window: the parts of the report at the left, one of them in the middle, findings right."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from gicapp.core.change import SetText, SetValue
from gicapp.core.finding import Finding, Severity
from gicapp.errors import GicError
from gicapp.gui.actions import add_menus, add_toolbar, build_actions, build_recent_menu, draw_icons
from gicapp.gui.appearance import ems
from gicapp.gui.dialogs import Dialogs
from gicapp.gui.documents import Documents
from gicapp.gui.findings_panel import FindingsPanel
from gicapp.gui.message_bar import MessageBar
from gicapp.gui.page import REPORT_SECTION, Page
from gicapp.gui.section_list import SectionList
from gicapp.gui.session import Session
from gicapp.gui.status_line import StatusLine

if TYPE_CHECKING:
    from gicapp.core.causes import Cause
    from gicapp.core.intake import Target
    from gicapp.core.reading import Reading
    from gicapp.gui.receipt_page import ReceiptPage

PROGRAM: Final = "政府信息公开工作年度报告"


class Window(QMainWindow):
    """One report in one window; everything it does to the report goes through the session."""

    def __init__(self, session: Session, dialogs: Dialogs | None = None) -> None:
        super().__init__()
        self.session = session
        self.documents = Documents(session, dialogs or Dialogs(self), self)
        self.pages: dict[int, Page] = {}
        self.message = MessageBar()
        self.sections = SectionList(session)
        self.findings = FindingsPanel(session)
        self._stack = QStackedWidget()
        self.actions_by_name = build_actions(self, self._doing())
        self._lay_out()
        self._connect()
        self._renew()

    def _doing(self) -> dict[str, Callable[[], object]]:
        files = self.documents
        return {
            "new": files.new,
            "open": files.open_asked,
            "save": files.save,
            "save_as": files.save_as,
            "import": lambda: files.import_asked(prior=False),
            "prior": lambda: files.import_asked(prior=True),
            "export": files.export_word,
            "quit": self.close,
            "undo": self.session.undo,
            "redo": self.session.redo,
            "findings": self._toggle_findings,
        }

    def _lay_out(self) -> None:
        files = self.documents
        menus = add_menus(self, self.actions_by_name)
        self.recent_menu = build_recent_menu(self, files.recent, files.open)
        menus["文件"].insertMenu(self.actions_by_name["save"], self.recent_menu)
        self._toolbar = add_toolbar(self, self.actions_by_name)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.message)
        column.addWidget(self._stack, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        for widget in (self.sections, middle, self.findings):
            splitter.addWidget(widget)
        em = ems(self.font(), 1)
        splitter.setSizes([13 * em, 66 * em, 22 * em])
        for place, stretch in enumerate((0, 1, 0)):
            splitter.setStretchFactor(place, stretch)
        self.sections.setMinimumWidth(10 * em)
        self.findings.setMinimumWidth(16 * em)
        self.setCentralWidget(splitter)
        self.status = StatusLine(self.session)
        self.setStatusBar(self.status)

    def _connect(self) -> None:
        session = self.session
        self.sections.chosen.connect(self.show_section)
        self.findings.chosen.connect(self.show_finding)
        self.documents.import_wanted.connect(self.show_receipt)
        session.doubted.connect(self.show_reading)
        session.failed.connect(self.message.refuse)
        session.told.connect(self.message.tell)
        session.saved_state_changed.connect(self._renew)
        session.replaced.connect(self.message.hide)

    def sizeHint(self) -> QSize:
        """Return a size that fits a 1366×768 screen."""
        return QSize(1366, 720)

    # ------------------------------------------------------------ sections

    def page(self, number: int) -> Page:
        """Return the page of a section, built when it is first shown."""
        if number not in self.pages:
            page = self._build_page(number)
            page.noted.connect(self.status.selection.setText)
            self.pages[number] = page
            self._stack.addWidget(page)
        return self.pages[number]

    @property
    def shown_page(self) -> QWidget:
        """Return the page in the middle: a section's, or the receipt of an import."""
        return self._stack.currentWidget()

    def _build_page(self, number: int) -> Page:
        """Return a new page; what it is made of is loaded when it is first wanted."""
        if number == REPORT_SECTION:
            from gicapp.gui.profile_page import ProfilePage

            return ProfilePage(self.session)
        section = self.session.form.section(number)
        if section.table:
            from gicapp.gui.table_page import TablePage

            return TablePage(self.session, section)
        from gicapp.gui.text_page import TextPage

        return TextPage(self.session, section)

    def show_section(self, number: int) -> None:
        """Show a section in the middle; a negative number is no section."""
        if number < 0:
            return
        self.status.selection.clear()
        self._stack.setCurrentWidget(self.page(number))
        if self.sections.currentRow() != number:
            self.sections.setCurrentRow(number)

    def show_finding(self, target: "Finding | Cause") -> None:
        """Go to the cell or the words that a finding, or a cause, speaks of."""
        finding = target if isinstance(target, Finding) else _as_finding(self.session, target)
        self.show_section(finding.section)
        self.page(finding.section).show_finding(finding)

    def show_receipt(self, path: Path, prior: bool) -> None:  # noqa: FBT001  # a signal's slot
        """Read a source and show what it holds; nothing changes before the user says so."""
        from gicapp.files.reading import read_source  # readers are loaded only when used

        try:
            reading = read_source(path)
        except GicError as error:
            self.session.refuse(error)
            return
        if reading.is_empty:
            reasons = "".join(problem.message for problem in reading.problems)
            self.session.refuse(f"“{path.name}”里没有认出年度报告的内容。{reasons}")
            return
        self.show_reading(reading, "prior" if prior else "current")

    def show_reading(self, reading: "Reading", target: "Target" = "current") -> "ReceiptPage":
        """Show the receipt of a reading over the sections until it is closed."""
        from gicapp.gui.receipt_page import ReceiptPage

        page = ReceiptPage(self.session, reading, target)
        here = self.sections.currentRow()
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.closed.connect(lambda: self._close_page(page, here))
        page.focus_body()
        return page

    def _close_page(self, page: "ReceiptPage", section: int) -> None:
        self._stack.removeWidget(page)
        page.deleteLater()
        self.show_section(max(section, 0))

    def _toggle_findings(self) -> None:
        self.findings.setVisible(not self.findings.isVisible())

    # --------------------------------------------------------------- state

    def _renew(self) -> None:
        session, actions = self.session, self.actions_by_name
        for name, verb, edit in (
            ("undo", "撤销", session.undo_name),
            ("redo", "重做", session.redo_name),
        ):
            action = actions[name]
            action.setEnabled(bool(edit))
            action.setText(f"{verb}「{edit}」" if edit else verb)
            action.setIconText(verb)
            action.setToolTip(f"{action.text()}（{action.shortcut().toString()}）")
        self.setWindowTitle(f"{self.documents.name()}[*] - {PROGRAM}")
        self.setWindowModified(not session.is_saved)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons anew in other colours."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_toolbar"):
            draw_icons(self.actions_by_name, self._toolbar.iconSize().width())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved work before closing."""
        if self.documents.may_leave():
            event.accept()
        else:
            event.ignore()


def _as_finding(session: Session, cause: "Cause") -> Finding:
    """Return a cause as a finding that names the cells it would change."""
    cells = tuple(change.cell for change in cause.changes if isinstance(change, SetValue))
    texts = [int(change.section) for change in cause.changes if isinstance(change, SetText)]
    form = session.form
    section = form.table(form.cells[cells[0]].table).section if cells else (texts or [0])[0]
    return Finding("", Severity.HINT, section, cause.why, cells)
