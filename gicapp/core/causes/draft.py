"""Causes before they are tried: accounts of what fails, their parts, blanks, shifted rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Final

from gicapp.core.causes.account import Account, Case, accounts, blanks_of, sets_of
from gicapp.core.causes.carried import recounted
from gicapp.core.causes.ledger import Assignments, fills, open_ledger
from gicapp.core.causes.search import support
from gicapp.core.causes.shift import shifted_rows
from gicapp.core.causes.step import Kind, Step
from gicapp.core.causes.wording import filling, phrase

_SUMS: Final = frozenset({Kind.LINE, Kind.RECKONED, Kind.NATURAL})  # totals as their parts are
_SHIFT: Final = 1.5  # what it costs to believe that rows are shifted


@dataclass(frozen=True)
class Draft:
    """A cause before it was tried: the cells to set, and the half of the sentence on them.

    `cost` is how hard the draft is to believe where it explains all and has rivals that do.
    """

    sets: Assignments
    phrase: str
    certain: bool = False
    note: str = ""
    cost: float | None = None


def drafts(case: Case) -> list[Draft]:
    """Return what may be the causes, best first; empty ones left out."""
    found, (cost, shifted) = accounts(case), _shifted(case)
    sole = blanks_of(case, fills(case.form, case.report, case.numbers))
    words = filling(case.form, case.report, sole)
    alone = Draft(sole, words, certain=not found and not shifted)
    whole = [_filled(case, account) for account in found[:1] if account.blanks]
    told = [*_told(case, found), alone, *whole, *_parts(case, found)]
    if not found and not shifted:
        told += [Draft(sets, words) for sets, words in recounted(case)]
    first = not found or (found[0].left, found[0].cost) > (0, cost)
    return [draft for draft in ([*shifted, *told] if first else [*told, *shifted]) if draft.sets]


def _shifted(case: Case) -> tuple[float, list[Draft]]:
    """Return the rows that stand one row too low, with an account of what still fails then.

    Comes with what it costs to believe in it: nothing more where the row above is blank, and
    so to be explained anyway; less where last year's report, a bound or the text agrees.
    """
    for sets, words in shifted_rows(case):
        rest = accounts(replace(case, numbers={**case.numbers, **dict(sets)}))
        more = [
            replace(draft, sets=(*sets, *draft.sets), phrase=f"{words}；{draft.phrase}", cost=None)
            for draft in _told(case, rest)
        ]
        if any(cell not in case.numbers for cell, _ in sets):
            return 0.0, [*more, Draft(sets, words)]
        ledger = open_ledger(case.form, case.report, case.numbers, case.evidence)
        cost = _SHIFT - support(ledger, ledger.start, sets)
        return cost + sum(one.cost for one in rest[:1]), [*more, Draft(sets, words)]
    return _SHIFT, []


def _told(case: Case, found: Sequence[Account]) -> Iterator[Draft]:
    """Yield each account, a certain one first by itself, with the figures that are missing.

    A cell left blank for 0 is a habit and no part of the explanation. What is offered before
    others is no harder to believe than they are.
    """
    costs = accumulate((account.cost for account in found), max)
    for account, cost in zip(found, costs, strict=True):
        missing = any(value for _, value in account.blanks)
        rank = None if account.left else cost
        if account.certain or not missing:
            draft = Draft(account.sets, _words(account), account.certain, _note(account))
            yield replace(draft, cost=rank)
        if missing:
            yield replace(_filled(case, account), cost=rank)


def _filled(case: Case, account: Account) -> Draft:
    words = f"{_words(account)}；{filling(case.form, case.report, account.blanks)}"
    return Draft((*account.sets, *account.blanks), words, account.certain, _note(account))


def _words(account: Account) -> str:
    return _phrases(account, [step for matter in account.steps for step in matter])


def _phrases(account: Account, steps: Sequence[Step]) -> str:
    said = [phrase(account.ledger, step) for step in steps]
    return said[0] if len(said) == 1 else f"有 {len(said)} 处：{'；'.join(said)}"


def _note(account: Account) -> str:
    if account.alike == 1:
        return ""
    several = "其中一处的改法" if len(account.steps) > 1 else "这样的改法"
    return f"；{several}有 {account.alike} 种，同样说得通，请对照台账确定"


def _parts(case: Case, found: Sequence[Account]) -> Iterator[Draft]:
    """Yield the matters of the first account by themselves, then its single slips."""
    for account in found[:1]:
        slips = [step for matter in account.steps for step in matter]
        for steps in (*account.steps, *((slip,) for slip in slips)):
            if len(steps) < len(slips) and _hold(case, steps):
                yield Draft(sets_of(steps), _phrases(account, steps))


def _hold(case: Case, steps: Sequence[Step]) -> bool:
    """Tell whether slips hold without the others: totals may be the sums of what those mend."""
    values = {**case.numbers, **dict(sets_of(steps))}
    added = {c for s in steps if s.kind in _SUMS for c, _ in s.sets}
    right = {
        total.cell
        for total in case.form.totals
        if values.get(total.cell) == sum(values.get(part, 0) for part in total.parts)
    }
    return added <= right
