"""The command as a user has it, with the real reader."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "samples"
SEEDS = ROOT.parent / "shared" / "seeds"
TEXT = """Foreign ministers of Kazakhstan and Mongolia meet in Astana

ASTANA, May 20 (Steppe Herald) -- Foreign Minister Aidar Seitkali of Kazakhstan met with his Mongolian counterpart Bat \
Erdene here on Monday.

Seitkali said that Kazakhstan is ready to open a trade office in Ulaanbaatar, and asked Mongolia to simplify visas. The
two sides agreed to hold the third meeting of the intergovernmental commission in September.

Café notes 😀 中文: Mongolia firmly supports the Global Development Initiative, Bat Erdene said.
"""


def communique(*arguments, seed="0"):
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONHASHSEED": seed}
    done = subprocess.run(
        [sys.executable, "-m", "communique", *map(str, arguments)],
        capture_output=True, env=environment, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def check(out, texts):
    reports = {}
    for line in out.splitlines():
        record = json.loads(line)
        if record["record"] == "report":
            reports[record["id"]] = texts[record["path"]]
            continue
        assert record["rule"]
        for part in record["evidence"]:
            assert reports[record["report"]][part["start"] : part["end"]] == part["quote"]


@pytest.mark.slow
def test_records_with_valid_evidence_and_the_same_bytes_twice(tmp_path):
    file = tmp_path / "a.txt"
    file.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    (tmp_path / "a.meta.json").write_text('{"published": "2024-05-20", "outlet_country": "KAZ"}')
    out = communique("read", file, "-f", "jsonl", seed="1")
    assert out == communique("read", file, "-f", "jsonl", seed="2")
    kinds = {json.loads(line)["record"] for line in out.splitlines()}
    assert {"report", "engagement", "statement"} <= kinds
    check(out, {str(file): file.read_bytes().decode("utf-8-sig")})
    page = communique("read", file, "--explain", "--marked")
    assert "rule  " in page
    assert "words “" in page


@pytest.mark.slow
def test_the_samples_give_the_same_bytes_in_another_process():
    out = communique("read", SAMPLES, "-f", "jsonl", seed="1")
    assert out == communique("read", SAMPLES, "-f", "jsonl", seed="4242")
    check(out, {str(file): file.read_bytes().decode("utf-8-sig") for file in SAMPLES.glob("*.txt")})


@pytest.mark.slow
@pytest.mark.shared
@pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared is not there")
def test_the_seeds():
    out = communique("read", SEEDS, "-f", "jsonl", seed="1")
    assert out == communique("read", SEEDS, "-f", "jsonl", seed="2")
    check(out, {str(file): file.read_bytes().decode("utf-8-sig") for file in SEEDS.glob("*.txt")})
