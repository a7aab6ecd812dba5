"""The commands that ask what spans reports: timeline, calendar, commitments, ladder, positions, wording, compare, people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from communique.cli import _options as o

if TYPE_CHECKING:
    from communique.cli._asking import Asked
    from communique.ledger._ledger import Ledger
    from communique.ledger.ask.rows import Source
    from communique.ledger.rows import Rows

One = Annotated[str, typer.Argument(metavar="A", help=f"One side: {o.PARTY}.")]
Other = Annotated[str, typer.Argument(metavar="B", help="The other side.")]
Perhaps = Annotated[
    str | None, typer.Argument(metavar="B", show_default=False, help="The other side; without it, with whomever.")
]


def timeline(
    a: One,
    b: Perhaps = None,
    since: o.Since = None,
    until: o.Until = None,
    ledger: o.Where = o.DEFAULT_LEDGER,
    format: o.Form = o.AnswerFormat.table,  # noqa: A002 - the name of the option
    limit: o.Limit = 100,
    output: o.To = None,
    color: o.Colour = None,
) -> None:
    """Who met whom: the engagements of a party, or of two with each other, newest first."""
    from communique.cli._asking import Question, answer
    from communique.cli.views.occasions import VIEW

    question = Question(
        lambda at: at.timeline(a, b, since=since, until=until, limit=limit),
        VIEW,
        f"No occasion of {_two(a, b)} is in the ledger{' in that time' if since or until else ''}.",
    )
    raise typer.Exit(answer(_asked(ledger, format, limit, output, color), question))


def calendar(
    country: Annotated[
        str | None, typer.Argument(metavar="PARTY", show_default=False, help=f"Only of this party: {o.PARTY}.")
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of", metavar="DATE", show_default=False,
            help="What is coming and overdue on this day; by default, on that of the newest report.",
        ),
    ] = None,
    ledger: o.Where = o.DEFAULT_LEDGER,
    format: o.Form = o.AnswerFormat.table,  # noqa: A002 - the name of the option
    limit: o.Limit = 50,
    output: o.To = None,
    color: o.Colour = None,
) -> None:  # fmt: skip
    """What is coming and what is overdue: planned occasions, and commitments with a date."""
    from communique.cli._asking import Question, answer
    from communique.cli.views.due import VIEW

    question = Question(
        lambda at: at.calendar(country, as_of=as_of, limit=limit),
        VIEW,
        "Nothing that the ledger knows has a date and is still to come or overdue.",
        intro=lambda at: _day(at, as_of),
    )
    raise typer.Exit(answer(_asked(ledger, format, limit, output, color), question))


def commitments(
    a: One,
    b: Perhaps = None,
    state: Annotated[
        str | None,
        typer.Option(metavar="STATE", show_default=False, help="Only those in this state, as done, lapsed or stated."),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(metavar="KIND", show_default=False, help="Only pledge, agreement, request or engagement."),
    ] = None,
    as_of: o.AsOf = None,
    overdue: Annotated[
        bool, typer.Option("--overdue", help="Only those whose date has passed with nothing reported.")
    ] = False,
    history: o.History = 12,
    ledger: o.Where = o.DEFAULT_LEDGER,
    format: o.Form = o.AnswerFormat.table,  # noqa: A002 - the name of the option
    limit: o.Limit = 100,
    output: o.To = None,
    color: o.Colour = None,
) -> None:
    """What was promised, asked and agreed, and what became of it, step by step through the reports.

    The score is that of the G7 Research Group's compliance manual: +1 done or held, 0 in progress, -1 refused,
    cancelled or lapsed. A link that is not certain is shown as "possibly".
    """
    from communique.cli._asking import Question, answer
    from communique.cli.views.commitments import VIEW

    question = Question(
        lambda at: at.commitments(
            a, b, state=state, kind=kind, as_of=as_of, overdue=overdue, limit=limit, history=history
        ),
        VIEW,
        f"No such commitment of {_two(a, b)} is in the ledger; `communique timeline` shows what is.",
        intro=lambda at: _day(at, as_of),
    )
    raise typer.Exit(answer(_asked(ledger, format, limit, output, color), question))


def ladder(
    a: One,
    b: Other,
    gaps: Annotated[
        bool, typer.Option("--gaps", help="Only where the two sides name it differently at about the same time.")
    ] = False,
    ledger: o.Where = o.DEFAULT_LEDGER,
    format: o.Form = o.AnswerFormat.table,  # noqa: A002 - the name of the option
    limit: o.Limit = 200,
    output: o.To = None,
    color: o.Colour = None,
) -> None:
    """What two sides call their relationship, by whom and since when, and the events that changed it."""
    from communique.cli._asking import Question, answer
    from communique.cli.views.ladder import GAPS, VIEW

    if gaps:
        nothing = f"Nowhere do {a} and {b} name their relationship differently."
        question = Question(lambda at: _cut(at.ladder_gaps(a, b), limit), GAPS, nothing)
    else:
        question = Question(
            lambda at: at.ladder(a, b, limit=limit),
            VIEW,
            f"No report in the ledger says what {a} and {b} call their relationship.",
            more=("Named differently", lambda at: at.ladder_gaps(a, b), GAPS),
        )
    raise typer.Exit(answer(_asked(ledger, format, limit, output, color), question))


def people(
    country: Annotated[str, typer.Argument(metavar="PARTY", help=f"Whose people: {o.PARTY}.")],
    as_of: o.AsOf = None,
    ledger: o.Where = o.DEFAULT_LEDGER,
    format: o.Form = o.AnswerFormat.table,  # noqa: A002 - the name of the option
    limit: o.Limit = 50,
    output: o.To = None,
    color: o.Colour = None,
) -> None:
    """Who is who: the people who speak for a party, their offices as last told, and when they were last seen.

    Those of the highest office come first, and with each office those who held it before. Looked for among the newest
    1,100 records of the party.
    """
    from communique.cli._asking import Question, answer
    from communique.cli.views.people import VIEW

    question = Question(
        lambda at: at.people(country, as_of=as_of, limit=limit),
        VIEW,
        f"No record in the ledger names a person of {country}.",
        intro=lambda at: _day(at, as_of),
    )
    raise typer.Exit(answer(_asked(ledger, format, limit, output, color), question))


def positions(
    holder: o.Holder = None,
    issue: o.Issue = None,
    as_of: o.AsOf = None,
    changes: Annotated[
        bool, typer.Option("--changes", help="Instead, what changed: taken, dropped, reversed, reworded.")
    ] = False,
    since: o.Since = None,
    until: o.Until = None,
    ledger: o.Where = o.DEFAULT_LEDGER,
    format: o.Form = o.AnswerFormat.table,  # noqa: A002 - the name of the option
    limit: o.Limit = 200,
    output: o.To = None,
    color: o.Colour = None,
) -> None:
    """Where each stands on each issue, since when, and whether it still says so.

    --since and --until are of the --changes.
    """
    from communique.cli._asking import Question, answer
    from communique.cli.views.positions import TURNS, VIEW

    if changes and as_of:
        raise typer.BadParameter("with --changes, say --until", param_hint="--as-of")
    if not changes and (since or until):
        raise typer.BadParameter("they are of --changes; for a day, say --as-of", param_hint="--since, --until")
    if changes:
        question = Question(
            lambda at: at.turns(holder=holder, issue=issue, since=since, until=until, limit=limit),
            TURNS,
            "No such change of a position is in the ledger.",
        )
    else:
        question = Question(
            lambda at: at.positions(holder=holder, issue=issue, as_of=as_of, limit=limit),
            VIEW,
            "No such position is in the ledger; `communique positions` lists all.",
        )
    raise typer.Exit(answer(_asked(ledger, format, limit, output, color), question))


def wording(
    phrase: Annotated[
        str | None, typer.Argument(metavar="PHRASE", show_default=False, help="Formulas with these words in them.")
    ] = None,
    holder: o.Holder = None,
    issue: o.Issue = None,
    counterpart: Annotated[
        str | None,
        typer.Option("--with", metavar="PARTY", show_default=False, help="Only what is said with or to this party."),
    ] = None,
    ledger: o.Where = o.DEFAULT_LEDGER,
    format: o.Form = o.AnswerFormat.table,  # noqa: A002 - the name of the option
    limit: o.Limit = 200,
    output: o.To = None,
    color: o.Colour = None,
) -> None:
    """The exact words of a position over time, and how each differs from the one before.

    Say a PHRASE, a --holder or an --issue, or several of them.
    """
    from communique.cli._asking import Question, answer
    from communique.cli.views.wording import VIEW

    if not (phrase or holder or issue):
        raise typer.BadParameter("say a phrase, a --holder or an --issue", param_hint="PHRASE")
    question = Question(
        lambda at: at.wording(phrase, holder=holder, issue=issue, counterpart=counterpart, limit=limit),
        VIEW,
        "No such formula is in the ledger; `communique positions` lists the issues, `communique search` finds words.",
    )
    raise typer.Exit(answer(_asked(ledger, format, limit, output, color), question))


def compare(
    a: Annotated[str, typer.Argument(metavar="REPORT", help="A report's id or its beginning, path or address.")],
    b: Annotated[
        str | None,
        typer.Argument(
            metavar="REPORT", show_default=False,
            help="The other; without it, the likeliest other readout of the same occasion.",
        ),
    ] = None,
    ledger: o.Where = o.DEFAULT_LEDGER,
    format: o.Form = o.AnswerFormat.table,  # noqa: A002 - the name of the option
    output: o.To = None,
    color: o.Colour = None,
) -> None:  # fmt: skip
    """Two readouts of one occasion side by side: what both say, and what each alone says."""
    from communique.cli._asking import Question, answer
    from communique.cli.views.comparison import VIEW
    from communique.ledger.rows import Rows

    question = Question(lambda at: Rows([at.compare(a, b)]), VIEW, "", single=True, cited=_both)
    raise typer.Exit(answer(_asked(ledger, format, 0, output, color), question))


def _asked(ledger: str, format: o.AnswerFormat, limit: int, output: Any, colour: bool | None) -> Asked:  # noqa: A002
    from communique.cli._asking import Asked

    return Asked(ledger, format.value, limit, o.output_of(output, [ledger]), colour)


def _both(ledger: Ledger, rows: Rows[Any]) -> dict[str, Source]:
    """The two reports of a comparison, which names them by path."""
    ids = [ledger.report(name).reading.report.id for name in (rows[0].a, rows[0].b)]
    return ledger.sources(ids)


def _two(a: str, b: str | None) -> str:
    return f"{a} and {b}" if b else a


def _day(ledger: Ledger, as_of: str | None) -> str:
    if as_of:
        return f"as of {as_of}"
    newest = ledger.newest()
    return f"as of {newest}, the day of the newest report" if newest else "no report has a date"


def _cut(rows: Rows[Any], limit: int) -> Rows[Any]:
    from communique.ledger.rows import Rows as Cut

    return Cut(rows[:limit], rows.total) if limit else rows


COMMANDS = (timeline, commitments, ladder, positions, wording, compare, calendar, people)
