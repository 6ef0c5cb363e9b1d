"""Where words or a number stand in a report, and the changes that put others there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gicapp.core.change import Change, SetText, SetValue
from gicapp.core.report import LEAD, Report
from gicapp.core.text.narrative import pieces_of, rendered
from gicapp.errors import GicError
from gicapp.form.declaration import Form
from gicapp.form.values import Value, show


@dataclass(frozen=True)
class Match:
    """One place: a cell whose whole value it is, or a span of a section's printed text."""

    section: int
    cell: str = ""
    span: tuple[int, int] | None = None


def find_matches(form: Form, report: Report, words: str) -> tuple[Match, ...]:
    """Return the places of `words`, in the order of the report; a number fits a whole cell."""
    words = words.strip()
    return tuple(_matches(form, report, words)) if words else ()


def _matches(form: Form, report: Report, words: str) -> Iterator[Match]:
    yield from _in_text(report, 0, LEAD, words)
    for section in form.sections:
        for cell in form.table(section.table).cells if section.table else ():
            if show(report.value(cell.id)) == words:
                yield Match(section.number, cell.id)
        yield from _in_text(report, section.number, section.key, words)


def _in_text(report: Report, section: int, key: str, words: str) -> Iterator[Match]:
    text = rendered(report, key)
    place = text.find(words)
    while place >= 0:
        yield Match(section, span=(place, place + len(words)))
        place = text.find(words, place + len(words))


def replaced(form: Form, report: Report, found: Iterable[Match], words: str) -> tuple[Change, ...]:
    """Return the changes that put `words` in the places found; live figures are left alone.

    Raise GicError where a cell cannot hold them.
    """
    changes: list[Change] = []
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for match in found:
        if match.cell:
            changes.append(SetValue(match.cell, _value(form, match.cell, words)))
        elif match.span is not None:
            spans[str(match.section)].append(match.span)
    return (*changes, *(_rewritten(report, key, places, words) for key, places in spans.items()))


def _value(form: Form, cell: str, words: str) -> Value:
    try:
        return form.cells[cell].parse(words)
    except ValueError as error:
        raise GicError(f"没有替换：“{form.cells[cell].name}”{error}") from error


def _rewritten(report: Report, section: str, spans: list[tuple[int, int]], words: str) -> SetText:
    """Return a section's text with words in the place of spans; a live figure stays."""
    stored, parts, done = report.text(section), list[str](), 0
    left = sorted(spans, reverse=True)
    for piece in pieces_of(report, stored):
        first, last = piece.shown
        while left and left[-1][0] < last:
            start, end = left.pop()
            if piece.token is None and first <= start and end <= last:
                place = piece.stored[0] + start - first
                parts += [stored[done:place], words]
                done = place + end - start
    return SetText(section, "".join((*parts, stored[done:])))
