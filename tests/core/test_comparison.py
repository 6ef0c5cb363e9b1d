"""Two drafts side by side: what differs is said once, and can be taken over piece by piece."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

from hypothesis import given
from hypothesis import strategies as st

from gicapp.core.change import apply
from gicapp.core.comparison import changes_of, compare, compare_versions
from gicapp.core.reading import Reading
from gicapp.core.report import Report, Unit
from gicapp.form.loader import load_form
from gicapp.form.values import NOT_APPLICABLE, Value
from tests.strategies import CELLS, VALUES

FORM = load_form()
CELL = "requests.new.natural"
FEE = "disclosure.fees.amount"
FILLED = st.dictionaries(CELLS, VALUES, max_size=12)
PROSE = st.text(st.sampled_from("一二三。；！\n ”甲乙"), max_size=40)


def a_report(text: str = "", values: Mapping[str, Value] = MappingProxyType({CELL: 3})) -> Report:
    return Report(
        unit=Unit("某局"),
        year=2023,
        values=values,
        narrative=MappingProxyType({"1": text}),
    )


def reading_of(report: Report, **narrative: str) -> Reading:
    return Reading(
        cells={cell: report.value(cell) for cell in FORM.cells},
        narrative={key: text for key, text in report.narrative.items() if text} | narrative,
    )


def test_a_draft_does_not_differ_from_itself() -> None:
    report = a_report("第一句。第二句；\n第三句")
    assert compare(report, reading_of(report), FORM) == ()


def test_blank_slash_and_zero_differ_from_each_other() -> None:
    pairs: list[tuple[Value, Value]] = [(None, 0), (0, NOT_APPLICABLE), (NOT_APPLICABLE, None)]
    for before, after in pairs:
        report = a_report(values={CELL: before})
        (difference,) = compare(report, Reading(cells={CELL: after}), FORM)
        assert difference.cell == CELL
        assert apply(report, changes_of(report, [difference]))[0].value(CELL) == after


def test_a_cell_that_the_draft_does_not_hold_is_no_difference() -> None:
    assert compare(a_report(), Reading(cells={FEE: None}), FORM) == ()


def test_equal_amounts_written_differently_are_equal() -> None:
    report = a_report(values={FEE: Decimal("1.50")})
    assert compare(report, Reading(cells={FEE: Decimal("1.5")}), FORM) == ()


def test_one_changed_sentence_is_one_difference_that_names_both_wordings() -> None:
    report = a_report("收到申请3件。办结3件。没有结转。")
    reading = reading_of(report, **{"1": "收到申请3件。已全部办结。没有结转。"})
    (difference,) = compare(report, reading, FORM)
    assert difference.message == "一、总体情况：“办结3件。”改成了“已全部办结。”。"


def test_taking_a_sentence_over_keeps_the_live_figures_of_the_others() -> None:
    report = a_report(f"收到申请⟦{CELL}⟧件。办结3件。")
    reading = reading_of(report, **{"1": "收到申请3件。已全部办结。"})
    after, _ = apply(report, changes_of(report, compare(report, reading, FORM)))
    assert after.text("1") == f"收到申请⟦{CELL}⟧件。已全部办结。"


def test_differences_can_be_taken_over_one_by_one() -> None:
    report = a_report("甲。乙。丙。丁。")
    reading = reading_of(report, **{"1": "子。乙。丑。丁。"})
    first, second = compare(report, reading, FORM)
    assert apply(report, changes_of(report, [second]))[0].text("1") == "甲。乙。丑。丁。"
    assert apply(report, changes_of(report, [first]))[0].text("1") == "子。乙。丙。丁。"


def test_a_changed_title_is_taken_over() -> None:
    report = a_report()
    (difference,) = compare(report, Reading(title="某局2024年 政府信息公开工作年度报告"), FORM)
    assert apply(report, changes_of(report, [difference]))[0].title == (
        "某局2024年政府信息公开工作年度报告"
    )


@given(PROSE, PROSE)
def test_after_taking_everything_over_no_sentence_differs(before: str, after: str) -> None:
    report = a_report(before)
    reading = Reading(narrative={"1": after, "5": ""})
    taken, _ = apply(report, changes_of(report, compare(report, reading, FORM)))
    assert compare(taken, reading, FORM) == ()


@given(FILLED, FILLED)
def test_after_taking_every_cell_over_no_cell_differs(
    values: dict[str, Value], others: dict[str, Value]
) -> None:
    report = Report(values=MappingProxyType(values))
    reading = Reading(cells={cell: others.get(cell) for cell in FORM.cells})
    taken, _ = apply(report, changes_of(report, compare(report, reading, FORM)))
    assert compare(taken, reading, FORM) == ()


def test_a_sentence_in_place_of_another_is_one_and_those_that_stay_are_none() -> None:
    pairs = [
        ("甲。乙。丙。", "甲。乙。丙。", 0),
        ("收到3件。办结3件。", "收到4件。办结3件。", 1),
        ("收到3件。\n办结3件。", "收到4件。\n办结4件。", 2),
        ("春天的话。乙。", "另外一句。乙。", 1),
        ("甲。乙。", "甲。新的一句。乙。", 1),
        ("甲。乙。丙。", "甲。", 2),
        ("甲。乙。", "甲。\n乙。", 1),
    ]
    for before, after, count in pairs:
        differences = compare_versions(a_report(before), a_report(after), FORM)
        assert sum(d.sentences for d in differences) == count, after


def test_versions_differ_in_cells_title_and_printed_figures() -> None:
    live = a_report(f"收到申请⟦{CELL}⟧件。")
    later = replace(live, values={CELL: 4}, year=2024)
    title, cell, text = compare_versions(live, later, FORM)
    assert (title.cell, title.sentences) == (None, 0)
    assert (cell.cell, cell.after) == (CELL, "4")
    assert text.message == "一、总体情况：“收到申请3件。”改成了“收到申请4件。”。"
