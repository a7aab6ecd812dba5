"""In which form the derived rows of a ledger are, and how far a making of all of them anew has come.

Made anew they are in pieces, each whole in itself: first what is kept beside the records, report after report, then
bucket after bucket. Whatever stops it, the next one goes on where it stopped.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, Select, delete, insert, literal, select, true, union, update

from communique.errors import LedgerOutdated
from communique.ledger.form import form_now, readable
from communique.ledger.store import schema
from communique.ledger.store.engine import reading, shown

_ROW = 1
"""There is one row."""
_OUTDATED = (
    "its commitments, ladders, positions and wordings were derived by another version of communique; "
    "derive them anew with: communique rebuild"
)


@dataclass(frozen=True)
class Making:
    """``form`` of the derived rows ('': of a time before forms); ``to``: in which they are being made anew, or None.

    ``upto``: the number of the last report whose rows beside its records have been; None where all have.
    """

    form: str
    to: str | None
    upto: int | None


def making(connection: Connection) -> Making:
    """How it stands. A ledger in which nothing was ever derived is of today's form."""
    return _making(connection) or Making(form_now(), None, None)


def _making(connection: Connection) -> Making | None:
    table = schema.form
    row = connection.execute(select(table.c.form, table.c.made_to, table.c.upto)).first()
    return Making(row.form, row.made_to, row.upto) if row is not None else None


@contextmanager
def derived(engine: Engine) -> Iterator[Connection]:
    """A connection that sees one state of the ledger, to read what is derived.

    Raises ``LedgerOutdated`` where that is of a form which cannot be read.
    """
    with reading(engine) as connection:
        now = _making(connection)
        if now is not None and not readable(now.form):
            raise LedgerOutdated(shown(engine.url), _OUTDATED)
        yield connection


def is_outdated(connection: Connection) -> bool:
    """Whether the derived rows are not what would be derived today, or are just being made so."""
    now = making(connection)
    return now.to is not None or now.form != form_now()


def see_to_it(connection: Connection) -> Making:
    """Begin to make all anew where the derived rows are of another form, or a making of another was begun."""
    now, wanted = _making(connection), form_now()
    if now is None:
        connection.execute(insert(schema.form), {"no": _ROW, "form": wanted, "made_to": None, "upto": None})
        return Making(wanted, None, None)
    return now if (now.to or now.form) == wanted else begin(connection)


def begin(connection: Connection) -> Making:
    """Note that all is to be made anew: nothing is dropped yet."""
    now = Making(making(connection).form, form_now(), -1)
    connection.execute(delete(schema.form))
    connection.execute(insert(schema.form), {"no": _ROW, "form": now.form, "made_to": now.to, "upto": now.upto})
    dirty, columns = schema.dirty, ("bucket", "first_date", "first_report", "whole")
    connection.execute(delete(dirty))
    keys = _buckets().subquery()
    every = select(keys.c.bucket, literal(""), literal(""), true())
    connection.execute(insert(dirty).from_select(columns, every))
    return now


def _buckets() -> Select[tuple[str]]:
    """All that there are, or once were."""
    named = (schema.bucket.c.key, schema.bucket_report.c.bucket, schema.thread.c.bucket, schema.formula.c.bucket)
    found = union(*(select(one.label("bucket")) for one in named)).subquery()
    return select(found.c.bucket)


def advance(connection: Connection, upto: int | None) -> None:
    """Note how far the reports' rows have been made; None: to the last."""
    connection.execute(update(schema.form), {"upto": upto})


def finish(connection: Connection) -> None:
    """Note that all has been made."""
    table = schema.form
    connection.execute(update(table).where(table.c.made_to.is_not(None)).values(form=table.c.made_to, made_to=None))
