"""Lines of totals that say nothing: all 0, or everybody booked under one column."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from gicapp.core.causes.ledger import Assignments
from gicapp.core.causes.step import Kind, Step
from gicapp.form.declaration import Form, Total
from gicapp.form.values import Number

_COSTS: Final = {Kind.LINE: 1.2, Kind.NATURAL: 1.25}
_FEWEST: Final = 2  # totals off from their parts before a whole line is taken for one slip


@dataclass(frozen=True)
class Opening:
    """Totals of one line that are taken as unknown, because they say nothing."""

    kind: Kind
    cells: frozenset[str]

    def closed(self, sets: Assignments) -> Step:
        """Return the slip that the opening stands for, once its totals are known."""
        return Step(self.kind, sets, _COSTS[self.kind])


def openings(form: Form, values: Mapping[str, Number]) -> Iterator[Opening]:
    """Yield the lines of totals that say nothing although their parts do."""
    lines = defaultdict[str, list[Total]](list)
    for total in form.totals:
        if total.cell in values:
            lines[total.rule].append(total)
    for line in lines.values():
        off = {total.cell for total in line if _off(values, total)}
        kind, cells = _silent(form, values, [total.cell for total in line])
        if len(off.intersection(cells)) >= _FEWEST:
            yield Opening(kind, frozenset(cells))


def _silent(
    form: Form, values: Mapping[str, Number], cells: Sequence[str]
) -> tuple[Kind, list[str]]:
    """Return what is wrong with a line of totals, and which of them to leave open."""
    filled = [cell for cell in cells if values[cell]]
    if not filled:
        return Kind.LINE, [*cells]
    one, other = form.cells[filled[0]], form.cells[filled[-1]]
    if len(filled) == 2 and one.row is other.row and values[one.id] == values[other.id]:
        return Kind.NATURAL, [cell for cell in cells if cell != other.id]
    return Kind.LINE, []


def _off(values: Mapping[str, Number], total: Total) -> bool:
    return values[total.cell] != sum((values.get(part, 0) for part in total.parts), 0)
