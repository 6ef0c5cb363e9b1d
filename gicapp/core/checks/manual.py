"""The manual of the rules, written from the catalogue so that it cannot fall behind."""

from typing import Final

from gicapp.core.checks.catalogue import RULES
from gicapp.core.checks.rule import Rule
from gicapp.core.finding import Severity

_SEVERITIES: Final = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.HINT: "提示"}
_HEAD: Final = """# The rules

What `gicapp check` and the window look for, in the order of the catalogue. An error (错误) stands
in the way of publishing; a warning (警告) must be looked at; a hint (提示) is worth a look. A rule
may find things of less than its own severity. Warnings and hints can be accepted with a reason
(情况说明); an error only where the last column says so. An acceptance lapses when one of the
values that it was given for changes.

Written from the catalogue by `python -m tests.core.checks.test_manual`; a test fails when this
page falls behind.

| rule | ids | severity | states | source | reason accepted |
|---|---|---|---|---|---|
"""


def rules_markdown() -> str:
    """Return the page `docs/rules.md`: a table with one line for every rule of the catalogue."""
    return _HEAD + "".join(_line(rule) for rule in RULES)


def _line(rule: Rule) -> str:
    accepted = rule.dismissable or rule.severity is not Severity.ERROR
    cells = (
        f"`{rule.name}`",
        " ".join(rule.ids),
        _SEVERITIES[rule.severity],
        rule.states,
        rule.source,
        "是" if accepted else "否",
    )
    return f"| {' | '.join(cell.replace('|', '｜') for cell in cells)} |\n"
