"""The one way to write a file: whole or not at all, with the one before kept on demand."""

import errno
import glob
import os
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from gicapp.errors import GicError
from gicapp.files.reasons import why_unwritten

_UNFINISHED: Final = ".tmp"


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
        raise GicError(f"无法写入“{path}”：{why_unwritten(error)}。") from error


def _write(path: Path, data: bytes, backup: Path | None, is_wanted: Callable[[], bool]) -> bool:
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
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
    handle, name = tempfile.mkstemp(prefix=_prefix(path), suffix=_UNFINISHED, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _copy_mode(like, Path(name))
        if is_wanted():
            Path(name).replace(path)
            return True
        Path(name).unlink()
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
    return False


def _copy_mode(like: Path, new: Path) -> None:
    """Give the new file the rights of the old one, or those of any new file of this user."""
    if like.exists():
        shutil.copymode(like, new)
    elif os.name == "posix":
        mask = os.umask(0)
        os.umask(mask)
        new.chmod(0o666 & ~mask)


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
