"""What is known of a template before any report is there; found once, used for every report."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from lxml import etree

from gicapp.core.report import LEAD
from gicapp.files.reading.markup import local
from gicapp.files.word.paragraphs import ends_section, is_blank
from gicapp.files.word.placeholders import holds_placeholder
from gicapp.files.word.slots import Region, find_slots
from gicapp.files.word.source import Template, open_template
from gicapp.form.loader import load_form

_TEMPLATES: Final = 4  # the official one and a few of a unit's own


@dataclass(frozen=True)
class Stretch:
    """A heading (or the title) and what the report's text takes the place of after it.

    All numbers are places in `nodes_of`.
    """

    key: str
    start: int
    replaced: tuple[int, ...]
    emptied: tuple[int, ...]


@dataclass(frozen=True)
class Plan:
    """A template with its places: numbers in `nodes_of` of a copy of it.

    `kept` are the paragraphs that stay, `placeholders` those that hold placeholders, `models`
    a paragraph of each heading level (0: body) to copy the look of.
    """

    template: Template
    title: int
    titled: bool
    above: int | None
    cells: Mapping[str, int]
    stretches: tuple[Stretch, ...]
    kept: tuple[int, ...]
    placeholders: tuple[int, ...]
    models: Mapping[int, etree._Element]

    def open(self) -> tuple[Template, Sequence[etree._Element]]:
        """Return a copy of the template to be filled, and its nodes."""
        template = self.template.copy()
        return template, nodes_of(template.body)


def nodes_of(body: etree._Element) -> list[etree._Element]:
    """Return the paragraphs and table cells of a body in their order."""
    space = etree.QName(body).namespace
    return list(body.iter(f"{{{space}}}p", f"{{{space}}}tc"))


@lru_cache(maxsize=_TEMPLATES)
def plan_of(data: bytes, form_id: str) -> Plan:
    """Find everything that a report on a form needs in a template.

    Raise GicError that names all that is missing, or says why the template cannot be used.
    """
    template = open_template(data)
    slots = find_slots(template.body, load_form(form_id))
    nodes = nodes_of(template.body)
    place = {node: number for number, node in enumerate(nodes)}
    stretches = tuple(_stretch(region, place) for region in slots.regions)
    gone = {number for stretch in stretches for number in stretch.replaced}
    starts = {stretch.start for stretch in stretches}
    blocks = {place[paragraph] for paragraph in slots.paragraphs}
    above = None if slots.above is None else place[slots.above]
    return Plan(
        template=template,
        title=place[slots.title],
        titled=holds_placeholder(slots.title),
        above=above,
        cells={cell: place[node] for cell, node in slots.cells.items()},
        stretches=stretches,
        kept=tuple(sorted(blocks - gone - starts - {above})),
        placeholders=tuple(n for n, node in enumerate(nodes) if _is_open(node) and n not in gone),
        models=slots.models(),
    )


def _is_open(node: etree._Element) -> bool:
    return local(node) == "p" and holds_placeholder(node)


def _stretch(region: Region, place: Mapping[etree._Element, int]) -> Stretch:
    """Tell apart what goes, what is emptied and what stays.

    Tables, placeholders and pictures of the page set-up stay; so does a blank paragraph after a
    table, which keeps the table away from what follows, and blank ones under the title.
    """
    replaced, emptied = [], []
    after_table = False
    for block in region.blocks:
        if local(block) == "tbl":
            after_table = True
        elif holds_placeholder(block) or (is_blank(block) and (after_table or region.key == LEAD)):
            continue
        elif ends_section(block):
            emptied.append(place[block])
        else:
            replaced.append(place[block])
    return Stretch(region.key, place[region.start], tuple(replaced), tuple(emptied))
