"""Sentences of dense paragraphs: what is told apart, and what the next figure is of."""

from dataclasses import replace

import pytest

from gicapp.core.report import Unit
from tests.core.checks.sentences import findings, marks, saying, told

ASKED = "（二）依申请公开情况\n"


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("上年结转的1件，今年1月办完。今年又收到4件，办结3件，1件转到明年。", []),
        ("上年结转的1件。今年又收到4件，办结3件，1件转到明年。", ["3"]),
        ("上年结转的1件，今年1月办完。今年又收到4件，办结5件，1件转到明年。", ["5"]),
    ],
)
def test_what_came_from_last_year_may_be_told_apart(text: str, marked: list[str]) -> None:
    report = saying(ASKED + text, new=4, carried_in=1, handled=4, carried_out=1)
    assert marks(report, "text.figure") == marked


def test_reviews_that_were_closed_are_not_all() -> None:
    text = "办结政府信息公开行政复议13件（维持10件、纠正3件），另有1件未审结。"
    assert "13" not in marks(saying(text), "text.figure")


@pytest.mark.parametrize(
    ("unit", "text", "marked"),
    [
        (
            "鹭岛市湖东区湖东街道办事处",
            "现公布湖东区人民政府湖东街道办事处2023年政府信息公开工作年度报告。",
            [],
        ),
        ("澜滨新区石屿街道办事处", "现把石屿街道2023年度政府信息公开工作年度报告予以公布。", []),
        ("黔岭省卫生健康委", "依照有关规定，编制省卫生健康委政府信息公开工作年度报告。", []),
        (
            "澜滨新区石屿街道办事处",
            "现公布澜滨新区石桥街道2023年度政府信息公开工作年度报告。",
            ["澜滨新区石桥街道"],
        ),
        ("沅阳县云盘岭乡人民政府", "全年全镇在门户网站上主动公开信息58条。", ["全镇"]),
        ("沅阳县云盘岭乡人民政府", "2023年度全乡未收到依申请公开。", []),
        ("扎林特旗司法局", "我局定了受理机构，制定扎林旗司法局依申请公开受理制度。", []),
        (
            "平涪县交通运输局",
            "按通知要求，特编成平涪县交通局2023年度政府信息公开工作年度报告。",
            [],
        ),
        ("通源市东澄区金坪镇人民政府", "一是组织推动全省政府信息公开工作。", ["全省"]),
        ("冠城县兰桥乡人民政府", "对全市政府信息公开工作的指导、督促进一步加强。", ["全市"]),
        ("冠城县兰桥乡人民政府", "市政府办公室组织推动全市政府信息公开工作。", []),
        ("冠城县兰桥乡人民政府", "按照全市政府信息公开工作的统一要求，做好公开。", []),
    ],
)
def test_a_body_speaks_of_itself_and_what_is_its_own(
    unit: str, text: str, marked: list[str]
) -> None:
    assert marks(saying(text, Unit(unit), section="0"), "text.other_unit") == marked


def test_where_a_copy_is_to_be_had_names_no_other_body() -> None:
    lead = "本报告统计2023年的数据，电子版可从省财政厅网站下载。"
    unit = Unit("青岚省财政厅")
    assert marks(saying(lead, unit, section="0"), "text.other_unit") == []
    alien = "统计2023年的数据，云麓省财政厅网站可以下载。"
    assert marks(saying(alien, unit, section="0"), "text.other_unit") == ["云麓省财政厅"]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("两个办事处办理申请21件，各自编制报告，不包含在上述数据内。", []),
        ("全年办理申请21件，均已答复。", ["21"]),
    ],
)
def test_what_is_said_to_be_left_out_is_no_row(text: str, marked: list[str]) -> None:
    assert marks(saying(ASKED + text, new=42, handled=42), "text.figure") == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("办结12件，其中予以公开5件，部分公开4件，无法提供3件，分别占41.7%、33.3%和25%。", []),
        ("办结12件，其中予以公开5件，占40.7%。", ["40.7"]),
    ],
)
def test_shares_told_one_after_the_other_are_not_of_the_last(text: str, marked: list[str]) -> None:
    assert marks(saying(ASKED + text, new=12, handled=12), "text.percentage") == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("加上结转的3件，共办理45件，除2件外其余43件均已办结。", []),
        ("加上结转的3件，共办理44件，除2件外其余42件均已办结。", ["44"]),
    ],
)
def test_what_was_dealt_with_may_be_all_there_was(text: str, marked: list[str]) -> None:
    asked = f"{ASKED}新收政府信息公开申请42件，{text}"
    report = saying(asked, new=42, carried_in=3, handled=43, carried_out=2)
    assert [mark for mark in marks(report, "text.figure") if mark != "42"] == marked


def test_the_first_of_results_is_no_whole_of_the_others() -> None:
    text = "公开（含部分公开）42件，其中部分公开7件；不予公开11件；不掌握38件。"
    assert marks(saying(ASKED + text, new=91, handled=91), "text.breakdown") == []
    whole = "收到申请42件，其中予以公开7件；不予公开11件；不掌握38件。"
    assert marks(saying(ASKED + whole, new=42, handled=42), "text.breakdown") == ["42"]


def test_of_those_refused_some_are_none_of_the_class() -> None:
    text = "不予公开的有2件属于国家秘密，1件属行政执法案卷。"
    rows = {"refused.state_secret": 2, "refused.enforcement_files": 1}
    assert marks(told(ASKED + text, rows), "text.figure") == []


