"""Rows copied with their labels but without the table's head: each goes where its label says."""

from collections import Counter

from gicapp.form.declaration import Row, Table
from gicapp.form.values import Value
from gicapp.gui.tables.block import Block


def values_by_label(table: Table, block: Block) -> dict[str, Value] | None:
    """Return the values of a block by cell id; None unless every line is surely one row.

    A line is a row when its last label is exactly one row's, blanks aside, and as many values
    follow as the row has columns; blank cells that merges leave behind do not count.
    """
    rows = _rows_by_label(table)
    found: dict[str, Value] = {}
    for line in block:
        if not any(cell.strip() for cell in line):
            continue
        values = _values_of(line, rows)
        if values is None or found.keys() & values.keys():
            return None
        found |= {f"{table.id}.{cell}": value for cell, value in values.items()}
    return found or None


def _rows_by_label(table: Table) -> dict[str, Row]:
    """Map every name of a row, without blanks, to it; names that two rows share are left out."""
    pairs = [
        (_plain(name), row) for row in table.rows for name in {row.label, row.name, *row.synonyms}
    ]
    counts = Counter(name for name, _ in pairs)
    return {name: row for name, row in pairs if counts[name] == 1}


def _values_of(line: list[str], rows: dict[str, Row]) -> dict[str, Value] | None:
    labels = [place for place, cell in enumerate(line) if _plain(cell) in rows]
    if not labels:
        return None
    row = rows[_plain(line[labels[-1]])]
    texts = _without_merges(line[labels[-1] + 1 :], len(row.columns))
    if texts is None:
        return None
    try:
        parsed = [row.kind.parse(text) for text in texts]
    except ValueError:
        return None
    return {f"{row.id}.{column}": v for column, v in zip(row.columns, parsed, strict=True)}


def _without_merges(texts: list[str], count: int) -> list[str] | None:
    """Return the texts without the blanks of merged cells before or after the values."""
    extra = len(texts) - count
    if extra < 0:
        return None
    if not any(text.strip() for text in texts[:extra]):
        return texts[extra:]
    return None if any(text.strip() for text in texts[count:]) else texts[:count]


def _plain(text: str) -> str:
    return "".join(text.split())
