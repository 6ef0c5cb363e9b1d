"""One way to open anything that holds a report: a report file, or any readable source."""

from dataclasses import dataclass
from pathlib import Path

from gicapp.core.intake import report_of
from gicapp.core.reading import Reading
from gicapp.core.report import Report
from gicapp.files.reading import read_source
from gicapp.files.store import is_report_file, load_report


@dataclass(frozen=True)
class Opened:
    """A report with where it came from; `reading` is None for a report file."""

    source: Path
    report: Report
    reading: Reading | None = None

    @property
    def format(self) -> str:
        """Return the kind of file: `gic`, `xlsx`, `docx` and so on."""
        return "gic" if self.reading is None else self.reading.format


def open_any(path: Path, year: int | None = None, unit: str | None = None) -> Opened:
    """Open a report file or read a source as a new report.

    Raise GicError when a report file is damaged; a source that holds nothing gives a reading
    that is empty and says why. `year` and `unit` choose where a source holds several.
    """
    if is_report_file(path):
        return Opened(path, load_report(path))
    reading = read_source(path, year=year, unit=unit)
    return Opened(path, report_of(reading), reading)
