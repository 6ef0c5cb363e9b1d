"""What reports say of results, of what came in and went on, in the words they really use.

The sentences are made; how they say it is how published reports do. Each is let be beside the
table that bears it out, and marked beside one that does not.
"""

from dataclasses import replace

import pytest

from gicapp.form.values import Value
from tests.core.checks.sentences import findings, marks, told

NO_SUCH: dict[str, Value] = {}


@pytest.mark.parametrize(
    ("text", "table", "marked"),
    [
        (
            "收到依申请公开信息38条，其中：予以公开21条，不予公开（四类过程性信息）5条，"
            "不予处理（重复申请）12条。",
            {
                "new": 38,
                "granted": 21,
                "refused.process_info": 5,
                "not_processed.repeated": 12,
            },
            ["38", "21", "5", "12"],
        ),
        (
            "年内受理政府信息公开申请29件，其中，依法予以公开13件，部分公开6件，"
            "无法提供（没有现成信息需要另行制作）7件，不予处理（要求提供公开出版物）3件。",
            {
                "new": 29,
                "granted": 13,
                "partial": 6,
                "unavailable.must_be_created": 7,
                "not_processed.publication": 3,
            },
            ["29", "13", "6", "7", "3"],
        ),
        (
            "2023年共受理依申请公开36件，其中：属于公开范围12件，属于部分公开范围6件，"
            "不予公开5件，信息不存在无法提供7件，重复申请2件，转下年度继续办理4件。",
            {
                "new": 36,
                "granted": 12,
                "partial": 6,
                "refused.third_party": 5,
                "unavailable.not_held": 7,
                "not_processed.repeated": 2,
                "carried_out": 4,
            },
            ["36", "12", "6", "5", "7", "2", "4"],
        ),
        (
            "依申请公开申请数为34件，到年底均已办结。已办结件中予以公开的19件、"
            "不属于本机关公开的8件、其他处理的7件。",
            {"new": 34, "granted": 19, "unavailable.not_held": 8, "other.other": 7},
            ["34", "19", "8", "7"],
        ),
        (
            "收到政府信息公开申请16件，已办结16件，其中部分公开2件，予以公开0件，无法提供6件，"
            "其他8件，结转下年度继续办理0件。",
            {
                "new": 16,
                "handled": 16,
                "partial": 2,
                "unavailable.not_held": 6,
                "refused.third_party": 5,
                "other.other": 3,
            },
            ["16", "16", "2", "6", "8"],
        ),
        (
            "收到政府信息公开申请13件。不予公开的9件中5件为属于行政执法案卷，"
            "4件属于机关内部事务信息。",
            {
                "new": 13,
                "refused.enforcement_files": 5,
                "refused.internal_affairs": 4,
            },
            ["13", "9", "5", "4"],
        ),
        (
            "受理政府信息公开申请11件。其中予以部份公开4件；无法提供5件；不予公开2件；",
            {
                "new": 11,
                "partial": 4,
                "unavailable.not_held": 5,
                "refused.third_party": 2,
            },
            ["11", "4", "5", "2"],
        ),
        (
            "收到政府信息公开申请9件。4项申请人撤销公开申请，5项依规予以公开。",
            {"new": 9, "granted": 5},
            ["9", "5"],
        ),
    ],
)
def test_results_are_told_in_brackets_and_without_a_verb(
    text: str, table: dict[str, Value], marked: list[str]
) -> None:
    assert _marks(text, table) == []
    assert _marks(text, NO_SUCH) == marked


