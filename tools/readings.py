"""Readings of many texts by one revision of the tree, made in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tools._read_texts import NO_READER

_CHILD = Path(__file__).with_name("_read_texts.py")


class ReadingError(Exception):
    """A revision could not be taken out or read with; the message is a sentence."""


@dataclass
class Reading:
    """What one revision made of one text."""

    text: str = ""
    records: list[dict[str, Any]] = field(default_factory=list)
    fault: str | None = None


def read_with(tree: Path, paths: Sequence[Path]) -> dict[Path, Reading] | None:
    """Read ``paths`` with the package in ``tree``/src; None where that has no reader."""
    environment = {**os.environ, "PYTHONPATH": str(tree / "src"), "PYTHONHASHSEED": "0"}
    asked = "".join(json.dumps(str(path.resolve())) + "\n" for path in paths)
    command = [sys.executable, "-P", str(_CHILD)]
    done = subprocess.run(  # noqa: S603 - our own child
        command, input=asked, capture_output=True, text=True, env=environment, cwd=tree, check=False
    )
    if done.returncode == NO_READER:
        return None
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise ReadingError(f"reading with {tree} ended with exit code {done.returncode}: {last}")
    first, *lines = done.stdout.splitlines()
    used = Path(json.loads(first)["reader"]).resolve()
    if not used.is_relative_to(tree.resolve()):
        if not (tree / "src" / "communique" / "read").exists():
            return None  # an installed one answered for a revision that has none
        raise ReadingError(f"the reader of {used} was used instead of the one in {tree}")
    told = [json.loads(line) for line in lines]
    return {Path(one.pop("path")): Reading(**one) for one in told}


@contextmanager
def revision(root: Path, name: str) -> Iterator[Path]:
    """The tree of a revision, taken out into a temporary folder for as long as it is needed."""
    commit = _git(root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    with tempfile.TemporaryDirectory(prefix="communique-base-") as folder:
        tree = Path(folder) / "tree"
        _git(root, "worktree", "add", "--detach", "--quiet", str(tree), commit)
        try:
            yield tree
        finally:
            _git(root, "worktree", "remove", "--force", str(tree))


def _git(root: Path, *arguments: str) -> str:
    done = subprocess.run(  # noqa: S603 - git, with arguments of ours
        ["git", "-C", str(root), *arguments],  # noqa: S607
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        reason = done.stderr.strip() or "no such revision"
        raise ReadingError(f"git {' '.join(arguments)}: {reason}")
    return done.stdout.strip()
