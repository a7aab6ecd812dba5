"""The texts that we have, in groups: seeds, worked-on, held-out, own samples, and what else is given.

``../shared`` may lie beside the repository or be named by the environment variable COMMUNIQUE_SHARED.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools import ROOT

SEEDS, WORKED_ON, HELD_OUT, SAMPLES, EXTRA = "seeds", "worked-on", "held-out", "own samples", "extra"
GROUPS = (SEEDS, WORKED_ON, HELD_OUT, SAMPLES)
_SUFFIXES = frozenset({".txt", ".md", ".html", ".htm"})
_NO_REPORTS = frozenset({"readme", "license", "notice", "sources"})


@dataclass(frozen=True)
class Text:
    """One text: its file, its gold where there is some, and its group."""

    path: Path
    gold: Path | None
    group: str

    @property
    def name(self) -> str:
        """The file's name without its suffix: what gold and lists of held-out reports call it."""
        return self.path.stem


def shared_folder(root: Path = ROOT) -> Path | None:
    """The folder of shared texts, or None where it is not there."""
    folder = Path(os.environ.get("COMMUNIQUE_SHARED") or root.parent / "shared")
    return folder if (folder / "gold").is_dir() else None


def held_out_names(root: Path = ROOT) -> frozenset[str]:
    """The names of the reports that no rule may be made from."""
    listed = root / "benchmarks" / "heldout.txt"
    lines = listed.read_text(encoding="utf-8").splitlines() if listed.is_file() else []
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def all_texts(extra: Sequence[Path] = (), root: Path = ROOT) -> list[Text]:
    """All texts, each once: a sample that is a copy of a shared text counts as the shared one."""
    return list(_once(_walk(extra, root)))


def groups(root: Path = ROOT) -> dict[str, list[Text]]:
    """The texts with gold by group.

    The group of own samples is the same with and without ``../shared``: all samples with gold that are not held out.
    """
    found: dict[str, list[Text]] = {group: [] for group in GROUPS}
    for text in _walk((), root):
        names = {other.name for other in found[text.group]}
        if text.gold is not None and text.name not in names:
            found[text.group].append(text)
    return found


def fingerprint(texts: Iterable[Text]) -> str:
    """A mark of the texts and their gold: figures are only comparable where it is the same."""
    digest = hashlib.sha256()
    for text in sorted(texts, key=lambda text: text.name):
        digest.update(text.name.encode())
        for path in (text.path, text.gold):
            digest.update(hashlib.sha256(path.read_bytes()).digest() if path else b"-")
    return digest.hexdigest()[:16]


def _walk(extra: Sequence[Path], root: Path) -> Iterator[Text]:
    held_out = held_out_names(root)
    shared = shared_folder(root)
    places = [(root / "samples", SAMPLES), *((folder, EXTRA) for folder in extra)]
    if shared is not None:
        places = [(shared / "seeds", SEEDS), (shared / "texts", WORKED_ON), *places]
    for folder, group in places:
        for path in _files(folder):
            yield Text(path, _gold_of(path, folder, shared), HELD_OUT if path.stem in held_out else group)


def _files(folder: Path) -> Iterator[Path]:
    if folder.is_file():
        yield folder
        return
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        is_text = path.suffix.lower() in _SUFFIXES and path.stem.lower() not in _NO_REPORTS
        if path.is_file() and is_text and not hidden:
            yield path


def _gold_of(path: Path, folder: Path, shared: Path | None) -> Path | None:
    """The gold of a text: in a folder `gold` beside it or in its collection, a file beside it, or the shared one."""
    name = f"{path.stem}.json"
    places = [path.parent / "gold" / name, folder / "gold" / name, path.parent.parent / "gold" / name]
    if shared is not None and folder.parent == shared:
        places = [shared / "gold" / name]
    return next((place for place in [*places, path.with_name(name)] if place.is_file()), None)


def _once(texts: Iterable[Text]) -> Iterator[Text]:
    seen: set[tuple[str, bytes]] = set()
    for text in texts:
        mark = (text.name, hashlib.sha256(text.path.read_bytes()).digest())
        if mark not in seen:
            seen.add(mark)
            yield text
