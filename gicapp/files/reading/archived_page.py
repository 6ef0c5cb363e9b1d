"""Pages saved as one file (mht, mhtml): the web pages in a MIME message, in their order."""

import email
import re
from email.message import Message
from typing import Final

from gicapp.core.content import Block, Content, Problem
from gicapp.files import limits
from gicapp.files.reading.page import read_page
from gicapp.files.reading.unreadable import damaged, too_large

_HEADERS: Final = re.compile(
    rb"(?:\s*[A-Za-z][\w-]{1,40}:[^\n]{0,1000}\n(?:[ \t][^\n]{0,1000}\n)*)+"
)
_KIND: Final = re.compile(rb"content-type:\s*(?:multipart/related|text/html)", re.IGNORECASE)
_START: Final = 8192
_PAGES: Final = 200
_LINES: Final = 250_000


def is_archived_page(data: bytes) -> bool:
    """Tell whether the bytes begin with the headers of a MIME message that holds a page."""
    headers = _HEADERS.match(data[:_START].replace(b"\r\n", b"\n"))
    return headers is not None and _KIND.search(headers[0]) is not None


def read_archived_page(data: bytes) -> Content:
    """Return the content of all pages in a saved archive."""
    if len(data) > limits.PART_BYTES:
        raise too_large(f"网页存档超过 {limits.PART_BYTES // limits.MEGABYTE} MB")
    if data.count(b"\n") > _LINES:
        raise too_large("网页存档的行数太多")
    pages = [part for part in email.message_from_bytes(data).walk() if _is_page(part)]
    if not pages:
        raise damaged("网页存档里没有网页")
    if len(pages) > _PAGES:
        raise too_large(f"网页存档里的网页超过 {_PAGES} 个")
    blocks: list[Block] = []
    problems: list[Problem] = []
    for page in pages:
        payload = page.get_payload(decode=True)
        content = read_page(payload if isinstance(payload, bytes) else b"", _charset(page))
        blocks += content.blocks
        problems += content.problems
    return Content("mht", tuple(blocks), tuple(problems))


def _is_page(part: Message) -> bool:
    return part.get_content_type() == "text/html"


def _charset(part: Message) -> str:
    charset = part.get_content_charset()
    return charset or ""
