from pathlib import Path

from gicapp.core.checks.catalogue import RULES
from gicapp.core.checks.manual import rules_markdown

PAGE = Path(__file__).parents[3] / "docs" / "rules.md"


def test_the_committed_page_is_what_the_catalogue_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == rules_markdown(), (
        "write it anew: python -m tests.core.checks.test_manual"
    )


def test_every_rule_has_a_line() -> None:
    lines = rules_markdown().splitlines()
    assert [line.split("`")[1] for line in lines if line.startswith("| `")] == [
        rule.name for rule in RULES
    ]


if __name__ == "__main__":
    PAGE.write_text(rules_markdown(), encoding="utf-8")
