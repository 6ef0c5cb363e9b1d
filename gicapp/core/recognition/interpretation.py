"""From what a source holds to what it says in terms of the form: `interpret`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from gicapp.core.content import Block, Content, Paragraph, Problem
from gicapp.core.grid import Grid
from gicapp.core.reading import LabelFound, Reading
from gicapp.core.recognition.absence import absent_cells
from gicapp.core.recognition.broken_lines import whole_paragraphs
from gicapp.core.recognition.choice import Choice, choose
from gicapp.core.recognition.collection import Collection
from gicapp.core.recognition.doubts import doubts_of
from gicapp.core.recognition.evidence import Evidence, gather
from gicapp.core.recognition.fee_table import fee_problems, has_fee_headings, told_fees
from gicapp.core.recognition.figure_text import is_figure
from gicapp.core.recognition.flat import unflatten
from gicapp.core.recognition.identity import (
    Identity,
    best_title,
    period_year,
    read_sentence,
    read_title,
    stated_unit,
)
from gicapp.core.recognition.sections import clean_line, split_sections
from gicapp.core.recognition.succession import one_of
from gicapp.form.declaration import Form
from gicapp.form.loader import load_form

_OLDER: Final = ("2019",)
# items of the statistics table of 2014, used up to the report of 2018 (国办发〔2014〕32号)
_SUPERSEDED: Final = ("主动公开政府信息数", "同意公开答复数", "申请信息不存在数")
_FEW_FIGURES: Final = 2  # fewer are dates and numbers of documents
_FIRST: Final = re.compile(r"一\s*[、.．]")
_SHORT_LINE: Final = 40
# Kinds of sources whose rows are just cells in order: one left out moves the others.
_FLOWING: Final = frozenset({"docx", "html", "mht", "txt", "clipboard"})
_RECORDS: Final = frozenset({"csv", "tsv"})  # a separator too many moves the rest of its line


def interpret(
    content: Content,
    form: Form | None = None,
    year: int | None = None,
    unit: str | None = None,
    source: str = "",
) -> Reading:
    """Return what a source says in terms of a form (the one in force where none is given).

    `year` and `unit` choose where a source holds several; without them such a source gives no
    cells but a problem `choose.year` or `choose.unit` that names the choices. Nothing here
    raises for content: what is doubtful is in the reading's problems, with its place.
    """
    form = form or load_form()
    forms = [form, *(load_form(name) for name in _OLDER if name != form.id)]
    whole, mended = whole_paragraphs(content.blocks, form)
    blocks = unflatten(whole, forms)
    evidence = gather(blocks, forms)
    its, named, questions = one_of(blocks, evidence, year, unit)
    if len(its) != len(blocks):
        blocks, evidence = its, gather(its, forms)
    content = replace(content, blocks=blocks, problems=(*content.problems, *mended, *questions))
    choice = choose(evidence, _identity(content, named), year, unit)
    reading, problems = _taken(content, choice, form)
    absent = absent_cells(form, choice.evidence, blocks, reading.cells)
    told, fees = told_fees(blocks)
    narrative = split_sections(told, _tables_of(evidence), forms, fees)
    reading = replace(
        reading,
        source=source,
        narrative=narrative.texts,
        headings=narrative.headings,
        dated=narrative.dated,
        absent=absent,
    )
    problems += [*fee_problems(blocks, fees, narrative.texts.get(form.sections[-1].key, ""))]
    problems = [*content.problems, *problems, *_strange_tables(told, evidence)]
    if content.blocks or not content.problems:
        problems += doubts_of(reading, form, choice, year, unit)
    return replace(reading, problems=tuple(dict.fromkeys(problems)))


def _taken(content: Content, choice: Choice, form: Form) -> tuple[Reading, list[Problem]]:
    """Return what the chosen tables say, and what was met while taking it."""
    collection = Collection(
        form, content.format not in _FLOWING, content.format not in _FLOWING | _RECORDS
    )
    for item in choice.evidence:
        collection.add(item)
    values, places = collection.settle()
    reading = Reading(
        format=content.format,
        form=_form_id(choice.evidence, form),
        unit=choice.unit,
        year=choice.year,
        title=choice.title,
        cells=values,
        places=places,
        tables=tuple(dict.fromkeys(t for e in choice.evidence for t in e.recognition.tables)),
        labels=_labels(choice.evidence, form),
    )
    return reading, [*choice.problems, *collection.problems]


def _labels(evidence: Sequence[Evidence], form: Form) -> tuple[LabelFound, ...]:
    """Return the labels of the form in force that a source words otherwise."""
    own = (item.recognition.labels for item in evidence if item.form is form)
    return tuple(dict.fromkeys(label for labels in own for label in labels))


def _tables_of(evidence: Sequence[Evidence]) -> dict[int, str]:
    """Return the first table that each block (by index) holds."""
    return {e.index: e.recognition.tables[0] for e in evidence if e.recognition.tables}


def _strange_tables(blocks: Sequence[Block], evidence: Sequence[Evidence]) -> Iterator[Problem]:
    """Yield the grids with figures in which nothing of the form was recognised."""
    known = {item.index for item in evidence}
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph) or index in known:
            continue
        figures = sum(is_figure(cell) for cell in block.cells)
        if figures >= _FEW_FIGURES or has_fee_headings(block):
            yield _superseded(block) if _is_superseded(block) else _unknown(block)


def _unknown(grid: Grid) -> Problem:
    message = f"{grid.name}中没有找到年度报告的项目，其中的数字没有读取，请核对。"
    return Problem("table.unknown", grid.name, message)


def _superseded(grid: Grid) -> Problem:
    message = (
        f"{grid.name}是 2018 年及以前使用的统计表，指标与现行格式不同，没有读取。"
        "请按现行格式重新填写，或者选 2019 年以后的报告。"
    )
    return Problem("form.superseded", grid.name, message)


def _is_superseded(grid: Grid) -> bool:
    texts = ["".join(cell.text.split()) for cell in grid.cells]
    return any(item in text for item in _SUPERSEDED for text in texts)


def _form_id(evidence: Sequence[Evidence], form: Form) -> str:
    return next((e.form.id for e in evidence if e.form is not form), form.id)


def _identity(content: Content, named: Identity) -> Identity:
    """Return whose report the paragraphs before the first heading say it is.

    What they leave open, `named` says: a line above the report in a document of several.
    """
    lines = list(_opening(content))
    title = _title_of(lines)
    said = list(map(read_sentence, lines))
    units = (title.unit, *map(stated_unit, lines), *(sentence.unit for sentence in said))
    unit = next(filter(None, units), "")
    periods = ((year,) for year in map(period_year, lines) if year)
    years = next(filter(None, (title.years, *periods, *(sentence.years for sentence in said))), ())
    years = years if len(years) == 1 else named.years or years
    return Identity(title.title, unit or named.unit, years[0] if len(years) == 1 else None, years)


def _title_of(lines: Sequence[str]) -> Identity:
    """Return the title: above the first section the last of several, as links stand before it."""
    head = next((at for at, line in enumerate(lines) if _FIRST.match(line)), 0)
    pairs = [f"{one}\n{other}" for one, other in pairwise(lines) if len(one) < _SHORT_LINE]
    best = best_title([*lines, *pairs])
    above = [title for line in lines[:head] if (title := read_title(line)) and title.years]
    named = [title for title in above if bool(title.unit) == bool(best.unit)]
    return named[-1] if len({title.years for title in named}) > 1 else best


def _opening(content: Content) -> Iterator[str]:
    """Yield the paragraphs in which a title may stand."""
    count = 0
    for block in content.blocks:
        if isinstance(block, Paragraph):
            line = clean_line(block.text)
            if line:
                count += 1
                yield line
        if count >= 60:
            return
