from decimal import Decimal

import pytest

from gicapp.core.change import apply
from gicapp.core.finding import Severity
from gicapp.core.report import Report
from gicapp.core.totals import fill_blanks_with_zero
from gicapp.form.values import BLANK, NOT_APPLICABLE, Value
from tests.core.checks.reports import CONSISTENT, FORM, altered, check_tables, found, with_values

GRANTED = [cell.id for cell in FORM.table("requests").cells if cell.row.id == "granted"]
TOTALS = [cell.id for cell in FORM.table("requests").cells if cell.column.id == "total"]
HANDLED = [cell.id for cell in FORM.table("requests").cells if cell.row.id == "handled"]


@pytest.mark.parametrize("value", [-1, Decimal("1.5"), 10**16])
def test_a_count_is_a_whole_number_from_0_on(value: Value) -> None:
    findings = found(with_values(CONSISTENT, requests__new__natural=value), "value.kind")
    assert [finding.cells for finding in findings] == [("requests.new.natural",)]
    assert findings[0].severity is Severity.ERROR


def test_a_whole_decimal_and_a_fee_with_six_decimals_are_right() -> None:
    report = with_values(
        CONSISTENT,
        requests__new__natural=Decimal("12.0"),
        disclosure__fees__amount=Decimal("0.038001"),
    )
    assert not found(report, "value.kind")


def test_a_fee_with_seven_decimals_is_wrong() -> None:
    report = with_values(CONSISTENT, disclosure__fees__amount=Decimal("0.0380012"))
    assert "小数过多" in found(report, "value.kind")[0].message


def test_one_blank_cell_is_named_by_row_and_column() -> None:
    report = with_values(CONSISTENT, requests__granted__research=BLANK)
    findings = found(report, "value.blank")
    assert [finding.message for finding in findings] == [
        "“予以公开×科研机构”为空。没有数据请填0，确认后继续。"
    ]
    assert findings[0].severity is Severity.ERROR


def test_several_blanks_of_a_row_are_one_finding_with_all_their_cells() -> None:
    report = altered(CONSISTENT, dict.fromkeys(GRANTED[:3], BLANK))
    findings = found(report, "value.blank")
    assert [finding.cells for finding in findings] == [tuple(GRANTED[:3])]


def test_a_table_more_than_half_blank_is_one_finding() -> None:
    findings = found(Report(), "value.blank")
    assert [len(finding.cells) for finding in findings] == [10, 175, 15]
    assert [finding.section for finding in findings] == [2, 3, 4]


def test_a_blank_total_names_the_sum_of_its_parts_and_can_be_filled() -> None:
    report = with_values(CONSISTENT, requests__granted__total=BLANK)
    finding = found(report, "value.blank")[0]
    assert finding.message == "“予以公开×总计”为空，各分项之和为9，应填9。"
    assert apply(report, finding.fix)[0] == CONSISTENT


@pytest.mark.parametrize("line", [TOTALS, HANDLED])
def test_a_line_of_blank_totals_is_one_finding_that_fills_all_of_them(line: list[str]) -> None:
    report = altered(CONSISTENT, dict.fromkeys(line, BLANK))
    findings = found(report, "value.blank")
    assert [set(finding.cells) for finding in findings] == [set(line)]
    assert check_tables(apply(report, findings[0].fix)[0]) == ()


def test_a_blank_total_over_a_blank_part_has_no_fix() -> None:
    report = with_values(
        CONSISTENT, requests__granted__total=BLANK, requests__granted__natural=BLANK
    )
    assert [finding.fix for finding in found(report, "value.blank")] == [()]


def test_a_slash_is_met_in_the_row_of_regulations_and_is_a_warning_there() -> None:
    report = with_values(CONSISTENT, disclosure__regulations__issued=NOT_APPLICABLE)
    finding = found(report, "value.blank")[0]
    assert (finding.severity, finding.actual) == (Severity.WARNING, "/")


def test_a_slash_elsewhere_is_an_error() -> None:
    report = with_values(CONSISTENT, requests__new__research=NOT_APPLICABLE)
    assert found(report, "value.blank")[0].severity is Severity.ERROR


def test_0_is_neither_blank_nor_wrong() -> None:
    report = Report()
    for section in (2, 3, 4):
        report, _ = apply(report, fill_blanks_with_zero(FORM, report, section))
    assert not found(report, "value.blank")
    assert not found(report, "value.kind")
