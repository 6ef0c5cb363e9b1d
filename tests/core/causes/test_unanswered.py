from gicapp.core.causes import find_causes, find_unanswered
from gicapp.core.report import Report
from gicapp.form.values import Value
from tests.core.checks.reports import CONSISTENT, FORM, altered, check_tables, with_values

ZEROS: dict[str, Value] = {cell.id: 0 for cell in FORM.table("requests").cells}
RECEIVED = with_values(altered(CONSISTENT, ZEROS), requests__new__natural=5, requests__new__total=5)


def _told(report: Report) -> str:
    left = find_unanswered(FORM, report, check_tables(report))
    return "" if left is None else left.message


def test_applications_without_any_result_are_work_that_is_left() -> None:
    assert _told(RECEIVED).startswith(
        "本年新收和上年结转共 5 件申请，还有 5 件没有填办理结果。接着按结果填第三项各行；"
    )
    left = find_unanswered(FORM, RECEIVED, check_tables(RECEIVED))
    assert left is not None
    assert (left.section, left.cells) == (3, ("requests.granted.natural",))


def test_while_results_are_left_to_fill_no_cause_is_certain() -> None:
    causes = find_causes(FORM, RECEIVED, check_tables(RECEIVED))
    assert causes
    assert not any(cause.certain for cause in causes)


def test_a_few_results_of_many_are_named() -> None:
    report = with_values(
        RECEIVED,
        requests__granted__natural=2,
        requests__granted__total=2,
        requests__handled__natural=2,
        requests__handled__total=2,
    )
    assert "共 5 件申请，只有 2 件填了结果，还有 3 件没有填办理结果。" in _told(report)


def test_a_report_that_balances_is_answered() -> None:
    assert _told(CONSISTENT) == ""
    assert _told(altered(CONSISTENT, ZEROS)) == ""


def test_where_most_results_are_filled_in_what_lacks_is_a_slip() -> None:
    assert _told(with_values(CONSISTENT, requests__new__natural=13)) == ""


def test_results_without_their_totals_are_a_slip() -> None:
    totals: dict[str, Value] = {
        cell.id: 0 for cell in FORM.table("requests").cells if cell.row.id == "handled"
    }
    assert _told(altered(CONSISTENT, totals)) == ""


def test_a_column_with_a_result_too_many_speaks_of_a_slip() -> None:
    report = with_values(
        RECEIVED, requests__carried_out__commercial=1, requests__carried_out__total=1
    )
    assert _told(report) == ""
