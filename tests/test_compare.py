"""Two readouts of one meeting, side by side."""

from __future__ import annotations

from itertools import permutations

import pytest

from communique.ledger.compare import compare, readouts_of_one_meeting, twins
from communique.ledger.compare.assignment import assign
from communique.ledger.compare.differences import word_differences
from communique.ledger.compare.names import one_person
from communique.ledger.compare.parts import parts
from communique.ledger.entry import Entry
from communique.records import Engagement, Evidence, Position, Relation, Statement


class Text:
    """Quotes one after another, as if they stood in a text."""

    def __init__(self) -> None:
        self.at = 0

    def __call__(self, quote: str) -> tuple[Evidence, ...]:
        start = self.at
        self.at += len(quote) + 2
        return (Evidence(start=start, end=start + len(quote), quote=quote),)


def say(text: Text, quote: str, holders: str, act: str, strength: str | None = None, **more) -> Statement:
    return Statement(
        report="r",
        evidence=text(quote),
        rule=("x",),
        act=act,
        holders=tuple(holders.split()),
        strength=strength,
        **more,
    )


def met(
    country: str, place: str | None = "Quito", day: str = "2031-05-04", persons=("Ana Ruiz", "Péter Nagy"), **more
) -> Engagement:
    quote = f"a meeting told in {country}"
    return Engagement(
        report="r", evidence=(Evidence(start=0, end=len(quote), quote=quote),), rule=("x",), kind=more.pop("kind", "meeting"), status="held",
        date_start=day, date_end=day, place=place, parties=("ECU", "HUN") if country == "ECU" else ("HUN", "ECU"),
        participants=persons, main=True, **more,
    )  # fmt: skip


def entry(country: str, *statements: Statement, engagement: Engagement | None = None, **more) -> Entry:
    return Entry(
        report=more.pop("report", f"{country}-1"), path=f"{country}.txt", title=None, outlet=f"Office of {country}", outlet_country=country,
        published="2031-05-04", date="2031-05-04", engagements=(engagement or met(country),), statements=statements, **more,
    )  # fmt: skip


def quotes(some) -> list[str]:
    return [one.evidence[0].quote for one in some]


@pytest.fixture
def two() -> tuple[Entry, Entry]:
    here, there = Text(), Text()
    a = entry(
        "ECU",
        say(here, "Ecuador firmly supports Hungary's territorial integrity", "ECU", "support", speaker="Ana Ruiz", topics=("sovereignty",)),
        say(here, "Hungary should remove the quota on Ecuadorian shrimp, open a rail line to Guayaquil and send 40 nurses", "ECU", "request",
            items=("remove the quota on Ecuadorian shrimp", "open a rail line to Guayaquil", "send 40 nurses"), topics=("trade", "connectivity", "health")),
        say(here, "Ruiz thanked Hungary for its hospitality", "ECU", "appreciate", speaker="Ana Ruiz"),
    )  # fmt: skip
    b = entry(
        "HUN",
        say(there, "Nagy said that Hungary will build the railway to Guayaquil", "HUN", "pledge", "firm", speaker="Péter Nagy",
            items=("build the railway to Guayaquil",), topics=("connectivity",)),
        say(there, "Ecuador had assured him of its support for the territorial integrity of Hungary", "HUN", "assess", speaker="Péter Nagy", topics=("sovereignty",)),
        say(there, "both sides will abolish the cap on shrimp", "ECU HUN", "agree", "firm", items=("abolish the cap on shrimp",), topics=("trade",)),
        say(there, "Hungary and Ecuador are friends", "HUN", "assess"),
    )  # fmt: skip
    return a, b


def test_what_both_say_is_paired_whoever_tells_it(two):
    found = [(one.a.evidence[0].quote, one.b.evidence[0].quote) for one in compare(*two).both]
    assert found[0][0].startswith("Ecuador firmly supports")
    assert found[0][1].startswith("Ecuador had assured him")
    assert found[1] == (
        "Hungary should remove the quota on Ecuadorian shrimp",
        "both sides will abolish the cap on shrimp",
    )


