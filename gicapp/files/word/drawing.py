"""What charts and pictures share in a Word document: their paragraphs, and the frame in line."""

from typing import Final

from lxml import etree

from gicapp.files.word import styles
from gicapp.files.word.paragraphs import element, space_of
from gicapp.files.word.source import Template

OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006"
EMU: Final = 36_000  # to a millimetre


def centred_paragraph(document: Template, like: etree._Element, style: str) -> etree._Element:
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


def draw(
    paragraph: etree._Element, number: int, size: tuple[int, int], said: tuple[str, str], kind: str
) -> etree._Element:
    """Add a drawing in line to a paragraph; return the element that holds what is drawn.

    `number` is its own in the document, `size` its width and height in EMU, `said` its name and
    alternative text, `kind` the last word of its namespace (chart, picture).
    """
    run = etree.SubElement(paragraph, f"{space_of(paragraph)}r")
    drawing = etree.SubElement(run, f"{space_of(paragraph)}drawing")
    space = f"{{{DRAWING}/wordprocessingDrawing}}"
    names = {"wp": f"{DRAWING}/wordprocessingDrawing", "a": f"{DRAWING}/main"}
    frame = etree.SubElement(drawing, f"{space}inline", nsmap=names)
    for side in ("distT", "distB", "distL", "distR"):
        frame.set(side, "0")
    width, height = map(str, size)
    name, words = said
    etree.SubElement(frame, f"{space}extent", cx=width, cy=height)
    etree.SubElement(frame, f"{space}docPr", id=str(number), name=name, descr=words)
    etree.SubElement(frame, f"{space}cNvGraphicFramePr")
    graphic = etree.SubElement(frame, f"{{{DRAWING}/main}}graphic")
    return etree.SubElement(graphic, f"{{{DRAWING}/main}}graphicData", uri=f"{DRAWING}/{kind}")
