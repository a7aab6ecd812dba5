"""What sides agreed, told by one of them or by the way: "said the two had agreed to", "talks in which they agreed to"."""

from __future__ import annotations

import pytest

import communique

READER = communique.Reader()
OPENING = "President Amina Otieno of Kenya received the Prime Minister of Norway, Lars Holm, in Nairobi on Monday.\n\n"


def _agreed(sentence: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """The promises and agreements behind the opening: their act, holders and items."""
    reading = READER.read(OPENING + sentence + "\n", outlet_country="KEN", published="2021-05-04")
    return [
        (told.act, "+".join(sorted(told.holders)), told.items)
        for told in reading.statements
        if told.act in ("agree", "pledge") and told.evidence[0].start > len(OPENING) - 2
    ]


BOTH = [
    ("She said the two countries have agreed to revive the ferry line.", "revive the ferry line"),
    ("President Otieno said the two countries had agreed to build a fish market.", "build a fish market"),
    ("Otieno said that Kenya and Norway agreed to set up a weather station.", "set up a weather station"),
    ("According to Otieno, the two countries agreed to abolish visas for students.", "abolish visas for students"),
    ("She added that both sides have pledged to exchange data on locusts.", "exchange data on locusts"),
    ("The two countries have decided to share a tax register, Prime Minister Holm said.", "share a tax register"),
    ("He said the two sides agreed that the quota would rise to 40.", "the quota would rise to 40"),
    ("“The two countries have agreed to build a bridge at Namanga,” Holm said.", "build a bridge at Namanga"),
    ("The Joint Commission agreed to speed up the works.", "speed up the works"),
    ("The fourth session of the Joint Commission decided to build a slipway.", "build a slipway"),
    ("Holm said the Joint Commission had agreed to speed up the works.", "speed up the works"),
    ("The two leaders held talks during which they decided to set up a shipping line.", "set up a shipping line"),
    ("The two leaders held a meeting in Kisumu at which they agreed to share maps.", "share maps"),
    ("The two leaders visited the harbour, where they pledged to finish the quay by 2023.", "finish the quay by 2023"),
    ("Mr Holm met the press after both countries had agreed to reopen their consulates.", "reopen their consulates"),
]


@pytest.mark.parametrize(("sentence", "item"), BOTH)
def test_what_both_agreed_is_the_word_of_both(sentence: str, item: str) -> None:
    assert _agreed(sentence) == [("agree", "KEN+NOR", (item,))]


def test_an_agreement_told_by_the_way_ends_what_stands_before_it() -> None:
    told = _agreed(
        "Norway announced a grant for the clinic in Kisumu as President Otieno and Prime Minister Holm agreed to deepen "
        "cooperation in health."
    )
    assert told == [
        ("pledge", "NOR", ("a grant for the clinic in Kisumu",)),
        ("agree", "KEN+NOR", ("deepen cooperation in health",)),
    ]


def test_what_one_side_agreed_in_a_new_paper_is_its_promise() -> None:
    told = _agreed("The two countries signed an accord in which Kenya agreed to buy 100 tractors from Norway.")
    assert told == [("pledge", "KEN", ("buy 100 tractors from Norway",))]


@pytest.mark.parametrize(
    "sentence",
    [
        "Holm recalled that the two countries had agreed to found a school.",
        "Holm said the two countries agreed in March last year to found a school.",
        "Holm said the two countries had previously agreed to found a school.",
        "He said the two countries have not agreed to found a school.",
        "He said that ties have grown, and that both sides have decided to stay friends.",
        "Holm said the Joint Commission had agreed in March last year to speed up the works.",
        "The parliamentary committee agreed to hear the farmers.",
        "The Joint Commission has not agreed to speed up the works.",
        "At the 2019 summit, at which the two sides agreed to found a school, a tree was planted.",
        "The talks followed last year's session, at which the two sides agreed to found a school.",
        "The ferry resumed after the two sides agreed in May to lower the fee.",
        "Norway urged Kenya to respect the declaration in which the two sides pledged to protect the reef.",
        "Mr Holm, who agreed to talk to reporters, left on Tuesday.",
    ],
)
def test_what_was_agreed_earlier_or_not_at_all_is_not(sentence: str) -> None:
    assert _agreed(sentence) == []
