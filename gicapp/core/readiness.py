"""What is done and what is left until a report can be sent for sign-off (送审)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from gicapp.core.beginning import TO_FILL
from gicapp.core.comparison import compare_versions
from gicapp.core.finding import Finding, Severity
from gicapp.core.report import LEAD, Report
from gicapp.core.revision import with_prior_of
from gicapp.core.text.review import count_unreviewed
from gicapp.core.totals import blank_cells
from gicapp.form.declaration import Form, Section

PRIOR_REPORT: Final = "prior"  # the place where last year's report is chosen
_FEE: Final = "structure.fee"
_PROOF: Final = "核对和校对"
_SINCE: Final = "送审后的改动"


class State(StrEnum):
    """How an item stands; `todo` and `error` stand in the way of sign-off."""

    DONE = "done"
    TODO = "todo"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True)
class Item:
    """One thing to see to; `place` is where it is put right, in the shape of a finding."""

    name: str
    state: State
    text: str
    place: Finding


def readiness(form: Form, report: Report, findings: Sequence[Finding]) -> tuple[Item, ...]:
    """Return the items in the order of the report; `findings` are those not yet accepted."""
    return (
        *_head(report, findings),
        _lead(report, findings),
        *(_section(section, form, report, findings) for section in form.sections),
        _fee(form, findings),
        _proof(form, report, findings),
        *_since_round(form, report),
    )


def count_gaps(report: Report) -> int:
    """Return how many 【请填写…】 are left in the texts."""
    return sum(text.count(TO_FILL) for text in report.narrative.values())


def is_ready(items: Sequence[Item]) -> bool:
    """Tell whether nothing is left to fill and no error stands."""
    return not any(item.state in (State.TODO, State.ERROR) for item in items)


def _head(report: Report, findings: Sequence[Finding]) -> Iterator[Item]:
    unit, year = report.unit.name, report.year
    named = State.DONE if unit else State.TODO
    yield Item("机关名称", named, unit or "还没有填写", _at(0))
    own = [f for f in findings if f.section == 0 and f.span is None]
    text = f"{year} 年" if year else "还没有填写"
    state = _gravest(own) if year else State.TODO
    yield Item("报告年度和标题", state, _said(text, own), own[0] if own and year else _at(0))
    if report.prior is None:
        text = "没有载入，不能作跨年核对（新设立的机关可以没有）"
        yield Item("上年报告", State.WARNING, text, Finding(PRIOR_REPORT, Severity.HINT, 0, ""))
    else:
        when = f"已载入 {report.prior.year} 年" if report.prior.year else "已载入"
        yield Item("上年报告", State.DONE, when, Finding(PRIOR_REPORT, Severity.HINT, 0, ""))


def _lead(report: Report, findings: Sequence[Finding]) -> Item:
    own = [f for f in findings if f.section == 0 and f.span is not None]
    text = report.text(LEAD)
    if not text.strip():
        return Item("导语", State.DONE, "没有写（可以不写）", _at(0))
    return _written("导语", report, own, 0)


def _section(section: Section, form: Form, report: Report, findings: Sequence[Finding]) -> Item:
    own = [f for f in findings if f.section == section.number and f.rule != _FEE]
    if section.table is None:
        return _written(section.heading, report, own, section.number)
    blanks = blank_cells(form, report, section.number)
    if blanks:
        own = [f for f in own if f.rule != "value.blank"]
        text = _said(f"未填 {len(blanks)} 格", own)
        state = State.ERROR if _gravest(own) is State.ERROR else State.TODO
        return Item(section.heading, state, text, _at(section.number, blanks[0]))
    return Item(section.heading, _gravest(own), _said("已填满", own), _first(own, section.number))


def _written(name: str, report: Report, own: Sequence[Finding], section: int) -> Item:
    text = report.text(str(section))
    if not text.strip():
        return Item(name, State.TODO, "还没有写", _at(section))
    gaps = text.count(TO_FILL)
    if gaps:
        return Item(name, State.TODO, f"还有 {gaps} 处【请填写…】", _gap(own, section))
    said, state = _said(f"{len(''.join(text.split()))} 字", own), _gravest(own)
    kept = count_unreviewed(report, str(section))
    if kept:
        said = f"{said}，待复核 {kept} 句"
        state = State.WARNING if state is State.DONE else state
    return Item(name, state, said, _first(own, section))


def _gap(own: Sequence[Finding], section: int) -> Finding:
    """Return the finding on the first gap, so that its words can be selected."""
    gaps = [f for f in own if f.rule == "text.placeholder" and f.span is not None]
    return _first(gaps or own, section)


def _fee(form: Form, findings: Sequence[Finding]) -> Item:
    own = [f for f in findings if f.rule == _FEE]
    said = "已写明，没有收取的也写明了" if not own else own[0].message
    return Item("信息处理费说明", _gravest(own), said, _first(own, form.sections[-1].number))


def _proof(form: Form, report: Report, findings: Sequence[Finding]) -> Item:
    """Tell whether the figures were checked and the text was read: nothing is left unanswered."""
    keys = (LEAD, *(section.key for section in form.sections))
    kept = sum(count_unreviewed(report, key) for key in keys)
    left = [finding for finding in findings if finding.severity is not Severity.HINT]
    if not kept and not left:
        said = "没有待复核的句子，检查结果都已改正或者写明理由"
        return Item(_PROOF, State.DONE, said, _at(0))
    said = "、".join(_counted(left) + ([f"{kept} 句待复核"] if kept else []))
    where = next((int(key) for key in keys if count_unreviewed(report, key)), 0)
    text = f"还有 {said}：逐条改正，属实的写明理由，文字请另一人校对"
    return Item(_PROOF, State.WARNING, text, _first(left, where))


def _since_round(form: Form, report: Report) -> Iterator[Item]:
    """Tell what became of the report since it was last sent; nothing before it was."""
    if not report.rounds:
        return
    last = report.rounds[-1]
    changed = compare_versions(with_prior_of(last.report, report), report, form)
    if not changed:
        yield Item(_SINCE, State.DONE, f"与{last.name}一致", _at(0))
        return
    cells = [difference.cell for difference in changed if difference.cell is not None]
    sentences = sum(difference.sentences for difference in changed)
    titles = sum(1 for difference in changed if not difference.sentences) - len(cells)
    counts = ((len(cells), "格"), (sentences, "句"), (titles, "处标题"))
    said = "、".join(f"{count} {what}" for count, what in counts if count)
    text = f"{last.name}以后改了 {said}。已经公布的，网页和附件都要换成新稿，并注明改动"
    place = _at(int(changed[0].section), *([changed[0].cell] if changed[0].cell else []))
    yield Item(_SINCE, State.WARNING, text, place)


def _gravest(own: Sequence[Finding]) -> State:
    severities = {finding.severity for finding in own}
    if Severity.ERROR in severities:
        return State.ERROR
    return State.WARNING if Severity.WARNING in severities else State.DONE


def _said(text: str, own: Sequence[Finding]) -> str:
    """Return the words on what is there, then how many errors and warnings stand."""
    return "，".join((text, *_counted(own)))


def _counted(own: Sequence[Finding]) -> list[str]:
    """Return the words on how many errors and how many warnings there are."""
    errors = sum(1 for finding in own if finding.severity is Severity.ERROR)
    warnings = sum(1 for finding in own if finding.severity is Severity.WARNING)
    counts = ((errors, "处错误"), (warnings, "条警告"))
    return [f"{count} {what}" for count, what in counts if count]


def _first(own: Sequence[Finding], section: int) -> Finding:
    order = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.HINT: 2}
    return min(own, key=lambda finding: order[finding.severity], default=_at(section))


def _at(section: int, *cells: str) -> Finding:
    return Finding("", Severity.HINT, section, "", cells)
