"""What became of a report, to be read in the window: old and new values, marked sentences."""

from collections.abc import Iterator
from html import escape

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QTextBrowser

from gicapp.core.revision import Fate, Marked, Replaced, Revision, Run, SectionRevision
from gicapp.gui.appearance import GAP, colours
from gicapp.gui.schemes import Colours

_BLANK = "空白"


class RevisionView(QTextBrowser):
    """Shows a revision: what is gone struck through, what is new underlined."""

    _shown: tuple[Revision, str, str] | None = None  # Qt tells of palettes while it is made

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("两稿的差异")
        self.setOpenLinks(False)
        self.document().setDocumentMargin(2 * GAP)

    def show_revision(self, revision: Revision, before: str, after: str) -> None:
        """Show what became of the version `before` in the version `after`."""
        self._shown = (revision, before, after)
        self.setHtml(page_of(revision, before, after, colours()))

    def changeEvent(self, event: QEvent) -> None:
        """Write the marks anew in other colours."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._shown is not None:
            self.show_revision(*self._shown)


def page_of(revision: Revision, before: str, after: str, scheme: Colours) -> str:
    """Return a revision as rich text; sections in which nothing changed are left out."""
    if not revision.is_changed:
        return f'<p style="color:{scheme.muted}">两稿一致，没有差异。</p>'
    parts = (
        _section(section, before, after, scheme)
        for section in revision.sections
        if section.is_changed
    )
    return "".join(parts)


def _section(section: SectionRevision, before: str, after: str, scheme: Colours) -> str:
    head = f'<h3 style="margin-top:14px">{escape(section.heading)}</h3>'
    return head + _table(section.values, before, after, scheme) + "".join(_texts(section, scheme))


def _table(values: tuple[Replaced, ...], before: str, after: str, scheme: Colours) -> str:
    if not values:
        return ""
    heads = "".join(
        f'<th align="left" width="{width}%" style="color:{scheme.muted};font-weight:normal">'
        f"{escape(text)}</th>"
        for text, width in (("项目", 44), (before, 28), (after, 28))
    )
    rows = "".join(
        f"<tr><td>{escape(value.name)}</td><td>{_gone(value.before or _BLANK, scheme)}</td>"
        f"<td>{_new(value.after or _BLANK, scheme)}</td></tr>"
        for value in values
    )
    return (
        f'<table cellpadding="5" cellspacing="0" border="1" width="100%" '
        f'style="border-color:{scheme.line};border-collapse:collapse">'
        f'<tr style="background:{scheme.label}">{heads}</tr>{rows}</table>'
    )


def _texts(section: SectionRevision, scheme: Colours) -> Iterator[str]:
    """Yield the changed paragraphs; for those between a sign that some were left out."""
    is_left_out = False
    for runs in section.paragraphs:
        if all(run.fate is Fate.KEPT for run in runs):
            is_left_out = True
            continue
        if is_left_out:
            yield f'<p style="color:{scheme.muted}">……</p>'
            is_left_out = False
        yield f'<p style="line-height:150%">{_marked(runs, scheme)}</p>'


def _marked(runs: Marked, scheme: Colours) -> str:
    return "".join(_run(run, scheme) for run in runs)


def _run(run: Run, scheme: Colours) -> str:
    if run.fate is Fate.KEPT:
        return escape(run.text)
    return _gone(run.text, scheme) if run.fate is Fate.GONE else _new(run.text, scheme)


def _gone(text: str, scheme: Colours) -> str:
    return f'<s style="color:{scheme.error}">{escape(text)}</s>'


def _new(text: str, scheme: Colours) -> str:
    return f'<u style="color:{scheme.accent}">{escape(text)}</u>'
