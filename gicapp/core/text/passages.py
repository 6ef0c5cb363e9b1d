"""A text made ready for reading by rules: plain signs, no blanks, cut into sentences and clauses.

Published texts mix half- and full-width signs and put blanks anywhere (`2024 年`, `( 一 )`).
Rules look at the plain text and report places in the original.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

_WIDE: Final = dict(
    zip("０１２３４５６７８９％．,;:()?!［］", "0123456789%.，；：（）？！[]", strict=True)
)
_OTHER_WIDTH: Final = re.compile("[" + re.escape("".join(_WIDE)) + "]")
_DROPPED: Final = re.compile(r"\[bookmark[:：][^\]\n]*\]|[^\S\n]+|[\u200b-\u200f\ufeff]+")
_THOUSANDS: Final = re.compile(r"(?<=\d)，(?=\d{3}(?!\d))")
_SENTENCE: Final = re.compile(r"[^。！？\n]+[。！？]?")
_CLAUSE: Final = re.compile(r"[^，；：]*[，；：]|[^，；：]+")
_HEADING: Final = re.compile(
    r"(?:[（]?[一二三四五六七八九十]{1,3}[）、.]|\d{1,2}[、.](?!\d)|（\d{1,2}）)?([^。；，：\n]{2,24})"
)
_YEAR: Final = re.compile(r"(?:20)?\d\d(?=年)")
_SIGNS: Final = re.compile(r"[，。；：、（）“”《》！？\s]")


@dataclass(frozen=True)
class Clause:
    """A part of a sentence between commas; `start` to `end` are places in the plain text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Sentence:
    """A sentence of the plain text; `heading` is what its line or the heading above is about.

    `whole`: the sentence before, where this one lists parts of it or goes on with its cases.
    """

    text: str
    start: int
    end: int
    line: int
    heading: str
    whole: str = ""

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Return the clauses in order."""
        found = _CLAUSE.finditer(self.text)
        return tuple(Clause(m[0], self.start + m.start(), self.start + m.end()) for m in found)

    def clause_at(self, place: int) -> Clause:
        """Return the clause that covers a place of the plain text."""
        return next((c for c in self.clauses if c.start <= place < c.end), self.clauses[-1])


@dataclass(frozen=True)
class Plain:
    """The plain form of a text, and where characters of the original were left out.

    From the place `gaps[n]` of the plain text on, `dropped[n]` are left out before a character.
    """

    text: str
    gaps: tuple[int, ...]
    dropped: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the characters of the original that the plain ones from start to end are."""
        last = len(self.text) - 1
        if last < 0:
            return 0, 0
        return self._place(min(start, last)), self._place(min(max(start, end - 1), last)) + 1

    def _place(self, at: int) -> int:
        before = bisect_right(self.gaps, at)
        return at + self.dropped[before - 1] if before else at

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Return the sentences in order."""
        return tuple(self._cut())

    def sentence_at(self, place: int) -> Sentence | None:
        """Return the sentence that covers a place; None between two."""
        return next((s for s in self.sentences if s.start <= place < s.end), None)

    def paragraph_start(self, place: int) -> int:
        """Return where the paragraph of a place begins."""
        return self.text.rfind("\n", 0, place) + 1

    def _cut(self) -> Iterator[Sentence]:
        heading, start = "", 0
        for number, line in enumerate(self.text.split("\n")):
            title = _heading_of(line)
            heading = title or heading
            for match in _SENTENCE.finditer(line):
                yield Sentence(
                    match[0], start + match.start(), start + match.end(), number, heading
                )
            start += len(line) + 1


def _heading_of(line: str) -> str:
    """Return what a numbered line is about; nothing for a line without a number."""
    match = _HEADING.match(line)
    if not match or match.start(1) == match.start():
        return ""
    return match[1]


@lru_cache(maxsize=64)
def plain(text: str) -> Plain:
    """Return the plain form of a text; kept, because rules share it and most text stays."""
    wide = _OTHER_WIDTH.sub(lambda sign: _WIDE[sign[0]], text)  # few; `translate` reads each
    parts: list[str] = []
    gaps: list[int] = []
    dropped: list[int] = []
    end = left_out = 0
    for gap in _DROPPED.finditer(wide):
        parts.append(wide[end : gap.start()])
        gaps.append(gap.start() - left_out)
        left_out += gap.end() - gap.start()
        dropped.append(left_out)
        end = gap.end()
    parts.append(wide[end:])
    return Plain(_THOUSANDS.sub(",", "".join(parts)), tuple(gaps), tuple(dropped))


@lru_cache(maxsize=2048)
def body_of(text: str) -> str:
    """Return plain text without signs, blanks and years, which change from year to year anyway."""
    return _SIGNS.sub("", _YEAR.sub("", text))
