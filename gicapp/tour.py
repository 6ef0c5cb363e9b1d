"""The main job without a screen, on the sample: read, build, check, export, and take pictures."""

import sys
from collections.abc import Sequence
from pathlib import Path

from gicapp.core.checks.catalogue import check
from gicapp.core.finding import Severity
from gicapp.core.report import Report
from gicapp.errors import GicError
from gicapp.files.export import export_report
from gicapp.files.sample import this_year, write_sample
from gicapp.files.store import save_report
from gicapp.form.loader import load_form


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
    report = this_year()
    prior = report.prior or Report()
    print(f"已读入上年数据：{prior.unit.name} {prior.year} 年，{len(prior.values)} 格")
    print(f"已建立本年报告：{report.unit.name} {report.year} 年，{len(report.values)} 格")
    return report


def _say_findings(report: Report) -> None:
    findings = check(load_form(report.form), report)
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    print(f"检查完成：{len(findings)} 条，其中错误 {len(errors)} 条")
    for finding in errors:
        print(f"  {finding.message}")


def _take_pictures(report: Report, folder: Path) -> None:
    from gicapp.gui.pictures import section_pictures  # Qt, only where pictures are wanted
    from gicapp.gui.screen import draw_without_screen

    draw_without_screen()
    for path in section_pictures(report, None, folder):
        print(f"已截图：{path}")
