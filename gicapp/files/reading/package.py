"""The inner links of an Office file: which part holds what."""

import posixpath
from typing import Final

from gicapp.files.reading.archive import Archive
from gicapp.files.reading.markup import local, parse_xml
from gicapp.files.reading.unreadable import damaged

_RELATION: Final = "Relationship"


def relations(archive: Archive, part: str) -> dict[str, tuple[str, str]]:
    """Return the links of a part by id: (last word of the type, name of the target part)."""
    folder, name = posixpath.split(part)
    links = posixpath.join(folder, "_rels", f"{name}.rels")
    if links not in archive.names:
        return {}
    return {
        link.get("Id", ""): (
            link.get("Type", "").rpartition("/")[2],
            _resolved(folder, link.get("Target", "")),
        )
        for link in parse_xml(archive.read_xml(links), "部件关系")
        if local(link) == _RELATION and link.get("TargetMode") != "External"
    }


def main_part(archive: Archive) -> str:
    """Return the name of the part that an Office file starts from."""
    for kind, target in relations(archive, "").values():
        if kind == "officeDocument":
            return target
    raise damaged("找不到文档的主体部分")


def target_of(links: dict[str, tuple[str, str]], kind: str) -> str | None:
    """Return the part that the first link of a kind leads to."""
    return next((target for name, target in links.values() if name == kind), None)


def _resolved(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(folder, target))
