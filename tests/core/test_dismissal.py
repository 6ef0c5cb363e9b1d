from dataclasses import replace

import pytest

from gicapp.core.change import SetValue, apply
from gicapp.core.checks.catalogue import check
from gicapp.core.dismissal import dismiss, is_dismissable, restore, split
from gicapp.core.finding import Finding, Severity
from gicapp.core.report import Report
from gicapp.errors import GicError
from tests.core.checks.reports import CONSISTENT, FORM, found, with_values

STOCK = with_values(CONSISTENT, disclosure__normative_documents__in_force=10)
BROKEN = with_values(CONSISTENT, requests__granted__natural=70)


def _stock(report: Report) -> Finding:
    return found(report, "prior.in_force")[0]


def _accepted(report: Report) -> list[str]:
    return [dismissal.reason for _, dismissal in split(check(FORM, report), report)[1]]


def test_a_finding_accepted_with_a_reason_is_no_longer_open() -> None:
    report, _ = apply(STOCK, dismiss(_stock(STOCK), STOCK, " 修改了一件 "))
    standing, accepted = split(check(FORM, report), report)
    assert [finding.rule for finding, _ in accepted] == ["prior.in_force"]
    assert _accepted(report) == ["修改了一件"]
    assert "prior.in_force" not in {finding.rule for finding in standing}


def test_nothing_is_lost_between_open_and_accepted() -> None:
    report, _ = apply(STOCK, dismiss(_stock(STOCK), STOCK, "修改"))
    findings = check(FORM, report)
    standing, accepted = split(findings, report)
    assert {*standing, *(finding for finding, _ in accepted)} == set(findings)


@pytest.mark.parametrize("cell", ["in_force", "issued", "repealed"])
def test_the_acceptance_lapses_when_a_value_that_it_was_given_for_changes(cell: str) -> None:
    report, _ = apply(STOCK, dismiss(_stock(STOCK), STOCK, "修改"))
    report, _ = apply(report, [SetValue(f"disclosure.normative_documents.{cell}", 30)])
    assert _stock(report)
    assert _accepted(report) == []


def test_it_lapses_when_last_years_value_changes() -> None:
    report, _ = apply(STOCK, dismiss(_stock(STOCK), STOCK, "修改"))
    assert report.prior is not None
    prior, _ = apply(report.prior, [SetValue("disclosure.normative_documents.in_force", 3)])
    assert _accepted(replace(report, prior=prior)) == []


def test_it_survives_a_change_elsewhere_and_a_change_back() -> None:
    report, _ = apply(STOCK, dismiss(_stock(STOCK), STOCK, "修改"))
    changes = [SetValue("disclosure.licensing.decisions", 5)]
    assert _accepted(apply(report, changes)[0]) == ["修改"]
    changed, inverse = apply(report, [SetValue("disclosure.normative_documents.issued", 30)])
    assert _accepted(apply(changed, inverse)[0]) == ["修改"]


def test_a_second_reason_takes_the_place_of_the_first_and_can_be_taken_back() -> None:
    report, _ = apply(STOCK, dismiss(_stock(STOCK), STOCK, "一"))
    report, _ = apply(report, dismiss(_stock(report), report, "二"))
    assert _accepted(report) == ["二"]
    report, _ = apply(report, restore(_stock(report), report))
    assert report.dismissals == ()
    assert restore(_stock(report), report) == ()


def test_an_arithmetic_error_cannot_be_accepted() -> None:
    finding = found(BROKEN, "requests.row_total")[0]
    assert not is_dismissable(finding)
    with pytest.raises(GicError, match="不能用情况说明代替"):
        dismiss(finding, BROKEN, "就是这样")


def test_a_dismissal_smuggled_in_for_an_arithmetic_error_is_not_honoured() -> None:
    finding = found(BROKEN, "requests.row_total")[0]
    hint = Finding(finding.rule, Severity.HINT, 3, "", finding.cells, None, "76", "9")
    report, _ = apply(BROKEN, dismiss(hint, BROKEN, "就是这样"))
    assert found(report, "requests.row_total")[0] in split(check(FORM, report), report)[0]


def test_the_carry_over_is_an_error_that_reality_may_break() -> None:
    report = with_values(CONSISTENT, requests__carried_in__total=5)
    finding = found(report, "prior.carried_total")[0]
    assert finding.severity is Severity.ERROR
    assert is_dismissable(finding)


def test_a_reason_is_asked_for() -> None:
    with pytest.raises(GicError, match="情况说明"):
        dismiss(_stock(STOCK), STOCK, "  ")
