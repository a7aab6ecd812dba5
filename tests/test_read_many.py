"""Reports on several processes: the same readings, in order; no script that waits for ever."""

import os
import pickle
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from communique.errors import CodebookError, EmptyInput, UnreadableInput
from communique.read import Reader
from communique.read.many import _portable
from communique.records import Report
from interrupting import heeding

ROOT = Path(__file__).resolve().parents[1]
SCRIPT = """
import communique

def main():
    reader = communique.Reader(layers=["statement"])
    reports = communique.load_paths(["samples/33_svn-mkd_working-visit.txt", "samples/34_bwa-mwi_tourism-agreement.txt"], on_fault=print)
    reports = list(reports) * 9
    assert [r.id for r in reports] == [r.report.id for r in reader.read_many(reports, n_process=2)]
    assert list(reader.read_many(reports[:2], n_process=2)) == list(reader.read_many(reports[:2]))
    print("equal")

"""


def run(folder, ending):
    file = folder / "script.py"
    file.write_text(SCRIPT + ending)
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    return subprocess.run(
        [sys.executable, file], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False
    )


@pytest.mark.slow
def test_many_are_read_in_order(tmp_path):
    done = run(tmp_path, 'if __name__ == "__main__":\n    main()\n')
    assert done.stdout == "equal\n", done.stderr


@pytest.mark.slow
def test_a_script_without_a_guard_is_told_so(tmp_path):
    done = run(tmp_path, "main()\n")
    assert done.returncode != 0
    assert "WorkersLost" in done.stderr
    assert "__main__" in done.stderr


class Stumbling(Reader):
    def read_report(self, report):
        if "STUMBLE" in report.text:
            raise ZeroDivisionError("a fault of ours")
        return super().read_report(report)


TEXTS = ("The two sides met in Astana.", "STUMBLE", "The two sides agreed to open a railway.")


def test_a_report_over_which_the_reader_stumbles_costs_only_itself():
    reports = [Report(text=text) for text in TEXTS]
    lost = []
    readings = list(Stumbling().read_many(reports, on_fault=lambda *fault: lost.append(fault)))
    assert [one.report for one in readings] == [reports[0], reports[2]]
    assert [(report, type(error)) for report, error in lost] == [(reports[1], ZeroDivisionError)]


def test_without_anyone_to_tell_it_is_raised_in_its_turn():
    readings = Stumbling().read_many(Report(text=text) for text in TEXTS)
    assert next(readings).report.text == TEXTS[0]
    with pytest.raises(ZeroDivisionError):
        next(readings)


def test_errors_survive_the_way_between_processes():
    for error in (UnreadableInput("a.txt", "it is gone"), EmptyInput("", "b"), CodebookError([("f", 1, "wrong")])):
        back = pickle.loads(pickle.dumps(error))
        assert (type(back), str(back)) == (type(error), str(error))

    class Local(Exception):
        pass

    assert str(_portable(Local("why"))) == "Local: why"


PARALLEL = """
import sys, time
import communique
from communique.read import many, reader

class Stumbling(reader.Reader):
    def read_report(self, report):
        if "STUMBLE" in report.text:
            raise ZeroDivisionError("a fault of ours")
        if "SLEEP" in report.text:
            print("sleeping", flush=True)
            time.sleep(60)
        return super().read_report(report)

reader.Reader = Stumbling

def main():
    texts = {texts}
    lost = []
    found = Stumbling().read_many((communique.Report(text=t) for t in texts), 2, lambda r, e: lost.append((r.text, repr(e))))
    print([one.report.text for one in found], lost)

if __name__ == "__main__":
    main()
"""


def start(folder, texts):
    file = folder / "script.py"
    file.write_text(PARALLEL.replace("{texts}", repr(texts)))
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    return subprocess.Popen(
        [sys.executable, file],
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=heeding,
    )


@pytest.mark.slow
def test_nor_does_it_stop_several_processes(tmp_path):
    out, err = start(tmp_path, list(TEXTS)).communicate(timeout=120)
    assert out.strip() == f"{[TEXTS[0], TEXTS[2]]} {[('STUMBLE', repr(ZeroDivisionError('a fault of ours')))]}", err


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
def test_processes_end_with_the_one_that_started_them(tmp_path):
    started = start(tmp_path, ["SLEEP"])
    assert started.stdout.readline() == "sleeping\n"
    started.send_signal(signal.SIGKILL)
    started.wait()
    begun = time.monotonic()
    started.stdout.read()  # ends when the last process that could write to it has ended
    assert time.monotonic() - begun < 20


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is sent otherwise on Windows")
def test_ctrl_c_waits_for_no_report_that_is_being_read(tmp_path):
    started = start(tmp_path, ["SLEEP"])
    assert started.stdout.readline() == "sleeping\n"
    begun = time.monotonic()
    started.send_signal(signal.SIGINT)
    _, err = started.communicate(timeout=60)
    assert time.monotonic() - begun < 20
    assert err.count("Traceback") == 1  # the script's own, of the process that was interrupted
    assert "KeyboardInterrupt" in err
