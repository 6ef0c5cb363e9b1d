"""Sentences in the wording of published reports: right ones, and with what makes them wrong."""

from dataclasses import replace

import pytest

from gicapp.core.report import Unit
from gicapp.form.values import Value
from tests.core.checks.sentences import COUNTY, findings, marks, saying, told


@pytest.mark.parametrize(
    "text",
    [
        "2023年，本机关收到的政府信息依申请公开件主要集中在特种设备与消费纠纷导致的群体申请两个领域。",
        "收到的政府信息公开申请集中在3个方面。",
        "2023年，本机关共收到1份区政府办公室依申请公开意见征询件。",
        "收到3份区政府办公室依申请公开征询单，全部回复。",
        "收到区政府办公室政府信息公开征求意见函2份。",
        "收到2件市政府办公厅依申请公开协查函。",
    ],
)
def test_what_is_no_application_is_not_counted_as_one(text: str) -> None:
    assert marks(saying(text), "text.figure") == []


@pytest.mark.parametrize(
    "text",
    [
        "收到依申请公开申请2个，集中在两个领域。",
        "2023年，本机关共收到2份依申请公开件，征询意见后均予答复。",
        "收到2件政府信息公开申请，征求意见函已发出。",
    ],
)
def test_an_application_beside_an_inquiry_is_still_counted(text: str) -> None:
    assert marks(saying(text), "text.figure") == ["2"]


WITHDRAWN = "2023年，新收到政府信息公开申请5宗，市民主动撤回1宗，按时办结3宗，1宗尚在继续处理中。"


@pytest.mark.parametrize(
    "text", [WITHDRAWN, "新收到政府信息公开申请5件，申请人撤回1件，办结3件，1件正在办理。"]
)
def test_what_was_closed_may_leave_out_what_was_withdrawn(text: str) -> None:
    tables = {"new": 5, "handled": 4, "carried_out": 1}
    assert marks(told(text, tables), "text.figure") == []
    assert marks(told(text.replace("结3", "结2"), tables), "text.figure") == ["2"]
    assert marks(told(text.replace("新收到", "收到"), tables | {"new": 6}), "text.figure") == ["5"]


FOUNDED = (
    "报告中所列数据的统计起止时间为2023年3月25日至2023年12月31日"
    "（2023年某区政府机构改革后，3月25日下发三定方案，我署成立）。"
)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        (FOUNDED, []),
        (FOUNDED.partition("（")[0] + "。", ["3月25日"]),
        (FOUNDED.replace("2023年12月31日", "2023年12月30日").partition("（")[0], []),
        (FOUNDED.replace("3月25日至", "1月1日至").replace("12月31", "12月30"), ["12月30日"]),
    ],
)
def test_a_body_set_up_within_the_year_may_begin_later(text: str, marked: list[str]) -> None:
    assert marks(saying(text, section="0"), "year.period") == marked


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "因政府信息公开引起行政复议3件，2件维持行政行为；1件因超出提交证据要求日期，要求重新作出答复。",
            True,
        ),
        ("因政府信息公开引起行政诉讼1件，法院判决责令重新答复。", True),
        ("因政府信息公开引起行政复议3件。对申请人重新作出答复1次。", False),
    ],
)
def test_a_case_that_was_corrected_is_told_by_what_had_to_be_done(
    text: str, *, found: bool
) -> None:
    report = saying(text)
    report = replace(report, values={**report.values, "disputes.review.corrected": 1})
    assert (findings(report, "disputes.hint") == []) == found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "涉及公共利益和公众利益和公众权益的重要事项，向社会公布。",
            "“公共利益和公众利益和公众权益”中“和公众”重复",
        ),
        ("统筹资金资金使用。", "“资金资金”中“资金”重复"),
    ],
)
def test_what_stands_twice_is_quoted_so_that_it_is_found(text: str, said: str) -> None:
    (finding,) = (f for f in findings(saying(text), "text.wording") if f.span)
    assert said in finding.message


MIXED = (
    "全年发布信息306条。其中，政府工作报告1篇，会议信息公开稿17条，英文新闻、双语视频273条，"
    "通知公告等信息12条，建议答复函、提案办理情况报告3篇。"
)


