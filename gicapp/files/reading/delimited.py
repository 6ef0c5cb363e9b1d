"""Text with one table in it: CSV and TSV as Excel, WPS and other systems write them."""

import csv
import io
import re
from typing import Final

from gicapp.core.content import Content, Problem
from gicapp.core.grid import Doubt, Grid, GridCell
from gicapp.files import limits
from gicapp.files.reading.placing import letters
from gicapp.files.reading.unreadable import too_large

_SEPARATORS: Final = ("\t", ",", ";", "|")
_SAMPLE: Final = 200  # records by which the separator is told
_LINES_IN_FIELD: Final = 30  # more of them mean that a quotation mark was never closed
_QUOTED: Final = re.compile(r'="([^"]*)"')  # how systems keep Excel from changing a text


def separator_of(text: str) -> str | None:
    """Return the separator of a text that is a table through and through, None for other text."""
    lines = [line for line in text.splitlines()[: _SAMPLE * 2] if line.strip()][:_SAMPLE]
    best = max(_SEPARATORS, key=lambda mark: sum(mark in line for line in lines))
    wide = sum(best in line for line in lines)
    return best if wide >= 2 and wide * 2 >= len(lines) else None


def read_delimited(text: str, separator: str, problems: tuple[Problem, ...] = ()) -> Content:
    """Return the one table of a delimited text."""
    cells: list[GridCell] = []
    for row, record in enumerate(_records(text, separator)):
        for column, field in enumerate(record):
            if field:
                cells.append(_cell(row, column, field))
        if len(cells) > limits.CELLS or row > limits.ROWS or len(record) > limits.COLUMNS:
            raise too_large("表格的单元格太多")
    kind = "tsv" if separator == "\t" else "csv"
    return Content(kind, (Grid("表格", tuple(cells)),), problems)


def _records(text: str, separator: str) -> list[list[str]]:
    """Return the records; without regard to quotation marks where one was never closed."""
    if text.count(separator) > limits.CELLS * 20:
        raise too_large("表格的单元格太多")
    lines = io.StringIO(text, newline="")
    if _has_runaway_quote(text, separator):
        return list(csv.reader(lines, delimiter=separator, quoting=csv.QUOTE_NONE))
    return list(csv.reader(lines, delimiter=separator))


def _has_runaway_quote(text: str, separator: str) -> bool:
    try:
        records = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        return any(field.count("\n") > _LINES_IN_FIELD for record in records for field in record)
    except csv.Error:
        return True


def _cell(row: int, column: int, field: str) -> GridCell:
    where = f"{letters(column)}{row + 1}"
    kept = _QUOTED.fullmatch(field)
    if kept:
        return GridCell(row, column, kept[1], None, 1, 1, where)
    if field.startswith("=") and len(field) > 1:
        return GridCell(row, column, "", None, 1, 1, where, Doubt.FORMULA, field)
    if field.startswith("#") and field.rstrip("!?").isupper():
        return GridCell(row, column, field, None, 1, 1, where, Doubt.ERROR)
    return GridCell(row, column, field, None, 1, 1, where)
