"""Figures in the text against table three: what came in, from whom, what became of it."""

from dataclasses import replace
from decimal import Decimal

import pytest

from gicapp.core.finding import Severity
from gicapp.core.report import Unit
from gicapp.form.values import Value
from tests.core.checks.sentences import BUREAU, findings, marks, saying, told

# what each sentence says of the rows of table three; all of it is compared
SENTENCES: list[tuple[str, dict[str, Value]]] = [
    (
        "2023年我局共收到信息公开申请25件，上年度结转6件；予以公开14件，无法提供8件，结转下年继续办理9件。",
        {"new": 25, "carried_in": 6, "granted": 14, "unavailable__not_held": 8, "carried_out": 9},
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
        "受理政府信息公开申请18件，予以公开及部分公开的有11件，4件属于国家秘密。",
        {"new": 18, "granted": 8, "partial": 3, "refused__state_secret": 4},
    ),
    (
        "完成政府信息依申请公开答复43件，其中，予以公开答复36件，没有现成信息需要另行制作7件。",
        {"handled": 43, "granted": 36, "unavailable__must_be_created": 7},
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
        "信息公开申请中，予以公开5件，逾期未补正2件，其他处理3件。",
        {"granted": 5, "other__not_corrected": 2, "other__other": 3},
    ),
    ("收办政府信息公开申请12件（含上年结转2件）。", {"new": 12, "carried_in": 2}),
    (
        "本年度新接收信息公开申请91件，除4件转结2024年办理以外，均已答复。",
        {"new": 91, "carried_out": 4},
    ),
    ("2023年，新受理信息公开申请46件。", {"new": 46}),
    ("我局收到信息依申请公开办理事项6件，已办结答复。", {"new": 6}),
    ("我局接到依申请公开方面的诉求8件，均按程序作出答复告知。", {"new": 8}),
    ("2023年，我局收到依申请需要公开的信息2件。", {"new": 2}),
    ("政府信息公开申请共计12宗。", {"new": 12}),
    ("2023年1月1日至2023年12月31日，本局收到信息公开申请6件。", {"new": 6}),
    (
        "全年共收到居民网上申请42件，信函16件，合计58件，上年结转5件，"
        "依申请公开截至12月底已回复54件，9件正在办理中。",
        {"new": 58, "carried_in": 5, "carried_out": 9},
    ),
    (
        "依申请公开共收到网上申请42件，信函16件，合计58件，截至12月底已回复54件。",
        {"new": 58, "handled": 54},
    ),
    (
        "收到依申请公开67件，上年结转8件，法定期限内予以答复71件，结转下年4件。",
        {"new": 67, "carried_in": 8, "handled": 71, "carried_out": 4},
    ),
    (
        "收到依申请公开33件，27件已按照法定时限和要求依规进行了答复，6件结转下年。",
        {"new": 33, "handled": 27, "carried_out": 6},
    ),
    (
        "收到信息公开申请16件，5件结转下年继续办理，已办理的11件均属于没有现成信息需要另行制作。",
        {"new": 16, "carried_out": 5, "handled": 11},
    ),
    (
        "新收到依申请公开78件，结转上年3件。其中，答复依申请公开75件，均在法定期限内，结转下年6件。",
        {"new": 78, "carried_in": 3, "handled": 75, "carried_out": 6},
    ),
    (
        "答复信息公开申请164件（含上年结转申请25件，另有31件申请按照《条例》规定顺延到下年答复）。",
        {"handled": 164, "carried_in": 25, "carried_out": 31},
    ),
    (
        "收到8份政府信息公开申请，本机关不掌握4件，属于四类过程性性信息3件。",
        {"new": 8, "unavailable__not_held": 4, "refused__process_info": 3},
    ),
    ("收到8条依申请公开，非本部门掌握1条。", {"new": 8, "unavailable__not_held": 1}),
]


@pytest.mark.parametrize(("text", "cells"), SENTENCES)
def test_figures_that_agree_are_not_marked(text: str, cells: dict[str, Value]) -> None:
    assert marks(told(text, cells), "text.figure") == []


