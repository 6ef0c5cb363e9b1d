"""A filled report: immutable, so that checks are pure and every earlier state can be kept."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from gicapp.core.text.picture import Picture
from gicapp.form.declaration import Form
from gicapp.form.values import BLANK, Value

LEAD: Final = "0"  # the narrative's key of the lead paragraph before section 一
MEASURES: Final = "5"  # the section that tells problems and measures


class Level(StrEnum):
    """What kind of body reports; deadlines and duties hang on it (条例第四十九、五十条)."""

    GOVERNMENT = "government"
    DEPARTMENT = "department"
    TOWNSHIP = "township"
    OTHER = "other"


LEVEL_NAMES: Final = MappingProxyType(
    {
        Level.GOVERNMENT: "县级以上人民政府",
        Level.DEPARTMENT: "政府部门",
        Level.TOWNSHIP: "乡镇人民政府、街道办事处",
        Level.OTHER: "其他机关或授权组织",
    }
)


@dataclass(frozen=True)
class Unit:
    """The reporting body. `rule_making`: may issue 规章; `enforcement`: may license or punish.

    `deadline`: month and day by which local rules have the report published, None where the
    law's day counts.
    """

    name: str = ""
    level: Level = Level.DEPARTMENT
    rule_making: bool = False
    enforcement: bool = True
    deadline: tuple[int, int] | None = None


_TOWNSHIP: Final = re.compile(r"([乡镇]|街道|街道办|街道办事处|[乡镇](人民)?政府)$")
# a zone is run by a committee that a government sends: it is none itself
_ZONE: Final = re.compile(
    "(开发|高新|经开|经济|工业|产业|物流|园|景|林|示范|管理|保税|度假|试验|集聚|功能|合作|港)区$"
)
_GOVERNMENT: Final = re.compile(r"([省市县区州旗盟]|政府)$")
_MAY_MAKE_RULES: Final = re.compile(r"[省市州区](人民政府)?$")


def unit_named(name: str) -> Unit:
    """Return a profile that fits a unit's name, for a person to put right.

    A county-level city cannot be told from one with districts by its name: it counts as
    having rule-making power, so that no check doubts its figures for a guess.
    """
    if _TOWNSHIP.search(name):
        return Unit(name, Level.TOWNSHIP)
    if _GOVERNMENT.search(name) and not _ZONE.search(name):
        return Unit(name, Level.GOVERNMENT, rule_making=bool(_MAY_MAKE_RULES.search(name)))
    return Unit(name)


@dataclass(frozen=True)
class Dismissal:
    """A finding that a person accepted with a reason, for the values it was given for."""

    rule: str
    cells: tuple[str, ...]
    values: tuple[str, ...]
    reason: str


@dataclass(frozen=True)
class Round:
    """The report as it was sent for sign-off once: its name, ISO date, and a plain snapshot."""

    name: str
    date: str
    report: "Report"


@dataclass(frozen=True)
class Report:
    """A report on one form for one unit and year.

    `values` maps cell ids to values; a cell that is not in it is blank. `narrative` maps a
    section's key ("1", "5", "6"; "0" is the lead paragraph; a table's section may have text
    too) to its text, paragraphs parted by line ends, live figures as `gicapp.core.text.narrative`
    writes them. `title` is None while the official title applies. `prior` is last year's
    report, itself without a prior. `automatic_totals`: totals follow their parts. `reviewed` are
    sentences kept from last year that a person found right, as they are stored. `rounds` are
    the snapshots sent for sign-off, oldest first; they and `prior` are plain content. `media`
    are pictures by their names; a file keeps those that a text shows.
    """

    form: str = "2021"
    unit: Unit = field(default_factory=Unit)
    year: int | None = None
    title: str | None = None
    values: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))
    narrative: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    prior: "Report | None" = None
    automatic_totals: bool = True
    dismissals: tuple[Dismissal, ...] = ()
    reviewed: tuple[str, ...] = ()
    rounds: tuple[Round, ...] = ()
    media: Mapping[str, Picture] = field(default_factory=lambda: MappingProxyType({}))

    def value(self, cell: str) -> Value:
        """Return the value of a cell; blank when nothing was entered."""
        return self.values.get(cell, BLANK)

    def text(self, section: str) -> str:
        """Return the stored text of a section, live figures unrendered."""
        return self.narrative.get(section, "")

    def content(self) -> "Report":
        """Return what the report says, without what the program keeps around it."""
        return Report(
            self.form,
            self.unit,
            self.year,
            self.title,
            self.values,
            self.narrative,
            media=self.media,
        )


def official_title(report: Report, form: Form) -> str:
    """Return the title that the form prescribes; parts not yet known show as full-width blanks."""
    return form.title.format(unit=report.unit.name or "　　", year=report.year or "　　")


def title_of(report: Report, form: Form) -> str:
    """Return the title to print: the report's own, else (none given, or blank) the official one."""
    own = report.title or ""
    return own if own.strip() else official_title(report, form)
