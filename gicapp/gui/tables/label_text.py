"""How the words of a label are broken and drawn: closely, whatever font the system has."""

from typing import Final

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel

from gicapp.gui.appearance import colours, ems

INSET: Final = 4  # pixels between a label and its lines
_PITCH: Final = 1.2  # characters from line to line: fonts ask for 1.17 to 1.45
_BREAK: Final = "\u2028"  # what a text layout takes for the end of a line


class Corner(QLabel):
    """The label above the label columns and left of the header lines."""

    def heightForWidth(self, width: int) -> int:
        """Return the height that its words need in a width, in pixels."""
        return label_height(self.font(), self.text(), width)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it as the headers' labels are drawn."""
        painter, rect, scheme = QPainter(self), self.rect(), colours()
        painter.fillRect(event.rect(), QColor(scheme.label))
        draw_edges(painter, rect)
        painter.setPen(QColor(scheme.text))
        draw_label(painter, rect, self.text())
        painter.end()


def draw_edges(painter: QPainter, rect: QRect) -> None:
    """Draw the right and the lower line of a label's box."""
    painter.setPen(QColor(colours().line))
    painter.drawLine(rect.topRight(), rect.bottomRight())
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())


def draw_label(painter: QPainter, rect: QRect, text: str, *, left: bool = False) -> None:
    """Draw a label wrapped inside its box; a narrow box is written one character a line."""
    inner = rect.adjusted(INSET, 1, -INSET, -1)
    layout = _laid_out(painter.font(), text, inner.width(), left=left)
    spare = inner.height() - layout.lineCount() * _pitch(painter.font())
    painter.save()
    painter.setClipRect(rect)
    layout.draw(painter, QPointF(inner.left(), inner.top() + spare / 2))
    painter.restore()


def label_height(font: QFont, text: str, width: int) -> int:
    """Return the height that a wrapped label needs in a box of this width, in pixels."""
    layout = _laid_out(font, text, max(width - 2 * INSET, 1), left=True)
    return layout.lineCount() * _pitch(font) + 4


def _pitch(font: QFont) -> int:
    """Return how far the lines stand apart; never further than the font asks for."""
    return min(ems(font, _PITCH), QFontMetrics(font).height())


def _laid_out(font: QFont, text: str, width: int, *, left: bool) -> QTextLayout:
    """Return a text broken into the lines of a width, the first one at the top."""
    metrics, pitch = QFontMetrics(font), _pitch(font)
    layout = QTextLayout(_broken(metrics, text, width).replace("\n", _BREAK), font)
    align = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignHCenter
    option = QTextOption(align)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    top = (pitch - metrics.height()) / 2
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += pitch
    layout.endLayout()
    return layout


def _broken(metrics: QFontMetrics, text: str, width: int) -> str:
    """Break a label that is too wide as it is printed: two and two, or after its number."""
    if metrics.horizontalAdvance(text) <= width:
        return text
    if len(text) == 4:
        return f"{text[:2]}\n{text[2:]}"
    number, sign, words = text.partition("）")
    if len(number) == 2 and len(words) < 6 and metrics.horizontalAdvance(words) <= width:
        return f"{number}{sign}\n{words}"
    return text
