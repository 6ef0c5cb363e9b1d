"""The text of a section: its paragraphs, the live figures and the pictures in it.

A live figure is written into the stored text as `⟦expression⟧` (see `gicapp.core.text.figures`) and
stands for its number; everything a user reads or exports is the rendered text. A place in the
one can be found in the other. A picture is written as `⟦picture name⟧`, its caption after it to
the end of the line; in the rendered text one sign stands for it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from gicapp.core.change import SetText
from gicapp.core.report import Report
from gicapp.core.text.figures import UNKNOWN, Shown, show_expression
from gicapp.core.text.picture import Picture
from gicapp.form.declaration import Form
from gicapp.form.loader import load_form

PICTURE_SIGN: Final = "\ufffc"  # Unicode's own for what is no character
_FIGURE: Final = re.compile(r"⟦([^⟦⟧\n]*)⟧")
_PICTURE: Final = "picture "
_PICTURE_LINE: Final = re.compile(rf"⟦{_PICTURE}[^⟦⟧\n]*⟧[^\n]*\n?")


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
        text, problem = _shown(form, report, match[1])
        yield Piece(text, match.span(), (shown, shown + len(text)), match[1], problem)
        shown += len(text)
        place = match.end()
    if place < len(stored):
        rest = stored[place:]
        yield Piece(rest, (place, len(stored)), (shown, shown + len(rest)))


def _shown(form: Form, report: Report, token: str) -> Shown:
    if not token.startswith(_PICTURE):
        return show_expression(form, report, token)
    if token.removeprefix(_PICTURE) in report.media:
        return Shown(PICTURE_SIGN)
    return Shown(UNKNOWN, "这里的图片不在报告文件中，请重新插入或者删去")


def rendered(report: Report, section: str) -> str:
    """Return the text of a section as it is printed, every live figure as its number."""
    return "".join(piece.text for piece in pieces_of(report, report.text(section)))


def paragraphs(report: Report, section: str) -> tuple[str, ...]:
    """Return the printed paragraphs of a section, without blank ones and blanks around."""
    return tuple(printed.text for printed in printed_of(report, section) if printed.text)


@dataclass(frozen=True)
class Printed:
    """A paragraph as it is printed; that of a picture is its caption, which may be empty."""

    text: str
    picture: Picture | None = None


def printed_of(report: Report, section: str) -> Iterator[Printed]:
    """Yield the printed paragraphs and pictures of a section in order, no blank ones."""
    pieces = pieces_of(report, report.text(section))
    places = {
        piece.shown[0]: report.media[piece.token.removeprefix(_PICTURE)]
        for piece in pieces
        if is_picture(piece) and piece.token is not None
    }
    start = 0
    for line in "".join(piece.text for piece in pieces).splitlines(keepends=True):
        yield from _printed(line, {n - start: places[n] for n in places if n >= start})
        start += len(line)


def _printed(line: str, places: Mapping[int, Picture]) -> Iterator[Printed]:
    """Cut a line before its pictures; what follows one is its caption."""
    cuts = sorted({0, len(line), *(place for place in places if place < len(line))})
    for first, last in pairwise(cuts):
        picture = places.get(first)
        text = line[first + (picture is not None) : last].strip()
        if text or picture is not None:
            yield Printed(text, picture)


def is_picture(piece: Piece) -> bool:
    """Tell whether a piece of a text is a picture that the report has."""
    return piece.token is not None and piece.token.startswith(_PICTURE) and not piece.problem


def picture_token(name: str) -> str:
    """Return what stands between ⟦ and ⟧ for a picture."""
    return f"{_PICTURE}{name}"


def pictures_in(stored: str) -> tuple[str, ...]:
    """Return the names of the pictures that a stored text shows, in order."""
    tokens = _FIGURE.findall(stored) if _PICTURE in stored else ()
    return tuple(t.removeprefix(_PICTURE) for t in tokens if t.startswith(_PICTURE))


def without_pictures(stored: str) -> str:
    """Return a stored text without its pictures and their captions."""
    return _PICTURE_LINE.sub("", stored)


def media_shown(report: Report) -> dict[str, Picture]:
    """Return the pictures that the texts of a report show, in order."""
    names = (name for key in sorted(report.narrative) for name in pictures_in(report.text(key)))
    return {name: report.media[name] for name in names if name in report.media}


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
