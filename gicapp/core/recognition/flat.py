"""Tables that lost their lines: labels and figures one after another in plain paragraphs.

A row's label with the figures behind it becomes a row of a grid again. Where the figures
belong is the recogniser's matter, which takes them by the order of the form only where their
number is right, and says so.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from gicapp.core.content import Block, Paragraph
from gicapp.core.grid import Grid, GridCell
from gicapp.core.recognition.broken_labels import with_whole_labels
from gicapp.core.recognition.flat_fee import with_fee_grids
from gicapp.core.recognition.flat_line import FlatLine, cells_of, is_parted, is_sign, parse_line
from gicapp.core.recognition.vocabulary import Axis, Match, Vocabulary, vocabulary
from gicapp.form.declaration import Form, Table

_MOST_LINES: Final = 8_000  # a report has 500 with a line for each cell; looking takes long
_EXACT: Final = (Match.OFFICIAL, Match.SYNONYM)
_FEWEST: Final = 3  # rows with figures that make a table


@dataclass
class _Run:
    """The lines of one table so far: its rows, and the lines themselves."""

    table: Table | None = None
    words: Vocabulary | None = None
    rows: list[list[str]] = field(default_factory=list)
    lines: list[Block] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    above: list[str] = field(default_factory=list)  # the headings before the first row
    loose: list[list[str]] = field(default_factory=list)  # lines of figures without a row label
    named: list[str] = field(default_factory=list)  # rows whose labels stand above the headings
    in_order: bool = True  # the headings stand in the order of the form
    filled: bool = False  # signs fill lines up behind their cells
    opened: bool = False  # signs stand before the first cell too


def unflatten(blocks: Sequence[Block], forms: Sequence[Form]) -> tuple[Block, ...]:
    """Return the blocks of a source with its flattened tables as grids.

    Beside real grids only lines whose cells signs part are looked at. The first form counts
    where a table's labels do not speak for another one.
    """
    if len(blocks) > _MOST_LINES:
        return tuple(blocks)
    gridded = any(isinstance(block, Grid) for block in blocks)
    blocks = with_fee_grids(blocks if gridded else tuple(with_whole_labels(blocks, forms)))
    tables = _tables(blocks, forms)
    done: list[Block] = []
    run = _Run()
    for block in _with_their_signs(blocks, forms[0]):
        text = block.text.strip() if isinstance(block, Paragraph) else ""
        looked_at = is_parted(text) or (not gridded and bool(text))
        is_other = bool(text) or isinstance(block, Grid)  # no blank line
        if is_other and not (looked_at and _take(run, text, tables)):
            done += _closed(run, len(done))
            run = _Run()
            if looked_at:
                _take(run, text, tables)
        if run.table:
            run.lines.append(block)
        else:
            done.append(block)
    return (*done, *_closed(run, len(done)))


def _with_their_signs(blocks: Sequence[Block], form: Form) -> Iterator[Block]:
    """Yield blocks, a sign that stands in a line of its own in the line of the cell before it.

    Behind a section's heading it is a blank cell.
    """
    headings = {heading for section in form.sections for heading in (section.heading, section.name)}
    cell: Paragraph | None = None
    for block in blocks:
        text = block.text.strip() if isinstance(block, Paragraph) else ""
        if cell is not None:
            yield replace(cell, text=f"{cell.text} |") if is_sign(text) else cell
            if is_sign(text):
                cell = None
                continue
        is_cell = text and text not in headings and not is_parted(text)
        cell = block if is_cell and isinstance(block, Paragraph) else None
        if cell is None:
            yield block
    if cell is not None:
        yield cell


def _tables(blocks: Sequence[Block], forms: Sequence[Form]) -> tuple[tuple[Table, Vocabulary], ...]:
    """Return the tables to look for: of an older form those whose own labels stand here."""
    chosen: dict[str, tuple[Table, Vocabulary]] = {}
    for form in (*forms[1:], forms[0]):
        words = vocabulary(form)
        own = {m.table for text in _labels(blocks, words) for m in words.word(text).meanings}
        for table in form.tables:
            if form is forms[0] or table.id in own:
                chosen.setdefault(table.id, (table, words))
    return tuple(chosen[table.id] for table in forms[0].tables)


def _labels(blocks: Sequence[Block], words: Vocabulary) -> Iterator[str]:
    """Yield the labels in paragraphs that only the form of a vocabulary has."""
    for block in blocks:
        if isinstance(block, Paragraph):
            parts = cells_of(block.text) if is_parted(block.text) else block.text.split()
            yield from filter(words.is_fingerprint, parts)


def _take(run: _Run, text: str, tables: Sequence[tuple[Table, Vocabulary]]) -> bool:
    """Take a line into a table; tell whether it belongs to it."""
    if run.table is not None and run.words is not None:
        return _took(run, text, run.table, run.words)
    for table, words in tables:
        if _took(run, text, table, words):
            run.table, run.words = table, words
            return True
    return False


def _took(run: _Run, text: str, table: Table, words: Vocabulary) -> bool:
    def is_label(word: str) -> bool:
        return any(meaning.table == table.id for meaning in words.word(word).meanings)

    line = parse_line(text, is_label)
    if line is None or (not line.labels and (run.table is None or _is_other(line, words))):
        return False
    whole = not table.label_columns and len(line.figures) == len(table.cells)
    room = len(line.figures) if whole else _room(run, table, words)
    if not line.labels and line.strange and len(line.figures) > room:
        run.rows += [list(line.figures)] if run.rows else []  # in the headings only a part of one
        return True
    run.filled = run.filled or line.filled
    run.opened = run.opened or (line.opened and bool(line.labels))
    _note(run, line, words, table)
    return True


def _is_other(line: FlatLine, words: Vocabulary) -> bool:
    """Tell whether a line without a label of a table has one of another table."""
    return any(words.word(figure).meanings for figure in line.figures)


def _room(run: _Run, table: Table, words: Vocabulary) -> int:
    """Return how many figures the last row still takes."""
    return _size(run.rows[-1], table, words) - len(run.rows[-1]) + 1 if run.rows else 0


def _size(row: Sequence[str], table: Table, words: Vocabulary) -> int:
    """Return how many figures a row has by the form; as many as it has where it is none."""
    named = {m.id for m in words.word(row[0]).meanings if m.axis is Axis.ROW}
    sizes = {len(r.columns) for r in table.rows if r.id in named}
    return sizes.pop() if len(sizes) == 1 else len(row) - 1


def _note(run: _Run, line: FlatLine, words: Vocabulary, table: Table) -> None:
    """Note labels: a row's or a group's begins a row, a column's waits for the rows below it."""
    for part in line.labels:
        axes = {m.axis for m in words.word(part).meanings if m.table == table.id}
        is_row = Axis.ROW in axes and (Axis.COLUMN not in axes or bool(run.rows))
        if is_row and table.label_columns:
            if run.headings and not table.header_lines:
                run.rows.append(["", *run.headings])
            run.in_order = run.in_order and _are_in_order(run.headings, table, words)
            run.above = run.above if run.rows else run.headings
            run.headings = []
            run.rows.append([part])
        elif Axis.GROUP in axes:
            run.rows.append([part])
        elif Axis.COLUMN in axes:
            run.headings.append(part)
        elif is_row:
            run.named += [m.id for m in words.word(part).meanings if m.axis is Axis.ROW]
    if run.rows:
        run.rows[-1].extend(line.figures)
    elif line.figures:
        before = [""] if line.opened and not (line.labels or run.opened) else []
        run.loose.append([*before, *line.figures])


