"""Saves a session's report beside the window: one save after the other, none of them lost."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from gicapp.core.history import Draft
from gicapp.gui.background import Work
from gicapp.gui.safety.custody import Custody
from gicapp.gui.safety.writer import Refused, Written
from gicapp.gui.session import Session

Act = Callable[[], object]


@dataclass(eq=False)
class _Save:
    """A save that is asked for, and what waits for it."""

    path: Path
    waiting: list[Act] = field(default_factory=list)
    is_saved: bool = False
    is_left: bool = False  # another report took the place of the one that is being saved


class Saving(QObject):
    """What is saved is the report as it stood when saving began.

    `saved` carries the path; `refused` a Refused; `failed` a text; `given_up` the path of a save
    that the user no longer waits for.
    """

    saved = Signal(object)
    refused = Signal(object)
    failed = Signal(str)
    given_up = Signal(object)

    def __init__(self, session: Session, custody: Custody, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._custody = custody
        self._current: tuple[_Save, Draft, Work] | None = None
        self._next: _Save | None = None
        session.replaced.connect(self.leave)

    @property
    def is_under_way(self) -> bool:
        """Tell whether a save goes on beside the window."""
        return self._current is not None

    def save(self, path: Path, then: Act | None = None) -> bool:
        """Save the report as it stands; return whether that is done.

        Where it takes long, `then` is called once it is done. A save that is under way is waited
        for; what it does not hold is saved after it.
        """
        if self._current is not None:
            save = self._joined(path)
            save.waiting += [then] if then else []
            return False
        save = _Save(path)
        if not self._start(save) and then is not None:
            save.waiting.append(then)
        return save.is_saved

    def wait(self, then: Act) -> None:
        """Call this once the last save that was asked for is done; not if it fails."""
        save = self._next or (self._current[0] if self._current else None)
        if save is not None:
            save.waiting.append(then)

    def forget(self) -> None:
        """Let nothing wait for a save any more."""
        for save in (self._next, self._current[0] if self._current else None):
            if save is not None:
                save.waiting.clear()

    def _joined(self, path: Path) -> _Save:
        """Return the save that a further one becomes: the one under way, or the next."""
        assert self._current is not None  # noqa: S101  # who asks has seen it
        save, draft, _ = self._current
        if self._next is None and save.path == path and draft.report == self._session.report:
            return save
        waiting = self._next.waiting if self._next else []
        self._next = _Save(path, waiting)  # the last place that was asked for is meant
        return self._next

    def _start(self, save: _Save) -> bool:
        session, draft = self._session, self._session.draft()
        write = self._custody.writing(save.path, draft.report)
        work = Work(f"正在保存“{save.path.name}”", write, session)
        self._current = (save, draft, work)
        work.done.connect(lambda outcome: self._take(save, draft, outcome))
        work.failed.connect(lambda text: self._fail(save, text))
        work.outlasted.connect(lambda outcome: self._take_late(save, draft, outcome))
        work.ended.connect(lambda: self._end(save, work))
        session.begun.emit(work)
        work.start()
        return save.is_saved

    def _end(self, save: _Save, work: Work) -> None:
        self._current = None
        if not work.is_wanted and not save.is_left:
            self.given_up.emit(save.path)
            self._go_on(save)

    def _take(self, save: _Save, draft: Draft, outcome: Written | Refused) -> None:
        if isinstance(outcome, Refused):
            self.refused.emit(outcome)
        else:
            self._take_over(draft, outcome)
            save.is_saved = True
        self._go_on(save)

    def _fail(self, save: _Save, text: str) -> None:
        self.failed.emit(text)
        self._go_on(save)

    def _take_late(self, save: _Save, draft: Draft, outcome: Written | Refused | None) -> None:
        """Take over what a save brought about although nobody waited for it any more."""
        if not isinstance(outcome, Written):
            return
        if not save.is_left and self._session.path in (None, outcome.path):
            self._take_over(draft, outcome)
        else:
            self._custody.drop(outcome)

    def _take_over(self, draft: Draft, outcome: Written) -> None:
        if self._custody.take(outcome):
            self._session.path = outcome.path
            self._session.note_saved(draft)
            self.saved.emit(outcome.path)

    def _go_on(self, save: _Save) -> None:
        """Begin the save that was asked for meanwhile, else do what waited for this one.

        After one that failed, the next is begun only where it goes to another place.
        """
        following, self._next = self._next, None
        waiting = save.waiting if save.is_saved else []
        if following is not None and (save.is_saved or following.path != save.path):
            following.waiting += waiting
            waiting = following.waiting if self._start(following) else []
        for act in waiting:
            act()

    def leave(self) -> None:
        """Give up, without a word, the saves of a report that is no longer worked on."""
        self.forget()
        self._next = None
        if self._current is not None:
            save, _, work = self._current
            save.is_left = True
            work.cancel()