def test_what_one_asks_for_itself_and_the_other_pledges_are_two_words(two):
    """The holders do not overlap: whose word it is counts, not the railway."""
    assert "open a rail line to Guayaquil" in quotes(compare(*two).only_a)


def test_of_a_statement_partly_shared_the_other_items_stand_alone(two):
    found = compare(*two)
    assert quotes(found.only_a)[:2] == ["open a rail line to Guayaquil", "send 40 nurses"]
    assert "Hungary and Ecuador are friends" in quotes(found.only_b)


def test_a_statement_not_shared_is_told_as_a_whole(two):
    a, b = two
    found = compare(a, entry("HUN", b.statements[3]))
    assert (
        "Hungary should remove the quota on Ecuadorian shrimp, open a rail line to Guayaquil and send 40 nurses"
        in quotes(found.only_a)
    )


def test_in_what_a_pair_differs(two):
    first, second = compare(*two).both
    assert first.differs == ("strength", "wording", "attribution")
    assert second.differs == ("act", "strength", "wording", "attribution")


def test_the_same_words_of_the_same_holder_do_not_differ():
    one = say(Text(), "Ecuador supports a ceasefire", "ECU", "support", speaker="Ana Ruiz")
    (pair,) = compare(entry("ECU", one), entry("HUN", one.model_copy(update={"speaker": "Ruiz", "id": "other"}))).both
    assert pair.differs == ()
    assert pair.words == "Ecuador supports a ceasefire"


def test_order_and_who_is_named_first(two):
    found = compare(*two)
    assert found.first_named == ("ECU", "HUN")
    assert found.topics[0][0] == "sovereignty"
    assert found.topics[1][0] == "connectivity"
    assert found.same_order


def test_turned_around_it_is_the_same_comparison(two):
    there, back = compare(*two), compare(*two[::-1])
    assert there.only_a == back.only_b
    assert [(one.a, one.b) for one in there.both] == sorted(
        ((one.b, one.a) for one in back.both), key=lambda one: one[0].evidence[0].start
    )


def test_the_order_of_records_does_not_matter(two):
    a, b = two
    expected = compare(a, b)
    for order in permutations(b.statements):
        assert compare(a, entry("HUN", *order)) == expected


def test_one_position_and_one_relation_are_one_matter():
    here, there = Text(), Text()
    first = say(here, "Ecuador adheres to the one-China principle", "ECU", "support")
    second = say(there, "the guest spoke of his country's well-known policy on China", "ECU", "support")
    upgrade = there("Hungarian-Ecuadorian relations were lifted to a strategic partnership")
    agreed = say(
        here,
        "The two sides agreed to upgrade ties to a strategic partnership",
        "ECU HUN",
        "agree",
        "firm",
        items=("upgrade ties",),
    )
    label = {
        "report": "r",
        "rule": ("x",),
        "parties": ("ECU", "HUN"),
        "label": "strategic partnership",
        "event": "upgraded",
    }
    stand = {"report": "r", "rule": ("x",), "holder": "ECU", "issue": "one-china", "stance": "support"}
    a = entry(
        "ECU",
        first,
        agreed,
        positions=(Position(evidence=first.evidence, **stand),),
        relations=(Relation(evidence=agreed.evidence, **label),),
    )
    b = entry(
        "HUN",
        second,
        positions=(Position(evidence=second.evidence, **stand),),
        relations=(Relation(evidence=upgrade, **label),),
    )
    found = compare(a, b)
    assert not found.only_a
    assert not found.only_b
    assert [one.b.layer for one in found.both] == ["statement", "relation"]


def test_empty_readouts():
    found = compare(entry("ECU"), entry("HUN"))
    assert (found.only_a, found.only_b, found.both) == ((), (), ())


