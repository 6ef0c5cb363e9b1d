"""Paragraphs that are true beside a table: what they tell of parts of it is not marked.

`tests/written_texts/true_paragraphs.txt` has one a line; a line with @ names the body and, where
it is not the first, the table.
"""

from collections.abc import Iterator
from decimal import Decimal
from types import MappingProxyType

import pytest

from gicapp.core.report import Report, unit_named
from gicapp.form.values import Value
from tests.written import FORM, ROUNDS, marks_of

# total, natural persons, enterprises, legal services
_MANY: dict[str, tuple[int, ...]] = {
    "new": (60, 40, 15, 5),
    "carried_in": (3, 2, 1, 0),
    "granted": (25, 15, 8, 2),
    "partial": (6, 4, 2, 0),
    "refused.process_info": (3, 2, 1, 0),
    "refused.internal_affairs": (2, 2, 0, 0),
    "refused.admin_queries": (3, 3, 0, 0),
    "unavailable.not_held": (9, 6, 1, 2),
    "unavailable.must_be_created": (3, 2, 1, 0),
    "not_processed.petition": (4, 4, 0, 0),
    "not_processed.repeated": (2, 1, 1, 0),
    "other.not_corrected": (2, 1, 1, 0),
    "other.other": (2, 1, 0, 1),
    "handled": (61, 41, 15, 5),
    "carried_out": (2, 1, 1, 0),
}
_TABLES: dict[str, dict[str, tuple[int, ...]]] = {
    "many": _MANY,
    "none": {},
    "two": {
        "new": (2, 2),
        "handled": (2, 2),
        "granted": (1, 1),
        "unavailable.not_held": (1, 1),
    },
    "three": {
        "new": (3, 2, 1),
        "carried_in": (1, 1),
        "handled": (3, 3),
        "granted": (2, 2),
        "other.other": (1, 1),
        "carried_out": (1, 0, 1),
    },
}
_COLUMNS = ("total", "natural", "commercial", "legal_service")
_OTHERS: dict[str, Value] = {
    "disputes.review.upheld": 3,
    "disputes.review.corrected": 1,
    "disputes.review.other": 1,
    "disputes.review.total": 5,
    "disputes.direct_suit.upheld": 1,
    "disputes.direct_suit.pending": 1,
    "disputes.direct_suit.total": 2,
    "disputes.suit_after_review.upheld": 1,
    "disputes.suit_after_review.total": 1,
    "disclosure.normative_documents.issued": 3,
    "disclosure.normative_documents.repealed": 1,
    "disclosure.normative_documents.in_force": 20,
    "disclosure.licensing.decisions": 500,
    "disclosure.penalties.decisions": 80,
    "disclosure.fees.amount": Decimal("12.5"),
}
_BUREAU = "岚城市自然资源和规划局"


def _saying(paragraph: str, unit: str = _BUREAU, table: str = "many") -> Report:
    values: dict[str, Value] = dict.fromkeys(FORM.cells, 0)
    for row, numbers in _TABLES[table].items():
        values |= {f"requests.{row}.{c}": n for c, n in zip(_COLUMNS, numbers, strict=False)}
    if table == "many":
        values |= _OTHERS
    return Report(
        unit=unit_named(unit),
        year=2024,
        values=MappingProxyType(values),
        narrative=MappingProxyType({"1": f"（二）依申请公开\n{paragraph}"}),
    )


def _paragraphs() -> Iterator[tuple[str, str, str]]:
    unit, table = "", ""
    path = ROUNDS[0].parent / "true_paragraphs.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            unit, _, table = line[1:].partition(" ")
        else:
            yield line, unit, table or "many"


@pytest.mark.parametrize(("paragraph", "unit", "table"), [*_paragraphs()])
def test_what_is_true_is_not_marked(paragraph: str, unit: str, table: str) -> None:
    assert [mark.message for mark in marks_of(_saying(paragraph, unit, table))] == []


@pytest.mark.parametrize(
    ("paragraph", "words"),
    [
        ("全年新收申请66件，办结61件。", "66"),
        ("全年新收申请60件，上年结转2件，办结61件。", "2"),
        ("办结申请61件，予以公开52件，部分公开6件。", "52"),
        ("办结申请61件，予以公开25件，部分公开6件，不予公开9件。", "9"),
        ("新收申请60件，其中自然人45件。", "45"),
        ("自然人的41件办理结果为：公开15件，部分公开3件。", "3"),
        ("上年结转的3件均已办结，其中予以公开1件。全年办结申请16件。", "16"),
        ("收到申请60件，已全部办结。", "已全部办结"),
        ("收到申请60件，同比2023年的52件增长25.4%。", "25.4"),
        ("因信息公开引发行政复议6件。", "6"),
        ("因信息公开直接提起行政诉讼3件。", "3"),
        ("本年制发行政规范性文件13件。", "13"),
        ("本年作出行政处罚决定88件。", "88"),
    ],
)
def test_what_is_false_of_the_whole_is_marked(paragraph: str, words: str) -> None:
    marks = marks_of(_saying(paragraph))
    told = f"（二）依申请公开\n{paragraph}"
    assert any(words in told[slice(*mark.span)] for mark in marks if mark.span is not None)
