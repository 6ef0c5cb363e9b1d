"""What whole reports showed that texts alone did not: how text and table differ in life."""

import pytest

from gicapp.core.report import Unit
from tests.core.checks.sentences import marks, saying, told


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        # the body's papers by how they may be disclosed, not what came of applications
        ("其中主动公开253份、依申请公开及不予公开409份。", []),
        ("政府信息公开申请中，不予公开4件。", ["4"]),
    ],
)
def test_papers_by_their_attribute_are_no_results(text: str, marked: list[str]) -> None:
    assert marks(saying(text, new=2), "text.figure") == marked


def test_the_last_class_of_a_list_is_its_own_whatever_stands_beside_it() -> None:
    text = (
        "受理政府信息公开申请8件，同意公开1件，不予公开3件，"
        "因无法提供相关信息答复2件，其他处理2件。"
    )
    rows = {"granted": 1, "refused.enforcement_files": 3, "other.fee_unpaid": 4, "new": 8}
    assert marks(told(text, {**rows, "handled": 8}), "text.figure") == ["2", "2"]
    rows |= {"other.fee_unpaid": 2, "unavailable.not_held": 2}
    assert marks(told(text, {**rows, "handled": 8}), "text.figure") == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("事项89项，其中行政许可57项，“全程网办”的有45项，占比78.9%。", []),  # of the 57
        ("事项89项，其中行政许可57项，“全程网办”的有45项，占比50.6%。", ["89"]),
    ],
)
def test_a_part_with_the_share_of_another_part_is_none_of_the_whole(
    text: str, marked: list[str]
) -> None:
    assert marks(saying(text), "text.breakdown") == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("公开信息8条，收、办结留言3个。其中动态7条，重点项目41个。", []),
        ("公开信息8条。其中动态7条，重点项目41条。", ["41"]),
    ],
)
def test_a_part_is_larger_only_than_what_is_counted_alike(text: str, marked: list[str]) -> None:
    assert marks(saying(text), "text.breakdown") == marked


def test_a_body_that_is_set_up_is_named_without_the_verb() -> None:
    text = "整合水利、渔业等职责，组建区农业农村局。\n组建区农业农村局，职责更加清晰。"
    assert marks(saying(text, Unit("平石综合实验区农业农村局")), "text.other_unit") == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("网址：https//www.example.gov.cn", ["https//"]),
        ("网址：http：//www.example.gov.cn", ["http：//"]),
        ("网址：https://www.example.gov.cn", []),
        ("重新涉及网站栏目。", ["涉及"]),
        ("作客电台直播间。", ["作客"]),
        ("推进基层政务政务公开。", ["政务政务"]),
        ("规范审核审核发布机制。", ["审核审核"]),
    ],
)
def test_slips_of_the_pen_from_whole_reports(text: str, marked: list[str]) -> None:
    assert [words for words in marks(saying(text), "text.wording") if words] == marked
