"""A thread: one undertaking as followed so far. Wholly serialisable; all that linking needs is in it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Self

from communique.ledger.commitments.amounts import counts, sums
from communique.ledger.commitments.course import Course, course_of
from communique.ledger.commitments.mention import Mention, Occasion
from communique.ledger.commitments.profile import Profile
from communique.ledger.commitments.steps import ThreadStep
from communique.ledger.commitments.stood import SETTING

KEPT = 4
"""How many wordings of an undertaking are kept for comparison: the first, and the newest others."""
TELLS = 0.9
"""What the words of "the loan agreement" must tell to be kept as a wording."""


class Born(NamedTuple):
    """Where a thread began: the ``date`` of the report ('': none), the report, the place in it."""

    date: str
    report: str
    start: int


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
    born: Born
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
    _course: tuple[list[ThreadStep], Course] | None = field(default=None, init=False, repr=False, compare=False)

    @classmethod
    def begun_by(cls, one: Mention) -> Thread:
        """The thread that a mention begins, without its step; its id is derived from the mention."""
        content = [one.bucket, one.report, one.record, one.evidence.start, one.evidence.end, one.what]
        made = hashlib.sha256(json.dumps(content, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()[:16]
        return cls(
            id=made, bucket=one.bucket, kind=one.kind, doers=one.doers, others=one.others, askers=one.askers,
            what=one.what, born=Born(one.date or "", one.report, one.evidence.start), occasion=one.occasion, label=one.label,
        )  # fmt: skip

    @property
    def course(self) -> Course:
        """What mentions are compared with of its steps."""
        if self._course is None or self._course[0] is not self.steps:
            self._course = self.steps, course_of(self.steps)
        return self._course[1]

    @property
    def order(self) -> tuple[str, str, int, str]:
        """By which threads are newer than others: the last sure step, then the id."""
        return *self.course.place, self.id

    @property
    def stages(self) -> frozenset[str]:
        """The stages of the work that its wordings name, as a feasibility study."""
        return frozenset[str]().union(*(wording.stages for wording in self.wordings))

    def keys(self) -> frozenset[str]:
        """The terms by which it is found again."""
        if self._keys is None:
            own = occasion_keys(self.occasion, self.label)
            self._keys = _of_amounts(self.amounts.items()).union(own, *(one.keys for one in self.wordings))
        return self._keys

    def tell(self, step: ThreadStep) -> None:
        """Add a step. Like all that changes it this leaves as it is what was ``known`` before."""
        self.steps = [*self.steps, step]

    def learn(self, one: Mention) -> None:
        """Take a sure mention's wording and details into the profile."""
        wording = one.profile
        own = one.back is None or (one.back == "name" and one.terms.substance >= TELLS)
        if one.terms.substance > 0 and own and wording not in self.wordings:
            known = [*self.wordings, wording]
            self.wordings = [*known[:1], *known[max(1, len(known) - KEPT + 1) :]]
        self.amounts = {**self.amounts, **dict(one.amounts)}
        self.ordinal = one.ordinal or self.ordinal
        self.named = tuple(dict.fromkeys((*self.named, *one.named)))[:8]
        if one.told in SETTING:
            self.due = one.due or self.due
            self.strength = one.strength or self.strength
            self.condition = one.condition
        if one.told in ("said", "planned") and self.kind == "request" and not one.askers and one.kind != "request":
            self.kind = "engagement" if one.kind == "engagement" else self.kind
        if one.occasion and (self.occasion or len(self.steps) <= 1):
            self.occasion = merged(self.occasion, one.occasion)
        self.label = one.label or self.label
        self._keys = None

    def known(self) -> dict[str, Any]:
        """All that reports may change, as it is now: what ``undo`` goes back to."""
        now = vars(self)
        return {name: now[name] for name in CHANGING}

    def undo(self, before: Mapping[str, Any]) -> dict[str, Any]:
        """Plain values from which ``take_back`` makes the thread as it was ``known`` before: only what has changed.

        ``steps`` is how many there were, where the others only came after them; of the ``wordings`` those that are
        still there are named by their place.
        """
        changed = {name: before[name] for name in CHANGING if before[name] != getattr(self, name)}
        plain = {name: _plain(name, value) for name, value in changed.items()}
        if "steps" in changed and self.steps[: len(changed["steps"])] == changed["steps"]:
            plain["steps"] = len(changed["steps"])
        if "wordings" in changed:
            plain["wordings"] = [
                self.wordings.index(one) if one in self.wordings else _plain_profile(one) for one in changed["wordings"]
            ]
        return plain

    def take_back(self, undo: Mapping[str, Any]) -> None:
        """Become what it was before the report that ``undo`` is of; those after it must have been taken back."""
        before = dict(undo)
        if isinstance(before.get("steps"), int):
            self.steps = self.steps[: before.pop("steps")]
        if "wordings" in before:
            self.wordings = [
                self.wordings[one] if isinstance(one, int) else _profile(one) for one in before.pop("wordings")
            ]
        for name, value in before.items():
            setattr(self, name, _MADE[name](value) if name in _MADE else value)
        self._keys = None

    def to_json(self) -> dict[str, Any]:
        """Plain values, from which ``from_json`` makes the same thread."""
        return {name: _plain(name, getattr(self, name)) for name in _FIELDS}

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> Self:
        """The thread that ``to_json`` gave, or its JSON read again."""
        return cls(**{name: _MADE[name](value) if name in _MADE else value for name, value in plain.items()})


