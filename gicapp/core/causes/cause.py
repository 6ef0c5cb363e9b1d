"""Causes of the arithmetic findings: what to change, what that clears, and why it is likely."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from gicapp.core.causes.account import Case
from gicapp.core.causes.draft import Draft, drafts
from gicapp.core.causes.ledger import Evidence
from gicapp.core.causes.unanswered import find_unanswered
from gicapp.core.change import Change, SetValue, apply
from gicapp.core.checks.catalogue import check
from gicapp.core.finding import Finding, Severity
from gicapp.core.quoting import nested
from gicapp.core.report import Report
from gicapp.form.declaration import Form
from gicapp.form.values import Number, exact, is_number

_TEXT: Final = "text.figure"
_BLANK: Final = "value.blank"
_BOUND: Final = "requests.bound"
_CARRIED: Final = frozenset({"prior.carried_total", "prior.carried_column"})
_SPEAKS: Final = frozenset({_TEXT, _BOUND, *_CARRIED})  # what may speak where every sum balances
_AGAINST: Final = 0.3  # what a figure of the text against a cause adds to its cost


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


@dataclass(frozen=True)
class _Tried:
    """A cause that was tried, what it costs to believe in it, and how much the text is against."""

    cause: Cause
    cost: float | None
    against: int

    @property
    def weight(self) -> float:
        """Return how hard it is to believe, with what the text says."""
        return round((self.cost or 0.0) + _AGAINST * self.against, 6)


def find_causes(form: Form, report: Report, findings: Sequence[Finding]) -> tuple[Cause, ...]:
    """Return the likeliest causes of the arithmetic findings among `findings`, best first.

    Empty where nothing fails that they can explain. Each cause was tried: it leaves fewer errors,
    fewer warnings where nothing that it explains is an error, and no more findings than before.
    None is certain while most results are still to be filled in.
    """
    if not any(finding.rule in {*_explained(form), *_SPEAKS} for finding in findings):
        return ()
    told = _distinct(drafts(_case(form, report, findings)))
    if not told:
        return ()
    before = check(form, report)
    tried = [_tried(form, report, draft, before) for draft in told]
    causes = tuple(one.cause for one in _ranked([one for one in tried if one is not None]))
    if find_unanswered(form, report, findings) is None:
        return causes
    return tuple(replace(cause, certain=False) for cause in causes)


def _case(form: Form, report: Report, findings: Sequence[Finding]) -> Case:
    numbers = {cell: exact(v) for cell, v in report.values.items() if is_number(v)}
    carried = (f.cells[0] for f in findings if f.rule in _CARRIED)
    late = (f.cells[0] for f in findings if f.rule == _BOUND and f.severity is Severity.WARNING)
    evidence = Evidence(_said(findings), frozenset(carried), frozenset(late))
    return Case(form, report, numbers, evidence)


def _said(findings: Iterable[Finding]) -> dict[str, str]:
    """Return what the text says of single cells where it contradicts the tables."""
    text = [f for f in findings if f.rule == _TEXT and len(f.cells) == 1]
    return {finding.cells[0]: finding.actual for finding in text if finding.actual is not None}


def _explained(form: Form) -> set[str]:
    sums = {*(total.rule for total in form.totals), *(balance.rule for balance in form.balances)}
    return sums | {_BLANK, "prior.carried_total"}


def _distinct(drafts: Iterable[Draft]) -> list[Draft]:
    unique = dict[frozenset[tuple[str, Number]], Draft]()
    for draft in drafts:
        unique.setdefault(frozenset(draft.sets), draft)
    return list(unique.values())


def _tried(form: Form, report: Report, draft: Draft, before: Sequence[Finding]) -> _Tried | None:
    """Return the draft as a cause where applying it leaves less to put right, else nothing."""
    changes = tuple(SetValue(cell, exact(value)) for cell, value in draft.sets)
    after = check(form, apply(report, changes)[0])
    if not _better(form, before, after):
        return None
    left = Counter(finding.rule for finding in after)
    cleared = Counter(finding.rule for finding in before) - left
    sums = {total.rule for total in form.totals} | {balance.rule for balance in form.balances}
    balanced = sum(count for rule, count in cleared.items() if rule in sums)
    uneven = sum(count for rule, count in left.items() if rule in sums)
    against = left[_TEXT] - sum(finding.rule == _TEXT for finding in before)
    outcome = f"{_outcome(balanced, uneven)}{_in_text(against)}"
    why = nested(f"{draft.phrase}{outcome}{draft.note}。")
    return _Tried(Cause(changes, tuple(cleared), why, draft.certain), draft.cost, against)


def _better(form: Form, before: Sequence[Finding], after: Sequence[Finding]) -> bool:
    """Tell whether errors were cleared and no more is found than before.

    Where nothing that causes explain is an error, but for cells left blank, warnings will do.
    """
    errors, warnings = (
        [sum(f.severity is severity for f in found) for found in (before, after)]
        for severity in (Severity.ERROR, Severity.WARNING)
    )
    fewer = errors[1] < errors[0]
    uneven = _explained(form) - {_BLANK}
    if not any(f.severity is Severity.ERROR and f.rule in uneven for f in before):
        fewer |= errors[1] == errors[0] and warnings[1] < warnings[0]
    return fewer and len(after) <= len(before)


def _ranked(tried: Sequence[_Tried]) -> list[_Tried]:
    """Return causes with what the text says weighed among those that explain everything."""
    rivals = [place for place, one in enumerate(tried) if one.cost is not None]
    ranked = sorted((tried[place] for place in rivals), key=lambda one: one.weight)
    order = dict(zip(rivals, ranked, strict=True))
    return [order.get(place, one) for place, one in enumerate(tried)]


def _in_text(against: int) -> str:
    if not against:
        return ""
    return "；正文写的是改前的数字" if against > 0 else "；改后与正文一致"


def _outcome(balanced: int, uneven: int) -> str:
    if not balanced:
        return ""
    if uneven:
        return f"：改后 {balanced} 条勾稽平衡，还有 {uneven} 条不平"
    return f"：改后 {balanced} 条勾稽全部平衡"
