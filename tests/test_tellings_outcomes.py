"""How a later report tells what became of an undertaking: done, in part, under way, late, replaced. Sentences of our own."""

from __future__ import annotations

from functools import cache

import pytest

from communique import Reader
from communique.ledger.commitments.cues import in_part, instead_of, now_running, only_initialled, so_since, telling
from communique.ledger.commitments.tense import tense
from communique.ledger.commitments.vocabulary import vocabulary
from tools.tellings import Telling, followed, judged

LEADS = (
    ("2011-06-15", "Foreign Minister Anna Berg of Norway met Foreign Minister Luis Prado of Peru in Lima on 14 June."),
    ("2012-10-03", "President Rosa Campos of Peru received Prime Minister Nils Haug of Norway in Lima on Tuesday."),
)


@cache
def reader() -> Reader:
    return Reader()


def outcomes(sentence: str) -> list[tuple[str, str]]:
    """What is told to have happened to what."""
    lead = LEADS[0][1] + "\n\n"
    reading = reader().read(lead + sentence, published="2011-06-15", outlet_country="NOR", language="en")
    return [(one.what, one.state) for one in reading.outcomes if one.evidence[0].start >= len(lead)]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Tenders for the fish market in Paita have been invited.", [("the fish market in Paita", "begun")]),
        ("The site for the cold store has been chosen.", [("the cold store", "begun")]),
        ("The text of the treaty awaits signature.", [("The text of the treaty", "begun")]),
        ("The waiver awaits ratification by Congress.", [("The waiver", "begun")]),
        ("Work on the quay is going ahead according to plan.", [("Work on the quay", "begun")]),
        ("The quay is 70 percent paved.", [("The quay", "begun")]),
        ("Lawyers have agreed on most articles of the treaty.", [("most articles of the treaty", "begun")]),
        ("Of the 30 million dollars for the dam, 12 million has been paid out.", [("the 30 million dollars for the dam", "begun")]),
        ("The two gold masks are back in Lima.", [("The two gold masks", "done")]),
        ("Bergen and Callao became sister cities in May.", [("sister cities", "done")]),
        ("Bergen and Callao have been twin cities for a year.", [("twin cities", "done")]),
        ("Weekly flights connect Oslo and Lima.", [("Weekly flights", "done")]),
        ("Ninety nurses have attended the courses.", [("Ninety nurses", "done")]),
        ("The committee is working again.", [("The committee", "done")]),
        ("A pact on illegal, unreported and unregulated fishing was signed.", [("A pact on illegal, unreported and unregulated fishing", "done")]),
    ],
)  # fmt: skip
def test_what_a_report_tells_as_having_come_about(sentence: str, wanted: list[tuple[str, str]]) -> None:
    assert outcomes(sentence) == wanted


@pytest.mark.parametrize(
    "sentence",
    [
        "The President is back in Lima.",
        "Oslo and Lima want to become twin cities.",
        "Norway and Peru have been friends for a century.",
        "Tenders for the fish market may be invited next year.",
        "The two ministers await an answer.",
    ],
)
def test_what_tells_of_no_outcome(sentence: str) -> None:
    assert outcomes(sentence) == []


def test_of_some_only() -> None:
    assert in_part("four of the ten buses have arrived")
    assert in_part("the first two of the Norwegian teachers began work")
    assert in_part("of the six locks, four have been rebuilt")
    assert in_part("the course, now in its second year, is attended by many")
    assert not in_part("the ten buses have arrived in the port")


def test_a_text_initialled_is_not_signed_yet() -> None:
    assert only_initialled("the treaty has been initialled")
    assert not only_initialled("the treaty, initialled in May, was signed in June")


def test_a_service_that_has_begun_is_there() -> None:
    assert now_running("flights between Oslo and Lima began in June")
    assert now_running("the airline launched a weekly service to Oslo")
    assert not now_running("construction of the railway line began in June")
    assert not now_running("talks on direct flights were opened")


