"""Writes an OLE compound file with one stream or more, for tests of readers."""

import struct

_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def compound_of(streams: dict[str, bytes]) -> bytes:
    """Return a compound file; streams are padded to the size from which they need no small ones."""
    padded = [_padded(data.ljust(4096, b"\0")) for data in streams.values()]
    directory = _entry_sectors(len(streams))
    total = directory + sum(map(_sectors, padded))
    fats = next(n for n in range(1, 110) if n * 128 >= total + n)
    table = [_FAT] * fats + _run(fats, directory)
    entries = _entry("Root Entry", 5, _END, 0, child=1)
    for order, (name, data) in enumerate(zip(streams, padded, strict=True), 1):
        following = order + 1 if order < len(streams) else _FREE
        entries += _entry(name, 2, len(table), len(data), right=following)
        table += _run(len(table), _sectors(data))
    table += [_FREE] * (fats * 128 - len(table))
    packed = struct.pack(f"<{len(table)}I", *table)
    return _header(fats) + packed + _padded(entries) + b"".join(padded)


def _header(fats: int) -> bytes:
    numbers = (62, 3, 0xFFFE, 9, 6, 0, fats, fats, 0, 4096, _END, 0, _END, 0)
    header = struct.pack("<8s16xHHHHH6xIIIIIIIII", _MARK, *numbers)
    return header + struct.pack("<109I", *range(fats), *[_FREE] * (109 - fats))


def _sectors(data: bytes) -> int:
    return len(data) // _SECTOR


def _entry_sectors(streams: int) -> int:
    return -(-(streams + 1) // 4)


def _padded(data: bytes) -> bytes:
    return data.ljust(-(-len(data) // _SECTOR) * _SECTOR, b"\0")


def _run(start: int, size: int) -> list[int]:
    return [*range(start + 1, start + size), _END]


def _entry(
    name: str, kind: int, start: int, size: int, *, child: int = _FREE, right: int = _FREE
) -> bytes:
    letters = name.encode("utf-16-le") + b"\0\0"
    numbers = (len(letters), kind, 1, _FREE, right, child, start, size, 0)
    return struct.pack("<64sHBBIII36xIII", letters, *numbers)
