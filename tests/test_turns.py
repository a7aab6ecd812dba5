"""Remarks and transcripts: whose turn a paragraph is, and that questions hold nothing."""

import pytest

from communique import Reader
from communique.read.actors.turns import speaker
from communique.read.scene import Person

REMARKS = """Press remarks by Foreign Minister Aino Rantala after meeting with Foreign Minister Tomé Sacadura

Check against delivery!

I want to thank Mozambique for its hospitality. I am grateful to my colleague for a long talk about the port. We will finance the dredging of the harbour of Nacala. I condemn the attack on the mission in Pemba.

Q. Minister Sacadura, will the tariff be raised, as the farmers fear? And does Finland mind?

Tomé Sacadura: We will not raise the tariff this year.

AR: I welcome this decision.
"""


@pytest.fixture(scope="module")
def said():
    reading = Reader().read(REMARKS, outlet_country="FIN", published="2033-04-04")
    return {s.evidence[0].quote: s for s in reading.statements}


def test_the_minister_of_the_remarks_speaks_for_her_side(said):
    promise = next(s for words, s in said.items() if "finance the dredging" in words)
    assert (promise.act, promise.holders) == ("pledge", ("FIN",))


def test_a_turn_is_of_the_name_or_the_initials_that_label_it(said):
    refusal = next(s for words, s in said.items() if "not raise the tariff" in words)
    welcome = next(s for words, s in said.items() if "welcome this decision" in words)
    assert (refusal.holders, refusal.speaker) == (("MOZ",), "Tomé Sacadura")
    assert (welcome.holders, welcome.speaker) == (("FIN",), "Aino Rantala")


def test_a_question_and_a_notice_hold_nothing(said):
    assert not any("?" in words or "Check against" in words or "farmers fear" in words for words in said)


def test_an_office_labels_its_only_holder():
    cast = [Person("Ada Okafor", "NGA", ["Foreign Minister"]), Person("Bo Lind", "SWE", ["Prime Minister"])]
    assert speaker("Foreign Minister", cast) is cast[0]
    assert speaker("PM", cast) is None
    assert speaker("", cast) is None


HOST = """Remarks by Foreign Minister Aino Rantala after her talks with Foreign Minister Tomé Sacadura of Mozambique

It gives me great pleasure to welcome my colleague to Turku. Allow me to thank the city for its care. I told him that our
companies like Nacala. Minister Sacadura and I agreed to open a school of mines. We agreed that the port is too small.
I will visit Maputo in May.
"""


def test_a_hosts_own_words_and_what_two_agreed():
    reading = Reader().read(HOST, outlet_country="FIN", published="2033-04-04")
    told = {s.evidence[0].quote: (s.act, s.holders) for s in reading.statements}

    def of(part):
        return next(fact for words, fact in told.items() if part in words)

    assert of("great pleasure") == ("appreciate", ("FIN",))
    assert of("thank the city") == ("appreciate", ("FIN",))
    assert of("school of mines")[0] == "agree"
    assert set(of("school of mines")[1]) == {"FIN", "MOZ"}
    assert of("too small")[0] == "assess"
    assert set(of("too small")[1]) == {"FIN", "MOZ"}


def _said(text, **meta):
    found = Reader().read(text, **meta).statements
    return [(s.act, "+".join(s.holders), s.speaker, s.evidence[0].quote) for s in found]


def test_a_statement_under_its_heading_is_the_speakers_until_the_stars():
    said = _said(
        "Talks with the President of Peru\n\nPresident of Chile Marta Soto held talks in Lima with President of Peru Iker Rojas.\n\n"
        "Statement by President of Chile Marta Soto (excerpts)\n\nLet me first of all thank Mr Rojas for the warm reception.\n\n"
        "We will deliver ten trains to Peru by the end of 2032. We have agreed that the crossing will work day and night.\n\n"
        "Thank you for your attention.\n\n***\n\nEarlier in the day, Marta Soto laid a wreath at the Cathedral.",
        outlet_country="CHL",
        published="2031-05-20",
    )
    assert said == [
        ("appreciate", "CHL", "Marta Soto", "Let me first of all thank Mr Rojas for the warm reception"),
        ("pledge", "CHL", "Marta Soto", "We will deliver ten trains to Peru by the end of 2032"),
        ("agree", "CHL+PER", None, "the crossing will work day and night"),
    ]


def test_what_a_briefing_tells_before_the_questions_is_the_spokespersons():
    said = _said(
        "From the briefing by Foreign Ministry Spokesperson Carla Diaz, Santiago, May 20, 2031\n\n"
        "The quota of scholarships for students from Peru was raised to 80 in March.\n\n"
        "Question: What of the mine at Arica?\n\nCarla Diaz: We once again urge our Peruvian colleagues to wait.\n\n"
        "Question: And the ferry?\n\nCarla Diaz: It is running.",
        outlet_country="CHL",
        published="2031-05-20",
    )
    assert [s[:3] for s in said] == [
        ("assess", "CHL", "Carla Diaz"),
        ("request", "CHL", "Carla Diaz"),
        ("assess", "CHL", "Carla Diaz"),
    ]


def test_ministers_who_met_their_colleague_speak_for_their_own_side():
    said = _said(
        "Deepening our partnership with Peru\n\nMedia release\n\n- The Hon Marta Soto, Minister for Foreign Affairs\n\n"
        "Today in Lima we met Peru's Minister for Foreign Affairs, the Hon Iker Rojas.\n\n"
        "We will pay for a new clinic in Tacna. Together with Minister Rojas, we agreed to reopen the railway. "
        "Our two countries have much in common. We support the free passage of ships.\n\n"
        "Both Ministers condemned terrorism.",
        outlet_country="CHL",
        published="2031-05-20",
    )
    assert [s[:2] for s in said if "met" not in s[3]] == [
        ("pledge", "CHL"),
        ("agree", "CHL+PER"),
        ("assess", "CHL"),
        ("support", "CHL"),
        ("oppose", "CHL+PER"),
    ]


def test_a_spokeswoman_in_her_capital_and_a_ministry_without_its_country():
    said = _said(
        "Chile and Peru sign plan\n\nSANTIAGO, May 20 (Sur) - Chile and Peru signed a plan on Tuesday. Chilean Foreign Minister Marta Soto met "
        "Peruvian Foreign Minister Iker Rojas.\n\nIn Lima, Foreign Ministry spokeswoman Ana Pardo said that Peru supports the plan.\n\n"
        "Flights to Tacna will be increased to three a week from July, according to the Ministry of Transport.",
        outlet_country="CHL",
        published="2031-05-20",
    )
    assert [s[:3] for s in said] == [("support", "PER", "Ana Pardo"), ("pledge", "CHL", None)]
