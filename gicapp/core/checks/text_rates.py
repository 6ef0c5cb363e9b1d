"""The rate at which applications were closed, where a text gives it: N-13."""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from gicapp.core.checks.places import place_of
from gicapp.core.checks.rule import Subject
from gicapp.core.finding import Finding, Severity
from gicapp.core.report import Unit
from gicapp.core.text.claims import part_of, speaks_of_requests
from gicapp.core.text.figures import cells_of
from gicapp.core.text.listed import last_statement, names_a_part
from gicapp.core.text.numbers import COUNTED, quantities
from gicapp.core.text.passages import plain
from gicapp.core.text.phrases import HANDLED, RECEIVED
from gicapp.core.text.scope import is_about_others, speaks_of_all_of_it
from gicapp.core.text.shares import is_share, share_in
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
        return is_share(self.percent, part, whole, _SLACK)


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


def find_rates(subject: Subject) -> Iterable[Finding]:
    """Report a rate that neither the tables nor the figures around it give."""
    handled = subject.number(HANDLED)
    received = subject.number(RECEIVED)
    if handled is None or not received:
        return
    for section, text in subject.texts.items():
        for rate in _rates_in(text, subject.report.unit, subject.year):
            figures = (*rate.beside, handled, received)
            if any(rate.of(part, whole) for part in figures for whole in figures):
                continue
            due = show(share_in(handled, received, rate.percent))
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
