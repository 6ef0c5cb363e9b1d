"""Figures that a sentence tells apart from what the tables count are let be; others are not."""

import pytest

from tests.core.checks.sentences import findings, marks, saying, told


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("通过政务公开专柜接收政府信息公开申请15件。全年收到政府信息公开申请78件。", []),
        ("我局网站受理申请公开9件；当面受理申请公开7件；其他渠道受理申请公开13件。", []),
        ("经由服务大厅收到政府信息公开申请12件。", []),
        ("通过依申请公开共收到政府信息公开申请12件。", ["12"]),
        ("通过网络、信函等方式收到政府信息公开申请12件。", ["12"]),
    ],
)
def test_what_came_one_way_is_not_all_of_it(text: str, marked: list[str]) -> None:
    assert marks(saying(text, new=78), "text.figure") == marked


APART = (
    "全年收到依申请公开信件91件，如期办结79件，6件逾期未补正，3件撤销申请，结转下年继续办理3件。"
)


def test_what_ended_in_other_ways_is_told_beside_what_was_closed() -> None:
    tables = {"new": 91, "handled": 88, "carried_out": 3, "other.not_corrected": 6}
    assert marks(told(APART, tables), "text.figure") == []
    assert marks(told(APART.replace("79件", "76件"), tables), "text.figure") == ["76"]
    assert marks(told(APART, tables | {"handled": 91}), "text.figure") == ["79"]  # those still open


def test_parts_of_what_was_closed_are_not_told_beside_it() -> None:
    text = "收到政府信息公开申请10件，办结9件，其中予以公开1件。"
    assert "9" in marks(told(text, {"new": 10, "handled": 10}), "text.figure")


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("共收到民意线索134条，答复151条，处理选题征集22条。", []),
        ("共收到群众申请156件，答复176件。", []),
        ("共收到40件，答复40件。", ["40"]),
    ],
)
def test_answers_to_something_else_are_no_answers_to_applications(
    text: str, marked: list[str]
) -> None:
    report = saying(f"（二）依申请公开情况\n受理政府信息公开申请39件。{text}", new=39, handled=39)
    assert marks(report, "text.figure") == marked


def test_a_bracket_that_tells_both_parts_says_how_was_counted() -> None:
    text = "全年共收到政府信息公开申请31件（含新收28件、上年结转3件），均已答复。"
    tables = {"new": 28, "carried_in": 3}
    assert findings(told(text, tables), "text.figure") == []
    assert marks(told(text.replace("31件", "32件"), tables), "text.figure") == ["32"]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("共收到52件，其中47件已办结，答复39件，自行撤回8件。", []),
        ("共收到申请130件，数量上升84%。其中信函申请72件，当面申请33件，网络申请25件。", []),
        ("受理34件，较上年减少21件，其中：网络申请16件，当面申请5件，信函申请13件。", []),
        ("受理34件，较上年减少21件，其中：网络申请16件，当面申请5件，信函申请12件。", ["34"]),
        ("共收到申请130件，数量上升84%。其中信函申请72件，当面申请33件，网络申请26件。", ["130"]),
        ("共收到52件，其中47件已办结，答复39件，自行撤回9件。", ["52"]),
        ("公开信息5127条，其中动态243条，收支信息8，招录信息7条，公告56条，其他4813条。", []),
        (
            "公开信息5127条，其中动态243条，收支信息8条，招录信息7条，公告56条，其他4814条。",
            ["5127"],
        ),
    ],
)
def test_a_list_that_is_not_read_for_certain_is_not_added_up(text: str, marked: list[str]) -> None:
    assert marks(saying(text), "text.breakdown") == marked


@pytest.mark.parametrize(
    ("text", "tables", "wrong"),
    [
        (
            "年内受理向州政府提出的信息公开申请148件；各地各部门共办理267件政府信息公开申请。",
            {"new": 415},
            ["148"],
        ),
        (
            "市政府受理申请公开29件，各乡镇政府，市政府各部门受理申请公开24件。",
            {"new": 53},
            [],
        ),
        (
            "市政府共受理群众公开申请29件，各乡镇政府，市政府各部门共受理24件。",
            {"new": 53},
            [],
        ),
        (
            "新收政府信息公开申请23件，予以公开19件，不予公开4件；上年结转办理2件，予以公开2件。",
            {
                "new": 23,
                "carried_in": 2,
                "granted": 21,
                "refused.law_forbids": 4,
                "handled": 25,
            },
            ["19", "2"],
        ),
        (
            "收到依申请公开22件，同意公开17件，因不属于本单位信息无法提供3件，信息不存在2件。",
            {"new": 22, "granted": 17, "unavailable.not_held": 5, "handled": 22},
            ["17"],
        ),
        (
            "受理政府信息公开申请31件。其中，予以公开5件，申请人自行撤销申请8件，其他处理4件，"
            "结转至下年度继续办理14件。",
            {
                "new": 31,
                "granted": 5,
                "other.other": 12,
                "handled": 17,
                "carried_out": 14,
            },
            ["5"],
        ),
        (
            "收到依申请公开18件，办理完毕18件；办理上年结转件5件；办理市政府转办件2件。",
            {"new": 18, "carried_in": 5, "handled": 23},
            [],
        ),
    ],
)
def test_a_row_told_in_parts_is_the_sum_of_them(
    text: str, tables: dict[str, int], wrong: list[str]
) -> None:
    assert marks(told(text, dict(tables)), "text.figure") == []
    changed = {row: count + 7 for row, count in tables.items() if row in ("new", "granted")}
    found = marks(told(text, {**tables, **changed}), "text.figure")
    assert set(wrong) <= set(found)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("除2022年度遗留的2宗起诉已撤诉外，未发生行政复议。", []),
        ("收到申请0件，不予公开1条内容，本机关未制作。", []),
        ("收到政府信息公开申请0件，上年结转1件。", ["1"]),
    ],
)
def test_cases_and_contents_are_no_applications(text: str, marked: list[str]) -> None:
    assert marks(saying(f"（二）依申请公开情况\n{text}"), "text.figure") == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("受理政府信息公开申请17件，答复14件，均在规定期限内办结，3件结转下一年办理。", []),
        ("受理政府信息公开申请17件，均在规定期限内办结。", ["均在规定期限内办结"]),
        (
            "受理政府信息公开申请17件，答复14件，办结率为100%，3件结转下一年办理。",
            ["办结率为100%"],
        ),
    ],
)
def test_those_counted_as_answered_were_all_closed_but_not_the_rest(
    text: str, marked: list[str]
) -> None:
    tables = {"new": 17, "handled": 14, "carried_out": 3}
    assert marks(told(text, dict(tables)), "text.all_closed") == marked
