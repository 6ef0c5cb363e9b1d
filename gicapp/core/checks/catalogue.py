"""The catalogue: every rule there is, listed one module a line, and the check that runs them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from gicapp.core.checks import (
    arithmetic,
    basis,
    carry,
    disclosure,
    disputes,
    fee,
    last_year,
    leftovers,
    other_unit,
    personal,
    problems,
    publication,
    remnants,
    requests,
    structure,
    text_closed,
    text_figures,
    text_growth,
    text_none,
    text_sums,
    values,
    wording,
    year_plans,
    years,
)
from gicapp.core.checks.rule import Rule, Subject
from gicapp.core.finding import Finding, Severity
from gicapp.core.quoting import nested
from gicapp.core.reading import Reading
from gicapp.core.report import Report
from gicapp.form.declaration import Form

TABLE_RULES: Final[tuple[Rule, ...]] = (
    *values.RULES,
    *arithmetic.RULES,
    *requests.RULES,
    *disputes.RULES,
    *disclosure.RULES,
    *carry.RULES,
    *last_year.RULES,
)
RULES: Final[tuple[Rule, ...]] = (
    *TABLE_RULES,
    *text_figures.RULES,
    *text_none.RULES,
    *text_closed.RULES,
    *text_sums.RULES,
    *text_growth.RULES,
    *years.RULES,
    *year_plans.RULES,
    *basis.RULES,
    *other_unit.RULES,
    *structure.RULES,
    *problems.RULES,
    *fee.RULES,
    *wording.RULES,
    *remnants.RULES,
    *personal.RULES,
    *leftovers.RULES,
    *publication.RULES,
)
_FIGURE_RULES: Final = tuple(rule for rule in TABLE_RULES if not rule.reads_text)
_TEXT_RULES: Final = tuple(rule for rule in RULES if rule not in _FIGURE_RULES)
RULES_BY_NAME: Final[Mapping[str, Rule]] = MappingProxyType({rule.name: rule for rule in RULES})

_GRAVITY: Final = MappingProxyType({severity: n for n, severity in enumerate(Severity)})


def check(form: Form, report: Report, reading: Reading | None = None) -> tuple[Finding, ...]:
    """Return everything that the rules find in a report, by section, severity and place.

    Pure: the same report gives the same findings in the same order. `reading` says how the
    report was read, where it came from a file.
    """
    subject = Subject(form, report, reading)
    return _ordered(form, [*_figures_found(_Figures(subject)), *_run(_TEXT_RULES, subject)])


class _Figures:
    """All that the rules of the figures look at: the same while the same objects are."""

    def __init__(self, subject: Subject) -> None:
        report = subject.report
        self.subject = subject
        self._parts = (subject.form, report.values, report.prior, report.unit, subject.reading)
        self._year = report.year

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Figures) or self._year != other._year:
            return False
        return all(one is same for one, same in zip(self._parts, other._parts, strict=True))

    def __hash__(self) -> int:
        return hash(tuple(map(id, self._parts)))


@lru_cache(maxsize=4)
def _figures_found(figures: _Figures) -> tuple[Finding, ...]:
    """Return what the rules of the figures find; kept, because a key changes text or a figure."""
    return tuple(_run(_FIGURE_RULES, figures.subject))


def _run(rules: Iterable[Rule], subject: Subject) -> Iterator[Finding]:
    for rule in rules:
        for finding in rule.find(subject):
            message = nested(finding.message)
            yield finding if message == finding.message else replace(finding, message=message)


def _ordered(form: Form, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    positions = {cell: n for n, cell in enumerate(form.cells)}
    return tuple(sorted(findings, key=lambda finding: _order(finding, positions)))


def _order(finding: Finding, positions: Mapping[str, int]) -> tuple[int, int, int, str]:
    if finding.span is not None:
        place = finding.span[0]
    else:
        place = min((positions.get(cell, 0) for cell in finding.cells), default=-1)
    return finding.section, _GRAVITY[finding.severity], place, finding.rule
