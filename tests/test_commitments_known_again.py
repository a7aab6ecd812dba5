"""By what an undertaking is known again beside its words: who met where, what was told right before, whose name it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from communique.ledger.commitments import follow, mentions
from communique.ledger.commitments.cues import own_words, telling
from communique.ledger.commitments.tense import tense
from communique.ledger.commitments.terms import terms_of
from communique.ledger.commitments.vocabulary import vocabulary
from communique.records import Position
from tests.commitment_entries import Told


def states(*told: Told) -> list[list[str]]:
    rows = follow([one.entry() for one in told], "FJI", "MUS")
    return sorted([step.state for step in one.history if step.sure] for one in rows)


def invited() -> Told:
    """An invitation of whoever is prime minister, by nobody's name."""
    return Told("a", "2031-02-03").says(
        "request", "MUS", "Mauritius invited the Prime Minister to visit Mauritius in 2031", "visit Mauritius in 2031"
    )


@pytest.mark.parametrize(
    ("words", "place", "then"),
    [
        ("a meeting with the Prime Minister of Fiji on Tuesday", "Port Louis", ["asked", "held"]),
        ("talks with the Fijian Prime Minister", "Port Louis", ["asked", "held"]),
        ("talks with the Fijian Foreign Minister", "Port Louis", ["asked"]),
        ("a meeting with the Prime Minister of Fiji on Tuesday", "Nairobi", ["asked"]),
        ("a meeting of the Prime Minister with reporters", "Port Louis", ["asked"]),
    ],
)
def test_whoever_holds_the_office_and_met_there_has_visited(words: str, place: str, then: list[str]) -> None:
    met = Told("b", "2031-06-02").occasion("meeting", "held", words, place=place, date_start="2031-06-02")
    assert states(invited(), met) == [then]


def test_first_sessions_at_one_place_and_time_are_one_whatever_the_body_is_called() -> None:
    a = Told("a", "2031-02-03").occasion(
        "mechanism", "planned", "the first session of which will be in Suva", place="Suva", date_start="2032", ordinal=1
    )
    there = {"date_start": "2032-05-04", "ordinal": 1}
    words = "The High-Level Council on Tuna held its first session"
    b = Told("b", "2032-05-04").occasion("mechanism", "held", words, place="Suva", **there)
    c = Told("c", "2032-05-04").occasion("mechanism", "held", words, place="Nairobi", **there)
    assert states(a, b) == [["planned", "held"]]
    assert states(a, c) == [["planned"]]


def text_told(told: str = "begun") -> Told:
    words = "The text of an agreement on the transfer of sentenced sailors is with the lawyers"
    return Told("a", "2031-02-03").outcome(told, "the agreement on the transfer of sentenced sailors", words)


def test_a_promise_about_what_was_just_told_begins_with_it() -> None:
    a = text_told().says("agree", "MUS+FJI", "The sides agreed to sign it in May", "sign it in May", strength="firm")
    b = Told("b", "2031-05-20").outcome(
        "done", "the agreement on the transfer of sentenced sailors",
        "the agreement on the transfer of sentenced sailors was signed",
    )  # fmt: skip
    (history,) = states(a, b)
    assert history[0] == "in-progress"
    assert history[-1] == "done"


def test_work_that_is_to_start_is_on_what_was_told_of() -> None:
    a = (
        Told("a", "2031-02-03")
        .outcome("done", "the design of the Vatia lighthouse", "the design of the Vatia lighthouse was completed")
        .says("agree", "MUS+FJI", "Construction will start in April", "Construction will start in April", strength="firm")
    )  # fmt: skip
    b = Told("b", "2031-11-20").outcome("done", "the Vatia lighthouse", "the Vatia lighthouse was put into operation")
    assert [len(history) for history in states(a, b)] == [3]


