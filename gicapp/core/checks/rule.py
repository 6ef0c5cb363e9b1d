"""What a rule is: a short function with its authority, and the subject that it looks at."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

from gicapp.core.finding import Finding, Severity
from gicapp.core.reading import Reading
from gicapp.core.report import LEAD, Report
from gicapp.core.sums import proved_totals
from gicapp.core.text.claims import Claim, claims_in
from gicapp.core.text.figures import evaluate
from gicapp.core.text.narrative import rendered
from gicapp.core.text.own_years import agreed_year
from gicapp.form.declaration import Form
from gicapp.form.values import Number


@dataclass(frozen=True)
class Subject:
    """What the rules look at: a report on a form and, where it was read from a file, how."""

    form: Form
    report: Report
    reading: Reading | None = None

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """Return the printed text of every section that has some, the lead paragraph first."""
        keys = [LEAD, *(section.key for section in self.form.sections)]
        texts = {key: rendered(self.report, key) for key in keys}
        return MappingProxyType({key: text for key, text in texts.items() if text.strip()})

    @property
    def is_tables_only(self) -> bool:
        """Tell whether the report was read from a source without text: a workbook of figures."""
        return self.reading is not None and not self.texts

    @cached_property
    def _counted(self) -> Report:
        """Return the report as its text is held against it: with the totals its tables prove."""
        proved = proved_totals(self.form, self.report.values)
        if not proved:
            return self.report
        values = MappingProxyType({**self.report.values, **proved})
        return replace(self.report, values=values)

    def number(self, expression: str) -> Number | None:
        """Return what a figure that the text speaks of comes to, None where it has no number."""
        return evaluate(self.form, self._counted, expression)

    def claims(self, text: str) -> tuple[Claim, ...]:
        """Return the claims of a text of the report."""
        return claims_in(text, self.report.unit, self.year)

    @cached_property
    def year(self) -> int | None:
        """Return the year that the text is read for: the report's, unless the text has another.

        Last year's report beside it tells where a text of its year was kept.
        """
        report = self.report
        told = agreed_year(self.texts, report.year)
        kept = report.prior is not None and report.prior.year == told
        return report.year if told is None or kept else told


@dataclass(frozen=True)
class Rule:
    """A rule of the catalogue.

    `name` is the stable rule name of findings, `ids` the catalogue numbers it covers, `states`
    the rule in the authority's words, `source` where they stand (article, notice, practice).
    `dismissable`: real reports break it for good reasons, so a person may give one.
    `reads_text`: of a rule of the tables, that it looks at what the text says as well.
    """

    name: str
    ids: tuple[str, ...]
    severity: Severity
    states: str
    source: str
    find: Callable[[Subject], Iterable[Finding]]
    dismissable: bool = False
    reads_text: bool = False
