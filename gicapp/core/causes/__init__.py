"""The cause finder: the smallest changes that explain the arithmetic findings taken together."""

from gicapp.core.causes.cause import Cause, find_causes

__all__ = ["Cause", "find_causes"]
