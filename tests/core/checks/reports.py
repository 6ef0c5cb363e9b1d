"""Reports for the tests of the checks: a consistent one, and how to alter it."""

from dataclasses import replace
from types import MappingProxyType

from gicapp.core.checks.catalogue import TABLE_RULES, check
from gicapp.core.finding import Finding
from gicapp.core.report import Report
from gicapp.core.sums import expected_totals
from gicapp.form.loader import load_form
from gicapp.form.values import Value

FORM = load_form()
_TABLE_RULES = frozenset(rule.name for rule in TABLE_RULES)
_PARTS: dict[str, Value] = {
    "requests.new.natural": 12,
    "requests.new.commercial": 3,
    "requests.carried_in.natural": 1,
    "requests.granted.natural": 7,
    "requests.granted.commercial": 2,
    "requests.partial.natural": 1,
    "requests.unavailable.not_held.natural": 3,
    "requests.other.other.commercial": 1,
    "requests.carried_out.natural": 2,
    "disputes.review.upheld": 2,
    "disputes.review.pending": 1,
    "disclosure.normative_documents.issued": 2,
    "disclosure.normative_documents.repealed": 1,
    "disclosure.normative_documents.in_force": 9,
}
_PRIOR_PARTS: dict[str, Value] = {
    "requests.new.natural": 8,
    "requests.granted.natural": 7,
    "requests.carried_out.natural": 1,
    "disputes.review.upheld": 1,
    "disclosure.normative_documents.in_force": 8,
}


def check_tables(report: Report) -> tuple[Finding, ...]:
    """Return what the rules of the tables find, ordered as by `check`."""
    return tuple(finding for finding in check(FORM, report) if finding.rule in _TABLE_RULES)


def filled(parts: dict[str, Value]) -> dict[str, Value]:
    """Fill every cell: the parts as given, the other cells with 0, the totals as they follow."""
    values: dict[str, Value] = {c.id: 0 for c in FORM.cells.values() if not c.derived}
    values |= parts
    return values | expected_totals(FORM, values)


PRIOR = Report(year=2022, values=MappingProxyType(filled(_PRIOR_PARTS)))
CONSISTENT = Report(
    year=2023,
    values=MappingProxyType(filled(_PARTS)),
    narrative=MappingProxyType({"1": "本年收到申请15件。", "5": "问题和改进。"}),
    prior=PRIOR,
)


def with_values(report: Report, **values: Value) -> Report:
    """Return the report with some values replaced; `__` in a name stands for a dot."""
    return altered(report, {name.replace("__", "."): value for name, value in values.items()})


def altered(report: Report, values: dict[str, Value]) -> Report:
    """Return the report with some values replaced, the totals not minded."""
    told = {cell: v for cell, v in {**report.values, **values}.items() if v is not None}
    return replace(report, values=MappingProxyType(told))


def found(report: Report, rule: str) -> list[Finding]:
    """Return what one rule finds in the report."""
    return [finding for finding in check(FORM, report) if finding.rule == rule]
