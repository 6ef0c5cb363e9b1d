"""Sentences that once were misread: shares of several, all of both years, lists within lists."""

from dataclasses import replace
from decimal import Decimal

import pytest

from gicapp.core.report import Unit
from gicapp.form.values import Value
from tests.core.checks.sentences import COUNTY, findings, marks, saying, told

ASKED = "（二）依申请公开情况\n"
CLOSED: dict[str, Value] = {"granted": 71, "partial": 33, "refused.state_secret": 96}


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
        ("按申请人划分，自然人150件，占比57%。", ["57"]),
        ("予以公开71件，部分公开33件，公开和部分公开两项占办结数的52%。", []),
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
    among = "（二）依申请公开情况\n新收40件。在已办结的38件中，予以公开18件，占{}%。"
    assert marks(told(among.format("45"), tables), "text.percentage") == ["45"]
    assert marks(told(among.format("47.4"), tables), "text.percentage") == []
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
        ("加上上年结转的4件，一年共办理56件，以上申请均已全部办结。", ["均已全部办结"]),
        ("新收的341件连同上年结转的12件，已在法定期限内全部办结。", ["全部办结"]),
        ("加上上年结转的4件，共62件，目前已全部办结。", ["已全部办结"]),
        ("全部办结件中，信访举报投诉类14件。", []),
        ("予以公开的26件，占全部办结件的52%。", []),
        ("予以公开7件，至年底所有申请均已办理完毕。", ["均已办理完毕"]),
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
        ("网络申请58件，信函申请37件，当面申请15件。", []),  # none is the whole of the others
        ("受理申请11件，其中网上提交6件，信函寄送3件，当面递交3件。", ["11"]),
        ("收到申请151件，其中乡镇收到61件，其余88件由县直部门收到。", ["151"]),
        ("收到申请151件，其中乡镇收到61件，其余90件由县直部门收到。", []),
        ("受理申请58件。按受理渠道分，网上30件、信函邮寄20件、当面9件。", ["58"]),  # once
        ("公开信息446条，其中集采72条、协议133条、典型案例5期40例、其他201条。", []),
        ("补贴类最多，有44条，包括发放名册、购置公示等；检测结果25条；防疫21条。", []),
        ("收到申请12件，以改造为主（9件）。其中予以公开5件，部分公开2件，不掌握5件。", []),
        ("收到申请16件。同比增加4件，增长33%。其中网络申请12件、信函申请4件。", []),
        ("收到申请27件，上年结转1件，其中学区的11件、职称的6件、其他10件。", []),
        ("收到申请27件，上年结转1件，其中学区的11件、职称的6件、其他11件。", []),
        ("收到申请27件，上年结转1件，其中学区的11件、职称的6件、其他13件。", ["27"]),
        ("新收申请97件。上年结转5件。其中工伤类40件、退休类31件、其他26件。", []),
        ("收到申请14件，通过网络提交8件，邮寄4件，当面提交3件。", ["14"]),
        ("收到申请15件，通过网络提交8件，邮寄4件，当面提交3件。", []),
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


def test_who_applied_and_by_what_way_is_named_by_whole_words() -> None:
    persons = told(f"{ASKED}收到申请3件，均是企业退休职工提出。", {"new": 3, "new.natural": 3})
    assert marks(persons, "text.none_claim") == []
    firms = told(f"{ASKED}收到申请3件，均是企业提出。", {"new": 3})
    values = {**firms.values, "requests.new.natural": 3}
    assert marks(replace(firms, values=values), "text.none_claim") != []
    ways = f"{ASKED}收到信件申请2件，一件询问某快递企业备案情况，予以公开。"
    assert marks(saying(ways, new=2), "text.breakdown") == []


def test_parts_in_a_sentence_of_their_own_are_of_the_one_before() -> None:
    text = f"{ASKED}全年新收政府信息公开申请167件，上年结转3件。其中{{}}。"
    tables: dict[str, Value] = {"new": 167, "carried_in": 3, "handled": 170}
    ways = "网上提交92件，邮寄44件，当面提交{}件"
    assert marks(told(text.format(ways.format(31)), tables), "text.breakdown") == []
    assert marks(told(text.format(ways.format(28)), tables), "text.breakdown") != []
    persons = told(text.format("自然人122件，其余为企业提出"), tables)
    assert marks(persons, "text.figure") == ["122"]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("收到并办理申请27件（新收25件，结转2件）。", []),
        ("4个县局全年另收到申请118件，其中北塘县局41件，不计入本报告表格。", []),
    ],
)
def test_what_the_text_itself_says_is_counted_otherwise(text: str, marked: list[str]) -> None:
    tables: dict[str, Value] = {"new": 25, "carried_in": 2, "handled": 27}
    found = [mark for mark in marks(told(ASKED + text, tables), "text.figure") if mark != "41"]
    assert found == marked


def test_no_review_is_said_to_be_corrected_where_one_was() -> None:
    text = "信息公开行政复议4件，均获维持，没有被纠正的情形。"
    report = saying(text)
    values = {**report.values, "disputes.review.upheld": 3, "disputes.review.corrected": 1}
    found = marks(replace(report, values=values), "text.none_claim")
    assert found == ["行政复议4件，均获维持，没有被纠正的情形"]
    values["disputes.review.corrected"] = 0
    assert marks(replace(report, values=values), "text.none_claim") == []


@pytest.mark.parametrize(
    ("said", "marked"),
    [("答复率100%", []), ("办结率100%", ["办结率100%"])],
)
def test_all_due_may_be_answered_while_some_are_carried_over(said: str, marked: list[str]) -> None:
    text = f"{ASKED}收到政府信息公开申请9件，{said}，结转下年度2件。"
    tables: dict[str, Value] = {"new": 9, "handled": 7, "carried_out": 2}
    assert marks(told(text, tables), "text.all_closed") == marked


def test_some_places_without_applications_are_not_all() -> None:
    text = f"{ASKED}全县新收126件。19个乡镇中有6个没有收到申请。"
    assert marks(told(text, {"new": 126}, COUNTY), "text.none_claim") == []
    denied = told(f"{ASKED}全县没有收到申请。", {"new": 126}, COUNTY)
    assert marks(denied, "text.none_claim") != []


def test_growth_is_read_in_the_order_of_its_years() -> None:
    text = "2022年收到申请50件，2023年收到64件，同比增长{}%。"
    assert marks(saying(text.format(28)), "text.percentage") == []
    (found,) = findings(saying(text.format(18)), "text.percentage")
    assert "由50到64应为增长28%" in found.message