def test_nothing_begins_with_what_is_over_or_was_never_named() -> None:
    signed = text_told("done").says(
        "agree", "MUS+FJI", "They agreed to sign it in May", "sign it in May", strength="firm"
    )
    assert states(signed) == []
    alone = Told("a", "2031-02-03").says(
        "agree", "MUS+FJI", "They agreed to sign it in May", "sign it in May", strength="firm"
    )
    assert states(alone) == []


def test_who_will_examine_the_feasibility_of_a_thing_speaks_of_the_thing() -> None:
    a = Told("a", "2031-02-03").says(
        "request", "MUS", "Mauritius asked Fiji to build a cannery at Vatia", "build a cannery at Vatia"
    )
    words = "examine the feasibility of a cannery at Vatia"
    b = Told("b", "2031-06-03").says("pledge", "FJI", f"Fiji would {words}", words, strength="tentative")
    assert states(a, b) == [["asked", "answered"]]


@pytest.mark.parametrize(
    ("told", "own"),
    [
        ("The President voiced regret that the loan had not been paid", "the loan had not been paid"),
        ("He pointed out to reporters that the loan had not been paid", "the loan had not been paid"),
        ("The Minister recalled with some satisfaction that the wharf was open", "the wharf was open"),
        ("a wharf that was opened in May", "a wharf that was opened in May"),
    ],
)
def test_who_told_it_tells_nothing_of_what_was_told(told: str, own: str) -> None:
    assert own_words(told, vocabulary()) == own


@pytest.mark.parametrize(
    ("text", "term", "there"),
    [
        ("the crossing at Ban Vuong", "=embargo", False),
        ("lift the ban on poultry", "=embargo", True),
        ("dredge the approaches to Port Vatia", "=port", False),
        ("dredge Vatia Port", "=port", True),
    ],
)
def test_the_first_word_of_a_place_is_no_thing(text: str, term: str, there: bool) -> None:
    assert (term in terms_of(text, vocabulary()).weights) is there


def test_whoever_is_to_be_handed_over_is_the_matter() -> None:
    told = Told("a", "2031-02-03").says(
        "request", "MUS", "Mauritius asked for the surrender of Mr Ulaiasi Tabua", "the surrender of Mr Ulaiasi Tabua"
    )
    (one,) = mentions(told.entry())
    assert "tabua" in one.terms.weights


@pytest.mark.parametrize(("when", "back"), [("before the end of this year", False), ("for this purpose", True)])
def test_this_year_points_back_to_nothing(when: str, back: bool) -> None:
    quote = f"the lighthouse on Rotuma will be handed over {when}"
    told = Told("a", "2031-02-03").says("pledge", "MUS", quote, f"be handed over {when}", strength="firm")
    found = mentions(told.entry())
    assert any("rotuma" in one.terms.weights for one in found) is not back


@pytest.mark.parametrize(
    ("item", "label"),
    [
        ("build, over the coming years, an enhanced strategic partnership", {"enhanc", "strateg", "partnership"}),
        ("work towards a comprehensive partnership", {"comprehens", "partnership"}),
        ("give their relations the character of a strategic alliance", {"strateg", "allianc"}),
        ("build a partnership for clean water", None),
        ("conclude a comprehensive partnership agreement on fisheries", None),
    ],
)
def test_a_partnership_of_rank_that_is_to_be_built_is_the_relationships_name(item: str, label: set[str] | None) -> None:
    told = Told("a", "2031-02-03").says("agree", "MUS+FJI", f"They agreed to {item}", item, strength="firm")
    (one,) = mentions(told.entry())
    assert one.label == frozenset(label or ())


def test_another_rank_is_another_name() -> None:
    def agreed(name: str, date: str, rank: str) -> Told:
        item = f"build {rank} partnership"
        return Told(name, date).says("agree", "MUS+FJI", f"They agreed to {item}", item, strength="firm")

    assert states(agreed("a", "2031-02-03", "a strategic"), agreed("b", "2032-02-03", "a strategic")) == [
        ["stated", "restated"]
    ]
    assert (
        len(states(agreed("a", "2031-02-03", "a strategic"), agreed("b", "2032-02-03", "an enhanced strategic"))) == 2
    )


