"""Places the blocks of a report on pages."""

from collections.abc import Iterator, Sequence
from typing import Final

from gicapp.core.layout import STANDARD, Layout, PageNumber
from gicapp.core.report import Report, title_of
from gicapp.form.declaration import Form
from gicapp.gui.pages.content import ROOM, Block, PictureBlock, TextBlock, blocks
from gicapp.gui.pages.linebreak import Line
from gicapp.gui.pages.page import (
    BOTTOM,
    LEFT,
    RIGHT,
    RULE,
    TOP,
    Booklet,
    Page,
    Passage,
    Piece,
    Plate,
    Role,
    Stroke,
)
from gicapp.gui.pages.ruled import SetTable, least_room, parts, strokes
from gicapp.gui.pages.style import MM, Face, Metric, Style
from gicapp.gui.pages.tabular import table_passages
from gicapp.gui.pages.typesetting import Column, pieces_of, set_text

_HEIGHT: Final = BOTTOM - TOP
_ABOVE_TABLE: Final = 2.0
_BELOW_TABLE: Final = 8.0
_FOLIO_STYLE: Final = Style(Face.FOLIO, 14.0)  # 4 号
_FOLIO_TOP: Final = BOTTOM + 7 * MM  # the dashes stand 7 mm below the type area


def compose(report: Report, form: Form, metric: Metric, layout: Layout = STANDARD) -> Booklet:
    """Lay out a report as pages."""
    row = list(blocks(report, form, metric, layout))
    sheets = _Sheets()
    for n, block in enumerate(row):
        sheets.reserve(_needed(row[n:]))
        if isinstance(block, SetTable):
            sheets.put_table(block)
        elif isinstance(block, PictureBlock):
            sheets.put_picture(block)
        else:
            sheets.put_text(block)
    pages = tuple(
        Page(n, (*passages, *_folio(n, metric, layout)), tuple(lines), tuple(sheets.plates[n - 1]))
        for n, (passages, lines) in enumerate(sheets.pages, 1)
    )
    return Booklet(title_of(report, form), pages)


def _needed(row: Sequence[Block]) -> float:
    """Return the height that must be free for the first block, with what it is kept with."""
    needed = 0.0
    for block in row:
        if isinstance(block, SetTable):
            return needed + _ABOVE_TABLE + least_room(block, _HEIGHT - needed - _ABOVE_TABLE)
        if isinstance(block, PictureBlock):
            return needed + block.room
        if not block.keep:
            return needed + _ink(block, 1)
        needed += len(block.lines) * block.pitch + block.after
    return needed


def _ink(block: TextBlock, lines: int) -> float:
    """Return the height of some lines without the blank below the last one."""
    return lines * block.pitch - (block.pitch - block.style.size) / 2


class _Sheets:
    """The pages as they fill up from top to bottom."""

    def __init__(self) -> None:
        self.pages: list[tuple[list[Passage], list[Stroke]]] = [([], [])]
        self.plates: list[list[Plate]] = [[]]
        self._y = TOP
        self._block = 0

    def reserve(self, height: float) -> None:
        """Begin a page where a height is not free on this one but would be on a fresh one."""
        if self._y > TOP and self._y + min(height, _HEIGHT) > BOTTOM:
            self._turn()

    def put_text(self, block: TextBlock) -> None:
        """Put a text block, over as many pages as it takes."""
        rest = list(block.lines)
        while rest:
            fitting = sum(1 for n in range(len(rest)) if self._y + _ink(block, n + 1) <= BOTTOM)
            count = max(1, fitting) if self._y == TOP else fitting
            if count:
                self._put_lines(block, rest[:count])
            rest = rest[count:]
            if rest:
                self._turn()
        self._y += block.after
        self._block += 1

    def put_picture(self, block: PictureBlock) -> None:
        """Put a picture, whole, and its caption below."""
        self._y += block.before if self._y > TOP else 0.0
        left = LEFT + (ROOM - block.width) / 2
        self.plates[-1].append(Plate(block.picture, left, self._y, block.width, block.height))
        self._y += block.height
        if block.caption is not None:
            self.put_text(block.caption)
        else:
            self._y += block.before

    def put_table(self, table: SetTable) -> None:
        """Put a table, its lines whole, over as many pages as it takes."""
        self._y += _ABOVE_TABLE if self._y > TOP else RULE
        x = LEFT + (ROOM - table.edges[-1]) / 2
        cut = list(parts(table, BOTTOM - self._y, _HEIGHT - RULE))
        for n, part in enumerate(cut):
            if n:
                self._turn()
                self._y += RULE
            passages, lines = self.pages[-1]
            passages += table_passages(table, cut, n, (x, self._y), self._block)
            lines += strokes(table, part, x, self._y)
            self._y += sum(table.heights[line] for line in part.lines)
        self._y += _BELOW_TABLE
        self._block += len(table.boxes)

    def _turn(self) -> None:
        self.pages.append(([], []))
        self.plates.append([])
        self._y = TOP

    def _put_lines(self, block: TextBlock, lines: Sequence[Line]) -> None:
        height = len(lines) * block.pitch
        passage = Passage(
            block.role,
            self._block,
            "".join(line.text for line in lines),
            LEFT,
            self._y,
            RIGHT,
            self._y + height,
            tuple(_aligned(block, lines, self._y)),
        )
        self.pages[-1][0].append(passage)
        self._y += height


def _aligned(block: TextBlock, lines: Sequence[Line], y: float) -> Iterator[Piece]:
    for n, line in enumerate(lines):
        spare = (block.room - line.right) * block.align.value
        yield from pieces_of([line], block.style, LEFT + spare, y + n * block.pitch, block.pitch)


def _folio(number: int, metric: Metric, layout: Layout) -> Iterator[Passage]:
    """Yield the page number, one character in from the outer edge."""
    if layout.page_number is PageNumber.NONE:
        return
    text, size = f"— {number} —", _FOLIO_STYLE.size
    (line,) = set_text(text, Column(_FOLIO_STYLE, metric, ROOM, size))
    x = {
        PageNumber.CENTRE: (LEFT + RIGHT - line.right) / 2,
        PageNumber.OUTER: RIGHT - size - line.right if number % 2 else LEFT + size,
    }[layout.page_number]
    pieces = tuple(pieces_of([line], _FOLIO_STYLE, x, _FOLIO_TOP, size))
    yield Passage(
        Role.FOLIO, -number, text, x, _FOLIO_TOP, x + line.right, _FOLIO_TOP + size, pieces
    )
