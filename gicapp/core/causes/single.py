"""Slips in one cell or in two cells that balance each other."""

from collections.abc import Iterator, Sequence
from math import log

from gicapp.core.causes.ledger import Ledger, State
from gicapp.core.causes.slip import slip_between
from gicapp.core.causes.step import Kind, Step
from gicapp.form.values import Number

Offer = tuple[str, Number]


def single_steps(ledger: Ledger, state: State, pivot: int) -> Iterator[Step]:
    """Yield the changes of one cell that clear a failing sum and break none."""
    for cell, value in _offers(ledger, state, pivot):
        after = ledger.after(state, ((cell, value),))
        if after.failing.keys() <= state.failing.keys():
            yield Step(Kind.CELL, ((cell, value),), _cell_cost(ledger, state, cell, value))


def pair_steps(ledger: Ledger, state: State, pivot: int) -> Iterator[Step]:
    """Yield the changes of two cells that clear failing sums; each alone would break one."""
    for cell, value in _offers(ledger, state, pivot):
        after = ledger.after(state, ((cell, value),))
        broken = [index for index in after.failing if index not in state.failing]
        if len(broken) != 1:
            continue
        for other, sign in ledger.equations[broken[0]].terms:
            meant = ledger.value(state, other) - sign * after.failing[broken[0]]
            if other == cell or other not in ledger.values or not ledger.allows(other, meant):
                continue
            done = ledger.after(after, ((other, meant),))
            if done.failing.keys() <= state.failing.keys():
                yield _pair(ledger, state, (cell, value), (other, meant))


def _offers(ledger: Ledger, state: State, pivot: int) -> Iterator[Offer]:
    """Yield the cells of a failing sum with the values that would clear a sum through them."""
    for cell, _ in ledger.equations[pivot].terms:
        if cell not in ledger.values:
            continue
        now = ledger.value(state, cell)
        places = ledger.through.get(cell, ())
        offs = {-sign * state.failing[i]: 0 for i, sign in places if i in state.failing}
        for delta in offs:
            if ledger.allows(cell, now + delta):
                yield cell, now + delta


def _cell_cost(ledger: Ledger, state: State, cell: str, value: Number) -> float:
    there = ledger.value(state, cell)
    slip = slip_between(there, value)
    bonus = 0.2 if ledger.cell(cell).derived else 0.0
    return 1.0 + slip.cost - bonus


def _pair(ledger: Ledger, state: State, one: Offer, other: Offer) -> Step:
    sets = tuple(sorted([one, other]))
    (a, b), (there_a, there_b) = sets, (ledger.value(state, cell) for cell, _ in sets)
    deltas = a[1] - there_a, b[1] - there_b
    cells = ledger.cell(a[0]), ledger.cell(b[0])
    derived = sum(0.3 for cell in cells if cell.derived)
    if deltas[0] == -deltas[1] and _alike(ledger, sets):
        if (there_a, there_b) == (b[1], a[1]):
            kind = Kind.SHIFTED if 0 in (there_a, there_b) else Kind.EXCHANGED
            return Step(kind, sets, 1.5 + derived)
        return Step(Kind.MOVED, sets, move_cost(there_a, there_b, deltas[0]) + derived)
    if deltas[0] == deltas[1] and cells[0].row is cells[1].row:
        return Step(Kind.BOOKED, sets, 1.9 if abs(deltas[0]) == 1 else 2.1)
    costs = (_cell_cost(ledger, state, cell, value) for cell, value in sets)
    return Step(Kind.PAIR, sets, sum(costs))


def _alike(ledger: Ledger, sets: Sequence[Offer]) -> bool:
    """Tell whether two cells stand in one row or one column, both totals or neither."""
    one, other = (ledger.cell(cell) for cell, _ in sets)
    in_line = one.row is other.row or one.column is other.column
    return in_line and one.derived == other.derived


def move_cost(there_a: Number, there_b: Number, delta: Number) -> float:
    """Return the cost of moving `abs(delta)` between two cells: likelier to where there is much.

    An application is misfiled out of a cell as often as applications were in it.
    """
    source, target = (there_b, there_a) if delta > 0 else (there_a, there_b)
    base = 1.8 if abs(delta) == 1 else 2.1
    weight = float((target + 1) * source / (source + 1))
    return base - 0.05 * min(log(weight + 1), 6.0)
