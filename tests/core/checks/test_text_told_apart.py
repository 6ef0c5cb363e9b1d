"""Figures that a sentence tells apart from what the tables count are let be; others are not."""

import pytest

from tests.core.checks.sentences import findings, marks, saying, told


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("通过政务公开专区接收政府信息公开申请12件。全年收到政府信息公开申请78件。", []),
        ("我局网站受理申请公开9件；当面受理申请公开7件；其他渠道受理申请公开13件。", []),
        ("经由服务大厅收到政府信息公开申请12件。", []),
        ("通过依申请公开共收到政府信息公开申请12件。", ["12"]),
        ("通过网络、信函等方式收到政府信息公开申请12件。", ["12"]),
    ],
)
def test_what_came_one_way_is_not_all_of_it(text: str, marked: list[str]) -> None:
    assert marks(saying(text, new=78), "text.figure") == marked


APART = (
    "全年收到依申请公开信件75件，按时办结66件，5件逾期未补正，2件撤销申请，结转下年度继续办理2件。"
)


def test_what_ended_in_other_ways_is_told_beside_what_was_closed() -> None:
    tables = {"new": 75, "handled": 73, "carried_out": 2, "other.not_corrected": 5}
    assert marks(told(APART, tables), "text.figure") == []
    assert marks(told(APART.replace("66件", "63件"), tables), "text.figure") == ["63"]
    assert marks(told(APART, tables | {"handled": 75}), "text.figure") == ["66"]  # those still open


def test_parts_of_what_was_closed_are_not_told_beside_it() -> None:
    text = "收到政府信息公开申请10件，办结9件，其中予以公开1件。"
    assert "9" in marks(told(text, {"new": 10, "handled": 10}), "text.figure")


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("共收到民情回应156条，答复176条，处理意见征集16条。", []),
        ("共收到群众申请156件，答复176件。", ["156", "176"]),
        ("共收到176件，答复177件。", ["177"]),
    ],
)
def test_answers_to_something_else_are_no_answers_to_applications(
    text: str, marked: list[str]
) -> None:
    report = saying(f"（二）依申请公开情况\n受理政府信息公开申请39件。{text}", new=39, handled=39)
    assert marks(report, "text.figure") == marked


def test_a_bracket_that_tells_both_parts_says_how_was_counted() -> None:
    text = "全年共收到政府信息公开申请12件（含新收11件、上年结转1件），均已答复。"
    tables = {"new": 11, "carried_in": 1}
    assert findings(told(text, tables), "text.figure") == []
    assert marks(told(text.replace("12件", "13件"), tables), "text.figure") == ["13"]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("共收到37件，其中33件已办结，答复27件，主动撤回6件。", []),
        ("共收到申请115件，数量上升79%。其中网络申请69件，信函申请29件，当面申请17件。", []),
        ("受理27件，较上年减少16件，其中：当面申请3件，信函申请15件，网络申请9件。", []),
        ("受理27件，较上年减少16件，其中：当面申请3件，信函申请15件，网络申请8件。", ["27"]),
        ("共收到申请115件，数量上升79%。其中网络申请69件，信函申请29件，当面申请18件。", ["115"]),
        ("共收到37件，其中33件已办结，答复27件，主动撤回7件。", ["37"]),
        ("公开信息7333条，其中动态185条，预决算信息6，人事信息5条，公告47条，其他7090条。", []),
        (
            "公开信息7333条，其中动态185条，预决算信息6条，人事信息5条，公告47条，其他7091条。",
            ["7333"],
        ),
    ],
)
def test_a_list_that_is_not_read_for_certain_is_not_added_up(text: str, marked: list[str]) -> None:
    assert marks(saying(text), "text.breakdown") == marked


@pytest.mark.parametrize(
    ("text", "tables", "wrong"),
    [
        (
            "全年受理向市政府提出的信息公开申请225件；各地各部门共办理308件政府信息公开申请。",
            {"new": 533},
            ["225"],
        ),
        (
            "市政府受理申请公开29件，各乡镇政府，市政府各部门受理申请公开24件。",
            {"new": 53},
            [],
        ),
        (
            "新收政府信息公开申请15件，予以公开13件，不予公开2件；上年结转办理1件，予以公开1件。",
            {
                "new": 15,
                "carried_in": 1,
                "granted": 14,
                "refused.law_forbids": 2,
                "handled": 16,
            },
            ["13", "1"],
        ),
        (
            "收到依申请公开15件，同意公开13件，因不属于本机关信息无法提供1件，信息不存在1件。",
            {"new": 15, "granted": 13, "unavailable.not_held": 2, "handled": 15},
            ["13"],
        ),
        (
            "受理政府信息公开申请20件。其中，予以公开3件，申请人主动撤销申请6件，其他处理3件，"
            "结转至下年度继续办理8件。",
            {
                "new": 20,
                "granted": 3,
                "other.other": 9,
                "handled": 12,
                "carried_out": 8,
            },
            ["3"],
        ),
        (
            "收到依申请公开11件，办理完毕11件；办理上年结转件4件；办理市政府转办件1件。",
            {"new": 11, "carried_in": 4, "handled": 15},
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
        ("除2022年度遗留的1件起诉件撤诉外，未发生行政复议。", []),
        ("收到申请0件，不予公开1条内容，本机关未制作。", []),
        ("收到政府信息公开申请0件，上年结转1件。", ["1"]),
    ],
)
def test_cases_and_contents_are_no_applications(text: str, marked: list[str]) -> None:
    assert marks(saying(f"（二）依申请公开情况\n{text}"), "text.figure") == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("受理政府信息公开申请11件，答复9件，均在法定期限内办结，2件结转下一年办理。", []),
        ("受理政府信息公开申请11件，均在法定期限内办结。", ["均在法定期限内办结"]),
        (
            "受理政府信息公开申请11件，答复9件，办结率为100%，2件结转下一年办理。",
            ["办结率为100%"],
        ),
    ],
)
def test_those_counted_as_answered_were_all_closed_but_not_the_rest(
    text: str, marked: list[str]
) -> None:
    tables = {"new": 11, "handled": 9, "carried_out": 2}
    assert marks(told(text, dict(tables)), "text.all_closed") == marked
