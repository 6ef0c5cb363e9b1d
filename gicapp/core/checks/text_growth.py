"""Shares, growth and trends in the text: N-13 and N-15."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final

from gicapp.core.checks.rule import Rule, Subject
from gicapp.core.checks.text_figures import place_of
from gicapp.core.checks.text_shares import find_shares
from gicapp.core.finding import Finding, Severity
from gicapp.core.text.claims import Claim, claims_in
from gicapp.core.text.figures import cells_of, evaluate
from gicapp.core.text.passages import Sentence, plain
from gicapp.core.text.phrases import APPLICATION, NEW
from gicapp.form.values import Number, show

_UP: Final = "增长|增加|上升|提高|增多|上涨"
_DOWN: Final = "减少|下降|降低|回落|下滑"
_SINCE: Final = (
    r"(?:(?:同比|[较比与](?:上一?年度?|去年|20\d\d年度?)(?:同期)?(?:相比)?)，?"
    r"(?:有所|大幅|略有|明显|显著)?)"
)
_LAST_YEAR: Final = r"(?:上一?年度?|去年|20\d\d年度?)(?:同期)?"
_BEHIND: Final = r"^[件条份宗项起次]?，?(?:申请)?(?:件?数量?|总量|总数)?"
_SAME: Final = re.compile(rf"{_BEHIND}[与和同较比]{_LAST_YEAR}(?:相比)?(?:持平|相同|一致)")
_DOUBLED: Final = re.compile(rf"{_BEHIND}(?:同比|[较比]{_LAST_YEAR})，?翻了?一番")
_TWICE: Final = (Decimal("1.8"), Decimal("2.3"))  # what 翻一番 is still said of
_CHANGE: Final = re.compile(
    rf"{_BEHIND}{_SINCE}(?P<way>{_UP}|{_DOWN})(?:了|约)?"
    r"(?P<number>\d+(?:\.\d+)?)(?P<unit>%|件|条|份|宗|项|起|次)"
)
_TREND: Final = re.compile(
    rf"(?:{APPLICATION.pattern}|(?:^|(?<=[，：；、是]))申请)(?:的)?"
    rf"(?:(?:件?数量?|总数|总量|量)|\d+[件条份宗]，){_SINCE}(?P<way>{_UP}|{_DOWN})(?!了?约?\d)"
)
_SLACK: Final = Decimal("0.06")


def find_changes(subject: Subject) -> Iterable[Finding]:
    """Report growth against last year that the two years' tables do not give."""
    report = subject.report
    yield from find_shares(subject)
    if report.prior is None:
        return
    for section, text in subject.texts.items():
        for claim in claims_in(text, report.unit, report.year):
            yield from _changes(subject, section, text, claim)
        yield from _trends(subject, section, text)


def _changes(subject: Subject, section: str, text: str, claim: Claim) -> Iterator[Finding]:
    after = plain(text).text[claim.quantity.end : claim.sentence.end]
    now = evaluate(subject.form, subject.report, claim.meant)
    last = evaluate(subject.form, subject.report, f"prior({claim.meant})")
    if now is None or last is None or now != claim.quantity.value:
        return
    if match := _CHANGE.match(after):
        yield from _change(subject, section, text, claim, match, last)
    same, doubled = _SAME.match(after), _DOUBLED.match(after)
    if same and now != last:
        yield _worded_change(subject, section, text, claim, same, last)
    if doubled and last and not _TWICE[0] <= Decimal(now) / last <= _TWICE[1]:
        yield _worded_change(subject, section, text, claim, doubled, last)


