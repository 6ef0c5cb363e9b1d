"""Sentences that once were misread: shares of several, all of both years, lists within lists."""

from dataclasses import replace
from decimal import Decimal

import pytest

from gicapp.core.report import Unit
from gicapp.form.values import Value
from tests.core.checks.sentences import findings, marks, saying, told

ASKED = "（二）依申请公开情况\n"
CLOSED: dict[str, Value] = {"granted": 71, "partial": 33, "refused.state_secret": 96}
TOWN = Unit("某县石桥镇人民政府")


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("办结200件，予以公开71件，部分公开33件，两项合计占办结总数的52%。", []),
        ("办结200件，予以公开71件，部分公开33件，两项合计占办结总数的62%。", ["62"]),
        ("办结200件，予以公开71件，部分公开33件，两者占办结总数的52%。", []),
        ("办结200件，予以公开71件，部分公开33件，共占办结总数的62%。", ["62"]),
        ("答复结果中，予以公开71件，占35.5%；部分公开33件，占18.5%。", ["18.5"]),
        ("答复结果中，予以公开71件，占35.5%；部分公开33件，占16.5%。", []),
        ("从申请人构成看，自然人150件，占75%。", []),
        ("从申请人构成看，自然人150件，占57%。", ["57"]),
        ("新收200件，其中自然人150件、企业50件，自然人占70%。", ["70"]),
        ("新收200件，其中自然人150件，企业50件，自然人占75%。", []),
        ("其中涉及违建的120件，占全部申请的70%。", ["70"]),
        ("其中涉及违建的120件，占全部申请的60%。", []),
    ],
)
def test_a_share_is_of_all_that_stands_before_it(text: str, marked: list[str]) -> None:
    report = told(ASKED + text, CLOSED | {"new": 200, "handled": 200, "new.natural": 150})
    assert marks(report, "text.percentage") == marked


def test_a_share_of_what_was_closed_is_none_of_what_came_in() -> None:
    tables: dict[str, Value] = {"new": 40, "handled": 38, "granted": 18, "carried_out": 2}
    text = ASKED + "新收40件，办结38件，予以公开18件，占{}%。"
    assert marks(told(text.format("45"), tables), "text.percentage") == []
    named = text.replace("占", "占办结总数的")
    assert marks(told(named.format("45"), tables), "text.percentage") == ["45"]
    assert marks(told(named.format("47.4"), tables), "text.percentage") == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("所有申请均已在2023年内办结并送达申请人。", ["均已在2023年内办结"]),
        ("本年新收和上年结转的申请年内均已全部办结。", ["均已全部办结"]),
        ("新收24件，上年结转1件，合计25件，已全部办结。", ["已全部办结"]),
        ("去年剩下4件、今年新收18件，二者相加为22件，均已办结。", ["均已办结"]),
        ("不予公开1件，所有申请均在年内办结，办结率100%。", ["均在年内办结"]),  # once
        ("没有上年结转，全部在规定期限内办结。", ["全部在规定期限内办结"]),
        ("申请均已按期全部办结。", ["均已按期全部办结"]),
        ("上年结转申请3件和本年新收的67件已全部办结。", ["已全部办结"]),
        ("上年结转的1件已全部办结。", []),
        ("新收24件，上年结转1件，已全部办结。", []),  # perhaps the one
    ],
)
def test_all_of_both_years_are_all(text: str, marked: list[str]) -> None:
    report = saying(f"{ASKED}收到政府信息公开申请若干。{text}", carried_out=2)
    assert marks(report, "text.all_closed") == marked
    assert marks(saying(f"{ASKED}收到政府信息公开申请若干。{text}"), "text.all_closed") == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("66件新收申请中，网上提交的40件，邮寄的19件，当面提交的5件。", ["66"]),
        ("66件新收申请中，网上提交的40件，邮寄的19件，当面提交的7件。", []),
        ("97件中当面提交29件、邮寄51件、网上提交15件。", ["97"]),
        ("公开的22件中有3件后补，部分公开7件，不予公开5件，不掌握13件。", []),
        ("答复224件，予以公开98件、部分公开126件，合计224件。", []),
        ("答复224件，其中予以公开98件、部分公开25件，合计123件，占比54.9%。", []),
        ("公开信息187条，其中审计结果14条、报告及整改情况各1条、动态126条、其他45条。", []),
        ("公开信息187条，其中审计结果14条、动态126条、其他45条。", ["187"]),
        (
            "不予公开12件；无法提供44件，其中不掌握的37件；不予处理10件；其他处理4件。",
            [],
        ),
        ("诉讼4件（其中2件先行复议），一审驳回3件，1件待判。", []),
        ("新收29件，自然人24件，企业5件。其中，网络16件，信函8件，当面3件。", ["29"]),
        ("新收29件，自然人24件，企业5件。其中，网络16件，信函8件，当面5件。", []),
        ("受理申请11件，其中网上提交6件，信函寄送3件，当面递交3件。", ["11"]),
        ("收到申请151件，其中乡镇收到61件，其余88件由县直部门收到。", ["151"]),
        ("收到申请151件，其中乡镇收到61件，其余90件由县直部门收到。", []),
    ],
)
def test_a_list_ends_where_its_parts_do(text: str, marked: list[str]) -> None:
    tables: dict[str, Value] = {"new": 66, "granted": 98, "partial": 126, "handled": 224}
    assert marks(told(ASKED + text, tables), "text.breakdown") == marked


