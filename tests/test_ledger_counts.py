"""What the ledger counts beside its records is what they say, however they came and went."""

import pytest
from alembic import command
from sqlalchemy import MetaData, func, insert, select

from benchmarks.world import World
from communique.ledger._ledger import Ledger
from communique.ledger.store import engine as engines
from communique.ledger.store import migrate, schema
from communique.records import Engagement
from ledger_pages import Page

TABLES = (schema.filed, schema.occasion, schema.met, schema.about, schema.rung)


def counted(ledger):
    with engines.reading(ledger.engine) as connection:
        ids = dict(connection.execute(select(schema.report.c.no, schema.report.c.id)).all())
        found = {}
        for table in TABLES:
            rows = [dict(row._mapping) for row in connection.execute(select(table))]
            rows = [{**row, "report": ids.get(row.get("report"))} for row in rows]
            found[table.name] = sorted(repr(sorted(row.items())) for row in rows)
    return found


def whole(ledger):
    """The occasions as a whole: date, first told, first told as held, parties."""
    table = schema.occasion
    query = select(table.c.date, table.c.told, table.c.held, table.c.parties).where(table.c.a == "")
    with engines.reading(ledger.engine) as connection:
        return [tuple(row) for row in connection.execute(query.order_by(table.c.date))]


def filed(ledger):
    """How many reports there are of each day: as it is kept, and as the reports have it."""
    kept, table = schema.filed, schema.report
    every = select(table.c.date, func.count()).where(table.c.current).group_by(table.c.date)
    with engines.reading(ledger.engine) as connection:
        found = dict(connection.execute(select(kept.c.date, kept.c.reports)).all())
        assert found == dict(connection.execute(every).all())
    return found


def met(ledger):
    """How often each party engaged, and every two: as it is kept, and as the occasions have it."""
    kept, table = schema.met, schema.occasion
    held = select(table.c.a, table.c.b, func.count()).where(table.c.a > "", table.c.held.is_not(None))
    with engines.reading(ledger.engine) as connection:
        found = {(a, b): times for a, b, times in connection.execute(select(kept.c.a, kept.c.b, kept.c.times))}
        assert found == {(a, b): times for a, b, times in connection.execute(held.group_by(table.c.a, table.c.b))}
    return found


def told(published, outlet="PER", status="held", text="They met in Lima.", date="2030-05-03", path=None, **fields):
    page = Page(text, published=published, outlet_country=outlet, path=path or f"/r/{outlet}-{published}.txt")
    fields = {"kind": "meeting", "status": status, "parties": ("PER", "NOR"), "date_start": date, **fields}
    return page.say(Engagement, text.rstrip("."), **fields)


@pytest.fixture
def ledger(ledger_url):
    with Ledger.open(ledger_url, create=True) as opened:
        yield opened


def test_an_occasion_is_counted_once_from_when_it_was_first_told(ledger):
    ledger.add(
        [told("2030-05-05").read(), told("2030-04-30", status="planned").read(), told("2030-05-04", "NOR").read()]
    )
    assert whole(ledger) == [("2030-05-03", "2030-04-30", "2030-05-04", "NOR|PER")]


def test_how_often_two_met_is_kept_as_occasions_come_to_be_held_and_are_so_no_longer(ledger):
    ledger.add([told("2030-05-02", status="planned", path="/r/one.txt").read()])
    assert met(ledger) == {}
    ledger.add([told("2030-05-04").read(), told("2030-05-05", "NOR").read()])
    assert met(ledger) == {("NOR", ""): 1, ("PER", ""): 1, ("NOR", "PER"): 1}
    ledger.add([told("2030-06-04", date="2030-06-03", path="/r/two.txt").read()])
    assert met(ledger)["NOR", "PER"] == 2
    ledger.add([told("2030-06-04", date="2030-06-03", path="/r/two.txt", status="planned", text="They meet.").read()])
    assert met(ledger)["NOR", "PER"] == 1
    assert [row.engagements for row in ledger.busiest()] == [1]


def test_the_reports_of_a_day_are_counted_in_their_newest_version(ledger):
    first = told("2030-05-04").read()
    ledger.add([first, told("2030-05-04", "NOR").read()])
    assert filed(ledger) == {"2030-05-04": 2}
    ledger.add([told("2030-05-09", path=first.report.path, text="They met in Lima again.").read()])
    assert filed(ledger) == {"2030-05-04": 1, "2030-05-09": 1}
    assert ledger.reports(until="2030-05-05").total == 1
    ledger.add([first])
    assert filed(ledger) == {"2030-05-04": 2}, "the page has gone back to its first words"
    assert ledger.reports(since="2030-05-09").total == 0


def test_another_kind_or_day_is_another_occasion(ledger):
    ledger.add(
        [told("2030-05-05").read(), told("2030-05-06", kind="call").read(), told("2030-05-07", date="2030-05").read()]
    )
    assert len(whole(ledger)) == 3
    assert len(ledger.timeline("PER", "NOR")) == 3, "as the timeline has them"


def test_what_a_new_version_takes_back_is_counted_no_longer(ledger):
    ledger.add([told("2030-05-04", path="/r/one.txt").read(), told("2030-05-06", "NOR").read()])
    newer = Page("Nothing took place.", published="2030-05-04", outlet_country="PER", path="/r/one.txt")
    ledger.add([newer.read()])
    assert whole(ledger) == [("2030-05-03", "2030-05-06", "2030-05-06", "NOR|PER")]
    ledger.add(
        [Page("Nothing at all.", published="2030-05-06", outlet_country="NOR", path="/r/NOR-2030-05-06.txt").read()]
    )
    assert whole(ledger) == []


def test_read_again_it_is_counted_as_read_anew(ledger, tmp_path):
    again = [told("2030-05-04").met("met in Lima", ("PER", "CHL"), date_start="2030-05-09").read("2.0/bbbb")]
    ledger.add([told("2030-05-04").read()])
    ledger.add(again)
    with Ledger.open(tmp_path / "anew.db", create=True) as anew:
        anew.add(again)
        assert counted(ledger) == counted(anew)


def test_an_older_ledger_is_counted_when_it_is_opened(ledger_url, tmp_path):
    with Ledger.open(tmp_path / "now.db", create=True) as now:
        now.add(World(seed=5, reports=60).readings())
        wanted = counted(now)
        assert all(wanted.values())
        _as_it_was(now, ledger_url)
    with Ledger.open(ledger_url) as migrated:
        assert counted(migrated) == wanted


def _as_it_was(now, url):
    """The same reports in a ledger of the form that had no counts."""
    engine = engines.connect(engines.address(url), create=True)
    config = migrate._config()
    with engines.writing(engine) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0002")
        then = MetaData()
        then.reflect(connection)
        with now.engine.connect() as source:
            for table in then.sorted_tables:
                ours = schema.metadata.tables.get(table.name)
                if ours is None:
                    continue
                columns = [column for column in ours.c if column.name in table.c]
                rows = [dict(row._mapping) for row in source.execute(select(*columns))]
                if rows:
                    connection.execute(insert(table), rows)
    engine.dispose()


def test_what_people_reject_is_counted_no_longer_and_again_when_that_is_undone(ledger):
    reading = told("2030-05-05").read()
    ledger.add([reading])
    before = counted(ledger)
    record = reading.engagements[0].id
    correction = ledger.correct(
        reading.report.id, "reject", target=record, who="Ana", why="no", at="2031-01-01T00:00:00Z"
    )
    assert whole(ledger) == []
    assert not ledger.parties()
    ledger.undo(correction.id, who="Ana", at="2031-01-02T00:00:00Z")
    assert counted(ledger) == before
