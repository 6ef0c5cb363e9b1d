"""Several whole reports in one document, one after another, each under its own title."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from gicapp.core.content import Block, Paragraph, Problem
from gicapp.core.recognition.choice import choose
from gicapp.core.recognition.evidence import Evidence
from gicapp.core.recognition.identity import (
    Identity,
    looks_like_unit,
    read_title,
    stated_unit,
    years_in,
)

_SHORT: Final = 12  # letters of a line that is little more than a year
_NEAR: Final = 3  # a title's year may stand so many lines below it


@dataclass(frozen=True)
class Report:
    """The blocks, from `start` up to `end`, of one report, and whose it says it is."""

    start: int
    end: int
    identity: Identity


def one_of(
    blocks: Sequence[Block], evidence: Sequence[Evidence], year: int | None, unit: str | None
) -> tuple[tuple[Block, ...], Identity, tuple[Problem, ...]]:
    """Return the blocks of the one report that is meant, and whose it is.

    Where there is only one, all blocks; where it is open which is meant, none and a question.
    """
    reports = reports_in(blocks, evidence)
    if not reports:
        return tuple(blocks), Identity(), ()
    named = [
        replace(item, identity=report.identity)
        for item in evidence
        for report in reports
        if report.start <= item.index < report.end
    ]
    choice = choose(named, Identity(), year, unit)
    if choice.problems:
        return (), Identity(), choice.problems
    kept = {item.index for item in choice.evidence}
    chosen = [r for r in reports if any(r.start <= index < r.end for index in kept)]
    its = tuple(block for r in chosen for block in blocks[r.start : r.end])
    return its, chosen[0].identity if len(chosen) == 1 else Identity(), ()


def reports_in(blocks: Sequence[Block], evidence: Sequence[Evidence]) -> list[Report]:
    """Return the reports of a document that hold the same tables under different names.

    Titles tell them apart; without titles, lines that are little more than a year or a unit.
    Return no report where one alone is in the document.
    """
    lines = [
        (index, "".join(block.text.split()))
        for index, block in enumerate(blocks)
        if isinstance(block, Paragraph) and block.text.strip()
    ]
    for name in (_title, _short):
        reports = _joined(_named(lines, name, len(blocks)), evidence)
        if len({(r.identity.unit, r.identity.year) for r in reports}) > 1:
            return reports if _repeat(reports, evidence) else []
    return []


def _named(
    lines: Sequence[tuple[int, str]], name: Callable[[Sequence[str]], Identity | None], end: int
) -> list[Report]:
    """Return what stands under each line that names a unit or a year."""
    starts: list[tuple[int, Identity]] = []
    for place, (index, _) in enumerate(lines):
        identity = name([text for _, text in lines[place : place + _NEAR]])
        above, unit = lines[place - 1] if place else (0, "")
        if identity is None:
            continue
        if identity.title and not identity.unit and looks_like_unit(unit):
            starts.append((above, replace(identity, unit=unit)))
        else:
            starts.append((index, identity))
    ends = [*(index for index, _ in starts[1:]), end]
    return [Report(at, until, its) for (at, its), until in zip(starts, ends, strict=False)]


def _title(lines: Sequence[str]) -> Identity | None:
    """Return what a title says, with the year from the short lines below where it has none."""
    title = read_title(lines[0])
    if title is None or title.years or not title.title:
        return title
    below = (years_in(line) for line in lines[1:] if len(line) <= _SHORT)
    years = next((years for years in below if years), ())
    return replace(title, years=years, year=years[0] if len(years) == 1 else None)


def _short(lines: Sequence[str]) -> Identity | None:
    """Return the year or unit that a short line names."""
    line = lines[0]
    years = years_in(line) if "年" in line and len(line) <= _SHORT else ()
    if len(years) == 1:
        return Identity(line, "", years[0], years)
    unit = stated_unit(line) or (line if looks_like_unit(line) else "")
    return Identity(line, unit) if unit else None


def _joined(reports: Sequence[Report], evidence: Sequence[Evidence]) -> list[Report]:
    """Return the reports that have tables, each with what belongs to it.

    A title that stands twice, on a cover and above its report, is one; the mention of another
    report within one begins none.
    """
    real = [r for r in reports if any(r.start <= e.index < r.end for e in evidence)]
    joined: list[Report] = []
    start = 0
    for report in real:
        covers = [r for r in reports if start <= r.start < report.start]
        own = [r.start for r in covers if _alike(r.identity, report.identity)]
        start = min([*own, report.start]) if joined else 0
        if joined and _alike(joined[-1].identity, report.identity):
            joined[-1] = replace(joined[-1], end=report.end)
        else:
            joined[-1:] = [replace(last, end=start) for last in joined[-1:]]
            joined.append(replace(report, start=start))
        start = report.end
    joined[-1:] = [replace(last, end=reports[-1].end) for last in joined[-1:]]
    return joined


def _alike(one: Identity, other: Identity) -> bool:
    """Tell whether two names may be of one report: what both state is the same."""
    return (one.unit == other.unit or not (one.unit and other.unit)) and (
        one.year == other.year or None in {one.year, other.year}
    )


def _repeat(reports: Sequence[Report], evidence: Sequence[Evidence]) -> bool:
    """Tell whether two reports hold the same cell of the form."""
    seen: dict[str, Report] = {}
    return any(
        seen.setdefault(cell, report) is not report
        for report in reports
        for item in evidence
        if report.start <= item.index < report.end
        for cell in item.recognition.cells
    )
