"""The column headings of a table on a plane: which repeat, and which are only subtotals."""

from collections.abc import Mapping
from dataclasses import dataclass

from gicapp.core.recognition.claims import Claims, one_line
from gicapp.core.recognition.plane import Plane, Spot
from gicapp.core.recognition.vocabulary import Axis

_SUBTOTALS = 1  # headings that are doubled by a column of subtotals
_LINES = 3  # how far above a heading those stand that decorate it


@dataclass(frozen=True, slots=True)
class Head:
    """A column of the plane that is a column of the form; `spot` is None when it was known."""

    id: str
    unit: str
    spot: Spot | None


def continues(known: Mapping[int, Head], new: Mapping[int, Head]) -> bool:
    """Tell whether headings repeat the known ones, as after a page break."""
    return all(column in known and known[column].id == head.id for column, head in new.items())


def drop_subtotals(claims: Claims, table: str, heads: dict[int, Head], row: int) -> None:
    """Of two columns with one heading, drop the one under a heading of its own, and say so."""
    by_id: dict[str, list[int]] = {}
    for column, head in heads.items():
        by_id.setdefault(head.id, []).append(column)
    doubled = [columns for columns in by_id.values() if len(columns) > 1]
    if len(doubled) > _SUBTOTALS:
        return  # another table beside this one
    covers = _decorations(claims.plane, table, row, max(heads) + 1) if doubled else []
    for columns in doubled:
        depth = {column: sum(column in cover for cover in covers) for column in columns}
        for column in columns:
            if depth[column] > min(depth.values()):
                _tell(claims, heads.pop(column))


def _decorations(plane: Plane, table: str, last: int, end: int) -> list[range]:
    """Return the columns that headings without a meaning of their own stretch over."""
    covers = []
    for row in range(max(0, last - _LINES), last + 1):
        for spot in plane.spots.get(row, ()):
            if spot.meaning(table, Axis.HEAD):
                right = spot.column + spot.columns
                while right < end and not _has_text(plane, row, right):
                    right += 1
                covers.append(range(spot.column, right))
    return covers


def _has_text(plane: Plane, row: int, column: int) -> bool:
    cell = plane.at(row, column)
    return cell is not None and bool(cell.text.strip())


def _tell(claims: Claims, head: Head) -> None:
    if head.spot is not None:
        text = one_line(head.spot.cell.text)
        message = f"“{text}”列是表式中没有的小计列，没有读取。"
        claims.report("column.subtotal", head.spot, message)
