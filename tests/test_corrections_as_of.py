"""Corrections, merges and the audit log as they were at a moment: what came later changes nothing of it."""

from dataclasses import replace

import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import func, select, text

from communique.errors import BadDate
from communique.ledger._ledger import Ledger
from communique.ledger.store import migrate, schema
from communique.ledger.store.engine import reading, writing
from ledger_pages import TEXT, Page, whole_page
from test_corrections import PATH, added, one, say

NINE, HALF, TEN, LATE = (
    "2026-11-22T09:00:00Z",
    "2026-11-22T09:00:00.500000Z",
    "2026-11-22T10:00:00Z",
    "2026-11-22T22:00:00Z",
)


@pytest.fixture
def ledger(ledger_url):
    with Ledger.open(ledger_url, create=True) as opened:
        added(opened)
        yield opened
        with reading(opened.engine) as connection:  # what came last of each is what comes of it now
            table = schema.effect
            last = select(func.max(table.c.since)).where(table.c.correction == schema.correction.c.no)
            then = select(table.c.effect).where(table.c.correction == schema.correction.c.no)
            then = then.where(table.c.since == last.scalar_subquery().correlate(schema.correction))
            both = select(schema.correction.c.effect, then.scalar_subquery())
            assert all(now == kept for now, kept in connection.execute(both))


def told(ledger, as_of=None, **asked):
    return list(ledger.corrections(as_of=as_of, **asked))


def test_what_is_made_and_undone_later_is_not_told_of_before(ledger):
    pledge = one(ledger, "statement").id
    first = say(ledger, "accept", pledge, at=NINE)
    assert told(ledger, NINE) == [first] == told(ledger)
    second = say(ledger, "reject", pledge, who="Boris", at=TEN)
    assert [each.effect for each in told(ledger)] == ["in-force", "overruled"]
    assert told(ledger, NINE) == [first]
    assert told(ledger, TEN) == [second, replace(first, effect="overruled")]
    ledger.undo(first.id, who="Cleo", why="in error", at=LATE)
    assert [(each.effect, each.undone_by) for each in told(ledger)] == [("in-force", None), ("undone", "Cleo")]
    assert told(ledger, NINE) == [first]
    assert told(ledger, TEN) == [second, replace(first, effect="overruled")]
    assert told(ledger, LATE) == told(ledger)
    assert ledger.last_said() == LATE


def test_what_counts_again_as_the_later_word_is_undone_did_not_count_before(ledger):
    pledge = one(ledger, "statement").id
    say(ledger, "accept", pledge, at=NINE)
    second = say(ledger, "reject", pledge, who="Boris", at=HALF)
    ledger.undo(second.id, who="Boris", at=TEN)
    assert [each.effect for each in told(ledger)] == ["undone", "in-force"]
    assert [each.effect for each in told(ledger, HALF)] == ["in-force", "overruled"]
    assert [each.effect for each in told(ledger, NINE)] == ["in-force"]


def test_words_that_are_gone_were_there_before_more_was_said_of_the_page(ledger):
    first = say(ledger, "accept", one(ledger, "statement").id, at=NINE)
    second = say(ledger, "accept", one(ledger, "engagement").id, at=TEN)
    added(ledger, Page("China and Kazakhstan met.", path=PATH))
    assert (
        [each.effect for each in told(ledger)]
        == ["words-gone", "words-gone"]
        == [each.effect for each in told(ledger, TEN)]
    ), "when a version came nobody says here: not before what was said last"
    assert told(ledger, NINE) == [first]
    added(ledger, whole_page(TEXT + "It rained.", path=PATH))
    assert told(ledger) == [second, first] == told(ledger, TEN)


def test_what_a_new_version_or_reading_makes_of_it_is_so_since_it_came(ledger):
    said = say(ledger, "reject", one(ledger, "statement").id, at=NINE)
    ledger.add([Page("China and Kazakhstan met.", path=PATH).read()], clock=lambda: HALF)
    ledger.add([whole_page(TEXT + "It rained.", path=PATH).read()], clock=lambda: TEN)
    unmade = Page(TEXT + "It rained.", path=PATH).met()
    ledger.add([unmade.read("1.0/bbbb")], clock=lambda: LATE)
    effects = [told(ledger, moment)[0].effect for moment in (NINE, HALF, TEN, LATE)]
    assert effects == ["in-force", "words-gone", "in-force", "moot"]
    assert told(ledger, NINE) == [said]
    assert ledger.last_said().startswith(LATE.removesuffix("Z"))


def test_parts_of_a_second_are_told_apart_whether_they_are_written_or_not(ledger):
    pledge, met = one(ledger, "statement").id, one(ledger, "engagement").id
    whole = say(ledger, "accept", pledge, at=NINE)
    half = say(ledger, "accept", met, at=HALF)
    assert told(ledger, NINE) == [whole]
    assert told(ledger, "2026-11-22T09:00:00.499999Z") == [whole]
    assert told(ledger, HALF) == [half, whole] == told(ledger, "2026-11-22T09:00:01Z")
    assert told(ledger, "2026-11-22T08:59:59.999999Z") == []
    assert told(ledger, "2026-11-22T11:00:00+02:00") == [whole], "another zone's nine o'clock"
    assert ledger.last_said() == HALF


