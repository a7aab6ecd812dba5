"""An outlet of a third country that tells of two others: its own country is no side, and no official is its own."""

from __future__ import annotations

import pytest

import communique

READER = communique.Reader()


def _holders(text: str, outlet_country: str) -> set[str]:
    reading = READER.read(text, outlet_country=outlet_country, published="2021-05-04")
    return {side for told in reading.statements for side in (*told.holders, *told.addressees)}


@pytest.mark.parametrize(
    "lead",
    [
        "Nairobi: Seeking to deepen their ties, Norway and Kenya on Monday signed seven pacts.",
        "Norway and Kenya have agreed to share a weather ship.",
        "The prime ministers of Norway and Kenya, Lars Holm and John Otieno, met in Kisumu on Monday.",
    ],
)
def test_two_others_are_the_sides(lead: str) -> None:
    text = f"{lead}\n\nPrime Minister Lars Holm met Kenyan President Amina Otieno. Prime Minister Holm pledged to build a slipway.\n"
    assert "OMN" not in _holders(text, "OMN")
    reading = READER.read(text, outlet_country="OMN", published="2021-05-04")
    assert ("pledge", ("NOR",)) in {(told.act, told.holders) for told in reading.statements}


@pytest.mark.parametrize(
    "text",
    [
        # the outlet's country goes unnamed, but it is its own officials who act
        (
            "Kenya and Tanzania will receive 20 million kroner for clean water, the Government said on Monday.\n\n"
            "Foreign Minister Eva Lund pledged to pay the money in June.\n"
        ),
        # it is named
        (
            "Kenya and Tanzania signed a ferry agreement in Oslo on Monday.\n\n"
            "Foreign Minister Eva Lund pledged to pay for the quay.\n"
        ),
        (
            "The Prime Minister, Lars Holm, met the Presidents of Kenya and Tanzania in Nairobi on Monday.\n\n"
            "Prime Minister Holm pledged to open a consulate in Mombasa.\n"
        ),
    ],
)
def test_an_outlet_still_speaks_of_its_own_officials(text: str) -> None:
    assert "NOR" in _holders(text, "NOR")
