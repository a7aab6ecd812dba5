"""By what else an undertaking is known again: rarer words, numbers of things, the only study, the same words; and a
relationship's new name. Sentences of our own.
"""

from __future__ import annotations

from functools import cache

import pytest

from communique import Reader
from communique.ledger.commitments import follow
from communique.ledger.commitments.amounts import amounts_in, counts
from communique.ledger.commitments.likeness import nearness
from communique.ledger.commitments.mention import Mention
from communique.ledger.commitments.profile import Profile
from tests.commitment_entries import Told
from tools.tellings import Telling, followed, judged

LEADS = (
    ("2021-03-03", "DOHA, 3 March 2021 - The Foreign Minister of Qatar, Sheikh Nasser Al Hajri, met the Foreign Minister of Kenya, Wanjiru Karanja."),
    ("2022-11-12", "NAIROBI, 12 November 2022 - President Joseph Kiprono of Kenya held talks with the Emir of Qatar, Sheikh Fahad bin Khalid."),
)  # fmt: skip


@cache
def reader() -> Reader:
    return Reader()


def states(*told: Told) -> list[list[str]]:
    rows = follow([one.entry() for one in told], "FJI", "MUS")
    return sorted([step.state for step in one.history if step.sure] for one in rows)


def promised(*items: str) -> Told:
    told = Told("a", "2031-02-03")
    for item in items:
        told.says("pledge", "MUS", f"Mauritius will {item}", item, strength="firm")
    return told


def came_about(words: str, what: str | None = None) -> Told:
    return Told("b", "2031-08-03").outcome("done", what or words, words)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("grant its carriers an additional 6,000 seats a week", {"$seat:6000"}),
        ("all 3,600 seasonal places of this year", {"$place:3600"}),
        ("forty-five students took up their awards", {"$student:45"}),
        ("eighteen lecturers will be sent", {"$lectur:18"}),
        ("eight lecturers will be sent", set()),
        ("50 per cent of the staff and 120 days", set()),
        ("in the year 2031", set()),
        ("two hundred and fifty students", set()),
    ],
)
def test_numbers_of_things(text: str, wanted: set[str]) -> None:
    assert counts(amounts_in(text)) == wanted


def test_a_sum_in_two_words() -> None:
    assert amounts_in("fifty-five million dollars") == (("usd", 55e6),)


@pytest.mark.parametrize(
    ("told", "then"),
    [
        ("was opened last week", ["stated", "done"]),
        ("was opened in May", ["stated", "done"]),
    ],
)
def test_a_week_is_no_event(told: str, then: list[str]) -> None:
    what = "the children's hospital in Suva"
    assert then in states(promised("build a children's hospital in Suva"), came_about(f"{what} {told}", what))


@pytest.mark.parametrize(
    ("told", "then"),
    [
        ("All 3,600 places of the season were taken up", ["stated", "done"]),
        ("All 3,400 places of the season were taken up", ["stated"]),
        ("In the same season 3,600 people fell ill", ["stated"]),
    ],
)
def test_the_only_one_of_a_number(told: str, then: list[str]) -> None:
    first = promised("raise the number of pickers to 3,600 places a season", "lend two tugs")
    assert then in states(first, came_about(told))


def test_the_only_study_is_known_by_being_one() -> None:
    study = "complete a feasibility study for a gas pipeline between the islands"
    over = came_about("The feasibility study was handed over in June", "The feasibility study")
    assert states(promised(study, "lend two tugs"), over) == [["stated"], ["stated", "done"]]
    assert states(promised(study, "pay for a feasibility study of a cannery"), over) == [["stated"], ["stated"]]


def test_a_rarer_word_leads_to_it() -> None:
    a = Told("a", "2031-02-03").says(
        "request", "FJI", "Fiji asked for clemency for three sailors", "clemency for three sailors"
    )
    b = came_about("the pardon of three sailors was proclaimed", "the pardon of three sailors")
    assert states(a, b) == [["asked", "done"]]


def profile(words: str, **weights: float) -> Profile:
    return Profile({f"={name}": weight for name, weight in weights.items()}, frozenset(), None, words)


def test_what_is_told_in_the_same_words_is_nearer() -> None:
    assert profile("two patrol boats", vessel=0.75).spelt == {"=vessel": ("patrol boat",)}
    assert profile("two patrol boats", vessel=0.75).spelt != profile("two ships", vessel=0.75).spelt
    thread = next(
        one
        for one in _threads(promised("train crews for two patrol boats of the Fiji Navy at the school in Port Louis"))
    )
    alike, other = (
        _mention(f"the crews of the {words} passed their tests in Suva after long delays")
        for words in ("patrol boats", "vessels")
    )
    assert nearness(alike, thread).score > nearness(other, thread).score


