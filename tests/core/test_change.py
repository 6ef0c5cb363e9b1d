from hypothesis import given

from gicapp.core.change import Change, SetText, SetValue, apply
from gicapp.core.report import Report
from gicapp.form.values import BLANK
from tests.strategies import CHANGE_LISTS, REPORTS


@given(REPORTS, CHANGE_LISTS)
def test_the_inverse_of_changes_gives_the_report_before(
    report: Report, changes: tuple[Change, ...]
) -> None:
    changed, inverse = apply(report, changes)
    assert apply(changed, inverse)[0] == report


@given(REPORTS, CHANGE_LISTS)
def test_the_inverse_of_the_inverse_does_the_changes_again(
    report: Report, changes: tuple[Change, ...]
) -> None:
    changed, inverse = apply(report, changes)
    restored, again = apply(changed, inverse)
    assert apply(restored, again)[0] == changed


def test_a_blank_value_and_an_empty_text_leave_no_trace() -> None:
    report, _ = apply(Report(), [SetValue("a.b.c", 3), SetText("1", "某")])
    report, _ = apply(report, [SetValue("a.b.c", BLANK), SetText("1", "")])
    assert report == Report()


def test_zero_is_a_value_and_not_blank() -> None:
    report, _ = apply(Report(), [SetValue("a.b.c", 0)])
    assert report.value("a.b.c") == 0
    assert report != Report()
