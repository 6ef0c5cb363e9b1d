"""The report file `NAME.gic`: a ZIP with `report.json`, versioned, saved atomically."""

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import simplejson

from gicapp.core.report import Report
from gicapp.errors import GicError
from gicapp.files.atomic import write_atomically
from gicapp.files.media import media_parts, with_media
from gicapp.files.package import pack_parts
from gicapp.files.reasons import why_unread
from gicapp.files.report_json import VERSION, from_json, migrate, to_json
from gicapp.files.stamp import is_there

PART: Final = "report.json"
_LARGEST: Final = 16 * 1024 * 1024  # bytes of report.json; a full report has about 50 KB
NOTHING: Final[Mapping[str, bytes]] = MappingProxyType({})


def backup_of(path: Path) -> Path:
    """Return where the version before the last save of a report file is kept."""
    return path.with_name(f"{path.name}.bak")


def save_report(path: Path, report: Report) -> None:
    """Save a report atomically, the version before it as a backup beside; raise GicError."""
    write_atomically(path, pack(report), backup_of(path))


def save_packed(path: Path, data: bytes, is_wanted: Callable[[], bool]) -> bool:
    """Save what `pack` returned, as `save_report` does, unless it is no longer wanted by then.

    Return whether it was saved.
    """
    return write_atomically(path, data, backup_of(path), is_wanted)


def pack(report: Report, extra: Mapping[str, bytes] = NOTHING) -> bytes:
    """Return the bytes of a report's file; `extra` are further parts by name."""
    text = simplejson.dumps(
        to_json(report), use_decimal=True, ensure_ascii=False, indent=1, sort_keys=True
    )
    return pack_parts({PART: text.encode(), **media_parts(report), **extra})


def is_report_file(path: Path) -> bool:
    """Tell from its content whether a file is a report file, however it is named."""
    try:
        with zipfile.ZipFile(path) as archive:
            return PART in archive.namelist()
    except (OSError, zipfile.BadZipFile, NotImplementedError, ValueError):
        return False


def load_report(path: Path) -> Report:
    """Load a report file; raise GicError with a Chinese text when it cannot be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise GicError(f"无法打开“{path}”：{why_unread(error)}。") from error
    try:
        return unpack(data)
    except GicError as error:
        raise GicError(f"无法打开“{path}”：{error}{_hint(path)}") from error


def unpack(data: bytes) -> Report:
    """Return the report in the bytes of a file; raise GicError when it is damaged or too new."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            report = from_json(migrate(_raw(archive)))
            return with_media(report, archive)
    except (
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        zlib.error,
        EOFError,
        NotImplementedError,
        RecursionError,
        RuntimeError,  # an encrypted part
    ) as error:
        raise GicError("文件已损坏，或者不是本程序保存的报告。") from error


def _raw(archive: zipfile.ZipFile) -> dict[str, Any]:
    if archive.getinfo(PART).file_size > _LARGEST:
        raise GicError("文件异常大，不是本程序保存的报告。")
    with archive.open(PART) as part:
        text = part.read(_LARGEST + 1)
    raw = simplejson.loads(text.decode(), use_decimal=True)
    if not isinstance(raw, dict) or not isinstance(raw.get("version"), int):
        raise GicError("文件已损坏，或者不是本程序保存的报告。")
    if raw["version"] > VERSION:
        raise GicError("文件由更新版本的程序保存，请先升级本程序再打开。")
    return raw


def _hint(path: Path) -> str:
    backup = backup_of(path)
    return f"上一次保存的版本在“{backup.name}”，可以改名后打开。" if is_there(backup) else ""
