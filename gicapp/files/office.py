"""The PDF that an installed LibreOffice makes of the Word document, for those who prefer it."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import Final

from gicapp.errors import GicError

_COMMANDS: Final = ("soffice", "libreoffice")
_USUAL: Final = (
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
    "/opt/libreoffice/program/soffice",
)
_SECONDS: Final = 120  # a first start on a slow machine takes most of a minute
_PULSE: Final = 0.1  # seconds between looks whether it is still wanted
_LIBRARIES: Final = "LD_LIBRARY_PATH"


def find_office() -> Path | None:
    """Return LibreOffice's program, or None where it is not installed."""
    found = next(filter(None, map(shutil.which, _COMMANDS)), None)
    if found is not None:
        return Path(found)
    return next((path for path in map(Path, _USUAL) if path.is_file()), None)


def pdf_of_document(
    document: bytes, office: Path, is_wanted: Callable[[], bool] = lambda: True
) -> bytes:
    """Return a .docx as a PDF made by LibreOffice; raise GicError where that fails.

    A profile of its own keeps it apart from a LibreOffice that the user has open. It is ended
    as soon as its work is no longer wanted.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:  # Windows: still read
        folder = Path(name)
        source = folder / "report.docx"
        source.write_bytes(document)
        _convert(office, source, is_wanted)
        try:
            return source.with_suffix(".pdf").read_bytes()
        except OSError as error:
            raise GicError(
                "LibreOffice 没有生成 PDF。请改用本程序自己的 PDF，或者先导出 Word 再转换。"
            ) from error


def _convert(office: Path, source: Path, is_wanted: Callable[[], bool]) -> None:
    profile = (source.parent / "profile").as_uri()
    command = [str(office), "--headless", f"-env:UserInstallation={profile}"]
    command += ["--convert-to", "pdf", "--outdir", str(source.parent), str(source)]
    try:
        process = subprocess.Popen(  # noqa: S603  # the office that was found, our own file
            command,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            start_new_session=True,  # so that it can be ended with all that it started
        )
    except OSError as error:
        raise GicError(f"无法启动 LibreOffice（{office}）：{error.strerror}。") from error
    last = monotonic() + _SECONDS
    while process.poll() is None:
        if not is_wanted() or monotonic() > last:
            _end(process)
            raise GicError(f"LibreOffice 超过 {_SECONDS} 秒没有完成转换。请改用本程序自己的 PDF。")
        with suppress(subprocess.TimeoutExpired):
            process.wait(_PULSE)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End LibreOffice; its first process only starts another one."""
    if sys.platform == "win32":
        command = ["taskkill", "/f", "/t", "/pid", str(process.pid)]
        hidden = subprocess.CREATE_NO_WINDOW
        subprocess.run(command, capture_output=True, check=False, creationflags=hidden)  # noqa: S603  # our own process
        process.kill()
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _environment() -> dict[str, str]:
    """Return the environment without the libraries that the built program brings for itself."""
    own = dict(os.environ)
    before = own.pop(f"{_LIBRARIES}_ORIG", None)
    if before is not None:
        own[_LIBRARIES] = before
    return own
