"""Word export of the sample against its floor and against docxtpl, medians of one run.

The floor opens the same template with zipfile and lxml, sets the same texts in places known
beforehand, and zips it again at the same level. docxtpl renders an equal template with one
placeholder a cell and loops for the paragraphs.
"""

import io
import statistics
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import etree

from gicapp.core.report import Report, title_of
from gicapp.core.text.narrative import paragraphs
from gicapp.core.text.outline import heading_level
from gicapp.files.package import pack_parts
from gicapp.files.sample import REPORT
from gicapp.files.store import load_report
from gicapp.files.word import build_document, export_document
from gicapp.files.word.document import official_template
from gicapp.files.word.plan import plan_of
from gicapp.files.word.slots import find_slots
from gicapp.files.word.source import open_template
from gicapp.form.declaration import Form
from gicapp.form.loader import load_form
from gicapp.form.values import show
from gicapp.resources import resource

_ROUNDS = 41
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def main() -> None:
    report = load_report(resource(REPORT))
    form = load_form(report.form)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "report.docx"
        jobs: dict[str, Callable[[], object]] = {
            "floor": floor_job(report, form),
            "build_document": lambda: build_document(report, form),
            "build_document, template not yet known": lambda: cold(report, form),
            "export_document, with proof and fsync": lambda: export_document(report, form, path),
            "docxtpl": docxtpl_job(report, form),
        }
        medians = measure(jobs)
    for name, seconds in medians.items():
        to_floor, to_docxtpl = seconds / medians["floor"], seconds / medians["docxtpl"]
        ratios = f"{to_floor:6.2f} × floor  {to_docxtpl:6.3f} × docxtpl"
        print(f"{name:40} {seconds * 1000:8.2f} ms  {ratios}")


def cold(report: Report, form: Form) -> bytes:
    """Build a document as the first of a process does: the template's places are found anew."""
    plan_of.cache_clear()
    return build_document(report, form)


def measure(jobs: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Return the median seconds of each job; the jobs take turns, so that noise hits all."""
    times: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(_ROUNDS):
        for name, job in jobs.items():
            start = time.perf_counter()
            job()
            times[name].append(time.perf_counter() - start)
    return {name: statistics.median(taken) for name, taken in times.items()}


def floor_job(report: Report, form: Form) -> Callable[[], bytes]:
    """Return the least that any exporter must do, with every place known beforehand."""
    data = official_template(form.id)
    source = open_template(data)
    slots = find_slots(source.body, form)
    order = {cell: n for n, cell in enumerate(source.body.iter(f"{_W}tc"))}
    texts_of_cells = {order[cell]: show(report.value(name)) for name, cell in slots.cells.items()}
    texts = [
        (number, list(paragraphs(report, region.key)))
        for number, region in ((_index(source.body, r.start), r) for r in slots.regions)
    ]
    title = title_of(report, form)

    def job() -> bytes:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        root = etree.fromstring(parts["word/document.xml"])
        for number, cell in enumerate(root.iter(f"{_W}tc")):
            if number in texts_of_cells:
                set_floor_text(cell.find(f"{_W}p"), texts_of_cells[number])
        body = root[0]
        heads = [(body[number], lines) for number, lines in texts]
        set_floor_text(heads[0][0], title)
        for head, lines in heads:
            for line in reversed(lines):
                paragraph = etree.Element(f"{_W}p")
                set_floor_text(paragraph, line)
                head.addnext(paragraph)
        parts["word/document.xml"] = etree.tostring(root, encoding="UTF-8")
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, part in parts.items():
                archive.writestr(name, part)
        return out.getvalue()

    return job


def _index(body: etree._Element, element: etree._Element) -> int:
    return list(body).index(element)


def set_floor_text(paragraph: etree._Element | None, text: str) -> None:
    assert paragraph is not None
    run = etree.SubElement(paragraph, f"{_W}r")
    etree.SubElement(run, f"{_W}t").text = text


def docxtpl_job(report: Report, form: Form) -> Callable[[], bytes]:
    """Return docxtpl's way to the same document."""
    from docxtpl import DocxTemplate

    template = docxtpl_template(form)
    context = {
        "title": title_of(report, form),
        "c": [show(report.value(cell)) for cell in form.cells],
        "s": {
            key: [(heading_level(line), line) for line in paragraphs(report, key)]
            for key in ("0", *(section.key for section in form.sections))
        },
    }

    def job() -> bytes:
        document = DocxTemplate(io.BytesIO(template))
        document.render(context, autoescape=True)
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()

    return job


def docxtpl_template(form: Form) -> bytes:
    """Return the official template with docxtpl's placeholders in place of the report."""
    source = open_template(official_template(form.id))
    slots = find_slots(source.body, form)
    for number, cell in enumerate(form.cells):
        set_floor_text(slots.cells[cell].find(f"{_W}p"), f"{{{{ c[{number}] }}}}")
    set_floor_text(slots.title, "{{ title }}")
    for region in slots.regions:
        for paragraph in region.paragraphs:
            source.body.remove(paragraph)
        for line in (
            "{%p endfor %}",
            "{{ line }}",
            f"{{%p for level, line in s['{region.key}'] %}}",
        ):
            paragraph = etree.Element(f"{_W}p")
            set_floor_text(paragraph, line)
            region.start.addnext(paragraph)
    for text in source.body.iter(f"{_W}t"):
        if text.text in {"{{标题}}", "{{文号}}"}:
            text.text = ""
    return pack_parts(source.packed(""))


if __name__ == "__main__":
    main()
