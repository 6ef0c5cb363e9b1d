"""Which cell of a grid is which cell of the form, by labels and where they stand."""

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Final

from gicapp.core.grid import Grid
from gicapp.core.reading import LabelFound
from gicapp.core.recognition.claims import Claims, Recognition
from gicapp.core.recognition.plane import Plane, cut, plane_of, turned
from gicapp.core.recognition.scan import scan
from gicapp.core.recognition.table_scan import TableScan
from gicapp.core.recognition.twins import parted
from gicapp.core.recognition.unclaimed import unclaimed_in
from gicapp.core.recognition.vocabulary import vocabulary
from gicapp.core.recognition.wording import labels_worded
from gicapp.form.declaration import Form, Table

_FEWEST: Final = 3  # so many labels of its own make a table
Heads = Mapping[str, Mapping[int, str]]
_Part = tuple[Claims, Heads, dict[str, int]]
_Labels = tuple[LabelFound, ...]
_Mark = tuple[int, int, int, int, str | bool]
_MOST_SEEN: Final = 256
_SEEN: Final[dict[tuple[object, ...], Recognition]] = {}  # offices use one layout many times
_NO_HEADS: Final[Heads] = MappingProxyType({})


def recognise(
    grid: Grid, form: Form, known: Heads = _NO_HEADS, without: Collection[str] = ()
) -> Recognition:
    """Return which cell of a grid is which cell of the form; values do not matter.

    Labels alone decide, so that an empty table is recognised like a filled one. `known` are
    the column headings with which a table began on the grid before this one, if it may go on
    here (`Recognition.heads`); `without` names tables not to look for. What is doubtful is
    left out and told in `problems`.
    """
    key = (form.id, grid.name, grid.headed, _layout(grid, form), _frozen(known), tuple(without))
    recognition = _SEEN.get(key)
    if recognition is None:
        recognition = _recognise_anew(grid, form, known, without)
        if not (recognition.lines or recognition.problems or recognition.unclaimed):
            if len(_SEEN) >= _MOST_SEEN:
                _SEEN.clear()
            _SEEN[key] = recognition
    return recognition


def _layout(grid: Grid, form: Form) -> tuple[_Mark, ...]:
    """Return all that recognition looks at: labels, and where there is something else."""
    look_up = vocabulary(form).word
    marks = [
        (
            row,
            column,
            rows,
            columns,
            text if number is None and look_up(text).speaks else bool(text.strip()),
        )
        for row, column, text, number, rows, columns, _, _, _ in grid.cells
    ]
    return tuple(marks)


def _frozen(known: Heads) -> tuple[tuple[str, tuple[tuple[int, str], ...]], ...]:
    return tuple((table, tuple(heads.items())) for table, heads in known.items())


def _recognise_anew(grid: Grid, form: Form, known: Heads, without: Collection[str]) -> Recognition:
    plane = plane_of(grid, vocabulary(form))
    met = [table for table in _tables_in(plane, form, known) if table.id not in without]
    if not met:
        return Recognition({}, {}, {}, (), (), (), {})
    cuts = [part for piece, its in parted(plane, met) for part in _parts(piece, its)]
    parts = [part for piece, its in cuts for part in _recognise(piece, its, known)]
    labels = (label for claims, _, _ in parts for label in labels_worded(claims, form.tables))
    return _joined(parts, tuple(dict.fromkeys(labels)))


def _tables_in(plane: Plane, form: Form, known: Heads) -> list[Table]:
    """Return the tables with enough labels of their own on a plane; one that goes on has few."""
    labels: dict[str, set[str]] = {}
    for spots in plane.spots.values():
        for spot in spots:
            if len({meaning.table for meaning in spot.word.meanings}) == 1:
                meaning = spot.word.meanings[0]
                labels.setdefault(meaning.table, set()).add(f"{meaning.axis}{meaning.id}")
    return [
        table
        for table in form.tables
        if len(labels.get(table.id, ())) >= (1 if table.id in known else _FEWEST)
    ]


