"""Brackets and quotes that stand alone: which are found, and where."""

import pytest

from gicapp.core.text.brackets import lone_signs


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("按照（国办发〔2021〕30号）要求", ()),
        ("按照（国办发〔2021〕30号要求", (2,)),
        ("按照国办发〔2021〕30号)要求", (14,)),
        ("根据《条例，坚持“公开", (2, 8)),
        ("1）目录；a）指南；三）年报", ()),
        ("“先审查、\n后公开”", ()),
        ("“先审查、\n一行\n后公开”", (0, 12)),
        ("（一\n（二）", (0,)),
    ],
)
def test_signs_without_their_other_half_are_found(text: str, places: tuple[int, ...]) -> None:
    assert lone_signs(text) == places
