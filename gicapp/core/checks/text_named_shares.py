"""Shares without their figures, against the tables: 自然人申请占 86.7%; part of N-13."""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

from gicapp.core.checks.places import place_of
from gicapp.core.checks.rule import Subject
from gicapp.core.finding import Finding, Severity
from gicapp.core.report import Unit
from gicapp.core.text.claims import speaks_of_requests
from gicapp.core.text.numbers import quantities
from gicapp.core.text.passages import plain
from gicapp.core.text.phrases import (
    BY_OTHERS,
    BY_PERSONS,
    GRANTED,
    HANDLED,
    NEW,
    NOT_PROCESSED,
    PARTIAL,
    RECEIVED,
    RECEIVED_FROM_PERSONS,
    REFUSED,
    UNAVAILABLE,
)
from gicapp.core.text.scope import speaks_of_all_of_it
from gicapp.core.text.shares import is_share, share_in
from gicapp.form.values import Number, show

_PARTS: Final = MappingProxyType(
    {
        "自然人": (BY_PERSONS, RECEIVED_FROM_PERSONS),
        "法人和其他组织": (BY_OTHERS,),
        "法人或其他组织": (BY_OTHERS,),
        "予以公开": (GRANTED,),
        "部分公开": (PARTIAL,),
        "不予公开": (REFUSED,),
        "无法提供": (UNAVAILABLE,),
        "不予处理": (NOT_PROCESSED,),
    }
)
# what the words say the share is of; the first whole is the one that a message names
_WHOLES: Final = MappingProxyType(
    dict.fromkeys(("新收", "收到", "受理"), (NEW, RECEIVED))
    | dict.fromkeys(("办结", "答复"), (HANDLED,))
    | {None: (NEW, RECEIVED, HANDLED)}
)
# 自然人申请占全部新收申请的 86.7%, 无法提供类占 37.5%
_NAMED_SHARE: Final = re.compile(
    rf"(?:^|(?<=[，；：、]))(?P<part>{'|'.join(_PARTS)})(?:提出)?的?(?:申请|答复)?类?"
    r"占(?:比|全部|全年|本年度?)?(?P<of>新收|收到|受理|办结|答复)?(?:的|申请|件|总?数|总量|结果)*"
    r"(?:约|为|达到?)?(?P<rate>\d{1,3}(?:\.\d{1,4})?)%"
)
_SLACK: Final = Decimal("0.1")  # percentage points beyond rounding


class _NamedShare(NamedTuple):
    """A share that a text gives of a part by its name, what it is of if told, and its place."""

    part: str
    of: str | None
    percent: Decimal
    start: int
    end: int


@lru_cache(maxsize=64)
def _named_shares_in(text: str, unit: Unit, year: int | None) -> tuple[_NamedShare, ...]:
    """Return the shares that a text gives without figures; kept, as most text stays."""
    found: list[_NamedShare] = []
    about_requests, line = False, -1
    for sentence in plain(text).sentences if "占" in text else ():
        about_requests = speaks_of_requests(sentence) or (about_requests and line == sentence.line)
        line = sentence.line
        match = _NAMED_SHARE.search(sentence.text) if about_requests else None
        if match is None or quantities(sentence.text, 0, match.start()):
            continue
        if speaks_of_all_of_it(sentence.text[: match.end()], unit, year):
            place = (sentence.start + match.start("rate"), sentence.start + match.end("rate"))
            found.append(_NamedShare(match["part"], match["of"], Decimal(match["rate"]), *place))
    return tuple(found)


def find_named_shares(subject: Subject) -> Iterable[Finding]:
    """Report a share without its figure that the tables do not give."""
    for section, text in subject.texts.items():
        for share in _named_shares_in(text, subject.report.unit, subject.year):
            parts = _evaluated(subject, _PARTS[share.part])
            wholes = _evaluated(subject, _WHOLES[share.of])
            if not parts or not wholes or not wholes[0]:
                continue
            if any(is_share(share.percent, some, of, _SLACK) for some in parts for of in wholes):
                continue
            yield _found(subject, section, share, parts[0], wholes[0])


def _evaluated(subject: Subject, expressions: tuple[str, ...]) -> tuple[Number, ...]:
    """Return what expressions come to; nothing where one has no number yet."""
    values = [subject.number(each) for each in expressions]
    known = tuple(value for value in values if value is not None)
    return known if len(known) == len(values) else ()


def _found(
    subject: Subject, section: str, share: _NamedShare, part: Number, whole: Number
) -> Finding:
    due = show(share_in(part, whole, share.percent))
    return Finding(
        rule="text.percentage",
        severity=Severity.HINT,
        section=int(section),
        message=f"{place_of(subject.form, section)}写明{share.part}占{show(share.percent)}%，"
        f"按表格中{show(part)}件、总数{show(whole)}件计算应为{due}%，请核对。",
        span=plain(subject.texts[section]).span(share.start, share.end),
        expected=due,
        actual=show(share.percent),
    )
