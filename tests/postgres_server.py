"""A PostgreSQL server of the tests' own, on a socket in a folder of its own: Debian's programs, nobody's data."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from itertools import count
from pathlib import Path


class NoServer(Exception):
    """There is no PostgreSQL that could be started; says why."""


class Server:
    """Started when made; `database()` gives the address of a new, empty database."""

    def __init__(self):
        self.programs = _programs()
        memory = Path("/dev/shm")
        place = (
            memory
            if memory.is_dir() and os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > 2**30
            else None
        )
        self.folder = Path(tempfile.mkdtemp(prefix="communique-pg-", dir=place))
        self.data = self.folder / "data"
        self._numbers = count(1)
        self._process = None
        try:
            self._owner = _owner(self.folder)
            self._run(
                "initdb", "-D", str(self.data), "-U", "tester", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N"
            )
            self.start()
        except BaseException:
            self.close()
            raise

    def start(self):
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.folder),
            "fsync": "off",
            "max_connections": "40",
        }
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [self.programs / "postgres", "-D", str(self.data), *options],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=self.folder, start_new_session=True, **self._owner,
            )  # fmt: skip
        for _ in range(300):
            if self._process.poll() is not None:
                break
            if self._run("pg_isready", "-h", str(self.folder), "-q", "-t", "1", check=False) == 0:
                return
            time.sleep(0.05)
        raise NoServer(f"PostgreSQL did not start: {(self.folder / 'log').read_text()[-500:]}")

    def stop(self, how=signal.SIGINT):
        """SIGINT ends all connections and stops in order; SIGQUIT is a crash."""
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(how)
            self._process.wait(timeout=30)

    def close(self):
        self.stop(signal.SIGQUIT)
        shutil.rmtree(self.folder, ignore_errors=True)

    def database(self):
        """The address of a new, empty database."""
        name = f"ledger{next(self._numbers)}"
        self._run("createdb", "-h", str(self.folder), "-U", "tester", "-w", name)
        return self.address(name)

    def drop(self, name):
        self._run("dropdb", "-h", str(self.folder), "-U", "tester", "-w", "--force", name, check=False)

    def address(self, name, user="tester"):
        return f"postgresql://{user}@/{name}?host={self.folder}"

    def sql(self, name, words):
        """What psql prints for a statement."""
        done = subprocess.run(
            [self.programs / "psql", "-h", str(self.folder), "-U", "tester", "-d", name, "-XAtqc", words],
            capture_output=True, text=True, check=True, cwd=self.folder, **self._owner,
        )  # fmt: skip
        return done.stdout.strip()

    def _run(self, program, *arguments, check=True):
        done = subprocess.run(
            [self.programs / program, *arguments], stdin=subprocess.DEVNULL, capture_output=True, text=True,
            cwd=self.folder, **self._owner,
        )  # fmt: skip
        if check and done.returncode:
            raise NoServer(f"{program}: {done.stderr.strip()[-500:]}")
        return done.returncode


def name_of(address):
    """The database in an address."""
    return address.split("@/", 1)[1].split("?", 1)[0]


def _programs():
    found = [
        *Path("/usr/lib/postgresql").glob("*/bin"),
        *([Path(own).parent] if (own := shutil.which("postgres")) else []),
    ]
    found = [folder for folder in found if (folder / "postgres").exists() and (folder / "initdb").exists()]
    if not found:
        raise NoServer("PostgreSQL is not installed (apt-get install postgresql)")
    return max(found, key=lambda folder: (folder.parent.name.isdecimal() and int(folder.parent.name), str(folder)))


def _owner(folder):
    """PostgreSQL refuses to run as root: as whom it runs, for `subprocess`."""
    if os.getuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            user = pwd.getpwnam(name)
        except KeyError:
            continue
        os.chown(folder, user.pw_uid, user.pw_gid)
        return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": ()}
    raise NoServer("PostgreSQL does not run as root, and there is no other user here")
