"""Chinese line breaking: which characters may begin or end a line, and how lines are filled.

The rules are those that Word follows for Chinese (禁则): closing punctuation never begins a
line, opening punctuation never ends one; what does not fit is first drawn in by narrowing the
blank halves of the line's punctuation, else the last character goes down with it. Words, numbers
and addresses stay whole while they can.
"""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

NOT_FIRST: Final = frozenset("。，、；：？！）》〉”’」』】〗〕］｝…·～％‰℃〃!%),.:;>?]}°'\"")
NOT_LAST: Final = frozenset("（《〈“‘「『【〖〔［｛$([{<￥¥￡")
_CLOSING: Final = frozenset("。，、；：？！）》〉”’」』】〗〕］｝")
_OPENING: Final = frozenset("（《〈“‘「『【〖〔［｛")
_PAIRED: Final = frozenset("—…")  # —— and …… are one sign each
_AFTER_SOFT: Final = frozenset("/?&=_-.@#%:,;~+")  # an address may be broken after these
_LONG_WORD: Final = 0.4  # of a line: a longer word may be broken
_WIDEST_GAP: Final = 0.5  # of a character: a line with wider gaps is not spread to the edge
_SLACK: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Setting:
    """How text is set: widths in points.

    `room` is the width of a line, `em` that of a Chinese character, `measure` gives the width
    of a text without Chinese characters, `indent` belongs to the first line alone, `justified`
    lines reach both edges.
    """

    room: float
    em: float
    measure: Callable[[str], float]
    indent: float = 0.0
    justified: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """Characters set together: `x` from the line's left edge and `width`, both in points."""

    text: str
    x: float
    width: float
    narrow: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its text, blanks at its end included, and the spans to paint."""

    text: str
    spans: tuple[Span, ...]

    @property
    def left(self) -> float:
        """Return where the first span begins."""
        return self.spans[0].x if self.spans else 0.0

    @property
    def right(self) -> float:
        """Return where the last span ends."""
        return self.spans[-1].x + self.spans[-1].width if self.spans else 0.0


@dataclass(frozen=True, slots=True)
class _Atom:
    """What is never broken. `cut` is how much narrower it may be set."""

    text: str
    width: float
    narrow: bool
    cut: float = 0.0

    @property
    def is_blank(self) -> bool:
        return self.text.isspace()


def is_opening(text: str) -> bool:
    """Tell whether a text is one opening sign, whose ink stands at the right of its space."""
    return text in _OPENING


def break_lines(text: str, setting: Setting) -> tuple[Line, ...]:
    """Break a text into lines; a line end in it ends a line. The lines' texts are the text."""
    lines: list[Line] = []
    for part in text.split("\n"):
        indent = 0.0 if lines else setting.indent
        lines += _break(part, replace(setting, indent=indent))
    return tuple(lines)


def _break(text: str, setting: Setting) -> Iterator[Line]:
    atoms = list(_atoms(text, setting))
    start = 0
    while start < len(atoms):
        indent = 0.0 if start else setting.indent
        room = setting.room - indent
        end = _line_end(atoms, start, room)
        spread = setting.justified and end < len(atoms)
        yield _place(atoms[start:end], indent, room, setting.em if spread else 0.0)
        start = end
    if not atoms:
        yield Line("", ())


def _atoms(text: str, setting: Setting) -> Iterator[_Atom]:
    for narrow, clusters in groupby(_clusters(text), key=_is_narrow):
        if narrow:
            for blank, group in groupby(clusters, key=str.isspace):
                yield from _words("".join(group), setting, blank=blank)
        else:
            yield from (_wide(cluster, setting.em) for cluster in clusters)


def _clusters(text: str) -> list[str]:
    """Return the characters, each with the marks that stand on it."""
    clusters: list[str] = []
    for character in text:
        if clusters and unicodedata.category(character) in ("Mn", "Me", "Cf"):
            clusters[-1] += character
        else:
            clusters.append(character)
    return clusters


def _is_narrow(cluster: str) -> bool:
    """Tell Latin from Chinese. Signs of either width (“ ” — … ① Ω) are Chinese in such texts."""
    return unicodedata.east_asian_width(cluster[0]) not in ("W", "F", "A")


def _wide(cluster: str, em: float) -> _Atom:
    return _Atom(cluster, em, False, em / 2 if cluster in _CLOSING | _OPENING else 0.0)


