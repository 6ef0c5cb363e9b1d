"""The 核校单: one page for the file with every rule's result, the reasons given, and signatures."""

import hashlib
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, TypeAlias

from gicapp.core.checks.catalogue import RULES, check
from gicapp.core.checks.rule import Rule
from gicapp.core.dismissal import split
from gicapp.core.finding import Finding, Severity
from gicapp.core.report import Dismissal, Report, title_of
from gicapp.files.package import pack_parts, unpack_parts
from gicapp.files.word.document import official_template
from gicapp.files.word.skeleton import CORE, core_properties
from gicapp.form.declaration import Form
from gicapp.form.values import Value, exact, is_number, show

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell

Accepted: TypeAlias = Sequence[tuple[Finding, Dismissal]]
Rows: TypeAlias = Sequence[Sequence[str]]

_TITLE: Final = "政府信息公开工作年度报告核校单"
_NAMES: Final = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.HINT: "提示"}
_PRIOR: Final = "prior."  # rules of this kind need last year's report
_STYLE: Final = "核校单文字"
_POINTS: Final = 7.5
_PITCH: Final = 9.5  # points from line to line
_MARGIN: Final = 18  # mm on all sides
_WIDTH: Final = 174  # mm between the margins
_RULE_WIDTHS: Final = (18, 56, 13, 18, 56, 13)  # mm: number, rule, result, twice
_SIGNERS: Final = ("填报人", "核对人", "部门负责人", "分管领导")


def build_verification_sheet(report: Report, form: Form, document: bytes) -> bytes:
    """Return the 核校单 of a report as a .docx; `document` is the exported file it vouches for.

    The same report and document give the same bytes. It fills one page unless many findings
    were accepted with long reasons.
    """
    import docx

    standing, accepted = split(check(form, report), report)
    sheet = docx.Document(io.BytesIO(official_template(form.id)))
    _prepare(sheet)
    sheet.add_paragraph(_TITLE, style="报告标题")
    _say(sheet, f"报告：{''.join(title_of(report, form).split())}")
    _say(sheet, f"报告文件指纹（SHA-256）：{hashlib.sha256(document).hexdigest()}")
    _say(sheet, f"核对规则 {len(RULES)} 条：{_counts(standing)}，已作情况说明 {len(accepted)} 处。")
    _add_table(sheet, _rule_rows(report, standing, accepted), _RULE_WIDTHS, left=(1, 4))
    _say(sheet, "与上年比较" if report.prior else "与上年比较：未载入上年报告。")
    if report.prior:
        rows = _prior_rows(report, report.prior, form)
        _add_table(sheet, rows, [_WIDTH / len(rows[0])] * len(rows[0]))
    for finding, dismissal in accepted:
        _say(sheet, f"情况说明：{finding.message}——{dismissal.reason}")
    _say(sheet, "签字")
    _add_table(sheet, [_SIGNERS, ("\n\n　年　月　日",) * len(_SIGNERS)], [_WIDTH / 4] * 4)
    return _packed(sheet)


def _packed(sheet: "Document") -> bytes:
    buffer = io.BytesIO()
    sheet.save(buffer)
    return pack_parts({**unpack_parts(buffer.getvalue()), CORE: core_properties(_TITLE)})


