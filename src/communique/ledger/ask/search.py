"""Search: full text over reports and records, with filters, the best first, what was found marked."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any, Literal, get_args

from sqlalchemy import Connection, TextClause, text

from communique.errors import BadQuery
from communique.ledger.ask.dates import Span, span
from communique.ledger.ask.parties import resolve
from communique.ledger.ask.reports import sources
from communique.ledger.ask.rows import Hit
from communique.ledger.rows import Rows
from communique.ledger.store.bodies import dated, plain
from communique.records import ACTS, LAYERS, TOPICS, Evidence

OPEN, CLOSE = "\u2039", "\u203a"
"""The marks around what was found, in a snippet."""
RANKED = 2000
"""So many of the latest matches are ranked: of words that stand in nearly every report, the oldest are left out."""

_PART = re.compile(r'(-)?(?:"([^"]*)"|(\S+))')


@dataclass(frozen=True)
class Filters:
    """What hits must be; None: anything."""

    country: str | None = None
    holder: str | None = None
    act: str | None = None
    topic: str | None = None
    layer: str | None = None
    since: str | None = None
    until: str | None = None

    @property
    def of_records(self) -> bool:
        """Whether records are asked for, not reports."""
        return any((self.holder, self.act, self.topic, self.layer))


def search(connection: Connection, words: str, filters: Filters, *, limit: int) -> Rows[Hit]:
    """See ``Questions.search``. Raises ``BadQuery`` where nothing can be searched for."""
    tags = _tags(connection, filters)
    dates = span(filters.since, filters.until)
    kind = "record" if filters.of_records else "report"
    asked: dict[str, Any] = {"ranked": RANKED, "limit": limit or RANKED, "first": dates.first or "",
                             "after": dates.after or "~"}  # fmt: skip
    if connection.dialect.name == "sqlite":
        wanted, unwanted = _fts5(words)
        if not wanted and not tags:
            raise BadQuery(_NOTHING)
        columns = "{title text}" if kind == "report" else "words"
        asked["words"] = f"{columns} : ({wanted})"
        every = [*([asked["words"]] if wanted else []), *(f'tags : "{tag}"' for tag in tags)]
        every += [f"tags : ({' OR '.join(_years(dates))})"] if dates.after else []
        asked["query"] = f"({' AND '.join(every)})" + (f" NOT {columns} : ({unwanted})" if unwanted else "")
        query = _SQLITE[kind, _weighed(wanted, filters, dates)]
    else:
        asked["query"], asked["tags"] = _websearch(words, tags), " & ".join(tags)
        query = _POSTGRES[kind, bool(re.search(r"\w", words)), bool(tags)]
    found = connection.execute(query, asked).all()
    return Rows(_hits(connection, kind, found), len(found))


def _weighed(wanted: str, filters: Filters, dates: Span) -> _Weighed:
    """The words of a year and those of a layer stand in so many rows that to weigh once more takes less than to count these."""
    if not wanted:
        return "not"
    return "by the words" if dates.after or filters.layer else "as found"


def _tags(connection: Connection, filters: Filters) -> list[str]:
    for value, allowed, name in (
        (filters.act, ACTS, "act"), (filters.topic, TOPICS, "topic"), (filters.layer, LAYERS, "layer"),
    ):  # fmt: skip
        if value is not None and value not in allowed:
            raise BadQuery(f"there is no {name} {value!r}; there are: {', '.join(allowed)}")
    found = [f"party{resolve(connection, filters.country)}"] if filters.country else []
    found += [f"holder{resolve(connection, filters.holder)}"] if filters.holder else []
    found += [f"act{filters.act}"] if filters.act else []
    found += [f"tp{plain(filters.topic)}"] if filters.topic else []
    found += [f"ly{filters.layer}"] if filters.layer else []
    return [plain(tag).lower() for tag in found]


def _fts5(words: str) -> tuple[str, str]:
    """The user's words, and those not wanted, as queries of FTS5: each quoted, so that none is an operator but ours."""
    wanted: list[str] = []
    unwanted: list[str] = []
    either = False
    for minus, phrase, word in _PART.findall(words):
        if word == "OR" and wanted:
            either = True
            continue
        beginning = word.endswith("*") and len(word) > 1
        if not re.search(r"\w", phrase or word):
            continue
        quoted = '"' + (phrase or word.rstrip("*")).replace('"', "") + '"' + ("*" if beginning else "")
        if minus:
            unwanted.append(quoted)
        elif either:
            wanted[-1] = f"({wanted[-1]} OR {quoted})"
        else:
            wanted.append(quoted)
        either = False
    return " AND ".join(wanted), " OR ".join(unwanted)


def _years(dates: Span) -> list[str]:
    """The words (``bodies.dated``) of the years of a span that has an end: of whole centuries and decades, one each.

    Without them all that has the words would be looked at, from the latest back to the span.
    """
    assert dates.after
    at, last = int(dates.first[:4]) if dates.first else 0, int(dates.after[:4])
    found = [] if dates.first else [dated("")]
    while at <= last:
        size = next(size for size in (100, 10, 1) if at % size == 0 and at + size - 1 <= last)
        found.append(dated(f"{at:04}").split()[{100: 0, 10: 1, 1: 2}[size]])
        at += size
    return [f'"{word}"' for word in found]


