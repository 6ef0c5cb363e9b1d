"""A report as JSON and back: the contents of `report.json`, and its migrations."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Final

from gicapp.core.deadline import is_day
from gicapp.core.report import Dismissal, Level, Report, Round, Unit
from gicapp.errors import GicError
from gicapp.form.declaration import Form
from gicapp.form.loader import load_form
from gicapp.form.values import BLANK, NOT_APPLICABLE, Value
from gicapp.resources import resource

Raw = dict[str, Any]  # a JSON object, as the parser types it

VERSION: Final = 2


def _with_review_and_deadline(raw: Raw) -> Raw:
    """Add what version 2 knows: sentences found right, and the day that local rules set."""
    rounds = [{**sent, "report": _with_deadline(sent["report"])} for sent in raw.get("rounds", ())]
    prior = raw.get("prior")
    return {
        **_with_deadline(raw),
        "version": 2,
        "prior": None if prior is None else _with_deadline(prior),
        "reviewed": [],
        "rounds": rounds,
    }


def _with_deadline(raw: Raw) -> Raw:
    return {**raw, "unit": {**raw["unit"], "deadline": None}}


# One step a version: MIGRATIONS[n] turns the JSON of version n into that of version n + 1.
MIGRATIONS: Final[Mapping[int, Callable[[Raw], Raw]]] = MappingProxyType(
    {1: _with_review_and_deadline}
)


def migrate(raw: Raw) -> Raw:
    """Bring the JSON of an older version up to the present one; raise GicError for rubbish."""
    try:
        for version in range(raw["version"], VERSION):
            raw = MIGRATIONS[version](raw)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise GicError("文件内容不完整，或者已损坏。") from error
    return raw


def to_json(report: Report) -> Raw:
    """Return a report as JSON data; amounts stay Decimal, “/” is written as such."""
    return {
        "version": VERSION,
        **_head(report),
        "prior": None if report.prior is None else _head(report.prior),
        "automatic_totals": report.automatic_totals,
        "dismissals": [asdict(dismissal) for dismissal in report.dismissals],
        "reviewed": list(report.reviewed),
        "rounds": [
            {"name": sent.name, "date": sent.date, "report": _head(sent.report)}
            for sent in report.rounds
        ],
    }


def json_value(value: Value) -> int | Decimal | str | None:
    """Return a cell's value as JSON has it: a number, null, or "/"."""
    return "/" if value is NOT_APPLICABLE else value


def _head(report: Report) -> Raw:
    return {
        "form": report.form,
        "unit": asdict(report.unit),
        "year": report.year,
        "title": report.title,
        "values": {cell: json_value(value) for cell, value in report.values.items()},
        "narrative": dict(report.narrative),
    }


def from_json(raw: Raw) -> Report:
    """Return the report in JSON data of the present version; raise GicError when it is damaged."""
    try:
        return _report(raw)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise GicError("文件内容不完整，或者已损坏。") from error


def _report(raw: Raw) -> Report:
    prior = raw.get("prior")
    form = _form(raw["form"])
    return Report(
        form=form.id,
        unit=_unit(raw["unit"]),
        year=_expect(raw["year"], int, None),
        title=_expect(raw["title"], str, None),
        values=_values(raw["values"], form),
        narrative=_narrative(raw["narrative"]),
        prior=None if prior is None else _report(prior),
        automatic_totals=_expect(raw.get("automatic_totals", True), bool),
        dismissals=tuple(_dismissal(item) for item in raw.get("dismissals", ())),
        reviewed=tuple(_expect(item, str) for item in raw.get("reviewed", ())),
        rounds=tuple(_round(item) for item in raw.get("rounds", ())),
    )


def _form(name: object) -> Form:
    if (
        not isinstance(name, str)
        or not name.isdigit()
        or not resource(f"forms/{name}.toml").exists()
    ):
        raise GicError(f"程序不认识文件所用的格式“{name}”，请升级本程序再打开。")
    return load_form(name)


def _expect(value: Any, *kinds: type | None) -> Any:  # noqa: ANN401  # JSON is untyped until here
    """Return the value if it is of one of the kinds; None stands for null, a bool is no int."""
    for kind in kinds:
        if (kind is None and value is None) or (kind is not None and type(value) is kind):
            return value
    raise TypeError(type(value).__name__)


def _unit(raw: Raw) -> Unit:
    return Unit(
        name=_expect(raw["name"], str),
        level=Level(raw["level"]),
        rule_making=_expect(raw["rule_making"], bool),
        enforcement=_expect(raw["enforcement"], bool),
        deadline=_deadline(raw["deadline"]),
    )


def _deadline(raw: object) -> tuple[int, int] | None:
    if raw is None:
        return None
    month, day = (_expect(part, int) for part in _expect(raw, list))
    if not is_day(month, day):
        raise ValueError(raw)
    return month, day


def _values(raw: Raw, form: Form) -> Mapping[str, Value]:
    strange = [cell for cell in raw if cell not in form.cells]
    if strange:
        raise GicError(f"文件中有程序不认识的单元格“{strange[0]}”，请升级本程序再打开。")
    values = {cell: _value(value) for cell, value in raw.items()}
    return MappingProxyType({cell: value for cell, value in values.items() if value is not BLANK})


def _value(raw: object) -> Value:
    if raw == "/":
        return NOT_APPLICABLE
    value = _expect(raw, int, Decimal, None)
    if isinstance(value, Decimal) and not value.is_finite():
        raise ValueError(value)
    return value  # type: ignore[no-any-return]  # _expect has checked it


def _narrative(raw: Raw) -> Mapping[str, str]:
    return MappingProxyType({str(key): _expect(text, str) for key, text in raw.items() if text})


def _dismissal(raw: Raw) -> Dismissal:
    return Dismissal(
        rule=_expect(raw["rule"], str),
        cells=tuple(_expect(cell, str) for cell in raw["cells"]),
        values=tuple(_expect(value, str) for value in raw["values"]),
        reason=_expect(raw["reason"], str),
    )


def _round(raw: Raw) -> Round:
    return Round(_expect(raw["name"], str), _expect(raw["date"], str), _report(raw["report"]))
