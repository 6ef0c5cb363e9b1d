"""The parts of a report as its text names them: what is garbled, and what is miscounted."""

import pytest

from gicapp.core.text.part_names import garbled_names, miscounted_parts
from gicapp.form.loader import load_form

NAMES = tuple(section.name for section in load_form().sections)
LISTED = (
    "总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，政府信息公开行政复议、行政诉讼情况，"
    "存在的主要问题及改进情况，其他需要报告的事项"
)


@pytest.mark.parametrize(
    ("text", "garbled"),
    [
        (
            LISTED.replace("改进情况，其他", "改情况，其进他"),
            ["存在的主要问题及改情况", "其进他需要报告的事项"],
        ),
        (LISTED.replace("主动公开政府", "主公开政府"), ["主公开政府信息情况"]),
        (LISTED.replace("总体", "体总"), ["体总情况"]),
        (LISTED.replace("收到和处理", "收到和理处"), ["收到和理处政府信息公开申请情况"]),
        (LISTED.replace("行政诉讼", "行政诉情讼"), ["政府信息公开行政复议、行政诉情讼情况"]),
    ],
)
def test_a_broken_word_in_the_name_of_a_part_is_told(text: str, garbled: list[str]) -> None:
    text = f"全文包括：{text}。"
    assert [text[slip.start : slip.end] for slip in garbled_names(text, NAMES)] == garbled


@pytest.mark.parametrize(
    "text",
    [
        f"全文包括：{LISTED}。",
        "包括：总体情况、存在问题和改进情况、其他需报告的事项、其它需要报告事项。",
        "包括主动公开信息情况、收到和处理申请情况、存在的问题及整改情况、需要报告的其他事项。",
        "六、其他需要报告的事项\n总体情况良好，存在的主要问题及改进情况如下：",
    ],
)
def test_other_wordings_of_the_parts_are_let_be(text: str) -> None:
    assert list(garbled_names(text, NAMES)) == []


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (f"本报告由{LISTED}六部分组成。", ""),
        (f"本报告由{LISTED}等六个部分组成，现报告如下：", ""),
        (f"本报告由{LISTED}七部分组成。", "7个部分，所列的是6"),
        (f"本报告由{LISTED}等七部分组成。", "7个部分，所列的是6"),
        (f"本报告分为六个部分：{LISTED}。", ""),
        (f"本报告分为五个部分，包括{LISTED}，内容涵盖2023年的工作情况。", "5个部分，所列的是6"),
        (f"本报告分为六个部分，包括{LISTED}，反映2023年的工作情况。", ""),
        (
            "全文包括：总体情况、复议和诉讼情况、存在的问题及改进情况、其他需要报告的事项"
            "等5个部分内容。",
            "5个部分，所列的是4",
        ),
        (
            "本报告由总体情况、主动公开政府信息情况、依申请公开情况、政府信息管理情况、"
            "政府信息平台建设情况、监督保障情况、存在的主要问题及改进情况和其他需要报告的事项"
            "六个部分组成。",
            "6个部分，所列的是8",
        ),
        # the list stops and leaves the rest to 等
        (
            "年报全文由总体情况、主动公开政府信息情况等六个部分组成。",
            "",
        ),
        (
            "全文由概述、主动公开情况、依申请公开办理情况、收费及减免情况、"
            "复议和诉讼情况、存在的不足及改进情况共六部分组成。",
            "",
        ),
        ("本报告由六部分组成，所列数据的统计期限自2023年1月1日起至2023年12月31日止。", ""),
        (f"本报告由{LISTED.replace('，', '”“')}六个部分组成。", ""),
        ("培训包括政策解读情况、平台操作情况、工作问题三个部分，参训人员共20人。", ""),
        (f"第六部分包括{LISTED}。", ""),
    ],
)
def test_the_parts_named_are_as_many_as_is_said(text: str, counts: str) -> None:
    (said,) = [slip.message for slip in miscounted_parts(text)] or [""]
    assert counts in said if counts else said == ""
