"""The one way in which a reader gives up; it never leaves this package."""

from gicapp.core.content import Problem


class Unreadable(Exception):  # noqa: N818 - it says what a source is, as its Problem does
    """A source cannot be read; carries the problem that the user sees instead."""

    def __init__(self, code: str, message: str, where: str = "文件") -> None:
        super().__init__(message)
        self.problem = Problem(code, where, message)


def too_large(what: str) -> Unreadable:
    """Return the failure for a source beyond a limit; `what` says which one in Chinese."""
    return Unreadable(
        "file.too_large",
        f"{what}，超出了年度报告可能的大小，没有读取。请只保留年度报告的表格另存一份再导入。",
    )


def damaged(what: str) -> Unreadable:
    """Return the failure for a file whose inside does not hold together."""
    return Unreadable(
        "file.damaged",
        f"文件已损坏：{what}。请用 WPS 或 Office 打开原文件，另存一份再导入。",
    )
