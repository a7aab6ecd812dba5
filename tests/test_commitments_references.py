"""What a report points back to, visits told from several ends, and the reasons that are shown."""

from __future__ import annotations

from communique.ledger.commitments import follow
from communique.ledger.rows import Commitment
from tests.commitment_entries import Told


def threads(*told: Told) -> list[Commitment]:
    return list(follow([one.entry() for one in told], "FJI", "MUS"))


def states(*told: Told) -> list[list[str]]:
    return [[step.state for step in one.history if step.sure] for one in threads(*told)]


def test_who_is_invited_to_attend_and_would_be_glad_to_come_is_answered_and_put_off() -> None:
    a = (
        Told("a", "2031-02-03")
        .says(
            "request", "MUS", "Mauritius has invited Prime Minister Ratu Vaniqi to attend the National Day celebrations",
            "attend the National Day celebrations",
        )
        .says("pledge", "FJI", "Mr Vaniqi would be delighted to come", strength="soft")
    )  # fmt: skip
    b = Told("b", "2031-09-01").outcome(
        "postponed", "the visit of Prime Minister Vaniqi to Mauritius",
        "the visit of Prime Minister Vaniqi to Mauritius has been put off to March 2032", date="2032-03",
    )  # fmt: skip
    assert states(a, b) == [["asked", "answered", "moved"]]


def test_a_visit_has_words_of_its_own_and_is_no_answer_to_what_was_asked_before() -> None:
    told = (
        Told("a", "2031-02-03")
        .says("request", "FJI", "Fiji asked Mauritius to waive the berthing fees", "waive the berthing fees")
        .says(
            "request", "MUS", "Mauritius invited President Tora to visit Port Louis in a further proposal",
            "visit Port Louis in a further proposal",
        )
    )  # fmt: skip
    assert sorted(states(told)) == [["asked"], ["asked"]]


def test_reasons_are_in_words() -> None:
    a = Told("a", "2031-02-03").says(
        "pledge", "MUS", "Mauritius will build the second slipway for Fijian trawlers at Suva",
        "build the second slipway for Fijian trawlers at Suva", strength="firm",
    )  # fmt: skip
    b = Told("b", "2031-08-03").says(
        "pledge", "MUS", "Mauritius will complete the second slipway at Suva", "complete the second slipway at Suva",
        strength="firm",
    )  # fmt: skip
    (one,) = threads(a, b)
    reason = one.history[1].reason
    assert "slipway" in reason
    assert "no. 2" in reason
    assert not set("^~=!#+") & set(reason)


def test_other_words_for_the_same_matter_are_found_by_all_words() -> None:
    a = Told("a", "2031-02-03").says(
        "pledge", "MUS", "Mauritius will teach sailmaking to the apprentices of the Fijian boatyards",
        "teach sailmaking to the apprentices of the Fijian boatyards", strength="firm",
    )  # fmt: skip
    b = Told("b", "2031-08-03").outcome(
        "done", "The sailmaking apprentices", "The sailmaking apprentices received their papers in July"
    )
    assert states(a, b) == [["stated", "done"]]


def asked_three() -> Told:
    told = Told("a", "2031-02-03")
    for what in ("lower the berthing fees", "open the Suva laboratory", "lend two tugboats"):
        told.says("request", "FJI", f"Fiji asked Mauritius to {what}", what)
    return told


def test_all_these_requests_and_both_of_them() -> None:
    every = asked_three().says("pledge", "MUS", "Mauritius said these requests would be examined", strength="tentative")
    assert sorted(states(every)) == [["asked", "answered"]] * 3
    both = asked_three().says(
        "pledge", "MUS", "Mauritius would give consideration to both requests", strength="tentative"
    )
    assert sorted(states(both)) == [["asked"], ["asked", "answered"], ["asked", "answered"]]


def test_a_short_answer_right_after_what_was_asked_is_to_it() -> None:
    told = (
        Told("a", "2031-02-03")
        .says("request", "FJI", "Fiji asked Mauritius for a ferry between Suva and Port Louis",
              "a ferry between Suva and Port Louis")
        .says("pledge", "MUS", "Mauritius promised to consult its shipowners", "consult its shipowners", strength="firm")
    )  # fmt: skip
    assert states(told) == [["asked", "answered"]]


def test_who_thanks_for_something_else_accepts_no_invitation() -> None:
    told = (
        Told("a", "2031-02-03")
        .says("request", "MUS", "Mauritius invited President Tora to visit Port Louis", "visit Port Louis")
        .says("pledge", "FJI", "Fiji will accept nothing short of a seat on the Lagoon Board for its fishermen",
              "accept nothing short of a seat on the Lagoon Board for its fishermen", strength="firm")
        .says("pledge", "FJI", "Fiji will dredge the Lami channel before the cyclone season",
              "dredge the Lami channel before the cyclone season", strength="firm")
    )  # fmt: skip
    assert ["stated"] in states(told)


def test_what_only_the_tense_tells_is_of_what_it_names_almost_wholly() -> None:
    a = Told("a", "2031-02-03").says(
        "pledge", "MUS", "Mauritius will lend Fiji three dredgers for the Rewa estuary",
        "lend Fiji three dredgers for the Rewa estuary", strength="firm",
    )  # fmt: skip
    b = Told("b", "2031-08-03").says(
        "assess", "FJI", "Three Mauritian dredgers have worked the Rewa estuary without a pause"
    )
    c = Told("c", "2032-01-05").says("assess", "FJI", "The Rewa is a river of legends and dredgers")
    assert states(a, b, c) == [["stated", "done"]]


