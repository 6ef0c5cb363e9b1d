"""The rate at which applications were closed, and shares without their figures: N-13."""

import re
from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from gicapp.core.checks.rule import Subject
from gicapp.core.checks.text_figures import place_of
from gicapp.core.finding import Finding, Severity
from gicapp.core.report import Unit
from gicapp.core.text.claims import part_of, speaks_of_requests
from gicapp.core.text.figures import cells_of, evaluate
from gicapp.core.text.listed import last_statement, names_a_part
from gicapp.core.text.numbers import COUNTED, quantities
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
from gicapp.core.text.scope import is_about_others, speaks_of_all_of_it
from gicapp.form.values import Number, show

# 按时办结率 is another rate
_RATE: Final = re.compile(
    r"(?<=[，；。、件])(?P<name>办结率|答复率)(?:为|是|达到?|约)?(?P<rate>\d{1,3}(?:\.\d{1,4})?)%"
)
_SLACK: Final = Decimal("0.1")  # percentage points beyond rounding


class _Rate(NamedTuple):
    """A rate below 100% that a text gives, its place, and the figures given around it."""

    name: str
    percent: Decimal
    start: int
    end: int
    beside: tuple[Number, ...]

    def of(self, part: Number, whole: Number) -> bool:
        """Tell whether it is the share of a part in a whole, rounding allowed."""
        if not whole:
            return False
        places = -int(self.percent.as_tuple().exponent)
        slack = Decimal(5).scaleb(-places - 1) + _SLACK
        return abs(Decimal(part) * 100 / whole - self.percent) <= slack


@lru_cache(maxsize=64)
def _rates_in(text: str, unit: Unit, year: int | None) -> tuple[_Rate, ...]:
    """Return the rates that a text gives for all applications of the year."""
    found: list[_Rate] = []
    sentences = plain(text).sentences
    for sentence in sentences if "率" in text else ():
        if not speaks_of_requests(sentence) or part_of(sentence, unit, year) is not None:
            continue
        for match in _RATE.finditer(sentence.text):
            before = sentence.text[: match.start()]
            statement = last_statement(before)
            if is_about_others(statement) or names_a_part(statement):
                continue
            if not speaks_of_all_of_it(before, unit, year):
                continue
            beside = tuple(q.value for q in quantities(sentence.text) if q.unit in COUNTED)
            place = (sentence.start + match.start("rate"), sentence.start + match.end("rate"))
            found.append(_Rate(match["name"], Decimal(match["rate"]), *place, beside))
    return tuple(rate for rate in found if rate.percent < 100)


# what a share without its figure may be of
_PARTS: Final = {
    "自然人": (BY_PERSONS, RECEIVED_FROM_PERSONS),
    "法人和其他组织": (BY_OTHERS,),
    "法人或其他组织": (BY_OTHERS,),
    "予以公开": (GRANTED,),
    "部分公开": (PARTIAL,),
    "不予公开": (REFUSED,),
    "无法提供": (UNAVAILABLE,),
    "不予处理": (NOT_PROCESSED,),
}
# 自然人申请占全部新收申请的 86.7%, 无法提供类占 37.5%
_NAMED_SHARE: Final = re.compile(
    rf"(?:^|(?<=[，；：、]))(?P<part>{'|'.join(_PARTS)})(?:提出)?的?(?:申请|答复)?类?"
    r"占(?:比|全部|全年|本年度?)?(?P<of>新收|收到|受理|办结|答复)?(?:的|申请|件|总?数|总量|结果)*"
    r"(?:约|为|达到?)?(?P<rate>\d{1,3}(?:\.\d{1,4})?)%"
)
_WHOLES: Final = {"办结": (HANDLED,), "答复": (HANDLED,), "": (NEW, RECEIVED, HANDLED)}
_OF_RECEIVED: Final = (NEW, RECEIVED)


@lru_cache(maxsize=64)
def _named_shares_in(text: str, unit: Unit, year: int | None) -> tuple[tuple[str, str, _Rate], ...]:
    """Return the shares that a text gives without their figures: of what, in what, how much."""
    found: list[tuple[str, str, _Rate]] = []
    about_requests, line = False, -1
    for sentence in plain(text).sentences if "占" in text else ():
        about_requests = speaks_of_requests(sentence) or (about_requests and line == sentence.line)
        line = sentence.line
        match = _NAMED_SHARE.search(sentence.text) if about_requests else None
        if match is None or quantities(sentence.text, 0, match.start()):
            continue
        if speaks_of_all_of_it(sentence.text[: match.end()], unit, year):
            place = (sentence.start + match.start("rate"), sentence.start + match.end("rate"))
            share = _Rate(match["part"], Decimal(match["rate"]), *place, ())
            found.append((match["part"], match["of"] or "", share))
    return tuple(found)


def _find_named_shares(subject: Subject) -> Iterator[Finding]:
    """Report a share without its figure that the tables do not give."""
    for section, text in subject.texts.items():
        for part, of, share in _named_shares_in(text, subject.report.unit, subject.year):
            parts = [evaluate(subject.form, subject.report, each) for each in _PARTS[part]]
            wholes = [
                evaluate(subject.form, subject.report, each)
                for each in _WHOLES.get(of, _OF_RECEIVED)
            ]
            if None in (*parts, *wholes) or any(
                share.of(some, all_) for some in parts for all_ in wholes if some and all_
            ):
                continue
            some, all_ = parts[0] or 0, wholes[0] or 0
            if not all_:
                continue
            yield _share_found(subject, section, share, some, all_)


def _share_found(
    subject: Subject, section: str, share: _Rate, part: Number, whole: Number
) -> Finding:
    """Return the finding on a share that a part and a whole of the tables do not give."""
    places = Decimal(1).scaleb(int(share.percent.as_tuple().exponent))
    due = show((Decimal(part) * 100 / whole).quantize(places, ROUND_HALF_UP))
    return Finding(
        rule="text.percentage",
        severity=Severity.HINT,
        section=int(section),
        message=f"{place_of(subject.form, section)}写明{share.name}占{show(share.percent)}%，"
        f"按表格中{show(part)}件、总数{show(whole)}件计算应为{due}%，请核对。",
        span=plain(subject.texts[section]).span(share.start, share.end),
        expected=due,
        actual=show(share.percent),
    )


def find_rates(subject: Subject) -> Iterable[Finding]:
    """Report a rate that neither the tables nor the figures around it give."""
    yield from _find_named_shares(subject)
    handled = evaluate(subject.form, subject.report, HANDLED)
    received = evaluate(subject.form, subject.report, RECEIVED)
    if handled is None or not received:
        return
    for section, text in subject.texts.items():
        for rate in _rates_in(text, subject.report.unit, subject.year):
            figures = (*rate.beside, handled, received)
            if any(rate.of(part, whole) for part in figures for whole in figures):
                continue
            right = Decimal(handled) * 100 / received
            places = Decimal(1).scaleb(int(rate.percent.as_tuple().exponent))
            due = show(right.quantize(places, ROUND_HALF_UP))
            yield Finding(
                rule="text.percentage",
                severity=Severity.HINT,
                section=int(section),
                message=f"{place_of(subject.form, section)}写明{rate.name}{show(rate.percent)}%，"
                f"按表格中应办{show(received)}件、办结{show(handled)}件计算应为{due}%，请核对。",
                cells=cells_of(subject.form, HANDLED),
                span=plain(text).span(rate.start, rate.end),
                expected=due,
                actual=show(rate.percent),
            )
