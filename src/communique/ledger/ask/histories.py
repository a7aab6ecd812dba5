"""The histories of commitments: all of their steps, or of long ones the first and the newest."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic_core import from_json
from sqlalchemy import Connection, TextClause, select, text

from communique.ledger.commitments import Stood
from communique.ledger.store import schema

HISTORY = 12
"""So many steps of a commitment are shown in lists: the first, and the newest others. Nobody reads more of each."""
LEAST = 2
"""The first and the last are always shown."""


@dataclass(frozen=True)
class History:
    """The ``steps`` that are shown, each as its values; of how many; and how they leave the commitment."""

    steps: Sequence[Sequence[Any]]
    number: int
    now: Stood


def histories(connection: Connection, threads: Collection[str], end: str, most: int) -> dict[str, History]:
    """The histories of threads, by the reports dated before ``end``; ``most`` steps of each (0: all).

    The first and the last sure step are among them. By then the threads must have begun.
    """
    if not threads:
        return {}
    most = max(most, LEAST) if most else 0
    found = {thread: _history(rows, most) for thread, rows in _rows(connection, threads, end, most).items()}
    unsure = [thread for thread, history in found.items() if not _is_told(history)]
    for thread, rows in (_rows(connection, unsure, end, 0) if unsure else {}).items():
        found[thread] = _with_last_sure(rows, most)
    return found


def whole(
    connection: Connection, threads: Collection[str], end: str, on: Collection[str] | None = None
) -> dict[str, list[Sequence[Any]]]:
    """All steps of threads by the reports dated before ``end``, or of those of the days ``on`` alone, each as its values."""
    table = schema.step
    where = [table.c.thread.in_(threads), table.c.date < end, *([table.c.date.in_(on)] if on is not None else [])]
    query = select(table.c.thread, table.c.body).where(*where).order_by(table.c.thread, table.c.date, table.c.no)
    found: dict[str, list[Sequence[Any]]] = {}
    for thread, body in connection.execute(query).all():
        found.setdefault(thread, []).append(from_json(body)[0])
    return found


_Rows = dict[int, str]
"""The bodies of the steps of a thread, by their place in it."""


def _rows(connection: Connection, threads: Collection[str], end: str, most: int) -> dict[str, _Rows]:
    """Those of each thread: the first, and so many others, the newest; a few more where some are of one date."""
    asked = {"given": json.dumps(list(threads)), "end": end, **({"older": most - 2} if most else {})}
    found: dict[str, _Rows] = {}
    for thread, no, body in connection.execute(_query(connection.dialect.name, whole=not most), asked).all():
        found.setdefault(thread, {})[no] = body
    return found


@cache
def _query(dialect: str, *, whole: bool) -> TextClause:
    """As text: to make sure each time that it is the same query takes as long as it."""
    each = (
        "json_each(:given)" if dialect == "sqlite" else "json_array_elements_text(CAST(:given AS json)) AS one(value)"
    )
    rows = f"SELECT step.thread, step.no, step.body FROM {each} CROSS JOIN step WHERE step.thread = value"  # noqa: S608
    if whole:
        return text(f"{rows} AND step.date < :end")
    newest = (
        "SELECT older.date FROM step AS older WHERE older.thread = value AND older.date < :end "
        "ORDER BY older.date DESC, older.no DESC LIMIT 1 OFFSET :older"
    )
    first = "SELECT min(older.date) FROM step AS older WHERE older.thread = value"
    return text(
        f"{rows} AND step.date < :end AND step.date >= coalesce(({newest}), '') "
        f"UNION ALL {rows} AND step.date = ({first}) AND step.no = 0"
    )


def _history(rows: _Rows, most: int) -> History:
    """The first and the newest of these."""
    places = sorted(rows)
    kept = [places[0], *places[1:][-(most - 1) :]] if most else places
    made = from_json(f"[{','.join([rows[no] for no in kept])}]")
    return History([step for step, _ in made], places[-1] + 1, _stood(made[-1][1]))


def _stood(plain: list[Any]) -> Stood:
    return Stood._make(plain)


_SURE = 5
"""The place of ``ThreadStep.sure`` among its values."""


def _is_told(history: History) -> bool:
    """Whether the last sure step is among those that are shown."""
    return history.number == len(history.steps) or any(step[_SURE] for step in history.steps[1:])


def _with_last_sure(rows: _Rows, most: int) -> History:
    """The first step, the last sure one, and the newest that are left open."""
    whole = _history(rows, 0)
    last = max(no for no, step in enumerate(whole.steps) if step[_SURE])
    shown = sorted({0, last, *range(whole.number - most + 2, whole.number)})
    return History([whole.steps[no] for no in shown], whole.number, whole.now)
