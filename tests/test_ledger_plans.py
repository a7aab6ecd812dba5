"""Which index SQLite takes for a question: another one gives the same answer, but looks through the whole ledger for it."""

import pytest
from sqlalchemy import event

from communique.ledger._ledger import Ledger
from communique.records import Engagement
from ledger_pages import Page


@pytest.fixture
def ledger(tmp_path):
    with Ledger.open(tmp_path / "ledger.db", create=True) as opened:
        page = Page("They met in Lima.", published="2030-05-05", outlet_country="PER", path="/r/lima.txt")
        page.say(Engagement, "They met in Lima", kind="meeting", status="held", parties=("PER", "NOR"))
        opened.add([page.read()])
        yield opened


def plan(ledger, ask):
    """How SQLite goes about each query of a question."""
    asked = []

    def note(_connection, _cursor, statement, parameters, *_):
        asked.append((statement, parameters))

    event.listen(ledger.engine, "after_cursor_execute", note)
    ask(ledger)
    event.remove(ledger.engine, "after_cursor_execute", note)
    with ledger.engine.connect() as connection:
        return {
            step[3].split("(")[0].strip()
            for statement, parameters in asked
            if statement.startswith(("SELECT", "WITH"))
            for step in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        }


QUESTIONS = {
    "calendar": (lambda ledger: ledger.calendar(), "standing", "ix_standing_awaited"),
    "calendar as of": (lambda ledger: ledger.calendar(as_of="2030"), "standing", "ix_standing_awaited"),
    "what is new": (lambda ledger: ledger.fresh(), "earlier", "ix_standing_done"),
    "what was begun": (lambda ledger: ledger.fresh(as_of="2030"), "standing", "ix_standing_thread"),
    "what had lapsed": (lambda ledger: ledger.fresh("2029-03-04"), "standing", "ix_standing_due"),
    "turns": (lambda ledger: ledger.turns(until="2030"), "formula", "ix_formula_turn"),
    "turns of a holder": (lambda ledger: ledger.turns(holder="PER"), "formula", "ix_formula_turn_of"),
    "partners": (lambda ledger: ledger.partners("NOR"), "own", "ix_occasion_b_a_date_held"),
    "presence": (lambda ledger: ledger.presence(since="2029"), "occasion", "ix_occasion_b_a_date_held"),
    "tally": (lambda ledger: ledger.tally("PER"), "standing", "ix_standing_stood"),
}


@pytest.mark.parametrize(("ask", "table", "index"), QUESTIONS.values(), ids=QUESTIONS)
def test_a_question_takes_the_index_that_is_for_it(ledger, ask, table, index):
    assert f"SEARCH {table} USING COVERING INDEX {index}" in plan(ledger, ask)


def test_of_an_early_day_what_ended_since_is_not_looked_through(ledger):
    early, late = (
        plan(ledger, lambda ledger, day=day: ledger.commitments("PER", as_of=day)) for day in ("1980", "2030")
    )
    assert "SEARCH standing USING COVERING INDEX ix_standing_stood" in late - early
