"""Pictures that come from a file, the clipboard or a drag: their bytes, upright and readable."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

from gicapp.core.text.picture import Picture, PictureKind, clean_picture
from gicapp.errors import GicError
from gicapp.files.reasons import why_unread

_RAW: Final = ("image/png", "image/jpeg")
_ENDINGS: Final = (".png", ".jpg", ".jpeg")
_QUALITY: Final = 92  # of a photograph that is turned upright


def picture_files(source: QMimeData) -> list[Path]:
    """Return the picture files that are dragged or pasted."""
    paths = (Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile())
    return [path for path in paths if path.suffix.lower() in _ENDINGS]


def holds_picture(source: QMimeData) -> bool:
    """Tell whether pictures are offered; cells and text that bring their look along are none."""
    is_image = source.hasImage() or any(map(source.hasFormat, _RAW))
    return bool(picture_files(source)) or (is_image and not source.text().strip())


def reading_of(source: QMimeData) -> Callable[[], list[Picture]]:
    """Return what reads the pictures that are dragged or pasted, which may take long.

    It raises GicError where one cannot be used.
    """
    paths = picture_files(source)
    if paths:
        return lambda: [picture_from(path) for path in paths]
    raw = next((source.data(kind) for kind in _RAW if source.hasFormat(kind)), None)
    if raw is not None:
        data = bytes(raw.data())
        return lambda: [usable(data)]
    image = source.imageData()
    if isinstance(image, QImage):
        return lambda: [usable(coded(image, PictureKind.PNG))]
    return list


def picture_from(path: Path) -> Picture:
    """Return the picture in a file; raise GicError where it cannot be used."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise GicError(f"无法打开图片“{path.name}”：{why_unread(error)}。") from error
    try:
        return usable(data)
    except GicError as error:
        raise GicError(f"“{path.name}”没有插入：{error}") from error


def usable(data: bytes) -> Picture:
    """Return a picture that can be shown, turned upright as its camera noted, without its notes."""
    picture = clean_picture(data)
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    turned = reader.transformation() != QImageIOHandler.Transformation.TransformationNone
    image = reader.read()
    if image.isNull():
        raise GicError("图片已损坏，或者是不常见的编码，请用看图软件另存后再插入。")
    return clean_picture(coded(image, picture.kind)) if turned else picture


def coded(image: QImage, kind: PictureKind) -> bytes:
    """Return an image as the bytes of a file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind.upper(), _QUALITY if kind is PictureKind.JPEG else -1)  # type: ignore[call-overload]  # the stub knows no QIODevice here
    return bytes(buffer.data().data())
