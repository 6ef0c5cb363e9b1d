"""How official text looks while it is written: headings by their numbering, indents, figures."""

from typing import Final

from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QSyntaxHighlighter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextDocument,
)

from gicapp.core.text.outline import heading_level
from gicapp.gui.appearance import UI_FAMILIES, colours

_FACES: Final = {
    0: ("仿宋_GB2312", "FangSong_GB2312", "FangSong", "仿宋", "FandolFang R"),
    1: ("SimHei", "黑体", "FandolHei"),
    2: ("楷体_GB2312", "KaiTi_GB2312", "KaiTi", "楷体", "FandolKai"),
    3: ("仿宋_GB2312", "FangSong_GB2312", "FangSong", "仿宋", "FandolFang R"),
    4: ("仿宋_GB2312", "FangSong_GB2312", "FangSong", "仿宋", "FandolFang R"),
}
_LINE_HEIGHT: Final = 160  # percent
_LARGER: Final = 1.2  # text is larger than the window's own words


def body_font(base: QFont) -> QFont:
    """Return the font of body text; missing faces fall back to the window's."""
    return _face(base, 0)


def _face(base: QFont, level: int) -> QFont:
    font = QFont(base)
    font.setFamilies([*_FACES[level], *UI_FAMILIES])
    font.setPointSizeF(base.pointSizeF() * _LARGER)
    font.setBold(level > 0)
    return font


def paragraph_format(document: QTextDocument) -> QTextBlockFormat:
    """Return how paragraphs stand: two characters in, lines well apart."""
    style = QTextBlockFormat()
    width = QFontMetricsF(document.defaultFont()).horizontalAdvance("汉")
    style.setTextIndent(2 * width)
    proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight
    # an int, which the stub does not say of this enumeration's value
    style.setLineHeight(_LINE_HEIGHT, proportional.value)  # type: ignore[arg-type]
    return style


class HeadingHighlighter(QSyntaxHighlighter):
    """Gives a paragraph the face of its heading level as its numbering is typed."""

    def __init__(self, document: QTextDocument, base: QFont) -> None:
        super().__init__(document)
        self._base = base

    def highlightBlock(self, text: str) -> None:
        """Set the face of one paragraph."""
        level = heading_level(text)
        if not level:
            return
        style = QTextCharFormat()
        style.setFont(_face(self._base, level))
        if level < 3:
            style.setForeground(QColor(colours().accent))
        self.setFormat(0, len(text.encode("utf-16-le")) // 2, style)
