"""Laws of the text rules that hold for any text whatever."""

from dataclasses import replace
from types import MappingProxyType

from hypothesis import given
from hypothesis import strategies as st

from gicapp.core.change import SetText, apply
from gicapp.core.checks.catalogue import RULES, check
from gicapp.core.checks.rule import Subject
from gicapp.core.report import Report
from gicapp.core.text.claims import claims_in
from gicapp.core.text.narrative import rendered
from gicapp.form.loader import load_form
from tests.core.checks.sentences import BUREAU, saying, told
from tests.strategies import REPORTS, TEXTS

FORM = load_form()
# what official prose is made of, so that the patterns are reached
_WORDS = (
    "我局 全年 2023年 2022年 上年 下年度 共 收到 受理 办结 答复 政府信息公开申请 "
    "依申请公开 予以公开 部分公开 无法提供 结转 其中 包括 行政复议 行政诉讼 未发生 没有 "
    "全部 3件 三件 12 1,204条 约5份 占50% ， 。 ； ： 、 （ ） 《 “ 一是 三是 （二） 将 "
    "提升 下一步 信息处理费 380元 较上年增长 20% 制发行政规范性文件 废止 ⟦year⟧ "
    "⟦requests.new.total⟧ ⟦growth( ⟧ XX 13812345678 统计期限 1月1日至12月31日"
)
WORDS = st.sampled_from(["\n", " ", *_WORDS.split()])
PROSE = st.lists(st.one_of(WORDS, TEXTS), max_size=30).map("".join)


def _any(report: Report, one: str, five: str) -> Report:
    narrative = {"0": five, "1": one, "5": five, "6": one}
    return replace(report, narrative=MappingProxyType(narrative), year=2023, unit=BUREAU)


@given(REPORTS, PROSE, PROSE)
def test_any_text_is_checked_and_every_place_is_in_it(report: Report, one: str, five: str) -> None:
    report = _any(report, one, five)
    texts = {key: rendered(report, key) for key in report.narrative}
    for finding in check(FORM, report):
        if finding.span is not None:
            start, end = finding.span
            assert 0 <= start <= end <= len(texts[str(finding.section)])
        assert finding.message.endswith(("。", "”"))


@given(PROSE, PROSE, PROSE)
def test_the_same_text_gives_the_same_findings(one: str, five: str, before: str) -> None:
    report = replace(_any(saying(""), one, five), prior=saying(before))
    assert check(FORM, report) == check(FORM, report)


@given(PROSE)
def test_mending_every_figure_leaves_none_to_mend(text: str) -> None:
    report = saying(text, new=7, handled=6, carried_in=1, carried_out=2)
    rule = next(rule for rule in RULES if rule.name == "text.figure")
    for _ in range(60):
        found = [f for f in rule.find(Subject(FORM, report)) if f.fix]
        if not found:
            break
        before = len(found)
        report, _inverse = apply(report, found[0].fix)
        assert len([f for f in rule.find(Subject(FORM, report)) if f.fix]) < before
    assert [f for f in rule.find(Subject(FORM, report)) if f.fix] == []


SENTENCES = st.sampled_from(
    [
        "2023年，我局共收到政府信息公开申请{new}件，上年结转{carried_in}件，办结{handled}件，"
        "结转下年度{carried_out}件。",
        "全年新收依申请公开{new}件，其中予以公开{granted}件，无法提供{unavailable__not_held}件。",
        "（二）依申请公开。我局受理政府信息公开申请{new}份，均已答复；不予公开"
        "{refused__process_info}份，部分公开{partial}份，转下年度继续办理{carried_out}份。",
    ]
)
ROWS = (
    "new", "carried_in", "handled", "carried_out", "granted", "partial",
    "unavailable__not_held", "refused__process_info",
)  # fmt: skip


@given(SENTENCES, st.lists(st.integers(0, 9999), min_size=len(ROWS), max_size=len(ROWS)), st.data())
def test_a_planted_slip_is_found_and_nothing_else(
    sentence: str, numbers: list[int], data: st.DataObject
) -> None:
    rows = dict(zip(ROWS, numbers, strict=True))
    rows["carried_in"], rows["handled"] = 0, rows["new"]  # whatever 受理 may mean is one number
    slipped = data.draw(st.sampled_from([row for row in ROWS if f"{{{row}}}" in sentence]))
    wrong = {**rows, slipped: rows[slipped] + data.draw(st.integers(1, 500)) + 10_000}
    report = told(sentence.format(**rows), rows)
    rule = next(rule for rule in RULES if rule.name == "text.figure")
    assert list(rule.find(Subject(FORM, report))) == []
    slip, _ = apply(report, [SetText("1", sentence.format(**wrong))])
    (finding,) = rule.find(Subject(FORM, slip))
    assert finding.actual == str(wrong[slipped])


@given(PROSE)
def test_claims_stand_in_the_order_of_the_text(text: str) -> None:
    places = [claim.quantity.start for claim in claims_in(text, BUREAU, 2023)]
    assert places == sorted(set(places))