@pytest.mark.parametrize(
    ("text", "tables", "marked"),
    [
        ("3件为要求提供公开出版物及其他处理。", {"not_processed.publication": 1}, []),
        ("3件为要求提供公开出版物。", {"not_processed.publication": 1}, ["3"]),
        ("没有或者不掌握相关信息的19件。", {"unavailable.not_held": 15}, []),
        ("本机关不掌握相关信息的19件。", {"unavailable.not_held": 15}, ["19"]),
        ("受理新申请7件。年末收到的企业信息公开申请1件尚在办理。", {"new": 7}, []),
        ("受理新申请5件。全年收到政府信息公开申请1件。", {"new": 7}, ["1"]),
        ("全局新收政府信息公开申请13件。", {"new": 14}, ["13"]),
        ("26件申请办结25件，1件跨年办理。", {"handled": 25}, []),
        ("26件申请已办结。", {"handled": 25}, ["26"]),
        ("其余97件均已答复。", {"handled": 100}, []),
        (
            "以申请公开名义举报投诉的31件不予处理。",
            {"not_processed.petition": 31, "not_processed.repeated": 9},
            [],
        ),
        (
            "34件不予处理。",
            {"not_processed.petition": 31, "not_processed.repeated": 9},
            ["34"],
        ),
        (  # some of its rows, whatever they are called; so near to all, it is mistyped
            "把投诉当申请提出的共有31件不予处理。",
            {"not_processed.petition": 31, "not_processed.repeated": 9},
            [],
        ),
        (
            "共有31件不予处理。",
            {"not_processed.petition": 31, "not_processed.repeated": 1},
            ["31"],
        ),
        (
            "另有1件因补正后内容仍不明确无法提供。",
            {"unavailable.not_held": 4, "unavailable.still_unclear": 1},
            [],
        ),
        (
            "另有3件因补正后内容仍不明确无法提供。",
            {"unavailable.not_held": 4, "unavailable.still_unclear": 1},
            ["3"],
        ),
        ("97件均已答复。", {"handled": 100}, ["97"]),
    ],
)
def test_a_figure_of_several_is_none_of_one(
    text: str, tables: dict[str, Value], marked: list[str]
) -> None:
    assert marks(told(ASKED + text, tables), "text.figure") == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("52件，比2022年的40件多12件，增长30%", []),
        ("52件，比2022年的40件多12件，增长23.1%", ["52件，比2022年的40件多12件，增长23.1%"]),
        ("58件、上年转入4件，比2022年新收的46件增长26.1%", []),
        ("91件（2021年87件，2022年104件），同比下降12.5%", []),
    ],
)
def test_growth_is_of_the_figure_that_is_held_against_it(text: str, marked: list[str]) -> None:
    assert marks(saying(f"{ASKED}新收{text}。"), "text.percentage") == marked


@pytest.mark.parametrize(
    ("text", "section", "marked"),
    [
        ("2023年，我局将对照目录逐项补充招标信息。", "5", ["2023"]),
        ("2023年，我局将主动与应急部门对接。", "5", ["2023"]),
        ("2023年，我局将主动公开目录印发各科室。", "5", []),
        ("各所开展一次轮训，计划于2022年6月底前完成。", "5", ["2022"]),
        ("原计划于2022年6月底前完成，现已补上。", "5", []),
        ("各所开展一次轮训，计划于2024年6月底前完成。", "5", []),
        ("改进安排：2023年启动档案电子化二期。", "5", ["2023"]),
        ("2023年，将增设“小哥之家”专栏。", "5", ["2023"]),
        ("2023年，我委将统一项目公开模板。", "5", ["2023"]),
    ],
)
def test_plans_of_a_year_gone_by_in_more_verbs(text: str, section: str, marked: list[str]) -> None:
    assert marks(saying(text, section=section), "year.plan") == marked


