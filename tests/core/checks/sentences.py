"""Reports for the tests of the text rules: a text beside tables that bear it out, or do not."""

from collections.abc import Mapping
from types import MappingProxyType

from gicapp.core.checks.catalogue import check
from gicapp.core.finding import Finding
from gicapp.core.report import Level, Report, Unit
from gicapp.form.loader import load_form
from gicapp.form.values import Value

FORM = load_form()
BUREAU = Unit("某市某区知识产权局")
COUNTY = Unit("某县人民政府", Level.GOVERNMENT)
NEW = "requests.new.total"
CARRIED_IN = "requests.carried_in.total"
HANDLED = "requests.handled.total"
CARRIED_OUT = "requests.carried_out.total"


def saying(text: str, unit: Unit = BUREAU, section: str = "1", **rows: Value) -> Report:
    """Return the 2023 report with one text; `rows` give totals of table three, `__` for a dot."""
    return told(text, rows, unit, section)


def told(text: str, rows: Mapping[str, Value], unit: Unit = BUREAU, section: str = "1") -> Report:
    """Return the same, the rows of table three as a mapping."""
    values: dict[str, Value] = dict.fromkeys(FORM.cells, 0)
    values |= {f"requests.{row.replace('__', '.')}.total": value for row, value in rows.items()}
    return Report(
        unit=unit,
        year=2023,
        values=MappingProxyType(values),
        narrative=MappingProxyType({section: text}),
    )


def marks(report: Report, rule: str) -> list[str]:
    """Return the words of the text that one rule marks, in order."""
    return [
        report.narrative[str(finding.section)][slice(*finding.span)] if finding.span else ""
        for finding in findings(report, rule)
    ]


def findings(report: Report, rule: str) -> list[Finding]:
    """Return what one rule finds in a report."""
    return [finding for finding in check(FORM, report) if finding.rule == rule]
