"""What became of a report between two versions: cell by cell, every paragraph with its marks."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import Enum, auto
from itertools import pairwise
from typing import Final, TypeAlias

from gicapp.core.report import LEAD, Report, title_of
from gicapp.core.text.narrative import paragraphs
from gicapp.form.declaration import Form
from gicapp.form.values import show

_WORD: Final = re.compile(r"\d+(?:\.\d+)?[%％]?|[A-Za-z]+|.", re.DOTALL)
_SENTENCE: Final = re.compile(r"[^。！？；]*[。！？；]|[^。！？；]+")
_QUICK: Final = 2_000_000  # equal pairs; a paragraph of 100,000 characters has hundred times more
_ALIKE: Final = 0.4  # of their pairs of characters; less is one paragraph out and one in
_SHORT: Final = 2  # fewer kept characters between two changes make marks hard to read


class Fate(Enum):
    """What became of a stretch of text."""

    KEPT = auto()
    GONE = auto()
    NEW = auto()


@dataclass(frozen=True)
class Run:
    """A stretch of text with what became of it."""

    text: str
    fate: Fate


Marked: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True)
class Version:
    """A report as it stood once, with the Chinese name of that moment."""

    name: str
    report: Report


@dataclass(frozen=True)
class Replaced:
    """A value that is another now, as printed; `cell` is None for what stands in no table."""

    name: str
    before: str
    after: str
    cell: str | None = None


@dataclass(frozen=True)
class SectionRevision:
    """What became of one section (key "0": what stands above section one)."""

    key: str
    heading: str
    values: tuple[Replaced, ...]
    paragraphs: tuple[Marked, ...]

    @property
    def changed_paragraphs(self) -> int:
        """Return how many paragraphs hold a mark."""
        return sum(1 for runs in self.paragraphs if _has_marks(runs))

    @property
    def is_changed(self) -> bool:
        """Tell whether anything in the section is another."""
        return bool(self.values) or self.changed_paragraphs > 0


@dataclass(frozen=True)
class Revision:
    """What became of a whole report; `title` is the printed one with its marks."""

    title: Marked
    sections: tuple[SectionRevision, ...]

    @property
    def is_changed(self) -> bool:
        """Tell whether the two versions say different things."""
        return any(section.is_changed for section in self.sections)

    @property
    def counted(self) -> str:
        """Return in Chinese how much is different."""
        values = sum(len(section.values) for section in self.sections)
        texts = sum(section.changed_paragraphs for section in self.sections)
        said = [f"{values} 格" if values else "", f"{texts} 段文字" if texts else ""]
        return "、".join(part for part in said if part)


def revise(before: Report, after: Report, form: Form) -> Revision:
    """Return what became of one version of a report in another, as both are printed."""
    title = mark(title_of(before, form), title_of(after, form))
    above = SectionRevision(
        LEAD, "标题和导语", tuple(_heads(before, after, form)), _texts(before, after, LEAD)
    )
    sections = (
        SectionRevision(
            section.key,
            section.heading,
            tuple(_cells(before, after, form, section.table)),
            _texts(before, after, section.key),
        )
        for section in form.sections
    )
    return Revision(title, (above, *sections))


def whole_text(runs: Marked) -> str:
    """Return a marked paragraph with what is gone and what is new."""
    return "".join(run.text for run in runs)


def mark(before: str, after: str) -> Marked:
    """Return a text with marks: without the new runs it is `before`, without the gone `after`."""
    runs: list[tuple[str, str]] = []  # what stood there, what stands there
    stretches = list(_stretches(before, after))
    for place, stretch in enumerate(stretches, 1):
        if runs and _joins(runs[-1], stretch, is_last=place == len(stretches)):
            runs[-1] = (runs[-1][0] + stretch[0], runs[-1][1] + stretch[1])
        else:
            runs.append(stretch)
    return tuple(_runs(runs))


def _stretches(before: str, after: str) -> Iterator[tuple[str, str]]:
    """Set two texts against each other word by word; where that takes too long, by sentence."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    if _is_quick(old, new):
        yield from _aligned(old, new)
        return
    for gone, came in _aligned(_SENTENCE.findall(before), _SENTENCE.findall(after)):
        old, new = _WORD.findall(gone), _WORD.findall(came)
        if gone != came and _is_quick(old, new):
            yield from _aligned(old, new)
        else:
            yield gone, came


