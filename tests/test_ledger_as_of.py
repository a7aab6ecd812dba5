"""As of any day: what the ledger's index of standings answers is what reading every thread back to that day gives."""

import random
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from benchmarks.world import World
from benchmarks.world.telling import tell
from communique.ledger._ledger import Ledger
from communique.ledger.ask.dates import end_of, last_day
from communique.ledger.ask.histories import HISTORY
from communique.ledger.commitments import Stored, Thread, ThreadStep, commitment, judged, stretches
from communique.ledger.store import schema
from communique.ledger.store.engine import reading as reading_from
from communique.ledger.store.steps import steps_of_all
from tests.commitment_oracle import OVER, cut, plain_row, score_of, standing_state

DAYS, SEED = 4, 11


class Slow:
    """All threads of a ledger, each read back to the day that is asked for."""

    def __init__(self, ledger):
        with reading_from(ledger.engine) as connection:
            bodies = dict(connection.execute(select(schema.thread.c.id, schema.thread.c.body)).all())
            steps = steps_of_all(connection, list(bodies))
            table = schema.occasion
            meetings = connection.execute(select(table).where(table.c.b != "", table.c.held.is_not(None))).all()
        self.threads = [Stored.of(body, lambda own=steps[id_]: own) for id_, body in bodies.items()]
        self.met = {}
        self._rows = {}
        for row in meetings:
            self.met.setdefault(f"{row.a}|{row.b}", []).append((row.date, row.held))

    def rows(self, codes, as_of):
        """(last date, row) of the threads of these parties."""
        if (codes, as_of) not in self._rows:
            self._rows[codes, as_of] = list(self._made(codes, as_of))
        return self._rows[codes, as_of]

    def _made(self, codes, as_of):
        end, day = end_of(as_of), last_day(as_of)
        for thread in self.threads:
            if not set(codes) <= set(thread.bucket.split("|")) or not known(thread, end):
                continue
            met = [when for when, held in self.met.get(thread.bucket, ()) if held < end]
            yield known(thread, end)[-1].date or "", judged(plain_row(thread, end), day, met)

    def commitments(self, codes, as_of, state=None, kind=None, overdue=False):
        found = [
            (last, row) for last, row in self.rows(codes, as_of)
            if state in (None, row.state) and kind in (None, row.kind) and (row.overdue or not overdue)
        ]  # fmt: skip
        found.sort(key=lambda one: one[1].id)
        found.sort(key=lambda one: one[0], reverse=True)
        return [row for _, row in found]

    def calendar(self, codes, as_of):
        due = [row for _, row in self.rows(codes, as_of) if row.due]
        coming = [row for row in due if not row.overdue and row.state not in OVER]
        overdue = [row for row in due if row.overdue]
        return sorted(coming, key=by_due), sorted(overdue, key=by_due, reverse=True)


def known(thread, end):
    """The sure steps by the reports dated before ``end``."""
    return [step for step in thread.steps if step.sure and (step.date or "") < end]


def shown(rows, most=HISTORY):
    return [cut(row, most) for row in rows]


def by_due(row):
    return row.due, row.id


def dense():
    """Reports of a few countries' dealings with each other: their undertakings go on for long."""
    few = {"CHN", "IND", "USA"}
    plans = World(SEED, 6000)._plans()
    return [tell(occasion, outlet, SEED) for occasion, outlet in plans if set(occasion.parties) <= few]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    file = tmp_path_factory.mktemp("as-of") / "world.db"
    readings = dense()
    with Ledger.open(file, create=True) as opened:
        for start in range(0, len(readings), 30):  # in batches: most of the standings are written bit by bit
            opened.add(readings[start : start + 30])
        yield opened


@pytest.fixture(scope="module")
def slow(ledger):
    return Slow(ledger)


@pytest.fixture(scope="module")
def days(slow):
    """Days, months and years by lot, days on which something changed among them."""
    chance = random.Random(SEED)
    told = sorted({step.date for thread in slow.threads for step in thread.steps})
    first, last = date.fromisoformat(told[0]), date.fromisoformat(told[-1])
    any_day = [str(first + timedelta(chance.randrange((last - first).days + 400))) for _ in range(DAYS)]
    return [*any_day, *chance.sample(told, DAYS), told[0], told[-1], any_day[0][:7], any_day[1][:4], "1900", "2100"]


def sides(slow):
    """The two sides with most threads, and each of them."""
    buckets = [thread.bucket for thread in slow.threads]
    a, b = max(sorted(set(buckets)), key=buckets.count).split("|")
    return (a, b), (a,), (b,)


def test_there_is_something_to_compare(slow):
    assert len(slow.threads) > 150
    assert sum(len(stretches(thread.steps)) > 2 for thread in slow.threads) > 20
    assert sum(len(thread.steps) > HISTORY for thread in slow.threads) > 3
    assert {"done", "refused", "moved", "lapsed"} & {row.state for _, row in slow.rows((), "2100")}


