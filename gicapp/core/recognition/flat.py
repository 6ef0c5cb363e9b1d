"""Tables that lost their lines: labels and figures one after another in plain paragraphs.

A row's label with the figures behind it becomes a row of a grid again. Where the figures
belong is the recogniser's matter, which takes them by the order of the form only where their
number is right, and says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from gicapp.core.content import Block, Paragraph
from gicapp.core.grid import Grid, GridCell
from gicapp.core.recognition.vocabulary import FIGURE_LETTERS, Axis, Vocabulary, vocabulary
from gicapp.form.declaration import Form, Table

_FEWEST: Final = 3  # rows with figures that make a table
_LONGEST: Final = 120  # letters of a line that can be a row


@dataclass
class _Run:
    """The lines of one table so far: its rows, and the lines themselves."""

    table: str = ""
    rows: list[list[str]] = field(default_factory=list)
    lines: list[Block] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)  # figures behind headings without a row label


def unflatten(blocks: Sequence[Block], form: Form) -> tuple[Block, ...]:
    """Return the blocks of a source without grids, its flattened tables as grids."""
    if any(isinstance(block, Grid) for block in blocks):
        return tuple(blocks)
    words = vocabulary(form)
    done: list[Block] = []
    run = _Run()
    for block in blocks:
        text = block.text.strip() if isinstance(block, Paragraph) else ""
        if text and not _take(run, text, words, form):
            done += _closed(run, form, len(done))
            run = _Run()
            _take(run, text, words, form)
        if run.table:
            run.lines.append(block)
        else:
            done.append(block)
    return (*done, *_closed(run, form, len(done)))


def _take(run: _Run, text: str, words: Vocabulary, form: Form) -> bool:
    """Take a line into a table; tell whether it belongs to it."""
    if len(text) > _LONGEST:
        return False
    label, figures = _parted(text)
    if not label:
        if run.table:
            (run.rows[-1] if run.rows else run.loose).extend(figures)
        return bool(run.table)
    parts = [label] if words.word(label).meanings else label.split()
    meanings = [words.word(part).meanings for part in parts]
    if not all(meanings):
        return False
    tables = [{m.table for m in found} for found in meanings]
    common = set.intersection(*tables) & ({run.table} if run.table else set(_ids(form)))
    if not common:
        return False
    run.table = run.table or next(table.id for table in form.tables if table.id in common)
    _note(run, parts, figures, words, form.table(run.table))
    return True


def _ids(form: Form) -> list[str]:
    """Return the ids of a form's tables."""
    return [table.id for table in form.tables]


def _note(run: _Run, parts: list[str], figures: list[str], words: Vocabulary, table: Table) -> None:
    """Note labels: a row's begins a row, a column's waits for the rows below it."""
    for part in parts:
        axes = {m.axis for m in words.word(part).meanings if m.table == run.table}
        is_row = Axis.ROW in axes and (Axis.COLUMN not in axes or bool(run.rows))
        if is_row and table.label_columns:
            if run.headings and not table.header_lines:
                run.rows.append(["", *run.headings])
            run.headings = []
            run.rows.append([part])
        elif Axis.COLUMN in axes:
            run.headings.append(part)
    if run.rows and len(run.rows[-1]) > 0:
        run.rows[-1].extend(figures)
    else:
        run.loose.extend(figures)


def _parted(text: str) -> tuple[str, list[str]]:
    """Return a line's label and the figures behind it."""
    tokens = text.split()
    count = 0
    while count < len(tokens) and FIGURE_LETTERS.issuperset(tokens[-1 - count]):
        count += 1
    cut = len(tokens) - count
    return " ".join(tokens[:cut]), tokens[cut:]


def _closed(run: _Run, form: Form, number: int) -> list[Block]:
    """Return a table's grid, or its lines where it is none."""
    if not run.table:
        return run.lines
    table = form.table(run.table)
    if not table.label_columns:
        rows = _stacked(run, table)
    else:
        figures = sum(len(row) > 1 for row in run.rows)
        rows = run.rows if figures >= _FEWEST else []
    if not rows:
        return run.lines
    cells = [
        GridCell(line, place, text, where=f"第 {line + 1} 行第 {place + 1} 格")
        for line, row in enumerate(rows)
        for place, text in enumerate(row)
        if text
    ]
    return [Grid(f"第 {number + 1} 段起的文字表格", tuple(cells))]


def _stacked(run: _Run, table: Table) -> list[list[str]]:
    """Return headings and figures of a table without row labels, where both are complete."""
    heads = [column.label for _ in table.rows for column in table.columns]
    rows = [row.label for row in table.rows for _ in table.columns]
    if len(run.headings) != len(heads) or len(run.loose) != len(heads):
        return []
    return [rows, heads, run.loose]
