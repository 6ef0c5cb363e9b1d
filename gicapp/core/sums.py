"""Sums over cells of which some may be unknown, and the totals that follow from their parts."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from gicapp.form.declaration import Form, Total
from gicapp.form.values import BLANK, Number, Value, is_number


@dataclass(frozen=True, slots=True)
class Sum:
    """What is known of a sum: its numbers added up, and how many of its cells hold none."""

    known: Number
    unknown: int

    @property
    def value(self) -> Number | None:
        """Return the sum, or None while a cell of it is unknown."""
        return None if self.unknown else self.known

    def may_equal(self, other: "Sum") -> bool:
        """Tell whether some filling of the unknown cells with 0 or more makes both equal."""
        if self.unknown and other.unknown:
            return True
        if self.unknown:
            return self.known <= other.known
        if other.unknown:
            return other.known <= self.known
        return self.known == other.known


def sum_of(value_of: Callable[[str], Value], cells: Iterable[str]) -> Sum:
    """Add up cells; blank and “/” count as unknown, never as 0."""
    known: Number = 0
    unknown = 0
    for cell in cells:
        value = value_of(cell)
        if is_number(value):
            known += value
        else:
            unknown += 1
    return Sum(known, unknown)


def ordered_totals(form: Form) -> tuple[Total, ...]:
    """Return the form's totals, each after the totals that are parts of it."""
    waiting, placed = list(form.totals), list[Total]()
    while waiting:
        pending = {total.cell for total in waiting}
        ready = [total for total in waiting if pending.isdisjoint(total.parts)]
        placed += ready
        waiting = [total for total in waiting if total not in ready]
    return tuple(placed)


def expected_totals(form: Form, values: Mapping[str, Value]) -> dict[str, Number]:
    """Return what the blank totals must be, for those whose parts are known and agree."""
    found: dict[str, Number] = {}
    doubtful: set[str] = set()
    for total in ordered_totals(form):
        if values.get(total.cell, BLANK) is not BLANK:
            continue
        value = sum_of(lambda cell: found.get(cell, values.get(cell)), total.parts).value
        if value is not None and found.setdefault(total.cell, value) != value:
            doubtful.add(total.cell)
    return {cell: value for cell, value in found.items() if cell not in doubtful}


def proved_totals(form: Form, values: Mapping[str, Value]) -> dict[str, Number]:
    """Return what blank totals come to where the total above them confirms it.

    A report may leave the last column of its rows empty (the report of a city's general office
    on 2019 does): their known parts added up are believed when together they make the total
    that stands below them.
    """
    own = {total.cell: total.parts for total in form.totals}
    found: dict[str, Number] = {}
    for above in form.totals:
        left = [p for p in above.parts if p in own and values.get(p, BLANK) is BLANK]
        added = {cell: sum_of(values.get, own[cell]).known for cell in left}
        if added and sum_of({**values, **added}.get, above.parts).value == values.get(above.cell):
            found |= added
    return found
