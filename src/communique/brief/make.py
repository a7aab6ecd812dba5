"""A brief is made: the ledger is asked, lines are drafted, those that have room are taken and get their numbers."""

from __future__ import annotations

from collections.abc import Sequence

from communique.brief.drafts import Draft, Drafts, Part, Words
from communique.brief.facts import Facts, gather
from communique.brief.fit import fit
from communique.brief.model import Brief, BriefGroup, BriefLine, BriefSection, Citation, CitedReport
from communique.brief.saying import age, clean, counted, cut, day, days, last_day, listed
from communique.brief.sections import SECTIONS
from communique.ledger._ledger import Ledger
from communique.ledger.ask.rows import Source

_QUOTE = 110
_PATH = 200
_STALE = 12
"""So many months without a report on the two are worth a word."""


def make_brief(ledger: Ledger, a: str, b: str, *, since: str | None = None, as_of: str | None = None) -> Brief:
    """What the ledger holds on two sides, on two pages, each line with the words that it rests on.

    ``since`` leaves out meetings and changes of wording before that day; what is open stays, whatever its age.
    ``as_of`` tells it as things stood then, by default on the day of the newest report. The same ledger and day give
    the same brief. Raises ``UnknownParty``, ``BadDate``, ``BadQuery`` where the two are one, ``LedgerError``.
    """
    facts = gather(ledger, a, b, since, as_of)
    parts = [section(facts) for section in SECTIONS]
    chosen = fit(parts)
    drafts = [draft for groups in chosen for group in groups for draft in group]
    cited = ledger.sources({words.report for draft in drafts for words in draft.words})
    numbers = _Numbers(drafts, cited)
    sections = [_section(part, groups, numbers) for part, groups in zip(parts, chosen, strict=True)]
    return Brief(
        a=facts.a, b=facts.b, names=(clean(facts.name(facts.a)), clean(facts.name(facts.b))), as_of=facts.day,
        since=since, facts=_made_of(facts), unknown=tuple(_unknown(facts, ledger.unsettled())),
        sections=tuple(sections), sources=numbers.sources(),
    )  # fmt: skip


class _Numbers:
    """Gives reports their numbers, and their words letters, in the order in which lines come to them."""

    def __init__(self, drafts: Sequence[Draft], sources: dict[str, Source]) -> None:
        self._sources = sources
        self._words: dict[str, dict[tuple[int, int], list[Words]]] = {}
        for draft in drafts:
            for one in draft.words:
                of_report = self._words.setdefault(one.report, {})
                of_report.setdefault((one.evidence.start, one.evidence.end), []).append(one)
        self._made = {
            (report, span): self._citation(number, letter, report, uses)
            for number, (report, spans) in enumerate(self._words.items(), 1)
            for letter, (span, uses) in enumerate(spans.items())
        }

    def _citation(self, number: int, letter: int, report: str, uses: list[Words]) -> Citation:
        source, first = self._sources[report], uses[0]
        around = next((one.around for one in uses if one.around), "")
        return Citation(
            key=f"{number}{_letters(letter)}", number=number, report=report, outlet=_shown(source.outlet),
            country=source.outlet_country, date=source.published or source.date,
            quote=cut(first.evidence.quote, _QUOTE, around), start=first.evidence.start, end=first.evidence.end,
            told=all(one.told for one in uses),
        )  # fmt: skip

    def of(self, draft: Draft) -> tuple[Citation, ...]:
        """The citations of a line."""
        made = (self._made[one.report, (one.evidence.start, one.evidence.end)] for one in draft.words)
        return tuple(dict.fromkeys(made))

    def sources(self) -> tuple[CitedReport, ...]:
        """The reports by number, each with its citations."""
        return tuple(
            CitedReport(
                number=number, report=report, outlet=_shown(source.outlet), country=source.outlet_country,
                date=source.published or source.date, title=_shown(source.title), where=cut(source.path or report, _PATH),
                citations=tuple(self._made[report, span] for span in spans),
            )
            for number, (report, spans) in enumerate(self._words.items(), 1)
            if (source := self._sources[report])
        )  # fmt: skip


def _shown(text: str | None) -> str | None:
    return cut(text, _QUOTE) if text else None


def _letters(number: int) -> str:
    """a to z, then aa, ab ..."""
    rest, last = divmod(number, 26)
    return (_letters(rest - 1) if rest else "") + chr(ord("a") + last)


def _section(part: Part, chosen: Sequence[Sequence[Draft]], numbers: _Numbers) -> BriefSection:
    groups = tuple(
        BriefGroup(
            group.title, tuple(BriefLine(draft.runs, numbers.of(draft)) for draft in drafts), _more(group, len(drafts))
        )
        for group, drafts in zip(part.groups, chosen, strict=True)
        if group.lines
    )
    return BriefSection(part.key, part.title, groups, None if groups else part.nothing, part.note if groups else None)


def _more(group: Drafts, shown: int) -> str | None:
    left = group.total - shown
    return f"{'at least ' if group.more else ''}{left} more: {group.command}" if left > 0 else None


def _made_of(facts: Facts) -> str:
    """From how many reports it is made, whose they are, and of which time."""
    number = sum(one.reports for one in facts.coverage)
    if not number:
        return "The ledger has no report on the two."
    dates = sorted(date for one in facts.coverage for date in (one.first, one.last) if date)
    if number == 1:
        (one,) = facts.coverage
        of = f" of {facts.name(one.outlet_country)} ({one.outlet_country})" if one.outlet_country else ""
        return f"From one report on the two, by an outlet{of}, {day(one.last)}."
    by = [(code, sum(one.reports for one in facts.coverage if one.outlet_country == code)) for code in facts.sides]
    others = number - sum(own for _, own in by)
    whose = [
        f"{own} by {'an outlet' if own == 1 else 'outlets'} of {facts.name(code)} ({code})" for code, own in by if own
    ]
    whose += [f"{others} by others"] if others else []
    when = f", {days(dates[0], dates[-1])}" if dates else ""
    return f"From {counted(number, 'report')} on the two{when}: {listed(whose)}."


def _unknown(facts: Facts, unsettled: int) -> list[str]:
    """What the ledger does not hold."""
    told = []
    if facts.coverage:
        told += [
            f"No report by an outlet of {facts.name(code)} is in the ledger: what it says here is what others say of it."
            for code in facts.sides if all(one.outlet_country != code for one in facts.coverage)
        ]  # fmt: skip
        last = max((one.last or "" for one in facts.coverage), default="")
        if last and _months(last, facts.day) >= _STALE:
            told.append(
                f"The last report on the two is of {day(last)}, {age(last, facts.day)}; what came after is not known."
            )
    if facts.commitments_total > len(facts.commitments):
        told.append(
            f"Of {facts.commitments_total:,} commitments the last {len(facts.commitments):,} were looked at; "
            f"communique commitments {facts.a} {facts.b} has all."
        )
    if unsettled:
        told.append("Some reports are not worked in yet; communique rebuild does it.")
    return told


def _months(first: str, last: str) -> int:
    begun, now = last_day(first), last_day(last)
    return (int(now[:4]) - int(begun[:4])) * 12 + int(now[5:7]) - int(begun[5:7])
