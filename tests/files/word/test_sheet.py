"""The 核校单: every rule once, what was accepted and why, and what the file's fingerprint is."""

import hashlib
from dataclasses import replace
from pathlib import Path

from openxml_audit import OpenXmlValidator

from gicapp.core.change import apply
from gicapp.core.checks.catalogue import RULES, check
from gicapp.core.dismissal import dismiss, is_dismissable
from gicapp.core.report import Report
from gicapp.files.word.sheet import build_verification_sheet
from tests.files.word.documents import FORM, a_report, body, styled, tag, words

DOCUMENT = b"the exported file"


def rows_of(report: Report) -> list[list[str]]:
    """Return the texts of all table rows of a report's sheet."""
    sheet = build_verification_sheet(report, FORM, DOCUMENT)
    return [[words(cell) for cell in row.iter(tag("tc"))] for row in body(sheet).iter(tag("tr"))]


def result_of(report: Report, rule: str) -> str:
    states = next(known.states for known in RULES if known.name == rule)
    row = next(row for row in rows_of(report) if states in row)
    return row[row.index(states) + 1]


def test_every_rule_stands_in_it_once_with_a_result() -> None:
    cells = [cell for row in rows_of(a_report()) for cell in row]
    for rule in RULES:
        assert cells.count(rule.states) == 1
        assert cells[cells.index(rule.states) + 1] != ""


def test_a_rule_that_is_broken_says_how_often() -> None:
    report = replace(a_report(), values={})
    blanks = sum(1 for finding in check(FORM, report) if finding.rule == "value.blank")
    assert blanks > 0
    assert result_of(report, "value.blank") == f"错误 {blanks}"


def test_rules_about_last_year_say_when_there_is_none() -> None:
    assert result_of(a_report(), "prior.in_force") == "无上年"


def test_last_years_figures_stand_beside_this_years() -> None:
    report = replace(a_report(), prior=replace(a_report(), year=2022))
    years = [row for row in rows_of(report) if row[0] in ("2023年", "2022年")]
    assert len(years) == 2
    assert years[0][1:] == years[1][1:]


def test_an_accepted_finding_stands_with_its_reason() -> None:
    report = replace(a_report(), prior=replace(a_report(), year=2022))
    finding = next(f for f in check(FORM, report) if is_dismissable(f))
    report, _ = apply(report, dismiss(finding, report, "因机构改革"))
    sheet = build_verification_sheet(report, FORM, DOCUMENT)
    assert any(
        text.startswith("情况说明：") and text.endswith("因机构改革") for _, text in styled(sheet)
    )


def test_it_holds_the_fingerprint_of_the_document() -> None:
    texts = [text for _, text in styled(build_verification_sheet(a_report(), FORM, DOCUMENT))]
    assert any(hashlib.sha256(DOCUMENT).hexdigest() in text for text in texts)


def test_it_is_valid_and_the_same_twice(tmp_path: Path) -> None:
    sheet = build_verification_sheet(a_report(), FORM, DOCUMENT)
    assert sheet == build_verification_sheet(a_report(), FORM, DOCUMENT)
    (tmp_path / "核校单.docx").write_bytes(sheet)
    result = OpenXmlValidator().validate(tmp_path / "核校单.docx")
    assert [str(error) for error in result.errors] == []
