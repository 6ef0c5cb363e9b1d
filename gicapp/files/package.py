"""The ZIP of an Office document: its parts by name, and equal bytes for equal parts."""

import io
import zipfile
import zlib
from collections.abc import Mapping
from typing import Final

from gicapp.errors import GicError

EPOCH: Final = (1980, 1, 1, 0, 0, 0)  # the earliest time that a ZIP can hold


def unpack_parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a package in their order; raise GicError when it is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        RuntimeError,  # an encrypted part
        ValueError,
    ) as error:
        raise GicError("文件已损坏，或者不是 Office 文档。") from error


def pack_parts(parts: Mapping[str, bytes]) -> bytes:
    """Return a package of the parts in their order, without times, names or machine of origin."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0  # the same bytes on every system
            archive.writestr(info, content)
    return buffer.getvalue()
