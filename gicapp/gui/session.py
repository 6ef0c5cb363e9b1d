"""The one door between the window and the report: edits, undo, files, and live findings."""

import logging
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from gicapp.core.change import Change
from gicapp.core.finding import Finding, Severity
from gicapp.core.history import Draft, History
from gicapp.core.report import Dismissal, Report
from gicapp.core.totals import following_totals
from gicapp.errors import GicError
from gicapp.form.declaration import Form
from gicapp.form.loader import load_form
from gicapp.gui.checking import Checking

_log = logging.getLogger(__name__)


class Session(QObject):
    """A report being worked on.

    `changed`: the report is another one. `replaced`: a new report was begun or opened.
    `findings_changed`: `findings` and `accepted` (with a reason) are new. `failed` and `told`
    carry a text for the message bar, `offered` an Offer: a text with choices, such as to take a
    step back; `doubted` a Reading that a person must look at before it is taken over; `begun` a
    Work that goes on beside the window.
    """

    changed = Signal()
    replaced = Signal()
    findings_changed = Signal()
    saved_state_changed = Signal()
    failed = Signal(str)
    told = Signal(str)
    offered = Signal(object)
    doubted = Signal(object)
    begun = Signal(object)

    def __init__(self, report: Report | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = History(report or Report())
        self.path: Path | None = None
        self.saved_at: datetime | None = None
        self.held_by = ""  # who else has the file open; it is saved by another name then
        self.is_lost = False  # the file is gone, and with it what was saved
        self.checking = Checking(lambda: self.report, self)
        self.checking.checked.connect(self.findings_changed)

    @property
    def report(self) -> Report:
        """Return the report as it stands."""
        return self._history.report

    @property
    def form(self) -> Form:
        """Return the official form of the report."""
        return load_form(self.report.form)

    @property
    def undo_name(self) -> str:
        """Return the name of the edit that `undo` takes back, or nothing."""
        return self._history.undo_name

    @property
    def redo_name(self) -> str:
        """Return the name of the edit that `redo` does again, or nothing."""
        return self._history.redo_name

    @property
    def is_saved(self) -> bool:
        """Tell whether nothing would be lost by closing."""
        return self._history.is_saved and not self.is_lost

    def edit(self, name: str, changes: Iterable[Change], group: str = "") -> bool:
        """Do changes as one undoable step of this Chinese name; totals follow their parts.

        Edits of the same non-empty `group` in a row are one step. Return whether anything
        changed.
        """
        whole = following_totals(self.form, self.report, changes)
        done = self._history.do(name, whole, group)
        if done:
            self._announce()
        return done

    def undo(self) -> None:
        """Take the last edit back."""
        if self._history.undo() is not None:
            self._announce()

    def redo(self) -> None:
        """Do the last undone edit again."""
        if self._history.redo() is not None:
            self._announce()

    def begin(self, report: Report, path: Path | None = None) -> None:
        """Work on another report from here on."""
        self._history = History(report)
        self.path = path
        self.saved_at = None
        self.is_lost = False
        self.replaced.emit()
        self._announce()

    def draft(self) -> Draft:
        """Return the report as it stands, to be saved while the work on it goes on."""
        return self._history.draft()

    def note_saved(self, draft: Draft | None = None) -> None:
        """Note that the file holds a draft of this report, or else the report as it stands."""
        self.saved_at = datetime.now().astimezone()
        self.is_lost = False
        self._history.mark_saved(draft)
        self.saved_state_changed.emit()

    def count(self, severity: Severity) -> int:
        """Return how many findings of a severity there are."""
        return sum(1 for finding in self.findings if finding.severity is severity)

    def check_now(self) -> None:
        """Check the report as it stands and find causes, without waiting for the event loop."""
        self.checking.check_now()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return what was found in the report and is not accepted."""
        return self.checking.findings

    @property
    def accepted(self) -> tuple[tuple[Finding, Dismissal], ...]:
        """Return what was found and is accepted with a reason."""
        return self.checking.accepted

    def refuse(self, error: GicError | str) -> None:
        """Show the user why an action was not done."""
        _log.info("refused: %s", error)
        self.failed.emit(str(error))

    def _announce(self) -> None:
        self.changed.emit()
        self.saved_state_changed.emit()
        self.checking.note_edit()