def _parts(plane: Plane, met: list[Table]) -> list[tuple[Plane, list[Table]]]:
    """Return the plane cut where tables stand side by side."""
    if len(met) < 2:
        return [(plane, met)]
    areas = sorted(((_area(plane, table.id), table) for table in met), key=lambda a: a[0][2])
    cuts: list[tuple[int, list[Table]]] = [(0, [areas[0][1]])]
    reach, bottom = areas[0][0][3], areas[0][0][1]
    top = areas[0][0][0]
    for (first, last, left, right), table in areas[1:]:
        beside = left > reach and first <= bottom and top <= last
        if beside:
            cuts.append((left, [table]))
            top, bottom = first, last
        else:
            cuts[-1][1].append(table)
            top, bottom = min(top, first), max(bottom, last)
        reach = max(reach, right)
    if len(cuts) == 1:
        return [(plane, met)]
    ends = [left for left, _ in cuts[1:]] + [plane.width()]
    starts = [left for left, _ in cuts]
    return [
        (cut(plane, start, end), tables)
        for start, end, (_, tables) in zip(starts, ends, cuts, strict=True)
    ]


def _area(plane: Plane, table: str) -> tuple[int, int, int, int]:
    """Return first row, last row, first and last column of the labels that are only a table's."""
    rows, columns = [], []
    for row, spots in plane.spots.items():
        for spot in spots:
            if spot.word.meanings and all(m.table == table for m in spot.word.meanings):
                rows.append(row)
                columns += [spot.column, spot.column + spot.columns - 1]
    return min(rows), max(rows), min(columns), max(columns)


def _recognise(plane: Plane, tables: list[Table], known: Heads) -> list[_Part]:
    """Go over a plane, and on its side for the tables of which too little was found."""
    claims, scans = scan(plane, tables, known)
    short = [table for table in tables if _found(claims, table) * 2 < len(table.cells)]
    if not short:
        return [_part(claims, scans)]
    sides = _parts(turned(plane), short)
    asides = [scan(side, its, _NO_HEADS)[0] for side, its in sides]
    better = [t for t in short if sum(_found(a, t) for a in asides) > _found(claims, t)]
    if not better:
        return [_part(claims, scans)]
    others = [table for table in tables if table not in better]
    upright = [_part(*scan(plane, others, known))] if others else []
    sides = _parts(turned(plane), better)
    return upright + [_part(*scan(side, its, _NO_HEADS)) for side, its in sides]


def _part(claims: Claims, scans: Mapping[str, TableScan]) -> _Part:
    claims.unclaimed += unclaimed_in(claims)
    turned_ = claims.plane.turned
    first = {name: s.first for name, s in scans.items() if s.first is not None}
    return claims, {} if turned_ else _heads(scans), first


def _found(claims: Claims, table: Table) -> int:
    return sum(cell.id in claims.places for cell in table.cells)


def _heads(scans: Mapping[str, TableScan]) -> Heads:
    return {
        table: {column: head.id for column, head in scan_.heads.items()}
        for table, scan_ in scans.items()
        if scan_.heads
    }


def _joined(parts: list[_Part], labels: _Labels) -> Recognition:
    places: dict[str, tuple[tuple[int, int], ...]] = {}
    units: dict[str, str] = {}
    heads: dict[str, Mapping[int, str]] = {}
    first: dict[str, int] = {}
    for claims, its_heads, its_first in parts:
        for cell, positions in claims.places.items():
            places[cell] = (*places.get(cell, ()), *positions)
        units.update(claims.units)
        heads.update(its_heads)
        first.update(its_first)
    return Recognition(
        cells={cell: positions[0] for cell, positions in places.items()},
        places=places,
        units=units,
        lines=tuple(line for claims, _, _ in parts for line in claims.lines),
        tables=tuple(dict.fromkeys(cell.partition(".")[0] for cell in places)),
        problems=tuple(p for claims, _, _ in parts for p in claims.problems.values()),
        heads=heads,
        first=first,
        unclaimed=tuple(u for claims, _, _ in parts for u in claims.unclaimed),
        labels=labels,
        rows=frozenset((met.table, met.row) for claims, _, _ in parts for met in claims.rows),
    )
