"""Starting points for the text: last year's words brought to this year, or an outline."""

import re
from decimal import Decimal
from typing import Final

from gicapp.core.change import SetText
from gicapp.core.report import LEAD, Level, Report
from gicapp.core.text.claims import claims_in
from gicapp.core.text.contact import Contact, contact_in, contact_sentences
from gicapp.core.text.figures import evaluate
from gicapp.core.text.narrative import pieces_of, rendered, stored_span, without_pictures
from gicapp.core.text.numbering import NUMERALS
from gicapp.core.text.passages import plain
from gicapp.form.declaration import Form, Section
from gicapp.form.values import Number, show

_YEAR: Final = re.compile(r"(?<!\d)20\d\d(?= ?年)")
_KEPT: Final = re.compile(r"⟦[^⟦⟧\n]*⟧|《[^》\n]*》|〔[^〕\n]*〕")


def text_from_prior(form: Form, report: Report) -> tuple[SetText, ...]:
    """Return the changes that start this year's text from last year's.

    Years move on with the report, and figures that agree with last year's tables become live
    figures, which show this year's numbers; its pictures stay behind. Sections that already have
    text are left alone; there is nothing to start from without a prior report.
    """
    prior = report.prior
    if prior is None:
        return ()
    changes = []
    for section in _keys(form):
        stored = prior.text(section)
        if not stored.strip() or report.text(section).strip():
            continue
        text = with_live_figures(form, prior, section)
        if prior.year is not None and report.year is not None:
            text = _years_moved(text, report.year - prior.year)
        changes.append(SetText(section, without_pictures(text)))
    return tuple(changes)


def _keys(form: Form) -> list[str]:
    return [LEAD, *(section.key for section in form.sections)]


def with_live_figures(form: Form, report: Report, section: str) -> str:
    """Return a stored text with a live figure for every figure that the tables bear out."""
    stored = report.text(section)
    pieces = pieces_of(report, stored)
    shown = rendered(report, section)
    live = [piece.shown for piece in pieces if piece.token is not None]
    for claim in reversed(claims_in(shown, report.unit, report.year)):
        start, end = plain(shown).span(claim.quantity.start, claim.quantity.end)
        number = evaluate(form, report, claim.meant)
        taken = any(first < end and start < last for first, last in live)
        if taken or claim.shared or claim.quantity.about or number != claim.quantity.value:
            continue
        first, last = stored_span(pieces, start, end)
        stored = f"{stored[:first]}⟦{claim.meant}⟧{stored[last:]}"
    return stored


def _years_moved(text: str, shift: int) -> str:
    """Return the text with its years moved on; titles and document numbers keep theirs."""
    parts, place = [], 0
    for kept in _KEPT.finditer(text):
        parts += [_moved(text[place : kept.start()], shift), kept[0]]
        place = kept.end()
    return "".join([*parts, _moved(text[place:], shift)])


def _moved(text: str, shift: int) -> str:
    return _YEAR.sub(lambda match: str(int(match[0]) + shift), text)


def outline(form: Form, report: Report, contact: Contact | None = None) -> tuple[SetText, ...]:
    """Return the changes that lay out an empty report: lead, aspects, problems, fee.

    What a person has to write stands in 【请填写…】, which the checks report until it is gone. The
    lead tells the contact, by default last year's, and no more of it than is known.
    """
    if contact is None:
        contact = contact_of(report.prior)
    drafts = {LEAD: _lead(form, report, contact), "1": _overview(form.section(1), report)}
    drafts |= {"5": _problems(), "6": fee_sentence(report.year)}
    return tuple(
        SetText(section, text) for section, text in drafts.items() if not report.text(section)
    )


def contact_of(report: Report | None) -> Contact:
    """Return what a report's texts say of where it is published and whom to ask."""
    texts = () if report is None else (report.text(key) for key in sorted(report.narrative))
    return contact_in("\n".join(texts))


def _lead(form: Form, report: Report, contact: Contact) -> str:
    year = report.year or "××××"
    return (
        f"根据《中华人民共和国政府信息公开条例》和{form.document}（{form.authority}）的要求，"
        f"编制本报告。本报告所列数据的统计期限为{year}年1月1日至12月31日。"
        f"{contact_sentences(contact)}"
    )


def _overview(section: Section, report: Report) -> str:
    lines = [
        f"{report.year or '××××'}年，本机关认真贯彻落实《中华人民共和国政府信息公开条例》，"
        "【请填写总体情况】。"
    ]
    for number, aspect in enumerate(section.aspects):
        lines.append(f"（{NUMERALS[number]}）{aspect.name}")
        lines.append(_ASPECTS.get(aspect.name, f"【请填写{aspect.name}情况】。"))
    if report.unit.level in (Level.GOVERNMENT, Level.TOWNSHIP):
        lines.append("【请填写工作考核、社会评议和责任追究结果情况，没有的也写明】。")
    return "\n".join(lines)


_ASPECTS: Final = {
    "主动公开": "全年制发行政规范性文件⟦disclosure.normative_documents.issued⟧件，"
    "现行有效⟦disclosure.normative_documents.in_force⟧件。【请填写主动公开情况】。",
    "依申请公开": "全年收到政府信息公开申请⟦requests.new.total⟧件，"
    "上年结转⟦requests.carried_in.total⟧件；办结⟦requests.handled.total⟧件，"
    "结转下年度⟦requests.carried_out.total⟧件。",
}


def _problems() -> str:
    return (
        "存在的主要问题：一是【请填写问题】；二是【请填写问题】。\n"
        "下一步改进措施：一是【请填写对应的措施】；二是【请填写对应的措施】。"
    )


def fee_sentence(
    year: int | None, notices: int = 0, charged: Number = 0, received: Number = 0
) -> str:
    """Return the statement of section six on the fee; amounts in 元, none charged by default."""
    when = f"{year}年度" if year else "本年度"
    if not (notices or charged or received):
        return f"{when}未收取信息处理费。"
    return (
        f"{when}发出信息处理费收费通知{notices}件，通知收费金额{_money(charged)}元，"
        f"实际收取{_money(received)}元。"
    )


def _money(amount: Number) -> str:
    whole = Decimal(amount)
    return show(int(whole)) if whole == int(whole) else show(whole)
