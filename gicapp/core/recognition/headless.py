"""Rows of a table whose column headings are missing: placed by the order of the form, and said."""

from collections.abc import Mapping, Sequence
from typing import Final

from gicapp.core.recognition.claims import Claims, one_line
from gicapp.core.recognition.plane import Spot
from gicapp.form.declaration import Row, Table

MetRow = tuple[int, Row, Spot]  # row of the plane, row of the form, its label
_FEWEST: Final = 3  # rows that must agree on where the figures stand


def place_headless(
    table: Table, claims: Claims, rows: Sequence[MetRow], heads: Mapping[int, str]
) -> Mapping[int, str]:
    """Place what has no heading: columns missing from the headings, or else single rows.

    Return the headings, with those that were missing.
    """
    whole = [row for row in rows if len(row[1].columns) == len(table.columns)]
    if len(whole) >= _FEWEST:
        return _place_columns(table, claims, whole, heads)
    for met in rows:
        cells = [f"{table.id}.{met[1].id}.{column}" for column in met[1].columns]
        if not any(cell in claims.places for cell in cells):
            _place_row(claims, met, cells)
    return heads


def _place_columns(
    table: Table, claims: Claims, rows: Sequence[MetRow], heads: Mapping[int, str]
) -> Mapping[int, str]:
    """Give columns of figures without a heading the columns of the form that have none."""
    left = [column.id for column in table.columns if column.id not in heads.values()]
    after = max(spot.column + spot.columns for _, _, spot in rows)
    bare = [
        c for c in range(after, claims.plane.width()) if c not in heads and _used(claims, rows, c)
    ]
    if not left or len(left) != len(bare):
        return heads
    guessed = {**heads, **dict(zip(bare, left, strict=True))}
    order = [guessed[column] for column in sorted(guessed)]
    if order != [column.id for column in table.columns]:
        return heads
    cells = []
    for row, form_row, _ in rows:
        for column, id_ in zip(bare, left, strict=True):
            cells.append(f"{table.id}.{form_row.id}.{id_}")
            claims.claim(cells[-1], row, column)
    met = set(left) <= set(claims.plane.grid.headed)
    if met and all(_is_whole(claims, row) for row in rows):
        return guessed
    labels = "、".join(c.label for c in table.columns if c.id in left)
    why = "的表头不在各列之上，不能与列对应，已" if met else f"有 {len(bare)} 列没有表头，"
    message = f"{table.name}{why}按表式的顺序读取为“{labels}”，请核对。"
    claims.report_grid("label.inferred", message, cells)
    return guessed


def _is_whole(claims: Claims, met: MetRow) -> bool:
    """Tell whether a row has a cell for each of its columns and no more."""
    row, form_row, spot = met
    after = range(spot.column + spot.columns, claims.plane.width())
    return sum(claims.plane.at(row, c) is not None for c in after) == len(form_row.columns)


def _used(claims: Claims, rows: Sequence[MetRow], column: int) -> bool:
    """Tell whether a column stands beside most of the rows, with something in it or as a cell."""
    present = sum(claims.plane.at(row, column) is not None for row, _, _ in rows)
    return present * 2 > len(rows)


def _place_row(claims: Claims, met: MetRow, cells: list[str]) -> None:
    """Place the figures beside a single label when there are as many as the row has cells."""
    row, _, spot = met
    plane = claims.plane
    after = range(spot.column + spot.columns, plane.width())
    beside = {id(cell): (c, cell) for c in reversed(after) if (cell := plane.at(row, c))}
    places = sorted(column for column, _ in beside.values())
    filled = sorted(column for column, cell in beside.values() if cell.text.strip())
    chosen = next((p for p in (places, filled) if len(p) == len(cells)), None)
    text = one_line(spot.cell.text)
    if chosen is None:
        if filled:
            message = f"“{text}”这一行没有表头，数字个数与表式不同，没有读取，请核对。"
            claims.report("row.headless", spot, message, cells)
        return
    for id_, column in zip(cells, chosen, strict=True):
        claims.claim(id_, row, column)
    if spot.word.unit:
        claims.units.update(dict.fromkeys(cells, spot.word.unit))
    message = f"“{text}”这一行没有表头，按表式的顺序读取，请核对。"
    claims.report("label.inferred", spot, message, cells)
