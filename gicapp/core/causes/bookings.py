"""Applications booked in the wrong column, twice, or not at all, with the totals they are in."""

from collections.abc import Iterator

from gicapp.core.causes.ledger import Ledger, State
from gicapp.core.causes.single import is_whole, move_cost
from gicapp.core.causes.step import Kind, Step
from gicapp.form.values import Number


def refiled_steps(ledger: Ledger, state: State, pivot: int) -> Iterator[Step]:
    """Yield the moves of applications, with their column's totals, between two failing balances.

    The 总计 column balances in this case: only the two single columns fail, by opposite sums.
    """
    off = state.failing[pivot]
    here = _own_column(ledger, pivot)
    for index in ledger.hard(state):
        there = _own_column(ledger, index)
        if index == pivot or not here or not there or state.failing[index] != -off:
            continue
        for row in _rows(ledger, pivot, here):
            yield from _refiled(ledger, state, (row[here], row.get(there)), -off, pivot)


def _refiled(
    ledger: Ledger, state: State, cells: tuple[str, str | None], off: Number, pivot: int
) -> Iterator[Step]:
    one, other = cells
    if other is None or {one, other} - ledger.values.keys():
        return
    delta = off * _effect(ledger, one, pivot)
    deltas = ledger.booked({one: delta, other: -delta})
    sets = tuple(sorted((cell, ledger.value(state, cell) + d) for cell, d in deltas.items()))
    if not all(ledger.allows(*pair) for pair in sets):
        return
    after = ledger.after(state, sets)
    if pivot not in after.failing and after.failing.keys() <= state.failing.keys():
        whole = is_whole(ledger, state, one, other, delta)
        cost = move_cost(ledger, state, one, other, delta)
        yield Step(Kind.SHIFTED, sets, min(cost, 1.5)) if whole else Step(Kind.MOVED, sets, cost)


def booked_steps(ledger: Ledger, state: State, pivot: int) -> Iterator[Step]:
    """Yield the bookings of applications, with all totals they are in, that clear a balance."""
    here = _own_column(ledger, pivot)
    for row in _rows(ledger, pivot, here) if here else ():
        cell = row[here]
        delta = -state.failing[pivot] * _effect(ledger, cell, pivot)
        deltas = ledger.booked({cell: delta})
        sets = tuple(sorted((c, ledger.value(state, c) + d) for c, d in deltas.items()))
        if deltas.keys() - ledger.values.keys() or not all(ledger.allows(*s) for s in sets):
            continue
        after = ledger.after(state, sets)
        if pivot not in after.failing and after.failing.keys() <= state.failing.keys():
            yield Step(Kind.BOOKED, sets, _booking_cost(ledger, cell, delta, after, state))


def _booking_cost(ledger: Ledger, cell: str, delta: Number, after: State, before: State) -> float:
    """Return the cost of a booking: carried over though handled is the commonest."""
    origins = {carry.origin for carry in ledger.form.carries}
    supported = len(before.failing) - len(after.failing) > 2
    base = 1.7 if cell in origins and delta < 0 else 2.0
    size = 0.0 if abs(delta) == 1 else 0.2
    return base + size - (0.5 if supported else 0.0)


def _own_column(ledger: Ledger, index: int) -> str:
    """Return the column of a failing balance; nothing for other sums and for a total column."""
    equation = ledger.equations[index]
    first = ledger.cell(equation.terms[0][0])
    is_balance = any(balance.rule == equation.rule for balance in ledger.form.balances)
    return first.column.id if is_balance and not first.derived else ""


def _rows(ledger: Ledger, index: int, column: str) -> Iterator[dict[str, str]]:
    """Yield, for each row of a sum's table that takes applications, its cells by column."""
    table = ledger.cell(ledger.equations[index].terms[0][0]).table
    rows = dict[str, dict[str, str]]()
    for cell in ledger.form.table(table).cells:
        rows.setdefault(cell.row.id, {})[cell.column.id] = cell.id
    for cells in rows.values():
        if column in cells and not ledger.cell(cells[column]).derived:
            yield cells


def _effect(ledger: Ledger, cell: str, index: int) -> int:
    """Return the sign with which a cell, its totals following, enters a balance."""
    terms = dict(ledger.equations[index].terms)
    return next(terms[c] for c in (cell, *ledger.above(cell)) if c in terms)
