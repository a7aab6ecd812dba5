"""Many small questions of one kind in one query: what is asked for each of some rows is given as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, TextClause, text


def of_each(connection: Connection, query: str, rows: Sequence[Sequence[str]], **asked: Any) -> list[Any]:
    """The answer to ``query`` for each of ``rows``, in their order.

    The query is the columns asked for, as SQL, in which a row's values are ``given.v0``, ``given.v1`` and so on; its other
    parameters are ``asked``.
    """
    if not rows:
        return []
    whole = _whole(query, len(rows[0]), connection.dialect.name)
    return list(connection.execute(whole, {"given": json.dumps(rows, ensure_ascii=False), **asked}).all())


@cache
def _whole(query: str, size: int, dialect: str) -> TextClause:
    if dialect == "sqlite":
        values = ", ".join(f"json_extract(value, '$[{at}]') AS v{at}" for at in range(size))
        rows = f"SELECT key AS number, {values} FROM json_each(:given)"  # noqa: S608 - our own names
    else:
        values = ", ".join(f"value ->> {at} AS v{at}" for at in range(size))
        each = "json_array_elements(CAST(:given AS json)) WITH ORDINALITY AS one(value, number)"
        rows = f"SELECT number, {values} FROM {each}"  # noqa: S608
    return text(f"SELECT {query} FROM ({rows}) AS given ORDER BY given.number")  # noqa: S608
