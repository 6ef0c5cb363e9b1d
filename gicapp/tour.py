"""The main job without a screen, on the sample: read, build, check, export, and take pictures."""

import sys
from collections.abc import Sequence
from pathlib import Path

from gicapp.core.change import SetField, apply
from gicapp.core.checks.catalogue import check
from gicapp.core.finding import Severity
from gicapp.core.report import Report
from gicapp.errors import GicError
from gicapp.files.export import export_report
from gicapp.files.opening import open_any
from gicapp.files.sample import LAST_YEAR, PUBLISHED, write_sample
from gicapp.files.store import save_report
from gicapp.form.loader import load_form
from gicapp.resources import resource


def run(arguments: Sequence[str]) -> int:
    """Do the main job into the folder named first (`out` otherwise); return the exit code."""
    folder = Path(arguments[0] if arguments else "out")
    try:
        _run(folder)
    except GicError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _run(folder: Path) -> None:
    write_sample(folder)
    report = _build()
    _say_findings(report)
    save_report(folder / "本年报告.gic", report)
    export_report(report, folder / "本年报告.docx")
    print(f"已导出 Word：{folder / '本年报告.docx'}")
    _take_pictures(report, folder)


def _build() -> Report:
    """Read last year's spreadsheet and this year's published text into one report."""
    last_year = open_any(resource(LAST_YEAR)).report
    print(f"已读入上年数据：{last_year.unit.name} {last_year.year} 年，{len(last_year.values)} 格")
    this_year = open_any(resource(PUBLISHED)).report
    print(f"已建立本年报告：{this_year.unit.name} {this_year.year} 年，{len(this_year.values)} 格")
    return apply(this_year, [SetField("prior", last_year)])[0]


def _say_findings(report: Report) -> None:
    findings = check(load_form(report.form), report)
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    print(f"检查完成：{len(findings)} 条，其中错误 {len(errors)} 条")
    for finding in errors:
        print(f"  {finding.message}")


def _take_pictures(report: Report, folder: Path) -> None:
    from gicapp.gui.pictures import section_pictures  # Qt, only where pictures are wanted

    for path in section_pictures(report, None, folder):
        print(f"已截图：{path}")
