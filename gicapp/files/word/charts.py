"""Puts charts and their captions into a Word document, after the table that they show."""

import posixpath
from collections.abc import Sequence
from typing import Final

from lxml import etree

from gicapp.core.charts import Chart
from gicapp.files.word import styles
from gicapp.files.word.chart_part import chart_workbook, chart_xml
from gicapp.files.word.paragraphs import element, set_text, space_of
from gicapp.files.word.source import Template

_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006"
_CHART_TYPE: Final = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_BOOK_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_LINK: Final = "rIdReportChart"
_BOOK_LINK: Final = "rId1"
_EMU: Final = 36_000  # to a millimetre
_WIDTH, _HEIGHT = 150 * _EMU, 60 * _EMU


def add_charts(
    document: Template, after: etree._Element, charts: Sequence[Chart]
) -> tuple[str, ...]:
    """Add charts in order after an element; return the numbered captions below them."""
    place = after
    for number, chart in enumerate(charts, 1):
        _add_parts(document, number, chart)
        picture = _paragraph(document, after, styles.PICTURE)
        _draw(picture, number, chart)
        caption = _paragraph(document, after, styles.CAPTION)
        set_text(caption, _words(number, chart))
        place.addnext(picture)
        picture.addnext(caption)
        place = caption
    return tuple(_words(number, chart) for number, chart in enumerate(charts, 1))


def _words(number: int, chart: Chart) -> str:
    return f"图{number}　{chart.caption}"


def _add_parts(document: Template, number: int, chart: Chart) -> None:
    folder = posixpath.dirname(document.main)
    name = f"{folder}/charts/report{number}.xml"
    book = f"{folder}/embeddings/report{number}.xlsx"
    relations = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="{_BOOK_LINK}" Type="{_OFFICE}/package" '
        f'Target="../embeddings/report{number}.xlsx"/></Relationships>'
    )
    document.parts[name] = chart_xml(chart, _BOOK_LINK)
    document.parts[f"{folder}/charts/_rels/report{number}.xml.rels"] = relations.encode()
    document.parts[book] = chart_workbook(chart)
    document.declare(name, _CHART_TYPE)
    document.declare(book, _BOOK_TYPE)
    document.link(f"{_LINK}{number}", f"{_OFFICE}/chart", f"charts/report{number}.xml")


def _paragraph(document: Template, like: etree._Element, style: str) -> etree._Element:
    """Return a centred paragraph as high as what it holds, without its style if that is unknown."""
    space = space_of(like)
    paragraph = element(like, "p")
    properties = etree.SubElement(paragraph, f"{space}pPr")
    if document.has_style(style):
        etree.SubElement(properties, f"{space}pStyle").set(f"{space}val", style)
        return paragraph
    etree.SubElement(properties, f"{space}keepNext").set(
        f"{space}val", str(int(style == styles.PICTURE))
    )
    spacing = etree.SubElement(properties, f"{space}spacing")
    spacing.set(f"{space}line", "240")
    spacing.set(f"{space}lineRule", "auto")
    etree.SubElement(properties, f"{space}jc").set(f"{space}val", "center")
    return paragraph


def _draw(paragraph: etree._Element, number: int, chart: Chart) -> None:
    run = etree.SubElement(paragraph, f"{space_of(paragraph)}r")
    drawing = etree.SubElement(run, f"{space_of(paragraph)}drawing")
    drawing.append(_inline(number, chart))


def _inline(number: int, chart: Chart) -> etree._Element:
    """Return the drawing's frame with the alternative text."""
    frame = etree.Element(
        f"{{{_DRAWING}/wordprocessingDrawing}}inline",
        nsmap={"wp": f"{_DRAWING}/wordprocessingDrawing", "a": f"{_DRAWING}/main"},
    )
    for side in ("distT", "distB", "distL", "distR"):
        frame.set(side, "0")
    space = f"{{{_DRAWING}/wordprocessingDrawing}}"
    etree.SubElement(frame, f"{space}extent", cx=str(_WIDTH), cy=str(_HEIGHT))
    etree.SubElement(
        frame, f"{space}docPr", id=str(9000 + number), name=f"图{number}", descr=chart.description
    )
    etree.SubElement(frame, f"{space}cNvGraphicFramePr")
    graphic = etree.SubElement(frame, f"{{{_DRAWING}/main}}graphic")
    data = etree.SubElement(graphic, f"{{{_DRAWING}/main}}graphicData", uri=f"{_DRAWING}/chart")
    link = etree.SubElement(
        data, f"{{{_DRAWING}/chart}}chart", nsmap={"c": f"{_DRAWING}/chart", "r": _OFFICE}
    )
    link.set(f"{{{_OFFICE}}}id", f"{_LINK}{number}")
    return frame
