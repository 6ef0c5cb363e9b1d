"""The named styles of the official template, by GB/T 9704-2012, as WordprocessingML."""

from dataclasses import dataclass
from typing import Final

WML: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

# The faces that the standard asks for. Word, WPS and LibreOffice take the one in `instead` where
# a machine lacks the first; no font is embedded.
TITLE_FACE: Final = "方正小标宋简体"
BODY_FACE: Final = "仿宋_GB2312"
KAI_FACE: Final = "楷体_GB2312"
HEI_FACE: Final = "黑体"
SONG_FACE: Final = "宋体"
LATIN_FACE: Final = "Times New Roman"

TALL: Final = 20  # a table of more lines is set in the small size, so that it fits a page
PITCH: Final = 580  # twips between lines: 225 mm in 22 lines, 29 pt
# The grid of the page gives a character 15.79 pt: 28 of them are 156 mm. Paragraphs do not snap
# to it, because LibreOffice gives a character that is wider than its place (16 pt) one and a half
# places, and narrows the text by the grid twice, to 434 pt. So characters are drawn together far
# enough that 28 of them fit there too; a full line is justified to the grid's pitch again.
_TIGHT: Final = -11  # twips
_PUNCTUATION: Final = (
    '<w:widowControl w:val="0"/><w:kinsoku/><w:overflowPunct/>'
    '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/>'
)
_INDENTED: Final = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'


@dataclass(frozen=True)
class Style:
    """A paragraph style: its id in the file, the name that Word shows, face, size in points.

    `paragraph` is the content of its `w:pPr`; `after` the style that follows it on Enter.
    """

    id: str
    name: str
    face: str
    size: float
    paragraph: str
    after: str = ""
    latin: str = LATIN_FACE
    spacing: int = 0  # twips between characters


def _heading(level: int, face: str) -> Style:
    """Headings stand indented by two characters, not bold: the face alone tells the level."""
    return Style(
        id=f"Heading{level}",
        name=f"heading {level}",  # Word shows it as 标题 1; navigation and contents go by it
        face=face,
        size=16,
        paragraph=f'<w:keepNext/><w:keepLines/>{_INDENTED}<w:jc w:val="both"/>'
        f'<w:outlineLvl w:val="{level - 1}"/>',
        after="BodyText",
        spacing=_TIGHT,
    )


NORMAL: Final = "Normal"
BODY: Final = "BodyText"
TITLE: Final = "ReportTitle"
NUMBER: Final = "ReportNumber"
SIGNATURE: Final = "ReportSignature"
DATE: Final = "ReportDate"
LABEL: Final = "TableLabel"
HEADER: Final = "TableHeader"
FIGURE: Final = "TableFigure"
SMALL_LABEL: Final = "TableLabelSmall"
SMALL_HEADER: Final = "TableHeaderSmall"
SMALL_FIGURE: Final = "TableFigureSmall"
PICTURE: Final = "ReportPicture"
CAPTION: Final = "ReportCaption"
PAGE_ODD: Final = "PageNumberOdd"
PAGE_EVEN: Final = "PageNumberEven"

_PICTURE: Final = (
    '<w:keepNext/><w:spacing w:before="120" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>'
)
_CAPTION: Final = '<w:spacing w:after="240" w:line="320" w:lineRule="exact"/><w:jc w:val="center"/>'
_AT_RIGHT: Final = '<w:ind w:rightChars="400" w:right="1280"/><w:jc w:val="right"/>'
_CENTRED: Final = '<w:jc w:val="center"/>'
_LEFT: Final = '<w:ind w:left="30"/><w:jc w:val="left"/>'
_ODD: Final = '<w:ind w:rightChars="100" w:right="280"/><w:jc w:val="right"/>'
_EVEN: Final = '<w:ind w:leftChars="100" w:left="280"/><w:jc w:val="left"/>'


def _in_table(name: str, title: str, size: float, line: int, paragraph: str) -> Style:
    """Rows stay together, so that a table goes over to the next page only where it must."""
    keep = f'<w:keepNext/><w:spacing w:line="{line}" w:lineRule="exact"/>'
    # the labels of twelve characters of table three just fit their box when drawn together
    return Style(name, title, SONG_FACE, size, keep + paragraph, spacing=-2 if size < 10 else 0)


def _page_number(name: str, title: str, paragraph: str) -> Style:
    line = '<w:spacing w:line="360" w:lineRule="exact"/>'
    return Style(name, title, SONG_FACE, 14, line + paragraph, latin=SONG_FACE)


