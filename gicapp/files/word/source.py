"""A Word file taken apart to be filled: its body, headers and footers as trees, the rest as is."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Final

from lxml import etree

from gicapp.errors import GicError
from gicapp.files.reading.archive import Archive
from gicapp.files.reading.markup import attribute, child, local, parse_xml
from gicapp.files.reading.package import main_part, relations, target_of
from gicapp.files.reading.unreadable import Unreadable
from gicapp.files.word.paragraphs import remove, space_of
from gicapp.files.word.skeleton import APP, CORE, app_properties, core_properties

_TYPES: Final = "[Content_Types].xml"
_FIRST: Final = (_TYPES, "_rels/.rels")
_TRACKED: Final = frozenset({"ins", "del", "moveFrom", "moveTo", "commentReference"})
# a template's type makes Word refuse the file under the name .docx
_DOCX: Final = b"wordprocessingml.document.main+xml"
_DOTX: Final = b"wordprocessingml.template.main+xml"
_MENTION: Final = re.compile(rb"<(?:Override|Relationship)\b[^>]*/>")
# what tells of the machine, the sittings and the persons that made a template
_PERSONAL: Final = frozenset({"attachedTemplate", "rsids", "docVars", "writeProtection"})
_KEPT_BOOKMARK: Final = "_Toc"  # a table of contents counts its pages by these


def open_template(data: bytes) -> "Template":
    """Take a template apart, cleaned; raise GicError when it cannot be used."""
    if not data.startswith(b"PK"):
        raise GicError("模板不是 .docx 文件：请用 Word 或 WPS 打开后另存为 .docx。")
    try:
        template = _opened(Archive(data))
    except Unreadable as failure:
        raise GicError(f"模板不能使用：{failure}") from failure
    if any(local(part) in _TRACKED for part in template.body.iter()):
        raise GicError("模板中有修订痕迹或批注：请先接受或拒绝全部修订，并删除批注。")
    return template


def _opened(archive: Archive) -> "Template":
    names = sorted(archive.names, key=lambda name: (name not in _FIRST, name))
    if any(name.endswith("vbaProject.bin") for name in names):
        raise GicError("模板含有宏：请用 Word 或 WPS 另存为不含宏的 .docx。")
    parts = {name: archive.read(name) for name in names if not name.endswith("/")}
    main = main_part(archive)
    links = relations(archive, main)
    _clean(parts, target_of(links, "settings"))
    trees = {main: parse_xml(parts[main], "模板正文")}
    for kind, target in links.values():
        if kind in {"header", "footer"} and target in parts and b"{" in parts[target]:
            trees[target] = parse_xml(parts[target], "模板页眉页脚")
    _drop(trees[main], _needless_bookmarks(trees[main]))
    return Template(parts, trees, main, links)


@dataclass
class Template:
    """The parts of a template; its trees may be changed, then `packed` gives the document's.

    `trees` are the parts that hold text to be filled, and those asked for by `tree`.
    """

    parts: dict[str, bytes]
    trees: dict[str, etree._Element]
    main: str
    links: Mapping[str, tuple[str, str]]

    @property
    def body(self) -> etree._Element:
        """Return the body of the document."""
        body = child(self.trees[self.main], "body")
        if body is None:
            raise GicError("模板没有正文，请用 Word 或 WPS 重新保存后再试。")
        return body

    def margins(self) -> Iterator[etree._Element]:
        """Yield the paragraphs of headers and footers that may hold placeholders."""
        for name, tree in self.trees.items():
            if name != self.main and local(tree) in {"hdr", "ftr"}:
                yield from list(tree.iter("{*}p"))

    def tree(self, kind: str) -> etree._Element | None:
        """Return the tree of the part that the document links to as `kind`, to be changed."""
        name = target_of(self.links, kind)
        if name is None or name not in self.parts:
            return None
        if name not in self.trees:
            self.trees[name] = parse_xml(self.parts[name], "模板")
        return self.trees[name]

    def has_style(self, name: str) -> bool:
        """Tell whether the document knows a style by its id."""
        part = target_of(self.links, "styles")
        return part is not None and f'"{name}"'.encode() in self.parts.get(part, b"")

    def copy(self) -> "Template":
        """Return a template of its own to be changed."""
        return Template(dict(self.parts), deepcopy(self.trees), self.main, self.links)

    def declare(self, name: str, kind: str) -> None:
        """Enter the content type of a part that was added."""
        types = parse_xml(self.parts[_TYPES], "部件清单")
        override = etree.SubElement(types, f"{space_of(types)}Override")
        override.set("PartName", f"/{name}")
        override.set("ContentType", kind)
        self.parts[_TYPES] = _bytes_of(types)

    def link(self, name: str, kind: str, target: str) -> None:
        """Link the document to a part that was added; `target` is relative to its folder."""
        folder, document = posixpath.split(self.main)
        part = f"{folder}/_rels/{document}.rels"
        links = parse_xml(self.parts[part], "部件关系")
        etree.SubElement(links, f"{space_of(links)}Relationship", Id=name, Type=kind, Target=target)
        self.parts[part] = _bytes_of(links)

    def packed(self, title: str) -> dict[str, bytes]:
        """Return the finished document's parts; `title` goes into its properties."""
        known = {name: _bytes_of(tree) for name, tree in self.trees.items()}
        known |= {CORE: core_properties(title), APP: app_properties()}
        return {name: known.get(name, part) for name, part in self.parts.items()}


def _bytes_of(tree: etree._Element) -> bytes:
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def _clean(parts: dict[str, bytes], settings: str | None) -> None:
    """Take out of the parts what tells of the persons, sittings and machine of the template."""
    for name in [name for name in parts if _is_personal(name)]:
        del parts[name]
    for name in _FIRST:
        parts[name] = _without_mentions(parts[name])
    parts[_TYPES] = parts[_TYPES].replace(_DOTX, _DOCX)
    if settings in parts and any(name.encode() in parts[settings] for name in _PERSONAL):
        tree = parse_xml(parts[settings], "模板设置")
        _drop(tree, [part for part in tree.iter() if local(part) in _PERSONAL])
        parts[settings] = _bytes_of(tree)


def _is_personal(name: str) -> bool:
    """Tell whether a part is there for the maker of the template alone."""
    is_property = name.startswith("docProps/") and name not in {CORE, APP}
    return is_property or name.endswith("_rels/settings.xml.rels")


def _without_mentions(part: bytes) -> bytes:
    """Leave out of a list of parts those that are left out of the document."""
    return _MENTION.sub(lambda match: b"" if _mentions_personal(match[0]) else match[0], part)


def _mentions_personal(item: bytes) -> bool:
    return b"docProps/" in item and not any(name.encode() in item for name in (CORE, APP))


def _needless_bookmarks(root: etree._Element) -> list[etree._Element]:
    """Return the starts and ends of bookmarks that no table of contents needs."""
    starts = list(root.iter("{*}bookmarkStart"))
    kept = {
        attribute(start, "id")
        for start in starts
        if (attribute(start, "name") or "").startswith(_KEPT_BOOKMARK)
    }
    marks = [*starts, *root.iter("{*}bookmarkEnd")]
    return [mark for mark in marks if attribute(mark, "id") not in kept]


def _drop(root: etree._Element, parts: Iterable[etree._Element]) -> None:
    """Take elements out of a tree."""
    for part in parts:
        if part is not root:
            remove(part)
