"""The words of a Word paragraph as a reader sees them, and its place in the outline."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from gicapp.files.reading.markup import attribute, child, local
from gicapp.files.reading.set_apart import END, RAISED, STRUCK

# What wraps runs and is shown; deletions, moved-away text and notes are not in it.
_INLINE: Final = frozenset(
    {"ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "bdo"}
    | {"dir", "ruby", "rubyBase", "oMath", "oMathPara", "Choice", "Fallback"}
)
_LETTERS: Final = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_SIGN: Final = "□"  # a letter of a font of signs: nobody knows what it looks like
_RAISED: Final = frozenset({"superscript", "subscript"})
_OFF: Final = frozenset({"0", "false", "off", "none"})
_BODY_LEVEL: Final = 9  # Word's outline level of body text, counted from 0


def is_on(element: etree._Element | None) -> bool:
    """Tell whether a switch such as w:vanish is there and not turned off."""
    return element is not None and (attribute(element) or "1") not in _OFF


def text_of(paragraph: etree._Element, *, marked: bool = False) -> str:
    """Return a paragraph's text: insertions in, deletions and hidden text out, fields as shown.

    `marked`: what is raised or struck out bears marks, as in the figures of a table it must.
    """
    shown: list[str] = []
    codes = 0  # field codes that are open: their text is not shown
    for run in _runs(paragraph):
        properties = child(run, "rPr")
        if is_on(child(properties, "vanish")):
            continue
        mark = _mark(properties) if marked else ""
        shown.append(mark)
        for part in run:
            name = local(part)
            if name == "fldChar":
                codes = _codes(codes, attribute(part, "fldCharType"))
            elif codes == 0 and name == "t":
                shown.append(part.text or "")
            elif codes == 0:
                shown.append(_SIGN if marked and name == "sym" else _LETTERS.get(name, ""))
        shown.append(END if mark else "")
    return "".join(shown)


def _mark(properties: etree._Element | None) -> str:
    """Return the mark with which a run of these properties begins, if any."""
    if is_on(child(properties, "strike")) or is_on(child(properties, "dstrike")):
        return STRUCK
    return RAISED if attribute(child(properties, "vertAlign")) in _RAISED else ""


def _codes(open_codes: int, event: str | None) -> int:
    if event == "begin":
        return open_codes + 1
    return max(open_codes - 1, 0) if event == "separate" else open_codes


def _runs(element: etree._Element) -> Iterator[etree._Element]:
    for part in element:
        name = local(part)
        if name == "r":
            yield part
            yield from _runs_in_ruby(part)
        elif name == "AlternateContent":  # the first that has words: they say the same
            yield from next(filter(None, (list(_runs(choice)) for choice in part)), [])
        elif name in _INLINE:
            yield from _runs(part)


def _runs_in_ruby(run: etree._Element) -> Iterator[etree._Element]:
    """Yield the base text's runs of words with a reading printed above."""
    ruby = child(run, "ruby")
    if ruby is not None:
        base = child(ruby, "rubyBase")
        yield from _runs(base) if base is not None else ()


class Outline:
    """The outline levels that the paragraph styles of a document give."""

    def __init__(self, styles: etree._Element | None) -> None:
        self._styles = (
            {attribute(style, "styleId"): style for style in styles if local(style) == "style"}
            if styles is not None
            else {}
        )
        self._levels: dict[str | None, int] = {}

    def level_of(self, paragraph: etree._Element) -> int:
        """Return the heading level of a paragraph from 1; 0 for body text."""
        properties = child(paragraph, "pPr")
        own = attribute(child(properties, "outlineLvl"))
        if own is not None:
            return _heading(own)
        style = attribute(child(properties, "pStyle"))
        if style not in self._levels:
            self._levels[style] = self._of_style(style)
        return self._levels[style]

    def _of_style(self, style: str | None) -> int:
        seen: set[str | None] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            element = self._styles[style]
            level = attribute(child(child(element, "pPr"), "outlineLvl"))
            if level is not None:
                return _heading(level)
            style = attribute(child(element, "basedOn"))
        return 0


def _heading(level: str) -> int:
    """Return a heading level from Word's, which counts from 0 and calls body text 9."""
    number = int(level) if level.isdecimal() and len(level) < 3 else _BODY_LEVEL
    return number + 1 if number < _BODY_LEVEL else 0
