"""Starting what draws before anybody waits for it."""

from __future__ import annotations

import gc
import threading

from communique.ledger.ask.rows import Cell, Occasion, Tally
from communique.ledger.rows import Rung, Wording
from communique.web.charts.commitments import tally_chart
from communique.web.charts.engagements import engagements_chart
from communique.web.charts.ladder import ladder_chart
from communique.web.charts.positions import positions_heatmap
from communique.web.charts.wording import wording_chart


def warm() -> threading.Thread:
    """Draw one chart of each kind, in a thread of its own: the first ones of a process take two or three seconds.

    What is loaded by then stays for as long as the process does: Python looks through it no more for circles to free.
    """
    thread = threading.Thread(target=_warm, name="charts", daemon=True)
    thread.start()
    return thread


def _warm() -> None:
    _draw()
    gc.collect()
    gc.freeze()


def _draw() -> None:
    tally_chart([Tally("pledge", "stated", 1, 0)])
    engagements_chart([Occasion("2024-05-20", None, "call", "held", None, ("A", "B"), (), None, None, ())])
    rungs = [
        Rung("2024", label, "upgraded", ("A",), "", None, None, tier, ())
        for label, tier in (("x", "A 1/2"), ("y", None))
    ]
    ladder_chart(rungs, "A", "B")
    wording_chart([Wording("2024", "", None, "A", "x", None, "support", "x", "first", ())])
    positions_heatmap([Cell("A", "x", "support", None, "2024", None, 1, "", None, "x", ())])
