"""How many marks of the text rules are right, and how many planted slips they find.

The texts in `benchmarks/texts/` were written for this by people who had not seen the rules: a
line a report, with its tables, its text and, in every second one, one planted slip. A mark in the
slip's sentence or the one before counts as right, any other as wrong; where such a mark was a
writer's own mistake, the text was mended. Texts that the rules were mended with tell only that
nothing was lost: how the rules do on new ones is what a round's first count told.

Run: python -m benchmarks.text_marks [--marks] [FILE…]
"""

import argparse
import json
from collections import Counter
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
TEXTS = Path(__file__).parent / "texts"
FIGURES = ("figure", "breakdown", "percentage", "none_claim", "all_closed")
_GROUPS = ("text.", "year.", "structure.")


@dataclass(frozen=True)
class Text:
    """A written report and the place of its planted slip: section and (start, end) of it."""

    name: str
    report: Report
    slip: tuple[int, int, int] | None
    kind: str = ""


def texts(path: Path) -> Iterator[Text]:
    """Yield the texts of a file, one a line."""
    for line in path.read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        values = {cell: _value(told["values"].get(cell, 0)) for cell in FORM.cells}
        report = Report(
            unit=unit_named(told["unit"]),
            year=told["year"],
            values=MappingProxyType(values),
            narrative=MappingProxyType(told["narrative"]),
        )
        name, slip = f"{path.stem}/{told['n']:02d}", told["slip"]
        if slip is None:
            yield Text(name, report, None)
            continue
        place = _sentence(told["narrative"][slip["section"]], slip["wrong"])
        yield Text(name, report, (int(slip["section"]), *place), slip["kind"])


def _value(told: int | str) -> int | Decimal:
    return Decimal(told) if isinstance(told, str) else told


def _sentence(text: str, words: str) -> tuple[int, int]:
    """Return where the sentence stands that holds the words, with the one before: its whole."""
    start = text.index(words)
    end = start + len(words)
    line = text.rfind("\n", 0, start) + 1
    first = max(line, text.rfind("。", line, max(line, text.rfind("。", line, start))) + 1)
    ends = [at for at in (text.find("。", end - 1), text.find("\n", end)) if at >= 0]
    return first, min(ends, default=len(text)) + 1


def _marks(report: Report) -> list[Finding]:
    """Return what marks words; what a text lacks as a whole marks none."""
    found = check(FORM, report)
    return [one for one in found if one.span is not None and one.rule.startswith(_GROUPS)]


def _is_right(mark: Finding, text: Text) -> bool:
    if text.slip is None or mark.span is None or mark.section != text.slip[0]:
        return False
    return mark.span[0] < text.slip[2] and text.slip[1] < mark.span[1]


def main() -> None:
    """Print the counts, and with `--marks` every wrong mark and every slip that was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--marks", action="store_true", help="each wrong mark and missed slip")
    options = parser.parse_args()
    right, wrong, found, planted = Counter[str](), Counter[str](), 0, 0
    for path in options.files or sorted(TEXTS.glob("*.jsonl")):
        for text in texts(path):
            marks = _marks(text.report)
            hits = [mark for mark in marks if _is_right(mark, text)]
            planted += text.slip is not None
            found += bool(hits)
            right.update({mark.rule for mark in hits})
            wrong.update(mark.rule for mark in marks if mark not in hits)
            if options.marks:
                _print(text, [mark for mark in marks if mark not in hits], missed=not hits)
    _count("all rules", right, wrong)
    figures = {f"text.{name}" for name in FIGURES}
    _count(
        "figures",
        Counter({rule: n for rule, n in right.items() if rule in figures}),
        Counter({rule: n for rule, n in wrong.items() if rule in figures}),
    )
    for rule in sorted(right | wrong):
        print(f"  {rule}: {right[rule]} right, {wrong[rule]} wrong")
    print(f"planted slips found: {found} of {planted}")


def _count(name: str, right: Counter[str], wrong: Counter[str]) -> None:
    total = right.total() + wrong.total()
    share = f"{100 * right.total() / total:.1f} %" if total else "–"
    print(f"{name}: {right.total()} right, {wrong.total()} wrong, {share} right")


def _print(text: Text, wrong: list[Finding], *, missed: bool) -> None:
    for mark in wrong:
        words = ""
        if mark.span is not None:
            told = text.report.text(str(mark.section))
            start, end = mark.span
            words = f"{told[max(0, start - 60) : start]}【{told[start:end]}】{told[end : end + 40]}"
        print(f"+ {text.name} {mark.rule} §{mark.section} {words!r}\n      {mark.message}")
    if text.slip is not None and missed:
        section, start, end = text.slip
        print(f"- {text.name} {text.kind}: {text.report.text(str(section))[start:end].strip()!r}")


if __name__ == "__main__":
    main()
