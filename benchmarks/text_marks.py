"""How many marks of the text rules are right on written texts, and how many slips they find.

The rules were mended with these texts (`tests.written`), so the figures only tell that nothing
was lost; how the rules do on new texts is what the first count of a round told. For a new round
give its files, written alike.

Run: python -m benchmarks.text_marks [--marks] [FILE…]
"""

import argparse
from collections import Counter
from pathlib import Path

from gicapp.core.finding import Finding
from tests.written import ROUNDS, Written, marks_of, written_in

_FIGURES = frozenset(
    f"text.{rule}" for rule in ("figure", "breakdown", "percentage", "none_claim", "all_closed")
)


def main() -> None:
    """Print the counts, and with `--marks` every wrong mark and every slip that was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--marks", action="store_true", help="each wrong mark and missed slip")
    options = parser.parse_args()
    right, wrong, found, planted = Counter[str](), Counter[str](), 0, 0
    for text in (text for path in options.files or ROUNDS for text in written_in(path)):
        marks = marks_of(text.report)
        hits = [mark for mark in marks if text.has_planted(mark)]
        planted += text.slip is not None
        found += bool(hits)
        right.update({mark.rule for mark in hits})
        wrong.update(mark.rule for mark in marks if mark not in hits)
        if options.marks:
            _print(text, [mark for mark in marks if mark not in hits], missed=not hits)
    _count("all rules", right, wrong)
    _count("figures", *(_figures(counted) for counted in (right, wrong)))
    for rule in sorted(right | wrong):
        print(f"  {rule}: {right[rule]} right, {wrong[rule]} wrong")
    print(f"planted slips found: {found} of {planted}")


def _figures(counted: Counter[str]) -> Counter[str]:
    return Counter({rule: number for rule, number in counted.items() if rule in _FIGURES})


def _count(name: str, right: Counter[str], wrong: Counter[str]) -> None:
    total = right.total() + wrong.total()
    share = f"{100 * right.total() / total:.1f} %" if total else "–"
    print(f"{name}: {right.total()} right, {wrong.total()} wrong, {share} right")


def _print(text: Written, wrong: list[Finding], *, missed: bool) -> None:
    for mark in wrong:
        start, end = mark.span or (0, 0)
        told = text.report.text(str(mark.section))
        words = f"{told[max(0, start - 60) : start]}【{told[start:end]}】{told[end : end + 40]}"
        print(f"+ {text.name} {mark.rule} §{mark.section} {words!r}\n      {mark.message}")
    if text.slip is not None and missed:
        section, start, end = text.slip
        print(f"- {text.name} {text.kind}: {text.report.text(str(section))[start:end].strip()!r}")


if __name__ == "__main__":
    main()
