"""Writes an OLE compound file with one stream or more, for tests of readers."""

import struct

_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def compound_of(streams: dict[str, bytes]) -> bytes:
    """Return a compound file; streams are padded to the size from which they need no small ones."""
    padded = {name: data.ljust(4096, b"\0") for name, data in streams.items()}
    sizes = {name: -(-len(data) // _SECTOR) for name, data in padded.items()}
    directory = -(-(len(padded) + 1) // 4)
    total = directory + sum(sizes.values())
    fats = 1
    while fats * 128 < total + fats:
        fats += 1
    starts, at = {}, fats + directory
    for name, size in sizes.items():
        starts[name] = at
        at += size
    header = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        62,
        3,
        0xFFFE,
        9,
        6,
        0,
        fats,
        fats,
        0,
        4096,
        _END,
        0,
        _END,
        0,
    )
    header += struct.pack("<109I", *range(fats), *[_FREE] * (109 - fats))
    table = [_FAT] * fats + _run(fats, directory)
    for name, size in sizes.items():
        table += _run(starts[name], size)
    table += [_FREE] * (fats * 128 - len(table))
    entries = _entry("Root Entry", 5, _END, 0, child=1)
    for order, name in enumerate(padded, 1):
        following = order + 1 if order < len(padded) else _FREE
        entries += _entry(name, 2, starts[name], len(padded[name]), right=following)
    body = b"".join(data.ljust(sizes[name] * _SECTOR, b"\0") for name, data in padded.items())
    return (
        header
        + struct.pack(f"<{len(table)}I", *table)
        + entries.ljust(directory * _SECTOR, b"\0")
        + body
    )


def _run(start: int, size: int) -> list[int]:
    return [*range(start + 1, start + size), _END]


def _entry(
    name: str, kind: int, start: int, size: int, *, child: int = _FREE, right: int = _FREE
) -> bytes:
    letters = name.encode("utf-16-le") + b"\0\0"
    return struct.pack(
        "<64sHBBIII36xIII", letters, len(letters), kind, 1, _FREE, right, child, start, size, 0
    )
