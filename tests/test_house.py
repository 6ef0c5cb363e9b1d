"""The habits of this code that a machine can keep."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Container, Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from gicapp.form.loader import load_form

ROOT = Path(__file__).resolve().parent.parent
SOURCES = [
    *sorted(
        path for part in ("gicapp", "tests", "benchmarks") for path in (ROOT / part).rglob("*.py")
    ),
    ROOT / "dev.py",
]
MADE = {"build", "dist", "out"}  # what the verbs of dev.py make, besides hidden folders
BINARY = {".docx", ".xlsx", ".xls", ".ods", ".et", ".gic", ".png", ".ico", ".pyc", ".pdf"}
# Pieced together, so that this file does not hold them.
ELSEWHERE = ["pypi" + ".org", "python" + "hosted", "/" + "work/", "/ro" + "ot/", "/ho" + "me/"]
# What is about one figure of the form by its meaning, and why the declaration does not serve.
NAMING_CELLS = {
    "gicapp/core/checks/disclosure.py": "the fee alone is in 万元 and may be meant in 元",
    "gicapp/core/checks/disputes.py": "what review and suits have to do with each other",
    "gicapp/core/checks/fee.py": "whether section six speaks of the fee, when there was one",
    "gicapp/core/text/choices.py": "the one share that the menu of live figures offers by itself",
    "gicapp/core/text/claims.py": "a sentence on applications that names no row means the new ones",
    "gicapp/core/text/decisions.py": "the words for the documents and decisions of table two",
    "gicapp/core/text/disputes.py": "the words for the cases of table four",
    "gicapp/core/text/drafting.py": "the outline's sentences, each about the figures it quotes",
    "gicapp/core/text/phrases.py": "the totals that most sentences give, named once",
    "gicapp/core/text/outcomes.py": "the words for each kind of result",
}


def _texts() -> Iterator[Path]:
    for path in sorted(ROOT.rglob("*")):
        parts = path.relative_to(ROOT).parts
        hidden = parts[0] in MADE or (parts[0].startswith(".") and parts[0] != ".ci")
        if path.is_file() and not hidden and path.suffix not in BINARY:
            yield path


def _nodes(path: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(path.read_text("utf-8")))


def _lines(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> int:
    return (node.end_lineno or 0) - node.lineno + 1


def test_a_file_has_at_most_400_lines() -> None:
    lengths = {str(path): len(path.read_text("utf-8").splitlines()) for path in SOURCES}
    assert {path: length for path, length in lengths.items() if length > 400} == {}


def test_a_function_has_at_most_40_lines() -> None:
    long = [
        f"{path}: {node.name} {_lines(node)}"
        for path in SOURCES
        for node in _nodes(path)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and _lines(node) > 40
    ]
    assert long == []


def test_a_class_has_at_most_20_methods() -> None:
    broad = [
        f"{path}: {node.name}"
        for path in SOURCES
        for node in _nodes(path)
        if isinstance(node, ast.ClassDef)
        and sum(isinstance(member, ast.FunctionDef) for member in node.body) > 20
    ]
    assert broad == []


def test_module_names_are_nouns_of_the_domain() -> None:
    vague = {"utils", "util", "common", "helpers", "helper", "manager", "misc", "tools"}
    assert [str(path) for path in SOURCES if vague & set(path.stem.split("_"))] == []


def _module(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imported(path: Path, modules: Container[str]) -> Iterator[str]:
    """Yield what a module imports: when it is loaded, in its functions, for types alone."""
    for node in _nodes(path):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: which module that is, its text does not say"
            for name in node.names:
                inner = f"{node.module}.{name.name}"
                yield inner if inner in modules else str(node.module)


def test_the_modules_import_one_another_in_no_circle() -> None:
    """Hand over what is needed, or say by a signal what happened; do not know who uses you."""
    modules = {_module(path): path for path in SOURCES if path.is_relative_to(ROOT / "gicapp")}
    graph = {
        name: {other for other in _imported(path, modules) if other in modules and other != name}
        for name, path in modules.items()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" ← ".join(error.args[1]))


def test_no_text_names_a_registry_or_a_place_on_one_machine() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {word}"
        for path in _texts()
        for word in ELSEWHERE
        if word in path.read_text("utf-8")
    ]
    assert found == []


def _strings(path: Path) -> Iterator[str]:
    """Yield the texts in a module that are not docstrings."""
    nodes = list(_nodes(path))
    told = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


def test_only_what_is_about_one_figure_names_a_cell() -> None:
    """Loop over the declaration instead; or, for a rule about one figure, say why above."""
    rows = {(cell.table, cell.row.id) for cell in load_form().cells.values()}
    names = {f"{table}.{row}" for table, row in rows} | {row for _, row in rows if "." in row}
    cell = re.compile(rf"(?<![\w.])({'|'.join(map(re.escape, sorted(names)))})(?!\w)")
    naming = {
        path.relative_to(ROOT).as_posix()
        for path in SOURCES
        if path.is_relative_to(ROOT / "gicapp") and any(map(cell.search, _strings(path)))
    }
    assert naming == set(NAMING_CELLS)


WITHOUT_QT = """
import importlib, pkgutil, sys

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6"):
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, Absent())
for name in ("gicapp.form", "gicapp.core", "gicapp.files"):
    package = importlib.import_module(name)
    for module in pkgutil.walk_packages(package.__path__, name + "."):
        importlib.import_module(module.name)
