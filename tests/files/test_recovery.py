from pathlib import Path

from hypothesis import HealthCheck, given, settings

from gicapp.core.report import Report
from gicapp.files.recovery import drop_copy, keep_copy, recovery_copies, recovery_path
from gicapp.files.store import load_report
from tests.strategies import REPORTS, filled_with


@given(REPORTS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_kept_copy_is_found_whole_with_its_origin(tmp_path: Path, report: Report) -> None:
    path = recovery_path(tmp_path / "恢复", "甲")
    keep_copy(path, report, Path("某处/报告.gic"))
    (copy,) = recovery_copies(tmp_path / "恢复")
    assert (copy.report, copy.origin) == (report, Path("某处/报告.gic"))


def test_work_never_saved_has_no_origin(tmp_path: Path) -> None:
    keep_copy(recovery_path(tmp_path, "甲"), filled_with(1), None)
    assert recovery_copies(tmp_path)[0].origin is None


def test_a_dropped_copy_and_a_spoilt_one_are_not_offered(tmp_path: Path) -> None:
    dropped, spoilt = recovery_path(tmp_path, "甲"), recovery_path(tmp_path, "乙")
    keep_copy(dropped, filled_with(1), None)
    drop_copy(dropped)
    drop_copy(dropped)
    spoilt.write_bytes(b"PK")
    assert recovery_copies(tmp_path) == ()


def test_a_copy_opens_as_a_report_by_hand_too(tmp_path: Path) -> None:
    path = recovery_path(tmp_path, "甲")
    keep_copy(path, filled_with(3), None)
    assert load_report(path) == filled_with(3)


def test_a_copy_tells_whether_the_user_ended_the_program(tmp_path: Path) -> None:
    keep_copy(recovery_path(tmp_path, "甲"), filled_with(1), None)
    assert [copy.is_left for copy in recovery_copies(tmp_path)] == [False]
    keep_copy(recovery_path(tmp_path, "甲"), filled_with(1), None, is_left=True)
    assert [copy.is_left for copy in recovery_copies(tmp_path)] == [True]
