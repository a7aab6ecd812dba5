"""Who a noun or pronoun of a sentence is: the parties and people of the mentions that cover it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.read.scene import Mention, Person, Scene, Unit

if TYPE_CHECKING:
    from spacy.tokens import Token

_SIDE_NOUNS = frozenset(
    "government governments party state people nation authorities ministry delegation parliament leadership administration one side parties peoples army".split()
)
_OFFICIALS = frozenset(
    "official officials diplomat diplomats envoy negotiator negotiators ruler statesman representative representatives "
    "delegate delegates ministers".split()
)
_OF_THE_UNION = frozenset({"Community", "Commission", "Union", "Council", "Presidency"})
_NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "DT", "CD", "WP", "WDT", "JJ", "VBG", "FW", "PRP$", "NNP$"})


@dataclass(frozen=True, slots=True)
class Who:
    """``parties`` whose word it would be; ``person`` where it is one person; ``kind`` of the mention."""

    parties: tuple[str, ...]
    person: Person | None
    kind: str
    start: int

    @property
    def joint(self) -> bool:
        """Whether several sides act."""
        return len(self.parties) > 1


def of_the_side(prep: Token) -> list[Token]:
    """ "from the Peruvian side", "on the part of the guests": who does what is told in the passive."""
    inside = [c for c in prep.children if c.dep_ == "pobj"]
    fronted = (
        prep.lower_ == "on" and prep.i < prep.head.i and prep.head.dep_ == "ROOT"
    )  # "On the Peruvian side, it was"
    if prep.lower_ == "from" or fronted:
        return [c for c in inside if c.lower_ in ("side", "part", "quarter", "sides")]
    behind = (g for c in inside if c.lower_ in ("part", "behalf") for g in c.children if g.lower_ == "of")
    return [h for g in behind for h in g.children if h.dep_ == "pobj"]


class Cases:
    """Looks up who the words of one unit mean."""

    def __init__(self, scene: Scene, unit: Unit) -> None:
        self._unit = unit
        self._sides = scene.sides
        self._mentions = scene.mentions_in(unit.start - 1, unit.end + 1)

    def mention(self, token: Token) -> Mention | None:
        """The mention that covers the token."""
        at = self._unit.start + token.idx
        for mention in self._mentions:
            if mention.start <= at < mention.end:
                return mention
        return None

    def who(self, token: Token | None) -> Who | None:
        """Who the noun phrase headed by ``token`` is, all of a coordination; ``None`` where it is no actor."""
        if token is None:
            return None
        found = self._one(token)
        if found is None:
            return None
        parties = list(found.parties)
        people = [found.person] if found.person else []
        several = False
        for other in self._coordinated(token):
            second = self._one(other)
            if second is None or second.start == found.start:
                continue
            several = True
            parties.extend(p for p in second.parties if p not in parties)
            if second.person and second.person not in people:
                people.append(second.person)
        person = people[0] if len(people) == 1 and not (several and len(parties) > 1) else None
        return Who(tuple(parties), person, found.kind, found.start)

    def _coordinated(self, token: Token) -> list[Token]:
        out: list[Token] = []
        stack = [c for c in token.children if c.dep_ in ("conj",)]
        while stack:
            other = stack.pop(0)
            if other.tag_ in _NOMINAL:
                out.append(other)
                stack.extend(c for c in other.children if c.dep_ == "conj")
        return out

    def _one(self, token: Token) -> Who | None:
        mention = self.mention(token)
        if mention is None or (mention.kind == "adjective" and token.tag_ in ("NN", "NNS", "NNP")):
            mention = self._by_name(token) or self._of_side(token) or mention
        if mention is None or mention.kind in ("city", "third"):
            return self._official(token)
        if mention.kind == "adjective" and token.tag_ in ("NN", "NNS"):
            return self._official(token)
        if not mention.parties and not mention.persons:
            return None
        if mention.kind == "country" and token.tag_ in ("NNS", "NNPS") and any(c.dep_ == "nummod" for c in token.lefts):
            return None  # "40,000 Guatemalans": people, not their state
        person = (
            mention.persons[0]
            if len(mention.persons) == 1 and mention.kind in ("person", "office", "pronoun")
            else None
        )
        return Who(mention.parties, person, mention.kind, mention.start)

    def _official(self, token: Token) -> Who | None:
        """ "The Kenyan official": somebody without a name who speaks for a state."""
        if "EU" in self._sides and token.text in _OF_THE_UNION and [c.lower_ for c in token.lefts] == ["the"]:
            return Who(("EU",), None, "organisation", self._unit.start + token.left_edge.idx)
        if token.lower_ not in _OFFICIALS:
            return None
        if "EU" in self._sides and any(c.text == "European" for c in token.children):
            return Who(("EU",), None, "country", self._unit.start + token.left_edge.idx)
        adjectives = (self.mention(c) for c in token.children if c.dep_ in ("amod", "compound"))
        found = next((m for m in adjectives if m is not None and m.kind == "adjective" and m.parties), None)
        return Who(found.parties, None, "country", found.start) if found is not None else None

    def sent_by(self, token: Token | None, servants: frozenset[str]) -> tuple[str, ...] | None:
        """ "Chinese experts", "Czech police officers": the side whose people they are."""
        if token is None or token.lower_ not in servants or any(c.lower_ == "former" for c in token.lefts):
            return None
        near = (self.mention(c) for c in token.children if c.dep_ in ("amod", "compound"))
        whose = next((m.parties for m in near if m is not None and m.kind == "adjective"), ())
        return whose if len(whose) == 1 and whose[0] in self._sides else None

    def _of_side(self, token: Token) -> Mention | None:
        """ "the Party, State and people of Vietnam", "the entire Vietnamese people": the country behind a side's noun."""
        if token.lower_ not in _SIDE_NOUNS:
            return None
        for word in (token, *token.conjuncts):
            for child in word.children:
                if child.lower_ == "of" or child.dep_ in ("amod", "compound", "poss"):
                    for inner in (child, *child.children):
                        mention = self.mention(inner)
                        if (
                            mention is not None
                            and mention.kind in ("country", "adjective", "organisation")
                            and mention.parties
                        ):
                            return mention
        return None

    def _by_name(self, token: Token) -> Mention | None:
        """A name in apposition or as the last part: "The Foreign Secretary, Gareth ...", "President of X, Y"."""
        for child in token.children:
            if child.dep_ in ("appos", "flat", "compound"):
                mention = self.mention(child)
                if mention is not None and mention.kind in ("person", "office"):
                    return mention
        return None
