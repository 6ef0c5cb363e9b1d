"""Puts charts and their captions into a Word document, after the table that they show."""

import posixpath
from collections.abc import Sequence
from typing import Final

from lxml import etree

from gicapp.core.charts import Chart
from gicapp.files.word import styles
from gicapp.files.word.chart_part import chart_workbook, chart_xml
from gicapp.files.word.drawing import DRAWING, EMU, OFFICE, centred_paragraph, draw
from gicapp.files.word.paragraphs import set_text
from gicapp.files.word.source import Template

_CHART_TYPE: Final = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_BOOK_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_LINK: Final = "rIdReportChart"
_BOOK_LINK: Final = "rId1"
_FIRST: Final = 9000  # no drawing of a template has such a number
_WIDTH, _HEIGHT = 150 * EMU, 60 * EMU


def add_charts(
    document: Template, after: etree._Element, charts: Sequence[Chart]
) -> tuple[str, ...]:
    """Add charts in order after an element; return the numbered captions below them."""
    place = after
    for number, chart in enumerate(charts, 1):
        _add_parts(document, number, chart)
        picture = centred_paragraph(document, after, styles.PICTURE)
        _draw(picture, number, chart)
        caption = centred_paragraph(document, after, styles.CAPTION)
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
        f'<Relationship Id="{_BOOK_LINK}" Type="{OFFICE}/package" '
        f'Target="../embeddings/report{number}.xlsx"/></Relationships>'
    )
    document.parts[name] = chart_xml(chart, _BOOK_LINK)
    document.parts[f"{folder}/charts/_rels/report{number}.xml.rels"] = relations.encode()
    document.parts[book] = chart_workbook(chart)
    document.declare(name, _CHART_TYPE)
    document.declare(book, _BOOK_TYPE)
    document.link(f"{_LINK}{number}", f"{OFFICE}/chart", f"charts/report{number}.xml")


def _draw(paragraph: etree._Element, number: int, chart: Chart) -> None:
    said = (f"图{number}", chart.description)
    data = draw(paragraph, _FIRST + number, (_WIDTH, _HEIGHT), said, "chart")
    link = etree.SubElement(
        data, f"{{{DRAWING}/chart}}chart", nsmap={"c": f"{DRAWING}/chart", "r": OFFICE}
    )
    link.set(f"{{{OFFICE}}}id", f"{_LINK}{number}")
