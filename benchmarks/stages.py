"""Where the reader's time goes: its stages' functions are wrapped with a clock for one run, by name.

A profiler would make Python look dearer than the compiled parse. A function that is gone is left out; time outside of
all of them is "the rest", so that the shares always add up.
"""

from __future__ import annotations

import importlib
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

STAGES: tuple[tuple[str, str, str], ...] = (
    ("layout", "communique.read.layout", "lay_out"),
    ("sentences", "communique.read.sentences", "units"),
    ("names", "communique.read.analyse", "Lexicon.chunks"),
    ("actors", "communique.read.analyse", "_find_actors"),
    ("anchor", "communique.read.analyse", "find_anchor"),
    ("parse", "communique.read.analyse", "_parse"),
    ("discourse", "communique.read.analyse", "settle"),
    ("domain", "communique.read.domain", "is_diplomatic"),
    ("statements", "communique.read.statements", "statements"),
    ("engagements", "communique.read.engagements", "engagements"),
    ("positions", "communique.read.positions", "positions"),
    ("relations", "communique.read.relations", "relations"),
    ("references", "communique.read.references", "references"),
    ("outcomes", "communique.read.outcomes", "outcomes"),
    ("records", "communique.read.reader", "_record"),
)
"""Stage, module that calls it, and the name it calls it by (or class and method). None lies inside another."""


@contextmanager
def _clocked(module_name: str, name: str, add: Callable[[float], None]) -> Iterator[bool]:
    """Put a clock round a function for a while; False where there is none of that name."""
    try:
        owner: Any = importlib.import_module(module_name)
        *classes, name = name.split(".")
        for part in classes:
            owner = getattr(owner, part)
        original = getattr(owner, name)
    except (ImportError, AttributeError):
        yield False
        return

    def clocked(*args: Any, **kwargs: Any) -> Any:
        start = time.perf_counter()
        try:
            return original(*args, **kwargs)
        finally:
            add(time.perf_counter() - start)

    setattr(owner, name, clocked)
    try:
        yield True
    finally:
        setattr(owner, name, original)


def stage_shares(read: Callable[[], object], stages: tuple[tuple[str, str, str], ...] = STAGES) -> dict[str, float]:
    """The share of the time of ``read`` that each stage takes."""
    seconds: dict[str, float] = {}
    with ExitStack() as stack:
        for stage, module, name in stages:

            def add(spent: float, stage: str = stage) -> None:
                seconds[stage] += spent

            if stack.enter_context(_clocked(module, name, add)):
                seconds[stage] = 0.0
        start = time.perf_counter()
        read()
        whole = time.perf_counter() - start
    shares = {stage: spent / whole for stage, spent in seconds.items()}
    return {**shares, "the rest": max(0.0, 1 - sum(shares.values()))}
