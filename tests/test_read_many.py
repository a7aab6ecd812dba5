"""Reports on several processes: the same readings, in order; no script that waits for ever."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

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
