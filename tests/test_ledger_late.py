"""Reports that come late, are read again, changed and changed back: what is derived is that of the reports as they are."""

import random

import pytest

import benchmarks.world
from benchmarks.world import World
from communique.ledger import following
from communique.ledger._ledger import Ledger
from communique.ledger.entry import Entry
from communique.ledger.shares import unpack
from communique.records import Reading, Report
from test_ledger_derive import derived

LAYERS = ("engagements", "statements", "positions", "relations", "references", "outcomes")
LONG_AGO = "1970-01-01"


def world(seed, count):
    """Readings of two pairs of sides only, in their order: many in few buckets."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(benchmarks.world, "dyads", lambda: ((("CHN", "KAZ"), ("IND", "JPN")), (3.0, 4.0)))
        readings = list(World(seed, count).readings())
    return sorted(readings, key=lambda one: Entry.of(one).order)


def again(reading, chance):
    """The same report as another reader finds it: some records fewer."""
    fields = {name: tuple(one for one in getattr(reading, name) if chance.random() < 0.7) for name in LAYERS}
    return reading.model_copy(update={**fields, "read_by": f"reader {chance.random()}"})


def changed(reading, dateline=None, **fields):
    """The reading with other fields of its report; its records are those of that report then."""
    report = Report(**{**reading.report.model_dump(exclude={"id", "record"}), **fields})
    records = {
        name: tuple(
            type(one)(**{**one.model_dump(exclude={"id"}), "report": report.id}) for one in getattr(reading, name)
        )
        for name in LAYERS
    }
    others = {"report": report, "dateline": dateline or reading.dateline}
    return Reading(**{**{name: getattr(reading, name) for name in Reading.model_fields}, **records, **others})


def another_text(reading, chance):
    """The page with another text, and perhaps of another day: a version of its own."""
    day = reading.dateline or reading.report.published or LONG_AGO
    day = chance.choice([day, f"{day[:8]}{chance.randrange(10, 28)}", f"{int(day[:4]) + 1}{day[4:]}"])
    return changed(reading, day, text=f"{reading.report.text}\n{chance.random()}")


def paged(reading, number):
    """The same with an address of its own, so that it has versions."""
    return changed(reading, url=f"https://mfa.example/{number}")


def fate(ledger, readings, chance):
    """Add all of them in an order of chance, some of them again or changed in between; what stands in the end."""
    waiting = chance.sample(readings, len(readings))
    now, before = {}, {}
    while waiting:
        some = [waiting.pop() for _ in range(min(len(waiting), chance.randrange(1, 6)))]
        there = sorted(now)
        for url in chance.sample(there, min(len(there), chance.randrange(3))):
            before.setdefault(url, []).append(now[url])
            some.append(chance.choice([again, another_text])(chance.choice(before[url]), chance))
        for one in some:
            now[one.report.url] = one
        ledger.add(some)
    return list(now.values())


@pytest.mark.parametrize("seed", range(4))
def test_whatever_comes_in_whatever_order_it_is_as_if_made_at_once(seed, tmp_path):
    chance = random.Random(seed)
    readings = [paged(one, number) for number, one in enumerate(world(seed, 24))]
    with Ledger.open(tmp_path / "a.db", create=True) as ledger:
        left = fate(ledger, readings, chance)
        found = derived(ledger)
        assert ledger.unsettled() == 0
        ledger.rebuild()
        assert derived(ledger) == found
    with Ledger.open(tmp_path / "b.db", create=True) as other:
        other.add(sorted(left, key=lambda one: Entry.of(one).order))
        assert derived(other) == found
    assert len(found["thread"]) > 20
    assert len(found["formula"]) > 20


def test_a_late_report_is_followed_from_its_place_on(tmp_path, monkeypatch):
    """Not from the start: else a page of last week would cost more than the year before it."""
    readings = [one for one in world(7, 60) if Entry.of(one).sides == ("CHN", "KAZ")]
    assert len(readings) > 25
    late = readings[-4]
    with Ledger.open(tmp_path / "a.db", create=True) as ledger:
        ledger.add(one for one in readings if one is not late)
        followed = []
        monkeypatch.setattr(following, "unpack", lambda body: followed.append(unpack(body)) or followed[-1])
        ledger.add([late])
        reports = [one.said.report for one in followed if one.said]
        assert reports == [one.report.id for one in readings[-4:]]
        monkeypatch.undo()
        found = derived(ledger)
        ledger.rebuild()
        assert derived(ledger) == found


def test_a_report_older_than_all_makes_its_bucket_from_the_start(tmp_path):
    readings = [one for one in world(8, 30) if Entry.of(one).sides == ("CHN", "KAZ")]
    with Ledger.open(tmp_path / "a.db", create=True) as ledger:
        ledger.add(readings[1:])
        ledger.add(readings[:1])
        found = derived(ledger)
    with Ledger.open(tmp_path / "b.db", create=True) as other:
        other.add(readings)
        assert derived(other) == found


def test_a_report_taken_out_of_its_bucket_leaves_nothing_there(tmp_path):
    """The newest of a page may be about nobody: the bucket of the older one is empty then."""
    one = paged(world(9, 1)[0], 1)
    other = another_text(one, random.Random(1))
    other = other.model_copy(update=dict.fromkeys(LAYERS, ()))
    with Ledger.open(tmp_path / "a.db", create=True) as ledger:
        ledger.add([one])
        assert derived(ledger)["bucket"]
        ledger.add([other])
        assert all(not rows for name, rows in derived(ledger).items() if name not in ("involved", "together"))
