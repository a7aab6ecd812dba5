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