@pytest.mark.parametrize(
    ("text", "table", "marked"),
    [
        (
            "收到信息公开申请书35条，已处理28条，结转下年度继续办理7条。",
            {"new": 35, "handled": 28, "carried_out": 7},
            ["35", "28", "7"],
        ),
        (
            "2023年以来，知识产权局收到《信息公开申请书》共计26件，均已逐件答复申请人。",
            {"new": 26, "handled": 26},
            ["26"],
        ),
        (
            "年内收到依申请公开案例6例，已按照规范回复，未接到投诉。",
            {"new": 6},
            ["6"],
        ),
        ("主动公开政府信息84条。收到申请公开信息的要求5条。", {"new": 5}, ["5"]),
        ("规范办理依申请公开的要求3项。", NO_SUCH, []),
        ("我局处理市民热线工单8条，处理依申请公开6件。", {"new": 6}, ["6"]),
        ("办理依申请公开2件，处理市民热线工单8条，办结8件。", {"new": 2}, ["2"]),  # the letters
        (
            "受理依申请公开政府信息2件，回复处理1件。",
            {"new": 2, "handled": 1},
            ["2", "1"],
        ),
        (
            "收到政府信息公开申请总数3条，对申请的答复总数2条，历年共计收到依申请公开申请9条。",
            {"new": 3, "handled": 2},
            ["3", "2"],
        ),
        (
            "收到各类信息公开申请80件，其中线上申请60件，占比75%；答复72件，答复率90%，"
            "其中予以公开65件；结转下年度继续办理8件。",
            {"new": 80, "handled": 72, "granted": 65, "carried_out": 8},
            ["80", "72", "65", "8"],
        ),
        (
            "收到各类信息公开申请80件，其中线上申请60件，答复57件，答复率95%。",  # of a part
            {"new": 80},
            ["80"],
        ),
        (
            "除上年度结转的6件公开申请，共收到依申请公开45件，其中，"
            "全年办理依申请公开47件，结转下年度继续办理4件。",
            {"carried_in": 6, "new": 45, "handled": 47, "carried_out": 4},
            ["6", "45", "47", "4"],
        ),
        (
            "收到和办理依申请公开19件，上年度结转0件。处理结果中，部分公开7件，因信息不存在的8件，"
            "结转至下一年度办理4件。",
            {"new": 19, "partial": 7, "unavailable.must_be_created": 8, "carried_out": 4},
            ["19", "7", "8", "4"],
        ),
        (
            "共受理政府信息公开申请23件，其中7件均按规定时限办结，"
            "11件为“没有现成信息需要另行制作”，重复申请3件，主动撤销2件。",
            {"new": 23, "unavailable.must_be_created": 11, "not_processed.repeated": 3},
            ["23", "11", "3"],
        ),
        (
            "共受理信息公开申请8件，本年度已办理8件（全部办理），部分公开8件。",
            {"new": 8, "handled": 8, "partial": 8},
            ["8", "8", "8"],
        ),
        (
            "收到依申请公开信息共51件，完成46件（结转至下年度办理5件）。",
            {"new": 51, "handled": 46, "carried_out": 5},
            ["51", "46", "5"],
        ),
        (
            "收到依申请公开43件，结转上年5件；办理36件，下年度继续办理12件。",
            {"new": 43, "carried_in": 5, "handled": 36, "carried_out": 12},
            ["43", "5", "36", "12"],
        ),
        (
            "共收到信息公开申请15件，上年结转4件，全年实际处理申请共计19件，"
            "均如期规范办结19件，办结率达100%。",
            {"new": 15, "carried_in": 4, "handled": 19},
            ["15", "4", "19", "19"],
        ),
        (
            "全年共办理信息公开申请40件，含2022年转至今年办理的6件，办结33件，"
            "剩余7件结转下一年度处理。",
            {"new": 34, "carried_in": 6, "handled": 33, "carried_out": 7},
            ["40", "6", "33", "7"],
        ),
        (
            "收到政府信息公开申请52件，另外14件申请按规定顺延到下年度答复。",
            {"new": 52, "carried_out": 14},
            ["52", "14"],
        ),
        (
            "收到政府信息公开申请12件。在办结的10件申请中，予以公开7件。",
            {"new": 12, "handled": 10, "granted": 7},
            ["12", "10", "7"],
        ),
        ("全年依法规范办结公开申请147件。", {"handled": 147}, ["147"]),
    ],
)
def test_what_was_closed_and_what_goes_on_has_several_verbs(
    text: str, table: dict[str, Value], marked: list[str]
) -> None:
    assert _marks(text, table) == []
    assert _marks(text, NO_SUCH) == marked


@pytest.mark.parametrize(
    ("text", "table", "marked"),
    [
        ("全年依申请公开7条，均在规定期限内办结。", {"new": 7}, ["7"]),
        ("依申请公开政务信息15件，均及时答复办结。", {"new": 15}, ["15"]),
        ("我局共受理政府信息公开6件，办结5件。", {"new": 6, "handled": 5}, ["6", "5"]),
        ("收到依申请公开请求9件，按期办结8件。", {"new": 9, "handled": 8}, ["9", "8"]),
        ("年内核收依申请公开事项12个，较去年增长4个。", {"new": 12}, ["12"]),
        ("我局承办依申请公开政府信息事项23件，无信函申请件。", {"new": 23}, ["23"]),
        (
            "受理信息公开依申请公开函件9件，均已按照时限回复。",
            {"new": 9},
            ["9"],
        ),
    ],
)
def test_what_came_in_is_told_without_a_verb_where_it_was_answered(
    text: str, table: dict[str, Value], marked: list[str]
) -> None:
    assert _marks(text, table) == []
    assert _marks(f"收到依申请公开0件。{text}", NO_SUCH) == marked


