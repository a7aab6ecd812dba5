"""The steps of threads in the database: of one, or of many."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlalchemy import Connection, select, text

from communique.ledger.commitments import ThreadStep
from communique.ledger.store import schema

_OF_ONE = text("SELECT body FROM step WHERE thread = :thread ORDER BY date, no")
"""As text: to make sure each time that it is the same query takes as long as it."""


def steps_of(connection: Connection, thread: str) -> list[ThreadStep]:
    """The steps of a thread, in their order."""
    return [_step(body) for body in connection.scalars(_OF_ONE, {"thread": thread})]


def steps_of_all(connection: Connection, threads: Sequence[str]) -> dict[str, list[ThreadStep]]:
    """The steps of these threads, each in their order."""
    table = schema.step
    query = select(table.c.thread, table.c.body).where(table.c.thread.in_(threads))
    found: dict[str, list[ThreadStep]] = {}
    for thread, body in connection.execute(query.order_by(table.c.thread, table.c.date, table.c.no)):
        found.setdefault(thread, []).append(_step(body))
    return found


def _step(body: str) -> ThreadStep:
    plain, _ = json.loads(body)
    return ThreadStep.made(plain)