def _aligned(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield in order what stood there and what stands there; equal where it stayed."""
    if not _is_quick(old, new):
        yield "".join(old), "".join(new)
        return
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for _, i, j, k, m in matcher.get_opcodes():
        yield "".join(old[i:j]), "".join(new[k:m])


def _is_quick(old: Sequence[str], new: Sequence[str]) -> bool:
    """Tell whether two sequences can be aligned in about a second: by how many pairs are equal."""
    counts = Counter(old)
    return sum(counts[word] for word in new) <= _QUICK


def _joins(last: tuple[str, str], this: tuple[str, str], *, is_last: bool) -> bool:
    """Tell whether a change goes on: it is followed by little that is kept, or by a change."""
    if last[0] == last[1]:
        return False
    return this[0] != this[1] or (len(this[0]) < _SHORT and not is_last)


def _runs(pairs: Sequence[tuple[str, str]]) -> Iterator[Run]:
    for gone, came in pairs:
        if gone == came:
            yield Run(gone, Fate.KEPT)
            continue
        if gone:
            yield Run(gone, Fate.GONE)
        if came:
            yield Run(came, Fate.NEW)


def _has_marks(runs: Marked) -> bool:
    return any(run.fate is not Fate.KEPT for run in runs)


def _heads(before: Report, after: Report, form: Form) -> Iterator[Replaced]:
    pairs = (
        ("标题", title_of(before, form), title_of(after, form)),
        ("机关名称", before.unit.name, after.unit.name),
        ("报告年度", str(before.year or ""), str(after.year or "")),
    )
    return (Replaced(*pair) for pair in pairs if pair[1] != pair[2])


def _cells(before: Report, after: Report, form: Form, table: str | None) -> Iterator[Replaced]:
    for cell in form.table(table).cells if table else ():
        old, new = before.value(cell.id), after.value(cell.id)
        if old != new:
            yield Replaced(cell.name, show(old), show(new), cell.id)


def _texts(before: Report, after: Report, key: str) -> tuple[Marked, ...]:
    old, new = paragraphs(before, key), paragraphs(after, key)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    marked: list[Marked] = []
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind == "equal":
            marked += [(Run(text, Fate.KEPT),) for text in old[i:j]]
        else:
            marked += _pairs(old[i:j], new[k:m])
    return tuple(marked)


def _pairs(old: Sequence[str], new: Sequence[str]) -> Iterator[Marked]:
    """Set paragraphs against those that took their places, the likest first in order."""
    rest, came = list(old), list[str]()
    grams = {text: _grams(text) for text in (*old, *new)}
    for text in new:
        mine = grams[text]
        found = next((n for n, other in enumerate(rest) if _alike(grams[other], mine)), None)
        if found is None:
            came.append(text)
            continue
        yield from _replaced(rest[:found], came)
        yield mark(rest[found], text)
        del rest[: found + 1]
        came.clear()
    yield from _replaced(rest, came)


def _replaced(gone: Sequence[str], came: Sequence[str]) -> Iterator[Marked]:
    yield from ((Run(text, Fate.GONE),) for text in gone)
    yield from ((Run(text, Fate.NEW),) for text in came)


def _grams(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters of a text, its ends among them."""
    return frozenset(a + b for a, b in pairwise(f"\n{text}\n"))


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return 2 * len(one & other) > _ALIKE * (len(one) + len(other))


def with_prior_of(version: Report, report: Report) -> Report:
    """Return a snapshot beside the last year's report of another, which its figures may quote."""
    return version if version.prior is not None else replace(version, prior=report.prior)
