"""Web pages: text and tables in reading order, as pages of sites, Excel, WPS and Word hold them."""

import re
from dataclasses import dataclass, field
from typing import Final

from lxml import etree, html

from gicapp.core.content import Block, Content, Paragraph, Problem
from gicapp.files import limits
from gicapp.files.reading.encoding import decode
from gicapp.files.reading.markup import local
from gicapp.files.reading.page_table import cells_of, is_layout, read_table
from gicapp.files.reading.page_text import BLOCKS, collapsed, is_dropped, is_hidden, unfolded
from gicapp.files.reading.unreadable import damaged, too_large

_INLINED: Final = re.compile(rb"data:[^\"'\s)>]{1000,}")  # pictures inside the page
_FRAME: Final = re.compile(
    r"(?:^|[\s_-])(?:footer|foot|copyright|nav|navbar|breadcrumb)(?:$|[\s_-])"
)
_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_OUTLINE: Final = re.compile(r"mso-outline-level\s*:\s*([1-9])")
_DECLARED: Final = re.compile(r"^\s*<\?xml[^>]*\?>")
_SCRIPT: Final = re.compile(r"<script\b", re.IGNORECASE)
_SCRIPT_END: Final = re.compile(r"</script\s*>", re.IGNORECASE)
_LONG_TAG: Final = re.compile(r"<[a-zA-Z][^<>]{20000}")  # the parser compares all attributes
_FRAMES: Final = Problem(
    "page.frames",
    "网页",
    "这个网页只是外框，内容在与它一起保存的文件夹里。请导入该文件夹中的网页（例如 sheet001.htm）。",
)
_TOO_DEEP: Final = "RESOURCE_LIMIT"


@dataclass
class _Flow:
    """The blocks of a page while it is read; `pieces` are those of the open paragraph."""

    blocks: list[Block] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    heading: int = 0
    tables: int = 0

    def end_paragraph(self) -> None:
        """Close the paragraph, if it has any text."""
        text = collapsed(self.pieces)
        if text.strip():
            self.blocks.append(Paragraph(text, self.heading))
        self.pieces.clear()
        self.heading = 0

    def add_table(self, element: etree._Element, *, hidden: bool) -> None:
        """Take a table of figures."""
        self.tables += 1
        self.blocks.append(read_table(element, self.tables, hidden=hidden))


def read_page(data: bytes, declared: str = "") -> Content:
    """Return the paragraphs and tables of a web page; `declared` is its encoding if known."""
    if b"data:" in data:
        data = _INLINED.sub(b"", data)
    if len(data) > limits.PAGE_BYTES:
        raise too_large(f"网页超过 {limits.PAGE_BYTES // limits.MEGABYTE} MB")
    text, problems = decode(data, declared)
    return read_markup(text, tuple(problems))


def read_markup(text: str, problems: tuple[Problem, ...] = ()) -> Content:
    """Return the paragraphs and tables of a page that is already text."""
    flow = _Flow()
    text = _without_scripts(_DECLARED.sub("", text))
    if text.count("<") > limits.PAGE_MARKS:
        raise too_large("网页里的内容太多")
    if _LONG_TAG.search(text):
        raise too_large("网页里有异常长的标记")
    root = _tree(text)
    _walk(root, flow)
    if not flow.blocks and next(root.iter("frame", "iframe"), None) is not None:
        problems = (*problems, _FRAMES)
    return Content("html", tuple(flow.blocks), problems)


def _without_scripts(text: str) -> str:
    """Return a page without its scripts, which hold no text and many signs that look like tags."""
    kept: list[str] = []
    at = 0
    while (start := _SCRIPT.search(text, at)) is not None:
        end = _SCRIPT_END.search(text, start.end())
        if end is None:
            break
        kept.append(text[at : start.start()])
        at = end.end()
    return "".join((*kept, text[at:]))


def _tree(text: str) -> etree._Element:
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True
    )
    clean = text.replace("\0", "").encode("utf-8", "replace")
    try:
        root = etree.fromstring(clean, parser)
    except etree.ParserError as bad:
        raise damaged("网页里没有内容") from bad
    if root is None:
        raise damaged("网页里没有内容")
    if any(_TOO_DEEP in entry.type_name for entry in parser.error_log):
        raise too_large("网页的层次太深")
    return root


def _walk(root: etree._Element, flow: _Flow) -> None:
    """Go through a page in reading order; None on the stack ends a paragraph."""
    stack: list[etree._Element | str | None] = [None, root]
    while stack:
        item = stack.pop()
        if item is None:
            flow.end_paragraph()
        elif isinstance(item, str):
            flow.pieces.append(item)
        elif not _is_left_out(item):
            stack += _steps(item, flow)


def _steps(item: etree._Element, flow: _Flow) -> list[etree._Element | str | None]:
    """Return what is to be gone through for an element, last first."""
    name = local(item)
    if is_hidden(item):
        for table in item.iter("table"):
            flow.add_table(table, hidden=True)
        return []
    if name == "table":
        flow.end_paragraph()
        if not is_layout(item):
            flow.add_table(item, hidden=False)
            return []
        return [None, *_inside(item)]
    parts: list[etree._Element | str | None] = [*reversed(unfolded(item))]
    if name not in BLOCKS:
        return parts
    flow.end_paragraph()
    flow.heading = _heading(item)
    return [None, *parts]


def _inside(table: etree._Element) -> list[etree._Element | str | None]:
    """Return the caption and cells of a table that lays out the page, last first."""
    cells = list(cells_of(table))
    return [part for cell in reversed(cells) for part in (None, *reversed(unfolded(cell)), None)]


def _is_left_out(element: etree._Element) -> bool:
    """Tell whether an element frames the page: menus, footers, scripts. Tables always count."""
    if is_dropped(element):
        return True
    marks = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    return bool(_FRAME.search(marks)) and next(element.iter("table"), None) is None


def _heading(element: etree._Element) -> int:
    name = local(element)
    if name in _HEADINGS:
        return _HEADINGS.index(name) + 1
    outline = _OUTLINE.search(element.get("style") or "")
    return int(outline[1]) if outline else 0