def test_parts_of_a_quote():
    def cut(quote: str, act: str = "support", **more) -> list[str]:
        return [one.quote for one in parts(say(Text(), quote, "ECU", act, **more))]

    assert cut("Ecuador adheres to the one-China principle, supports reunification and opposes secession") == [
        "Ecuador adheres to the one-China principle", "supports reunification", "opposes secession"]  # fmt: skip
    assert cut("the visit was a success and that trade had doubled", "assess") == [
        "the visit was a success",
        "that trade had doubled",
    ]
    assert cut("commitment to disarmament and to the rights of small islands") == [
        "commitment to disarmament",
        "to the rights of small islands",
    ]
    assert cut("cooperation in health and education") == ["cooperation in health and education"]
    assert (
        cut("Ruiz invited Nagy to Quito, and he accepted gladly", "request", items=("to Quito",))[1]
        == "he accepted gladly"
    )


def test_the_best_pairing_is_the_greatest_sum():
    assert assign([[3.0, 2.0], [2.9, 0.1]]) == [(0, 1), (1, 0)]
    assert assign([[1.0], [2.0], [-1.0]]) == [(1, 0)]
    assert assign([[-1.0, 0.0]]) == []
    assert assign([]) == assign([[]]) == []


@pytest.mark.parametrize("seed", range(5))
def test_the_pairing_is_as_good_as_trying_all(seed):
    gains = [
        [((seed + 3) * (row * 7 + column * 5 + row * column) % 11) - 3.0 for column in range(4)] for row in range(3)
    ]
    best = max(
        sum(max(0.0, gains[row][column]) for row, column in enumerate(some)) for some in permutations(range(4), 3)
    )
    assert sum(gains[row][column] for row, column in assign(gains)) == best


def test_word_differences():
    assert (
        word_differences("Ecuador firmly supports peace", "Ecuador supports lasting peace")
        == "Ecuador [-firmly-] supports {+lasting+} peace"
    )


def test_two_readouts_of_one_meeting_are_found():
    a, b = entry("ECU"), entry("HUN", engagement=met("HUN", place="Ecuador", day="2031-05-03", persons=("Peter Nagy",)))
    same, reason = readouts_of_one_meeting(a, b)
    assert same
    assert "Nagy" in reason


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (met("HUN", day="2031-05-09"), "days apart"),
        (met("HUN", place="Budapest"), "Budapest"),
        (met("HUN", persons=("Éva Kis",)), "other persons"),
        (met("HUN", kind="call"), "call"),
    ],
)
def test_two_meetings_are_not_one(other, reason):
    same, why = readouts_of_one_meeting(entry("ECU"), entry("HUN", engagement=other))
    assert not same
    assert reason in why


def test_twins_are_others_readouts_the_other_countrys_first():
    a, b = entry("ECU"), entry("HUN")
    wire = Entry(
        **{**{name: getattr(a, name) for name in Entry.__dataclass_fields__}, "report": "w", "outlet": "A wire"}
    )
    assert twins(a, [a, wire, b]) == twins(a, [b, wire, a]) == (b, wire)


def test_names_are_one_persons_in_any_order_and_spelling():
    assert one_person("NAGY Péter", "Peter Nagy")
    assert one_person("Nagy", "Péter Nagy")
    assert not one_person("Péter Nagy", "Péter Kis")
    assert not one_person("", "Nagy")


def both_of(one: Statement, other: Statement) -> list:
    return list(compare(entry("ECU", one), entry("HUN", other)).both)


def test_one_word_told_once_in_each_readout_makes_a_pair_across_acts_and_mouths():
    here, there = Text(), Text()
    a = entry(
        "ECU",
        say(here, "Ecuador asked about visas for students", "ECU", "request", topics=("education",)),
        say(here, "Hungary would look at how more Ecuadorian welders could be hired", "HUN", "pledge", "tentative", topics=("health",)),
    )  # fmt: skip
    b = entry(
        "HUN",
        say(there, "Ruiz announced that Hungary will take 900 welders a year", "ECU", "announce", speaker="Ana Ruiz", topics=("health",)),
        say(there, "the leaders called for peace in Yemen", "ECU HUN", "propose", topics=("hotspot",)),
    )  # fmt: skip
    (pair,) = compare(a, b).both
    assert "welders" in pair.a.evidence[0].quote
    assert "welders" in pair.b.evidence[0].quote
    assert pair.differs == ("act", "strength", "wording", "attribution")


