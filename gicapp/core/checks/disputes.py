"""Table four beyond its sums: combinations of cases that are worth a second look."""

import re
from collections.abc import Iterator
from typing import Final

from gicapp.core.checks.rule import Rule, Subject
from gicapp.core.finding import Finding, Severity
from gicapp.core.sums import sum_of
from gicapp.form.values import Number, is_number, show

_REVIEW: Final = "disputes.review.total"
_DIRECT: Final = "disputes.direct_suit.total"
_AFTER: Final = "disputes.suit_after_review.total"
_CORRECTED: Final = (
    "disputes.review.corrected",
    "disputes.direct_suit.corrected",
    "disputes.suit_after_review.corrected",
)
_REVIEW_FIRST: Final = 2024  # the year from which refusals go to review before court
# 行政复议 3 件，1 件要求重新作出答复: the case is told, if not the word
_LOST: Final = re.compile(
    "纠错|纠正|被纠|败诉|撤销|确认违法|责令"
    r"|(?:复议|诉讼|法院|判决)[^。\n]{0,80}重新(?:[作做]出)?(?:答复|处理|决定)"
)


def _hints(subject: Subject) -> Iterator[Finding]:
    """Cases that do not go together as a rule: never wrong by themselves."""
    yield from _suit_without_review(subject)
    yield from _direct_suit(subject)
    yield from _corrected(subject)


def _suit_without_review(subject: Subject) -> Iterator[Finding]:
    prior = subject.report.prior
    suits = _positive(subject, _AFTER)
    if prior is None or suits is None or subject.report.value(_REVIEW) != 0:
        return
    if prior.value(_REVIEW) == 0:
        yield _hint(
            (_AFTER, _REVIEW),
            f"“复议后起诉”总计为{show(suits)}件，但本年和上年的行政复议总计都是0，请核对案件类别。",
            suits,
        )


def _direct_suit(subject: Subject) -> Iterator[Finding]:
    suits = _positive(subject, _DIRECT)
    if suits is not None and (subject.report.year or 0) >= _REVIEW_FIRST:
        yield _hint(
            (_DIRECT,),
            f"“未经复议直接起诉”总计为{show(suits)}件；{_REVIEW_FIRST}年1月1日起，"
            "不予公开类案件应当先申请行政复议，请核对案件类别。",
            suits,
        )


def _corrected(subject: Subject) -> Iterator[Finding]:
    cells = tuple(cell for cell in _CORRECTED if _positive(subject, cell) is not None)
    if cells and subject.texts and not any(_LOST.search(t) for t in subject.texts.values()):
        count = sum_of(subject.report.value, cells).known
        yield _hint(
            cells,
            f"行政复议、行政诉讼中结果纠正共{show(count)}件，正文没有提到，"
            "请在“存在的主要问题及改进情况”中写明原因和改进措施。",
            count,
        )


def _positive(subject: Subject, cell: str) -> Number | None:
    value = subject.report.value(cell)
    return value if is_number(value) and value > 0 else None


def _hint(cells: tuple[str, ...], message: str, actual: Number) -> Finding:
    return Finding(
        rule="disputes.hint",
        severity=Severity.HINT,
        section=4,
        message=message,
        cells=cells,
        actual=show(actual),
    )


RULES: Final = (
    Rule(
        "disputes.hint",
        ("T4-03", "T4-04", "T4-05"),
        Severity.HINT,
        "有复议后起诉的，应有行政复议；2024 年起不予公开类案件复议前置；结果纠正的，正文应有说明。",
        "行政复议法（2023 年修订）第二十三条；实践",
        _hints,
        dismissable=True,
        reads_text=True,
    ),
)
