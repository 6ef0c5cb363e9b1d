"""Breaks files as transfers, disks and bad programs do, the same way for the same seed."""

import io
import re
import zipfile
from collections.abc import Callable
from random import Random

from tests.files.reading.sources import packed

_TAGS = re.compile(rb"<[^<>]*>")


def flipped(data: bytes, random: Random) -> bytes:
    """Return the bytes with some bits turned over."""
    broken = bytearray(data)
    for _ in range(random.randint(1, 12)):
        broken[random.randrange(len(broken))] ^= 1 << random.randrange(8)
    return bytes(broken)


def cut_off(data: bytes, random: Random) -> bytes:
    """Return only the first part of the bytes."""
    return data[: random.randrange(len(data))]


def spliced(data: bytes, random: Random) -> bytes:
    """Return the bytes with a stretch of them left out, doubled, or put elsewhere."""
    start = random.randrange(len(data))
    end = min(len(data), start + random.randint(1, 600))
    target = random.randrange(len(data))
    piece = data[start:end]
    without = data[:start] + data[end:]
    return random.choice(
        (without, data[:start] + piece + data[start:], without[:target] + piece + without[target:])
    )


def stamped(data: bytes, random: Random) -> bytes:
    """Return the bytes with some of them overwritten by the extremes that break arithmetic."""
    broken = bytearray(data)
    for _ in range(random.randint(1, 4)):
        at = random.randrange(len(broken))
        piece = random.choice((b"\xff\xff\xff\xff", b"\0\0\0\0", b"\xff\xff", b"\x7f", b"\x80\0"))
        broken[at : at + len(piece)] = piece
    return bytes(broken)


def shuffled(data: bytes, random: Random) -> bytes:
    """Return XML with some of its tags changed for each other, doubled or left out."""
    tags = list(_TAGS.finditer(data))
    if len(tags) < 2:
        return data
    for _ in range(random.randint(1, 4)):
        one, other = random.choice(tags), random.choice(tags)
        new = random.choice((other[0], b"", one[0] + other[0], one[0] * 3))
        data = data.replace(one[0], new, random.choice((1, 1, 1, -1)))
    return data


def repacked(data: bytes, random: Random) -> bytes:
    """Return a sound ZIP of which one part or two were broken before it was packed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    for name in random.sample(sorted(parts), random.randint(1, min(2, len(parts)))):
        breaking = random.choice((shuffled, shuffled, shuffled, flipped, cut_off, spliced))
        text = parts[name]
        if isinstance(text, bytes) and text:
            parts[name] = breaking(text, random)
    return packed(parts)


BREAKINGS: tuple[Callable[[bytes, Random], bytes], ...] = (flipped, cut_off, spliced, stamped)


def broken(data: bytes, random: Random) -> tuple[str, bytes]:
    """Return how the bytes were broken, and the broken bytes."""
    ways = [*BREAKINGS, repacked] if data.startswith(b"PK") else [*BREAKINGS, shuffled]
    way = random.choice(ways)
    return way.__name__, way(data, random)
