"""What is new, who deals with whom, and a country at a glance: of reports made by hand, on both databases."""

from collections import Counter

import pytest

from communique.errors import BadDate, UnknownParty
from communique.ledger._ledger import Ledger
from communique.ledger.ask.parties import called
from communique.records import Engagement, Relation, Statement
from ledger_pages import Page
from ledger_readings import first, second, third

FOURTH = """The ministers of Laos and Chad met in Vientiane.
They established diplomatic relations.
Laos and Viet Nam had met in Hanoi in January 2030.
"""


def fourth(published="2031-06-25", outlet="LAO"):
    page = Page(FOURTH, published=published, outlet_country=outlet, path=f"/r/fourth-{outlet}.txt")
    page.say(Engagement, "The ministers of Laos and Chad met in Vientiane", kind="meeting", status="held", main=True,
             parties=("LAO", "TCD"), date_start="2031-06-24", place="Vientiane")  # fmt: skip
    page.say(Relation, "established diplomatic relations", parties=("LAO", "TCD"), label="diplomatic relations",
             event="established", date="2031-06-24")  # fmt: skip
    page.say(Engagement, "Laos and Viet Nam had met in Hanoi in January 2030", kind="visit", status="held",
             parties=("LAO", "VNM"), date_start="2030-01")  # fmt: skip
    page.say(Statement, "They established diplomatic relations", act="agree", holders=("LAO", "TCD"), strength="firm")
    return page.read()


@pytest.fixture
def ledger(ledger_url):
    with Ledger.open(ledger_url, create=True) as opened:
        opened.add([first(), second(), third()])
        yield opened


def told(fresh):
    return {
        name: len(rows)
        for name in ("reports", "engagements", "stated", "done", "lapsed", "turns", "rungs")
        if (rows := getattr(fresh, name))
    }


def test_what_is_new_goes_by_the_dates_of_the_reports(ledger):
    new = ledger.fresh("2030-12-01", as_of="2030-12-31")
    assert (new.since, new.until) == ("2030-12-01", "2030-12-31")
    assert told(new) == {"reports": 1, "stated": 2, "done": 1, "turns": 1, "rungs": 1}
    assert new.done[0].history[-1].evidence[0].quote.startswith("The bridge at Pakse was opened")
    assert {row.what for row in new.stated} == {
        "lower its tariffs on rice",
        "raised their ties to a comprehensive partnership",
    }
    assert (new.rungs[0].label, new.rungs[0].event) == ("comprehensive partnership", "upgraded")
    assert new.rungs[0].parties == ("LAO", "VNM")


def test_what_is_new_is_by_default_of_the_last_thirty_days(ledger):
    new = ledger.fresh()
    assert (new.since, new.until) == ("2031-05-21", "2031-06-20")
    assert [row.kind for row in new.engagements] == ["call"]
    assert [row.due for row in new.lapsed] == []
    assert {row.title for row in new.reports} == {"A call"}


def test_what_fell_due_and_was_not_told_of_again_has_lapsed(ledger):
    ledger.add([fourth("2032-01-10")])
    new = ledger.fresh("2031-03-01")
    assert ("engagement", "2031-03-04", "lapsed") in [(row.kind, row.due, row.state) for row in new.lapsed]
    later = ledger.fresh("2031-12-01")
    assert not later.lapsed, "it had lapsed before"


def test_a_report_that_looks_back_tells_nothing_new(ledger):
    ledger.add([fourth(), fourth(outlet="VNM")])
    new = ledger.fresh("2031-06-22")
    assert [row.date_start for row in new.engagements] == ["2031-06-24"]
    assert len(new.engagements[0].told) == 2
    assert (len(new.rungs), new.rungs.total) == (1, 1), "told by two, it is one step"
    assert "2030-01" in [row.date_start for row in ledger.timeline("LAO", "VNM")]


def test_the_newest_are_shown_and_all_are_counted(ledger):
    new = ledger.fresh("2030", limit=1)
    assert (len(new.reports), new.reports.total) == (1, 3)
    assert new.reports[0].title == "A call"


def test_of_an_empty_ledger_nothing_is_new(ledger_url):
    with Ledger.open(ledger_url, create=True) as empty:
        assert told(empty.fresh()) == {}
        assert not empty.parties()
        assert not empty.presence()
        assert not empty.busiest()


def test_the_busiest_are_those_who_engaged_most_each_occasion_once(ledger):
    ledger.add([fourth(), fourth(outlet="VNM")])
    rows = ledger.busiest()
    assert [(row.a, row.b, row.engagements) for row in rows] == [("LAO", "VNM", 3), ("LAO", "TCD", 1)]
    assert rows[0].last_engaged == "2031-06-20"
    assert (rows[0].reports, rows[0].last) == (5, "2031-06-25")
    over = ("done", "held", "refused", "cancelled", "overtaken")
    assert rows[0].open == sum(row.state not in over for row in ledger.commitments("LAO", "VNM")) == 3
    one = ledger.busiest(limit=1)
    assert (len(one), one.total) == (1, 2)


def test_engagements_are_counted_between_days_and_as_they_were_known(ledger):
    assert [row.engagements for row in ledger.busiest(since="2031")] == [1]
    assert [row.engagements for row in ledger.busiest(until="2030")] == [1]
    ledger.add([fourth()])
    assert [row.engagements for row in ledger.busiest(until="2030", as_of="2031-06-20")] == [1]
    assert [row.engagements for row in ledger.busiest(until="2030")] == [2], "one became known later"


