"""The rules of the tables beyond values and sums: each with what it finds and what it passes."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType

import pytest

from gicapp.core.change import SetValue
from gicapp.core.checks.catalogue import check
from gicapp.core.finding import Severity
from gicapp.core.reading import Reading
from gicapp.core.report import Level, Report, Unit
from gicapp.form.values import BLANK, Value
from tests.core.checks.reports import (
    CONSISTENT,
    FORM,
    PRIOR,
    altered,
    filled,
    found,
    with_values,
)

ZERO = Report(year=2023, values=MappingProxyType(filled({})))


def _with_prior(**values: Value) -> Report:
    return replace(CONSISTENT, prior=with_values(PRIOR, **values))


def _saying(text: str, report: Report = CONSISTENT) -> Report:
    return replace(report, narrative=MappingProxyType({"1": text}))


def test_what_is_carried_on_was_received_this_year() -> None:
    parts: dict[str, Value] = {
        "requests.carried_in.natural": 2,
        "requests.carried_out.natural": 2,
    }
    report = Report(year=2023, values=MappingProxyType(filled(parts)))
    findings = found(report, "requests.bound")
    assert [(f.cells[0], f.severity) for f in findings] == [
        ("requests.carried_out.natural", Severity.WARNING)
    ]
    assert not found(CONSISTENT, "requests.bound")


def test_a_table_of_nothing_but_0_asks_whether_none_was_received() -> None:
    assert found(ZERO, "requests.all_zero")
    assert not found(_saying("本年度未收到政府信息公开申请。", ZERO), "requests.all_zero")
    for text in (
        "未收到公民、法人或其他组织以任何方式提出的信息公开申请。",
        "收到依申请需要公开的信息0条。",
        "依申请公开零报告。",
        "我镇没有接到村民主动要求公开信息的申请。",
        "2023年度，无依申请公开信息。",
        "未出现依申请公开信息和不予公开信息的情况。",
        "主动公开信息36条，依申请公开信息0条。",
        "全年尚无人向我局提出申请。",
        "（二）依申请公开情况\n本年度没有发生。",
        "申请办理情况：无。",
        "本中心没有对外管理的职责，暂不接受依申请公开。",
    ):
        assert not found(_saying(text, ZERO), "requests.all_zero")
    for text in (
        "依申请公开渠道畅通。",
        "全面接受依申请公开。",
        "全年公开信息20条，没有收取费用。",
    ):
        assert found(_saying(text, ZERO), "requests.all_zero")
    assert not found(CONSISTENT, "requests.all_zero")


def test_a_suit_after_review_without_any_review_on_record_is_a_hint() -> None:
    parts: dict[str, Value] = {"disputes.suit_after_review.upheld": 1}
    report = replace(ZERO, values=MappingProxyType(filled(parts)), prior=ZERO)
    assert "复议后起诉" in found(report, "disputes.hint")[0].message
    assert not found(replace(report, prior=None), "disputes.hint")


def test_last_years_stock_cannot_have_been_negative() -> None:
    rule = "disclosure.opening_stock"
    assert found(with_values(ZERO, disclosure__regulations__issued=3), rule)
    assert not found(CONSISTENT, rule)
    assert not found(with_values(CONSISTENT, disclosure__regulations__in_force=BLANK), rule)


@pytest.mark.parametrize(
    ("unit", "rules"),
    [
        *(
            (Unit(name), [])
            for name in (
                "海关总署",
                "审计署",
                "国家税务总局",
                "教育部",
                "中国人民银行",
                "中国气象局",
                "中国证监会",
                "国务院国有资产监督管理委员会",
                "某省政府办公厅",
                "某市人民政府（本级）",
                "海关总署（本级机关）",
                "某自治州人民政府",
            )
        ),
        *(
            (Unit(name), ["disclosure.power"])
            for name in (
                "某县人民政府",
                "某镇人民政府",
                "福州海关",
                "某省财政厅",
                "某市某区街道办事处",
            )
        ),
        (Unit("某市某区教育局"), ["disclosure.power"]),
        (Unit("某市某区教育局", rule_making=True), []),
        (Unit("广东省人民政府办公厅"), []),
        (Unit("某市人民政府", Level.GOVERNMENT), []),
    ],
)
def test_only_some_bodies_make_regulations(unit: Unit, rules: list[str]) -> None:
    report = replace(with_values(ZERO, disclosure__regulations__in_force=3), unit=unit)
    assert [finding.rule for finding in found(report, "disclosure.power")] == rules


@pytest.mark.parametrize(
    ("name", "severity"),
    [
        ("某省财政厅", Severity.HINT),
        ("某省市场监督管理局", Severity.HINT),
        ("某省某市财政局", Severity.WARNING),
        ("某县人民政府", Severity.WARNING),
    ],
)
def test_regulations_of_a_department_of_a_province_are_asked_about_gently(
    name: str, severity: Severity
) -> None:
    report = replace(with_values(ZERO, disclosure__regulations__in_force=3), unit=Unit(name))
    assert [finding.severity for finding in found(report, "disclosure.power")] == [severity]


@pytest.mark.parametrize(
    ("now", "before", "findings"),
    [("380", "0.038", 1), ("3", "0", 1), ("0.04", "0.038", 0), ("0", "0", 0)],
)
def test_a_fee_far_above_last_years_may_be_in_yuan(now: str, before: str, findings: int) -> None:
    report = replace(
        with_values(CONSISTENT, disclosure__fees__amount=Decimal(now)),
        prior=with_values(PRIOR, disclosure__fees__amount=Decimal(before)),
    )
    assert len(found(report, "disclosure.unit")) == findings


def test_a_fee_in_yuan_is_put_into_ten_thousands_with_one_click() -> None:
    report = replace(
        with_values(CONSISTENT, disclosure__fees__amount=380),
        prior=with_values(PRIOR, disclosure__fees__amount=Decimal("0.03")),
    )
    assert found(report, "disclosure.unit")[0].fix == (
        SetValue("disclosure.fees.amount", Decimal("0.038")),
    )


@pytest.mark.parametrize(
    ("form", "year", "findings"), [("2019", 2021, 1), ("2019", 2020, 0), ("2021", 2023, 0)]
)
def test_the_trial_form_is_not_used_from_2021_on(form: str, year: int, findings: int) -> None:
    report = replace(CONSISTENT, year=year)
    all_found = check(FORM, report, Reading(form=form))
    assert sum(finding.rule == "form.version" for finding in all_found) == findings


def test_what_was_carried_over_is_last_years() -> None:
    report = _with_prior(requests__carried_out__total=4)
    finding = found(report, "prior.carried_total")[0]
    assert finding.severity is Severity.ERROR
    assert finding.message == (
        "本年“上年结转”为1件，上一年度报告“结转下年度继续办理”为4件，应当一致；"
        "如因机构改革等原因不一致，请填写说明。"
    )
    assert not found(report, "prior.carried_column")


def test_a_single_column_that_was_carried_over_otherwise_is_a_warning() -> None:
    report = _with_prior(requests__carried_out__natural=0, requests__carried_out__research=1)
    findings = found(report, "prior.carried_column")
    assert [(f.cells, f.severity) for f in findings] == [
        (("requests.carried_in.natural",), Severity.WARNING),
        (("requests.carried_in.research",), Severity.WARNING),
    ]
    assert not found(report, "prior.carried_total")


def test_what_is_in_force_follows_from_last_year() -> None:
    report = _with_prior(disclosure__normative_documents__in_force=20)
    finding = found(report, "prior.in_force")[0]
    assert "按“上年现行有效20＋本年制发2－本年废止1”应为21件" in finding.message
    assert finding.severity is Severity.WARNING


def test_more_repealed_than_there_ever_were_leaves_no_number_due() -> None:
    report = _with_prior(disclosure__normative_documents__in_force=20)
    repealed = "disclosure.normative_documents.repealed"
    finding = found(altered(report, {repealed: 30}), "prior.in_force")[0]
    assert "不够减" in finding.message
    assert finding.expected is None


@pytest.mark.parametrize("rule", ["carried_total", "carried_column", "in_force", "pending"])
def test_nothing_is_said_of_last_year_where_it_is_not_known(rule: str) -> None:
    alone = replace(altered(CONSISTENT, {"requests.carried_in.total": 7}), prior=None)
    assert not found(alone, f"prior.{rule}")
    blank = replace(alone, prior=Report(year=2022))
    assert not found(blank, f"prior.{rule}")


def test_a_table_with_last_years_figures_was_likely_not_updated() -> None:
    assert [f.section for f in found(replace(CONSISTENT, prior=CONSISTENT), "prior.identical")] == [
        3
    ]
    assert not found(CONSISTENT, "prior.identical")
    assert not found(replace(ZERO, prior=ZERO), "prior.identical")


@pytest.mark.parametrize(("before", "findings"), [(60, 1), (30, 0), (0, 0)])
def test_a_great_change_asks_for_a_reason(before: int, findings: int) -> None:
    report = with_values(_with_prior(disclosure__licensing__decisions=before))
    report = with_values(report, disclosure__licensing__decisions=15)
    assert len(found(report, "prior.swing")) == findings


@pytest.mark.parametrize(
    ("unit", "day", "findings"),
    [
        (Unit("某局"), "2024年1月31日", 0),
        (Unit("某局"), "2024年2月1日", 1),
        (Unit("某市人民政府"), "2024年2月1日", 0),
        (Unit("某市", Level.GOVERNMENT), "2024年4月1日", 1),
        (Unit("某镇", Level.TOWNSHIP), "2024年4月1日", 0),
        (Unit("某县某镇人民政府"), "2024年4月1日", 0),
        (Unit("某局"), "2024年2月30日", 0),
    ],
)
def test_a_report_dated_after_the_day_that_the_law_sets_is_late(
    unit: Unit, day: str, findings: int
) -> None:
    text = MappingProxyType({"6": f"无其他需要报告的事项。\n{day}"})
    report = replace(CONSISTENT, unit=unit, narrative=text)
    assert len(found(report, "publish.deadline")) == findings


def test_the_day_under_the_text_of_a_source_is_looked_at() -> None:
    late, early = (Reading(dated=date(2024, month, 20)) for month in (2, 1))
    rules = [finding.rule for finding in check(FORM, CONSISTENT, late)]
    assert rules.count("publish.deadline") == 1
    assert "publish.deadline" not in [f.rule for f in check(FORM, CONSISTENT, early)]


@pytest.mark.parametrize(
    ("unit", "day", "said"),
    [
        (Unit("某局", deadline=(1, 20)), "2024年1月25日", "本地规定的公布期限2024年1月20日"),
        (Unit("某局", deadline=(2, 29)), "2024年3月1日", "本地规定的公布期限2024年2月29日"),
        (Unit("某镇", Level.TOWNSHIP, deadline=(2, 20)), "2024年3月1日", "2024年2月20日"),
        (Unit("某局"), "2024年2月1日", "条例规定的公布期限2024年1月31日"),
    ],
)
def test_the_day_that_local_rules_set_takes_the_place_of_the_laws(
    unit: Unit, day: str, said: str
) -> None:
    text = MappingProxyType({"6": f"无其他需要报告的事项。\n{day}"})
    (finding,) = found(replace(CONSISTENT, unit=unit, narrative=text), "publish.deadline")
    assert said in finding.message
    later = replace(unit, deadline=(3, 31))
    assert found(replace(CONSISTENT, unit=later, narrative=text), "publish.deadline") == []


def test_a_blank_total_swings_as_the_sum_of_its_parts_does() -> None:
    many = altered(_with_prior(), {"requests.new.natural": 900, "requests.new.total": BLANK})
    assert [f.cells for f in found(many, "prior.swing")] == [("requests.new.total",)]
    parts = [value for cell, value in many.values.items() if cell.startswith("requests.new.")]
    filled = altered(many, {"requests.new.total": sum(v for v in parts if isinstance(v, int))})
    assert [f.message for f in found(filled, "prior.swing")] == [
        f.message for f in found(many, "prior.swing")
    ]
