"""Figures in the text against the tables: what is compared, and what is let be."""

from dataclasses import replace

import pytest

from gicapp.core.change import apply
from gicapp.core.finding import Severity
from gicapp.core.report import Level, Unit
from gicapp.core.text.narrative import rendered
from gicapp.form.values import Value
from tests.core.checks.sentences import BUREAU, COUNTY, NEW, findings, marks, saying, told

# what each sentence says of the rows of table three; all of it is compared
SENTENCES: list[tuple[str, dict[str, Value]]] = [
    (
        "2023年我局共收到政府信息公开申请7件，上年度结转1件；予以公开3件，无法提供4件，结转下年继续办理1件。",
        {"new": 7, "carried_in": 1, "granted": 3, "unavailable__not_held": 4, "carried_out": 1},
    ),
    (
        "全年新收政府信息公开申请数量12件，同意公开5件，区分处理后公开2件，不予公开1件，不予处理3件，其他处理1件，共办结12件。",
        {
            "new": 12,
            "granted": 5,
            "partial": 2,
            "refused__process_info": 1,
            "not_processed__petition": 3,
            "other__other": 1,
            "handled": 12,
        },
    ),
    (
        "2023年收到信息公开申请三件，全部答复；办结三件，顺延到下年度答复两件。",
        {"new": 3, "handled": 3, "carried_out": 2},
    ),
    ("2023年共收到8项依申请公开。", {"new": 8}),
    ("通过线上、信函等渠道收到依申请公开信息16件。", {"new": 16}),
    (
        "2023年接收 政府信息公开申请 1,204 件，含2022年结转30件，结转2024年办理9件。",
        {"new": 1204, "carried_in": 30, "carried_out": 9},
    ),
    (
        "受理政府信息公开申请12件，予以公开及部分公开的有6件，2件属于国家秘密。",
        {"new": 12, "granted": 4, "partial": 2, "refused__state_secret": 2},
    ),
    (
        "完成政府信息依申请公开答复45件，其中，予以公开答复40件，本机关不掌握相关政府信息5件。",
        {"handled": 45, "granted": 40, "unavailable__not_held": 5},
    ),
    (
        "全年共收到依申请公开19件（其中信函9件，网络10件），已办结16件，3件结转下年办理。",
        {"new": 19, "handled": 16, "carried_out": 3},
    ),
    ("今年以来，我局共收到政府信息公开申请事件4件次。", {"new": 4}),
    ("收到政府信息公开申请5件，政府信息依申请公开答复6件。", {"new": 5, "handled": 6}),
    ("共受理依申请公开30件，办理答复31件。", {"new": 30, "handled": 31}),
    ("共受理答复依申请公开政府信息案件6件。", {"new": 6}),
    ("2023年某区知识产权局依申请信息公开办理有69件，均为自然人申请。", {"new": 69}),
    (
        "政府信息公开申请中，予以公开5件，不予公开1件，无法提供4件，不予处理9件，其他7件。",
        {
            "granted": 5,
            "refused__process_info": 1,
            "unavailable__not_held": 4,
            "not_processed__petition": 9,
            "other__not_corrected": 7,
        },
    ),
    (
        "全年收信息公开申请31件，结转上年度申请2件，依规予以公开28件，5件申请转结下年度答复。",
        {"new": 31, "carried_in": 2, "granted": 28, "carried_out": 5},
    ),
    ("全年收到依申请公开来函4件次。", {"new": 4}),
    ("依托专栏做好答复；依申请公开6次，行政复议0次。", {"new": 6}),
    (
        "受理信息公开申请14件，其中书面申请14件，申请办结数9件，转结下一年办理5件。",
        {"new": 14, "handled": 9, "carried_out": 5},
    ),
    (
        "信息公开申请共21件。其中，2023年新收信息公开申请18件，结转上年申请3件，办理完成20件。",
        {"new": 18, "carried_in": 3, "handled": 20},
    ),
    ("受理依申请公开8件，依照条例予以答复办结7件。", {"new": 8, "handled": 7}),
    (
        "收到信息公开申请6件，回复5件，2件因不属于本机关职责范围无法提供。",
        {"new": 6, "handled": 5, "unavailable__not_held": 2},
    ),
    ("受理信息公开申请6件，已完成依申请公开事项5件。", {"new": 6, "handled": 5}),
    (
        "新收到信息公开申请60件（同比增长5%，在全市各部门中位居第二），办理58件（含上年度结转申请3件）。",
        {"new": 60, "handled": 58, "carried_in": 3},
    ),
    (
        "收到政府信息公开申请9件，属于信访举报投诉、重复申请等情形不予处理4件，"
        "申请人逾期未按照收费通知要求缴纳费用2件。",
        {"new": 9, "not_processed__petition": 4, "other__fee_unpaid": 2},
    ),
    (
        "政府信息公开申请中，予以公开5件，逾期未补正2件，其他处理3件。",
        {"granted": 5, "other__not_corrected": 2, "other__other": 3},
    ),
]


