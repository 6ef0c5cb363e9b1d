"""The inner links of an Office file: which part holds what."""

import posixpath
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from gicapp.files.reading.archive import Archive
from gicapp.files.reading.markup import local, parse_xml
from gicapp.files.reading.unreadable import damaged

_RELATION: Final = "Relationship"
_SHORT: Final = 20_000  # bytes of links that are worth remembering


def relations(archive: Archive, part: str) -> Mapping[str, tuple[str, str]]:
    """Return the links of a part by id: (last word of the type, name of the target part)."""
    folder, name = posixpath.split(part)
    links = posixpath.join(folder, "_rels", f"{name}.rels")
    if links not in archive.names:
        return {}
    text = archive.read_xml(links)
    return _links_in(text, folder) if len(text) <= _SHORT else _links_in.__wrapped__(text, folder)


@lru_cache(maxsize=64)  # one program writes the same links into each of its files
def _links_in(text: bytes, folder: str) -> Mapping[str, tuple[str, str]]:
    return {
        link.get("Id", ""): (
            link.get("Type", "").rpartition("/")[2],
            _resolved(folder, link.get("Target", "")),
        )
        for link in parse_xml(text, "部件关系")
        if local(link) == _RELATION and link.get("TargetMode") != "External"
    }


def main_part(archive: Archive) -> str:
    """Return the name of the part that an Office file starts from."""
    for kind, target in relations(archive, "").values():
        if kind == "officeDocument":
            return target
    raise damaged("找不到文档的主体部分")


def target_of(links: Mapping[str, tuple[str, str]], kind: str) -> str | None:
    """Return the part that the first link of a kind leads to."""
    return next((target for name, target in links.values() if name == kind), None)


def _resolved(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(folder, target))
