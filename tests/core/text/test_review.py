"""Sentences kept from last year, until someone goes over them."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from gicapp.core.change import SetText, SetValue, apply
from gicapp.core.report import Report
from gicapp.core.text.drafting import text_from_prior
from gicapp.core.text.narrative import rendered
from gicapp.core.text.review import count_unreviewed, found_right, unreviewed
from tests.core.text.last_year import FORM, NEW, report_after
from tests.strategies import REPORTS

TEXT = (
    "（一）主动公开\n"
    "2022年，我局共收到政府信息公开申请3件，主动公开信息154条。\n"
    "按照《2022年政务公开工作要点》，2023年将继续努力做好各项工作。制度不健全。"
)
REPORT = report_after(TEXT)
DRAFT, _ = apply(REPORT, text_from_prior(FORM, REPORT))


def _left(report: Report) -> list[str]:
    shown = rendered(report, "1")
    return [shown[start:end][:5] for start, end in unreviewed(report, "1")]


def test_every_sentence_that_was_taken_over_is_to_be_reviewed_but_no_heading() -> None:
    assert "申请9件" in rendered(DRAFT, "1")
    assert _left(DRAFT) == ["2023年", "按照《20", "制度不健全"]
    assert count_unreviewed(DRAFT, "1") == 3


def test_a_sentence_is_reviewed_when_someone_rewrites_it() -> None:
    rewritten, _ = apply(DRAFT, [SetText("1", DRAFT.text("1").replace("各项工作", "公开工作"))])
    assert _left(rewritten) == ["2023年", "制度不健全"]


def test_without_last_years_report_there_is_nothing_to_review() -> None:
    assert REPORT.prior
    assert unreviewed(REPORT.prior, "1") == ()
    assert unreviewed(replace(DRAFT, prior=None), "1") == ()


def test_a_sentence_is_found_right_alone_and_undone() -> None:
    place = rendered(DRAFT, "1").index("继续努力")
    after, inverse = apply(DRAFT, found_right(DRAFT, "1", place, place))
    assert _left(after) == ["2023年", "制度不健全"]
    assert apply(after, inverse)[0] == DRAFT


def test_a_stretch_is_found_right_at_once_and_stays_so_while_its_figures_change() -> None:
    whole = len(rendered(DRAFT, "1"))
    after, _ = apply(DRAFT, found_right(DRAFT, "1", 0, whole))
    assert _left(after) == []
    moved, _ = apply(after, [SetValue(NEW, 12)])
    assert _left(moved) == []
    rewritten, _ = apply(after, [SetText("1", DRAFT.text("1") + "主动公开信息154条。")])
    assert _left(rewritten) == []


@given(REPORTS, st.sampled_from("0156"))
def test_what_is_to_be_reviewed_lies_in_the_text_and_can_be_found_right(
    report: Report, section: str
) -> None:
    shown = rendered(report, section)
    for start, end in unreviewed(report, section):
        assert 0 <= start < end <= len(shown)
    after, _ = apply(report, found_right(report, section, 0, len(shown)))
    assert unreviewed(after, section) == ()