def test_a_day_is_with_its_end_and_other_filters_hold(ledger):
    pledge, met = one(ledger, "statement").id, one(ledger, "engagement").id
    first = say(ledger, "accept", pledge, at=NINE)
    second = say(ledger, "accept", met, who="Boris", at="2026-11-23T00:00:00Z")
    assert told(ledger, "2026-11-22") == [first]
    assert told(ledger, "2026-11") == [second, first] == told(ledger, "2026")
    assert told(ledger, "2026-11-21") == []
    assert told(ledger, "2026-11", who="Ana") == [first]
    cut = ledger.corrections(as_of="2026-11", limit=1)
    assert (list(cut), cut.total) == ([second], 2)
    assert ledger.corrections(as_of=NINE).total == 1


@pytest.mark.parametrize(
    "moment",
    [
        "yesterday",
        "2026-13",
        "2026-11-22T09:00:00",
        "2026-11-22T25:00:00Z",
        "20261122T090000Z",
        "0001-01-01T00:00:00+05:00",
        "\0",
    ],
)
def test_what_is_no_moment_is_told_so(ledger, moment):
    for ask in (ledger.corrections, ledger.merges, ledger.audit):
        with pytest.raises(BadDate):
            ask(as_of=moment)
    with pytest.raises(BadDate):
        ledger.audit(before=moment)


def test_a_merge_made_or_taken_back_later_is_as_it_was(ledger):
    given = {"who": "Ana", "why": "one and the same"}
    assert ledger.last_said() is None
    name = "Khorgos railway"
    first = ledger.merge("named", name, "Steppe Road", at=NINE, **given)
    assert ledger.last_said() == NINE
    ledger.unmerge(first.id, who="Boris", why="two roads", at=HALF)
    second = ledger.merge("named", name, "Silk Road", at=TEN, **given)
    assert list(ledger.merges(as_of=NINE)) == [first]
    undone = replace(first, undone_by="Boris", undone_at=HALF, undone_why="two roads")
    assert list(ledger.merges(as_of=HALF)) == [undone]
    assert list(ledger.merges(as_of=TEN)) == [second, undone] == list(ledger.merges())
    assert ledger.merges("person", as_of=TEN).total == 0
    assert ledger.merges(as_of=NINE).total == 1


def test_the_audit_log_as_it_was(ledger):
    assert ledger.last_noted() is None
    for at, who in ((NINE, "ada"), (HALF, "ben"), (TEN, "ada")):
        ledger.note(at, who, "login", "")
        assert ledger.last_noted() == at
    assert [deed.at for deed in ledger.audit(as_of=NINE)] == [NINE]
    assert [deed.at for deed in ledger.audit(as_of=HALF)] == [HALF, NINE]
    assert [deed.at for deed in ledger.audit(as_of=HALF, who="ada")] == [NINE]
    assert [deed.at for deed in ledger.audit(before=HALF)] == [NINE]
    assert [deed.at for deed in ledger.audit(before=TEN)] == [HALF, NINE]
    assert [deed.at for deed in ledger.audit(before="2026-11-22")] == []
    assert ledger.audit(as_of=HALF, limit=1).total == 2


def test_the_last_word_on_a_record_said_again_is_one(ledger):
    pledge = one(ledger, "statement").id
    first = say(ledger, "accept", pledge, at=NINE)
    assert say(ledger, "accept", pledge, at=HALF) == first
    assert ledger.corrections().total == 1
    say(ledger, "accept", pledge, who="Boris", at=HALF)
    say(ledger, "accept", pledge, at=TEN)
    assert ledger.corrections().total == 3, "another's word came between"


def test_a_ledger_of_before_knows_what_was_undone_when(ledger_url):
    with Ledger.open(ledger_url, create=True) as before:
        added(before)
        pledge = one(before, "statement").id
        first = say(before, "accept", pledge, at=NINE)
        say(before, "reject", pledge, who="Boris", at=HALF)
        before.undo(first.id, who="Ana", at=TEN)
        now = told(before)
        with writing(before.engine) as connection:
            connection.execute(text("DROP TABLE effect"))
            with Operations.context(MigrationContext.configure(connection)):
                ScriptDirectory(str(migrate._FOLDER)).get_revision("0013").module.upgrade()
    with Ledger.open(ledger_url) as after:
        assert told(after) == now == told(after, TEN)
        assert told(after, NINE) == [first]
        assert [each.effect for each in told(after, HALF)] == ["in-force", "in-force"], (
            "when it was overruled is not known"
        )
        assert after.last_said() == TEN
