"""Keeps a recovery copy of unsaved work while the program runs, and finds those of a crash."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final
from uuid import uuid4

from PySide6.QtCore import QLockFile, QObject, QThreadPool, QTimer

from gicapp.core.report import Report
from gicapp.errors import GicError
from gicapp.files.recovery import (
    RecoveryCopy,
    drop_copy,
    keep_copy,
    recovery_copies,
    recovery_path,
)
from gicapp.gui.session import Session

_BEHIND: Final = 1000  # milliseconds that the copy may lag behind what is being typed


class Keeper(QObject):
    """Writes the session's unsaved work beside the point, off the window's own thread.

    A lock that the system frees when the process ends tells the copies of a crash from those
    of another window that is still open.
    """

    def __init__(self, session: Session, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._folder = folder
        self._name = uuid4().hex
        self._lock: QLockFile | None = None
        self._is_failing = False
        self._writers = QThreadPool(self)
        self._writers.setMaxThreadCount(1)  # copies are written in the order they were made
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_BEHIND)
        self._waiting.timeout.connect(self._keep)
        session.saved_state_changed.connect(self._note_state)

    @property
    def path(self) -> Path:
        """Return where this session's copy is kept."""
        return recovery_path(self._folder, self._name)

    def _note_state(self) -> None:
        if self._session.is_saved:
            self._waiting.stop()
            self._write(lambda: drop_copy(self.path))
        elif not self._waiting.isActive():
            self._waiting.start()

    def _keep(self, *, is_left: bool = False) -> None:
        if not self._session.is_saved:
            self._hold()
            report, origin = self._session.report, self._session.path
            self._write(lambda: self._keep_one(report, origin, is_left=is_left))

    def _keep_one(self, report: Report, origin: Path | None, *, is_left: bool = False) -> bool:
        try:
            keep_copy(self.path, report, origin, is_left=is_left)
        except GicError as error:
            if not self._is_failing:  # said once, not with every key while a disk is full
                # emitted across threads: Qt delivers it in the window's
                self._session.failed.emit(f"自动保存没有成功，请尽快手动保存。{error}")
            self._is_failing = True
            return False
        self._is_failing = False
        return True

    def _write(self, act: Callable[[], object]) -> None:
        self._writers.start(act)

    def _hold(self) -> None:
        """Show other processes that this session is alive."""
        if self._lock is None:
            with suppress(OSError):  # where nothing can be written, keeping says so
                self._folder.mkdir(parents=True, exist_ok=True)
            self._lock = _lock_of(self.path)
            self._lock.tryLock(0)

    def finish(self, *, keeps_copy: bool = False) -> None:
        """Wait for what is being written and forget the copy: the work is saved or given up.

        Work that is neither is kept as it stands, to be offered when the program next starts.
        """
        self._waiting.stop()
        if keeps_copy:
            self._keep(is_left=True)
        self._writers.waitForDone()
        if not keeps_copy:
            drop_copy(self.path)
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def inherit(self, copy: Path) -> None:
        """Keep this session's work at once, and forget the copy that it came from then."""
        self._hold()
        report, origin = self._session.report, self._session.path

        def keep() -> None:
            if self._keep_one(report, origin):
                drop_copy(copy)

        self._write(keep)


def left_behind(folder: Path) -> list[RecoveryCopy]:
    """Return the copies of sessions that ended without saving, the latest first."""
    return [copy for copy in recovery_copies(folder) if _is_orphan(copy)]


def _is_orphan(copy: RecoveryCopy) -> bool:
    lock = _lock_of(copy.path)
    free = lock.tryLock(0)
    lock.unlock()
    return free


def _lock_of(path: Path) -> QLockFile:
    lock = QLockFile(f"{path}.lock")
    lock.setStaleLockTime(0)  # only the end of its process frees it
    return lock
