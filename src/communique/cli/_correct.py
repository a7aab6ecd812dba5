"""``communique correct`` and ``merge``: what a person says of a ledger's records, one by one or from files."""

from __future__ import annotations

import getpass
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from communique.cli import _exits
from communique.cli._asking import Asked, Question, answer
from communique.cli._screen import say
from communique.errors import CommuniqueError, InputError

if TYPE_CHECKING:
    from communique.ledger._ledger import Ledger
    from communique.ledger.corrections.rows import Corrected
    from communique.ledger.rows import Rows

_LISTS = {"parties": ",", "holders": ",", "addressees": ",", "topics": ",", "participants": "", "items": "", "due": ""}
"""Fields that are lists, and what their parts may be written apart by; of the others each ``--field`` is a part."""
_FLAGS = {"true": True, "yes": True, "false": False, "no": False}


def now() -> str:
    """The time, as corrections keep it."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def user() -> str:
    """Who is at the keyboard, as the system knows them."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        raise InputError("", "this system does not say who you are; use --who NAME") from None


@dataclass(frozen=True)
class Said:
    """One correction from the command line."""

    kind: str
    report: str | None
    target: str | None
    record: Mapping[str, Any] | None
    who: str
    why: str


def correct(asked: Asked, said: Sequence[Said]) -> int:
    """Make corrections, in order, and show them. Raises ``CommuniqueError`` at the first that cannot be."""

    def ask(ledger: Ledger) -> Rows[Any]:
        from communique.ledger.rows import Rows

        made: Rows[Any] = Rows()
        try:
            for one in said:
                made.append(
                    ledger.correct(
                        one.report, one.kind, target=one.target, record=one.record, who=one.who, why=one.why, at=now(),
                        derive=False,
                    )
                )  # fmt: skip
        finally:
            ledger.settle()
        made.total = len(made)
        return made

    return _told(asked, ask)


def undo(asked: Asked, id_: str, who: str, why: str) -> int:
    """Undo a correction and show it."""
    from communique.ledger.rows import Rows

    return _told(asked, lambda ledger: Rows([ledger.undo(id_, who=who, why=why, at=now())]))


def listed(
    asked: Asked, report: str | None, who: str | None, since: str | None = None, until: str | None = None
) -> int:
    """Show what was corrected."""
    return _told(asked, lambda ledger: ledger.corrections(report, who=who, since=since, until=until, limit=asked.limit))


def _told(asked: Asked, ask: Callable[[Ledger], Rows[Any]]) -> int:
    from communique.cli.views.corrections import VIEW

    return answer(asked, Question(ask, VIEW, "No such correction is in the ledger."))


def merge(asked: Asked, ask: Callable[[Ledger], Rows[Any]]) -> int:
    """Do something to the merges of names, and show them."""
    from communique.cli.views.corrections import MERGES

    return answer(asked, Question(ask, MERGES, "No names are merged in the ledger."))


def record_of(file: str | None, given: Sequence[str]) -> dict[str, Any]:
    """The fields of a record from a JSON file (``-``: standard input) and NAME=VALUE. Raises ``InputError``."""
    fields = dict(objects(file)[0]) if file is not None else {}
    lists: dict[str, list[str]] = {}
    for one in given:
        name, equals, value = one.partition("=")
        if not equals or not name.strip():
            raise InputError("--field", f"{one!r} is not NAME=VALUE")
        if name.strip() in _LISTS:
            lists.setdefault(name.strip(), []).extend(_parts(name.strip(), value))
        else:
            fields[name.strip()] = _value(name.strip(), value)
    return {**fields, **lists}


def _parts(name: str, value: str) -> Iterator[Any]:
    between = _LISTS[name]
    for part in value.split(between) if between else [value]:
        if part.strip() or name == "due":
            yield part.strip() or None


def _value(name: str, value: str) -> Any:
    if name == "main":
        return _FLAGS.get(value.strip().lower(), value)
    if name == "ordinal" and value.strip().isdecimal():
        return int(value)
    return value.strip() or None


def objects(file: str) -> list[Mapping[str, Any]]:
    """The JSON objects of a file: one, a list of them, or one a line. Raises ``InputError``."""
    try:
        text = sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            file, f"it cannot be read: {getattr(error, 'strerror', None) or 'it is not in UTF-8'}"
        ) from None
    found = _parsed(text)
    if not found or not all(isinstance(one, dict) for one in found):
        raise InputError(file, "it holds no JSON object, list of objects, or object a line")
    return found


