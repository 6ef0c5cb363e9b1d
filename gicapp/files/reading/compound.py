"""An OLE compound file, the case of xls, doc and encrypted Office files: its streams by name.

Written after [MS-CFB]. Every chain of sectors is followed at most once through each sector, so
that a file whose chains run in circles ends like any other damaged one.
"""

import struct
from dataclasses import dataclass
from typing import Final

from gicapp.files.reading.unreadable import damaged

_SECTORS_IN_HEADER: Final = 109
_END: Final = 0xFFFFFFFA  # from here on numbers are marks, not sectors
_ENTRY: Final = 128
_MINI: Final = 64
_STREAM: Final = 2
_ROOT: Final = 5


@dataclass(frozen=True)
class _Entry:
    """A directory entry: the name, kind, first sector and size of a stream."""

    name: str
    kind: int
    start: int
    size: int


class Compound:
    """The streams of a compound file. Raises Unreadable for anything that is not sound."""

    def __init__(self, data: bytes) -> None:
        if len(data) < 512:
            raise damaged("文件头不完整")
        self._data = data
        version, _, shift = struct.unpack_from("<HHH", data, 26)
        if shift != (12 if version == 4 else 9):
            raise damaged("扇区大小不对")
        self._size = 1 << shift
        self._cutoff = struct.unpack_from("<I", data, 56)[0]
        self._table = self._read_table()
        directory = self._chain(struct.unpack_from("<I", data, 48)[0])
        self._entries = _entries(directory)
        self._mini_table = _numbers(self._chain(struct.unpack_from("<I", data, 60)[0]))
        root = next((entry for entry in self._entries if entry.kind == _ROOT), None)
        self._mini = self._chain(root.start) if root else b""

    @property
    def names(self) -> frozenset[str]:
        """Return the names of all streams, wherever they are stored."""
        return frozenset(entry.name for entry in self._entries if entry.kind == _STREAM)

    def read(self, name: str) -> bytes:
        """Return the bytes of the first stream with a name."""
        entry = next((e for e in self._entries if e.name == name and e.kind == _STREAM), None)
        if entry is None:
            raise damaged(f"缺少数据流 {name}")
        small = entry.size < self._cutoff
        text = self._mini_chain(entry.start) if small else self._chain(entry.start)
        if len(text) < entry.size:
            raise damaged("数据不完整，可能没有下载或复制完")
        return text[: entry.size]

    def _read_table(self) -> list[int]:
        """Return the table that leads from each sector to the next."""
        sectors = list(struct.unpack_from(f"<{_SECTORS_IN_HEADER}I", self._data, 76))
        following = struct.unpack_from("<I", self._data, 68)[0]
        seen: set[int] = set()
        while following < _END and following not in seen:
            seen.add(following)
            numbers = _numbers(self._sector(following))
            sectors += numbers[:-1]
            following = numbers[-1] if numbers else _END
        used = dict.fromkeys(sector for sector in sectors if sector < _END)
        return [number for sector in used for number in _numbers(self._sector(sector))]

    def _sector(self, number: int) -> bytes:
        """Return a sector; the last one of a file may be short."""
        start = (number + 1) * self._size
        sector = self._data[start : start + self._size]
        if not sector:
            raise damaged("数据不完整，可能没有下载或复制完")
        return sector

    def _chain(self, start: int) -> bytes:
        return b"".join(map(self._sector, _follow(start, self._table)))

    def _mini_chain(self, start: int) -> bytes:
        sectors = _follow(start, self._mini_table)
        return b"".join(self._mini[at * _MINI : (at + 1) * _MINI] for at in sectors)


def _follow(start: int, table: list[int]) -> list[int]:
    """Return the sectors of a chain."""
    sectors: dict[int, None] = {}
    while start < _END:
        if start in sectors or start >= len(table):
            raise damaged("数据流的次序混乱")
        sectors[start] = None
        start = table[start]
    return list(sectors)


def _numbers(text: bytes) -> list[int]:
    count = len(text) // 4
    return list(struct.unpack_from(f"<{count}I", text))


def _entries(directory: bytes) -> list[_Entry]:
    entries = []
    for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        length, kind = struct.unpack_from("<HB", directory, at + 64)
        name = directory[at : at + max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
        start, size = struct.unpack_from("<II", directory, at + 116)
        entries.append(_Entry(name, kind, start, size))
    return entries
