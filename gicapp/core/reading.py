"""What a source says, in terms of the form: the result of recognition, before any decision."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from gicapp.core.content import Problem
from gicapp.form.values import Value


@dataclass(frozen=True)
class LabelFound:
    """A label of a table that is worded otherwise than the form prints it."""

    table: str
    found: str
    official: str


@dataclass(frozen=True)
class HeadingFound:
    """A heading as worded in a source, and the number of the section that it stands for."""

    section: int
    found: str


@dataclass(frozen=True)
class Reading:
    """What was recognised in one source.

    `cells` holds only the cells that the source really has (a blank one as None); `places`
    maps each of them to where it was read. `narrative` is keyed like a report's. `form` is the
    id of the form whose labels were met. `format` names the kind of file. `headings` are the
    section headings of the source, in its order; `tables` the ids of the tables met;
    `labels` those of their labels that are not worded as the form prints them. `dated` is the
    day under the text; a report holds none, its documents are dated when they are exported.
    """

    source: str = ""
    format: str = ""
    form: str = "2021"
    unit: str = ""
    year: int | None = None
    title: str = ""
    cells: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))
    places: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    narrative: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    headings: tuple[HeadingFound, ...] = ()
    tables: tuple[str, ...] = ()
    labels: tuple[LabelFound, ...] = ()
    dated: date | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing of a report was recognised."""
        return not self.cells and not self.narrative
