"""``communique serve`` and ``communique user``."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from communique import Ledger
from communique.cli import main
from communique.cli._serve import Served, is_loopback, needs_login, opened
from communique.errors import NoLedger
from communique.web.app import create_app
from communique.web.settings import Settings
from ledger_readings import first

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def ledger(tmp_path):
    file = tmp_path / "ledger.db"
    with Ledger.open(file, create=True) as one:
        one.add([first()])
    return file


def user(ledger, *words, password="correct horse battery\n", monkeypatch=None):
    import io

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdin", io.StringIO(password))
        return main(["user", *words, "--ledger", str(ledger)])


def test_accounts_are_made_changed_and_listed(ledger, capsys):
    assert user(ledger, "add", "ada", "--role", "admin", "--password-stdin") == 0
    assert user(ledger, "add", "rae", "--password-stdin") == 0
    assert user(ledger, "change", "rae", "--role", "editor") == 0
    assert user(ledger, "change", "rae", "--close") == 0
    assert user(ledger, "list") == 0
    told = capsys.readouterr().out
    assert "ada" in told
    assert "editor" in told
    assert "closed" in told
    with Ledger.open(ledger) as one:
        assert [deed.act for deed in one.audit()] == ["change account", "change account", "add account", "add account"]
        assert one.account("ada").password.startswith("$argon2id$")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("add", "ada"), "a password has 12"), (("add", "a b"), "no name for an account"),
        (("add", "ada", "--role", "owner"), "no role 'owner'"), (("change", "eve", "--close"), "no account called 'eve'"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_one_sentence(ledger, capsys, words, sentence):
    password = "short\n" if sentence.startswith("a password") else "correct horse battery\n"
    assert user(ledger, *words, password=password) == 1
    told = capsys.readouterr().err
    assert sentence in told
    assert "Traceback" not in told


def test_saying_nothing_to_change_is_a_question_of_use(ledger, capsys):
    user(ledger, "add", "ada", "--password-stdin")
    assert user(ledger, "change", "ada") == 2
    assert "say what to change" in capsys.readouterr().err


def test_no_accounts_says_how_to_make_one(ledger, capsys):
    assert user(ledger, "list") == 0
    assert "communique user add" in capsys.readouterr().err


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "::"])
def test_beyond_this_machine_somebody_must_be_able_to_log_in(ledger, capsys, host):
    assert main(["serve", "--ledger", str(ledger), "--host", host]) == 1
    assert "communique user add NAME --role admin" in capsys.readouterr().err


@pytest.mark.parametrize("options", [("--behind-tls",), ("--name", "press.example.org"), ("--login",)])
def test_where_a_proxy_lets_others_in_somebody_must_be_able_to_log_in(ledger, capsys, options):
    assert main(["serve", "--ledger", str(ledger), *options]) == 1
    assert "communique user add NAME --role admin" in capsys.readouterr().err


def test_this_machine_alone_needs_no_login(ledger):
    served = Served(str(ledger), "127.0.0.1", 8300, False, False, ("localhost",), (), False)
    assert not needs_login(served)
    assert needs_login(replace(served, names=("press.example.org",)))
    assert needs_login(replace(served, secure=True))
    assert needs_login(replace(served, host="0.0.0.0"))


def test_a_proxy_is_believed_behind_tls_only_and_cookies_go_over_tls_then(ledger, monkeypatch):
    user(ledger, "add", "ada", "--role", "admin", "--password-stdin")
    seen = []

    def instead(server, sockets):
        seen.append(server.config)
        sockets[0].close()

    monkeypatch.setattr("uvicorn.Server.run", instead)
    monkeypatch.setattr("communique.web.charts.warm", lambda: None)
    for options in ((), ("--behind-tls", "--name", "press.example.org")):
        assert main(["serve", "--ledger", str(ledger), "--port", "0", *options]) == 0
    assert [one.proxy_headers for one in seen] == [False, True]
    assert seen[1].forwarded_allow_ips == "127.0.0.1,::1"
    plain, proxied = (one.app.state.settings for one in seen)
    assert (plain.secure, plain.login) == (False, False)
    assert (proxied.secure, proxied.login) == (True, True)
    assert "press.example.org" in proxied.hosts


def test_a_ledger_that_may_only_be_read_is_served_and_not_written_to(ledger, monkeypatch):
    monkeypatch.setattr("communique.ledger.store.files.writable", lambda file: False)
    served = Served(str(ledger), "127.0.0.1", 8300, False, False, (), (), False)
    with opened(served) as one:
        browser = TestClient(create_app(one, Settings(hosts=("testserver",))))
        assert "Talks in Hanoi" in browser.get("/reports").text
        answer = browser.post("/api/v1/corrections", json={"kind": "accept", "target": first().statements[0].id})
        assert (answer.status_code, answer.json()["error"]["code"]) == (409, "read_only")


def test_where_nobody_must_log_in_a_ledger_may_begin_empty(tmp_path):
    served = Served(str(tmp_path / "new.db"), "127.0.0.1", 8300, False, False, (), (), False)
    with opened(served) as one:
        assert one.reports().total == 0
    with pytest.raises(NoLedger):
        opened(replace(served, ledger=str(tmp_path / "other.db"), login=True))
    assert not (tmp_path / "other.db").exists()


def test_no_ledger_is_made_for_nobody(tmp_path, capsys):
    assert main(["serve", "--ledger", str(tmp_path / "none.db"), "--host", "0.0.0.0"]) == 1
    assert "there is no" in capsys.readouterr().err
    assert not (tmp_path / "none.db").exists()


def test_a_port_in_use_is_one_sentence(ledger, capsys):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert main(["serve", "--ledger", str(ledger), "--port", str(taken.getsockname()[1])]) == 2
    assert "choose another --port" in capsys.readouterr().err


def test_what_is_no_ledger_is_not_served(tmp_path, capsys):
    file = tmp_path / "notes.txt"
    file.write_text("not a ledger")
    assert main(["serve", "--ledger", str(file)]) == 1
    assert "notes.txt" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("host", "own"), [("127.0.0.1", True), ("localhost", True), ("::1", True), ("127.9.9.9", True), ("0.0.0.0", False), ("example.org", False)]
)  # fmt: skip
def test_what_is_this_machine_alone(host, own):
    assert is_loopback(host) is own


@pytest.mark.slow
def test_it_serves_until_ctrl_c(ledger):
    command = [sys.executable, "-m", "communique", "serve", "--ledger", str(ledger), "--port", "0"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=ROOT, env=environment) as process:
        try:
            line = process.stderr.readline()
            address = next(word for word in line.split() if word.startswith("http://")).rstrip(".")
            with urllib.request.urlopen(f"{address}reports", timeout=60) as answer:
                assert b"Talks in Hanoi" in answer.read()
                assert answer.headers["content-security-policy"]
                assert "uvicorn" not in str(answer.headers).lower()
            process.send_signal(signal.SIGINT)
            assert process.wait(60) == 0
        finally:
            process.kill()
        rest = process.stderr.read()
    assert "Stopped." in rest
    assert "Traceback" not in rest
