"""What a ledger answers, on both databases, from a few reports made by hand."""

import gc

import pytest

from communique.errors import BadDate, BadQuery, UnknownParty, UnknownReport
from communique.ledger._ledger import Ledger
from communique.ledger.store.engine import reading as reading_from
from communique.records import Engagement, Outcome, Position, Relation, Statement
from ledger_pages import Page

FIRST = """Peru and Norway agree on fish and ports
The foreign ministers of Peru and Norway met in Lima on 3 May 2030.
Norway will lend Peru 40 million dollars for the port of Ilo by the end of 2031.
Peru asked Norway to reopen its embassy in Lima.
Peru firmly supports the two-state solution.
Norway and Peru are strategic partners.
The next round of consultations will be held in Oslo on 10 June 2030.
"""
SECOND = """Statement of the Norwegian ministry
The foreign ministers of Norway and Peru met in Lima on 3 May 2030.
Norway is ready to lend Peru money for the port of Ilo.
Norway stands by the two-state solution.
"""
THIRD = """Oslo and Lima take stock
Norwegian and Peruvian officials met in Oslo on 10 June 2030.
The embassy of Norway in Lima was reopened.
Peru supports the two-state solution.
"""


def first():
    page = Page(FIRST, published="2030-05-03", outlet="Lima ministry", outlet_country="PER", path="/r/1_first.txt",
                title="Peru and Norway agree on fish and ports", url="https://example.org/1")  # fmt: skip
    page.say(Engagement, "The foreign ministers of Peru and Norway met in Lima", kind="meeting", status="held",
             date_start="2030-05-03", date_end="2030-05-03", place="Lima", parties=("PER", "NOR"), main=True,
             participants=("Ana Quispe", "Kari Lund"))  # fmt: skip
    page.say(Statement, "Norway will lend Peru 40 million dollars for the port of Ilo by the end of 2031", act="pledge",
             holders=("NOR",), addressees=("PER",), strength="firm", topics=("finance", "maritime"), due=("2031",),
             items=("lend Peru 40 million dollars for the port of Ilo by the end of 2031",), speaker="Kari Lund")  # fmt: skip
    page.say(Statement, "Peru asked Norway to reopen its embassy in Lima", act="request", holders=("PER",),
             addressees=("NOR",), items=("reopen its embassy in Lima",), topics=("consular-migration",), due=(None,))  # fmt: skip
    page.say(Statement, "Peru firmly supports the two-state solution", act="support", holders=("PER",))
    page.say(Position, "Peru firmly supports the two-state solution", holder="PER", issue="two-state-solution",
             stance="support")  # fmt: skip
    page.say(Relation, "strategic partners", parties=("NOR", "PER"), label="strategic partnership", event="described")
    page.say(Engagement, "The next round of consultations will be held in Oslo on 10 June 2030", kind="mechanism",
             status="planned", date_start="2030-06-10", date_end="2030-06-10", place="Oslo", parties=("PER", "NOR"))  # fmt: skip
    return page.read()


def second():
    page = Page(SECOND, published="2030-05-04", outlet="Oslo ministry", outlet_country="NOR", path="/r/2_second.txt",
                title="Statement of the Norwegian ministry")  # fmt: skip
    page.say(Engagement, "The foreign ministers of Norway and Peru met in Lima", kind="meeting", status="held",
             date_start="2030-05-03", date_end="2030-05-03", place="Lima", parties=("NOR", "PER"), main=True,
             participants=("Kari Lund", "Ana Quispe"))  # fmt: skip
    page.say(Statement, "Norway is ready to lend Peru money for the port of Ilo", act="pledge", holders=("NOR",),
             addressees=("PER",), strength="soft", items=("lend Peru money for the port of Ilo",), due=(None,),
             topics=("finance",))  # fmt: skip
    page.say(Statement, "Norway stands by the two-state solution", act="support", holders=("NOR",))
    page.say(Position, "Norway stands by the two-state solution", holder="NOR", issue="two-state-solution",
             stance="support")  # fmt: skip
    return page.read()


def third():
    page = Page(THIRD, published="2030-06-10", outlet="Oslo ministry", outlet_country="NOR", path="/r/3_third.txt",
                title="Oslo and Lima take stock")  # fmt: skip
    page.say(Engagement, "Norwegian and Peruvian officials met in Oslo on 10 June 2030", kind="mechanism",
             status="held", date_start="2030-06-10", date_end="2030-06-10", place="Oslo", parties=("NOR", "PER"),
             main=True)  # fmt: skip
    page.say(Outcome, "The embassy of Norway in Lima was reopened", what="The embassy of Norway in Lima", state="done",
             parties=("NOR", "PER"), date="2030-06")  # fmt: skip
    page.say(Statement, "Peru supports the two-state solution", act="support", holders=("PER",))
    page.say(Position, "Peru supports the two-state solution", holder="PER", issue="two-state-solution",
             stance="support")  # fmt: skip
    return page.read()


