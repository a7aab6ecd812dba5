"""Constructions in which a report tells what came of something: a list of what was signed, what a treaty is for, who was
given what. Sentences of our own, traps among them.
"""

from __future__ import annotations

from functools import cache

import pytest

from communique import Reader
from communique.ledger.commitments import mentions
from communique.ledger.entry import Entry

LEAD = "Foreign Minister Anna Berg of Norway met Foreign Minister Luis Prado of Peru in Lima on 14 June.\n\n"


@cache
def reader() -> Reader:
    return Reader()


def read(sentence: str):
    return reader().read(LEAD + sentence, published="2011-06-15", outlet_country="NOR", language="en")


def told(sentence: str) -> list[tuple[str, str]]:
    """What is told of what, by the words of each mention."""
    found = mentions(Entry.of(read(sentence)))
    return [(one.told, one.evidence.quote) for one in found if one.evidence.start >= len(LEAD)]


def quotes(sentence: str) -> list[tuple[str, str]]:
    """The state and words of each outcome."""
    found = read(sentence).outcomes
    return [(one.state, one.evidence[0].quote) for one in found if one.evidence[0].start >= len(LEAD)]


def cases(*pairs) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(("sentence", "wanted"), pairs)


@cases(
    ("The ministers signed an agreement that will let trawlers land their catch.", "The ministers signed an agreement that will let trawlers land their catch"),
    ("On Monday the sides signed a memorandum allowing nurses to work in Bergen, after talks.", "On Monday the sides signed a memorandum allowing nurses to work in Bergen"),
    ("The Senate ratified the treaty which opens the fjords to Peruvian vessels.", "The Senate ratified the treaty which opens the fjords to Peruvian vessels"),
    ("The ministers signed the agreement, which was drafted in Oslo.", "The ministers signed the agreement"),
    ("The ministers signed the agreement on ferries, on which they had not agreed in May.", "The ministers signed the agreement on ferries, on"),
    ("The ministers signed the agreement following talks in Oslo.", "The ministers signed the agreement"),
)  # fmt: skip
def test_what_a_document_is_for(sentence, wanted):
    assert quotes(sentence) == [("done", wanted)]


@cases(
    ("During the visit the following documents were signed:\n\n- Agreement on the abolition of visas for sailors\n- Protocol on the export of asparagus",
     ["Agreement on the abolition of visas for sailors", "Protocol on the export of asparagus"]),
    ("The following documents were signed: (i) Agreement on fjord pilots; (ii) Memorandum of Understanding on tourism.",
     ["Agreement on fjord pilots", "Memorandum of Understanding on tourism"]),
    ("Five documents were signed, including a treaty on extradition and an agreement on tax cooperation.",
     ["treaty on extradition", "agreement on tax cooperation"]),
    ("Two documents were signed. The first is a memorandum on fishing, the second a protocol on asparagus.",
     ["memorandum on fishing", "protocol on asparagus"]),
    ("Five documents were signed. The ministers expressed satisfaction with the way in which the Agreement on Tourism works.",
     []),
    ("The following documents will be signed: (i) Agreement on fjord pilots; (ii) Memorandum of Understanding on tourism.", []),
)  # fmt: skip
def test_a_list_of_what_was_signed(sentence, wanted):
    assert [words for state, words in told(sentence) if state == "done" and "documents" not in words] == wanted


@cases(
    ("The Norwegian side then handed over to Peru six stolen statues.", ["six stolen statues"]),
    ("President Campos handed to his colleague 20 volumes of old maps.", ["20 volumes"]),
    ("She presented Mr Prado with the first crates of seed potatoes.", ["the first crates of seed potatoes"]),
    ("Norway gave Peru the first two of the patrol boats.", ["the first two of the patrol boats"]),
    ("The Minister presented the museum with two proposals.", []),
    ("The Minister gave her colleague the first copy of the atlas.", []),
    ("The Minister returned to Lima on two occasions.", []),
    ("Norway did not give Peru the first two of the patrol boats.", []),
)  # fmt: skip
def test_what_was_handed_to_whom(sentence, wanted):
    assert [one.what for one in read(sentence).outcomes if one.state == "done"] == wanted


@cases(
    ("Two rounds have taken place on the tax convention, officials said.", [("done", "Two rounds have taken place on the tax convention")]),
    ("Forty Peruvians are now studying in Bergen, it was learned.", [("done", "Forty Peruvians are now studying in Bergen")]),
    ("The embassy said that an office for migrants had come to Bergen.", [("done", "an office for migrants had come to Bergen")]),
    ("The embassy did not say that an office for migrants had come to Bergen.", []),
    ("Residents hoped that an office for migrants had come to Bergen.", []),
    ("The newspaper wrote that the two ministers had spoken at length.", []),
)  # fmt: skip
def test_what_somebody_says_has_come_about(sentence, wanted):
    assert quotes(sentence) == wanted


@cases(
    ("The ministers praised the ratification of the treaty and the forthcoming arrival of the nurses.", []),
    ("They welcomed the recognition of diplomas, in law since May, as well as the launch of the ferry to Kiel.", ["the launch of the ferry to Kiel"]),
    ("They welcomed the ratification of the treaty and the arrival of the first 300 nurses in April.",
     ["the ratification of the treaty and the arrival of the first 300 nurses in April", "the arrival of the first 300 nurses in April"]),
    ("The King took part in the opening of the Peruvian Embassy in Oslo.", ["the opening of the Peruvian Embassy in Oslo"]),
    ("The parties proceeded to the signing of a convention on fish.", ["the signing of a convention on fish"]),
    ("The King will take part in the opening of the Peruvian Embassy in Oslo.", []),
    ("They discussed the ratification of the treaty and the opening of an embassy.", []),
)  # fmt: skip
def test_what_was_welcomed_or_attended(sentence, wanted):
    assert [words for _, words in quotes(sentence) if " of " in words] == wanted