importlib.import_module("gicapp.cli")
print(len([name for name in sys.modules if name.startswith("gicapp.")]))
"""

HEAVY = """
import sys
import gicapp.app
print(*{"docx", "openpyxl", "lxml"} & {name for name in sys.modules})
"""

BEFORE_A_REPORT = """
import sys
import gicapp.gui.window
print(*(name for name in sys.modules if name.startswith(("gicapp.core", "gicapp.form"))))
"""


def _run(program: str) -> str:
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_form_core_files_and_cli_import_with_qt_absent() -> None:
    assert int(_run(WITHOUT_QT)) > 20


def test_the_window_starts_without_the_libraries_of_word_and_excel() -> None:
    assert _run(HEAVY) == ""


def test_the_start_page_stands_before_anything_of_a_report_is_loaded() -> None:
    assert _run(BEFORE_A_REPORT) == ""


def _locked(name: str) -> dict[str, set[str]]:
    """Return the versions that a lock holds, by package."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
    versions: dict[str, set[str]] = {}
    for package, version in re.findall(r"^([\w.-]+)==(\S+)", text, re.MULTILINE):
        versions.setdefault(package.lower(), set()).add(version)
    return versions


def _declared(name: str) -> list[str]:
    """Return the requirements that pyproject.toml states for a lock."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = project["dependency-groups"]
    own = groups["install"] + (groups["dev"] if name == "dev" else [])
    return [
        requirement
        for requirement in project["project"]["dependencies"] + own
        if isinstance(requirement, str)
    ]


@pytest.mark.parametrize("name", ["run", "dev"])
def test_the_lock_holds_every_dependency_in_the_version_that_the_project_states(name: str) -> None:
    locked = _locked(name)
    for requirement in _declared(name):
        package, version = requirement.partition(";")[0].strip().split("==")
        assert version in locked[package.lower()]


def test_the_development_lock_holds_the_other_one() -> None:
    development = _locked("dev")
    assert {name: development[name] for name in _locked("run")} == _locked("run")


@pytest.mark.parametrize("name", ["run", "dev"])
def test_a_lock_holds_nothing_but_pinned_packages_and_hashes(name: str) -> None:
    lines = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8").splitlines()
    pin = re.compile(
        r"[a-z0-9.-]+==[\w.]+( ; [\w .='!<>()]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?"
    )
    assert [line for line in lines if not pin.fullmatch(line)] == []
    pinned = [index for index, line in enumerate(lines) if "==" in line.partition(";")[0]]
    assert all("--hash" in lines[index + 1] for index in pinned)


def test_the_gates_are_those_of_the_readme() -> None:
    assert "exec python3 dev.py test" in (ROOT / ".ci" / "run").read_text("utf-8")


@pytest.mark.usefixtures("qapp")
def test_qt_keeps_the_references_of_none() -> None:
    """PySide6 6.12 loses one a call on Python 3.11 and aborts after some thousands."""
    from PySide6.QtWidgets import QLabel

    label = QLabel()
    before = sys.getrefcount(None)
    for number in range(1000):
        label.setText(str(number))
    assert sys.getrefcount(None) > before - 500
