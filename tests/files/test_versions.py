from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gicapp.errors import GicError
from gicapp.files.owner import read_owner, remove_owner, this_owner, write_owner
from gicapp.files.stamp import is_other, stamp_of
from gicapp.files.versions import keep_version, versions_of, worth_keeping

START = datetime(2024, 1, 8, 9, 30, tzinfo=UTC).astimezone()
MINUTES = st.sets(st.integers(0, 60 * 24 * 90))
TIMES = MINUTES.map(lambda minutes: [START + timedelta(minutes=m) for m in minutes])


@given(TIMES)
def test_the_last_five_and_the_last_of_each_day_are_kept(times: list[datetime]) -> None:
    kept = worth_keeping(times)
    assert set(sorted(set(times))[-5:]) <= kept <= set(times)
    recent = sorted({time.date() for time in times})[-30:]
    assert {max(t for t in times if t.date() == day) for day in recent} <= kept
    assert len(kept) <= 35


def test_versions_are_found_again_the_latest_first(tmp_path: Path) -> None:
    origin = tmp_path / "报告.gic"
    for count in range(8):
        now = START + timedelta(minutes=count)
        keep_version(tmp_path / "库", origin, f"第 {count} 版".encode(), now)
    versions = versions_of(tmp_path / "库", origin)
    assert [v.path.read_text("utf-8") for v in versions] == [f"第 {n} 版" for n in (7, 6, 5, 4, 3)]
    assert versions[0].saved == START + timedelta(minutes=7)


def test_a_version_equal_to_the_last_is_kept_once(tmp_path: Path) -> None:
    for count in range(3):
        keep_version(tmp_path, tmp_path / "报告.gic", b"same", START + timedelta(hours=count))
    assert len(versions_of(tmp_path, tmp_path / "报告.gic")) == 1


def test_files_of_the_same_name_elsewhere_have_their_own_versions(tmp_path: Path) -> None:
    keep_version(tmp_path, tmp_path / "甲" / "报告.gic", b"a", START)
    assert versions_of(tmp_path, tmp_path / "乙" / "报告.gic") == ()


def test_a_strange_file_among_the_versions_is_left_alone(tmp_path: Path) -> None:
    keep_version(tmp_path, tmp_path / "报告.gic", b"a", START)
    (version,) = versions_of(tmp_path, tmp_path / "报告.gic")
    strange = version.path.with_name("别的.gic")
    strange.write_bytes(b"b")
    assert versions_of(tmp_path, tmp_path / "报告.gic") == (version,)
    assert strange.exists()


def test_where_no_version_can_be_kept_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "库").write_text("in the way")
    with pytest.raises(GicError, match="无法写入"):
        keep_version(tmp_path / "库", tmp_path / "报告.gic", b"a", START)


def test_a_stamp_tells_another_content_from_another_time(tmp_path: Path) -> None:
    path = tmp_path / "报告.gic"
    path.write_bytes(b"one")
    first = stamp_of(path)
    assert stamp_of(path, first) is first
    path.touch()
    assert not is_other(stamp_of(path, first), first)
    path.write_bytes(b"two!")
    assert is_other(stamp_of(path, first), first)


def test_a_file_that_is_gone_is_not_another(tmp_path: Path) -> None:
    path = tmp_path / "报告.gic"
    path.write_bytes(b"one")
    first = stamp_of(path)
    path.unlink()
    assert stamp_of(path, first) is None
    assert not is_other(None, first)


def test_the_note_beside_a_file_names_its_owner(tmp_path: Path) -> None:
    path, owner = tmp_path / "报告.gic", this_owner()
    write_owner(path, owner)
    assert read_owner(path) == owner
    assert owner.computer in owner.name
    remove_owner(path)
    assert read_owner(path) is None


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", '{"user": 1}', "\x00"])
def test_a_spoilt_note_names_nobody(tmp_path: Path, text: str) -> None:
    (tmp_path / "~$报告.gic.owner").write_text(text)
    assert read_owner(tmp_path / "报告.gic") is None


def test_a_folder_that_cannot_be_written_gets_no_note(tmp_path: Path) -> None:
    write_owner(tmp_path / "没有" / "报告.gic", this_owner())
    assert not (tmp_path / "没有").exists()
