import errno
from pathlib import Path

import pytest

from gicapp.errors import GicError
from gicapp.files.stamp import is_there, stamp_of
from gicapp.files.store import load_report


def test_a_file_is_there_until_it_is_removed(tmp_path: Path) -> None:
    path = tmp_path / "报告.gic"
    assert not is_there(path)
    path.touch()
    assert is_there(path)


def test_nothing_is_there_where_the_host_is_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def down(*_: object, **__: object) -> None:
        raise OSError(errno.EHOSTDOWN, "Host is down")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "stat", down)
        patched.setattr(Path, "read_bytes", down)
        assert not is_there(tmp_path)
        assert stamp_of(tmp_path) is None
        with pytest.raises(GicError, match="网络盘或移动盘断开了"):
            load_report(tmp_path / "报告.gic")