@pytest.mark.parametrize(
    ("who", "then"),
    [("President Ramgoolaye", ["asked", "cancelled"]), ("Foreign Minister Luchmun", ["asked"])],
)
def test_a_visit_called_off_is_known_by_who_was_to_pay_it(who: str, then: list[str]) -> None:
    a = Told("a", "2031-02-03").says(
        "request", "FJI", "Fiji invited President Ramgoolaye to visit Fiji in 2032", "visit Fiji in 2032"
    )
    b = Told("b", "2032-04-03").says("assess", "FJI", f"{who}'s state visit, scheduled for last May, was called off")
    assert states(a, b) == [then]


def test_a_session_is_held_a_year_late_where_it_was_to_be() -> None:
    def told(name: str, date: str, status: str, words: str, when: str, place: str) -> Told:
        return Told(name, date).occasion("mechanism", status, words, place=place, date_start=when)

    a = told("a", "2031-02-03", "planned", "the Joint Commission on Tuna will meet in Suva in 2031", "2031", "Suva")
    b = told("b", "2032-04-03", "held", "the Joint Commission on Tuna met in Suva", "2032-04-02", "Suva")
    c = told("c", "2032-04-03", "held", "the Joint Commission on Tuna met in Nairobi", "2032-04-02", "Nairobi")
    assert states(a, b) == [["planned", "held"]]
    assert states(a, c) == [["planned"]]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("the exchange would take place in May", "said"),
        ("the exchange took place in May", "done"),
        ("the ferry will now be inaugurated in May", "moved"),
        ("the offer of a loan for the harbour stands", "said"),
        ("the offer of a loan for the harbour no longer stands", "cancelled"),
        ("the proposal did not remain open", "cancelled"),
    ],
)
def test_what_will_take_place_has_not(words: str, told: str) -> None:
    assert telling(words, vocabulary()) == told


def asked_for(goods: str) -> Told:
    item = f"access to the Fijian market for {goods}"
    return Told("a", "2031-02-03").says("request", "MUS", f"Mauritius asked for {item}", item)


def test_goods_side_by_side_go_their_own_ways() -> None:
    b = Told("b", "2031-09-03").outcome("done", "mangoes", "Fiji opened its market to mangoes from Mauritius")
    c = Told("c", "2032-09-03").outcome("failed", "pork", "Fiji refused to open its market to pork")
    assert sorted(len(history) for history in states(asked_for("mangoes and pork"), b, c)) == [2, 2]
    assert [len(history) for history in states(asked_for("mangoes and lighthouses"), b)] == [2]


def test_an_answer_on_one_of_the_goods_is_to_that() -> None:
    a = asked_for("mangoes and pork").says(
        "pledge", "FJI", "The Fijian side agreed to consider the request on pork", "consider the request on pork",
        strength="tentative",
    )  # fmt: skip
    assert states(a) == [["asked"], ["asked", "answered"]]


@pytest.mark.parametrize(
    "words",
    [
        "The two sides had hoped to finish the Vatia wharf this year",
        "They had originally planned the Vatia wharf for May",
    ],
)
def test_what_was_once_hoped_is_no_step(words: str) -> None:
    assert mentions(Told("a", "2031-02-03").says("assess", "MUS", words).entry()) == ()


@pytest.mark.parametrize(
    ("words", "number"), [("We asked for it in March last year", 0), ("We asked again for the Vatia wharf", 1)]
)
def test_what_was_asked_then_is_only_recalled(words: str, number: int) -> None:
    item = words.partition(" for ")[2].split(" in ")[0]
    assert len(mentions(Told("a", "2031-02-03").says("request", "MUS", words, item).entry())) == number


def test_another_time_is_no_other_thing() -> None:
    known = vocabulary()
    assert telling("the group met in April instead of January", known) != "overtaken"
    assert telling("a ferry was bought instead of the bridge", known) == "overtaken"


