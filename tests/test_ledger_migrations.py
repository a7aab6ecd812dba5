"""The ledger's form: what the migrations make is what `schema` says, and each version is known by its number."""

import re

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import MetaData, insert, select, text

from communique.errors import LedgerUnusable
from communique.ledger._ledger import Ledger
from communique.ledger.store import engine as engines
from communique.ledger.store import migrate, schema, words
from ledger_pages import some, whole_page


def ours(_thing, name, kind, _reflected, _counterpart):
    """All but the indices of words, which SQLAlchemy knows nothing of: FTS5's tables, PostgreSQL's `searched`."""
    return not (name and (name.startswith(("report_words", "record_words")) or "searched" in name))


def test_what_migrations_make_is_the_schema(ledger_url):
    with Ledger.open(ledger_url, create=True) as ledger, ledger.engine.connect() as connection:
        options = {"include_object": ours, "compare_type": True, "compare_server_default": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, schema.metadata) == []


def test_made_by_hand_it_is_the_same(ledger_url):
    """Each table's own words, as the database keeps them: also what Alembic does not compare."""
    with Ledger.open(ledger_url, create=True) as ledger:
        with engines.reading(ledger.engine) as connection:
            migrated = form(connection)
        with engines.writing(ledger.engine) as connection:
            server = connection.dialect.name == "postgresql"
            if server:
                connection.execute(text("DROP SCHEMA public CASCADE"))
                connection.execute(text("CREATE SCHEMA public"))
            else:
                for name in ("report_words", "record_words"):
                    connection.exec_driver_sql(f"DROP TABLE {name}")
                schema.metadata.drop_all(connection)
            schema.metadata.create_all(connection)
            for statement in words.POSTGRES if server else words.SQLITE:
                connection.exec_driver_sql(statement)
            assert form(connection) == migrated


SQLITE_FORM = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name != 'alembic_version' "
POSTGRES_FORM = (
    "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename != 'alembic_version' "
    "UNION ALL SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint "
    "WHERE connamespace = 'public'::regnamespace AND conrelid != coalesce(to_regclass('alembic_version'), 0) "
    "UNION ALL SELECT table_name || '.' || column_name, concat_ws(' ', data_type, is_nullable, collation_name, "
    "column_default, is_generated) "
    "FROM information_schema.columns WHERE table_schema = 'public' AND table_name != 'alembic_version'"
)


def form(connection):
    query = SQLITE_FORM if connection.dialect.name == "sqlite" else POSTGRES_FORM
    rows = connection.exec_driver_sql(query)  # constraints may stand in any order
    return {name: sorted(made.replace(",", " ").replace(")", " ").split()) for name, made in rows}


def test_there_is_one_newest_form_and_we_name_it():
    script = ScriptDirectory(str(migrate._FOLDER))
    assert script.get_heads() == [migrate.HEAD]
    assert len(script.get_bases()) == 1
    assert migrate._MARK in schema.metadata.tables


def test_a_migration_does_not_lean_on_today_s_schema():
    """A form of then must come out as it was then, whatever the schema has become."""
    for file in (migrate._FOLDER / "versions").glob("*.py"):
        written = file.read_text()
        assert "ledger.store" not in written, f"{file.name} takes its tables from today's schema"


def test_opening_again_changes_nothing(ledger_url):
    with Ledger.open(ledger_url, create=True) as ledger:
        ledger.add(some(1))
    for create in (False, True):
        with Ledger.open(ledger_url, create=create) as ledger, engines.reading(ledger.engine) as connection:
            assert connection.execute(text("SELECT version_num FROM alembic_version")).all() == [(migrate.HEAD,)]


def test_a_migration_that_fails_leaves_nothing_behind(ledger_url, monkeypatch):
    def broken(connection):
        upgrade(connection)
        raise ZeroDivisionError

    upgrade = migrate._upgrade
    monkeypatch.setattr(migrate, "_upgrade", broken)
    with pytest.raises(ZeroDivisionError):
        Ledger.open(ledger_url, create=True)
    monkeypatch.undo()
    with Ledger.open(ledger_url, create=True) as ledger:
        assert ledger.add(some(1)).count("added") == 1


def test_a_ledger_without_its_number_is_left_alone(ledger_url):
    with Ledger.open(ledger_url, create=True) as ledger, engines.writing(ledger.engine) as connection:
        connection.execute(text("DELETE FROM alembic_version"))
    with pytest.raises(LedgerUnusable):
        Ledger.open(ledger_url, create=True)


def test_years_are_put_among_the_words_that_search_filters_by(ledger_url, tmp_path):
    """The rows and what is found are those of a ledger that had them from the start."""
    with Ledger.open(tmp_path / "now.db", create=True) as now:
        now.add([*some(2), whole_page(published=None, path="/r/undated.txt").read()])
        rows = tagged(now)
        found = now.search("railway", until="2024")
        copy_at("0008", now, ledger_url)
    with Ledger.open(ledger_url) as migrated:
        assert tagged(migrated) == rows
        migrated.rebuild()
        assert [hit.source for hit in migrated.search("railway", until="2024")] == [hit.source for hit in found]
        assert len(found) == 3


def tagged(ledger):
    with engines.reading(ledger.engine) as connection:
        return [
            connection.execute(select(table.c.no, table.c.tags).order_by(table.c.no)).all()
            for table in (schema.report, schema.record)
        ]


def copy_at(revision, now, url):
    """The reports and records of a ledger, in one of an older form, without the years."""
    engine, config = engines.connect(engines.address(url), create=True), migrate._config()
    with engines.writing(engine) as connection, engines.reading(now.engine) as source:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        then = MetaData()
        then.reflect(connection, only=["report", "record"])
        for name in ("report", "record"):
            for row in source.execute(select(schema.metadata.tables[name])):
                kept = {key: value for key, value in row._mapping.items() if key in then.tables[name].c}
                tags = " ".join(tag for tag in row.tags.split() if not re.fullmatch(r"in\d+|undated", tag))
                connection.execute(insert(then.tables[name]), {**kept, "tags": tags})
    engine.dispose()
