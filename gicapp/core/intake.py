"""From a reading to changes of a report, and what the user sees before they are made."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from gicapp.core.change import Change, SetField, SetText, SetValue
from gicapp.core.content import Problem
from gicapp.core.reading import Reading
from gicapp.core.report import LEAD, Report, official_title, unit_named
from gicapp.form.declaration import Form
from gicapp.form.loader import load_form
from gicapp.form.values import BLANK, Value

Target: TypeAlias = Literal["current", "prior"]
WHOLE: Final = 0  # the section number of what belongs to the report as a whole


@dataclass(frozen=True)
class ReadCell:
    """A cell that was read: its value now and the one that would replace it."""

    cell: str
    old: Value
    new: Value
    where: str

    @property
    def differs(self) -> bool:
        """Tell whether taking it over would change the report."""
        return self.old != self.new or (self.old is BLANK) != (self.new is BLANK)


@dataclass(frozen=True)
class SectionReceipt:
    """What was read of one section (0: title, year, unit and lead paragraph).

    `old_text` and `new_text` are its text now and as read, None where the source has none;
    `lacking` the cells that the source lacks; `problems` those about this section.
    """

    section: int
    cells: tuple[ReadCell, ...]
    lacking: tuple[str, ...]
    old_text: str
    new_text: str | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Receipt:
    """Everything that was read of a source, set against a report, section by section."""

    reading: Reading
    target: Target
    sections: tuple[SectionReceipt, ...]


def receipt_of(reading: Reading, report: Report, form: Form, target: Target = "current") -> Receipt:
    """Return what a reading would change in a report, or in its prior report."""
    against = report if target == "current" else report.prior or Report(form=form.id)
    sections = [_section_receipt(reading, against, form, number) for number in _numbers(form)]
    return Receipt(reading, target, tuple(sections))


def _numbers(form: Form) -> tuple[int, ...]:
    return (WHOLE, *(section.number for section in form.sections))


def _section_receipt(reading: Reading, report: Report, form: Form, number: int) -> SectionReceipt:
    ids = _cells_of(form, number)
    key = _key(number)
    return SectionReceipt(
        section=number,
        cells=tuple(
            ReadCell(cell, report.value(cell), reading.cells[cell], reading.places.get(cell, ""))
            for cell in ids
            if cell in reading.cells
        ),
        lacking=tuple(cell for cell in ids if cell not in reading.cells),
        old_text=report.text(key),
        new_text=reading.narrative.get(key),
        problems=tuple(p for p in reading.problems if _section_of(p, form) == number),
    )


def _key(number: int) -> str:
    return LEAD if number == WHOLE else str(number)


def _cells_of(form: Form, number: int) -> tuple[str, ...]:
    table = None if number == WHOLE else form.section(number).table
    return tuple(cell.id for cell in form.table(table).cells) if table else ()


def _section_of(problem: Problem, form: Form) -> int:
    cell = form.cells.get(problem.cells[0]) if problem.cells else None
    return form.table(cell.table).section if cell else WHOLE


def intake_changes(
    reading: Reading,
    report: Report,
    form: Form,
    target: Target = "current",
    sections: Collection[int] | None = None,
) -> tuple[Change, ...]:
    """Return the changes that take a reading over, of the chosen sections (all by default).

    A cell or text that the source lacks is never touched. `prior`: the reading becomes last
    year's report, whole, on top of what is known of it.
    """
    numbers = [n for n in _numbers(form) if sections is None or n in sections]
    if target == "prior":
        return (SetField("prior", _prior(reading, report, form, numbers)),)
    return tuple(_changes(reading, report, form, numbers))


def _changes(reading: Reading, report: Report, form: Form, numbers: list[int]) -> Iterator[Change]:
    if WHOLE in numbers:
        if reading.unit and reading.unit != report.unit.name:
            yield SetField("unit", replace(report.unit, name=reading.unit))
        if reading.year is not None and reading.year != report.year:
            yield SetField("year", reading.year)
    for number in numbers:
        key = _key(number)
        for cell in _cells_of(form, number):
            if cell in reading.cells and reading.cells[cell] != report.value(cell):
                yield SetValue(cell, reading.cells[cell])
        if key in reading.narrative and reading.narrative[key] != report.text(key):
            yield SetText(key, reading.narrative[key])


def _prior(reading: Reading, report: Report, form: Form, numbers: list[int]) -> Report:
    known = report.prior or Report(form=form.id)
    cells = [c for n in numbers for c in _cells_of(form, n) if c in reading.cells]
    texts = {k: t for k, t in reading.narrative.items() if k in map(_key, numbers)}
    values = {**known.values, **{c: reading.cells[c] for c in cells}}
    return replace(
        known,
        unit=unit_named(reading.unit) if reading.unit else known.unit,
        year=reading.year if reading.year is not None else known.year,
        title=reading.title or known.title,
        values=MappingProxyType({c: v for c, v in values.items() if v is not BLANK}),
        narrative=MappingProxyType({**known.narrative, **texts}),
    )


def carried_changes(report: Report, form: Form) -> tuple[Change, ...]:
    """Return the changes that carry last year's closing figures over into blank opening ones."""
    prior = report.prior
    if prior is None:
        return ()
    return tuple(
        SetValue(carry.to, prior.value(carry.origin))
        for carry in form.carries
        if report.value(carry.to) is BLANK and prior.value(carry.origin) is not BLANK
    )


def report_of(reading: Reading) -> Report:
    """Return a new report that says what a reading says; an official title is not kept."""
    report = Report(
        unit=unit_named(reading.unit),
        year=reading.year,
        values=MappingProxyType({c: v for c, v in reading.cells.items() if v is not BLANK}),
        narrative=MappingProxyType(dict(reading.narrative)),
    )
    is_official = not reading.title or reading.title == official_title(report, load_form())
    return report if is_official else replace(report, title=reading.title)
