import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import openpyxl
import pytest
import simplejson

from gicapp import cli
from gicapp.core.change import SetText, SetValue, apply
from gicapp.files.sample import LAST_YEAR, REPORT
from gicapp.files.store import load_report, save_report
from gicapp.resources import resource
from tests.strategies import FORM, filled_with

SAMPLE = str(resource(REPORT))
SPREADSHEET = str(resource(LAST_YEAR))


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = cli.run(arguments)
    output = capsys.readouterr()
    return code, output.out, output.err


def lines(text: str) -> list[dict[str, Any]]:
    return [simplejson.loads(line, use_decimal=True) for line in text.splitlines()]


def test_importing_prints_every_cell_of_the_spreadsheet(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "import", SPREADSHEET, "--json")
    (reading,) = lines(out)
    assert code == 0
    assert set(reading) == {"source", "format", "unit", "year", "cells", "narrative", "problems"}
    assert set(reading["cells"]) == set(FORM.cells)
    assert (reading["format"], reading["year"]) == ("xlsx", 2022)
    assert reading["cells"]["disclosure.normative_documents.in_force"] == 3


def test_one_bad_source_never_stops_the_others(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    bad = tmp_path / "坏.xlsx"
    bad.write_bytes(b"PK\x03\x04 no workbook")
    code, out, _ = run(
        capsys, "import", str(bad), str(tmp_path / "没有.xlsx"), SPREADSHEET, "--json"
    )
    first, second, third = lines(out)
    assert code == 2
    assert first["cells"] == second["cells"] == {}
    assert first["problems"]
    assert second["problems"]
    assert len(third["cells"]) == 200


def test_a_pattern_stands_for_the_files_that_it_fits(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    folder = tmp_path / "[各单位]"
    folder.mkdir()
    for name in ("乙.xlsx", "甲1.xlsx", "甲2.xlsx"):
        (folder / name).write_bytes(Path(SPREADSHEET).read_bytes())
    patterns = [str(folder / "甲?.xlsx"), str(folder / "没有*.xlsx"), SPREADSHEET]
    code, out, _ = run(capsys, "check", *patterns, "--json")
    *found, missing, last = [line["source"] for line in lines(out)]
    assert [Path(source).name for source in found] == ["甲1.xlsx", "甲2.xlsx"]
    assert (code, missing, last) == (2, patterns[1], SPREADSHEET)


def test_an_imported_source_can_be_saved_as_a_report(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    target = tmp_path / "报告.gic"
    code, _, _ = run(capsys, "import", SPREADSHEET, "-o", str(target))
    report = load_report(target)
    assert code == 0
    assert report.year == 2022
    assert len(report.values) == 200


@pytest.mark.parametrize("name", ["报告.docx", "报告", "报告.gic.bak"])
def test_a_report_is_only_saved_under_the_name_of_a_report(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str
) -> None:
    code, out, err = run(capsys, "import", SPREADSHEET, "-o", str(tmp_path / name))
    assert (code, out, list(tmp_path.iterdir())) == (2, "", [])
    assert ".gic" in err


def test_a_check_of_what_holds_no_report_prints_the_shape_of_a_check(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code, out, _ = run(capsys, "check", str(tmp_path / "没有.docx"), SAMPLE, "--json")
    first, second = lines(out)
    assert code == 2
    assert set(second) <= set(first)
    assert (first["passed"], first["findings"], first["causes"]) == (False, [], [])
    assert first["counts"] == {"error": 0, "warning": 0, "hint": 0}
    assert first["cells"] == {}
    assert first["problems"]


def _two_years(folder: Path) -> Path:
    """Return a workbook with a sheet of last year's figures for each of two years."""
    book = openpyxl.load_workbook(SPREADSHEET)
    for sheet in list(book):
        later = book.copy_worksheet(sheet)
        for cell in (cell for row in later.iter_rows() for cell in row):
            if isinstance(cell.value, str):
                cell.value = cell.value.replace("2022", "2023")
    book.save(folder / "两年.xlsx")
    return folder / "两年.xlsx"


def test_a_year_is_chosen_wherever_a_source_of_several_is_read(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    source, target = str(_two_years(tmp_path)), str(tmp_path / "报告.html")
    code, _, err = run(capsys, "check", source, "--json")
    assert (code, "--year" in err) == (2, True)
    _, out, _ = run(capsys, "check", source, "--year", "2023", "--json")
    assert lines(out)[0]["year"] == 2023
    assert run(capsys, "export", source, "--year", "2023", "-o", target)[0] == 0


HALF_READ = """甲局2023年政府信息公开工作年度报告
信息内容,本年制发件数,本年废止件数,现行有效件数
规章,约3,,0
行政规范性文件,0,0,0
"""


def test_what_was_not_read_is_told_and_never_called_blank(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    source = tmp_path / "表.csv"
    source.write_text(HALF_READ, encoding="utf-8")
    code, out, err = run(capsys, "check", str(source), "--json")
    messages = {tuple(f["cells"]): f["message"] for f in lines(out)[0]["findings"]}
    row = "disclosure.regulations"
    assert code == 1
    assert "没有从来源读到" in messages[(f"{row}.issued",)]
    assert "为空" in messages[(f"{row}.repealed",)]
    assert "约3" in err


@pytest.mark.parametrize("verb", ["export", "diff", "prior"])
def test_whatever_reads_a_source_tells_what_it_did_not_read(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, verb: str
) -> None:
    source = tmp_path / "表.csv"
    source.write_text(HALF_READ, encoding="utf-8")
    arguments = {
        "export": ("export", str(source), "-o", str(tmp_path / "表.xlsx")),
        "diff": ("diff", SAMPLE, str(source)),
        "prior": ("check", SAMPLE, "--prior", str(source)),
    }
    assert "约3" in run(capsys, *arguments[verb])[2]


def test_an_export_never_writes_over_its_source_or_template(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    document = tmp_path / "报告.docx"
    assert run(capsys, "export", SAMPLE, "-o", str(document))[0] == 0
    before = document.read_bytes()
    own = ("export", str(document), "-o", str(document))
    template = ("export", SAMPLE, "-o", str(document), "--template", str(document))
    for arguments in (own, template):
        code, _, err = run(capsys, *arguments)
        assert (code, document.read_bytes()) == (2, before)
        assert "覆盖" in err


def test_the_check_of_the_sample_finds_its_blank_cell(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "check", SAMPLE, "--json")
    (result,) = lines(out)
    blanks = [f for f in result["findings"] if f["rule"] == "value.blank"]
    assert code == 1
    assert not result["passed"]
    assert [f["cells"] for f in blanks] == [["requests.unavailable.still_unclear.natural"]]
    assert result["counts"]["error"] == 1


def test_a_check_with_last_year_compares_the_years(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    this_year, last_year = tmp_path / "2023.gic", tmp_path / "2022.gic"
    save_report(this_year, filled_with(1))
    save_report(last_year, filled_with(2))
    _, out, _ = run(capsys, "check", str(this_year), "--prior", str(last_year), "--json")
    assert "prior.carried_total" in {f["rule"] for f in lines(out)[0]["findings"]}


def test_a_check_says_in_chinese_what_it_found(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "check", SAMPLE)
    assert code == 1
    assert "补正后申请内容仍不明确" in out


def test_exporting_gives_a_word_file_that_reads_back_whole(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    document = tmp_path / "报告.docx"
    assert run(capsys, "export", SAMPLE, "-o", str(document))[0] == 0
    _, out, _ = run(capsys, "import", str(document), "--json")
    report = load_report(resource(REPORT))
    (reading,) = lines(out)
    assert {k: v for k, v in reading["cells"].items() if v is not None} == dict(report.values)
    assert reading["unit"] == report.unit.name


def test_exporting_tells_what_of_the_outline_is_left(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    report = load_report(resource(REPORT))
    text = MappingProxyType({**report.narrative, "5": "一是【请填写问题】。"})
    save_report(tmp_path / "报告.gic", replace(report, narrative=text))
    target = tmp_path / "报告.docx"
    code, out, _ = run(capsys, "export", str(tmp_path / "报告.gic"), "-o", str(target))
    assert (code, target.exists()) == (0, True)
    assert "其中还有 1 处【请填写…】没有写" in out


def test_an_unknown_ending_is_refused_in_words(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code, _, err = run(capsys, "export", SAMPLE, "-o", str(tmp_path / "报告.ppt"))
    assert code == 2
    assert ".docx" in err


def test_the_sample_is_written_with_last_years_spreadsheet(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code, _, _ = run(capsys, "sample", str(tmp_path / "样例"))
    assert code == 0
    assert len(list((tmp_path / "样例").iterdir())) == 3


def test_wrong_usage_is_said_in_chinese_without_a_traceback() -> None:
    result = subprocess.run(  # a process of its own: wrong usage ends it
        [sys.executable, "-m", "gicapp", "export"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 2
    assert result.stderr.startswith("命令写法不对。")
    assert "Traceback" not in result.stderr


def test_a_file_that_is_not_there_is_named_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "check", "没有这个文件.gic")
    assert code == 2
    assert "没有这个文件.gic" in err


@pytest.mark.parametrize("ending", ["docx", "html"])
def test_what_was_published_is_compared_with_the_report(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, ending: str
) -> None:
    """P-02: web page and attachment say what the report says, or what is different is told."""
    published = tmp_path / f"公布稿.{ending}"
    assert run(capsys, "export", SAMPLE, "-o", str(published))[0] == 0
    assert run(capsys, "diff", SAMPLE, str(published))[1] == "两稿一致。\n"
    changed, report = tmp_path / "报告.gic", load_report(resource(REPORT))
    cell = "disclosure.licensing.decisions"
    text = report.text("6") + "\n另有一句后来才加的话。"
    later, _ = apply(report, [SetValue(cell, 77), SetText("6", text)])
    save_report(changed, later)
    code, out, _ = run(capsys, "diff", str(changed), str(published), "--json")
    assert code == 0
    figure, sentence = lines(out)[0]["differences"]
    assert (figure["cell"], figure["before"]) == (cell, "77")
    assert "另有一句后来才加的话。" in sentence["before"]


def test_two_drafts_differ_in_what_was_changed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    changed = tmp_path / "第二稿.gic"
    cell = "requests.unavailable.still_unclear.natural"
    report, _ = apply(load_report(resource(REPORT)), [SetValue(cell, 0)])
    save_report(changed, report)
    code, out, _ = run(capsys, "diff", SAMPLE, str(changed), "--json")
    assert code == 0
    assert [d["cell"] for d in lines(out)[0]["differences"]] == [cell]
    assert run(capsys, "diff", SAMPLE, SAMPLE)[1] == "两稿一致。\n"


def test_last_years_report_that_cannot_be_read_stops_the_check(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    prior = tmp_path / "上年.pdf"
    prior.write_bytes(b"%PDF-1.7")
    code, out, err = run(capsys, "check", SAMPLE, "--prior", str(prior), "--json")
    assert (code, out) == (2, "")
    assert err.startswith("没有读到上年报告")


def test_a_prior_report_of_another_year_or_unit_is_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    report = load_report(Path(SAMPLE))
    other = tmp_path / "他.gic"
    save_report(other, replace(report, unit=replace(report.unit, name="某县林业局")))
    _, _, err = run(capsys, "check", SAMPLE, "--prior", str(other))
    assert "上年报告应为 2022 年，给出的是 2023 年" in err
    assert "某县林业局" in err
    _, _, err = run(capsys, "check", SAMPLE, "--prior", SPREADSHEET)
    assert err == ""


def test_a_source_without_a_report_is_said_where_errors_are(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    empty = tmp_path / "空.docx"
    empty.write_bytes(b"")
    code, out, err = run(capsys, "import", str(empty))
    assert (code, out) == (2, "")
    assert str(empty) in err


@pytest.mark.parametrize("words", [("merge", "a.docx", "-o", "b.gic"), ("-x",), ("import",)])
def test_what_is_no_file_to_open_is_for_the_command_line(words: tuple[str, ...]) -> None:
    assert cli.takes(words)


@pytest.mark.parametrize("words", [(), ("报告.gic",)])
def test_the_window_takes_one_file_at_most(words: tuple[str, ...]) -> None:
    assert not cli.takes(words)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_output_onto_a_full_disk_fails_in_words() -> None:
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            [sys.executable, "-m", "gicapp", "import", SPREADSHEET, "--json"],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert result.returncode == 2
    assert result.stderr == "无法输出结果：磁盘已满，请清理磁盘或换一个位置保存。\n"


def test_a_reason_of_the_system_is_said_in_chinese(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    taken = tmp_path / "有"
    taken.write_bytes(b"")
    assert (
        run(capsys, "sample", str(taken))[2]
        == f"无法建立文件夹“{taken}”：已有同名的文件，请换一个名字。\n"
    )
