"""One table twice on a plane, side by side: where the second begins, so that each is read alone."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from gicapp.core.recognition.plane import Plane, Spot, cut
from gicapp.core.recognition.vocabulary import Axis
from gicapp.form.declaration import Table

_FEWEST: Final = 3  # rows whose label must stand twice
Starts = tuple[int, ...]


def parted(plane: Plane, tables: Sequence[Table]) -> list[tuple[Plane, list[Table]]]:
    """Return planes that hold each of the tables once, with the tables to look for on each."""
    groups: dict[Starts, list[Table]] = {}
    for table in tables:
        groups.setdefault(_starts(plane, table.id), []).append(table)
    planes = []
    for starts, its in groups.items():
        if not starts:
            planes.append((plane, its))
            continue
        ends = (*starts, plane.width())
        for first, last in zip((0, *starts), ends, strict=True):
            planes.append((cut(plane, first, last), its))
    return planes


def _starts(plane: Plane, table: str) -> Starts:
    """Return the columns in which a table begins again; none where its rows do not agree."""
    labels = {id(spot.cell) for spots in plane.spots.values() for spot in spots}
    rows = [_gaps(plane, spots, table, labels) for spots in plane.spots.values()]
    most = max(map(len, rows), default=0)
    rows = [gaps for gaps in rows if gaps and len(gaps) == most]
    if len(rows) < _FEWEST:
        return ()
    starts: list[int] = []
    for gaps in zip(*rows, strict=True):
        earliest, start = max(gap.start for gap in gaps), min(gap.stop for gap in gaps)
        if start < earliest:
            return ()
        starts.append(start)
    return tuple(starts)


def _gaps(plane: Plane, spots: Sequence[Spot], table: str, labels: set[int]) -> list[range]:
    """Return, for each time that a row's label comes again, from where to where to cut."""
    named = sorted(_row_labels(spots, table), key=lambda pair: pair[0].column)
    gaps = []
    for (before, its), (spot, again) in pairwise(named):
        start = spot.column
        while start > before.column and _is_label(plane, spot.row, start - 1, labels):
            start -= 1
        after = before.column + before.columns
        filled = [c for c in range(after, start) if _is_filled(plane, spot.row, c)]
        if its == again and filled:
            gaps.append(range(filled[-1] + 1, start))
    return gaps


def _row_labels(spots: Sequence[Spot], table: str) -> Iterator[tuple[Spot, str]]:
    for spot in spots:
        meaning = spot.meaning(table, Axis.ROW)
        if meaning is not None and spot.word.certain:
            yield spot, meaning.id


def _is_label(plane: Plane, row: int, column: int, labels: set[int]) -> bool:
    cell = plane.at(row, column)
    return cell is not None and id(cell) in labels


def _is_filled(plane: Plane, row: int, column: int) -> bool:
    cell = plane.at(row, column)
    return cell is not None and bool(cell.text.strip())
