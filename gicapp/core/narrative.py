"""The text of a section: its paragraphs and the live figures in it.

A live figure is written into the stored text as `⟦expression⟧` (see `gicapp.core.figures`) and
stands for its number; everything a user reads or exports is the rendered text. A place in the
one can be found in the other.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from gicapp.core.change import SetText
from gicapp.core.figures import show_expression
from gicapp.core.report import Report
from gicapp.form.loader import load_form

_FIGURE: Final = re.compile(r"⟦([^⟦⟧\n]*)⟧")


@dataclass(frozen=True)
class Piece:
    """A run of plain text, or one live figure (`token` is its expression).

    `stored` and `shown` are its places in the stored and the rendered text; `problem` says in
    Chinese why a figure has no number.
    """

    text: str
    stored: tuple[int, int]
    shown: tuple[int, int]
    token: str | None = None
    problem: str = ""


def pieces_of(report: Report, stored: str) -> tuple[Piece, ...]:
    """Return a stored text cut into plain runs and live figures, in order."""
    return tuple(_pieces(report, stored))


def _pieces(report: Report, stored: str) -> Iterator[Piece]:
    if "⟦" not in stored:
        if stored:
            yield Piece(stored, (0, len(stored)), (0, len(stored)))
        return
    form = load_form(report.form)
    place = shown = 0
    for match in _FIGURE.finditer(stored):
        if match.start() > place:
            plain = stored[place : match.start()]
            yield Piece(plain, (place, match.start()), (shown, shown + len(plain)))
            shown += len(plain)
        text, problem = show_expression(form, report, match[1])
        yield Piece(text, match.span(), (shown, shown + len(text)), match[1], problem)
        shown += len(text)
        place = match.end()
    if place < len(stored):
        rest = stored[place:]
        yield Piece(rest, (place, len(stored)), (shown, shown + len(rest)))


def rendered(report: Report, section: str) -> str:
    """Return the text of a section as it is printed, every live figure as its number."""
    return "".join(piece.text for piece in pieces_of(report, report.text(section)))


def paragraphs(report: Report, section: str) -> tuple[str, ...]:
    """Return the printed paragraphs of a section, without blank ones and blanks around."""
    lines = (line.strip() for line in rendered(report, section).splitlines())
    return tuple(line for line in lines if line)


def stored_span(pieces: tuple[Piece, ...], start: int, end: int) -> tuple[int, int]:
    """Return where a place of the rendered text stands in the stored one.

    A place inside a live figure takes the whole figure.
    """
    return _across(pieces, start, end, rendered_to_stored=True)


def shown_span(pieces: tuple[Piece, ...], start: int, end: int) -> tuple[int, int]:
    """Return where a place of the stored text stands in the rendered one."""
    return _across(pieces, start, end, rendered_to_stored=False)


def _across(
    pieces: tuple[Piece, ...], start: int, end: int, *, rendered_to_stored: bool
) -> tuple[int, int]:
    pairs = [
        (p.shown, p.stored, p.token) if rendered_to_stored else (p.stored, p.shown, p.token)
        for p in pieces
    ]
    first, last = _moved(pairs, start, at_end=False), _moved(pairs, end, at_end=True)
    return (first, first) if start >= end else (first, max(first, last))


_Pair = tuple[tuple[int, int], tuple[int, int], str | None]


def _moved(pairs: list[_Pair], place: int, *, at_end: bool) -> int:
    """Return the other side's place; inside a figure, its start or its end."""
    for source, target, token in pairs:
        if source[0] < place < source[1] or place == (source[1] if at_end else source[0]):
            if token is None:
                return target[0] + place - source[0]
            return target[1] if at_end and place > source[0] else target[0]
    return pairs[-1][1][1] if pairs and place >= pairs[-1][0][1] else 0


def to_live(report: Report, section: str, start: int, end: int, token: str) -> SetText | None:
    """Return the change that puts a live figure in place of a rendered stretch of a section.

    None when the stretch already holds a live figure or is not in the text.
    """
    stored = report.text(section)
    pieces = pieces_of(report, stored)
    if not 0 <= start < end <= (pieces[-1].shown[1] if pieces else 0):
        return None
    if any(p.token is not None and p.shown[0] < end and start < p.shown[1] for p in pieces):
        return None
    first, last = stored_span(pieces, start, end)
    return SetText(section, f"{stored[:first]}⟦{token}⟧{stored[last:]}")
