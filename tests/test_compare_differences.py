"""In what two tellings of one matter differ, and what makes them one: strength, act, dates, courtesies, amounts."""

from __future__ import annotations

import pytest

from communique.ledger.compare import compare
from communique.ledger.compare.formalities import is_formality
from communique.ledger.compare.matters import matters
from communique.ledger.compare.parts import parts
from communique.ledger.rows import Pair
from communique.records import Evidence, Relation
from tests.test_compare import Text, entry, say


def told(ours: tuple, theirs: tuple, topic: str = "health") -> Pair | None:
    """The pair that two statements make; None where they are not taken for one matter."""
    here, there = Text(), Text()
    (a, holder, act, strength), (b, other, act_b, strength_b) = ours, theirs
    found = compare(
        entry("ECU", say(here, a, holder, act, strength, topics=(topic,))),
        entry("HUN", say(there, b, other, act_b, strength_b, topics=(topic,))),
    )
    return found.both[0] if found.both else None


DIFFERENCES = [
    # one strength in both: that one leaves a date out doesn't make it less
    (("Hungary will open a vaccine plant in Guayaquil by June 2032", "HUN", "pledge", "firm"),
     ("Hungary will open the vaccine plant in Guayaquil", "HUN", "pledge", "firm"), ()),
    (("Hungary will open a vaccine plant in Guayaquil", "HUN", "pledge", "firm"),
     ("Hungary is ready to open a vaccine plant in Guayaquil", "HUN", "pledge", "soft"), ("strength",)),
    (("Hungary will open a vaccine plant in Guayaquil", "HUN", "pledge", "firm"),
     ("a vaccine plant will open in Guayaquil", "HUN", "announce", None), ()),
    (("Hungary will open a vaccine plant in Guayaquil", "HUN", "pledge", "firm"),
     ("Hungary had promised to open a vaccine plant in Guayaquil", "ECU", "announce", None), ()),
    (("Hungary will open a vaccine plant in Guayaquil", "HUN", "pledge", "firm"),
     ("Hungary is going to open a vaccine plant in Guayaquil", "ECU", "announce", None), ("act",)),
    (("Both agreed to open a vaccine plant in Guayaquil in 2032", "ECU HUN", "agree", "firm"),
     ("a vaccine plant could be opened in Guayaquil in 2032", "HUN", "assess", None), ("act", "strength")),
    (("Ruiz proposed that both run a vaccine plant in Guayaquil", "ECU", "propose", None),
     ("Ecuador and Hungary will run a vaccine plant in Guayaquil", "ECU", "assess", None), ("act", "strength")),
    (("Ecuador will never let smugglers of vaccines use Guayaquil", "ECU", "pledge", "firm"),
     ("Ecuador rejects the use of Guayaquil by smugglers of vaccines", "ECU", "oppose", None), ()),
    (("Ecuador supports the independence of Hungary", "ECU", "support", None),
     ("Ecuador unfailingly supports the independence of Hungary", "ECU", "support", None), ("strength",)),
]  # fmt: skip


@pytest.mark.parametrize(("ours", "theirs", "expected"), DIFFERENCES)
def test_tellings_differ_in_what_counts(ours: tuple, theirs: tuple, expected: tuple[str, ...]) -> None:
    pair = told(ours, theirs)
    assert pair is not None
    assert set(pair.differs) - {"wording", "attribution"} == set(expected)


@pytest.mark.parametrize(("speaker", "expected"), [("Rosa Ruiz", True), (None, False)])
def test_what_both_agreed_is_attributed_otherwise_where_somebody_says_it(speaker: str | None, expected: bool) -> None:
    here, there = Text(), Text()
    words = "Ecuador and Hungary agreed to open a vaccine plant in Guayaquil"
    told_by = say(here, words, "ECU HUN", "agree", "firm", topics=("health",), speaker=speaker)
    plain = say(there, f"{words} in 2032", "ECU HUN", "agree", "firm", topics=("health",))
    (pair,) = compare(entry("ECU", told_by), entry("HUN", plain)).both
    assert ("attribution" in pair.differs) is expected


def test_a_date_told_beside_the_matter_is_not_its_own() -> None:
    pair = told(
        ("Hungary will finance a clinic in Loja, on which work begins in 2033", "HUN", "pledge", "firm"),
        ("a Hungarian loan will finance the clinic in Loja", "HUN", "assess", None),
    )
    assert pair is not None
    assert "strength" not in pair.differs


@pytest.mark.parametrize("when", ["during 2032", "this year", "on 28 October", "to October 2032", "by mid-2032"])
def test_a_date_is_seen_behind_any_preposition(when: str) -> None:
    pair = told(
        (f"Both agreed to hold the vaccine fair in Loja {when}", "ECU HUN", "agree", "firm"),
        ("both had agreed to hold the vaccine fair in Loja in 2032", "ECU", "assess", None),
    )
    assert pair is not None
    assert "strength" not in pair.differs


def test_one_invitation_is_one_matter_in_whatever_words() -> None:
    pair = told(
        ("President Ruiz invited the Prime Minister to visit Ecuador", "ECU", "request", None),
        ("Ana Ruiz extended an invitation to Quito", "ECU", "request", None),
    )
    assert pair is not None


def test_one_courtesy_does_not_make_two_other_matters_one() -> None:
    assert (
        told(
            ("Ecuador asked for 300 nurses", "ECU", "request", None),
            ("Ana Ruiz extended an invitation to Quito", "ECU", "request", None),
        )
        is None
    )


def test_what_was_promised_is_of_the_same_kind_as_the_promise() -> None:
    pair = told(
        ("Both decided to found a fund for rivers worth 40 million dollars", "ECU HUN", "agree", "firm"),
        ("we have decided to create a river fund of $40 million", "ECU", "assess", None),
        topic="environment",
    )
    assert pair is not None
    assert "act" not in pair.differs


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("Ecuador, as a land of rivers, supports the water convention", 1),
        ("Ecuador supports the water convention and expects the same of Hungary", 1),
        ("Ecuador supports the water convention, opposes the sale of glaciers", 2),
        ("Ecuador supports the water convention and opposes the sale of glaciers", 2),
    ],
)
def test_an_aside_and_what_points_back_are_no_parts(quote: str, expected: int) -> None:
    assert len(parts(say(Text(), quote, "ECU", "support"))) == expected


@pytest.mark.parametrize(
    "quote",
    [
        "Touching on the lagoon of Colta",
        "Speaking of fisheries",
        "The Minister made the call when visiting the port of Manta",
        "Ana Ruiz warmly welcomed her guest",
    ],
)
def test_what_only_leads_over_is_no_matter(quote: str) -> None:
    assert is_formality(quote)


@pytest.mark.parametrize(
    "quote",
    [
        "Speaking of fisheries, Ruiz asked for larger nets",
        "She welcomed the guest workers' new contract",
        "Touching scenes of thanks",
    ],
)
def test_what_is_told_behind_it_is_a_matter(quote: str) -> None:
    assert not is_formality(quote)


def test_a_relation_of_long_ago_is_no_news() -> None:
    def relation(date: str) -> Relation:
        quote = "established diplomatic relations"
        return Relation(
            report="r", evidence=(Evidence(start=0, end=len(quote), quote=quote),), rule=("x",), parties=("ECU", "HUN"),
            label="diplomatic relations", event="established", date=date,
        )  # fmt: skip

    assert matters(entry("ECU", relations=(relation("1970"),))) == []
    assert len(matters(entry("ECU", relations=(relation("2031-05-04"),)))) == 1
