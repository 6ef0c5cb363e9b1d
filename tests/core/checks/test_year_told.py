"""A title whose year stands alone against the period and the running text."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from gicapp.core.change import SetField, apply
from gicapp.core.finding import Finding, Severity
from gicapp.core.report import Report
from tests.core.checks.sentences import findings, saying

_RULES = ("year.title", "year.period", "year.self", "text.figure")
PERIOD = "本报告中所列数据的统计期限自2023年1月1日起至2023年12月31日止。"
WORK = (
    "2023年河湾街道认真落实《条例》，按月在区政府网站更新栏目，主动公开各类信息36条。\n"
    "2023年度共收到政府信息公开申请3件。"
)


def _of(year: int, lead: str = PERIOD, work: str = WORK, new: int = 3) -> Report:
    report = saying(work, new=new, handled=new)
    texts = MappingProxyType({**report.narrative, "0": lead})
    title = f"{year}度青山区河湾街道信息公开工作年度报告"
    return replace(report, year=year, title=title, narrative=texts)


def _found(report: Report) -> list[Finding]:
    return [finding for rule in _RULES for finding in findings(report, rule)]


def test_the_title_is_told_once_and_no_correct_sentence() -> None:
    (finding,) = _found(_of(2022))
    assert (finding.rule, finding.severity) == ("year.title", Severity.ERROR)
    assert "写的是2022年，统计期限和正文写的都是2023年，请核对报告年份" in finding.message


def test_the_right_year_is_not_marked() -> None:
    assert _found(_of(2023)) == []


def test_its_fix_sets_the_year_in_the_title_too() -> None:
    (finding,) = _found(_of(2022))
    mended, _ = apply(_of(2022), finding.fix)
    assert (mended.year, mended.title) == (2023, "2023度青山区河湾街道信息公开工作年度报告")
    assert _found(mended) == []


def test_the_tables_are_compared_as_if_the_year_were_right() -> None:
    rules = {finding.rule for finding in _found(_of(2022, new=4))}
    assert rules == {"year.title", "text.figure"}


def test_a_text_of_the_year_before_may_have_been_kept() -> None:
    (finding,) = _found(_of(2024))
    assert "如果文字是沿用上年的，请改正文" in finding.message
    assert finding.fix == ()


def test_beside_last_years_report_each_place_kept_is_marked() -> None:
    report = replace(_of(2024), prior=_of(2023))
    assert [finding.rule for finding in _found(report)] == ["year.period", *["year.self"] * 2]


@pytest.mark.parametrize(
    ("report", "rules"),
    [
        (_of(2022, lead=PERIOD.replace("2023", "2022")), ["year.self", "year.self"]),
        (_of(2022, work=WORK.replace("2023", "2022")), ["year.period"]),
        (_of(2022, work=WORK.replace("2023", "2022", 1)), ["year.period", "year.self"]),
        (
            _of(2024, work=f"{WORK}\n2024年度未收取信息处理费。"),
            ["year.period", *["year.self"] * 2],
        ),
        (
            _of(2022, lead=f"现公布某街道2022年政府信息公开工作年度报告。{PERIOD}"),
            ["year.period", *["year.self"] * 2],
        ),
        (_of(2022, lead=""), ["year.self", "year.self"]),
        (_of(2022, work="全年共收到政府信息公开申请3件。"), ["year.period"]),
    ],
)
def test_where_the_text_names_the_reports_year_single_places_slipped(
    report: Report, rules: list[str]
) -> None:
    assert [finding.rule for finding in _found(report)] == rules


def test_a_live_year_is_one_that_the_text_names() -> None:
    report = _of(2022, work=f"⟦year⟧年，我局主动公开信息49条。\n{WORK}")
    assert "year.title" not in [finding.rule for finding in _found(report)]


def test_the_fix_leaves_a_title_without_the_year_alone() -> None:
    report = replace(_of(2022), title=None)
    (finding,) = _found(report)
    assert finding.fix == (SetField("year", 2023),)
