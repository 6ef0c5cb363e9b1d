"""Figures in the text against tables two and four: documents, decisions, cases."""

from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest

from tests.core.checks.sentences import COUNTY, findings, marks, saying

if TYPE_CHECKING:
    from gicapp.form.values import Value


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
        ("信息公开类行政复议8件，诉讼5件，均获维持。", ["8", "5"]),
        ("年内发生5起有关信息公开的行政复议案件。", ["5"]),
        ("信息公开行政复议案件9件，维持4件，纠正3件，撤销复议申请2件。", ["9", "4", "3", "2"]),
        ("信息公开行政诉讼案件9件，维持4件，纠正5件。", ["9"]),  # of two kinds of suits
    ],
)
def test_reviews_and_suits_go_by_several_words(text: str, marked: list[str]) -> None:
    assert marks(saying(text), "text.figure") == marked


def test_how_cases_ended_is_compared_with_table_four() -> None:
    text = "因信息公开产生行政复议案件9件，其中行政复议结果维持7件，行政复议尚未审结2件。"
    report = saying(text)
    values: dict[str, Value] = {
        "disputes.review.total": 9,
        "disputes.review.upheld": 7,
        "disputes.review.pending": 2,
    }
    right = replace(report, values={**report.values, **values})
    assert marks(right, "text.figure") == []
    assert marks(report, "text.figure") == ["9", "7", "2"]


