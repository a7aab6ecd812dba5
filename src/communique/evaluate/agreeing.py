"""What `communique evaluate --agreement` does: how far the people who corrected a ledger agree, as a table or JSON."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from rich import box
from rich.console import Console
from rich.table import Table

from communique.errors import CommuniqueError, InputError
from communique.evaluate.agreement import Agreed, agreement, units
from communique.evaluate.command import FINE, NOTHING, tell
from communique.evaluate.safe import shortened
from communique.ledger._ledger import Ledger

FORMATS = ("table", "json")


def run_agreement(
    ledger: str,
    reports: Sequence[str] = (),
    *,
    who: Sequence[str] = (),
    whole: bool = False,
    format: str = "table",  # noqa: A002 - the name of the option
    output: Path | None = None,
) -> int:
    """Tell how far people agree on the reports that at least two of them corrected; returns the exit code.

    ``who``: these people; by default all who corrected anything. ``whole``: each has judged all of a report that they
    corrected anything of. Faults are told on standard error, one sentence each.
    """
    try:
        if format not in FORMATS:
            raise InputError("", f"agreement is shown as {' or '.join(FORMATS)}, not as {format!r}")
        judges, number, figures = _figures(ledger, reports, who, whole)
        told = _as_json(judges, number, figures) if format == "json" else _as_table(judges, number, figures)
        if output is None:
            sys.stdout.write(told)
        else:
            output.write_text(told, encoding="utf-8", errors="backslashreplace")
    except BrokenPipeError:
        raise  # the command line knows what to do with it
    except (CommuniqueError, OSError) as fault:
        tell(str(fault))
        return NOTHING
    return FINE


def _figures(
    ledger: str, reports: Sequence[str], who: Sequence[str], whole: bool
) -> tuple[list[str], int, list[Agreed]]:
    with Ledger.open(ledger) as opened:
        known = sorted({one.who for one in opened.corrections(limit=0) if one.undone_at is None})
        judges = list(dict.fromkeys(who)) or known
        missing = [one for one in judges if one not in known]
        if missing:
            raise InputError(ledger, f"{missing[0]} has corrected nothing in it")
        if len(judges) < 2:
            raise InputError(ledger, "agreement is between two people at least; " + _by(known))
        sheets = {judge: [one for one in opened.corrected(*reports, who=judge) if one.judged or one.loose]
                  for judge in judges}  # fmt: skip
    found = units(sheets, whole=whole)
    if not found:
        raise InputError(ledger, f"there is no record that two of {', '.join(judges)} have judged")
    every = [sheet.report.id for own in sheets.values() for sheet in own]
    return judges, len({one for one in every if every.count(one) > 1}), agreement(found)


def _by(known: Sequence[str]) -> str:
    return f"only {known[0]} has corrected anything in it" if known else "nobody has corrected anything in it"


def _as_json(judges: list[str], number: int, figures: Sequence[Agreed]) -> str:
    told = {"people": judges, "reports": number, "agreement": [asdict(one) for one in figures]}
    return json.dumps(told, indent=1) + "\n"


def _as_table(judges: list[str], number: int, figures: Sequence[Agreed]) -> str:
    title = f"Agreement of {', '.join(map(shortened, judges))} on {number} {'report' if number == 1 else 'reports'}"
    table = Table(title=title, title_justify="left", title_style="bold", box=box.SIMPLE, pad_edge=False)
    for column in ("layer", "question", "units", "judgements", "same", "alpha"):
        table.add_column(column, justify="left" if column in ("layer", "question") else "right")
    before = None
    for one in figures:
        alpha = "-" if one.alpha is None else f"{one.alpha:.3f}"
        layer = one.layer if one.layer != before else ""
        table.add_row(layer, one.question, str(one.units), str(one.judgements), f"{one.same:.3f}", alpha)
        before = one.layer
    buffer = io.StringIO()
    console = Console(file=buffer, highlight=False, markup=False, emoji=False, width=200)
    console.print(table)
    console.print("alpha: Krippendorff's; - where all judgements are one value")
    return "\n".join(line.rstrip() for line in buffer.getvalue().splitlines()) + "\n"
