"""What every test runs under: Qt off the screen, and hypothesis without a clock."""

import os

from hypothesis import HealthCheck, settings

# Before anything imports Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Whole reports, and pairs of them, are large examples: many tries outgrow hypothesis's buffer.
_LARGE = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
_UNTIMED = settings(deadline=None, suppress_health_check=_LARGE)
# The gate tries the same examples on every machine; `--hypothesis-profile=search` tries others.
settings.register_profile("gate", _UNTIMED, max_examples=50, derandomize=True)
settings.register_profile("search", _UNTIMED, max_examples=2000)
settings.load_profile("gate")
