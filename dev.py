"""Takes a bare checkout to a running, tested or built program. Needs the standard library alone.

`python3 dev.py run | test | build | lock | fix`: every verb but `lock` first makes `.venv` from
the lock files and sees to the system libraries that Qt needs; a second run starts at once.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
WINDOWS = platform.system() == "Windows"
TOOLS = VENV / ("Scripts" if WINDOWS else "bin")
STAMP = VENV / "gicapp-stamp"
SAMPLE = ROOT / "resources" / "sample" / "sample.gic"
PYTHONS = ((3, 11), (3, 12))  # those that the locked PySide6 has wheels for

# Shared library → Debian package. Qt loads the first with any platform, the second with a screen.
ALWAYS = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
SCREEN = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
}
FONT = "fonts-wqy-microhei"

GATES = {
    "format": ["ruff", "format", "--check", "."],
    "lint": ["ruff", "check", "."],
    "types": ["mypy"],
    # A cache of its own: mypy empties one that was made for another platform.
    "types on Windows": ["mypy", "--platform", "win32", "--cache-dir", ".mypy_cache/win32"],
    "layers": ["lint-imports"],
    "tests": ["pytest", "-n", "2"],
}


class SetUpError(Exception):
    """What keeps the set-up from going on, with what to do about it."""


# The machine: which packages are missing, and who may install them.


def loads(soname: str) -> bool:
    """Tell whether the system's loader finds a shared library."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def has_chinese_font() -> bool:
    """Ask fontconfig, as Qt does, for a font that covers simplified Chinese."""
    try:
        fontconfig = ctypes.CDLL("libfontconfig.so.1")
    except OSError:
        return False
    for name in ("FcInitLoadConfigAndFonts", "FcNameParse", "FcObjectSetCreate", "FcFontList"):
        getattr(fontconfig, name).restype = ctypes.c_void_p
    fonts = fontconfig.FcFontList(
        ctypes.c_void_p(fontconfig.FcInitLoadConfigAndFonts()),
        ctypes.c_void_p(fontconfig.FcNameParse(b":lang=zh-cn")),
        ctypes.c_void_p(fontconfig.FcObjectSetCreate()),
    )
    # An FcFontSet begins with the number of its fonts.
    return bool(fonts) and ctypes.cast(fonts, ctypes.POINTER(ctypes.c_int))[0] > 0


def has_screen() -> bool:
    """Tell whether a window can be shown here."""
    if platform.system() != "Linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def missing_packages(verb: str) -> tuple[list[str], list[str]]:
    """Return the Debian packages that `verb` cannot do without here, and those that it can."""
    importlib.invalidate_caches()
    needed = [package for soname, package in ALWAYS.items() if not loads(soname)]
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    if importlib.util.find_spec("ensurepip") is None:
        needed.append(f"{version}-venv")
    if verb == "build":
        needed += [] if shutil.which("objdump") else ["binutils"]
        own = sys.base_prefix == "/usr"  # Debian's Python keeps its shared library apart
        needed += [f"lib{version}"] if own and not loads(f"lib{version}.so.1.0") else []
    screen = [package for soname, package in SCREEN.items() if not loads(soname)]
    font = [] if has_chinese_font() else [FONT]
    return (needed + screen, font) if has_screen() else (needed, screen + font)


def may_install() -> bool:
    """Tell whether this process may install system packages."""
    user = getattr(os, "geteuid", lambda: None)()  # Windows has no such thing
    return user == 0 and shutil.which("apt-get") is not None


def install_line(packages: list[str]) -> str:
    """Return the line that a person types to install system packages."""
    names = " ".join(packages)
    if shutil.which("apt-get"):
        return f"sudo apt-get update && sudo apt-get install -y --no-install-recommends {names}"
    return f"(no apt-get here: install what Debian calls) {names}"


def see_to_system(verb: str) -> None:
    """Install the system packages that are missing, or say how, on Linux; else do nothing."""
    if platform.system() != "Linux":
        return
    needed, wished = missing_packages(verb)
    if (needed or wished) and may_install():
        install_packages(needed + wished)
        needed, wished = missing_packages(verb)
    if needed:
        raise SetUpError(
            "System packages are missing. Install them, then run this again:\n"
            f"缺少系统组件，请先执行下面一行，再重新运行：\n\n  {install_line(needed + wished)}\n"
        )
    if wished:
        say(f"Better with these as well (建议同时安装):\n  {install_line(wished)}")


