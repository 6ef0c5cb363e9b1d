"""The pictures of a report file: a part for each, named by its content, shared by all versions."""

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from gicapp.core.report import Report
from gicapp.core.text.narrative import media_shown, pictures_in
from gicapp.core.text.picture import LARGEST, LARGEST_TOGETHER, MOST, Picture, picture_of
from gicapp.errors import GicError

_FOLDER: Final = "media/"


def media_parts(report: Report) -> dict[str, bytes]:
    """Return the parts for the pictures that a report, its prior and its rounds show."""
    media = {n: p for each in _versions(report) for n, p in media_shown(each).items()}
    return {f"{_FOLDER}{name}": media[name].data for name in sorted(media)}


def with_media(report: Report, archive: zipfile.ZipFile) -> Report:
    """Return a report with its pictures; raise GicError where one is damaged or they are many."""
    wanted = {
        name
        for each in _versions(report)
        for text in each.narrative.values()
        for name in pictures_in(text)
    }
    parts = [i for i in archive.infolist() if i.filename.removeprefix(_FOLDER) in wanted]
    versions = 2 + len(report.rounds)  # rounds may show pictures that the report lost
    size = sum(part.file_size for part in parts)
    if len(parts) > MOST * versions or size > LARGEST_TOGETHER * versions:
        raise GicError("文件中的图片过多或过大，不是本程序保存的报告。")
    media = {part.filename.removeprefix(_FOLDER): _picture(archive, part) for part in parts}
    return _given(report, media) if media else report


def _versions(report: Report) -> Iterator[Report]:
    yield report
    if report.prior is not None:
        yield report.prior
    yield from (sent.report for sent in report.rounds)


def _picture(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Picture:
    with archive.open(part) as opened:
        data = opened.read(LARGEST + 1)
    try:
        picture = picture_of(data)
    except GicError as error:
        raise GicError(f"文件中的图片“{part.filename}”不能使用：{error}") from error
    if f"{_FOLDER}{picture.name}" != part.filename:
        raise GicError(f"文件中的图片“{part.filename}”已损坏。")
    return picture


def _given(report: Report, media: Mapping[str, Picture]) -> Report:
    rounds = tuple(replace(sent, report=_own(sent.report, media)) for sent in report.rounds)
    prior = None if report.prior is None else _own(report.prior, media)
    return replace(_own(report, media), prior=prior, rounds=rounds)


def _own(report: Report, media: Mapping[str, Picture]) -> Report:
    shown = media_shown(replace(report, media=media))
    return replace(report, media=MappingProxyType(shown))
