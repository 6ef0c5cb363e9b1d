"""Slips as clerks make them, whatever the tables hold: each is marked, its right form is not."""

from dataclasses import replace

import pytest

from gicapp.core.report import Unit
from tests.core.checks.sentences import marks, saying


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("18件，比2022年的24件下降25%", "18件，比2022年的24件下降33.3%"),
        ("18件，较上年的24件减少6件", "18件，较上年的24件减少8件"),
        ("8件，去年同期为5件，同比增长60%", "8件，去年同期为5件，同比增长80%"),
        ("152件，2022年为118件，增幅28.8%", "152件，2022年为118件，增幅82.8%"),
        ("118件，2022年为152件，降幅22.4%", "118件，2022年为152件，增幅22.4%"),
        ("45条（2022年为30条），增长五成", "45条（2022年为30条），增长一倍"),
    ],
)
def test_growth_follows_from_the_two_figures_given_for_it(right: str, wrong: str) -> None:
    assert marks(saying(f"全年主动公开信息{right}。"), "text.percentage") == []
    assert marks(saying(f"全年主动公开信息{wrong}。"), "text.percentage") == [wrong]


@pytest.mark.parametrize(
    "text",
    [
        "主动公开信息12条，比2022年的0条增加12条。",
        "收到申请8件，答复5件，同比增长80%。",
        "收到申请8件，较上年增长80%，上年为5件。",
        "收到申请8件，2022年为5次，增加3件。",
    ],
)
def test_growth_of_other_figures_is_not_reckoned(text: str) -> None:
    assert marks(saying(text), "text.percentage") == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("在办结的20件中，予以公开8件，占40%。", []),
        ("在办结的20件中，予以公开8件，占45%。", ["45"]),
        ("18件新收申请中自然人提出12件，占66.7%。", []),
        ("18件新收申请中自然人提出12件，占76.7%。", ["76.7"]),
    ],
)
def test_a_share_among_so_many_is_of_them(text: str, marked: list[str]) -> None:
    assert marks(saying(text), "text.percentage") == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("公开信息193条，其中征地62条、规划41条、供应35条、登记27条、地灾28条。", []),
        ("公开信息193条，其中征地62条、规划41条、供应35条、登记27条、地灾18条。", ["193"]),
        ("公开信息193条，其中征地62条、规划41条、供应35条、登记27条、地灾15条。", []),
    ],
)
def test_a_list_short_of_its_whole_by_one_digit_has_a_slip(text: str, marked: list[str]) -> None:
    assert marks(saying(text), "text.breakdown") == marked


COUNTY_BUREAU = Unit("某市建河县医疗保障局")


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("2023年，石山县医疗保障局收到申请3件。", "石山县医疗保障局"),
        ("石山县医疗保障局的信息公开工作仍有不足。", "石山县医疗保障局"),
        ("宣传到位，江北市石山区医疗保障局公众号更新及时。", "江北市石山区医疗保障局"),
        ("建河县医疗保障局收到申请3件。某市建河县医疗保障局健全制度。", ""),
        ("向石山县医疗保障局学习，石山县医疗保障局等单位来访。", ""),
        ("石山县医疗保障局的经验值得借鉴。某市医疗保障局组织培训。", ""),
        ("现公布县医疗保障局年报，请与县医疗保障局联系，完善县医疗保障局网站。", ""),
        ("会同县医疗保障局发布，联合县医疗保障局开展宣传。", ""),
    ],
)
def test_the_same_body_of_another_county_is_told(text: str, marked: str) -> None:
    report = saying(text, COUNTY_BUREAU)
    assert marks(report, "text.other_unit") == [marked][: len(marked)]


def test_a_government_or_a_body_without_a_place_has_no_counterparts() -> None:
    for name in ("建河县人民政府", "医疗保障局"):
        report = saying("石山县医疗保障局收到申请。石山县人民政府收到申请。", Unit(name))
        assert marks(report, "text.other_unit") == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("2023年收到政府信息公开申请4，均为居民提出。", ["收到政府信息公开申请4"]),
        ("2023年收到政府信息公开申请：4，均已答复。", []),
        ("下一步将重点推进。", ["将重点推进"]),
        ("下一步将重点推进公开。", []),
        ("实行三级审核，并。", ["，并。"]),
        ("全年新收申请件，办结40件。", ["新收申请件"]),
        ("全年发送预警短信……件。", ["……件"]),
        ("推进政府信息公公开工作。", ["公公开"]),
        ("推进公开开放。", []),
        ("均按法定乘序办理。", ["乘序"]),
        ("收到公开申情4件。", ["申情"]),
        (
            "由纪委对信息公开工作开展检查，限期整改，由纪委对信息公开工作开展检查。",
            ["由纪委对信息公开工作开展检查，限期整改，由纪委对信息公开工作开展检查"],
        ),
    ],
)
def test_what_is_left_out_or_written_twice_is_found(text: str, marked: list[str]) -> None:
    assert marks(saying(text), "text.wording") == ["", *marked]  # there is no lead


def test_a_year_before_counted_work_is_the_year_of_that_work() -> None:
    text = "2022年，我局继续加大公开力度，全年发布公告142份。"
    assert marks(saying(text), "year.self") == ["2022"]
    assert marks(saying(text.replace("2022", "2023")), "year.self") == []
    assert marks(saying("2024年，我局继续加大公开力度。"), "year.self") == []


