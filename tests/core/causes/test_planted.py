"""Balanced reports with one planted slip: what the cause finder says of them."""

from collections.abc import Iterable

import pytest

from gicapp.core.causes import Cause, find_causes
from gicapp.core.change import apply
from gicapp.core.finding import Finding, Severity
from gicapp.core.report import Report
from gicapp.form.values import BLANK
from tests.core.checks.reports import check_tables
from tests.planting import FORM, PLANTERS, plants, spoiled

ALL = sorted(PLANTERS)
# the sums leave one explanation only for these, whatever the figures are
UNIQUE = ["digit", "swapped", "doubled", "lost", "scaled"]
BLANKS = ["blank", "row blank", "total column blank"]
COUNT = 12


def _causes(report: Report) -> tuple[Cause, ...]:
    return find_causes(FORM, report, check_tables(report))


def _mended(truth: Report, report: Report, cause: Cause) -> bool:
    after, _ = apply(report, cause.changes)
    return all(after.value(cell) == truth.value(cell) for cell in FORM.cells)


def _errors(findings: Iterable[Finding]) -> int:
    return sum(finding.severity is Severity.ERROR for finding in findings)


def _speaks(truth: Report, report: Report) -> bool:
    """Tell whether the slip can be seen in the tables at all."""
    return len(check_tables(report)) > len(check_tables(truth))


@pytest.mark.parametrize("kind", ALL)
def test_no_cause_leaves_more_findings_than_before(kind: str) -> None:
    for truth, plant in plants("7", kind, COUNT):
        report = spoiled(truth, plant)
        before = check_tables(report)
        for cause in _causes(report):
            after = check_tables(apply(report, cause.changes)[0])
            assert _errors(after) < _errors(before)
            assert len(after) <= len(before) or kind in BLANKS


@pytest.mark.parametrize("kind", ALL)
def test_the_first_cause_leaves_no_sum_uneven(kind: str) -> None:
    sums = {t.rule for t in FORM.totals} | {b.rule for b in FORM.balances}
    for truth, plant in plants("8", kind, COUNT):
        report = spoiled(truth, plant)
        causes = _causes(report)
        if not sums & {finding.rule for finding in check_tables(report)}:
            continue
        assert causes, plant
        after, _ = apply(report, causes[0].changes)
        assert not sums & {finding.rule for finding in check_tables(after)}


@pytest.mark.parametrize("kind", UNIQUE)
def test_a_slip_that_leaves_one_explanation_is_the_first_cause(kind: str) -> None:
    for truth, plant in plants("9", kind, COUNT):
        report = spoiled(truth, plant)
        causes = _causes(report)
        assert _mended(truth, report, causes[0]), (plant, [cause.why for cause in causes])


@pytest.mark.parametrize("kind", ["handled row 0", "all under natural", "booked twice", "row 0"])
def test_a_whole_row_is_one_cause_among_those_offered(kind: str) -> None:
    for truth, plant in plants("10", kind, COUNT):
        report = spoiled(truth, plant)
        assert any(_mended(truth, report, cause) for cause in _causes(report)), plant


@pytest.mark.parametrize("kind", BLANKS)
def test_blanks_that_the_sums_tell_are_filled(kind: str) -> None:
    for truth, plant in plants("11", kind, COUNT):
        report = spoiled(truth, plant)
        if any(finding.rule == "value.blank" for finding in check_tables(report)):
            after, _ = apply(report, _causes(report)[0].changes)
            filled = {cell: after.value(cell) for cell in plant.spoilt}
            assert filled == {cell: truth.value(cell) for cell in filled}, plant
            assert BLANK not in filled.values()


@pytest.mark.parametrize("kind", ["two slips", "total column 0", "leftover row", "row off"])
def test_what_leaves_few_explanations_is_nearly_always_among_the_first_three(kind: str) -> None:
    _often(kind, 0.9)


def test_a_misfiled_application_is_nearly_always_among_the_first_three() -> None:
    _often("misfiled new", 0.9)


def _often(kind: str, share: float) -> None:
    seen = hits = 0
    for truth, plant in plants("12", kind, 40):
        report = spoiled(truth, plant)
        if _speaks(truth, report):
            seen += 1
            hits += any(_mended(truth, report, cause) for cause in _causes(report)[:3])
    assert hits >= share * seen


@pytest.mark.parametrize("kind", ALL)
def test_one_cause_undone_gives_the_report_before(kind: str) -> None:
    for truth, plant in plants("13", kind, 3):
        report = spoiled(truth, plant)
        for cause in _causes(report):
            after, inverse = apply(report, cause.changes)
            assert apply(after, inverse)[0] == report