def _parsed(text: str) -> list[Any]:
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        try:
            return [json.loads(line) for line in text.splitlines() if line.strip()]
        except (ValueError, RecursionError):
            return []
    return whole if isinstance(whole, list) else [whole]


def from_file(ledger: str, file: str, who: str | None, why: str) -> int:
    """Make the corrections of a file, as ``correct --list --format json`` writes them, and return the exit code.

    The oldest first, those undone with their undoing. What cannot be made is told, and the rest is made.
    """
    from communique.ledger._ledger import Ledger

    rows = sorted(objects(file), key=lambda row: str(row.get("at") or "~"))
    done, faults = 0, list[str]()
    with Ledger.open(ledger) as opened:
        for row in rows:
            try:
                _restore(opened, row, who, why)
                done += 1
            except CommuniqueError as fault:
                faults.append(f"{row.get('kind')} {row.get('target') or row.get('report')}: {fault}")
        opened.settle()
        _tell(opened.where, done, faults)
    return _exits.FAILED if faults else _exits.OK


def _restore(ledger: Ledger, row: Mapping[str, Any], who: str | None, why: str) -> None:
    own = row.get("record", row.get("after"))
    made = ledger.correct(
        _text(row, "report"), str(row.get("kind")), target=_text(row, "target"), record=own,
        who=who or _text(row, "who") or user(), why=_text(row, "why") or why, at=_text(row, "at") or now(), derive=False,
    )  # fmt: skip
    if row.get("undone_at") and made.undone_at is None:
        ledger.undo(
            made.id, who=_text(row, "undone_by") or made.who, why=_text(row, "undone_why") or "",
            at=_text(row, "undone_at") or now(), derive=False,
        )  # fmt: skip


def _text(row: Mapping[str, Any], name: str) -> str | None:
    value = row.get(name)
    if value is not None and not isinstance(value, str):
        raise InputError(name, "it is text")
    return value or None


def from_gold(ledger: str, gold: Path, report: str | None, who: str, why: str) -> int:
    """Take gold files as a person's corrections of the reports of their names, and return the exit code."""
    from communique.evaluate.gold import gold_files
    from communique.ledger._ledger import Ledger

    files = gold_files(gold)
    if not files or not gold.exists():
        raise InputError(str(gold), "no gold file (NAME.json) is there")
    if report is not None and len(files) > 1:
        raise InputError(str(gold), "for one report, say one gold file")
    done, faults = 0, list[str]()
    with Ledger.open(ledger) as opened:
        sheets = _sheets(opened, files, report)
        for file in files:
            sheet = sheets.get(file.stem)
            if sheet is None:
                faults.append(f"{file}: the ledger has no report from a file of this name, or several")
                continue
            made, wrong = _of_gold(opened, file, sheet, who, why or f"gold of {file.name}")
            done, faults = done + made, faults + wrong
        opened.settle()
        _tell(opened.where, done, faults)
    return _exits.FAILED if faults else _exits.OK


def _sheets(ledger: Ledger, files: Sequence[Path], report: str | None) -> dict[str, Corrected]:
    """The report of each gold file, by the file's name."""
    if report is not None:
        return {files[0].stem: ledger.corrected(report)[0]}
    named: dict[str, list[str]] = {}
    for source in ledger.reports(limit=0):
        named.setdefault(PurePath(source.path or "").stem, []).append(source.report)
    found = {file.stem: named.get(file.stem, []) for file in files}
    return {name: ledger.corrected(*ids)[0] for name, ids in found.items() if len(ids) == 1}


def _of_gold(ledger: Ledger, file: Path, sheet: Corrected, who: str, why: str) -> tuple[int, list[str]]:
    from communique.evaluate.from_gold import wanted

    said, faults = wanted(file, sheet)
    done = 0
    for one in said:
        try:
            ledger.correct(
                sheet.report.id,
                one.kind,
                target=one.target,
                record=one.record,
                who=who,
                why=why,
                at=now(),
                derive=False,
            )
            done += 1
        except CommuniqueError as fault:
            faults.append(f"{file}: {fault}")
    return done, faults


def _tell(where: str, done: int, faults: Sequence[str]) -> None:
    failed = f", {len(faults)} not:" if faults else "."
    say(f"{where}: {done:,} {'correction' if done == 1 else 'corrections'} made{failed}")
    for fault in faults:
        say(f"  {fault}")
