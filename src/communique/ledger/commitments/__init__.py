"""Commitments: pledges, agreements, requests and planned engagements, followed through the reports.

``mentions`` takes what one report tells of undertakings, ``Linker`` follows them from report to report in threads,
``commitment`` makes a row of a thread, ``standings`` tells how it stood after each step, ``stretches`` from day to day, ``standing`` judges it as of a
date. ``follow`` does all of it in memory.
"""

from __future__ import annotations

from collections.abc import Sequence

from communique.ledger.commitments.answer import commitment, row_of, steps_of
from communique.ledger.commitments.linker import Linker
from communique.ledger.commitments.mention import Mention
from communique.ledger.commitments.mentions import mentions
from communique.ledger.commitments.standing import Standing, asked_last, judged, standing, with_lapse
from communique.ledger.commitments.steps import ThreadStep, step_body
from communique.ledger.commitments.stood import Stood, standings
from communique.ledger.commitments.store import NEWEST, Memory, Threads
from communique.ledger.commitments.stored import Stored, body_of
from communique.ledger.commitments.stretches import EVER, Stretch, stretches, stretches_of
from communique.ledger.commitments.thread import Thread
from communique.ledger.entry import Entry
from communique.ledger.rows import Commitment, Rows

__all__ = [
    "EVER", "NEWEST", "Linker", "Memory", "Mention", "Standing", "Stood", "Stored", "Stretch", "Thread", "ThreadStep", "Threads",
    "asked_last", "body_of", "commitment", "follow", "judged", "mentions", "row_of", "standing", "standings", "step_body", "steps_of",
    "stretches", "stretches_of", "with_lapse",
]  # fmt: skip


def follow(entries: Sequence[Entry], a: str, b: str) -> Rows[Commitment]:
    """The commitments between ``a`` and ``b`` in ``entries``, which stand in their order."""
    bucket = "|".join(sorted((a, b)))
    threads = Memory()
    linker = Linker(threads)
    for entry in entries:
        linker.take(one for one in mentions(entry) if one.bucket == bucket)
    return Rows(commitment(thread) for thread in threads.all())
