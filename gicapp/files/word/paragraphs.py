"""Paragraphs of a Word document: their text replaced, and new ones that look like given ones."""

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from gicapp.files.reading.document_table import cells_of, is_layout
from gicapp.files.reading.document_text import text_of
from gicapp.files.reading.markup import child, local

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_UNWANTED = frozenset({"sectPr", "numPr", "pageBreakBefore"})
_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "smartTag"})


def blocks_of(container: etree._Element) -> Iterator[etree._Element]:
    """Yield paragraphs and tables in reading order; wrappers and frames are looked through."""
    for part in container:
        name = local(part)
        if name in _WRAPPERS:
            yield from blocks_of(part)
        elif name == "tbl" and is_layout(part):
            for cell in cells_of(part):
                yield from blocks_of(cell)
        elif name in {"p", "tbl"}:
            yield part


def element(like: etree._Element, name: str) -> etree._Element:
    """Return a new element in the namespace of another (strict and transitional files differ)."""
    return like.makeelement(f"{space_of(like)}{name}")


def space_of(part: etree._Element) -> str:
    """Return the namespace of an element in braces, ready to put before a name."""
    return str(part.tag).rpartition("}")[0] + "}"


def set_text(paragraph: etree._Element, text: str) -> None:
    """Replace all of a paragraph's content by one run that looks like its first one."""
    model = first_run_properties(paragraph)
    properties = f"{space_of(paragraph)}pPr"
    for part in list(paragraph):
        if part.tag != properties:
            paragraph.remove(part)
    if text:
        paragraph.append(_run(paragraph, text, model))


def first_run_properties(paragraph: etree._Element) -> etree._Element | None:
    """Return how the first run looks, or else how the paragraph's mark does."""
    space = space_of(paragraph)
    run = next(paragraph.iter(f"{space}r"), None)
    return paragraph.find(f"{space}pPr/{space}rPr") if run is None else run.find(f"{space}rPr")


def _run(like: etree._Element, text: str, model: etree._Element | None) -> etree._Element:
    """Return a run; line ends in the text become line breaks."""
    space = space_of(like)
    run = element(like, "r")
    if model is not None:
        run.append(_run_properties(like, model))
    for number, line in enumerate(text.split("\n")):
        if number:
            etree.SubElement(run, f"{space}br")
        words = etree.SubElement(run, f"{space}t")
        words.text = line
        if line != line.strip():
            words.set(_SPACE, "preserve")
    return run


def _run_properties(like: etree._Element, model: etree._Element) -> etree._Element:
    """Copy how a run looks without what only a paragraph's mark may have (tracked changes)."""
    properties = element(like, "rPr")
    properties.extend(
        deepcopy(part) for part in model if local(part) not in {"ins", "del", "moveFrom", "moveTo"}
    )
    return properties


def like(model: etree._Element, text: str) -> etree._Element:
    """Return a new paragraph with a text that looks like another."""
    paragraph = element(model, "p")
    properties = child(model, "pPr")
    if properties is not None:
        copied = deepcopy(properties)
        for part in list(copied):
            if local(part) in _UNWANTED:
                copied.remove(part)
        paragraph.append(copied)
    if text:
        paragraph.append(_run(paragraph, text, first_run_properties(model)))
    return paragraph


def remove(part: etree._Element) -> None:
    """Take an element out of its document."""
    parent = part.getparent()
    if parent is not None:
        parent.remove(part)


def is_blank(paragraph: etree._Element) -> bool:
    """Tell whether a paragraph shows neither words nor a picture."""
    return not text_of(paragraph).strip() and not any(
        local(part) in {"drawing", "pict", "object"} for part in paragraph.iter()
    )


def ends_section(paragraph: etree._Element) -> bool:
    """Tell whether a paragraph carries the page set-up of the pages before it."""
    return child(child(paragraph, "pPr"), "sectPr") is not None