def _words(text: str, setting: Setting, *, blank: bool) -> Iterator[_Atom]:
    width = setting.measure(text)
    if blank or width <= setting.room * _LONG_WORD:
        yield _Atom(text, width, True)
        return
    for part in _soft_parts(text):
        width = setting.measure(part)
        if width <= setting.room - setting.indent:
            yield _Atom(part, width, True)
        else:
            yield from (_Atom(c, setting.measure(c), True) for c in _clusters(part))


def _soft_parts(word: str) -> Iterator[str]:
    """Cut a long word after the signs where an address may be broken."""
    start = 0
    for place, character in enumerate(word[:-1], 1):
        if character in _AFTER_SOFT and word[place] not in NOT_FIRST | _AFTER_SOFT:
            yield word[start:place]
            start = place
    yield word[start:]


def _line_end(atoms: Sequence[_Atom], start: int, room: float) -> int:
    """Return the index after the last atom of the line that begins at `start`."""
    full = _filled(atoms, start, room)
    if _may_break(atoms, full):
        return full
    later = next(n for n in range(full + 1, len(atoms) + 1) if _may_break(atoms, n))
    if _least_width(atoms[start:later]) <= room + _SLACK:
        return later
    return next((n for n in range(full, start, -1) if _may_break(atoms, n)), full)


def _filled(atoms: Sequence[_Atom], start: int, room: float) -> int:
    """Return the end of the longest row of atoms that fits, at least one; rules not minded."""
    used, end = 0.0, start
    while end < len(atoms) and (
        used + atoms[end].width <= room + _SLACK or atoms[end].is_blank or end == start
    ):
        used += atoms[end].width
        end += 1
    return end


def _may_break(atoms: Sequence[_Atom], place: int) -> bool:
    if place in (0, len(atoms)):
        return place > 0
    before, after = atoms[place - 1].text, atoms[place].text
    if after.isspace():
        return False
    before = before.rstrip() or before
    is_one_sign = before == after and after in _PAIRED
    return not (is_one_sign or after[0] in NOT_FIRST or before[-1] in NOT_LAST)


def _visible(atoms: Sequence[_Atom]) -> Sequence[_Atom]:
    """Return the atoms without the blanks at the end, which take no room."""
    end = len(atoms)
    while end > 0 and atoms[end - 1].is_blank:
        end -= 1
    return atoms[:end]


def _least_width(atoms: Sequence[_Atom]) -> float:
    visible = _visible(atoms)
    # an opening sign at the edge has nothing to lean on
    return sum(a.width for a in visible) - sum(_cuts(visible))


def _cuts(atoms: Sequence[_Atom]) -> list[float]:
    return [0.0 if n == 0 and is_opening(atom.text) else atom.cut for n, atom in enumerate(atoms)]


def _narrowed(cuts: Sequence[float], over: float) -> list[float]:
    """Return how much each atom gives so that a line loses `over`: first the last, then all alike.

    The blank half of a sign at the end of a line is missed by nobody.
    """
    *others, last = cuts
    last = min(last, over)
    total = sum(others)
    share = min(1.0, (over - last) / total) if total else 0.0
    return [*(cut * share for cut in others), last]


def _place(atoms: Sequence[_Atom], indent: float, room: float, spread: float) -> Line:
    """Set the atoms of a line; `spread` is the character width where it must reach the edge."""
    text = "".join(atom.text for atom in atoms)
    visible = _visible(atoms)
    over = sum(atom.width for atom in visible) - room
    cuts = [0.0] * len(visible)
    gap = 0.0
    if over > _SLACK:
        cuts = _narrowed(_cuts(visible), over)
    elif over < 0 and len(visible) > 1 and -over / (len(visible) - 1) <= spread * _WIDEST_GAP:
        gap = -over / (len(visible) - 1)
    return Line(text, tuple(_spans(visible, cuts, indent, gap)))


def _spans(
    atoms: Sequence[_Atom], cuts: Sequence[float], indent: float, gap: float
) -> Iterator[Span]:
    x = indent
    for alone, group in groupby(
        zip(atoms, cuts, strict=True), key=lambda pair: _stands_alone(*pair)
    ):
        members = list(group)
        for row in [[member] for member in members] if alone else [members]:
            text = "".join(atom.text for atom, _ in row)
            inner = sum(atom.width - cut for atom, cut in row) + gap * (len(row) - 1)
            if not text.isspace():
                yield Span(text, x, inner, row[0][0].narrow)
            x += inner + gap


def _stands_alone(atom: _Atom, cut: float) -> bool:
    """Tell whether an atom is painted by itself: its glyph may be narrower than its space."""
    if atom.narrow or cut > 0:
        return True
    return len(atom.text) > 1 or unicodedata.east_asian_width(atom.text) == "A"
