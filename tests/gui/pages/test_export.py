import subprocess
import sys
from pathlib import Path

from gicapp.files.store import save_report
from tests.strategies import filled_with

ROOT = Path(__file__).parents[3]
WITHOUT_QT = """
import sys
sys.modules["PySide6.QtCore"] = sys.modules["PySide6.QtGui"] = None
from gicapp import cli
sys.exit(cli.run(sys.argv[1:]))
"""


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, *map(str, command)]
    return subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_command_line_paints_a_pdf_without_a_screen(tmp_path: Path) -> None:
    save_report(tmp_path / "年报.gic", filled_with(3))
    done = run("-m", "gicapp", "export", tmp_path / "年报.gic", "-o", tmp_path / "年报.pdf")
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "年报.pdf").read_bytes().startswith(b"%PDF-")


def test_a_machine_that_lacks_qt_is_told_so_in_chinese(tmp_path: Path) -> None:
    save_report(tmp_path / "年报.gic", filled_with(3))
    arguments = ("export", tmp_path / "年报.gic", "-o", tmp_path / "年报.pdf")
    done = run("-c", WITHOUT_QT, *arguments)
    assert done.returncode == 2
    assert "缺少 Qt" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "年报.pdf").exists()


def test_a_template_is_for_word_alone(tmp_path: Path) -> None:
    save_report(tmp_path / "年报.gic", filled_with(3))
    target = tmp_path / "年报.pdf"
    template = ("--template", "a.docx")
    done = run("-m", "gicapp", "export", tmp_path / "年报.gic", "-o", target, *template)
    assert done.returncode == 2
    assert "只有导出 Word" in done.stderr
