from pathlib import Path

from gicapp.core.change import SetValue, apply
from gicapp.core.checks.catalogue import check
from gicapp.core.finding import Severity
from gicapp.files.opening import open_any
from gicapp.files.sample import DOCUMENT, LAST_YEAR, REPORT, this_year, write_sample
from gicapp.files.store import load_report
from gicapp.files.xlsx import build_workbook
from gicapp.resources import resource
from tests.files.make_sample import last_year
from tests.strategies import FORM

BLANK_CELL = "requests.unavailable.still_unclear.natural"


def test_the_bundled_report_is_what_its_published_text_says() -> None:
    assert load_report(resource(REPORT)) == this_year()


def test_the_bundled_document_reads_back_as_the_report() -> None:
    read = open_any(resource(DOCUMENT)).report
    assert dict(read.values) == dict(this_year().values)
    assert {key: text.split() for key, text in read.narrative.items()} == {
        key: text.split() for key, text in this_year().narrative.items()
    }


def test_the_bundled_spreadsheet_is_made_of_last_years_figures() -> None:
    assert resource(LAST_YEAR).read_bytes() == build_workbook(last_year(), FORM)
    read = open_any(resource(LAST_YEAR))
    assert dict(read.report.values) == dict(last_year().values)
    assert read.reading is not None
    assert read.reading.problems == ()


def test_the_only_error_of_the_sample_is_its_blank_cell() -> None:
    errors = [f for f in check(FORM, this_year()) if f.severity is Severity.ERROR]
    assert [f.cells for f in errors] == [(BLANK_CELL,)]
    mended, _ = apply(this_year(), [SetValue(BLANK_CELL, 0)])
    assert [f for f in check(FORM, mended) if f.severity is Severity.ERROR] == []


def test_the_sample_and_last_year_agree() -> None:
    rules = {finding.rule for finding in check(FORM, this_year())}
    assert not {rule for rule in rules if rule.startswith("prior.")}


def test_the_sample_is_written_under_names_that_a_clerk_reads(tmp_path: Path) -> None:
    names = sorted(path.name for path in write_sample(tmp_path / "新文件夹"))
    assert names == ["样例上年数据.xlsx", "样例报告.docx", "样例报告.gic"]
