"""All questions of a ledger, by name: each is a module of this package, called with a connection that sees one state.

Parties are ISO 3166-1 alpha-3 codes, acronyms of organisations, or names ("Kazakhstan"). Dates are ISO prefixes
("2024", "2024-05", "2024-05-20"). Reports are named by id (or its beginning), path or address. Lists are cut at
``limit`` (0: all); ``rows.total`` says how many there are. A commitment in a list has the first and the newest steps of
its history, twelve at most (``HISTORY``). Raised everywhere: ``UnknownParty``, ``UnknownReport``,
``BadDate``, ``LedgerError``; ``LedgerOutdated`` where an answer needs what another version derived (``rebuild`` helps).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Engine

from communique.ledger.ask import (
    calendar,
    commitments,
    comparing,
    dealings,
    ladder,
    overview,
    people,
    positions,
    record,
    reports,
    search,
    timeline,
    wording,
)
from communique.ledger.ask.histories import HISTORY
from communique.ledger.ask.parties import resolve
from communique.ledger.ask.record import RecordPage
from communique.ledger.ask.rows import (
    Cell,
    Country,
    Coverage,
    Due,
    Dyad,
    Fresh,
    Hit,
    Occasion,
    Page,
    Party,
    Presence,
    Source,
    Tally,
    Turn,
)
from communique.ledger.ladder import Apart
from communique.ledger.rows import Commitment, Comparison, Holder, Person, Rows, Rung, Step, Use, Wording
from communique.ledger.store.engine import reading
from communique.ledger.store.making import derived, is_outdated

LIMIT, DUE, COURSE = 100, 50, 200
"""So many rows by default, so many of what is coming and of what is overdue, and of what is read as a course: a ladder, a wording."""


class Questions:
    """What a ledger can be asked."""

    engine: Engine

    def newest(self) -> str | None:
        """The date of the ledger's newest report: what is overdue is judged as of this day."""
        with reading(self.engine) as connection:
            return reports.newest(connection)

    def unsettled(self) -> int:
        """How many pairs of sides have reports that are not yet in the derived answers; ``settle`` works them in."""
        with reading(self.engine) as connection:
            return reports.unsettled(connection)

    def outdated(self) -> bool:
        """Whether another version of communique, or of its codebook, derived the answers; ``settle`` derives them anew."""
        with reading(self.engine) as connection:
            return is_outdated(connection)

    def code(self, name: str) -> str:
        """The code of a party given as a code or a name: "Kazakhstan" is KAZ."""
        with reading(self.engine) as connection:
            return resolve(connection, name)

    def reports(
        self, country: str | None = None, *, since: str | None = None, until: str | None = None, limit: int = LIMIT
    ) -> Rows[Source]:
        """The reports, newest first; of one outlet's country where ``country`` is given."""
        with reading(self.engine) as connection:
            return reports.listed(connection, country, since=since, until=until, limit=limit)

    def sources(self, ids: Iterable[str]) -> dict[str, Source]:
        """What an answer cites: the reports of these ids, by id; what the ledger has not is left out."""
        with reading(self.engine) as connection:
            return reports.by_id(connection, ids)

    def report(self, name: str) -> Page:
        """One report with its text and records."""
        with reading(self.engine) as connection:
            return reports.page(connection, name)

    def reports_about(
        self, a: str, b: str | None = None, *, since: str | None = None, until: str | None = None, limit: int = LIMIT
    ) -> Rows[Source]:
        """The reports whose records are about a country, or about two together, newest first."""
        with reading(self.engine) as connection:
            return dealings.reports_about(connection, a, b, since=since, until=until, limit=limit)

    def outlets(
        self, a: str, b: str | None = None, *, since: str | None = None, until: str | None = None
    ) -> dict[str, str | None]:
        """All reports about a country, or about two together, by id: the country of the outlet of each, where known."""
        with reading(self.engine) as connection:
            return dealings.outlets(connection, a, b, since=since, until=until)

    def coverage(
        self, a: str, b: str | None = None, *, since: str | None = None, until: str | None = None
    ) -> Rows[Coverage]:
        """How many reports about a country, or about two together, the outlets of each country have, the most first."""
        with reading(self.engine) as connection:
            return dealings.coverage(connection, a, b, since=since, until=until)

    def names(self, *, as_of: str | None = None) -> dict[str, str]:
        """The usual name of every country and organisation that reports are about, by code."""
        with reading(self.engine) as connection:
            return dealings.names(connection, as_of=as_of)

    def parties(self, *, as_of: str | None = None) -> Rows[Party]:
        """Every country and organisation that reports are about, by code, with how many are."""
        with reading(self.engine) as connection:
            return dealings.parties(connection, as_of=as_of)

    def presence(
        self, *, since: str | None = None, until: str | None = None, as_of: str | None = None
    ) -> Rows[Presence]:
        """How often each party engaged with others, and with how many of them; the busiest first."""
        with reading(self.engine) as connection:
            return dealings.presence(connection, since=since, until=until, as_of=as_of)

    def busiest(
        self, *, since: str | None = None, until: str | None = None, as_of: str | None = None, limit: int = 20
    ) -> Rows[Dyad]:
        """The pairs of sides that engaged most often (between two days), with what is open between them."""
        with derived(self.engine) as connection:
            return dealings.busiest(connection, since=since, until=until, as_of=as_of, limit=limit)

    def partners(
        self,
        country: str,
        *,
        since: str | None = None,
        until: str | None = None,
        as_of: str | None = None,
        limit: int = LIMIT,
    ) -> Rows[Dyad]:
        """With whom a country deals (``a`` is the country), those whom it engaged most often first."""
        with derived(self.engine) as connection:
            return dealings.partners(connection, country, since=since, until=until, as_of=as_of, limit=limit)

    def fresh(self, since: str | None = None, *, as_of: str | None = None, limit: int = 5) -> Fresh:
        """What is new since a day: the newest of each kind; by default since 30 days before the newest report."""
        with derived(self.engine) as connection:
            return overview.fresh(connection, since=since, as_of=as_of, limit=limit)

    def country(self, name: str, *, as_of: str | None = None, limit: int = 10) -> Country:
        """A country at a glance; ``limit`` cuts its reports, engagements and partners."""
        with derived(self.engine) as connection:
            return overview.country(connection, name, as_of=as_of, limit=limit)

    def tally(self, a: str, b: str | None = None, *, as_of: str | None = None) -> Rows[Tally]:
        """How many commitments of a country, or of two, stand in each state."""
        with derived(self.engine) as connection:
            return overview.tally(connection, a, b, as_of=as_of)

    def timeline(
        self,
        a: str,
        b: str | None = None,
        *,
        since: str | None = None,
        until: str | None = None,
        as_of: str | None = None,
        limit: int = LIMIT,
    ) -> Rows[Occasion]:
        """The engagements of a country, or of two with each other, newest first, each with all reports of it.

        ``as_of`` leaves out what was reported later.
        """
        with reading(self.engine) as connection:
            return timeline.timeline(connection, a, b, since=since, until=until, as_of=as_of, limit=limit)

    def calendar(self, country: str | None = None, *, as_of: str | None = None, limit: int = DUE) -> Rows[Due]:
        """What is coming and what is overdue, as of a day (by default that of the newest report); ``limit`` of each."""
        with derived(self.engine) as connection:
            return calendar.calendar(connection, country, as_of=as_of, limit=limit)

    def commitments(
        self,
        a: str,
        b: str | None = None,
        *,
        state: str | None = None,
        kind: str | None = None,
        as_of: str | None = None,
        overdue: bool = False,
        limit: int = LIMIT,
        history: int = HISTORY,
    ) -> Rows[Commitment]:
        """Pledges, agreements, requests and planned engagements of a country or of two, followed through the reports.

        The latest first. ``as_of`` leaves out what was reported later, and tells what had lapsed by then;
        ``overdue``: only what is open though its time has passed, as of that day or that of the newest report.
        ``history`` steps of each at most (0: all): the first and the newest, the last sure one among them.
        """
        with derived(self.engine) as connection:
            return commitments.commitments(
                connection, a, b, state=state, kind=kind, as_of=as_of, overdue=overdue, limit=limit, history=history
            )

    def commitment(self, name: str, *, as_of: str | None = None) -> Commitment:
        """One commitment by its id with all of its steps, as of a day. Raises ``UnknownRecord`` where there is (or then was) none."""
        with derived(self.engine) as connection:
            return commitments.commitment(connection, name, as_of=as_of)

    def histories(
        self, names: Iterable[str], *, on: Iterable[str] | None = None, as_of: str | None = None
    ) -> dict[str, tuple[Step, ...]]:
        """All steps of commitments by their ids, as of a day; or only those that reports of some days (``on``) tell.

        Of what is (or then was) no commitment, and of those without such a step, there is nothing.
        """
        with derived(self.engine) as connection:
            return commitments.histories_of(connection, set(names), set(on) if on is not None else None, as_of=as_of)

    def record(self, name: str) -> RecordPage:
        """One record by its id (or the beginning of it), with its report and what is made of it.

        Raises ``UnknownRecord``.
        """
        with derived(self.engine) as connection:
            return record.record(connection, name)

    def ladder(self, a: str, b: str, *, as_of: str | None = None, limit: int = COURSE) -> Rows[Rung]:
        """What two sides called their relationship, by whom and when: the latest steps, in the order of the reports.

        ``as_of`` leaves out what was reported later.
        """
        with derived(self.engine) as connection:
            return ladder.ladder(connection, a, b, as_of=as_of, limit=limit)

    def ladder_gaps(self, a: str, b: str, *, as_of: str | None = None) -> Rows[Apart]:
        """Where the two sides name it differently at about the same time."""
        with derived(self.engine) as connection:
            return ladder.gaps(connection, a, b, as_of=as_of)

    def people(
        self, country: str, *, as_of: str | None = None, limit: int = LIMIT, lately: bool = False
    ) -> Rows[Person]:
        """Who is who: the people who speak for a country, those of the highest office first, with its last holders.

        Looked for among the newest records of the country (some 1,100; a third of these where ``lately``), as of a day.
        """
        with reading(self.engine) as connection:
            return people.people(connection, country, as_of=as_of, limit=limit, lately=lately)

    def positions(
        self,
        *,
        holder: str | Sequence[str] | None = None,
        issue: str | None = None,
        as_of: str | None = None,
        limit: int = 0,
    ) -> Rows[Cell]:
        """Holder by issue: the latest stance, first said, last said, silent since; as of a day.

        ``holder`` may be several.
        """
        with derived(self.engine) as connection:
            return positions.matrix(connection, holder=holder, issue=issue, as_of=as_of, limit=limit)

    def holders(self, *, issue: str | None = None, as_of: str | None = None, limit: int = 0) -> Rows[Holder]:
        """Who takes positions (on an issue), as of a day; those first that are told to take one most often."""
        with derived(self.engine) as connection:
            return positions.holders(connection, issue=issue, as_of=as_of, limit=limit)

    def turns(
        self,
        *,
        holder: str | None = None,
        issue: str | None = None,
        since: str | None = None,
        until: str | None = None,
        limit: int = LIMIT,
    ) -> Rows[Turn]:
        """Changes of position: newly taken, dropped, reversed, reworded; newest first."""
        with derived(self.engine) as connection:
            return positions.turns(connection, holder=holder, issue=issue, since=since, until=until, limit=limit)

    def wording(
        self,
        phrase: str | None = None,
        *,
        holder: str | None = None,
        issue: str | None = None,
        counterpart: str | None = None,
        as_of: str | None = None,
        limit: int = COURSE,
    ) -> Rows[Wording]:
        """The exact formulas on an issue, or with a phrase in them, oldest first, each with how it changed.

        The latest ``limit`` of them; ``as_of`` leaves out what was reported later.
        """
        with derived(self.engine) as connection:
            return wording.wording(
                connection, phrase, holder=holder, issue=issue, counterpart=counterpart, as_of=as_of, limit=limit
            )

    def uses(
        self, phrase: str, *, issue: str | None = None, as_of: str | None = None, limit: int = COURSE
    ) -> Rows[Use]:
        """Who uses a phrase, on which issue: since when, when last, in how many reports; by first use."""
        with derived(self.engine) as connection:
            return wording.uses(connection, phrase, issue=issue, as_of=as_of, limit=limit)

    def twins(self, report: str) -> Rows[Source]:
        """Other reports of the occasion that a report is about, the likeliest first."""
        with reading(self.engine) as connection:
            return comparing.twins(connection, report)

    def compare(self, a: str, b: str | None = None) -> Comparison:
        """Two readouts of one occasion; without ``b``, the likeliest other readout of ``a``'s."""
        with reading(self.engine) as connection:
            return comparing.compare(connection, a, b)

    def search(
        self,
        words: str,
        *,
        country: str | None = None,
        holder: str | None = None,
        act: str | None = None,
        topic: str | None = None,
        layer: str | None = None,
        since: str | None = None,
        until: str | None = None,
        limit: int = 20,
    ) -> Rows[Hit]:
        """Full text, the best first: reports; records where a holder, act, topic or layer is asked for.

        ``words``: all of them, in any order; "quoted words" together, ``OR`` between alternatives, ``-word`` not it,
        ``begin*`` its beginning.
        """
        with reading(self.engine) as connection:
            filters = search.Filters(
                country=country, holder=holder, act=act, topic=topic, layer=layer, since=since, until=until
            )
            return search.search(connection, words, filters, limit=limit)
