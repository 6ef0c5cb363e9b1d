"""What reports say of results, of what came in and went on, in the words they really use.

Most sentences stand in published reports, cut short and set to the year of the tests; a few are
made. Each is let be beside the table that bears it out, and marked beside one that does not.
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
            "收到依申请公开信息171条，其中：予以公开4条，不予公开（三类内部事务信息）2条，"
            "不予处理（无正当理由大量反复申请）165条。",
            {
                "new": 171,
                "granted": 4,
                "refused.internal_affairs": 2,
                "not_processed.excessive": 165,
            },
            ["171", "4", "2", "165"],
        ),
        (
            "本年度共受理政府信息公开申请37件，其中，依法予以公开5件，部分公开9件，"
            "无法提供（本机关不掌握相关政府信息）14件，不予处理（信访举报投诉类申请）1件。",
            {
                "new": 37,
                "granted": 5,
                "partial": 9,
                "unavailable.not_held": 14,
                "not_processed.petition": 1,
            },
            ["37", "5", "9", "14", "1"],
        ),
        (
            "2023年共受理依申请公开17件，其中：属于公开范围5件，属于部分公开范围4件，"
            "不予公开3件，信息不存在无法提供3件，重复申请1件，转下年度继续办理1件。",
            {
                "new": 17,
                "granted": 5,
                "partial": 4,
                "refused.third_party": 3,
                "unavailable.not_held": 3,
                "not_processed.repeated": 1,
                "carried_out": 1,
            },
            ["17", "5", "4", "3", "3", "1", "1"],
        ),
        (
            "依申请公开申请数为21件，截至12月31日已全部办结。已办结件中予以公开的9件、"
            "不属于本机关公开的10件、其他处理的2件。",
            {"new": 21, "granted": 9, "unavailable.not_held": 10, "other.other": 2},
            ["21", "9", "10", "2"],
        ),
        (
            "收到政府信息公开申请4件，已办结4件，其中予以公开0件，部分公开1件，无法提供3件，"
            "其他8件，结转下年度继续办理0件。",
            {
                "new": 4,
                "handled": 4,
                "partial": 1,
                "unavailable.not_held": 3,
                "refused.third_party": 5,
                "other.other": 3,
            },
            ["4", "4", "1", "3", "8"],
        ),
        (
            "收到政府信息公开申请7件。不予公开的4件中2件为属于行政查询事项，"
            "2件属于机关内部事务文件。",
            {
                "new": 7,
                "refused.admin_queries": 2,
                "refused.internal_affairs": 2,
            },
            ["7", "4", "2", "2"],
        ),
        (
            "受理政府信息公开申请6件。其中予以部份公开1件；不予公开2件；无法提供3件；",
            {
                "new": 6,
                "partial": 1,
                "refused.third_party": 2,
                "unavailable.not_held": 3,
            },
            ["6", "1", "2", "3"],
        ),
        (
            "收到政府信息公开申请2件。1项当事人撤销信息公开申请，1项依规予以公开。",
            {"new": 2, "granted": 1},
            ["2", "1"],
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
            "收到政府信息公开申请书58条，已处理54条，结转下年度继续办理4条。",
            {"new": 58, "handled": 54, "carried_out": 4},
            ["58", "54", "4"],
        ),
        (
            "2023年以来，知识产权局收到《政府信息公开申请书》共计10件，均已按时答复申请人。",
            {"new": 10, "handled": 10},
            ["10"],
        ),
        (
            "2023年，共收到依申请公开案例2例，已按照规范回复，未收到投诉与举报信息。",
            {"new": 2},
            ["2"],
        ),
        ("主动公开政府信息68条。收到申请公开政府信息的要求3条。", {"new": 3}, ["3"]),
        ("规范办理依申请公开的要求3项。", NO_SUCH, []),
        ("我局处理诉求转办单5条，处理依申请公开4件。", {"new": 4}, ["4"]),
        ("办理依申请公开2件，处理诉求转办单5条，办结5件。", {"new": 2}, ["2"]),  # the letters
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
            "收到各类政府信息公开申请50件，其中线上申请48件，占比96%；答复47件，答复率94%，"
            "其中予以公开46件；结转下年度继续办理3件。",
            {"new": 50, "handled": 47, "granted": 46, "carried_out": 3},
            ["50", "47", "46", "3"],
        ),
        (
            "收到政府信息公开申请50件，其中线上申请20件，答复19件，答复率95%。",  # of a part
            {"new": 50},
            ["50"],
        ),
        (
            "除上年度结转的1件政府信息公开申请，共收到依申请公开124件，其中，"
            "全年共办理依申请公开122件，结转下年度继续办理3件。",
            {"carried_in": 1, "new": 124, "handled": 122, "carried_out": 3},
            ["1", "124", "122", "3"],
        ),
        (
            "收到和办理依申请公开9件，上年度结转0件。处理结果中，部分公开2件，因信息不存在的5件，"
            "结转至下一年度办理2件。",
            {"new": 9, "partial": 2, "unavailable.must_be_created": 5, "carried_out": 2},
            ["9", "2", "5", "2"],
        ),
        (
            "共受理政府信息公开申请10件，其中2件均按规定程序办结，"
            "6件为“本机关不掌握相关政府信息”，重复申请1件，主动撤销1件。",
            {"new": 10, "unavailable.not_held": 6, "not_processed.repeated": 1},
            ["10", "6", "1"],
        ),
        (
            "共受理政府信息公开申请5件，本年度已办理5件（全部办理），部分公开5件。",
            {"new": 5, "handled": 5, "partial": 5},
            ["5", "5", "5"],
        ),
        (
            "收到依申请公开信息共74件，完成72件（结转至下年度办理2件）。",
            {"new": 74, "handled": 72, "carried_out": 2},
            ["74", "72", "2"],
        ),
        (
            "收到依申请公开164件，结转上年2件；办理85件，下年度继续办理81件。",
            {"new": 164, "carried_in": 2, "handled": 85, "carried_out": 81},
            ["164", "2", "85", "81"],
        ),
        (
            "共收到政府信息公开申请6件，上年结转1件，全年实际处理申请共计7件，"
            "均按时规范办结7件，办结率为100%。",
            {"new": 6, "carried_in": 1, "handled": 7},
            ["6", "1", "7", "7"],
        ),
        (
            "全年共办理政府信息公开申请69件，含2022年转至今年办理的3件，办结68件，"
            "剩余1件结转下一年度处理。",
            {"new": 66, "carried_in": 3, "handled": 68, "carried_out": 1},
            ["69", "3", "68", "1"],
        ),
        (
            "收到政府信息公开申请90件，另外33件申请依法顺延到下年度答复。",
            {"new": 90, "carried_out": 33},
            ["90", "33"],
        ),
        (
            "收到政府信息公开申请6件。在办结的5件申请中，予以公开3件。",
            {"new": 6, "handled": 5, "granted": 3},
            ["6", "5", "3"],
        ),
        ("全年依法规范办结信息公开申请2502件。", {"handled": 2502}, ["2502"]),
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
        ("全年依申请公开3条，均在规定时限内办结。", {"new": 3}, ["3"]),
        ("依申请公开政务信息10件，均按时答复办结。", {"new": 10}, ["10"]),
        ("我局共受理政府信息公开1件，办结1件。", {"new": 1, "handled": 1}, ["1", "1"]),
        ("收到依申请公开请求2件，按时办结2件。", {"new": 2, "handled": 2}, ["2", "2"]),
        ("全年共核收依申请公开事项6个，较去年数据增长1个。", {"new": 6}, ["6"]),
        ("我局共承办依申请公开政府信息事项14件，无当面申请件。", {"new": 14}, ["14"]),
        (
            "受理政府信息公开依申请公开函件4件，均已在规定回复时间内回复。",
            {"new": 4},
            ["4"],
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
        "我局公开信息687条，其中主动公开668条，依申请公开19条。",
        "2019年，我局共主动公开政府信息995件，依法申请公开政府信息25件，未发生行政复议。",
        "我局共制定文件122件，主动公开67件，依申请公开55件。",
        "全年公开指南1条，机构概况1条，申请公开5条。",
    ],
)
def test_documents_of_a_class_are_no_applications(text: str) -> None:
    assert _marks(text, NO_SUCH) == []


def test_persons_and_organisations_are_columns_of_their_own() -> None:
    asked = "共收到自然人的公开政府信息的申请1条。共收到自然人申请政府信息公开2条。"
    assert _columns(asked, natural=1) == ["2"]
    assert _columns("受理自然人依申请公开政府信息2条，均依法按时办理。", natural=2) == []
    both = "本年度受理政府信息公开申请390件，其中370项为自然人提交，20项为法人提交。"
    assert _columns(both, natural=370, other_org=20, total=390) == []
    assert _columns(both, natural=370, other_org=19, total=390) == ["20"]


def test_applicants_behind_what_was_carried_in_are_of_the_new_ones_or_of_both() -> None:
    text = (
        "全年共接收政府信息公开申请101件，上年结转1件，其中自然人申请100件、法人或其他组织申请1件。"
    )
    carried: dict[str, Value] = {
        "requests.carried_in.total": 1,
        "requests.carried_in.natural": 1,
    }
    assert _columns(text, carried, natural=100, other_org=1, total=101) == []
    assert _columns(text, carried, natural=99, other_org=1, total=101) == []
    assert _columns(text, carried, natural=97, other_org=4, total=101) == ["100", "1"]


def test_a_reason_that_forms_put_in_several_rows_is_right_in_each() -> None:
    text = "收到政府信息公开申请3件。其中，予以公开1件，信息不存在2件。"
    for row in ("unavailable.not_held", "unavailable.must_be_created", "other.other"):
        assert _marks(text, {"new": 3, "granted": 1, row: 2}) == []
    assert _marks(text, {"new": 3, "granted": 1}) == ["2"]


def test_a_reason_beside_others_of_its_row_is_let_be() -> None:
    text = "收到政府信息公开申请4件，其中不属于本机关公开职责范围3件，信息不存在1件。"
    assert _marks(text, {"new": 4, "unavailable.not_held": 4}) == []


def test_what_persons_applied_for_without_a_verb_is_compared_with_their_column() -> None:
    assert _columns("我局本年度自然人政府信息公开申请1件，已按期办结。", natural=1) == []
    assert _columns("我局本年度自然人政府信息公开申请1件，已按期办结。", natural=2) == ["1"]
    assert _columns("我局公开自然人政府信息公开申请1件。", natural=2) == []


def test_the_row_in_brackets_may_be_told_by_its_class() -> None:
    text = "收到政府信息公开申请14件，其中无法提供（本机关不掌握相关政府信息）14件。"
    table: dict[str, Value] = {
        "new": 14,
        "unavailable.not_held": 12,
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
