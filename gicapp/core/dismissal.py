"""Findings that a person accepts with a reason (情况说明), for as long as the values stand."""

from collections.abc import Iterable

from gicapp.core.change import Change, SetField
from gicapp.core.checks.catalogue import RULES_BY_NAME
from gicapp.core.finding import Finding, Severity
from gicapp.core.report import Dismissal, Report
from gicapp.errors import GicError
from gicapp.form.values import show


def is_dismissable(finding: Finding) -> bool:
    """Tell whether a finding may be accepted with a reason: no error, or one reality breaks."""
    if finding.severity is not Severity.ERROR:
        return True
    rule = RULES_BY_NAME.get(finding.rule)
    return rule is not None and rule.dismissable


def dismiss(finding: Finding, report: Report, reason: str) -> tuple[Change, ...]:
    """Return the change that accepts a finding with a reason, in place of an earlier one.

    Raise GicError where the finding cannot be accepted or the reason is missing.
    """
    if not is_dismissable(finding):
        raise GicError("这是必须改正的错误，不能用情况说明代替，请改正后再检查。")
    if not reason.strip():
        raise GicError("请填写情况说明，写明数据属实的原因。")
    given = _dismissal(finding, report, reason.strip())
    kept = [other for other in report.dismissals if not _same(other, given)]
    return (SetField("dismissals", (*kept, given)),)


def restore(finding: Finding, report: Report) -> tuple[Change, ...]:
    """Return the change that takes the acceptance of a finding back; none where there is none."""
    own = _dismissal(finding, report, "")
    kept = tuple(other for other in report.dismissals if not _same(other, own))
    return (SetField("dismissals", kept),) if kept != report.dismissals else ()


def lapsed_reason(finding: Finding, report: Report) -> str:
    """Return the reason last given for a finding whose figures have changed since, or nothing.

    A finding that names no cell cannot be told from others of its rule: it has none.
    """
    if not finding.cells:
        return ""
    matter = finding.rule, finding.cells
    given = [d for d in report.dismissals if (d.rule, d.cells) == matter]
    lapsed = [d.reason for d in given if d.values != _values(finding, report)]
    return lapsed[-1] if lapsed else ""


def split(
    findings: Iterable[Finding], report: Report
) -> tuple[tuple[Finding, ...], tuple[tuple[Finding, Dismissal], ...]]:
    """Part findings into the open ones and those accepted, each with its dismissal, in order.

    A dismissal lapses when a value that it was given for changes: its finding is open again.
    """
    given = {(d.rule, d.cells, d.values): d for d in report.dismissals}
    standing: list[Finding] = []
    accepted: list[tuple[Finding, Dismissal]] = []
    for finding in findings:
        dismissal = given.get((finding.rule, finding.cells, _values(finding, report)))
        if dismissal is not None and is_dismissable(finding):
            accepted.append((finding, dismissal))
        else:
            standing.append(finding)
    return tuple(standing), tuple(accepted)


def _dismissal(finding: Finding, report: Report, reason: str) -> Dismissal:
    return Dismissal(finding.rule, finding.cells, _values(finding, report), reason)


def _values(finding: Finding, report: Report) -> tuple[str, ...]:
    """Return what a finding rests on: its cells' values, then what was expected and what said.

    The message stands for findings on the text, which quote it and may name no cell; what
    last year's report held comes in by what was expected.
    """
    values = tuple(show(report.value(cell)) for cell in finding.cells)
    said = finding.actual if finding.actual is not None else finding.message
    return (*values, finding.expected or "", said if finding.cells else finding.message)


def _same(one: Dismissal, other: Dismissal) -> bool:
    return (one.rule, one.cells, one.values) == (other.rule, other.cells, other.values)