def test_a_plan_is_quoted_as_it_stands() -> None:
    text = "2023年，我局将开展答复质量“回头看”。"
    (found,) = findings(saying(text, section="5"), "year.plan")
    assert "＊" not in found.message


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("全年没有作出过不予公开的决定。", ["没有作出过不予公开的决定"]),
        ("没有一件申请被答复不予公开。", ["没有一件申请被答复不予公开"]),
        ("我局都作出了答复，没有不予公开的情形。", ["没有不予公开的情形"]),
        ("全年未作出不予公开的公文认定。", []),
    ],
)
def test_no_refusals_against_some(text: str, marked: list[str]) -> None:
    words = f"{ASKED}收到政府信息公开申请3件。{text}"
    tables: dict[str, Value] = {"new": 3, "refused.third_party": 1}
    assert marks(told(words, tables), "text.none_claim") == marked
    assert marks(told(words, {"new": 3}), "text.none_claim") == []


@pytest.mark.parametrize(
    ("unit", "text", "marked"),
    [
        (Unit("石泉县教育局"), "县水利局严格执行保密审查制度。", ["县水利局"]),
        (Unit("石泉县教育局"), "县教育和体育局严格执行保密审查制度。", []),  # its own field
        (Unit("石泉县教育局"), "县水利局转来申请1件。", []),
        (Unit("石泉县教育局"), "县水利局成立政务公开领导小组。", ["县水利局"]),
        (Unit("石泉县教育局"), "下一步，县水利局将围绕群众关切制作解读。", ["县水利局"]),
        (
            Unit("汀阳市住房和城乡建设局"),
            "下一步，柏州市住房和城乡建设局将对保障房信息按月更新。",
            ["柏州市住房和城乡建设局"],
        ),
        (
            Unit("榕泉县人民政府办公室"),
            "逐件核对有效性，今年县政府办公室名义制发3件。",
            [],
        ),
        (TOWN, "柳河镇成立了由镇长任组长的领导小组。", ["柳河镇"]),
        (TOWN, "石桥镇成立了由镇长任组长的领导小组。", []),
        (TOWN, "青坪镇将政务公开工作纳入各村年度考核。", ["青坪镇"]),
        (TOWN, "2024年，石庙镇将把剩余5项补齐。", ["石庙镇"]),
        (TOWN, "杨柳镇党政办公室负责信息的审核。", ["杨柳镇"]),
        (Unit("石泉县教育局"), "柳河镇成立了由镇长任组长的领导小组。", []),
        (
            Unit("桐阳区卫生健康委员会"),
            "按照柳泉区卫生健康委员会年度工作要点分解任务。",
            ["柳泉区卫生健康委员会"],
        ),
        (
            Unit("葛坪县人民政府办公室"),
            "罗田坝区政府办公室坚持每月调度。",
            ["罗田坝区政府办公室"],
        ),
        (
            Unit("长滩产业园区管理委员会"),
            "高桥工业园区管委会严格落实三审三校。",
            ["高桥工业园区管委会"],
        ),
        (Unit("长滩产业园区管理委员会"), "长滩产业园区管委会严格落实三审三校。", []),
    ],
)
def test_others_are_told_by_bare_names_too(unit: Unit, text: str, marked: list[str]) -> None:
    assert marks(saying(text, unit), "text.other_unit") == marked


@pytest.mark.parametrize(
    "text",
    [
        "切实加强对。",
        "点击次数由5次减少到。",
        "进一步加大对科技创新券政策的。",
        "我局还依托。",
        "对连续两次未更新的部门予以。",
        "切实提高广大群众对政策的。",
        "明确了审查主体、审查程序以及。",
    ],
)
def test_a_sentence_without_its_end_is_marked(text: str) -> None:
    assert len(marks(saying(text), "text.wording")) >= 1
    whole = text.replace("。", "有关内容公开。").replace("的有关内容", "的宣传")
    ended = [found.message for found in findings(saying(whole), "text.wording")]
    assert not any("未写完" in message for message in ended)


def test_the_last_sentence_of_a_paragraph_has_its_full_stop() -> None:
    text = "全年核销1.92万张。规则、名单、数据全部公开，带动消费"
    assert any("没有句号" in f.message for f in findings(saying(text), "text.wording"))
    for fine in (text + "。", "带动消费", text + "\n接着写的一行没有断开。"):
        assert not any("没有句号" in f.message for f in findings(saying(fine), "text.wording"))


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("信息公天目录", "信息公开目录"),
        ("三审三较", "三审三校"),
        ("依规达复", "依规答复"),
        ("保密审查机智", "保密审查机制"),
        ("对档案进行整里", "对档案进行整理"),
        ("参于权", "参与权"),
        ("目录及时跟新", "目录及时更新"),
        ("层层把官", "层层把关"),
        ("知情全、参与权", "知情权、参与权"),
        ("依法依归答复", "依法依规答复"),
        ("提高透明渡", "提高透明度"),
        ("健全信息公开公开发布机制", "健全信息公开发布机制"),
        ("及时更薪信息", "及时更新信息"),
        ("分管领导导终审", "分管领导终审"),
        ("去标识化处处理", "去标识化处理"),
    ],
)
def test_more_letters_put_for_others(wrong: str, right: str) -> None:
    assert any(mark in wrong for mark in marks(saying(f"落实{wrong}。"), "text.wording") if mark)
    assert [m for m in marks(saying(f"落实{right}。"), "text.wording") if m] == []


