"""Keeps a recovery copy of unsaved work while the program runs, and finds those of a crash."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final
from uuid import uuid4

from PySide6.QtCore import QLockFile, QObject, QTimer

from gicapp.files.recovery import (
    RecoveryCopy,
    drop_copy,
    keep_copy,
    recovery_copies,
    recovery_path,
)
from gicapp.gui.background import Wanted, Work
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
        self._writing: Work | None = None  # the last that was begun
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
            self._begin(lambda: drop_copy(self.path))
        elif not self._waiting.isActive():
            self._waiting.start()

    def _keep(self, *, is_left: bool = False) -> None:
        if not self._session.is_saved:
            self._write(is_left=is_left)

    def _write(self, instead_of: Path | None = None, *, is_left: bool = False) -> None:
        """Write the copy, then forget the one that it stands for."""
        self._hold()
        report, origin = self._session.report, self._session.path

        def write() -> None:
            keep_copy(self.path, report, origin, is_left=is_left)
            if instead_of is not None:
                drop_copy(instead_of)

        work = self._begin(write)
        work.failed.connect(self._fail)
        work.done.connect(self._succeed)

    def _begin(self, act: Callable[[], object]) -> Work:
        """Begin this in its turn: copies are written in the order they were made."""
        before = self._writing.thread_of_work if self._writing else None

        def after_the_last(_: Wanted) -> None:
            if before is not None:
                before.join()
            act()

        self._writing = Work("", after_the_last, self)
        self._writing.begin()
        return self._writing

    def _fail(self, reason: str) -> None:
        if not self._is_failing:  # said once, not with every key while a disk is full
            self._session.failed.emit(f"自动保存没有成功，请尽快手动保存。{reason}")
        self._is_failing = True

    def _succeed(self) -> None:
        self._is_failing = False

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
        if self._writing is not None:
            self._writing.thread_of_work.join()
        if not keeps_copy:
            drop_copy(self.path)
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def inherit(self, copy: Path) -> None:
        """Keep this session's work at once, and forget the copy that it came from then."""
        self._write(instead_of=copy)


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