def install_packages(packages: list[str]) -> None:
    """Install Debian packages; what stays missing is found by looking again."""
    say(f"Installing system packages (安装系统组件): {' '.join(packages)}")
    apt = shutil.which("apt-get") or "apt-get"
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = [apt, "install", "-y", "-q", "--no-install-recommends", *packages]
    for command in ([apt, "update", "-q"], install):
        subprocess.run(command, env=environment, check=False)


# The environment: `.venv` as the lock says.


def fingerprint(lock: str) -> str:
    """Return what must be unchanged for `.venv` to still hold this lock."""
    digest = hashlib.sha256(f"{sys.version} {platform.machine()} {ROOT}".encode())
    for path in (ROOT / "requirements" / f"{lock}.txt", ROOT / "pyproject.toml"):
        digest.update(path.read_bytes())
    return f"{lock} {digest.hexdigest()}"


def is_set_up(lock: str) -> bool:
    """Tell whether `.venv` holds this lock already."""
    return STAMP.is_file() and fingerprint(lock) in STAMP.read_text("utf-8").splitlines()


def set_up(verb: str, lock: str) -> None:
    """Make the machine and `.venv` ready for `verb`, unless they are."""
    if is_set_up(lock):
        if verb == "build":
            see_to_system(verb)
        return
    begun = time.monotonic()
    say("Setting up, a few minutes the first time (首次运行需要准备几分钟) ...")
    see_to_system(verb)
    make_environment()
    STAMP.unlink(missing_ok=True)
    locked = ["--require-hashes", "--only-binary=:all:", "-r", f"requirements/{lock}.txt"]
    pip(*locked)
    pip("--no-deps", "--no-build-isolation", "--no-index", "-q", "-e", ".")
    # The development lock holds all of the other one.
    held = ("run", "dev") if lock == "dev" else (lock,)
    STAMP.write_text("\n".join(fingerprint(name) for name in held), "utf-8")
    say(f"Ready after {time.monotonic() - begun:.0f} s (准备完成).")


def make_environment() -> None:
    """Make `.venv`, anew where it is of another Python, was moved, or has no pip."""
    version = f"(python {sys.version_info.major}.{sys.version_info.minor})"
    told = output(tool("pip"), "--version")  # "pip 23 from <where> (python 3.11)"
    if str(VENV) in told and version in told:
        return
    command = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        raise SetUpError(f"Could not make {VENV}. (无法创建 Python 环境。)")


def pip(*arguments: str) -> None:
    """Install with the pip of `.venv`."""
    command = [tool("python"), "-m", "pip", "install", "--no-input", "--disable-pip-version-check"]
    if subprocess.run([*command, *arguments], cwd=ROOT, check=False).returncode:
        raise SetUpError(
            "pip could not install the locked packages; its message stands above. Is the network"
            " reachable?\n(未能安装所需组件，请检查网络后重试。)"
        )


def tool(name: str) -> str:
    """Return the path of a program of `.venv`, whether it is there or not."""
    return str(TOOLS / (f"{name}.exe" if WINDOWS else name))


def environment(*, offscreen: bool) -> dict[str, str]:
    """Return the environment of what is started, drawing off the screen where asked."""
    own = {**os.environ, "PYTHONUTF8": "1"}
    return {**own, "QT_QPA_PLATFORM": "offscreen"} if offscreen else own


def output(*command: str) -> str:
    """Return what a command prints; nothing where it cannot be run."""
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout
    except OSError:
        return ""


def call(command: list[str], *, offscreen: bool = False) -> int:
    """Run a command in the checkout and return its exit code."""
    if not Path(command[0]).is_file():
        say(f"{command[0]} is missing.")
        return 1
    return subprocess.run(
        command, cwd=ROOT, env=environment(offscreen=offscreen), check=False
    ).returncode


def say(text: str) -> None:
    """Tell the person at the terminal something, before what comes next writes there."""
    print(text, flush=True)


# The verbs.


