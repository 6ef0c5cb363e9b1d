"""What a source says, in terms of the form: the result of recognition, before any decision."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from gicapp.core.content import Problem
from gicapp.form.declaration import Row
from gicapp.form.values import Value


class Absence(StrEnum):
    """Why a source cannot hold a cell of the form."""

    ROW = "row"  # its table has no such row
    FORM = "form"  # it is on an older form, which has no such cell


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
    `labels` those of their labels that are not worded as the form prints them. `absent` are
    cells of those tables that the source surely has not, with the reason. `dated` is the
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
    absent: Mapping[str, Absence] = field(default_factory=lambda: MappingProxyType({}))
    dated: date | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing of a report was recognised."""
        return not self.cells and not self.narrative


def without_row(row: Row) -> str:
    """Say that the table of a source has no such row, and what a person may do about it."""
    if row.slash:  # 规章: most bodies have no power to make them, and leave the row out
        then = f"没有{row.name}制定权的机关一般填 0；有{row.name}制定权的请按实际填写"
    else:
        then = "请核对原文是否漏了这一行；确实没有的填 0"
    return f"来源的表格没有“{row.name}”一行。{then}。"


def without_counterpart(form: str, cells: str) -> str:
    """Say that a source is on an older form, which has not some cells of the form in force."""
    return f"来源用的是{form}年试行格式，没有{cells}，请按实际情况填写；确实没有的填 0。"