def test_parts_in_another_unit_belong_to_the_list() -> None:
    assert findings(saying(MIXED), "text.breakdown") == []
    (finding,) = findings(saying(MIXED.replace("17条", "18条")), "text.breakdown")
    assert "所列各项1＋18＋273＋12＋3＝307条" in finding.message


def test_what_would_not_make_up_the_whole_is_no_part_in_another_unit() -> None:
    text = "发布信息100条，其中动态60条，公告25条，其他信息9条，开展活动30次。"
    (finding,) = findings(saying(text), "text.breakdown")
    assert "60＋25＋9＝94条" in finding.message
    text = "发布信息3000条，其中动态2000条，公告900条，直播3场，图解80期。"
    assert findings(saying(text), "text.breakdown") == []


AT_LEAST = (
    "主动公开政府信息8769条。其中，通过市政府网站公开信息2100条，通过县政府门户网站发布政府信息5469条，"
    "通过新闻媒体公开信息1600余条、通过其他形式公开信息600余条。"
)


def test_parts_that_are_at_least_so_many_can_only_make_more() -> None:
    (finding,) = findings(saying(AT_LEAST), "text.breakdown")
    assert "2100＋5469＋1600余＋600余＝9769余条，相差1000余条" in finding.message
    for right in ("10769", "9800", "9869"):
        assert findings(saying(AT_LEAST.replace("8769", right)), "text.breakdown") == []
    about = AT_LEAST.replace("600余", "约600")
    assert findings(saying(about), "text.breakdown") == []
    sent = "公开政府信息276条，其中：动态信息216条，目录50条，主动向市政府办报送信息100余条。"
    assert findings(saying(sent), "text.breakdown") == []


ALL_CLOSED = (
    "2023年，共收到依申请公开件27封，其中，14封申请人主动撤销申请，"
    "13封（含2封转下年度办结）均在规定时限内答复办结，办结率达100%，未收取费用。"
)


def test_a_rate_behind_all_the_parts_is_of_all_applications() -> None:
    assert marks(saying(ALL_CLOSED, new=27, carried_out=2), "text.all_closed") == ["办结率达100%"]
    assert marks(saying(ALL_CLOSED, new=27), "text.all_closed") == []
    part = ALL_CLOSED.replace("14封", "9封")  # the rate may be of the thirteen
    assert marks(saying(part, new=27, carried_out=2), "text.all_closed") == []


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("某县某镇2023年政府信息公开工作告年度报", "“告年度报”疑为“年度报告”"),
        ("某县2023年政府信息公开工作年度报", "“年度报”疑为“年度报告”"),
        ("某县2023年政府信息公开工作年度报告", ""),
        ("某县2023年政府信息公开年报", ""),
        ("某县2023年度政府信息公开工作报告", ""),
    ],
)
def test_a_title_with_letters_out_of_order_is_marked(title: str, said: str) -> None:
    messages = [f.message for f in findings(replace(saying(""), title=title), "year.title")]
    assert len(messages) == bool(said)
    assert all(said in message for message in messages)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            "主要报告本机关上一年度政府信息公开工作总体情况，重在聚焦主题主线，对本机关贯彻落实"
            "《中华人民共和国政府信息公开条例》情况进行综述，主要包括主动公开等方面。",
            True,
        ),
        ("现将本机关贯彻落实《中华人民共和国政府信息公开条例》情况报告如下，聚焦主题主线。", False),
    ],
)
def test_what_the_notice_says_is_no_text_of_a_report(text: str, *, left: bool) -> None:
    assert marks(saying(f"{text}我局公开信息。"), "text.placeholder") == ([text] if left else [])


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("统计期限自2023年1月1日起至202020年12月31日止。", ["202020年"]),
        (
            "我局认真贯彻落实认真贯彻《中华人民共和国政府信息公开条例》。",
            ["认真贯彻落实认真贯彻"],
        ),
        ("认真贯彻条例，认真贯彻落实要求，不断加强队伍、不断加强保障。", []),
        ("城南乡乡人民政府在市委领导下公开信息。", ["乡乡"]),
        ("某街道街道办事处公开信息。", ["街道街道"]),
        ("古镇镇人民政府、某县县政府和津市市人民政府公开信息，街道、街道办事处参加。", []),
        ("拓展了政务公开形式，拉进了群众与政府的距离。", ["拉进"]),
        ("把群众拉进微信群，拉近了距离。", []),
        ("加大公开力渡，园满完成任务，按步就班推进。", ["力渡", "园满", "按步就班"]),
    ],
)
def test_slips_met_in_reports_are_marked(text: str, marked: list[str]) -> None:
    assert [words for words in marks(saying(text), "text.wording") if words] == marked


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("公开低保评议发放情况，开展工作考核，无责任追究。", True),
        ("开展社会评议和工作考核，无责任追究。", False),
    ],
)
def test_an_appraisal_of_allowances_is_none_of_the_body(text: str, *, missing: bool) -> None:
    report = replace(saying(f"监督保障。{text}"), unit=COUNTY)
    messages = [f.message for f in findings(report, "structure.aspects")]
    assert any("社会评议" in message for message in messages) == missing