@pytest.mark.parametrize(("text", "cells"), SENTENCES)
def test_figures_that_agree_are_not_marked(text: str, cells: dict[str, Value]) -> None:
    assert marks(told(text, cells), "text.figure") == []


@pytest.mark.parametrize(("text", "cells"), SENTENCES)
def test_each_figure_is_marked_when_its_row_says_otherwise(
    text: str, cells: dict[str, Value]
) -> None:
    for row in cells:
        report = told(text, {**cells, row: 99})
        assert len(marks(report, "text.figure")) == 1, row


@pytest.mark.parametrize(
    "text",
    [
        "依申请公开 6 条，行政许可类信息30条。",  # web pages
        "受理市长信箱来信7件，全部予以答复。",
        "办理人大代表建议13件和政协提案18件。",
        "收到政府信息公开申请的其他单位中，其中某街道收到12件。",
        "2022年收到政府信息公开申请31件。",
        "去年收到政府信息公开申请31件。",
        "截至2023年6月底，收到政府信息公开申请31件。",
        "上半年收到政府信息公开申请31件。",
        "全区各部门共收到政府信息公开申请31件。",
        "市政务服务中心共收到政府信息公开申请31件。",
        "收到政府信息公开申请约1件。",
        "2024年，我局将力争收到政府信息公开申请9件以内。",
        "主动公开行政处罚信息887件、公开行政许可信息746件。",
        "当年收到申请当年办结91件。",
        "全年受理线上信息公开申请65件，依法办结62件，结转下年度办理3件。",
        "通过政府门户网站共办理并答复信息公开申请3件、纸质申请36件。",
        "经门户网站收到政府信息公开申请9件。",
        "除予以公开的答复件之外，政府信息公开申请另有7个答复件额外作了便民解答。",
        "政府信息公开申请中予以公开0件，其他3件。",
        "一、依申请公开\n全年共收到行政复议申请86件，办结75件。",
        "收到政府信息公开申请0件，受理热线工单86件，办结75件。",
        "2021年至2023年，共收到政府信息公开申请45件。",
        "局属事业单位收到政府信息公开申请5件。",
        "收到市政府转办政府信息公开申请5件。",
        "配合相关部门办理依申请公开件6件。",
        "某市政府门户网站收到政府信息公开申请12件。",
        "收到依申请公开来信2件，网上提交3件。",  # one way of several
        "依申请公开6次，工作动态30条。",  # web pages
        "全年共收回信息公开申请表12份。",
        "政府信息公开申请0件，办理留言30条，回复30条。",
        "政府信息公开申请0件，其中网上0件，受理热线工单86件，办结75件。",
        "本年度街道收到政府信息公开申请5件。",  # of which the bureau is none
        "政府信息公开申请0件，已完成信息公开申请表5份，3件因申请人撤回不予处理。",
        "做好信息公开申请答复，3件因系统故障无法提供下载服务。",
    ],
)
def test_what_is_not_about_the_body_or_its_year_is_let_be(text: str) -> None:
    assert marks(saying(text), "text.figure") == []


def test_a_government_speaks_for_its_whole_area() -> None:
    text = "2023年，全县共收到政府信息公开申请12件，县政府办公室收到政府信息公开申请5件。"
    assert marks(saying(text, COUNTY, new=13), "text.figure") == ["12"]


def test_the_body_may_be_named_in_short() -> None:
    unit = Unit("某市公安局某区分局")
    assert marks(saying("区公安分局受理依申请公开6件。", unit), "text.figure") == ["6"]


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("共收到政府信息公开申请15件。", Severity.HINT),  # another way of counting
        ("新收政府信息公开申请15件。", Severity.WARNING),
        ("共收到政府信息公开申请16件。", Severity.WARNING),
    ],
)
def test_received_with_the_carried_over_is_told_apart(text: str, grade: Severity) -> None:
    found = findings(saying(text, new=14, carried_in=1, handled=15), "text.figure")
    assert [finding.severity for finding in found] == [grade]


def test_a_sentence_may_say_that_it_counts_the_carried_over_too() -> None:
    counts: dict[str, Value] = {"new": 14, "carried_in": 1, "handled": 15}
    text = "共收到政府信息公开申请15件（含上年结转1件）。"
    assert marks(told(text, counts), "text.figure") == []
    assert marks(told(text.replace("15件", "17件"), counts), "text.figure") == ["17"]


