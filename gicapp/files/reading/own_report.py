"""The program's own report file as a reading: what it holds is known, nothing is recognised."""

from types import MappingProxyType

from gicapp.core.content import Problem
from gicapp.core.reading import HeadingFound, Reading
from gicapp.core.report import Report, title_of
from gicapp.core.text.narrative import media_shown, without_pictures
from gicapp.errors import GicError
from gicapp.files.reading.left_out import pictures_left
from gicapp.files.store import unpack
from gicapp.form.loader import load_form

_PLACE = "报告文件"


def read_report(data: bytes, source: str) -> Reading:
    """Return the reading of a report file; a damaged one gives a problem."""
    try:
        report = unpack(data)
    except GicError as error:
        return Reading(source, "gic", problems=(Problem("file.damaged", "文件", str(error)),))
    return reading_of(report, source)


def reading_of(report: Report, source: str) -> Reading:
    """Return what a report says, every cell of its form included."""
    form = load_form(report.form)
    return Reading(
        source=source,
        format="gic",
        form=report.form,
        unit=report.unit.name,
        year=report.year,
        title=title_of(report, form),
        cells=MappingProxyType({cell: report.value(cell) for cell in form.cells}),
        places=MappingProxyType(dict.fromkeys(form.cells, _PLACE)),
        narrative=MappingProxyType(
            {key: without_pictures(text) for key, text in report.narrative.items()}
        ),
        problems=pictures_left(len(media_shown(report))),
        headings=tuple(HeadingFound(s.number, s.heading) for s in form.sections),
        tables=tuple(table.id for table in form.tables),
    )
