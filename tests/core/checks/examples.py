"""What an example of an item of the catalogue is: a report that fails it, and its neighbour."""

from dataclasses import dataclass

from gicapp.core.checks.catalogue import check
from gicapp.core.finding import Finding, Severity
from gicapp.core.reading import Reading
from gicapp.core.report import Report
from tests.core.checks.reports import FORM

E, W, H = Severity.ERROR, Severity.WARNING, Severity.HINT


@dataclass(frozen=True)
class Case:
    """A report and, where it was read from a file, how."""

    report: Report
    reading: Reading | None = None

    def found(self, rule: str) -> list[Finding]:
        """Return what one rule finds."""
        return [f for f in check(FORM, self.report, self.reading) if f.rule == rule]


@dataclass(frozen=True)
class Example:
    """An item of domain.md §6 with what it must find, and a report in which it finds nothing.

    `says` are words of the message with its figures and its place; the finding names `cells`,
    or marks the words `span`, or stands for its section as a whole.
    """

    item: str
    rule: str
    severity: Severity
    says: str
    failing: Report | Case
    passing: Report | Case
    cells: str = ""  # parted by blanks
    span: str = ""


def case_of(given: Report | Case) -> Case:
    """Return a case; a report alone was read from no file."""
    return given if isinstance(given, Case) else Case(given)
