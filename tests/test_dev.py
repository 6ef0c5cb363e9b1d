import os
import subprocess
import sys
from pathlib import Path

import pytest

import dev


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Record what would be run, the set-up being there already."""
    made: list[list[str]] = []

    def record(command: list[str], *, offscreen: bool = False) -> int:
        made.append([*command, *(["offscreen"] if offscreen else [])])
        return 0

    monkeypatch.setattr(dev, "call", record)
    monkeypatch.setattr(dev, "set_up", lambda *_: None)
    return made


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Be on a Linux where no shared library, no font and no program is found."""
    monkeypatch.setattr(dev, "loads", lambda _: False)
    monkeypatch.setattr(dev, "has_chinese_font", lambda: False)
    monkeypatch.setattr("dev.platform.system", lambda: "Linux")
    monkeypatch.setattr("dev.importlib.util.find_spec", lambda _: None)
    monkeypatch.setattr("dev.shutil.which", lambda name: f"/usr/bin/{name}")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


def test_a_bare_machine_needs_qts_libraries_and_pythons_own_venv(bare: pytest.MonkeyPatch) -> None:
    del bare
    needed, wished = dev.missing_packages("run")
    version = f"python3.{sys.version_info.minor}"
    assert needed == [*dev.ALWAYS.values(), f"{version}-venv"]
    assert wished == [*dev.SCREEN.values(), dev.FONT]


def test_with_a_screen_the_libraries_of_the_window_are_needed_too(bare: pytest.MonkeyPatch) -> None:
    bare.setenv("DISPLAY", ":0")
    needed, wished = dev.missing_packages("run")
    assert set(dev.SCREEN.values()) < set(needed)
    assert wished == [dev.FONT]


def test_a_machine_that_has_everything_needs_nothing(bare: pytest.MonkeyPatch) -> None:
    bare.setattr(dev, "loads", lambda _: True)
    bare.setattr(dev, "has_chinese_font", lambda: True)
    bare.setattr("dev.importlib.util.find_spec", lambda name: name)
    assert dev.missing_packages("build") == ([], [])


def test_a_person_without_the_right_is_told_the_line_to_run(bare: pytest.MonkeyPatch) -> None:
    bare.setattr(dev, "may_install", lambda: False)
    with pytest.raises(dev.SetUpError) as refusal:
        dev.see_to_system("run")
    line = next(line for line in str(refusal.value).splitlines() if "sudo" in line)
    wanted = {*dev.ALWAYS.values(), *dev.SCREEN.values(), dev.FONT}
    assert wanted <= set(line.split())


def test_who_may_install_gets_what_is_missing_and_is_told_what_stays_so(
    bare: pytest.MonkeyPatch,
) -> None:
    installed: list[list[str]] = []
    bare.setattr(dev, "may_install", lambda: True)
    bare.setattr(dev, "install_packages", installed.append)
    with pytest.raises(dev.SetUpError):
        dev.see_to_system("test")
    assert set(dev.ALWAYS.values()) < set(installed[0])