def test_the_rest_may_be_all_of_its_class_or_its_last_row() -> None:
    counts: dict[str, Value] = {"granted": 5, "other__not_corrected": 2, "other__other": 3}
    listed = "政府信息公开申请中，予以公开5件，逾期未补正2件，其他处理{}件。"
    assert [n for n in (2, 3, 4, 5) if marks(told(listed.format(n), counts), "text.figure")] == [
        2,
        4,
    ]
    alone = "政府信息公开申请中，予以公开5件，其他处理3件。"
    assert marks(told(alone, counts), "text.figure") == ["3"]


def test_a_body_may_give_what_it_dealt_with() -> None:
    text = "受理和办结政府信息公开申请15件。"
    assert marks(saying(text, new=14, carried_in=1, handled=15), "text.figure") == []


def test_applicants_are_compared_with_the_new_applications() -> None:
    text = "收到政府信息公开申请12件，其中自然人10件，法人或其他组织2件。"
    report = saying(text, new=12)
    values: dict[str, Value] = {"requests.new.natural": 9, "requests.new.commercial": 2}
    report = replace(report, values={**report.values, **values})
    assert marks(report, "text.figure") == ["10"]


@pytest.mark.parametrize(
    "text",
    [
        "收到政府信息公开申请12件，均为公民个人提出。12件为自然人申请。",
        "收到政府信息公开申请12件，10件为自然人申请。",
        "收到政府信息公开申请12件，其中公民个人提出申请10件。",
    ],
)
def test_applicants_go_by_several_names(text: str) -> None:
    report = saying(text, new=12)
    said = marks(report, "text.figure")
    assert said == (["10"] if "10" in text else [])
    right: dict[str, Value] = {"requests.new.natural": 10}
    assert marks(replace(report, values={**report.values, **right}), "text.figure") == []


def test_enterprises_and_other_organisations_are_told_apart() -> None:
    text = "受理依申请公开事项9件（其中：自然人申请4件、企业申请2件、其他组织申请3件）。"
    assert marks(saying(text, new=9), "text.figure") == ["4", "2", "3"]
    values: dict[str, Value] = {"requests.new.natural": 4, "requests.new.commercial": 2}
    report = saying(text, new=9)
    for last in ("other_org", "research"):
        right: dict[str, Value] = {**values, f"requests.new.{last}": 3}
        assert marks(replace(report, values={**report.values, **right}), "text.figure") == []


def test_applicants_may_have_a_sentence_of_their_own() -> None:
    text = "公民个人提出申请20件，占比90.9%；法人或其他组织提出申请2件，占比9.1%。"
    asked = f"收到政府信息公开申请22件。{text}"
    report = saying(asked, new=22)
    assert marks(report, "text.figure") == ["20", "2"]
    right: dict[str, Value] = {"requests.new.natural": 20, "requests.new.nonprofit": 2}
    assert marks(replace(report, values={**report.values, **right}), "text.figure") == []
    assert marks(saying(f"收到行政许可申请22件。{text}"), "text.figure") == []


def test_a_body_may_go_by_the_bare_word_for_what_it_is() -> None:
    text = "本年度街道收到依申请公开申请3件。"
    assert marks(saying(text, Unit("某区某街道办事处")), "text.figure") == ["3"]
    assert marks(saying(text, Unit("某区人民政府", Level.GOVERNMENT)), "text.figure") == []


def test_applicants_of_what_was_dealt_with_may_include_the_carried_over() -> None:
    report = saying("受理政府信息公开申请15件，其中自然人申请13件。", new=12, carried_in=3)
    values: dict[str, Value] = {"requests.new.natural": 11, "requests.carried_in.natural": 2}
    assert marks(replace(report, values={**report.values, **values}), "text.figure") == []


def test_a_zone_is_run_as_an_area() -> None:
    text = "2023年，全区共收到政府信息公开申请454件。"
    assert marks(saying(text, Unit("某市高新技术产业园区管理委员会")), "text.figure") == ["454"]
    assert marks(saying(text, Unit("某市发展和改革委员会")), "text.figure") == []


def test_reviews_and_suits_are_compared_with_table_four() -> None:
    text = "因政府信息公开引发行政复议2件、行政诉讼1件。"
    report = saying(text)
    values: dict[str, Value] = {"disputes.review.total": 2, "disputes.direct_suit.total": 1}
    assert marks(replace(report, values={**report.values, **values}), "text.figure") == []
    assert marks(report, "text.figure") == ["2", "1"]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("收到政府信息公开申请0件，行政复议、诉讼3件。", ["3"]),
        ("因信息公开被申请的行政复议或者行政诉讼3件。", ["3"]),
        ("信息公开行政复议3件（申请人撤回）、行政诉讼4件。", ["3", "4"]),
        ("因依申请公开引发行政争议7件，其中行政复议3件，行政诉讼4件。", ["3", "4"]),
        ("因信息公开引发行政复议7件，其中某镇行政复议3件。", ["7"]),
        ("收到信息公开申请0件，上年转结0件，其中网上0件，发生行政复议3件。", ["3"]),
    ],
)
def test_reviews_and_suits_go_by_several_words(text: str, marked: list[str]) -> None:
    assert marks(saying(text), "text.figure") == marked


