"""The line icons, drawn in the colour of the text so that they show in light and in dark."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QFont, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from gicapp.gui.appearance import colours, ems
from gicapp.resources import resource

_SIZE = 20  # pixels at 100 %


def icon(name: str, colour: str = "", size: int = _SIZE) -> QIcon:
    """Return the icon of this name in a colour, the text's where none is given.

    It is drawn once, for the screen that there is; `size` is in pixels at 100 %.
    """
    ratio = QGuiApplication.instance().devicePixelRatio()  # type: ignore[union-attr]
    picture = QPixmap(pixmap(name, colour or colours().text, round(size * ratio)))
    picture.setDevicePixelRatio(ratio)
    return QIcon(picture)


def beside_text(font: QFont) -> int:
    """Return the size of an icon that stands beside words of a font."""
    return ems(font, 1.5)


@cache
def pixmap(name: str, colour: str, size: int) -> QPixmap:
    """Return an icon as a square picture of `size` pixels."""
    drawing = _source(name).replace("currentColor", colour)
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


@cache
def _source(name: str) -> str:
    return resource(f"icons/{name}.svg").read_text("utf-8")