def test_commitments_as_of_any_day(ledger, slow, days):
    for codes in sides(slow):
        for day in days:
            rows = ledger.commitments(*codes, as_of=day, limit=0)
            expected = slow.commitments(codes, day)
            assert rows == shown(expected)
            assert ledger.commitments(*codes, as_of=day, limit=0, history=0) == expected
            assert ledger.commitments(*codes, as_of=day, limit=0, history=3) == shown(expected, 3)
            assert rows.total == len(expected)


@pytest.mark.parametrize("chosen", [
    {"overdue": True}, {"state": "lapsed"}, {"state": "stated"}, {"state": "done"}, {"kind": "pledge", "overdue": True},
    {"kind": "request", "state": "asked"},
])  # fmt: skip
def test_chosen_commitments_as_of_any_day(ledger, slow, days, chosen):
    some = 0
    for codes in sides(slow):
        for day in days:
            expected = slow.commitments(codes, day, **chosen)
            assert ledger.commitments(*codes, as_of=day, limit=0, **chosen) == shown(expected)
            few = ledger.commitments(*codes, as_of=day, limit=3, **chosen)
            assert (list(few), few.total) == (shown(expected[:3]), len(expected))
            some += len(expected)
    assert some


def test_the_calendar_as_of_any_day(ledger, slow, days):
    some = [0, 0]
    for codes in ((), *sides(slow)[1:]):
        for day in days:
            found = ledger.calendar(*codes, as_of=day, limit=0)
            coming, overdue = map(shown, slow.calendar(codes, day))
            assert [row.commitment for row in found if row.standing == "coming"] == coming
            assert [row.commitment for row in found if row.standing == "overdue"] == overdue
            assert found.total == len(coming) + len(overdue)
            few = ledger.calendar(*codes, as_of=day, limit=2)
            assert [row.commitment for row in few] == coming[:2] + overdue[:2]
            assert few.total == found.total
            some = [some[0] + len(coming), some[1] + len(overdue)]
    assert all(some)


def test_without_a_day_it_is_as_of_the_newest_report(ledger):
    newest = ledger.newest()
    assert ledger.calendar(limit=0) == ledger.calendar(as_of=newest, limit=0)
    country = ledger.calendar(limit=1)[0].commitment.promisors[0]
    assert ledger.commitments(country, limit=0) == ledger.commitments(country, as_of=newest, limit=0)


def test_a_stretch_tells_what_the_thread_as_of_each_of_its_days_is(slow):
    for thread in slow.threads:
        found = stretches(thread.steps)
        assert [one.until for one in found[:-1]] == [one.since for one in found[1:]]
        for one in found:
            for end in (one.since + "~", one.until):
                then, sure = plain_row(thread, end), known(thread, end)
                state = standing_state(sure)
                assert (one.state, one.due, one.last) == (state, then.due or "", sure[-1].date or "")
                settled = score_of(state, [step.state for step in sure]) in (1, -1)
                assert one.open == (not settled and state != "overtaken")
        assert not known(thread, found[0].since)


def test_one_commitment_has_all_of_its_steps_and_lists_say_how_many_there_are(ledger, slow):
    long = max(slow.threads, key=lambda thread: len(thread.steps))
    whole = ledger.commitment(long.id)
    (row,) = [one for one in ledger.commitments(*long.bucket.split("|"), limit=0) if one.id == long.id]
    assert len(long.steps) > HISTORY
    assert row.steps == whole.steps == len(whole.history) >= len(long.steps)
    assert row.history[0] == whole.history[0]
    assert row.history[1:] == whole.history[-len(row.history) + 1 :]


def step(day, state, told, sure=True, due=None):
    return ThreadStep(f"r{day}", None, day, state, told, sure, "", None, "x", 0, 1, "w", due=due)


def thread_of(*steps):
    thread = Thread("t", "FJI|MUS", "pledge", ("FJI",), ("MUS",), (), "x", ("2030-01-01", "r", 0))
    thread.steps = [*steps]
    return thread


def test_a_step_left_open_changes_nothing():
    thread = thread_of(
        step("2030-01-01", "stated", "said", due="2031"), step("2030-02-01", "restated", "said", sure=False, due="2035"),
        step("2030-03-01", "done", "done"),
    )  # fmt: skip
    assert [(one.since, one.until, one.state, one.due, one.open) for one in stretches(thread.steps)] == [
        ("2030-01-01", "2030-03-01", "stated", "2031", True), ("2030-03-01", "~", "done", "2031", False),
    ]  # fmt: skip
    assert commitment(thread).due == "2031"


def test_what_is_told_later_says_nothing_else_of_the_day_before():
    """When something was done is no day that it is due on, neither then nor once more has been told of it."""
    told = [step("2030-01-01", "stated", "said", due="2031"), step("2030-03-01", "done", "done", due="2030-02")]
    more = step("2030-05-01", "restated", "said", due="2032")
    as_then, as_now = thread_of(*told), thread_of(*told, more)
    assert commitment(as_then) == commitment(as_now, "2030-05-01")
    assert (commitment(as_then).due, commitment(as_now).due) == ("2031", "2032")
