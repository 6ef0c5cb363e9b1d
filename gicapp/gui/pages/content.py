"""What is printed, in order: the report as a row of text blocks and tables, not yet placed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from types import MappingProxyType
from typing import Final, TypeAlias

from gicapp.core.narrative import paragraphs
from gicapp.core.outline import heading_level
from gicapp.core.report import LEAD, Report, title_of
from gicapp.form.declaration import Form, Section
from gicapp.gui.pages.linebreak import Line
from gicapp.gui.pages.options import PageOptions
from gicapp.gui.pages.page import LEFT, RIGHT, Role
from gicapp.gui.pages.ruled import SetTable, set_table
from gicapp.gui.pages.style import Face, Metric, Style
from gicapp.gui.pages.typesetting import Column, set_text

ROOM: Final = RIGHT - LEFT
_PER_LINE: Final = 28  # characters, GB/T 9704-2012
_GRID: Final = ROOM / _PER_LINE
_BODY_SIZE: Final = 16.0  # 3 号
_TITLE_SIZE: Final = 22.0  # 2 号
_TITLE_PITCH: Final = 35.0
_FACES: Final = MappingProxyType({0: Face.BODY, 1: Face.HEADING, 2: Face.SUBHEADING})


class Align(Enum):
    """Where lines that do not fill their room stand."""

    LEFT = 0.0
    CENTRE = 0.5
    RIGHT = 1.0


@dataclass(frozen=True)
class TextBlock:
    """A title, heading or paragraph in lines.

    `room` is the width that it is aligned in, `after` the blank height below it; `keep` holds
    it on the page of what follows.
    """

    role: Role
    text: str
    style: Style
    lines: tuple[Line, ...]
    pitch: float
    align: Align = Align.LEFT
    room: float = ROOM
    after: float = 0.0
    keep: bool = False


Block: TypeAlias = TextBlock | SetTable


def blocks(report: Report, form: Form, metric: Metric, options: PageOptions) -> Iterator[Block]:
    """Yield what is printed of a report, in order."""
    if options.number:
        yield _aligned(Role.NUMBER, options.number, metric, options, Align.CENTRE)
    yield _title(report, form, metric, options)
    if options.lead:
        yield from _paragraphs(report, LEAD, metric, options)
    for section in form.sections:
        yield from _section(report, form, section, metric, options)
    if options.signature:
        signature = _aligned(Role.SIGNATURE, options.signature, metric, options, Align.RIGHT)
        yield replace(signature, keep=bool(options.date))
    if options.date:
        yield _aligned(Role.SIGNATURE, options.date, metric, options, Align.RIGHT)


def _section(
    report: Report, form: Form, section: Section, metric: Metric, options: PageOptions
) -> Iterator[Block]:
    yield _paragraph(Role.HEADING, section.heading, 1, metric, options)
    yield from _paragraphs(report, section.key, metric, options)
    if section.table:
        yield set_table(form.table(section.table), report, metric)


def _paragraphs(
    report: Report, key: str, metric: Metric, options: PageOptions
) -> Iterator[TextBlock]:
    for text in paragraphs(report, key):
        level = heading_level(text)
        role = Role.HEADING if level else Role.PARAGRAPH
        yield _paragraph(role, text, level, metric, options)


def _paragraph(
    role: Role, text: str, level: int, metric: Metric, options: PageOptions
) -> TextBlock:
    style = Style(_FACES.get(level, Face.BODY), _BODY_SIZE)
    column = Column(style, metric, ROOM, _GRID, 2 * _GRID, justified=True)
    return TextBlock(role, text, style, set_text(text, column), options.pitch, keep=level > 0)


def _aligned(
    role: Role, text: str, metric: Metric, options: PageOptions, align: Align
) -> TextBlock:
    """Return a line of its own; what stands at the right keeps four characters from the edge."""
    style = Style(Face.BODY, _BODY_SIZE)
    room = ROOM - 4 * _GRID if align is Align.RIGHT else ROOM
    lines = set_text(text, Column(style, metric, room, _GRID))
    return TextBlock(role, text, style, lines, options.pitch, align, room)


def _title(report: Report, form: Form, metric: Metric, options: PageOptions) -> TextBlock:
    text = title_of(report, form)
    style = Style(Face.TITLE, _TITLE_SIZE)
    lines = _title_lines(text, report.unit.name, Column(style, metric, ROOM, _TITLE_SIZE))
    return TextBlock(
        Role.TITLE,
        text,
        style,
        lines,
        _TITLE_PITCH,
        Align.CENTRE,
        after=options.pitch,
        keep=True,
    )


def _title_lines(text: str, unit: str, column: Column) -> tuple[Line, ...]:
    """Break a title after the unit's name where both lines fit, else into even lines."""
    lines = set_text(text, column)
    if len(lines) == 1:
        return lines
    if unit and text.startswith(unit):
        parts = set_text(f"{unit}\n{text.removeprefix(unit)}", column)
        if len(parts) == len(lines):
            return parts
    return _evened(text, column, len(lines))


def _evened(text: str, column: Column, count: int) -> tuple[Line, ...]:
    """Return the narrowest setting of a text that takes no more lines."""
    best = set_text(text, column)
    room = column.room
    while room > column.em:
        room -= column.em / 2
        lines = set_text(text, replace(column, room=room))
        if len(lines) > count:
            return best
        best = lines
    return best
