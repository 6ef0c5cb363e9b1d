import errno
import os
from pathlib import Path

import pytest

from gicapp.errors import GicError
from gicapp.files.atomic import remove_unfinished, write_atomically


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
