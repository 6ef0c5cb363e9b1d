"""Causes of the arithmetic findings: what to change, what that clears, and why it is likely."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from gicapp.core.causes.draft import Draft, fill_drafts, shift_drafts
from gicapp.core.causes.ledger import Ledger, State, open_ledger, zeros
from gicapp.core.causes.search import Explanation, explain
from gicapp.core.causes.step import Step
from gicapp.core.causes.wording import phrase
from gicapp.core.change import Change, SetValue, apply
from gicapp.core.checks.catalogue import check
from gicapp.core.finding import Finding, Severity
from gicapp.core.report import Report
from gicapp.form.declaration import Form
from gicapp.form.values import exact, is_number

_OFFERED: Final = 3  # explanations of one matter that are shown
_ALIKE: Final = 0.15  # costs nearer than this are equally likely
_APART: Final = 0.5  # a cause is certain when the next is this much harder to believe


@dataclass(frozen=True)
class Cause:
    """One explanation of the arithmetic findings taken together.

    Applying `changes` clears the findings of the rules named in `clears` and makes no new ones;
    `why` is one Chinese sentence. `certain`: nothing else explains it as well.
    """

    changes: tuple[Change, ...]
    clears: tuple[str, ...]
    why: str
    certain: bool = False


def find_causes(form: Form, report: Report, findings: Sequence[Finding]) -> tuple[Cause, ...]:
    """Return the likeliest causes of the arithmetic findings among `findings`, best first.

    Empty where no sum fails and no blank follows from the sums. Each cause was tried: it
    leaves fewer errors and no more findings than before.
    """
    if not any(finding.rule in _explained(form) for finding in findings):
        return ()
    numbers = {cell: exact(v) for cell, v in report.values.items() if is_number(v)}
    ledger = open_ledger(form, report, zeros(form, report, numbers), _said(findings))
    matters = [explain(ledger, state) for state in _matters(ledger)]
    drafts = [*_drafts(ledger, [matter for matter in matters if matter])]
    filled = fill_drafts(form, report, numbers, drafts)
    drafts += [*shift_drafts(form, report), *filled]
    before = check(form, report)
    tried = (_tried(form, report, draft, before) for draft in _distinct(drafts))
    return tuple(cause for cause in tried if cause is not None)


def _said(findings: Iterable[Finding]) -> dict[str, str]:
    """Return what the text says of single cells where it contradicts the tables."""
    text = [f for f in findings if f.rule == "text.figure" and len(f.cells) == 1]
    return {finding.cells[0]: finding.actual for finding in text if finding.actual is not None}


def _explained(form: Form) -> set[str]:
    sums = {*(total.rule for total in form.totals), *(balance.rule for balance in form.balances)}
    return sums | {"value.blank", "prior.carried_total"}


def _matters(ledger: Ledger) -> Iterator[State]:
    """Yield the failing sums in groups that share no cell: each is a matter of its own."""
    left = ledger.hard(ledger.start)
    while left:
        group = _connected(ledger, left[0])
        left = [index for index in left if index not in group]
        failing = {i: off for i, off in ledger.start.failing.items() if i in group}
        yield State({}, failing)


def _connected(ledger: Ledger, index: int) -> set[int]:
    group, waiting = {index}, [index]
    while waiting:
        for cell, _ in ledger.equations[waiting.pop()].terms:
            new = {i for i, _ in ledger.through.get(cell, ())} - group
            group |= new
            waiting += new
    return group


def _drafts(ledger: Ledger, matters: list[list[Explanation]]) -> Iterator[Draft]:
    """Yield the best explanation of everything, then those of each matter, then their parts."""
    if len(matters) > 1:
        steps = [step for matter in matters for step in matter[0].steps]
        sets = tuple(pair for matter in matters for pair in matter[0].sets)
        certain = all(_certain(matter) for matter in matters)
        yield Draft(sets, _phrases(ledger, steps), certain)
    for matter in matters:
        yield from _offered(ledger, matter)
    for matter in matters:
        if len(matter[0].steps) > 1:
            yield from (Draft(step.sets, phrase(ledger, step)) for step in matter[0].steps)


def _offered(ledger: Ledger, matter: list[Explanation]) -> Iterator[Draft]:
    alike = sum(1 for other in matter if _likeness(matter[0], other) < _ALIKE)
    for explanation in matter[:_OFFERED]:
        note = ""
        if alike > 1 and _likeness(matter[0], explanation) < _ALIKE:
            note = f"；这样的改法有 {alike} 种，同样说得通，请对照台账确定"
        steps = _phrases(ledger, explanation.steps)
        certain = explanation is matter[0] and _certain(matter)
        yield Draft(explanation.sets, steps, certain, note)


def _likeness(best: Explanation, other: Explanation) -> float:
    return other.cost - best.cost if best.left == other.left else 9.0


def _certain(matter: list[Explanation]) -> bool:
    return not matter[0].left and (len(matter) < 2 or _likeness(*matter[:2]) >= _APART)


def _phrases(ledger: Ledger, steps: Sequence[Step]) -> str:
    if len(steps) == 1:
        return phrase(ledger, steps[0])
    return f"有 {len(steps)} 处：{'；'.join(phrase(ledger, step) for step in steps)}"


def _distinct(drafts: Iterable[Draft]) -> list[Draft]:
    return list({frozenset(draft.sets): draft for draft in reversed(list(drafts))}.values())[::-1]


def _tried(form: Form, report: Report, draft: Draft, before: Sequence[Finding]) -> Cause | None:
    """Return the draft as a cause where applying it leaves less to put right, else nothing."""
    changes = tuple(SetValue(cell, exact(value)) for cell, value in draft.sets)
    after = check(form, apply(report, changes)[0])
    if not _better(before, after, draft):
        return None
    left = Counter(finding.rule for finding in after)
    cleared = Counter(finding.rule for finding in before) - left
    sums = {total.rule for total in form.totals} | {balance.rule for balance in form.balances}
    balanced = sum(count for rule, count in cleared.items() if rule in sums)
    uneven = sum(count for rule, count in left.items() if rule in sums)
    why = f"{draft.phrase}{_outcome(balanced, uneven)}{draft.note}。"
    return Cause(changes, tuple(cleared), why, draft.certain)


def _better(before: Sequence[Finding], after: Sequence[Finding], draft: Draft) -> bool:
    """Tell whether errors were cleared and nothing new is found instead.

    A cell that was blank may show only when filled what is to be looked at in it: a hint.
    """
    if draft.fills:
        before = [finding for finding in before if finding.severity is not Severity.HINT]
        after = [finding for finding in after if finding.severity is not Severity.HINT]
    errors = [sum(f.severity is Severity.ERROR for f in found) for found in (before, after)]
    return errors[1] < errors[0] and len(after) <= len(before)


def _outcome(balanced: int, uneven: int) -> str:
    if not balanced:
        return ""
    if uneven:
        return f"：改后 {balanced} 条勾稽平衡，还有 {uneven} 条不平"
    return f"：改后 {balanced} 条勾稽全部平衡"
