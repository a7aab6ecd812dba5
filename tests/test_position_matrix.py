"""The matrix of positions over invented reports, built of records."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.ledger.entry import Entry
from communique.ledger.positions import Standings, matrix, shifts
from communique.ledger.wording import Lineages
from ledger_entries import Page

PAIR = ("CHL", "PER")


def report(
    name: str, date: str, outlet: str | None, issue: str = "", words: str = "Peru supports a fair order"
) -> Entry:
    page = Page(name, date, outlet, PAIR)
    return page.says("PER", words, issue).entry() if issue else page.entry()


STORY = [
    report("a", "2027-01-01", "PER", "multilateralism"),
    report("b", "2027-02-01", "CHL"),
    report("c", "2027-03-01", "PER", "multilateralism", "Peru firmly supports a fair order"),
    report("d", "2027-04-01", "PER"),
    report("e", "2027-05-01", "PER"),
    report("f", "2027-06-01", "PER", "-multilateralism", "Peru opposes a fair order"),
]


def test_a_cell_tells_the_latest_stand_and_since_when() -> None:
    (cell,) = matrix(STORY[:5])
    assert (cell.holder, cell.issue, cell.stance, cell.times) == ("PER", "multilateralism", "support", 2)
    assert (cell.first_said, cell.last_said, cell.silent_since) == ("2027-01-01", "2027-03-01", "2027-04-01")
    assert cell.formula == "Peru firmly supports a fair order"
    assert cell.records == (STORY[0].positions[0].id, STORY[2].positions[0].id)
    assert cell.evidence == STORY[2].positions[0].evidence


def test_as_of_a_day_nothing_later_counts() -> None:
    (cell,) = matrix(STORY, as_of="2027-02")
    assert (cell.last_said, cell.silent_since, cell.times) == ("2027-01-01", None, 1)
    assert matrix(STORY, as_of="2026") == []
    assert matrix(STORY, holder="CHL") == matrix(STORY, issue="unclos") == []


def test_changes_are_events() -> None:
    told = [(one.report, one.happened, one.before, one.now) for one in shifts(STORY)]
    assert told == [
        ("a", "taken", None, "Peru supports a fair order"),
        ("c", "reworded", "Peru supports a fair order", "Peru firmly supports a fair order"),
        ("d", "dropped", "Peru firmly supports a fair order", None),
        ("f", "reversed", "Peru firmly supports a fair order", "Peru opposes a fair order"),
    ]


def test_anothers_account_stands_only_where_there_are_no_own_words() -> None:
    told = Page("a", "2027-01-01", "CHL", PAIR).says(
        "CHL", "Chile thanked Peru for its opposition to a fair order", "PER=-multilateralism", act="appreciate"
    ).entry()  # fmt: skip
    (cell,) = matrix([told])
    assert (cell.stance, cell.times, cell.accounts, cell.first_said) == ("oppose", 0, 1, None)
    (cell,) = matrix([told, *STORY[2:3], told])
    assert (cell.stance, cell.times, cell.accounts, cell.first_said) == ("support", 1, 2, "2027-03-01")
    assert [one.happened for one in shifts([told, *STORY[2:3]])] == ["taken"]


@given(st.lists(st.sampled_from(STORY), max_size=8, unique_by=lambda entry: entry.report), st.integers(0, 8))
@settings(max_examples=50, deadline=None)
def test_going_on_from_a_kept_state_is_the_same(some: list[Entry], cut: int) -> None:
    entries = sorted(some, key=lambda entry: entry.order)
    lineages, kept = Lineages(), Standings()
    for number, entry in enumerate(entries):
        if number == cut:
            kept = Standings.from_json(kept.to_json())
        kept.add(entry, lineages.add(entry))
    assert kept.rows() == matrix(entries)