def _are_in_order(headings: Sequence[str], table: Table, words: Vocabulary) -> bool:
    """Tell whether headings stand as the form prints them: along its columns or line by line."""
    found = _columns(headings, words)
    along = [column.id for column in table.columns]
    printed = [box.labels_column for box in table.boxes if box.labels_column]
    return any(sorted(found, key=order.index) == found for order in (along, printed))


def _closed(run: _Run, number: int) -> list[Block]:
    """Return a table's grid, or its lines where it is none."""
    if run.table is None or run.words is None:
        return run.lines
    if run.table.label_columns:
        rows = _placed(run, run.table, run.words)
        known = run.in_order and sum(len(row) > 1 for row in rows) >= _FEWEST
        rows = rows if known else []  # by the order of the form only where it is that order
    else:
        rows = _stacked(run, run.table, run.words)
    if not rows:
        return run.lines
    cells = [
        GridCell(line, place, text, where=f"第 {line + 1} 行第 {place + 1} 格")
        for line, row in enumerate(rows)
        for place, text in enumerate(row)
        if text or place or not run.table.label_columns
    ]
    name = f"第 {number + 1} 段起的文字表格"
    return [Grid(name, tuple(cells), headed=_headed(run.above, run.words))]


def _placed(run: _Run, table: Table, words: Vocabulary) -> list[list[str]]:
    """Return rows without the blanks at one end of their figures that a label's width left.

    Where nobody can say which cells are a row's figures, they become one cell, which is none.
    """
    rows = [(row[0], row[1:], _size(row, table, words)) for row in run.rows]
    padded = any(_is_padded(figures, size) for _, figures, size in rows)
    behind = run.filled and not any(any(figures[size:]) for _, figures, size in rows)
    return [[label, *_cut(its, size, padded=padded, behind=behind)] for label, its, size in rows]


