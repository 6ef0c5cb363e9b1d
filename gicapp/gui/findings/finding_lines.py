"""The lines of the findings panel: what is to fill, causes, findings by section, accepted ones."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, Final

from gicapp.core.change import SetText
from gicapp.core.finding import Finding, Severity
from gicapp.gui.session import Session
from gicapp.gui.tables.table_model import SEVERITY_NAMES

if TYPE_CHECKING:
    from gicapp.core.causes import Cause
    from gicapp.core.report import Dismissal

TO_FILL: Final = "to fill"
CAUSES: Final = "causes"
GUESSES: Final = "guesses"  # causes of what may only not be filled in yet; it begins folded
ACCEPTED: Final = "accepted"  # the group that begins folded


class Link(StrEnum):
    """What can be done about a line with one click; the words that are shown."""

    FIX = "一键修正"
    LIVE = "改为随表格更新的数字"
    EXPLAIN = "说明理由…"
    REWORD = "修改说明"
    RESTORE = "撤回说明"


@dataclass(frozen=True)
class Line:
    """One line of the list: a heading, a finding, or a likely cause.

    `group` is what it stands in. `reason` is set where a person accepted the finding with it,
    `lapsed` where one did for figures that have changed since. A heading tells by `folded`
    whether the lines of its group are hidden.
    """

    text: str
    group: str
    finding: Finding | None = None
    cause: "Cause | None" = None
    reason: str = ""
    lapsed: str = ""
    links: tuple[Link, ...] = ()
    folded: bool = False

    @property
    def is_heading(self) -> bool:
        """Tell whether the line heads those after it."""
        return self.finding is None and self.cause is None

    @property
    def key(self) -> tuple[object, ...]:
        """Return what stays the same while figures and places change: which line this is."""
        if self.finding is not None:
            return self.group, self.finding.rule, self.finding.cells
        return self.group, self.is_heading or self.text

    @property
    def look(self) -> tuple[object, ...]:
        """Return which line this is with what is drawn of it."""
        severity = self.finding.severity if self.finding else None
        return *self.key, self.text, severity, self.reason, self.links, self.folded

    @property
    def spoken(self) -> str:
        """Return what a screen reader says."""
        if self.is_heading:
            return f"{self.text}，{'已折叠' if self.folded else '已展开'}"
        kind = SEVERITY_NAMES[self.finding.severity] if self.finding else "可能的原因"
        links = "、".join(link.value.removesuffix("…") for link in self.links)
        return f"{kind}：{self.text}" + (f"　可以：{links}" if links else "")


def lines_of(
    session: Session, wanted: Collection[Severity], folded: Collection[str]
) -> Iterator[Line]:
    """Yield the lines for the severities that are wanted; those of folded groups are left out."""
    for group, lines in _groups(session, wanted):
        is_folded = group in folded
        if lines:
            yield Line(_heading(session, group, lines), group, folded=is_folded)
        if not is_folded:
            yield from lines


def _groups(session: Session, wanted: Collection[Severity]) -> Iterator[tuple[str, list[Line]]]:
    if Severity.ERROR in wanted:
        left = session.checking.unanswered
        yield TO_FILL, [Line(left.message, TO_FILL, finding=left)] if left else []
        group = GUESSES if left else CAUSES
        yield group, [_cause_line(group, cause) for cause in session.checking.causes]
    shown = (finding for finding in session.findings if finding.severity in wanted)
    for number, findings in groupby(shown, lambda finding: finding.section):
        group = str(number)
        yield group, [_open_line(session, group, finding) for finding in findings]
    yield ACCEPTED, [_accepted_line(*pair) for pair in session.accepted]


def _cause_line(group: str, cause: "Cause") -> Line:
    return Line(cause.why, group, cause=cause, links=(Link.FIX,) if cause.changes else ())


def _open_line(session: Session, group: str, finding: Finding) -> Line:
    from gicapp.core.dismissal import lapsed_reason  # loads the rules, which are there by now

    lapsed = lapsed_reason(finding, session.report)
    note = f"\n原来的说明因数据改变已失效：{lapsed}" if lapsed else ""
    links = _links(finding)
    return Line(f"{finding.message}{note}", group, finding=finding, lapsed=lapsed, links=links)


def _accepted_line(finding: Finding, dismissal: "Dismissal") -> Line:
    text = f"{finding.message}\n说明：{dismissal.reason}"
    links = (Link.REWORD, Link.RESTORE)
    return Line(text, ACCEPTED, finding=finding, reason=dismissal.reason, links=links)


def _links(finding: Finding) -> tuple[Link, ...]:
    from gicapp.core.dismissal import is_dismissable

    links: list[Link] = []
    if finding.fix:
        in_text = all(isinstance(change, SetText) for change in finding.fix)
        links.append(Link.LIVE if in_text else Link.FIX)
    if is_dismissable(finding):
        links.append(Link.EXPLAIN)
    return tuple(links)


def _heading(session: Session, group: str, lines: list[Line]) -> str:
    count = len(lines)
    if group == TO_FILL:
        return "接着填"
    if group == GUESSES:
        return f"如果已经填完，可能的原因（{count}）"
    if group == CAUSES:
        certain = count == 1 or any(line.cause and line.cause.certain for line in lines)
        return "可能的原因" if certain else "可能的原因：不止一种，请对照台账选定"
    if group == ACCEPTED:
        return f"已说明 {count} 条"
    number = int(group)
    name = session.form.section(number).heading if number else "报告信息"
    return f"{name}（{count}）"
