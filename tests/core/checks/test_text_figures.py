"""Figures in the text against the tables: whose and when they are, and how they are marked."""

from dataclasses import replace

import pytest

from gicapp.core.change import apply
from gicapp.core.report import Level, Unit
from gicapp.core.text.narrative import rendered
from tests.core.checks.sentences import (
    BUREAU,
    COUNTY,
    HANDLED,
    NEW,
    findings,
    marks,
    saying,
    told,
)


@pytest.mark.parametrize(
    "text",
    [
        "依申请公开 6 条，行政许可类信息30条。",  # web pages
        "受理镇长信箱来信9件，逐件予以答复。",
        "办理人大代表建议13件和政协提案18件。",
        "收到政府信息公开申请的其他单位中，其中某街道收到12件。",
        "2022年收到政府信息公开申请31件。",
        "去年收到政府信息公开申请31件。",
        "截至2023年6月底，收到政府信息公开申请31件。",
        "上半年收到政府信息公开申请31件。",
        "全区各部门共接到政府信息公开申请31件。",
        "市政务服务中心共收到政府信息公开申请31件。",
        "收到政府信息公开申请约1件。",
        "2024年，我局将力争收到政府信息公开申请9件以内。",
        "主动公开行政处罚信息887件、公开行政许可信息746件。",
        "当年收到申请当年办结91件。",
        "全年受理线上信息公开申请58件，依规办结53件，结转下年度处理5件。",
        "通过政府门户网站共办理并答复信息公开申请3件、纸质申请36件。",
        "经门户网站接到政府信息公开申请9件。",
        "除予以公开的答复件之外，政府信息公开申请另有7个答复件额外作了便民解答。",
        "政府信息公开申请中予以公开0件，其他3件。",
        "一、依申请公开\n本年共收到行政复议申请64件，办结57件。",
        "收到政府信息公开申请0件，受理热线工单86件，办结75件。",
        "2020年至2023年，共接到政府信息公开申请52件。",
        "局属事业单位接到政府信息公开申请8件。",
        "收到省厅转办政府信息公开申请6件。",
        "配合兄弟部门办理依申请公开件8件。",
        "政府信息公开申请0件，其中予以公开0件。配合县府办公开科协查依申请答复7件。",
        "政府信息公开申请0件。协助市司法局依申请公开办理答复6件。",
        "某市政府门户网站接到政府信息公开申请12件。",
        "收到依申请公开来信2件，网上提交3件。",  # one way of several
        "依申请公开6次，工作动态30条。",  # web pages
        "全年共收回信息公开申请表12份。",
        "政府信息公开申请0件，办理留言30条，回复30条。",
        "政府信息公开申请0件，其中网上0件，受理热线工单86件，办结75件。",
        "本年度街道收到政府信息公开申请5件。",  # of which the bureau is none
        "政府信息公开申请0件，已完成信息公开申请表5份，3件因申请人撤回不予处理。",
        "做好信息公开申请答复，3件因系统故障无法提供下载服务。",
        "作为依申请公开文件36条，不予公开文件82条。",  # kinds of papers
        "收到政府信息公开申请0件，受理热线工单86件，7件正在办理中。",
        "通过网站公开行政许可决定12件、行政处罚决定3件。",
        "公开信息66条，其中行政许可决定3条、行政处罚1条。",
        "行政许可决定3件，行政处罚1件，公开以上信息4条。",  # published, said behind
        "依申请公开政府信息：同意公开的有1件，已公开的有3件。",  # the row in two
        "依申请公开政府信息：已公开3件，同意公开1件。",
        "信息17条，主动公开的信息8条，依申请公开的信息0条，不予公开的信息9条。",  # kinds of papers
        "公文属性标注主动公开类5件、不予公开类15件、依申请公开类2件，不予公开3件。",
        "包括2022年结转政府信息公开申请0件，其中，予以公开4件。",
        "政府信息公开申请0件，3件均已办结，1件撤回。",
    ],
)
def test_what_is_not_about_the_body_or_its_year_is_let_be(text: str) -> None:
    assert marks(saying(text), "text.figure") == []


