"""Agreements whose words tell nothing, decisions agreed, sides committed to a thing, and money granted in figures."""

from __future__ import annotations

import pytest

import communique

READER = communique.Reader()
OPENING = "President Amina Otieno of Kenya received the Prime Minister of Norway, Lars Holm, in Nairobi on Monday.\n\n"


def _read(sentence: str) -> communique.Reading:
    return READER.read(OPENING + sentence + "\n", outlet_country="KEN", published="2021-05-04")


@pytest.mark.parametrize(
    ("sentence", "act", "holders", "item"),
    [
        ("The decision to build a slipway was agreed at the last session.", "agree", {"KEN", "NOR"}, "build a slipway"),
        ("The leaders committed Norway and Kenya to doubling the fee.", "agree", {"KEN", "NOR"}, "doubling the fee"),
        ("Norway committed itself to repairing the quay.", "pledge", {"NOR"}, "repairing the quay"),
        ("An agreement was reached to share the catch.", "agree", {"KEN", "NOR"}, "share the catch"),
    ],
)
def test_what_is_bound_to_be_done_is_the_item(sentence: str, act: str, holders: set[str], item: str) -> None:
    told = [one for one in _read(sentence).statements if one.act == act]
    assert [(set(one.holders), one.items) for one in told] == [(holders, (item,))]


@pytest.mark.parametrize(
    "sentence", ["The agreement was reached on Friday.", "The two leaders agreed to the following:"]
)
def test_a_day_or_a_pointer_is_nothing_agreed(sentence: str) -> None:
    assert not [one for one in _read(sentence).statements if one.act == "agree"]


def test_a_decision_that_is_announced_is_not_agreed() -> None:
    told = _read("The decision to close the quay was announced on Friday.").statements
    assert not [one for one in told if one.act == "agree" and len(one.holders) == 2]


@pytest.mark.parametrize("money", ["EUR 21 million", "US$ 4 million", "$3 million"])
def test_money_in_figures_is_granted(money: str) -> None:
    reading = _read(f"Norway has granted {money} in support to Kenya.")
    assert [(one.state, one.what.removesuffix(" in support")) for one in reading.outcomes] == [("done", money)]


def test_a_sum_that_is_only_reached_is_no_outcome() -> None:
    assert not _read("Trade between the two countries exceeded $3 million.").outcomes
