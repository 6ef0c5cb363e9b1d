"""The command line: the second front end, which does the whole job without a screen."""

import argparse
import io
import logging
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, NoReturn

import simplejson

from gicapp import __version__
from gicapp.core.causes import find_causes, find_unanswered
from gicapp.core.checks.catalogue import check
from gicapp.core.comparison import compare
from gicapp.core.content import Problem
from gicapp.core.dismissal import split
from gicapp.core.finding import Finding, Severity
from gicapp.core.intake import report_of
from gicapp.core.layout import written_date
from gicapp.core.readiness import count_gaps
from gicapp.core.reading import Reading
from gicapp.core.recognition.label_text import folded
from gicapp.core.report import Report
from gicapp.errors import GicError
from gicapp.files.exchange import Raw, check_json, diff_json, reading_json, unchecked_json
from gicapp.files.export import PDF, export_report
from gicapp.files.opening import Opened, open_any
from gicapp.files.reading import read_source
from gicapp.files.reasons import why_unwritten
from gicapp.files.sample import write_sample
from gicapp.files.stamp import is_there
from gicapp.files.store import save_report
from gicapp.form.loader import load_form

FINE: Final = 0
FINDINGS: Final = 1
FAILED: Final = 2

_REPORT: Final = ".gic"
_LABELS: Final = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.HINT: "提示"}
_log = logging.getLogger(__name__)


def takes(arguments: Sequence[str]) -> bool:
    """Tell whether the arguments are for the command line: the window takes one file at most."""
    first, *more = arguments or [""]
    return bool(more) or first in _VERBS or first.startswith("-")


def run(arguments: Sequence[str]) -> int:
    """Run one command; return its exit code: 0 fine, 1 findings, 2 failed or wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    logging.getLogger("gicapp").addHandler(logging.NullHandler())  # no trace reaches a user
    try:
        options = _parser().parse_args(arguments)
        code: int = _VERBS[options.verb](options)
        print(end="", flush=True)  # a window program has no output at all
    except GicError as error:
        return _fail(str(error))
    except BrokenPipeError:
        return _without_output()
    except OSError as error:
        _without_output()
        return _fail(f"无法输出结果：{why_unwritten(error)}。")
    return code


def _without_output() -> int:
    """Give up the output, which else would be tried again, and be cried over, at the end."""
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
    return FAILED


def _fail(message: str) -> int:
    print(message, file=sys.stderr)
    return FAILED


def _import(options: argparse.Namespace) -> int:
    sources = _fitting(options.sources)
    if options.output and len(sources) > 1:
        return _fail("用 -o 保存时只能给一个来源。")
    if options.output and Path(options.output).suffix.lower() != _REPORT:
        return _fail(f"不能保存为“{options.output}”：报告文件的文件名要以 {_REPORT} 结尾。")
    codes = [_import_one(source, options) for source in sources]
    return max(codes)


def _fitting(sources: Sequence[str]) -> list[Path]:
    """Return the files that are meant: a shell of Windows leaves *.docx to the program."""
    return [file for source in sources for file in _fitting_one(Path(source)) or [Path(source)]]


def _fitting_one(path: Path) -> list[Path]:
    if not {"*", "?"} & set(path.name) or is_there(path):
        return []
    return sorted(path.parent.glob(path.name.replace("[", "[[]")))


def _import_one(source: Path, options: argparse.Namespace) -> int:
    reading = _read(source, options)
    if reading.is_empty:
        return _refuse(reading, reading_json(reading) if options.json else None)
    if options.json:
        _print_json(reading_json(reading))
    else:
        _print_receipt(reading)
    if options.output:
        save_report(Path(options.output), report_of(reading))
    return FINE


def _read(source: Path, options: argparse.Namespace) -> Reading:
    """Read one source; whatever goes wrong with it stays with it."""
    try:
        return read_source(source, year=options.year, unit=options.unit)
    except GicError as error:
        return _unread(source, str(error))
    except Exception:  # noqa: BLE001  # one bad source never stops the others
        _log.exception("reading %s", source)
        return _unread(source, f"读取“{source}”时程序出错，没有读入任何数据，请把文件发给开发者。")


def _unread(source: Path, message: str) -> Reading:
    return Reading(source=str(source), problems=(Problem("file.unreadable", str(source), message),))


def _print_receipt(reading: Reading) -> None:
    form = load_form()
    print(f"来源：{reading.source}（{reading.format or '未能识别'}）")
    dated = f"　落款日期：{written_date(reading.dated)}" if reading.dated else ""
    print(f"单位：{reading.unit or '未读到'}　年度：{reading.year or '未读到'}{dated}")
    for table in form.tables:
        read_cells = sum(1 for cell in table.cells if cell.id in reading.cells)
        print(f"{table.name}：读到 {read_cells}/{len(table.cells)} 格")
    texts = [f"{key}（{len(text)} 字）" for key, text in sorted(reading.narrative.items())]
    print(f"正文：{'、'.join(texts) or '未读到'}")
    for problem in reading.problems:
        print(f"  [{problem.where}] {problem.message}" if problem.where else f"  {problem.message}")


def _check(options: argparse.Namespace) -> int:
    prior = _prior(Path(options.prior)) if options.prior else None
    codes = []
    for source in _fitting(options.sources):
        reading, opened = _open(source, options)
        if opened is None:
            codes.append(_refuse(reading, unchecked_json(reading) if options.json else None))
            continue
        _tell(reading)
        if prior is not None:
            _doubt_prior(opened, prior)
            opened = replace(opened, report=replace(opened.report, prior=prior))
        codes.append(_check_one(opened, options))
    return max(codes)


def _prior(source: Path) -> Report:
    """Return last year's report; without it nothing of what was asked for can be checked."""
    opened = open_any(source)
    if opened.reading is not None and opened.reading.is_empty:
        why = "".join(problem.message for problem in opened.reading.problems)
        raise GicError(f"没有读到上年报告，没有核对。{source}：{why}")
    if opened.reading is not None:
        _tell(opened.reading)
    return replace(opened.report, prior=None)