@pytest.fixture
def ledger(ledger_url):
    with Ledger.open(ledger_url, create=True) as opened:
        opened.add([first(), second(), third()])
        yield opened


def test_an_occasion_told_by_two_reports_is_one_with_both(ledger):
    rows = ledger.timeline("PER", "NOR")
    assert [(row.date_start, row.kind) for row in rows] == [("2030-06-10", "mechanism"), ("2030-05-03", "meeting")]
    assert [told.source.outlet for told in rows[1].told] == ["Lima ministry", "Oslo ministry"]
    assert rows[0].status == "held"
    assert all(told.evidence[0].quote for row in rows for told in row.told)


def test_countries_go_by_name_and_in_any_order(ledger):
    assert (ledger.code("norway"), ledger.code("per")) == ("NOR", "PER")
    assert ledger.timeline("norway", "Peru") == ledger.timeline("PER", "NOR") == ledger.timeline("Norway")


def test_a_timeline_is_bounded_by_dates_of_any_precision(ledger):
    assert [row.date_start for row in ledger.timeline("PER", since="2030-06")] == ["2030-06-10"]
    assert [row.date_start for row in ledger.timeline("PER", until="2030-05")] == ["2030-05-03"]
    assert len(ledger.timeline("PER", since="2030", until="2030")) == 2


def test_a_timeline_as_of_a_day_knows_no_later_report(ledger):
    rows = ledger.timeline("PER", "NOR", as_of="2030-05-03")
    assert [(row.kind, row.status, len(row.told)) for row in rows] == [
        ("mechanism", "planned", 1),
        ("meeting", "held", 1),
    ]
    assert rows.total == 2
    assert not ledger.timeline("PER", as_of="2030-05-02")


def test_a_limit_is_told(ledger):
    rows = ledger.timeline("PER", limit=1)
    assert len(rows) == 1
    assert rows.total == 2, "an occasion that two reports tell of is one"
    assert ledger.timeline("PER", "NOR", since="2030-06", limit=1).total == 1
    assert ledger.timeline("PER", "NOR", as_of="2030-05-03", limit=1).total == 2


def test_a_request_that_was_met_is_done_and_a_promise_is_followed(ledger):
    rows = {row.what: row for row in ledger.commitments("PER", "NOR")}
    embassy = next(row for what, row in rows.items() if "embassy" in what)
    assert (embassy.kind, embassy.state, embassy.score) == ("request", "done", 1)
    assert [step.state for step in embassy.history] == ["asked", "done"]
    loan = next(row for what, row in rows.items() if "port of Ilo" in what)
    assert [step.path for step in loan.history] == ["/r/1_first.txt", "/r/2_second.txt"]
    assert loan.due == "2031"


def test_as_of_a_day_later_reports_are_not_known(ledger):
    embassy = next(row for row in ledger.commitments("PER", "NOR", as_of="2030-05-31") if "embassy" in row.what)
    assert (embassy.state, len(embassy.history)) == ("asked", 1)
    assert not ledger.commitments("PER", as_of="2029")


def test_what_was_due_and_was_never_told_of_again_has_lapsed(ledger):
    loan = next(row for row in ledger.commitments("PER", "NOR", as_of="2032-01-01") if "Ilo" in row.what)
    assert (loan.state, loan.score, loan.overdue) == ("lapsed", -1, True)
    assert loan.history[-1].evidence == ()
    assert loan in ledger.commitments("PER", "NOR", as_of="2032-01-01", state="lapsed")
    assert loan in ledger.commitments("PER", "NOR", as_of="2032-01-01", overdue=True)
    now = next(row for row in ledger.commitments("PER", "NOR") if "Ilo" in row.what)
    assert (now.state == "lapsed", now.overdue) == (False, False), "as of the newest report, there is time left"
    assert now.days == 38


def test_what_was_asked_and_not_taken_up_at_the_next_meeting_met_with_silence(ledger):
    page = Page("Peru asked Norway to lift its duty on asparagus.\n", published="2030-05-20", outlet_country="PER",
                path="/r/4.txt")  # fmt: skip
    page.say(Statement, "Peru asked Norway to lift its duty on asparagus", act="request", holders=("PER",),
             addressees=("NOR",), items=("lift its duty on asparagus",), due=(None,))  # fmt: skip
    ledger.add([page.read()])
    asked = next(row for row in ledger.commitments("PER", "NOR") if "asparagus" in row.what)
    assert (asked.state, asked.silence) == ("asked", "2030-06-10")


