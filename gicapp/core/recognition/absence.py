"""Cells of the form that a source surely has not, as against those that were not read."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from gicapp.core.content import Block, Paragraph
from gicapp.core.reading import Absence
from gicapp.core.recognition.claims import Extra
from gicapp.core.recognition.evidence import Evidence
from gicapp.core.recognition.label_text import label_text
from gicapp.form.declaration import Form, Row, Table

# what may be one of the rows that seem to be missing
_DOUBTS: Final = frozenset({"label.doubtful", "label.two", "row.place", "row.headless"})
_LONGEST: Final = 40  # letters of a line that may be a row which lost its table


def absent_cells(
    form: Form, evidence: Sequence[Evidence], blocks: Sequence[Block], read: Collection[str]
) -> Mapping[str, Absence]:
    """Return why a source has not some of the cells that were not `read`, where that is certain.

    Of a table that is cut off, or in which a row was not understood, nothing is certain.
    """
    absent: dict[str, Absence] = {}
    for table in form.tables:
        its = [e for e in evidence if table.id in e.recognition.tables]
        lacking = [cell.id for cell in table.cells if cell.id not in read]
        if not its or not lacking:
            continue
        older = all(e.form is not form for e in its)
        has = {new for e in its for new in e.form.maps.values()} if older else set(form.cells)
        if any(e.form is not form for e in evidence):
            has -= _in_one_row(form, table, its)
        absent |= {cell: Absence.FORM for cell in lacking if cell not in has}
        rows = [row for row in _rows_not_met(table, its, blocks) if _is_whole(table, row, read)]
        if 2 * sum(len(row.columns) for row in rows) <= len(table.cells):
            cells = [f"{table.id}.{row.id}.{column}" for row in rows for column in row.columns]
            absent |= {cell: Absence.ROW for cell in cells if cell not in absent}
    return absent


def _in_one_row(form: Form, table: Table, evidence: Sequence[Evidence]) -> set[str]:
    """Return the cells of groups that stand as one row, as （六）其他处理 did in 2019."""
    lines = (line for e in evidence for line in e.recognition.lines)
    groups = {line.id for line in lines if line.kind is Extra.GROUP and line.table == table.id}
    return {cell.id for cell in form.table(table.id).cells if cell.row.group in groups - {""}}


def _is_whole(table: Table, row: Row, read: Collection[str]) -> bool:
    """Tell whether no cell of a row was read."""
    return not any(f"{table.id}.{row.id}.{column}" in read for column in row.columns)


def _rows_not_met(
    table: Table, evidence: Sequence[Evidence], blocks: Sequence[Block]
) -> Iterator[Row]:
    """Yield the rows whose labels stand nowhere in a source; none where one is in doubt."""
    lines = [line for e in evidence for line in e.recognition.lines if line.table == table.id]
    codes = {problem.code for e in evidence for problem in e.recognition.problems}
    doubtful = any(line.kind not in {Extra.SUBTOTAL, Extra.GROUP} for line in lines)
    if doubtful or codes & _DOUBTS or not table.label_columns:
        return
    met = {row for e in evidence for row in e.recognition.rows}
    grouped = {line.id for line in lines}
    missing = [r for r in table.rows if (table.id, r.id) not in met and r.group not in grouped]
    labels = set(_labels(blocks)) if missing else set()
    for row in missing:
        key = label_text(row.label).key
        if not any(key in label for label in labels):
            yield row


def _labels(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield the letters of all cells and short lines."""
    for block in blocks:
        texts = [block.text] if isinstance(block, Paragraph) else [c.text for c in block.cells]
        yield from (label_text(text).key for text in texts if 0 < len(text) <= _LONGEST)
