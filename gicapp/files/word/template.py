"""Makes the official template, the file that reports are filled into.

Run `python -m gicapp.files.word.template resources/templates/2021.docx` to make it anew from
the form's declaration; whoever adjusts the file by hand in Word or WPS need not run this again.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from gicapp.files.package import pack_parts
from gicapp.files.word import styles
from gicapp.files.word.skeleton import parts_around
from gicapp.files.word.styles import WML
from gicapp.form.declaration import Box, Form, Section, Table
from gicapp.form.loader import load_form

_TWIPS_PER_MM: Final = 1440 / 25.4
_ROW: Final = 420  # least height of a row in twips, 7.4 mm
_SMALL_ROW: Final = 350  # 6.2 mm
_LOOSE: Final = '<w:keepNext w:val="0"/>'  # the last row need not stay with what follows
_FIRM: Final = "<w:keepNext/>"  # header rows stay with the first figures, whatever the style says
_ABOVE_TABLE: Final = (
    f'<w:spacing w:after="120" w:line="{styles.PITCH}" w:lineRule="exact"/>'  # room before lines
)
_VERTICAL: Final = 10.0  # mm: a label in a narrower and taller box is written downwards
_FOOTERS: Final = (("default", "rIdOdd"), ("even", "rIdEven"))


def build_template(form: Form) -> bytes:
    """Return a .docx with the headings and blank tables of a form and a sample of each style."""
    body = "".join(_blocks(form))
    document = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<w:document xmlns:w="{WML}" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        f"<w:body>{body}{_section_properties()}</w:body></w:document>"
    )
    return pack_parts(parts_around(document.encode(), styles.styles_xml()))


def _blocks(form: Form) -> Iterator[str]:
    yield _paragraph("{{文号}}", styles.NUMBER)
    yield _paragraph("{{标题}}", styles.TITLE)
    for section in form.sections:
        yield _paragraph(section.heading, "Heading1", _ABOVE_TABLE if section.table else "")
        if section.table:
            yield _table(form.table(section.table))
        else:
            yield from _samples(section)
    yield _paragraph("{{署名}}", styles.SIGNATURE)
    yield _paragraph("{{日期}}", styles.DATE)


def _samples(section: Section) -> Iterator[str]:
    """Yield paragraphs that show how each level looks; text that is filled in looks like them."""
    if section.number == 1:
        yield _paragraph("正文。", styles.BODY)
        yield _paragraph("（一）二级标题", "Heading2")
        yield _paragraph("1.三级标题", "Heading3")
        yield _paragraph("（1）四级标题", "Heading4")
    yield _paragraph("正文。", styles.BODY)


def _paragraph(text: str, style: str, differing: str = "") -> str:
    """Return a paragraph; line ends in the text become line breaks.

    `differing` is what it has unlike its style, as content of `w:pPr`.
    """
    lines = "<w:br/>".join(f"<w:t>{line}</w:t>" for line in text.split("\n") if line)
    run = f"<w:r>{lines}</w:r>" if lines else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{differing}</w:pPr>{run}</w:p>'


def _table(table: Table) -> str:
    widths = [round(width * _TWIPS_PER_MM) for width in table.widths_mm]
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(_row(table, line, widths) for line in range(table.height))
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{styles.TABLE}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="0000"/><w:tblCaption w:val="{table.name}"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )


def _row(table: Table, line: int, widths: list[int]) -> str:
    header = "<w:tblHeader/>" if line < table.header_lines else ""
    height = _SMALL_ROW if table.height > styles.TALL else _ROW
    covering = sorted(
        (box for box in table.boxes if box.line <= line < box.line + box.lines),
        key=lambda box: box.column,
    )
    cells = "".join(_cell(table, box, line, widths) for box in covering)
    return (
        f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{height}"/>{header}</w:trPr>{cells}</w:tr>'
    )


def _cell(table: Table, box: Box, line: int, widths: list[int]) -> str:
    first = line == box.line
    span = f'<w:gridSpan w:val="{box.columns}"/>' if box.columns > 1 else ""
    merge = ""
    if box.lines > 1:
        merge = '<w:vMerge w:val="restart"/>' if first else "<w:vMerge/>"
    vertical = _is_vertical(table, box)
    direction = '<w:textDirection w:val="tbRlV"/>' if vertical else ""
    text = box.text if first else ""
    if not vertical:
        text = _broken(text, sum(table.widths_mm[box.column : box.column + box.columns]))
    paragraph = _paragraph(text, _style(table, box), _keeping(table, line))
    width = sum(widths[box.column : box.column + box.columns])
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}{direction}'
        f'<w:vAlign w:val="center"/></w:tcPr>{paragraph}</w:tc>'
    )


def _keeping(table: Table, line: int) -> str:
    """Say whether a row stays with the next one where that is not for the style to say."""
    if line < table.header_lines:
        return _FIRM
    return _LOOSE if line + 1 == table.height else ""


def _is_vertical(table: Table, box: Box) -> bool:
    """Tell whether a label stands in a box too narrow for anything but a column of characters."""
    width = sum(table.widths_mm[box.column : box.column + box.columns])
    return bool(box.text) and width < _VERTICAL and box.lines > 2


def _broken(text: str, width: float) -> str:
    """Break a label by sense where its box is narrow: （三）⏎不予公开, 结果⏎维持."""
    if not text or width > 20:
        return text
    number, bracket, rest = text.partition("）")
    if bracket and number.startswith("（"):
        return f"{number}）\n{rest}"
    if len(text) <= 3:
        return text
    return "\n".join(text[start : start + 2] for start in range(0, len(text), 2))


def _style(table: Table, box: Box) -> str:
    small = table.height > styles.TALL
    if box.cell:
        return styles.SMALL_FIGURE if small else styles.FIGURE
    is_label = table.label_columns > 1 and (
        box.labels_row is not None or (box.line, box.column) == (0, 0)
    )
    if is_label:
        return styles.SMALL_LABEL if small else styles.LABEL
    return styles.SMALL_HEADER if small else styles.HEADER


def _section_properties() -> str:
    """Return page, margins and grid: A4, 37/35/28/26 mm, 22 lines of 28 characters.

    The type area is 12,760 twips high, a hair (0.07 mm) over 225 mm, so that 22 lines of 29 pt
    fit; `charSpace` is the difference between 16 pt and 156 mm / 28, in 1/4096 pt.
    """
    footers = "".join(
        f'<w:footerReference w:type="{kind}" r:id="{link}"/>' for kind, link in _FOOTERS
    )
    return (
        f"<w:sectPr>{footers}"
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2097" w:right="1474" w:bottom="1981" '
        'w:left="1587" w:header="850" w:footer="1400" w:gutter="0"/><w:cols w:space="425"/>'
        f'<w:docGrid w:type="linesAndChars" w:linePitch="{styles.PITCH}" w:charSpace="-845"/>'
        "</w:sectPr>"
    )


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(build_template(load_form()))
