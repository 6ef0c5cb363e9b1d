"""Sentences of longer reports: what is told beside the matter, and slips met there."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from gicapp.core.report import Level, Unit
from tests.core.checks.sentences import BUREAU, findings, marks, saying

ASKED = "（二）依申请公开情况\n"
DISTRICT = Unit("凤溪区人民政府", Level.GOVERNMENT)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("收到申请4件，都已答复。2021年全年只有1件。", []),
        ("收到申请4件，都已答复。2021年我局收到1件，问的是补贴。", []),
        ("2021年全年只有1件申请，问的是补贴。", ["2021"]),
        ("今年未收到申请，2022年收到的2件已在当年办结。", []),
    ],
)
def test_another_years_bare_count_behind_this_years_is_let_be(text: str, marked: list[str]) -> None:
    assert marks(saying(ASKED + text, new=4, handled=4), "year.self") == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("收到申请18件，前两年分别为11件和14件。", []),
        ("收到申请18件，去年、前年分别为11件和14件。", []),
        ("收到申请18件，其中网络申请11件、信函申请8件。", ["18"]),
        ("药械类公开88条，其中典型案例12起；耗材类46条；机构类59条。", []),
        ("上一年转来0件，其中网络申请9件、信函申请5件、当面申请4件。", []),
        ("前一年结转0件，其中网络申请9件、信函申请5件、当面申请4件。", []),
        ("新收18件，以补偿为主，占5件。其中8件通过邮寄提交，10件由当面递交。", []),
        ("在18件中，年内办结16件，予以公开8件，部分公开4件，不予公开4件。", []),
        ("11件为自然人，5件为企业，2件为律所；13件网上，5件到大厅窗口。", []),
        ("已答复的41件中，十日内答复的30件；延长期限的3件；发补正通知7件。", []),
        ("收到申请18件，其中网络申请11件、信函申请21件。", []),  # no slip makes that of 18
        ("收到18条，其中就业11条，两项补贴公示4条，残疾人两项救助3条。", []),
        ("从渠道看，18件新收申请中网上提交10件、邮寄7件、当面1件。", []),
        ("药械类公开88条，其中案例30条；价格46条；公告22条。", ["88"]),
    ],
)
def test_figures_of_other_years_and_kinds_are_no_parts(text: str, marked: list[str]) -> None:
    assert marks(saying(ASKED + text, new=18), "text.breakdown") == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("其余18件为无法提供、不予处理和其他处理。", []),
        ("其余18件为无法提供。", ["18"]),
        ("3件不予公开、10件无法提供。", ["3"]),
        ("9件不掌握或无现成信息（占33.3%）。", []),
        ("在10个工作日以内答复的50件，占七成。", []),
        ("受县政府委托审查县政府的依申请公开答复190件。", []),
        ("信访事项无法提供的有1件，要求确认、无法提供的有1件。", []),
        ("科研机构的16件多来自高校，其中8件无法提供。", []),
        ("办结54件，其中8件无法提供。", ["8"]),
        ("予以公开0件，不予处理0件，其他处理1件。", ["1"]),
        ("予以公开0件，不予公开0件，无法提供10件，不予处理0件，其他1件。", ["1"]),
        (
            "予以公开0件，不予公开0件，无法提供10件，不予处理0件，要协议的24件，其他1件。",
            [],
        ),
        ("每一份答复书都告知了救济途径。", []),
        ("其中1件答复被申请行政复议，复议机关维持。", []),
        ("我局对2件答复在复议后作了复盘。", []),
    ],
)
def test_a_figure_of_several_results_or_of_some_answers_is_none_of_a_row(
    text: str, marked: list[str]
) -> None:
    report = saying(ASKED + text, unavailable__not_held=10, handled=54)
    assert marks(report, "text.figure") == marked


@pytest.mark.parametrize(
    ("said", "total", "marked"),
    [("办结2件", 54, []), ("办结5件", 54, ["5"]), ("办结45件", 54, ["45"]), ("办结2件", 9, ["2"])],
)
def test_a_few_handled_may_be_some_of_many(said: str, total: int, marked: list[str]) -> None:
    assert marks(saying(f"{ASKED}{said}。", new=total, handled=total), "text.figure") == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("收到申请33件，均已答复。五年来，我局累计收到申请148件。", []),
        ("收到申请33件，均已答复。挂牌三年多来共收到申请148件。", []),
        ("收到申请33件，均已答复。我局先后收到申请148件。", []),
        ("我局共收到申请148件。", ["148"]),
    ],
)
def test_what_came_in_over_years_is_let_be(text: str, marked: list[str]) -> None:
    assert marks(saying(ASKED + text, new=33, handled=33), "text.figure") == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("收到申请19件，其中企业2件，与2022年的22件相比减少3件。", []),
        ("收到申请19件，与2022年的22件相比减少4件。", ["19件，与2022年的22件相比减少4件"]),
        ("网上9件，书面5件，同比2022年的19件减少5件，下降26.3%。", []),
        ("收到申请20件，同比2022年的16件增长20%。", ["20件，同比2022年的16件增长20%"]),
        ("收到申请20件，同比2022年的16件增长25%。", []),
        (
            "收到申请75件，与2022年的60件相比增加15件，增长20%。",
            ["75件，与2022年的60件相比增加15件，增长20%"],
        ),
    ],
)
def test_growth_may_be_of_what_was_told_before(text: str, marked: list[str]) -> None:
    assert marks(saying(text), "text.percentage") == marked


def test_what_is_due_next_year_is_carried_over() -> None:
    text = ASKED + "年底尚有2件未到答复期限，结转2024年继续办理。"
    assert marks(saying(text, carried_out=3), "text.figure") == ["2"]
    assert marks(saying(text, carried_out=2), "text.figure") == []


def test_applicants_may_be_told_in_a_sentence_of_their_own() -> None:
    text = ASKED + "从申请人看，自然人45件、企业9件。"
    assert marks(saying(text, new=54), "text.figure") == ["45", "9"]  # the columns are 0
    assert marks(saying(ASKED + "自然人45件、企业9件。", new=54), "text.figure") == []


def test_suits_behind_reviews_are_on_disclosure_too() -> None:
    text = "因政府信息公开被申请行政复议{}件。被提起行政诉讼2件，均已审结。"
    assert marks(saying(text.format(0)), "text.figure") == ["2"]
    assert marks(saying("被提起行政诉讼2件，均已审结。"), "text.figure") == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("予以公开9件，不予公开4件，以上申请已全部办结。", ["已全部办结"]),
        ("不予公开4件，结转下年2件，以上申请已全部办结。", []),
        ("收到的申请截至2023年底已全部办结。", ["已全部办结"]),
        ("平均办结时间9个工作日，法规处对全部答复作合法性审核。", []),
        ("不予公开2件，全年收到及结转的19件申请已经全部办结。", ["已经全部办结"]),
    ],
)
def test_all_of_the_above_are_all_closed(text: str, marked: list[str]) -> None:
    assert marks(saying(ASKED + text, carried_out=2), "text.all_closed") == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("整改措施：试行直播解读，2023年开展3场，观看26万人次。", []),
        ("2023年管委会落实县政府工作安排，及时公开信息。", []),
        ("整改措施：2023年将开展3场直播解读。", ["2023"]),
        ("2023年将统一抽查结果的公布格式。", ["2023"]),
        ("2023年，我局将对养老机构的收费标准逐项公开。", ["2023"]),
        ("2023年，我局将把答复评查扩大到全部单位。", ["2023"]),
        ("针对互动少的问题，将在2023年底前开通访谈栏目。", ["2023"]),
        ("一是2022年底前在公众号开设问答栏目；二是每季通报。", ["2022"]),
    ],
)
def test_plans_and_what_was_done_are_told_apart(text: str, marked: list[str]) -> None:
    assert marks(saying(text, section="5"), "year.plan") == marked


@pytest.mark.parametrize(
    ("unit", "text", "marked"),
    [
        (
            Unit("青岚省自然资源厅"),
            "根据云麓省自然资源厅的统一安排，核对目录。",
            "云麓省自然资源厅",
        ),
        (Unit("青岚省自然资源厅"), "根据全省自然资源厅局会议精神，核对目录。", ""),
        (Unit("汀州市消防救援支队"), "柏阳市消防救援支队办公室负责审核。", "柏阳市消防救援支队"),
        (Unit("汀州市消防救援支队"), "汀州市消防救援支队办公室负责审核。", ""),
        (DISTRICT, "2024年，玉槐区将加强对街道的指导。", "玉槐区"),
        (DISTRICT, "玉槐区政府网站全年办理来信96件。", "玉槐区"),
        (DISTRICT, "凤溪区政府网站办理来信96件。", ""),
        (DISTRICT, "升级区政府网站智能问答系统。", ""),
        (DISTRICT, "各区将加强对街道的指导。", ""),
        (DISTRICT, "高新区将加强对企业的指导。", ""),
        (Unit("沅水县审计局"), "沅水县统计局成立了政务公开领导小组。", "沅水县统计局"),
        (
            Unit("青阳市人力资源和社会保障局"),
            "为加强组织领导，市医疗保障局成立了政务公开领导小组。",
            "市医疗保障局",
        ),
        (Unit("东山县大柳镇"), "现向社会公布大柳镇人民政府2023年政府信息公开工作年度报告。", ""),
        (Unit("黄石镇人民政府"), "2023年，红枫乡未发生行政复议。", "红枫乡"),
        (Unit("北塘街道办事处"), "南塘街道办事处坚持先审后发。", "南塘街道"),
        (
            Unit("云台县人民政府办公室"),
            "反映县政府办公室2023年政府信息公开工作年度报告的情况。",
            "",
        ),
        (
            Unit("青岚省人民政府办公厅"),
            "省政府和省政府办公厅印发行政规范性文件6件。",
            "",
        ),
        (Unit("汀湾新区管理委员会"), "2023年新区管委会及代管街道未收取信息处理费。", ""),
        (Unit("曲溪县交通局"), "为做好衔接工作，已与县司法局建立健全会商机制。", ""),
        (BUREAU, "2023年，红枫乡未发生行政复议。", ""),
    ],
)
def test_more_names_that_are_not_the_bodys(unit: Unit, text: str, marked: str) -> None:
    assert marks(saying(text, unit), "text.other_unit") == ([marked] if marked else [])


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("不以举报为目的的申请按规定办理。", ""),
        ("停航信息用广播播发。", ""),
        ("以实实在在的成效取信于民。", ""),
        ("对4份内容有变化的指南作了替换。", ""),
        ("聚焦和美乡村和和美家庭建设。", ""),
        ("做好份内之事。", "份内"),
        ("发现的问题限期整该到位。", "整该"),
        ("做好政府信心公开工作。", "信心"),
        ("做到不审核不不发布。", "不不"),
        ("有关隐私的材料一律不得对外公开一律不得对外公开。", "一律不得对外公开" * 2),
        ("拟公开的信息经保密审察后发布。", "审察"),
        ("落实三级审合制度。", "审合"),
        ("定期捡查栏目。", "捡查"),
        ("对热点及是回应。", "及是"),
        ("推进标淮化建设。", "标淮"),
        ("药品追朔信息可以查询。", "追朔"),
        ("提升答复质量，进一步。", "，进一步。"),
        ("对接政务平台，实现。", "实现。"),
        ("收录场馆84处，市民可通过。", "市民可通过。"),
    ],
)
def test_letters_and_ends_of_longer_texts(text: str, marked: str) -> None:
    said = [mark.lstrip("，") for mark in marks(saying(text), "text.wording") if mark]
    assert said == ([marked.lstrip("，")] if marked else [])


def test_a_last_clause_without_its_object_is_unfinished() -> None:
    text = "重点做好以下工作：完善清单，加强指导，同时进一步提高"
    assert any("未写完" in f.message for f in findings(saying(text), "text.wording"))
    assert not any("未写完" in f.message for f in findings(saying(text + "质量"), "text.wording"))


def test_a_list_begun_behind_words_goes_on() -> None:
    text = "一是申请增多；二是答复不细。针对问题，我局一是编印问答；二是逐案复盘；三是建立会审。"
    assert marks(saying(text, section="5"), "text.wording")[1:] == []


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("虽有进步，但答复的规范性还有提升空间。为此，我区修订了清单。", ""),
        ("公开与保密的边界有时把握偏严，内容可以再拓展。2024年将扩大公开的范围。", ""),
        (
            "信息公开仍存在一些问题。执法依据、整改情况等内容偏少；人员变动频繁，理解不深。",
            "没有写明改进措施",
        ),
    ],
)
def test_room_for_improvement_is_a_problem_and_published_mending_no_measure(
    text: str, lacks: str
) -> None:
    found = [f.message for f in findings(saying(text, section="5"), "structure.problems")]
    assert any(lacks in message for message in found) if lacks else found == []


def test_persons_and_firms_are_not_persons_alone() -> None:
    report = saying(ASKED + "收到申请15件，都是自然人和企业提出的。", new=15)
    cells = {**report.values, "requests.new.natural": 11, "requests.new.commercial": 4}
    found = replace(report, values=MappingProxyType(cells))
    assert marks(found, "text.none_claim") == []
    alone = {section: text.replace("和企业", "") for section, text in report.narrative.items()}
    assert marks(replace(found, narrative=MappingProxyType(alone)), "text.none_claim")


def test_no_charges_of_a_whole_area() -> None:
    report = saying("2023年，全区行政机关没有行政事业性收费。", DISTRICT, section="6")
    assert marks(report, "text.none_claim") == []


def test_a_period_may_be_told_from_its_end() -> None:
    for lead in (
        "所有数据统计至2023年12月31日，自2023年1月1日起算。",
        "数据统计到2023年12月31日（自2023年1月1日起）。",
        "报告由六部分构成，统计时段为2023年全年。",
    ):
        found = findings(saying(lead, section="0"), "text.wording")
        assert not any("统计期限" in each.message for each in found)
    report = saying("国家统计局某调查队编制2023年度报告。", section="0")
    counted = {**report.narrative, "1": "公布统计公报12期。"}
    untold = findings(replace(report, narrative=MappingProxyType(counted)), "text.wording")
    assert any("统计期限" in each.message for each in untold)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("因政府信息公开引起的行政复议2件，结果均为维持。", ["2"]),
        ("因政府信息公开引起的行政复议2件，均被纠正。", []),
        ("因政府信息公开引起的行政复议2件，其中1件维持。", ["1"]),
    ],
)
def test_how_all_reviews_ended(text: str, marked: list[str]) -> None:
    report = saying(text)
    cells = {**report.values, "disputes.review.total": 2, "disputes.review.corrected": 2}
    assert marks(replace(report, values=MappingProxyType(cells)), "text.figure") == marked


def test_a_figure_said_of_one_row_twice_is_marked_once() -> None:
    text = "因政府信息公开引起的行政复议3件，结果均为维持。"
    assert marks(saying(text), "text.figure") == ["3"]


def test_shares_before_a_rest_are_not_of_it() -> None:
    text = "新收41件，予以公开9件，占22%；其余14件中，部分公开3件，占21.4%。"
    assert marks(saying(ASKED + text, new=41, handled=41), "text.percentage") == []


def test_reviews_decided_on_those_below_are_none_of_the_bodys() -> None:
    text = "受理政府信息公开类行政复议案件7件（被申请人均为省级局）。"
    assert marks(saying(text, Unit("国家粮食总局")), "text.figure") == []
    assert marks(saying("因政府信息公开发生行政复议案件7件。"), "text.figure") == ["7"]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("自然人申请占全部新收申请的82.7%。", ["82.7"]),
        ("自然人申请占全部新收申请的86.7%。", []),
        ("新收60件，自然人申请占比82.7%。", []),  # a figure before it may be the whole
        ("予以公开占办结总数的50%。", ["50"]),
        ("予以公开占办结总数的45%。", []),
        ("主动公开类占比50%。", []),
    ],
)
def test_a_share_without_its_figure_is_reckoned_from_the_tables(
    text: str, marked: list[str]
) -> None:
    report = saying(ASKED + text, new=60, handled=60, granted=27)
    cells = {**report.values, "requests.new.natural": 52}
    assert marks(replace(report, values=MappingProxyType(cells)), "text.percentage") == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("新收16件，全部为自然人提出，没有上年结转，其中网络10件、信函4件、当面3件。", ["16"]),
        ("新收17件，全部为自然人提出，没有上年结转，其中网络10件、信函4件、当面3件。", []),
        ("新收16件，公开服务窗口办理其他事项，内容很多，其中网络10件、信函4件、当面3件。", []),
    ],
)
def test_what_is_said_of_all_may_stand_before_the_parts(text: str, marked: list[str]) -> None:
    assert marks(saying(ASKED + text, new=16), "text.breakdown") == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("举办业务培训班班1期。", "班班"),
        ("严防错敏字词词和泄密。", "词词"),
        ("上年结转转2件。", "转转"),
        ("通过部门门户网站发布。", ""),
        ("开展公文文件清理。", ""),
        ("完善机制制定办法。", ""),
        ("对全年工作作了梳理。", ""),
        ("觉得贴了就算完，群众看不看不管。", ""),
    ],
)
def test_the_last_letter_of_a_word_again(text: str, marked: str) -> None:
    said = [mark for mark in marks(saying(text), "text.wording") if mark]
    assert said == ([marked] if marked else [])


def test_another_years_denial_is_a_slip() -> None:
    text = "2024年没有发生因政府信息公开引起的行政复议、行政诉讼案件。"
    assert marks(saying(text), "year.self") == ["2024"]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("另有1件因申请人逾期未按收费通知缴费，不再处理。未收取信息处理费。", False),
        ("未发出收费通知，未收取信息处理费。", True),
    ],
)
def test_what_was_not_paid_is_no_denial_of_a_notice(text: str, *, marked: bool) -> None:
    report = saying(text, section="6", other__fee_unpaid=1)
    assert marked == any("收费通知" in f.message for f in findings(report, "structure.fee"))


def test_money_not_taken_tells_of_the_fee() -> None:
    for text in ("这两件申请都没有收钱。", "没有因为提供信息要过钱。", "全部无偿提供。"):
        assert findings(saying(text, section="6"), "structure.fee") == []
    assert findings(saying("培训经费按规定列支，没有其他事项。", section="6"), "structure.fee")
