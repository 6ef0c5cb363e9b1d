"""Writes the documents that were chosen; what loads Word, Excel or fonts is loaded here."""

from pathlib import Path

from gicapp.core.report import Report
from gicapp.errors import GicError
from gicapp.files.reasons import why_unread, why_unwritten
from gicapp.form.declaration import Form
from gicapp.gui.background import Wanted
from gicapp.gui.output.export_choices import ExportChoices, Kind


def check_template(template: Path, form: Form) -> None:
    """Raise GicError that says what a unit's own template lacks."""
    from gicapp.files.word.plan import plan_of

    plan_of(_read(template), form.id)


def write_documents(
    report: Report,
    form: Form,
    choices: ExportChoices,
    folder: Path,
    name: str,
    is_wanted: Wanted = lambda: True,
) -> list[Path]:
    """Make every chosen document, then write them; return their paths.

    Raise GicError at the first that fails. Nothing is written before all are made, nor once it
    is no longer wanted; each file is whole or left as it was.
    """
    if not choices.kinds:
        raise GicError("没有选中要导出的文件，请至少选一种。")
    made: dict[Path, bytes] = {}
    for kind, path in choices.targets(folder, name).items():
        if is_wanted():
            made[path] = _made(kind, report, form, choices, is_wanted)
    if not is_wanted():
        return []
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise GicError(f"无法建立文件夹“{folder}”：{why_unwritten(error)}。") from error
    from gicapp.files.atomic import write_atomically

    for path, data in made.items():
        if is_wanted():
            write_atomically(path, data)
    return list(made)


def has_office() -> bool:
    """Tell whether LibreOffice is installed."""
    from gicapp.files.office import find_office

    return find_office() is not None


def _made(
    kind: Kind, report: Report, form: Form, choices: ExportChoices, is_wanted: Wanted
) -> bytes:
    """Return one document."""
    own = None if choices.template is None else _read(choices.template)
    if kind is Kind.WEB:
        from gicapp.files.html import build_page

        return build_page(report, form)
    if kind is Kind.WORKBOOK:
        from gicapp.files.xlsx import build_workbook

        return build_workbook(report, form)
    if kind is Kind.PDF and not choices.office_pdf:
        from gicapp.gui.pages.pdf import build_pdf

        return build_pdf(report, form, choices.layout)
    from gicapp.files.word import build_document, proven_document

    if kind is Kind.WORD:
        return proven_document(report, form, choices.layout, own)
    document = build_document(report, form, choices.layout, own)
    if kind is Kind.PDF:
        return _office_pdf(document, is_wanted)
    from gicapp.files.word.sheet import build_verification_sheet

    # with the fingerprint of the Word document: same report, same bytes
    return build_verification_sheet(report, form, document)


def _office_pdf(document: bytes, is_wanted: Wanted) -> bytes:
    """Return the PDF that LibreOffice makes of the Word document; this takes seconds."""
    from gicapp.files.office import find_office, pdf_of_document

    office = find_office()
    if office is None:
        raise GicError("本机没有找到 LibreOffice，请改用本程序自己的 PDF。")
    return pdf_of_document(document, office, is_wanted)


def _read(template: Path) -> bytes:
    try:
        return template.read_bytes()
    except OSError as error:
        raise GicError(f"无法打开模板“{template}”：{why_unread(error)}。") from error
