"""What a reading would change in the report, part by part: the receipt that a person confirms."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from types import MappingProxyType

from gicapp.core.change import Change, SetField, SetText, SetValue
from gicapp.core.reading import Reading
from gicapp.core.report import LEAD, Report
from gicapp.form.declaration import Form
from gicapp.form.values import show


@dataclass(frozen=True)
class Line:
    """One thing that was read: what it is, what stands there now, what was read, and where."""

    name: str
    now: str
    read: str
    place: str
    change: Change

    @property
    def differs(self) -> bool:
        """Tell whether taking it would change anything."""
        return self.now != self.read


@dataclass(frozen=True)
class Part:
    """A part of the report that can be taken or left; `missing` cells were not in the source."""

    name: str
    lines: tuple[Line, ...]
    missing: int = 0

    @property
    def different(self) -> tuple[Line, ...]:
        """Return the lines that would change something."""
        return tuple(line for line in self.lines if line.differs)

    @property
    def changes(self) -> tuple[Change, ...]:
        """Return the changes that take this part over."""
        return tuple(line.change for line in self.different)


def parts_of(form: Form, report: Report, reading: Reading) -> tuple[Part, ...]:
    """Return what was read, by part, as it would change `report`; parts not read are left out."""
    head = Part("报告信息", (*_heads(report, reading), *_text(report, reading, LEAD, "导语")))
    parts = [head, *(_section(form, report, reading, number) for number in range(1, 7))]
    return tuple(part for part in parts if part.lines)


def _heads(report: Report, reading: Reading) -> Iterator[Line]:
    if reading.unit:
        unit = SetField("unit", replace(report.unit, name=reading.unit))
        yield Line("机关名称", report.unit.name, reading.unit, "标题", unit)
    if reading.year is not None:
        year, now = SetField("year", reading.year), report.year
        yield Line("报告年度", "" if now is None else str(now), str(reading.year), "标题", year)


def _section(form: Form, report: Report, reading: Reading, number: int) -> Part:
    section = form.section(number)
    cells = form.table(section.table).cells if section.table else ()
    lines = tuple(
        Line(
            cell.name,
            show(report.value(cell.id)) or "空",
            show(reading.cells[cell.id]) or "空",
            reading.places.get(cell.id, ""),
            SetValue(cell.id, reading.cells[cell.id]),
        )
        for cell in cells
        if cell.id in reading.cells
    )
    missing = len(cells) - len(lines) if lines else 0
    return Part(section.heading, (*lines, *_text(report, reading, section.key, "文字")), missing)


def _text(report: Report, reading: Reading, key: str, name: str) -> Iterator[Line]:
    text = reading.narrative.get(key, "")
    if text.strip():
        yield Line(name, report.text(key), text, "", SetText(key, text))


def prior_of(reading: Reading, now: Report | None, parts: tuple[Part, ...]) -> Report:
    """Return last year's report with the chosen parts of a reading taken over."""
    from gicapp.core.change import apply

    base = now or Report(form=reading.form)
    taken, _ = apply(base, [change for part in parts for change in part.changes])
    values = {cell: value for cell, value in taken.values.items() if value is not None}
    return replace(taken.content(), values=MappingProxyType(values))
