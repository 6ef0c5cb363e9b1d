"""Watches over the file of a session: who else has it open, and who else wrote to it."""

import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Thread
from typing import Final

from PySide6.QtCore import QObject, Signal

from gicapp.core.report import Report
from gicapp.errors import GicError
from gicapp.files.atomic import remove_unfinished
from gicapp.files.owner import Owner
from gicapp.files.stamp import Stamp, stamp_of
from gicapp.files.versions import SavedVersion, keep_version, versions_of
from gicapp.gui.background import Wanted
from gicapp.gui.safety.drive import Drive, drive_of
from gicapp.gui.safety.writer import Refused, Writer, Written
from gicapp.gui.session import Session

_PATIENCE: Final = 0.5  # seconds that the window waits for a share when it lets go of a file
_log = logging.getLogger(__name__)


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

    `held` says that it is another's, or no longer; `disturbed` carries the stamp of a file that
    others wrote to, or None when it is gone from its place.
    """

    held = Signal()
    disturbed = Signal(object)
    _seen = Signal(object)

    def __init__(self, session: Session, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._folder = folder
        self._path: Path | None = None  # the file that is held
        self._stamp: Stamp | None = None
        self._drive: Drive | None = None
        self._writers: dict[Path, Writer] = {}
        self._last = 0  # the number of the last write that was taken over
        self._looking: Thread | None = None
        self.holder: Owner | None = None
        self._seen.connect(self._judge)
        session.replaced.connect(self.adopt)
        self.adopt()

    def adopt(self) -> None:
        """Hold the file that the session works on now, unless another has it."""
        path = self._session.path
        self._hold_instead(path)
        self._stamp = self._drive = None
        if path is None:
            self._note_holder(None)
            return
        self.accept()
        self._drive = drive_of(path)
        self._note_holder(self._writer(path).lock.take(path))
        if self.holder is None:
            remove_unfinished(path)  # nobody else is writing it now

    def try_again(self) -> None:
        """Hold the file if whoever had it has let it go."""
        if self._path is not None:
            self._note_holder(self._writer(self._path).lock.take(self._path))

    def take_over(self) -> None:
        """Hold the file although another has it open."""
        if self._path is not None:
            self._note_holder(self._writer(self._path).lock.take_over(self._path))

    def _note_holder(self, holder: Owner | None) -> None:
        was, self.holder = self.holder, holder
        if holder is not None or was is not None:
            self.held.emit()

    def _hold_instead(self, path: Path | None) -> None:
        """Let go of the file that was held; a lost share may take long to answer."""
        before, self._path = self._path, path
        if before is not None and before != path:
            self._release(before)

    def _writer(self, path: Path) -> Writer:
        return self._writers.setdefault(path, Writer(path))

    def _release(self, path: Path) -> None:
        """Let go of a file that is not the session's, once nothing is being written there."""
        writer = self._writer(path)

        def release() -> None:
            with writer.turn:
                if path != self._path:
                    writer.lock.release()

        releasing = Thread(target=release, daemon=True)
        releasing.start()
        releasing.join(_PATIENCE)

    def writing(self, path: Path, report: Report) -> Callable[[Wanted], Written | Refused | None]:
        """Return what writes a report there, unless that would overwrite others' work.

        It is to be done beside the window. It waits for what else is being written there, and
        returns None when it was no longer wanted before the file was touched.
        """
        writer, is_own, holder = self._writer(path), path == self._session.path, self.holder

        def write(is_wanted: Wanted) -> Written | Refused | None:
            with writer.turn:
                done: Written | Refused | None = None
                try:
                    if is_wanted():
                        done = self._refusal(writer, holder, is_own=is_own)
                        done = done or self._write(writer, report, is_wanted)
                finally:
                    if not isinstance(done, Written) and path != self._path:
                        writer.lock.release()
                return done

        return write

    def _refusal(self, writer: Writer, holder: Owner | None, *, is_own: bool) -> Refused | None:
        """Return why a file must not be written, if it must not; hold it otherwise."""
        path, known = writer.path, self._stamp
        if not is_own:
            holder = writer.holder()
            return None if holder is None else Refused(path, holder)
        if self._drive is not None and self._drive.is_cut_off(path):
            return Refused(path, None)
        if holder is None and not path.exists():
            holder = writer.lock.take(path)  # the lock may have gone with the file
        holder = holder or writer.lock.taken_by()
        if holder is not None:
            return Refused(path, holder)
        now = stamp_of(path, known)
        return Refused(path, now) if writer.is_foreign(now, known) else None

    def _write(self, writer: Writer, report: Report, is_wanted: Wanted) -> Written | None:
        written = writer.write(report, is_wanted)
        if written is not None:
            self._keep_version(writer.path)
        return written

    def take(self, written: Written) -> bool:
        """Hold what was written as the session's file, unless a later write is held by now."""
        if written.number <= self._last:
            return False
        self._last = written.number
        self._hold_instead(written.path)
        self._stamp, self._drive = written.stamp, written.drive
        self._note_holder(None)
        return True

    def drop(self, written: Written) -> None:
        """Let go of a file that was written although nobody waited for it any more."""
        if written.path != self._path and self._writer(written.path).number == written.number:
            self._release(written.path)

    def look(self) -> None:
        """Look at the file off the window's thread: a lost share may take long to answer."""
        path, last = self._path, self._stamp
        if path is None or last is None or (self._looking and self._looking.is_alive()):
            return
        lock = self._writer(path).lock

        def look() -> None:
            sight = Sight(path, last, stamp_of(path, last), lock.taken_by())
            with suppress(RuntimeError):  # the window was closed meanwhile
                self._seen.emit(sight)

        self._looking = Thread(target=look, daemon=True)
        self._looking.start()

    def _judge(self, sight: Sight) -> None:
        if sight.path != self._path or sight.last is not self._stamp:
            return  # saved or opened anew meanwhile
        writer = self._writer(sight.path)
        if sight.taken_by is not None and self.holder is None:
            writer.lock.release()
            self._note_holder(sight.taken_by)
        if sight.stamp is None or writer.is_foreign(sight.stamp, self._stamp):
            self.disturbed.emit(sight.stamp)

    def accept(self) -> None:
        """Take what stands on disk for known; it is kept as a version, so nothing gets lost."""
        if self._path is not None:
            self._keep_version(self._path)
            self._stamp = stamp_of(self._path)
            self._writer(self._path).written = ""  # what is known is the stamp from here on

    def versions(self) -> tuple[SavedVersion, ...]:
        """Return the versions kept of the session's file, the latest first."""
        path = self._session.path
        return () if path is None else versions_of(self._folder, path)

    def _keep_version(self, path: Path) -> None:
        try:
            keep_version(self._folder, path, path.read_bytes(), datetime.now().astimezone())
        except (GicError, OSError):
            _log.warning("no version could be kept", exc_info=True)

    def finish(self) -> None:
        """Let go of the file; a share that does not answer is not waited for."""
        if self._looking is not None:
            self._looking.join(_PATIENCE)
        self._hold_instead(None)