def _threads(told: Told) -> list:  # type: ignore[type-arg]
    from communique.ledger.commitments import Linker, Memory, mentions

    kept = Memory()
    Linker(kept).take(mentions(told.entry()))
    return kept.all()


def _mention(words: str) -> Mention:
    from communique.ledger.commitments import mentions

    return mentions(came_about(words).entry())[0]


def test_a_ships_name_is_not_all_that_is_told_of_it() -> None:
    first = promised("deliver a third patrol boat to the Fiji Navy", "lend two tugs")
    words = "RFNS Vakarewa, the third patrol boat given to the Fiji Navy, was handed over"
    assert ["stated", "done"] in states(first, came_about(words, "RFNS Vakarewa"))


def test_what_will_be_signed_after_it_was_agreed_is_a_step_of_its_own() -> None:
    a = promised("conclude a treaty on the transfer of sentenced sailors")
    b = (
        Told("b", "2031-08-03")
        .outcome("done", "the treaty on the transfer of sentenced sailors", "the treaty on the transfer of sentenced sailors was completed")
        .says("agree", "MUS+FJI", "the sides agreed to sign it in May 2032", "sign it in May 2032", strength="firm")
    )  # fmt: skip
    (history,) = states(a, b)
    assert history[:2] == ["stated", "in-progress"]
    assert len(history) == 3


def test_that_it_was_put_off_is_told_beside_that_it_was_held() -> None:
    a = Told("a", "2031-02-03").occasion(
        "mechanism", "planned", "the third session of the Joint Commission on Tuna in Suva in June", place="Suva", date_start="2031-06", ordinal=3
    )  # fmt: skip
    b = (
        Told("b", "2031-08-03")
        .occasion("mechanism", "held", "the third session of the Joint Commission on Tuna was held in Suva", place="Suva", date_start="2031-08-02", ordinal=3)
        .outcome("postponed", "It", "It had been postponed from June")
    )  # fmt: skip
    assert states(a, b) == [["planned", "held", "moved"]]


def read(sentence: str, date: str = "2022-11-12"):  # type: ignore[no-untyped-def]
    return reader().read(f"{LEADS[1][1]}\n\n{sentence}\n", published=date, language="en")


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("As of today Kenya and Qatar are strategic partners.", "established"),
        ("From now on our two countries are strategic partners.", "established"),
        ("The two countries are now strategic partners.", "established"),
        ("Kenya and Qatar are strategic partners.", "described"),
    ],
)
def test_partners_from_now_on(sentence: str, wanted: str) -> None:
    assert [one.event for one in read(sentence).relations] == [wanted]


def test_the_last_of_a_sum_names_it() -> None:
    found = read(
        "Mangoes from growers in Makueni left in May. The last of the $68 million in budget aid landed in July."
    ).outcomes
    assert "growers in Makueni" not in {one.what for one in found if "68 million" in one.evidence[0].quote}


@pytest.mark.parametrize(
    ("expected", "first", "then"),
    [
        ("stated > done", "The two ministers agreed to raise relations to a comprehensive partnership.",
         "The two leaders signed a joint declaration on a comprehensive partnership."),
        ("... > ...", "Mrs Karanja expressed Kenya's interest in a strategic partnership with Qatar.",
         "Qatar was ready to move towards a strategic partnership, the Emir said."),
        ("stated > moved", "The two sides will announce a comprehensive strategic partnership next year.",
         "The announcement of the comprehensive strategic partnership has been put off until 2024."),
        ("apart", "The two ministers agreed to raise relations to a comprehensive partnership.",
         "The President noted that Kenya also has a comprehensive partnership with Egypt."),
        ("apart", "Work on the port is due to begin in May.", "The debt of 3 million dollars was paid."),
    ],
)  # fmt: skip
def test_a_new_name_for_a_relationship(expected: str, first: str, then: str) -> None:
    reports = tuple((date, f"{lead}\n\n{words}\n") for (date, lead), words in zip(LEADS, (first, then), strict=True))
    one = Telling(("KEN", "QAT"), expected, reports, (first, then))
    assert judged(one, followed(reader(), one)[0]) == "right"


def test_two_answers_in_the_same_words_are_one_answer() -> None:
    """One of them stays: an undertaking without a step could not be followed."""
    words = "Mauritius welcomed the idea and would consult its fishermen on the cap"
    a = (
        Told("a", "2031-02-03")
        .says("request", "FJI", "Fiji asked Mauritius to remove the cap on tuna", "remove the cap on tuna")
        .says("pledge", "MUS", words, "consult its fishermen on the cap", "would consult its fishermen on the cap", strength="tentative")
    )  # fmt: skip
    assert all(history for history in states(a))
    assert ["asked", "answered"] in states(a)
