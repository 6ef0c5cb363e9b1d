"""One report file as a window deals with it: one act after the other, never over others' work.

All of it may take long on a share, and is done beside the window.
"""

import hashlib
import logging
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count
from pathlib import Path
from threading import Lock
from typing import Final

from gicapp.core.report import Report
from gicapp.errors import GicError
from gicapp.files import store
from gicapp.files.atomic import remove_unfinished
from gicapp.files.owner import Owner
from gicapp.files.stamp import Stamp, is_other, is_there, stamp_of
from gicapp.files.versions import keep_version
from gicapp.gui.background import Wanted
from gicapp.gui.safety.drive import Drive, drive_of
from gicapp.gui.safety.file_lock import FileLock

_NUMBERS: Final = count(1)
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Found:
    """A report file that was read; `holder` is who else has it open, where it was to be held."""

    path: Path
    report: Report
    stamp: Stamp | None
    drive: Drive | None
    holder: Owner | None = None


@dataclass(frozen=True)
class Written:
    """A file that was written; of two writes the later one has the higher number."""

    path: Path
    number: int


@dataclass(frozen=True)
class Refused:
    """A file that was not written: who holds it, or what others wrote there.

    None stands for a drive that is gone.
    """

    path: Path
    by: Owner | Stamp | None


class Writer:
    """One file's acts: whoever has the turn acts, under one lock for the whole window.

    A write that was given up may still have the turn: on a share that does not answer.
    """

    def __init__(self, path: Path, versions: Path) -> None:
        self.path = path
        self._versions = versions  # the folder where versions are kept
        self.turn = Lock()
        self.lock = FileLock()
        self.number = 0  # of the last write
        self.known: Stamp | None = None  # what this window knows the file to hold
        self.drive: Drive | None = None
        self._writing = ""  # the digest of what is being written
        self._opener: Wanted | None = None  # asks whether the opening that reads is wanted

    @property
    def is_given_up(self) -> bool:
        """Tell whether this is being read for an opening that nobody waits for any more.

        It will hold nothing and change nothing, should it ever end: another may take its place.
        """
        opener = self._opener
        return opener is not None and not opener() and not self.lock.is_held

    def read(self) -> Found:
        """Read the file and keep it as a version, so that nothing gets lost; raise GicError."""
        stamp = stamp_of(self.path)  # first: what others write in between counts as theirs
        report = store.load_report(self.path)
        self.keep()
        return Found(self.path, report, stamp, drive_of(self.path))

    def open(self, is_wanted: Wanted) -> Found | None:
        """Read the file and hold it, unless another has it.

        Return None when it is a source to be imported, or is no longer wanted.
        """
        self._opener = is_wanted
        try:
            found = None if self._is_source() else self.read()
        finally:
            self._opener = None  # first: who is not given up by now goes on to hold the file
        if found is None or not is_wanted():
            return None
        holder = self.hold()
        if holder is None:
            remove_unfinished(self.path)  # nobody else is writing it now
        return replace(found, holder=holder)

    def _is_source(self) -> bool:
        is_named = self.path.suffix.lower() == ".gic"
        return not is_named and is_there(self.path) and not store.is_report_file(self.path)

    def write(self, report: Report, is_wanted: Wanted) -> Written | None:
        """Write a report; return None when it was no longer wanted before the file changed."""
        data = store.pack(report)
        self._writing = hashlib.sha256(data).hexdigest()
        if not store.save_packed(self.path, data, is_wanted):
            return None
        stamp = stamp_of(self.path)
        if stamp is None or stamp.digest != self._writing:  # others were there right after
            stamp = Stamp(0, len(data), self._writing)
        self.known, self.drive, self.number = stamp, drive_of(self.path), next(_NUMBERS)
        self._writing = ""
        self.keep()
        return Written(self.path, self.number)

    def accept(self, is_wanted: Wanted) -> None:
        """Take what stands on disk for known; it is kept as a version, so nothing gets lost."""
        stamp = stamp_of(self.path)
        self.keep()
        if is_wanted():
            self.known = stamp

    def keep(self) -> None:
        """Keep what stands on disk as a version."""
        now = datetime.now().astimezone()
        try:
            keep_version(self._versions, self.path, self.path.read_bytes(), now)
        except (GicError, OSError):
            _log.warning("no version could be kept", exc_info=True)

    def hold(self) -> Owner | None:
        """Hold the file, unless it is held; return who has it when that is another."""
        if not self.lock.stands:
            return self.lock.take(self.path)
        return self.lock.taken_by()

    def refusal(self, holder: Owner | None, *, is_own: bool) -> Refused | None:
        """Return why the file must not be written, if it must not; hold it otherwise.

        Another file than the session's own may be written over: the user was asked.
        """
        if is_own and self.drive is not None and self.drive.is_cut_off(self.path):
            return Refused(self.path, None)
        holder = (holder if is_own else None) or self.hold()
        if holder is not None:
            return Refused(self.path, holder)
        now = stamp_of(self.path, self.known) if is_own else None
        return Refused(self.path, now) if now is not None and self.is_foreign(now) else None

    def has_lost(self, folder: Path) -> bool:
        """Tell whether a folder was on the file's own drive, and that is gone."""
        drive = self.drive
        if drive is None or not folder.absolute().is_relative_to(drive.top):
            return False
        return drive.is_cut_off(self.path)

    def is_foreign(self, now: Stamp) -> bool:
        """Tell whether a file holds what neither this window knows nor writes itself."""
        return now.digest != self._writing and is_other(now, self.known)
