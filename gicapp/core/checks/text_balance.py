"""Applications received, closed and carried over that one sentence gives: they must balance."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby
from typing import Final, NamedTuple

from gicapp.core.checks.places import place_of
from gicapp.core.checks.rule import Subject
from gicapp.core.finding import Finding, Severity
from gicapp.core.text.claims import Claim
from gicapp.core.text.numbers import Quantity, quantities
from gicapp.core.text.passages import Sentence, plain
from gicapp.core.text.phrases import CARRIED_IN, CARRIED_OUT, HANDLED, NEW
from gicapp.form.values import exact, show

# what is neither closed nor carried over, and need not have a row of its own in the text
_ALSO_GONE: Final = re.compile(
    r"撤[回销]|终止|不予受理|不予处理|正在|待|未到期|尚|补正|剩余|其余|其他"
)


class _Balance(NamedTuple):
    """What a sentence gives of the year's balance; `come_in` may be left out."""

    received: Quantity
    come_in: Quantity | None
    closed: Quantity
    carried: Quantity

    def holds(self) -> bool:
        """Tell whether the figures can be right; 收到 may count what was carried in or not.

        Where that is not given, more may be closed than was received, but never less.
        """
        left = Decimal(self.closed.value) + self.carried.value
        if self.come_in is None:
            return left >= self.received.value
        both = Decimal(self.received.value) + self.come_in.value
        return left in (self.received.value, both)


def find_balances(subject: Subject) -> Iterable[Finding]:
    """Report sentences in which what was closed and carried over is not what was received."""
    for section, text in subject.texts.items():
        claims = subject.claims(text)
        for sentence, said in groupby(claims, key=lambda claim: claim.sentence):
            balance = _balance_of(sentence, list(said))
            if balance is not None and not balance.holds():
                yield _finding(subject, section, text, balance)


def _balance_of(sentence: Sentence, claims: list[Claim]) -> _Balance | None:
    """Return the balance of a sentence, None where a figure is missing, doubled or about."""
    if _ALSO_GONE.search(sentence.text):
        return None
    received, come_in, closed, carried = (
        [claim.quantity for claim in claims if claim.meant == row]
        for row in (NEW, CARRIED_IN, HANDLED, CARRIED_OUT)
    )
    if not len(received) == len(closed) == len(carried) == 1 or len(come_in) > 1:
        return None
    balance = _Balance(received[0], come_in[0] if come_in else None, closed[0], carried[0])
    given = [quantity for quantity in balance if quantity is not None]
    if any(quantity.about for quantity in given) or _is_filled(sentence, balance):
        return None
    return balance


def _is_filled(sentence: Sentence, balance: _Balance) -> bool:
    """Tell whether the sentence gives what is missing too, by whatever name."""
    gap = Decimal(balance.received.value) - balance.closed.value - balance.carried.value
    return any(abs(gap) == other for other in _others(sentence, balance))


def _others(sentence: Sentence, balance: _Balance) -> Iterator[Decimal]:
    """Yield the figures of a sentence that are none of the balance."""
    used = {quantity.start - sentence.start for quantity in balance if quantity is not None}
    for quantity in quantities(sentence.text):
        if quantity.start not in used and quantity.unit:
            yield Decimal(quantity.value)


def _finding(subject: Subject, section: str, text: str, balance: _Balance) -> Finding:
    left = exact(Decimal(balance.closed.value) + balance.carried.value)
    received = show(balance.received.value)
    before = f"、上年结转{show(balance.come_in.value)}件" if balance.come_in is not None else ""
    return Finding(
        rule="text.breakdown",
        severity=Severity.HINT,
        section=int(section),
        message=f"{place_of(subject.form, section)}写明收到申请{received}件{before}，"
        f"办结{show(balance.closed.value)}件、结转下年{show(balance.carried.value)}件，"
        f"后两项合计{show(left)}件，收办不平衡，请核对。",
        span=plain(text).span(balance.received.start, balance.received.end),
        expected=show(left),
        actual=received,
    )
