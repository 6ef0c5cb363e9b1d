"""Sentences on some applicants, other bodies, months and ways: their figures are no row's."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from gicapp.core.report import Report, Unit
from gicapp.core.text.decisions import ISSUED
from tests.core.checks.sentences import BUREAU, COUNTY, marks, saying, told

# 18 came in, 7 of them from enterprises; one of a person is carried over
_ROWS = {"new": (11, 7), "granted": (1, 5), "partial": (9, 2), "handled": (10, 7)}


def _of_both(text: str, carried_out: int = 1) -> Report:
    """Return a report on what persons and enterprises asked for, row by row, saying the text."""
    report = saying(f"（二）依申请公开\n{text}", carried_out=carried_out)
    cells = {
        f"requests.{row}.{column}": number
        for row, (natural, commercial) in _ROWS.items()
        for column, number in (
            ("natural", natural),
            ("commercial", commercial),
            ("total", natural + commercial),
        )
    }
    return replace(report, values=MappingProxyType({**report.values, **cells}))


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("全年收到申请18件。企业所提7件已处理，其中5件予以公开。", []),
        ("全年收到申请18件。企业所提7件已处理，其中4件予以公开。", ["4"]),
        ("企业的7件申请已全部办结。", []),
        ("企业的申请多问补贴，办结的7件里，予以公开5件，部分公开2件。", []),
        ("来自个人的申请里，予以公开1件，部分公开9件。", []),
        ("来自个人的申请里，予以公开1件，部分公开8件。", ["8"]),
        ("共办结申请17件，予以公开5件，部分公开11件。", ["5"]),
    ],
)
def test_figures_of_some_applicants_are_those_of_their_column(text: str, marked: list[str]) -> None:
    assert marks(_of_both(text), "text.figure") == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("共收到申请18件。企业申请的7件均已答复，个人申请中1件结转下年。", []),
        ("共收到申请18件。企业所提7件已全部办结。", []),
        ("共收到申请18件，已全部办结。", ["已全部办结"]),
        ("共收到申请18件，均为企业、个人申请，已全部办结。", ["已全部办结"]),
    ],
)
def test_some_that_were_closed_are_not_all(text: str, marked: list[str]) -> None:
    assert marks(_of_both(text), "text.all_closed") == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("全年收到申请90件。涉及征收的12件，予以公开3件。", []),
        ("全年收到申请90件。涉及征收的12件，予以公开16件。", ["16"]),
        ("全年收到申请90件，予以公开3件。", ["3"]),
    ],
)
def test_a_count_of_something_unknown_may_be_the_whole_of_what_no_slip_makes(
    text: str, marked: list[str]
) -> None:
    report = saying(f"（二）依申请公开\n{text}", new=90, granted=61, handled=90)
    assert marks(report, "text.figure") == marked


@pytest.mark.parametrize(
    ("unit", "text", "marked"),
    [
        (COUNTY, "全县共收到申请46件，其中县政府本级14件，部门32件。", []),
        (COUNTY, "县政府本级收到申请14件。\n此外，县直各部门共收到申请64件。", []),
        (COUNTY, "县政府本级收到申请14件。\n各镇、街道收到申请19件。", []),
        (COUNTY, "全县共收到申请46件，其中县政府本级13件，部门33件。", ["46"]),
        (COUNTY, "全县共收到申请41件，其中县政府本级14件，部门27件。", []),
        (COUNTY, "全县共收到申请24件。", ["24"]),
        (BUREAU, "本级14件。我局共收到申请24件。", ["24"]),
    ],
)
def test_a_government_may_report_of_its_own_office_alone(
    unit: Unit, text: str, marked: list[str]
) -> None:
    report = saying(f"（二）依申请公开\n{text}", unit, new=14)
    assert marks(report, "text.figure") == marked


def test_results_of_what_came_from_last_year_are_told_apart() -> None:
    rows = {"new": 30, "carried_in": 2, "granted": 9, "partial": 4, "handled": 32}
    text = "（二）依申请公开\n上年结转的2件中，自然人1件部分公开，律所1件予以公开。"
    assert marks(told(text, rows), "text.figure") == []
    none = "（二）依申请公开\n收到申请30件，上年结转2件，其中部分公开1件，予以公开9件。"
    assert marks(told(none, rows), "text.figure") == ["1"]


def test_a_month_without_applications_is_not_the_year() -> None:
    text = "（二）依申请公开\n各月收件中，6月最多，为7件；1月、2月、12月未收到申请。"
    assert marks(saying(text, new=27), "text.none_claim") == []


def test_suits_brought_directly_are_one_kind() -> None:
    text = "（三）因政府信息公开引起的争议\n直接提起行政诉讼{}件；复议后提起诉讼1件。"
    values = {"disputes.direct_suit.total": 1, "disputes.suit_after_review.total": 1}
    for number, marked in ((1, []), (3, ["3"])):
        report = saying(text.format(number))
        report = replace(report, values=MappingProxyType({**report.values, **values}))
        assert marks(report, "text.figure") == marked


@pytest.mark.parametrize(
    "text",
    [
        "按接收方式区分，线上12件、线下7件，线下的7件中有2件为现场递交。",
        "收到申请19件，平均每月1件。互联网申请12件，信函申请5件，当面申请2件。",
    ],
)
def test_parts_of_one_way_and_sums_of_parts_are_no_further_parts(text: str) -> None:
    report = saying(f"（二）依申请公开\n收到申请19件。\n{text}", new=19, handled=19)
    assert marks(report, "text.breakdown") == []


def test_a_share_behind_another_whole_is_of_that() -> None:
    text = "（二）依申请公开\n在办结的340件中，自然人263件；商业企业67件中，公开33件，占49.3%。"
    assert marks(saying(text, new=340, handled=340), "text.percentage") == []


def test_a_sum_of_kinds_is_no_further_part() -> None:
    text = (
        "（二）依申请公开\n办结的222件中，公开89件；部分公开6件；行政查询事项19件；不掌握52件；"
        "信访类11件，出版物2件，反复申请7件，要求确认16件，这四类不予处理的共36件；其他方式处理20件。"
    )
    assert marks(saying(text, new=222, handled=222), "text.breakdown") == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("公开信息812条，其中速报146条，3级以上9条；动态421条；科普168条；其他77条。", []),
        ("公开信息812条，其中速报146条，3级以上9条；动态421条；科普169条；其他77条。", ["812"]),
        ("办理许可500件，其中网上351件，占七成；网站公示398件、窗口公示2件。", []),
        ("公开信息812条，其中速报146条、动态421条、科普168条、其他87条。", ["812"]),
    ],
)
def test_a_list_with_two_signs_misses_its_whole_by_a_slip_or_not_at_all(
    text: str, marked: list[str]
) -> None:
    assert marks(saying(text), "text.breakdown") == marked


@pytest.mark.parametrize(
    ("share", "marked"), [("21.3", []), ("37.5", []), ("36.5", ["36.5"]), ("73.5", ["73.5"])]
)
def test_a_share_far_from_what_it_should_be_is_of_another_whole(
    share: str, marked: list[str]
) -> None:
    text = f"（二）依申请公开\n在办结的88件中，予以公开33件，占{share}%。"
    report = saying(text, new=88, handled=88, granted=33)
    assert marks(report, "text.percentage") == marked


def test_results_told_among_problems_are_those_at_fault() -> None:
    text = "存在问题：一是界限难定，4件不予公开申请经多次研究；二是收到申请4件。"
    report = saying(text, section="5", new=9, refused__process_info=6)
    assert marks(report, "text.figure") == ["4"]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("征收类申请9件，公开4件，部分公开5件。", []),
        ("征收类申请9件，公开4件，部分公开3件，不掌握2件。", []),
        (
            "共收到申请18件，予以公开7件，部分公开11件。",
            ["7"],
        ),  # the year's own make no other whole
        ("上年结转的3件申请已答复，其中予以公开1件，部分公开2件。", []),
        ("补贴类的10件中，予以公开5件；部分公开4件。", []),
    ],
)
def test_parts_of_a_sum_that_is_no_total_are_of_that(text: str, marked: list[str]) -> None:
    report = _of_both(text)
    values = {**report.values, "requests.carried_in.total": 3}
    assert marks(replace(report, values=MappingProxyType(values)), "text.figure") == marked


@pytest.mark.parametrize(
    ("text", "unit", "marked"),
    [
        ("全市收到申请12件，各县区收到的8件中，予以公开3件。", COUNTY, []),
        ("全县收到申请14件，予以公开3件。", COUNTY, ["14", "3"]),
        ("局机关10件、局属单位2件。局机关办结的10件中，予以公开3件。", BUREAU, []),
        ("局机关办结12件，予以公开3件。", BUREAU, ["3"]),
    ],
)
def test_counties_and_a_head_office_are_some_of_it(
    text: str, unit: Unit, marked: list[str]
) -> None:
    report = saying(f"（二）依申请公开\n{text}", new=12, handled=12, granted=6)
    assert marks(replace(report, unit=unit), "text.figure") == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("制发规范性文件3件，修改2件，新制定1件。", []),
        ("新制定行政规范性文件1件。", ["1"]),
    ],
)
def test_a_kind_of_paper_is_some_of_its_row(text: str, marked: list[str]) -> None:
    report = replace(saying(text), values=MappingProxyType({**saying(text).values, ISSUED: 3}))
    assert marks(report, "text.figure") == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("收到申请12件。所有申请均在法定期限内答复。", []),
        ("收到申请12件。所有申请均已办结。", ["均已办结"]),
        ("办理申请11件，已全部办结。", []),
        ("收到申请12件，已全部办结。", ["已全部办结"]),
        ("收到申请12件。所有申请均已在当年办结。", ["均已在当年办结"]),
        ("办结11件，法定期限内答复率100%。", []),
    ],
)
def test_answers_in_time_and_those_handled_leave_some_open(text: str, marked: list[str]) -> None:
    report = saying(f"（二）依申请公开\n{text}", new=12, handled=11, carried_out=1)
    assert marks(report, "text.all_closed") == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("全县收到申请8件，已答复7件，结转下年1件。县政府收到的3件均已在年内答复。", []),
        ("全县收到申请8件，均已在年内办结。", ["均已在年内办结"]),
        ("收到申请7件，加上2022年结转的1件，全年办理的申请共8件，年内全部办结。", ["全部办结"]),
    ],
)
def test_what_a_government_itself_closed_is_not_all(text: str, marked: list[str]) -> None:
    report = saying(f"（二）依申请公开\n{text}", COUNTY, new=8, handled=7, carried_out=1)
    assert marks(report, "text.all_closed") == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("县政府3件，城关镇4件，其余单位没有收到申请。", []),
        ("2023年全县没有收到申请。", ["没有收到申请"]),
    ],
)
def test_what_the_other_bodies_did_not_receive_is_not_all(text: str, marked: list[str]) -> None:
    report = saying(f"（二）依申请公开\n{text}", COUNTY, new=7, handled=7)
    assert marks(report, "text.none_claim") == marked
