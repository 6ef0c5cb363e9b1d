"""What is printed, in order: the report as a row of text blocks and tables, not yet placed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from types import MappingProxyType
from typing import Final, TypeAlias

from gicapp.core.layout import Layout, written_date
from gicapp.core.report import LEAD, Report, title_of
from gicapp.core.text.narrative import printed_of
from gicapp.core.text.outline import heading_level
from gicapp.core.text.picture import Picture
from gicapp.form.declaration import Form, Section
from gicapp.gui.pages.linebreak import Line
from gicapp.gui.pages.page import LEFT, RIGHT, Role
from gicapp.gui.pages.ruled import SetTable, set_table
from gicapp.gui.pages.style import MM, Face, Metric, Style
from gicapp.gui.pages.typesetting import Column, set_text

ROOM: Final = RIGHT - LEFT
_PER_LINE: Final = 28  # characters, GB/T 9704-2012
_GRID: Final = ROOM / _PER_LINE
_BODY_SIZE: Final = 16.0  # 3 号
_TITLE_SIZE: Final = 22.0  # 2 号
_TITLE_PITCH: Final = 35.0
_CAPTION_SIZE: Final = 10.5  # 五号
_CAPTION_PITCH: Final = 16.0
_BELOW_CAPTION: Final = 12.0
_YEAR: Final = re.compile(r"(?<=.)(?=\d{4}年)")
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


@dataclass(frozen=True)
class PictureBlock:
    """A picture in points with its caption, which stays on its page."""

    picture: Picture
    width: float
    height: float
    caption: TextBlock | None
    before: float = 6.0

    @property
    def room(self) -> float:
        """Return the height that picture and caption take."""
        below = 0.0 if self.caption is None else len(self.caption.lines) * self.caption.pitch
        return self.before + self.height + below


Block: TypeAlias = TextBlock | PictureBlock | SetTable


def blocks(report: Report, form: Form, metric: Metric, layout: Layout) -> Iterator[Block]:
    """Yield what is printed of a report, in order."""
    if layout.number:
        yield _aligned(Role.NUMBER, layout.number, metric, layout, Align.CENTRE)
    yield _title(report, form, metric, layout)
    if layout.lead:
        yield from _paragraphs(report, LEAD, metric, layout)
    for section in form.sections:
        yield from _section(report, form, section, metric, layout)
    if layout.signature:
        yield from _signature(report, metric, layout)


def _signature(report: Report, metric: Metric, layout: Layout) -> Iterator[TextBlock]:
    """Yield the unit's name and the date, which stay together."""
    day = written_date(layout.date)
    if report.unit.name:
        name = _aligned(Role.SIGNATURE, report.unit.name, metric, layout, Align.RIGHT)
        yield replace(name, keep=bool(day))
    if day:
        yield _aligned(Role.SIGNATURE, day, metric, layout, Align.RIGHT)


def _section(
    report: Report, form: Form, section: Section, metric: Metric, layout: Layout
) -> Iterator[Block]:
    yield _paragraph(Role.HEADING, section.heading, 1, metric, layout)
    yield from _paragraphs(report, section.key, metric, layout)
    if section.table:
        yield set_table(form.table(section.table), report, metric, layout)


def _paragraphs(report: Report, key: str, metric: Metric, layout: Layout) -> Iterator[Block]:
    for printed in printed_of(report, key):
        text = printed.text
        if printed.picture is not None:
            yield _picture(printed.picture, text, metric)
            continue
        level = heading_level(text)
        role = Role.HEADING if level else Role.PARAGRAPH
        yield _paragraph(role, text, level, metric, layout)


def _picture(picture: Picture, text: str, metric: Metric) -> PictureBlock:
    width, height = (side * MM for side in picture.printed_mm())
    return PictureBlock(picture, width, height, _caption(text, metric) if text else None)


def _caption(text: str, metric: Metric) -> TextBlock:
    style = Style(Face.TABLE, _CAPTION_SIZE)
    lines = set_text(text, Column(style, metric, ROOM, _CAPTION_SIZE))
    return TextBlock(
        Role.CAPTION, text, style, lines, _CAPTION_PITCH, Align.CENTRE, after=_BELOW_CAPTION
    )


def _paragraph(role: Role, text: str, level: int, metric: Metric, layout: Layout) -> TextBlock:
    style = Style(_FACES.get(level, Face.BODY), _BODY_SIZE)
    column = Column(style, metric, ROOM, _GRID, 2 * _GRID, justified=True)
    return TextBlock(role, text, style, set_text(text, column), float(layout.pitch), keep=level > 0)


def _aligned(role: Role, text: str, metric: Metric, layout: Layout, align: Align) -> TextBlock:
    """Return a line of its own; what stands at the right keeps four characters from the edge."""
    style = Style(Face.BODY, _BODY_SIZE)
    room = ROOM - 4 * _GRID if align is Align.RIGHT else ROOM
    lines = set_text(text, Column(style, metric, room, _GRID))
    return TextBlock(role, text, style, lines, float(layout.pitch), align, room)


def _title(report: Report, form: Form, metric: Metric, layout: Layout) -> TextBlock:
    text = title_of(report, form)
    style = Style(Face.TITLE, _TITLE_SIZE)
    lines = _title_lines(text, Column(style, metric, ROOM, _TITLE_SIZE))
    return TextBlock(
        Role.TITLE,
        text,
        style,
        lines,
        _TITLE_PITCH,
        Align.CENTRE,
        after=float(layout.pitch),
        keep=True,
    )


def _title_lines(text: str, column: Column) -> tuple[Line, ...]:
    """Break a long title before its year where both lines fit, else into even lines."""
    lines = set_text(text, column)
    if len(lines) == 1:
        return lines
    parts, count = _YEAR.subn("\n", text, count=1)
    by_sense = set_text(parts, column)
    return by_sense if count and len(by_sense) == len(lines) else _evened(text, column, len(lines))


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