def test_fees_of_nought_are_nought_in_any_unit() -> None:
    report = saying("本局全年行政事业性收费金额为0元。", section="6")
    report = replace(report, values={**report.values, "disclosure.fees.amount": 18})
    assert marks(report, "text.figure") == ["0"]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("受理申请84件，按提交途径划分，当面递交14件，邮寄29件，网上平台41件。", []),
        ("受理申请84件，按提交途径划分，当面递交17件，邮寄29件，网上平台41件。", ["84"]),
        ("收到的25件申请当中，自然人申请计21件，企业计3件，其余1件由组织提出。", []),
        ("收到的25件申请当中，自然人申请计21件，企业计3件，其余2件由组织提出。", ["25"]),
    ],
)
def test_parts_are_told_in_many_ways(text: str, marked: list[str]) -> None:
    assert marks(saying(text), "text.breakdown") == marked


@pytest.mark.parametrize(
    ("text", "rule", "marked"),
    [
        ("发布稿件【此处数字请宣传股补上】篇。", "text.placeholder", ["【此处数字请宣传股补上】"]),
        ("发布稿件【图解】8篇。", "text.placeholder", []),
        ("我局拟于2022年底前建成电子地图。", "year.plan", ["2022"]),
        ("我局拟于2024年底前建成电子地图。", "year.plan", []),
        ("本年没有需要顺延到次年的件。", "text.none_claim", ["没有需要顺延到次年的件"]),
        ("监督检查全覆盖，切实做到。", "text.wording", ["", "切实做到"]),
        ("全年发布信息42，退回7条。", "text.wording", ["", "发布信息42"]),
        ("做好公开，切实做到件件有回音。", "text.wording", [""]),
    ],
)
def test_what_was_left_unfinished_is_found(text: str, rule: str, marked: list[str]) -> None:
    assert marks(saying(f"（二）依申请公开情况\n{text}", carried_out=1), rule) == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("新收408件，是2022年340件的1.2倍。", []),
        ("新收408件，是2022年340件的1.4倍。", ["408件，是2022年340件的1.4倍"]),
        ("四类占比依次为22.8%、21.6%、31.0%、24.6%。", []),
        ("四类占比依次为22.8%、21.6%、31.0%、34.6%。", ["22.8%、21.6%、31.0%、34.6%"]),
        ("同比少收37件（上年263件），降幅14.1%。", []),
    ],
)
def test_ratios_and_all_shares_together_are_reckoned(text: str, marked: list[str]) -> None:
    assert marks(saying(text), "text.percentage") == marked


@pytest.mark.parametrize(
    ("text", "section", "rule", "marked"),
    [
        ("截至2022年12月31日，公众号有9万人关注。", "1", "year.self", ["2022"]),
        ("截至2022年底，关注者9万人，2023年增至12万人。", "1", "year.self", []),
        ("截至2023年12月31日，公众号有9万人关注。", "1", "year.self", []),
        ("2023年，我局计划把直播固定为每季度2场。", "5", "year.plan", ["2023"]),
        ("2024年，我局计划把直播固定为每季度2场。", "5", "year.plan", []),
        ("2023年，我局计划把直播固定为每季度2场。", "1", "year.plan", []),
    ],
)
def test_years_of_ends_and_of_plans_are_those_they_should_be(
    text: str, section: str, rule: str, marked: list[str]
) -> None:
    assert marks(saying(text, section=section), rule) == marked


def test_the_lead_may_tell_the_year_of_the_work() -> None:
    lead = "结合某区2022年度信息公开工作实际，写成本报告。"
    assert marks(saying(lead, section="0"), "year.self") == ["2022"]
    assert marks(saying(lead.replace("2022", "2023"), section="0"), "year.self") == []


@pytest.mark.parametrize(
    ("text", "section", "rule", "marked"),
    [
        ("2022年，本关共受理申请5件。", "1", "year.self", ["2022"]),
        ("2022年，我局将制作解读产品10个。", "5", "year.plan", ["2022"]),
        ("2022年，我局将制作年报作为重点。", "5", "year.plan", []),
        ("没有2022年度结转办理的申请。", "1", "text.none_claim", ["没有2022年度结转办理的申请"]),
        ("行政事业性收费金额为0。", "6", "text.figure", ["0"]),
        (
            "统一登记编号，做到全程留痕。统一登记编号，做到全程留痕。",
            "1",
            "text.wording",
            ["", "统一登记编号，做到全程留痕。统一登记编号，做到全程留痕"],
        ),
        ("以上申请均均在期限内答复。", "1", "text.wording", ["", "均均"]),
        ("严格落实“三审三校”制制度。", "1", "text.wording", ["", "制制度"]),
        ("进一步明确各环节责任，全年累计", "1", "text.wording", ["", "任，全年累计"]),
        ("配备电脑（此处补充台数）台。", "1", "text.placeholder", ["此处补充"]),
        ("收到申请X件，宣传X光片检查1次。", "1", "text.placeholder", ["X"]),
        ("未出现泄密事件事件。", "1", "text.wording", ["", "事件事件"]),
        ("一是制作视频；二是整合栏目；三是。", "1", "text.wording", ["", "三是。"]),
        ("打造了公告、审计整改以及", "1", "text.wording", ["", "审计整改以及"]),
    ],
)
def test_slips_told_in_other_words_are_found(
    text: str, section: str, rule: str, marked: list[str]
) -> None:
    report = saying(f"（二）依申请公开情况\n{text}", section=section, new=5, carried_in=1)
    fees = {"disclosure.fees.amount": 96}
    assert marks(replace(report, values={**report.values, **fees}), rule) == marked
