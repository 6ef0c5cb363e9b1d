from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType

from hypothesis import given, settings

from gicapp.core.causes import Cause, find_causes
from gicapp.core.change import Change, SetValue, apply
from gicapp.core.finding import Finding, Severity
from gicapp.core.report import Report
from gicapp.form.values import BLANK, Value
from tests.core.checks.reports import CONSISTENT, FORM, altered, check_tables, filled, with_values
from tests.strategies import REPORTS

_SUMS = {total.rule for total in FORM.totals} | {balance.rule for balance in FORM.balances}


def _causes(report: Report) -> tuple[Cause, ...]:
    return find_causes(FORM, report, check_tables(report))


def _whys(report: Report) -> list[str]:
    return [cause.why for cause in _causes(report)]


def test_a_report_that_balances_has_no_cause() -> None:
    assert _causes(CONSISTENT) == ()


def test_a_swapped_figure_is_explained_in_one_sentence() -> None:
    causes = _causes(with_values(CONSISTENT, requests__new__natural=21))
    assert [cause.why for cause in causes] == [
        "自然人·本年新收 填 21 似为 12（两位数字颠倒）：改后 2 条勾稽全部平衡。"
    ]
    assert causes[0].changes == (SetValue("requests.new.natural", 12),)
    assert causes[0].certain
    assert set(causes[0].clears) == {"requests.balance", "requests.row_total"}


def test_two_slips_are_one_cause_and_each_by_itself_another() -> None:
    report = with_values(CONSISTENT, requests__new__natural=21, requests__granted__commercial=20)
    whole, *parts = _causes(report)
    mends: set[Change] = {
        SetValue("requests.new.natural", 12),
        SetValue("requests.granted.commercial", 2),
    }
    assert set(whole.changes) == mends
    assert {change for cause in parts for change in cause.changes} == mends
    assert "还有 2 条不平" in parts[0].why


def test_slips_in_two_tables_are_found_together() -> None:
    report = with_values(CONSISTENT, requests__granted__natural=70, disputes__review__total=0)
    assert apply(report, _causes(report)[0].changes)[0] == CONSISTENT


def test_a_column_of_totals_left_0_is_one_cause_with_many_changes() -> None:
    totals = [cell.id for cell in FORM.table("requests").cells if cell.column.id == "total"]
    report = altered(CONSISTENT, dict.fromkeys(totals, 0))
    causes = _causes(report)
    assert apply(report, causes[0].changes)[0] == CONSISTENT
    assert causes[0].why.startswith("“总计”一列全部填了 0，应为各分项之和")


def test_totals_offered_by_themselves_are_the_sums_of_what_stands_there() -> None:
    """A column of totals left 0 beside a figure that its row of totals contradicts."""
    totals = [cell.id for cell in FORM.table("requests").cells if cell.column.id == "total"]
    held = CONSISTENT.values["requests.unavailable.not_held.natural"]
    assert isinstance(held, int)
    slip = {"requests.unavailable.not_held.natural": held + 1}
    report = altered(CONSISTENT, {**dict.fromkeys(totals, 0), **slip})
    for cause in _causes(report):
        after = apply(report, cause.changes)[0]
        for change in cause.changes:
            if isinstance(change, SetValue) and change.cell in totals:
                row = change.cell.removesuffix(".total")
                parts = [c for c in FORM.cells if c.startswith(f"{row}.") and c != change.cell]
                assert after.value(change.cell) == sum(int(str(after.value(c))) for c in parts)


def test_a_row_that_books_everybody_under_one_column_is_told() -> None:
    report = with_values(CONSISTENT, requests__handled__natural=14, requests__handled__commercial=0)
    causes = _causes(report)
    assert apply(report, causes[0].changes)[0] == CONSISTENT
    assert "把各类申请人的件数都记在了一列" in causes[0].why


def test_an_application_booked_twice_is_told() -> None:
    report = with_values(
        CONSISTENT, requests__carried_out__natural=3, requests__carried_out__total=3
    )
    causes = _causes(report)
    assert apply(report, causes[0].changes)[0] == CONSISTENT
    assert "已计入办理结果的申请又结转下年" in causes[0].why


def test_an_application_that_changed_its_column_names_both_places() -> None:
    report = with_values(CONSISTENT, requests__new__natural=11, requests__new__commercial=4)
    why = _whys(report)[0]
    assert why.startswith("有 1 件申请似应计入 自然人·本年新收，而不是 商业企业·本年新收")


def test_two_explanations_alike_are_both_shown_and_said_to_be_alike() -> None:
    report = with_values(CONSISTENT, disputes__review__upheld=3)
    causes = _causes(report)
    assert not causes[0].certain
    told = [cause for cause in causes if "同样说得通" in cause.why]
    assert len(told) > 1


def test_a_blank_cell_is_filled_with_what_the_sums_leave_for_it() -> None:
    causes = _causes(with_values(CONSISTENT, requests__granted__natural=BLANK))
    assert [cause.why for cause in causes] == ["自然人·予以公开 为空，按勾稽关系应为 7。"]


def test_a_blank_and_a_slip_are_both_found() -> None:
    report = with_values(
        CONSISTENT, requests__granted__natural=BLANK, requests__handled__natural=17
    )
    first, both = _causes(report)
    assert first.changes == (SetValue("requests.handled.natural", 11),)
    assert apply(report, both.changes)[0] == CONSISTENT


def test_a_slip_among_blanks_left_for_0_is_found() -> None:
    zeros: dict[str, Value] = {
        cell: BLANK
        for cell, value in CONSISTENT.values.items()
        if value == 0 and not FORM.cells[cell].derived
    }
    report = altered(CONSISTENT, {**zeros, "requests.granted.natural": 70})
    assert SetValue("requests.granted.natural", 7) in _causes(report)[0].changes


