"""What the recogniser found out about a grid: which cell is which, and what is doubtful."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from gicapp.core.content import Problem
from gicapp.core.grid import GridCell
from gicapp.core.reading import LabelFound
from gicapp.core.recognition.plane import Plane, Position, Spot
from gicapp.core.recognition.vocabulary import Match, Meaning


class Extra(StrEnum):
    """Why a line with figures is no row or column of the form."""

    SUBTOTAL = "subtotal"
    GROUP = "group"  # a group of rows that stands as one row
    UNKNOWN = "unknown"
    ALTERNATIVE = "alternative"  # one of several lines of figures under the same headings


@dataclass(frozen=True)
class Line:
    """A row or column of the source that the form has not. `id` is the group's, for a group.

    `positions` are the places where its figures stand, each with the column of the form where
    that is known.
    """

    kind: Extra
    table: str
    text: str
    where: str
    positions: tuple[tuple[Position, str], ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class Unclaimed:
    """A filled cell beside a row of the form, under no heading of the form."""

    table: str
    label: str
    column: int
    heading: str
    cell: GridCell


@dataclass(frozen=True, slots=True)
class Met:
    """A row of the form that was met: its row on the plane and its label."""

    table: str
    row: str
    line: int
    label: Spot


@dataclass(frozen=True)
class Recognition:
    """Which cell of a grid is which cell of the form.

    `cells` maps each recognised form cell to the (row, column) of its grid cell; `places` to
    all positions that claim it, more than one where something stands twice. `units` holds the
    unit (元, 万元) that a heading names for a cell. `lines` are rows and columns that the form
    has not, `tables` the form's tables that were met. `first` is the first row of each table.
    `unclaimed` are positions beside a recognised row that no column of the form claims. `labels`
    are not worded as the form prints them. `rows` are the table and id of each row that was met.
    """

    cells: Mapping[str, Position]
    places: Mapping[str, tuple[Position, ...]]
    units: Mapping[str, str]
    lines: tuple[Line, ...]
    tables: tuple[str, ...]
    problems: tuple[Problem, ...]
    heads: Mapping[str, Mapping[int, str]]
    first: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    unclaimed: tuple[Unclaimed, ...] = ()
    labels: tuple[LabelFound, ...] = ()
    rows: frozenset[tuple[str, str]] = frozenset()


_MESSAGES: Final = {
    Match.SLIP: (
        "label.slip",
        "“{text}”与表式中的“{label}”有一处出入，已按“{label}”读取，请核对。",
    ),
    Match.SHORTENED: ("label.shortened", "“{text}”已按表式中的“{label}”读取，请核对。"),
}


@dataclass
class Claims:
    """The findings about one plane while it is gone over."""

    plane: Plane
    places: dict[str, list[Position]] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    unclaimed: list[Unclaimed] = field(default_factory=list)
    rows: list[Met] = field(default_factory=list)
    noted: list[tuple[Spot, Meaning]] = field(default_factory=list)
    problems: dict[tuple[str, str, str], Problem] = field(default_factory=dict)

    def claim(self, cell: str, row: int, column: int) -> None:
        """Note that a position of the plane is a cell of the form."""
        position = self.plane.position(row, column)
        places = self.places.setdefault(cell, [])
        if position not in places:
            places.append(position)

    def note(self, spot: Spot, meaning: Meaning) -> None:
        """Note what a label was taken for; tell of one that is not quite the form's."""
        self.noted.append((spot, meaning))
        if meaning.match in _MESSAGES:
            code, message = _MESSAGES[meaning.match]
            text = one_line(spot.cell.text)
            self.report(code, spot, message.format(text=text, label=meaning.label))

    def report_grid(self, code: str, message: str, cells: Iterable[str] = ()) -> None:
        """Add a problem about the grid as a whole."""
        where = self.plane.grid.name
        self.problems.setdefault(
            (code, where, message), Problem(code, where, message, tuple(cells))
        )

    def report(self, code: str, spot: Spot, message: str, cells: Iterable[str] = ()) -> None:
        """Add a problem at a label's place, once."""
        where = f"{self.plane.grid.name} {spot.cell.where}".strip()
        self.problems.setdefault(
            (code, where, message), Problem(code, where, message, tuple(cells))
        )


def one_line(text: str, longest: int = 40) -> str:
    """Return a text for use in a message: no line ends, not too long."""
    words = " ".join(text.split())
    return words if len(words) <= longest else f"{words[:longest]}…"
