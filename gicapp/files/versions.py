"""The versions of a report file that were saved before, kept in the user's own folder.

They do not lie beside the file: a share stays tidy, and they survive its loss.
"""

import hashlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from gicapp.files.atomic import write_atomically

_LAST: Final = 5  # versions that are kept whatever their day
_DAYS: Final = 30  # days of which the last version is kept
_STAMP: Final = "%Y%m%d-%H%M%S-%f"


@dataclass(frozen=True)
class SavedVersion:
    """A version of a report file: where it lies, and when it was saved."""

    path: Path
    saved: datetime


def keep_version(folder: Path, origin: Path, data: bytes, now: datetime) -> None:
    """Keep the bytes of a report file as its latest version and drop those too old.

    Bytes equal to the latest version's are not kept twice. Raise GicError when they cannot be
    written.
    """
    versions = versions_of(folder, origin)
    if versions and _read(versions[0].path) == data:
        return
    place = _place(folder, origin)
    with suppress(OSError):
        place.mkdir(parents=True, exist_ok=True)
    write_atomically(place / f"{now.strftime(_STAMP)}.gic", data)
    versions = versions_of(folder, origin)
    wanted = worth_keeping([version.saved for version in versions])
    for version in versions:
        if version.saved not in wanted:
            with suppress(OSError):
                version.path.unlink()


def versions_of(folder: Path, origin: Path) -> tuple[SavedVersion, ...]:
    """Return the versions kept of a report file, the latest first."""
    found = [_named(path) for path in _place(folder, origin).glob("*.gic")]
    versions = [version for version in found if version is not None]
    return tuple(sorted(versions, key=lambda version: version.saved, reverse=True))


def worth_keeping(times: Iterable[datetime]) -> frozenset[datetime]:
    """Return the times to keep: the last few, and the last of each of the latest days."""
    ordered = sorted(times, reverse=True)
    of_day = {time.date(): time for time in reversed(ordered)}  # the last of a day wins
    days = sorted(of_day.values(), reverse=True)[:_DAYS]
    return frozenset((*ordered[:_LAST], *days))


def _place(folder: Path, origin: Path) -> Path:
    name = hashlib.sha256(str(origin.absolute()).encode()).hexdigest()[:24]
    return folder / name


def _named(path: Path) -> SavedVersion | None:
    try:
        return SavedVersion(path, datetime.strptime(path.stem, _STAMP).astimezone())
    except ValueError:
        return None  # not one of ours


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
