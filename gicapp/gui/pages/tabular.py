"""The passages of a table on its pages: every figure once, labels again where a page begins."""

from collections.abc import Iterator, Sequence

from gicapp.gui.pages.boxes import PADDING, SetBox
from gicapp.gui.pages.page import Passage, Piece, Role
from gicapp.gui.pages.ruled import Part, SetTable
from gicapp.gui.pages.typesetting import baseline, pieces_of

_HANGING = frozenset("、，。")  # set at the upper right of their place where text runs downwards


def table_passages(
    table: SetTable, parts: Sequence[Part], number: int, corner: tuple[float, float], block: int
) -> Iterator[Passage]:
    """Yield the passages of part `number`, whose upper left corner is given.

    `block` is the number of the table's first box.
    """
    x, y = corner
    part = parts[number]
    tops = [y]
    for line in part.lines:
        tops.append(tops[-1] + table.heights[line])
    for n, box in enumerate(table.boxes):
        places = _places(box, part)
        showing = _showing(table, parts, box)
        if not places or number not in showing:
            continue
        left, right = table.edges[box.box.column], table.edges[box.box.column + box.box.columns]
        repeated = number != showing[0]
        yield _passage(
            box,
            (x + left, tops[places[0]], x + right, tops[places[-1] + 1]),
            block + n,
            repeated=repeated,
        )


def _places(box: SetBox, part: Part) -> list[int]:
    lines = range(box.box.line, box.box.line + box.box.lines)
    return [n for n, line in enumerate(part.lines) if line in lines]


def _showing(table: SetTable, parts: Sequence[Part], box: SetBox) -> list[int]:
    """Return the parts that show a box's text: those with room for it, or the roomiest."""
    rooms = [
        sum(table.heights[part.lines[place]] for place in _places(box, part)) for part in parts
    ]
    enough = [n for n, room in enumerate(rooms) if room >= box.height - 0.01]
    return enough or [rooms.index(max(rooms))]


def _passage(
    box: SetBox, bounds: tuple[float, float, float, float], block: int, *, repeated: bool
) -> Passage:
    left, top, right, bottom = bounds
    inner = left + PADDING
    y = (top + bottom - len(box.lines) * box.pitch) / 2
    pieces = _downwards(box, inner, y) if box.vertical else _across(box, inner, y)
    role = Role.VALUE if box.box.cell else Role.LABEL
    return Passage(
        role,
        block,
        box.text,
        left,
        top,
        right,
        bottom,
        tuple(pieces),
        cell=box.box.cell,
        repeated=repeated,
    )


def _across(box: SetBox, x: float, y: float) -> Iterator[Piece]:
    for n, line in enumerate(box.lines):
        top = y + n * box.pitch
        yield from pieces_of([line], box.style, x + box.offset(line), top, box.pitch)


def _downwards(box: SetBox, x: float, y: float) -> Iterator[Piece]:
    """Yield one character a line; a comma moves to where it stands in vertical writing."""
    size = box.style.size
    left = x + (box.room - size) / 2
    for n, line in enumerate(box.lines):
        shift = size * 0.55 if line.text in _HANGING else 0.0
        base = baseline(y + n * box.pitch, box.pitch, box.style) - shift
        for span in line.spans:
            yield Piece(span.text, left + shift, base, span.width, box.style)
