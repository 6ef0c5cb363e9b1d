"""What the text says did not happen, or was all closed, against the tables."""

from dataclasses import replace

import pytest

from gicapp.core.finding import Severity
from gicapp.form.values import Value
from tests.core.checks.sentences import findings, marks, saying

CASES: dict[str, Value] = {"disputes.review.total": 2, "disputes.direct_suit.total": 1}
COERCION: dict[str, Value] = {"disclosure.coercion.decisions": 1}
DENIALS = [
    "2023年，我局未收到政府信息公开申请。",
    "我局没有接到依申请公开政府信息的事例。",
    "年内，未收到市民、企业或社会团体以任何方式递交的政府信息公开申请。",
    "2023年我局无依申请公开政府信息。",
    "全年未接到信息公开申请。",
    "今年以来，我局未收到依申请公开信息。",
    "2023年，我局线上、线下均无依申请公开信件。",
    "全年无依申请公开的情况。",
    "2023年，我办无依申请公开政府信息办理事项。",
    "（二）依申请公开情况。2023年，知识产权局未收到申请。",
    "年度内未有公民、法人或其他组织提出政府信息公开申请。",
    "2023年，我局政府信息公开实现零申请。",
    "全年接到政府信息公开申请数量为零。",
    "2023年未接到政府信息公开申请、信息公开行政复议或者提起行政诉讼等情形。",
    "公开信息12条，其中规划3条；没有接到政府信息公开申请。",
    "本年度未涉及依申请公开的有关事务。",
    "本年度未有受理信息公开申请情况。",
    "本年未收到、办理过任何渠道的政府信息依申请公开等有关事务。",
    "未收到群众以口头方式提出的政府信息公开申请。",
    "未收到法人或其他组织的公开政府信息的申请。",
]


@pytest.mark.parametrize("text", DENIALS)
def test_a_denial_is_marked_when_the_table_counts_some(text: str) -> None:
    assert len(marks(saying(text, new=2), "text.none_claim")) == 1
    assert marks(saying(text), "text.none_claim") == []


