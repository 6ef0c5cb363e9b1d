from hypothesis import given

from gicapp.core.change import SetValue, apply
from gicapp.core.report import Report
from gicapp.core.rounds import changes_to, sent
from tests.strategies import REPORTS


@given(REPORTS, REPORTS)
def test_going_to_another_report_gives_its_content_and_keeps_the_rounds(
    report: Report, target: Report
) -> None:
    moved, _ = apply(report, changes_to(report, target))
    assert moved.content() == target.content()
    assert moved.rounds == report.rounds
    assert moved.prior == report.prior


@given(REPORTS)
def test_going_to_itself_changes_nothing(report: Report) -> None:
    assert changes_to(report, report) == ()


def test_rounds_are_numbered_and_keep_the_report_of_their_day() -> None:
    first, _ = apply(Report(year=2023), sent(Report(year=2023), "2024-01-08"))
    edited, _ = apply(first, [SetValue("a.b.c", 1)])
    second, _ = apply(edited, sent(edited, "2024-01-12"))
    assert [each.name for each in second.rounds] == ["第 1 次送审", "第 2 次送审"]
    assert second.rounds[0].report == Report(year=2023)
    assert second.rounds[1].report.value("a.b.c") == 1