@pytest.mark.parametrize(
    "words", ["the talks must be completed next year", "the wharf can be opened", "rice is expected in May"]
)
def test_what_must_be_done_is_not_done(words: str) -> None:
    assert tense(words) is None


def test_who_invites_is_not_the_guest() -> None:
    quote = "He accepted an invitation by President Vaniqi to pay a visit to Fiji in April 2032"
    told = Told("a", "2031-02-03").says("pledge", "MUS", quote, "pay a visit to Fiji in April 2032", strength="firm")
    (one,) = mentions(told.entry())
    assert one.occasion is not None
    assert one.occasion.who == frozenset()


@pytest.mark.parametrize(
    ("item", "position", "begins"),
    [
        ("continue to uphold the UN Charter", True, False),
        ("continue to uphold the UN Charter", False, True),
        ("sign the UN convention on the high seas", True, True),
    ],
)
def test_who_holds_to_a_principle_undertakes_nothing(item: str, position: bool, begins: bool) -> None:
    told = Told("a", "2031-02-03").says("pledge", "MUS", f"Mauritius would {item}", item, strength="firm")
    entry = told.entry()
    if position:
        held = Position(
            report="a",
            rule=("test.yaml/test",),
            evidence=entry.statements[0].evidence,
            holder="MUS",
            issue="un-charter",
            stance="support",
        )
        entry = replace(entry, positions=(held,))
    (one,) = mentions(entry)
    assert one.starts is begins


def test_the_visit_of_a_mission_is_not_that_of_the_one_who_is_invited() -> None:
    words, sides = "A Mauritian trade mission will visit Fiji in May", ("MUS", "FJI")
    a = Told("a", "2031-02-03").occasion("visit", "planned", words, parties=sides, date_start="2031-05")
    b = Told("b", "2031-02-20").says(
        "request", "FJI", "Fiji invited Prime Minister Ramgoolaye to visit Fiji", "visit Fiji"
    )
    assert states(a, b) == [["asked"], ["planned"]]


def test_the_eu_is_the_european_union() -> None:
    a = Told("a", "2031-02-03").says(
        "request",
        "MUS",
        "Mauritius asked for free entry of tuna to the EU market",
        "free entry of tuna to the EU market",
    )
    (one,) = mentions(a.entry())
    assert {"european", "union"} <= one.terms.weights.keys()


def test_a_visit_that_could_not_take_place_was_called_off() -> None:
    a = Told("a", "2031-02-03").says(
        "request", "FJI", "Fiji invited President Ramgoolaye to visit Fiji in 2032", "visit Fiji in 2032"
    )
    words = "the visit of President Ramgoolaye, due in the spring, could not take place because of the elections"
    b = Told("b", "2032-06-03").says("assess", "FJI", words)
    assert states(a, b) == [["asked", "cancelled"]]


def test_the_visit_is_the_one_just_spoken_of() -> None:
    a = (
        Told("a", "2031-02-03")
        .says("request", "FJI", "Fiji invited President Ramgoolaye to visit Fiji", "visit Fiji")
        .says("assess", "FJI", "the visit is expected to take place in September next year")
    )
    (history,) = states(a)
    assert history[0] == "asked"
    assert len(history) == 2


def test_who_will_come_to_a_capital_will_visit() -> None:
    told = Told("a", "2031-02-03").says("announce", "FJI", "President Ramgoolaye will come to Suva in February")
    (one,) = mentions(told.entry())
    assert one.occasion is not None
    assert (one.occasion.kind, one.occasion.visitor, one.occasion.host) == ("visit", "MUS", "FJI")


def test_consultations_in_capitals_are_a_session() -> None:
    item = "the fifth round of the Political Consultations will be convened in Suva in 2032"
    told = Told("a", "2031-02-03").says("agree", "MUS+FJI", f"They agreed that {item}", item, strength="firm")
    (one,) = mentions(told.entry())
    assert one.occasion is not None
    assert (one.occasion.kind, one.occasion.ordinal) == ("session", 5)
