"""How a new report begins: unit, year, last year's report, what it carries over, first words."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from gicapp.core.change import Change, SetField, SetText, SetValue, apply
from gicapp.core.intake import carried_changes, intake_changes
from gicapp.core.reading import Reading
from gicapp.core.report import LEAD, Report, Unit, official_title
from gicapp.core.text.contact import Contact, contact_in
from gicapp.core.text.drafting import outline, text_from_prior
from gicapp.form.declaration import Form
from gicapp.form.values import show

TO_FILL: Final = "【请填写"


class Start(StrEnum):
    """What the text of a new report starts from."""

    PRIOR = "prior"
    OUTLINE = "outline"
    NOTHING = "nothing"


START_NAMES: Final = MappingProxyType(
    {
        Start.PRIOR: "沿用上年文字（年份改为本年，与表格一致的数字随表格更新）",
        Start.OUTLINE: "提纲（该写的内容以【请填写…】标出）",
        Start.NOTHING: "不预填文字",
    }
)


@dataclass(frozen=True)
class Beginning:
    """What a person says of a new report; `reading` is last year's report, where there is one.

    `contact` goes into the lead where that is not last year's, None for last year's contact.
    """

    unit: Unit
    year: int | None
    reading: Reading | None
    start: Start
    contact: Contact | None = None

    @property
    def keeps_lead(self) -> bool:
        """Tell whether the lead will be last year's."""
        lead = "" if self.reading is None else self.reading.narrative.get(LEAD, "")
        return self.start is Start.PRIOR and bool(lead.strip())


@dataclass(frozen=True)
class Taken:
    """One thing that is filled in for the user: what it is called, and what it becomes."""

    name: str
    text: str


def beginning_changes(form: Form, report: Report, beginning: Beginning) -> tuple[Change, ...]:
    """Return the changes that begin a report: one step of undo, nothing overwritten but its head.

    Last year's text has its gaps filled from the outline.
    """
    changes: list[Change] = [SetField("unit", beginning.unit), SetField("year", beginning.year)]
    if beginning.reading is not None:
        changes += intake_changes(beginning.reading, report, form, "prior")
    after, _ = apply(report, changes)
    changes += carried_changes(after, form)
    if beginning.start is Start.PRIOR:
        changes += text_from_prior(form, after)
    after, _ = apply(report, changes)
    if beginning.start is not Start.NOTHING:
        changes += outline(form, after, beginning.contact)
    return tuple(changes)


def taken_over(form: Form, report: Report, beginning: Beginning) -> tuple[Taken, ...]:
    """Return what `beginning_changes` fills in, in words, for the user to see beforehand."""
    changes = beginning_changes(form, report, beginning)
    after, _ = apply(report, changes)
    taken = [
        Taken("报告标题", " ".join(official_title(after, form).split())),
        Taken("统计期限", _period(beginning.year)),
    ]
    if beginning.reading is not None:
        taken += [Taken("上年报告", _prior(after)), Taken("上年结转", _carried(form, changes))]
    return (*taken, *_texts(form, after, changes))


def _period(year: int | None) -> str:
    return f"{year}年1月1日至12月31日" if year else "填写年度后确定"


def _prior(report: Report) -> str:
    prior = report.prior or Report()
    year = f"{prior.year}年，" if prior.year else ""
    return f"{year}{len(prior.values)} 格数字、{len(prior.narrative)} 段文字，用于核对和对比"


def _carried(form: Form, changes: tuple[Change, ...]) -> str:
    cells = [change for change in changes if isinstance(change, SetValue)]
    if not cells:
        return "上年报告里没有读到“结转下年度继续办理”，请自己填写"
    named = [
        f"{form.cells[change.cell].column.name} {show(change.value)}"
        for change in cells
        if change.value != 0
    ]
    return "、".join(named) if named else f"{len(cells)} 格，都是 0"


def _texts(form: Form, after: Report, changes: tuple[Change, ...]) -> Iterator[Taken]:
    prior = after.prior or Report()
    for change in changes:
        if not isinstance(change, SetText):
            continue
        name = "导语" if change.section == LEAD else form.section(int(change.section)).heading
        gaps = change.text.count(TO_FILL)
        left = f"，{gaps} 处待填写" if gaps else ""
        source = "提纲" if not prior.text(change.section).strip() or gaps else "沿用上年文字"
        told = _told(change.text, source) if change.section == LEAD else ""
        yield Taken(name, f"{source}{left}{told}")


def _told(lead: str, source: str) -> str:
    """Return what a lead tells of where the report is and whom to ask, for a person to look at."""
    told = "，".join(f"{name} {said}" for name, said in contact_in(lead).named())
    if source == "提纲":
        return (
            f"，写明依据、期限，{told}" if told else "，写明依据和期限；网站和联系方式没有填，不写"
        )
    return f"，请核对：{told}" if told else ""
