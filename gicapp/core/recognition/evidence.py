"""What one grid of a source contributes: its recognised tables, whose they are and what year."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from gicapp.core.content import Block, Paragraph
from gicapp.core.grid import Grid, GridCell
from gicapp.core.recognition.claims import Recognition
from gicapp.core.recognition.continuation import heads_on
from gicapp.core.recognition.identity import (
    Identity,
    best_title,
    is_unit_label,
    looks_like_unit,
    period_year,
    stated_unit,
    years_in,
)
from gicapp.core.recognition.parting import Part, parts_of
from gicapp.core.recognition.recognise import Heads, recognise
from gicapp.core.recognition.vocabulary import Match, Vocabulary, vocabulary
from gicapp.form.declaration import Form

_MOST_MISTYPED: Final = 1000  # different texts close to labels; a form has 80 labels
_SHEET: Final = re.compile("“(.*)”")


@dataclass(frozen=True)
class Evidence:
    """A grid with what was recognised in it, by the form whose labels it has.

    `index` is its place among the source's blocks. `units` and `years` are those that its
    title, its name or the text before it state; empty where they state none. `whole` is the
    grid of which `grid` is a part.
    """

    index: int
    grid: Grid
    form: Form
    recognition: Recognition
    identity: Identity
    whole: Grid


def gather(blocks: Sequence[Block], forms: Sequence[Form]) -> list[Evidence]:
    """Return the evidence of every grid that holds tables of a form.

    The first form counts where a table's labels do not speak for another one.
    """
    found: list[Evidence] = []
    heads: Heads = {}
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph) or _is_flood(block, vocabulary(forms[0])):
            continue
        known = heads_on(block, heads, vocabulary(forms[0]))
        its = _evidence(index, Part(block), block, forms, known)
        parts = parts_of(block, vocabulary(forms[0]))
        if len(parts) > 1:
            parted = [e for part in parts for e in _evidence(index, part, block, forms, {})]
            its = parted if _are_apart(parted, parts) else its
        found += its
        heads = next((e.recognition.heads for e in reversed(its) if e.form is forms[0]), heads)
    return found


def _is_flood(grid: Grid, words: Vocabulary) -> bool:
    """Tell whether a grid has more mistyped labels than any report: looking closer takes long."""
    texts = dict.fromkeys(cell.text for cell in grid.cells if cell.number is None)
    if len(texts) <= _MOST_MISTYPED:
        return False
    mistyped = 0
    for text in texts:
        word = words.word(text)
        exact = word.meanings and word.meanings[0].match in {Match.OFFICIAL, Match.SYNONYM}
        mistyped += word.speaks and not exact
        if mistyped > _MOST_MISTYPED:
            return True
    return False


def _evidence(
    index: int, part: Part, whole: Grid, forms: Sequence[Form], heads: Heads
) -> list[Evidence]:
    """Return what a grid, or a part of it, contributes by each form whose labels it has."""
    found: list[Evidence] = []
    taken: tuple[str, ...] = ()
    for form in _forms_of(part.grid, forms):
        recognition = recognise(part.grid, form, heads if form is forms[0] else {}, taken)
        if recognition.tables or recognition.lines:
            identity = _identity_of(part)
            found.append(Evidence(index, part.grid, form, recognition, identity, whole))
            taken += recognition.tables
    return found


def _are_apart(evidence: Sequence[Evidence], parts: Sequence[Part]) -> bool:
    """Tell whether parts hold the same cells of the form, and none in what is everyone's."""
    own = {id(part.grid): part.own for part in parts}
    seen: dict[str, int] = {}
    repeated = False
    for item in evidence:
        filled = {(cell.row, cell.column) for cell in item.grid.cells if cell.text.strip()}
        for cell, position in item.recognition.cells.items():
            if position in filled and position not in own[id(item.grid)]:
                return False
            repeated = repeated or seen.setdefault(cell, id(item.grid)) != id(item.grid)
    return repeated


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


def _identity_of(part: Part) -> Identity:
    """Return whose table a grid says it is, and for what year; of a part what it was parted by."""
    grid = part.grid
    named = [cell for cell in grid.cells if cell.number is None and len(cell.text) > 1]
    texts = [cell.text for cell in named]
    title = best_title(texts)
    name = _SHEET.search(grid.name)
    sheet = name[1] if name else ""
    unit = (
        part.unit
        or title.unit
        or _stated(named, grid.cells)
        or (sheet if looks_like_unit(sheet) else "")
    )
    years = title.years or years_in(sheet) or _stated_years(texts)
    years = (part.year,) if part.year is not None else years
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
