"""Relations told around their label: clauses behind it, papers, ideas, ranks given, themes in the name (codebook, 4)."""

from __future__ import annotations

import pytest

from communique.knowledge import load_codebook
from communique.read.analyse import analyse
from communique.read.relations import relations
from communique.records import Report

DATELINE = "ASTANA, May 5, 2027 (Steppe Wire) -- "
NOW = "2027-05-05"
SP = "strategic partnership"


def read(sentence: str) -> list[tuple[str, str, str | None]]:
    scene = analyse(Report(text=DATELINE + sentence))
    return [
        (d.fields["label"], d.fields["event"], d.fields["date"])
        for d in relations(scene, load_codebook())
        if d.fields["label"] != "diplomatic relations"
    ]


BEHIND = [
    ("Cuba and Mali remain devoted to the community of shared future, on which the two presidents agreed in March last year.",
     "community of shared future", "agreed", "2026-03"),
    ("The comprehensive partnership that Chad concluded with Malta in 2020 has brought more students.",
     "comprehensive partnership", "established", "2020"),
    ("The strategic partnership which Peru and Oman agreed to build in 2024 is taking shape.", SP, "agreed", "2024"),
    ("Ministers of Fiji and Nepal will sign the strategic partnership they promised each other in 2025.", SP, "agreed", "2025"),
    ("He praised the strategic partnership that has guided the relations of Kenya and Cuba since 2010.", SP, "established", "2010"),
    ("The minister of Kenya praised the strategic partnership with Cuba, which dates from 2014.", SP, "established", "2014"),
    ("The strategic partnership Kenya proposed to Cuba last year is still being studied.", SP, "proposed", None),
    ("Peru and Oman praised the strategic partnership, under which Oman agreed to buy fish.", SP, "described", None),
    ("Peru and Oman have a strategic partnership that both agreed to deepen.", SP, "described", None),
    ("The strategic partnership that links Peru and Oman is bearing fruit.", SP, "described", None),
]  # fmt: skip

WAY = [
    ("The ministers of Peru and Oman agreed to work towards a strategic partnership.", SP, "agreed", NOW),
    ("Peru and Oman agreed to prepare a Treaty on Strategic Partnership.", SP, "agreed", NOW),
    ("The presidents of Peru and Oman instructed their ministers to draft a declaration on a strategic partnership.", SP, "agreed", NOW),
    ("In order to move to a strategic partnership, the presidents of Peru and Oman instructed their ministries to finish the text.",
     SP, "agreed", NOW),
    ("Peru and Oman decided to build, over the coming years, a strategic partnership.", SP, "agreed", NOW),
    ("Peru and Oman plan to declare a strategic partnership at the summit.", SP, "agreed", None),
    ("Peru and Oman signed a Joint Declaration on Strategic Partnership in 2016.", SP, "established", "2016"),
    ("The two sides spoke of the Treaty on Strategic Partnership between Peru and Oman.", None, None, None),
    ("Peru and Oman agreed that their ties will be raised to a strategic partnership in 2029.", SP, "agreed", None),
    ("Peru and Oman announced in June 2025 that they would build a community with a shared future.", "community with a shared future", "agreed",
     "2025-06"),
    ("Peru and Oman follow the promises made in November, when the two countries launched their Comprehensive Partnership.",
     "comprehensive partnership", "established", "2026-11"),
    ("Peru and Oman should work towards a strategic partnership.", SP, "proposed", None),
]  # fmt: skip

WISHES = [
    ("Peru has proposed a comprehensive strategic partnership to Oman.", "comprehensive strategic partnership", "proposed", None),
    ("Oman received Peru's idea of a strategic partnership without warmth.", SP, "proposed", None),
    ("Another of the proposals of Peru, a strategic partnership, found no echo in Oman.", SP, "proposed", None),
    ("The President of Peru called for a strategic partnership with Oman.", SP, "proposed", None),
    ("Peru seeks a strategic partnership with Oman.", SP, "proposed", None),
    ("The President of Peru called for a deeper strategic partnership with Oman.", SP, "described", None),
    ("Peru wants to see its ties with Oman grow into a strategic partnership.", SP, "proposed", None),
    ("The presidents of Peru and Oman opened negotiations on a strategic partnership.", SP, "agreed", NOW),
    ("The President of Peru called Oman a strategic partner.", SP, "described", None),
    ("The launch of the strategic partnership of Peru and Oman had to wait.", SP, "described", None),
    ("Peru and Oman have built a strategic partnership to which others look up.", SP, "described", None),
    ("Peru and Oman built a strategic partnership in 2014.", SP, "established", "2014"),
    ("The President of Peru welcomed the proposals made under the strategic partnership with Oman.", SP, "described", None),
]  # fmt: skip

