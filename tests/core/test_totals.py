from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from gicapp.core.change import Change, SetField, SetText, SetValue, apply
from gicapp.core.report import Report
from gicapp.core.totals import (
    blank_cells,
    fill_blanks_with_zero,
    following_totals,
    progress,
)
from gicapp.form.values import BLANK, NOT_APPLICABLE, Value
from tests.core.checks.reports import CONSISTENT, FORM, altered, check_tables, with_values
from tests.strategies import CHANGE_LISTS, REPORTS

PARTS = sorted(
    c.id for c in FORM.cells.values() if not c.derived and c.table in ("requests", "disputes")
)
ZERO = Report()
for _section in (2, 3, 4):
    ZERO, _ = apply(ZERO, fill_blanks_with_zero(FORM, ZERO, _section))


def _do(report: Report, *changes: Change) -> Report:
    return apply(report, following_totals(FORM, report, changes))[0]


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(PARTS), st.integers(0, 999)), max_size=6))
def test_totals_that_follow_their_parts_always_add_up(typed: list[tuple[str, int]]) -> None:
    report = ZERO
    for cell, value in typed:
        report = _do(report, SetValue(cell, value))
    rules = {finding.rule for finding in check_tables(report)}
    assert rules.isdisjoint({total.rule for total in FORM.totals})


def test_one_typed_number_reaches_the_total_of_totals() -> None:
    report = _do(ZERO, SetValue("requests.granted.natural", 5))
    cells = ("granted.total", "handled.natural", "handled.total")
    assert [report.value(f"requests.{cell}") for cell in cells] == [5, 5, 5]


def test_a_total_is_filled_when_the_last_of_its_parts_is_and_cleared_when_one_goes() -> None:
    parts = [f"disputes.review.{column}" for column in ("upheld", "corrected", "other", "pending")]
    report = Report()
    for cell in parts:
        assert report.value("disputes.review.total") is BLANK
        report = _do(report, SetValue(cell, 2))
    assert report.value("disputes.review.total") == 8
    for nothing in (BLANK, NOT_APPLICABLE):
        assert _do(report, SetValue(parts[0], nothing)).value("disputes.review.total") is BLANK


def test_a_total_that_disagrees_with_its_parts_is_never_overwritten() -> None:
    report = with_values(CONSISTENT, requests__granted__total=99)
    report = _do(report, SetValue("requests.granted.natural", 8))
    assert report.value("requests.granted.total") == 99
    assert report.value("requests.handled.natural") == 12


def test_a_total_that_the_same_edit_sets_stays_as_set() -> None:
    changes = (SetValue("requests.granted.natural", 8), SetValue("requests.granted.total", 50))
    assert _do(CONSISTENT, *changes).value("requests.granted.total") == 50


def test_totals_stay_where_the_report_does_not_want_them_to_follow() -> None:
    report = replace(CONSISTENT, automatic_totals=False)
    changes = (SetValue("requests.granted.natural", 8),)
    assert following_totals(FORM, report, changes) == changes


def test_they_follow_from_the_edit_on_that_turns_it_on() -> None:
    report = replace(CONSISTENT, automatic_totals=False)
    report = _do(
        report, SetField("automatic_totals", value=True), SetValue("requests.granted.natural", 8)
    )
    assert report.value("requests.granted.total") == 10


def test_an_edit_of_text_moves_no_total() -> None:
    report = altered(CONSISTENT, {"requests.granted.total": BLANK})
    changes = (SetText("1", "改动"),)
    assert following_totals(FORM, report, changes) == changes


@settings(deadline=None)
@given(REPORTS, CHANGE_LISTS)
def test_what_follows_is_undone_with_the_edit(report: Report, changes: tuple[Change, ...]) -> None:
    changed, inverse = apply(report, following_totals(FORM, report, changes))
    assert apply(changed, inverse)[0] == report


@settings(deadline=None)
@given(REPORTS, CHANGE_LISTS)
def test_only_totals_follow(report: Report, changes: tuple[Change, ...]) -> None:
    followed = following_totals(FORM, report, changes)
    assert followed[: len(changes)] == changes
    for change in followed[len(changes) :]:
        assert isinstance(change, SetValue)
        assert FORM.cells[change.cell].derived


def test_the_rest_is_filled_with_0_and_the_totals_with_their_sums() -> None:
    parts: dict[str, Value] = {"requests.new.natural": 3, "requests.granted.natural": 3}
    report = altered(Report(), parts)
    report, inverse = apply(report, fill_blanks_with_zero(FORM, report, 3))
    assert progress(FORM, report, 3).blank == 0
    assert report.value("requests.new.total") == 3
    assert report.value("requests.handled.total") == 3
    assert check_tables(report)[0].section != 3
    assert apply(report, inverse)[0] == altered(Report(), parts)


def test_filling_touches_no_cell_that_holds_something() -> None:
    report = with_values(
        Report(), requests__new__natural=NOT_APPLICABLE, requests__new__commercial=7
    )
    after, _ = apply(report, fill_blanks_with_zero(FORM, report, 3))
    assert after.value("requests.new.natural") is NOT_APPLICABLE
    assert after.value("requests.new.commercial") == 7
    assert after.value("requests.new.total") is BLANK


def test_progress_counts_the_blank_cells_of_a_section() -> None:
    report = with_values(CONSISTENT, disputes__review__other=BLANK)
    assert blank_cells(FORM, report, 4) == ("disputes.review.other",)
    assert (progress(FORM, report, 4).blank, progress(FORM, report, 4).cells) == (1, 15)
    assert (progress(FORM, report, 1).blank, progress(FORM, report, 1).cells) == (0, 0)
