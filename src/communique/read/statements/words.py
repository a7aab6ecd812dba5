"""A clause of a side's own words: who says it, and what its subject is to who says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.read.statements.clauses import Clause
from communique.read.statements.decision import Decision, modality
from communique.read.statements.voices import Voice
from communique.read.statements.who import Who

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.read.scene import Mention
    from communique.read.statements.narration import Narration

_TRAVELLERS = frozenset(
    "delegation group mission team minister president companies envoy envoys lawmakers officials businessmen experts "
    "ministers".split()
)


@dataclass(slots=True)
class Words:
    """``clause`` as words of ``voice``; ``who`` is its subject and ``relation`` what that is to the voice.

    ``relation``: ``self``, ``both``, ``side`` (one of several holders), ``other`` or ``none``. ``framed`` is what was
    decided of the verb of saying above the clause.
    """

    reader: Narration
    clause: Clause
    voice: Voice
    who: Who | None
    relation: str
    framed: Decision | None

    @property
    def own(self) -> bool:
        """Whether the speaker's side acts, alone or with the other."""
        return self.relation in ("self", "both")

    @property
    def joint(self) -> bool:
        """Whether several sides say it together."""
        return len(self.voice.parties) > 1

    @property
    def modal(self) -> str:
        """The clause's modality."""
        return modality(self.clause)

    @property
    def verb(self) -> Token:
        """The verb that counts."""
        return self.reader.judge.effective(self.clause)

    @property
    def subject(self) -> str:
        """The subject's word, in lower case; empty where there is none."""
        return self.clause.subject.lower_ if self.clause.subject is not None else ""

    def base(self, verb: Token) -> str:
        """The verb's base form."""
        return self.reader.book.base(verb.lower_)

    def among(self, word: str, group: str) -> bool:
        """Whether ``word`` is of a group of the codebook's verbs."""
        return word in self.reader.book.groups[group]

    def institution(self) -> bool:
        """ "the Army will furnish helicopters": a body that the speaker speaks for."""
        subject = self.clause.subject
        named = subject is not None and self.reader.cases.mention(subject) is not None
        return self.among(self.subject, "institutions") and not named

    def travellers(self) -> bool:
        """People who come and go, whose journeys are news: a delegation, a minister, companies."""
        return self.subject in _TRAVELLERS

    def own_body(self) -> bool:
        """Whether the subject is a body of the side's own: "a U.S. Coast Guard icebreaker", "our navy"."""
        subject = self.clause.subject
        if subject is None:
            return False
        at = self.reader.unit.start + subject.idx
        for mention in self._inside(subject.left_edge, subject.right_edge):
            mine = set(mention.parties) & set(self.voice.parties)
            if mention.kind in ("adjective", "country") and mine and mention.start < at:
                return True
        return subject.left_edge.lower_ in ("our", "my")

    def of_the_other(self) -> bool:
        """ "hopes that Vietnamese firms will invest": the other side's firms, market, institutions."""
        subject = self.clause.subject
        if subject is None or self.clause.passive:
            return False
        others = set(self.reader.scene.sides) - set(self.voice.parties)
        inside = [m for m in self._inside(subject.left_edge, subject) if m.kind in ("adjective", "country")]
        return any(len(m.parties) == 1 and set(m.parties) <= others for m in inside)

    def _inside(self, first: Token, last: Token) -> list[Mention]:
        start = self.reader.unit.start
        return self.reader.scene.mentions_in(start + first.idx, start + last.idx + len(last))

    def tell(self, act: str, strength: str | None, decision: Decision | None, *, head: Token | None = None) -> None:
        """Put a statement on the list; only promises have a strength."""
        deciding = decision if decision is not None and decision is not self.framed else None
        to_do = deciding.head if deciding is not None else None
        if act not in ("pledge", "agree"):
            strength = None
        else:
            strength = strength or "firm"
            if strength == "firm" and to_do is not None and self._looked_at(to_do):
                strength = "tentative"
        saying = None if deciding is not None else False
        voice = self.voice
        self.reader.tell(
            self.clause, decision, voice.parties, voice.speaker, act, strength,
            head=head or to_do, reported=voice.kind == "reported", saying=saying,
        )  # fmt: skip

    def _looked_at(self, verb: Token) -> bool:
        return verb.tag_.startswith("V") and self.reader.judge.tentative(verb) and not list(verb.conjuncts)
