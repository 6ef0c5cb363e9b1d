"""Reports that others wrote who had not seen the rules, and what is planted in them.

`tests/written_texts/` has a file for each round, a line a report: its tables (cells that are not
0), its text and, in every second one, one planted slip. A mark of a rule in the slip's sentence
or in the one before, which may give its whole, counts as right, any other as wrong; where such a
mark was a writer's own mistake, the text was mended. Bodies and places are meant
to be invented.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

from gicapp.core.checks.catalogue import check
from gicapp.core.finding import Finding
from gicapp.core.report import Report, unit_named
from gicapp.form.loader import load_form

FORM = load_form()
ROUNDS = sorted((Path(__file__).parent / "written_texts").glob("*.jsonl"))
_GROUPS = ("text.", "year.", "structure.")


@dataclass(frozen=True)
class Written:
    """A written report; `slip` is the section of its planted slip and (start, end) there."""

    name: str
    report: Report
    slip: tuple[int, int, int] | None
    kind: str = ""

    def has_planted(self, mark: Finding) -> bool:
        """Tell whether a mark meets the planted slip."""
        if self.slip is None or mark.span is None or mark.section != self.slip[0]:
            return False
        return mark.span[0] < self.slip[2] and self.slip[1] < mark.span[1]


def written_in(path: Path) -> Iterator[Written]:
    """Yield the reports of a file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        values = {cell: _value(told["values"].get(cell, 0)) for cell in FORM.cells}
        report = Report(
            unit=unit_named(told["unit"]),
            year=told["year"],
            values=MappingProxyType(values),
            narrative=MappingProxyType(told["narrative"]),
        )
        slip = told["slip"]
        if slip is None:
            yield Written(told["name"], report, None)
        else:
            place = _sentences(told["narrative"][slip["section"]], slip["wrong"])
            yield Written(told["name"], report, (int(slip["section"]), *place), slip["kind"])


def _value(told: int | str) -> int | Decimal:
    return Decimal(told) if isinstance(told, str) else told


def _sentences(text: str, words: str) -> tuple[int, int]:
    """Return where the sentence that holds the words stands, with the one before."""
    start = text.index(words)
    end = start + len(words)
    line = text.rfind("\n", 0, start) + 1
    first = max(line, text.rfind("。", line, max(line, text.rfind("。", line, start))) + 1)
    ends = [at for at in (text.find("。", end - 1), text.find("\n", end)) if at >= 0]
    return first, min(ends, default=len(text)) + 1


def marks_of(report: Report) -> list[Finding]:
    """Return what marks words of the text; what a text lacks as a whole marks none."""
    found = check(FORM, report)
    return [one for one in found if one.span is not None and one.rule.startswith(_GROUPS)]
