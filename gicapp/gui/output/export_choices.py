"""What a person chose to export, and how; kept for the next time, dates and numbers excepted."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Final, TypeVar

from PySide6.QtCore import QSettings

from gicapp.core.charts import ChartKind
from gicapp.core.layout import (
    DIGIT_FACES,
    PITCHES,
    STANDARD,
    TABLE_FACES,
    Layout,
    PageNumber,
    TableSize,
)


class Kind(StrEnum):
    """A kind of document."""

    WORD = "word"
    PDF = "pdf"
    WEB = "web"
    WORKBOOK = "workbook"
    SHEET = "sheet"


KIND_NAMES: Final = MappingProxyType(
    {
        Kind.WORD: "Word 文档（送审、发布）",
        Kind.PDF: "PDF（与预览相同的页面）",
        Kind.WEB: "网页 HTML（放到门户网站）",
        Kind.WORKBOOK: "Excel 工作簿（三张表，总计带公式）",
        Kind.SHEET: "核校单（Word，一页，供签字）",
    }
)
_ENDINGS: Final = MappingProxyType(
    {
        Kind.WORD: ".docx",
        Kind.PDF: ".pdf",
        Kind.WEB: ".html",
        Kind.WORKBOOK: ".xlsx",
        Kind.SHEET: "（核校单）.docx",
    }
)
_Kind = TypeVar("_Kind", bound=StrEnum)
_GROUP: Final = "export"


@dataclass(frozen=True)
class ExportChoices:
    """The kinds of document, their layout, and a unit's own Word template.

    `office_pdf`: an installed LibreOffice makes the PDF of the Word document.
    """

    kinds: frozenset[Kind] = frozenset({Kind.WORD})
    layout: Layout = STANDARD
    template: Path | None = None
    office_pdf: bool = False

    def targets(self, folder: Path, name: str) -> dict[Kind, Path]:
        """Return where each chosen kind goes, in the order in which they are offered."""
        return {kind: folder / f"{name}{_ENDINGS[kind]}" for kind in Kind if kind in self.kinds}


def load_choices(settings: QSettings) -> ExportChoices:
    """Return what was chosen last; what cannot be read any more is the standard."""
    settings.beginGroup(_GROUP)
    kinds = _several(Kind, settings.value("kinds", Kind.WORD))
    template = str(settings.value("template", ""))
    layout = replace(
        STANDARD,
        lead=str(settings.value("lead", "yes")) == "yes",
        signature=str(settings.value("signature", "no")) == "yes",
        pitch=Decimal(_one_of(map(str, PITCHES), settings.value("pitch"), str(STANDARD.pitch))),
        page_number=PageNumber(
            _one_of(PageNumber, settings.value("page_number"), STANDARD.page_number)
        ),
        charts=_several(ChartKind, settings.value("charts", "")),
        digit_face=_one_of(DIGIT_FACES, settings.value("digit_face"), STANDARD.digit_face),
        table_face=_one_of(TABLE_FACES, settings.value("table_face"), STANDARD.table_face),
        table_size=TableSize(_one_of(TableSize, settings.value("table_size"), STANDARD.table_size)),
    )
    office_pdf = str(settings.value("office_pdf", "no")) == "yes"
    settings.endGroup()
    return ExportChoices(frozenset(kinds), layout, Path(template) if template else None, office_pdf)


def store_choices(settings: QSettings, choices: ExportChoices) -> None:
    """Keep what was chosen; the date and the number belong to one document only."""
    layout = choices.layout
    settings.beginGroup(_GROUP)
    settings.setValue("kinds", "+".join(kind for kind in Kind if kind in choices.kinds))
    settings.setValue("template", str(choices.template or ""))
    settings.setValue("office_pdf", "yes" if choices.office_pdf else "no")
    settings.setValue("lead", "yes" if layout.lead else "no")
    settings.setValue("signature", "yes" if layout.signature else "no")
    settings.setValue("pitch", str(layout.pitch))
    settings.setValue("charts", "+".join(layout.charts))
    for field in ("page_number", "digit_face", "table_face", "table_size"):
        settings.setValue(field, str(getattr(layout, field)))
    settings.endGroup()


def _several(kinds: type[_Kind], stored: object) -> tuple[_Kind, ...]:
    named = str(stored).split("+")
    return tuple(kind for kind in kinds if kind.value in named)


def _one_of(allowed: Iterable[str], stored: object, standard: str) -> str:
    return next((choice for choice in allowed if choice == str(stored)), standard)
