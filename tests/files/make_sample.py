"""Makes the bundled sample anew: `python -m tests.files.make_sample`.

This year is the report published by 广州开发区知识产权局 for 2023, as its text was taken from
the Word file. Last year's spreadsheet is made up here, consistent with it: the carry-over and
the stock of normative documents (2022: 3; 3 + 1 − 2 = 2) agree.
"""

from types import MappingProxyType

from gicapp.core.report import Report, Unit
from gicapp.files.export import export_report
from gicapp.files.sample import DOCUMENT, LAST_YEAR, REPORT, this_year
from gicapp.files.store import pack
from gicapp.files.xlsx import build_workbook
from gicapp.form.loader import load_form
from gicapp.form.values import Value
from gicapp.resources import resource

FORM = load_form()
FIGURES_2022: dict[str, Value] = {
    "disclosure.normative_documents.issued": 1,
    "disclosure.normative_documents.in_force": 3,
    "disclosure.penalties.decisions": 3,
    "disclosure.coercion.decisions": 1,
    "requests.new.natural": 2,
    "requests.new.total": 2,
    "requests.granted.natural": 1,
    "requests.granted.total": 1,
    "requests.unavailable.not_held.natural": 1,
    "requests.unavailable.not_held.total": 1,
    "requests.handled.natural": 2,
    "requests.handled.total": 2,
}


def last_year() -> Report:
    """Return the made-up report of 2022: the figures above, 0 everywhere else."""
    values = {cell: FIGURES_2022.get(cell, 0) for cell in FORM.cells}
    unit = Unit("广州开发区知识产权局")
    return Report(unit=unit, year=2022, values=MappingProxyType(values))


def main() -> None:
    """Write the three files of the sample."""
    resource(LAST_YEAR).write_bytes(build_workbook(last_year(), FORM))
    resource(REPORT).write_bytes(pack(this_year()))
    export_report(this_year(), resource(DOCUMENT))


if __name__ == "__main__":
    main()
