"""What people do to a ledger: a part of ``Ledger``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Engine

from communique.ledger import moments
from communique.ledger.corrections import making, merging, store
from communique.ledger.corrections.rows import Corrected, Correction, Merging
from communique.ledger.derive import settle
from communique.ledger.rows import Rows
from communique.ledger.store.engine import reading, writing
from communique.records import Record

LIMIT = 200


class Corrections:
    """Corrections by people. Times are given by the caller, with their zone; they are kept in UTC."""

    engine: Engine

    def correct(
        self,
        report: str | None,
        kind: str,
        *,
        target: str | None = None,
        record: Mapping[str, Any] | Record | None = None,
        who: str,
        why: str = "",
        at: str,
        derive: bool = True,
    ) -> Correction:
        """Accept, reject, edit or add a record; returns the correction as it is kept.

        ``report`` names the report (None: that of ``target``), ``target`` the record by its id or the beginning of it.
        ``record`` is a person's own: of an edit the fields that change, of an added one all of them with its layer as
        ``record``. Its words are ``evidence`` (start, end, quote), or ``quote`` or ``quotes`` that stand in the report
        once. ``why`` may be left out of an acceptance. The same correction sent twice is one; so is the last word on a
        record, said again by the person whose it is.

        It is laid over what the reader made at once, in one transaction, and stays through every re-reading. With
        ``derive`` what follows from the report's records is derived anew; without, the next ``settle`` does it. Raises
        ``BadCorrection``, ``UnknownRecord``, ``UnknownReport``, ``LedgerError``.
        """
        with writing(self.engine) as connection:
            made = making.correct(connection, report, kind, target, record, who, why, at)
        if derive:
            settle(self.engine)
        return made

    def undo(self, correction: str, *, who: str, why: str = "", at: str, derive: bool = True) -> Correction:
        """Undo a correction, by its id or the beginning of it: it is kept, and applied no longer.

        To undo an undoing, make the correction again. Raises ``UnknownRecord``, ``BadCorrection`` where it is undone.
        """
        with writing(self.engine) as connection:
            undone = making.undo(connection, correction, who, why, at)
        if derive:
            settle(self.engine)
        return undone

    def corrections(
        self,
        report: str | None = None,
        *,
        who: str | None = None,
        since: str | None = None,
        until: str | None = None,
        as_of: str | None = None,
        limit: int = LIMIT,
    ) -> Rows[Correction]:
        """The corrections, newest first: of all versions of a report's page, of one person, of a time.

        With ``as_of``, a moment (2026-11-22T01:40:00Z) or a day with its end, those made by then, each as it stood then:
        not undone, and not overruled, by what came later. Raises ``BadDate``.
        """
        with reading(self.engine) as connection:
            return making.listed(connection, report, who=who, since=since, until=until, as_of=as_of, limit=limit)

    def last_said(self) -> str | None:
        """When the last correction or merge was made or undone, or came to another effect: since then they stand so."""
        with reading(self.engine) as connection:
            return moments.newest((store.newest(connection), merging.newest(connection)))

    def report_of(self, record: str) -> str:
        """The id of the report that has the record of this id (or beginning of it). Raises ``UnknownRecord``."""
        with reading(self.engine) as connection:
            return making.report_with(connection, record)

    def corrected(self, *reports: str, who: str | None = None) -> Rows[Corrected]:
        """Reports as people left them: these, or all on whose newest version a correction bears.

        With ``who``, as this person alone would have them: the corrections of others are left out.
        """
        with reading(self.engine) as connection:
            return making.corrected(connection, reports, who)

    def merge(
        self,
        kind: str,
        name: str,
        into: str,
        *,
        country: str | None = None,
        who: str,
        why: str,
        at: str,
        derive: bool = True,
    ) -> Merging:
        """Say that ``name`` and ``into`` are one ``person`` or one ``named`` thing, and that the latter name is used.

        Of a person, with ``country`` only in dealings of that country. Records keep the words of their reports; what is
        derived and asked has the name in use. Raises ``BadCorrection``, ``UnknownParty``, ``LedgerError``.
        """
        with writing(self.engine) as connection:
            made = merging.merge(connection, kind, name, into, country, who, why, at)
        if derive:
            settle(self.engine)
        return made

    def unmerge(self, merge: str, *, who: str, why: str = "", at: str, derive: bool = True) -> Merging:
        """Take a merge back, by its id or the beginning of it: it is kept, and applied no longer.

        Raises ``UnknownRecord``, ``BadCorrection`` where it was taken back.
        """
        with writing(self.engine) as connection:
            undone = merging.unmerge(connection, merge, who, why, at)
        if derive:
            settle(self.engine)
        return undone

    def merges(self, kind: str | None = None, *, as_of: str | None = None, limit: int = LIMIT) -> Rows[Merging]:
        """The merges of names, newest first, those taken back too; with ``as_of`` as they were then (``corrections``)."""
        with reading(self.engine) as connection:
            return merging.listed(connection, kind, as_of, limit)
