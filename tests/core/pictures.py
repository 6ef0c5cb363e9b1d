"""Small PNG and JPEG files, made by hand from their standards."""

import struct
import zlib

EXIF = b"Exif\0\0 GPS 39.9042N 116.4074E, a camera"


def png(width: int = 4, height: int = 3, grey: int = 200, *, told: bytes = b"") -> bytes:
    """Return a grey PNG; `told` goes into a comment."""
    rows = (b"\0" + bytes([grey]) * width) * height
    chunks = [
        _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
        *([_chunk(b"tEXt", b"Author\0" + told)] if told else []),
        _chunk(b"IDAT", zlib.compress(rows)),
        _chunk(b"IEND", b""),
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _chunk(code: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + code + data + struct.pack(">I", zlib.crc32(code + data))


def jpeg_headers(width: int, height: int, frame: int = 0xC0) -> bytes:
    """Return the shell of a JPEG as a camera writes it: everything but pixels to be seen."""
    size = struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00"
    return (
        b"\xff\xd8"
        + _segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0")
        + _segment(0xE1, EXIF)
        + _segment(0xFE, b"a comment")
        + b"\xff"  # a byte of filling
        + _segment(0xC4, b"\0" * 20)
        + _segment(frame, size)
        + _segment(0xDA, b"\x01\x01\0\0\x3f\0")
        + b"\x12\x34\xff\xd9"
    )


def _segment(code: int, data: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, code, len(data) + 2) + data
