"""One cause with many changes: a whole row or column of the table that is wrong."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from gicapp.core.causes.ledger import Assignments, Ledger, State
from gicapp.core.causes.step import Kind, Step
from gicapp.form.declaration import Row, Total
from gicapp.form.values import Number

_CHANCE: Final = 4  # sum of a row up to which two years may be equal by chance
_USUAL: Final = 0.05  # what it takes off the cost, by degrees, that reports have figures in a row


def line_steps(ledger: Ledger, state: State) -> Iterator[Step]:
    """Yield the rows and columns whose putting right clears failing sums and breaks none."""
    for step in (*_totals(ledger, state), *_rows(ledger, state)):
        after = ledger.after(state, step.sets)
        if after.failing.keys() < state.failing.keys():
            yield step


def _totals(ledger: Ledger, state: State) -> Iterator[Step]:
    """Yield the lines of totals of which three or more are not the sums of their parts."""
    lines = defaultdict[str, list[Total]](list)
    for total in ledger.form.totals:
        if {total.cell, *total.parts} <= ledger.values.keys():
            lines[total.rule].append(total)
    for line in lines.values():
        sums = {t.cell: sum((ledger.value(state, p) for p in t.parts), 0) for t in line}
        sets = tuple((c, v) for c, v in sums.items() if v != ledger.value(state, c))
        if len(sets) > 2 and all(ledger.allows(*pair) for pair in sets):
            yield Step(Kind.RECKONED, sets, 0.9 * len(sets))


def _rows(ledger: Ledger, state: State) -> Iterator[Step]:
    """Yield the rows whose failing column sums all clear when the row is set right."""
    hard = set(ledger.hard(state))
    for table in ledger.form.tables:
        rows = defaultdict[str, list[str]](list)
        for cell in table.cells:
            rows[cell.row.id].append(cell.id)
        for row in table.rows:
            sets = tuple(_row_sets(ledger, state, rows[row.id], hard))
            if len(sets) > 1 and all(ledger.allows(*pair) for pair in sets):
                yield from _row_step(ledger, state, row, rows[row.id], sets)


def _row_sets(
    ledger: Ledger, state: State, cells: list[str], hard: set[int]
) -> Iterator[tuple[str, Number]]:
    for cell in cells:
        for index, sign in ledger.through.get(cell, ()):
            if index in hard and not _along(ledger, index) and cell in ledger.values:
                yield cell, ledger.value(state, cell) - sign * state.failing[index]
                break


def _along(ledger: Ledger, index: int) -> bool:
    """Tell whether a sum runs along one row."""
    terms = ledger.equations[index].terms
    return ledger.cell(terms[0][0]).row is ledger.cell(terms[-1][0]).row


def _row_step(
    ledger: Ledger, state: State, row: Row, cells: list[str], sets: Assignments
) -> Iterator[Step]:
    now = {cell: ledger.value(state, cell) for cell in cells}
    then = {**now, **dict(sets)}
    if not any(now.values()):
        yield Step(Kind.MISSING, sets, _left_out(ledger, row, cells))
    elif _as_last_year(ledger, now):
        yield Step(Kind.LEFTOVER, sets, 1.0 if sum(now.values()) > _CHANCE else 2.0)
    elif not any(then.values()):
        alone = not any(
            ledger.value(state, cell.id)
            for cell in ledger.form.table(ledger.cell(cells[0]).table).cells
            if cell.row is not row
        )
        yield Step(Kind.LEFTOVER, sets, 1.3 if alone else 2.4)


def _left_out(ledger: Ledger, row: Row, cells: list[str]) -> float:
    """Return the cost of a row left out: likelier where other reports have figures in it."""
    if _received(ledger, cells):
        return 1.6  # seldom nothing
    prior = ledger.report.prior
    had = prior is not None and any(map(prior.value, cells))
    return 1.9 - (0.2 if had else 0.0) - _USUAL * row.usual


def _received(ledger: Ledger, cells: list[str]) -> bool:
    """Tell whether a row counts what came in this year."""
    carried = {carry.to for carry in ledger.form.carries}
    left = {cell for balance in ledger.form.balances for cell in balance.left}
    return cells[0] in left - carried


def _as_last_year(ledger: Ledger, now: dict[str, Number]) -> bool:
    """Tell whether a row that is not all 0 holds last year's figures."""
    prior = ledger.report.prior
    if prior is None or sum(map(bool, now.values())) < 2:
        return False
    return all(prior.value(cell) == value for cell, value in now.items())
