"""The rounds of sign-off: a named snapshot at each, and the way back to one."""

from gicapp.core.change import Change, SetField, SetText, SetValue
from gicapp.core.report import Report, Round


def sent(report: Report, date: str) -> tuple[Change, ...]:
    """Return the changes that keep the report as it stands as the next round; `date` is ISO."""
    name = f"第 {len(report.rounds) + 1} 次送审"
    return (SetField("rounds", (*report.rounds, Round(name, date, report.content()))),)


def changes_to(report: Report, target: Report) -> tuple[Change, ...]:
    """Return the changes that give a report the content of another, keeping its history."""
    heads = [
        SetField(field, getattr(target, field))
        for field in ("unit", "year", "title")
        if getattr(report, field) != getattr(target, field)
    ]
    cells = sorted({*report.values, *target.values})
    values = [
        SetValue(cell, target.value(cell))
        for cell in cells
        if report.value(cell) != target.value(cell)
    ]
    sections = sorted({*report.narrative, *target.narrative})
    texts = [
        SetText(section, target.text(section))
        for section in sections
        if report.text(section) != target.text(section)
    ]
    return (*heads, *values, *texts)
