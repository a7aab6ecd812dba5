"""Whose occasion it is: parties and people, from the mentions in a subject, an object, "with X", "between X and Y"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from communique.read.engagements import clause
from communique.read.engagements.view import ACTORS, View

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.read.scene import Mention, Person

_TOPIC = frozenset("on about over in at for from regarding under as to through via into".split())
_BODY = frozenset("delegation delegations mission group team counterpart counterparts colleague colleagues".split())


_OFFICES = frozenset(
    "authorities officials leaders ministers lawmakers businesspeople embassy government side ministry presidency "
    "minister ambassador leadership military party".split()
)


_OFFICIALS = frozenset("ministers officials undersecretaries secretaries directors directors-general".split())
OF_BOTH = frozenset("negotiators experts delegations teams technicians coordinators".split())
_OWN = frozenset({"ministry", "department", "government", "foreign-ministry", "chancellery"})


@dataclass(slots=True)
class Side:
    """Parties and people, in the order of the text. ``plural`` where several are meant."""

    parties: list[str] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    plural: bool = False

    def __bool__(self) -> bool:
        return bool(self.parties or self.people)

    def add(self, other: Side) -> None:
        """Join another side to this."""
        self.parties += [p for p in other.parties if p not in self.parties]
        self.people += [p for p in other.people if all(p.name != q.name for q in self.people)]
        self.plural = self.plural or other.plural or len(self.parties) > 1


def collect(mentions: Iterable[Mention], *, adjectives: bool = False) -> Side:
    """Who the mentions are. Countries count only where no person or office does (they are then part of a title or a
    topic); adjectives only where asked for."""
    mentions = list(mentions)
    side = Side()
    actors = [m for m in mentions if m.kind in ("person", "office", "joint", "pronoun") and (m.parties or m.persons)]
    chosen = actors or [m for m in mentions if m.kind in ("country", "organisation")]
    if not chosen and adjectives:
        chosen = [m for m in mentions if m.kind == "adjective"]
    if actors:
        chosen = _with_coordinates(mentions, actors)
    for mention in chosen:
        side.parties += [p for p in mention.parties if p not in side.parties]
        side.people += [p for p in mention.persons if all(p.name != q.name for q in side.people)]
    people_known = [m for m in actors if m.persons]
    side.plural = (
        len(side.parties) > 1 or len(side.people) > 1 or any(m.kind == "joint" for m in chosen) or len(people_known) > 1
    )
    return side


def _with_coordinates(mentions: list[Mention], actors: list[Mention]) -> list[Mention]:
    """ "the foreign ministers of Azerbaijan, Georgia and Türkiye": the states joined to an office without a name."""
    out: list[Mention] = []
    last: Mention | None = None
    for mention in mentions:
        if (
            mention.kind == "country"
            and last is not None
            and last.kind == "joint"
            and mention.start - last.end <= 8
            and mention not in actors
        ):
            out.remove(last)  # "the foreign ministers of A, B and C" are just those
            out.append(mention)
            last = mention
        elif mention in actors or (
            mention.kind == "country" and last is not None and 0 < mention.start - last.end <= 6 and not last.persons
        ):
            out.append(mention)
            last = mention
    return out


def _of_both(head: Token, over: Mention | None, verb: Token, view: View) -> bool:
    """ "Deputy ministers held consultations", "chief negotiators will meet", "the two met": nobody's by name, so of both sides."""
    if len(view.scene.sides) != 2:
        return False
    if over is None and head.lower_ in ("two", "both", "pair", "duo"):
        return True
    if head.i >= verb.i or (over is not None and (over.parties or over.persons)):
        return False
    if head.lower_ in _OFFICIALS:
        return not any(c.dep_ in ("prep", "poss", "nummod") for c in head.children)
    return over is None and head.lower_ in OF_BOTH


