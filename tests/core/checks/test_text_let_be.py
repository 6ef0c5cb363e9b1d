"""Figures of something else than the row whose words they stand by; the row itself is compared."""

from dataclasses import replace

import pytest

from tests.core.checks.sentences import COUNTY, marks, saying, told

SECRET = {"refused.state_secret": 1, "refused.process_info": 2}
DISPUTES = "行政复议、行政诉讼情况\n"


@pytest.mark.parametrize(
    ("text", "tables", "marked"),
    [
        ("办理结果中，公开和部分公开31件。", {"granted": 20, "partial": 11}, []),
        ("办理结果中，公开和部分公开31件。", {"granted": 20, "partial": 9}, ["31"]),
        ("告知不掌握、没有现成信息的9件。", {"unavailable.must_be_created": 4}, []),
        ("告知没有现成信息的9件。", {"unavailable.must_be_created": 4}, ["9"]),
        ("涉密不予公开1件、过程性信息2件。", SECRET, []),
        ("因属于过程性信息不予公开2件。", SECRET, []),
        ("因属于过程性信息不予公开4件。", SECRET, ["4"]),
        ("共办结12件。与2022年办结15件相比下降20%。", {"handled": 12}, []),
        ("较2022年下降20%，共办结15件。", {"handled": 12}, ["15"]),
        ("不予公开1件、过程性信息2件。", SECRET, ["1"]),
        ("不予公开、无法提供两项数字分别为4件、6件。", {"refused.process_info": 4}, []),
    ],
)  # fmt: skip
def test_a_figure_of_two_kinds_together_is_not_one_of_either(
    text: str, tables: dict[str, int], marked: list[str]
) -> None:
    report = told(f"（二）依申请公开情况\n{text}", dict(tables))
    assert marks(report, "text.figure") == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("自2020年以来，累计收到政府信息公开申请54件。", []),
        ("近三年来，累计收到政府信息公开申请54件。", []),
        ("一年来，累计收到政府信息公开申请54件。", ["54"]),
        ("2023年以来，累计收到政府信息公开申请54件。", ["54"]),
    ],
)
def test_what_came_in_since_an_earlier_year_is_not_this_years(text: str, marked: list[str]) -> None:
    assert marks(saying(text, new=16), "text.figure") == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("县政府作为复议机关，审结信息公开行政复议4件，维持3件。", []),
        ("另有非信息公开类行政复议3件、行政诉讼5件。", []),
        ("信息公开类行政复议3件、行政诉讼5件。", ["3", "5"]),
        ("信息公开行政复议3件，其中1件仍在审理；被诉2件，1件仍在审理。", ["3", "1"]),
    ],
)
def test_cases_that_are_not_against_the_body_or_not_on_disclosure_are_let_be(
    text: str, marked: list[str]
) -> None:
    assert marks(saying(f"{DISPUTES}{text}", COUNTY), "text.figure") == marked


@pytest.mark.parametrize(
    ("said", "decisions", "marked"),
    [
        ("5.94万", 59_412, []),
        ("5.94万", 59_512, ["5.94万"]),
        ("6万", 59_412, []),
        ("59400", 59_412, ["59400"]),
    ],
)
def test_a_figure_in_ten_thousands_is_as_exact_as_its_places(
    said: str, decisions: int, marked: list[str]
) -> None:
    row = "disclosure.licensing.decisions"
    report = saying(f"全年作出行政许可决定{said}件。")
    report = replace(report, values={**report.values, row: decisions})
    assert marks(report, "text.figure") == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("收到申请96件，平均每月8件，其中网上申请60件、信函申请36件。", []),
        ("收到申请96件，平均每月8件，其中网上申请60件、信函申请37件。", ["96"]),
        ("新收94件，较2022年的61件净增33件，其中：旧城改造类57件、违法建筑类37件。", []),
        ("现行有效规范性文件27件（其中当年制发4件，废止3件，上年末为26件）。", []),
        ("新收7件，其中6件由同一人提出，第1件予以公开，其后5件不予处理。", []),
        ("申请、答复、公开、结转四项数字分别为26件、5件、2件、6件。", []),
    ],
)
def test_what_is_no_whole_or_no_part_is_not_added_up(text: str, marked: list[str]) -> None:
    assert marks(saying(text), "text.breakdown") == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("学区划分引发的申请共33件，占新收总数的56.9%。", []),
        ("学区划分引发的申请共33件，占新收总数的65.9%。", ["65.9"]),
        ("三季度仅发布4条。四季度补发17条，占全年总量的41.5%。", []),
    ],
)
def test_a_share_is_of_a_whole_that_is_larger(text: str, marked: list[str]) -> None:
    assert marks(saying(text, section="5", new=58), "text.percentage") == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("全县收46件，办46件。", []),
        ("全县受理46件，办46件。", ["办46件"]),
        ("存在问题：1.标题不规范；2.个别单位更新慢。", []),
        ("公开信息12.件。", ["12."]),
    ],
)
def test_a_terse_style_is_no_mistake(text: str, marked: list[str]) -> None:
    found = marks(saying(text), "text.wording")
    assert [words for words in found if words in {"办46件", "2.", "12."}] == marked


