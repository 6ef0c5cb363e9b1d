"""What speaks where every sum balances: last year's report, a bound, the text."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from gicapp.core.causes import Cause, find_causes
from gicapp.core.change import apply
from gicapp.core.checks.catalogue import check
from gicapp.core.report import Report
from gicapp.form.values import Value
from tests.core.checks.reports import CONSISTENT, FORM, PRIOR, altered, filled, with_values

_COLUMNS = [column.id for column in FORM.table("requests").columns]


def _causes(report: Report) -> tuple[Cause, ...]:
    return find_causes(FORM, report, check(FORM, report))


def _after(report: Report) -> list[Report]:
    """Return what each cause makes of the report."""
    return [apply(report, cause.changes)[0] for cause in _causes(report)]


def _without_last_year(parts: dict[str, Value], text: str = "") -> Report:
    texts = MappingProxyType({"1": text} if text else {})
    return Report(year=2023, values=MappingProxyType(filled(parts)), narrative=texts)


def _one_row_too_low(report: Report) -> Report:
    """Return the report with all that was received entered as carried over, its own row 0."""
    low: dict[str, Value] = {f"requests.new.{column}": 0 for column in _COLUMNS}
    low |= {f"requests.carried_in.{c}": report.value(f"requests.new.{c}") for c in _COLUMNS}
    return altered(report, low)


_SOME_LEFT: dict[str, Value] = {
    "requests.new.natural": 9,
    "requests.new.commercial": 4,
    "requests.granted.natural": 7,
    "requests.granted.commercial": 4,
    "requests.carried_out.natural": 2,
}
_NONE_LEFT: dict[str, Value] = {
    "requests.new.natural": 9,
    "requests.granted.natural": 9,
}


def test_more_carried_on_than_received_tells_receipts_one_row_too_low() -> None:
    truth = _without_last_year(_SOME_LEFT)
    report = _one_row_too_low(truth)
    assert _after(report) == [truth]
    (cause,) = _causes(report)
    assert "requests.bound" in cause.clears
    assert cause.why == "“本年新收”和“上年结转”两行似错了一行，请对照上年的报告确定。"
    assert not cause.certain


def test_cells_left_blank_elsewhere_do_not_hide_that_receipts_stand_one_row_too_low() -> None:
    truth = _without_last_year(_SOME_LEFT)
    report = with_values(_one_row_too_low(truth), disclosure__licensing__decisions=None)
    whys = [cause.why for cause in _causes(report)]
    assert "“本年新收”和“上年结转”两行似错了一行，请对照上年的报告确定。" in whys


def test_the_text_tells_receipts_one_row_too_low() -> None:
    truth = _without_last_year(_NONE_LEFT, "本年新收政府信息公开申请9件，上年结转0件。")
    report = _one_row_too_low(truth)
    assert _after(report) == [truth]
    assert _causes(replace(report, narrative=MappingProxyType({}))) == ()


def test_the_text_does_not_tell_it_where_it_gives_another_figure() -> None:
    truth = _without_last_year(_NONE_LEFT, "本年新收政府信息公开申请8件，上年结转0件。")
    assert _causes(_one_row_too_low(truth)) == ()


def test_more_than_last_year_carried_over_may_have_been_received_this_year() -> None:
    report = with_values(
        CONSISTENT,
        requests__new__natural=10,
        requests__new__total=13,
        requests__carried_in__natural=3,
        requests__carried_in__total=3,
    )
    assert _after(report) == [CONSISTENT]
    assert _causes(report)[0].why.startswith(
        "有 2 件申请似应计入 自然人·本年新收，而不是 自然人·上年结转，改后与上年的报告一致"
    )


def test_what_last_year_carried_over_may_have_been_counted_as_received() -> None:
    report = with_values(
        CONSISTENT,
        requests__new__natural=13,
        requests__new__total=16,
        requests__carried_in__natural=0,
        requests__carried_in__total=0,
    )
    assert _after(report) == [CONSISTENT]


def test_a_column_that_carries_on_more_than_it_received_may_stand_one_row_too_low() -> None:
    truth = _without_last_year(_SOME_LEFT)
    report = with_values(
        truth,
        requests__new__natural=0,
        requests__new__total=4,
        requests__carried_in__natural=9,
        requests__carried_in__total=9,
    )
    assert _after(report) == [truth]
    assert "请对照上年的报告确定" in _causes(report)[0].why


def test_last_year_speaks_against_a_column_one_row_too_low() -> None:
    carried: dict[str, Value] = {"requests.new.natural": 9, "requests.carried_out.natural": 9}
    report = with_values(
        _without_last_year(_SOME_LEFT),
        requests__new__natural=0,
        requests__new__total=4,
        requests__carried_in__natural=9,
        requests__carried_in__total=9,
    )
    last_year = Report(year=2022, values=MappingProxyType(filled(carried)))
    assert _causes(replace(report, prior=last_year)) == ()


def test_carry_overs_that_differ_both_ways_are_no_figures_in_the_wrong_row() -> None:
    report = with_values(
        CONSISTENT,
        requests__new__natural=13,
        requests__new__commercial=1,
        requests__new__total=14,
        requests__carried_in__natural=0,
        requests__carried_in__commercial=2,
        requests__carried_in__total=2,
    )
    assert any(finding.rule == "prior.carried_total" for finding in check(FORM, report))
    assert _causes(report) == ()


def _misfiled(prior: dict[str, Value] | None) -> Report:
    """Return a report with an application in a wrong column of 予以公开 or of 部分公开."""
    parts: dict[str, Value] = {
        "requests.new.natural": 9,
        "requests.new.commercial": 1,
        "requests.granted.natural": 4,
        "requests.granted.commercial": 1,
        "requests.partial.natural": 4,
        "requests.partial.commercial": 1,
    }
    report = _without_last_year(parts)
    if prior is None:
        return report
    return replace(report, prior=Report(year=2022, values=MappingProxyType(filled(prior))))


def _order(report: Report) -> list[str]:
    """Return the results in the order in which they are named."""
    names = {"予以公开": "granted", "部分公开": "partial"}
    whys = [cause.why for cause in _causes(report)]
    return [row for why in whys for name, row in names.items() if f"·{name}，" in why]


@pytest.mark.parametrize(("usual", "odd"), [("granted", "partial"), ("partial", "granted")])
def test_what_a_cell_held_last_year_tells_where_an_application_was_misfiled(
    usual: str, odd: str
) -> None:
    prior: dict[str, Value] = {
        "requests.new.natural": 6,
        "requests.new.commercial": 3,
        f"requests.{usual}.natural": 3,
        f"requests.{usual}.commercial": 3,
        f"requests.{odd}.natural": 3,
    }
    report = _misfiled(prior)
    assert _order(report)[:2] == [odd, usual]
    whys = [cause.why for cause in _causes(report)]
    assert ["（上年前者有、后者没有）" in why for why in whys if "·本年新收" not in why] == [
        True,
        False,
    ]


def test_without_last_year_nothing_is_said_of_it() -> None:
    assert not any("上年前者" in cause.why for cause in _causes(_misfiled(None)))


def test_of_many_places_a_lone_figure_in_the_smallest_row_is_named_first() -> None:
    """As one reads a column down: the fewer its row holds, the less one expects an organisation.

    Of nine published tables, figures of rows that hold many are seldom the ones in a wrong column.
    """
    rows = {"partial": 300, "granted": 900, "refused.state_secret": 200}
    parts: dict[str, Value] = {"requests.new.natural": 1401, "requests.new.commercial": 2}
    for row, count in rows.items():
        parts |= {f"requests.{row}.natural": count, f"requests.{row}.commercial": 1}
    whys = [cause.why for cause in _causes(_without_last_year(parts))]
    named = [
        name
        for why in whys
        for name in ("予以公开", "部分公开", "属于国家秘密")
        if f"·{name}，" in why
    ]
    assert named == ["属于国家秘密", "部分公开", "予以公开"]


def test_a_figure_that_the_text_confirms_is_the_last_to_be_doubted() -> None:
    report = _misfiled(None)
    assert "·本年新收" in _causes(report)[0].why
    text = "本年收到政府信息公开申请10件，其中自然人9件，法人或其他组织1件。"
    told = replace(report, narrative=MappingProxyType({"1": text}))
    assert "text.figure" not in {finding.rule for finding in check(FORM, told)}
    *others, last = _causes(told)
    assert others
    assert not any("·本年新收" in cause.why for cause in others)
    assert "；正文写的是改前的数字" in last.why


def test_a_figure_that_the_text_contradicts_is_the_first_to_be_doubted() -> None:
    text = "本年收到政府信息公开申请10件，其中自然人8件，法人或其他组织2件。"
    told = replace(_misfiled(None), narrative=MappingProxyType({"1": text}))
    first, *_ = _causes(told)
    assert "·本年新收" in first.why
    assert "；改后与正文一致" in first.why


def test_a_row_carried_over_as_last_year_says_is_not_doubted() -> None:
    assert PRIOR.value("requests.carried_out.natural") == 1
    report = with_values(CONSISTENT, requests__new__natural=11, requests__new__commercial=4)
    assert not any("·上年结转" in cause.why for cause in _causes(report))