STYLES: Final = (
    Style(BODY, "Body Text", BODY_FACE, 16, f'{_INDENTED}<w:jc w:val="both"/>', spacing=_TIGHT),
    _heading(1, HEI_FACE),
    _heading(2, KAI_FACE),
    _heading(3, BODY_FACE),
    _heading(4, BODY_FACE),
    Style(
        TITLE,
        "报告标题",
        TITLE_FACE,
        22,
        f'<w:keepNext/><w:spacing w:after="{PITCH}" w:line="700" w:lineRule="exact"/>'
        '<w:jc w:val="center"/>',
        after=BODY,
        latin=TITLE_FACE,
    ),
    Style(
        NUMBER,
        "报告文号",
        BODY_FACE,
        16,
        f'<w:spacing w:after="{PITCH}"/><w:jc w:val="center"/>',
        after=TITLE,
    ),
    Style(
        SIGNATURE,
        "报告署名",
        BODY_FACE,
        16,
        f'<w:keepNext/><w:keepLines/><w:spacing w:before="{PITCH}"/>{_AT_RIGHT}',
        after=DATE,
    ),
    Style(DATE, "报告日期", BODY_FACE, 16, f"<w:keepLines/>{_AT_RIGHT}"),
    _in_table(LABEL, "表格文字", 10.5, 280, _LEFT),
    _in_table(HEADER, "表格表头", 10.5, 280, _CENTRED),
    _in_table(FIGURE, "表格数字", 10.5, 280, _CENTRED),
    _in_table(SMALL_LABEL, "表格文字小号", 9, 240, _LEFT),
    _in_table(SMALL_HEADER, "表格表头小号", 9, 240, _CENTRED),
    _in_table(SMALL_FIGURE, "表格数字小号", 9, 240, _CENTRED),
    Style(PICTURE, "报告图片", SONG_FACE, 10.5, _PICTURE),
    Style(CAPTION, "报告图题", SONG_FACE, 10.5, _CAPTION),
    _page_number(PAGE_ODD, "单页页码", _ODD),
    _page_number(PAGE_EVEN, "双页页码", _EVEN),
)


def styles_xml() -> bytes:
    """Return the styles part."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<w:styles xmlns:w="{WML}">{_defaults()}{_base()}'
        f"{''.join(_style(style) for style in STYLES)}{_TABLE}</w:styles>"
    ).encode()


def _defaults() -> str:
    """Return what holds wherever a style says nothing else: body type, Chinese.

    Latin letters are called English: as Chinese, LibreOffice would break numbers over lines.
    """
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(BODY_FACE, LATIN_FACE)}"
        '<w:kern w:val="2"/><w:sz w:val="32"/><w:szCs w:val="32"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )


def _base() -> str:
    """Return the three default styles that every document has."""
    return (
        f'<w:style w:type="paragraph" w:default="1" w:styleId="{NORMAL}"><w:name w:val="Normal"/>'
        f'<w:qFormat/><w:pPr>{_PUNCTUATION}<w:spacing w:line="{PITCH}" w:lineRule="exact"/>'
        '<w:jc w:val="both"/></w:pPr></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>'
        "</w:style>"
    )


def _style(style: Style) -> str:
    custom = "" if style.name.isascii() else ' w:customStyle="1"'
    after = f'<w:next w:val="{style.after}"/>' if style.after else ""
    half_points = f"{style.size * 2:g}"
    tight = f'<w:spacing w:val="{style.spacing}"/>' if style.spacing else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style.id}">'
        f'<w:name w:val="{style.name}"/><w:basedOn w:val="{NORMAL}"/>{after}<w:qFormat/>'
        f"<w:pPr>{style.paragraph}</w:pPr><w:rPr>{_fonts(style.face, style.latin)}"
        f'{tight}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/></w:rPr></w:style>'
    )


def _fonts(face: str, latin: str) -> str:
    return (
        f'<w:rFonts w:ascii="{latin}" w:eastAsia="{face}" w:hAnsi="{latin}" w:cs="{LATIN_FACE}"/>'
    )


TABLE: Final = "ReportTable"
_SIDES: Final = ("top", "left", "bottom", "right", "insideH", "insideV")
_AIR: Final = 24  # twips above and below the text of a table cell
_LINES: Final = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in _SIDES
)
_TABLE: Final = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
    '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr>'
    '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    f'<w:style w:type="table" w:customStyle="1" w:styleId="{TABLE}"><w:name w:val="报告表格"/>'
    '<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:jc w:val="center"/>'
    f"<w:tblBorders>{_LINES}</w:tblBorders><w:tblCellMar>"
    f'<w:top w:w="{_AIR}" w:type="dxa"/><w:left w:w="20" w:type="dxa"/>'
    f'<w:bottom w:w="{_AIR}" w:type="dxa"/><w:right w:w="20" w:type="dxa"/>'
    "</w:tblCellMar></w:tblPr></w:style>"
)