def _worded_change(
    subject: Subject, section: str, text: str, claim: Claim, match: re.Match[str], last: Number
) -> Finding:
    """Return what is found where 与上年持平 or 翻一番 is not so."""
    now = claim.quantity.value
    said = match[0].lstrip("件条份宗项起次，")
    start, end = claim.quantity.end + match.end() - len(said), claim.quantity.end + match.end()
    return Finding(
        rule="text.percentage",
        severity=Severity.HINT,
        section=int(section),
        message=f"{place_of(subject.form, section)}写明{claim.name}{said}，"
        f"上年为{show(last)}件、本年为{show(now)}件，请核对。",
        cells=cells_of(subject.form, claim.meant),
        span=plain(text).span(start, end),
    )


def _change(
    subject: Subject, section: str, text: str, claim: Claim, match: re.Match[str], last: Number
) -> Iterator[Finding]:
    now = claim.quantity.value
    said = Decimal(match["number"]) * (1 if re.match(_UP, match["way"]) else -1)
    right = _grown(now, last, in_percent=match["unit"] == "%")
    if right is None or abs(right - said) <= _allowed(match["number"], match["unit"]):
        return
    start = claim.quantity.end + match.start("way")
    yield Finding(
        rule="text.percentage",
        severity=Severity.HINT,
        section=int(section),
        message=f"{place_of(subject.form, section)}写明{claim.name}比上年{match['way']}"
        f"{match['number']}{match['unit']}，上年为{show(last)}件、本年为{show(now)}件，"
        f"应为{_worded(right)}{match['unit']}，请核对。",
        cells=cells_of(subject.form, claim.meant),
        span=plain(text).span(start, claim.quantity.end + match.end("number")),
        expected=show(right),
        actual=show(said),
    )


def _grown(now: Number, last: Number, *, in_percent: bool) -> Decimal | None:
    """Return the growth, in percent to two places or in pieces; None where there is no base."""
    difference = Decimal(now) - last
    if not in_percent:
        return difference
    return (difference * 100 / last).quantize(Decimal("0.01")) if last else None


def _allowed(number: str, unit: str) -> Decimal:
    """Return how far a stated growth may be from the exact one: its rounding, and a little."""
    if unit != "%":
        return Decimal(0)
    return Decimal(5).scaleb(-len(number.partition(".")[2]) - 1) + _SLACK


def _worded(right: Decimal) -> str:
    return f"{'增长' if right >= 0 else '下降'}{show(right.copy_abs().normalize() + 0)}"


@lru_cache(maxsize=64)
def _trends_in(text: str) -> tuple[tuple[Sentence, re.Match[str]], ...]:
    """Return the sentences that say whether applications grew, and where; kept as most text is."""
    found = []
    for sentence in plain(text).sentences:
        match = _TREND.search(sentence.text) if "申请" in sentence.text else None
        if match and "其中" not in sentence.text[: match.start()]:
            found.append((sentence, match))
    return tuple(found)


def _trends(subject: Subject, section: str, text: str) -> Iterator[Finding]:
    """Report 申请数量较上年有所减少 when the tables say it grew, and the other way round."""
    now = evaluate(subject.form, subject.report, NEW)
    last = evaluate(subject.form, subject.report, f"prior({NEW})")
    if now is None or last is None:
        return
    for sentence, match in _trends_in(text):
        grew = bool(re.match(_UP, match["way"]))
        if (now > last) if grew else (now < last):
            continue
        yield Finding(
            rule="text.percentage",
            severity=Severity.HINT,
            section=int(section),
            message=f"{place_of(subject.form, section)}写明申请数量比上年{match['way']}，"
            f"上年新收为{show(last)}件、本年新收为{show(now)}件，两处不一致，请核对。",
            cells=cells_of(subject.form, NEW),
            span=plain(text).span(sentence.start + match.start(), sentence.start + match.end()),
        )


RULES: Final = (
    Rule(
        name="text.percentage",
        ids=("N-13", "N-15"),
        severity=Severity.HINT,
        states="正文中的占比、比上年增减的数量和比例，应当与按本年和上年数据计算的结果一致。",
        source="核校实践",
        find=find_changes,
        dismissable=True,
    ),
)