@pytest.mark.parametrize(("text", "cells"), SENTENCES)
def test_each_figure_is_marked_when_its_row_says_otherwise(
    text: str, cells: dict[str, Value]
) -> None:
    for row, value in cells.items():
        # fewer than were handled may be some of them
        other = int(Decimal(str(value)) - 1) if row == "handled" else 99
        report = told(text, {**cells, row: other})
        assert len(marks(report, "text.figure")) == 1, row


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("共收到信息公开申请15件。", Severity.HINT),  # another way of counting
        ("新收信息公开申请15件。", Severity.WARNING),
        ("共收到信息公开申请16件。", Severity.WARNING),
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
    listed = "信息公开申请中，予以公开5件，逾期未补正2件，其他处理{}件。"
    assert [n for n in (2, 3, 4, 5) if marks(told(listed.format(n), counts), "text.figure")] == [4]
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
    text = "受理依申请公开事项22件（其中：自然人申请13件、企业申请5件、其他组织申请4件）。"
    assert marks(saying(text, new=22), "text.figure") == ["13", "5", "4"]
    values: dict[str, Value] = {"requests.new.natural": 13, "requests.new.commercial": 5}
    report = saying(text, new=22)
    for last in ("other_org", "research"):
        right: dict[str, Value] = {**values, f"requests.new.{last}": 4}
        assert marks(replace(report, values={**report.values, **right}), "text.figure") == []


def test_applicants_may_have_a_sentence_of_their_own() -> None:
    text = "公民个人提出申请20件，占比90.9%；法人或其他组织提出申请2件，占比9.1%。"
    asked = f"收到政府信息公开申请22件。{text}"
    report = saying(asked, new=22)
    assert marks(report, "text.figure") == ["20", "2"]
    right: dict[str, Value] = {"requests.new.natural": 20, "requests.new.nonprofit": 2}
    assert marks(replace(report, values={**report.values, **right}), "text.figure") == []
    assert marks(saying(f"收到行政许可申请22件。{text}"), "text.figure") == []


def test_applicants_of_what_was_dealt_with_may_include_the_carried_over() -> None:
    report = saying("受理政府信息公开申请15件，其中自然人申请13件。", new=12, carried_in=3)
    values: dict[str, Value] = {"requests.new.natural": 11, "requests.carried_in.natural": 2}
    assert marks(replace(report, values={**report.values, **values}), "text.figure") == []


def test_persons_and_the_rest_go_by_short_words_behind_each_other() -> None:
    report = saying("办理政府信息公开申请12件，其中：自然人十件、法人两件。", new=12)
    assert marks(report, "text.figure") == ["十", "两"]
    values: dict[str, Value] = {"requests.new.natural": 10, "requests.new.other_org": 2}
    assert marks(replace(report, values={**report.values, **values}), "text.figure") == []
    report = saying("收到政府信息公开申请12件，其中自然人8件，企业4件。", new=12)
    assert marks(report, "text.figure") == ["8", "4"]
    values = {"requests.new.natural": 8, "requests.new.commercial": 4}
    assert marks(replace(report, values={**report.values, **values}), "text.figure") == []
    apart = "收到政府信息公开申请12件，其中自然人8件，法人3件，其他组织1件。"
    assert marks(saying(apart, new=12), "text.figure") == ["8"]


def test_what_is_closed_of_a_part_is_no_whole() -> None:
    text = "收到政府信息公开申请78件，其中网上申请办结75件，延期答复3件。"
    assert marks(saying(text, new=78), "text.figure") == []


def test_the_parts_of_another_time_are_let_be() -> None:
    text = "2023年上半年，我局受理信息公开申请46件。其中同意公开28件。"
    assert marks(saying(text), "text.figure") == []
    assert marks(saying(text.replace("上半年", "")), "text.figure") == ["46", "28"]


def test_a_row_may_be_given_in_two_parts_of_a_list() -> None:
    text = (
        "全年受理依申请公开42件，其中，属于主动公开范围3件，同意公开答复26件，非本机关信息13件，"
        "不予公开0件，全部如期受理。"
    )
    rows: dict[str, Value] = {"new": 42, "handled": 42, "unavailable__not_held": 13}
    assert marks(told(text, {**rows, "granted": 29}), "text.figure") == []
    assert marks(told(text, {**rows, "granted": 30}), "text.figure") == ["26"]
    slip = text.replace("范围3件", "范围4件")  # the list no longer adds up, and explains nothing
    assert marks(told(slip, {**rows, "granted": 30}), "text.figure") == ["26"]


