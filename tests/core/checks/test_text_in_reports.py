"""Sentences in the wording of published reports: right ones, and with what makes them wrong."""

from dataclasses import replace

import pytest

from gicapp.core.report import Unit
from gicapp.form.values import Value
from tests.core.checks.sentences import COUNTY, findings, marks, saying, told


@pytest.mark.parametrize(
    "text",
    [
        "2023年，本机关所收到的政府信息依申请公开件集中在校园供餐与车位划定引出的多人申请两个领域。",
        "收到的政府信息公开申请集中在3个方面。",
        "2023年，本单位共收到4份县政府办公室的依申请公开意见征询件。",
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


WITHDRAWN = "2023年度新收到政府信息公开申请9宗，村民自行撤回2宗，按期办结6宗，1宗尚在继续处理中。"


@pytest.mark.parametrize(
    "text", [WITHDRAWN, "新收到政府信息公开申请9件，申请人撤回2件，办结6件，1件正在办理。"]
)
def test_what_was_closed_may_leave_out_what_was_withdrawn(text: str) -> None:
    tables = {"new": 9, "handled": 8, "carried_out": 1}
    assert marks(told(text, tables), "text.figure") == []
    assert marks(told(text.replace("结6", "结5"), tables), "text.figure") == ["5"]
    assert marks(told(text.replace("新收到", "收到"), tables | {"new": 10}), "text.figure") == ["9"]


FOUNDED = (
    "报告所列数据统计的起止日期为2023年4月18日至2023年12月31日"
    "（2023年某区机构改革，4月18日印发三定方案，我所成立）。"
)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        (FOUNDED, []),
        (FOUNDED.partition("（")[0] + "。", ["4月18日"]),
        (FOUNDED.replace("2023年12月31日", "2023年12月30日").partition("（")[0], []),
        (FOUNDED.replace("4月18日至", "1月1日至").replace("12月31", "12月30"), ["12月30日"]),
    ],
)
def test_a_body_set_up_within_the_year_may_begin_later(text: str, marked: list[str]) -> None:
    assert marks(saying(text, section="0"), "year.period") == marked


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "因信息公开引起行政复议4件，3件维持原答复；1件因举证过了期限，要求重新作出答复。",
            True,
        ),
        ("因政府信息公开引起行政诉讼1件，法院判决责令重新答复。", True),
        ("因信息公开引起行政复议4件。对申请人重新作出答复1次。", False),
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
            "涉及农户利益和村民利益和村民权益的事项，向社会公布。",
            "“农户利益和村民利益和村民权益”中“和村民”重复",
        ),
        ("统筹资金资金使用。", "“资金资金”中“资金”重复"),
    ],
)
def test_what_stands_twice_is_quoted_so_that_it_is_found(text: str, said: str) -> None:
    (finding,) = (f for f in findings(saying(text), "text.wording") if f.span)
    assert said in finding.message


MIXED = (
    "全年发布信息254条。其中，年度讲话2篇，例会信息公开稿18条，方言短片、手语视频215条，"
    "通告等信息14条，建议复函、提案办理报告5篇。"
)


def test_parts_in_another_unit_belong_to_the_list() -> None:
    assert findings(saying(MIXED), "text.breakdown") == []
    (finding,) = findings(saying(MIXED.replace("18条", "19条")), "text.breakdown")
    assert "所列各项2＋19＋215＋14＋5＝255条" in finding.message


def test_what_would_not_make_up_the_whole_is_no_part_in_another_unit() -> None:
    text = "发布信息100条，其中动态60条，公告25条，其他信息9条，开展活动30次。"
    (finding,) = findings(saying(text), "text.breakdown")
    assert "60＋25＋9＝94条" in finding.message
    text = "发布信息3000条，其中动态2000条，公告900条，直播3场，图解80期。"
    assert findings(saying(text), "text.breakdown") == []


AT_LEAST = (
    "主动公开各类信息5480条。其中，通过省厅网站公开信息1300条，通过县级网站发布信息3280条，"
    "通过报纸电台公开信息1500余条、通过村务栏等其他形式公开信息400余条。"
)