def test_hands_that_work_together_answer_for_the_body_itself() -> None:
    text = "政府信息公开申请0件。协同配合，依申请答复6件。"
    assert marks(saying(text), "text.figure") == ["6"]
    assert marks(saying(text.replace("协同配合，", "配合市政府办")), "text.figure") == []


def test_a_body_whose_business_are_petitions_receives_applications_too() -> None:
    text = "2023年，某市信访局受理政府信息公开申请4件。"
    assert marks(saying(text, Unit("某市信访局")), "text.figure") == ["4"]


def test_a_plan_in_a_list_of_what_was_published_is_no_intent() -> None:
    text = "公开信息12条，规划计划与总结信息3条；收到政府信息公开申请4件。"
    assert marks(saying(text), "text.figure") == ["4"]
    assert marks(saying("计划收到政府信息公开申请4件。"), "text.figure") == []


def test_a_government_speaks_for_its_whole_area() -> None:
    text = "2023年，全县接到政府信息公开申请12件，县政府办公室收到政府信息公开申请5件。"
    assert marks(saying(text, COUNTY, new=13), "text.figure") == ["12"]


def test_the_body_may_be_named_in_short() -> None:
    unit = Unit("某市公安局某区分局")
    assert marks(saying("区公安分局受理依申请公开6件。", unit), "text.figure") == ["6"]


def test_a_body_may_go_by_the_bare_word_for_what_it_is() -> None:
    text = "今年街道收到依申请公开申请3件。"
    assert marks(saying(text, Unit("某区某街道办事处")), "text.figure") == ["3"]
    assert marks(saying(text, Unit("某区人民政府", Level.GOVERNMENT)), "text.figure") == []


def test_a_zone_is_run_as_an_area() -> None:
    text = "2023年，全区接到政府信息公开申请454件。"
    assert marks(saying(text, Unit("某市高新技术产业园区管理委员会")), "text.figure") == ["454"]
    assert marks(saying(text, Unit("某市发展和改革委员会")), "text.figure") == []


def test_a_finding_names_both_figures_and_mends_with_a_live_one() -> None:
    report = saying("全年收到政府信息公开申请265件。", new=337)
    (finding,) = findings(report, "text.figure")
    assert (finding.expected, finding.actual, finding.cells) == ("337", "265", (NEW,))
    assert "265" in finding.message
    assert "第三部分表格“本年新收×总计”为337件" in finding.message
    mended, _ = apply(report, finding.fix)
    assert rendered(mended, "1") == "全年收到政府信息公开申请337件。"
    assert findings(mended, "text.figure") == []


def test_a_blank_cell_contradicts_nothing() -> None:
    assert marks(saying("收到政府信息公开申请3件。", new=None), "text.figure") == []


def test_a_blank_total_counts_where_the_total_below_it_proves_it() -> None:
    """The last column left empty, as the report of a city's general office on 2019 has it."""
    text = "政府信息公开申请中，因本机关不掌握等原因无法提供7件。"
    rows = {
        "requests.granted.natural": 3,
        "requests.unavailable.not_held.natural": 6,
        "requests.unavailable.not_held.commercial": 1,
        "requests.unavailable.must_be_created.natural": 2,
    }
    blank = [f"{row.rpartition('.')[0]}.total" for row in rows]
    report = told(text, {"handled": 12})
    report = replace(report, values={**report.values, **rows} | dict.fromkeys(blank))
    assert marks(report, "text.figure") == ["7"]
    assert "合计为9件" in findings(report, "text.figure")[0].message
    unproved = replace(report, values={**report.values, HANDLED: 13})
    assert marks(unproved, "text.figure") == []


def test_a_row_of_a_table_read_as_text_is_no_sentence() -> None:
    row = "一、本年新收政府信息公开申请数量 3 0 0 0 0 0 3"
    assert marks(saying(row, section="3", new=3), "text.figure") == []


def test_the_rules_read_the_lead_and_the_other_sections_too() -> None:
    for section in "0356":
        report = saying("我局收到政府信息公开申请3件。", BUREAU, section)
        assert marks(report, "text.figure") == ["3"]
