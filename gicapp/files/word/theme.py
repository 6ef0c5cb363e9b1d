"""The theme that every Word document is expected to have: plain colours, the faces of the text."""

from typing import Final

from gicapp.files.word.styles import BODY_FACE, HEI_FACE, LATIN_FACE

_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_COLOURS: Final = (
    ("dk1", "000000"),
    ("lt1", "FFFFFF"),
    ("dk2", "44546A"),
    ("lt2", "E7E6E6"),
    ("accent1", "4472C4"),
    ("accent2", "ED7D31"),
    ("accent3", "A5A5A5"),
    ("accent4", "FFC000"),
    ("accent5", "5B9BD5"),
    ("accent6", "70AD47"),
    ("hlink", "0563C1"),
    ("folHlink", "954F72"),
)
_FILL: Final = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE: Final = f'<a:ln w="6350">{_FILL}<a:prstDash val="solid"/></a:ln>'
_EFFECT: Final = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme_xml() -> bytes:
    """Return the theme part."""
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS
    )
    fonts = _face("majorFont", HEI_FACE) + _face("minorFont", BODY_FACE)
    formats = (
        f"<a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst>"
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<a:theme xmlns:a="{_DRAWING}" name="报告"><a:themeElements>'
        f'<a:clrScheme name="报告">{colours}</a:clrScheme>'
        f'<a:fontScheme name="报告">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="报告">{formats}</a:fmtScheme></a:themeElements></a:theme>'
    ).encode()


def _face(name: str, chinese: str) -> str:
    return (
        f'<a:{name}><a:latin typeface="{LATIN_FACE}"/><a:ea typeface="{chinese}"/>'
        f'<a:cs typeface=""/></a:{name}>'
    )
