"""What can be wrong with a ledger, each one sentence that says what and where; nothing is lost by it."""

import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text

from communique.errors import (
    LedgerBusy,
    LedgerError,
    LedgerLost,
    LedgerReadOnly,
    LedgerTooNew,
    LedgerUnusable,
    NoLedger,
)
from communique.ledger import _ledger
from communique.ledger._ledger import Ledger
from communique.ledger.store import engine as engines
from communique.ledger.store.migrate import HEAD
from ledger_pages import some
from postgres_server import name_of
from tools.ledger_contents import contents, differences, unsound

HERE = Path(__file__).resolve().parent
linux = pytest.mark.skipif(sys.platform != "linux", reason="mounts and limits of Linux")


def one_sentence(error, where):
    said = str(error.value)
    assert said.startswith(f"{where}: ")
    assert "\n" not in said
    assert "Background on this error" not in said
    return said


def same_as_undisturbed(ledger, count, folder):
    assert unsound(ledger) == []
    with Ledger.open(folder / "undisturbed.db", create=True) as plain:
        plain.add(some(count))
        assert differences(contents(plain), contents(ledger)) == []


class TestNoLedger:
    @pytest.mark.parametrize("create", [False, True])
    @pytest.mark.parametrize("written", [b"hello", b"From: me\n" * 1000, b"SQLite format 4\0" + bytes(4096), b"\0"])
    def test_another_kind_of_file(self, tmp_path, written, create):
        file = tmp_path / "letter.txt"
        file.write_bytes(written)
        with pytest.raises(LedgerUnusable) as error:
            Ledger.open(file, create=create)
        assert "no ledger" in one_sentence(error, file)
        assert file.read_bytes() == written
        assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]

    @pytest.mark.parametrize("create", [False, True])
    @pytest.mark.parametrize("table", ["moz_places", "report", "alembic_version"])
    def test_a_database_of_another_program(self, tmp_path, table, create):
        file = tmp_path / "places.sqlite"
        raw = sqlite3.connect(file)
        raw.execute(f"CREATE TABLE {table} (version_num TEXT)")
        raw.execute(f"INSERT INTO {table} VALUES ('0001')")
        raw.commit()
        raw.close()
        before = file.read_bytes()
        with pytest.raises(LedgerUnusable, match="of another program") as error:
            Ledger.open(file, create=create)
        one_sentence(error, file)
        assert file.read_bytes() == before
        assert [path.name for path in tmp_path.iterdir()] == ["places.sqlite"]

    def test_tables_of_another_program_on_a_server(self, postgres):
        url = postgres.database()
        postgres.sql(name_of(url), "CREATE TABLE report (id int); CREATE TABLE sales (id int)")
        with pytest.raises(LedgerUnusable, match="of another program"):
            Ledger.open(url, create=True)
        assert postgres.sql(name_of(url), "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == "2"

    def test_beside_tables_of_another_program_on_a_server(self, postgres):
        url = postgres.database()
        postgres.sql(name_of(url), "CREATE TABLE sales (id int)")
        with Ledger.open(url, create=True) as ledger:
            assert ledger.add(some(1)).count("added") == 1

    def test_an_empty_file(self, tmp_path):
        file = tmp_path / "empty.db"
        file.touch()
        with pytest.raises(NoLedger) as error:
            Ledger.open(file)
        assert "communique add" in one_sentence(error, file)
        with Ledger.open(file, create=True) as ledger:
            assert ledger.add(some(1)).count("added") == 1

    def test_an_empty_database_on_a_server(self, postgres):
        url = postgres.database()
        with pytest.raises(NoLedger, match="communique add"):
            Ledger.open(url)

    def test_nothing_there(self, tmp_path):
        with pytest.raises(NoLedger) as error:
            Ledger.open(tmp_path / "none.db")
        one_sentence(error, tmp_path / "none.db")
        assert list(tmp_path.iterdir()) == []
        with pytest.raises(NoLedger, match="there is no folder"):
            Ledger.open(tmp_path / "no" / "none.db", create=True)

    def test_a_folder(self, tmp_path):
        with pytest.raises(LedgerUnusable, match="this is a folder"):
            Ledger.open(tmp_path, create=True)

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such thing here")
    def test_a_pipe_and_a_device(self, tmp_path):
        os.mkfifo(tmp_path / "pipe")
        for path in (tmp_path / "pipe", Path("/dev/null")):
            with pytest.raises(LedgerUnusable, match="this is no file"):
                Ledger.open(path, create=True)

    @pytest.mark.parametrize("name", ["", " "])
    def test_no_name(self, name):
        with pytest.raises(LedgerUnusable, match="name a file"):
            Ledger.open(name, create=True)

    def test_a_name_that_no_file_can_have(self, tmp_path):
        with pytest.raises(LedgerUnusable):
            Ledger.open(tmp_path / ("x" * 300), create=True)
        with pytest.raises(LedgerUnusable):
            Ledger.open(str(tmp_path / "a\0b"), create=True)

    @pytest.mark.parametrize("name", ["a b?c#d%20.db", "日本.db", "-.db", "x;y&z.db", ":memory", "file:a.db"])
    def test_a_file_may_have_any_name(self, tmp_path, name):
        with Ledger.open(tmp_path / name, create=True) as ledger:
            ledger.add(some(1))
        assert [path.name for path in tmp_path.iterdir()] == [name]

    @pytest.mark.parametrize(
        "url", ["mysql://h/x", "http://x/y", "postgresql://h:port/x", "sqlite+aiosqlite:///x", "a://b"]
    )
    def test_an_address_of_something_else(self, url):
        with pytest.raises(LedgerUnusable):
            Ledger.open(url, create=True)

    def test_no_password_is_shown(self):
        with pytest.raises(LedgerUnusable) as error:
            Ledger.open("mysql://me:geheim@h/x")
        assert "geheim" not in str(error.value)
        with pytest.raises(LedgerLost) as lost:
            Ledger.open("postgresql://me:geheim@127.0.0.1:1/x?connect_timeout=2")
        assert "geheim" not in one_sentence(lost, "postgresql://me:***@127.0.0.1:1/x?connect_timeout=2")


class TestTooNew:
    def test_a_ledger_of_a_newer_version(self, ledger_url):
        with Ledger.open(ledger_url, create=True) as ledger:
            ledger.add(some(2))
            before = contents(ledger)
            with engines.writing(ledger.engine) as connection:
                connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        for create in (False, True):
            with pytest.raises(LedgerTooNew, match=r"newer communique \(its form is 9999\); update communique"):
                Ledger.open(ledger_url, create=create)
        with engines.writing(ledger.engine) as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = :head"), {"head": HEAD})
        with Ledger.open(ledger_url) as ledger:
            assert differences(before, contents(ledger)) == []


class TestDamaged:
    def test_pages_overwritten(self, tmp_path):
        file = tmp_path / "a.db"
        with Ledger.open(file, create=True) as ledger:
            ledger.add(some(60))
        whole = file.read_bytes()
        file.write_bytes(whole[:8192] + b"\xff" * (len(whole) - 8192))
        with pytest.raises(LedgerUnusable) as error, Ledger.open(file) as ledger:
            ledger.add(some(61))
        assert "damaged" in one_sentence(error, file)

    def test_cut_short(self, tmp_path):
        file = tmp_path / "a.db"
        with Ledger.open(file, create=True) as ledger:
            ledger.add(some(60))
        file.write_bytes(file.read_bytes()[: 4096 * 3 + 17])
        with pytest.raises(LedgerUnusable) as error, Ledger.open(file) as ledger:
            ledger.add(some(61))
        one_sentence(error, file)

    def test_a_first_page_of_rubbish(self, tmp_path):
        file = tmp_path / "a.db"
        file.write_bytes(b"SQLite format 3\0" + b"\x7f" * 5000)
        with pytest.raises(LedgerUnusable) as error:
            Ledger.open(file, create=True)
        one_sentence(error, file)


@contextmanager
def mounted(folder, *options):
    folder.mkdir(exist_ok=True)
    done = subprocess.run(["mount", "-t", "tmpfs", *options, "tmpfs", folder], capture_output=True, check=False)
    if done.returncode:
        pytest.skip(f"cannot mount a small file system here: {done.stderr.decode().strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


@pytest.fixture
def read_only(tmp_path):
    """A ledger of three reports in a folder of a read-only file system."""
    if sys.platform != "linux" or os.getuid() != 0:
        pytest.skip("only root can mount a read-only file system")
    with mounted(tmp_path / "mnt", "-o", "size=8m") as folder:
        with Ledger.open(folder / "a.db", create=True) as ledger:
            ledger.add(some(3))
        subprocess.run(["mount", "-o", "remount,ro", folder], check=True)
        yield folder


class TestReadOnly:
    def test_a_read_only_folder_can_be_asked_and_not_written_to(self, read_only):
        file = read_only / "a.db"
        with Ledger.open(file) as ledger:
            assert ledger.has(some(1)[0].report.id, "1.0/aaaa")
            assert len(contents(ledger)["report"]) == 3
            with pytest.raises(LedgerReadOnly) as error:
                ledger.add(some(4))
            one_sentence(error, file)
        with pytest.raises(LedgerReadOnly) as error:
            Ledger.open(file, create=True)
        one_sentence(error, file)
        with pytest.raises(LedgerReadOnly) as error:
            Ledger.open(read_only / "new.db", create=True)
        one_sentence(error, read_only / "new.db")

    @pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() == 0, reason="root may write everywhere")
    @pytest.mark.parametrize("which", ["file", "folder"])
    def test_without_the_right_to_write(self, tmp_path, which):
        file = tmp_path / "a.db"
        with Ledger.open(file, create=True) as ledger:
            ledger.add(some(3))
        locked = file if which == "file" else tmp_path
        locked.chmod(0o444 if which == "file" else 0o555)
        try:
            with Ledger.open(file) as ledger:
                assert len(contents(ledger)["report"]) == 3
                with pytest.raises(LedgerReadOnly):
                    ledger.add(some(4))
            with pytest.raises(LedgerReadOnly):
                Ledger.open(file, create=True)
        finally:
            locked.chmod(0o755)

    def test_its_log_was_left_with_it(self, tmp_path):
        """The copy of a ledger whose writer was killed, on a medium that cannot be written to."""
        if sys.platform != "linux" or os.getuid() != 0:
            pytest.skip("only root can mount a read-only file system")
        with mounted(tmp_path / "mnt", "-o", "size=8m") as folder:
            with Ledger.open(tmp_path / "a.db", create=True) as ledger:
                ledger.add(some(3))
                for name in ("a.db", "a.db-wal"):
                    shutil.copy(tmp_path / name, folder / name)
            subprocess.run(["mount", "-o", "remount,ro", folder], check=True)
            with pytest.raises(LedgerReadOnly, match=r"a\.db-wal") as error:
                Ledger.open(folder / "a.db")
            one_sentence(error, folder / "a.db")

    @linux
    def test_another_user_may_read_while_the_owner_writes(self, request):
        if os.getuid() != 0:
            pytest.skip("only root can act as two users")
        code = (
            "import sys, os; sys.path[:0] = sys.argv[2:]\n"
            "from communique.ledger._ledger import Ledger; from communique.errors import LedgerReadOnly\n"
            "from ledger_pages import some\nfrom tools.ledger_contents import contents\n"
            "with Ledger.open(':memory:', create=True) as ledger: ledger.add(some(1)); contents(ledger)  # all is imported\n"
            "os.setgroups([]); os.setgid(65534); os.setuid(65534)\n"
            "with Ledger.open(sys.argv[1]) as ledger:\n"
            "    print(len(contents(ledger)['report']), flush=True); input()\n"
            "    print(len(contents(ledger)['report']), flush=True)\n"
            "    try: ledger.add(some(5))\n    except LedgerReadOnly: print('read only')\n"
            "try: Ledger.open(sys.argv[1], create=True)\nexcept LedgerReadOnly: print('read only')\n"
        )
        folder = Path(tempfile.mkdtemp(prefix="communique-"))  # pytest's own folders nobody else may enter
        request.addfinalizer(lambda: shutil.rmtree(folder))
        folder.chmod(0o755)
        with Ledger.open(folder / "a.db", create=True) as ledger:
            ledger.add(some(2))
            folders = [str(HERE.parent / "src"), str(HERE), str(HERE.parent)]
            other = subprocess.Popen(
                [sys.executable, "-c", code, folder / "a.db", *folders],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            )  # fmt: skip
            first = other.stdout.readline()
            ledger.add(some(4))
            out, _ = other.communicate("\n", timeout=60)
        assert (first + out).split("\n") == ["2", "4", "read only", "read only", ""]

    def test_a_user_who_may_only_read_on_a_server(self, postgres):
        url = postgres.database()
        with Ledger.open(url, create=True) as ledger:
            ledger.add(some(2))
        name = name_of(url)
        postgres.sql(name, "DROP ROLE IF EXISTS guest")
        postgres.sql(name, "CREATE ROLE guest LOGIN; GRANT SELECT ON ALL TABLES IN SCHEMA public TO guest")
        try:
            with Ledger.open(postgres.address(name, "guest")) as ledger:
                assert len(contents(ledger)["report"]) == 2
                with pytest.raises(LedgerReadOnly) as error:
                    ledger.add(some(3))
                one_sentence(error, ledger.where)
        finally:
            postgres.sql(name, "DROP OWNED BY guest")


class TestFullDisk:
    def test_a_small_disk(self, tmp_path, monkeypatch):
        if sys.platform != "linux" or os.getuid() != 0:
            pytest.skip("only root can mount a small file system")
        monkeypatch.setattr(_ledger, "BATCH_REPORTS", 5)
        with mounted(tmp_path / "mnt", "-o", "size=1m") as folder:
            file = folder / "a.db"
            with pytest.raises(LedgerError) as error, Ledger.open(file, create=True) as ledger:
                ledger.add(some(300))
            said = one_sentence(error, file)
            assert "full" in said
            assert "what was added before is safe" in said
            with Ledger.open(file) as ledger:
                kept = len(contents(ledger)["report"])
            assert 0 < kept < 300
            subprocess.run(["mount", "-o", "remount,size=32m", folder], check=True)
            with Ledger.open(file) as ledger:
                assert ledger.add(some(300)).count("unchanged") == kept
                same_as_undisturbed(ledger, 300, tmp_path)

    @linux
    def test_a_disk_too_small_for_any(self, tmp_path):
        if os.getuid() != 0:
            pytest.skip("only root can mount a small file system")
        with mounted(tmp_path / "mnt", "-o", "size=40k") as folder:
            with pytest.raises(LedgerError) as error:
                Ledger.open(folder / "a.db", create=True)
            one_sentence(error, folder / "a.db")
            subprocess.run(["mount", "-o", "remount,size=32m", folder], check=True)
            with Ledger.open(folder / "a.db", create=True) as ledger:
                ledger.add(some(3))
                same_as_undisturbed(ledger, 3, tmp_path)

    @linux
    def test_a_quota(self, tmp_path, monkeypatch):
        monkeypatch.setattr(_ledger, "BATCH_REPORTS", 5)
        file = tmp_path / "a.db"
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        try:
            with Ledger.open(file, create=True) as ledger:
                resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, before[1]))
                with pytest.raises(LedgerError) as error:
                    ledger.add(some(300))
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)
            signal.signal(signal.SIGXFSZ, handler)
        assert "full" in one_sentence(error, file)
        with Ledger.open(file) as ledger:
            kept = len(contents(ledger)["report"])
            assert 0 < kept < 300
            assert ledger.add(some(300)).count("unchanged") == kept
            same_as_undisturbed(ledger, 300, tmp_path)


