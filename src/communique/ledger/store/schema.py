"""The tables. What must never be lost: ``report``, ``correction`` and ``merging``. All else can be made again.

Dates are ISO prefixes as text ('' where there is none): they sort as they should, and their length is their precision.
``no`` numbers rows in the order in which they came; ids are derived from content. Bodies are JSON.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
    text,
)
from sqlalchemy import Text as AnyText

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Text = AnyText().with_variant(AnyText(collation="C"), "postgresql")
"""Text that sorts by code point on both: dates, ids and orders depend on it."""
_Number = BigInteger().with_variant(Integer(), "sqlite")

report = Table(
    "report",
    metadata,
    Column("no", _Number, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False),
    Column("page", Text, nullable=False),  # its address, or where it lies: what a new version is a version of
    Column("path", Text),
    Column("title", Text),
    Column("outlet", Text),
    Column("outlet_country", Text),
    Column("published", Text),
    Column("url", Text),
    Column("language", Text),
    Column("date", Text, nullable=False),
    Column("dateline", Text),
    Column("text", Text, nullable=False),
    Column("reading", Text, nullable=False),  # by which reader and codebook it was read
    Column("open_count", Integer, nullable=False),
    Column("faults", Text, nullable=False),
    Column("sides", Text, nullable=False),  # "CHN|KAZ": whose dealings it is about
    Column("tags", Text, nullable=False),  # its parties as words: what search filters by
    Column("current", Boolean, nullable=False),  # False: there is a newer version of the page
    Column("supersedes", Text),  # the id of the version that was the newest before it; a page may go back and forth
    UniqueConstraint("id"),
    Index(None, "page"),
    Index("ix_report_newest", "page", unique=True, sqlite_where=text("current = 1"), postgresql_where=text("current")),
    Index(None, "path", postgresql_using="hash"),  # of any length
    Index(None, "date", "id"),
    Index("ix_report_listed", "outlet_country", "current", "date", "id"),
    Index(
        "ix_report_current", "date", "id", "current", sqlite_where=text("current = 1"), postgresql_where=text("current")
    ),
    Index(None, "sides", "date"),
)

filed = Table(  # how many reports there are of a day (or month, or year; '': undated), older versions of pages left out
    "filed",
    metadata,
    Column("date", Text, nullable=False),
    Column("reports", Integer, nullable=False),
    PrimaryKeyConstraint("date"),
    sqlite_with_rowid=False,
)

record = Table(
    "record",
    metadata,
    Column("no", _Number, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False),
    Column("report", _Number, ForeignKey("report.no"), nullable=False),
    Column("layer", Text, nullable=False),
    Column("date", Text, nullable=False),  # when it was said, or took place
    Column("words", Text, nullable=False),  # the evidence's quotes: what search looks in
    Column("tags", Text, nullable=False),  # party, act, layer and topics as words: what search filters by
    Column("body", Text, nullable=False),
    Column("current", Boolean, nullable=False),
    Column("standing", Text),  # what people said of it; null: it is as the reader made it
    UniqueConstraint("id"),
    Index(None, "report"),
)

involved = Table(
    "involved",
    metadata,
    Column("code", Text, nullable=False),
    Column("layer", Text, nullable=False),
    Column("date", Text, nullable=False),
    Column("record", _Number, ForeignKey("record.no"), nullable=False),
    PrimaryKeyConstraint("code", "layer", "date", "record"),
    Index(None, "record"),
    sqlite_with_rowid=False,
)

together = Table(
    "together",
    metadata,
    Column("a", Text, nullable=False),
    Column("b", Text, nullable=False),
    Column("layer", Text, nullable=False),
    Column("date", Text, nullable=False),
    Column("record", _Number, ForeignKey("record.no"), nullable=False),
    PrimaryKeyConstraint("a", "b", "layer", "date", "record"),
    Index(None, "record"),
    sqlite_with_rowid=False,
)

occasion = Table(  # an engagement, however many reports tell of it
    "occasion",
    metadata,
    Column("a", Text, nullable=False),  # a row for every two parties, for each (b: ''), and for the whole (a: '' too)
    Column("b", Text, nullable=False),
    Column("date", Text, nullable=False),  # as its records': when it took place
    Column("id", Text, nullable=False),  # what its records have in common
    Column("told", Text, nullable=False),  # the date of the first report that tells of it
    Column("held", Text),  # and of the first that says it was held; null: it is only planned
    Column("parties", Text, nullable=False),  # "CHN|KAZ", of the whole
    PrimaryKeyConstraint("a", "b", "date", "id"),
    Index(None, "b", "a", "date", "held"),
    Index("ix_occasion_held", "a", "held", "date", sqlite_where=text("a = ''"), postgresql_where=text("a = ''")),
    sqlite_with_rowid=False,
)

met = Table(  # how many occasions that were held each party has, and every two (b: '' for each one)
    "met",
    metadata,
    Column("a", Text, nullable=False),
    Column("b", Text, nullable=False),
    Column("times", Integer, nullable=False),
    PrimaryKeyConstraint("a", "b"),
    Index(None, "b", "a", "times"),
    sqlite_with_rowid=False,
)

about = Table(  # the parties that a report's records are about, and every two (b: '' for each one)
    "about",
    metadata,
    Column("a", Text, nullable=False),
    Column("b", Text, nullable=False),
    Column("date", Text, nullable=False),  # the report's
    Column("report", _Number, ForeignKey("report.no"), nullable=False),
    Column("statements", Integer, nullable=False),
    PrimaryKeyConstraint("a", "b", "date", "report"),
    Index(None, "b", "a", "date", "statements"),
    Index(None, "report"),
    sqlite_with_rowid=False,
)

bucket = Table(  # two sides (or one, or more) whose undertakings and formulas are followed together
    "bucket",
    metadata,
    Column("key", Text, primary_key=True),
    Column("last_date", Text, nullable=False),
    Column("last_report", Text, nullable=False),  # how far it is derived, in the ledger's order of reports
    Column("lineages", Text, nullable=False),
)

bucket_report = Table(  # what each report has to say to a bucket
    "bucket_report",
    metadata,
    Column("bucket", Text, nullable=False),
    Column("date", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("report", _Number, ForeignKey("report.no"), nullable=False),
    Column("body", LargeBinary, nullable=False),  # its mentions and formulas, ready to be followed
    PrimaryKeyConstraint("bucket", "date", "id"),
    Index(None, "report"),
)

followed = Table(  # what each report changed in a bucket, so that it can be taken back
    "followed",
    metadata,
    Column("bucket", Text, nullable=False),
    Column("date", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("report", _Number, ForeignKey("report.no"), nullable=False),
    Column("undo", Text, nullable=False),
    PrimaryKeyConstraint("bucket", "date", "id"),
)

form = Table(  # in which form the derived rows are; there is one row
    "form",
    metadata,
    Column("no", Integer, primary_key=True, autoincrement=False),
    Column("form", Text, nullable=False),
    Column("made_to", Text),  # in which they are being made anew
    Column("upto", _Number),  # to which report's number what is kept beside the records is; null: all
)

dirty = Table(  # what reports have come to a bucket that its derived rows do not know of yet
    "dirty",
    metadata,
    Column("bucket", Text, primary_key=True),
    Column("first_date", Text, nullable=False),
    Column("first_report", Text, nullable=False),
    Column("whole", Boolean, nullable=False),  # all is to be derived anew, from the start
)

thread = Table(
    "thread",
    metadata,
    Column("id", Text, primary_key=True),
    Column("bucket", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("due", Text, nullable=False),
    Column("open", Boolean, nullable=False),  # neither done nor refused nor given up, by what is reported
    Column("first_date", Text, nullable=False),
    Column("last_date", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index(None, "bucket"),
    Index(None, "first_date"),
)

step = Table(  # of a thread, each with how it stood after that
    "step",
    metadata,
    Column("thread", Text, ForeignKey("thread.id"), nullable=False),
    Column("date", Text, nullable=False),  # of the report that tells it
    Column("no", Integer, nullable=False),  # its place among the steps of its thread
    Column("body", Text, nullable=False),
    PrimaryKeyConstraint("thread", "date", "no"),
    sqlite_with_rowid=False,
)

_WHOLE = "a = '' AND b = ''"
_DONE = text(f"{_WHOLE} AND state = 'done'")
standing = Table(  # how a thread stood from one change to the next, by the reports up to then; whose it is
    "standing",
    metadata,
    Column("a", Text, nullable=False),
    Column("b", Text, nullable=False),  # '' for the threads of one party, whoever the other is; '' in both: of all
    Column("last_date", Text, nullable=False),  # of the last report that tells of it
    Column("thread", Text, ForeignKey("thread.id"), nullable=False),
    Column("since", Text, nullable=False),
    Column("until", Text, nullable=False),  # "~": still
    Column("kind", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("due", Text, nullable=False),
    Column("open", Boolean, nullable=False),  # something is still to come of it, by what is reported
    PrimaryKeyConstraint("a", "b", "last_date", "thread", "since"),
    Index(
        "ix_standing_due", "a", "b", "due", "thread", "until", "open",
        sqlite_where=text("open = 1 AND due != ''"), postgresql_where=text("open AND due != ''"),
    ),
    Index(
        "ix_standing_awaited", "a", "b", text("substr(since, 1, 4)"), "until", "due", "open",
        sqlite_where=text(f"{_WHOLE} AND open = 1 AND due != ''"), postgresql_where=text(f"{_WHOLE} AND open AND due != ''"),
    ),
    Index("ix_standing_thread", "thread", "a", "b"),
    Index("ix_standing_stood", "a", "b", "until", "kind", "state", "open", "due", "since"),
    Index("ix_standing_done", "thread", "a", "b", "since", "state", sqlite_where=_DONE, postgresql_where=_DONE),
    Index("ix_standing_turned", "state", "since", sqlite_where=text(_WHOLE), postgresql_where=text(_WHOLE)),
    sqlite_with_rowid=False,
)  # fmt: skip

thread_term = Table(
    "thread_term",
    metadata,
    Column("bucket", Text, nullable=False),
    Column("term", Text, nullable=False),
    Column("seq", Text, nullable=False),
    Column("thread", Text, ForeignKey("thread.id"), nullable=False),
    PrimaryKeyConstraint("bucket", "term", "seq", "thread"),
    Index(None, "thread"),
    sqlite_with_rowid=False,
)

_TURN = text("change != 'same' AND issue NOT LIKE 'label:%'")
formula = Table(
    "formula",
    metadata,
    Column("holder", Text, nullable=False),
    Column("issue", Text, nullable=False),
    Column("date", Text, nullable=False),
    Column("report", _Number, ForeignKey("report.no"), nullable=False),
    Column("n", Integer, nullable=False),  # its place among the steps of its report in its bucket
    Column("bucket", Text, nullable=False),
    Column("counterpart", Text, nullable=False),
    Column("stance", Text),
    Column("change", Text, nullable=False),
    Column("record", _Number, ForeignKey("record.no", ondelete="SET NULL")),
    Column("body", Text, nullable=False),
    PrimaryKeyConstraint("holder", "issue", "date", "report", "n"),
    Index("ix_formula_course", "holder", "issue", "date", "change", "stance"),
    Index("ix_formula_lineage", "bucket", "holder", "issue", "date", "report", "n"),
    Index(None, "report"),
    Index(None, "record"),
    Index("ix_formula_issue", "issue", "date", "report", "n"),
    Index("ix_formula_held", "issue", "holder", "date", "change", "stance"),
    Index("ix_formula_change", "change", "date"),
    Index(
        "ix_formula_turn_of", "holder", "date", "report", "n", "change", "issue",
        sqlite_where=_TURN, postgresql_where=_TURN,
    ),
    Index("ix_formula_turn", "date", "report", "n", "change", "issue", sqlite_where=_TURN, postgresql_where=_TURN),
)  # fmt: skip

rung = Table(
    "rung",
    metadata,
    Column("a", Text, nullable=False),
    Column("b", Text, nullable=False),
    Column("date", Text, nullable=False),  # of the report that tells it
    Column("report", _Number, ForeignKey("report.no"), nullable=False),
    Column("n", Integer, nullable=False),
    Column("event", Text, nullable=False),
    Column("happened", Text, nullable=False),  # when, as far as it is told
    Column("body", Text, nullable=False),
    PrimaryKeyConstraint("a", "b", "date", "report", "n"),
    Index(None, "report"),
    Index(None, "event", "date"),
    sqlite_with_rowid=False,
)

correction = Table(  # what people said of the records; nothing is taken out, an undoing is noted
    "correction",
    metadata,
    Column("no", _Number, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False),
    Column("report", _Number, ForeignKey("report.no"), nullable=False),  # the version that it was made on
    Column("kind", Text, nullable=False),
    Column("layer", Text, nullable=False),
    Column("target", Text),  # the id of the record that it is about, and that record as it was
    Column("before", Text),
    Column("made", Text),  # the id of the person's own record, and that
    Column("after", Text),
    Column("who", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("effect", Text, nullable=False),  # on the newest version, made anew with each reading
    Column("undone_by", Text),
    Column("undone_at", Text),
    Column("undone_why", Text),
    UniqueConstraint("id"),
    Index(None, "report"),
    Index(None, "target"),
    Index(None, "made"),
    Index(None, "at"),
)

effect = Table(  # since when that came of a correction: how each stood at a moment
    "effect",
    metadata,
    Column("correction", _Number, ForeignKey("correction.no"), nullable=False),
    Column("since", Text, nullable=False),  # a moment without its Z, so that it sorts with parts of a second or not
    Column("effect", Text, nullable=False),
    PrimaryKeyConstraint("correction", "since"),
    Index(None, "since"),
    sqlite_with_rowid=False,
)

merging = Table(  # two names of one person or thing, by a person's word; nothing is taken out, an undoing is noted
    "merging",
    metadata,
    Column("no", _Number, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False),
    Column("kind", Text, nullable=False),  # person, named
    Column("name", Text, nullable=False),
    Column("meant", Text, nullable=False),  # the name that is used instead
    Column("country", Text),  # of a person: only where this country's
    Column("who", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("undone_by", Text),
    Column("undone_at", Text),
    Column("undone_why", Text),
    UniqueConstraint("id"),
)

account = Table(  # who may do what in the web view
    "account",
    metadata,
    Column("name", Text, primary_key=True),
    Column("role", Text, nullable=False),  # reader, editor, admin
    Column("password", Text, nullable=False),  # its Argon2 hash, never itself
    Column("created", Text, nullable=False),
    Column("disabled", Boolean, nullable=False),
)

session = Table(  # who is logged in: by the SHA-256 of what the browser holds
    "session",
    metadata,
    Column("token", Text, primary_key=True),
    Column("account", Text, ForeignKey("account.name", ondelete="CASCADE"), nullable=False),
    Column("created", Text, nullable=False),
    Column("expires", Text, nullable=False),
    Index(None, "account"),
)

audit = Table(  # what people did: corrections, logins, accounts; nothing is taken out
    "audit",
    metadata,
    Column("no", _Number, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("origin", Text, nullable=False),  # the address that it came from
    Index(None, "at"),
    Index(None, "who", "at"),
)
