"""The machine's fonts for the faces of a document, and their measures.

The first family of a list that the machine has is taken; each list ends with faces that any
Chinese Windows, Kylin, UOS or Debian has one of. Qt falls back by itself where even these lack.
"""

from functools import lru_cache
from types import MappingProxyType
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from gicapp.gui.pages.style import Face, Style

_ANY: Final = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
    "Droid Sans Fallback",
)
_SONG: Final = (
    "宋体",
    "SimSun",
    "方正书宋_GBK",
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "FandolSong",
    "AR PL UMing CN",
)
_TITLE: Final = (
    "方正小标宋简体",
    "FZXiaoBiaoSong-B05S",
    "方正小标宋_GBK",
    "FZXiaoBiaoSong-B05",
    "华文中宋",
    "STZhongsong",
)
_HEI: Final = ("黑体", "SimHei", "方正黑体_GBK", "FandolHei", *_ANY)
_LATIN: Final = ("Times New Roman", "Liberation Serif", "Nimbus Roman", "DejaVu Serif")
_FAMILIES: Final = MappingProxyType(
    {
        Face.TITLE: (*_TITLE, *_SONG, *_ANY),
        Face.HEADING: _HEI,
        Face.SUBHEADING: (
            "楷体_GB2312",
            "KaiTi_GB2312",
            "楷体",
            "KaiTi",
            "方正楷体_GBK",
            "FandolKai",
            "AR PL UKai CN",
            *_ANY,
        ),
        Face.BODY: (
            "仿宋_GB2312",
            "FangSong_GB2312",
            "仿宋",
            "FangSong",
            "方正仿宋_GBK",
            "FandolFang",
            *_SONG,
            *_ANY,
        ),
        Face.TABLE: (*_SONG, *_ANY),
        Face.FOLIO: (*_SONG, *_ANY),
    }
)
UNITS: Final = 20  # to a point: pages are painted in twentieths, and no size is rounded


@lru_cache(maxsize=64)
def font_of(style: Style) -> QFont:
    """Return the font of a style, its size in twentieths of a point."""
    font = QFont()
    chinese = _FAMILIES[style.face]
    # the page number is set in the Chinese face throughout
    latin = style.latin and style.face is not Face.FOLIO
    font.setFamilies([*_LATIN, *chinese] if latin else list(chinese))
    font.setPixelSize(round(style.size * UNITS))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setKerning(False)
    if style.face is Face.TITLE and not any(QFontDatabase.hasFamily(name) for name in _TITLE):
        font.setBold(True)  # 宋体 in bold stands in for a title face
    return font


@lru_cache(maxsize=8192)
def _advance(text: str, style: Style) -> float:
    return QFontMetricsF(font_of(style)).horizontalAdvance(text) / UNITS


class FontMetric:
    """The measures of the machine's fonts; needs a running QGuiApplication."""

    def width(self, text: str, style: Style) -> float:
        """Return how wide a text is, in points."""
        return _advance(text, style)


METRIC: Final = FontMetric()