@pytest.mark.parametrize(
    ("text", "tables"),
    [
        ("2023年，我局已按规定办结政府信息公开申请144件。", {"handled": 144}),
        (
            "共收到网上申请、信件邮寄等形式的依申请公开件37件，按时序办理36件，结转下年度办理1件。",
            {"new": 37, "handled": 36, "carried_out": 1},
        ),
        (
            "2023年，我局共收到政府信息公开申请8件，作出政府信息公开答复6件，在期限内结转下年度继续办理2件。",
            {"new": 8, "handled": 6, "carried_out": 2},
        ),
        (
            "收到政府信息公开申请信件22件，其中本年度答复21件，结转下年度办理1件。",
            {"new": 22, "handled": 21, "carried_out": 1},
        ),
        (
            "收到依申请公开信件33件，所有信件都在法定时限内规范办理答复，其中，已办结34件，3件转下年度继续办理。",
            {"new": 33, "handled": 34, "carried_out": 3},
        ),
        (
            "收到依申请公开信件28件，所有信件都在法定时限内规范办理答复，其中，24件已办结，4件转下年度继续办理。",
            {"new": 28, "handled": 24, "carried_out": 4},
        ),
    ],
)
def test_each_figure_of_a_sentence_is_compared(text: str, tables: dict[str, Value]) -> None:
    assert marks(told(text, tables), "text.figure") == []
    for row, value in tables.items():
        if isinstance(value, int) and str(value) in text:
            changed = told(text, tables | {row: value + 7})
            assert str(value) in marks(changed, "text.figure")


WITH_CARRIED = "2023年区政府及区政府办公室收到政府信息公开申请36件（含2022年结转2件）。"


@pytest.mark.parametrize("number", ["36", "2件"])
def test_a_body_named_with_its_office_is_the_body(number: str) -> None:
    unit, tables = Unit("某区人民政府办公室"), {"new": 34, "carried_in": 2}
    assert marks(told(WITH_CARRIED, tables, unit), "text.figure") == []
    wrong = WITH_CARRIED.replace(number, f"5{number}")
    assert marks(told(wrong, tables, unit), "text.figure") == [f"5{number}".strip("件")]


OFFICE = Unit("某区人民政府办公室")
PAPERS: dict[str, Value] = {
    "disclosure.normative_documents.issued": 17,
    "disclosure.normative_documents.repealed": 8,
    "disclosure.normative_documents.in_force": 108,
    "disclosure.regulations.issued": 6,
    "disclosure.regulations.repealed": 1,
}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("全年共制定政府规范性文件17件，废止政府规范性文件8件，并进行解读。", ["17", "8"]),
        ("集中公开历年现行有效行政规范性文件108件电子文本及PDF文本。", ["108"]),
        ("截止2023年底，集中公开有效规范性文件108份。", ["108"]),
        (
            "通过区政府门户网站主动公开2023年新制定的区政府行政规范性文件17件、宣布废止失效文件8件、"
            "发布其他各类政策文件32件。",
            ["17", "8"],
        ),
        ("主动公开本年度制发的区政府规章6件，废止区政府规章1件。", ["6", "1"]),
        ("提高集中公开质量；主动公开本年度新制发政府规章6件。", ["6"]),
    ],
)
def test_papers_of_the_government_are_those_of_its_office(text: str, wrong: list[str]) -> None:
    report = saying(text, OFFICE)
    right = replace(report, values={**report.values, **PAPERS})
    assert marks(right, "text.figure") == []
    assert marks(report, "text.figure") == wrong


