"""Every item of domain.md §6 with a report that fails it and a neighbour that does not."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from gicapp.core.causes import find_causes
from gicapp.core.change import SetValue, apply
from gicapp.core.checks.catalogue import RULES, check
from gicapp.core.checks.manual import WITHOUT_RULE
from tests.core.checks.examples import Example, case_of
from tests.core.checks.items_of_sections import ITEMS as OF_SECTIONS
from tests.core.checks.items_of_tables import ITEMS as OF_TABLES
from tests.core.checks.items_of_text import ITEMS as OF_TEXT
from tests.core.checks.reports import CONSISTENT, FORM, with_values

ITEMS = (*OF_TABLES, *OF_TEXT, *OF_SECTIONS)
# the sections of domain.md §6, each with the number of its last item
CATALOGUE = {"T3": 10, "T4": 5, "T2": 8, "X": 8, "N": 15, "Y": 8, "S": 19, "P": 3}
IDS = {f"{kind}-{n:02}" for kind, last in CATALOGUE.items() for n in range(1, last + 1)}
BY_CAUSE = {"T3-09"}  # what finds the cause of the errors of other items
NAMES = [f"{example.item} {example.says[:12]}" for example in ITEMS]


@pytest.mark.parametrize("example", ITEMS, ids=NAMES)
def test_an_item_is_found_where_it_stands_and_says_so(example: Example) -> None:
    case = case_of(example.failing)
    told = [f for f in case.found(example.rule) if example.says in f.message]
    assert len(told) == 1, [f.message for f in case.found(example.rule)]
    (finding,) = told
    assert finding.severity is example.severity
    assert finding.cells == tuple(example.cells.split())
    start, end = finding.span or (0, 0)
    assert case.report.text(str(finding.section))[start:end] == example.span


@pytest.mark.parametrize("example", ITEMS, ids=NAMES)
def test_its_neighbour_passes(example: Example) -> None:
    assert [f.message for f in case_of(example.passing).found(example.rule)] == []


def test_every_item_of_the_catalogue_has_a_rule_or_is_seen_to_elsewhere() -> None:
    declared = {item for rule in RULES for item in rule.ids}
    assert declared | set(WITHOUT_RULE) == IDS
    assert not declared & set(WITHOUT_RULE)


def test_every_item_with_a_rule_has_its_examples_under_that_rule() -> None:
    declared = {(item, rule.name) for rule in RULES for item in rule.ids}
    shown = {(example.item, example.rule) for example in ITEMS}
    assert {pair for pair in declared if pair[0] not in BY_CAUSE} <= shown
    assert {item for item, _ in shown} <= IDS


def test_an_application_in_the_wrong_column_is_named_as_the_cause() -> None:
    """T3-09: one column fails by what another has too much."""
    moved = with_values(
        CONSISTENT,
        requests__granted__natural=6,
        requests__handled__natural=10,
        requests__granted__commercial=3,
        requests__handled__commercial=4,
    )
    findings = check(FORM, moved)
    assert sorted(f.cells[0].split(".")[-1] for f in findings if f.rule == "requests.balance") == [
        "commercial",
        "natural",
    ]
    causes = find_causes(FORM, moved, findings)
    mended = [apply(moved, cause.changes)[0] for cause in causes]
    assert CONSISTENT in mended


def test_a_row_total_that_misses_one_cell_names_that_cell() -> None:
    """T3-09: when a row total fails by one cell, the cell is named."""
    wrong = with_values(CONSISTENT, requests__granted__natural=8)
    (cause, *_) = find_causes(FORM, wrong, check(FORM, wrong))
    assert cause.changes == (SetValue("requests.granted.natural", 7),)


def test_charges_in_table_two_ask_for_no_fee_in_section_six() -> None:
    """S-13: the amount of table two is that of all charges."""
    charged = next(e for e in ITEMS if e.item == "S-11").passing
    for text, told in (("无", 1), ("2023年度未收取信息处理费。", 0)):
        report = replace(case_of(charged).report, narrative=MappingProxyType({"6": text}))
        findings = [f for f in check(FORM, report) if f.rule == "structure.fee"]
        assert len(findings) == told  # of 无 only that it is silent on the fee
        assert not any("表格" in finding.message for finding in findings)


def test_an_amount_is_kept_without_unit_and_separators() -> None:
    """T2-02: a unit never gets into the cell, and separators go when typed."""
    kind = FORM.cells["disclosure.fees.amount"].kind
    for typed in ("380元", "0.038万元"):
        with pytest.raises(ValueError, match="不是数字"):
            kind.parse(typed)
    assert kind.format(kind.parse("1,234.5")) == "1234.5"
