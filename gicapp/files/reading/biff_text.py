"""The strings of an xls workbook, which may run on from one record into the next."""

import struct
from collections.abc import Callable
from typing import Final

from gicapp.files.reading.unreadable import damaged, too_large

_WIDE: Final = 0x01
_EXTENDED: Final = 0x04
_RICH: Final = 0x08
_MOST: Final = 400_000

Decode = Callable[[bytes], str]


class Segments:
    """The bytes of a record and of the records that continue it, read in one go."""

    def __init__(self, parts: list[bytes]) -> None:
        self._parts = parts
        self._part = 0
        self._at = 0

    def take(self, count: int) -> bytes:
        """Return the next bytes, across records."""
        taken = b""
        while len(taken) < count:
            piece = self._here()[self._at : self._at + count - len(taken)]
            if not piece:
                self._next()
            self._at += len(piece)
            taken += piece
        return taken

    def letters(self, count: int, *, wide: bool) -> str:
        """Return the next letters; where they run on, a byte says anew how wide they are."""
        text = b""
        while len(text) < count * 2:
            size = 2 if wide else 1
            room = (len(self._here()) - self._at) // size
            if room <= 0:
                self._next()
                wide = bool(self.take(1)[0] & _WIDE)
                continue
            piece = self.take(min(room, count - len(text) // 2) * size)
            text += piece if wide else piece.decode("latin-1").encode("utf-16-le")
        return text.decode("utf-16-le", "replace")

    def string(self) -> str:
        """Return the next string without its fonts and reading aids."""
        count, flags = struct.unpack("<HB", self.take(3))
        runs = struct.unpack("<H", self.take(2))[0] if flags & _RICH else 0
        extra = struct.unpack("<I", self.take(4))[0] if flags & _EXTENDED else 0
        words = self.letters(count, wide=bool(flags & _WIDE))
        self.skip(runs * 4 + extra)
        return words

    def skip(self, count: int) -> None:
        """Pass over bytes."""
        while count > 0:
            room = len(self._here()) - self._at
            if room <= 0:
                self._next()
                continue
            step = min(room, count)
            self._at += step
            count -= step

    def _here(self) -> bytes:
        return self._parts[self._part]

    def _next(self) -> None:
        self._part += 1
        self._at = 0
        if self._part >= len(self._parts):
            raise damaged("文字表不完整")


def shared_strings(parts: list[bytes]) -> list[str]:
    """Return the shared strings of a workbook from their record and its continuations."""
    segments = Segments(parts)
    count = struct.unpack("<II", segments.take(8))[1]
    if count > _MOST:
        raise too_large("工作簿里的文字太多")
    return [segments.string() for _ in range(count)]


def short_string(data: bytes, at: int, decode: Decode, *, wide_count: bool, unicode: bool) -> str:
    """Return a string that stands within a record at `at`, its length in one or two bytes.

    `unicode` strings have a byte that says how wide their letters are; older ones are decoded.
    """
    size = 2 if wide_count else 1
    count = int.from_bytes(data[at : at + size], "little")
    if unicode:
        flags = data[at + size]
        step = 2 if flags & _WIDE else 1
        text = data[at + size + 1 : at + size + 1 + count * step]
        return text.decode("utf-16-le" if step == 2 else "latin-1", "replace")
    return decode(data[at + size : at + size + count])
