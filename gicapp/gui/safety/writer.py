"""Writes a file of a window: whole, one write after the other, and never over others' work."""

import hashlib
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from threading import Lock
from typing import Final

from gicapp.core.report import Report
from gicapp.files import store
from gicapp.files.owner import Owner
from gicapp.files.stamp import Stamp, is_other, stamp_of
from gicapp.gui.background import Wanted
from gicapp.gui.safety.drive import Drive, drive_of
from gicapp.gui.safety.file_lock import FileLock

_NUMBERS: Final = count(1)


@dataclass(frozen=True)
class Written:
    """A file that was written; of two writes the later one has the higher number."""

    path: Path
    stamp: Stamp
    drive: Drive | None
    number: int


@dataclass(frozen=True)
class Refused:
    """A file that was not written: who holds it, or what others wrote there.

    None stands for a drive that is gone.
    """

    path: Path
    by: Owner | Stamp | None


class Writer:
    """One file's writes: whoever has the turn writes, under one lock for the whole window.

    A write that was given up may still have the turn: on a share that does not answer.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.turn = Lock()
        self.lock = FileLock()
        self.number = 0  # of the last write
        self.written = self._writing = ""  # digests of the last content, and of what comes

    def write(self, report: Report, is_wanted: Wanted) -> Written | None:
        """Write a report; return None when it was no longer wanted before the file changed."""
        data = store.pack(report)
        self._writing = hashlib.sha256(data).hexdigest()
        if not store.save_report(self.path, report, is_wanted):
            return None
        self.written, self.number = self._writing, next(_NUMBERS)
        stamp = stamp_of(self.path)
        if stamp is None or stamp.digest != self.written:  # others were there right after
            stamp = Stamp(0, len(data), self.written)
        return Written(self.path, stamp, drive_of(self.path), self.number)

    def holder(self) -> Owner | None:
        """Hold the file, unless it is held; return who has it when that is another."""
        return self.lock.take(self.path) if self.lock.path is None else self.lock.taken_by()

    def is_foreign(self, now: Stamp | None, known: Stamp | None) -> bool:
        """Tell whether a file holds what neither this window knows nor has written itself."""
        if now is None or now.digest in (self.written, self._writing):
            return False
        return is_other(now, known)
