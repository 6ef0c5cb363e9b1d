"""Pictures in the text: on lines of their own, captioned, counted, silent in the rules."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gicapp.core.change import apply
from gicapp.core.checks.catalogue import check
from gicapp.core.comparison import changes_of, compare
from gicapp.core.reading import Reading
from gicapp.core.report import Report
from gicapp.core.rounds import changes_to, sent
from gicapp.core.text.drafting import text_from_prior
from gicapp.core.text.illustration import TO_CAPTION, illustrate
from gicapp.core.text.narrative import Printed, paragraphs, printed_of, rendered
from gicapp.core.text.picture import MOST, Picture, picture_of
from gicapp.errors import GicError
from tests.core.pictures import png
from tests.strategies import FORM, ILLUSTRATED, PICTURES, REPORTS, TEXTS, illustrated

PICTURE = picture_of(png())


@given(TEXTS, st.integers(0, 60), PICTURES)
def test_a_picture_stands_alone_after_its_paragraph_and_leaves_the_text(
    text: str, place: int, picture: Picture
) -> None:
    report = Report(narrative={"5": text} if text else {})
    put = illustrate(report, "5", min(place, len(text)), picture)
    after, inverse = apply(report, put.changes)
    printed = list(printed_of(after, "5"))
    assert [p for p in printed if p.picture] == [Printed(TO_CAPTION, picture)]
    words = [p.text for p in printed if p.picture is None]
    assert words == list(paragraphs(report, "5"))
    assert after.text("5")[slice(*put.caption)] == TO_CAPTION
    assert apply(after, inverse)[0] == report


def test_words_before_a_picture_on_its_line_are_a_paragraph_and_those_behind_its_caption() -> None:
    token = f"⟦picture {PICTURE.name}⟧"
    report = Report(narrative={"5": f"前文{token}题一{token}\n后文"}, media={PICTURE.name: PICTURE})
    assert list(printed_of(report, "5")) == [
        Printed("前文"),
        Printed("题一", PICTURE),
        Printed("", PICTURE),
        Printed("后文"),
    ]
    assert paragraphs(report, "5") == ("前文", "题一", "后文")


def test_a_picture_that_the_report_lacks_is_said_and_printed_as_a_gap() -> None:
    report = Report(narrative={"5": f"⟦picture {PICTURE.name}⟧题"})
    assert rendered(report, "5") == "【待填】题"
    assert any("图片" in finding.message for finding in check(FORM, report))


@given(REPORTS, PICTURES)
def test_no_rule_minds_a_picture_with_a_caption(report: Report, picture: Picture) -> None:
    report = replace(report, narrative={**report.narrative, "5": "问题。"})
    caption = {**report.narrative, "5": "问题。\n图题"}
    bare = {f.rule for f in check(FORM, replace(report, narrative=caption))}
    assert {f.rule for f in check(FORM, illustrated(report, picture))} == bare


@given(ILLUSTRATED, ILLUSTRATED)
def test_the_way_back_to_a_round_brings_its_pictures(report: Report, other: Report) -> None:
    kept, _ = apply(other, sent(other, "2024-01-01"))
    target = kept.rounds[-1].report
    assert apply(report, changes_to(report, target))[0].content() == target


def test_a_report_holds_only_so_many_pictures() -> None:
    pictures = [picture_of(png(side + 1, 1)) for side in range(MOST)]
    full = illustrated(Report(), *pictures)
    with pytest.raises(GicError, match="最多"):
        illustrate(full, "5", 0, picture_of(png(1, 99)))
    assert illustrate(full, "5", 0, pictures[0]).changes


def test_last_years_pictures_stay_behind_with_its_text() -> None:
    prior = illustrated(Report(year=2022, narrative={"5": "问题。"}), PICTURE)
    (change,) = text_from_prior(FORM, Report(year=2023, prior=prior))
    assert change.text.strip() == "问题。"


@pytest.mark.parametrize("words", ["问题。", "新的问题。", "一。二。三。"])
def test_pictures_stay_where_they_are_when_edited_words_are_taken_over(words: str) -> None:
    report = illustrated(Report(narrative={"5": "问题。"}), PICTURE)
    edited = Reading(narrative={"5": f"{words}\n新图题"})
    differences = compare(report, edited, FORM)
    after, _ = apply(report, changes_of(report, differences))
    assert list(printed_of(after, "5")) == [Printed(words), Printed("新图题", PICTURE)]


@given(ILLUSTRATED)
def test_a_report_differs_in_no_text_from_its_print_without_the_pictures(report: Report) -> None:
    printed = {key: "\n".join(paragraphs(report, key)) for key in report.narrative}
    if printed.get("5"):
        texts = [d for d in compare(report, Reading(narrative=printed), FORM) if d.section == "5"]
        assert texts == []
