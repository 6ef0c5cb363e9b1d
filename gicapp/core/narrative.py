"""The text of a section: its paragraphs and the live figures in it.

A live figure is written into the stored text as `⟦cell id⟧` and stands for the cell's number;
everything a user reads or exports is the rendered text.
"""

import re
from typing import Final

from gicapp.core.report import Report
from gicapp.form.values import show

_FIGURE: Final = re.compile(r"⟦([^⟦⟧\n]*)⟧")


def rendered(report: Report, section: str) -> str:
    """Return the text of a section as it is printed, every live figure as its number."""
    return _FIGURE.sub(lambda match: show(report.value(match[1])), report.text(section))


def paragraphs(report: Report, section: str) -> tuple[str, ...]:
    """Return the printed paragraphs of a section, without blank ones and blanks around."""
    lines = (line.strip() for line in rendered(report, section).splitlines())
    return tuple(line for line in lines if line)
