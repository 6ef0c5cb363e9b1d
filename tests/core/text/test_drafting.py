from dataclasses import replace
from types import MappingProxyType

from hypothesis import given

from gicapp.core.change import SetText, apply
from gicapp.core.checks.catalogue import check
from gicapp.core.report import Report
from gicapp.core.text.drafting import fee_sentence, outline, text_from_prior
from gicapp.core.text.likeness import likenesses, same_sentences, similarity
from gicapp.core.text.narrative import rendered
from tests.core.text.last_year import FORM, NEW, report_after
from tests.strategies import REPORTS, TEXTS

TEXT = (
    "2022年，我局共收到政府信息公开申请3件，主动公开信息154条。\n"
    "按照《2022年政务公开工作要点》和〔2021〕30号文件，2023年将继续努力做好各项工作。"
)
REPORT = report_after(TEXT)


def test_last_years_text_comes_with_its_years_moved_and_its_figures_live() -> None:
    (change,) = text_from_prior(FORM, REPORT)
    assert isinstance(change, SetText)
    assert change.text.startswith("2023年，我局共收到政府信息公开申请⟦requests.new.total⟧件，")
    assert "154条" in change.text  # no table bears it out
    assert "《2022年政务公开工作要点》和〔2021〕30号文件，2024年将" in change.text
    after, _ = apply(REPORT, [change])
    assert "申请9件" in rendered(after, "1")


def test_a_figure_that_last_years_table_does_not_bear_out_stays_typed() -> None:
    assert REPORT.prior
    prior = replace(REPORT.prior, values=MappingProxyType({NEW: 4}))
    (change,) = text_from_prior(FORM, replace(REPORT, prior=prior))
    assert "申请3件" in change.text


def test_text_that_is_there_already_is_left() -> None:
    report = replace(REPORT, narrative=MappingProxyType({"1": "已有的文字"}))
    assert text_from_prior(FORM, report) == ()
    assert text_from_prior(FORM, replace(REPORT, prior=None)) == ()


def test_the_outline_has_lead_aspects_problems_and_fee() -> None:
    report, _ = apply(Report(year=2023), outline(FORM, Report(year=2023)))
    aspects = FORM.section(1).aspects
    assert all(aspect.name in report.text("1") for aspect in aspects)
    assert "2023年1月1日至12月31日" in report.text("0")
    assert "【请填写" in report.text("5")
    assert report.text("6") == "2023年度未收取信息处理费。"
    rules = {finding.rule for finding in check(FORM, report)}
    assert "text.placeholder" in rules
    assert not rules & {"structure.fee", "text.wording", "text.figure", "year.period"}


def test_the_outline_leaves_what_is_written() -> None:
    report = Report(year=2023, narrative=MappingProxyType({"6": "已收取。"}))
    assert [change.section for change in outline(FORM, report)] == ["0", "1", "5"]


def test_the_fee_sentence_has_a_form_for_none_and_one_for_some() -> None:
    assert fee_sentence(None) == "本年度未收取信息处理费。"
    assert fee_sentence(2023, 2, 480, 380) == (
        "2023年度发出信息处理费收费通知2件，通知收费金额480元，实际收取380元。"
    )


def test_likeness_is_whole_for_the_same_text_and_leaves_years_aside() -> None:
    assert similarity(TEXT, TEXT.replace("2022年", "2021年")) == 1
    assert similarity(TEXT, "") == 0
    nearest = likenesses(TEXT.replace("154条", "98条"), TEXT)
    assert [(item.now[0], item.before[0]) for item in nearest] == [(0, 0), (33, 34)]
    assert [round(item.share, 1) for item in nearest] == [1, 1]
    assert [len(item.same) for item in nearest] == [0, 1]


@given(TEXTS, TEXTS)
def test_likeness_is_a_share_and_the_same_both_ways(one: str, other: str) -> None:
    assert 0 <= similarity(one, other) <= 1
    assert similarity(one, other) == similarity(other, one)
    for first, last in same_sentences(one, other):
        assert 0 <= first < last <= len(one)


@given(REPORTS)
def test_any_report_can_be_started_from_its_prior(report: Report) -> None:
    after, inverse = apply(report, text_from_prior(FORM, report))
    assert apply(after, inverse)[0] == report
    drafted, inverse = apply(report, outline(FORM, report))
    assert apply(drafted, inverse)[0] == report
