"""Undo and redo: every edit goes through `History.do` and can be taken back by its inverse."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from gicapp.core.change import Change, apply
from gicapp.core.report import Report


@dataclass(frozen=True)
class Edit:
    """One step of undo: its Chinese name, its changes and their inverse.

    Edits with the same non-empty `group` that follow each other become one step, so that a
    word typed letter by letter is undone at once.
    """

    name: str
    changes: tuple[Change, ...]
    inverse: tuple[Change, ...]
    group: str = ""


@dataclass(frozen=True)
class Draft:
    """A report as it stood after an edit, None before the first: what a save is about."""

    report: Report
    after: Edit | None


class History:
    """A report with everything that was done to it."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self._done: list[Edit] = []
        self._undone: list[Edit] = []
        self._saved: Edit | None = None
        self._drafted: Edit | None = None

    def do(self, name: str, changes: Iterable[Change], group: str = "") -> bool:
        """Apply changes as one undoable step; return False when nothing would change."""
        changes = tuple(changes)
        report, inverse = apply(self.report, changes)
        if report == self.report:
            return False
        self.report = report
        self._done.append(self._joined(Edit(name, changes, inverse, group)))
        self._undone.clear()
        return True

    def _joined(self, edit: Edit) -> Edit:
        """Return the edit, grown by the last one where both are of one group."""
        last = self._done[-1] if self._done else None
        if last is None or last is self._saved or last is self._drafted:
            return edit  # one can go back to what stands on disk, or soon does
        if not edit.group or last.group != edit.group:
            return edit
        self._done.pop()
        return replace(
            edit, changes=last.changes + edit.changes, inverse=edit.inverse + last.inverse
        )

    def undo(self) -> Edit | None:
        """Take the last edit back and return it; None when there is none."""
        if not self._done:
            return None
        edit = self._done.pop()
        self.report, _ = apply(self.report, edit.inverse)
        self._undone.append(edit)
        return edit

    def redo(self) -> Edit | None:
        """Do the last undone edit again and return it; None when there is none."""
        if not self._undone:
            return None
        edit = self._undone.pop()
        self.report, _ = apply(self.report, edit.changes)
        self._done.append(edit)
        return edit

    @property
    def undo_name(self) -> str:
        """Return the name of the edit that `undo` would take back, or nothing."""
        return self._done[-1].name if self._done else ""

    @property
    def redo_name(self) -> str:
        """Return the name of the edit that `redo` would do again, or nothing."""
        return self._undone[-1].name if self._undone else ""

    def draft(self) -> Draft:
        """Return the report as it stands, to be saved; what is typed next is another step."""
        self._drafted = self._done[-1] if self._done else None
        return Draft(self.report, self._drafted)

    def mark_saved(self, draft: Draft | None = None) -> None:
        """Note that a draft, or else the report as it stands, is on disk."""
        self._saved = (draft or self.draft()).after

    @property
    def is_saved(self) -> bool:
        """Tell whether the report is as it was when last saved or opened."""
        return (self._done[-1] if self._done else None) is self._saved