def test_how_cases_ended_is_compared_with_table_four() -> None:
    text = "因政府信息公开产生行政复议案件6件，其中行政复议结果维持5件，行政复议尚未审结1件。"
    report = saying(text)
    values: dict[str, Value] = {
        "disputes.review.total": 6,
        "disputes.review.upheld": 5,
        "disputes.review.pending": 1,
    }
    right = replace(report, values={**report.values, **values})
    assert marks(right, "text.figure") == []
    assert marks(report, "text.figure") == ["6", "5", "1"]


def test_how_reviews_ended_may_be_listed_behind_them() -> None:
    text = "因政府信息公开被行政复议7件，其中结果维持6件、结果纠正0件、尚未审结1件。"
    assert marks(saying(text), "text.figure") == ["7", "6", "1"]
    suits = "因政府信息公开发生行政诉讼7件，其中结果维持6件。"
    assert marks(saying(suits), "text.figure") == ["7"]


def test_suits_are_told_apart_and_corrections_counted() -> None:
    text = (
        "因政府信息公开引起的行政复议2件，其中行政复议纠错1件；"
        "因政府信息公开引起的行政诉讼7件（未经复议直接起诉6件，复议后起诉1件）。"
    )
    report = saying(text)
    assert marks(report, "text.figure") == ["2", "1", "7", "6", "1"]
    right: dict[str, Value] = {
        "disputes.review.total": 2,
        "disputes.review.corrected": 1,
        "disputes.direct_suit.total": 6,
        "disputes.suit_after_review.total": 1,
    }
    assert marks(replace(report, values={**report.values, **right}), "text.figure") == []


def test_cases_that_the_body_decides_are_let_be() -> None:
    assert marks(saying("作为复议机关办理行政复议案件120件。"), "text.figure") == []
    text = "依法办理政府信息公开的行政复议案件12件。"
    assert marks(saying(text, COUNTY), "text.figure") == []
    assert marks(saying(text), "text.figure") == ["12"]


def test_documents_and_decisions_are_compared_with_table_two() -> None:
    text = "制发行政规范性文件8件，废止17件，现行有效20件。全年作出行政处罚决定12件。"
    report = saying(text)
    assert marks(report, "text.figure") == ["8", "17", "20", "12"]
    right: dict[str, Value] = {
        "disclosure.normative_documents.issued": 8,
        "disclosure.normative_documents.repealed": 17,
        "disclosure.normative_documents.in_force": 20,
        "disclosure.penalties.decisions": 12,
    }
    assert marks(replace(report, values={**report.values, **right}), "text.figure") == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("梳理出继续有效规范性文件66件，废止规范性文件6件。", ["66", "6"]),
        ("废止规范性文件6件，宣布失效规范性文件5件。", []),  # which are one row together
        ("对规范性文件全面清理，本年度制发3件，废止1件，现行有效2件。", ["3", "1", "2"]),
        ("行政许可共处理决定62起，行政处罚共处理决定4起。", ["62", "4"]),
        ("制发4份规范性文件，废止5份规范性文件。", ["4", "5"]),
        ("制发（修改）政府规章2份。", ["2"]),
        ("作出行政处罚2宗；作出31宗行政许可，其中3宗为设立。", ["2", "31"]),
        ("公开作出31宗行政许可信息。", []),
        ("修改4份规范性文件。", []),
        ("制发4份规范性文件解读，废止5份规范性文件目录。", []),
        ("以县政府名义制定行政规范性文件17件，发布信息9条。", []),
    ],
)
def test_documents_and_decisions_go_by_several_words(text: str, marked: list[str]) -> None:
    assert marks(saying(text), "text.figure") == marked


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


def test_a_row_of_a_table_read_as_text_is_no_sentence() -> None:
    row = "一、本年新收政府信息公开申请数量 3 0 0 0 0 0 3"
    assert marks(saying(row, section="3", new=3), "text.figure") == []


def test_the_rules_read_the_lead_and_the_other_sections_too() -> None:
    for section in "0356":
        report = saying("我局收到政府信息公开申请3件。", BUREAU, section)
        assert marks(report, "text.figure") == ["3"]
