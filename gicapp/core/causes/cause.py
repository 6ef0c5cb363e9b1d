"""Causes of the arithmetic findings: what to change, what that clears, and why it is likely."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from gicapp.core.causes.account import Case
from gicapp.core.causes.draft import Draft, drafts
from gicapp.core.causes.unanswered import find_unanswered
from gicapp.core.change import Change, SetValue, apply
from gicapp.core.checks.catalogue import check
from gicapp.core.finding import Finding, Severity
from gicapp.core.report import Report
from gicapp.form.declaration import Form
from gicapp.form.values import Number, exact, is_number


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
    leaves fewer errors and no more findings than before. None is certain while most results
    are still to be filled in.
    """
    if not any(finding.rule in _explained(form) for finding in findings):
        return ()
    numbers = {cell: exact(v) for cell, v in report.values.items() if is_number(v)}
    case = Case(form, report, numbers, _said(findings))
    before = check(form, report)
    tried = [_tried(form, report, draft, before) for draft in _distinct(drafts(case))]
    causes = tuple(cause for cause in tried if cause is not None)
    if find_unanswered(form, report, findings) is None:
        return causes
    return tuple(replace(cause, certain=False) for cause in causes)


def _said(findings: Iterable[Finding]) -> dict[str, str]:
    """Return what the text says of single cells where it contradicts the tables."""
    text = [f for f in findings if f.rule == "text.figure" and len(f.cells) == 1]
    return {finding.cells[0]: finding.actual for finding in text if finding.actual is not None}


def _explained(form: Form) -> set[str]:
    sums = {*(total.rule for total in form.totals), *(balance.rule for balance in form.balances)}
    return sums | {"value.blank", "prior.carried_total"}


def _distinct(drafts: Iterable[Draft]) -> list[Draft]:
    unique = dict[frozenset[tuple[str, Number]], Draft]()
    for draft in drafts:
        unique.setdefault(frozenset(draft.sets), draft)
    return list(unique.values())


def _tried(form: Form, report: Report, draft: Draft, before: Sequence[Finding]) -> Cause | None:
    """Return the draft as a cause where applying it leaves less to put right, else nothing."""
    changes = tuple(SetValue(cell, exact(value)) for cell, value in draft.sets)
    after = check(form, apply(report, changes)[0])
    if not _better(before, after):
        return None
    left = Counter(finding.rule for finding in after)
    cleared = Counter(finding.rule for finding in before) - left
    sums = {total.rule for total in form.totals} | {balance.rule for balance in form.balances}
    balanced = sum(count for rule, count in cleared.items() if rule in sums)
    uneven = sum(count for rule, count in left.items() if rule in sums)
    why = f"{draft.phrase}{_outcome(balanced, uneven)}{draft.note}。"
    return Cause(changes, tuple(cleared), why, draft.certain)


def _better(before: Sequence[Finding], after: Sequence[Finding]) -> bool:
    """Tell whether errors were cleared and no more is found than before."""
    errors = [sum(f.severity is Severity.ERROR for f in found) for found in (before, after)]
    return errors[1] < errors[0] and len(after) <= len(before)


def _outcome(balanced: int, uneven: int) -> str:
    if not balanced:
        return ""
    if uneven:
        return f"：改后 {balanced} 条勾稽平衡，还有 {uneven} 条不平"
    return f"：改后 {balanced} 条勾稽全部平衡"
