import pytest

from gicapp.core.checks.arithmetic import RULES
from gicapp.core.finding import Severity
from gicapp.core.report import Report
from gicapp.form.values import BLANK, NOT_APPLICABLE, is_number
from tests.core.checks.reports import CONSISTENT, FORM, altered, check_tables, found, with_values

NAMES = {rule.name for rule in RULES}
SUMMED = sorted(cell.id for cell in FORM.cells.values() if cell.table != "disclosure")


def _arithmetic(report: Report) -> set[str]:
    return {finding.rule for finding in check_tables(report)} & NAMES


def test_a_consistent_report_has_no_finding_in_its_tables() -> None:
    assert check_tables(CONSISTENT) == ()


def test_there_are_42_cross_foots() -> None:
    assert len(FORM.totals) + len(FORM.balances) == 42


@pytest.mark.parametrize("by", [1, 100])
@pytest.mark.parametrize("cell", SUMMED)
def test_bumping_any_one_cell_of_tables_three_and_four_gives_a_finding(cell: str, by: int) -> None:
    value = CONSISTENT.value(cell)
    assert is_number(value)
    assert _arithmetic(altered(CONSISTENT, {cell: value + by}))


def test_an_unbalanced_column_says_both_sums_and_their_difference() -> None:
    finding = found(with_values(CONSISTENT, requests__new__natural=21), "requests.balance")[0]
    assert finding.message == (
        "第三部分表格“自然人”列勾稽不平：第一项21＋第二项1＝22，第三项11＋第四项2＝13，"
        "相差9件。请核对本列的新收、结转和办理结果。"
    )
    assert (finding.severity, finding.section) == (Severity.ERROR, 3)
    assert (finding.expected, finding.actual) == ("22", "13")


def test_a_wrong_result_total_names_its_column() -> None:
    finding = found(with_values(CONSISTENT, requests__granted__natural=9), "requests.handled_total")
    assert finding[0].message.startswith("“自然人”列（七）总计为11，各分项之和为13，相差2件。")


def test_a_wrong_row_total_names_its_row() -> None:
    finding = found(with_values(CONSISTENT, requests__granted__total=8), "requests.row_total")[0]
    assert finding.message.startswith("“予以公开”行总计为8，六类申请人之和为9，相差1件。")
    assert (finding.expected, finding.actual) == ("9", "8")


def test_the_total_is_the_first_of_the_cells_then_come_its_parts() -> None:
    finding = found(with_values(CONSISTENT, disputes__review__total=4), "disputes.total")[0]
    parts = [f"disputes.review.{column}" for column in ("upheld", "corrected", "other", "pending")]
    assert finding.cells == ("disputes.review.total", *parts)
    assert finding.message.startswith("第四部分“行政复议”总计为4，四项结果之和为3，相差1件。")


@pytest.mark.parametrize("nothing", [BLANK, NOT_APPLICABLE])
def test_a_sum_over_a_cell_without_a_number_is_not_assessed(nothing: None) -> None:
    assert not _arithmetic(with_values(CONSISTENT, requests__granted__natural=nothing))


def test_a_blank_part_is_no_excuse_where_the_others_are_too_much_already() -> None:
    report = with_values(CONSISTENT, requests__granted__natural=BLANK, requests__granted__total=1)
    finding = found(report, "requests.row_total")[0]
    assert "有1格未填，已填的数已多出1件，怎样填都不能相等" in finding.message


def test_a_blank_that_could_still_make_up_the_difference_is_no_finding() -> None:
    report = with_values(CONSISTENT, requests__granted__natural=BLANK, requests__granted__total=99)
    assert not found(report, "requests.row_total")


def test_blanks_on_both_sides_of_a_balance_leave_it_open() -> None:
    report = with_values(
        CONSISTENT, requests__new__natural=BLANK, requests__carried_out__natural=BLANK
    )
    assert not found(report, "requests.balance")