def test_a_planned_engagement_is_not_counted(ledger):
    assert "2031-03-04" in [row.date_start for row in ledger.timeline("LAO")]
    assert [(row.code, row.engagements) for row in ledger.presence()] == [("LAO", 2), ("VNM", 2)]


def test_presence_counts_engagements_and_partners(ledger):
    ledger.add([fourth()])
    rows = {row.code: row for row in ledger.presence()}
    assert (rows["LAO"].name, rows["LAO"].engagements, rows["LAO"].partners) == ("Laos", 4, 2)
    assert (rows["TCD"].partners, rows["TCD"].last) == (1, "2031-06-24")
    assert {row.code for row in ledger.presence(since="2031-06-24")} == {"LAO", "TCD"}


def test_parties_are_all_that_reports_are_about(ledger):
    rows = {row.code: row for row in ledger.parties()}
    assert (rows["LAO"].name, rows["LAO"].reports, rows["LAO"].last) == ("Laos", 3, "2031-06-20")
    assert rows["VNM"].statements == 5, "what Laos said in a report of the two is between them"
    assert [row.reports for row in ledger.parties(as_of="2030-06")] == [1, 1]
    assert ledger.names() == {code: row.name for code, row in rows.items()} == {"LAO": "Laos", "VNM": "Vietnam"}
    assert set(ledger.names(as_of="2030-06")) == set(rows)
    assert not ledger.names(as_of="1999")


def test_partners_are_also_those_never_met(ledger):
    page = Page("Laos thanked Fiji.", published="2031-06-01", outlet_country="LAO", path="/r/fiji.txt")
    page.say(Statement, "Laos thanked Fiji", act="appreciate", holders=("LAO",), addressees=("FJI",))
    ledger.add([page.read()])
    rows = ledger.partners("Laos")
    assert [(row.a, row.b, row.engagements, row.reports) for row in rows] == [
        ("LAO", "VNM", 2, 3),
        ("LAO", "FJI", 0, 1),
    ]
    assert [row.b for row in ledger.partners("LAO", as_of="2031-05")] == ["VNM"]
    assert [(row.a, row.b) for row in ledger.partners("VNM")] == [("VNM", "LAO")]


def test_reports_about_a_country_are_also_those_of_others(ledger):
    assert [row.title for row in ledger.reports_about("LAO")] == ["A call", "A bridge", "Talks in Hanoi"]
    assert len(ledger.reports_about("VNM", "LAO", since="2030-12", until="2030-12")) == 1
    rows = ledger.reports_about("LAO")
    assert ledger.outlets("LAO") == {row.report: row.outlet_country for row in rows}
    assert set(ledger.outlets("LAO", until=rows[-1].date)) == {rows[-1].report}
    with pytest.raises(UnknownParty):
        ledger.reports_about("Fiji")


def test_coverage_counts_the_reports_of_each_countrys_outlets(ledger):
    ledger.add([fourth()])
    every = ledger.reports_about("LAO")
    rows = ledger.coverage("LAO")
    assert {row.outlet_country: row.reports for row in rows} == Counter(one.outlet_country for one in every)
    assert [row.reports for row in rows] == sorted((row.reports for row in rows), reverse=True)
    for row in rows:
        dates = [one.date for one in every if one.outlet_country == row.outlet_country]
        assert (row.first, row.last) == (min(dates), max(dates))
    assert sum(row.reports for row in ledger.coverage("VNM", "LAO", until="2030-12")) == 2


def test_commitments_are_tallied_by_state(ledger):
    rows = {(row.kind, row.state): row.count for row in ledger.tally("LAO", "VNM")}
    of_rows = {}
    for row in ledger.commitments("LAO", "VNM"):
        of_rows[row.kind, row.state] = of_rows.get((row.kind, row.state), 0) + 1
    assert rows == of_rows
    then = {(row.kind, row.state): row.count for row in ledger.tally("Laos", as_of="2030-02")}
    assert then == {("pledge", "stated"): 1, ("engagement", "planned"): 1}


def test_a_country_at_a_glance(ledger):
    laos = ledger.country("laos")
    assert (laos.party.code, laos.party.reports) == ("LAO", 3)
    assert [row.date_start for row in laos.engagements] == ["2031-06-20", "2031-03-04", "2030-01-15"]
    assert [cell.issue for cell in laos.positions] == ["one-china"]
    assert [row.b for row in laos.partners] == ["VNM"]
    assert sum(row.count for row in laos.commitments) == len(ledger.commitments("LAO"))
    then = ledger.country("LAO", as_of="2030-06")
    assert (then.party.reports, len(then.engagements), len(then.reports)) == (1, 1, 1)


def test_bad_dates_are_told(ledger):
    for ask in (ledger.fresh, lambda day: ledger.presence(since=day), lambda day: ledger.country("LAO", as_of=day)):
        with pytest.raises(BadDate, match="no date"):
            ask("yesterday")


def test_parties_have_names():
    assert (called("KAZ"), called("EU"), called("XQZ")) == ("Kazakhstan", "European Union", "XQZ")
