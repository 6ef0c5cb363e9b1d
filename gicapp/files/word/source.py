"""A Word file taken apart to be filled: its body, headers and footers as trees, the rest as is."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from lxml import etree

from gicapp.errors import GicError
from gicapp.files.reading.archive import Archive
from gicapp.files.reading.markup import attribute, child, local, parse_xml
from gicapp.files.reading.package import main_part, relations, target_of
from gicapp.files.reading.unreadable import Unreadable
from gicapp.files.word.paragraphs import remove
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
    """Take a template apart; raise GicError when it cannot be used."""
    if not data.startswith(b"PK"):
        raise GicError("模板不是 .docx 文件：请用 Word 或 WPS 打开后另存为 .docx。")
    try:
        template = Template(Archive(data))
    except Unreadable as failure:
        raise GicError(f"模板不能使用：{failure}") from failure
    if any(local(part) in _TRACKED for part in template.body.iter()):
        raise GicError("模板中有修订痕迹或批注：请先接受或拒绝全部修订，并删除批注。")
    return template


class Template:
    """The parts of a template; its trees may be changed, then `parts` gives the document's."""

    def __init__(self, archive: Archive) -> None:
        names = sorted(archive.names, key=lambda name: (name not in _FIRST, name))
        self._parts = {name: archive.read(name) for name in names if not name.endswith("/")}
        if any(name.endswith("vbaProject.bin") for name in names):
            raise GicError("模板含有宏：请用 Word 或 WPS 另存为不含宏的 .docx。")
        self._main = main_part(archive)
        self._links = relations(archive, self._main)
        self._trees = {self._main: parse_xml(self._parts[self._main], "模板正文")}
        for kind, target in self._links.values():
            if kind in {"header", "footer"}:
                self._trees[target] = parse_xml(self._parts[target], "模板页眉页脚")

    @property
    def body(self) -> etree._Element:
        """Return the body of the document."""
        body = child(self._trees[self._main], "body")
        if body is None:
            raise GicError("模板没有正文，请用 Word 或 WPS 重新保存后再试。")
        return body

    def roots(self) -> Iterator[etree._Element]:
        """Yield the trees that hold text: the document, its headers and footers."""
        yield from self._trees.values()

    def tree(self, kind: str) -> etree._Element | None:
        """Return the tree of the part that the document links to as `kind`, to be changed."""
        name = target_of(self._links, kind)
        if name is None or name not in self._parts:
            return None
        if name not in self._trees:
            self._trees[name] = parse_xml(self._parts[name], "模板")
        return self._trees[name]

    def parts(self, title: str) -> dict[str, bytes]:
        """Return the finished document's parts, with nothing of who made the template, or where."""
        self._forget_makers()
        for name, tree in self._trees.items():
            self._parts[name] = etree.tostring(
                tree, xml_declaration=True, encoding="UTF-8", standalone=True
            )
        self._parts[_TYPES] = self._parts[_TYPES].replace(_DOTX, _DOCX)
        kept = {name: part for name, part in self._parts.items() if not _is_personal(name)}
        for name in _FIRST:
            kept[name] = _without_mentions(kept[name])
        known = {CORE: core_properties(title), APP: app_properties()}
        return {name: known.get(name, part) for name, part in kept.items()}

    def _forget_makers(self) -> None:
        _drop(self._trees[self._main], _is_needless_bookmark)
        settings = target_of(self._links, "settings")
        raw = self._parts.get(settings or "", b"")
        if any(name.encode() in raw for name in _PERSONAL):
            tree = self.tree("settings")
            if tree is not None:
                _drop(tree, lambda part: local(part) in _PERSONAL)


def _is_personal(name: str) -> bool:
    """Tell whether a part is there for the maker of the template alone."""
    is_property = name.startswith("docProps/") and name not in {CORE, APP}
    return is_property or name.endswith("_rels/settings.xml.rels")


def _without_mentions(part: bytes) -> bytes:
    """Leave out of a list of parts those that are left out of the document."""
    return _MENTION.sub(lambda match: b"" if _mentions_personal(match[0]) else match[0], part)


def _mentions_personal(item: bytes) -> bool:
    return b"docProps/" in item and not any(name.encode() in item for name in (CORE, APP))


def _is_needless_bookmark(part: etree._Element) -> bool:
    """Tell whether an element is a bookmark's start or end; a table of contents keeps its own."""
    if local(part) == "bookmarkEnd":
        start = part.getroottree().getroot().iterfind(".//{*}bookmarkStart")
        wanted = attribute(part, "id")
        return not any(attribute(s, "id") == wanted and _is_kept(s) for s in start)
    return local(part) == "bookmarkStart" and not _is_kept(part)


def _is_kept(bookmark: etree._Element) -> bool:
    return (attribute(bookmark, "name") or "").startswith(_KEPT_BOOKMARK)


def _drop(root: etree._Element, is_dropped: Callable[[etree._Element], bool]) -> None:
    dropped = [part for part in root.iter() if is_dropped(part)]
    for part in dropped:
        remove(part)
