"""Wordings met or likely in reports: each is let be when it is right and marked when it is not."""

from dataclasses import replace

import pytest

from gicapp.core.report import Unit
from gicapp.form.values import Value
from tests.core.checks.sentences import CARRIED_IN, CARRIED_OUT, HANDLED, NEW, marks, saying

REVIEWS: dict[str, Value] = {
    "disputes.review.upheld": 2,
    "disputes.review.corrected": 1,
    "disputes.review.pending": 1,
    "disputes.review.total": 4,
    "disputes.direct_suit.upheld": 1,
    "disputes.direct_suit.total": 1,
}
TABLES: dict[str, Value] = {
    NEW: 47,
    CARRIED_IN: 3,
    HANDLED: 47,
    CARRIED_OUT: 3,
    "requests.new.natural": 35,
    "requests.new.commercial": 12,
    "requests.granted.total": 21,
    "requests.partial.total": 6,
    "requests.unavailable.not_held.total": 5,
    "requests.unavailable.must_be_created.total": 3,
    "requests.other.not_corrected.total": 1,
    "disclosure.licensing.decisions": 268,
    "disclosure.penalties.decisions": 34,
    "disclosure.normative_documents.issued": 3,
    "disclosure.normative_documents.repealed": 1,
    "disclosure.fees.amount": 12,
    **REVIEWS,
}
RULES = ("text.figure", "text.none_claim", "text.all_closed", "text.breakdown", "text.percentage")


def _marked(text: str, **last: Value) -> list[str]:
    report = replace(saying(text), values={**saying("").values, **TABLES})
    if last:
        prior = {**saying("").values, NEW: 40, "disputes.review.total": 2}
        report = replace(report, prior=replace(saying(""), year=2022, values=prior))
    return [words for rule in RULES for words in marks(report, rule)]


@pytest.mark.parametrize(
    ("right", "wrong", "marked"),
    [
        ("本年度共有47件政府信息公开申请。", "本年度共有45件政府信息公开申请。", "45"),
        ("政府信息公开申请数量为47件。", "政府信息公开申请数量为49件。", "49"),
        ("政府信息公开申请未办结3件。", "政府信息公开申请未办结7件。", "7"),
        ("政府信息公开申请办结47件，剩余3件。", "政府信息公开申请办结47件，剩余5件。", "5"),
        ("新收申请公开47件，2件在办理中。", "新收申请公开47件，2件在办理中。", "2"),
        ("依申请公开上年度转入3件。", "依申请公开上年度转入9件。", "9"),
        ("对47件政府信息公开申请依法作出答复。", "对50件政府信息公开申请依法作出答复。", "50"),
        (
            "收到政府信息公开申请47件，作出答复47件。",
            "收到政府信息公开申请47件，作出答复43件。",
            "43",
        ),
        ("依申请公开中，决定公开21件。", "依申请公开中，决定公开22件。", "22"),
        ("依申请公开中，逾期不补正视为放弃1件。", "依申请公开中，逾期不补正视为放弃2件。", "2"),
        (
            "依申请公开中，因本机关不掌握无法提供5件。",
            "依申请公开中，因本单位不掌握等原因无法提供6件。",
            "6",
        ),
        (
            "信息公开行政复议4件，3件做了复议决定。",
            "信息公开行政复议4件，4件做了复议决定。",
            "4",
        ),
        (
            "有4件政府信息公开申请被申请了行政复议。",
            "有5件政府信息公开申请被申请了行政复议。",
            "5",
        ),
        (
            "全年作出行政许可268件、行政处罚34件。",
            "全年作出行政许可268件、行政处罚36件。",
            "36",
        ),
        ("共制定规范性文件3部。", "共制定规范性文件6部。", "6"),
        ("收到政府信息公开申请40余件。", "收到政府信息公开申请60余件。", "60余"),
        ("收到政府信息公开申请近50件。", "收到政府信息公开申请近70件。", "70"),
        ("收到政府信息公开申请超过40件。", "收到政府信息公开申请不足40件。", "40"),
        ("办结申请公开47件，21件占总数的44.7%。", "办结申请公开47件，21件占总数的64.7%。", "64.7"),
    ],
)
def test_a_figure_is_marked_only_when_it_is_wrong(right: str, wrong: str, marked: str) -> None:
    if right != wrong:
        assert _marked(right) == []
    assert _marked(wrong) == [marked]


