from pathlib import Path

from gicapp.errors import GicError
from gicapp.files.store import load_report
from gicapp.gui.safety.rescue import Rescue
from gicapp.gui.session import Session


def _told(session: Session) -> list[str]:
    told: list[str] = []
    session.failed.connect(told.append)
    return told


def test_a_failure_nobody_expected_keeps_a_copy_and_is_told(
    session: Session, tmp_path: Path
) -> None:
    told = _told(session)
    Rescue(lambda: session, tmp_path / "own").failed(
        ZeroDivisionError, ZeroDivisionError("x"), None
    )
    assert load_report(tmp_path / "own" / "recovered.gic") == session.report
    assert "recovered.gic" in told[0]
    assert "ZeroDivision" not in told[0]


def test_where_no_copy_can_be_kept_the_user_is_asked_to_save(
    session: Session, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    told = _told(session)
    Rescue(lambda: session, tmp_path / "file").failed(
        ZeroDivisionError, ZeroDivisionError("x"), None
    )
    assert "另存为" in told[0]


def test_an_action_that_cannot_be_done_is_said_in_its_own_words(
    session: Session, tmp_path: Path
) -> None:
    told = _told(session)
    Rescue(lambda: session, tmp_path).failed(GicError, GicError("磁盘已满。"), None)
    assert told == ["磁盘已满。"]
    assert list(tmp_path.iterdir()) == []