def test_what_was_taken_up_is_all_that_was_received_where_the_new_is_said_apart() -> None:
    rows: dict[str, Value] = {"new": 33, "carried_in": 8, "handled": 41}
    for said in (
        "2023年共受理公开申请事项41件，结转上年后新收到公开申请事项33件。",
        "共受理政府信息公开申请41件（新收33件，上年结转8件）。",
    ):
        assert marks(told(said, rows), "text.figure") == []
        (finding,) = findings(told(said.replace("41件", "42件"), rows), "text.figure")
        assert (finding.expected, finding.actual) == ("41", "42")


@pytest.mark.parametrize(
    "text",
    [
        "本年受理自然人信息公开申请54件，已如期办结48件，结转下年继续办理6件。",
        "一、依申请公开\n共收到信息公开自然人申请54件，如期办结48件，结转下年继续办理6件。",
    ],
)
def test_the_results_of_persons_applications_are_theirs(text: str) -> None:
    """Where nobody else applied they are all that there are, and where others did they are not."""
    persons: dict[str, Value] = {
        "requests.new.natural": 54,
        "requests.handled.natural": 48,
        "requests.carried_out.natural": 6,
    }
    report = told(text, {"new": 61, "handled": 53, "carried_out": 8})
    assert marks(report, "text.figure") == ["54", "48", "6"]
    assert marks(replace(report, values={**report.values, **persons}), "text.figure") == []
    alone = told(text, {"new": 54, "handled": 48, "carried_out": 6})
    assert marks(alone, "text.figure") == ["54"]


def test_results_behind_persons_and_others_may_be_of_all() -> None:
    text = "共收到自然人信息公开申请54件、企业申请7件，办结53件，转下年继续办理8件。"
    report = told(text, {"new": 61, "handled": 52, "carried_out": 9})
    assert marks(report, "text.figure") == ["54"]


@pytest.mark.parametrize(
    "text",
    [
        "转交其他行政机关办理政府信息公开申请4件。",
        "收到上级部门转办政府信息公开申请2件。",
        "收到转办的政府信息公开申请2件，办结2件。",
        "处理转办依申请公开事项9件。",
        "将3件政府信息公开申请转办至相关单位。",
        "移交区住建局依申请公开办理2件，移送信息公开申请3件。",
        "收到政府信息公开申请0件，转办5件，其余12件均已答复。",
        "收到政府信息公开申请0件，转送5件，上级交办3件。",
    ],
)
def test_what_is_passed_on_is_no_row(text: str) -> None:
    assert marks(saying(text), "text.figure") == []


@pytest.mark.parametrize(
    ("text", "unit", "table", "marked"),
    [
        (
            "2023年街道收到居民依申请公开政务信息事项28件。",
            Unit("某市某区某街道办事处"),
            {"new": 28},
            ["28"],
        ),
        ("2023年，全镇共收到信息公开申请28件。", Unit("某县某镇人民政府"), {"new": 28}, ["28"]),
        ("2023年，全镇共收到信息公开申请28件。", Unit("某县某乡人民政府"), {"new": 28}, []),
        (
            "本单位新收到信息依申请公开14件，上年无结转，已办理14件，无结转下年度。",
            BUREAU,
            {"new": 14, "handled": 14},
            ["14", "14"],
        ),
        (
            "今年收到依申请公开31件，其中6件由于重复申请不予处理，其他均已回复。",
            BUREAU,
            {"new": 31, "not_processed__repeated": 6},
            ["31", "6"],
        ),
        (
            "受理信息依申请公开9件，2件依申请公开的申请人均为自然人。",
            BUREAU,
            {"new": 9},
            ["9", "2"],
        ),
        (
            "共受理政府信息公开申请15件，均已答复，其中，2023年办结12件，转2024年办理3件。",
            BUREAU,
            {"new": 15, "handled": 12, "carried_out": 3},
            ["15", "12", "3"],
        ),
        (
            "收到依申请公开1件，上一年度结转受理2件。",
            BUREAU,
            {"new": 1, "carried_in": 2},
            ["1", "2"],
        ),
    ],
)
def test_the_body_and_its_figures_go_by_more_words(
    text: str, unit: Unit, table: dict[str, Value], marked: list[str]
) -> None:
    report = told(text, table, unit)
    persons: dict[str, Value] = {"requests.new.natural": 2}
    assert marks(replace(report, values={**report.values, **persons}), "text.figure") == []
    assert marks(told(text, {}, unit), "text.figure") == marked
