"""Growth since last year in the text, behind a figure or in words: N-15; with the shares, N-13."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import chain
from typing import Final

from gicapp.core.checks.places import place_of
from gicapp.core.checks.rule import Rule, Subject
from gicapp.core.checks.text_named_shares import find_named_shares
from gicapp.core.checks.text_rates import find_rates
from gicapp.core.checks.text_shares import find_shares
from gicapp.core.checks.text_stated import find_stated
from gicapp.core.checks.text_trends import find_trends
from gicapp.core.finding import Finding, Severity
from gicapp.core.text.claims import Claim
from gicapp.core.text.figures import cells_of
from gicapp.core.text.growth import (
    AMOUNT,
    LAST_YEAR,
    SINCE,
    TIMES,
    WAY,
    growth_of,
    is_much_the_same,
)
from gicapp.core.text.passages import plain
from gicapp.core.text.phrases import HANDLED, NEW, RECEIVED
from gicapp.form.values import Number, exact, show

_BEHIND: Final = r"^[件条份宗项起次]?，?(?:申请)?(?:件?数量?|总量|总数)?"
_SAME: Final = re.compile(
    rf"{_BEHIND}[与和同较比]{LAST_YEAR}(?:相比)?，?(?P<nearly>基本)?(?:持平|相同|一致)"
)
_DOUBLED: Final = re.compile(rf"{_BEHIND}(?:同比|[较比]{LAST_YEAR})，?翻了?一番")
_TWICE: Final = (Decimal("1.8"), Decimal("2.3"))  # what 翻一番 is still said of
_CHANGE: Final = re.compile(rf"{_BEHIND}{SINCE}{WAY}{AMOUNT}")
# 47 件，上年同期 40 件，增长 17.5%: last year's figure, and perhaps the growth
_LAST: Final = re.compile(
    rf"{_BEHIND}[（，]?[较比]?{LAST_YEAR}(?:相比)?(?:的|为|是|共|收到|受理|申请)*(?P<last>\d+)[件条份宗项起次]"
    rf"(?:）?，?(?:同比|相比)?，?{WAY}{AMOUNT})?"
)
_TIMES: Final = re.compile(rf"{_BEHIND}(?:约)?[是为]{LAST_YEAR}的(?:约)?{TIMES}")


def find_changes(subject: Subject) -> Iterable[Finding]:
    """Report growth against last year that the two years' tables do not give."""
    report = subject.report
    yield from find_shares(subject)
    yield from find_named_shares(subject)
    yield from find_rates(subject)
    stated = [*find_stated(subject)]
    yield from stated
    for section, text in subject.texts.items():
        against_tables = chain(
            *(_changes(subject, section, text, c) for c in subject.claims(text)),
            find_trends(subject, section, text) if report.prior is not None else (),
        )
        yield from (found for found in against_tables if not found.meets(stated))


def _changes(subject: Subject, section: str, text: str, claim: Claim) -> Iterator[Finding]:
    now = subject.number(claim.meant)
    last = subject.number(f"prior({claim.meant})")
    if last is None:
        yield from _impossible(subject, section, text, claim)
        return
    if now is None or now != claim.quantity.value:
        return
    for pattern in (_CHANGE, _LAST, _SAME, _DOUBLED, _TIMES):
        match = pattern.match(claim.after)
        if match and _is_of_last_year(match, subject.year) and _is_wrong(match, now, last):
            yield _changed(subject, section, text, claim, match, last)
            return


def _impossible(subject: Subject, section: str, text: str, claim: Claim) -> Iterator[Finding]:
    """Report growth that no figure of last year, which is not known, would give.

    收到申请 73 件，较上年上升 281%: neither 19 nor 20 before, but 73 is 281 % of 26.
    """
    match = _CHANGE.match(claim.after)
    growth = growth_of(match) if match else None
    if match is None or growth is None or not growth.in_percent or claim.quantity.about:
        return
    # the growth may be that of those closed, or with those carried over
    others = (NEW, RECEIVED, HANDLED) if "requests." in claim.meant else ()
    rows = [subject.number(row) for row in others]
    counts = [claim.quantity.value, *(row for row in rows if row)]
    if any(map(growth.may_be_of, counts)):
        return
    said = match["way"] + match["number"] + match["unit"]
    start, end = (claim.quantity.end + at for at in (match.start("way"), match.end("unit")))
    yield Finding(
        rule="text.percentage",
        severity=Severity.HINT,
        section=int(section),
        message=f"{place_of(subject.form, section)}写明{claim.name}{show(claim.quantity.value)}"
        f"{claim.quantity.unit}、比上年{said}，上年无论是多少{claim.quantity.unit}都得不出这个比例，"
        "请核对两年的数字和比例。",
        span=plain(text).span(start, end),
        actual=show(exact(growth.said)),
    )


def _is_of_last_year(match: re.Match[str], year: int | None) -> bool:
    """Tell whether the year that growth is told against, if any is named, is the one before."""
    named = match["since"]
    return named is None or year is None or int(named) == year - 1


def _is_wrong(match: re.Match[str], now: Number, last: Number) -> bool:
    """Tell whether what stands behind a figure does not follow from both years' figures."""
    if match.re is _SAME:
        return now != last and not (match["nearly"] and is_much_the_same(now, last))
    if match.re is _DOUBLED:
        return bool(last) and not _TWICE[0] <= Decimal(now) / last <= _TWICE[1]
    if match.re is _LAST and int(match["last"]) != last:
        return True
    growth = growth_of(match)
    return growth is not None and not growth.holds(now, last)


def _changed(
    subject: Subject, section: str, text: str, claim: Claim, match: re.Match[str], last: Number
) -> Finding:
    """Return what is found where growth, or last year's figure, is not so."""
    now = claim.quantity.value
    said = match[0].lstrip("件条份宗项起次，（")
    growth = growth_of(match)
    first, after = match.end() - len(said), match.end()
    if growth is not None and match.re is not _TIMES:
        first, after = match.start("way"), match.end("number")
    start, end = claim.quantity.end + first, claim.quantity.end + after
    right = growth.right(now, last) if growth is not None else None
    expected = f"应为{growth.worded(right)}，" if growth is not None and right is not None else ""
    return Finding(
        rule="text.percentage",
        severity=Severity.HINT,
        section=int(section),
        message=f"{place_of(subject.form, section)}写明{claim.name}{said}，"
        f"上年为{show(last)}件、本年为{show(now)}件，{expected}请核对。",
        cells=cells_of(subject.form, claim.meant),
        span=plain(text).span(start, end),
        expected=show(exact(right)) if right is not None else None,
        actual=show(exact(growth.said)) if growth is not None else None,
    )


RULES: Final = (
    Rule(
        name="text.percentage",
        ids=("N-13", "N-15"),
        severity=Severity.HINT,
        states="正文中的占比、办结率、比上年增减的数量和比例，应当与按本年和上年数据计算的结果一致。",
        source="核校实践",
        find=find_changes,
        dismissable=True,
    ),
)
