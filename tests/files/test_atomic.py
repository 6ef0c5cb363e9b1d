import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from gicapp.errors import GicError
from gicapp.files.atomic import is_for_windows, remove_unfinished, write_atomically


def test_a_write_replaces_the_file_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "报告.docx"
    write_atomically(path, b"old")
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_is_said_and_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "报告.docx"
    write_atomically(path, b"old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(GicError, match="磁盘已满"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(GicError, match="文件夹不存在"):
        write_atomically(tmp_path / "没有" / "报告.docx", b"new")


def test_a_folder_in_the_way_is_said(tmp_path: Path) -> None:
    with pytest.raises(GicError, match="是一个文件夹"):
        write_atomically(tmp_path, b"new")


@pytest.mark.skipif(os.name != "posix", reason="rights of the POSIX kind")
def test_the_rights_of_the_old_file_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "报告.docx"
    write_atomically(path, b"old")
    path.chmod(0o640)
    write_atomically(path, b"new")
    assert path.stat().st_mode & 0o777 == 0o640


def test_what_a_killed_write_left_is_taken_away_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "报告[1].gic"
    write_atomically(path, b"x")
    (tmp_path / ".报告[1].gic.abc.tmp").write_bytes(b"half")
    (tmp_path / ".别的.gic.abc.tmp").write_bytes(b"half")
    remove_unfinished(path)
    assert sorted(p.name for p in tmp_path.iterdir()) == [".别的.gic.abc.tmp", "报告[1].gic"]


def in_use(times: int, number: int) -> Callable[[Path, Path], Path]:
    """Return what replaces a file as Windows does while another has it open for some tries."""
    tries = iter(range(times))

    def replace(new: Path, path: Path) -> Path:
        if next(tries, None) is not None:
            error = PermissionError(errno.EACCES, "The file is in use", None, number)
            vars(error)["winerror"] = number  # elsewhere than on Windows there is none
            raise error
        os.replace(new, path)  # noqa: PTH105  # what was put in its place is not to be asked
        return path

    return replace


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Return the pauses that were made, and make none."""
    made: list[float] = []
    monkeypatch.setattr("gicapp.files.atomic.sleep", made.append)
    return made


@pytest.mark.parametrize("number", [5, 32, 33])
def test_a_file_that_a_virus_scanner_reads_on_windows_is_replaced_a_moment_later(
    tmp_path: Path, waits: list[float], number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "报告.gic"
    write_atomically(path, b"old")
    monkeypatch.setattr(Path, "replace", in_use(3, number))
    assert write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert len(waits) == 3


def test_a_file_that_wps_keeps_open_on_windows_is_said_and_stays(
    tmp_path: Path, waits: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "报告.docx"
    write_atomically(path, b"old")
    monkeypatch.setattr(Path, "replace", in_use(99, 32))
    with pytest.raises(GicError, match="文件正被 WPS、Word 打开，请关闭后重试"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
    assert 1 < sum(waits) < 3


def test_a_right_that_is_lacking_is_not_tried_again(
    tmp_path: Path, waits: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "replace", in_use(1, 0))
    with pytest.raises(GicError, match="没有写入权限"):
        write_atomically(tmp_path / "报告.docx", b"new")
    assert waits == []


@pytest.mark.parametrize("name", ["报告:1.docx", "报告?.gic", "CON.docx", "aux.gic", "a|b.pdf"])
def test_what_is_no_file_on_windows_is_refused_there_before_anything_is_written(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not is_for_windows(name)
    monkeypatch.setattr("gicapp.files.atomic._IS_WINDOWS", True)
    with pytest.raises(GicError, match="文件名不能这样写"):
        write_atomically(tmp_path / name, b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_chinese_name_is_a_file_on_windows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gicapp.files.atomic._IS_WINDOWS", True)
    path = tmp_path / "某市〔2023〕年度报告（核校单）.docx"
    assert write_atomically(path, b"new")
    assert path.read_bytes() == b"new"


def test_a_path_that_is_too_long_for_windows_is_not_said_to_lack_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missed(*_: object, **__: object) -> None:
        raise FileNotFoundError(errno.ENOENT, "The system cannot find the path specified")

    monkeypatch.setattr("gicapp.files.atomic._IS_WINDOWS", True)
    with monkeypatch.context() as patched:
        patched.setattr(os, "open", missed)
        with pytest.raises(GicError, match="路径太长"):
            write_atomically(tmp_path / "报告.docx", b"new")


def test_a_folder_without_rights_on_windows_is_said_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[object] = []

    def refuse(*arguments: object, **_: object) -> None:
        tries.append(arguments)
        raise PermissionError(errno.EACCES, "Access is denied")

    with monkeypatch.context() as patched:
        patched.setattr(os, "open", refuse)
        with pytest.raises(GicError, match="没有写入权限"):
            write_atomically(tmp_path / "报告.docx", b"new")
    assert len(tries) == 1


@pytest.mark.skipif(os.name != "posix", reason="rights of the POSIX kind")
def test_a_new_file_has_the_rights_of_any_new_file(tmp_path: Path) -> None:
    write_atomically(tmp_path / "报告.docx", b"new")
    (tmp_path / "别的").touch()
    modes = {place.stat().st_mode for place in tmp_path.iterdir()}
    assert len(modes) == 1


def test_a_drive_that_knows_no_rights_is_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "chmod", refuse)
    monkeypatch.setattr(Path, "chmod", refuse)
    path = tmp_path / "报告.gic"
    write_atomically(path, b"old")
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
