"""The proof of an export: the program reads its own file and finds in it what it meant to write."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Final

from gicapp.core.content import Content, Paragraph
from gicapp.core.grid import Grid, GridCell
from gicapp.errors import GicError
from gicapp.files.reading import content_of
from gicapp.files.reading.left_out import PICTURES
from gicapp.files.word.pictures import pictures_of
from gicapp.files.word.table import positions_by_id
from gicapp.form.declaration import Form

_SHOWN: Final = 40


@dataclass(frozen=True)
class Meant:
    """What a document is meant to hold.

    `cells` are the texts of the table cells, `paragraphs` the report's in their order (level
    None: as the template has it), `kept` counts the texts that the template itself contributes,
    `pictures` are the bytes of the report's pictures in their order.
    """

    cells: Mapping[str, str]
    paragraphs: Sequence[tuple[str, int | None]]
    kept: Counter[str]
    pictures: list[bytes] = field(default_factory=list)


def prove(data: bytes, meant: Meant, form: Form) -> None:
    """Read a document's bytes back; raise GicError that names the first thing that differs."""
    content = content_of(data)
    faults = chain(_faults(content, meant, form), _picture_faults(data, meant))
    fault = next(faults, None)
    if fault is not None:
        raise GicError(f"导出没有完成，原来的文件没有改动：写好后读回核对时，{fault}")


def _faults(content: Content, meant: Meant, form: Form) -> Iterator[str]:
    yield from (problem.message for problem in content.problems if problem.code != PICTURES)
    yield from _cell_faults(content, meant, form)
    yield from _text_faults(content, meant)


def _cell_faults(content: Content, meant: Meant, form: Form) -> Iterator[str]:
    read = _cells(content, form)
    for cell, text in meant.cells.items():
        name = form.cells[cell].name
        if cell not in read:
            yield f"没有读到“{name}”。"
        elif read[cell].text != text:
            yield f"“{name}”应为“{text}”，读到的是“{read[cell].text}”。"


def _cells(content: Content, form: Form) -> dict[str, GridCell]:
    """Return the grid cell of every cell id, found as any reader of the file would find it."""
    found: dict[str, GridCell] = {}
    for grid in content.blocks:
        if isinstance(grid, Grid):
            here = {(cell.row, cell.column): cell for cell in grid.cells}
            for cell, position in positions_by_id(grid, form).items():
                found.setdefault(cell, here[position])
    return found


def _picture_faults(data: bytes, meant: Meant) -> Iterator[str]:
    """Compare the pictures; the template's own may stand among them."""
    if not meant.pictures:
        return
    rest = list(meant.pictures)
    for picture in pictures_of(data):
        if rest and picture == rest[0]:
            rest.pop(0)
    if rest:
        yield f"有 {len(rest)} 幅图片没有读到，或者内容不同。"


def _text_faults(content: Content, meant: Meant) -> Iterator[str]:
    """Compare the paragraphs in order; between them only the template's own may stand."""
    rest = list(meant.paragraphs)
    others: Counter[str] = Counter()
    for block in content.blocks:
        if isinstance(block, Paragraph) and block.text.strip():
            if rest and _is_same(block, *rest[0]):
                rest.pop(0)
            else:
                others[block.text.strip()] += 1
    if rest:
        yield f"没有读到这一段：“{rest[0][0][:_SHOWN]}”。"
    strange = others - meant.kept
    if strange:
        yield f"多出了这一段：“{next(iter(strange))[:_SHOWN]}”。"


def _is_same(block: Paragraph, text: str, level: int | None) -> bool:
    return block.text.strip() == text and level in (None, block.heading)
