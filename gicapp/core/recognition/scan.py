"""Goes down a grid once and follows every table of the form in it: headings, then rows."""

from collections import Counter
from collections.abc import Iterable, Mapping

from gicapp.core.recognition.claims import Claims
from gicapp.core.recognition.plane import Plane, Spot
from gicapp.core.recognition.table_scan import TableScan
from gicapp.core.recognition.vocabulary import Axis
from gicapp.form.declaration import Table

_ACROSS = 3  # so many row labels beside each other are headings of columns


def scan(
    plane: Plane, tables: Iterable[Table], known: Mapping[str, Mapping[int, str]]
) -> tuple[Claims, dict[str, TableScan]]:
    """Go over a plane; `known` are the headings with which a table began on an earlier grid."""
    claims = Claims(plane)
    across = _rows_across(plane)
    scans = {
        table.id: TableScan(table, claims, _band(plane, table.id, across), known.get(table.id, {}))
        for table in tables
    }
    for row in sorted(plane.spots):
        spots = plane.spots[row]
        heading = _heading_of(spots, scans)
        if heading is not None:
            heading.take_heading(row, spots)
        for table in _tables_of_labels(spots):
            if table in scans and scans[table] is not heading:
                scans[table].take_labels(row, spots, across=(row, table) in across)
    for table_scan in scans.values():
        table_scan.finish()
    return claims, scans


def _rows_across(plane: Plane) -> set[tuple[int, str]]:
    """Return the (row, table) where row labels stand beside each other as headings."""
    found = set()
    for row, spots in plane.spots.items():
        ids: dict[str, set[str]] = {}
        for spot in spots:
            if spot.word.certain and spot.word.meanings[0].axis is Axis.ROW:
                meaning = spot.word.meanings[0]
                ids.setdefault(meaning.table, set()).add(meaning.id)
        found |= {(row, table) for table, known in ids.items() if len(known) >= _ACROSS}
    return found


def _band(plane: Plane, table: str, across: set[tuple[int, str]]) -> int:
    """Return the last column of the labels at the left of a table's rows; -1 without any."""
    columns: Counter[int] = Counter()
    for row, spots in plane.spots.items():
        if (row, table) in across:
            continue
        for spot in spots:
            first = spot.word.meanings[0] if spot.word.certain else None
            if first and first.axis is Axis.ROW and first.table == table:
                columns[spot.column] += 1
    often = [column for column, count in columns.items() if count > 1]
    return max(often or columns, default=-1)


def _heading_of(spots: list[Spot], scans: dict[str, TableScan]) -> TableScan | None:
    """Return the table whose column headings stand in a row, None when it is no heading row."""
    columns: dict[str, set[str]] = {}
    certain: Counter[str] = Counter()
    for spot in spots:
        for meaning in spot.word.meanings:
            if meaning.axis is Axis.COLUMN and meaning.table in scans:
                if scans[meaning.table].is_row_label(spot):
                    continue
                columns.setdefault(meaning.table, set()).add(meaning.id)
                certain[meaning.table] += spot.word.certain
    if not columns:
        return None
    best = max(columns, key=lambda table: (len(columns[table]), certain[table]))
    if len(columns[best]) > 1:
        return scans[best]
    return scans[best] if certain[best] and not _is_among_figures(spots, scans[best]) else None


def _is_among_figures(spots: list[Spot], table: TableScan) -> bool:
    """Tell whether a lone heading was typed in a row that goes on below the table's headings."""
    return bool(table.heads) and any(map(table.is_row_label, spots))


def _tables_of_labels(spots: list[Spot]) -> set[str]:
    return {
        meaning.table
        for spot in spots
        for meaning in spot.word.meanings
        if meaning.axis in {Axis.ROW, Axis.GROUP}
    }
