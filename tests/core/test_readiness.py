"""The checklist: what is left is named, and each item leads to its place."""

from dataclasses import replace
from types import MappingProxyType

from gicapp.core.change import SetText, SetValue, apply
from gicapp.core.checks.catalogue import check
from gicapp.core.dismissal import dismiss, split
from gicapp.core.finding import Finding, Severity
from gicapp.core.readiness import Item, State, count_gaps, is_ready, readiness
from gicapp.core.report import LEAD, Report, Unit
from gicapp.core.rounds import sent
from gicapp.core.text.review import found_right
from gicapp.form.loader import load_form

FORM = load_form()
TEXTS = {"1": "总体情况。", "5": "问题。", "6": "2024年度未收取信息处理费。"}
WHOLE = Report(
    unit=Unit("某市知识产权局"),
    year=2024,
    values=MappingProxyType(dict.fromkeys(FORM.cells, 0)),
    narrative=MappingProxyType(TEXTS),
    prior=Report(year=2023),
)


def _items(report: Report, *findings: Finding) -> dict[str, Item]:
    return {item.name: item for item in readiness(FORM, report, findings)}


def test_a_filled_report_without_findings_is_ready() -> None:
    items = readiness(FORM, WHOLE, ())
    assert is_ready(items)
    assert {item.state for item in items} == {State.DONE}


def test_an_empty_report_is_not_and_every_part_says_what_is_missing() -> None:
    report = Report()
    items = readiness(FORM, report, check(FORM, report))
    assert not is_ready(items)
    texts = {item.name: item.text for item in items}
    for section in FORM.sections:
        blank = len(FORM.table(section.table).cells) if section.table else 0
        wanted = f"未填 {blank} 格" if blank else "还没有写"
        assert texts[section.heading].startswith(wanted)


def test_a_blank_cell_leads_to_itself() -> None:
    for section in FORM.sections:
        if section.table is None:
            continue
        cell = FORM.table(section.table).cells[-1].id
        values = {other: 0 for other in FORM.cells if other != cell}
        item = _items(replace(WHOLE, values=MappingProxyType(values)))[section.heading]
        assert (item.state, item.text) == (State.TODO, "未填 1 格")
        assert (item.place.section, item.place.cells) == (section.number, (cell,))


def test_an_error_comes_before_a_warning_and_leads_to_its_finding() -> None:
    warning = Finding("a", Severity.WARNING, 3, "看看。")
    error = Finding("b", Severity.ERROR, 3, "改正。")
    item = _items(WHOLE, warning, error)[FORM.section(3).heading]
    assert item.state is State.ERROR
    assert item.text == "已填满，1 处错误，1 条警告"
    assert item.place == error


def test_a_warning_alone_does_not_stand_in_the_way() -> None:
    items = readiness(FORM, WHOLE, (Finding("a", Severity.WARNING, 1, "看看。"),))
    assert is_ready(items)
    assert any(item.state is State.WARNING for item in items)


def test_gaps_that_the_outline_left_are_counted() -> None:
    text = "开头，【请填写网址】，【请填写电话】。"
    report = replace(WHOLE, narrative=MappingProxyType({**TEXTS, LEAD: text}))
    found = [f for f in check(FORM, report) if f.section == 0]
    item = _items(report, *found)["导语"]
    assert (item.state, item.text) == (State.TODO, "还有 2 处【请填写…】")
    assert count_gaps(report) == 2
    assert item.place.span is not None


def test_the_statement_on_the_fee_is_an_item_of_its_own() -> None:
    report = replace(WHOLE, narrative=MappingProxyType({**TEXTS, "6": "无。"}))
    fee = [f for f in check(FORM, report) if f.rule == "structure.fee"]
    item = _items(report, *fee)["信息处理费说明"]
    assert item.state is not State.DONE
    assert item.text == fee[0].message
    assert _items(report, *fee)[FORM.sections[-1].heading].state is State.DONE