def test_a_font_alone_holds_nobody_up(
    bare: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bare.setattr(dev, "loads", lambda _: True)
    bare.setattr("dev.importlib.util.find_spec", lambda name: name)
    bare.setattr(dev, "may_install", lambda: False)
    dev.see_to_system("run")
    assert dev.FONT in capsys.readouterr().out


def test_nothing_of_the_system_is_touched_on_windows(bare: pytest.MonkeyPatch) -> None:
    bare.setattr("dev.platform.system", lambda: "Windows")
    bare.setattr(dev, "install_packages", lambda _: pytest.fail("installed"))
    dev.see_to_system("run")
    assert dev.has_screen()


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_a_screen_is_where_a_display_is_named(bare: pytest.MonkeyPatch, name: str) -> None:
    assert not dev.has_screen()
    bare.setenv(name, "x")
    assert dev.has_screen()


def test_run_opens_a_copy_of_the_sample(
    calls: list[list[str]], bare: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    sample = tmp_path / "sample.gic"
    sample.write_bytes(b"the sample")
    bare.setattr(dev, "ROOT", tmp_path)
    bare.setattr(dev, "SAMPLE", sample)
    bare.setenv("DISPLAY", ":0")
    assert dev.run() == 0
    mine = tmp_path / "out" / "样例报告.gic"
    assert calls == [[dev.tool("python"), "-m", "gicapp", str(mine)]]
    assert mine.read_bytes() == b"the sample"
    mine.write_bytes(b"edited")
    dev.run()
    assert mine.read_bytes() == b"edited"


def test_run_without_a_screen_says_so_and_does_the_main_job(
    calls: list[list[str]], bare: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    del bare
    assert dev.run() == 0
    assert calls == [[dev.tool("python"), "-m", "gicapp", "tour", "out", "offscreen"]]
    assert "no screen" in capsys.readouterr().out


def test_every_gate_runs_and_one_that_fails_fails_the_whole(
    calls: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.test() == 0
    assert len(calls) == len(dev.GATES)
    monkeypatch.setattr(dev, "call", lambda command, **_: int(command[0] == dev.tool("mypy")))
    assert dev.test() == 1
    summary = capsys.readouterr().out.rpartition("summary")[2]
    assert summary.count("FAILED") == sum(gate[0] == "mypy" for gate in dev.GATES.values())


def test_a_build_is_proved_by_running_it_and_finding_what_it_wrote(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    built, out = tmp_path / "gicapp", tmp_path / "proof"
    steps: list[str] = []

    def write(command: list[str], *, offscreen: bool = False) -> int:
        assert offscreen
        steps.append(command[1])
        if command[1] == "export":
            Path(command[-1]).touch()
        if command[1] == "tour":
            (out / "tour").mkdir()
            (out / "tour" / "一.png").touch()
        return 0

    monkeypatch.setattr(dev, "call", write)
    assert dev.prove_build(built, out) == 0
    assert steps == ["--version", "sample", "export", "tour"]
    monkeypatch.setattr(dev, "call", lambda *_, **__: 0)
    assert dev.prove_build(built, out) == 1
    monkeypatch.setattr(dev, "call", lambda *_, **__: 2)
    assert dev.prove_build(built, out) == 1


def test_a_tool_that_is_missing_fails(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.call([dev.tool("no-such-gate")]) == 1
    assert "missing" in capsys.readouterr().out


def test_the_gates_are_format_lint_types_layers_and_tests() -> None:
    programs = {program for program, *_ in dev.GATES.values()}
    assert programs == {"ruff", "mypy", "lint-imports", "pytest"}
    assert any("win32" in gate for gate in dev.GATES.values())


def test_a_second_set_up_does_nothing(
    bare: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    done: list[str] = []
    bare.setattr(dev, "STAMP", tmp_path / "stamp")
    bare.setattr(dev, "see_to_system", lambda _: done.append("system"))
    bare.setattr(dev, "make_environment", lambda: done.append("environment"))
    bare.setattr(dev, "pip", lambda *_: done.append("pip"))
    dev.set_up("test", "dev")
    assert done == ["system", "environment", "pip", "pip"]
    dev.set_up("test", "dev")
    dev.set_up("run", "run")
    assert len(done) == 4
    assert capsys.readouterr().out.count("Ready") == 1


def test_a_set_up_to_run_does_not_do_for_the_tests(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(dev, "STAMP", tmp_path / "stamp")
    assert not dev.is_set_up("run")
    dev.STAMP.write_text(dev.fingerprint("run"), "utf-8")
    assert dev.is_set_up("run")
    assert not dev.is_set_up("dev")


def test_another_lock_asks_for_another_set_up(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "requirements").mkdir()
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    prints = set()
    for lock, project in (("a", "x"), ("b", "x"), ("b", "y")):
        (tmp_path / "requirements" / "run.txt").write_text(lock)
        (tmp_path / "pyproject.toml").write_text(project)
        prints.add(dev.fingerprint("run"))
    assert len(prints) == 3


@pytest.mark.parametrize(
    ("told", "commands"),
    [
        (f"pip 23 from {dev.VENV}/site-packages/pip (python 3.{sys.version_info.minor})", 0),
        (f"pip 23 from {dev.VENV}/site-packages/pip (python 3.9)", 1),
        (f"pip 23 from /moved/pip (python 3.{sys.version_info.minor})", 1),
        ("", 1),
    ],
)
def test_an_environment_is_made_anew_where_it_is_not_of_this_python_and_place(
    monkeypatch: pytest.MonkeyPatch, told: str, commands: int
) -> None:
    made: list[list[str]] = []

    def record(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        made.append(command)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(dev, "output", lambda *_: told)
    monkeypatch.setattr("dev.subprocess.run", record)
    dev.make_environment()
    assert len(made) == commands
    assert all("--clear" in command for command in made)


def test_a_python_that_the_program_does_not_run_on_looks_for_one_that_it_does(
    bare: pytest.MonkeyPatch,
) -> None:
    assert dev.other_python() is None
    bare.setattr("dev.sys.version_info", (3, 13, 0))
    assert dev.other_python() == "/usr/bin/python3.11"
    bare.setattr("dev.shutil.which", lambda _: None)
    with pytest.raises(dev.SetUpError, match=r"3\.11"):
        dev.other_python()


def test_what_keeps_the_set_up_from_going_on_is_said_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse() -> int:
        raise dev.SetUpError("Do this first.")

    monkeypatch.setitem(dev.VERBS, "run", refuse)
    assert dev.main(["run"]) == 1
    assert capsys.readouterr().out == "Do this first.\n"


def test_dev_needs_the_standard_library_alone() -> None:
    source = dev.ROOT / "dev.py"
    isolated = [sys.executable, "-I", "-S", str(source), "--help"]
    done = subprocess.run(
        isolated, capture_output=True, check=False, env={**os.environ, "PYTHONUTF8": "1"}
    )
    assert done.returncode == 0, done.stderr