def test_blanks_left_for_0_are_filled_with_0() -> None:
    zeros: dict[str, Value] = {
        cell: BLANK
        for cell, value in CONSISTENT.values.items()
        if value == 0 and cell.startswith("requests.granted")
    }
    report = altered(CONSISTENT, zeros)
    assert apply(report, _causes(report)[0].changes)[0] == CONSISTENT
    assert "都应为 0" in _whys(report)[0]


def test_a_blank_that_the_sums_contradict_each_other_on_is_left_blank() -> None:
    report = with_values(
        CONSISTENT,
        requests__granted__natural=BLANK,
        requests__granted__total=10,
        requests__handled__total=15,
        requests__new__total=16,
    )
    for cause in _causes(report):
        assert (
            SetValue("requests.granted.natural", 7) not in cause.changes or len(cause.changes) > 1
        )


def test_received_and_carried_over_in_each_others_row_show_only_beside_last_year() -> None:
    rows = ("new", "carried_in")
    swapped: dict[str, Value] = {
        f"requests.{row}.{column.id}": CONSISTENT.value(f"requests.{other}.{column.id}")
        for row, other in (rows, rows[::-1])
        for column in FORM.table("requests").columns
    }
    report = altered(CONSISTENT, swapped)
    assert apply(report, _causes(report)[0].changes)[0] == CONSISTENT
    assert _causes(replace(report, prior=None)) == ()


def test_receipts_left_blank_beside_a_filled_row_may_stand_one_row_too_low() -> None:
    row = [f"requests.{{}}.{column.id}" for column in FORM.table("requests").columns]
    shifted: dict[str, Value] = {cell.format("new"): BLANK for cell in row}
    for cell in row:
        shifted[cell.format("carried_in")] = CONSISTENT.value(cell.format("new"))
        shifted[cell.format("carried_out")] = 0
        shifted[cell.format("handled")] = CONSISTENT.value(cell.format("new"))
    report = altered(replace(CONSISTENT, prior=None), shifted)
    cause = next(cause for cause in _causes(report) if "错了一行" in cause.why)
    after, _ = apply(report, cause.changes)
    assert after.value("requests.new.total") == CONSISTENT.value("requests.new.total")
    assert after.value("requests.carried_in.total") == 0


def test_a_row_of_last_years_figures_is_told() -> None:
    prior = with_values(CONSISTENT, requests__granted__natural=5, requests__granted__total=7)
    report = with_values(
        replace(CONSISTENT, prior=prior), requests__granted__natural=5, requests__granted__total=7
    )
    assert any("疑为上年的数据没有更新" in why for why in _whys(report))


def test_of_rows_left_at_0_the_one_that_most_reports_fill_is_named_first() -> None:
    parts: dict[str, Value] = {
        "requests.new.natural": 5,
        "requests.new.commercial": 4,
        "requests.granted.natural": 3,
        "requests.partial.commercial": 2,
        "requests.unavailable.not_held.natural": 2,
        "requests.unavailable.not_held.commercial": 2,
    }
    whole = replace(CONSISTENT, values=MappingProxyType(filled(parts)), prior=None)
    row = [c.id for c in FORM.table("requests").cells if c.row.id == "unavailable.not_held"]
    causes = _causes(altered(whole, dict.fromkeys(row, 0)))
    assert apply(altered(whole, dict.fromkeys(row, 0)), causes[0].changes)[0] == whole


def test_of_rows_left_at_0_the_commoner_are_named_before_the_rarer() -> None:
    rows = FORM.table("requests").rows
    parts: dict[str, Value] = {f"requests.{row.id}.natural": 2 for row in rows if row.usual == 2}
    parts |= {"requests.not_processed.repeated.natural": 3}
    parts |= {"requests.new.natural": sum(n for n in parts.values() if isinstance(n, int))}
    whole = replace(CONSISTENT, values=MappingProxyType(filled(parts)), prior=None)
    row = [c.id for c in FORM.table("requests").cells if c.row.id == "not_processed.repeated"]
    whys = _whys(altered(whole, dict.fromkeys(row, 0)))
    named = [row.usual for why in whys for row in rows if f"“{row.name}”一行似漏填" in why]
    assert named
    assert set(named) == {1}


def test_what_the_text_says_of_a_cell_decides_between_two_explanations() -> None:
    report = with_values(CONSISTENT, disputes__review__upheld=4)
    findings = check_tables(report)
    for cell, said in (("disputes.review.total", "5"), ("disputes.review.upheld", "2")):
        spoken = Finding("text.figure", Severity.WARNING, 1, "", (cell,), None, "", said)
        causes = find_causes(FORM, report, (*findings, spoken))
        assert causes[0].changes == (SetValue(cell, int(said)),)


@settings(max_examples=80, deadline=None)
@given(REPORTS)
def test_it_never_raises_and_never_makes_things_worse(report: Report) -> None:
    findings = check_tables(report)
    for cause in find_causes(FORM, report, findings):
        after = check_tables(apply(report, cause.changes)[0])
        assert _count(after, Severity.ERROR) < _count(findings, Severity.ERROR) or (
            _SUMS.isdisjoint(finding.rule for finding in findings)
            and _count(after, Severity.ERROR) == _count(findings, Severity.ERROR)
            and _count(after, Severity.WARNING) < _count(findings, Severity.WARNING)
        )
        assert cause.why.endswith("。")
        assert cause.clears


def _count(findings: Iterable[Finding], severity: Severity) -> int:
    return sum(finding.severity is severity for finding in findings)
