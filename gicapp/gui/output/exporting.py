"""Writes the documents that were chosen; what loads Word, Excel or fonts is loaded here."""

from pathlib import Path

from gicapp.core.report import Report
from gicapp.errors import GicError
from gicapp.form.declaration import Form
from gicapp.gui.output.export_choices import ExportChoices, Kind


def check_template(template: Path, form: Form) -> None:
    """Raise GicError that says what a unit's own template lacks."""
    from gicapp.files.word.plan import plan_of

    plan_of(_read(template), form.id)


def write_documents(
    report: Report, form: Form, choices: ExportChoices, folder: Path, name: str
) -> list[Path]:
    """Write every chosen document; return their paths. Raise GicError at the first that fails.

    Each file is whole or left as it was; those before the one that failed stay. A PDF that
    LibreOffice makes takes seconds and is left to `office_pdf`.
    """
    if not choices.kinds:
        raise GicError("没有选中要导出的文件，请至少选一种。")
    targets = choices.targets(folder, name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise GicError(f"无法建立文件夹“{folder}”：{error.strerror}。") from error
    for kind, path in targets.items():
        if kind is Kind.PDF and choices.office_pdf:
            continue
        _write(kind, report, form, path, choices)
    return list(targets.values())


def has_office() -> bool:
    """Tell whether LibreOffice is installed."""
    from gicapp.files.office import find_office

    return find_office() is not None


def office_pdf(report: Report, form: Form, choices: ExportChoices) -> bytes:
    """Return the PDF that LibreOffice makes of the Word document; this takes seconds."""
    from gicapp.files.office import find_office, pdf_of_document

    office = find_office()
    if office is None:
        raise GicError("本机没有找到 LibreOffice，请改用本程序自己的 PDF。")
    return pdf_of_document(_document(report, form, choices), office)


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file that was made elsewhere; an earlier one stays where that fails."""
    from gicapp.files.atomic import write_atomically

    write_atomically(path, data)


def _document(report: Report, form: Form, choices: ExportChoices) -> bytes:
    from gicapp.files.word import build_document

    own = None if choices.template is None else _read(choices.template)
    return build_document(report, form, choices.layout, own)


def _write(kind: Kind, report: Report, form: Form, path: Path, choices: ExportChoices) -> None:
    if kind is Kind.WORD:
        from gicapp.files.word import export_document

        export_document(report, form, path, choices.template, choices.layout)
    elif kind is Kind.PDF:
        from gicapp.gui.pages.pdf import export_pdf

        export_pdf(report, form, path, choices.layout)
    elif kind is Kind.SHEET:
        _write_sheet(report, form, path, choices)
    else:
        from gicapp.files.export import export_report

        export_report(report, path)


def _write_sheet(report: Report, form: Form, path: Path, choices: ExportChoices) -> None:
    """Write the 核校单 with the fingerprint of the Word document: same report, same bytes."""
    from gicapp.files.atomic import write_atomically
    from gicapp.files.word.sheet import build_verification_sheet

    document = _document(report, form, choices)
    write_atomically(path, build_verification_sheet(report, form, document))


def _read(template: Path) -> bytes:
    try:
        return template.read_bytes()
    except OSError as error:
        raise GicError(f"无法打开模板“{template}”：{error.strerror}。") from error
