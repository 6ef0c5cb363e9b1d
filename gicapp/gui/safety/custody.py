"""Watches over the file of a session: who else has it open, and who else wrote to it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from gicapp.core.report import Report
from gicapp.files.owner import Owner
from gicapp.files.stamp import Stamp, stamp_of
from gicapp.gui.background import Wanted, Work
from gicapp.gui.safety.writer import Found, Refused, Writer, Written
from gicapp.gui.session import Session

_PATIENCE: Final = 0.5  # seconds that the program waits for a share when it ends


@dataclass(frozen=True)
class Sight:
    """What a look at the file showed: its stamp (None: not there), who took it over.

    `last` is the stamp that was known when the look began.
    """

    path: Path
    last: Stamp
    stamp: Stamp | None
    taken_by: Owner | None


class Custody(QObject):
    """The session's file on disk.

    What it returns as a callable may take long on a share, and is to be done beside the window;
    each waits for what else this window does with that file. `held` says that the file is
    another's, or no longer; `disturbed` carries the stamp of a file that others wrote to, or
    None when it is gone from its place.
    """

    held = Signal()
    disturbed = Signal(object)

    def __init__(self, session: Session, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._folder = folder
        self._path: Path | None = None  # the file that is held
        self._writers: dict[Path, Writer] = {}
        self._last = 0  # the number of the last write that was taken over
        self._looking: Work | None = None
        self._releasing: Work | None = None
        self.holder: Owner | None = None
        session.replaced.connect(self._follow)
        self._follow()

    def opening(self, path: Path) -> Callable[[Wanted], Found | None]:
        """Return what reads a report file and holds it, to be begun with or to be let go.

        It does not wait for the end of reading that was given up.
        """
        if path != self._path and self._writer(path).is_given_up:
            del self._writers[path]
        writer = self._writer(path)

        def read(is_wanted: Wanted) -> Found | None:
            with writer.turn:
                found = writer.open(is_wanted)
                if not is_wanted() and path != self._path:  # nobody may be left to let it go
                    writer.lock.release()
                return found

        return read

    def begin(self, found: Found) -> None:
        """Work on a report whose file was opened."""
        self.accept(found)
        self._session.begin(found.report, found.path)
        self.settle(found.path, found.holder)

    def settle(self, path: Path, holder: Owner | None) -> None:
        """Note who has a file that this window tried to hold; let go of one not worked on."""
        if path == self._path:
            self._note_holder(holder)
        else:
            self._release(path)

    def _follow(self) -> None:
        """Let go of the file that was worked on when another report is begun."""
        self._hold_instead(self._session.path)
        self._note_holder(None)

    def holding(self, path: Path, *, by_force: bool) -> Callable[[Wanted], Owner | None]:
        """Return what holds a file that another had open, by force although they still have.

        It returns who has the file then.
        """
        writer, before = self._writer(path), self.holder

        def hold(is_wanted: Wanted) -> Owner | None:
            with writer.turn:
                if not is_wanted():
                    return before
                return writer.lock.take_over(path) if by_force else writer.lock.take(path)

        return hold

    def _note_holder(self, holder: Owner | None) -> None:
        was, self.holder = self.holder, holder
        if holder is not None or was is not None:
            self.held.emit()

    def _hold_instead(self, path: Path | None) -> None:
        """Let go of the file that was held; a lost share may take long to answer."""
        before, self._path = self._path, path
        if before is not None and before != path:
            self._looking = None  # a look that hangs is at the other file
            self._release(before)

    def _writer(self, path: Path) -> Writer:
        if path not in self._writers:
            self._writers[path] = Writer(path, self._folder)
        return self._writers[path]

    def _release(self, path: Path) -> None:
        """Let go of a file that is not the session's, once nothing is being done there."""
        writer = self._writer(path)

        def release() -> None:
            with writer.turn:
                if path != self._path:
                    writer.lock.release()

        self._releasing = Work("", lambda _: release(), self._session)
        self._releasing.start()

    def writing(self, path: Path, report: Report) -> Callable[[Wanted], Written | Refused | None]:
        """Return what writes a report there, unless that would overwrite others' work.

        It returns None when it was no longer wanted before the file was touched.
        """
        writer, is_own, holder = self._writer(path), path == self._session.path, self.holder

        def write(is_wanted: Wanted) -> Written | Refused | None:
            with writer.turn:
                done: Written | Refused | None = None
                try:
                    if is_wanted():
                        done = writer.refusal(holder, is_own=is_own)
                        done = done or writer.write(report, is_wanted)
                finally:
                    if not isinstance(done, Written) and path != self._path:
                        writer.lock.release()
                return done

        return write

    def take(self, written: Written) -> bool:
        """Hold what was written as the session's file, unless a later write is held by now."""
        if written.number <= self._last:
            return False
        self._last = written.number
        self._hold_instead(written.path)
        self._note_holder(None)
        return True

    def drop(self, written: Written) -> None:
        """Let go of a file that was written although nobody waited for it any more."""
        if written.path != self._path and self._writer(written.path).number == written.number:
            self._release(written.path)

    def look(self) -> None:
        """Look at the file off the window's thread: a lost share may take long to answer."""
        path = self._path
        if path is None or (self._looking and self._looking.thread_of_work.is_alive()):
            return
        lock, last = self._writer(path).lock, self._writer(path).known
        if last is None:
            return

        self._looking = Work(
            "", lambda _: Sight(path, last, stamp_of(path, last), lock.taken_by()), self._session
        )
        self._looking.done.connect(self._judge)
        self._looking.begin()

    def _judge(self, sight: Sight) -> None:
        if sight.path != self._path or sight.last is not self._writer(sight.path).known:
            return  # saved or opened anew meanwhile
        writer = self._writer(sight.path)
        if sight.taken_by is not None and self.holder is None:
            writer.lock.release()
            self._note_holder(sight.taken_by)
        if sight.stamp is None or writer.is_foreign(sight.stamp):
            self.disturbed.emit(sight.stamp)

    def reading(self, path: Path) -> Callable[[Wanted], Found]:
        """Return what reads a file as it stands on disk."""
        writer = self._writer(path)

        def read(_: Wanted) -> Found:
            with writer.turn:
                return writer.read()

        return read

    def accept(self, found: Found) -> None:
        """Take what was read for what the file is known to hold."""
        writer = self._writer(found.path)
        writer.known, writer.drive = found.stamp, found.drive

    def accepting(self, path: Path) -> Callable[[Wanted], None]:
        """Return what lets a file be written over, whatever others wrote there."""
        writer = self._writer(path)

        def accept(is_wanted: Wanted) -> None:
            with writer.turn:
                writer.accept(is_wanted)

        return accept

    def has_lost(self, folder: Path) -> bool:
        """Tell whether a folder was on the drive of the report's file, and that is gone.

        What is written there would land in the empty folder that a lost share leaves behind.
        """
        path = self._path
        return path is not None and self._writer(path).has_lost(folder)

    def finish(self) -> None:
        """Let go of the file; a share that does not answer is not waited for.

        The window is gone from the screen by then.
        """
        looking = self._looking
        self._hold_instead(None)
        for work in filter(None, (looking, self._releasing)):
            work.thread_of_work.join(_PATIENCE)
        for writer in self._writers.values():
            writer.lock.leave()  # what is not let go of by now is not waited for at the very end