@pytest.mark.parametrize(
    "text",
    [
        "2023年度依申请公开0件。",
        "2023年，无依申请公开信息。",
        "本年度依申请公开数量为零。",
        "2023年度依申请公开政府信息0条。",
        "2023年度暂无依申请公开事项。",
        "本年度无新收政府信息公开申请。",
        "本年度政府信息公开申请为0。",
        "本年度无人申请政府信息公开。",
        "收到政府信息公开申请47件，申请人均为自然人。",
        "收到政府信息公开申请47件，均为企业申请。",
        "收到47件政务信息依申请公开件，申请人都是自然人。",
        "上年未结转政府信息公开申请。",
        "政府信息公开申请均无结转。",
        "2023年无行政许可事项办理。",
        "2023年没有行政处罚决定。",
        "2023年未废止行政规范性文件。",
        "2023年规范性文件制发数为零。",
        "2023年无行政事业性收费。",
        "信息公开行政复议均为0。",
        "收到政府信息公开申请47件，均按时答复。",
        "收到政府信息公开申请47件，均在法定期限内答复。",
        "收到政府信息公开申请47件，全部处理完毕。",
        "收到政府信息公开申请47件，无未办结事项。",
    ],
)
def test_what_is_denied_or_said_of_all_is_marked_once(text: str) -> None:
    assert len(_marked(text)) == 1
    cleared = replace(saying(text), values=dict.fromkeys(saying("").values, 0))
    assert all(marks(cleared, rule) == [] for rule in ("text.none_claim", "text.all_closed"))


@pytest.mark.parametrize(
    "text",
    [
        "主动公开信息8条，作为依申请公开的信息0条。",
        "新受理申请公开47件，上年度转结政府信息公开申请3件，延期申请0件。",
        "收到政府信息公开申请47件，均在法定期限内办结47件。",
        "收到政府信息公开申请47件，均按时答复，3件结转下年度办理。",
        "下属单位无行政许可。",
        "收到政府信息公开申请47件，其中35件均为自然人申请。",
    ],
)
def test_other_denials_are_let_be(text: str) -> None:
    assert _marked(text) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("47件，比2022年多7件。", "47件，比2022年多5件。"),
        ("47件，2022年为40件。", "47件，2022年为30件。"),
        ("47件，上年同期40件，增长17.5%。", "47件，上年同期40件，增长7.5%。"),
        ("47件，较上年的40件增加7件。", "47件，较上年的42件增加5件。"),
        ("47件，较上年增长近两成。", "47件，较上年下降三成。"),
        ("47件，较上年略有增长。", "47件，较上年增长一倍。"),
        ("47件，是上年的1.2倍。", "47件，是上年的2.1倍。"),
        ("47件，较2021年增长80%。", "47件，较2022年增长80%。"),
        ("数量同比增加。", "数量与上年持平。"),
        ("数量较上年增加7件。", "数量较上年增加9件。"),
        ("数量较2021年下降。", "数量较2022年下降。"),
    ],
)
def test_growth_goes_by_many_words(right: str, wrong: str) -> None:
    assert _marked(f"收到政府信息公开申请{right}", last=1) == []
    assert len(_marked(f"收到政府信息公开申请{wrong}", last=1)) == 1


