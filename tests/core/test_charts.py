"""The charts show the figures of the report, and nothing where there are none."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from gicapp.core.charts import CHART_NAMES, ChartKind, chart_of, charted_table
from gicapp.core.report import Report
from gicapp.errors import GicError
from gicapp.form.loader import load_form
from tests.strategies import filled_with

FORM = load_form()


def test_results_are_added_up_by_their_groups() -> None:
    chart = chart_of(ChartKind.RESULTS, filled_with(1), FORM)
    assert dict(zip(chart.categories, chart.series[0].numbers, strict=True)) == {
        "予以公开": 1,
        "部分公开": 1,
        "不予公开": 8,
        "无法提供": 3,
        "不予处理": 5,
        "其他处理": 3,
    }


def test_a_group_with_a_blank_has_no_number() -> None:
    report = filled_with(1)
    values = {c: v for c, v in report.values.items() if c != "requests.refused.state_secret.total"}
    chart = chart_of(ChartKind.RESULTS, replace(report, values=MappingProxyType(values)), FORM)
    numbers = dict(zip(chart.categories, chart.series[0].numbers, strict=True))
    assert numbers["不予公开"] is None
    assert "不予公开 无数据" in chart.description


def test_applicants_are_the_six_kinds() -> None:
    chart = chart_of(ChartKind.APPLICANTS, filled_with(2), FORM)
    assert chart.categories[0] == "自然人"
    assert chart.series[0].numbers == (2,) * 6


def test_years_stand_side_by_side_the_earlier_first() -> None:
    prior = replace(filled_with(1), year=2022)
    chart = chart_of(ChartKind.YEARS, replace(filled_with(2), year=2023, prior=prior), FORM)
    assert [(series.name, set(series.numbers)) for series in chart.series] == [
        ("2022年", {1}),
        ("2023年", {2}),
    ]


@pytest.mark.parametrize("kind", ChartKind)
def test_a_chart_without_figures_is_refused_by_its_name(kind: ChartKind) -> None:
    with pytest.raises(GicError, match=CHART_NAMES[kind]):
        chart_of(kind, Report(), FORM)


def test_they_belong_to_the_table_of_applications() -> None:
    assert charted_table(FORM) == "requests"
