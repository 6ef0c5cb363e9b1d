"""The line icons, drawn in the colour of the text so that they show in light and in dark."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from gicapp.gui.appearance import colours
from gicapp.resources import resource

_SIZES = (16, 20, 32, 40, 64)


def icon(name: str, colour: str = "") -> QIcon:
    """Return the icon of this name in a colour, the muted text's where none is given."""
    scheme = colours()
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(pixmap(name, colour or scheme.text, size))
        made.addPixmap(pixmap(name, scheme.frame, size), QIcon.Mode.Disabled)
    return made


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
