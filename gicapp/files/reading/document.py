"""Word documents (docx, docm): paragraphs and tables in the order of the page."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from gicapp.core.content import Block, Content, Paragraph, Problem
from gicapp.files import limits
from gicapp.files.reading.archive import Archive
from gicapp.files.reading.document_table import cells_of, has_table, is_layout, read_table
from gicapp.files.reading.document_text import Outline, text_of
from gicapp.files.reading.left_out import pictures_left
from gicapp.files.reading.markup import child, local, parse_xml
from gicapp.files.reading.package import main_part, relations, target_of
from gicapp.files.reading.unreadable import damaged

_PICTURE: Final = "{*}pic"  # a picture in DrawingML, whichever edition
_SHOWN: Final = 60  # letters of a text box that are quoted
# Elements that only wrap blocks: content controls, custom XML, tracked insertions.
_WRAPPERS: Final = frozenset({"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"})


@dataclass
class _Flow:
    """The blocks of a document while it is read."""

    outline: Outline
    blocks: list[Block] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    tables: int = 0


def read_document(archive: Archive) -> Content:
    """Return the paragraphs and tables of a Word document in reading order."""
    part = main_part(archive)
    root = parse_xml(archive.read_xml(part, limits.DOCUMENT_BYTES), "文档正文")
    body = child(root, "body")
    if body is None:
        raise damaged("文档没有正文")
    flow = _Flow(_outline(archive, part))
    _read_blocks(body, flow)
    flow.problems += [*_text_boxes(body), *pictures_left(len(list(body.iter(_PICTURE))))]
    return Content("docx", tuple(flow.blocks), tuple(flow.problems))


def _text_boxes(body: etree._Element) -> list[Problem]:
    """Tell of the text in boxes, which floats over the page and has no place in its order."""
    boxes = ["".join(map(text_of, box.iter("{*}p"))) for box in body.iter("{*}txbxContent")]
    words = " ".join(dict.fromkeys(text.strip() for text in boxes if text.strip()))
    if not words:
        return []
    message = f"文档的文本框里有文字，没有读取：“{words[:_SHOWN]}”。请核对是否属于报告内容。"
    return [Problem("text.box", "文本框", message)]


def _read_blocks(container: etree._Element, flow: _Flow) -> None:
    chart = ""  # the name of one that stands right above
    for element in _blocks_of(container):
        if local(element) == "p":
            text = text_of(element)
            if not chart or not text.startswith(chart):
                flow.blocks.append(Paragraph(text, flow.outline.level_of(element)))
            chart = _chart_in(element)
        elif is_layout(element):
            for cell in cells_of(element):
                _read_blocks(cell, flow)
        else:
            _read_table(element, flow)


def _chart_in(paragraph: etree._Element) -> str:
    """Return the name of a paragraph's chart, with which the program has its caption begin.

    Charts and captions are made from the figures with each export: they are no text of a report.
    """
    for data in paragraph.iter("{*}graphicData"):
        frame = data.getparent().getparent()  # type: ignore[union-attr]
        named = child(frame, "docPr")
        if data.get("uri", "").endswith("/chart") and named is not None:
            return named.get("name", "")
    return ""


def _read_table(element: etree._Element, flow: _Flow) -> None:
    """Take a table, and after it the tables that stand inside its cells."""
    flow.tables += 1
    grid, problems = read_table(element, flow.tables)
    flow.blocks.append(grid)
    flow.problems += problems
    for cell in cells_of(element):
        if has_table(cell):
            for inner in _blocks_of(cell):
                if local(inner) == "tbl":
                    _read_table(inner, flow)


def _blocks_of(container: etree._Element) -> Iterator[etree._Element]:
    """Yield the paragraphs and tables directly in a container, wrappers looked through."""
    for element in container:
        name = local(element)
        if name in {"p", "tbl"}:
            yield element
        elif name in _WRAPPERS:
            yield from _blocks_of(element)


def _outline(archive: Archive, part: str) -> Outline:
    styles = target_of(relations(archive, part), "styles")
    if styles is None or styles not in archive.names:
        return Outline(None)
    return Outline(parse_xml(archive.read_xml(styles, limits.DOCUMENT_BYTES), "样式"))
