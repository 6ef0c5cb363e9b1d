"""Pictures in a report: PNG and JPEG by their content, their size, and nothing about the camera."""

import hashlib
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Final

from gicapp.errors import GicError

LARGEST: Final = 10 * 1024 * 1024  # bytes of a picture
LARGEST_TOGETHER: Final = 40 * 1024 * 1024  # bytes of all pictures of a report
MOST: Final = 50  # pictures in a report
_MOST_PIXELS: Final = 60_000_000  # a larger picture needs too much memory when it is shown
_WIDTH_MM: Final = 156  # of the type area, GB/T 9704-2012
_HEIGHT_MM: Final = 195  # of the type area, with room left for a heading and a caption
_MM_OF_INCH: Final = 25.4
_FEWEST_DOTS: Final = 96  # to the inch, as screens have them
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_JPEG: Final = b"\xff\xd8"
_TOLD: Final = frozenset({b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"})  # PNG, third edition, §11
_SCAN: Final = 0xDA
_END: Final = 0xD9
# ITU-T T.81, table B.1: frame headers but for the tables DHT, JPG and DAC among their codes
_FRAMES: Final = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_COMMENT: Final = 0xFE
# application segments that are needed to show the picture: JFIF, colour profile, Adobe's colours
_NEEDED: Final = frozenset({0xE0, 0xE2, 0xEE})


class PictureKind(StrEnum):
    """What a picture is coded as; the ending of its name too."""

    PNG = "png"
    JPEG = "jpeg"


@dataclass(frozen=True)
class Picture:
    """A picture as it lies in files; `width` and `height` in pixels."""

    data: bytes = field(repr=False)
    kind: PictureKind
    width: int
    height: int

    @cached_property
    def name(self) -> str:
        """Return the picture's name in a report: equal pictures have one, others never share."""
        return f"{hashlib.sha256(self.data).hexdigest()[:32]}.{self.kind}"

    def printed_mm(self) -> tuple[float, float]:
        """Return the width and height on paper: within the type area, few pixels not blown up."""
        scale = min(_WIDTH_MM / self.width, _HEIGHT_MM / self.height, _MM_OF_INCH / _FEWEST_DOTS)
        return self.width * scale, self.height * scale


def picture_of(data: bytes) -> Picture:
    """Return the picture in the bytes of a file; raise GicError where they are none to be used."""
    if len(data) > LARGEST:
        raise GicError(f"图片超过 {LARGEST // 1024 // 1024} MB，请先缩小或压缩后再插入。")
    kind = _kind_of(data)
    try:
        width, height = _png_size(data) if kind is PictureKind.PNG else _jpeg_size(data)
    except (struct.error, ValueError) as error:
        raise GicError("图片文件不完整，或者已损坏，请换一个文件。") from error
    if width * height > _MOST_PIXELS:
        raise GicError(f"图片有 {width}×{height} 像素，过大，请先缩小后再插入。")
    return Picture(data, kind, width, height)


def clean_picture(data: bytes) -> Picture:
    """Return a picture without place, time, camera and comments; raise GicError as `picture_of`."""
    picture = picture_of(data)
    try:
        clean = _clean_png(data) if picture.kind is PictureKind.PNG else _clean_jpeg(data)
    except (struct.error, ValueError) as error:
        raise GicError("图片文件不完整，或者已损坏，请换一个文件。") from error
    return picture_of(clean)


def _kind_of(data: bytes) -> PictureKind:
    if data.startswith(_PNG):
        return PictureKind.PNG
    if data.startswith(_JPEG):
        return PictureKind.JPEG
    raise GicError("不是 PNG 或 JPEG 图片，请另存为其中一种格式后再插入。")


def _known(width: int, height: int) -> tuple[int, int]:
    if not width or not height:
        raise ValueError("a picture without pixels")
    return width, height


def _png_size(data: bytes) -> tuple[int, int]:
    code, width, height = struct.unpack_from(">4sII", data, len(_PNG) + 4)
    if code != b"IHDR" or b"IDAT" not in data or b"IEND" not in data[-16:]:
        raise ValueError("a PNG without its header, its pixels or its end")
    return _known(width, height)


def _clean_png(data: bytes) -> bytes:
    kept, place = [_PNG], len(_PNG)
    while place < len(data):
        length, code = struct.unpack_from(">I4s", data, place)
        chunk = data[place : place + length + 12]
        if len(chunk) != length + 12:
            raise ValueError("a chunk is cut off")
        if code not in _TOLD:
            kept.append(chunk)
        place += len(chunk)
        if code == b"IEND":
            break
    return b"".join(kept)


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the code and the bytes of each segment of a JPEG; the last is the scan and the rest."""
    place = len(_JPEG)
    while True:
        mark, code, length = struct.unpack_from(">BBH", data, place)
        if mark != 0xFF or length < 2:
            raise ValueError("no segment where one must be")
        if code == 0xFF:  # a byte of filling
            place += 1
            continue
        if code == _SCAN:
            yield code, data[place:]
            return
        yield code, data[place : place + 2 + length]
        place += 2 + length


def _jpeg_size(data: bytes) -> tuple[int, int]:
    size: tuple[int, int] | None = None
    for code, segment in _segments(data):
        if code in _FRAMES:
            height, width = struct.unpack_from(">HH", segment, 5)
            size = _known(width, height)
    if size is None or bytes((0xFF, _END)) not in data[-1024:]:
        raise ValueError("a JPEG without its frame or its end")
    return size


def _clean_jpeg(data: bytes) -> bytes:
    kept = [
        segment
        for code, segment in _segments(data)
        if code != _COMMENT and (not 0xE0 <= code <= 0xEF or code in _NEEDED)
    ]
    return _JPEG + b"".join(kept)
