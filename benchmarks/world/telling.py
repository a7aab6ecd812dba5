"""A report of an occasion, as one outlet tells it: the text, and the records that a reader would take from it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from random import Random
from typing import Any

from benchmarks.world import stances, words
from benchmarks.world.history import Occasion, Stand, Told, Visit
from benchmarks.world.matters import filled
from benchmarks.world.page import Page, within
from benchmarks.world.sides import OFFICES, Side, sides
from communique.records import (
    Engagement,
    Evidence,
    Outcome,
    Position,
    Reading,
    Record,
    Reference,
    Relation,
    Report,
    Statement,
)

READ_BY = "synthetic world 1"
_STATEMENTS = (5, 6, 7, 8, 8, 9, 9, 10, 10, 11, 12, 13, 14, 16, 17)
"""How many statements a report has, each of these as often: 10.3 on average."""
_MONTHS = "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.".split()
_FULL_MONTHS = "January February March April May June July August September October November December".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_SAID = ("said", "noted", "stressed", "added", "stated", "told the other side", "pointed out", "emphasised")
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_PLEDGES = {
    "firm": ("{who} will {do}", "{who} has decided to {do}", "{who} undertakes to {do}", "{who} will as always {do}"),
    "soft": ("{who} is ready to {do}", "{who} is willing to {do}", "{who} hopes to {do}", "{who} intends to {do}"),
    "tentative": ("{who} will consider whether to {do}", "{who} will look into how to {do}", "{who} is open to a proposal to {do}"),
}  # fmt: skip
_ASKS = (
    "{who} asked {whom} to {do}",
    "{who} urged {whom} to {do}",
    "{who} hopes that {whom} will {do}",
    "{who} called on {whom} to {do}",
)
_PROPOSES = ("{who} proposed that the two sides {do}", "the two sides should {do}", "{who} stressed the need to {do}")
_AGREES = {
    "firm": ("the two sides agreed to {do}", "the two sides decided to {do}", "both sides undertook to {do}"),
    "soft": ("the two sides are ready to {do}", "both sides expressed their readiness to {do}"),
    "tentative": ("the two sides agreed to explore how to {do}", "both sides will study how to {do}"),
}  # fmt: skip
_CHATTER = (("assess", 20), ("appreciate", 14), ("complain", 4), ("announce", 2), ("support", 4), ("oppose", 2))
_TOPICS_OF_CHATTER = ("political-trust", "trade", "culture", "hotspot", "multilateral", "people-to-people", "energy")


class Teller:
    """Writes one report. ``chance`` decides in which words and what is left out."""

    def __init__(self, occasion: Occasion, outlet: str, chance: Random) -> None:
        self.occasion, self.chance, self.page = occasion, chance, Page()
        code, _, kind = outlet.partition("/")
        self.own = sides()[code]
        self.outlet = self.own.outlets[int(kind or 0)]
        self.parties = [sides()[one] for one in occasion.parties]
        self.found: dict[str, list[Any]] = {}
        self.kept: list[tuple[type[Record], dict[str, Any]]] = []
        self.named: set[str] = set()
        self.left = chance.choice(_STATEMENTS)

    # -- records ---------------------------------------------------------------------------------------------------

    def keep(self, layer: type[Record], evidence: Evidence, rule: str, **fields: Any) -> None:
        """Note a record; it is made when the report has its id."""
        self.kept.append((layer, {"evidence": (evidence,), "rule": (rule,), **fields}))

    def statement(self, act: str, holders: Sequence[str], evidence: Evidence, **fields: Any) -> None:
        """Note a statement."""
        self.left -= 1
        self.keep(Statement, evidence, f"acts.yaml/{act}", act=act, holders=tuple(holders), **fields)

    def reference(self, kind: str, name: str, whole: Evidence) -> None:
        """Note a named thing, once."""
        if name not in self.named and name in whole.quote:
            self.named.add(name)
            self.keep(Reference, within(whole, name), f"references.yaml/{kind}", kind=kind, name=name)

    def other(self, side: Side) -> Side | None:
        """The other one of two."""
        return next((one for one in self.parties if one is not side), None)

    def person(self, side: Side) -> str:
        """Who speaks for a side on the occasion."""
        return side.person(self.occasion.office, self.occasion.day.year)

    # -- the report ------------------------------------------------------------------------------------------------

    def reading(self) -> Reading:
        """Write the report and make its records."""
        occasion = self.occasion
        title = self._title()
        self._lead()
        first, then = self._order()
        shares: dict[str, list[Told]] = {}
        for told in occasion.undertakings:
            if len(occasion.tellers) == 1 or self.chance.random() < 0.8:
                shares.setdefault(told.by, []).append(told)
        self._label()
        self._part(first, shares)
        if then is not None:
            self._part(then, shares)
        self._together(shares.get("", []))
        self._sessions()
        for visit in occasion.visits:
            self._visit(visit)
        return self._finish(title)

    def _order(self) -> tuple[Side, Side | None]:
        """Whose words come first: the own side's."""
        own = self.own if self.own in self.parties else self.parties[0]
        return own, self.other(own)

    def _finish(self, title: str) -> Reading:
        occasion, text = self.occasion, self.page.text
        day = occasion.day.isoformat()
        slug = f"{occasion.number}-{occasion.tellers.index(self._teller()) + 1}"
        report = Report(
            title=title, outlet=self.outlet, outlet_country=self.own.code if len(self.own.code) == 3 else None,
            published=day, url=f"https://news.{self.own.code.lower()}.example/{day.replace('-', '/')}/{slug}.html",
            language="en", text=text,
        )  # fmt: skip
        layers: dict[str, list[Record]] = {}
        for kind, fields in self.kept:
            record = kind(report=report.id, **fields)
            layers.setdefault(f"{record.record}s", []).append(record)
        made: dict[str, Any] = {layer: tuple(some) for layer, some in layers.items()}
        return Reading(report=report, dateline=day, read_by=READ_BY, **made)

    def _teller(self) -> str:
        at = self.own.outlets.index(self.outlet)
        names = {self.own.code, f"{self.own.code}/{at}"} if at == 0 else {f"{self.own.code}/{at}"}
        return next(one for one in self.occasion.tellers if one in names)

    def _title(self) -> str:
        names = ", ".join(one.adjective for one in self.parties[:3])
        what = {
            "briefing": "spokesperson speaks to the press",
            "multilateral": "leaders meet",
            "message": "leaders exchange messages",
        }
        return f"{names} {what.get(self.occasion.kind, f'{OFFICES[self.occasion.office][1]} hold talks')} in {self.occasion.place[0]}"

    def _lead(self) -> None:
        occasion, page = self.occasion, self.page
        day, city = occasion.day, occasion.place[0]
        page.plain(f"{city.upper()}, {_MONTHS[day.month - 1]} {day.day} ({self.outlet}) -- ")
        weekday = _DAYS[day.weekday()]
        people = [self.person(one) for one in self.parties[:2]]
        title = OFFICES[occasion.office][0]
        first = self.parties[0]
        second = self.parties[1] if len(self.parties) > 1 else first
        head = f"{first.adjective} {title} {people[0]}"
        whom = f"{second.adjective} {title} {people[-1]}"
        name, number = occasion.body or ("", 1)
        lead = {
            "meeting": f"{head} met here on {weekday} with {whom}",
            "call": f"{head} spoke by telephone on {weekday} with {whom}",
            "visit": f"{head} held talks on {weekday} with {whom}, who is on an official visit",
            "mechanism": f"{head} and {whom} chaired the {_ordinal(number)} meeting of the {name} on {weekday}",
            "message": f"{head} sent a message of congratulation on {weekday} to {whom}",
            "briefing": f"{head} spoke to the press on {weekday}",
            "multilateral": f"the leaders of the {name} countries held their {_ordinal(number)} summit on {weekday}",
        }[occasion.kind]
        evidence = page.capital(lead)
        iso = day.isoformat()
        away = occasion.kind in ("call", "message")
        self.keep(
            Engagement, evidence, f"engagements.yaml/{occasion.kind}",
            kind="meeting" if occasion.kind == "visit" else occasion.kind, status="held", date_start=iso, date_end=iso,
            place=None if away else city, parties=occasion.parties,
            participants=() if occasion.kind == "multilateral" else tuple(dict.fromkeys(people)),
            ordinal=number if occasion.body and number > 0 else None, main=True,
        )  # fmt: skip
        page.plain(".\n\n")
        if occasion.kind == "visit":
            visit = page.capital(
                f"{self.parties[-1].name}'s delegation arrived for a two-day official visit to {occasion.place[1]}"
            )
            self.keep(
                Engagement, visit, "engagements.yaml/visit", kind="visit", status="held", date_start=iso, date_end=iso,
                place=occasion.place[1], parties=occasion.parties, level="official",
            )  # fmt: skip
            page.plain(".\n\n")
        if occasion.body:
            self.reference("forum" if occasion.kind == "multilateral" else "mechanism", name, evidence)

    def _label(self) -> None:
        occasion = self.occasion
        if occasion.label is None or (len(occasion.tellers) > 1 and self.chance.random() < 0.2):
            return
        label, event, day = occasion.label
        if self.own is self.parties[-1]:
            for one, other in stances.OTHER_WORDS.items():
                label = label.replace(one, other)
        names = f"{self.parties[0].name} and {self.parties[1].name}"
        clause = {
            "described": f"{names} enjoy a {label}",
            "upgraded": f"{names} decided to upgrade their relations to a {label}",
            "agreed": f"{names} agreed to build a {label}",
        }[event]
        evidence = self.page.capital(clause)
        self.keep(
            Relation,
            evidence,
            f"relations.yaml/{event}",
            parties=occasion.parties[:2],
            label=label,
            event=event,
            date=day,
        )
        self.page.plain(", the report said.\n\n")

    # -- what one side says ----------------------------------------------------------------------------------------

    def _part(self, side: Side, shares: dict[str, list[Told]]) -> None:
        mine = shares.get(side.code, [])
        stands = [one for one in self.occasion.stands if one.holder == side.code]
        for told in mine[: max(1, self.left - 1)]:
            self._undertaking(told, side)
        for stand in stands:
            if self.left > 0:
                self._stand(stand, side)
        others = 2 if len(self.parties) > 1 else 1
        share = (self.left - self.chance.randrange(0, 3)) // (others if side is self._order()[0] else 1)
        for _ in range(max(0, share)):
            self._chatter(side)
        self.page.plain("\n\n")

    def _say(self, clause: str, side: Side, *, capital: bool = True) -> Evidence:
        """A sentence of somebody's: the clause is its evidence."""
        evidence = self.page.capital(clause) if capital else self.page.add(clause)
        self.page.plain(f", {self.person(side).split()[-1]} {self.chance.choice(_SAID)}. ")
        return evidence

    def _spoken(self, side: Side) -> dict[str, Any]:
        other = self.other(side) if len(self.parties) == 2 else None
        return {"speaker": self.person(side), "addressees": (other.code,) if other else ()}

    def _do(self, told: Told) -> tuple[str, str]:
        """What is to be done, in some words, and those with by when."""
        kind = told.matter.words
        form = kind.less if told.strength == "tentative" and self.chance.random() < 0.3 else self.chance.choice(kind.do)
        does = told.matter.told(form)
        return does, f"{does} {_by(told.due)}" if told.due else does

    def _undertaking(self, told: Told, side: Side) -> None:
        if told.move in ("progress", "done", "move"):
            self._fate(told, side)
            return
        other = self.other(side)
        whom = other.name if other else "all parties"
        _, item = self._do(told)
        forms: Sequence[str] = _PLEDGES[told.strength]
        act = "pledge"
        strength: str | None = told.strength
        if told.move == "ask":
            forms, act, strength = _ASKS, "request", None
        elif told.move == "propose":
            forms, act, strength = _PROPOSES, "propose", None
        elif told.move == "refuse":
            forms, act, strength, item = ("{who} will not accept the request to {do}",), "oppose", None, item
        clause = self.chance.choice(forms).format(who=side.name, whom=whom, do=item)
        evidence = self._say(clause, side)
        self.statement(
            act, (side.code,), evidence, strength=strength, items=() if act == "oppose" else (item,),
            due=() if act == "oppose" else (told.due,), topics=told.matter.words.topics, **self._spoken(side),
        )  # fmt: skip
        self._names(told, evidence)

    def _names(self, told: Told, evidence: Evidence) -> None:
        kind = told.matter.words
        if kind.named:
            self.reference(kind.named, told.matter.it.removeprefix("the "), evidence)

    def _fate(self, told: Told, side: Side) -> None:
        """What became of it: told by the report, and now and then by a side too."""
        kind = told.matter.words
        if told.move == "move":
            clause = f"the date by which the sides will {told.matter.told(kind.do[0])} has been moved to {_when(told.due or '')}"
            state = "postponed"
        elif told.move == "progress":
            clause, state = told.matter.told(self.chance.choice(kind.under_way)), "begun"
        else:
            clause = f"{told.matter.told(self.chance.choice(kind.done))} {_in(self.occasion.day)}"
            state = "done"
        said = self.chance.random() < 0.5
        evidence = self._say(clause, side) if said else self.page.capital(clause)
        if said:
            self.statement("assess", (side.code,), evidence, topics=kind.topics, **self._spoken(side))
        else:
            self.page.plain(". ")
        day = self.occasion.day.isoformat()[:7] if state == "done" else None
        self.keep(
            Outcome,
            evidence,
            f"outcomes.yaml/{state}",
            what=evidence.quote,
            parties=self.occasion.parties[:2],
            state=state,
            date=day,
        )
        self._names(told, evidence)

    def _stand(self, stand: Stand, side: Side) -> None:
        against = stand.issue in stances.OPPOSED
        verb = (stances.AGAINST if against else stances.FOR)[stand.verb]
        of = sides()[stand.of].name if stand.of in sides() else {"PRK": "North Korea"}.get(stand.of, "the region")
        clause = f"{side.name} {verb} {stances.ISSUES[stand.issue][stand.formula].format(place=of)}"
        evidence = self._say(clause, side)
        act, stance = ("oppose", "oppose") if against else ("support", "support")
        self.statement(act, (side.code,), evidence, topics=("sovereignty",), **self._spoken(side))
        issue = f"{stand.issue}:{stand.of}" if stand.of else stand.issue
        self.keep(Position, evidence, f"issues.yaml/{stand.issue}", holder=side.code, issue=issue, stance=stance)
        if stand.issue in ("belt-and-road", "gdi", "gsi", "gci", "one-china"):
            name = stances.ISSUES[stand.issue][stand.formula].removeprefix("the ").removeprefix("its ")
            self.reference("initiative", name, evidence)

    def _chatter(self, side: Side) -> None:
        """What fills a report: judgements, thanks, complaints."""
        chance, other = self.chance, self.other(side) or side
        act = chance.choices([one for one, _ in _CHATTER], [share for _, share in _CHATTER])[0]
        where = (side, other) if chance.random() < 0.5 else (other, side)
        clause = {
            "assess": lambda: chance.choice(words.JUDGED),
            "appreciate": lambda: f"{side.name} thanked {other.name} for {chance.choice(words.PRAISE)}",
            "complain": lambda: f"{side.name} is deeply concerned about {chance.choice(words.CAUSES)}",
            "announce": lambda: chance.choice(words.ANNOUNCED),
            "support": lambda: f"{side.name} supports {chance.choice(words.BACKED)}",
            "oppose": lambda: f"{side.name} rejects {chance.choice(words.OPPOSED)}",
        }[act]()
        clause = filled(clause, chance, *where)
        about = chance.choice(words.NAMED) if chance.random() < 0.5 else None
        if about is not None:
            name = filled(about[1], chance, *where)
            clause = f"{clause}, {chance.choice(words.WITH_REGARD)} the {name}"
        evidence = self._say(clause, side)
        if about is not None:
            self.reference(about[0], name, evidence)
        self.statement(act, (side.code,), evidence, topics=(chance.choice(_TOPICS_OF_CHATTER),), **self._spoken(side))

    # -- what both say ---------------------------------------------------------------------------------------------

    def _together(self, agreed: list[Told]) -> None:
        for told in agreed:
            if told.move in ("progress", "done", "move"):
                self._fate(told, self.parties[0])
                continue
            _, item = self._do(told)
            clause = self.chance.choice(_AGREES[told.strength]).format(do=item)
            evidence = self.page.capital(clause)
            self.page.plain(". ")
            self.statement(
                "agree", self.occasion.parties, evidence, strength=told.strength, items=(item,), due=(told.due,),
                topics=told.matter.words.topics,
            )  # fmt: skip
            self._names(told, evidence)
        if self.left > 0 and len(self.parties) == 2 and self.chance.random() < 0.3:
            forum = self.chance.choice(
                ("Shanghai Cooperation Organization", "United Nations", "World Trade Organization", "G20")
            )
            item = f"coordinate more closely within the {forum}"
            evidence = self.page.add(f"The two sides agreed to {item}")
            self.page.plain(". ")
            self.statement(
                "agree", self.occasion.parties, evidence, strength="firm", items=(item,), topics=("multilateral",)
            )
            self.reference("forum", forum, evidence)
        self.page.plain("\n\n")

    def _sessions(self) -> None:
        """An occasion before this one, and the next session of a body."""
        occasion, page = self.occasion, self.page
        if occasion.recalled and self.chance.random() < 0.8:
            kind, day = occasion.recalled
            evidence = page.add(
                f"The two had last {'spoken by telephone' if kind == 'call' else 'met'} {_in_text(day)}"
            )
            page.plain(". ")
            self.keep(
                Engagement, evidence, f"engagements.yaml/{kind}", kind=kind, status="held", date_start=day, date_end=day,
                parties=occasion.parties[:2], participants=tuple(self.person(one) for one in self.parties[:2]),
            )  # fmt: skip
        if occasion.coming and self.left > 0:
            name, number, day = occasion.coming
            item = f"hold the {_ordinal(number)} meeting of the {name} {_in_text(day)}"
            evidence = page.add(f"The two sides agreed to {item}")
            page.plain(". ")
            self.statement(
                "agree",
                occasion.parties,
                evidence,
                strength="firm",
                items=(item,),
                due=(day,),
                topics=("political-trust",),
            )
            self.keep(
                Engagement, evidence, "engagements.yaml/mechanism", kind="mechanism", status="planned", date_start=day,
                date_end=day, parties=occasion.parties[:2], ordinal=number,
            )  # fmt: skip
            self.reference("mechanism", name, evidence)

    def _visit(self, visit: Visit) -> None:
        visitor, host = sides()[visit.visitor], sides()[visit.host]
        name = visitor.person(0, self.occasion.day.year)
        if visit.state == "cancelled":
            evidence = self.page.add(f"{name}'s visit to {host.name} has been called off")
            self.page.plain(".\n\n")
            self.keep(
                Outcome,
                evidence,
                "outcomes.yaml/failed",
                what=evidence.quote,
                parties=(visit.visitor, visit.host),
                state="failed",
            )
            return
        clause = {
            "planned": f"{name} will pay a state visit to {host.name} {_in_text(visit.day)}",
            "moved": f"{name}'s state visit to {host.name} has been put off and will take place {_in_text(visit.day)}",
            "held": f"{name} paid a state visit to {host.name} {_in_text(visit.day)}",
        }[visit.state]
        evidence = self.page.add(clause)
        self.page.plain(".\n\n")
        self.keep(
            Engagement, evidence, "engagements.yaml/visit-state", kind="visit", status="held" if visit.state == "held" else "planned",
            date_start=visit.day, date_end=visit.day, place=host.name, parties=(visit.visitor, visit.host), participants=(name,),
            level="state",
        )  # fmt: skip


def _by(due: str | None) -> str:
    return f"by {_when(due)}" if due and len(due) > 4 else f"before the end of {due}"


def _ordinal(number: int) -> str:
    return _ORDINALS[number - 1] if 0 < number <= 10 else f"{number}th"


def _when(day: str) -> str:
    """A date prefix in words."""
    if len(day) == 4:
        return day
    month = _FULL_MONTHS[int(day[5:7]) - 1]
    return f"{month} {day[:4]}" if len(day) == 7 else f"{int(day[8:10])} {month} {day[:4]}"


def _in_text(day: str) -> str:
    return f"on {_when(day)}" if len(day) > 7 else f"in {_when(day)}"


def _in(day: date) -> str:
    return f"in {_FULL_MONTHS[day.month - 1]}"


def tell(occasion: Occasion, outlet: str, seed: int) -> Reading:
    """The reading of the report that an outlet makes of an occasion."""
    return Teller(occasion, outlet, Random(f"{seed} {occasion.number} {outlet}")).reading()