def _doubt_prior(opened: Opened, prior: Report) -> None:
    """Say that what was given as last year's report is of another year or unit."""
    report = opened.report
    if report.year and prior.year and prior.year != report.year - 1:
        said = f"上年报告应为 {report.year - 1} 年，给出的是 {prior.year} 年，请核对。"
        print(f"{opened.source}：{said}", file=sys.stderr)
    names = report.unit.name, prior.unit.name
    if all(names) and folded(names[0]) != folded(names[1]):
        said = f"本年报告是“{names[0]}”的，上年报告是“{names[1]}”的，请核对。"
        print(f"{opened.source}：{said}", file=sys.stderr)


def _open(source: Path, options: argparse.Namespace) -> tuple[Reading, Opened | None]:
    """Open a report or any readable source; without a report the reading says why."""
    try:
        opened = open_any(source, options.year, options.unit)
    except GicError as error:
        return _unread(source, str(error)), None
    except Exception:  # noqa: BLE001  # one bad source never stops the others
        _log.exception("opening %s", source)
        return _unread(source, f"读取“{source}”时程序出错，没有读入任何数据。"), None
    if opened.reading is not None and opened.reading.is_empty:
        return opened.reading, None
    return opened.reading or Reading(source=str(source)), opened


def _refuse(reading: Reading, raw: Raw | None = None) -> int:
    if raw is not None:
        _print_json(raw)
    _tell(reading)
    return FAILED


def _tell(reading: Reading) -> None:
    """Say where messages go what of a source was not read, or read with a doubt."""
    for problem in reading.problems:
        place = f"[{problem.where}] " if problem.where and problem.cells else ""
        print(f"{reading.source}：{place}{problem.message}", file=sys.stderr)


def _check_one(opened: Opened, options: argparse.Namespace) -> int:
    form = load_form(opened.report.form)
    findings, _ = split(check(form, opened.report, opened.reading), opened.report)
    causes = find_causes(form, opened.report, findings)
    if options.json:
        _print_json(check_json(opened, findings, causes))
    else:
        _print_findings(opened, findings)
        left = find_unanswered(form, opened.report, findings)
        if left is not None:
            print(f"  还没有填完：{left.message}")
        for cause in causes:
            print(f"  可能的原因：{cause.why}")
    return FINDINGS if any(f.severity is Severity.ERROR for f in findings) else FINE


def _print_findings(opened: Opened, findings: Sequence[Finding]) -> None:
    counts = "、".join(f"{label} {_count(findings, s)}" for s, label in _LABELS.items())
    print(f"{opened.source}：{counts}")
    for finding in findings:
        print(f"  [{_LABELS[finding.severity]}] {finding.message}（{finding.rule}）")


def _count(findings: Sequence[Finding], severity: Severity) -> int:
    return sum(1 for finding in findings if finding.severity is severity)


def _export(options: argparse.Namespace) -> int:
    opened = open_any(Path(options.source), options.year, options.unit)
    if opened.reading is not None and opened.reading.is_empty:
        return _refuse(opened.reading)
    if opened.reading is not None:
        _tell(opened.reading)
    template = Path(options.template) if options.template else None
    output = Path(options.output)
    if any(output.exists() and output.samefile(own) for own in (opened.source, template) if own):
        return _fail(f"不能导出到“{output}”：这是来源或模板本身，会把它覆盖，请换一个文件名。")
    if output.suffix.lower() == PDF and template is None:
        _export_pdf(opened.report, output)
    else:
        export_report(opened.report, output, template)
    print(f"已导出：{options.output}")
    gaps = count_gaps(opened.report)
    if gaps:
        print(f"其中还有 {gaps} 处【请填写…】没有写，写好后请再导出一次。")
    return FINE


