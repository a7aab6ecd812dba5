"""What is derived depends on the reports alone: not on the order in which they came, nor on how often, nor on rebuilds."""

import random
from collections import Counter
from dataclasses import asdict

import pytest
from sqlalchemy import event, select

from benchmarks.world import World
from communique.ledger import derive, following
from communique.ledger._ledger import Ledger
from communique.ledger.store import schema
from communique.ledger.store.engine import reading as reading_from


@pytest.fixture(scope="module")
def readings():
    return list(World(seed=3, reports=150).readings())


DERIVED = (
    schema.thread, schema.step, schema.standing, schema.thread_term, schema.formula, schema.rung, schema.bucket,
    schema.bucket_report, schema.followed, schema.involved, schema.together, schema.occasion, schema.about,
)  # fmt: skip


def derived(ledger):
    """All derived rows, with the reports' and records' ids in the place of their numbers."""
    with reading_from(ledger.engine) as connection:
        reports = dict(connection.execute(select(schema.report.c.no, schema.report.c.id)).all())
        records = dict(connection.execute(select(schema.record.c.no, schema.record.c.id)).all())
        found = {}
        for table in DERIVED:
            rows = [dict(row._mapping) for row in connection.execute(select(table))]
            for row in rows:
                row |= {name: reports[row[name]] for name in ("report",) if name in row}
                row |= {name: records.get(row[name]) for name in ("record",) if name in row}
            found[table.name] = sorted(repr(sorted(row.items())) for row in rows)
    return found


def made(folder, name, batches):
    ledger = Ledger.open(folder / name, create=True)
    for batch in batches:
        ledger.add(batch)
    return ledger


@pytest.fixture(scope="module")
def at_once(readings, tmp_path_factory):
    with made(tmp_path_factory.mktemp("ledger"), "at-once.db", [readings]) as ledger:
        yield derived(ledger)


def test_there_is_something_to_compare(at_once):
    assert all(at_once[table.name] for table in DERIVED)


@pytest.mark.parametrize("size", [1, 20])
def test_reports_appended_bit_by_bit_give_the_same(readings, at_once, tmp_path, size):
    batches = [readings[start : start + size] for start in range(0, len(readings), size)]
    with made(tmp_path, "bit-by-bit.db", batches) as ledger:
        assert derived(ledger) == at_once


def test_reports_out_of_order_give_the_same(readings, at_once, tmp_path):
    shuffled = random.Random(1).sample(readings, len(readings))
    batches = [shuffled[start : start + 40] for start in range(0, len(shuffled), 40)]
    with made(tmp_path, "shuffled.db", batches) as ledger:
        assert derived(ledger) == at_once


def test_rebuilding_gives_the_same(readings, at_once, tmp_path):
    with made(tmp_path, "rebuilt.db", [readings]) as ledger:
        ledger.rebuild()
        assert derived(ledger) == at_once


def test_stopped_between_adding_and_deriving_the_next_run_goes_on(readings, at_once, tmp_path, monkeypatch):
    with made(tmp_path, "stopped.db", []) as ledger:
        monkeypatch.setattr("communique.ledger._ledger.settle", lambda *_: 0)
        ledger.add(readings[:100])
        monkeypatch.undo()
        assert ledger.unsettled() > 0
        ledger.add(readings[100:])
        assert ledger.unsettled() == 0
        assert derived(ledger) == at_once


def test_a_rebuild_stopped_in_the_middle_goes_on(readings, at_once, tmp_path, monkeypatch):
    with made(tmp_path, "half.db", [readings]) as ledger:
        monkeypatch.setattr(derive, "settle", lambda *_: 0)
        ledger.rebuild()
        monkeypatch.undo()
        assert ledger.unsettled() > 0
        ledger.settle()
        assert derived(ledger) == at_once


def test_appending_does_not_read_the_bucket_from_its_start(readings, tmp_path, monkeypatch):
    """A bucket whose new reports are its latest is appended to: else a full ledger would cost more than an empty one."""
    with made(tmp_path, "appended.db", [readings[:120]]) as ledger:
        cleared = []
        monkeypatch.setattr(following, "_clear", lambda _, bucket: cleared.append(bucket))
        last = max(one.dateline or one.report.published for one in readings[:120])
        later = [one for one in World(seed=3, reports=150).fresh(40) if (one.dateline or "") > last]
        known = {row.bucket for row in _buckets(ledger)}
        ledger.add(later)
        assert later
        assert not known & set(cleared)


def _buckets(ledger):
    with reading_from(ledger.engine) as connection:
        return list(connection.execute(select(schema.bucket.c.key.label("bucket"))))


def test_a_taken_back_version_leaves_no_trace(readings, tmp_path):
    """A page that changes and changes back gives what it gave at first."""
    one = readings[0]
    other = one.model_copy(
        update={"report": type(one.report)(**{**one.report.model_dump(exclude={"id"}), "text": one.report.text + " "})}
    )
    other = type(one).model_validate(
        {
            **other.model_dump(),
            **dict.fromkeys(("engagements", "statements", "positions", "relations", "references", "outcomes"), ()),
        }
    )
    with made(tmp_path, "first.db", [[one]]) as ledger:
        first = derived(ledger)
        ledger.add([other])
        assert derived(ledger) != first
        ledger.add([one])
        assert derived(ledger) == first
        assert asdict(ledger.report(one.report.id))["newer"] is None


def test_of_what_stands_only_what_changes_is_written(readings, tmp_path):
    """A thread may have stood in many ways over the years; told of again, its last way ends and one more begins."""
    with made(tmp_path, "written.db", [readings[:100]]) as ledger:
        before = set(derived(ledger)["standing"])
        done = Counter()
        event.listen(ledger.engine, "before_cursor_execute", lambda *of: _count_standing(done, *of))
        ledger.add(readings[100:])
        after = set(derived(ledger)["standing"])
        ended = len(before - after)
        assert ended > 20
        assert done["UPDATE"] > ended / 2
        assert done["INSERT"] + done["UPDATE"] < 1.05 * len(after - before)  # a bucket or two are made from their start


def _count_standing(done, _, __, statement, parameters, ___, many):
    if "standing" in statement.split()[:3]:
        done[statement.split()[0]] += len(parameters) if many else 1