def test_how_reviews_ended_may_be_listed_behind_them() -> None:
    text = "因政府信息公开被行政复议7件，其中结果维持6件、结果纠正0件、尚未审结1件。"
    assert marks(saying(text), "text.figure") == ["7", "6", "1"]
    suits = "因政府信息公开发生行政诉讼7件，其中结果维持6件。"
    assert marks(saying(suits), "text.figure") == ["7", "6"]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        (
            "出现因信息公开申请提起行政诉讼9件，其中结果维持4件、结果纠正3件、其他结果2件。",
            ["9", "4", "3", "2"],
        ),
        ("依申请公开答复引起行政复议7件，4件结果维持，3件结果纠正。", ["7", "4", "3"]),
        (
            "涉及信息公开行政复议7件。其中结果维持5件；结果纠正1件；其他结果1件；"
            "涉及信息公开行政诉讼2件。",
            ["7", "5", "1", "1", "2"],
        ),
        (
            "因依申请公开收到行政复议6件，维持结果4件；未经复议直接诉讼2件，复议后诉讼3件。",
            ["6", "4", "2", "3"],
        ),
        ("因信息公开引发行政争议9件，其中，行政复议5件，行政诉讼4件，均结果维持。", ["5", "4"]),
        ("因信息公开有6件行政复议案件，9件行政诉讼案件。", ["6", "9"]),
        ("2023年共办理依申请公开案件0件，有3件申请行政复议。", ["3"]),
        ("政府信息公开行政复议、行政诉讼情况4条。", ["4"]),
        (
            "本年收到35份政府信息公开申请件，其中，因信息公开申请引发的行政复议6宗、行政诉讼4宗。",
            ["35", "6", "4"],
        ),
        ("因政府信息公开申请行政复议2件，尚未审结行政复议1件和提起行政诉讼3件。", ["2", "1", "3"]),
        (
            "因信息公开被申请行政复议7件，其中结果纠正2件，尚未审结5件；"
            "因信息公开被提起行政诉讼9宗，均为未经复议直接起诉，其中结果维持3宗，"
            "当事人主动撤诉2宗，尚未审结4宗。",
            ["7", "2", "5", "9", "3", "2", "4"],
        ),
        (
            "信息公开答复引起行政复议9件（其中3件被纠错），"
            "行政诉讼8件（其中结果维持5件，其他结果2件，尚未审结1件）。",
            ["9", "3", "8", "5", "2", "1"],
        ),
        ("因信息公开引起行政复议7件，行政诉讼4件（其中一审维持2件，尚未审结1件）。", ["7", "4"]),
        ("因信息公开引起行政诉讼4件，行政复议7件（其中结果维持6件，诉讼1件）。", ["4", "7", "6"]),
        # of one kind of suits, not of both
        ("因信息公开引起行政诉讼4件，其中未经复议直接起诉3件，结果维持2件。", ["4", "3", "2"]),
        ("因信息公开引起行政诉讼7件，其中复议后起诉3件，结果维持2件。", ["7", "3", "2"]),
        ("因信息公开引起行政诉讼7件，直接起诉4件、复议后起诉3件，维持2件。", ["7", "4", "3"]),
        (
            "因信息公开引起行政诉讼7件，均为复议后起诉，其中纠正4件、尚未审结3件。",
            ["7", "4", "3"],
        ),
        ("做好行政复议、行政诉讼应诉，复议后起诉案件其他结果3件（均撤回起诉）。", ["3"]),
        ("未经复议直接起诉结果维持2件，复议后起诉尚未审结3件。", ["2", "3"]),
        (
            "及时办结依申请公开事项0件。答复文书均经法制机构审核。"
            "其中4宗申请进入行政复议程序，答辩材料如期提交。",
            ["4"],
        ),
        ("做好来信办理。其中4宗申请进入行政复议程序。", []),  # of letters
        # of both kinds together, or of an instance of the courts
        ("因信息公开发生行政复议3件、行政诉讼2件，其中结果维持4件、结果纠正1件。", ["3", "2"]),
        ("因信息公开发生行政诉讼3件，其中一审结果维持2件。", ["3"]),
        ("因信息公开被行政复议2件。其中结果维持1件。其中结果维持9件。", ["2", "1"]),
    ],
)
def test_how_cases_ended_goes_by_several_words(text: str, marked: list[str]) -> None:
    assert marks(saying(text), "text.figure") == marked


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
    text = "依法办理政府信息公开的行政复议案件35件。"
    assert marks(saying(text, COUNTY), "text.figure") == []
    assert marks(saying(text), "text.figure") == ["35"]


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
        ("制定发布规范性文件7件，清理废止文件5件，现行有效文件31件。", ["7", "5", "31"]),
        ("2023年度制定并公开规范性文件26件。", ["26"]),
        ("清理规范性文件0件，保留9件，新制发3件。", ["3"]),
        ("制定公开规范性文件1篇，转载公开政策文件4篇。", []),
        ("公开规章12部、行政规范性文件35件。", []),
        ("本年度制定并主动公开规范性文件7件，废止规范性文件4件。", ["7", "4"]),
        (
            "2023年，共制发8件，失效及废止5件，至12月31日仍现行有效的规范性文件共43件。",
            ["8", "5", "43"],
        ),
        (
            "本年度行政规范性文件发布3条，废止数量2条，现行有效数量5条。",
            ["3", "2", "5"],
        ),
        ("主动公开行政规范性文件6件、配套图文解读4件。", []),
        ("2023年，行政许可决定150起。", ["150"]),
        ("全年共制发3份局本级规范性文件，逐份征求意见。", ["3"]),
        ("清理区本级规范性文件0件，制发3份区本级规范性文件。", []),
        ("2023年某区知识产权局行政规范性文件制发件数3件，废止件数2件。", ["3", "2"]),
        (
            "累计主动公开信息64条，其中人事信息25条；全年累计办理行政许可45件、行政处罚12件、"
            "行政强制处罚2件，依法公示执法依据。",
            ["45", "12", "2"],
        ),
        ("主动公开信息20条；公开办理行政许可45件、行政处罚12件。", []),
        ("我局2023年行政处罚3件，行政许可2件，行政性事业收费0项。", ["3", "2"]),
        ("我局2023年行政处罚3条，行政许可2条，行政性事业收费0项。", []),  # pages, it may be
        ("公开行政处罚3件，行政许可2件，行政事业性收费0项。", []),
        ("我局2023年行政处罚3件，行政许可2件，行政性事业收费5项。", []),
        (
            "其中规范性文件数3件、行政许可26项、行政处罚8项、行政强制4项，行政事业性收费312.75万元，"
            "受理政府信息公开申请0件。",
            ["26", "8", "4", "312.75"],
        ),
        ("其中规范性文件3件、行政许可26项、行政处罚8项，行政事业性收费4项。", []),
        ("公开行政处罚决定20件，公开行政许可决定71件。", []),
        (
            "主动公开办理行政许可104512件，行政处罚8630件，行政强制917件。",
            ["104512", "8630", "917"],
        ),
        ("共办理行政许可3件，行政处罚4件，行政事业性收费项0项。", ["3", "4"]),
        ("我局主动公开行政许可数量共5条，行政处罚本年处理决定数量46条。", ["46"]),
        ("梳理权力清单，行政许可14项、行政处罚120项、行政强制5项。", []),
        ("在网站公开行政许可14件、行政处罚120件、行政强制5件。", []),
        ("全年行政许可决定31件、行政处罚52件、行政强制6件。", ["31", "52", "6"]),
        ("开展专项检查，共计行政处罚5起，均已公示。", ["5"]),
        ("主动公开行政许可处理事项62件、行政处罚处理事项15件。", []),
        ("行政事业性收费312.75万元。", ["312.75"]),
        ("失效行政规范性文件8件，提前废止行政规范性文件5件。", []),  # kinds of one row
        ("减免行政事业性收费12万元，公布行政事业性收费目录3项。", []),
        ("以县政府名义制定行政规范性文件17件，发布信息9条。", []),
        ("全年立案20件，下达行政处罚决定书14件，罚没3.5万元。", ["14"]),
        ("公开行政处罚决定书12件，公示行政许可5件。", []),
        ("全年办理行政许可决定30件，作出行政处罚决定12件。", ["30", "12"]),
        ("共主动公开2023年度行政许可处理决定18项，行政处罚处理决定5项。", ["18", "5"]),
        ("推送消息310条，其中，发布规范性文件4件，行政许可处理决定数量75件。", ["75"]),
        ("其中：网站公开65条，微信公开19条，行政许可处理决定42条。", []),  # pages, it may be
        ("在信用平台公开行政许可处理决定30件。", []),
        ("作出行政许可处理决定30件，其中涉及企业的行政许可处理决定20件。", ["30"]),
        ("送达行政处罚决定书3件，不予行政处罚案件1件。", []),
    ],
)
def test_documents_and_decisions_go_by_several_words(text: str, marked: list[str]) -> None:
    assert marks(saying(text), "text.figure") == marked


