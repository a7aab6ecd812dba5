"""Ladders: what two sides call their relationship, and how high that stands; the reports are invented."""

from __future__ import annotations

import pytest

from communique.knowledge import load_codebook
from communique.ledger.ladder import canonical, compare_tiers, differences, family, rungs, tier
from ledger_entries import Page


def test_a_report_tells_each_label_and_event_once_and_with_its_date() -> None:
    page = Page("a", "2027-01-01", "PER", ("CHL", "PER"))
    page.calls("PER-CHL", "strategic partnership", "established").calls(
        "PER-CHL", "strategic partnership", "established", "2019"
    )
    page.calls("PER-BRA", "comprehensive partnership")
    (one,) = rungs([page.entry()], "CHL", "PER")
    assert (one.label, one.event, one.date, one.told) == ("strategic partnership", "established", "2019", "2027-01-01")


def test_whose_word_it_is() -> None:
    page = Page("a", "2027-01-01", "PER", ("CHL", "PER"))
    page.calls("PER-CHL", "strategic partnership", by="CHL").calls(
        "PER-CHL", "diplomatic relations", "established", "1900"
    )
    assert [one.said_by for one in rungs([page.entry()], "PER", "CHL")] == [("CHL",), ("PER",)]


def test_a_tier_is_that_of_who_says_it() -> None:
    page = Page("a", "2027-01-01", "VNM", ("JPN", "VNM")).calls(
        "JPN-VNM", "comprehensive strategic partnership", by="VNM"
    )
    (one,) = rungs([page.entry()], "JPN", "VNM")
    assert one.tier == "VNM 3/3"


@pytest.mark.parametrize(
    ("one", "other", "party", "order"),
    [
        ("comprehensive strategic partnership", "strategic partnership", "CHN", "higher"),
        ("strategic partnership", "comprehensive strategic partnership", "VNM", "lower"),
        ("special strategic partnership", "comprehensive strategic partnership", "IND", "same"),
        ("eternal comprehensive strategic partnership of the new era",
         "permanent comprehensive strategic partnership for the new era", "CHN", "same"),
        ("community with a shared future", "strategic partnership", "CHN", None),
        ("community with a shared future", "community of shared future", "CHN", "same"),
        ("strategic partnership", "comprehensive partnership", "FJI", None),
        ("strategic partnership for peace and stability", "comprehensive partnership", "VNM", "higher"),
    ],
)  # fmt: skip
def test_tiers_are_compared_on_a_countrys_own_ladder(one: str, other: str, party: str, order: str | None) -> None:
    assert compare_tiers(one, other, party) == order
    turned = {"higher": "lower", "lower": "higher"}.get(order or "", order)
    assert compare_tiers(other, one, party) == turned


def test_what_is_known_of_labels_beside_the_rungs_keeps_the_order_partial(tmp_path) -> None:  # type: ignore[no-untyped-def]
    own = tmp_path / "own.yaml"
    own.write_text(
        "relation_ladders:\n  FJI:\n    party: FJI\n    rungs: [[partnership], [strategic partnership], [alliance]]\n"
        "    beside: [vuvale partnership, duavata partnership]\n"
        "    over: {vuvale partnership: [strategic partnership], duavata partnership: [vuvale partnership]}\n"
        "    source: ours\n"
    )
    book = load_codebook([own])
    assert compare_tiers("vuvale partnership", "partnership", "FJI", book) == "higher"
    assert compare_tiers("duavata partnership", "strategic partnership", "FJI", book) == "higher"
    assert compare_tiers("partnership", "duavata partnership", "FJI", book) == "lower"
    assert compare_tiers("vuvale partnership", "alliance", "FJI", book) is None


def test_each_ladder_names_its_source() -> None:
    for one in load_codebook().section("relation_ladders").values():
        place = tier(one.rungs[0][0], one.party)
        assert place is not None
        assert place.rung == 1
        assert place.source == one.source


def test_labels_in_other_mouths() -> None:
    assert (
        canonical("Everlasting strategic partnership in a new era") == "permanent strategic partnership for the new era"
    )
    assert [family(one) for one in ("allied relations", "vuvale partnership", "community of common destiny", "special ties")] == [
        "alliance", "partnership", "community", "relation",
    ]  # fmt: skip


def test_where_two_sides_name_it_differently_at_about_the_same_time() -> None:
    pages = [
        Page("a", "2027-01-01", "CHN").calls("CHN-KAZ", "permanent strategic partnership", "upgraded", "2027-01-01", by="CHN"),
        Page("b", "2027-01-02", "KAZ").calls("CHN-KAZ", "eternal strategic partnership", "upgraded", "2027-01-01", by="KAZ"),
        Page("c", "2027-01-03", "KAZ").calls("CHN-KAZ", "strategic partnership", by="KAZ"),
        Page("d", "2027-09-01", "CHN").calls("CHN-KAZ", "comprehensive strategic partnership", by="CHN"),
        Page("e", "2027-09-11", "KAZ").calls("CHN-KAZ", "strategic partnership", by="KAZ"),
    ]  # fmt: skip
    told = rungs([page.entry() for page in pages], "CHN", "KAZ")
    found = differences(told, "CHN", "KAZ")
    assert [(one.one.report, one.other.report, one.differ, one.order) for one in found] == [
        ("a", "b", "words", "same"), ("d", "e", "label", "higher"),
    ]  # fmt: skip


def test_what_both_decide_each_side_reports_in_words_of_its_own() -> None:
    pages = [
        Page("a", "2027-01-01", "CHN").calls("CHN-KAZ", "permanent strategic partnership", "upgraded", by="CHN/KAZ"),
        Page("b", "2027-01-01", "KAZ").calls("CHN-KAZ", "eternal strategic partnership", "upgraded", by="CHN/KAZ"),
        Page("c", "2027-01-01", "FRA").calls("CHN-KAZ", "strategic partnership", "upgraded", by="CHN/KAZ"),
    ]
    told = rungs([page.entry() for page in pages], "CHN", "KAZ")
    assert [(one.one.report, one.other.report) for one in differences(told, "CHN", "KAZ")] == [("a", "b")]