_FIELDS = tuple(name for name in Thread.__dataclass_fields__ if name[0] != "_")
_FIXED = ("id", "bucket", "doers", "others", "askers", "what", "born")
CHANGING = tuple(sorted(name for name in _FIELDS if name not in _FIXED))
"""The fields that a report may change."""


def _plain(name: str, value: Any) -> Any:
    return _PLAIN[name](value) if name in _PLAIN else value


def _plain_profile(one: Profile) -> dict[str, Any]:
    """With the stems of its words, and how things are spelt: they are sought once, not each time that the thread is read."""
    return {
        "weights": dict(one.weights), "names": sorted(one.names), "head": one.head, "words": one.words,
        "stems": one.stems, "spelt": one.spelt,
    }  # fmt: skip


def _profile(plain: Mapping[str, Any]) -> Profile:
    made = Profile(plain["weights"], frozenset(plain["names"]), plain["head"], plain["words"])
    if "stems" in plain:
        vars(made)["stems"] = plain["stems"]  # where the property would keep them
        vars(made)["spelt"] = {term: tuple(words) for term, words in plain.get("spelt", {}).items()}
    return made


def _plain_occasion(one: Occasion | None) -> dict[str, Any] | None:
    return {**vars(one), "who": sorted(one.who), "body": sorted(one.body)} if one else None


def _occasion(plain: Mapping[str, Any] | None) -> Occasion | None:
    return Occasion(**{**plain, "who": frozenset(plain["who"]), "body": frozenset(plain["body"])}) if plain else None


_PLAIN: dict[str, Callable[[Any], Any]] = {
    "steps": lambda steps: [step.plain() for step in steps],
    "wordings": lambda wordings: [_plain_profile(one) for one in wordings],
    "amounts": dict, "label": sorted, "occasion": _plain_occasion,
}  # fmt: skip
_MADE: dict[str, Callable[[Any], Any]] = {
    "steps": lambda steps: [ThreadStep.made(one) for one in steps],
    "wordings": lambda wordings: [_profile(one) for one in wordings],
    "amounts": dict, "label": frozenset, "occasion": _occasion,
    "doers": tuple, "others": tuple, "askers": tuple, "born": lambda born: Born(*born), "named": tuple,
}  # fmt: skip


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


def _of_amounts(amounts: Iterable[tuple[str, float]]) -> frozenset[str]:
    known = tuple(amounts)
    return sums(known) | counts(known)


def mention_keys(one: Mention) -> frozenset[str]:
    """The terms by which the threads of a mention are found."""
    own = one.profile.keys
    twins = {("-" if term[0] == "+" else "+") + term[1:] for term in own if term[0] in "+-"}
    sittings = (
        {"@session", "@meeting", "@visit"} if one.occasion and one.occasion.kind in ("session", "meeting") else set()
    )
    upgrades = {"@upgrade"} if "=partnership" in one.terms.weights else set()
    return frozenset(
        own | twins | sittings | upgrades | _of_amounts(one.amounts) | set(occasion_keys(one.occasion, one.label))
    )
