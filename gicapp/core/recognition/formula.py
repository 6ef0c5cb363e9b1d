"""Formulas without a saved result, worked out where they are sums of cells of the same grid."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from gicapp.core.grid import Doubt, GridCell
from gicapp.form.values import Number, exact, show

_REFERENCE: Final = r"\$?[A-Z]{1,3}\$?\d{1,7}"
_TERM: Final = re.compile(
    rf"(?P<sign>[+-]?)(?:SUM\((?P<list>[^()]*)\)|(?P<cell>{_REFERENCE})|(?P<number>\d+(?:\.\d+)?))"
)
_AREA: Final = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?")
_DEEPEST: Final = 12
_LARGEST: Final = 4000  # cells in one sum
_FILLED = re.compile(r"[+-]?\d+(?:\.\d+)?", re.ASCII)
Cells = Mapping[tuple[int, int], GridCell]


def work_out(cell: GridCell, cells: Cells) -> GridCell | None:
    """Return the cell with the number of its formula; None when it is no sum of known cells."""
    number = _value(cell, cells, _DEEPEST)
    if number is None:
        return None
    return cell._replace(text=show(number), number=number, doubt=None)


def _value(cell: GridCell, cells: Cells, depth: int) -> Number | None:
    if cell.doubt is Doubt.FORMULA:
        return _sum(cell.formula, cells, depth) if depth else None
    if cell.doubt not in {None, Doubt.HIDDEN}:
        return None
    if cell.number is not None:
        return cell.number
    text = cell.text.strip()
    if not text:
        return 0
    return exact(Decimal(text)) if _FILLED.fullmatch(text) else None


def _sum(formula: str, cells: Cells, depth: int) -> Number | None:
    """Return the value of SUM(B2:G2), B2+C2-D2 and mixtures of them."""
    text = "".join(formula.upper().split()).removeprefix("=")
    total: Number = 0
    place = 0
    while place < len(text):
        term = _TERM.match(text, place)
        if term is None or (place and not term["sign"]):
            return None
        number = _term(term, cells, depth - 1)
        if number is None:
            return None
        total += -number if term["sign"] == "-" else number
        place = term.end()
    return exact(total) if text else None


def _term(term: re.Match[str], cells: Cells, depth: int) -> Number | None:
    if term["number"]:
        return exact(Decimal(term["number"]))
    total: Number = 0
    for area in (term["list"] or term["cell"]).split(","):
        number = _area(area, cells, depth)
        if number is None:
            return None
        total += number
    return total


def _area(area: str, cells: Cells, depth: int) -> Number | None:
    match = _AREA.fullmatch(area)
    if match is None:
        return None
    left, top, right, bottom = match.groups()
    rows = sorted((int(top) - 1, int(bottom or top) - 1))
    columns = sorted((_column(left), _column(right or left)))
    if (rows[1] - rows[0] + 1) * (columns[1] - columns[0] + 1) > _LARGEST:
        return None
    total: Number = 0
    for row in range(rows[0], rows[1] + 1):
        for column in range(columns[0], columns[1] + 1):
            cell = cells.get((row, column))
            number = 0 if cell is None else _value(cell, cells, depth)
            if number is None:
                return None
            total += number
    return total


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
