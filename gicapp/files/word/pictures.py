"""Puts the report's pictures into a Word document: in line, centred, with alternative text."""

import posixpath
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from lxml import etree

from gicapp.core.text.picture import Picture, PictureKind
from gicapp.files.reading.archive import Archive
from gicapp.files.reading.markup import parse_xml
from gicapp.files.reading.package import main_part, relations
from gicapp.files.word import styles
from gicapp.files.word.drawing import DRAWING, EMU, OFFICE, centred_paragraph, draw
from gicapp.files.word.paragraphs import set_text
from gicapp.files.word.source import Template

_LINK: Final = "rIdReportPicture"
_FIRST: Final = 9500  # the number of the first drawing, after those of charts
_UNNAMED: Final = "图片"
_TYPES: Final = MappingProxyType({PictureKind.PNG: "image/png", PictureKind.JPEG: "image/jpeg"})


class Gallery:
    """The pictures that a document is given, each file once; `shown` in the order of the text."""

    def __init__(self, document: Template) -> None:
        self.shown: list[bytes] = []
        self._document = document
        self._links: dict[Picture, str] = {}

    def put(self, place: etree._Element, picture: Picture, caption: str) -> etree._Element:
        """Put a picture and its caption after a paragraph; return the last one put."""
        paragraph = centred_paragraph(self._document, place, styles.PICTURE)
        place.addnext(paragraph)
        self._draw(paragraph, picture, caption or _UNNAMED)
        self.shown.append(picture.data)
        if not caption:
            return paragraph
        below = centred_paragraph(self._document, place, styles.CAPTION)
        set_text(below, caption)
        paragraph.addnext(below)
        return below

    def _draw(self, paragraph: etree._Element, picture: Picture, words: str) -> None:
        width, height = picture.printed_mm()
        size = (round(width * EMU), round(height * EMU))
        number = _FIRST + len(self.shown)
        holder = draw(paragraph, number, size, (f"图片{number - _FIRST + 1}", words), "picture")
        holder.append(_picture(number, size, self._link(picture)))

    def _link(self, picture: Picture) -> str:
        """Return the link to a picture's part, which is added where it is not yet there."""
        if picture not in self._links:
            number = len(self._links) + 1
            file = f"media/report{number}.{picture.kind}"
            name = f"{posixpath.dirname(self._document.main)}/{file}"
            self._document.parts[name] = picture.data
            self._document.declare(name, _TYPES[picture.kind])
            self._document.link(f"{_LINK}{number}", f"{OFFICE}/image", file)
            self._links[picture] = f"{_LINK}{number}"
        return self._links[picture]


def _picture(number: int, size: tuple[int, int], link: str) -> etree._Element:
    """Return the picture itself: what it is, where its bytes are, how large it is drawn."""
    pic, main = f"{{{DRAWING}/picture}}", f"{{{DRAWING}/main}}"
    names = {"pic": f"{DRAWING}/picture", "a": f"{DRAWING}/main", "r": OFFICE}
    picture = etree.Element(f"{pic}pic", nsmap=names)
    about = etree.SubElement(picture, f"{pic}nvPicPr")
    etree.SubElement(about, f"{pic}cNvPr", id=str(number), name=f"图片{number - _FIRST + 1}")
    etree.SubElement(about, f"{pic}cNvPicPr")
    fill = etree.SubElement(picture, f"{pic}blipFill")
    etree.SubElement(fill, f"{main}blip").set(f"{{{OFFICE}}}embed", link)
    etree.SubElement(etree.SubElement(fill, f"{main}stretch"), f"{main}fillRect")
    shape = etree.SubElement(picture, f"{pic}spPr")
    frame = etree.SubElement(shape, f"{main}xfrm")
    etree.SubElement(frame, f"{main}off", x="0", y="0")
    etree.SubElement(frame, f"{main}ext", cx=str(size[0]), cy=str(size[1]))
    outline = etree.SubElement(shape, f"{main}prstGeom", prst="rect")
    etree.SubElement(outline, f"{main}avLst")
    return picture


def pictures_of(data: bytes) -> Iterator[bytes]:
    """Yield the bytes of the pictures in a document's text, as a reader of the file finds them."""
    archive = Archive(data)
    main = main_part(archive)
    links = relations(archive, main)
    for blip in parse_xml(archive.read(main), "文档正文").iter(f"{{{DRAWING}/main}}blip"):
        kind, target = links.get(blip.get(f"{{{OFFICE}}}embed", ""), ("", ""))
        if kind == "image" and target in archive.names:
            yield archive.read(target)
