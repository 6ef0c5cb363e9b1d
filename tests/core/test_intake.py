"""A reading becomes changes: never over a cell that the source lacks, and undone in one step."""

from types import MappingProxyType

from hypothesis import given
from hypothesis import strategies as st

from gicapp.core.change import SetField, SetValue, apply
from gicapp.core.history import History
from gicapp.core.intake import carried_changes, intake_changes, receipt_of, report_of
from gicapp.core.reading import Reading
from gicapp.core.report import Report, Unit
from tests.strategies import CELLS, FORM, REPORTS, VALUES

READINGS = st.builds(
    Reading,
    unit=st.sampled_from(["", "某局"]),
    year=st.one_of(st.none(), st.just(2023)),
    cells=st.dictionaries(CELLS, VALUES, max_size=12).map(MappingProxyType),
    narrative=st.dictionaries(st.sampled_from("0156"), st.just("文。")).map(MappingProxyType),
)


@given(READINGS, REPORTS)
def test_what_the_source_lacks_stays_and_what_it_has_comes(
    reading: Reading, report: Report
) -> None:
    after, _ = apply(report, intake_changes(reading, report, FORM))
    for cell in FORM.cells:
        assert after.value(cell) == reading.cells.get(cell, report.value(cell))
    for key in "0156":
        assert after.text(key) == reading.narrative.get(key, report.text(key))


@given(READINGS, REPORTS)
def test_an_import_is_one_step_of_undo(reading: Reading, report: Report) -> None:
    history = History(report)
    if history.do("导入", intake_changes(reading, report, FORM)):
        history.undo()
    assert history.report == report


@given(READINGS, REPORTS, st.sets(st.integers(0, 6)))
def test_only_the_chosen_sections_change(
    reading: Reading, report: Report, sections: set[int]
) -> None:
    after, _ = apply(report, intake_changes(reading, report, FORM, sections=sections))
    for cell in FORM.cells.values():
        if FORM.table(cell.table).section not in sections:
            assert after.value(cell.id) == report.value(cell.id)


@given(READINGS, REPORTS)
def test_the_receipt_names_every_cell_as_read_or_lacking(reading: Reading, report: Report) -> None:
    sections = receipt_of(reading, report, FORM).sections
    read = [cell.cell for section in sections for cell in section.cells]
    lacking = [cell for section in sections for cell in section.lacking]
    assert sorted(read + lacking) == sorted(FORM.cells)
    assert set(read) == set(reading.cells)


@given(READINGS)
def test_a_reading_as_last_years_report_leaves_this_year_alone(reading: Reading) -> None:
    report = Report(unit=Unit("某局"), year=2024, values=MappingProxyType({"fees": 1}))
    (change,) = intake_changes(reading, report, FORM, "prior")
    assert isinstance(change, SetField)
    after, _ = apply(report, [change])
    assert after.values == report.values
    assert after.prior is not None
    assert all(after.prior.value(cell) == value for cell, value in reading.cells.items())


def test_closing_figures_of_last_year_are_offered_for_blank_opening_ones() -> None:
    carry = FORM.carries[0]
    prior = Report(values=MappingProxyType({carry.origin: 4}))
    assert carried_changes(Report(prior=prior), FORM) == (SetValue(carry.to, 4),)
    filled = Report(prior=prior, values=MappingProxyType({carry.to: 3}))
    assert carried_changes(filled, FORM) == ()
    assert carried_changes(Report(), FORM) == ()


@given(READINGS)
def test_a_new_report_says_what_the_reading_says(reading: Reading) -> None:
    report = report_of(reading)
    assert all(report.value(cell) == value for cell, value in reading.cells.items())
    assert report.narrative == reading.narrative
