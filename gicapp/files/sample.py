"""The bundled sample: a real published report of 2023, and a made-up spreadsheet of 2022."""

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Final

from gicapp.core.report import Report
from gicapp.errors import GicError
from gicapp.files.atomic import write_atomically
from gicapp.files.opening import open_any
from gicapp.files.reasons import why_unwritten
from gicapp.resources import resource

REPORT: Final = "sample/sample.gic"
DOCUMENT: Final = "sample/sample.docx"
LAST_YEAR: Final = "sample/last-year.xlsx"
PUBLISHED: Final = "sample/published.txt"

_NAMES: Final = MappingProxyType(
    {
        REPORT: "样例报告.gic",
        DOCUMENT: "样例报告.docx",
        LAST_YEAR: "样例上年数据.xlsx",
    }
)


def this_year() -> Report:
    """Build the sample's report from its published text, with last year's spreadsheet loaded."""
    report = open_any(resource(PUBLISHED)).report
    prior = open_any(resource(LAST_YEAR)).report
    return replace(report, prior=prior.content(), automatic_totals=False)


def write_sample(folder: Path) -> list[Path]:
    """Write the sample's files into a folder, made where it is missing; return their paths."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise GicError(f"无法建立文件夹“{folder}”：{why_unwritten(error)}。") from error
    return [_copy(source, folder / name) for source, name in _NAMES.items()]


def _copy(source: str, target: Path) -> Path:
    write_atomically(target, resource(source).read_bytes())
    return target
