"""What a check says: frozen values that name their cells and what to do about them."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from gicapp.core.change import Change


class Severity(StrEnum):
    """How grave a finding is; only an error stands in the way of publishing."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True)
class Finding:
    """One thing that a check found.

    `section` is the number of the section it is shown under (0: the lead paragraph or the
    report as a whole). `span` is the place in that section's rendered text as (start, end)
    characters. `message` is a complete Chinese sentence that says what to do. `fix` holds the
    changes that mend it, where the check is certain of them.
    """

    rule: str
    severity: Severity
    section: int
    message: str
    cells: tuple[str, ...] = ()
    span: tuple[int, int] | None = None
    expected: str | None = None
    actual: str | None = None
    fix: tuple[Change, ...] = ()

    def meets(self, others: Iterable["Finding"]) -> bool:
        """Tell whether others of its section mark some of the same words."""
        own = self.span
        return own is not None and any(
            other.span[0] < own[1] and own[0] < other.span[1]
            for other in others
            if other.span is not None and other.section == self.section
        )
