"""Wording: the formulas on an issue or with a phrase in them."""

from __future__ import annotations

import re
from operator import itemgetter
from typing import Any

from pydantic_core import from_json
from sqlalchemy import Connection, Integer, Select, Subquery, column, func, select, text

from communique.errors import BadQuery
from communique.ledger.ask.dates import end_of
from communique.ledger.ask.parties import resolve
from communique.ledger.rows import Rows, Use, Wording
from communique.ledger.store import schema
from communique.ledger.store.bodies import made
from communique.ledger.wording import saying

_MOST = 3000
"""So many records with a phrase, the latest, are looked at."""
_TABLE = schema.formula


def wording(
    connection: Connection,
    phrase: str | None,
    *,
    holder: str | None,
    issue: str | None,
    counterpart: str | None,
    as_of: str | None,
    limit: int,
) -> Rows[Wording]:
    """See ``Questions.wording``. Raises ``BadQuery`` where nothing is asked."""
    if not any((phrase, holder, issue)):
        raise BadQuery("name a phrase, a holder or an issue")
    own = resolve(connection, holder) if holder else None
    other = resolve(connection, counterpart) if counterpart else None
    where: list[Any] = [_TABLE.c.holder == own] if own else []
    if issue:
        where.append(_TABLE.c.issue == issue)
    if other:
        where.append(_TABLE.c.counterpart == other)
    if own and other:  # what is said to one other is in the bucket of the two: without it, all of a holder's is read
        where.append(_TABLE.c.bucket == "|".join(sorted((own, other))))
    if as_of:
        where.append(_TABLE.c.date < end_of(as_of))
    query = select(_TABLE.c.date, _TABLE.c.report, _TABLE.c.n, _TABLE.c.body).where(*where)
    if phrase:
        rows = _with_phrase(connection, query, phrase)
        return Rows((made(Wording, row.body) for row in (rows[-limit:] if limit else rows)), len(rows))
    total = connection.scalar(select(func.count()).select_from(_TABLE).where(*where)) or 0
    newest = query.order_by(_TABLE.c.date.desc(), _TABLE.c.report.desc(), _TABLE.c.n.desc()).limit(limit or None)
    found = [made(Wording, row.body) for row in connection.execute(newest)]
    return Rows(reversed(found), total)


def uses(connection: Connection, phrase: str, *, issue: str | None, as_of: str | None, limit: int) -> Rows[Use]:
    """See ``Questions.uses``."""
    where: list[Any] = [_TABLE.c.issue == issue] if issue else []
    if as_of:
        where.append(_TABLE.c.date < end_of(as_of))
    columns = (_TABLE.c.date, _TABLE.c.report, _TABLE.c.n, _TABLE.c.holder, _TABLE.c.issue, _TABLE.c.counterpart)
    groups: dict[tuple[str, str], list[Any]] = {}
    for row in _with_phrase(connection, select(*columns, _TABLE.c.body).where(*where), phrase):
        groups.setdefault((row.holder, row.issue), []).append(row)
    found = [
        Use(
            holder, about, some[0].date or None, some[-1].date or None, len({row.report for row in some}),
            tuple(sorted({row.counterpart for row in some if row.counterpart})),
        )
        for (holder, about), some in groups.items()
    ]  # fmt: skip
    return Rows(found[:limit] if limit else found, len(found))


def _with_phrase(connection: Connection, query: Select[Any], phrase: str) -> list[Any]:
    """The formulas of ``query`` with the phrase in them, oldest first."""
    if not re.search(r"\w", phrase):
        raise BadQuery(f"the phrase {phrase!r} has no words")
    if connection.dialect.name == "sqlite":
        words = " ".join(re.findall(r"\w+", phrase))
        tags = "lyposition OR lyrelation"  # what formulas are of
        asked = {"query": f'words : "{words}" AND tags : ({tags})', "most": _MOST}
    else:
        asked = {"query": phrase, "most": _MOST}
    told = _TOLD[connection.dialect.name]
    rows: list[Any] = []
    said = saying(phrase)
    known: dict[str, bool] = {}  # the same formula is told again and again
    for row in connection.execute(query.join(told, told.c.no == _TABLE.c.record), asked).all():
        found = _FORMULA.search(row.body)
        formula = found[1] if found else '""'
        if formula not in known:
            known[formula] = said(from_json(formula))
        if known[formula]:
            rows.append(row)
    rows.sort(key=itemgetter(0, 1, 2))  # the date, the report, the place in it
    return rows


_FORMULA = re.compile(r'"formula":("[^"\\]*(?:\\.[^"\\]*)*")')
"""A field of a body. Within a text a quotation mark has a stroke before it, so no text looks like it."""


def _told(query: str) -> Subquery:
    """The latest records of formulas with some words in them."""
    latest = f"{query} ORDER BY no DESC LIMIT :most"
    return text(latest).columns(column("no", Integer)).subquery("told")


_TOLD = {
    "sqlite": _told(
        "SELECT rowid AS no FROM record_words WHERE record_words MATCH :query "
        "AND EXISTS (SELECT 1 FROM formula WHERE formula.record = record_words.rowid)"
    ),
    "postgresql": _told(
        "SELECT no FROM record WHERE searched @@ phraseto_tsquery('english', :query) "
        "AND EXISTS (SELECT 1 FROM formula WHERE formula.record = record.no)"
    ),
}
