"""What the command line prints as JSON: a reading, and the result of a check."""

from collections.abc import Sequence
from typing import Any

from gicapp.core.causes import Cause
from gicapp.core.change import SetValue
from gicapp.core.comparison import Difference
from gicapp.core.content import Problem
from gicapp.core.finding import Finding, Severity
from gicapp.core.reading import Reading
from gicapp.files.opening import Opened
from gicapp.files.report_json import json_value

Raw = dict[str, Any]  # a JSON object, ready to print


def reading_json(reading: Reading) -> Raw:
    """Return what `import --json` prints for a source; blank cells are null."""
    return {
        "source": reading.source,
        "format": reading.format,
        "unit": reading.unit,
        "year": reading.year,
        "cells": {cell: json_value(value) for cell, value in reading.cells.items()},
        "narrative": dict(reading.narrative),
        "problems": [_problem(problem) for problem in reading.problems],
    }


def _problem(problem: Problem) -> Raw:
    return {
        "code": problem.code,
        "where": problem.where,
        "cells": list(problem.cells),
        "message": problem.message,
    }


def check_json(opened: Opened, findings: Sequence[Finding], causes: Sequence[Cause]) -> Raw:
    """Return what `check --json` prints for a source."""
    counts = _counts(findings)
    return {
        "source": str(opened.source),
        "unit": opened.report.unit.name,
        "year": opened.report.year,
        "format": opened.format,
        "passed": counts[Severity.ERROR.value] == 0,
        "counts": counts,
        "findings": [_finding(finding) for finding in findings],
        "causes": [_cause(cause) for cause in causes],
    }


def unchecked_json(reading: Reading) -> Raw:
    """Return what `check --json` prints for a source that holds no report: nothing, and why."""
    result = {"passed": False, "counts": _counts(()), "findings": [], "causes": []}
    return reading_json(reading) | result


def _counts(findings: Sequence[Finding]) -> dict[str, int]:
    return {s.value: sum(1 for f in findings if f.severity is s) for s in Severity}


def _finding(finding: Finding) -> Raw:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "cells": list(finding.cells),
        "section": finding.section,
        "span": None if finding.span is None else list(finding.span),
        "message": finding.message,
        "expected": finding.expected,
        "actual": finding.actual,
    }


def _cause(cause: Cause) -> Raw:
    return {
        "changes": [
            {"cell": change.cell, "value": json_value(change.value)}
            for change in cause.changes
            if isinstance(change, SetValue)
        ],
        "clears": list(cause.clears),
        "why": cause.why,
    }


def diff_json(before: str, after: str, differences: Sequence[Difference]) -> Raw:
    """Return what `diff --json` prints for two drafts, named by their paths."""
    return {
        "before": before,
        "after": after,
        "differences": [
            {"section": d.section, "cell": d.cell, "before": d.before, "after": d.after}
            for d in differences
        ],
    }
