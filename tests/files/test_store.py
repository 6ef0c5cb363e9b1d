import io
import zipfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gicapp.core.report import Report
from gicapp.core.text.picture import picture_of
from gicapp.errors import GicError
from gicapp.files.report_json import MIGRATIONS, VERSION
from gicapp.files.store import backup_of, load_report, pack, save_report, unpack
from tests.core.pictures import png
from tests.strategies import ILLUSTRATED, filled_with, illustrated

PACKED = pack(filled_with(7, **{"1": "正文"}))
SAMPLES = sorted(Path(__file__).parent.glob("samples/version-*.gic"))


@given(ILLUSTRATED)
def test_packing_and_unpacking_is_the_identity(report: Report) -> None:
    assert unpack(pack(report)) == report


@given(ILLUSTRATED)
def test_the_same_report_gives_the_same_bytes(report: Report) -> None:
    assert pack(report) == pack(report)


@given(st.integers(0, len(PACKED) - 1), st.integers(1, 255))
def test_a_damaged_file_is_refused_in_words_or_read_unharmed(at: int, flip: int) -> None:
    damaged = bytearray(PACKED)
    damaged[at] ^= flip
    with suppress(GicError):
        assert unpack(bytes(damaged)) == unpack(PACKED)


@given(st.integers(0, len(PACKED) - 1))
def test_a_cut_file_is_refused_in_words(length: int) -> None:
    with pytest.raises(GicError, match="文件"):
        unpack(PACKED[:length])


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "{}",
        '{"version": true}',
        '{"version": 1}',
        '{"version": 1, "form": "../x"}',
        "[" * 100_000,
        '{"version": 1, "form": "2021", "unit": {}, "year": "x"}',
        '{"version": 1, "form": "2021", "unit": []}',
        '{"version": 1, "form": "2021", "unit": {}, "rounds": [1]}',
    ],
)
def test_json_that_is_no_report_is_refused_in_words(text: str) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("report.json", text)
    with pytest.raises(GicError):
        unpack(buffer.getvalue())


def test_a_file_of_a_newer_version_says_to_upgrade() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("report.json", f'{{"version": {VERSION + 1}}}')
    with pytest.raises(GicError, match="升级"):
        unpack(buffer.getvalue())


def test_every_version_has_a_sample_that_still_opens_and_a_way_up() -> None:
    assert [int(path.stem.partition("-")[2]) for path in SAMPLES] == list(range(1, VERSION + 1))
    assert sorted(MIGRATIONS) == list(range(1, VERSION))
    for path in SAMPLES:
        report = load_report(path)
        assert report.unit.name == "某某市样例局"
        assert report.prior is not None
        assert len(report.values) == 200


def test_saving_keeps_the_version_before(tmp_path: Path) -> None:
    path = tmp_path / "报告.gic"
    save_report(path, filled_with(1))
    save_report(path, filled_with(2))
    assert load_report(path) == filled_with(2)
    assert load_report(backup_of(path)) == filled_with(1)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["报告.gic", "报告.gic.bak"]


def test_a_damaged_file_points_to_its_backup(tmp_path: Path) -> None:
    path = tmp_path / "报告.gic"
    save_report(path, filled_with(1))
    save_report(path, filled_with(2))
    path.write_bytes(b"PK")
    with pytest.raises(GicError, match=r"报告\.gic\.bak"):
        load_report(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(GicError, match=r"没有\.gic"):
        load_report(tmp_path / "没有.gic")


def test_pictures_that_no_text_shows_are_not_in_the_file() -> None:
    shown = illustrated(Report(), picture_of(png()))
    hidden = replace(shown, narrative={})
    assert not [name for name in _names(pack(hidden)) if name.startswith("media/")]
    assert unpack(pack(hidden)) == Report()


def test_a_picture_that_is_shown_twice_is_in_the_file_once() -> None:
    picture = picture_of(png())
    data = pack(illustrated(Report(prior=illustrated(Report(), picture)), picture, picture))
    assert [n for n in _names(data) if n.startswith("media/")] == [f"media/{picture.name}"]


def test_a_picture_that_the_file_lacks_keeps_nobody_from_opening_it() -> None:
    lacking = replace(illustrated(Report(), picture_of(png())), media={})
    assert unpack(pack(lacking)) == lacking


@pytest.mark.parametrize("content", [b"", b"no picture", png(9, 9), png() + bytes(11 * 2**20)])
def test_other_pictures_than_were_saved_are_refused_in_words(content: bytes) -> None:
    picture = picture_of(png())
    lacking = replace(illustrated(Report(), picture), media={})
    with pytest.raises(GicError, match="图片"):
        unpack(pack(lacking, {f"media/{picture.name}": content}))


def _names(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.namelist()