def test_a_third_country_tells_and_the_two_sides_do_not():
    fighting = "the two leaders called for an end to the fighting in Yemen"
    truce = say(Text(), "called for an immediate ceasefire in Yemen", "ECU HUN", "propose", topics=("hotspot",))
    assert both_of(truce, say(Text(), fighting, "HUN ECU", "propose", topics=("hotspot",)))
    at_home = say(Text(), "Ecuador has many volcanoes", "ECU", "assess")
    assert not both_of(at_home, say(Text(), "Ecuador exports bananas", "ECU", "assess"))


def test_an_account_is_no_other_act_and_a_date_makes_firmer():
    told = say(Text(), "We have raised our trade target to 7 billion dollars", "ECU", "assess", topics=("trade",))
    agreed = say(Text(), "the sides agreed to bring trade to 7 billion dollars by 2040", "ECU HUN", "agree", "firm", topics=("trade",))  # fmt: skip
    (pair,) = both_of(told, agreed)
    assert pair.differs == ("strength", "wording", "attribution")


def test_formalities_are_nothing_said():
    text = Text()
    a = entry(
        "ECU",
        say(text, "President Ana Ruiz welcomed Prime Minister Péter Nagy to Quito", "ECU", "appreciate"),
        say(text, "Issues of international politics were also considered", "ECU", "assess"),
        say(text, "the ministers exchanged views on the economy", "ECU HUN", "assess"),
        say(text, "welcomed the opening of the Hungarian school in Quito", "ECU", "appreciate"),
    )
    assert quotes(compare(a, entry("HUN")).only_a) == ["welcomed the opening of the Hungarian school in Quito"]


def test_sums_and_thanks_are_taken_one_by_one():
    sums = "Hungary will give $30 million for the tramway of Quito, and $4 million for nurseries"
    assert [one.quote for one in parts(say(Text(), sums, "HUN", "announce"))][1:] == ["$4 million for nurseries"]
    thanks = "thanked Hungary for the vaccines it sent, and for its vote on the lagoon"
    assert [one.quote for one in parts(say(Text(), thanks, "ECU", "appreciate"))][1:] == ["for its vote on the lagoon"]


def test_a_matter_that_points_back_is_known_by_what_it_points_to(monkeypatch):
    here = Text()
    a = entry(
        "ECU",
        say(here, "Ecuador has begun a sturgeon hatchery at Baños", "ECU", "assess", topics=("agriculture",)),
        say(here, "The two sides will soon visit the project", "ECU HUN", "agree", "firm", topics=("agriculture",)),
    )
    b = entry("HUN", say(Text(), "Hungary will send experts to the sturgeon hatchery", "HUN", "pledge", "firm", topics=("agriculture",)))  # fmt: skip
    assert quotes(compare(a, b).only_a) == ["Ecuador has begun a sturgeon hatchery at Baños"]
    monkeypatch.setattr("communique.ledger.compare.affinity.POINTED", 0.0)
    assert not compare(a, b).both


@pytest.mark.parametrize(
    ("ours", "theirs", "paired"),
    [
        ("Ecuador will establish a maintenance centre in Szeged next year", "The maintenance centre in Szeged will be built by Hungary next year", True),
        ("Ecuador will establish a maintenance centre in Szeged next year", "Hungary will send forty nurses to Guayaquil from the school in Szeged", False),
    ],
)  # fmt: skip
def test_what_each_side_promises_as_its_own_is_one_where_all_else_agrees(ours, theirs, paired):
    one = say(Text(), ours, "ECU", "pledge", "firm", topics=("defence-security",))
    other = say(Text(), theirs, "HUN", "pledge", "firm", topics=("defence-security",))
    assert bool(both_of(one, other)) is paired
    if paired:
        assert "attribution" in both_of(one, other)[0].differs
    asked = say(Text(), ours.replace("will", "should"), "ECU", "request", topics=("defence-security",))
    assert not both_of(asked, other)
