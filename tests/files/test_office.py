import os
import sys
from pathlib import Path

import pytest

from gicapp.errors import GicError
from gicapp.files import office

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="stands in with a shell script")


def stand_in(folder: Path, body: str) -> Path:
    """Return a program that is called as LibreOffice is: the last argument is the document."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\nfor last; do :; done\n{body}\n", "utf-8")
    program.chmod(0o755)
    return program


def test_the_document_goes_in_and_its_pdf_comes_out(tmp_path: Path) -> None:
    program = stand_in(
        tmp_path, 'cat "$last" > "${last%.docx}.pdf"; echo made >> "${last%.docx}.pdf"'
    )
    assert office.pdf_of_document(b"document\n", program) == b"document\nmade\n"


def test_an_office_that_makes_nothing_is_said(tmp_path: Path) -> None:
    with pytest.raises(GicError, match="没有生成 PDF"):
        office.pdf_of_document(b"document", stand_in(tmp_path, "exit 1"))


def test_an_office_that_does_not_start_is_said(tmp_path: Path) -> None:
    with pytest.raises(GicError, match="无法启动"):
        office.pdf_of_document(b"document", tmp_path / "missing")


def test_an_office_that_never_ends_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "_SECONDS", 0.1)
    with pytest.raises(GicError, match="没有完成转换"):
        office.pdf_of_document(b"document", stand_in(tmp_path, "exec sleep 5"))


def test_the_office_gets_the_libraries_of_the_system_not_of_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "of-the-program")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "of-the-system")
    program = stand_in(tmp_path, 'printf %s "$LD_LIBRARY_PATH" > "${last%.docx}.pdf"')
    assert office.pdf_of_document(b"document", program) == b"of-the-system"


def test_the_office_is_found_on_the_search_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(office, "_USUAL", ())
    assert office.find_office() is None
    program = stand_in(tmp_path, "exit 0")
    assert office.find_office() == program


def test_the_office_is_found_in_its_usual_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = stand_in(tmp_path, "exit 0")
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(office, "_USUAL", (str(program),))
    assert office.find_office() == program


def test_an_office_whose_work_is_no_longer_wanted_is_ended(tmp_path: Path) -> None:
    program = stand_in(tmp_path, 'echo $$ > "$(dirname "$0")/pid"; exec sleep 600')

    def is_wanted() -> bool:
        said = tmp_path / "pid"
        return not (said.exists() and said.read_text("utf-8").strip())

    with pytest.raises(GicError):
        office.pdf_of_document(b"document", program, is_wanted)
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)
