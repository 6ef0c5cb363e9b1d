"""Accounts of everything that fails: the slips of every matter, and what blanks then hold."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gicapp.core.causes.ledger import Assignments, Evidence, Ledger, fills, open_ledger, zeros
from gicapp.core.causes.matter import Matter, matters
from gicapp.core.causes.openings import Opening, openings
from gicapp.core.causes.search import Explanation
from gicapp.core.causes.step import Step
from gicapp.core.report import Report
from gicapp.form.declaration import Form
from gicapp.form.values import Number, is_number


@dataclass(frozen=True)
class Case:
    """A report whose sums are to be accounted for, and what else speaks against its figures."""

    form: Form
    report: Report
    numbers: Mapping[str, Number]
    evidence: Evidence


@dataclass(frozen=True)
class Account:
    """One explanation of all that fails, with what the cells without a number must hold then.

    `steps` holds, by matter, its slips. `cost`: how hard it is to believe. `left`: sums that
    stay uneven. `alike`: how many explain a matter of it as well; 1 where none does.
    """

    ledger: Ledger
    steps: tuple[tuple[Step, ...], ...]
    cost: float
    left: int
    certain: bool
    alike: int
    blanks: Assignments

    @property
    def sets(self) -> Assignments:
        """Return the cells to set but for the blank ones."""
        return sets_of([step for matter in self.steps for step in matter])


def blanks_of(case: Case, told: Mapping[str, Number]) -> Assignments:
    """Return what is told of the cells that hold no number, in printed order."""
    cells = [c for c in case.form.cells if c in told and not is_number(case.report.value(c))]
    return tuple((cell, told[cell]) for cell in cells)


def sets_of(steps: Sequence[Step]) -> Assignments:
    """Return the cells that steps set, the last word on each."""
    return tuple({cell: (cell, value) for step in steps for cell, value in step.sets}.values())


def accounts(case: Case) -> list[Account]:
    """Return accounts of everything that fails, likeliest first."""
    found = list(_told(case, ()))
    opened = tuple(openings(case.form, case.numbers))
    if not opened:
        return found
    told = [*_told(case, opened), *(account for account in found if not account.left)]
    return sorted(told or found, key=lambda account: (account.left, account.cost))


def _told(case: Case, opened: Sequence[Opening]) -> Iterator[Account]:
    """Yield the accounts that take each of the lines given for one slip.

    Where several matters have several explanations, the first of each are one account, then
    the second of each.
    """
    untold = {cell for opening in opened for cell in opening.cells}
    known = {cell: value for cell, value in case.numbers.items() if cell not in untold}
    empty = zeros(case.form, case.report, known)
    values = {**{c: v for c, v in empty.items() if c not in untold}, **known}
    ledger = open_ledger(case.form, case.report, values, case.evidence)
    found = list(matters(ledger))
    for turn in range(max((len(matter.offered) for matter in found), default=len(opened[:1]))):
        taken = [matter.offered[min(turn, len(matter.offered) - 1)] for matter in found]
        sets = {cell: value for one in taken for cell, value in one.sets}
        told = fills(case.form, case.report, {**known, **sets})
        closing = [opening.closed(_closing(case, opening, told)) for opening in opened]
        if untold <= told.keys() and all(step.sets for step in closing):
            yield _account(case, ledger, [(s,) for s in closing], (found, taken, turn), told)


def _closing(case: Case, opening: Opening, told: Mapping[str, Number]) -> Assignments:
    cells = [c for c in case.form.cells if c in opening.cells and c in told]
    return tuple((cell, told[cell]) for cell in cells if told[cell] != case.numbers[cell])


def _account(
    case: Case,
    ledger: Ledger,
    closing: Sequence[tuple[Step, ...]],
    taken: tuple[list[Matter], list[Explanation], int],
    told: Mapping[str, Number],
) -> Account:
    found, explanations, turn = taken
    cost = sum(one.weight for one in explanations) + sum(s.cost for (s,) in closing)
    alike = max((matter.alike for matter in found if turn < matter.alike), default=1)
    return Account(
        ledger,
        (*closing, *(one.steps for one in explanations)),
        cost,
        sum(one.left for one in explanations),
        not turn and all(matter.certain for matter in found),
        alike,
        blanks_of(case, told),
    )
