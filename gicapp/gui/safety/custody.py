"""Watches over the file of a session: who else has it open, and who else wrote to it."""

import logging
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal

from gicapp.errors import GicError
from gicapp.files.atomic import remove_unfinished
from gicapp.files.owner import Owner
from gicapp.files.stamp import Stamp, is_other, stamp_of
from gicapp.files.versions import SavedVersion, keep_version, versions_of
from gicapp.gui.safety.file_lock import FileLock
from gicapp.gui.session import Session

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
        self._lock = FileLock()
        self._reserved: FileLock | None = None
        self._stamp: Stamp | None = None
        self._device = _device_of(None)
        self._watchers = QThreadPool(self)
        self._watchers.setMaxThreadCount(1)
        self.holder: Owner | None = None
        self._seen.connect(self._judge)
        session.replaced.connect(self.adopt)
        self.adopt()

    def adopt(self) -> None:
        """Hold the file that the session works on now, unless another has it."""
        path = self._session.path
        self._lock.release()
        self._stamp = None if path is None else stamp_of(path)
        self._device = _device_of(path)
        if path is not None:
            self._keep_version(path)
        self._hold(None if path is None else self._lock.take(path))
        if path is not None and self.holder is None:
            remove_unfinished(path)  # nobody else is writing it now

    def try_again(self) -> None:
        """Hold the file if whoever had it has let it go."""
        if self._session.path is not None:
            self._hold(self._lock.take(self._session.path))

    def take_over(self) -> None:
        """Hold the file although another has it open."""
        if self._session.path is not None:
            self._hold(self._lock.take_over(self._session.path))

    def _hold(self, holder: Owner | None) -> None:
        was, self.holder = self.holder, holder
        if holder is not None or was is not None:
            self.held.emit()

    def reserve(self, path: Path) -> Owner | None:
        """Hold the file that is to be written; return who has it when that is another."""
        if path == self._session.path:
            return self.holder or self._lock.taken_by()
        self._reserved = FileLock()
        return self._reserved.take(path)

    def disturbance(self, path: Path) -> Stamp | None:
        """Return the stamp of the session's file if others wrote to it since it was read."""
        if path != self._session.path:
            return None
        now = stamp_of(path, self._stamp)
        return now if is_other(now, self._stamp) else None

    def is_cut_off(self, path: Path) -> bool:
        """Tell whether the session's file is gone together with the drive that it was on.

        A share that is lost leaves an empty folder behind in which a save would seem to succeed.
        """
        if path != self._session.path or self._device is None or path.exists():
            return False
        return _device_of(path) != self._device

    def saved(self, path: Path) -> None:
        """Note that the session has just written its file there."""
        if self._reserved is not None:
            self._lock.release()
            self._lock, self._reserved = self._reserved, None
        self._stamp = stamp_of(path)
        self._device = _device_of(path)
        self._keep_version(path)
        self._hold(None)

    def give_up(self) -> None:
        """Let go of what was reserved for a save that did not happen."""
        if self._reserved is not None:
            self._reserved.release()
            self._reserved = None

    def look(self) -> None:
        """Look at the file off the window's thread: a lost share may take long to answer."""
        path, last, lock = self._session.path, self._stamp, self._lock
        if path is not None and last is not None and self._watchers.activeThreadCount() == 0:
            self._watchers.start(
                lambda: self._seen.emit(Sight(path, last, stamp_of(path, last), lock.taken_by()))
            )

    def _judge(self, sight: Sight) -> None:
        if sight.path != self._session.path or sight.last is not self._stamp:
            return  # saved or opened anew meanwhile
        if sight.taken_by is not None and self.holder is None:
            self._lock.release()
            self._hold(sight.taken_by)
        if sight.stamp is None or is_other(sight.stamp, self._stamp):
            self.disturbed.emit(sight.stamp)

    def accept(self) -> None:
        """Take what stands on disk for known; it is kept as a version, so nothing gets lost."""
        if self._session.path is not None:
            self._keep_version(self._session.path)
            self._stamp = stamp_of(self._session.path)

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
        """Let go of the file."""
        self._watchers.waitForDone()
        self.give_up()
        self._lock.release()


def _device_of(path: Path | None) -> int | None:
    """Return the number of the drive that a file's folder is on, None where there is none."""
    try:
        return None if path is None else path.parent.stat().st_dev
    except OSError:
        return None
