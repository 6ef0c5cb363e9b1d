"""A ZIP source: parts are unpacked within limits, never trusting what the ZIP says of itself."""

import io
import struct
import zipfile
import zlib
from typing import Final

from gicapp.files import limits
from gicapp.files.reading.entities import refuse_entities
from gicapp.files.reading.unreadable import Unreadable, damaged, too_large

_CENTRAL: Final = b"PK\x01\x02"
_LOCAL: Final = b"PK\x03\x04"
_ENCRYPTED: Final = 0x1


class Archive:
    """The parts of a ZIP by name. Raises Unreadable for anything that is not sound."""

    def __init__(self, data: bytes) -> None:
        if data.count(_CENTRAL) > limits.PARTS:
            raise too_large(f"压缩包内的部件超过 {limits.PARTS} 个")
        self._data = data
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as directory:
                entries = directory.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, struct.error, NotImplementedError) as bad:
            raise damaged("压缩结构不完整，可能没有下载或复制完") from bad
        self._parts = {entry.filename: entry for entry in entries}
        if len(self._parts) != len(entries):
            raise damaged("同名的部件出现了两次")

    @property
    def names(self) -> frozenset[str]:
        """Return the names of all parts."""
        return frozenset(self._parts)

    @property
    def data(self) -> bytes:
        """Return the whole ZIP as it is."""
        return self._data

    def read(self, name: str, limit: int = limits.PART_BYTES) -> bytes:
        """Return an unpacked part of at most `limit` bytes."""
        part = self._parts.get(name)
        if part is None:
            raise damaged(f"缺少部件 {name}")
        if part.file_size > limit:
            raise too_large(f"部件 {name} 展开后有 {part.file_size // limits.MEGABYTE} MB")
        if part.flag_bits & _ENCRYPTED:
            raise Unreadable("file.encrypted", "压缩包已加密，无法读取。请去掉密码后再导入。")
        text = self._unpack(part)
        if len(text) != part.file_size or zlib.crc32(text) != part.CRC:
            raise damaged(f"部件 {name} 的内容与校验值不符")
        return text

    def read_xml(self, name: str, limit: int = limits.PART_BYTES) -> bytes:
        """Return an XML part as UTF-8; document types, which Office never writes, are refused."""
        text = self.read(name, limit)
        if text[:2] in {b"\xff\xfe", b"\xfe\xff"}:
            text = _from_utf16(text)
        return refuse_entities(text, f"部件 {name} ")

    def _unpack(self, part: zipfile.ZipInfo) -> bytes:
        start = part.header_offset
        header = self._data[start : start + 30]
        if len(header) < 30 or not header.startswith(_LOCAL):
            raise damaged(f"部件 {part.filename} 的位置不对")
        name, extra = struct.unpack_from("<HH", header, 26)
        start += 30 + name + extra
        packed = self._data[start : start + part.compress_size]
        if part.compress_type == zipfile.ZIP_STORED:
            return packed
        if part.compress_type != zipfile.ZIP_DEFLATED:
            raise damaged(f"部件 {part.filename} 的压缩方式不认识")
        return _inflate(packed, part)


def _inflate(packed: bytes, part: zipfile.ZipInfo) -> bytes:
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        text = stream.decompress(packed, part.file_size + 1)
    except zlib.error as bad:
        raise damaged(f"部件 {part.filename} 无法解压") from bad
    if not stream.eof and len(text) == part.file_size and not stream.unconsumed_tail:
        text += stream.flush(1)
    if len(text) <= part.file_size and not stream.eof:
        raise damaged(f"部件 {part.filename} 不完整")
    return text


def _from_utf16(text: bytes) -> bytes:
    try:
        words = text.decode("utf-16")
    except UnicodeDecodeError as bad:
        raise damaged("文字编码不对") from bad
    end = words.find("?>") + 2 if words.startswith("<?xml") else 0
    return words[end:].encode()