def run() -> int:
    """Open the window on the sample; without a screen, do the main job into `out/`."""
    set_up("run", "run")
    if has_screen():
        mine = ROOT / "out" / "样例报告.gic"  # a copy: saving there leaves the sample as it is
        mine.parent.mkdir(exist_ok=True)
        if not mine.exists():
            shutil.copyfile(SAMPLE, mine)
        say(f"Opening the window on the sample report {mine} (打开示例报告) ...")
        return call([tool("python"), "-m", "gicapp", str(mine)])
    say(
        "There is no screen here: doing the main job without one, into out/"
        " (没有显示环境：不开窗口完成主要流程，结果写入 out/)."
    )
    return call([tool("python"), "-m", "gicapp", "tour", "out"], offscreen=True)


def test() -> int:
    """Run every gate, each whatever the one before said, and sum up."""
    set_up("test", "dev")
    outcomes = {}
    for name, (program, *arguments) in GATES.items():
        begun = time.monotonic()
        say(f"\n── {name}")
        code = call([tool(program), *arguments], offscreen=True)
        outcomes[name] = (code, time.monotonic() - begun)
    say("\n── summary")
    for name, (code, seconds) in outcomes.items():
        say(f"{'FAILED' if code else 'ok':<7}{name} ({seconds:.0f} s)")
    return int(any(code for code, _ in outcomes.values()))


def build() -> int:
    """Make the program as one folder, then run what was made once."""
    set_up("build", "dev")
    folders = ["--distpath", "dist", "--workpath", "build"]
    spec = [tool("pyinstaller"), "--noconfirm", "--log-level", "WARN", *folders, "build.spec"]
    return call(spec) or prove_build(ROOT / "dist" / "gicapp", ROOT / "build" / "proof")


def prove_build(folder: Path, out: Path) -> int:
    """Run the built program: its version, the sample and its export, the window drawn."""
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    # On Windows the program with a console stands beside the one with the window.
    program = str(folder / ("gicapp-cli.exe" if WINDOWS else "gicapp"))
    document = out / "exported.docx"
    steps = {
        "its version": ["--version"],
        "the sample": ["sample", str(out)],
        "its export": ["export", str(out / "样例报告.gic"), "-o", str(document)],
        "the window drawn": ["tour", str(out / "tour")],
    }
    for name, step in steps.items():
        say(f"\n── {name}: gicapp {' '.join(step)}")
        if call([program, *step], offscreen=True):
            say(f"FAILED: {name}")
            return 1
    pictures = list((out / "tour").glob("*.png"))
    size = sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir())
    say(f"\n{folder}: {size / 1e6:.0f} MB; it ran, wrote a document and {len(pictures)} pictures.")
    return 0 if document.is_file() and pictures else 1


def lock() -> int:
    """Make the lock files anew from pyproject.toml, for every platform, without an address."""
    uv = shutil.which("uv")
    if uv is None:
        raise SetUpError("uv makes the lock files and is not here.")
    plain = ["--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"]
    common = ["--quiet", "--universal", "--python-version", "3.11", "--generate-hashes", *plain]
    for name, group in {"run": "install", "dev": "dev"}.items():
        files = ["--group", group, "pyproject.toml", "-o", f"requirements/{name}.txt"]
        if code := call([uv, "pip", "compile", *common, *files]):
            return code
    return 0


def fix() -> int:
    """Put right what ruff can put right by itself."""
    set_up("fix", "dev")
    ruff = tool("ruff")
    return call([ruff, "check", "--fix", "."]) + call([ruff, "format", "."])


VERBS = {verb.__name__: verb for verb in (run, test, build, lock, fix)}


def other_python() -> str | None:
    """Return a Python on this machine that the program runs on, where this one is none."""
    if sys.version_info[:2] in PYTHONS:
        return None
    for major, minor in PYTHONS:
        if found := shutil.which(f"python{major}.{minor}"):
            return found
    raise SetUpError(
        f"Python 3.11 or 3.12 is needed; this is {platform.python_version()}.\n"
        "需要 Python 3.11 或 3.12（Windows 可用 py -3.11 dev.py run）。"
    )


def main(arguments: list[str]) -> int:
    """Do one verb and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("verb", choices=VERBS)
    verb = parser.parse_args(arguments).verb
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a console that cannot show Chinese
    try:
        if other := other_python():
            return subprocess.run([other, __file__, verb], check=False).returncode
        return VERBS[verb]()
    except SetUpError as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
