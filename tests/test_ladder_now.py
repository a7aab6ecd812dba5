"""What each side calls the relationship by now, and its last step."""

from communique.ledger.ladder import kinds, last_step, name_now, names
from communique.ledger.rows import Rung


def rung(label, event="described", by="CHL", told="2030-05-01", date=None, outlet=None):
    return Rung(date, label, event, tuple(by.split("/")), "r", None, told, None, (), outlet or by.split("/")[0])


def test_a_side_is_called_by_its_own_words_of_the_newest_report():
    rungs = [
        rung("strategic partnership", told="2029-01-01"),
        rung("special partnership", by="PER"),
        rung("comprehensive partnership", "upgraded", date="2030-04"),
        rung("strategic partnership"),
        rung("whatever", "proposed", told="2031-01-01"),
    ]
    assert name_now(rungs, "CHL").label == "comprehensive partnership", (
        "what it came to be before what it is described as"
    )
    assert name_now(rungs, "PER").label == "special partnership"
    assert name_now(rungs, "BOL") is None


def test_of_what_both_decided_each_has_the_words_of_its_own_outlet():
    rungs = [
        rung("eternal partnership", "upgraded", "CHL/PER", outlet="PER", date="2030"),
        rung("old", by="CHL", told="2020"),
    ]
    assert name_now(rungs, "PER").label == "eternal partnership"
    assert name_now(rungs, "CHL").label == "old"


def test_that_there_are_diplomatic_relations_is_no_name():
    rungs = [
        rung("diplomatic relations", "established", date="1952"),
        rung("community with a shared future"),
        rung("strategic partnership"),
    ]
    assert [one.label for one in names(rungs)] == ["community with a shared future", "strategic partnership"]
    assert kinds(names(rungs)) == ["partnership", "community"]


def test_the_last_step_is_the_last_that_happened_not_the_last_told():
    early = rung("partnership", "established", date="1998", told="2031-01-01")
    late = rung("strategic partnership", "upgraded", date="2030-04", told="2030-05-01")
    assert last_step([late, early, rung("strategic partnership", told="2032")]) is late
    assert last_step([rung("strategic partnership")]) is None
