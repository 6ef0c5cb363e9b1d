"""Applications told by the ways they were sent against table three: part of N-12."""

from collections.abc import Iterable
from decimal import Decimal

from gicapp.core.checks.places import cell_place, place_of
from gicapp.core.checks.rule import Subject
from gicapp.core.finding import Finding, Severity
from gicapp.core.text.figures import cells_of
from gicapp.core.text.listing import listings_in
from gicapp.core.text.passages import plain
from gicapp.core.text.phrases import HANDLED, NEW, RECEIVED
from gicapp.core.text.ways import ways_in
from gicapp.form.values import exact, show


def find_ways(subject: Subject) -> Iterable[Finding]:
    """Report ways of asking that do not add up to the applications of the table.

    Those received may be told with the ones carried over, or those that were closed; less than
    any of them is a hint, because a way may be left out.
    """
    report = subject.report
    lawful = [subject.number(figure) for figure in (NEW, RECEIVED, HANDLED)]
    known = [number for number in lawful if number is not None]
    if len(known) < len(lawful):
        return
    for section, text in subject.texts.items():
        listed = {part.start for listing in listings_in(text) for part in listing.parts}
        for ways in ways_in(text, report.unit, subject.year):
            if ways.parts[0].start in listed:  # beside their whole they are compared with it
                continue
            total = exact(sum((Decimal(part.value) for part in ways.parts), Decimal(0)))
            if total in known:
                continue
            parts = "＋".join(show(part.value) for part in ways.parts)
            yield Finding(
                rule="text.breakdown",
                severity=Severity.WARNING if total > max(known) else Severity.HINT,
                section=int(section),
                message=f"{place_of(subject.form, section)}按申请方式写明{parts}＝{show(total)}件，"
                f"{cell_place(subject.form, NEW)}为{show(known[0])}件，两处不一致，"
                "请核对后改正文字或者表格。",
                cells=cells_of(subject.form, NEW),
                span=plain(text).span(ways.parts[0].start, ways.parts[-1].end),
                expected=show(known[0]),
                actual=show(total),
            )