def test_what_came_in_the_place_of_what() -> None:
    assert instead_of("Instead of a memorandum on ports, a treaty was signed", "a treaty") == "a memorandum on ports"
    assert instead_of("The pact on tuna was replaced by a treaty", "The pact on tuna") == "The pact on tuna"
    assert instead_of("The old bridge was replaced by a new one", "The old bridge") is None
    assert instead_of("It was signed in May instead of the spring", "It") is None


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("the opening of the school will slip into next year", "moved"),
        ("the opening of the school will take place in May", "said"),
        ("the signing of the treaty took place in May", "done"),
        ("the quay has been held up by the floods and fallen behind schedule", "moved"),
        ("the opening of the school was delayed", "moved"),
    ],
)
def test_what_words_tell(words: str, told: str) -> None:
    assert telling(words, vocabulary()) == told


def test_since_a_day_in_the_present() -> None:
    assert so_since("our mangoes enter Norway free of duty since August")
    assert not so_since("the talks have been under way since August")
    assert not so_since("trade was higher than at any time since 2009")


@pytest.mark.parametrize(
    ("expected", "first", "then"),
    [
        ("stated > in-progress", "Norway will give Peru 40 buses.", "Of the 40 Norwegian buses, 15 have arrived."),
        ("stated > in-progress", "Norway pledged 30 million dollars for the dam at Chira.", "Of the 30 million dollars for the dam at Chira, 12 million has been paid out."),
        ("stated > overtaken", "The two sides agreed to draw up a memorandum on whale research.", "Instead of a memorandum on whale research, a treaty on the Southern Ocean was signed in May."),
        ("stated > in-progress", "The ministers agreed to conclude a treaty on extradition.", "The treaty on extradition has been initialled."),
        ("stated > done", "The ministers agreed to open direct flights between Lima and Oslo.", "Direct flights between Lima and Oslo were launched in March."),
        ("asked > done", "Mr Prado asked that Peruvian quinoa and cocoa be admitted to Norway.", "Peruvian quinoa and cocoa enter Norway duty-free since August."),
        ("apart", "Norway will give Peru 40 buses.", "Of the 60 Norwegian scholarships, 15 have been taken up."),
        ("apart", "The two sides agreed to draw up a memorandum on whale research.", "Instead of a memorandum on ports, a treaty on the Southern Ocean was signed in May."),
    ],
)  # fmt: skip
def test_they_are_followed(expected: str, first: str, then: str) -> None:
    texts = tuple((day, f"{lead}\n\n{words}\n") for (day, lead), words in zip(LEADS, (first, then), strict=True))
    one = Telling(("NOR", "PER"), expected, texts, (first, then))
    assert judged(one, followed(reader(), one)[0]) == "right"


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("The Lima-Oslo route has been served daily since 1 June.", [("The Lima-Oslo route", "done")]),
        ("Oslo has had an honorary consul in Callao since last October.", [("an honorary consul in Callao", "done")]),
        ("In the navy's schools there are 84 Peruvian officers this year.", [("84 Peruvian officers", "done")]),
        ("The quota of 60 places was filled in May.", [("The quota of 60 places", "done")]),
        ("Mr Haug cut the ribbon on Monday at the trout farm in Puno.", [("the trout farm in Puno", "done")]),
        ("The first flight from Oslo touched down in Lima.", [("The first flight from Oslo", "done")]),
        ("The full contingent of 100 is expected in 2012.", [("The full contingent of 100", "planned")]),
        ("Norwegian certificates would be recognised from 1 January.", [("Norwegian certificates", "planned")]),
        ("Talks on the tax treaty did not advance.", [("Talks on the tax treaty", "begun")]),
        ("Talks on the tax treaty, which were to have opened by June, have not started.", [("Talks on the tax treaty", "failed")]),
        ("The rebuilding of the clinic will not begin in August.", [("The rebuilding of the clinic", "postponed")]),
        ("The health service has yet to finish its assessment of avocados.", [("The health service", "begun")]),
        ("The pact was left for the first half of 2012.", [("The pact", "postponed")]),
        ("Trade had grown, the Minister said, and the quay in Paita was paved in May.", [("the quay in Paita", "done")]),
    ],
)  # fmt: skip
def test_what_the_main_clause_tells(sentence: str, wanted: list[tuple[str, str]]) -> None:
    assert outcomes(sentence) == wanted


