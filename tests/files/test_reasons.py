"""Why a file could not be read or written is said in Chinese, with what to do."""

import errno
import os
import re

import pytest

from gicapp.files.reasons import why_unread, why_unwritten

AWAY = [errno.ENOTCONN, errno.ETIMEDOUT, errno.EHOSTDOWN, errno.ENETUNREACH, errno.ESTALE]


def on_windows(number: int, vague: int) -> OSError:
    """Return an error as Python makes it of one of Windows."""
    error = OSError(vague, "The specified network name is no longer available", None, number)
    vars(error)["winerror"] = number  # elsewhere than on Windows there is none
    return error


@pytest.mark.parametrize("number", AWAY)
def test_a_drive_that_is_gone_is_called_so(number: int) -> None:
    error = OSError(number, os.strerror(number))
    assert "断开" in why_unread(error)
    assert "换一个位置保存" in why_unwritten(error)
    assert not re.search("[A-Za-z]", why_unread(error) + why_unwritten(error))


@pytest.mark.parametrize(
    ("number", "vague", "said"),
    [
        (19, errno.EACCES, "只读"),
        (21, errno.EACCES, "断开"),
        (39, errno.EINVAL, "磁盘已满"),
        (53, errno.ENOENT, "断开"),
        (64, errno.EINVAL, "断开"),
        (121, errno.EINVAL, "断开"),
        (123, errno.EINVAL, "文件名不能这样写"),
        (206, errno.ENOENT, "太长"),
        (1117, errno.EINVAL, "写入出错"),
    ],
)
def test_what_windows_says_is_taken_more_exactly_than_python_does(
    number: int, vague: int, said: str
) -> None:
    assert said in why_unwritten(on_windows(number, vague))


def test_a_name_on_windows_is_not_blamed_for_a_lost_share() -> None:
    assert "断开" in why_unread(on_windows(59, errno.EINVAL))
    assert "文件名" in why_unread(on_windows(123, errno.EINVAL))


def test_a_share_that_tells_no_reason_may_be_full() -> None:
    assert "空间已满" in why_unwritten(OSError(errno.EIO, os.strerror(errno.EIO)))


def test_what_nobody_foresaw_is_told_as_the_system_tells_it() -> None:
    assert why_unread(OSError(errno.EXDEV, "odd")) == "系统报告：odd"
