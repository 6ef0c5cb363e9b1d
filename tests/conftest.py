"""What every test runs under: Qt off the screen, and hypothesis without a clock."""

import os
from collections.abc import Iterator

import pytest
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


@pytest.fixture(scope="session", autouse=True)
def _own_places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep settings and recovery copies of programs that tests start out of the user's own."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
            patch.setenv(name, str(tmp_path_factory.mktemp(name.lower())))
        yield