RANKS = [
    ("The presidents of Peru and Oman decided to confer on the relations between both countries the rank of a strategic partnership.",
     SP, "established", NOW),
    ("Peru and Oman declared themselves bound by a strategic partnership.", SP, "established", NOW),
    ("The two ministers proclaimed the relations of Peru and Oman a strategic partnership in 2021.", SP, "established", "2021"),
    ("Peru and Oman declared that their strategic partnership is growing.", SP, "described", None),
]  # fmt: skip

THEMES = [
    ("Peru and Oman decided to raise their relations to the level of a Strategic Partnership for Peace and Coastal Growth.",
     "strategic partnership for peace and coastal growth", "upgraded", NOW),
    ("Peru and Oman established a Strategic Partnership on Desert Farming.", "strategic partnership on desert farming", "established", None),
    ("Peru proposed that its cooperation with Oman be raised to a strategic partnership on health.",
     "strategic partnership on health", "proposed", None),
    ("Peru and Oman praised their Comprehensive Strategic and Economic Partnership.", "comprehensive strategic and economic partnership",
     "described", None),
    ("Peru and Oman agreed to work towards a Comprehensive Trade and Ocean Partnership.", "comprehensive trade and ocean partnership", "agreed", NOW),
    ("Peru and Oman launched a Strategic Energy Partnership.", None, None, None),
    ("Peru and Oman decided to raise their ties to an Integrated Partnership.", "integrated partnership", "upgraded", NOW),
    ("Peru and Oman discussed their Strategic Partnership on Tuesday.", SP, "described", None),
    ("Peru and Oman praised their strategic partnership for peace.", SP, "described", None),
    ("Peru and Oman are strategic partners on equal terms.", SP, "described", None),
]  # fmt: skip

CLAUSES = [
    ("Peru and Oman agreed to raise their ties to a strategic partnership and to open a joint office, which is to be staffed in 2039.",
     SP, "upgraded", NOW),
    ("Peru and Oman agreed to raise their ties to a strategic partnership, and the first talks are to be held in 2039.", SP, "upgraded", NOW),
    ("Peru and Oman agreed to raise their ties to a strategic partnership in 2039.", SP, "agreed", NOW),
    ("Peru and Oman agreed to raise their ties to a strategic partnership when the Sultan visits Lima in 2039.", SP, "agreed", NOW),
    ("Peru and Oman are to build a strategic partnership.", SP, "agreed", NOW),
    ("Peru and Oman are to establish a strategic partnership.", SP, "agreed", None),
    ("The strategic partnership on which Peru and Oman agreed in 2024 has been turned into a plan of work.", SP, "agreed", "2024"),
    ("Peru and Oman agreed to propose to their parliaments that relations be raised to a strategic partnership.", SP, "proposed", None),
    ("Peru and Oman agreed to a proposal to raise their relations to a strategic partnership.", SP, "agreed", None),
    ("The raising of the ties of Peru and Oman to a strategic partnership, which officials had recommended, is on hold.", SP, "proposed", None),
    ("The raising of the ties of Peru and Oman to a strategic partnership has been postponed.", SP, "agreed", None),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "label", "event", "date"), [*CLAUSES, *BEHIND, *WAY, *WISHES, *RANKS, *THEMES])
def test_a_relation_is_told_by_what_stands_around_its_label(
    sentence: str, label: str | None, event: str | None, date: str | None
) -> None:
    assert read(sentence) == ([(label, event, date)] if label else [])
