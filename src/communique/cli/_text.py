"""A reading for a person: the report's head, then each layer's records, each with its words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any

from communique.cli._screen import Paint, one_line
from communique.cli._sheet import Sheet
from communique.records import Evidence, Reading, Record

Triggers = Mapping[str, Sequence[tuple[int, int]]]
"""By record id, where the words stand that made its rule apply."""

_HEADS = {
    "engagement": "Engagements: who met whom, where and when",
    "statement": "Statements: who said what, for whom, to whom",
    "position": "Positions: where each stands",
    "relation": "Relations: what they call their ties",
    "reference": "References: what is named",
    "outcome": "Outcomes: what became of earlier words",
}
_QUOTE = 1200
_NAME = 10
"""So many digits of an id are shown: enough to tell it from all others of a ledger of millions."""


class Page(Sheet):
    """Turns readings into text of ``width`` letters a line."""

    def __init__(self, paint: Paint, width: int, explain: bool = False, ids: bool = False) -> None:
        super().__init__(paint, width)
        self.explain, self.ids = explain, ids
        self.notes: Mapping[str, str] = {}

    def reading(
        self,
        reading: Reading,
        layers: Collection[str],
        triggers: Triggers | None = None,
        only: Collection[str] | None = None,
        notes: Mapping[str, str] | None = None,
    ) -> Iterator[str]:
        """The lines of ``reading``, each with its line end; of its records those of ``layers``, or ``only`` these ids.

        ``notes`` are what is to be said beside a record, by its id.
        """
        self.notes = notes or {}
        yield from self._head(reading)
        nothing = True
        for layer in layers:
            records = [
                record for record in reading.records() if record.record == layer and (only is None or record.id in only)
            ]
            if not records:
                continue
            nothing = False
            yield "\n" + self.paint(f"{_HEADS[layer]} ({len(records)})", "bold", "cyan") + "\n"
            for number, record in enumerate(records, 1):
                yield from self._record(number, record, reading, triggers or {})
        if nothing:
            yield "\nno records\n"
        if reading.open_count:
            places = "place was" if reading.open_count == 1 else "places were"
            yield self.paint(
                f"\n{reading.open_count} {places} left open: it was not plain who speaks or is meant\n", "dim"
            )
        yield "\n"

    def _head(self, reading: Reading) -> Iterator[str]:
        report = reading.report
        title = one_line(report.title or _first_line(report.text), 200) or "(no title)"
        yield from self.wrapped(title, "", "bold")
        outlet = report.outlet or ""
        if report.outlet_country:
            outlet = f"{outlet} ({report.outlet_country})" if outlet else report.outlet_country
        dateline = f"dateline {reading.dateline}" if reading.dateline else None
        known = [outlet, report.published, dateline, report.path, report.url, report.id]
        yield from self.wrapped(" · ".join(one_line(value) for value in known if value), "", "dim")

    def _record(self, number: int, record: Record, reading: Reading, triggers: Triggers) -> Iterator[str]:
        summary, details = _SUMMARIES[record.record](record)
        lead = f"{number:3}. "
        name = f" · {record.id[:_NAME]}" if self.ids else ""
        yield from self.wrapped(one_line(summary, 1000) + name, lead)
        for detail in details:
            yield from self.wrapped(one_line(detail), "       ", hang="         ")
        if record.id in self.notes:
            yield from self.wrapped(one_line(self.notes[record.id]), "       ", "magenta", hang="         ")
        yield from self.wrapped(_quoted(record.evidence), "       ", "green", hang="        ")
        if self.explain:
            yield from self.wrapped("rule  " + ", ".join(map(one_line, record.rule)), "       ", "dim", hang=" " * 13)
            words = [one_line(reading.report.text[start:end], 80) for start, end in triggers.get(record.id, ())]
            if words:
                line = "words " + ", ".join(f"“{word}”" for word in words)
                yield from self.wrapped(line, "       ", "yellow", hang=" " * 13)


def summary(record: Record) -> str:
    """A record on one line, without its words."""
    head, details = _SUMMARIES[record.record](record)
    return one_line(" ".join([head, *details]), 1000)


def _first_line(text: str) -> str:
    """What most likely is the title where none is known: the first line that holds anything."""
    return next((line for line in text[:2000].splitlines() if line.strip()), "")


def _quoted(evidence: Sequence[Evidence]) -> str:
    return "“" + one_line(" … ".join(part.quote[: 2 * _QUOTE] for part in evidence), _QUOTE) + "”"


Summary = tuple[str, list[str]]


def _engagement(record: Any) -> Summary:
    days = " to ".join(dict.fromkeys(day for day in (record.date_start, record.date_end) if day))
    kind = " ".join(word for word in (record.level, record.kind) if word)
    words = [f"{kind}, {record.status}", days, f"in {record.place}" if record.place else ""]
    summary = " ".join(word for word in words if word) + ": " + (", ".join(record.parties) or "parties not said")
    summary += f" · no. {record.ordinal}" if record.ordinal else ""
    summary += " · main" if record.main else ""
    return summary, [", ".join(record.participants)] if record.participants else []


def _statement(record: Any) -> Summary:
    act = f"{record.strength} {record.act}" if record.strength else record.act
    who = ", ".join(record.holders) + (f" → {', '.join(record.addressees)}" if record.addressees else "")
    parts = [f"{who}: {act}", record.speaker or "", ", ".join(record.topics)]
    return " · ".join(part for part in parts if part), [f"- {item}" for item in record.items]


def _position(record: Any) -> Summary:
    return f"{record.holder}: {record.stance} · {record.issue}", []


def _relation(record: Any) -> Summary:
    when = f" {record.date}" if record.date else ""
    return f"{' – '.join(record.parties)}: {record.label} · {record.event}{when}", []


def _reference(record: Any) -> Summary:
    return f"{record.kind}: {record.name}", []


def _outcome(record: Any) -> Summary:
    when = f" {record.date}" if record.date else ""
    parties = f"{', '.join(record.parties)}: " if record.parties else ""
    return f"{parties}{record.what} · {record.state}{when}", []


_SUMMARIES: dict[str, Callable[[Any], Summary]] = {
    "engagement": _engagement,
    "statement": _statement,
    "position": _position,
    "relation": _relation,
    "reference": _reference,
    "outcome": _outcome,
}