def test_answers_at_fault_in_section_five_are_not_all() -> None:
    text = "个别政府信息公开申请答复1件不够规范。"
    assert marks(saying(text, section="5", handled=11), "text.figure") == []


def test_a_share_of_none_is_nought() -> None:
    text = ASKED + "不予公开占办结总数的{}%。"
    assert marks(saying(text.format("0"), new=9, handled=9), "text.percentage") == []
    assert marks(saying(text.format("5"), new=9, handled=9), "text.percentage") == ["5"]


def test_a_line_that_is_wrapped_is_not_unfinished() -> None:
    wrapped = "完善清单，加强指导，同时进一步提高\n答复的质量，方便群众。"
    assert not any("未写完" in f.message for f in findings(saying(wrapped), "text.wording"))


def test_some_ten_are_not_so_many_years() -> None:
    text = ASKED + "除十来件咨询外，全年收到政府信息公开申请9件。"
    assert marks(saying(text, new=3), "text.figure") == ["9"]
    years = ASKED + "十年来，我局收到政府信息公开申请9件。"
    assert marks(saying(years, new=3), "text.figure") == []


@pytest.mark.parametrize(
    "text",
    [
        "受理申请20件，乙局、丙局、丁局三个部门新收9件，超过一半。",
        "受理申请20件，其中自然人12件，非自然人申请合计8件。",
    ],
)
def test_what_some_bodies_or_others_than_persons_asked_for_is_told_apart(text: str) -> None:
    report = saying(ASKED + text, new=20)
    values = {**report.values, "requests.new.natural": 12, "requests.new.commercial": 8}
    assert marks(replace(report, values=values), "text.figure") == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("有1件逾期不补正，视为放弃；还有1件作其他处理。", []),
        ("有1件逾期不补正，视为放弃；1件作其他处理。", ["1"]),
        ("有1件逾期不补正，视为放弃；还有3件作其他处理。", ["3"]),
    ],
)
def test_the_rest_of_a_class_is_what_its_rows_leave(text: str, marked: list[str]) -> None:
    rows = {"other__not_corrected": 1, "other__other": 1, "handled": 2, "new": 2}
    report = told(f"{ASKED}收到申请2件，{text}", rows)
    assert marks(report, "text.figure") == marked


@pytest.mark.parametrize(
    ("handled", "text"),
    [
        (
            0,
            "行政诉讼197件，其中直接起诉141件，结果维持32件、其他结果61件、未审结48件；复议后起诉56件。",
        ),
        (
            96,
            "办结的96件中：予以公开48件；不予公开8件，为过程性信息7件、执法案卷1件；无法提供40件。",
        ),
        (
            19,
            "19件已办结，包括：予以公开6件；不予公开3件；无法提供8件，即不掌握7件、需另行制作1件；其他处理2件。",
        ),
    ],
)
def test_parts_of_a_part_are_no_parts_of_the_whole(handled: int, text: str) -> None:
    assert marks(saying(ASKED + text, handled=handled), "text.breakdown") == []


def test_a_share_may_be_of_all_that_the_sentence_before_told() -> None:
    text = "办结20件，不予处理11件。其中信访类7件，要求确认3件，重复申请1件，占办结总数的{}%。"
    report = saying(ASKED + text.format(55), new=20, handled=20)
    assert marks(report, "text.percentage") == []
    wrong = saying(ASKED + text.format(65), new=20, handled=20)
    assert marks(wrong, "text.percentage") == ["65"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("桐江市白马镇人民政府", "做好公开。上述措施由镇党政办牵头。"),
        ("南碇县人民政府办公室", "公开信息327条，其中县政府办公室自身产生的信息209条。"),
    ],
)
def test_a_name_does_not_begin_with_words_before_it(name: str, text: str) -> None:
    assert marks(saying(text, Unit(name)), "text.other_unit") == []


def test_a_year_without_applications_may_be_held_against_the_year_before() -> None:
    text = "未收到政府信息公开申请，也没有上年结转的申请。2022年全县收到申请2件，均已办结。"
    assert marks(saying(ASKED + text, Unit("某县人民政府")), "year.self") == []


def test_what_was_made_public_is_on_the_subject() -> None:
    text = "促消费方面，公布消费券方案6批，" + "发放资金若干，" * 30 + "每批结束后公布核销情况。"
    assert marks(saying(text), "text.length") == []
    assert marks(saying(text.replace("公布", "定下")), "text.length") != []


@pytest.mark.parametrize("words", ["占比分别为", "占比依次为", "分别占"])
def test_shares_told_one_after_the_other_are_not_all_of_the_last_figure(words: str) -> None:
    text = f"办结20件，予以公开12件，不予公开5件，无法提供3件，{words}60%、25%、15%。"
    assert marks(saying(ASKED + text, new=20, handled=20), "text.percentage") == []


def test_how_many_sums_are_told_is_no_figure() -> None:
    text = "办结20件，予以公开与部分公开两项共{}件。"
    rows = {"new": 20, "handled": 20, "granted": 10, "partial": 4}
    assert marks(told(ASKED + text.format(14), rows), "text.figure") == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("收到申请9件，全部来自自然人，较上年的12件下降25%。", 0),
        ("收到申请9件，全部来自自然人，较上年的12件下降33%。", 1),
        ("收到申请3件，均由企业提出，较上年的5件减少2件，下降60%。", 1),
        ("收到申请30件，均已办结27件，较上年的20件增长35%。", 0),
    ],
)
def test_who_asked_may_stand_between_a_figure_and_its_growth(text: str, marked: int) -> None:
    assert len(marks(saying(ASKED + text), "text.percentage")) == marked
