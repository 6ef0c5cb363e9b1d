"""What one grid of a source contributes: its recognised tables, whose they are and what year."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from gicapp.core.content import Block, Paragraph
from gicapp.core.grid import Grid, GridCell
from gicapp.core.recognition.claims import Recognition
from gicapp.core.recognition.identity import (
    Identity,
    best_title,
    is_unit_label,
    looks_like_unit,
    period_year,
    stated_unit,
    years_in,
)
from gicapp.core.recognition.recognise import recognise
from gicapp.core.recognition.vocabulary import vocabulary
from gicapp.form.declaration import Form

_SHEET: Final = re.compile("“(.*)”")


@dataclass(frozen=True)
class Evidence:
    """A grid with what was recognised in it, by the form whose labels it has.

    `index` is its place among the source's blocks. `units` and `years` are those that its
    title, its name or the text before it state; empty where they state none.
    """

    index: int
    grid: Grid
    form: Form
    recognition: Recognition
    identity: Identity


def gather(blocks: Sequence[Block], forms: Sequence[Form]) -> list[Evidence]:
    """Return the evidence of every grid that holds tables of a form.

    The first form counts where a table's labels do not speak for another one.
    """
    found: list[Evidence] = []
    heads: Mapping[str, Mapping[int, str]] = {}
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            continue
        taken: tuple[str, ...] = ()
        for form in _forms_of(block, forms):
            recognition = recognise(block, form, heads if form is forms[0] else {}, taken)
            if recognition.tables or recognition.lines:
                found.append(Evidence(index, block, form, recognition, identity_of(block)))
                taken += recognition.tables
                if form is forms[0]:
                    heads = recognition.heads
    return found


def _forms_of(grid: Grid, forms: Sequence[Form]) -> list[Form]:
    """Return the forms whose labels a grid has: an older one only where its own labels stand."""
    words = [vocabulary(form) for form in forms]
    texts = {cell.text for cell in grid.cells if cell.number is None and cell.text}
    older = [
        form
        for form, its in zip(forms[1:], words[1:], strict=True)
        if any(map(its.is_fingerprint, texts))
    ]
    return [*older, forms[0]]


def identity_of(grid: Grid) -> Identity:
    """Return whose table a grid says it is, and for what year."""
    named = [cell for cell in grid.cells if cell.number is None and len(cell.text) > 1]
    texts = [cell.text for cell in named]
    title = best_title(texts)
    name = _SHEET.search(grid.name)
    sheet = name[1] if name else ""
    unit = title.unit or _stated(named, grid.cells) or (sheet if looks_like_unit(sheet) else "")
    years = title.years or years_in(sheet) or _stated_years(texts)
    return Identity(title.title, unit, years[0] if len(years) == 1 else None, years)


def _stated(named: Sequence[GridCell], cells: Sequence[GridCell]) -> str:
    """Return the unit that one of the texts states, in itself or in the cell to its right."""
    for cell in named:
        text = cell.text
        if "单位" not in text and "机关" not in text and "机构" not in text:
            continue
        unit = stated_unit(text)
        if unit:
            return unit
        if is_unit_label(text):
            right = next((c for c in cells if c.row == cell.row and c.column > cell.column), None)
            if right is not None and looks_like_unit(right.text):
                return "".join(right.text.split())
    return ""


def _stated_years(texts: Sequence[str]) -> tuple[int, ...]:
    """Return the year of a stated period, or of a short text that is little else."""
    for text in texts:
        if "年" in text and len(text) <= 60:
            year = period_year(text)
            if year is not None:
                return (year,)
            if len(text) <= 12 and years_in(text):
                return years_in(text)
    return ()
