"""The parts of Office files written by hand, where the libraries cannot be made to write them."""

from gicapp.files.reading.archive import Archive
from tests.files.reading.sources import packed

SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
_REMARK = b"<!-- -->"  # which sends a part the long way
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def links(**targets: str) -> str:
    """Return a part of relations: the kind of each, and where it leads."""
    lines = (
        f'<Relationship Id="{kind}" Type="{_TYPES}/{kind.rstrip("0123456789")}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}">{"".join(lines)}</Relationships>'


def workbook(
    *sheets: str, strings: str = "", styles: str = "", book: str = "", tabs: str = ""
) -> bytes:
    """Return a workbook of sheets given by what stands in their `worksheet` element."""
    names = tabs or "".join(
        f'<sheet name="表{n}" sheetId="{n}" r:id="worksheet{n}"/>'
        for n in range(1, len(sheets) + 1)
    )
    parts: dict[str, str | bytes] = {
        "_rels/.rels": links(officeDocument="xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{_SHEET}" xmlns:r="{_TYPES}">'
        f"<sheets>{names}</sheets>{book}</workbook>",
        "xl/sharedStrings.xml": f'<sst xmlns="{_SHEET}">{strings}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{_SHEET}">{styles}</styleSheet>',
        "xl/_rels/workbook.xml.rels": links(
            sharedStrings="sharedStrings.xml",
            styles="styles.xml",
            **{f"worksheet{n}": f"worksheets/sheet{n}.xml" for n in range(1, len(sheets) + 1)},
        ),
    }
    for number, sheet in enumerate(sheets, 1):
        parts[f"xl/worksheets/sheet{number}.xml"] = (
            f'<worksheet xmlns="{_SHEET}">{sheet}</worksheet>'
        )
    return packed(parts)


def rows(*lines: str) -> str:
    """Return the data of a sheet from the cells of its rows, given as XML."""
    numbered = (f'<row r="{number}">{line}</row>' for number, line in enumerate(lines, 1))
    return f"<sheetData>{''.join(numbered)}</sheetData>"


def styled(code: str) -> str:
    """Return styles of which the second, `s="1"`, has a number format."""
    return (
        f'<numFmts count="1"><numFmt numFmtId="170" formatCode="{code}"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>'
    )


def document(body: str, styles: str = "") -> bytes:
    """Return a Word document from what stands in its body."""
    return packed(
        {
            "_rels/.rels": links(officeDocument="word/document.xml"),
            "word/_rels/document.xml.rels": links(styles="styles.xml"),
            "word/styles.xml": f'<w:styles xmlns:w="{_WORD}">{styles}</w:styles>',
            "word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body>'
            "</w:document>",
        }
    )


def run(text: str, properties: str = "") -> str:
    """Return a run of text."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def paragraph(inside: str, properties: str = "") -> str:
    """Return a paragraph of runs."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def cell(text: str, properties: str = "") -> str:
    """Return a table cell with one paragraph."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(run(text))}</w:tc>"


def table(*lines: str) -> str:
    """Return a table from the cells of its rows."""
    return f"<w:tbl>{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>"


def untidy(data: bytes) -> bytes:
    """Return the same workbook with a remark in its sheet and in its strings."""
    archive = Archive(data)
    parts = {name: archive.read(name) for name in archive.names}
    parts[SHEET] = parts[SHEET].replace(b"</sheetData>", _REMARK + b"</sheetData>")
    if STRINGS in parts:
        parts[STRINGS] = parts[STRINGS].replace(b"</sst>", _REMARK + b"</sst>")
    return packed(dict(parts))