def test_a_calendar_as_of_a_day_knows_no_later_report(ledger):
    assert not ledger.calendar(as_of="2030-05-02")
    then = {(row.standing, row.when, row.commitment.state) for row in ledger.calendar(as_of="2030-06-01")}
    assert ("coming", "2030-06-10", "planned") in then


def test_commitments_are_chosen_by_state_and_kind(ledger):
    assert {row.state for row in ledger.commitments("PER", state="done")} == {"done"}
    assert {row.kind for row in ledger.commitments("PER", kind="pledge")} == {"pledge"}
    with pytest.raises(BadQuery, match="pledge, agreement, request, engagement"):
        ledger.commitments("PER", kind="promise")


def test_what_is_coming_and_what_is_overdue_goes_by_the_newest_report_or_as_of(ledger):
    coming = [(row.standing, row.when) for row in ledger.calendar()]
    assert ("coming", "2031") in coming
    late = [(row.standing, row.when) for row in ledger.calendar(as_of="2031-12-31")]
    assert ("coming", "2031") in late, "a year is not over on its last day"
    assert ("overdue", "2031") in [(row.standing, row.when) for row in ledger.calendar("Peru", as_of="2032-01-01")]


def test_the_ladder_tells_who_says_it_and_when(ledger):
    rows = ledger.ladder("NOR", "PER")
    assert [(row.label, row.event, row.said_by, row.told) for row in rows] == [
        ("strategic partnership", "described", ("PER",), "2030-05-03")
    ]
    assert rows[0].parties == ("NOR", "PER")
    assert ledger.ladder("NOR", "PER", as_of="2030-05") == rows
    assert not ledger.ladder("NOR", "PER", as_of="2030-04")


def test_a_position_has_its_first_and_last_telling_and_its_silence(ledger):
    cells = {row.holder: row for row in ledger.positions(issue="two-state-solution")}
    assert (cells["PER"].first_said, cells["PER"].last_said, cells["PER"].times) == ("2030-05-03", "2030-06-10", 2)
    assert cells["PER"].formula == "Peru supports the two-state solution"
    assert cells["NOR"].silent_since == "2030-06-10", "Norway's own report on the next meeting does not say it"
    then = {row.holder: row for row in ledger.positions(as_of="2030-05-03")}
    assert set(then) == {"PER"}
    assert then["PER"].silent_since is None


def test_positions_of_several_holders_are_asked_for_at_once(ledger):
    both = ledger.positions(holder=["NOR", "Peru"], issue="two-state-solution")
    assert [row.holder for row in both] == ["NOR", "PER"]
    assert [row.holder for row in ledger.positions(holder=["Norway"])] == ["NOR"]


def test_those_who_take_positions_are_listed_the_busiest_first(ledger):
    assert [(row.code, row.times, row.last) for row in ledger.holders()] == [
        ("PER", 2, "2030-06-10"), ("NOR", 1, "2030-05-04"),
    ]  # fmt: skip
    assert [(row.code, row.times) for row in ledger.holders(as_of="2030-05-03")] == [("PER", 1)]
    assert not ledger.holders(issue="one-china")
    cut = ledger.holders(limit=1)
    assert ([row.code for row in cut], cut.total) == (["PER"], 2)


def test_changes_of_position_are_events(ledger):
    events = [(row.holder, row.event, row.date) for row in ledger.turns(issue="two-state-solution")]
    assert set(events) == {
        ("PER", "taken", "2030-05-03"), ("NOR", "taken", "2030-05-04"), ("PER", "reworded", "2030-06-10"),
        ("NOR", "dropped", "2030-06-10"),
    }  # fmt: skip
    reworded = next(row for row in ledger.turns(holder="Peru") if row.event == "reworded")
    assert reworded.before == "Peru firmly supports the two-state solution"


