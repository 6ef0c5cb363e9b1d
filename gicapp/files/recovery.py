"""Recovery copies: what was being worked on, kept apart from the report's own file."""

import io
import zipfile
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from gicapp.core.report import Report
from gicapp.errors import GicError
from gicapp.files.atomic import write_atomically
from gicapp.files.store import load_report, pack

_ENDING: Final = ".recovery.gic"
_DROPPED: Final = ".dropped"
_ORIGIN: Final = "origin.txt"  # the part that names the file that was being edited
_LEFT: Final = "left.txt"  # the part that says that the user closed without saving it


@dataclass(frozen=True)
class RecoveryCopy:
    """A report as it stood when its program ended; `origin` is its file, None if never saved.

    `is_left` tells that the user ended it, and did not wait for a save.
    """

    path: Path
    report: Report
    origin: Path | None
    kept: datetime
    is_left: bool = False


def recovery_path(folder: Path, session: str) -> Path:
    """Return where a session, by its unique name, keeps its copy."""
    return folder / f"{session}{_ENDING}"


def keep_copy(path: Path, report: Report, origin: Path | None, *, is_left: bool = False) -> None:
    """Keep a copy of unsaved work; raise GicError when it cannot be written."""
    extra = {_ORIGIN: str(origin or "").encode(), **({_LEFT: b""} if is_left else {})}
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, pack(report, extra))


def drop_copy(path: Path) -> None:
    """Forget a copy whose work is saved or was given up."""
    with suppress(OSError):
        path.unlink()


def set_aside(path: Path) -> Path | None:
    """Take a copy off the list, to be had back until `forget_dropped`; None when it is gone."""
    aside = path.with_name(f"{path.name}{_DROPPED}")
    try:
        return path.replace(aside)
    except OSError:
        drop_copy(path)
        return None


def forget_dropped(folder: Path) -> None:
    """Forget the copies that were set aside."""
    for path in folder.glob(f"*{_DROPPED}"):
        drop_copy(path)


def recovery_copies(folder: Path) -> tuple[RecoveryCopy, ...]:
    """Return the copies in a folder that can be read, the latest first."""
    copies = [_read(path) for path in folder.glob(f"*{_ENDING}")]
    found = [copy for copy in copies if copy is not None]
    return tuple(sorted(found, key=lambda copy: copy.kept, reverse=True))


def _read(path: Path) -> RecoveryCopy | None:
    try:
        kept = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        report = load_report(path)
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
            origin, is_left = archive.read(_ORIGIN).decode(), _LEFT in archive.namelist()
    except (GicError, OSError, KeyError, UnicodeDecodeError, zipfile.BadZipFile):
        return None  # another program's file, or one that the power cut spoilt
    return RecoveryCopy(path, report, Path(origin) if origin else None, kept, is_left)
