"""Commitments: what was promised, with its history step by step; a line of CSV for each step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from communique.cli._screen import one_line
from communique.cli._sheet import Sheet, words_of
from communique.cli.views._view import View
from communique.ledger.rows import Commitment, Step

_IN = "     "
_STEP = 22


def _text(sheet: Sheet, rows: Sequence[Commitment]) -> Iterator[str]:
    for number, row in enumerate(rows, 1):
        yield from _head(sheet, number, row)
        for place, step in enumerate(row.history):
            yield from _step(sheet, step, first=place == 0)
            if place == 0:
                yield from _left_out(sheet, row)
        yield "\n"


def _left_out(sheet: Sheet, row: Commitment) -> Iterator[str]:
    """How many steps are not shown."""
    number = row.steps - len(row.history)
    if number:
        yield from sheet.wrapped(f"and {number} more; all of them with --history 0", _IN, "dim")


def _head(sheet: Sheet, number: int, row: Commitment) -> Iterator[str]:
    about = [f"{row.kind}, {row.strength}" if row.strength else row.kind, who(row)]
    about += [f"due {row.due}"] if row.due else []
    lead = f"{number:3}. "
    standing = row.state + ("" if row.score is None else f" ({row.score:+d})" if row.score else " (0)")
    line = lead + " · ".join(about)
    space = " " * max(sheet.width - len(line) - len(standing), 2)
    yield line + space + sheet.state(row.state) + standing[len(row.state) :] + "\n"
    yield from sheet.wrapped(one_line(row.what), _IN, "bold")
    notes = ["overdue"] if row.overdue and row.state != "lapsed" else []
    notes += (
        [f"not taken up when they met {'on' if len(row.silence) > 7 else 'in'} {row.silence}"] if row.silence else []
    )
    if notes and row.days is not None:
        notes.append(f"first told {row.days} days ago")
    if notes:
        yield from sheet.wrapped("; ".join(notes), _IN, "yellow")
    if row.condition:
        yield from sheet.wrapped(f"if: {one_line(row.condition)}", _IN)
    if row.named:
        yield from sheet.wrapped("names: " + ", ".join(one_line(name, 120) for name in row.named), _IN)


def _step(sheet: Sheet, step: Step, *, first: bool) -> Iterator[str]:
    state = step.state if step.sure else f"possibly {step.state}"
    date = step.date or "(no date)"
    lead = f"{_IN}{date:10}  "
    why = f"  {one_line(step.reason, 200)}" if step.reason and not first else ""
    if len(lead) + len(state) + len(why) > sheet.width:
        why = ""
    painted = sheet.state(step.state) if step.sure else sheet.paint("possibly ", "dim") + sheet.state(step.state)
    yield lead + painted + sheet.paint(why, "dim") + "\n"
    hang = " " * len(lead)
    yield from sheet.quote(words_of(step.evidence), hang)
    if step.evidence:
        yield from sheet.cite(step.report, step.path, hang)


def who(row: Commitment) -> str:
    """``CHN → KAZ``, or the parties of what has no giver and taker."""
    promisors, beneficiaries = ", ".join(row.promisors), ", ".join(row.beneficiaries)
    return f"{promisors} → {beneficiaries}" if beneficiaries and promisors != beneficiaries else promisors


def _lines(row: Commitment) -> Iterable[tuple[Commitment, Step]]:
    return ((row, step) for step in row.history)


VIEW = View(
    text=_text,
    columns={
        "id": lambda line: line[0].id,
        "kind": lambda line: line[0].kind,
        "promisors": lambda line: line[0].promisors,
        "beneficiaries": lambda line: line[0].beneficiaries,
        "what": lambda line: line[0].what,
        "state": lambda line: line[0].state,
        "score": lambda line: line[0].score,
        "strength": lambda line: line[0].strength,
        "due": lambda line: line[0].due,
        "condition": lambda line: line[0].condition,
        "named": lambda line: line[0].named,
        "overdue": lambda line: line[0].overdue,
        "days": lambda line: line[0].days,
        "silence": lambda line: line[0].silence,
        "only_asked": lambda line: line[0].only_asked,
        "outlets": lambda line: [one or "" for one in line[0].outlets],
        "steps": lambda line: line[0].steps,
        "step": lambda line: line[1].state,
        "step_date": lambda line: line[1].date,
        "sure": lambda line: line[1].sure,
        "reason": lambda line: line[1].reason,
        "likeness": lambda line: line[1].likeness,
        "report": lambda line: line[1].report,
        "path": lambda line: line[1].path,
        "quote": lambda line: words_of(line[1].evidence),
        "offsets": lambda line: [f"{part.start}-{part.end}" for part in line[1].evidence],
    },
    lines=_lines,
    cites=lambda row: (step.report for step in row.history),
)