def test_the_others_were_not_charged_beside_those_that_were() -> None:
    text = "全年共对2件申请收取信息处理费1180元，其余申请均未收费。"
    assert marks(saying(text, section="6"), "structure.fee") == []
    assert marks(saying(text.replace("其余申请均", "全年"), section="6"), "structure.fee") != []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("收到政府信息公开申请9件。其中，上年结转申请4件，本年新收申请5件。", []),
        ("收到政府信息公开申请9件。其中，上年结转申请5件，本年新收申请4件。", ["9"]),
        ("收到政府信息公开申请9件。上年结转申请4件。", ["9"]),
    ],
)
def test_the_next_sentence_may_say_how_was_counted(text: str, marked: list[str]) -> None:
    found = marks(saying(text, new=5, carried_in=4), "text.figure")
    assert [words for words in found if words == "9"] == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("办理申请17件，办结12件，已办结的申请均在规定时间内办结。", []),
        ("办理申请17件，均在规定时间内办结。", ["均在规定时间内办结"]),
    ],
)
def test_those_that_were_closed_are_not_all(text: str, marked: list[str]) -> None:
    report = saying(f"（二）依申请公开情况\n{text}", new=17, handled=12, carried_out=5)
    assert marks(report, "text.all_closed") == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("全年累计发布规范性文件0件。", ["0"]),
        ("全年累计发布规范性文件6件。", []),  # those of other years may be among them
        ("全年累计发布规范性文件解读0件。", []),
    ],
)
def test_what_was_made_is_published(text: str, marked: list[str]) -> None:
    report = saying(text)
    row = "disclosure.normative_documents.issued"
    report = replace(report, values={**report.values, row: 1})
    assert marks(report, "text.figure") == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("公开信息104条，其中公文类90条（含公告3条、预决算3条），非公文类14条。", []),
        ("公开信息104条，其中公文类90条（含公告3条、预决算3条），非公文类48条。", ["104"]),
        ("答复91件，其中：公开37件、部分公开9件，两者合计46件；不公开5件。", []),
    ],
)
def test_parts_of_a_part_are_not_added_up(text: str, marked: list[str]) -> None:
    assert marks(saying(text), "text.breakdown") == marked


@pytest.mark.parametrize(
    "text",
    [
        "报请省政府制定规章1部，由省政府公布。",
        "印发信息发布审核、依申请公开办理两项内部制度。",
        "没有因信息公开申请复议的；另有1件行政复议系不服限期拆除决定，与信息公开无关。",
        "信息公开领域复议0件；本局作为被告的税务行政诉讼1件，已准许撤诉。",
    ],
)
def test_papers_of_others_rules_and_other_cases_are_no_rows(text: str) -> None:
    assert marks(saying(f"{DISPUTES}{text}", COUNTY), "text.figure") == []


def test_a_year_to_come_is_a_measure_in_section_five() -> None:
    problems = "不足主要在景区收费公示牌的多语种覆盖不足、应急信息发布渠道单一，群众知晓率低。"
    assert marks(saying(problems, section="5"), "structure.problems") != []
    assert (
        marks(saying(f"{problems}其余6块2024年上半年换好。", section="5"), "structure.problems")
        == []
    )


@pytest.mark.parametrize(
    "text",
    [
        "案卷信息类占不予公开的71.3%，省外申请占新收申请的65.3%，不予公开的占已答复总量7.6%。",
        "征求第三方意见，第三方同意公开9件次。",
        "无论新收还是承接，答复一件不少。",
        "东街街道、西街街道、区住建局分别新收14件、11件、62件。",
    ],
)
def test_shares_and_what_others_say_or_received_are_no_counts(text: str) -> None:
    report = saying(f"（二）依申请公开情况\n全年新收申请99件。{text}", COUNTY, new=99, handled=5)
    assert marks(report, "text.figure") == []


@pytest.mark.parametrize(
    "text",
    [
        "2022年本局新收11件，2021年新收9件，三年合计34件。",
        "2021年街道新收8件、2022年新收11件。",
        "2022年新收申请44件，今年增长9.1%。",
    ],
)
def test_years_held_together_are_no_slips(text: str) -> None:
    assert marks(saying(text), "year.self") == []


def test_the_end_of_a_word_before_is_no_doubling() -> None:
    assert marks(saying("以批复为标的的复议不计入。"), "text.wording") == [""]  # there is no lead


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("被诉5件（直接起诉2件、复议后起诉3件），直接起诉的1件尚未审结。", "text.figure"),
        ("2023年，我局未发生依申请公开信息处理费收取情况。", "text.none_claim"),
        ("收到申请7件，其中法人3件。2022年收到9件，同比减少2件。", "year.self"),
        ("收到申请2件，均已公开。2022年收到3件。没有结转。", "year.self"),
        ("2024年我街道准备结合“百姓大讲堂”开展宣讲。", "year.self"),
        ("公开信息153条，包括“办成一件事”21条、办事66条、公告18条、动态48条。", "text.breakdown"),
        ("公开215条（2022年公开200条），其中产业28条、生态41条、其他146条。", "text.breakdown"),
    ],
)  # fmt: skip
def test_what_is_told_beside_is_not_the_row_the_whole_or_the_year(text: str, rule: str) -> None:
    rows = {"disputes.direct_suit.total": 2, "disputes.suit_after_review.total": 3}
    report = saying(f"行政复议、行政诉讼情况\n{text}", new=7)
    assert marks(replace(report, values={**report.values, **rows}), rule) == []


def test_more_of_a_share_is_a_plan_and_lacks_no_number() -> None:
    assert marks(saying("逐步提高双语信息占比；占比为。"), "text.wording") == ["", "占比为"]


@pytest.mark.parametrize(
    "text",
    [
        "县政府制发行政规范性文件12件，全县合计制发16件。",
        "联合某局印发规范性文件1件（由该局牵头，计入该局）。",
    ],
)
def test_papers_of_some_beside_the_sum_and_papers_of_another_are_no_row(text: str) -> None:
    report = saying(text, COUNTY)
    row = {"disclosure.normative_documents.issued": 16}
    report = replace(report, values={**report.values, **row})
    assert marks(report, "text.figure") == []
    assert marks(replace(report, narrative={"1": "制发行政规范性文件12件。"}), "text.figure") == [
        "12"
    ]