@pytest.mark.parametrize(
    "text",
    [
        "我局公开信息250条，其中主动公开236条，依申请公开14条。",
        "2021年，我局主动公开文件310件，依法申请公开政府信息18件，未发生行政复议。",
        "我局共制定文件70件，主动公开45件，依申请公开25件。",
        "全年公开指南2条，领导简介4条，申请公开5条。",
    ],
)
def test_documents_of_a_class_are_no_applications(text: str) -> None:
    assert _marks(text, NO_SUCH) == []


def test_persons_and_organisations_are_columns_of_their_own() -> None:
    asked = "共收到自然人的公开信息的申请6条。共收到自然人申请政府信息公开9条。"
    assert _columns(asked, natural=6) == ["9"]
    assert _columns("受理自然人依申请公开政府信息4条，均依规及时办理。", natural=4) == []
    both = "本年度受理政府信息公开申请52件，其中37项为自然人提交，15项为法人提交。"
    assert _columns(both, natural=37, other_org=15, total=52) == []
    assert _columns(both, natural=37, other_org=14, total=52) == ["15"]


def test_applicants_behind_what_was_carried_in_are_of_the_new_ones_or_of_both() -> None:
    text = "年内接收信息公开申请64件，上年结转3件，其中自然人申请58件、法人或其他组织申请6件。"
    carried: dict[str, Value] = {
        "requests.carried_in.total": 3,
        "requests.carried_in.natural": 3,
    }
    assert _columns(text, carried, natural=58, other_org=6, total=64) == []
    assert _columns(text, carried, natural=55, other_org=6, total=64) == []
    assert _columns(text, carried, natural=53, other_org=8, total=64) == ["58", "6"]


def test_a_reason_that_forms_put_in_several_rows_is_right_in_each() -> None:
    text = "收到政府信息公开申请31件。其中，予以公开25件，信息不存在6件。"
    for row in ("unavailable.not_held", "unavailable.must_be_created", "other.other"):
        assert _marks(text, {"new": 31, "granted": 25, row: 6}) == []
    assert _marks(text, {"new": 31, "granted": 25}) == ["6"]


def test_a_reason_beside_others_of_its_row_is_let_be() -> None:
    text = "收到政府信息公开申请4件，其中不属于本机关公开职责范围3件，信息不存在1件。"
    assert _marks(text, {"new": 4, "unavailable.not_held": 4}) == []


def test_what_persons_applied_for_without_a_verb_is_compared_with_their_column() -> None:
    assert _columns("我局本年自然人信息公开申请7件，已如期办结。", natural=7) == []
    assert _columns("我局本年自然人信息公开申请7件，已如期办结。", natural=8) == ["7"]
    assert _columns("我局公开自然人信息公开申请7件。", natural=8) == []


def test_the_row_in_brackets_may_be_told_by_its_class() -> None:
    text = "收到信息公开申请26件，其中无法提供（本机关不掌握相关政府信息）26件。"
    table: dict[str, Value] = {
        "new": 26,
        "unavailable.not_held": 24,
        "unavailable.must_be_created": 2,
    }
    assert _marks(text, table) == []
    finding = findings(told(text, {**table, "unavailable.must_be_created": 3}), "text.figure")[0]
    assert "本机关不掌握相关政府信息" in finding.message


def test_a_sentence_longer_than_any_in_a_report_is_let_be() -> None:
    received, other = "收到政府信息公开申请5件，", "公开信息，"
    assert _marks(f"{received}{other * 600}办结5件。", NO_SUCH) == []
    assert _marks(f"{received}{other * 100}办结5件。", NO_SUCH) == ["5", "5"]


def _marks(text: str, table: dict[str, Value]) -> list[str]:
    return marks(told(text, table), "text.figure")


def _columns(text: str, others: dict[str, Value] | None = None, **new: Value) -> list[str]:
    report = told(text, {})
    cells = {f"requests.new.{column}": value for column, value in new.items()}
    values = {**report.values, **(others or {}), **cells}
    if "total" not in new:
        values["requests.new.total"] = new["natural"]
    return marks(replace(report, values=values), "text.figure")
