from dataclasses import replace
from types import MappingProxyType

from hypothesis import given, settings

from gicapp.core.checks.catalogue import RULES, check, check_tables
from gicapp.core.finding import Severity
from gicapp.core.report import Level, Report, Unit
from tests.core.checks.reports import CONSISTENT, FORM
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


@settings(max_examples=60, deadline=None)
@given(REPORTS)
def test_the_tables_are_checked_the_same_alone(report: Report) -> None:
    rules = {finding.rule for finding in check_tables(FORM, report)}
    both = [finding for finding in check(FORM, report) if finding.rule in rules]
    assert set(check_tables(FORM, report)) == set(both)


@settings(max_examples=60, deadline=None)
@given(REPORTS)
def test_what_is_remembered_of_the_figures_is_what_is_found_anew(report: Report) -> None:
    others = (
        replace(report, year=2022),
        replace(report, prior=None),
        replace(report, unit=Unit("某县人民政府", Level.GOVERNMENT, rule_making=True)),
        replace(report, values=MappingProxyType({**report.values, "requests.new.total": 7})),
        replace(report, narrative=MappingProxyType({"1": "全年未收到申请。"})),
    )
    for other in (report, *others):
        fresh = replace(other, values=MappingProxyType(dict(other.values)))
        assert check(FORM, other) == check(FORM, fresh)


def test_the_check_leaves_the_report_as_it_is() -> None:
    before = dict(CONSISTENT.values)
    check(FORM, CONSISTENT)
    assert dict(CONSISTENT.values) == before
