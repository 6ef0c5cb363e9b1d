"""What whole reports showed that texts alone did not: how text and table differ in life."""

from dataclasses import replace

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
        ("公开信息107条。其中公文24条；处罚信息41条含186条处理决定。", []),
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
        ("重新涉及网站栏目。", ["重新涉及"]),
        ("作客电台直播间。", ["作客"]),
        ("推进基层政务政务公开。", ["政务政务"]),
        ("规范审核审核发布机制。", ["审核审核"]),
        ("请与本局联系(地址：平石路1号）。", ["(地址：平石路1号）"]),
        ("请与本局联系（地址：平石路1号）。", []),
        ("如对本报告与任何疑问意见，请与本局联系。", ["与任何疑问", "任何疑问意见"]),
        ("较好的完成了年度任务。", ["较好的完成"]),
        ("一是抓公开。五是抓考核。二是抓服务。三是抓采购。", ["五"]),
        ("一是抓公开。三是抓考核。三是抓服务。四是抓采购。", ["三"]),
        ("起到了较好的宣传作用。", []),
    ],
)
def test_slips_of_the_pen_from_whole_reports(text: str, marked: list[str]) -> None:
    assert [words for words in marks(saying(text), "text.wording") if words] == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("公开信息48条，人事信息17条，规划类信息1条，公共服务类信息8条，其他信息19条。", ["48"]),
        ("公开信息45条，人事信息17条，规划类信息1条，公共服务类信息8条，其他信息19条。", []),
        # what is left out may be more than a slip
        ("公开信息176条，其中职能类9条，文件类4条，报告类7条，动态及其他信息91条。", []),
        # the first is a part, the whole stands in the sentence before
        ("公开45条。人事信息17条，规划信息1条，预决算信息8条，采购信息9条，其他信息10条。", []),
        ("从内容看，环评类57件，监测类24件，排污类15件，信访类5件，其他7件。", []),
    ],
)
def test_a_list_without_an_opening_is_closed_by_the_others(text: str, marked: list[str]) -> None:
    assert marks(saying(text), "text.breakdown") == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("我局自机构改革以来，公开信息4条。", []),
        ("公开信息4条。", ["9月1日"]),
    ],
)
def test_a_body_set_up_in_the_year_reports_on_less_than_a_year(
    text: str, marked: list[str]
) -> None:
    lead = "本报告所列数据的统计期限自2023年9月1日起至2023年12月31日止。"
    report = saying(text)
    report = replace(report, narrative={"0": lead, "1": text})
    assert marks(report, "year.period") == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        (
            "根据《中华人民共和国政府信息公开工作条例》编制。",
            ["中华人民共和国政府信息公开工作条例"],
        ),
        ("根据《政府信息条例》编制。", ["政府信息条例"]),
        ("根据《政府信息公开条例》编制。", []),
        ("根据《某市信息公开条例》编制。", []),
    ],
)
def test_the_regulations_are_called_by_their_name(text: str, marked: list[str]) -> None:
    assert marks(saying(text), "year.basis") == marked
