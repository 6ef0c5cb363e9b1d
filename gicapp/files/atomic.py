"""The one way to write a file: whole or not at all, with the one before kept on demand."""

import errno
import glob
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path, PureWindowsPath
from time import sleep
from typing import Final
from uuid import uuid4

from gicapp.errors import GicError
from gicapp.files.reasons import why_unwritten
from gicapp.files.stamp import is_folder

_UNFINISHED: Final = ".tmp"
_NEW: Final = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
_PRIVATE, _USUAL = 0o600, 0o666  # until it has the rights of the old one; less the user's mask
_IS_WINDOWS: Final = os.name == "nt"
_IN_USE: Final = (5, 32, 33)  # what Windows calls a file that another program has open
_PAUSES: Final = (0.05, 0.1, 0.2, 0.4, 0.8)  # seconds between tries
_NO_FILE: Final = frozenset('<>:"|?*')


def write_atomically(
    path: Path,
    data: bytes,
    backup: Path | None = None,
    is_wanted: Callable[[], bool] = lambda: True,
) -> bool:
    """Write `data` to `path` so that a reader finds the old file or the new one, never a half.

    `backup` receives a copy of the old file first. Return whether it was written: it is not once
    it is no longer wanted, which is asked last right before the old file is replaced. Raise
    GicError with a Chinese reason when it cannot be written; the old file is untouched then.
    """
    try:
        return _write(path, data, backup, is_wanted)
    except OSError as error:
        raise GicError(f"无法写入“{path}”：{why_unwritten(_true_to(path, error))}。") from error


def _true_to(path: Path, error: OSError) -> OSError:
    """Return what is the matter: Windows misses the folder where a path is too long for it."""
    is_missed = _IS_WINDOWS and error.errno == errno.ENOENT and is_folder(path.parent)
    return OSError(errno.ENAMETOOLONG, os.strerror(errno.ENAMETOOLONG)) if is_missed else error


def _write(path: Path, data: bytes, backup: Path | None, is_wanted: Callable[[], bool]) -> bool:
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if _IS_WINDOWS and not is_for_windows(path.name):
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))  # a stream or a device, no file
    if backup is not None and path.exists():
        _replace(backup, path.read_bytes(), path, is_wanted)
    if not _replace(path, data, path, is_wanted):
        return False
    _sync_folder(path.parent)
    return True


def remove_unfinished(path: Path) -> None:
    """Take away what writes of this file left beside it when their program was killed."""
    with suppress(OSError):  # a share that is gone, or a file that another program reads
        for left in path.parent.glob(f"{glob.escape(_prefix(path))}*{_UNFINISHED}"):
            left.unlink()


def _prefix(path: Path) -> str:
    return f".{path.name[:40]}."


def _replace(path: Path, data: bytes, like: Path, is_wanted: Callable[[], bool]) -> bool:
    # named here and not by tempfile, which in a folder without rights tries for ever on Windows
    new = path.with_name(f"{_prefix(path)}{uuid4().hex[:12]}{_UNFINISHED}")
    handle = os.open(new, _NEW, _PRIVATE if like.exists() else _USUAL)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _copy_mode(like, new)
        if is_wanted():
            _put(new, path)
            return True
        new.unlink()
    except BaseException:
        with suppress(OSError):
            new.unlink()
        raise
    return False


def _put(new: Path, path: Path) -> None:
    """Put the new file in the place of the old one.

    Windows refuses while another program reads either, and virus scanners do with every new
    file: that is over in a moment. Who keeps the file open for longer is told of.
    """
    for pause in _PAUSES:
        try:
            new.replace(path)
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _IN_USE:
                raise
            sleep(pause)
        else:
            return
    new.replace(path)


def is_for_windows(name: str) -> bool:
    """Tell whether a name is one of a file on Windows, which others write to something else."""
    return not _NO_FILE.intersection(name) and not PureWindowsPath(name).is_reserved()


def _copy_mode(like: Path, new: Path) -> None:
    """Give the new file the rights of the old one, where there are any.

    Some network drives know no rights, and Windows only one that would keep the file from being
    replaced or taken away again.
    """
    if os.name == "posix" and like.exists():
        with suppress(OSError):
            shutil.copymode(like, new)


def _sync_folder(folder: Path) -> None:
    """Make the new name itself durable, where the system allows it (POSIX)."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network drives refuse to sync a folder
            os.fsync(descriptor)
    finally:
        os.close(descriptor)
