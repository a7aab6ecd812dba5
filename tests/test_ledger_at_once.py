"""Several at once: writers beside writers, readers beside a writer."""

import multiprocessing
import sqlite3
import time
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat

import pytest
from sqlalchemy import func, select, text

from communique.errors import LedgerBusy
from communique.ledger._ledger import Ledger
from communique.ledger.store import engine as engines
from communique.ledger.store import schema, troubles
from communique.ledger.store.engine import reading as looking
from ledger_pages import some
from tools.ledger_contents import contents, differences, unsound

SPAWN = multiprocessing.get_context("spawn")
DERIVED = ("thread", "step", "standing", "thread_term", "bucket")


def add_some(url, numbers):
    """A process that adds reports one by one, and waits for none of the others."""
    with Ledger.open(url, create=True) as ledger:
        for number in numbers:
            ledger.add(some(1, start=number))
    return True


def look_on(url, seconds, times):
    """A process that reads until the time is over, and so many times at least, on however busy a machine: how often,
    how long at most, and what did not fit together."""
    looked, longest, odd = 0, 0.0, []
    until = time.monotonic() + seconds
    with Ledger.open(url) as ledger:
        while looked < times or time.monotonic() < until:
            begun = time.monotonic()
            with looking(ledger.engine) as connection:
                reports = connection.scalar(select(func.count()).select_from(schema.report))
                time.sleep(0.002)
                records = connection.scalar(select(func.count()).select_from(schema.record))
                involved = connection.scalar(select(func.count(schema.involved.c.record.distinct())))
            if (records, involved) != (5 * reports, 5 * reports):
                odd.append((reports, records, involved))
            looked, longest = looked + 1, max(longest, time.monotonic() - begun)
    return looked, longest, odd


@pytest.mark.slow
def test_writers_at_once(ledger_url, tmp_path):
    """They make the ledger at once, too, and each has reports that others have."""
    shares = [[*range(8)], [*range(11, 3, -1)], [*range(9, 1, -1)]]
    with ProcessPoolExecutor(3, SPAWN) as pool:
        assert list(pool.map(add_some, repeat(ledger_url), shares)) == [True] * 3
    with Ledger.open(ledger_url) as ledger, Ledger.open(tmp_path / "plain.db", create=True) as plain:
        plain.add(some(12))
        assert unsound(ledger) == []
        mine, its = contents(ledger), contents(plain)
        ids = schema.report.columns.keys().index("id")
        assert sorted(row[ids] for row in mine["report"]) == sorted(row[ids] for row in its["report"])
        assert [len(mine[table]) for table in mine if "words" not in table] == [
            len(its[table]) for table in mine if "words" not in table
        ]
        assert differences({name: mine[name] for name in DERIVED}, {name: its[name] for name in DERIVED}) == []


@pytest.mark.slow
def test_readers_beside_a_writer(ledger_url):
    with Ledger.open(ledger_url, create=True) as ledger, ProcessPoolExecutor(2, SPAWN) as pool:
        ledger.add(some(2))
        readers = [pool.submit(look_on, ledger_url, 1.5, 11) for _ in range(2)]
        number = 2
        while not all(reader.done() for reader in readers):
            ledger.add(some(3, start=number))
            number = (number + 3) % 200
        for looked, longest, odd in (reader.result() for reader in readers):
            assert looked > 10
            assert longest < 30.0  # seconds: a reader waits for no writer, who adds until the readers are done
            assert odd == []


def test_a_reader_sees_one_state_for_as_long_as_it_looks(ledger_url):
    with Ledger.open(ledger_url, create=True) as ledger, Ledger.open(ledger_url) as other:
        ledger.add(some(2))
        count = select(func.count()).select_from(schema.report)
        with looking(other.engine) as connection:
            assert connection.scalar(count) == 2
            ledger.add(some(4))
            assert connection.scalar(count) == 2
        with looking(other.engine) as connection:
            assert connection.scalar(count) == 4


def test_a_reader_goes_on_while_somebody_writes(ledger_url):
    with Ledger.open(ledger_url, create=True) as ledger:
        ledger.add(some(2))
        with engines.writing(ledger.engine) as connection:
            connection.execute(text("DELETE FROM dirty"))
            with Ledger.open(ledger_url) as other:
                begun = time.monotonic()
                assert other.has(some(1)[0].report.id, "1.0/aaaa")
                assert time.monotonic() - begun < engines.BUSY_SECONDS / 2


def test_a_writer_waits_for_another_and_says_so_when_it_takes_too_long(ledger_url, monkeypatch):
    with Ledger.open(ledger_url, create=True) as ledger:
        monkeypatch.setattr(engines, "BUSY_SECONDS", 1)
        with Ledger.open(ledger_url) as other, engines.writing(ledger.engine):
            begun = time.monotonic()
            with pytest.raises(LedgerBusy, match="another program has been writing"):
                other.add(some(1))
            assert 0.5 < time.monotonic() - begun < 10
        with Ledger.open(ledger_url) as other:
            assert other.add(some(1)).count("added") == 1


def test_nothing_is_left_beside_the_file(tmp_path):
    with Ledger.open(tmp_path / "a.db", create=True) as ledger:
        ledger.add(some(2))
    assert [path.name for path in tmp_path.iterdir()] == ["a.db"]
    with sqlite3.connect(tmp_path / "a.db") as raw:
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_how_long_a_writer_waits_is_said_as_it_is():
    assert f"over {engines.BUSY_SECONDS} seconds" in troubles._BUSY[1]