def _websearch(words: str, tags: list[str]) -> str:
    if not re.search(r"\w", words) and not tags:
        raise BadQuery(_NOTHING)
    return words.replace("\0", " ")


_NOTHING = "say what to search for: at least one word, or a filter"


def _hits(connection: Connection, kind: str, found: list[Any] | Any) -> list[Hit]:
    cites = sources(connection, (row.report for row in found))
    hits = []
    for row in found:
        body = json.loads(row.body) if kind == "record" else {}
        hits.append(
            Hit(
                kind=kind,
                source=cites[row.report],
                record=row.id if kind == "record" else None,
                layer=row.layer if kind == "record" else None,
                date=row.date or None,
                act=body.get("act"),
                holders=tuple(body.get("holders") or ([body["holder"]] if "holder" in body else [])),
                snippet=" ".join(row.snippet.split()),
                rank=round(float(row.rank), 4),
                evidence=tuple(Evidence(**one) for one in body.get("evidence", ())),
            )
        )
    return hits


_Weighed = Literal["not", "as found", "by the words"]
"""How the latest matches are weighed on SQLite: not at all, where there are no words; as they are found, or once more."""


def _sqlite(kind: str, columns: str, snippet: str, weights: str, weighed: _Weighed) -> TextClause:
    """The latest matches, of them the best, of those the snippets.

    They are weighed by the words alone, not by what filters them: it weighs nothing where it stands in the same query,
    but in how many rows each word of that stands is counted first. ``+rowid`` keeps SQLite from asking the index once
    for each of the latest, and weighing the words each time anew.
    """
    rank = f"bm25({kind}_words, {weights})"
    again = f"""
        SELECT rowid AS no, {rank} AS rank FROM {kind}_words
        WHERE {kind}_words MATCH :words AND rowid >= (SELECT coalesce(min(no), {_NONE}) FROM latest)
          AND rowid <= (SELECT max(no) FROM latest) AND +rowid IN (SELECT no FROM latest)
    """  # noqa: S608 - our own names
    best = again if weighed == "by the words" else "SELECT no, rank FROM latest"
    return text(f"""
        WITH latest AS (
            SELECT {kind}_words.rowid AS no, {rank if weighed == "as found" else "0.0"} AS rank
            FROM {kind}_words CROSS JOIN {kind} ON {kind}.no = {kind}_words.rowid
            WHERE {kind}_words MATCH :query AND {kind}.current AND {kind}.date >= :first AND {kind}.date < :after
            ORDER BY {kind}_words.rowid DESC LIMIT :ranked
        ), best AS ({best} ORDER BY rank, no DESC LIMIT :limit)
        SELECT {columns}, best.rank AS rank,
               (SELECT snippet({kind}_words, {snippet}) FROM {kind}_words
                WHERE {kind}_words MATCH {":query" if weighed == "not" else ":words"} AND rowid = best.no) AS snippet
        FROM best JOIN {kind} ON {kind}.no = best.no ORDER BY best.rank, best.no DESC
    """)  # noqa: S608 - our own names


_NONE = 2**63 - 1
_RECORD = "record.id, record.report, record.layer, record.date, record.body"
_SQLITE = {
    (kind, weighed): _sqlite(kind, columns, snippet, weights, weighed)
    for kind, columns, snippet, weights in (
        ("report", "report.no AS report, report.date", f"-1, '{OPEN}', '{CLOSE}', ' … ', 24", "4.0, 1.0, 0"),
        ("record", _RECORD, f"0, '{OPEN}', '{CLOSE}', ' … ', 32", "1.0, 0"),
    )
    for weighed in get_args(_Weighed)
}


def _postgres(kind: str, columns: str, words: str, *, worded: bool, tagged: bool) -> TextClause:
    found = ["searched @@ query"] if worded else []
    found += ["searched @@ to_tsquery('simple', :tags)"] if tagged else []
    return text(f"""
        WITH asked AS (SELECT websearch_to_tsquery('english', :query) AS query), latest AS (
            SELECT no, ts_rank(searched, query) AS score FROM {kind}, asked
            WHERE {" AND ".join(found or ["false"])} AND current AND date >= :first AND date < :after
            ORDER BY no DESC LIMIT :ranked
        ), best AS (SELECT no, score FROM latest ORDER BY score DESC, no DESC LIMIT :limit)
        SELECT {columns}, -best.score AS rank, ts_headline('english', {words}, query,
               'StartSel={OPEN}, StopSel={CLOSE}, MaxWords=32, MinWords=12') AS snippet
        FROM best JOIN {kind} ON {kind}.no = best.no, asked ORDER BY best.score DESC, best.no DESC
    """)  # noqa: S608 - our own names


_POSTGRES = {
    (kind, worded, tagged): _postgres(kind, columns, words, worded=worded, tagged=tagged)
    for kind, columns, words in (
        ("report", "report.no AS report, report.date", "coalesce(report.title, '') || ' ' || report.text"),
        ("record", _RECORD, "record.words"),
    )
    for worded in (True, False)
    for tagged in (True, False)
}
