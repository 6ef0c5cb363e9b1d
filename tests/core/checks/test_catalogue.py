from dataclasses import replace
from types import MappingProxyType

from hypothesis import given, settings

from gicapp.core.checks.catalogue import RULES, TABLE_RULES, check
from gicapp.core.finding import Severity
from gicapp.core.report import Level, Report, Unit
from tests.core.checks.reports import CONSISTENT, FORM, check_tables, with_values
from tests.strategies import REPORTS


def test_a_rule_is_listed_once() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))


def test_every_rule_says_what_it_states_and_where_that_stands() -> None:
    for rule in RULES:
        assert rule.ids, rule.name
        assert rule.states.endswith("。"), rule.name
        assert rule.source, rule.name


@settings(max_examples=60, deadline=None)
@given(REPORTS)
def test_the_check_never_raises_and_says_the_same_of_the_same_report(report: Report) -> None:
    assert check(FORM, report) == check(FORM, report)


@settings(max_examples=60, deadline=None)
@given(REPORTS)
def test_findings_come_by_section_and_within_it_by_severity(report: Report) -> None:
    order = list(Severity)
    keys = [(f.section, order.index(f.severity)) for f in check(FORM, report)]
    assert keys == sorted(keys)


@settings(max_examples=60, deadline=None)
@given(REPORTS)
def test_a_finding_is_of_a_listed_rule_and_names_cells_of_the_form(report: Report) -> None:
    names = {rule.name for rule in RULES}
    for finding in check(FORM, report):
        assert finding.rule in names
        assert set(finding.cells) <= set(FORM.cells)
        assert finding.message.rstrip("”").endswith(("。", "？")), finding.message


def test_the_same_figures_are_checked_anew_beside_another_prior_report_and_for_another_unit() -> (
    None
):
    report = with_values(
        CONSISTENT, requests__carried_in__total=99, disclosure__regulations__issued=2
    )
    assert {"prior.carried_total", "disclosure.power"} <= _rules(report)
    assert "prior.carried_total" not in _rules(replace(report, prior=None))
    city = Unit("某市人民政府", Level.GOVERNMENT, rule_making=True)
    assert "disclosure.power" not in _rules(replace(report, unit=city))
    assert {"prior.carried_total", "disclosure.power"} <= _rules(report)


def test_a_rule_of_the_figures_minds_no_text() -> None:
    for report in (CONSISTENT, with_values(CONSISTENT, requests__new__total=0)):
        told = replace(report, narrative=MappingProxyType({"1": "全年未收到申请。"}))
        texts = {rule.name for rule in TABLE_RULES if rule.reads_text}
        found = [[f for f in check_tables(r) if f.rule not in texts] for r in (report, told)]
        assert found[0] == found[1]


def _rules(report: Report) -> set[str]:
    return {finding.rule for finding in check(FORM, report)}


def test_the_check_leaves_the_report_as_it_is() -> None:
    before = dict(CONSISTENT.values)
    check(FORM, CONSISTENT)
    assert dict(CONSISTENT.values) == before
