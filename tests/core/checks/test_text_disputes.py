"""Reviews and suits told together, and how they ended by other words than the form's."""

from dataclasses import replace

import pytest

from gicapp.form.values import Value
from tests.core.checks.sentences import findings, marks, saying

_CASES: dict[str, Value] = {
    "disputes.review.upheld": 4,
    "disputes.review.corrected": 2,
    "disputes.review.other": 1,
    "disputes.review.pending": 3,
    "disputes.review.total": 10,
    "disputes.direct_suit.upheld": 5,
    "disputes.direct_suit.other": 2,
    "disputes.direct_suit.pending": 3,
    "disputes.direct_suit.total": 10,
}


def _marked(text: str, **changed: Value) -> list[str]:
    report = saying(text)
    rows = {f"disputes.{row.replace('__', '.')}": value for row, value in changed.items()}
    return marks(replace(report, values={**report.values, **_CASES, **rows}), "text.figure")


@pytest.mark.parametrize(
    "text",
    [
        "因政府信息公开引发行政复议和行政诉讼各{}件。",
        "涉及信息公开类的行政复议、行政诉讼案件各{}件。",
        "因依申请公开进入行政复议程序和行政诉讼程序均为{}件。",
        "因政府信息公开被申请行政复议、被提起行政诉讼各{}起。",
    ],
)
def test_one_figure_may_be_said_of_reviews_and_of_suits(text: str) -> None:
    assert _marked(text.format(10)) == []
    assert _marked(text.format(9)) == ["9", "9"]
    assert _marked(text.format(10), direct_suit__total=9) == ["10"]


def test_no_live_figure_takes_the_place_of_a_number_said_of_both() -> None:
    found = findings(saying("因政府信息公开引发行政复议和行政诉讼各2件。"), "text.figure")
    assert [finding.fix for finding in found] == [(), ()]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("因信息公开引发的行政复议、行政诉讼分别为10件、10件。", []),
        ("因信息公开引发的行政复议、行政诉讼分别为9件、10件。", ["9"]),
        ("因信息公开引发的行政复议和行政诉讼分别为10件和8件。", ["8"]),
        ("依申请公开涉及复议10件，诉讼10件。", []),
        ("依申请公开涉及复议9件，诉讼8件。", ["9", "8"]),
        ("收到政府信息公开申请0件，其中，行政复议9件、行政诉讼8件。", ["9", "8"]),
        ("因信息公开被申请行政复议10件，尚未审结行政诉讼2件。", ["2"]),
    ],
)
def test_reviews_and_suits_may_be_named_before_their_figures(text: str, marked: list[str]) -> None:
    assert _marked(text) == marked


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("申请人撤回1件，维持4件", "申请人撤回2件，维持4件"),
        ("维持4件，纠正2件，撤销复议申请1件", "维持4件，纠正2件，撤销复议申请3件"),
        ("维持4件，1件申请人主动撤回", "维持4件，2件申请人主动撤回"),
        ("结果维持4件，责令重新答复2件", "结果维持4件，责令重新答复3件"),
        ("2件被复议机关责令重新作出答复", "1件被复议机关责令重新作出答复"),
        ("2件被复议机关撤销答复书中部分内容", "1件被复议机关撤销答复书中部分内容"),
        ("4件行政复议决定维持我局作出的答复", "3件行政复议决定维持我局作出的答复"),
        ("维持4件，未审结3件", "维持4件，未审结2件"),
        ("3件正在复议机关审理中，尚未审结", "1件正在复议机关审理中，尚未审结"),
    ],
)
def test_endings_of_reviews_go_by_other_words(right: str, wrong: str) -> None:
    told = "因政府信息公开被申请行政复议10件，其中"
    assert _marked(f"{told}{right}。") == []
    assert len(_marked(f"{told}{wrong}。")) == 1


def test_the_heading_may_name_both_kinds() -> None:
    heading = "（五）政府信息公开行政复议、行政诉讼情况\n全年"
    assert _marked(f"{heading}被提起行政诉讼10件，结果维持5件。") == []
    assert _marked(f"{heading}被提起行政诉讼10件，结果维持4件。") == ["4"]
    assert _marked(f"{heading}被申请行政复议10件，结果纠正3件。") == ["3"]
    assert _marked(f"{heading}行政复议10件、行政诉讼10件，结果维持9件。") == []
    assert _marked(f"{heading}行政复议10件、行政诉讼10件。其中结果维持9件。") == []


def test_suits_that_were_withdrawn_are_another_result() -> None:
    told = "因政府信息公开被提起行政诉讼10件，其中结果维持5件，"
    assert _marked(f"{told}原告撤诉2件，尚未审结3件。") == []
    assert _marked(f"{told}原告撤诉1件，尚未审结3件。") == ["1"]
    assert _marked(f"{told}1件撤回起诉，尚未审结3件。") == ["1"]


@pytest.mark.parametrize(
    "text",
    [
        # one of several that belong to the same column
        "因政府信息公开被申请行政复议10件，其中维持4件，撤回0件，驳回1件。",
        "因政府信息公开被申请行政复议10件，其中维持4件，责令重新答复1件，确认违法1件。",
        "因政府信息公开被提起行政诉讼10件，其中结果维持5件，撤诉1件，驳回起诉1件。",
        # not told as one of the endings
        "因政府信息公开被申请行政复议10件，申请人撤回2件。",
        # of both kinds together
        "因政府信息公开被申请行政复议10件、提起行政诉讼10件，维持9件，撤回3件。",
        # of applications for information
        "收到政府信息公开申请0件，申请人撤回申请2件，转办1件，被转交3件。",
    ],
)
def test_endings_that_may_be_of_others_are_let_be(text: str) -> None:
    assert _marked(text) == []


@pytest.mark.parametrize(("corrected", "marked"), [(2, []), (1, ["1"])])
def test_suits_brought_at_once_have_their_own_endings(corrected: int, marked: list[str]) -> None:
    text = (
        f"因政府信息公开被直接提起行政诉讼4件，结果纠正{corrected}件、尚未审结2件；"
        "经复议后起诉1件，结果纠正。"
    )
    suits: dict[str, Value] = dict.fromkeys(
        ("direct_suit__upheld", "direct_suit__other", "suit_after_review__upheld"), 0
    )
    suits |= {
        "direct_suit__corrected": 2,
        "direct_suit__pending": 2,
        "direct_suit__total": 4,
        "suit_after_review__corrected": 1,
        "suit_after_review__total": 1,
    }
    assert _marked(text, **suits) == marked


def test_reviews_and_suits_told_to_have_all_ended_alike() -> None:
    text = "信息公开类行政复议10件，诉讼10件，均获维持。"
    assert _marked(text) == ["10", "10"]  # three of each are pending
    ended: dict[str, Value] = {"review__upheld": 10, "direct_suit__upheld": 10}
    assert _marked(text, **ended) == []