def test_parts_that_are_at_least_so_many_can_only_make_more() -> None:
    (finding,) = findings(saying(AT_LEAST), "text.breakdown")
    assert "1300＋3280＋1500余＋400余＝6480余条，相差1000余条" in finding.message
    for right in ("7480", "6510", "6580"):
        assert findings(saying(AT_LEAST.replace("5480", right)), "text.breakdown") == []
    about = AT_LEAST.replace("400余", "约400")
    assert findings(saying(about), "text.breakdown") == []
    sent = "公开政府信息187条，其中：工作信息147条，指南30条，主动向省厅报送信息90余条。"
    assert findings(saying(sent), "text.breakdown") == []


ALL_CLOSED = (
    "2023年度共收到依申请公开件35封，其中，16封申请人自行撤销申请，"
    "19封（含3封转下年度办结）均在规定期限内答复办结，办结率为100%，未收费用。"
)


def test_a_rate_behind_all_the_parts_is_of_all_applications() -> None:
    assert marks(saying(ALL_CLOSED, new=35, carried_out=3), "text.all_closed") == ["办结率为100%"]
    assert marks(saying(ALL_CLOSED, new=35), "text.all_closed") == []
    part = ALL_CLOSED.replace("16封", "11封")  # the rate may be of the nineteen
    assert marks(saying(part, new=35, carried_out=3), "text.all_closed") == []


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
            "报告本机关上一年度政府信息公开工作总体情况，重在聚焦主题主线，"
            "写明对《中华人民共和国政府信息公开条例》怎样落实，分几个方面来写。",
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
            "我局认真学习宣传认真学习《中华人民共和国政府信息公开条例》。",
            ["认真学习宣传认真学习"],
        ),
        ("认真学习条例，认真学习宣传要求，不断加强队伍、不断加强保障。", []),
        ("城南乡乡人民政府在市委领导下公开信息。", ["乡乡"]),
        ("某街道街道办事处公开信息。", ["街道街道"]),
        ("古镇镇人民政府、某县县政府和津市市人民政府公开信息，街道、街道办事处参加。", []),
        ("增设了开放日，拉进了企业与窗口的距离。", ["拉进"]),
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
        ("2023年度，我局已按规定办结信息公开申请131件。", {"handled": 131}),
        (
            "共收到当面递交、信件寄送等形式的依申请公开件58件，按时序办理54件，结转下年度办理4件。",
            {"new": 58, "handled": 54, "carried_out": 4},
        ),
        (
            "2023年，我局全年收到政府信息公开申请16件，作出政府信息公开答复11件，在期限内结转下年度继续处理5件。",
            {"new": 16, "handled": 11, "carried_out": 5},
        ),
        (
            "收到政府信息公开申请信件46件，其中本年度答复43件，结转下年度处理3件。",
            {"new": 46, "handled": 43, "carried_out": 3},
        ),
        (
            "收到依申请公开信件45件，所有信件都在时限内规范处理答复，其中，已办结47件，6件转下年度继续处理。",
            {"new": 45, "handled": 47, "carried_out": 6},
        ),
        (
            "收到依申请公开信件54件，所有信件都在时限内规范处理答复，其中，46件已办结，8件转下年度继续处理。",
            {"new": 54, "handled": 46, "carried_out": 8},
        ),
    ],
)
def test_each_figure_of_a_sentence_is_compared(text: str, tables: dict[str, Value]) -> None:
    assert marks(told(text, tables), "text.figure") == []
    for row, value in tables.items():
        if isinstance(value, int) and str(value) in text:
            changed = told(text, tables | {row: value + 7})
            assert str(value) in marks(changed, "text.figure")


WITH_CARRIED = "2023年度，区政府及区政府办公室总计收到政府信息公开申请61件（含2022年结转7件）。"


@pytest.mark.parametrize("number", ["61", "7件"])
def test_a_body_named_with_its_office_is_the_body(number: str) -> None:
    unit, tables = Unit("某区人民政府办公室"), {"new": 54, "carried_in": 7}
    assert marks(told(WITH_CARRIED, tables, unit), "text.figure") == []
    wrong = WITH_CARRIED.replace(number, f"5{number}")
    assert marks(told(wrong, tables, unit), "text.figure") == [f"5{number}".strip("件")]


