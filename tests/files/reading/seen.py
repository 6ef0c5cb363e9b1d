"""What tests look at in the content of a source."""

from gicapp.core.content import Content, Paragraph
from gicapp.core.grid import Grid, GridCell
from gicapp.files.reading import content_of
from gicapp.form.values import Number

Where = tuple[int, int]


def grids(data: bytes) -> list[Grid]:
    """Return the grids of a source that reads without a problem."""
    content = content_of(data)
    assert content.problems == ()
    return [block for block in content.blocks if isinstance(block, Grid)]


def grid(data: bytes) -> Grid:
    """Return the only grid of a source that reads without a problem."""
    (only,) = grids(data)
    return only


def cells(data: bytes) -> dict[Where, GridCell]:
    """Return the cells of the only grid, by row and column."""
    return {(cell.row, cell.column): cell for cell in grid(data).cells}


def texts(data: bytes) -> dict[Where, str]:
    """Return the texts of the only grid that are not blank."""
    return {where: cell.text for where, cell in cells(data).items() if cell.text}


def numbers(data: bytes) -> dict[Where, Number]:
    """Return the numbers of the only grid."""
    return {where: c.number for where, c in cells(data).items() if c.number is not None}


def paragraphs(data: bytes) -> list[str]:
    """Return the paragraphs that are not blank."""
    blocks = content_of(data).blocks
    return [block.text for block in blocks if isinstance(block, Paragraph) and block.text]


def codes(content: Content | bytes) -> list[str]:
    """Return the codes of the problems of a source."""
    content = content_of(content) if isinstance(content, bytes) else content
    return [problem.code for problem in content.problems]
