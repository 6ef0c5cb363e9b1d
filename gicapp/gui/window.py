"""The window: menus, toolbar, one place for messages, and the report or the start page."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from gicapp.gui.actions import build_actions
from gicapp.gui.appearance import toggle_contrast
from gicapp.gui.dialogs import Dialogs
from gicapp.gui.documents import Documents, read_for
from gicapp.gui.file_drop import FileDrop
from gicapp.gui.guide import Guide
from gicapp.gui.head import Head, build_recent_menu
from gicapp.gui.icons import pixmap
from gicapp.gui.messages.message_bar import MessageBar
from gicapp.gui.messages.waiting import Waiting
from gicapp.gui.page_stack import PageStack
from gicapp.gui.preparation import Preparation
from gicapp.gui.safety.archive import Archive
from gicapp.gui.safety.keeping import Keeping
from gicapp.gui.start.start_page import StartPage

if TYPE_CHECKING:
    from gicapp.core.reading import Reading
    from gicapp.gui.page import Page
    from gicapp.gui.session import Session
    from gicapp.gui.status_line import StatusLine
    from gicapp.gui.workspace import Workspace

PROGRAM: Final = "政府信息公开工作年度报告"
_WITH_REPORT: Final = (
    "save", "save_as", "export", "print", "find", "findings", "preview", "checklist",
    "send", "edited", "rounds", "compare", "versions", "next_finding", "previous_finding",
    "next_pane", "previous_pane",
)  # fmt: skip


class Window(QMainWindow):
    """One report in one window; everything it does to the report goes through the session.

    Without a session it begins with the start page; session and workspace are made when they
    are first wanted, so that the window is there at once.
    """

    status: "StatusLine"

    def __init__(self, session: "Session | None" = None, dialogs: Dialogs | None = None) -> None:
        super().__init__()
        self._session: Session | None = None
        self._workspace: Workspace | None = None
        self.preparation = Preparation(self)
        self.documents = Documents(
            lambda: self.session, self.preparation, dialogs or Dialogs(self), self
        )
        self.archive = Archive(self.documents, self, self)
        self.guide = Guide(self.documents, self, self.archive.keep_round, self)
        self.actions_by_name = build_actions(self, self._doing())
        self.message = MessageBar()
        self.waiting = Waiting()
        self.keeping = Keeping(self.documents, self.archive, self.waiting, self)
        self.preparation.begun.connect(self.waiting.follow)
        self._stack = PageStack()
        self.start_page = StartPage(self.actions_by_name, self.documents)
        self._lay_out()
        self.documents.import_wanted.connect(self.show_receipt)
        self.keeping.close_wanted.connect(self.close)
        self.guide.preview_shown.connect(self.actions_by_name["preview"].setChecked)
        FileDrop(self).dropped.connect(self.guide.take_file)
        if session is None:
            self._show_start()
        else:
            self._attach(session)
            self.show_report()

    def _doing(self) -> dict[str, Callable[[], object]]:
        files = self.documents
        return {
            "open": files.open_asked,
            "save": files.save,
            "save_as": files.save_as,
            "import": lambda: files.import_asked(prior=False),
            "prior": lambda: files.import_asked(prior=True),
            "sample": files.open_sample,
            "quit": self.close,
            "undo": self._undo,
            "redo": self._redo,
            "find": self._find,
            "findings": self._toggle_findings,
            "next_finding": lambda: self.workspace.findings.go_on(1),
            "previous_finding": lambda: self.workspace.findings.go_on(-1),
            "contrast": toggle_contrast,
            "next_pane": lambda: self.workspace.step_pane(1),
            "previous_pane": lambda: self.workspace.step_pane(-1),
            **self.guide.doing(),
            **self.archive.doing(),
        }

    def _lay_out(self) -> None:
        files = self.documents
        self.head = Head(self, self.actions_by_name)
        self.setMenuWidget(self.head)
        menus = self.head.menus
        self.recent_menu = build_recent_menu(self, files.recent, files.open)
        menus["文件"].insertMenu(self.actions_by_name["save"], self.recent_menu)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.keeping.bars.add(self.message)
        column.addWidget(self.waiting)
        column.addWidget(self.keeping.bars)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(middle)
        self._stack.add(self.start_page)

    def sizeHint(self) -> QSize:
        """Return a size that fits a 1366×768 screen."""
        return QSize(1366, 720)

    @property
    def session(self) -> "Session":
        """Return the session; a window that only showed the start page gets an empty one."""
        if self._session is None:
            from gicapp.gui.session import Session

            self._attach(Session(parent=self))
        assert self._session is not None  # noqa: S101  # attached just now
        return self._session

    def _attach(self, session: "Session") -> None:
        self._session = session
        session.failed.connect(self.message.refuse)
        session.told.connect(self.message.tell)
        session.offered.connect(self.message.offer)
        session.changed.connect(self.message.pass_on)
        session.begun.connect(self.waiting.follow)
        session.saved_state_changed.connect(self._renew)
        session.replaced.connect(self.message.hide)
        session.replaced.connect(self.show_report)
        self.keeping.attach(session)

    @property
    def workspace(self) -> "Workspace":
        """Return where the report is worked on, built when it is first wanted."""
        if self._workspace is None:
            from gicapp.gui.status_line import StatusLine
            from gicapp.gui.workspace import Workspace

            self._workspace = Workspace(self.session)
            self.status = StatusLine(self.session)
            self.setStatusBar(self.status)
            self._workspace.prior_wanted.connect(self.actions_by_name["prior"].trigger)
            self._workspace.noted.connect(self.status.selection.setText)
            self._workspace.findings_folded.connect(self.status.findings.setVisible)
            self.status.findings.clicked.connect(self.actions_by_name["findings"].trigger)
            self._stack.addWidget(self._workspace)
        return self._workspace

    def show_report(self) -> None:
        """Show the report, at the part that was shown last."""
        workspace = self.workspace
        self._stack.setCurrentWidget(workspace)
        workspace.show_section(max(workspace.sections.currentRow(), 0))
        for name in _WITH_REPORT:
            self.actions_by_name[name].setEnabled(True)
        self._renew()

    @property
    def shown_page(self) -> "Page | None":
        """Return the page of the report that is shown; None while the start page is."""
        return None if self.start_page.isVisible() else self.workspace.shown_page

    def show_over(self, page: "Page") -> None:
        """Show the report, and a page over its sections until it is closed."""
        self.show_report()
        self.workspace.show_over(page)

    def _show_start(self) -> None:
        for name in (*_WITH_REPORT, "undo", "redo"):
            self.actions_by_name[name].setEnabled(False)
        self.setWindowTitle(PROGRAM)

    def show_receipt(self, path: Path, prior: bool) -> None:  # noqa: FBT001  # a signal's slot
        """Read a source and show what it holds; nothing changes before the user says so."""

        def show(reading: "Reading") -> None:
            self.show_report()
            self.workspace.show_reading(reading, "prior" if prior else "current")

        read_for(self.session, path, show)

    def _undo(self) -> None:
        name = self.session.undo_name
        self.session.undo()
        self.status.say(f"已撤销：{name}")

    def _redo(self) -> None:
        name = self.session.redo_name
        self.session.redo()
        self.status.say(f"已重做：{name}")

    def _find(self) -> None:
        self.workspace.begin_search()

    def _toggle_findings(self) -> None:
        self.workspace.toggle_findings()

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
        others = "（只读）" if session.held_by else ""
        self.setWindowTitle(f"{self.documents.name()}{others}[*] - {PROGRAM}")
        self.setWindowModified(not session.is_saved)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the bars above the page take turns where the window is low."""
        super().resizeEvent(event)
        self.keeping.bars.fit(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons anew in other colours."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "head"):
            self.head.follow_scheme()
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.keeping.look()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved work before closing."""
        if self.keeping.may_close():
            self.hide()  # a share that does not answer holds nothing that one looks at
            self.keeping.finish()
            event.accept()
        else:
            event.ignore()


def put_away(window: Window) -> None:
    """Take a window apart while its application lives; left to the interpreter, it crashes.

    Pictures must not outlive the application either.
    """
    shiboken6.delete(window)
    pixmap.cache_clear()
