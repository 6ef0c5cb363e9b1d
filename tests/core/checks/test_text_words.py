"""Words that are wrong whatever the tables hold: other bodies' names, years, broken sentences."""

from dataclasses import replace

import pytest

from gicapp.core.report import Unit
from tests.core.checks.sentences import findings, marks, saying

TOWN = Unit("某县石桥镇人民政府")


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
        ("2023年我局将着手建立场馆信息汇总页。", "5", ["2023"]),
        ("改进措施：对2023年全部答复书开展一次自查。", "5", []),
        ("2022年3月底前将完成局网站适老化改造。", "5", ["2022"]),
        ("目录的修订将于2023年上半年完成。", "5", ["2023"]),
    ],
)
def test_plans_of_a_year_gone_by_in_more_verbs(text: str, section: str, marked: list[str]) -> None:
    assert marks(saying(text, section=section), "year.plan") == marked


def test_a_plan_is_quoted_as_it_stands() -> None:
    text = "2023年，我局将开展答复质量“回头看”。"
    (found,) = findings(saying(text, section="5"), "year.plan")
    assert "＊" not in found.message


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
        (TOWN, "春晖镇全年共收到政府信息公开申请3件。", ["春晖镇"]),
        (Unit("红旗镇人民政府"), "可到红旗镇政府党政办查阅。", []),
        (Unit("芦岭县交通运输局"), "芦岭县水务局通过县政府网站发布信息。", ["芦岭县水务局"]),
        (Unit("红旗区城市管理局"), "会同区自然资源分局建立会商制度。", []),
        (Unit("岚桥县科技局"), "2024年，计划与县税务局建立会商机制。", []),
        (TOWN, "松柏镇党委、政府高度重视政务公开。", ["松柏镇"]),
        (Unit("宁坡县水利局"), "下一年度，宁坡县林业局将继续压实责任。", ["宁坡县林业局"]),
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
        *(
            (
                Unit("国家金融监督管理总局岚州监管分局"),
                f"现公布{name}2023年政府信息公开工作年度报告。",
                marked,
            )
            for name, marked in (
                ("岚州金融监管分局", []),
                ("青州金融监管分局", ["青州金融监管分局"]),
            )
        ),
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
        "加强业务指导，切实提高。",
        "逐一核对，确保。",
        "聘请了6名监督员，分别来自。",
        "进一步加强与税务等部门的。",
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
    address = "有疑问请联系我局。地址：某市某路12号"
    for fine in (text + "。", "带动消费", text + "\n接着写的一行没有断开。", address):
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
        ("规犯公文公开属性", "规范公文公开属性"),
        ("专人管里", "专人管理"),
        ("依法授理申请", "依法受理申请"),
        ("列入义事日程", "列入议事日程"),
        ("保密审查查制度", "保密审查制度"),
        ("共收到到申请", "共收到申请"),
        ("对以发布的信息", "对已发布的信息"),
        ("当天上搞，当天核对", "当天上稿，当天核对"),
        ("信息准确务误", "信息准确无误"),
        ("信息准确确无误", "信息准确无误"),
        ("用好广播播和公开栏", "用好广播和公开栏"),
        ("定期检察栏目", "定期检查栏目"),
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


@pytest.mark.parametrize("text", ["粉丝达到人。", "召开专题会议　　次。"])
def test_a_number_left_out_is_asked_for(text: str) -> None:
    assert any("缺少数字" in found.message for found in findings(saying(text), "text.wording"))


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
        ("没有收到申请。2022年收到过1件，已在当年办结。", "1", []),
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


def test_a_sentence_pasted_at_once_is_marked_once() -> None:
    text = "办事指南和审查设计的流程、条件、期限全部对外公开。" * 2
    for words in (text, f"（三）政府信息管理情况：{text}"):
        assert len([mark for mark in marks(saying(words), "text.wording") if mark]) == 1


def test_praise_alone_names_no_problem() -> None:
    text = "我局信息公开工作总体良好。全体人员认真学习条例，网站运行平稳，群众满意度较高。"
    found = findings(saying(text, section="5"), "structure.problems")
    assert any("没有写明存在的问题" in each.message for each in found)


def test_clauses_pasted_twice_are_marked_once() -> None:
    text = "对公开信息定期开展自查，及时纠正错敏字词，"
    found = [mark for mark in marks(saying(f"{text}{text}全年自查4次。"), "text.wording") if mark]
    assert found == [f"{text}{text}"[:-1]]


def test_what_is_aimed_at_is_no_measure() -> None:
    text = "政策公开的针对性不强，知晓率不高；兼职人员业务水平有待提高；公开内容更新慢。"
    found = findings(saying(text, section="5"), "structure.problems")
    assert any("没有写明改进措施" in each.message for each in found)


def test_a_sentence_cut_within_a_quotation_leaves_no_half_of_it() -> None:
    sentence = "在县政府网站开设“林长制”专栏，公示县、乡、村三级林长名单及其职责。"
    texts = (f"{sentence}其他3条。{sentence}", f"{sentence}\n{sentence}")
    for text in texts:
        said = [
            f.message for f in findings(saying(text), "text.wording") if "重复出现" in f.message
        ]
        assert all(each.count("“") == each.count("”") for each in said)
        assert len(said) == 1
