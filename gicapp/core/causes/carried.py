"""Applications of this year among last year's, or last year's among this year's."""

from collections.abc import Iterator, Mapping

from gicapp.core.causes.account import Case
from gicapp.core.causes.ledger import Assignments, Ledger, open_ledger
from gicapp.core.causes.step import Kind, Step
from gicapp.core.causes.wording import phrase
from gicapp.form.declaration import Balance
from gicapp.form.values import BLANK, Number, exact, is_number, show


def recounted(case: Case) -> Iterator[tuple[Assignments, str]]:
    """Yield what the rows received and carried over should hold if they share out wrongly.

    The sums cannot see it, since both rows stand on one side of every balance. Last year's
    report can; without it, a column that carries on more than it received may stand one row
    too low. Differences both ways are no applications in a wrong row.
    """
    spoken = case.evidence.carried or case.evidence.late
    amounts = dict(_amounts(case)) if spoken else {}
    if not amounts or (min(amounts.values()) < 0 < max(amounts.values())):
        return
    ledger = open_ledger(case.form, case.report, case.numbers, case.evidence)
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
        prior = case.report.prior
        before = prior.value(origins[carried]) if prior is not None else BLANK
        there = case.numbers[carried]
        if is_number(before):
            if carried in case.evidence.carried:
                yield balance, exact(there - before)
        elif _late(case, balance) and there and not case.numbers[received]:
            yield balance, there


def _late(case: Case, balance: Balance) -> bool:
    return not case.evidence.late.isdisjoint(balance.right)


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
    count = sum(amounts.values(), 0)
    balance = next(iter(amounts))
    target, source = balance.left if count > 0 else balance.left[::-1]
    names = [ledger.cell(cell).row.name for cell in (target, source)]
    many = show(exact(max(count, -count)))
    return f"有 {many} 件申请似应计入“{names[0]}”一行，而不是“{names[1]}”一行"