@pytest.mark.parametrize(
    "text",
    [
        "全年未收到行政许可申请。",
        "未收到政府信息公开申请方面的投诉举报。",
        "2022年未收到政府信息公开申请。",
        "未收到重复的政府信息公开申请。",
        "下属单位未收到政府信息公开申请。",
        "未收到需要延期办理的政府信息公开申请。",
        "未收到应由本局办理的政府信息公开申请。",
        "未出现会造成重大影响的信息公开申请个案。",
        "没有收到涉及国家秘密的政府信息公开申请。",
        "未收到恶意政府信息公开申请。",
        "未发生政府信息公开申请引起的舆情。",
        "2023年，我局线上零申请。",
    ],
)
def test_other_denials_are_let_be(text: str) -> None:
    assert marks(saying(text, new=2), "text.none_claim") == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("未发生因政府信息公开申请行政复议、提起行政诉讼情况。", 2),
        ("未产生因政府信息公开申请提请的行政复议和行政诉讼案件。", 2),
        ("因信息公开没有发生行政复议。", 1),
        ("无因政府信息公开申请办理不及时而引发的行政复议、行政诉讼。", 0),
        ("未发生政府信息公开行政复议、诉讼问题。", 2),
        ("没有因政府信息公开工作被申请行政复议、提起诉讼的情况。", 2),
        ("无因政府信息公开问题被提起行政诉讼或复议情况。", 2),
        ("收到政府信息公开申请3件，其中1件为书面申请，均已办结，未引起行政复议和行政诉讼。", 2),
        ("未发生与信息公开诉讼（行政复议、行政诉讼）有关的费用。", 0),
        ("未发生因信息公开办理不当造成的行政复议败诉或行政诉讼败诉。", 0),
        ("没有被纠错的信息公开行政复议。", 0),
        ("全年无一例因政府信息公开引发的行政复议、行政诉讼案件。", 2),
        ("信息公开行政复议、行政诉讼均为零。", 2),
        ("信息公开行政诉讼败诉率为零。", 0),
        ("年度无行政复议、行政诉讼的事项发生。", 2),
        ("收到依申请公开0件，都按期回复。无涉行政复议事项、行政诉讼事项。", 2),
        ("未接到公开政府信息的申请，亦不涉及行政诉讼和行政复议。", 2),
        ("公开不涉及个人隐私的行政复议决定书3份。", 0),
        ("信息公开答复不涉及行政复议纠错。", 0),
        ("2023年行政检查工作均无被申请行政复议、提起行政诉讼。", 0),
        ("收到政府信息公开申请2件，均按时答复，未发生投诉、复议或诉讼事项。", 2),
        ("收到政府信息公开申请2件，未出现因回复不当引起的投诉、复议或诉讼事项。", 0),
        ("收到政府信息公开申请2件，未发生劳动争议引发的复议、诉讼。", 0),
        ("未发生因依申请信息公开引发的有关诉讼。", 1),
        ("也没有针对我镇信息公开的行政复议申请。", 1),
        ("全年未办理信息公开类行政诉讼。", 1),
        ("受理政府信息公开申请6件，余0件转2024年度续办；没有因信息公开工作被申请行政复议。", 1),
        ("未发生因政府信息公开引起的诉讼费用。", 0),
        ("没有针对行政复议中指出的信息公开问题开展整改。", 0),
        ("2022年没有因信息公开工作被申请行政复议。", 0),
    ],
)
def test_denied_reviews_and_suits_are_compared_with_table_four(text: str, count: int) -> None:
    report = saying(text)
    assert (
        len(marks(replace(report, values={**report.values, **CASES}), "text.none_claim")) == count
    )
    assert marks(report, "text.none_claim") == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("收到依申请公开信息23件，现已全部按期限答复办结。", 1),
        ("受理政府信息公开申请12件，办结率100%。", 1),
        ("政府信息公开申请办结10件，其中予以公开10件；所有申请均已在法定期限内办结。", 1),
        ("受理依申请公开案件12件，已全部按期办结。", 1),
        ("受理政府信息公开申请12件，全部在法定时限内作出答复。", 1),
        ("受理政府信息公开申请12件，按时办结率100%。", 0),
        ("受理政府信息公开申请12件，到期应答复的全部答复。", 0),
        ("办理12345热线63件，已全部办结。政府信息公开申请12件。", 0),
        ("收到政府信息公开申请12件，结转下年2件，均按期答复。", 0),
        ("收到政府信息公开申请12件，按期依法依规办结。", 1),
        ("受理政府信息依申请公开12件，均时限内办结。", 1),
        ("接到依申请公开12件，已答复完成。", 1),
        ("共受理政府信息公开申请12件，全部按时完成办理。", 1),
        ("收到政府信息公开申请12件，已答复10件。", 0),
        ("新收政府信息公开申请12件，上年结转申请0件，全部按时办结完成。", 1),
        ("受理政府信息公开申请12件，上年结转申请1件，全部按时办结完成。", 0),
        ("共收到依申请公开12条，均为邮寄申请，均做到及时回复。", 1),
        ("收到信息公开申请12件，已按规定办结。", 1),
        ("收到信息公开申请12件，已按规定办结10件。", 0),
        ("政府信息公开申请12件；所有申请均在法律规定的期限内给予了回复。", 0),
        ("收到政府信息公开申请12件，所有到期申请均在时限内给予了答复。", 0),
    ],
)
def test_all_closed_is_compared_with_what_is_carried_over(text: str, count: int) -> None:
    assert len(marks(saying(text, new=12, carried_out=2), "text.all_closed")) == count
    assert marks(saying(text, new=12), "text.all_closed") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "受理政府信息公开申请12件，结转下年度2件。办结率100%。",
            "写明“办结率100%”，又写明2件结转",
        ),
        (
            "受理政府信息公开申请12件，均已办结。结转下年度继续办理2件。",
            "写明“均已办结”，又写明2件",
        ),
        ("受理政府信息公开申请12件，结转下年度2件。所有申请均在期限内答复。", ""),
    ],
)
def test_where_the_text_tells_what_is_carried_over_the_basis_is_asked_for(
    text: str, told: str
) -> None:
    found = findings(saying(text, new=12, carried_out=2), "text.all_closed")
    assert [each.severity for each in found] == [Severity.HINT] * bool(told)
    assert all(told in each.message and "请写明" not in each.message for each in found)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("受理政府信息公开申请12件，未有办件结转至2024年度。", 1),
        (
            "受理政府信息公开申请15件，其中3件来自上年结转，受理的18件已答复，没有申请结转至下年度。",
            1,
        ),
        ("受理政府信息公开申请12件，上年没有申请结转至2023年度。", 0),
        ("受理政府信息公开申请12件，其中网上申请3件，没有申请结转至下年度。", 0),
    ],
)
def test_nothing_carried_over_is_compared_with_its_row(text: str, count: int) -> None:
    assert len(marks(saying(text, new=12, carried_out=2), "text.none_claim")) == count
    assert marks(saying(text, new=12), "text.none_claim") == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("2023年我局未出台规范性文件。", 1),
        ("2023年我局未制定新的规范性文件。", 1),
        ("2023年我局未制定新的规范性文件管理办法。", 0),
    ],
)
def test_denied_documents_are_compared_with_table_two(text: str, count: int) -> None:
    report = saying(text)
    assert marks(report, "text.none_claim") == []
    issued: dict[str, Value] = {"disclosure.normative_documents.issued": 2}
    altered = replace(report, values={**report.values, **issued})
    assert len(marks(altered, "text.none_claim")) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("某区知识产权局作出行政处罚2宗；未作出行政强制和行政征用。", 1),
        ("2023年，我局未实施行政强制。", 1),
        ("对主动改正的，未作出行政强制决定。", 0),
        ("对3户企业未作出行政强制。", 0),
        ("未作出行政强制执行申请。", 0),
        ("未作出行政强制等决定。", 1),
        ("未作出行政强制等级评定。", 0),
        ("2022年未作出行政强制。", 0),
    ],
)
def test_denied_measures_are_compared_with_table_two(text: str, count: int) -> None:
    report = saying(text)
    counted = replace(report, values={**report.values, **COERCION})
    assert len(marks(counted, "text.none_claim")) == count
    assert marks(report, "text.none_claim") == []


def test_a_notice_to_pay_that_was_left_unheeded_had_been_sent() -> None:
    text = "本年度没有发出过收费通知书，未收取信息处理费。"
    assert marks(saying(text, other__fee_unpaid=1), "text.none_claim") == ["没有发出过收费通知书"]
    assert marks(saying(text), "text.none_claim") == []
    assert marks(saying("未收取信息处理费。", other__fee_unpaid=1), "text.none_claim") == []
