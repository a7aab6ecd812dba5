"""A thread: one undertaking as followed so far. Wholly serialisable; all that linking needs is in it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from communique.ledger.commitments.mention import Mention, Occasion
from communique.ledger.commitments.profile import Profile
from communique.ledger.rows import State
from communique.records import Evidence

KEPT = 4
"""How many wordings of an undertaking are kept for comparison: the first, and the newest others."""
TELLS = 0.9
"""What the words of "the loan agreement" must tell to be kept as a wording."""


@dataclass(frozen=True)
class ThreadStep:
    """A step with what the judging of later steps needs."""

    report: str
    path: str | None
    date: str | None
    state: State
    told: str
    sure: bool
    reason: str
    likeness: float | None
    record: str
    start: int
    end: int
    quote: str
    holders: tuple[str, ...] = ()
    strength: str | None = None
    firm: bool = False
    due: str | None = None
    condition: str | None = None

    @property
    def evidence(self) -> Evidence:
        """The words of the step."""
        return Evidence(start=self.start, end=self.end, quote=self.quote)


@dataclass
class Thread:
    """An undertaking followed through the reports: its steps, and the profile that later mentions are compared with."""

    id: str
    bucket: str
    kind: str
    doers: tuple[str, ...]
    others: tuple[str, ...]
    askers: tuple[str, ...]
    what: str
    born: tuple[str, str, int]
    steps: list[ThreadStep] = field(default_factory=list)
    wordings: list[Profile] = field(default_factory=list)
    amounts: dict[str, float] = field(default_factory=dict)
    ordinal: int | None = None
    due: str | None = None
    strength: str | None = None
    condition: str | None = None
    named: tuple[str, ...] = ()
    occasion: Occasion | None = None
    label: frozenset[str] = frozenset()
    _keys: frozenset[str] | None = field(default=None, init=False, repr=False, compare=False)

    @classmethod
    def begun_by(cls, one: Mention) -> Thread:
        """The thread that a mention begins, without its step; its id is derived from the mention."""
        content = [one.bucket, one.report, one.record, one.evidence.start, one.evidence.end, one.what]
        made = hashlib.sha256(json.dumps(content, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()[:16]
        return cls(
            id=made, bucket=one.bucket, kind=one.kind, doers=one.doers, others=one.others, askers=one.askers,
            what=one.what, born=(one.date or "", one.report, one.evidence.start), occasion=one.occasion, label=one.label,
        )  # fmt: skip

    @property
    def last(self) -> ThreadStep:
        """The newest step that surely belongs to it."""
        return next(step for step in reversed(self.steps) if step.sure)

    @property
    def order(self) -> tuple[str, str, int, str]:
        """By which threads are newer than others: the last sure step, then the id."""
        last = self.last
        return last.date or "", last.report, last.start, self.id

    def keys(self) -> frozenset[str]:
        """The terms by which it is found again."""
        if self._keys is None:
            own = occasion_keys(self.occasion, self.label)
            self._keys = frozenset[str]().union(own, *(one.keys for one in self.wordings))
        return self._keys

    def learn(self, one: Mention) -> None:
        """Take a sure mention's wording and details into the profile."""
        wording = one.profile
        own = one.back is None or (one.back == "name" and one.terms.substance >= TELLS)
        if one.terms.substance > 0 and own and wording not in self.wordings:
            self.wordings.append(wording)
            del self.wordings[1 : max(1, len(self.wordings) - KEPT + 1)]
        self.amounts.update(one.amounts)
        self.ordinal = one.ordinal or self.ordinal
        self.named = tuple(dict.fromkeys((*self.named, *one.named)))[:8]
        if one.told in ("asked", "said", "planned", "moved"):
            self.due = one.due or self.due
            self.strength = one.strength or self.strength
            self.condition = one.condition
        if one.told in ("said", "planned") and self.kind == "request" and not one.askers and one.kind != "request":
            self.kind = "engagement" if one.kind == "engagement" else self.kind
        if one.occasion and (self.occasion or len(self.steps) <= 1):
            self.occasion = merged(self.occasion, one.occasion)
        self.label = one.label or self.label
        self._keys = None

    def to_json(self) -> dict[str, Any]:
        """Plain values, from which ``from_json`` makes the same thread."""
        plain = asdict(self)
        del plain["_keys"]
        for wording in plain["wordings"]:
            wording["names"] = sorted(wording["names"])
        plain["label"] = sorted(self.label)
        if self.occasion:
            plain["occasion"]["who"], plain["occasion"]["body"] = sorted(self.occasion.who), sorted(self.occasion.body)
        return plain

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> Thread:
        """The thread that ``to_json`` gave, or its JSON read again."""
        own = dict(plain)
        own["steps"] = [ThreadStep(**{**step, "holders": tuple(step["holders"])}) for step in own["steps"]]
        own["wordings"] = [
            Profile(one["weights"], frozenset(one["names"]), one["head"], one["words"]) for one in own["wordings"]
        ]
        for name in ("doers", "others", "askers", "born", "named"):
            own[name] = tuple(own[name])
        own["label"] = frozenset(own["label"])
        if own["occasion"]:
            occasion = {
                **own["occasion"],
                "who": frozenset(own["occasion"]["who"]),
                "body": frozenset(own["occasion"]["body"]),
            }
            own["occasion"] = Occasion(**occasion)
        own["amounts"] = dict(own["amounts"])
        return cls(**own)


def merged(old: Occasion | None, new: Occasion) -> Occasion:
    """What is known of an occasion after another telling of it: the newer date, who and number where told."""
    if old is None or old.kind != new.kind:
        return old or new
    return Occasion(
        new.kind, new.visitor or old.visitor, new.host or old.host, new.who or old.who, new.rank or old.rank,
        old.body | new.body if len(new.body) > 1 or not old.body else old.body, new.ordinal or old.ordinal, new.next,
        _finer(new.date, old.date), new.place or old.place,
    )  # fmt: skip


def _finer(new: str | None, old: str | None) -> str | None:
    if new and old and old.startswith(new):
        return old
    return new or old


def occasion_keys(occasion: Occasion | None, label: frozenset[str]) -> tuple[str, ...]:
    """Terms of their own by which visits, sessions, meetings and upgrades are found."""
    found = ["@upgrade"] if label else []
    if occasion:
        found.append(f"@{occasion.kind}")
    return tuple(found)


def mention_keys(one: Mention) -> frozenset[str]:
    """The terms by which the threads of a mention are found."""
    own = one.profile.keys
    twins = {("-" if term[0] == "+" else "+") + term[1:] for term in own if term[0] in "+-"}
    sittings = {"@session", "@meeting"} if one.occasion and one.occasion.kind in ("session", "meeting") else set()
    return frozenset(own | twins | sittings | set(occasion_keys(one.occasion, one.label)))