def test_no_decisions_beside_no_fees_are_compared_with_table_two() -> None:
    report = saying("我局2023年行政许可0条，行政处罚0条，行政性事业收费0项。")
    assert marks(report, "text.figure") == []
    counted: dict[str, Value] = {
        "disclosure.penalties.decisions": 4,
        "disclosure.licensing.decisions": 5,
    }
    assert marks(replace(report, values={**report.values, **counted}), "text.figure") == ["0", "0"]


def test_the_fees_are_compared_in_their_own_unit() -> None:
    report = saying("行政事业性收费26.55万元。")
    (finding,) = findings(report, "text.figure")
    assert "为0万元" in finding.message
    right: dict[str, Value] = {"disclosure.fees.amount": Decimal("26.55")}
    assert marks(replace(report, values={**report.values, **right}), "text.figure") == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("因信息公开引起的诉讼中，未经复议直接起诉2件，维持2件。", []),
        ("因信息公开引起的诉讼中，未经复议直接起诉2件，均为维持。", []),
        ("因信息公开引起的诉讼中，未经复议直接起诉2件，均为其他结果。", ["2"]),
        ("因信息公开引起的诉讼中，未经复议直接起诉2件，1件维持、1件尚未审结。", ["1", "1"]),
        ("因信息公开引起的诉讼中，未经复议直接起诉2件，一审维持1件。", []),
        ("因信息公开引起行政复议1件，结果维持。", ["1"]),
        ("因信息公开引起行政复议1件，尚未审结。", []),
        ("因信息公开引起行政复议1件结果为纠正，3件维持。", ["3"]),
    ],
)
def test_how_the_cases_of_one_row_ended(text: str, marked: list[str]) -> None:
    report = saying(text)
    rows = {"direct_suit.upheld": 2, "direct_suit.total": 2, "review.pending": 1, "review.total": 1}
    values = {**report.values, **{f"disputes.{cell}": number for cell, number in rows.items()}}
    report = replace(report, values=MappingProxyType(values))
    assert marks(report, "text.figure") == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("公开行政处罚决定290件。", ["290"]),
        ("公示行政许可决定1583条。", ["1583"]),
        ("公开行政处罚决定200件。", []),  # some of the 209 are not published
        ("公开行政处罚决定209件。", []),
        ("公开行政许可1538条、行政处罚290条。", ["290"]),
    ],
)
def test_two_digits_swapped_are_marked_in_what_was_published(text: str, marked: list[str]) -> None:
    report = saying(text)
    rows = {"penalties": 209, "licensing": 1538}
    values = {
        **report.values,
        **{f"disclosure.{row}.decisions": number for row, number in rows.items()},
    }
    assert marks(replace(report, values=MappingProxyType(values)), "text.figure") == marked
