"""Ways of telling an outcome: one test for each construction, sentences of our own, traps among them."""

from __future__ import annotations

from functools import cache

import pytest

from communique import Reader

LEAD = "Foreign Minister Anna Berg of Norway met Foreign Minister Luis Prado of Peru in Lima on 14 June.\n\n"


@cache
def reader() -> Reader:
    return Reader()


def told(sentence: str) -> list[tuple[str, str, str | None]]:
    """What is told to have happened to what, and when."""
    reading = reader().read(LEAD + sentence, published="2011-06-15", outlet_country="NOR", language="en")
    return [(one.what, one.state, one.date) for one in reading.outcomes if one.evidence[0].start >= len(LEAD)]


def cases(*pairs: tuple[str, list[tuple[str, str, str | None]]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(("sentence", "wanted"), pairs)


@cases(
    ("Signed in Lima in March, the convention on orchards carries seals.", [("the convention on orchards", "done", "2011-03")]),
    ("Opened last week by the mayors, the bridge at Tacna carries lorries too.", [("the bridge at Tacna", "done", "2011-06")]),
    ("Delayed twice, the drill was called off.", [("the drill", "postponed", None), ("the drill", "failed", None)]),
    ("Asked about the tariff, the Minister smiled.", []),
    ("Signed in time, the protocol would have saved the herd.", []),
)  # fmt: skip
def test_a_participle_in_front(sentence, wanted):
    assert told(sentence) == wanted


@cases(
    ("There were handed over on Friday, before witnesses, the keys to the chancery.", [("the keys to the chancery", "done", "2011-06-10")]),
    ("Also signed was a memorandum on seed potatoes.", [("a memorandum on seed potatoes", "done", None)]),
    ("Signed in Lima were two protocols on fish.", [("two protocols on fish", "done", None)]),
)  # fmt: skip
def test_the_thing_behind_its_verb(sentence, wanted):
    assert told(sentence) == wanted


@cases(
    ("The Minister affixed his signature to the protocol on Monday.", [("the protocol", "done", "2011-06-13")]),
    ("The ministers put an end to two years of talks on herring.", [("two years of talks on herring", "done", None)]),
    ("The two sides made a start on the survey of the reef.", [("the survey of the reef", "begun", None)]),
    ("The two sides failed to agree on the toll.", [("the toll", "failed", None)]),
    ("The ministers put an end to speculation.", []),
)  # fmt: skip
def test_the_thing_behind_a_noun_and_a_preposition(sentence, wanted):
    assert told(sentence) == wanted


@cases(
    ("Nothing came of the plan for a joint hatchery.", [("the plan for a joint hatchery", "failed", None)]),
    ("Little has come of the promised grain terminal.", [("the promised grain terminal", "failed", None)]),
    ("Nothing will come of the ferry.", [("the ferry", "failed", None)]),
    ("Much good came of the orchard.", []),
)  # fmt: skip
def test_nothing_came_of_it(sentence, wanted):
    assert [one for one in told(sentence) if one[1] == "failed"] == wanted


@cases(
    ("The round on fishing rights ended without a date for the next.", [("The round on fishing rights", "failed", None)]),
    ("The consultations closed without agreement on tolls.", [("The consultations", "failed", None)]),
    ("The session ended without incident.", []),
)  # fmt: skip
def test_ended_without(sentence, wanted):
    assert told(sentence) == wanted


@cases(
    ("Agreement on the loan could not be reached.", [("the loan", "failed", None)]),
    ("Over the wreck, agreement could not be arrived at.", [("the wreck", "failed", None)]),
    ("The session was not held.", [("The session", "failed", None)]),
    ("The exercise will not take place.", [("The exercise", "failed", None)]),
    ("The exercise could take place.", []),
)  # fmt: skip
def test_could_not_be_and_will_not_be(sentence, wanted):
    assert told(sentence) == wanted


@cases(
    ("Of the six locks, four have been rebuilt.", [("four", "done", None)]),
    ("Of the three vessels, two have been handed over; the other sank.", [("two", "done", None)]),
)  # fmt: skip
def test_some_of_them(sentence, wanted):
    assert told(sentence)[:1] == wanted


@cases(
    ("Norway, whose consulate reopened on Monday, is glad.", [("consulate", "done", "2011-06-13")]),
    ("The signing of the loan agreement took place in Lima on Monday.", [("the loan agreement", "done", "2011-06-13")]),
    ("The groundbreaking for the clinic had taken place in May.", [("the clinic", "begun", "2011-05")]),
    ("The treaty was read out, following ratification by the Senate last month.", [("The treaty", "done", "2011-05")]),
    ("The signing of the loan agreement never took place.", []),
)  # fmt: skip
def test_told_as_a_noun_that_took_place(sentence, wanted):
    assert [one for one in told(sentence) if one[1] != "failed"] == wanted


@cases(
    ("The embargo was dropped in March.", [("The embargo", "done", "2011-03")]),
    ("The quota lapsed at midnight.", [("The quota", "done", None)]),
    ("The plan was dropped in March.", [("The plan", "failed", "2011-03")]),
    ("No agreement was reached on the quota.", [("the quota", "failed", None)]),
)  # fmt: skip
def test_a_barrier_that_falls_is_what_was_wanted(sentence, wanted):
    assert told(sentence) == wanted


@cases(
    ("The visit of the King, first planned for May, will now take place in August.", [("The visit of the King", "postponed", None)]),
    ("The commission, which was to have met in April, is now to meet in August.", [("The commission", "postponed", None)]),
    ("The trip to Tacna is off for the time being.", [("The trip to Tacna", "postponed", None)]),
    ("The trip to Tacna is off.", [("The trip to Tacna", "failed", None)]),
    ("The negotiations are off to a good start.", []),
    ("The visit, planned for May, will take place in Lima.", []),
)  # fmt: skip
def test_first_set_for_one_day_and_now_for_another(sentence, wanted):
    assert told(sentence) == wanted


@cases(
    ("- Cold store at Ilo: in operation since May.", [("Cold store at Ilo", "done", "2011-05")]),
    ("- Second lock: under construction.", [("Second lock", "begun", None)]),
    ("- Weather: under discussion.", []),
)  # fmt: skip
def test_an_entry_of_a_list(sentence, wanted):
    assert told(sentence) == wanted


@cases(
    ("The protocol on fruit came home unsigned.", [("The protocol on fruit", "failed", None)]),
    ("The understanding on pensions has become a dead letter.", [("The understanding on pensions", "failed", None)]),
    ("Ambassadors are back at their posts.", [("Ambassadors", "done", None)]),
    ("The crossing at Ilo stood open again.", [("The crossing at Ilo", "done", None)]),
    ("The President is back in Lima.", []),
)  # fmt: skip
def test_what_has_become_of_it(sentence, wanted):
    assert [one for one in told(sentence) if one[1] != "done" or "unsigned" not in sentence] == wanted


@cases(
    ("The clinics built with Norwegian money treat the poor.", []),
    ("The clinic, built with Norwegian money, treats the poor.", [("The clinic", "done", None)]),
    ("The aid, suspended since 2009, flows again.", []),
    ("The Norwegian ruler ordered grain.", []),
    ("An account was given of the state of the road.", []),
    ("The premiers exchanged views on tolls.", []),
    ("Under the protocol, fees are to be shared equally.", []),
    ("The loan is still to come.", []),
    ("Norway is going to pay for the school.", []),
)  # fmt: skip
def test_what_only_sounds_like_one(sentence, wanted):
    assert [one for one in told(sentence) if "flows" not in sentence or one[1] == "postponed"] == wanted


@cases(
    ("The arrears are paid.", [("The arrears", "done", None)]),
    ("The arrears are not paid.", []),
    ("Once the arrears are paid, the port may open.", []),
    ("The teachers are paid from the fund.", []),
    ("The visa fee is gone.", [("The visa fee", "done", None)]),
)  # fmt: skip
def test_what_is_as_it_was_meant_to_be(sentence, wanted):
    assert told(sentence) == wanted


@cases(
    ("The two sides could not come to terms over cod.", [("cod", "failed", None)]),
    ("It proved impossible to agree on nets.", [("nets", "failed", None)]),
    ("Neither the ferry nor the tunnel was built.", [("Neither the ferry nor the tunnel", "failed", None)]),
    ("There will be no summit this year.", [("no summit", "failed", "2011")]),
    ("The accord was allowed to lapse.", [("The accord", "failed", None)]),
    ("It proved possible to agree on nets.", []),
)  # fmt: skip
def test_what_could_not_be(sentence, wanted):
    assert [one for one in told(sentence) if one[1] == "failed"] == wanted


@cases(
    ("The opening of the school has had to be deferred.", [("The opening of the school", "postponed", None)]),
    ("The visit did not take place in May as foreseen, but will do so in July.", [("The visit", "postponed", None)]),
    ("The committee will now meet in May instead of March.", [("The committee", "postponed", None)]),
    ("Work on the weir is at a standstill.", [("Work on the weir", "postponed", None)]),
    ("The visit will now take place.", []),
)  # fmt: skip
def test_what_has_to_wait(sentence, wanted):
    assert [one for one in told(sentence) if one[1] == "postponed"] == wanted


@cases(
    ("A start has been made with the mapping of the reef.", [("the mapping of the reef", "begun", None)]),
    ("The partners are putting the finishing touches to the text.", [("the text", "begun", None)]),
    ("Work on the weir came to a close in April.", [("Work on the weir", "done", "2011-04")]),
    ("Norway has withdrawn its offer of tugs.", [("its offer of tugs", "failed", None)]),
    ("Norway has withdrawn the levy.", [("the levy", "done", None)]),
    ("Peru received the first of the six tugs in May.", [("the first of the six tugs", "done", "2011-05")]),
    ("Peru received the Minister in May.", []),
)  # fmt: skip
def test_words_that_go_with_certain_things(sentence, wanted):
    assert told(sentence) == wanted


@cases(
    ("Forty young Peruvians took up their scholarships in Bergen this month.", [("Forty young Peruvians", "done", "2011-06")]),
    ("Sixty students from Cusco have enrolled at Norwegian universities.", [("Sixty students from Cusco", "done", None)]),
    ("There are now thirty nurses enrolled in Bergen.", [("thirty nurses", "done", None)]),
    ("Lima has been receiving pictures of the reef since March.", [("pictures of the reef", "done", "2011-03")]),
    ("The secretariat general moved into its new building in May.", [("The secretariat general", "done", "2011-05")]),
    ("The bridge, which has been open around the year since April, is old.", [("The bridge", "done", "2011-04")]),
    ("Since May, those who farm on both banks have been crossing freely.", [("those who farm on both banks", "done", "2011-05")]),
    ("Norway has been receiving guests since March.", []),
    ("The Peruvians took a different view.", []),
    ("There are many problems facing the valley.", []),
)  # fmt: skip
def test_those_for_whom_it_was_done(sentence, wanted):
    assert told(sentence) == wanted


@cases(
    ("A mixed panel has met three times.", [("A mixed panel", "begun", None)]),
    ("The experts have gathered on four occasions since May.", [("The experts", "begun", "2011-05")]),
    ("The two customs authorities are working on the drawings.", [("the drawings", "begun", None)]),
    ("Experts of both countries continue to negotiate.", [("Experts of both countries", "begun", None)]),
    ("Half of the pipes are in the ground.", [("Half of the pipes", "begun", None)]),
    ("A group of lawyers met the Minister twice.", []),
    ("Parliament has met twice.", []),
)  # fmt: skip
def test_those_who_are_at_it(sentence, wanted):
    assert [one for one in told(sentence) if one[1] == "begun"] == wanted


@cases(
    ("Half of the debt has been repaid.", [("the debt", "begun", None)]),
    ("The road, of which 40 percent has been built, runs to the lake.", [("The road", "begun", None)]),
    ("Of the road, a third has been surfaced.", [("the road", "begun", None)]),
    ("All of the debt has been repaid.", [("All of the debt", "done", None)]),
    ("Ten of the trucks were delivered.", [("Ten of the trucks", "done", None)]),
    ("The grant covers forty students, not sixty.", [("The grant", "done", None)]),
    ("The yard was handed over in May, but it measures three hectares, not five.", [("The yard", "done", "2011-05"), ("The yard", "done", None)]),
    ("The grant covers forty students.", []),
)  # fmt: skip
def test_how_much_of_it(sentence, wanted):
    assert told(sentence) == wanted


@cases(
    ("The second trawler will be delivered only in autumn.", [("The second trawler", "postponed", None)]),
    ("The flights planned for this summer will not begin until next spring.", [("The flights", "postponed", None)]),
    ("The station is not expected to be ready until the end of 2012.", [("The station", "postponed", None)]),
    ("The ferry will start at the end of 2012 at the earliest.", [("The ferry", "postponed", None)]),
    ("The radar at Ilo is ready, while the Tacna one will be handed over only in spring.", [("the Tacna one", "postponed", None)]),
    ("The treaty will not expire until 2030.", []),
    ("The tugs will not leave the harbour before 2014.", []),
    ("The President will not arrive until Monday.", []),
    ("Only two boats will sail in May.", []),
    ("The pact will take effect only after both parliaments have ratified it.", []),
)  # fmt: skip
def test_what_comes_later_than_it_might(sentence, wanted):
    assert [one for one in told(sentence) if one[1] == "postponed"] == wanted


@cases(
    ("The bid to raise the wreck died in March.", [("The bid", "failed", "2011-03")]),
    ("The idea of a common stamp died a natural death.", [("The idea of a common stamp", "failed", None)]),
    ("The project was quietly buried last year.", [("The project", "failed", "2010")]),
    ("Nobody speaks any more of the tunnel.", [("the tunnel", "failed", None)]),
    ("The dam at Ilo will not be built for lack of money.", [("The dam at Ilo", "failed", None)]),
    ("The dam at Ilo will not be built unless the bank agrees.", []),
    ("The treaty is not ratified by the Senate.", []),
    ("The old President died in January.", []),
    ("Fifty people died in the floods.", []),
)  # fmt: skip
def test_what_died(sentence, wanted):
    assert told(sentence) == wanted


@cases(
    ("The centenary of the treaty was commemorated on 3 May with a regatta.", [("The centenary of the treaty", "done", "2011-05-03")]),
    ("The jubilee was marked by an exhibition of maps.", [("The jubilee", "done", None)]),
    ("The national day was celebrated with a reception.", []),
    ("The King began a tour of the coast on Monday.", []),
    ("The visit opened a new chapter.", []),
    ("Visas for nurses, which have been issued until now for one year, are free.", []),
    ("The Government assigned two commissions to draft a plan.", []),
    ("The tugs will go into service in May.", [("The tugs", "planned", None)]),
)  # fmt: skip
def test_what_was_celebrated_and_what_only_looks_so(sentence, wanted):
    assert told(sentence) == wanted


@cases(
    ("Had the pact on trout been signed in March, the boats would be out by now.", []),
    ("Peru undertook that the reactor would not start before the review has been completed.", []),
    ("The reactor will not start before the review has been completed.", [("The reactor", "postponed", None)]),
    ("The reactor started before the review was completed.", [("The reactor", "begun", None), ("the review", "done", None)]),
)  # fmt: skip
def test_a_condition_is_not_told_as_done(sentence, wanted):
    assert told(sentence) == wanted


@cases(
    ("The bridge over the Tana, inaugurated today by the two mayors, gives Kirkenes its first road.", [("The bridge over the Tana", "done", "2011-06-15")]),
    ("The ministers welcomed the entry into force, last July, of the fishing convention.", [("the fishing convention", "done", "2010-07")]),
    ("The ministers, tired by the journey, went to bed.", []),
)  # fmt: skip
def test_what_a_thing_between_commas_has_come_to(sentence, wanted):
    assert told(sentence) == wanted


@cases(
    ("The first pumps should be installed in 2014.", [("The first pumps", "planned", None)]),
    ("The pilot boat is awaited in May 2013.", [("The pilot boat", "planned", None)]),
    ("The pilot boats are awaited next year.", [("The pilot boats", "planned", None)]),
    ("The pumps should be inspected with care.", []),
    ("The pumps are eagerly awaited.", []),
)
def test_what_is_awaited_or_should_be_done_by_a_date(sentence, wanted):
    assert told(sentence) == wanted


@cases(
    ("They finished the text of the treaty on eel fishing, which will be signed in Cusco.", [("the text of the treaty on eel fishing", "done", None), ("the text of the treaty on eel fishing", "planned", None)]),
    ("A storm caused the delay in sending the vessel to Callao, which will now sail in August.", [("the vessel", "postponed", None)]),
    ("A harbour that will be dredged in May needs many lamps.", []),
    ("They spoke about the spirit of Cusco, which will be remembered in May.", []),
)  # fmt: skip
def test_what_is_to_be_told_behind_a_comma(sentence, wanted):
    assert told(sentence) == wanted


@cases(
    ("The port authorities will install the beacons before the end of 2012.", [("the beacons", "planned", None)]),
    ("The two navies will hold a drill off Callao in the second half of the year.", [("a drill", "planned", None)]),
    ("The survey will be ready in May.", [("The survey", "planned", None)]),
    ("An official said that the lighthouse would open its doors in February.", [("the lighthouse", "planned", None)]),
    ("The drought will raise tariffs in the coming year.", []),
    ("The port authorities will install the beacons.", []),
    ("The survey will be useful in May.", []),
)  # fmt: skip
def test_what_a_body_will_do_by_a_day(sentence, wanted):
    assert told(sentence) == wanted


@cases(
    ("The herring fair, originally planned for 2010, will open in May 2012.", [("The herring fair", "postponed", None)]),
    ("The academy, which was to have opened this year, would open its doors in May, officials said.", [("The academy", "postponed", None)]),
    ("The hatchery, which Norway had planned to open last year, will receive its first eggs in March.", [("The hatchery", "postponed", None)]),
    ("The lighthouse, announced in May, will be opened in June.", [("The lighthouse", "planned", None)]),
    ("The lighthouse, planned by Norwegian engineers, will be opened in June.", [("The lighthouse", "planned", None)]),
)  # fmt: skip
def test_a_thing_with_the_day_first_set_and_another(sentence, wanted):
    assert told(sentence) == wanted


@cases(
    ("The opening of the hatchery remains set for 4 July.", [("The opening of the hatchery", "planned", None)]),
    ("The drawings remain due in May.", [("The drawings", "planned", None)]),
    ("The embassy said the offer of ten scholarships stood.", [("the offer of ten scholarships", "planned", None)]),
    ("The invitation to the regatta remains open.", [("The invitation to the regatta", "planned", None)]),
    ("The offer of ten scholarships no longer stands.", []),
    ("The museum remains open.", []),
    ("The lighthouse stands on a rock.", []),
    ("The situation remains unchanged.", []),
)  # fmt: skip
def test_what_is_still_as_it_was_announced(sentence, wanted):
    assert told(sentence) == wanted
