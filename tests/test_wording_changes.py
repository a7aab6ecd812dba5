"""How one formula differs from the one before; every formula is ours."""

from __future__ import annotations

import pytest

from communique.ledger.wording import changed, differences, lexicon, says

CHANGES = [
    # firmer and weaker words of standing
    ("Peru firmly supports the peace plan", "Peru supports the peace plan", "softened"),
    ("Peru supports the peace plan", "Peru resolutely supports the peace plan", "hardened"),
    ("Peru's firm support for the peace plan", "Peru's firm and unwavering support for the peace plan", "hardened"),
    ("Peru adheres to the peace plan", "Peru respects the peace plan", "softened"),
    ("Peru took note of the peace plan", "Peru endorses the peace plan", "hardened"),
    ("Peru stressed the need for the peace plan", "Peru took note of the peace plan", "softened"),
    ("Peru supports the peace plan", "Peru supports in principle the peace plan", "softened"),
    ("Peru supports the peace plan, as long as all agree", "Peru supports the peace plan", "hardened"),
    # who reports it and how it is introduced is no part of it
    ("Both ministers reaffirmed their commitment to a fair peace", "the two sides reiterated their commitment to a fair peace", "same"),
    ("The Minister of Trade supports a fair peace", "Peru supports a fair peace", "same"),
    ("Peru supports a fair peace", "Peru supported a fair peace", "same"),
    ("Peru supports the award of 2016", "Peru supports the award of 2019", "reworded"),
    ("Peru respects the peace plan", "Peru strictly respects the peace plan", "hardened"),
    ("Peru called for a ceasefire", "Peru demands a ceasefire", "hardened"),
    ("Peru insisted on the release of all", "Peru called for the release of all", "softened"),
    ("Peru opposes piracy in all its forms", "Peru opposes piracy, under whatever name", "reworded"),
    # two words that made it firmer outweigh one thing more
    ("Peru strongly condemns piracy in all its forms", "Peru condemns piracy and armed robbery", "softened"),
    ("Peru condemns piracy and armed robbery", "Peru strongly condemns piracy in all its forms", "hardened"),
    # what others should do is no stand of one's own
    ("Peru respects the treaty", "Peru underlined the importance of respecting the treaty", "reworded"),
    # what is said of the thing
    ("Peru backs a free, fair and open market", "Peru backs a free and open market", "softened"),
    ("Peru backs a free market", "Peru backs a free market with strict rules", "hardened"),
    ("Peru backs a free market", "Peru backs a well ordered economy", "reworded"),
    ("Peru supports the peace principle", "Peru supports the peace policy", "softened"),
    ("Peru supports Chile's permanent membership", "Peru supports a greater role for Chile", "softened"),
    ("Peru supports an effective code", "Peru supports an effective and legally binding code", "hardened"),
    # gains and losses that even out, and ways of saying that cannot be compared
    ("Peru firmly supports the peace plan", "Peru supports the peace plan of all neighbours", "reworded"),
    ("Peru underlined the importance of the treaty", "disputes are settled in accordance with the treaty", "reworded"),
    ("Peru supports Chile in upholding its sovereignty", "Peru supports Chile in safeguarding its sovereignty", "reworded"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "now", "change"), CHANGES)
def test_a_formula_is_weighed_against_the_one_before(before: str, now: str, change: str) -> None:
    assert changed(before, now, "PER", lexicon()) == change


@pytest.mark.parametrize(("before", "now", "change"), CHANGES)
def test_back_again_it_is_the_other_way_round(before: str, now: str, change: str) -> None:
    other = {"hardened": "softened", "softened": "hardened"}.get(change, change)
    assert changed(now, before, "PER", lexicon()) == other


def test_the_words_that_changed_are_told() -> None:
    pieces = differences("Peru firmly supports the plan", "Peru supports the peace plan")
    assert pieces == [
        ("same", "Peru"), ("out", "firmly"), ("same", "supports the"), ("in", "peace"), ("same", "plan"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("formula", "phrase", "found"),
    [
        ("adheres to the one-China principle", "One China", True),
        ("adheres to the “one China” principle", "one-China principle", True),
        ("a community with a shared future", "community of shared future", False),
        ("anyone", "one", False),
        ("one China", "", False),
    ],
)
def test_a_phrase_is_found_whatever_its_case_and_hyphens(formula: str, phrase: str, found: bool) -> None:
    assert says(formula, phrase) is found
