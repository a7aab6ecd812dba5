"""Write the genre's weights anew from the samples: `python -m tools.weights` (codebook, `genre_weights`).

A stem weighs by how many of the texts have it in lower case: 0.1 where nearly all do, 1 (and no entry) where one does.
"""

from __future__ import annotations

import math
import sys
from collections import Counter, defaultdict
from pathlib import Path

import yaml

from communique.ledger.lexicon import words_in
from tools import ROOT

SAMPLES = ROOT / "samples"
FILE = ROOT / "src" / "communique" / "codebook" / "genre_weights.yaml"
HEAD = "# How much a stem tells, by how many of the samples have it (tools/weights.py). A stem in no entry weighs 1.\n"


def weights(texts: list[str]) -> dict[float, list[str]]:
    """The stems of each weight, sorted."""
    having: Counter[str] = Counter()
    for text in texts:
        having.update({word.stem for word in words_in(text) if not word.number and word.written[0].islower()})
    bands: dict[float, list[str]] = defaultdict(list)
    for stem, count in sorted(having.items()):
        if count > 1:
            bands[max(0.1, round(math.log(len(texts) / count) / math.log(len(texts)), 1))].append(stem)
    return dict(sorted(bands.items()))


def written(bands: dict[float, list[str]]) -> str:
    """The codebook file."""
    entries = {f"w{round(weight * 10):02d}": {"weight": weight, "stems": stems} for weight, stems in bands.items()}
    return HEAD + yaml.safe_dump({"genre_weights": entries}, default_flow_style=None, width=150, sort_keys=False)


def main(folder: Path = SAMPLES) -> int:
    """Write the file."""
    texts = [path.read_text(encoding="utf-8-sig") for path in sorted(folder.rglob("*.txt"))]
    FILE.write_text(written(weights(texts)), encoding="utf-8")
    print(f"{len(texts)} texts: {FILE.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
