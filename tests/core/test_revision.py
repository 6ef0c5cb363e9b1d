from dataclasses import replace
from types import MappingProxyType

from hypothesis import given
from hypothesis import strategies as st

from gicapp.core.history import History
from gicapp.core.report import Report
from gicapp.core.revision import Fate, Marked, mark, revise, with_prior_of
from gicapp.core.rounds import changes_to, whole_changes_to
from gicapp.core.text.narrative import paragraphs
from gicapp.core.totals import following_totals
from gicapp.form.loader import load_form
from tests.strategies import REPORTS, TEXTS

FORM = load_form()
WORDS = st.text(st.sampled_from("一二三。，12 "), max_size=30)


def side(runs: Marked, *fates: Fate) -> str:
    return "".join(run.text for run in runs if run.fate in fates)


def texted(text: str) -> Report:
    return Report(narrative=MappingProxyType({"1": text}))


@given(st.one_of(WORDS, TEXTS), st.one_of(WORDS, TEXTS))
def test_each_side_of_the_marks_is_one_version(before: str, after: str) -> None:
    runs = mark(before, after)
    assert side(runs, Fate.KEPT, Fate.GONE) == before
    assert side(runs, Fate.KEPT, Fate.NEW) == after


@given(REPORTS, REPORTS)
def test_each_side_of_a_revision_is_one_version(before: Report, after: Report) -> None:
    revision = revise(before, after, FORM)
    for section in revision.sections:
        old = (side(runs, Fate.KEPT, Fate.GONE) for runs in section.paragraphs)
        new = (side(runs, Fate.KEPT, Fate.NEW) for runs in section.paragraphs)
        assert tuple(filter(None, old)) == paragraphs(before, section.key)
        assert tuple(filter(None, new)) == paragraphs(after, section.key)
    changed = {v.cell for section in revision.sections for v in section.values if v.cell}
    assert changed == {c for c in FORM.cells if before.value(c) != after.value(c)}


@given(REPORTS)
def test_a_report_is_no_revision_of_itself(report: Report) -> None:
    revision = revise(report, report, FORM)
    assert not revision.is_changed
    assert revision.counted == ""


def test_a_figure_is_marked_whole_and_the_sentence_around_it_is_kept() -> None:
    assert [(run.text, run.fate) for run in mark("公开信息123条。", "公开信息128条。")] == [
        ("公开信息", Fate.KEPT),
        ("123", Fate.GONE),
        ("128", Fate.NEW),
        ("条。", Fate.KEPT),
    ]


def test_a_paragraph_put_between_is_new_and_the_others_are_kept() -> None:
    revision = revise(texted("甲甲甲。\n丙丙丙。"), texted("甲甲甲。\n乙乙乙。\n丙丙丙。"), FORM)
    fates = [[run.fate for run in runs] for runs in revision.sections[1].paragraphs]
    assert fates == [[Fate.KEPT], [Fate.NEW], [Fate.KEPT]]
    assert revision.counted == "1 段文字"


def test_a_snapshot_shows_live_figures_of_last_year_as_the_report_does() -> None:
    prior = Report(values=MappingProxyType({"requests.new.total": 7}))
    report = replace(texted("上年收到⟦prior(requests.new.total)⟧件。"), prior=prior)
    snapshot = with_prior_of(report.content(), report)
    assert not revise(snapshot, report, FORM).is_changed


@given(REPORTS, REPORTS)
def test_totals_that_follow_do_not_spoil_the_way_back(report: Report, target: Report) -> None:
    history = History(report)
    history.do("回到", following_totals(FORM, report, changes_to(report, target)))
    assert history.report.content() == target.content()
    history.undo()
    assert history.report == report


@given(REPORTS, REPORTS)
def test_a_report_becomes_another_one_whole_and_back(report: Report, target: Report) -> None:
    history = History(report)
    done = history.do("恢复", following_totals(FORM, report, whole_changes_to(report, target)))
    assert history.report == target
    if done:
        history.undo()
    assert history.report == report


def test_in_the_longest_paragraph_a_changed_word_is_marked_alone() -> None:
    sentences = [
        f"第{number}条公开信息已按时公布并更新到门户网站的相应栏目。" for number in range(3500)
    ]
    before = "".join(sentences)
    after = before.replace("第1700条公开", "第1700条主动公开")
    runs = mark(before, after)
    assert [run.text for run in runs if run.fate is not Fate.KEPT] == ["主动"]
    assert (side(runs, Fate.KEPT, Fate.GONE), side(runs, Fate.KEPT, Fate.NEW)) == (before, after)


def test_of_the_longest_text_without_sentences_both_sides_stay_whole() -> None:
    before, after = "甲乙" * 50_000, "乙甲" * 49_000
    runs = mark(before, after)
    assert (side(runs, Fate.KEPT, Fate.GONE), side(runs, Fate.KEPT, Fate.NEW)) == (before, after)