def test_formulas_are_found_by_holder_and_issue_and_by_a_phrase_over_all_holders(ledger):
    own = ledger.wording(holder="PER", issue="two-state-solution")
    assert [(row.change, row.formula) for row in own] == [
        ("first", "Peru firmly supports the two-state solution"), ("softened", "Peru supports the two-state solution"),
    ]  # fmt: skip
    assert ledger.wording(holder="PER", issue="two-state-solution", as_of="2030-05") == own[:1]
    assert {row.holder for row in ledger.wording("two-state")} == {"PER", "NOR"}
    assert {row.holder for row in ledger.wording("two-state", as_of="2030-05-03")} == {"PER"}
    assert [row.holder for row in ledger.wording("stands by")] == ["NOR"]
    assert not ledger.wording("three-state")
    assert not ledger.wording(issue="three-state-solution")
    assert ledger.wording(holder="PER", counterpart="Norway") == ledger.wording(holder="PER")
    assert not ledger.wording(holder="PER", counterpart="PER")
    with pytest.raises(BadQuery, match="phrase"):
        ledger.wording()


def test_formulas_of_later_reports_are_not_known_as_of_a_day(ledger):
    then = ledger.wording(holder="PER", issue="two-state-solution", as_of="2030-05")
    assert ([row.change for row in then], then.total) == (["first"], 1)
    assert [row.date for row in ledger.wording("two-state", as_of="2030-05-03")] == ["2030-05-03"]


def test_who_uses_a_phrase_since_when_and_how_often(ledger):
    found = [(row.holder, row.issue, row.first, row.last, row.reports) for row in ledger.uses("two-state solution")]
    assert found == [
        ("PER", "two-state-solution", "2030-05-03", "2030-06-10", 2),
        ("NOR", "two-state-solution", "2030-05-04", "2030-05-04", 1),
    ]
    assert [row.reports for row in ledger.uses("two-state solution", as_of="2030-05-03")] == [1]
    assert not ledger.uses("two-state solution", issue="one-china")
    with pytest.raises(BadQuery, match="no words"):
        ledger.uses("?")


def test_the_other_readout_of_a_meeting_is_found(ledger):
    assert [one.path for one in ledger.twins("/r/1_first.txt")] == ["/r/2_second.txt"]
    compared = ledger.compare("/r/1_first.txt")
    assert (compared.a, compared.b) == ("/r/1_first.txt", "/r/2_second.txt")
    loan = next(pair for pair in compared.both if "Ilo" in pair.a.evidence[0].quote)
    assert {"strength", "wording"} <= set(loan.differs)
    assert [one.evidence[0].quote for one in compared.only_a if "embassy" in one.evidence[0].quote]
    with pytest.raises(BadQuery, match="no other report"):
        ledger.compare("/r/3_third.txt")
    with pytest.raises(BadQuery, match="one and the same"):
        ledger.compare("/r/1_first.txt", "/r/1_first.txt")


def test_a_report_goes_by_id_the_beginning_of_it_path_and_address(ledger):
    page = ledger.report("https://example.org/1")
    whole = page.reading.report.id
    for name in (whole, whole[:8], "/r/1_first.txt"):
        assert ledger.report(name).reading == page.reading
    assert page.reading.report.text == FIRST
    assert page.reading.statements == first().statements
    for name in ("/r/none.txt", "ffffffff", ""):
        with pytest.raises(UnknownReport):
            ledger.report(name)


def test_search_finds_reports_and_marks_what_was_found(ledger):
    hits = ledger.search("embassy")
    assert {hit.source.path for hit in hits} == {"/r/1_first.txt", "/r/3_third.txt"}
    assert all("\u2039embassy\u203a" in hit.snippet for hit in hits)
    assert [hit.source.path for hit in ledger.search('"take stock"')] == ["/r/3_third.txt"]
    assert [hit.source.path for hit in ledger.search("embassy -asked")] == ["/r/3_third.txt"]
    assert len(ledger.search("embassies OR port")) == 3, "the stem counts, not the form"
    assert [hit.source.path for hit in ledger.search("embassy", until="2030-05")] == ["/r/1_first.txt"]


def test_search_looks_in_records_where_a_holder_an_act_a_topic_or_a_layer_is_asked_for(ledger):
    hits = ledger.search("port", holder="Norway", act="pledge")
    assert {(hit.act, hit.holders) for hit in hits} == {("pledge", ("NOR",))}
    assert len(hits) == 2
    assert {hit.layer for hit in ledger.search("", holder="PER", layer="position")} == {"position"}
    assert [hit.act for hit in ledger.search("", topic="consular-migration")] == ["request"]
    assert not ledger.search("port", holder="PER", act="pledge")


@pytest.mark.parametrize(
    "words", ['"', "AND", "NOT x", "x NEAR y", "a:b", "(((", "*", "col : x", "-", "'; DROP TABLE", "‹›"]
)
def test_no_words_are_an_operator_or_an_error_of_the_database(ledger, words):
    try:
        ledger.search(words)
    except BadQuery as why:
        assert "at least one word" in str(why)  # noqa: PT017 - either is right