def _prepare(sheet: "Document") -> None:
    """Empty the template, narrow its margins, drop its page numbers, and add the small style."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Mm, Pt

    body = sheet.element.body
    for part in list(body)[:-1]:  # the last is the page set-up
        body.remove(part)
    page = sheet.sections[0]
    page.top_margin = page.bottom_margin = page.left_margin = page.right_margin = Mm(_MARGIN)
    for reference in page._sectPr.xpath("./w:footerReference | ./w:docGrid"):
        page._sectPr.remove(reference)
    small = sheet.styles.add_style(_STYLE, WD_STYLE_TYPE.PARAGRAPH)
    small.base_style = sheet.styles["表格文字"]
    small.font.size = Pt(_POINTS)
    small.paragraph_format.line_spacing = Pt(_PITCH)
    small.paragraph_format.keep_with_next = False
    title = sheet.styles["报告标题"].paragraph_format
    title.space_after = Pt(6)


def _say(sheet: "Document", text: str) -> None:
    from docx.shared import Pt

    paragraph = sheet.add_paragraph(text, style=_STYLE)
    paragraph.paragraph_format.space_before = Pt(3)
    paragraph.paragraph_format.space_after = Pt(2)


def _counts(standing: Sequence[Finding]) -> str:
    found = {s: sum(1 for finding in standing if finding.severity is s) for s in Severity}
    return "，".join(f"{name} {found[severity]} 处" for severity, name in _NAMES.items())


def _rule_rows(report: Report, standing: Sequence[Finding], accepted: Accepted) -> Rows:
    """Return the rules two to a row, down the left half first."""
    cells = [
        (_number(rule), rule.states, _result(rule, report, standing, accepted)) for rule in RULES
    ]
    half = (len(cells) + 1) // 2
    right = [*cells[half:], *[("", "", "")] * (half * 2 - len(cells))]
    head = ("编号", "核对内容", "结果") * 2
    return [head, *((*one, *other) for one, other in zip(cells[:half], right, strict=True))]


def _number(rule: Rule) -> str:
    """Shorten the catalogue numbers of a rule: N-01 等 9 项."""
    first = rule.ids[0]
    return first if len(rule.ids) == 1 else f"{first}等{len(rule.ids)}项"


def _result(rule: Rule, report: Report, standing: Sequence[Finding], accepted: Accepted) -> str:
    """Say what a rule found: the gravest severity with its count, or that it passed."""
    own = [finding for finding in standing if finding.rule == rule.name]
    explained = sum(1 for finding, _ in accepted if finding.rule == rule.name)
    for severity, name in _NAMES.items():
        if any(finding.severity is severity for finding in own):
            return f"{name} {len(own)}"
    if explained:
        return f"已说明 {explained}"
    return "无上年" if rule.name.startswith(_PRIOR) and report.prior is None else "通过"


def _prior_rows(report: Report, prior: Report, form: Form) -> Rows:
    """Return the key figures of both years, a figure a column."""
    keys = _key_cells(form)
    years = (
        (f"{report.year or '本'}年", *(show(report.value(cell)) for cell in keys)),
        (f"{prior.year or '上'}年", *(show(prior.value(cell)) for cell in keys)),
    )
    changes = (_change(report.value(cell), prior.value(cell)) for cell in keys)
    return [("", *(form.cells[cell].name for cell in keys)), *years, ("增减", *changes)]


def _key_cells(form: Form) -> list[str]:
    """Return the figures that speak for a report: stocks, what balances overall, plain totals."""
    balanced = [
        cell
        for balance in form.balances
        if all(form.cells[cell].derived for cell in balance.left)
        for cell in (*balance.left, *balance.right)
    ]
    tables = {form.cells[cell].table for cell in balanced}
    totals = [total.cell for total in form.totals if form.cells[total.cell].table not in tables]
    return [*(stock.stock for stock in form.stocks), *balanced, *totals]


def _change(now: Value, before: Value) -> str:
    if not is_number(now) or not is_number(before):
        return ""
    return f"{exact(now - before):+}" if now != before else "0"


def _add_table(
    sheet: "Document", rows: Rows, widths: Sequence[float], left: Sequence[int] = ()
) -> None:
    """Add a table; the columns in `left` are left-aligned, all others centred."""
    from docx.shared import Mm

    table = sheet.add_table(len(rows), len(widths), style="报告表格")
    table.autofit = False
    cells = table._cells  # table.cell() rebuilds all of them at each call
    for number, text in enumerate(text for row in rows for text in row):
        column = number % len(widths)
        cells[number].width = Mm(widths[column])
        _write(cells[number], text, is_left=column in left and number >= len(widths))
    for number, width in enumerate(widths):
        table.columns[number].width = Mm(width)


def _write(cell: "_Cell", text: str, *, is_left: bool) -> None:
    from docx.enum.table import WD_ALIGN_VERTICAL
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
    paragraph = cell.paragraphs[0]
    paragraph.style = _STYLE
    paragraph.text = text
    if text.startswith(tuple(_NAMES.values())):
        paragraph.runs[0].bold = True  # a result that wants attention
    if not is_left:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
