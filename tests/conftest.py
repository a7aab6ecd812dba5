"""Fixtures that several files of tests share."""

import pytest

from postgres_server import NoServer, Server, name_of


@pytest.fixture(scope="session")
def postgres():
    """A PostgreSQL server that runs for as long as the tests; they are skipped, with the reason, where none is."""
    pytest.importorskip("psycopg", reason="psycopg is not installed: pip install 'communique[postgres]'")
    try:
        server = Server()
    except NoServer as why:
        pytest.skip(str(why))
    yield server
    server.close()


@pytest.fixture(params=["sqlite", "postgres"])
def ledger_url(request, tmp_path):
    """Where a new ledger may be made: in a file, and in a database on a server."""
    if request.param == "sqlite":
        yield str(tmp_path / "ledger.db")
        return
    server = request.getfixturevalue("postgres")
    url = server.database()
    yield url
    server.drop(name_of(url))