class TestLostConnection:
    @pytest.fixture
    def own(self):
        """A server that may be stopped."""
        from postgres_server import NoServer, Server

        pytest.importorskip("psycopg")
        try:
            server = Server()
        except NoServer as why:
            pytest.skip(str(why))
        yield server
        server.close()

    @pytest.mark.parametrize("how", ["ended by the server", "server stopped", "server crashed"])
    def test_in_the_middle(self, own, how, monkeypatch):
        monkeypatch.setattr(_ledger, "BATCH_REPORTS", 4)
        url = own.database()
        calm = own.database()

        def disturbed():
            for number, reading in enumerate(some(20)):
                if number == 10:
                    if how == "ended by the server":
                        own.sql(
                            "postgres", "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname LIKE 'l%'"
                        )
                    else:
                        own.stop(signal.SIGINT if how == "server stopped" else signal.SIGQUIT)
                yield reading

        with Ledger.open(url, create=True) as ledger:
            if how == "ended by the server":  # it was at rest: a new connection is made, and nothing happened
                ledger.add(disturbed())
            else:
                with pytest.raises(LedgerLost) as error:
                    ledger.add(disturbed())
                one_sentence(error, ledger.where)
                with pytest.raises((LedgerLost, LedgerBusy)):
                    ledger.add(some(20))
                own.start()
            assert ledger.add(some(20)).count("unchanged") == (20 if how == "ended by the server" else 8)
            with Ledger.open(calm, create=True) as plain:
                plain.add(some(20))
                assert differences(contents(plain), contents(ledger)) == []

    def test_in_the_middle_of_a_transaction(self, postgres, monkeypatch):
        url = postgres.database()
        end = text("SELECT pg_terminate_backend(pg_backend_pid())")
        kept = _ledger.keep
        left = iter(range(6, -1, -1))

        def keep(connection, *arguments, **options):
            if next(left, None) == 0:
                connection.execute(end)
            return kept(connection, *arguments, **options)

        monkeypatch.setattr(_ledger, "keep", keep)
        with Ledger.open(url, create=True) as ledger:
            with pytest.raises(LedgerLost, match="what was added before is safe") as error:
                ledger.add(some(9))
            one_sentence(error, ledger.where)
            assert contents(ledger)["report"] == []
            assert ledger.add(some(9)).count("added") == 9

    def test_no_server(self, tmp_path):
        pytest.importorskip("psycopg")
        with pytest.raises(LedgerLost, match="cannot be reached"):
            Ledger.open(f"postgresql:///x?host={tmp_path}", create=True)

    def test_no_such_database_or_user(self, postgres):
        with pytest.raises(LedgerUnusable, match="no such database"):
            Ledger.open(postgres.address("nothing"), create=True)
        with pytest.raises(LedgerUnusable, match="no such user"):
            Ledger.open(postgres.address("postgres", user="nobody-of-this-name"), create=True)
