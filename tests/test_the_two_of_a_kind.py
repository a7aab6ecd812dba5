"""The two sides by what they are to each other: "the two brotherly countries", "the two Government leaders"."""

from __future__ import annotations

import pytest

import communique

READER = communique.Reader()
OPENING = "President Amina Otieno of Kenya received the Prime Minister of Norway, Lars Holm, in Nairobi on Monday.\n\n"


def _agreed(sentence: str) -> list[tuple[set[str], tuple[str, ...]]]:
    reading = READER.read(OPENING + sentence + "\n", outlet_country="KEN", published="2021-05-04")
    return [(set(one.holders), one.items) for one in reading.statements if one.act == "agree"]


@pytest.mark.parametrize(
    "two",
    [
        "The two Government leaders",
        "The two neighbouring countries",
        "The two brotherly nations",
        "Both friendly countries",
        "The two island states",
        "The two party chiefs",
    ],
)
def test_they_are_the_two_sides(two: str) -> None:
    assert _agreed(f"{two} agreed to abolish visas for students.") == [
        ({"KEN", "NOR"}, ("abolish visas for students",))
    ]


@pytest.mark.parametrize("two", ["Two senior officials", "Two visiting ministers from Ghana", "Two neighbouring farms"])
def test_any_two_are_not(two: str) -> None:
    assert _agreed(f"{two} agreed to abolish the race.") == []


@pytest.mark.parametrize("verb", ["observed", "oversaw", "witnessed"])
def test_a_signing_that_is_looked_on_is_a_signing(verb: str) -> None:
    text = f"{OPENING}The two prime ministers {verb} the signing of an agreement on tourism.\n"
    reading = READER.read(text, outlet_country="KEN", published="2021-05-04")
    assert "signing" in {one.kind for one in reading.engagements}


def test_observing_anything_else_is_none() -> None:
    text = f"{OPENING}The two prime ministers observed a minute of silence and the agreement on tourism.\n"
    reading = READER.read(text, outlet_country="KEN", published="2021-05-04")
    assert "signing" not in {one.kind for one in reading.engagements}
