"""Where the files that ship with the program lie: in a checkout, a wheel or a built folder."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent / "resources"


def resource(name: str) -> Path:
    """Return the path of a shipped file; `name` is relative to `resources/`, with slashes."""
    return ROOT / name


def manual() -> Path:
    """Return the manual: it lies in `docs/`, and is packed beside the resources when shipped."""
    packed = resource("manual/manual.md")
    return packed if packed.exists() else ROOT.parent / "docs" / "manual.md"
