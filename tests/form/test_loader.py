import copy
import tomllib
from dataclasses import FrozenInstanceError
from typing import Any

import pytest

from gicapp.form.loader import build_form, load_form
from gicapp.resources import resource


@pytest.fixture
def raw() -> dict[str, Any]:
    with resource("forms/2021.toml").open("rb") as file:
        return tomllib.load(file)


def _table(raw: dict[str, Any], name: str) -> dict[str, Any]:
    table: dict[str, Any] = next(table for table in raw["tables"] if table["id"] == name)
    return table


def test_the_form_is_read_once() -> None:
    assert load_form() is load_form()


def test_building_leaves_the_parsed_declaration_as_it_was(raw: dict[str, Any]) -> None:
    before = copy.deepcopy(raw)
    assert build_form(raw) == load_form()
    assert raw == before


def test_a_form_cannot_be_changed() -> None:
    form = load_form()
    with pytest.raises(FrozenInstanceError):
        form.title = ""  # type: ignore[misc]  # what is tried here
    with pytest.raises(TypeError):
        form.cells["new"] = next(iter(form.cells.values()))  # type: ignore[index]  # as above


def test_a_label_stands_in_one_place(raw: dict[str, Any]) -> None:
    _table(raw, "requests")["rows"][0]["label"] = "一、换一种写法"
    form = build_form(raw)
    assert [box.text for box in form.table("requests").boxes if box.labels_row == "new"] == [
        "一、换一种写法"
    ]
    assert form.table("requests").rows[0].label == "一、换一种写法"


def test_a_row_more_is_a_row_and_a_grid_line_and_brings_its_cells_and_totals(
    raw: dict[str, Any],
) -> None:
    table = _table(raw, "requests")
    table["rows"].append({"id": "further", "label": "五、另有", "help": "说明"})
    table["grid"].append([{"row": "further", "columns": 3}, {"values": "further"}])
    form = build_form(raw)
    assert len(form.cells) == len(load_form().cells) + 7
    assert form.cells["requests.further.total"].derived
    assert "requests.further.total" in {total.cell for total in form.totals}
    assert form.table("requests").height == 29


@pytest.mark.parametrize("entry", [{"row": "nowhere"}, {"values": "nowhere"}, {"column": "no"}])
def test_a_grid_that_names_what_is_not_declared_is_not_a_form(
    raw: dict[str, Any], entry: dict[str, Any]
) -> None:
    _table(raw, "requests")["grid"].append([entry])
    with pytest.raises(KeyError):
        build_form(raw)


@pytest.mark.parametrize("part", ["id", "title", "sections", "tables"])
def test_a_declaration_that_lacks_a_part_is_not_a_form(raw: dict[str, Any], part: str) -> None:
    del raw[part]
    with pytest.raises(KeyError):
        build_form(raw)
