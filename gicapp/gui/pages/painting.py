"""Paints finished pages, on whatever Qt paints on."""

from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QPen

from gicapp.core.text.picture import Picture
from gicapp.gui.pages.fonts import METRIC, UNITS, font_of
from gicapp.gui.pages.linebreak import is_opening
from gicapp.gui.pages.page import RULE, Page, Piece
from gicapp.gui.pages.style import Style


def paint_page(painter: QPainter, page: Page, scale: float) -> None:
    """Paint a page at the painter's origin; `scale` is the device's pixels in a point."""
    painter.save()
    painter.scale(scale / UNITS, scale / UNITS)
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing
        | QPainter.RenderHint.TextAntialiasing
        | QPainter.RenderHint.SmoothPixmapTransform
    )
    pen = QPen(Qt.GlobalColor.black, RULE * UNITS)
    pen.setCapStyle(Qt.PenCapStyle.SquareCap)
    painter.setPen(pen)
    painter.drawLines(
        [QLineF(s.x1 * UNITS, s.y1 * UNITS, s.x2 * UNITS, s.y2 * UNITS) for s in page.strokes]
    )
    for plate in page.plates:
        place = QRectF(plate.left, plate.top, plate.width, plate.height)
        area = QRectF(place.topLeft() * UNITS, place.size() * UNITS)
        painter.drawImage(area, image_of(plate.picture))
    for passage in page.passages:
        for piece in passage.pieces:
            _paint_piece(painter, piece)
    painter.restore()


@lru_cache(maxsize=8)
def image_of(picture: Picture) -> QImage:
    """Return a picture unpacked; kept, because pages are painted again and again."""
    return QImage.fromData(picture.data)


def _paint_piece(painter: QPainter, piece: Piece) -> None:
    """Paint characters so that they fill their width, whatever the font makes of them."""
    natural = METRIC.width(piece.text, piece.style)
    count, x, stretch = len(piece.text), piece.x, 100.0
    if count > 1 and natural > 0:
        last = natural / count  # no space is wanted after the last character
        stretch = 100 * (piece.width - last) / (natural - last)
    elif is_opening(piece.text):  # its ink stands at the right of its space
        x += piece.width - natural
    painter.setFont(_stretched(piece.style, round(stretch, 1)))
    painter.drawText(QPointF(x * UNITS, piece.baseline * UNITS), piece.text)


@lru_cache(maxsize=512)
def _stretched(style: Style, percent: float) -> QFont:
    """Return a style's font with every character's space at a percentage of its own.

    A percentage, because Qt multiplies a spacing in pixels by the device's resolution.
    """
    font = QFont(font_of(style))
    if percent != 100.0:
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, percent)
    return font
