"""Requests, promises and answers in openings and turns of the sentence that hide whose they are."""

from __future__ import annotations

import pytest

from communique import Reader
from communique.ledger.commitments import mentions
from communique.ledger.entry import Entry

REPORT = (
    "LIMA, 4 May 2031 - Foreign Minister Rosa Quispe Vargas of Peru met the Foreign Minister of Poland, Jan Kowalewski, in Lima on "
    "Sunday.\n\nThe ministers spoke of trade.\n\n"
)
BRIEFING = (
    "Weekly briefing by the Spokesperson\n\nLima, 4 May 2031\n\nQuestion: What did the visit of the Polish Foreign Minister bring?\n\n"
    "Spokesperson: Foreign Minister Rosa Quispe Vargas of Peru met the Foreign Minister of Poland, Jan Kowalewski. They spoke of amber. "
)


@pytest.fixture(scope="module")
def reader():
    return Reader()


def told(reader, head, sentence):
    reading = reader.read(head + sentence + "\n", published="2031-05-04", language="en", outlet_country="PER")
    return [
        (f"{one.act} {'+'.join(one.holders)}", one.items, one.evidence[0].quote)
        for one in reading.statements
        if one.evidence[0].start >= len(head)
    ]


ASKED = [
    ("Turning to the ferries, the Polish side asked to move the opening to 2032.", "request POL"),
    (
        "Touching on the observatory at Arequipa, the Polish side asked to move its opening to 2032, citing the roads.",
        "request POL",
    ),
    ("The Polish Ministers asked Peru to lend two ships to the museum.", "request POL"),
    ("The Polish ministers asked Peru to lend two ships to the museum.", "request POL"),
    ("Minister Quispe explained Peru's plan to provide Poland with two icebreakers.", "pledge PER"),
    ("Minister Quispe outlined plans to build a fish terminal in Paita.", "pledge PER"),
    ("Minister Quispe briefed her guest on Peru's plan to open a consulate in Gdynia.", "pledge PER"),
    ("As Kowalewski stated, Poland will build a slipway in Paita.", "pledge POL"),
    ("As noted by Kowalewski, Poland will build a slipway in Paita.", "pledge POL"),
    ("As the Polish minister told reporters, the slipway will be opened in June.", "pledge POL"),
]
NOT_ASKED = [
    "Turning to the east, the river asked for patience.",
    "Polish ministers have often spoken of amber.",
    "Minister Quispe explained the Plan 2040 to her guest.",
    "Minister Quispe presented the plan of the harbour.",
    "As Kowalewski said goodbye, the band played the anthem.",
    "As the slipway was built by Poland, it bears a Polish name.",
]


@pytest.mark.parametrize(("sentence", "wanted"), ASKED)
def test_who_asks_or_promises_is_read(reader, sentence, wanted):
    assert [what for what, items, _ in told(reader, REPORT, sentence) if items] == [wanted]


@pytest.mark.parametrize("sentence", NOT_ASKED)
def test_what_only_looks_alike_asks_nothing(reader, sentence):
    assert not [
        what for what, _, _ in told(reader, REPORT, sentence) if what.split()[0] in ("request", "pledge", "agree")
    ]


def test_the_matter_that_a_sentence_turns_to_is_of_its_words(reader):
    found = told(
        reader, REPORT, "Touching on the observatory at Arequipa, the Polish side asked to move its opening to 2032."
    )
    assert found[0][2].startswith("Touching on the observatory at Arequipa")


def test_what_is_told_by_the_way_is_not_called_for(reader):
    sentence = (
        "The Peruvian President called for the resumption of flights between Lima and Warsaw, suspended twenty years ago, and "
        "proposed the negotiation of an agreement on fishing."
    )
    found = [items for _, items, _ in told(reader, REPORT, sentence)]
    assert found == [
        ("the resumption of flights between Lima and Warsaw, suspended twenty years ago",),
        ("the negotiation of an agreement on fishing",),
    ]
    sentence = "The Peruvian President called for the return of the papers, taken in 1939 and kept in Gdynia."
    assert [items for _, items, _ in told(reader, REPORT, sentence)] == [
        ("the return of the papers, taken in 1939 and kept in Gdynia",)
    ]


def test_the_other_side_asks_in_a_speakers_own_words(reader):
    assert told(reader, BRIEFING, "Poland asked us to lower the levy on amber.")[0][0] == "request POL"
    assert told(reader, BRIEFING, "Poland asked that the levy on amber be lowered.")[0][0] == "request POL"
    assert told(reader, BRIEFING, "Poland offered 20 places at its school.")[0][0] == "pledge POL"
    assert told(reader, BRIEFING, "Poland asked us last year to lower the levy on amber.")[0][0] == "assess PER"
    recalled = told(
        reader, BRIEFING, "The Polish side informed us last year of its decision not to renew the pact on amber."
    )
    assert recalled[0][0] == "pledge POL"


TELLINGS = [
    ("Nor could Poland lower the fee on amber, he told the meeting.", "refused"),
    ("Minister Quispe said the text on fishing could be signed by the end of the year.", "said"),
    ("Minister Quispe said that the offer of a loan for trams still stood.", "said"),
    ("Minister Quispe said that the invitation to the guest remained valid.", "said"),
    ("An invitation was extended to the President of Poland, Jan Nowak, to pay a state visit to Peru.", "asked"),
    ("Minister Quispe said the loan of 30 million zlotys for trams remained available.", "said"),
    ("The other ten trams will follow in the autumn.", "said"),
    ("The remaining trams will follow by June.", "said"),
]
UNTOLD = [
    "The other members will follow the talks.",
    "The rest will follow the river.",
    "Minister Quispe said the text on fishing could be read by all.",
    "Minister Quispe said that the offer of a loan for trams stood out.",
    "Minister Quispe said that amber could be found by the sea.",
]


@pytest.mark.parametrize(("sentence", "wanted"), TELLINGS)
def test_what_is_told_of_it_is_followed(reader, sentence, wanted):
    reading = reader.read(REPORT + sentence + "\n", published="2031-05-04", language="en")
    found = [one.told for one in mentions(Entry.of(reading)) if one.evidence.start >= len(REPORT)]
    assert found == [wanted]


def test_that_the_rest_will_follow_is_told_by_a_sentence_of_its_own(reader):
    sentence = "Ten trams have been delivered and the other ten will follow in the autumn.\n"
    found = mentions(Entry.of(reader.read(REPORT + sentence, published="2031-05-04", language="en")))
    assert [one.told for one in found if one.evidence.start >= len(REPORT) and one.told == "said"] == []


@pytest.mark.parametrize("sentence", UNTOLD)
def test_what_sounds_alike_is_not_followed(reader, sentence):
    reading = reader.read(REPORT + sentence + "\n", published="2031-05-04", language="en")
    assert not [m for m in mentions(Entry.of(reading)) if m.evidence.start >= len(REPORT) and not m.faint]
