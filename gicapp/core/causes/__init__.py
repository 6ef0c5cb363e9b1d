"""The cause finder: the smallest changes that explain the arithmetic findings taken together."""

from gicapp.core.causes.cause import Cause, find_causes
from gicapp.core.causes.unanswered import find_unanswered

__all__ = ["Cause", "find_causes", "find_unanswered"]
