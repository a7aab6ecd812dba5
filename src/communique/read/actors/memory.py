"""What a reader of the text remembers at each sentence: who spoke, who was named, which parties it is about."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.read.scene import Mention, Person


@dataclass(slots=True)
class Memory:
    """What the pass remembers. ``recent`` are people, latest last; ``local`` the paragraph's parties likewise.

    ``turn`` is whose turn of a transcript it is, ``gathered`` the parties of the last sentence that named several.
    ``unnamed`` are those whom only their office tells, ``replies`` the forms of verbs that tell a reply.
    """

    speaker: Person | None = None
    subject: Mention | None = None
    recent: list[Person] = field(default_factory=list)
    block: int = -1
    turn: Person | None = None
    unnamed: dict[str, Person] = field(default_factory=dict)
    gathered: tuple[str, ...] = ()
    local: list[str] = field(default_factory=list)
    local_people: list[Person] = field(default_factory=list)
    replies: frozenset[str] = frozenset()

    def note(self, mention: Mention, speaking: frozenset[str]) -> None:
        """Remember whom ``mention`` means, as the latest."""
        if mention.kind in ("person", "office") and len(mention.persons) == 1:
            person = mention.persons[0]
            if person in self.recent:
                self.recent.remove(person)
            self.recent.append(person)
            if person not in self.local_people:
                self.local_people.append(person)
        if mention.kind in ("person", "office", "country", "organisation", "adjective"):
            for party in mention.parties:
                if mention.kind == "organisation" and party not in speaking:
                    continue
                if party in self.local:
                    self.local.remove(party)
                self.local.append(party)

    def latest(self, people: list[Person]) -> Person:
        """The one of ``people`` named last, the first of them where none was."""
        return next((person for person in reversed(self.recent) if person in people), people[0])
