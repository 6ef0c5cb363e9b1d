"""The parts around the text of the template: settings, fonts, page numbers, properties."""

from html import escape
from typing import Final

from gicapp.files.word import styles
from gicapp.files.word.styles import WML
from gicapp.files.word.theme import theme_xml

_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"

CORE: Final = "docProps/core.xml"
APP: Final = "docProps/app.xml"

# face: what to take where a machine lacks it, family, whether it has Chinese characters
_FACES: Final = (
    (styles.TITLE_FACE, "华文中宋", "auto", True),
    (styles.BODY_FACE, "仿宋", "modern", True),
    (styles.KAI_FACE, "楷体", "modern", True),
    (styles.HEI_FACE, "SimHei", "modern", True),
    (styles.SONG_FACE, "SimSun", "auto", True),
    (styles.LATIN_FACE, "", "roman", False),
)


def parts_around(document: bytes, styles_part: bytes) -> dict[str, bytes]:
    """Return all parts of a .docx with this document part."""
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            ("rId1", f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
            ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("rId3", f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml"),
        ),
        APP: app_properties(),
        CORE: core_properties(""),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _relations(
            ("rIdStyles", f"{_OFFICE}/relationships/styles", "styles.xml"),
            ("rIdSettings", f"{_OFFICE}/relationships/settings", "settings.xml"),
            ("rIdFonts", f"{_OFFICE}/relationships/fontTable", "fontTable.xml"),
            ("rIdTheme", f"{_OFFICE}/relationships/theme", "theme.xml"),
            ("rIdOdd", f"{_OFFICE}/relationships/footer", "footer1.xml"),
            ("rIdEven", f"{_OFFICE}/relationships/footer", "footer2.xml"),
        ),
        "word/styles.xml": styles_part,
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _font_table(),
        "word/theme.xml": theme_xml(),
        "word/footer1.xml": _footer(styles.PAGE_ODD),
        "word/footer2.xml": _footer(styles.PAGE_EVEN),
    }


def core_properties(title: str) -> bytes:
    """Return the properties part: a title and the language, no author, no time."""
    named = f"<dc:title>{escape(title, quote=False)}</dc:title>" if title else ""
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"{named}<dc:language>zh-CN</dc:language></cp:coreProperties>"
    ).encode()


def app_properties() -> bytes:
    """Return the other properties part: the kind of program, nothing of the unit or machine."""
    return (
        f'{_HEAD}<Properties xmlns="{_OFFICE}/extended-properties">'
        "<Application>Microsoft Office Word</Application></Properties>"
    ).encode()


def _content_types() -> bytes:
    parts = {
        "word/document.xml": f"{_WORD}.document.main+xml",
        "word/styles.xml": f"{_WORD}.styles+xml",
        "word/settings.xml": f"{_WORD}.settings+xml",
        "word/fontTable.xml": f"{_WORD}.fontTable+xml",
        "word/theme.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "word/footer1.xml": f"{_WORD}.footer+xml",
        "word/footer2.xml": f"{_WORD}.footer+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "docProps/app.xml": (
            "application/vnd.openxmlformats-officedocument.extended-properties+xml"
        ),
    }
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in parts.items()
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    ).encode()


def _relations(*links: tuple[str, str, str]) -> bytes:
    items = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>'
        for name, kind, target in links
    )
    return (
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{items}</Relationships>'
    ).encode()


def _settings() -> bytes:
    """Return the settings: odd and even pages, Chinese line breaks, Word 2013 layout or newer."""
    return (
        f'{_HEAD}<w:settings xmlns:w="{WML}"><w:zoom w:percent="100"/>'
        '<w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>'
        f'<w:drawingGridVerticalSpacing w:val="{styles.PITCH // 2}"/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/>'
        "<w:compat><w:balanceSingleByteDoubleByteWidth/><w:useFELayout/>"
        '<w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    ).encode()


def _font_table() -> bytes:
    fonts = "".join(_font(*face) for face in _FACES)
    return f'{_HEAD}<w:fonts xmlns:w="{WML}">{fonts}</w:fonts>'.encode()


def _font(name: str, instead: str, family: str, chinese: bool) -> str:  # noqa: FBT001  # a row
    other = f'<w:altName w:val="{instead}"/>' if instead else ""
    return (
        f'<w:font w:name="{name}">{other}<w:charset w:val="{"86" if chinese else "00"}"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
    )


def _footer(style: str) -> bytes:
    """Return a footer with 「— 1 —」, the number a field."""
    return (
        f'{_HEAD}<w:ftr xmlns:w="{WML}"><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        '<w:r><w:t xml:space="preserve">— </w:t></w:r>'
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        '<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>'
    ).encode()
