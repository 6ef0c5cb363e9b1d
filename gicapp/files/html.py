"""The report as a page for the unit's website: headings, text, and tables with their merges."""

from base64 import b64encode
from collections.abc import Iterator
from html import escape
from typing import Final

from gicapp.core.report import LEAD, Report, title_of
from gicapp.core.text.narrative import printed_of
from gicapp.core.text.outline import heading_level
from gicapp.core.text.picture import Picture
from gicapp.form.declaration import Box, Form, Section, Table
from gicapp.form.values import show

_TOP: Final = 2  # the level of the six headings; the title is the page's only h1
_UNNAMED: Final = "图片"
_STYLE: Final = """
body { margin: 0 auto; max-width: 50rem; padding: 1rem; line-height: 1.8; color: #111;
  background: #fff; font-family: "Noto Serif SC", "Source Han Serif SC", SimSun, serif; }
h1 { font-size: 1.6rem; line-height: 1.4; text-align: center; }
h2 { font-size: 1.25rem; }
h3, h4, h5 { font-size: 1.05rem; }
p { margin: 0.5rem 0; text-indent: 2em; overflow-wrap: anywhere; }
figure { margin: 1rem 0; text-align: center; break-inside: avoid; }
img { max-width: 100%; height: auto; }
figcaption { font-size: 0.875rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.875rem; line-height: 1.4; }
caption { padding: 0.25rem; }
th, td { border: 1px solid #555; padding: 0.3rem; text-align: center; font-weight: normal;
  min-width: 2em; }
th[scope^="row"] { text-align: left; }
@media print { .wide { overflow: visible; } tr { break-inside: avoid; } }
"""


def build_page(report: Report, form: Form) -> bytes:
    """Return a report as one HTML file in UTF-8 that needs no other file."""
    title = escape("".join(title_of(report, form).split()))
    body = "\n".join(_body(report, form))
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{title}</h1>\n{body}\n</main>\n</body>\n</html>\n"
    ).encode()


def _body(report: Report, form: Form) -> Iterator[str]:
    yield from _text(report, LEAD)
    for section in form.sections:
        yield f'<section aria-labelledby="section-{section.key}">'
        yield f'<h{_TOP} id="section-{section.key}">{escape(section.heading)}</h{_TOP}>'
        yield from _text(report, section.key)
        if section.table:
            yield from _table(form.table(section.table), section, report)
        yield "</section>"


def _text(report: Report, key: str) -> Iterator[str]:
    """Yield the paragraphs of a section; headings never skip a level of the page."""
    above = _TOP
    for line, picture in ((printed.text, printed.picture) for printed in printed_of(report, key)):
        if picture is not None:
            yield _figure(picture, line)
            continue
        level = heading_level(line)
        if level > 1:
            above = min(level + 1, above + 1)
            yield f"<h{above}>{escape(line)}</h{above}>"
        else:
            yield f"<p>{escape(line)}</p>"


def _figure(picture: Picture, caption: str) -> str:
    """Return a picture within the page, so that the file needs no other."""
    said = escape(caption)
    below = f"<figcaption>{said}</figcaption>" if caption else ""
    return (
        f'<figure><img src="data:image/{picture.kind};base64,{b64encode(picture.data).decode()}" '
        f'alt="{said or _UNNAMED}" width="{picture.width}" height="{picture.height}">{below}'
        "</figure>"
    )


def _table(table: Table, section: Section, report: Report) -> Iterator[str]:
    yield f'<div class="wide" role="region" aria-label="{escape(section.name)}" tabindex="0">'
    yield f"<table>\n<caption>{escape(table.name)}</caption>"
    if table.header_lines:
        yield "<thead>"
        yield from (_row(table, line, report) for line in range(table.header_lines))
        yield "</thead>"
    yield "<tbody>"
    yield from (_row(table, line, report) for line in range(table.header_lines, table.height))
    yield "</tbody>\n</table>\n</div>"


def _row(table: Table, line: int, report: Report) -> str:
    boxes = sorted((b for b in table.boxes if b.line == line), key=lambda box: box.column)
    return f"<tr>{''.join(_cell(table, box, report) for box in boxes)}</tr>"


def _cell(table: Table, box: Box, report: Report) -> str:
    spans = "".join(
        f' {name}="{number}"'
        for name, number in (("rowspan", box.lines), ("colspan", box.columns))
        if number > 1
    )
    if box.cell:
        return f"<td{spans}>{show(report.value(box.cell))}</td>"
    return f'<th{spans} scope="{_scope(table, box)}">{escape(box.text)}</th>'


def _scope(table: Table, box: Box) -> str:
    """Say what a label is the heading of; one that spans several is the heading of a group."""
    is_beside = box.column < table.label_columns and box.line >= table.header_lines
    if is_beside and (box.labels_row or box.lines > 1):
        return "rowgroup" if box.lines > 1 else "row"
    return "colgroup" if box.columns > 1 else "col"