@pytest.mark.parametrize(
    "sentence",
    [
        "The first crate of trout left the wharf for Oslo on 3 May.",
        "The waiver, awaited by many, was spoken of.",
        "No one was able to say more.",
    ],
)
def test_what_tells_of_nothing_late(sentence: str) -> None:
    assert not [state for _, state in outcomes(sentence) if state in ("postponed", "begun", "failed")]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("The fund for glacier research is up and running.", [("The fund for glacier research", "done")]),
        ("The number of weekly flights has gone up from two to five.", [("The number of weekly flights", "done")]),
        ("Two thousand hectares have been made over to the park.", [("Two thousand hectares", "done")]),
        ("The money for the railway has been used up.", [("The money for the railway", "done")]),
        ("Work on the quay in Paita is a year late.", [("Work on the quay in Paita", "postponed")]),
        ("The days of Peruvian cinema were carried over to 2012.", [("The days of Peruvian cinema", "postponed")]),
        ("The pact on tuna has become superfluous.", [("The pact on tuna", "failed")]),
        ("The investor has withdrawn from the hothouse project.", [("the hothouse project", "failed")]),
        ("The supply of Norwegian teachers has dried up.", [("The supply of Norwegian teachers", "failed")]),
        ("The master plan for the basin exists in draft.", [("The master plan for the basin", "begun")]),
        ("The airman, freed in December, is in Oslo.", [("The airman", "done")]),
    ],
)
def test_what_has_become_of_it(sentence: str, wanted: list[tuple[str, str]]) -> None:
    assert outcomes(sentence) == wanted


@pytest.mark.parametrize(
    "sentence", ["The troops have withdrawn from the zone.", "The rebels gave up their weapons.", "It is a late reply."]
)
def test_what_is_no_failure(sentence: str) -> None:
    assert not [state for _, state in outcomes(sentence) if state in ("failed", "postponed")]


def test_what_one_no_longer_has_to_do_is_done() -> None:
    assert tense("pensioners no longer have to pay the tax twice") == "done"
    assert tense("no ship has yet come") == "failed"
    assert so_since("since January, drivers have been able to exchange their licences")


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Plans for a smelter in Ilo have been laid to rest.", [("Plans for a smelter in Ilo", "failed")]),
        ("Congress passed the bill on fisheries in May.", [("the bill", "done")]),
        ("Norwegian doctors have treated 300 patients in Iquitos.", [("Norwegian doctors", "done")]),
        ("Norwegian inspectors visited four dairies last month.", [("Norwegian inspectors", "begun")]),
        ("The idea of a joint shipyard has not been taken further.", [("The idea of a joint shipyard", "failed")]),
        ("The trout centre in Puno will open a year later than planned.", [("The trout centre in Puno", "postponed")]),
        ("The trout centre in Puno will be opened in May.", [("The trout centre in Puno", "planned")]),
        ("The two ministers visited the smelter.", []),
    ],
)
def test_who_was_there_and_what_is_late(sentence: str, wanted: list[tuple[str, str]]) -> None:
    assert outcomes(sentence) == wanted


@pytest.mark.parametrize(
    ("expected", "first", "then"),
    [
        ("stated > done", "Norway will send a team of geologists to the Cerro Alto mine.", "The Norwegian geologists spent three weeks at the Cerro Alto mine."),
        ("stated > moved", "The two sides will open a trout centre in Puno.", "The trout centre in Puno will open a year later than planned."),
        ("stated > lapsed", "Norway and Peru will build a smelter in Ilo.", "Plans for a smelter in Ilo have been laid to rest."),
        ("apart", "Norway will send a team of geologists to the Cerro Alto mine.", "Norwegian doctors have treated 300 patients in Iquitos."),
    ],
)  # fmt: skip
def test_they_are_followed_too(expected: str, first: str, then: str) -> None:
    texts = tuple((day, f"{lead}\n\n{words}\n") for (day, lead), words in zip(LEADS, (first, then), strict=True))
    one = Telling(("NOR", "PER"), expected, texts, (first, then))
    assert judged(one, followed(reader(), one)[0]) == "right"


def test_with_something_done() -> None:
    assert outcomes("With the new terminal opened, exports have doubled.") == [("the new terminal", "done")]
    assert outcomes("With the clinics built by Norway, Peru is pleased.") == []
