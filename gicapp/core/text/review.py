"""The sentences that still stand as last year wrote them: which a person has yet to go over."""

from functools import lru_cache
from typing import Final

from gicapp.core.change import SetField
from gicapp.core.report import Report
from gicapp.core.text.drafting import with_live_figures
from gicapp.core.text.narrative import pieces_of, rendered, shown_span
from gicapp.core.text.outline import heading_level
from gicapp.core.text.passages import body_of, plain
from gicapp.form.loader import load_form

Span = tuple[int, int]

_SHORTEST: Final = 4  # letters; a shorter one says nothing that could be out of date


def unreviewed(report: Report, section: str) -> tuple[Span, ...]:
    """Return the places of the printed sentences that are last year's and not yet gone over.

    Years and live figures aside: a figure may follow the table while the words around it are
    still last year's. A sentence drops out as soon as someone rewrites it or finds it right.
    """
    stored = report.text(section)
    spans = _left(report, section)
    if not spans:
        return ()
    pieces = pieces_of(report, stored)
    return tuple(shown_span(pieces, start, end) for start, end in spans)


def count_unreviewed(report: Report, section: str) -> int:
    """Return how many sentences of a section are last year's and not yet gone over."""
    return len(_left(report, section))


def found_right(report: Report, section: str, start: int, end: int) -> tuple[SetField, ...]:
    """Return the change that notes the sentences within a printed stretch as gone over."""
    stored = report.text(section)
    pieces = pieces_of(report, stored)
    given = [
        stored[first:last].strip()
        for first, last in _left(report, section)
        if _touches(shown_span(pieces, first, last), start, end)
    ]
    return (SetField("reviewed", tuple(dict.fromkeys([*report.reviewed, *given]))),)


def _touches(span: Span, start: int, end: int) -> bool:
    """Tell whether a sentence is within a stretch, or holds the place where it is empty."""
    return span[0] < end and start < span[1] if start < end else span[0] <= start <= span[1]


def _left(report: Report, section: str) -> tuple[Span, ...]:
    stored = report.text(section)
    if report.prior is None or not stored.strip():
        return ()
    known = _bodies_of(_Prior(report.prior), section)
    return _kept_in(stored, known, report.reviewed) if known else ()


class _Prior:
    """Last year's report as what it is, not what it holds: it cannot be hashed otherwise."""

    def __init__(self, report: Report) -> None:
        self.report = report

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Prior) and self.report is other.report

    def __hash__(self) -> int:
        return id(self.report)


@lru_cache(maxsize=32)
def _bodies_of(prior: _Prior, section: str) -> frozenset[str]:
    """Return the sentences of last year's text, as printed, as stored, and as a draft has them."""
    report = prior.report
    form = load_form(report.form)
    texts = (
        rendered(report, section),
        report.text(section),
        with_live_figures(form, report, section),
    )
    return frozenset(_body(s.text) for text in texts for s in plain(text).sentences) - {""}


@lru_cache(maxsize=64)
def _kept_in(stored: str, known: frozenset[str], reviewed: tuple[str, ...]) -> tuple[Span, ...]:
    """Return the places in a stored text of the sentences that are known and not reviewed."""
    flat = plain(stored)
    left = known - {_body(plain(sentence).text) for sentence in reviewed}
    lines = flat.text.split("\n")
    return tuple(
        flat.span(sentence.start, sentence.end)
        for sentence in flat.sentences
        if _body(sentence.text) in left and not heading_level(lines[sentence.line])
    )


def _body(text: str) -> str:
    body = body_of(text)
    return body if len(body) >= _SHORTEST else ""
