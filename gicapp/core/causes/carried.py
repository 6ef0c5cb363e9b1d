"""Applications of this year among last year's, or last year's among this year's."""

from collections.abc import Iterator, Mapping

from gicapp.core.causes.account import Case
from gicapp.core.causes.ledger import Assignments, Ledger, open_ledger
from gicapp.core.causes.step import Kind, Step
from gicapp.core.causes.wording import phrase
from gicapp.form.declaration import Balance, Form
from gicapp.form.values import Number, exact, is_number, show


def recounted(case: Case) -> Iterator[tuple[Assignments, str]]:
    """Yield what the rows received and carried over should hold if they share out wrongly.

    The sums cannot see it, since both rows stand on one side of every balance. Last year's
    report can; without it, a column that carries on more than it received may stand one row
    too low. Differences both ways are no applications in a wrong row.
    """
    amounts = dict(_amounts(case)) if case.carried or case.late else {}
    if not amounts or (min(amounts.values()) < 0 < max(amounts.values())):
        return
    ledger = open_ledger(case.form, case.report, case.numbers, case.said)
    moved = {b.left[0]: n for b, n in amounts.items()} | {b.left[1]: -n for b, n in amounts.items()}
    sets = _booked(ledger, moved)
    if not ledger.hard(ledger.start) and all(ledger.allows(*pair) for pair in sets):
        outcome = "改后与上年的报告一致" if case.report.prior else "请对照上年的报告确定"
        yield sets, f"{_words(ledger, sets, amounts)}，{outcome}"


def _amounts(case: Case) -> Iterator[tuple[Balance, Number]]:
    """Yield how many of each column seem to stand in the row carried over and were received."""
    origins = {carry.to: carry.origin for carry in case.form.carries}
    for balance in case.form.balances:
        received, carried = balance.left
        if case.form.cells[carried].derived or not {received, carried} <= case.numbers.keys():
            continue
        before = case.report.prior and case.report.prior.value(origins[carried])
        there = case.numbers[carried]
        if carried in case.carried and is_number(before):
            yield balance, exact(there - before)
        elif case.late.intersection(balance.right) and there and not case.numbers[received]:
            yield balance, there


def _booked(ledger: Ledger, moved: Mapping[str, Number]) -> Assignments:
    start = ledger.start
    deltas = ledger.booked(moved)
    return tuple(
        (c, exact(ledger.value(start, c) + deltas[c])) for c in ledger.form.cells if c in deltas
    )


def _words(ledger: Ledger, sets: Assignments, amounts: Mapping[Balance, Number]) -> str:
    """Return how many applications belong in which row."""
    if len(amounts) == 1:
        return phrase(ledger, Step(Kind.MOVED, sets, 0.0))
    count = sum(amounts.values())
    balance = next(iter(amounts))
    target, source = balance.left if count > 0 else balance.left[::-1]
    names = [_row(ledger.form, cell) for cell in (target, source)]
    return f"有 {show(exact(abs(count)))} 件申请似应计入“{names[0]}”一行，而不是“{names[1]}”一行"


def _row(form: Form, cell: str) -> str:
    return form.cells[cell].row.name
