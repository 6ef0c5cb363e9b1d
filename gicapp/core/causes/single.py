"""Slips in one cell or in two cells that balance each other."""

from collections.abc import Iterator, Sequence
from math import log
from typing import Final

from gicapp.core.causes.ledger import Ledger, State
from gicapp.core.causes.step import Kind, Step
from gicapp.core.slip import slip_between
from gicapp.form.values import Number

Offer = tuple[str, Number]

_BESIDE: Final = 0.25  # what it takes off the cost that the cells touch each other
_MISSED: Final = 0.25  # what it costs that a total misses one of its parts
_TRUST: Final = 2.0  # how many figures the shares of a table weigh as much as
_BY_ROW: Final = 0.3  # how often it is any row, and not any application, that is mistaken
_UNLIKELY, _LIKELY = -3.0, 5.0  # odds that decide between kinds of slips
_BEYOND: Final = 0.05  # how much further ones count, which only rank the places of one kind


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
    if not ledger.cell(cell).derived:
        return 1.0 + slip.cost
    missed = _MISSED if misses_part(ledger, state, cell, value) else slip.cost
    return 0.9 + min(slip.cost, missed)


def misses_part(ledger: Ledger, state: State, cell: str, value: Number) -> bool:
    """Tell whether a total lacks just what one of its parts holds."""
    there = ledger.value(state, cell)
    parts = [part for total in ledger.form.totals if total.cell == cell for part in total.parts]
    return value > there and value - there in [ledger.value(state, part) for part in parts]


def _pair(ledger: Ledger, state: State, one: Offer, other: Offer) -> Step:
    sets = tuple(sorted([one, other]))
    (a, b), (there_a, there_b) = sets, (ledger.value(state, cell) for cell, _ in sets)
    deltas = a[1] - there_a, b[1] - there_b
    cells = ledger.cell(a[0]), ledger.cell(b[0])
    derived = sum(0.3 for cell in cells if cell.derived)
    if deltas[0] == -deltas[1] and _alike(ledger, sets):
        moved = move_cost(ledger, state, a[0], b[0], deltas[0]) + derived
        if (there_a, there_b) == (b[1], a[1]):
            kind = Kind.SHIFTED if 0 in (there_a, there_b) else Kind.EXCHANGED
            telling = kind is Kind.SHIFTED or max(deltas) > 1
            moved -= _BESIDE if telling and _beside(ledger, a[0], b[0]) else 0.0
            return Step(kind, sets, moved if abs(deltas[0]) == 1 else min(moved, 1.5 + derived))
        return Step(Kind.MOVED, sets, moved)
    if deltas[0] == deltas[1] and cells[0].row is cells[1].row:
        return Step(Kind.BOOKED, sets, 1.9 if abs(deltas[0]) == 1 else 2.1)
    costs = (_cell_cost(ledger, state, cell, value) for cell, value in sets)
    return Step(Kind.PAIR, sets, sum(costs))


def _alike(ledger: Ledger, sets: Sequence[Offer]) -> bool:
    """Tell whether two cells stand in one row or one column, both totals or neither."""
    one, other = (ledger.cell(cell) for cell, _ in sets)
    in_line = one.row is other.row or one.column is other.column
    return in_line and one.derived == other.derived


def _beside(ledger: Ledger, one: str, other: str) -> bool:
    first, second = ledger.cell(one).box, ledger.cell(other).box
    return abs(first.line - second.line) + abs(first.column - second.column) == 1


def is_whole(ledger: Ledger, state: State, one: str, other: str, delta: Number) -> bool:
    """Tell whether a move empties a cell of several applications into one that holds none.

    That is no chance: a few of many would seldom be as many as a cell holds.
    """
    source, target = (one, other) if delta < 0 else (other, one)
    there = ledger.value(state, source)
    return there > 1 and there == abs(delta) and not ledger.value(state, target)


def move_cost(ledger: Ledger, state: State, one: str, other: str, delta: Number) -> float:
    """Return the cost of moving `delta` out of `other` into `one` (the other way if negative).

    Any application may be misfiled, so it is likelier where many stand in the wrong column, and
    where the right one should hold many by what it holds, by what it held last year, and by the
    shares of its row and column. But it is also any row that may be mistaken, however few stand
    there: the places that hold least are not left out.
    """
    source, target = (other, one) if delta > 0 else (one, other)
    out, size = float(ledger.value(state, source)), abs(float(delta))
    left = max(out - size, 0.0) + _usual(ledger, state, source)
    held = float(ledger.value(state, target))
    right = held + _usual(ledger, state, target)
    typical = ledger.typical.get(ledger.cell(target).table, 0.0)
    weight = (out + 0.1) * (right + 0.1) / (left + 0.1)
    weight *= 1 - _BY_ROW + _BY_ROW * typical / (held + size)
    return (1.8 if size == 1 else 2.1) - 0.1 * _believed(log(weight))


def _believed(odds: float) -> float:
    """Return what odds count beside other kinds of slips: not much more beyond all doubt."""
    sure = max(_UNLIKELY, min(odds, _LIKELY))
    return sure + _BEYOND * (odds - sure)


def _usual(ledger: Ledger, state: State, cell: str) -> float:
    """Return how many applications a cell holds by last year's report and by its row's share."""
    return float(ledger.last_year(cell)) + _TRUST * _likely(ledger, state, cell)


def _likely(ledger: Ledger, state: State, cell: str) -> float:
    """Return what a cell would hold if its row were shared out as the whole table is."""
    one = ledger.cell(cell)
    along = [up for up in ledger.totals.get(cell, ()) if ledger.cell(up).row is one.row]
    return sum(float(ledger.value(state, up)) for up in along[:1]) * ledger.shares.get(
        (one.table, one.column.id), 0.0
    )
