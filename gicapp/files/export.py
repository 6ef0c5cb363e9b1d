"""One way to write a report as a document; the file's ending says which."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from gicapp.core.report import Report
from gicapp.errors import GicError
from gicapp.files.atomic import write_atomically
from gicapp.files.html import build_page
from gicapp.form.declaration import Form
from gicapp.form.loader import load_form

PDF: Final = ".pdf"  # painted with Qt, so it is written by gicapp.gui.pages and not from here


def export_report(report: Report, path: Path, template: Path | None = None) -> None:
    """Write a report to `path` in the format of its ending; raise GicError when it cannot be.

    `template` is a unit's own Word template, for .docx alone.
    """
    ending = path.suffix.lower()
    if template is not None and ending != ".docx":
        raise GicError("只有导出 Word（.docx）时可以使用模板。")
    if ending not in EXPORTS:
        endings = "、".join([*EXPORTS, PDF])
        raise GicError(f"不能导出为“{path.name}”：文件名要以 {endings} 结尾。")
    EXPORTS[ending](report, load_form(report.form), path, template)


def _docx(report: Report, form: Form, path: Path, template: Path | None) -> None:
    from gicapp.files.word import export_document  # loads the Word library only when used

    export_document(report, form, path, template)


def _xlsx(report: Report, form: Form, path: Path, _: Path | None) -> None:
    from gicapp.files.xlsx import build_workbook  # loads the Excel library only when used

    write_atomically(path, build_workbook(report, form))


def _html(report: Report, form: Form, path: Path, _: Path | None) -> None:
    write_atomically(path, build_page(report, form))


EXPORTS: Final[Mapping[str, Callable[[Report, Form, Path, Path | None], None]]] = MappingProxyType(
    {".docx": _docx, ".xlsx": _xlsx, ".html": _html}
)
