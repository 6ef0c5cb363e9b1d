"""How a new report begins: what is filled in, and what is left alone."""

from dataclasses import replace
from types import MappingProxyType

from gicapp.core.beginning import TO_FILL, Beginning, Start, beginning_changes, taken_over
from gicapp.core.change import apply
from gicapp.core.reading import Reading
from gicapp.core.report import LEAD, Report, Unit
from gicapp.core.text.contact import Contact, contact_sentences
from gicapp.form.loader import load_form

FORM = load_form()
UNIT = Unit("某市知识产权局")
LAST = Reading(
    source="上年.docx",
    unit=UNIT.name,
    year=2023,
    cells=MappingProxyType({carry.origin: 4 for carry in FORM.carries}),
    narrative=MappingProxyType({"1": "2023年主动公开信息3条。", "5": "2023年的问题。"}),
)


def _begun(beginning: Beginning, report: Report | None = None) -> Report:
    report = report or Report()
    return apply(report, beginning_changes(FORM, report, beginning))[0]


def test_last_years_closing_figures_become_opening_ones() -> None:
    report = _begun(Beginning(UNIT, 2024, LAST, Start.NOTHING))
    assert [report.value(carry.to) for carry in FORM.carries] == [4] * len(FORM.carries)
    assert dict(report.narrative) == {}


def test_last_years_text_is_brought_to_this_year_and_its_gaps_are_outlined() -> None:
    report = _begun(Beginning(UNIT, 2024, LAST, Start.PRIOR))
    assert report.text("1") == "2024年主动公开信息3条。"
    assert "统计期限为2024年" in report.text(LEAD)
    assert report.text("6") == "2024年度未收取信息处理费。"


def test_the_outline_takes_no_word_of_last_year() -> None:
    report = _begun(Beginning(UNIT, 2024, LAST, Start.OUTLINE))
    assert "3条" not in report.text("1")
    assert report.prior is not None


def test_without_last_year_nothing_is_carried() -> None:
    report = _begun(Beginning(UNIT, 2024, None, Start.PRIOR))
    assert dict(report.values) == {}
    assert report.prior is None
    assert TO_FILL in report.text("1")


def test_the_lead_asks_for_nothing_and_tells_what_is_known() -> None:
    report = _begun(Beginning(UNIT, 2024, None, Start.OUTLINE))
    assert TO_FILL not in report.text(LEAD)
    assert "查阅" not in report.text(LEAD)
    assert report.text(LEAD).endswith("12月31日。")
    known = Contact("某网站", phone="0755-12345678")
    report = _begun(Beginning(UNIT, 2024, None, Start.OUTLINE, known))
    assert report.text(LEAD).endswith(contact_sentences(known))


def test_last_years_contact_is_taken_over_from_wherever_it_stands() -> None:
    told = replace(LAST, narrative=MappingProxyType({"6": "无。联系电话：0755-12345678。"}))
    report = _begun(Beginning(UNIT, 2024, told, Start.OUTLINE))
    assert report.text(LEAD).endswith("请与本机关联系（电话：0755-12345678）。")
    own = Beginning(UNIT, 2024, told, Start.OUTLINE, Contact())
    assert "联系" not in _begun(own).text(LEAD)


def test_what_a_lead_of_last_year_tells_is_shown_to_be_looked_at() -> None:
    lead = "根据《条例》编制本报告。本报告电子版可在某网站查阅。联系电话：0755-12345678。"
    beginning = Beginning(
        UNIT, 2024, replace(LAST, narrative=MappingProxyType({LEAD: lead})), Start.PRIOR
    )
    assert beginning.keeps_lead
    assert not replace(beginning, start=Start.OUTLINE).keeps_lead
    said = {taken.name: taken.text for taken in taken_over(FORM, Report(), beginning)}
    assert said["导语"] == "沿用上年文字，请核对：公布网站 某网站，电话 0755-12345678"


def test_what_was_written_already_stays() -> None:
    before = Report(
        values=MappingProxyType({FORM.carries[0].to: 9}),
        narrative=MappingProxyType({"1": "已经写好的。"}),
    )
    report = _begun(Beginning(UNIT, 2024, LAST, Start.PRIOR), before)
    assert report.value(FORM.carries[0].to) == 9
    assert report.text("1") == "已经写好的。"


def test_undoing_a_beginning_gives_the_start_again() -> None:
    before = Report(year=2020)
    after, inverse = apply(
        before, beginning_changes(FORM, before, Beginning(UNIT, 2024, LAST, Start.PRIOR))
    )
    assert apply(after, inverse)[0] == before


def test_what_is_taken_over_is_said_item_by_item() -> None:
    said = {
        taken.name: taken.text
        for taken in taken_over(FORM, Report(), Beginning(UNIT, 2024, LAST, Start.PRIOR))
    }
    assert said["报告标题"] == "某市知识产权局2024年政府信息公开工作年度报告"
    assert said["统计期限"] == "2024年1月1日至12月31日"
    assert said["上年报告"].startswith("2023年，")
    assert "自然人 4" in said["上年结转"]
    assert said[FORM.section(1).heading] == "沿用上年文字"
    assert said["导语"].startswith("提纲，")


def test_a_prior_without_closing_figures_is_told() -> None:
    empty = Reading(unit=UNIT.name, year=2023, narrative=MappingProxyType({"1": "文字。"}))
    said = {
        taken.name: taken.text
        for taken in taken_over(FORM, Report(), Beginning(UNIT, None, empty, Start.NOTHING))
    }
    assert "请自己填写" in said["上年结转"]
    assert said["统计期限"] == "填写年度后确定"