@pytest.mark.parametrize(
    ("lead", "told_missing"),
    [
        ("根据《条例》编制本报告，数据统计截至2023年12月31日，起始日期为2023年1月1日。", False),
        ("根据《条例》编制本报告，数据截止到2023年12月31日。", False),
        ("根据《条例》编制本报告，供公众查阅。", True),
    ],
)
def test_a_period_may_be_told_the_other_way_round(lead: str, *, told_missing: bool) -> None:
    report = saying("全年公开信息3条。")
    report = replace(report, narrative={"0": lead, **report.narrative})
    assert told_missing == any(
        "没有写明统计期限" in found.message for found in findings(report, "text.wording")
    )


@pytest.mark.parametrize(
    "text", ["依申请提供信息全部免费。", "依申请公开均免费提供。", "我局没有就信息公开收过费。"]
)
def test_free_of_charge_tells_of_the_fee(text: str) -> None:
    assert findings(saying(text, section="6"), "structure.fee") == []


def test_charges_are_told_in_their_own_unit() -> None:
    report = saying("行政事业性收费金额为0元。", section="6")
    values = {**report.values, "disclosure.fees.amount": Decimal("8.6")}
    (found,) = findings(replace(report, values=values), "text.figure")
    assert "8.6万元" in found.message


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("因答复引发行政复议2件，均获维持。", ["2"]),
        ("作为县政府行政复议机构，全年承办政府信息公开行政复议案件9件。", []),
        ("没有信息公开方面的复议，执法类行政复议4件不计入本报告。", []),
        ("政府信息公开行政复议4件，均未计入上表。", []),
    ],
)
def test_reviews_are_those_of_the_body_itself(text: str, marked: list[str]) -> None:
    assert marks(saying(text, Unit("某县司法局")), "text.figure") == marked


@pytest.mark.parametrize("text", ["粉丝达到人。", "召开专题会议　　次。"])
def test_a_number_left_out_is_asked_for(text: str) -> None:
    assert any("缺少数字" in found.message for found in findings(saying(text), "text.wording"))


def test_who_applied_and_by_what_way_is_named_by_whole_words() -> None:
    persons = told(f"{ASKED}收到申请3件，均是企业退休职工提出。", {"new": 3, "new.natural": 3})
    assert marks(persons, "text.none_claim") == []
    firms = told(f"{ASKED}收到申请3件，均是企业提出。", {"new": 3})
    values = {**firms.values, "requests.new.natural": 3}
    assert marks(replace(firms, values=values), "text.none_claim") != []
    ways = f"{ASKED}收到信件申请2件，一件询问某快递企业备案情况，予以公开。"
    assert marks(saying(ways, new=2), "text.breakdown") == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("目前公众需求旺盛，人手跟不上工作。2024年将组建宣讲队到社区解读。", False),
        ("我局按照要求公开了各类信息，各项工作有序，群众也都满意，大家认可。", True),
        ("部分信息更新不及时。镇里从实践中总结经验，公示至少十五日并召开说明会。", False),
        ("部分信息更新不及时，业务能力参差不齐，公开意识不够强，渠道不多。", True),
    ],
)
def test_section_five_may_tell_its_two_halves_in_any_words(text: str, *, marked: bool) -> None:
    found = findings(saying(text, section="5"), "structure.problems")
    assert marked == any("没有写明" in each.message for each in found)


@pytest.mark.parametrize(
    ("text", "section", "marked"),
    [
        ("2022年，镇政府新收政府信息公开申请14件。", "1", ["2022"]),
        ("2022年共对全县38家单位开展检查，通报问题21个。", "1", ["2022"]),
        ("2022年，我办对历年文件开展数字化整理。", "1", ["2022"]),
        ("2023年我局仅收到申请1件，已予以公开。2022年没有收到申请。", "1", []),
        ("2022年镇政府收到公开申请2件，今年比去年多1件。", "1", []),
        ("2024年，我办一是按季核对目录，二是增设查询机。", "5", []),
        ("2024年，我办按季核对目录，主动公开信息9条。", "1", ["2024"]),
    ],
)
def test_the_year_of_the_bodys_own_work_in_more_words(
    text: str, section: str, marked: list[str]
) -> None:
    report = saying(text, Unit("某县石桥镇人民政府"), section=section)
    assert marks(report, "year.self") == marked