def test_growth_may_come_before_its_figure_and_speak_of_cases() -> None:
    assert _marked("与上年相比，政府信息公开申请增加7件。", last=1) == []
    assert len(_marked("与上年相比，政府信息公开申请增加9件。", last=1)) == 1
    assert _marked("信息公开行政复议案件较上年有所增加。", last=1) == []
    assert len(_marked("信息公开行政复议案件较上年有所减少。", last=1)) == 1


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            "公开文件26件，其中机构4条，政策5条，教科14条，安全2条，其他1条。",
            "公开文件26件，其中机构4条，政策5条，教科16条，安全2条，其他1条。",
        ),
        (
            "公开信息56件，其中政策12件，动态40条，财政4条。",
            "公开信息56件，其中政策12件，动态45条，财政4条。",
        ),
        (
            "公开信息56条（政策文件12条，工作动态40条，财政信息4条）。",
            "公开信息56条（政策文件12条，工作动态40条，财政信息14条）。",
        ),
        (
            "公开信息56条。按类型分，政策类12条、动态类40条、财政类4条。",
            "公开信息56条。按类型分，政策类12条、动态类42条、财政类4条。",
        ),
        (
            "收到申请47件，其中当面申请5件，其余42件为网上申请。",
            "收到申请47件，其中当面申请5件，其余40件为网上申请。",
        ),
    ],
)
def test_lists_in_other_forms_are_added_up(right: str, wrong: str) -> None:
    assert marks(saying(right), "text.breakdown") == []
    assert len(marks(saying(wrong), "text.breakdown")) == 1


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("本年度收取信息处理费350元。本年度未收取信息处理费。", 1),
        ("本年度收取信息处理费350元，不存在收费情况。", 1),
        ("本年度应收取信息处理费350元，未收取信息处理费。", 0),
        ("本年度收取信息处理费350元。2022年未收取信息处理费。", 0),
        ("本年度未收取信息处理费。", 0),
    ],
)
def test_an_amount_charged_is_held_against_none_charged(text: str, count: int) -> None:
    report = saying(text, section="6")
    charges: dict[str, Value] = {"disclosure.fees.amount": 1}
    assert (
        len(marks(replace(report, values={**report.values, **charges}), "structure.fee")) == count
    )


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("统计期限为2023年1月1日至2023年12月31日。", []),
        ("统计期限为2023年1月1日至12月31日。", []),
        ("统计期限为2023年1月1日至2023年11月30日。", ["11月30日"]),
        ("统计期限自2023年2月1日至2023年12月31日止。", ["2月1日"]),
    ],
)
def test_the_period_is_the_whole_year(text: str, marked: list[str]) -> None:
    assert marks(saying(text, section="0"), "year.period") == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("江南县教育局认真落实公开要求。", ["江南县教育局"]),
        ("江北县教育局认真落实公开要求。", []),
        ("某市江北县教育局认真落实公开要求。", []),
        ("江北县民政局未收取信息处理费。", ["江北县民政局"]),
        ("（一）主动公开情况江北区教育局严格按照要求公开。", []),  # a heading run in
    ],
)
def test_another_place_is_another_body(text: str, marked: list[str]) -> None:
    assert marks(saying(text, Unit("江北县教育局")), "text.other_unit") == marked


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("定期召开会议研究政务公开工作，", 1),
        ("定期召开会议研究政务公开工作，\n（二）依申请公开", 1),
        ("定期召开会议研究政务公开工作，\n落实责任。", 0),  # a wrapped line
        ("为推进政务公开工作，我局将", 1),
        ("明确分管领导和专职人员，将公开工作纳入考核范围。" * 2, 1),
        ("共收到政府信息公开申请件。", 1),
        ("公开各项工做。", 1),
    ],
)
def test_sentences_that_break_off_or_stand_twice_are_marked(text: str, count: int) -> None:
    lead = "统计期限为2023年1月1日至12月31日。"
    report = replace(saying(""), narrative={"0": lead, "1": text})
    assert len(marks(report, "text.wording")) == count