@cases(
    ("The joint commission has not met since June.", "The joint commission has not met since June"),
    ("The working group on mines did not convene last year.", "The working group on mines did not convene last year"),
    ("Of the gas pipeline nothing more has been heard.", "Of the gas pipeline nothing more has been heard"),
    ("There is no longer any talk of a second bridge.", "There is no longer any talk of a second bridge"),
    ("There is no talk of war.", None),
    ("There is no question of a second bridge being needed.", None),
    ("The two ministers have not met since June.", None),
    ("The commission did not meet the Minister.", None),
)  # fmt: skip
def test_what_nobody_has_done_or_speaks_of(sentence, wanted):
    assert [words for state, words in told(sentence) if state == "failed"] == ([wanted] if wanted else [])


@cases(
    ("The text of the treaty has been agreed, but for one article.", ["begun"]),
    ("The text of the treaty is almost agreed.", ["begun"]),
    ("The text of the treaty is to be agreed by May.", []),
)  # fmt: skip
def test_a_text_that_is_agreed(sentence, wanted):
    assert [state for state, _ in quotes(sentence)] == wanted


@cases(
    ("They welcomed the resumption of daily flights to Cusco in May.", "done"),
    ("They welcomed the launch of works on the ferry harbour at Ilo.", "progress"),
)
def test_what_runs_from_its_first_day(sentence, wanted):
    assert wanted in [state for state, words in told(sentence) if words.startswith("the ")]


@cases(
    ("The sides signed three agreements: on the avoidance of double taxation, on tourism and on the export of asparagus.",
     ["the avoidance of double taxation", "tourism", "the export of asparagus"]),
    ("The ministers signed two memoranda on fish farming and the return of statues.", ["fish farming", "the return of statues"]),
    ("The ministers signed agreements on trade and economic cooperation.", []),
    ("The ministers signed four agreements on fish farming and the return of statues.", []),
)  # fmt: skip
def test_documents_on_several_things(sentence, wanted):
    assert [words for state, words in told(sentence) if state == "done" and "signed" not in words] == wanted


@cases(
    ("The refit of the tug, now under way in Bergen, will cost 4 million dollars.", ("begun", "The refit of the tug, now under way in Bergen")),
    ("The dam at Ilo, still under construction, will irrigate the valley.", ("begun", "The dam at Ilo, still under construction")),
    ("With the dam at Ilo completed, farmers harvest twice a year.", ("done", "the dam at Ilo completed")),
    ("With the dam at Ilo to be completed in May, farmers are waiting.", None),
    ("The dam at Ilo, in the view of engineers, leaks.", None),
)  # fmt: skip
def test_between_commas_and_in_front(sentence, wanted):
    found = [one for one in quotes(sentence) if one[0] in ("begun", "done")]
    assert found == ([wanted] if wanted else [])


@cases(
    ("The customs services are in consultation on the certificates for salmon.", "the certificates"),
    ("The two governments are in contact over the treaty on pilots.", "the treaty on pilots"),
    ("The two governments will be in contact over the treaty on pilots.", None),
)
def test_on_what_they_are_in_touch(sentence, wanted):
    assert [one.what for one in read(sentence).outcomes if one.state == "begun"] == ([wanted] if wanted else [])


def test_the_place_of_a_thing_belongs_to_it():
    reading = read("Since the opening of the bridge at Tacna in May, trade has grown.")
    found = [one for one in mentions(Entry.of(reading)) if one.told == "done"]
    assert [(one.back, "tacna" in one.terms.weights) for one in found] == [(None, True)]


@cases(
    ("Lamb is not yet among the goods; inspectors are to come in May.", "Lamb is not yet among the goods"),
    ("Two canals have dried up in Ilo; the others are to be inspected in May.", "Two canals have dried up in Ilo"),
    ("Had the canals dried up in time, Mr Prado said, they would have been mended; as it was, nobody came.", None),
    ("Two canals may dry up in Ilo; the others are to be inspected in May.", None),
)
def test_a_main_clause_before_a_semicolon(sentence, wanted):
    assert [words for state, words in quotes(sentence) if state != "planned"] == ([wanted] if wanted else [])


@cases(
    ("Negotiations on the tax convention are ongoing.", ("begun", "Negotiations on the tax convention are ongoing")),
    ("The talks on fish quotas are going on.", ("begun", "The talks on fish quotas are going on")),
    ("The ministries are finalising the convention on pilots.", ("begun", "The ministries are finalising the convention on pilots")),
    ("The study on the cable was presented in January.", ("done", "The study on the cable was presented in January")),
    ("The mangoes will have to wait until next year.", ("postponed", "The mangoes will have to wait until next year")),
    ("The fleets exercised together off Ilo in May.", ("done", "The fleets exercised together off Ilo in May")),
    ("Negotiations on the tax convention are not ongoing.", None),
    ("The ministries will be finalising the convention on pilots.", None),
    ("The Minister presented a report on fish.", None),
    ("Passengers will have to wait at the gate.", None),
    ("The joint commission, which had not met since 2009, is to meet in Lima in May.", None),
)  # fmt: skip
def test_what_goes_on_was_presented_or_waits(sentence, wanted):
    found = [one for one in quotes(sentence) if one[0] != "planned"]
    assert found == ([wanted] if wanted else [])
