"""Whose report it is and for which year, from titles and from sentences that lead up to it."""

import pytest

from gicapp.core.content import Content, Paragraph
from gicapp.core.recognition.interpretation import interpret


def _said(*lines: str) -> tuple[str, int | None]:
    reading = interpret(Content("txt", tuple(map(Paragraph, (*lines, "一、总体情况", "无")))))
    return reading.unit, reading.year


@pytest.mark.parametrize(
    ("sentence", "unit", "year"),
    [
        ("根据《条例》规定，现公布区水务局2023年政府信息公开工作年度报告。", "区水务局", 2023),
        ("特编制某市人民政府办公室2023年政府信息公开工作年度报告。", "某市人民政府办公室", 2023),
        ("现将我局2022年度政府信息公开工作报告如下：", "", 2022),
        ("现将2021年度政府信息公开工作情况报告如下：", "", 2021),
        ("本报告由某某镇人民政府按照《条例》要求编制。", "某某镇人民政府", None),
        ("统计期限自2024年1月1日起，至2024年12月31日止。", "", 2024),
    ],
)
def test_a_report_without_a_title_says_it_in_a_sentence(
    sentence: str, unit: str, year: int | None
) -> None:
    assert _said(sentence) == (unit, year)


@pytest.mark.parametrize(
    "sentence",
    [
        "根据《某县办公室关于编制2021年政府信息公开工作年度报告的通知》要求，编制本报告。",
        "全年及时发布2021年政府信息公开工作年度报告等信息20条。",
        "努力实现公开2021年政府信息公开年报的目标。",
        "本报告由总体情况、主动公开政府信息情况等六部分组成。",
        "本报告由本机关负责解释。",
    ],
)
def test_a_sentence_about_something_else_says_nothing(sentence: str) -> None:
    assert _said(sentence) == ("", None)


def test_a_title_counts_before_a_sentence() -> None:
    sentence = "现公布某某县教育局2022年政府信息公开工作年度报告。"
    assert _said("甲县教育局2023年政府信息公开工作年度报告", sentence) == ("甲县教育局", 2023)


@pytest.mark.parametrize("slip", ["告年度报", "年度告报", "年度报"])
def test_a_title_with_a_slip_is_still_the_title(slip: str) -> None:
    assert _said(f"某县某镇2023年政府信息公开工作{slip}") == ("某县某镇", 2023)


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("某区人民政府信息公开工作年度报告（2023年度）", "某区人民政府"),
        ("某区人民政府政府信息公开工作年度报告（2023年度）", "某区人民政府"),
        ("某县政府信息公开工作年度报告（2023年度）", "某县"),
        ("某某市人民政府2023年某某市政府信息公开工作年度报告", "某某市人民政府"),
        ("甲市市场监管局2023年政府信息公开工作年度报告", "甲市市场监管局"),
        ("甲乙镇甲乙2023年政府信息公开工作年度报告", "甲乙镇"),
        ("2023年政府信息公开工作年度报告（甲市乙区统计局）", "甲市乙区统计局"),
        ("2023年政府信息公开工作年度报告（乡镇街道）", ""),
        ("2023年政府信息公开工作年度报告（某某市本级）", ""),
        ("2023年政府信息公开工作年度报告（正式公开版）", ""),
        ("甲县2023年政府信息公开工作年度报告（报甲市统计局）", "甲县"),
    ],
)
def test_a_title_names_the_unit_before_the_matter_or_in_brackets(title: str, unit: str) -> None:
    assert _said(title) == (unit, 2023)
