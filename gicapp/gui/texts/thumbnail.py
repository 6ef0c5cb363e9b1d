"""Pictures of the report as the editor shows them: small, in the middle, each on its line."""

from typing import Final

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
)

from gicapp.core.text.narrative import PICTURE_SIGN
from gicapp.core.text.picture import Picture
from gicapp.gui.pages.painting import image_of
from gicapp.gui.texts.text_layout import paragraph_format

_LARGEST: Final = QSize(360, 150)  # pixels


def insert_thumbnail(cursor: QTextCursor, picture: Picture, style: QTextCharFormat) -> None:
    """Put a picture where a cursor is; `style` carries what the editor notes of it."""
    address = f"picture:{picture.name}"
    size = QSize(picture.width, picture.height)
    if size.width() > _LARGEST.width() or size.height() > _LARGEST.height():
        size.scale(_LARGEST, Qt.AspectRatioMode.KeepAspectRatio)
    image = image_of(picture).scaled(size, mode=Qt.TransformationMode.SmoothTransformation)
    cursor.document().addResource(
        QTextDocument.ResourceType.ImageResource.value, QUrl(address), image
    )
    look = QTextImageFormat()
    look.merge(style)
    look.setObjectType(QTextCharFormat.ObjectTypes.ImageObject.value)
    look.setName(address)
    look.setWidth(size.width())
    look.setHeight(size.height())
    look.setToolTip(f"图片，{picture.width}×{picture.height} 像素；右边的文字是图题")
    cursor.insertImage(look)


def centre_pictures(document: QTextDocument) -> None:
    """Put lines with a picture in the middle, and those that lost theirs back to the left."""
    middle = Qt.AlignmentFlag.AlignHCenter
    block = document.begin()
    while block.isValid():
        wanted = PICTURE_SIGN in block.text()
        if wanted != bool(block.blockFormat().alignment() & middle):
            cursor = QTextCursor(block)
            cursor.setBlockFormat(_picture_format() if wanted else paragraph_format(document))
        block = block.next()


def _picture_format() -> QTextBlockFormat:
    style = QTextBlockFormat()
    style.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    style.setTopMargin(8)
    style.setBottomMargin(8)
    return style