def _is_padded(figures: list[str], size: int) -> bool:
    """Tell whether blanks before a row's figures are more than the form has columns for."""
    more = len(figures) - size
    return more > 0 and not any(figures[:more]) and bool(figures[-1])


def _cut(figures: list[str], size: int, *, padded: bool, behind: bool) -> list[str]:
    """Return the figures of a row; `behind` means that a table's blanks too many stand there."""
    more = len(figures) - size
    if more > 0 and not any(figures[size:]) and (behind or figures[0] or not any(figures)):
        return figures[:size]
    if _is_padded(figures, size):
        return figures[more:]
    unknown = more > 0 or (padded and any(figures) and not figures[0])
    return [" ".join(figures)] if unknown else figures


def _stacked(run: _Run, table: Table, words: Vocabulary) -> list[list[str]]:
    """Return headings and figures of a table without row labels, where both are complete.

    Its headings stand in the order of the form, or nobody can say which figure is whose.
    """
    heads = [column.label for _ in table.rows for column in table.columns]
    rows = [row.label for row in table.rows for _ in table.columns]
    figures = _one_row(run, len(heads))
    order = [column.id for _ in table.rows for column in table.columns]
    named = [row.id for row in table.rows if row.id in run.named]
    if _columns(run.headings, words) != order or run.named != named or len(figures) != len(heads):
        return []
    return [rows, heads, figures]


def _one_row(run: _Run, size: int) -> list[str]:
    """Return the figures of a table's only row: one line with all of them, or a line for each.

    Blanks too many stand behind them.
    """
    whole = [line for line in run.loose if any(line) and len(line) > 1]
    figures = whole[0] if len(whole) == 1 else [figure for line in run.loose for figure in line]
    alone = len(whole) == 1 and not any(any(line) for line in run.loose if line is not whole[0])
    known = alone or not whole
    behind = known and not any(figures[size:]) and (run.filled or figures[:1] != [""])
    return figures[:size] if behind else figures if known else []


def _columns(headings: Sequence[str], words: Vocabulary) -> list[str]:
    return [next(m.id for m in words.word(h).meanings if m.axis is Axis.COLUMN) for h in headings]


def _headed(headings: Sequence[str], words: Vocabulary) -> tuple[str, ...]:
    """Return the columns whose headings are worded as known, without a slip."""
    exact = [h for h in headings if words.word(h).meanings[0].match in _EXACT]
    return tuple(_columns(exact, words))
