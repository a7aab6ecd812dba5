"""Formulas of reports, and lineages over them; the reports are invented, built of records."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.knowledge.phrases import words_of
from communique.ledger.entry import Entry
from communique.ledger.wording import Lineages, follow, formulas, lineage, says, usages
from ledger_entries import Page

PAIR = ("CHL", "PER")


def steps(entries: list[Entry], holder: str = "PER", issue: str = "multilateralism") -> list[str]:
    return [row.change for row in lineage(entries, holder, issue)]


def test_a_formula_reaches_to_the_end_of_its_clause() -> None:
    page = Page("a", "2027-01-01", sides=PAIR).says(
        "PER", "the firm and consistent support of Peru for a fair order of all, and its wish to trade",
        "multilateralism", about="consistent support of Peru for a fair order",
    )  # fmt: skip
    (one,) = formulas(page.entry())
    assert one.text == "firm and consistent support of Peru for a fair order of all"
    assert [e.quote for e in one.evidence] == [one.text]
    assert one.counterpart == "CHL"


def test_a_reservation_before_the_verb_belongs_to_the_formula() -> None:
    whole = "Peru, in principle, supports the reform"
    page = Page("a", "2027-01-01", sides=PAIR).says("PER", whole, "unsc-reform", about="supports the reform")
    assert [one.text for one in formulas(page.entry())] == ["in principle, supports the reform"]


def test_a_condition_belongs_to_the_formula() -> None:
    page = Page("a", "2027-01-01", sides=PAIR).says(
        "PER", "Peru supports the reform, as part of a fair order, and wants trade", "unsc-reform",
        about="Peru supports the reform",
    )  # fmt: skip
    (one,) = formulas(page.entry())
    assert one.text == "Peru supports the reform, as part of a fair order"


def test_a_bare_name_in_a_list_is_told_with_the_whole() -> None:
    whole = "matters of Hong Kong, Xinjiang and Xizang are internal affairs"
    page = Page("a", "2027-01-01", sides=PAIR).says("PER", whole, "xinjiang", about="Xinjiang")
    assert [one.text for one in formulas(page.entry())] == [whole]


def test_the_second_of_two_states_backed_stays_in_the_formula() -> None:
    whole = "Peru stands behind the unity of Georgia and of Moldova, and wants peace"
    page = Page("a", "2027-01-01", sides=PAIR).says("PER", whole, "territorial-integrity:MDA", about=whole[:42])
    assert [one.text for one in formulas(page.entry())] == ["Peru stands behind the unity of Georgia and of Moldova"]


def test_anothers_account_is_no_formula() -> None:
    page = Page("a", "2027-01-01", sides=PAIR).says(
        "CHL", "Chile thanked Peru for its support for the order", "PER=multilateralism", act="appreciate"
    )
    assert formulas(page.entry()) == ()


def test_taking_note_counts_only_after_a_stand() -> None:
    noting = ("PER", "Peru took note of the Paris Agreement")
    first = Page("a", "2027-01-01", sides=PAIR).says(*noting, act="assess").entry()
    second = (
        Page("b", "2027-02-01", sides=PAIR).says("PER", "Peru supports the Paris Agreement", "climate-paris").entry()
    )
    third = Page("c", "2027-03-01", sides=PAIR).says(*noting, act="assess").entry()
    rows = lineage([first, second, third], "PER", "climate-paris")
    assert [(row.report, row.change, row.stance) for row in rows] == [
        ("b", "first", "support"),
        ("c", "softened", None),
    ]


def said(report: str, date: str, outlet: str, words: str | None, sides: tuple[str, ...] = PAIR) -> Entry:
    page = Page(report, date, outlet, sides)
    return page.says("PER", words, "multilateralism").entry() if words else page.entry()


def test_what_the_own_side_leaves_out_is_dropped_once() -> None:
    entries = [
        said("a", "2027-01-01", "PER", "Peru supports a fair order"),
        said("b", "2027-02-01", "CHL", None),
        said("c", "2027-03-01", "PER", None),
        said("d", "2027-04-01", "PER", None),
        said("e", "2027-05-01", "CHL", "Peru supports a fair order"),
        said("f", "2027-06-01", "PER", None),
    ]
    rows = lineage(entries, "PER", "multilateralism")
    assert [(row.report, row.change) for row in rows] == [
        ("a", "first"), ("c", "dropped"), ("e", "same"), ("f", "dropped"),
    ]  # fmt: skip
    assert rows[1].formula is None
    assert rows[1].evidence == ()


def test_two_readouts_of_one_day_drop_it_once_in_either_order() -> None:
    start = said("a", "2027-01-01", "PER", "Peru supports a fair order")
    own, other = said("b", "2027-02-01", "PER", None), said("c", "2027-02-01", "CHL", "Peru backs a fair order")
    later = said("d", "2027-03-01", "PER", None)
    for order in ([start, own, other, later], [start, other, own, later]):
        assert sorted(steps(order)) == ["dropped", "first", "reworded"]


def test_reports_of_one_day_are_measured_by_the_day_before_and_the_own_sides_is_carried_on() -> None:
    start = said("a", "2027-01-01", "PER", "Peru supports a fair order")
    own = said("b", "2027-02-01", "PER", "Peru respects a fair order")
    other = said("c", "2027-02-01", "CHL", "Peru firmly supports a fair order")
    later = said("d", "2027-03-01", "CHL", "Peru supports a fair order")
    for order in ([start, own, other, later], [start, other, own, later]):
        told = {row.report: row.change for row in lineage(order, "PER", "multilateralism")}
        assert told == {"a": "first", "b": "softened", "c": "hardened", "d": "hardened"}


def test_undated_reports_drop_it_once_too() -> None:
    entries = [
        said("a", "2027-01-01", "PER", "Peru supports a fair order"),
        Page("b", None, "PER", PAIR).entry(),
        Page("c", None, "PER", PAIR).entry(),
    ]
    assert steps(entries) == ["first", "dropped"]


def test_a_report_on_no_meeting_drops_nothing() -> None:
    entries = [said("a", "2027-01-01", "PER", "Peru supports a fair order"), said("b", "2027-02-01", "PER", None, ())]
    assert steps(entries) == ["first"]


def test_what_is_said_to_one_is_not_measured_by_what_is_said_to_another() -> None:
    entries = [
        said("a", "2027-01-01", "PER", "Peru firmly supports a fair order"),
        said("b", "2027-02-01", "PER", "Peru supports a fair order", ("BRA", "PER")),
        said("c", "2027-03-01", "PER", "Peru supports a fair order"),
    ]
    assert steps(entries) == ["first", "first", "softened"]


def test_names_of_relations_are_formulas_too() -> None:
    first = Page("a", "2027-01-01", "PER", PAIR).calls("PER-CHL", "strategic partnership", by="PER").entry()
    second = (
        Page("b", "2027-02-01", "PER", PAIR).calls("PER-CHL", "comprehensive strategic partnership", by="PER").entry()
    )
    rows = lineage([first, second], "PER", "label:partnership")
    assert [(row.formula, row.change) for row in rows] == [
        ("strategic partnership", "first"), ("comprehensive strategic partnership", "reworded"),
    ]  # fmt: skip
    assert lineage([first], "CHL", "label:partnership") == []


PIECES = st.sampled_from(
    ["a", "one", "China", "U.S.", "s", "'s", "’", "-", " ", ".", "(", "_", "3.5", "2", "İ", " one a "]
)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=9).map("".join), st.sampled_from(["a", "s", "one china", "a one", "u s", "One-China"]))
def test_a_phrase_is_found_letter_for_letter_where_its_words_are_said(formula: str, phrase: str) -> None:
    said, wanted = words_of(formula).lower, words_of(phrase).lower
    each = [said[at : at + len(wanted)] for at in range(len(said))]
    assert says(formula, phrase) == (wanted in each)


def test_who_uses_a_phrase_since_when() -> None:
    entries = [
        said("a", "2027-01-01", "PER", "Peru supports a fair order"),
        said("b", "2027-02-01", "PER", "Peru supports a fair order"),
        Page("c", "2027-03-01", sides=("BRA", "CHL"))
        .says("CHL", "Chile wants a Fair Order", "multilateralism")
        .entry(),
        said("d", "2027-04-01", "PER", "Peru wants reform"),
    ]
    rows = usages((one for entry in entries for one in formulas(entry)), "fair order")
    assert [(row.holder, row.first, row.last, row.count, row.counterparts) for row in rows] == [
        ("PER", "2027-01-01", "2027-02-01", 2, ("CHL",)), ("CHL", "2027-03-01", "2027-03-01", 1, ("BRA",)),
    ]  # fmt: skip


FORMULAS = (
    "Peru firmly supports a fair order",
    "Peru supports a fair order",
    "Peru respects a just order of states",
    None,
)
REPORTS = st.lists(st.tuples(st.sampled_from(("PER", "CHL", None)), st.sampled_from(FORMULAS)), max_size=7)


@given(REPORTS, st.integers(0, 7))
@settings(max_examples=60, deadline=None)
def test_going_on_from_a_kept_state_is_following_from_the_start(
    reports: list[tuple[str | None, str | None]], cut: int
) -> None:
    entries = [
        said(f"r{n}", f"2027-01-{n // 2 + 1:02d}", outlet or "", words) for n, (outlet, words) in enumerate(reports)
    ]
    whole, parted = Lineages(), Lineages()
    rows = [row for entry in entries for row in whole.add(entry)]
    again = [row for entry in entries[:cut] for row in parted.add(entry)]
    parted = Lineages.from_json(parted.to_json())
    again += [row for entry in entries[cut:] for row in parted.add(entry)]
    assert again == rows == follow(entries)
    assert parted.to_json() == whole.to_json()
