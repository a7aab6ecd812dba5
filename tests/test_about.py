"""The words by which a report takes up a matter before it tells of it, and what the ledger makes of them."""

from __future__ import annotations

import pytest

from communique import Reader
from communique.ledger.commitments import follow, mentions
from communique.ledger.entry import Entry

OPENING = (
    "Foreign Minister Ada Okafor of Nigeria met Foreign Minister Pekka Aalto of Finland in Abuja on 4 May 2031.\n\n"
)
LATER = OPENING.replace("Abuja on 4 May 2031", "Turku on 9 June 2032")


@pytest.fixture(scope="module")
def reader():
    return Reader()


def about(reader, said):
    reading = reader.read(OPENING + said)
    found = {one.about.quote for one in (*reading.statements, *reading.outcomes) if one.about is not None}
    for one in (*reading.statements, *reading.outcomes):
        assert one.about is None or reading.report.text[one.about.start : one.about.end] == one.about.quote
    return found


@pytest.mark.parametrize(
    ("said", "matter"),
    [
        ("On the cocoa ferry, the two ministers agreed to begin talks in June.", "the cocoa ferry"),
        ("As for visas for nurses, Finland will consider the request.", "visas for nurses"),
        ("Regarding the tannery in Kano, Aalto said that work would begin next year.", "the tannery in Kano"),
        ("3. With respect to the fish quota, Nigeria asked for a review.", "the fish quota"),
        ("Turning to the Lagos tram, the two sides decided to set up a working group.", "the Lagos tram"),
        ("On the question of timber, Finland has lifted the ban.", "timber"),
    ],
)
def test_the_matter_that_is_taken_up_is_kept(reader, said, matter):
    assert about(reader, said) == {matter}


@pytest.mark.parametrize(
    "said",
    [
        "On 6 May, the two ministers agreed to begin talks on fish.",
        "On Monday, Finland lifted the ban on timber.",
        "On behalf of Finland, Aalto promised forty tractors.",
        "On the sidelines of the talks, the two sides signed a protocol on timber.",
        "On his return, Aalto will send the papers.",
        "The two ministers agreed to begin talks on fish.",
    ],
)
def test_what_is_no_matter(reader, said):
    assert about(reader, said) == set()


def test_it_is_no_part_of_what_a_record_is(reader):
    (one,) = reader.read(OPENING + "On the cocoa ferry, the two ministers agreed to begin talks in June.").statements
    assert one.about is not None
    assert type(one)(**{**one.model_dump(exclude={"id"}), "about": None}).id == one.id


def threads(reader, *told):
    texts = (OPENING + told[0], LATER + told[1])
    rows = follow([Entry.of(reader.read(text)) for text in texts], "FIN", "NGA")
    return sorted(len([step for step in one.history if step.sure]) for one in rows if one.kind != "engagement")


def test_an_undertaking_is_known_again_by_the_matter_taken_up(reader):
    first = "The two ministers agreed to open a cocoa ferry between Turku and Lagos in 2032."
    assert threads(reader, first, "On the cocoa ferry, the two sides decided to wait for the new port.") == [2]
    assert threads(reader, first, "On the timber quota, the two sides decided to wait for the new port.") == [1, 1]


def test_what_names_enough_itself_needs_no_other_words(reader):
    def terms(said):
        (one,) = (m for m in mentions(Entry.of(reader.read(OPENING + said))) if m.told == "said")
        return one.terms.names

    assert "kano" in terms("On the tannery in Kano, Finland will pay the wages.")
    long = "Finland will build a biogas plant with a laboratory and a greenhouse beside the tram depot in Jos"
    assert "kano" not in terms(f"On the tannery in Kano, {long}.")
