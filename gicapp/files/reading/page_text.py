"""The words of a web page as a browser shows them: spaces, line ends, what is hidden."""

import re
from typing import Final

from lxml import etree

from gicapp.files.reading.markup import local
from gicapp.files.reading.set_apart import END, PICTURE, RAISED, STRUCK, in_brackets

_HAN: Final = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f"
_WRAPPED: Final = re.compile(rf"(?<=[{_HAN}])[ \t]*[\r\n]\s*(?=[{_HAN}])")
_SPACES: Final = re.compile(r"[ \t\r\n\f]+")
_AROUND_BREAK: Final = re.compile(r"(?: ?\n ?)+")
_HIDDEN: Final = re.compile(
    r"display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])",
    re.I,
)
_LINE_THROUGH: Final = re.compile(r"text-decoration[^;]*line-through", re.I)
_RAISED: Final = re.compile(r"vertical-align\s*:\s*(?:super|sub)\b", re.I)
_BREAK: Final = "\v"  # stands for <br> until spaces are put together

DROPPED: Final = frozenset(
    {"script", "style", "noscript", "template", "head", "nav", "footer", "aside", "iframe", "svg"}
    | {"select", "textarea", "button", "object", "applet", "audio", "video", "canvas", "map", "rt"}
    | {"rp", "xml", "title", "meta", "link", "del", "comment"}
)
BLOCKS: Final = frozenset(
    {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "pre"}
    | {"blockquote", "section", "article", "main", "header", "form", "fieldset", "center", "hr"}
    | {"address", "figure", "figcaption", "table", "caption", "body", "html", "tr", "td", "th"}
    | {"tbody", "thead", "tfoot", "legend", "details", "summary"}
)


def is_hidden(element: etree._Element) -> bool:
    """Tell whether a page says that an element is not to be seen."""
    return "hidden" in element.attrib or bool(_HIDDEN.search(element.get("style") or ""))


def is_dropped(element: etree._Element) -> bool:
    """Tell whether an element is no part of what a page says: scripts, menus, comments."""
    return local(element) in DROPPED or not isinstance(element.tag, str)


def collapsed(pieces: list[str]) -> str:
    """Put pieces of source text together as a browser does, `<br>` as a line end."""
    text = "".join(pieces)
    text = _SPACES.sub(" ", _WRAPPED.sub("", text)).replace(_BREAK, "\n")
    return _AROUND_BREAK.sub("\n", text).strip(" \n")


def own_pieces(element: etree._Element) -> list[str]:
    """Return what an element itself shows, apart from its text and children."""
    name = local(element)
    if name == "br":
        return [_BREAK]
    if name == "input" and (element.get("type") or "text").lower() == "text":
        return [element.get("value") or ""]
    return []


def cell_text(cell: etree._Element) -> str:
    """Return what a table cell shows, a line for each block; tables inside it left out."""
    pieces: list[str] = []
    stack: list[etree._Element | str] = [cell]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            pieces.append(item)
        elif item is cell or not (is_dropped(item) or local(item) == "table" or is_hidden(item)):
            stack += reversed(_shown(item, cell))
    text = in_brackets(collapsed(pieces))
    return text or (PICTURE if next(cell.iter("img"), None) is not None else "")


def _shown(item: etree._Element, cell: etree._Element) -> list[etree._Element | str]:
    """Return what an element of a cell shows, marked where it is raised or struck out."""
    parts = unfolded(item)
    if item is cell:
        return parts
    name, style = local(item), item.get("style") or ""
    if name in BLOCKS:
        parts = [_BREAK, *parts, _BREAK]
    if name in {"s", "strike"} or _LINE_THROUGH.search(style):
        return [STRUCK, *parts, END]
    return [RAISED, *parts, END] if name in {"sup", "sub"} or _RAISED.search(style) else parts


def unfolded(element: etree._Element) -> list[etree._Element | str]:
    """Return what an element shows itself, its text, children and what follows each of them."""
    parts: list[etree._Element | str] = [*own_pieces(element), element.text or ""]
    for child in element:
        parts += [child, child.tail or ""]
    return parts
