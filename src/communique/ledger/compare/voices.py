"""Whose word a matter may be: its holders', or that of the other side whom an account is about."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from communique.knowledge.gazetteer import gazetteer
from communique.ledger.compare.matters import Matter
from communique.ledger.entry import Entry
from communique.ledger.lexicon import Lexicon, lexicon, words_in

RETELLING = frozenset({"assess", "announce", "appreciate", "complain"})
"""Acts by which a side may tell the other's word ("announced that India would")."""
STANDING = frozenset({"support", "oppose"})
"""Acts by which a side may tell where both stand ("our two countries reject")."""
_TOGETHER = re.compile(
    r"\b(?:both|the two|our two|these two) (?:\w+ )?(?:countries|sides|states|nations|governments|leaders|parties|peoples)\b"
    r"|\b(?:our (?:countries|states|nations|peoples|governments)|the sides)\b",
    re.IGNORECASE,
)
_SHORT = re.compile(r"\b[A-Z]{2,}\b")


@dataclass(frozen=True)
class Speakers:
    """Who speaks in two readouts: the ``people`` (the stems of their names, with their countries) and the ``sides``."""

    people: Mapping[str, str]
    sides: frozenset[str]

    @classmethod
    def of(cls, *entries: Entry) -> Speakers:
        """Those of the readouts. A name of two speakers of two countries tells nothing and is left out."""
        found: dict[str, set[str]] = {}
        statements = [one for entry in entries for one in entry.statements]
        for one in statements:
            if one.speaker and len(one.holders) == 1:
                for word in words_in(one.speaker):
                    found.setdefault(word.stem, set()).add(one.holders[0])
        people = {stem: min(countries) for stem, countries in sorted(found.items()) if len(countries) == 1}
        holders = {holder for one in statements for holder in one.holders}
        return cls(people, frozenset(holders.union(*(entry.sides for entry in entries))))

    def voices(self, matter: Matter) -> frozenset[str]:
        """Whose word a matter may be."""
        if matter.act in STANDING and _TOGETHER.search(matter.words):
            return self.sides.union(matter.holders)
        if matter.act not in RETELLING:
            return frozenset(matter.holders)
        words = " … ".join(one.quote for one in matter.whole.evidence)  # whose word it is may stand in the part before
        told = {self.people[word.stem] for word in words_in(words) if word.stem in self.people}
        short = {_short_names()[one] for one in _SHORT.findall(words) if one in _short_names()}
        both = self.sides if _TOGETHER.search(words) else frozenset[str]()
        return frozenset((*matter.holders, *told, *lexicon().countries(words), *short, *both))

    def names(self, term: str) -> bool:
        """Whether a term of the lexicon is but the name of a side or of one who speaks for it: in every sentence."""
        return term in self.people or (term[0] == "@" and term[1:] in self.sides)


def _short_names() -> Mapping[str, str]:
    """Countries and organisations by their names in capitals ("UK", "EU")."""

    def made(known: Lexicon) -> dict[str, str]:
        phrases = sorted(gazetteer(known.codebook).phrases.items())
        return {name: code for name, (_, code) in phrases if code and _SHORT.fullmatch(name)}

    found: Mapping[str, str] = lexicon().codebook.memo("short_names", lambda _: made(lexicon()))
    return found