def test_what_became_of_something_is_of_the_only_undertaking_that_has_it() -> None:
    a = (
        Told("a", "2031-02-03")
        .says("pledge", "MUS", "Mauritius will equip a clinic on Vatulele", "equip a clinic on Vatulele", strength="firm")
        .says("pledge", "FJI", "Fiji will send cane cutters to Savanne", "send cane cutters to Savanne", strength="firm")
    )  # fmt: skip
    b = Told("b", "2031-08-03").outcome(
        "done", "the clinic", "nurses moved into the clinic after its roof was repaired"
    )
    assert states(a, b) == [["stated", "done"], ["stated"]]


def test_where_two_undertakings_have_it_neither_is_meant() -> None:
    a = (
        Told("a", "2031-02-03")
        .says("pledge", "MUS", "Mauritius will equip a clinic on Vatulele", "equip a clinic on Vatulele", strength="firm")
        .says("pledge", "MUS", "Mauritius will pay a surgeon for the clinic at Labasa", "pay a surgeon for the clinic at Labasa", strength="firm")
    )  # fmt: skip
    b = Told("b", "2031-08-03").outcome(
        "done", "the clinic", "nurses moved into the clinic after its roof was repaired"
    )
    assert states(a, b) == [["stated"], ["stated"]]


def test_the_rest_is_of_what_was_named_right_before() -> None:
    a = Told("a", "2031-02-03").says(
        "pledge", "MUS", "Mauritius will deliver 30 looms to Nadi", "deliver 30 looms to Nadi", strength="firm"
    )
    b = (
        Told("b", "2031-08-03")
        .says("assess", "MUS", "Nine of the 30 looms for Nadi have been delivered")
        .says("announce", "MUS", "The rest will follow in spring")
    )  # fmt: skip
    assert states(a, b) == [["stated", "in-progress", "restated"]]


def test_a_promise_that_begins_with_it_goes_on_about_what_was_told_right_before() -> None:
    a = Told("a", "2031-02-03").says("request", "FJI", "Fiji asked Mauritius to hold a regatta", "hold a regatta")
    b = (
        Told("b", "2031-08-03")
        .says("assess", "FJI", "The regatta was to have been held in July")
        .says("pledge", "MUS", "it would take place before Christmas", "it would take place before Christmas", strength="firm")
    )  # fmt: skip
    (one,) = states(a, b)
    assert len(one) == 3


def test_an_invitation_is_accepted_even_where_something_was_proposed_after_it() -> None:
    told = (
        Told("a", "2031-02-03")
        .says("request", "FJI", "Fiji invited the Speaker of Mauritius to a regatta", "a regatta")
        .says("propose", "FJI", "Fiji proposed a common register of fishing canoes", "a common register of fishing canoes")
        .says("pledge", "MUS", "The Speaker accepted the invitation", strength="firm")
    )  # fmt: skip
    assert sorted(states(told)) == [["asked"], ["asked", "answered"]]


def test_what_one_sentence_tells_in_two_parts_is_one_step() -> None:
    a = Told("a", "2031-02-03").says(
        "pledge", "MUS", "Mauritius will build a clinic with 20 beds at Labasa", "build a clinic with 20 beds at Labasa",
        strength="firm",
    )  # fmt: skip
    b = Told("b", "2031-08-03").says(
        "pledge", "MUS", "Mauritius will build a clinic at Labasa and give it 30 beds for Labasa",
        "build a clinic at Labasa", "give it 30 beds for Labasa", strength="firm",
    )  # fmt: skip
    assert states(a, b) == [["stated", "broadened"]]


def test_an_outcome_inside_of_another_is_none_of_its_own() -> None:
    a = Told("a", "2031-02-03").says(
        "pledge", "MUS", "Mauritius will build a clinic at Labasa", "build a clinic at Labasa", strength="firm"
    )
    b = Told("b", "2031-08-03").outcome(
        "begun",
        "Work on the clinic at Labasa",
        "Work on the clinic at Labasa began in May on a site given by the diocese",
    )
    whole = b.outcomes[0].evidence[0]
    quote = "a site given by the diocese"
    start = whole.start + whole.quote.index(quote)
    b.at = start
    b.outcome("done", "a site", quote)
    assert states(a, b) == [["stated", "in-progress"]]


def test_a_request_for_a_thing_that_only_one_undertaking_has_is_that_one_again() -> None:
    a = (
        Told("a", "2031-02-03")
        .says("request", "FJI", "Fiji asked Mauritius for a ban on gillnets in its lagoons", "a ban on gillnets in its lagoons")
        .says("pledge", "FJI", "Fiji will send cane cutters to Savanne", "send cane cutters to Savanne", strength="firm")
    )  # fmt: skip
    b = Told("b", "2031-08-03").says(
        "request",
        "FJI",
        "Fiji urged Mauritius to burn all gillnets",
        "burn all gillnets",
    )
    c = Told("c", "2031-09-03").says(
        "request", "FJI", "Fiji urged Mauritius to burn the sails of old pirogues", "burn the sails of old pirogues"
    )
    assert sorted(map(len, states(a, b))) == [1, 2]
    assert sorted(map(len, states(a, c))) == [1, 1, 1]


def test_a_request_that_is_only_named_is_no_step_but_is_answered() -> None:
    a = Told("a", "2031-02-03").says(
        "request",
        "FJI",
        "Fiji asked Mauritius for easier entry of its kava and dalo",
        "easier entry of its kava and dalo",
    )
    b = (
        Told("b", "2031-02-04")
        .says("request", "FJI", "Fiji's request for easier entry of its kava and dalo", "easier entry of its kava and dalo")
        .says("pledge", "MUS", "Mauritius would consider it", strength="tentative")
    )  # fmt: skip
    assert states(a, b) == [["asked", "answered"]]
    assert states(b) == [["asked", "answered"]]
