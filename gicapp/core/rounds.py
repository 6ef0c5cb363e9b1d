"""The rounds of sign-off: a named snapshot at each, and the way back to one."""

from typing import Final

from gicapp.core.change import Change, Field, SetField, SetText, SetValue
from gicapp.core.report import Report, Round
from gicapp.form.loader import load_form

_KEPT_AROUND: Final[tuple[Field, ...]] = (
    "prior",
    "automatic_totals",
    "dismissals",
    "reviewed",
    "rounds",
)


def sent(report: Report, date: str) -> tuple[Change, ...]:
    """Return the changes that keep the report as it stands as the next round; `date` is ISO."""
    return (SetField("rounds", (*report.rounds, Round(next_name(report), date, report.content()))),)


def next_name(report: Report) -> str:
    """Return the name of the round that would be sent next."""
    return f"第 {len(report.rounds) + 1} 次送审"


def changes_to(report: Report, target: Report) -> tuple[Change, ...]:
    """Return the changes that give a report the content of another, keeping its history.

    Where any cell differs all are set, so that no total follows its parts elsewhere.
    """
    heads = [
        SetField(field, getattr(target, field))
        for field in ("unit", "year", "title", "media")
        if getattr(report, field) != getattr(target, field)
    ]
    values: list[Change] = []
    if report.values != target.values:
        cells = sorted({*load_form(report.form).cells, *report.values, *target.values})
        values = [SetValue(cell, target.value(cell)) for cell in cells]
    sections = sorted({*report.narrative, *target.narrative})
    texts = [
        SetText(section, target.text(section))
        for section in sections
        if report.text(section) != target.text(section)
    ]
    return (*heads, *values, *texts)


def whole_changes_to(report: Report, target: Report) -> tuple[Change, ...]:
    """Return the changes that make a report another one, with all that is kept around it."""
    around = [
        SetField(field, getattr(target, field))
        for field in _KEPT_AROUND
        if getattr(report, field) != getattr(target, field)
    ]
    return (*around, *changes_to(report, target))