def _export_pdf(report: Report, path: Path) -> None:
    try:
        from gicapp.gui.pages.pdf import export_pdf  # Qt, only to paint a PDF
    except ImportError as error:
        _log.debug("loading Qt", exc_info=True)
        raise GicError(
            "无法生成 PDF：本机缺少 Qt 运行所需的组件。请先运行 python3 dev.py run 安装。"
        ) from error
    export_pdf(report, load_form(report.form), path)


def _diff(options: argparse.Namespace) -> int:
    before, after = open_any(Path(options.before)), read_source(Path(options.after))
    for reading in filter(None, (before.reading, after)):
        if reading.is_empty:
            return _refuse(reading)
        _tell(reading)
    differences = compare(before.report, after, load_form(before.report.form))
    if options.json:
        _print_json(diff_json(options.before, options.after, differences))
        return FINE
    print("两稿一致。" if not differences else f"两稿有 {len(differences)} 处不同：")
    for difference in differences:
        print(f"  {difference.message}")
    return FINE


def _sample(options: argparse.Namespace) -> int:
    for path in write_sample(Path(options.output)):
        print(f"已写出：{path}")
    return FINE


def _print_json(raw: Raw) -> None:
    print(simplejson.dumps(raw, use_decimal=True, ensure_ascii=False))


_VERBS: Final = {
    "import": _import,
    "check": _check,
    "export": _export,
    "diff": _diff,
    "sample": _sample,
}


class _Parser(argparse.ArgumentParser):
    """An argument parser that speaks Chinese where it speaks to the user."""

    def error(self, message: str) -> NoReturn:
        """Say that the usage is wrong and show the right one; exit code 2."""
        _log.debug("usage: %s", message)
        self.exit(FAILED, f"命令写法不对。\n{self.format_usage()}查看说明：{self.prog} --help\n")

    def format_usage(self) -> str:
        """Return the usage line, headed in Chinese."""
        return super().format_usage().replace("usage:", "用法：", 1)

    def format_help(self) -> str:
        """Return the help, its headings in Chinese."""
        text = super().format_help().replace("usage:", "用法：", 1)
        text = text.replace("positional arguments:", "参数：").replace("options:", "选项：")
        return text.replace("命令:", "命令：")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="gicapp",
        description="政府信息公开工作年度报告：不带命令时打开窗口，带命令时不需要屏幕。",
        add_help=False,
    )
    _add_help(parser)
    parser.add_argument("--version", action="version", version=__version__, help="显示版本号")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="命令", title="命令")
    _add_import(_verb(verbs, "import", "读取任意来源中的年度报告"))
    _add_check(_verb(verbs, "check", "检查报告"))
    _add_export(_verb(verbs, "export", "导出 Word 等文件"))
    _add_diff(_verb(verbs, "diff", "比较两稿有什么不同"))
    sample = _verb(verbs, "sample", "写出样例报告和上年数据表")
    sample.add_argument("output", metavar="文件夹", help="写到哪个文件夹")
    return parser


def _verb(verbs: "argparse._SubParsersAction[_Parser]", name: str, text: str) -> _Parser:
    verb = verbs.add_parser(name, help=text, description=text, add_help=False)
    _add_help(verb)
    return verb


def _add_help(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-h", "--help", action="help", help="显示本说明")


def _add_choice(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--year", type=int, metavar="年度", help="来源含多个年度时读哪一年")
    parser.add_argument("--unit", metavar="单位", help="来源含多个单位时读哪一个")


def _add_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("sources", nargs="+", metavar="来源", help="xlsx、xls、docx、html 等文件")
    _add_choice(parser)
    parser.add_argument("-o", dest="output", metavar="报告.gic", help="保存为报告文件")
    parser.add_argument("--json", action="store_true", help="每个来源输出一行 JSON")


def _add_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("sources", nargs="+", metavar="文件", help="报告文件或任意可读的来源")
    parser.add_argument("--prior", metavar="文件", help="上年报告，用于跨年核对")
    _add_choice(parser)
    parser.add_argument("--json", action="store_true", help="每个来源输出一行 JSON")


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", metavar="文件", help="报告文件或任意可读的来源")
    parser.add_argument("-o", dest="output", required=True, metavar="输出", help="导出为哪个文件")
    parser.add_argument("--template", metavar="模板.docx", help="用本单位自己的 Word 模板")
    _add_choice(parser)


def _add_diff(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("before", metavar="前一稿", help="报告文件或任意可读的来源")
    parser.add_argument("after", metavar="后一稿", help="报告文件或任意可读的来源")
    parser.add_argument("--json", action="store_true", help="输出一行 JSON")