OFFICE = Unit("某区人民政府办公室")
PAPERS: dict[str, Value] = {
    "disclosure.normative_documents.issued": 14,
    "disclosure.normative_documents.repealed": 9,
    "disclosure.normative_documents.in_force": 96,
    "disclosure.regulations.issued": 6,
    "disclosure.regulations.repealed": 1,
}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("全年共制定政府规范性文件14件，废止政府规范性文件9件，并进行解读。", ["14", "9"]),
        ("集中公开了历年现行有效行政规范性文件96件电子版及附图。", ["96"]),
        ("截止2023年底，已集中公开有效规范性文件96份。", ["96"]),
        (
            "通过区政府网站主动公开2023年新制发的区政府行政规范性文件14件、宣布废止失效文件9件、"
            "发布其他文件40件。",
            ["14", "9"],
        ),
        ("主动公开本年度制发的区政府规章6件，废止区政府规章1件。", ["6", "1"]),
        ("提升集中公开效果；主动公开当年新制发政府规章6件。", ["6"]),
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
        "转发区政府规范性文件17件，落实2023年新制定区政府行政规范性文件17件。",
        "制定区政府规范性文件17件。",
        "主动公开2023年新制定的行政规范性文件解读17件。",
        "公开有效规范性文件17件。",
        "新制发行政规范性文件0件，宣布废止失效行政规范性文件41件，失效规范性文件16件。",
        "公开2022年新制定的行政规范性文件17件。",
    ],
)
def test_papers_of_others_and_of_other_years_are_let_be(text: str) -> None:
    assert marks(saying(text), "text.figure") == []


def test_shares_are_of_what_was_closed_if_nothing_else_is_said() -> None:
    text = (
        "全县共收到各种政府信息公开申请240宗，上年度结转申请12宗，都在法定期限内答复"
        "（结转下年度处理7宗）。予以公开及部分公开88宗，占35.9%；不予公开31宗，占12.7%；"
        "因本单位不掌握等原因无法提供70宗，占28.6%；不予处理8宗，占3.3%；其他处理48宗，占19.6%。"
    )
    tables = {"new": 240, "carried_in": 12, "handled": 245, "carried_out": 7}
    assert marks(told(text, tables, COUNTY), "text.percentage") == []
    for share in ("35.9", "12.7", "28.6", "3.3", "19.6"):
        wrong = text.replace(f"占{share}%", f"占6{share}%")
        assert marks(told(wrong, tables, COUNTY), "text.percentage") == [f"6{share}"]
    alone = (
        "收到政府信息公开申请268件（含上年度结转申请24件），答复257件。"
        "予以公开及部分公开119件，占46.3%。"
    )
    tables = {"new": 244, "carried_in": 24, "handled": 257, "carried_out": 11}
    assert marks(told(alone, tables), "text.percentage") == []
    assert marks(told(alone.replace("46.3", "43.3"), tables), "text.percentage") == ["43.3"]


RATE = (
    "全年共收到政府信息公开申请74件，上一年结转的政府信息公开申请5件，办结71件，"
    "结转下年度办理8件，办结率89.9%。"
)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        (RATE, []),
        (RATE.replace("89.9", "95.9"), []),  # of those received this year
        (RATE.replace("89.9", "91.9"), ["91.9"]),
        (RATE.replace("89.9", "100"), []),  # told by another rule
        (RATE.replace("办结率", "按时办结率").replace("89.9", "91.9"), []),
        (RATE + "受理“局长信箱”信件160件、办结率96.25%。", []),
        ("全年收到政府信息公开申请，办结率97%。", ["97"]),
    ],
)
def test_the_rate_of_what_was_closed_is_reckoned_again(text: str, marked: list[str]) -> None:
    tables = {"new": 74, "carried_in": 5, "handled": 71, "carried_out": 8}
    assert marks(told(text, tables), "text.percentage") == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("其他处理9件（申请人自行撤销9件），占31.0%。", []),
        ("其他处理9件（申请人自行撤销8件），占31.0%。", []),
        ("其他处理9件（申请人自行撤销10件），占31.0%。", ["10"]),
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
