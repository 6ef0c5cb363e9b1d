"""XML parts as trees or streams: no entities, no network, no huge trees."""

import io
import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from gicapp.files import limits
from gicapp.files.reading.unreadable import damaged, too_large

_LONG_TAG: Final = re.compile(rb"<[^<>]{%d}" % limits.TAG_BYTES)


def parse_xml(text: bytes, what: str) -> etree._Element:
    """Return the root of an XML part; `what` names it in Chinese. Raises Unreadable."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
    )
    _check(text, what)
    if text.count(b"<") > limits.MARKS:
        raise too_large(f"{what}里的内容太多")
    try:
        root = etree.fromstring(text, parser)
    except (etree.XMLSyntaxError, ValueError) as bad:
        raise damaged(f"{what}不是完整的 XML") from bad
    return root


def stream_xml(text: bytes, tags: tuple[str, ...], what: str) -> Iterator[etree._Element]:
    """Yield each element with one of the local names as it closes, then forget it."""
    wanted = [f"{{*}}{tag}" for tag in tags]
    _check(text, what)
    events = etree.iterparse(
        io.BytesIO(text),
        events=("end",),
        tag=wanted,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    try:
        for _, element in events:
            yield element
            element.clear()
    except etree.XMLSyntaxError as bad:
        raise damaged(f"{what}不是完整的 XML") from bad


def _check(text: bytes, what: str) -> None:
    """Raise Unreadable for a tag so long that the parser would not come to its end."""
    if len(text) > limits.TAG_BYTES and _LONG_TAG.search(text):
        raise too_large(f"{what}里有异常长的标记")


def local(element: etree._Element) -> str:
    """Return an element's name without its namespace; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: etree._Element | None, name: str = "val") -> str | None:
    """Return an attribute whatever its namespace (strict and transitional files differ)."""
    if element is None:
        return None
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """Return the first child with a local name."""
    if element is None:
        return None
    return next((part for part in element if local(part) == name), None)