def subject_side(view: View, verb: Token) -> Side:
    """Who the subject of a verb is; the nearest actor before it in its clause where the parse gives none."""
    head = clause.subject(verb)
    if head is not None:
        if _relative(verb) is not None:
            person = _person_before(view, _relative(verb))
            if person is not None:
                return collect([person])
        first, last = head.left_edge.i, _subtree_end(head, verb)
        side = collect(view.between(first, last), adjectives=True)
        if side:
            return side
        over = view.over(head)
        if _of_both(head, over, verb, view):
            return Side(list(view.scene.sides), [], plural=True)
        if over is not None and over.kind in ACTORS:
            return collect([over])
        if over is None and head.lower_ in _OWN and head.i < verb.i and view.scene.home:
            return Side([view.scene.home])  # "The Ministry lodged a protest": the outlet's own
        if (
            head.pos_ in ("NOUN", "PROPN")
            and head.lower_ not in _BODY
            and view.over(head) is None
            and head.i < verb.i
            and head.pos_ == "NOUN"
        ):
            return Side()
    start = clause.clause_start(view.doc, verb.i)
    if head is None and _in_a_row(verb):
        opening = next((m for m in view.mentions if m.kind in ACTORS and (m.parties or m.persons)), None)
        if opening is not None and opening.start <= view.unit.start + 4 and opening.end < view.at(verb.i):
            return collect([opening])  # "We thank X, call on Y to help, and intend to meet Z"
    before = [m for m in view.between(start, verb.i) if m.kind in ACTORS and (m.parties or m.persons)]
    return _run_back(before, view)


def _in_a_row(verb: Token) -> bool:
    """Whether the verb, or the one above its infinitive, is joined to another in front of it."""
    token = verb.head if verb.dep_ == "xcomp" else verb
    return token.dep_ == "conj" and token.head.pos_ in ("VERB", "AUX")


def _relative(verb: Token) -> Token | None:
    token = verb
    for _ in range(4):
        for child in token.children:
            if child.lower_ == "who" and child.dep_ in ("nsubj", "nsubjpass"):
                return child
        if token.dep_ not in ("xcomp", "conj", "advcl") or token.head == token:
            return None
        token = token.head
    return None


def _person_before(view: View, token: Token | None) -> Mention | None:
    if token is None:
        return None
    offset = view.unit.start + token.idx
    before = [
        m for m in view.mentions if m.end <= offset and m.kind in ("person", "office") and (m.persons or m.parties)
    ]
    return before[-1] if before else None


def _subtree_end(head: Token, verb: Token) -> int:
    """One past the subject's last token: before the verb where the subject is, and before a relative clause in it."""
    last = head.right_edge.i + 1
    if head.i < verb.i:
        last = min(last, verb.i)
    doc = head.doc
    for at in range(head.i + 1, last):
        if doc[at].tag_ in ("WDT", "WP", "WP$", "WRB"):
            return at
    return last


def _run_back(before: list[Mention], view: View) -> Side:
    """The last actor before the verb, with those joined to it by a comma or "and"."""
    if not before:
        return Side()
    chosen = [before[-1]]
    for mention in reversed(before[:-1]):
        gap = view.scene.text[mention.end : chosen[0].start]
        if " and " in f" {gap.strip()} " and len(gap) < 60:
            chosen.insert(0, mention)
        else:
            break
    return collect(chosen, adjectives=True)


def object_side(view: View, start: int, stop: int) -> Side:
    """Who stands in tokens ``start`` up to ``stop``: people and offices anywhere, countries before the first topic."""
    doc = view.doc
    if any(doc[at].lower_ in ("a", "an") for at in range(start, min(start + 1, stop))):
        return Side()  # "with a Croat, a Spaniard": nobody named
    row = _row(
        view, [m for m in view.between(start, stop) if m.kind in ("person", "office", "joint", "pronoun", "country")]
    )
    if any(m.kind != "country" for m in row):
        people = collect(row)
        if people:
            return people
    limit = stop
    for at in range(start, stop):
        if doc[at].lower_ in _TOPIC and at > start:
            limit = at
            break
    side = collect(m for m in view.between(start, limit) if m.kind in ("country", "organisation"))
    if not side:
        heads = {doc[at].lower_ for at in range(start, limit)}
        if heads & _BODY or heads & _OFFICES:
            side = collect((m for m in view.between(start, limit)), adjectives=True)
    return side


def _row(view: View, mentions: list[Mention]) -> list[Mention]:
    """The mentions up to where a new phrase begins ("with X in Rome and on Y's talks with Z")."""
    out: list[Mention] = []
    for mention in mentions:
        if out:
            gap = view.scene.text[out[-1].end : mention.start].lower().replace(",", " , ").split()
            breaks = [at for at, word in enumerate(gap) if word in ("on", "in", "at", "during", "to")]
            if (breaks and ("and" in gap[breaks[0] :] or ";" in gap)) or _verb_between(
                view, out[-1].end, mention.start
            ):
                break
        out.append(mention)
    return out


