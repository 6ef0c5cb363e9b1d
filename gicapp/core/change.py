"""The one door for edits: a change is a value, and applying it returns its inverse."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal, TypeAlias, TypeVar

from gicapp.core.report import Dismissal, Report, Round, Unit
from gicapp.core.text.picture import Picture
from gicapp.form.values import BLANK, Value

_Item = TypeVar("_Item")
Field: TypeAlias = Literal[
    "unit",
    "year",
    "title",
    "prior",
    "automatic_totals",
    "dismissals",
    "reviewed",
    "rounds",
    "media",
]


@dataclass(frozen=True)
class SetValue:
    """Put a value into a cell; blank clears it."""

    cell: str
    value: Value


@dataclass(frozen=True)
class SetText:
    """Replace the text of a section."""

    section: str
    text: str


@dataclass(frozen=True)
class SetField:
    """Replace one of the report's other fields, whole."""

    field: Field
    value: (
        Unit
        | int
        | str
        | bool
        | Report
        | tuple[Dismissal, ...]
        | tuple[str, ...]
        | tuple[Round, ...]
        | Mapping[str, Picture]
        | None
    )


Change: TypeAlias = SetValue | SetText | SetField


def apply(report: Report, changes: Iterable[Change]) -> tuple[Report, tuple[Change, ...]]:
    """Apply changes in order; return the new report and the changes that undo them."""
    inverses: list[Change] = []
    for change in changes:
        report, inverse = _apply_one(report, change)
        inverses.append(inverse)
    return report, tuple(reversed(inverses))


def _apply_one(report: Report, change: Change) -> tuple[Report, Change]:
    match change:
        case SetValue(cell, value):
            inverse: Change = SetValue(cell, report.value(cell))
            return replace(report, values=_with(report.values, cell, value, BLANK)), inverse
        case SetText(section, text):
            inverse = SetText(section, report.text(section))
            return replace(report, narrative=_with(report.narrative, section, text, "")), inverse
        case SetField(field, value):
            now = getattr(report, field)
            # the field's name decides the type of its value, which replace() cannot be told
            return replace(report, **{field: value}), SetField(field, now)  # type: ignore[arg-type]


def _with(items: Mapping[str, _Item], key: str, item: _Item, nothing: _Item) -> Mapping[str, _Item]:
    """Return the mapping with one item replaced; `nothing` is stored by leaving the key out."""
    if item == nothing:
        return MappingProxyType({k: v for k, v in items.items() if k != key})
    return MappingProxyType({**items, key: item})
