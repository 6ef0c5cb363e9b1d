"""Holds a report file for one window, so that two people on a share do not overwrite each other."""

import weakref
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLockFile

from gicapp.files.owner import (
    Owner,
    lock_path,
    note_path,
    read_owner,
    remove_owner,
    this_owner,
    write_owner,
)
from gicapp.files.stamp import is_there


class FileLock:
    """A lock file beside a report, with a note on who holds it.

    The lock of a process that ended is taken without asking; where the folder cannot be
    written there is no lock, and that hinders nobody from reading.
    """

    def __init__(self) -> None:
        self._owner = this_owner()
        self._lock: QLockFile | None = None
        self._path: Path | None = None
        self._forgetting: weakref.finalize[[Path, str], FileLock] | None = None

    @property
    def is_held(self) -> bool:
        """Tell whether a file is held, without a look at its drive."""
        return self._path is not None

    @property
    def stands(self) -> bool:
        """Tell whether a file is held, and the lock did not go with its drive."""
        return self._path is not None and is_there(lock_path(self._path))

    def take(self, path: Path) -> Owner | None:
        """Hold a file; return who holds it already when that is another window."""
        self.release()
        lock = QLockFile(str(lock_path(path)))
        lock.setStaleLockTime(0)  # only the end of its process frees it
        if lock.tryLock(0):
            self._lock, self._path = lock, path
            write_owner(path, self._owner)
            # also when Python ends
            self._forgetting = weakref.finalize(self, _forget, path, self._owner.token)
            return None
        if lock.error() is QLockFile.LockError.LockFailedError:
            _, computer, _ = lock.getLockInfo()
            return read_owner(path) or Owner("", computer, "", "")
        return None

    def take_over(self, path: Path) -> Owner | None:
        """Hold a file that another window holds; return who holds it where that fails."""
        for place in (lock_path(path), note_path(path)):
            with suppress(OSError):  # Windows keeps the lock of a running program
                place.unlink()
        return self.take(path)

    def taken_by(self) -> Owner | None:
        """Return who took the file over from this window."""
        if self._lock is None or self._path is None:
            return None
        owner = read_owner(self._path)
        return None if owner is None or owner.token == self._owner.token else owner

    def leave(self) -> None:
        """Let Python end without a look at the file: its drive may not answer."""
        if self._forgetting is not None:
            self._forgetting.detach()

    def release(self) -> None:
        """Let go of the file; the lock of whoever took it over stays."""
        if self._lock is None or self._path is None:
            return
        lock, path = self._lock, self._path
        self._lock = self._path = None
        self.leave()
        other = read_owner(path)
        if other is None or other.token == self._owner.token:
            remove_owner(path)
            lock.unlock()
            return
        with suppress(OSError):  # unlocking removes the file by its name, whoever made it
            theirs = lock_path(path).read_bytes()
            lock.unlock()
            lock_path(path).write_bytes(theirs)


def _forget(path: Path, token: str) -> None:
    """Take away the note of a lock that its holder did not let go of in order."""
    owner = read_owner(path)
    if owner is not None and owner.token == token:
        remove_owner(path)