def test_a_missing_prior_report_is_told_but_allowed() -> None:
    items = readiness(FORM, replace(WHOLE, prior=None), ())
    assert is_ready(items)
    assert any(i.name == "上年报告" and i.state is State.WARNING for i in items)


def test_sentences_that_are_still_last_years_are_counted_until_they_are_found_right() -> None:
    report = replace(
        WHOLE, prior=Report(year=2023, narrative=MappingProxyType({"5": "问题不少。"}))
    )
    report = replace(report, narrative=MappingProxyType({**TEXTS, "5": "问题不少。另有改进。"}))
    item = _items(report)[FORM.section(5).heading]
    assert (item.state, item.text) == (State.WARNING, "10 字，待复核 1 句")
    done, _ = apply(report, found_right(report, "5", 0, 3))
    assert _items(done)[FORM.section(5).heading].state is State.DONE


def test_the_figures_are_checked_and_the_text_read_when_nothing_is_left_unanswered() -> None:
    hint = Finding("a", Severity.HINT, 1, "看看。")
    assert _items(WHOLE, hint)["核对和校对"].state is State.DONE
    warning = Finding("b", Severity.WARNING, 3, "看看。")
    item = _items(WHOLE, hint, warning, replace(warning, section=4))["核对和校对"]
    assert item.state is State.WARNING
    assert item.text.startswith("还有 2 条警告：")
    assert item.place == warning
    assert is_ready((item,))


def test_sentences_of_last_year_wait_for_a_reader_before_the_proof_is_done() -> None:
    prior = Report(year=2023, narrative=MappingProxyType({"5": "问题不少。"}))
    texts = MappingProxyType({**TEXTS, "5": "问题不少。另有改进。"})
    report = replace(WHOLE, prior=prior, narrative=texts)
    item = _items(report)["核对和校对"]
    assert item.text.startswith("还有 1 句待复核：")
    assert item.place.section == 5
    done, _ = apply(report, found_right(report, "5", 0, 3))
    assert _items(done)["核对和校对"].state is State.DONE


def test_an_accepted_warning_is_an_answer() -> None:
    report = replace(WHOLE, narrative=MappingProxyType({**TEXTS, "1": "我镇公开信息。"}))
    warning = next(f for f in check(FORM, report) if f.rule == "text.other_unit")
    assert "1 条警告" in _items(report, warning)["核对和校对"].text
    accepted, _ = apply(report, dismiss(warning, report, "引用原文"))
    standing, _ = split([warning], accepted)
    assert _items(accepted, *standing)["核对和校对"].state is State.DONE


def test_what_changed_since_the_last_round_is_counted() -> None:
    assert "送审后的改动" not in _items(WHOLE)
    first, _ = apply(WHOLE, sent(WHOLE, "2025-01-10"))
    item = _items(first)["送审后的改动"]
    assert (item.state, item.text) == (State.DONE, "与第 1 次送审一致")
    cell = FORM.table("disputes").cells[0].id
    later, _ = apply(first, [SetValue(cell, 7), SetText("5", "问题。另有改进。又一句。")])
    item = _items(later)["送审后的改动"]
    assert item.state is State.WARNING
    assert item.text.startswith("第 1 次送审以后改了 1 格、2 句。已经公布的，网页和附件都要换成")
    assert is_ready(readiness(FORM, later, ()))
    again, _ = apply(later, sent(later, "2025-01-12"))
    assert _items(again)["送审后的改动"].text == "与第 2 次送审一致"


def test_a_live_figure_that_follows_last_year_is_no_change_since_the_round() -> None:
    cell = FORM.table("requests").cells[0].id
    texts = MappingProxyType({**TEXTS, "1": f"上年收到⟦prior({cell})⟧件。"})
    prior = Report(year=2023, values=MappingProxyType({cell: 4}))
    report = replace(WHOLE, narrative=texts, prior=prior)
    first, _ = apply(report, sent(report, "2025-01-10"))
    assert _items(first)["送审后的改动"].state is State.DONE
