"""What Excel, WPS, Word or a browser put on the clipboard, as content."""

import re
from typing import Final

from gicapp.core.content import Block, Content
from gicapp.core.grid import Grid
from gicapp.files import limits
from gicapp.files.reading.page import read_markup
from gicapp.files.reading.text import read_lines
from gicapp.files.reading.unreadable import too_large

_HEADER: Final = re.compile(r"Version:\d[^<]*")  # Windows writes one before the page


def read_pasted(text: str, html: str | None) -> Content:
    """Return a pasted block: from its page where that holds a table, else from its text.

    Only the page tells merged cells; only the text has what the page does not hold as a table.
    """
    if max(len(text), len(html or "")) > limits.PAGE_BYTES:
        raise too_large("粘贴的内容太多")
    if html:
        page = read_markup(_HEADER.sub("", html, count=1) if html.startswith("Version:") else html)
        if _has_table(page.blocks) or not text.strip():
            return Content("clipboard", page.blocks, page.problems)
    lines = read_lines(text.replace("\r\n", "\n"))
    return Content("clipboard", lines.blocks, lines.problems)


def first_table(content: Content) -> list[list[str]]:
    """Return the texts of the first table, merged cells in their first place alone."""
    grid = next((block for block in content.blocks if isinstance(block, Grid)), None)
    lines: list[list[str]] = []
    for cell in sorted(grid.cells if grid else ()):
        lines += [[] for _ in range(cell.row + 1 - len(lines))]
        line = lines[cell.row]
        line += [""] * (cell.column - len(line))
        line.append(cell.text)
    return lines


def _has_table(blocks: tuple[Block, ...]) -> bool:
    return any(isinstance(block, Grid) for block in blocks)