def _verb_between(view: View, start: int, end: int) -> bool:
    """Whether a verb stands between two offsets ("call on X and hold talks with Y")."""
    for token in view.doc:
        at = view.unit.start + token.idx
        if at >= end:
            return False
        if at >= start and token.pos_ == "VERB" and token.tag_ in ("VB", "VBD", "VBZ", "VBP"):
            return True
    return False


def with_side(view: View, start: int, stop: int) -> Side:
    """ "with X", "between X and Y", "by X", "from X" after a noun or verb, whichever comes."""
    doc = view.doc
    side = Side()
    for at in range(start, stop):
        if doc[at].lower_ in ("with", "between", "among") and at + 1 < stop:
            found = object_side(view, at + 1, stop)
            side.add(found)
            if found:
                break
    return side


def possessor(view: View, noun: Token, avoid: str | None = None, after: int | None = None) -> Side:
    """ "Ms. Stallworth's own talks", "his visit", "the visit of X", "by X"; ``after`` is where the noun phrase ends."""
    doc = view.doc
    for child in noun.children:
        if child.dep_ == "poss":
            if child.tag_ == "PRP$" or child.lower_ in ("his", "her", "their", "our", "its", "my"):
                return pronoun_side(view, child, avoid)
            return collect(view.between(child.left_edge.i, child.right_edge.i + 1), adjectives=True)
    stop = clause.reach(doc, noun.i)
    for at in range(after or noun.i + 1, min(stop, noun.i + 30)):
        if after is not None and doc[at].lower_ == "of" and at > after:
            continue
        if doc[at].lower_ in ("of", "by"):
            found = object_side(view, at + 1, _phrase_end(view, at + 1, stop))
            if found and not (
                doc[at].lower_ == "of"
                and all(m.kind == "country" for m in view.between(at + 1, at + 3))
                and not found.people
            ):
                return found
            if found:
                return found
    return Side()


def _phrase_end(view: View, start: int, stop: int) -> int:
    """Where the phrase after "of" or "by" ends: at the next "to", "in", "on" that is not inside a name or title."""
    doc = view.doc
    for at in range(start, stop):
        if doc[at].lower_ in ("to", "in", "on", "at", "from", "with") and view.over(doc[at]) is None and at > start:
            return at
    return stop


def pronoun_side(view: View, token: Token, avoid: str | None = None) -> Side:
    """Who "his", "their" or "our" refers to. ``avoid``: a country it cannot be (the host's, for a visitor)."""
    lower = token.lower_
    sides = Side(list(view.scene.sides), [], len(view.scene.sides) > 1)
    offset = view.unit.start + token.idx
    if lower in ("their", "our"):
        earlier = [m for m in view.mentions if m.end <= offset and m.kind == "joint" and len(m.parties) > 1]
        if earlier:
            return collect([earlier[-1]])
        subject = [
            m
            for m in view.mentions
            if m.end <= offset and m.kind in ("person", "office", "pronoun") and (m.parties or m.persons)
        ]
        found = collect(subject)
        if len(found.parties) > 1:
            return found
        return sides
    if lower in ("its",):
        return Side()
    if lower == "my":
        return speaker_side(view)
    gender = {"his": "m", "him": "m", "her": "f"}.get(lower)
    for mention in reversed(view.scene.mentions_in(max(0, offset - 900), offset)):
        if mention.kind not in ("person", "pronoun", "office") or len(mention.persons) != 1:
            continue
        person = mention.persons[0]
        if avoid is not None and person.country == avoid:
            continue
        if gender and person.gender and person.gender[0].lower() != gender:
            continue
        return Side([person.country] if person.country else list(mention.parties), [person])
    root = next((t for t in view.doc if t.dep_ == "ROOT"), None)
    if root is not None and root.i > token.i:  # "As part of his first trip, X met ..."
        own = subject_side(view, root)
        if len(own.people) == 1 and avoid not in own.parties:
            return own
    return Side()


def own_office(view: View, head: Token | None) -> Side:
    """ "The Minister of Defence" without name or country is the outlet's own."""
    mention = view.over(head) if head is not None else None
    if mention is not None and mention.kind == "office" and not mention.parties and view.scene.home:
        return Side([view.scene.home])
    return Side()


def speaker_side(view: View) -> Side:
    """Whose "I" and "my" it is: the last first-person mention that is settled."""
    for mention in view.scene.mentions[:2000]:
        if mention.kind == "pronoun" and mention.name in ("i", "we") and mention.persons:
            return collect([mention])
    return Side([view.scene.home] if view.scene.home else [])
