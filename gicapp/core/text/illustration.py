"""Putting a picture into a section's text: what changes, and where its caption then stands."""

from types import MappingProxyType
from typing import Final, NamedTuple

from gicapp.core.change import Change, SetField, SetText
from gicapp.core.report import Report
from gicapp.core.text.narrative import media_shown, picture_token
from gicapp.core.text.picture import LARGEST_TOGETHER, MOST, Picture
from gicapp.errors import GicError

TO_CAPTION: Final = "【请填写图题】"  # the checks report it until it is gone


class Illustration(NamedTuple):
    """The changes that put a picture in, and the place of its caption in the new stored text."""

    changes: tuple[Change, ...]
    caption: tuple[int, int]


def illustrate(report: Report, section: str, place: int, picture: Picture) -> Illustration:
    """Return how a picture comes on a line of its own after a place of a stored text.

    Raise GicError where a report has as many pictures as it can.
    """
    _check_room(report, picture)
    stored = report.text(section)
    end = stored.find("\n", place)
    before, after = (stored, "") if end < 0 else (stored[:end], stored[end:])
    before = f"{before}\n" if before and not before.endswith("\n") else before
    before = f"{before}⟦{picture_token(picture.name)}⟧"
    media = MappingProxyType({**report.media, picture.name: picture})
    changes = (SetField("media", media), SetText(section, f"{before}{TO_CAPTION}{after}"))
    return Illustration(changes, (len(before), len(before) + len(TO_CAPTION)))


def _check_room(report: Report, picture: Picture) -> None:
    shown = {**media_shown(report), picture.name: picture}
    if len(shown) > MOST:
        raise GicError(f"一份报告最多放 {MOST} 幅图片，没有插入。")
    if sum(len(each.data) for each in shown.values()) > LARGEST_TOGETHER:
        most = LARGEST_TOGETHER // 1024 // 1024
        raise GicError(f"报告里的图片合计超过 {most} MB，没有插入。请先压缩图片，再插入。")
