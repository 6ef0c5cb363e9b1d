"""Pictures: known by their content, measured exactly, and silent about who made them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gicapp.core.text.picture import LARGEST, PictureKind, clean_picture, picture_of
from gicapp.errors import GicError
from tests.core.pictures import EXIF, jpeg_headers, png

_SIDES = st.integers(1, 5000)


@given(_SIDES, _SIDES, st.sampled_from([0xC0, 0xC1, 0xC2, 0xCF]))
def test_the_size_of_a_jpeg_stands_in_its_frame(width: int, height: int, frame: int) -> None:
    picture = picture_of(jpeg_headers(width, height, frame))
    assert (picture.kind, picture.width, picture.height) == (PictureKind.JPEG, width, height)


@given(st.integers(1, 40), st.integers(1, 40))
def test_the_size_of_a_png_stands_in_its_header(width: int, height: int) -> None:
    picture = picture_of(png(width, height))
    assert (picture.kind, picture.width, picture.height) == (PictureKind.PNG, width, height)


def test_place_camera_author_and_comments_are_taken_out_and_nothing_else() -> None:
    cleaned = clean_picture(jpeg_headers(30, 20))
    assert EXIF not in cleaned.data
    assert b"comment" not in cleaned.data
    assert b"JFIF" in cleaned.data
    assert (cleaned.width, cleaned.height) == (30, 20)
    assert clean_picture(png(told="某某".encode())).data == png()


@given(st.sampled_from([png(), jpeg_headers(9, 9)]), st.data())
def test_cut_off_and_altered_pictures_are_refused_or_still_pictures(
    data: bytes, draw: st.DataObject
) -> None:
    place = draw.draw(st.integers(0, len(data) - 1))
    other = data[:place] + draw.draw(st.sampled_from([b"", b"\xff", b"\0\0"])) + data[place + 3 :]
    for broken in (data[:place], other):
        try:
            picture = clean_picture(broken)
        except GicError:
            continue
        assert picture_of(picture.data) == picture


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"<svg/>", png()[:40], jpeg_headers(0, 9)])
def test_other_files_are_refused_in_words(data: bytes) -> None:
    with pytest.raises(GicError, match="图片"):
        picture_of(data)


def test_too_large_pictures_are_refused() -> None:
    with pytest.raises(GicError, match="10 MB"):
        picture_of(png() + bytes(LARGEST))
    with pytest.raises(GicError, match="像素"):
        picture_of(jpeg_headers(60_000, 60_000))


@given(_SIDES, _SIDES)
def test_pictures_keep_within_the_type_area_and_their_proportions(width: int, height: int) -> None:
    wide, high = picture_of(jpeg_headers(width, height)).printed_mm()
    assert wide <= 156.001
    assert high <= 195.001
    assert wide * height == pytest.approx(high * width)


def test_equal_pictures_have_one_name_and_others_another() -> None:
    assert picture_of(png()).name == picture_of(png()).name
    assert picture_of(png()).name != picture_of(png(grey=1)).name