def test_what_is_asked_wrongly_is_told_in_a_sentence(ledger):
    with pytest.raises(UnknownParty, match="did you mean Norway"):
        ledger.timeline("Norwey")
    with pytest.raises(UnknownParty, match="no report in the ledger is about Tuvalu"):
        ledger.timeline("Tuvalu")
    with pytest.raises(BadDate, match="turn them round"):
        ledger.timeline("PER", since="2031", until="2030")
    with pytest.raises(BadDate, match="no such day"):
        ledger.timeline("PER", since="2030-02-30")
    with pytest.raises(BadQuery, match="one and the same"):
        ledger.ladder("PER", "Peru")
    with pytest.raises(BadQuery, match="there is no act 'promise'"):
        ledger.search("port", act="promise")


def test_an_empty_ledger_answers_with_nothing(ledger_url):
    with Ledger.open(ledger_url, create=True) as empty:
        assert empty.newest() is None
        assert not empty.calendar()
        assert not empty.positions()
        assert not empty.reports()
        assert not empty.search("anything")


def test_reports_of_one_day_stand_in_the_order_of_their_files_names(ledger_url):
    """Not in that of their ids, which are by chance: the second restates what the first has stated."""
    texts = [f"Norway will lend Peru money for the port of Ilo{'!' * n}\n" for n in range(1, 6)]
    pages = [
        Page(text, published="2031-01-01", outlet_country="NOR", path=f"/r/{n}.txt") for n, text in enumerate(texts)
    ]
    for page in pages:
        page.met(quote="Norway", parties=("NOR", "PER"))
        page.say(Statement, "Norway will lend Peru money for the port of Ilo", act="pledge", holders=("NOR",), due=(None,),
                 addressees=("PER",), strength="firm", items=("lend Peru money for the port of Ilo",))  # fmt: skip
    with Ledger.open(ledger_url, create=True) as ledger:
        ledger.add(page.read() for page in reversed(pages))
        loan = ledger.commitments("NOR", "PER")[0]
        assert [step.path for step in loan.history] == [f"/r/{n}.txt" for n in range(5)]


def test_rows_turn_into_frames(ledger):
    pl, pd = pytest.importorskip("polars"), pytest.importorskip("pandas")
    rows = ledger.commitments("PER", "NOR")
    assert isinstance(rows.to_polars(), pl.DataFrame)
    assert isinstance(rows.to_pandas(), pd.DataFrame)
    assert list(rows.to_pandas()["state"]) == [row.state for row in rows]
    assert rows.as_dicts()[0]["history"][0]["evidence"][0]["quote"]


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        (None, "1989-12-31", ["none", "1989"]), (None, "1992", ["none", "1989", "1992"]),
        ("1989", "2003-05", ["1989", "1992", "2003"]), ("1992", "2002", ["1992"]), ("2003-05-02", None, ["2103"]),
        (None, None, ["none", "1989", "1992", "2003", "2103"]), (None, "1899", ["none"]), ("1990", "1991", []),
    ],
)  # fmt: skip
def test_search_is_bounded_by_years_of_any_decade_and_century(ledger_url, since, until, found):
    days = {"none": None, "1989": "1989-12-31", "1992": "1992-07-01", "2003": "2003-05-01", "2103": "2103-01-01"}
    with Ledger.open(ledger_url, create=True) as ledger:
        for name, day in days.items():
            page = Page(
                f"Peru asked Norway for {name} lamps.\n", published=day, outlet_country="PER", path=f"/r/{name}"
            )
            page.say(Statement, f"Peru asked Norway for {name} lamps", act="request", holders=("PER",), due=(None,),
                     addressees=("NOR",), items=(f"{name} lamps",))  # fmt: skip
            ledger.add([page.read()])
        for more in ({}, {"act": "request"}, {"country": "NOR"}):
            hits = ledger.search("lamp", since=since, until=until, **more)
            assert sorted(hit.source.path for hit in hits) == sorted(f"/r/{name}" for name in found)
        assert len(ledger.search("", holder="PER", since=since, until=until)) == len(found)


def test_python_sweeps_again_once_an_answer_is_made_or_refused(ledger):
    assert gc.isenabled()
    with reading_from(ledger.engine):
        assert not gc.isenabled()
        ledger.reports()
        assert not gc.isenabled()
    with pytest.raises(UnknownParty):
        ledger.timeline("Norwey")
    assert gc.isenabled()
