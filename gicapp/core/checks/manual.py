"""The manual of the rules, written from the catalogue so that it cannot fall behind."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from gicapp.core.checks.catalogue import RULES
from gicapp.core.checks.rule import Rule
from gicapp.core.finding import Severity

_SEVERITIES: Final = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.HINT: "提示"}
# items of the catalogue that no rule of its own finds in a report, with where they are seen to
WITHOUT_RULE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "S-13": "不设规则：第二部分的收费是全部行政事业性收费，有收费而第六部分写“无”并不矛盾。",
        "P-02": "网页和附件一致、改动有说明：送审清单的“送审后的改动”；发布前后用“文件→与文件比较…”"
        "或者 `gicapp diff` 把网页、附件与报告逐格逐句比较。",
        "P-03": "数据经核对、文字经校对：送审清单的“核对和校对”；核校单的签字栏。",
    }
)
_REST: Final = """
## Items without a rule of their own

| id | seen to |
|---|---|
"""
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
    """Return the page `docs/rules.md`: every rule of the catalogue, then what has no rule."""
    rest = "".join(f"| {item} | {where} |\n" for item, where in WITHOUT_RULE.items())
    return _HEAD + "".join(_line(rule) for rule in RULES) + _REST + rest


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
