from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import OpenXmlValidator

from gicapp.core.report import Report
from gicapp.core.revision import Version
from gicapp.core.text.narrative import paragraphs
from gicapp.files.word.marked import GONE, build_marked
from tests.files.word.documents import FORM, TEXTS, a_report, body, tag, words

# few signs, so that two texts have much in common
_TEXTS = st.text(st.sampled_from("一二（）、。1.件\n"), max_size=40)
REPORTS = st.dictionaries(st.sampled_from("0156"), _TEXTS).map(
    lambda texts: Report(year=2023, narrative=MappingProxyType(texts))
)


def marked(before: Report, after: Report) -> bytes:
    return build_marked(Version("第 1 次送审", before), Version("现在", after), FORM)


def edited(**cells: int | None) -> Report:
    report = a_report()
    values = {**report.values, **{name.replace("__", "."): v for name, v in cells.items()}}
    return replace(report, values=MappingProxyType(values))


def without(data: bytes, mark: str) -> list[str]:
    """Return the texts of all paragraphs, the runs of one mark left out."""
    texts = []
    for paragraph in body(data).iter(tag("p")):
        runs = [run for run in paragraph.iter(tag("r")) if run.find(f"{tag('rPr')}/{mark}") is None]
        texts.append("".join(words(run) for run in runs))
    return texts


def test_a_changed_cell_shows_what_it_was_and_what_it_is() -> None:
    data = marked(a_report(), edited(requests__new__natural=4711))
    was = str(a_report().value("requests.new.natural"))
    (cell,) = [c for c in body(data).iter(tag("tc")) if "4711" in words(c)]
    gone, new = cell.iter(tag("r"))
    assert (words(gone), words(new)) == (was, "4711")
    assert gone.find(f"{tag('rPr')}/{tag('strike')}") is not None
    colour = gone.find(f"{tag('rPr')}/{tag('color')}")
    assert colour is not None
    assert colour.get(tag("val")) == GONE
    assert new.find(f"{tag('rPr')}/{tag('u')}") is not None


def test_a_cell_that_is_blank_now_shows_what_it_was() -> None:
    data = marked(a_report(), edited(requests__new__natural=None))
    struck = [words(run) for run in body(data).iter(tag("r")) if _is(run, "strike")]
    assert str(a_report().value("requests.new.natural")) in struck


def _is(run: etree._Element, mark: str) -> bool:
    return run.find(f"{tag('rPr')}/{tag(mark)}") is not None


@settings(max_examples=25, deadline=None)
@given(REPORTS, REPORTS)
def test_without_the_new_it_is_the_one_version_without_the_gone_the_other(
    before: Report, after: Report
) -> None:
    data = marked(before, after)
    old, new = without(data, tag("u")), without(data, tag("strike"))
    for key in ("0", "1", "5", "6"):
        assert set(paragraphs(before, key)) <= set(old)
        assert set(paragraphs(after, key)) <= set(new)


def test_headings_keep_their_look_when_they_are_new() -> None:
    report = a_report(**{"1": f"{TEXTS['1']}\n（二）新的一节\n新的一段。"})
    (heading,) = [p for p in body(marked(a_report(), report)).iter(tag("p")) if _new(p)][:1]
    style = heading.find(f"{tag('pPr')}/{tag('pStyle')}")
    assert style is not None
    assert style.get(tag("val")) == "Heading2"


def _new(paragraph: etree._Element) -> bool:
    return "新的一节" in words(paragraph)


def test_the_top_says_what_is_compared_and_what_the_marks_mean() -> None:
    data = marked(a_report(), edited(requests__new__natural=4711))
    top = words(next(body(data).iter(tag("p"))))
    assert top.startswith("【对比稿】从“第 1 次送审”到“现在”，共有 1 格不同。")


def test_a_validator_of_the_standard_has_nothing_to_say(tmp_path: Path) -> None:
    (tmp_path / "对比.docx").write_bytes(marked(a_report(), Report()))
    assert OpenXmlValidator().validate(tmp_path / "对比.docx").errors == []
