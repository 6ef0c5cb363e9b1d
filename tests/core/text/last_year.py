"""A report of this year beside last year's, whose text stands in section one."""

from types import MappingProxyType
from typing import Final

from gicapp.core.report import Report, Unit
from gicapp.form.loader import load_form

FORM: Final = load_form()
NEW: Final = "requests.new.total"


def report_after(text: str) -> Report:
    """Return the report of 2023 without text, after one of 2022 with 3 applications and a text."""
    narrative = MappingProxyType({"1": text})
    unit = Unit("某局")
    prior = Report(year=2022, unit=unit, values=MappingProxyType({NEW: 3}), narrative=narrative)
    return Report(year=2023, unit=unit, prior=prior, values=MappingProxyType({NEW: 9}))
