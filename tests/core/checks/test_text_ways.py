"""The ways in which applications were sent: each exclusive, together all that was received."""

from typing import TYPE_CHECKING

import pytest

from gicapp.core.finding import Severity
from tests.core.checks.sentences import findings, marks, saying, told

if TYPE_CHECKING:
    from gicapp.form.values import Value


@pytest.mark.parametrize(
    "text",
    [
        "2023年收到政府信息公开申请17件，其中线上申请{}件，线下申请5件。",
        "收到依申请公开17件，其中书面申请5件，网络申请{}件。",
        "共受理政府信息公开申请17件，其中网上申请表方式{}件，信函方式提出5件，现场申请0件。",
        "2023年收到政府信息公开申请17件（其中信件申请{}件，网络申请5件），已办结17件。",
        "收到政府信息公开申请17件，{}件为网络申请，5件为信件申请。",
        "受理依申请公开事项17例，其中通过网络收到申请{}件，占86%，通过来信收到申请5件，占14%。",
    ],
)
def test_ways_fall_short_of_their_whole_by_no_more_than_a_slip(text: str) -> None:
    assert marks(saying(text.format(12), new=17, handled=17), "text.breakdown") == []
    for wrong in (11, 13):
        found = findings(saying(text.format(wrong), new=17, handled=17), "text.breakdown")
        assert ["，相差1" in finding.message for finding in found] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "收到政府信息公开申请17件，其中线上申请7件，线下申请5件，转办5件。",
        "收到政府信息公开申请17件，其中线上申请7件，线下申请5件；转交5件。",
        "收到政府信息公开申请17件，其中线上申请7件，线下申请5件等。",
        "收到政府信息公开申请17件，主要包括线上申请7件，线下申请5件。",
        "收到政府信息公开申请17件，其中线上申请5件，线下申请1件。",  # fewer than half
        "收到政府信息公开申请17件（含上年结转1件），其中线上申请11件，线下申请5件。",
        "收到政府信息公开申请17件，其中线上申请11件。",
    ],
)
def test_ways_that_are_not_told_to_be_all_are_let_be(text: str) -> None:
    report = saying(text, new=16, carried_in=1, handled=17)
    assert marks(report, "text.breakdown") == []


@pytest.mark.parametrize(
    "text",
    [
        "收到依申请公开申请，办理规范。从申请方式看，网络申请{}件，占75%；信函申请5件，占25%。",
        "一、依申请公开申请\n按申请渠道分，线上申请{}件、当面申请5件。",
        "全年受理线上信息公开申请{}件，依法办结9件，受理线下信息公开申请5件，已全部办结。",
        "依申请公开工作中，通过网络平台收到申请{}件、信函3件、当面2件。",
        "一、依申请公开申请\n全年通过网络平台收到{}件、信函3件、当面2件。",
    ],
)
def test_ways_without_a_whole_are_held_against_the_table(text: str) -> None:
    rows: tuple[dict[str, Value], ...] = (
        {"new": 17},
        {"new": 16, "carried_in": 1},
        {"new": 16, "handled": 17},
    )
    for right in rows:
        assert marks(told(text.format(12), right), "text.breakdown") == []
    (less,) = findings(saying(text.format(11), new=17), "text.breakdown")
    assert (less.severity, less.cells) == (Severity.HINT, ("requests.new.total",))
    assert "＝16件，第三部分表格“本年新收×总计”为17件" in less.message
    (more,) = findings(saying(text.format(13), new=17), "text.breakdown")
    assert more.severity is Severity.WARNING


@pytest.mark.parametrize(
    "text",
    [
        "通过网络平台收到来信12件、信函3件。",
        "2022年通过网络平台收到政府信息公开申请12件、信函3件。",
        "全区各部门通过网络平台收到政府信息公开申请12件、信函3件。",
        "通过网络平台收到政府信息公开申请12件、信函3件等。",
        "通过网络平台收到政府信息公开申请12件、信函3件，转办2件，电话咨询5件，当面申请2件。",
        "通过网络平台收到政府信息公开申请约12件、信函3件。",
        "配合上级做好线上申请12件、线下申请3件的政府信息公开答复。",
    ],
)
def test_other_ways_are_let_be(text: str) -> None:
    assert marks(saying(text, new=99), "text.breakdown") == []
