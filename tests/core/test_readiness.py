"""The checklist: what is left is named, and each item leads to its place."""

from dataclasses import replace
from types import MappingProxyType

from gicapp.core.change import apply
from gicapp.core.checks.catalogue import check
from gicapp.core.finding import Finding, Severity
from gicapp.core.readiness import Item, State, is_ready, readiness
from gicapp.core.report import LEAD, Report, Unit
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
