"""The checks: pure functions from a report to frozen findings, listed in one catalogue."""
