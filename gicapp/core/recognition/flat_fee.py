"""The table of 信息处理费 that lost its lines: headings and figures in plain paragraphs."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from gicapp.core.content import Block, Paragraph
from gicapp.core.grid import Grid, GridCell
from gicapp.core.recognition.fee_table import column_of, is_fee_figure, is_fee_label, read_fee
from gicapp.core.recognition.flat_line import cells_of, is_parted, is_rule, is_sign
from gicapp.core.recognition.label_text import label_text

_COLUMNS: Final = 3
_LONGEST: Final = 200  # letters of a line of the table
_MOST_LINES: Final = 30  # that it takes, a line for each cell and signs between them
_LABEL: Final = "信息处理费收取情况"


class _Found(NamedTuple):
    """A table: its headings, its figures, and the index of the block behind it."""

    heads: tuple[str, ...]
    figures: tuple[str, ...]
    end: int


def with_fee_grids(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return blocks with a flattened table of the fee as a grid, where it is surely whole."""
    done: list[Block] = []
    at = 0
    while at < len(blocks):
        found = _table_at(blocks, at)
        grid = None if found is None else _grid(found, len(done) + 1)
        if found is None or grid is None or read_fee(grid) is None:
            done.append(blocks[at])
            at += 1
        else:
            done.append(grid)
            at = found.end
    return tuple(done)


def _table_at(blocks: Sequence[Block], start: int) -> _Found | None:
    """Return the table that begins in a block, None where none does or it is not whole."""
    if not _begins(blocks, start):
        return None
    heads: list[str] = []
    figures: list[str] = []
    for index in range(start, min(len(blocks), start + _MOST_LINES)):
        cells = _cells(blocks[index])
        if cells is None:
            return None
        row = [cell for cell in cells if cell]
        if len(heads) < _COLUMNS:
            heads += [cell for cell in row if column_of(cell) is not None]
            strange = [cell for cell in row if column_of(cell) is None and not is_fee_label(cell)]
            if strange or len(heads) > _COLUMNS:
                return None
            continue
        figures += _figures(cells)
        if any(not (is_fee_figure(cell) or is_fee_label(cell)) for cell in row):
            return None
        if len(figures) >= _COLUMNS:
            whole = len(figures) == _COLUMNS and not _goes_on(blocks[index + 1 : index + 3])
            return _Found(tuple(heads), tuple(figures), index + 1) if whole else None
    return None


def _begins(blocks: Sequence[Block], start: int) -> bool:
    """Tell whether a block has the first heading, or the corner cell before it."""
    block = blocks[start]
    if isinstance(block, Paragraph) and is_sign(block.text.strip()):  # a blank corner
        return start + 1 < len(blocks) and _begins_with_heading(_cells(blocks[start + 1]))
    cells = _cells(block) or [""]
    is_corner = is_fee_label(cells[0] or _LABEL) and not label_text(cells[0]).numbering
    if is_corner and len(cells) > 1:
        return column_of(cells[1]) is not None
    return _begins_with_heading(cells) or (is_corner and bool(cells[0]))


def _begins_with_heading(cells: list[str] | None) -> bool:
    return column_of(cells[0] if cells else "") is not None


def _figures(cells: Sequence[str]) -> list[str]:
    """Return the figures of a line: blank ones only where the line is a whole row."""
    if len(cells) == _COLUMNS + 1 and (not cells[0] or is_fee_label(cells[0])):
        return list(cells[1:])
    own = [cell for cell in cells if not is_fee_label(cell)]
    return own if len(own) == _COLUMNS else [cell for cell in own if cell]


def _goes_on(rest: Sequence[Block]) -> bool:
    """Tell whether one more figure follows: nobody can say then which are the table's."""
    lines = (cells for block in rest if (cells := _cells(block)) and any(cells))
    following = next(lines, [""])
    return is_fee_figure("".join(following))


def _cells(block: Block) -> list[str] | None:
    """Return the cells of a paragraph, none of a blank one or a rule; None of anything else."""
    if not isinstance(block, Paragraph):
        return None
    text = block.text.strip()
    if len(text) > _LONGEST:
        return None
    if not text or is_rule(text) or is_sign(text):
        return []
    if is_parted(text):
        return cells_of(text)
    return [text] if column_of(text) is not None or is_fee_label(text) else text.split()


def _grid(found: _Found, number: int) -> Grid:
    """Return the grid of a table, its headings over its figures."""
    rows = (("", *found.heads), (_LABEL, *found.figures))
    cells = [
        GridCell(line, place, text, where=f"第 {line + 1} 行第 {place + 1} 格")
        for line, row in enumerate(rows)
        for place, text in enumerate(row)
    ]
    return Grid(f"第 {number} 段起的文字表格", tuple(cells))
