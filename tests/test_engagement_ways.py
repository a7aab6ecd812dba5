"""Engagements that are to come, told in ordinary words; and what is to come of none in particular."""

from __future__ import annotations

import pytest

from after_a_meeting import LEAD, after_a_meeting


def _told(passage: str) -> list[tuple[str, str]]:
    reading = after_a_meeting(passage)
    return [(one.kind, one.status) for one in reading.engagements if one.evidence[0].start > len(LEAD)]


@pytest.mark.parametrize(
    ("passage", "wanted"),
    [
        ("The President of Mexico is expected in Osaka on 24 September on a working visit.", ("visit", "planned")),
        ("President Vargas of Mexico will travel to Osaka on 24 September on a state visit.", ("visit", "planned")),
        ("President Vargas of Mexico travelled to Osaka on 24 July on a state visit.", ("visit", "held")),
        ("The agreements on fish are to be signed in Osaka on 2 October.", ("signing", "planned")),
        ("The agreement has had to wait. It will be signed in Osaka on 2 October.", ("signing", "planned")),
        ("They left it to the joint commission, which meets in Osaka in November.", ("mechanism", "planned")),
    ],
)
def test_to_come(passage: str, wanted: tuple[str, str]) -> None:
    assert _told(passage) == [wanted]


@pytest.mark.parametrize(
    "passage",
    [
        "The two sides decided to hold quarterly meetings of their harbour masters.",
        "The signing of the accord had been planned for this week.",
        "The fish were counted. It will be signed off by the clerk.",
    ],
)
def test_none_in_particular(passage: str) -> None:
    assert not _told(passage)
