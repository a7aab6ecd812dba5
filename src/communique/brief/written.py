"""What every form of a brief has in common: its head and foot, quotation marks, references."""

from __future__ import annotations

from communique.brief.model import Brief, BriefLine, CitedReport, Kind
from communique.brief.saying import day

QUOTED = frozenset({"quote", "old", "new"})


def subtitle(brief: Brief) -> str:
    """As of when it is, since when it has the news, and from what it is made."""
    since = f", news since {day(brief.since)}" if brief.since else ""
    return f"Brief as of {day(brief.as_of)}{since}. {brief.facts}" if brief.as_of else brief.facts


def footer(brief: Brief) -> str:
    """What stands at the foot of every page."""
    as_of = f", as of {day(brief.as_of)}" if brief.as_of else ""
    return f"{brief.title}{as_of} · Every line is what a report says; none is stated as fact."


def quoted(line: BriefLine) -> list[tuple[str, Kind]]:
    """The runs of a line, with quotation marks around each stretch of a report's words."""
    runs: list[tuple[str, Kind]] = []
    inside = False
    for run in line.runs:
        if (run.kind in QUOTED) != inside:
            runs.append(("”" if inside else "“", "plain"))
            inside = not inside
        runs.append((run.text, run.kind))
    return [*runs, ("”", "plain")] if inside else runs


def keys(line: BriefLine) -> str:
    """What a line cites, as it shows it."""
    return ", ".join(one.key for one in line.citations)


def reference(source: CitedReport) -> str:
    """A report in the list of sources, without where it lies: outlet, country, date, title."""
    outlet = source.outlet or "unknown outlet"
    by = f"{outlet} ({source.country})" if source.country else outlet
    title = f", “{source.title}”" if source.title else ""
    return f"{by}, {day(source.date)}{title}"