@pytest.mark.parametrize(
    "text",
    [
        "转发区政府规范性文件17件，落实2023年新制定的区政府行政规范性文件17件。",
        "制定区政府规范性文件17件。",
        "主动公开2023年新制定的行政规范性文件解读17件。",
        "公开有效规范性文件17件。",
        "新制发行政规范性文件0件，宣布废止失效行政规范性文件32件，失效行政规范性文件23件。",
        "公开2022年新制定的行政规范性文件17件。",
    ],
)
def test_papers_of_others_and_of_other_years_are_let_be(text: str) -> None:
    assert marks(saying(text), "text.figure") == []


def test_shares_are_of_what_was_closed_if_nothing_else_is_said() -> None:
    text = (
        "全区共收到各类政府信息公开申请186宗，上年度结转申请9宗，均在法定期限内予以答复"
        "（结转下年度处理5宗）。予以公开及部分公开49宗，占25.8%；不予公开25宗，占13.1%；"
        "因本机关不掌握等原因无法提供68宗，占35.8%；不予处理2宗，占1.1%；其他处理46宗，占24.2%。"
    )
    tables = {"new": 186, "carried_in": 9, "handled": 190, "carried_out": 5}
    assert marks(told(text, tables, COUNTY), "text.percentage") == []
    for share in ("25.8", "13.1", "35.8", "1.1", "24.2"):
        wrong = text.replace(f"占{share}%", f"占6{share}%")
        assert marks(told(wrong, tables, COUNTY), "text.percentage") == [f"6{share}"]
    alone = (
        "收到政府信息公开申请309件（含上年度结转申请30件），答复297件。"
        "予以公开及部分公开125件，占42.1%。"
    )
    tables = {"new": 279, "carried_in": 30, "handled": 297, "carried_out": 12}
    assert marks(told(alone, tables), "text.percentage") == []
    assert marks(told(alone.replace("42.1", "39.1"), tables), "text.percentage") == ["39.1"]


RATE = (
    "全年收到政府信息公开申请81件，上年结转政府信息公开申请2件，办结80件，"
    "结转下年度继续办理3件，办结率96.4%。"
)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        (RATE, []),
        (RATE.replace("96.4", "98.8"), []),  # of those received this year
        (RATE.replace("96.4", "93.4"), ["93.4"]),
        (RATE.replace("96.4", "100"), []),  # told by another rule
        (RATE.replace("办结率", "按时办结率").replace("96.4", "93.4"), []),
        (RATE + "受理“区长信箱”信件245件、办结率97.96%。", []),
        ("全年收到政府信息公开申请，办结率97%。", ["97"]),
    ],
)
def test_the_rate_of_what_was_closed_is_reckoned_again(text: str, marked: list[str]) -> None:
    tables = {"new": 81, "carried_in": 2, "handled": 80, "carried_out": 3}
    assert marks(told(text, tables), "text.percentage") == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("其他处理6件（申请人主动撤销6件），占23.1%。", []),
        ("其他处理6件（申请人主动撤销5件），占23.1%。", []),
        ("其他处理6件（申请人主动撤销7件），占23.1%。", ["7"]),
        ("其他处理6件（去年7件）。公开信息6条（累计70条）。", []),
    ],
)
def test_a_part_in_brackets_is_not_more_than_its_whole(text: str, marked: list[str]) -> None:
    assert marks(saying(text), "text.breakdown") == marked


@pytest.mark.parametrize(
    "text",
    [
        "收到政府信息公开申请0件，受理市长信箱信件30件，所有信件都及时处理，办结30件。",
        "收到依申请公开信件0件。受理市长信箱信件30件，所有信件都及时处理，办结30件。",
        "收到依申请公开信件0件，受理市长信箱信件30件，所有信件都及时处理，办结30件。",
        "收到政府信息公开申请信件0件，来信30件，办结30件。",
        "收到征询依申请公开意见的函件3件，共收到市长信箱、来信等形式的投诉30件。",
    ],
)
def test_letters_that_are_no_applications_are_still_let_be(text: str) -> None:
    assert marks(saying(text), "text.figure") == []
