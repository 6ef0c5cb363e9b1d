"""What a report file was when it was last read or written, to see that others changed it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True)
class Stamp:
    """A file's time in nanoseconds, its size in bytes and the digest of its content."""

    time: int
    size: int
    digest: str

    @property
    def clock(self) -> str:
        """Return when the file was written, as shown to a user."""
        written = datetime.fromtimestamp(self.time / 1e9).astimezone()
        now = datetime.now().astimezone()
        return f"{written:%H:%M}" if written.date() == now.date() else f"{written:%m-%d %H:%M}"


def is_there(path: Path) -> bool:
    """Tell whether a file is there; on a share that is cut off, it is not."""
    try:
        path.stat()  # unlike `exists`, which raises where a host is down
    except OSError:
        return False
    return True


def is_file(path: Path) -> bool:
    """Tell whether a file, and no folder, is there; on a share that is cut off, it is not."""
    try:
        return path.is_file()
    except OSError:
        return False


def is_folder(path: Path) -> bool:
    """Tell whether a folder is there; on a share that is cut off, it is not."""
    try:
        return path.is_dir()
    except OSError:
        return False


def stamp_of(path: Path, last: Stamp | None = None) -> Stamp | None:
    """Return a file's stamp, None where it cannot be read.

    A file with the time and size of `last` is not read again.
    """
    try:
        status = path.stat()
        if last is not None and (status.st_mtime_ns, status.st_size) == (last.time, last.size):
            return last
        import hashlib  # costs what the start page, which stamps nothing, need not pay

        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None
    return Stamp(status.st_mtime_ns, status.st_size, digest)


def is_other(now: Stamp | None, last: Stamp | None) -> bool:
    """Tell whether a file that is there holds something else than it did."""
    return now is not None and last is not None and now.digest != last.digest
