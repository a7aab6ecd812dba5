"""Whose office it is: a report that speaks of "the Prime Minister of Peru" means the prime minister whom it names.

And who sends greetings, a letter or an invitation through somebody is of the same state.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.read.actors.cast import Cast
    from communique.read.actors.chunks import Chunk
    from communique.read.actors.origin import Setting
    from communique.read.actors.sighting import Sighting
    from communique.read.scene import Person

ONE_AT_A_TIME = frozenset(
    "president prime-minister foreign-minister king queen sultan emir emperor crown-prince secretary-of-state foreign-secretary chancellor defence-minister"
    " national-security-adviser vice-president speaker head-of-state head-of-government general-secretary".split()
)
"""Offices that a state has one holder of: two in one report are of two states."""

_BRINGS = frozenset(
    "conveyed conveys conveying handed hands handing delivered delivers delivering transmitted relayed brought brings "
    "passed extended extends carrying bearing presented".split()
)
_SENT = frozenset(
    "invitation greetings message letter regards wishes congratulations condolences salutations note compliments".split()
)
_SPOKEN_TO = (["by"], ["with"], ["to"], ["from"])
"""What stands before somebody who is spoken to: "was received by Prime Minister X and handed him a letter"."""

_LONGEST = 160
"""In characters: how far back the one may be who brings it."""


def whose_office(person: Person, cast: Cast, chunks: Sequence[Chunk], setting: Setting) -> str | None:
    """The other state whose office the report names beside its own people's: "X met with the President of Peru", where
    one president is named, X holds another office, and nobody speaks of a president of X's state.
    """
    held = set(person.offices) & ONE_AT_A_TIME
    rest = [one for one in cast.people if one is not person]
    if len(held) != 1 or any(held & set(one.offices) for one in rest):
        return None
    ours = [one for one in rest if one.country in (None, setting.home) and set(one.offices) & ONE_AT_A_TIME]
    told = _met(next(iter(held)), person, cast, chunks)
    return next(iter(told)) if ours and len(told) == 1 and setting.home not in told else None


def _met(office: str, person: Person, cast: Cast, chunks: Sequence[Chunk]) -> set[str]:
    """The states with whose holder of an office somebody met: "with the Peruvian President", "with the President of Peru".

    Not where the ``person`` stands in the same sentence: that is the one who met them.
    """
    found = set()
    own = [at for at, one in cast.by_sighting.items() if one is person]
    for at, chunk in enumerate(chunks):
        if chunk.kind != "office" or chunk.code != office or any(_one_sentence(chunks, at, start) for start in own):
            continue
        before = chunks[at - 1] if at and chunk.gap == " " else None
        adjective = before is not None and (
            before.kind == "adjective" or (before.kind == "country" and before.genitive)
        )
        first = at - 1 if adjective else at
        if not any(
            c.text.lower() in ("with", "meets", "met", "receives", "received", "by")
            for c in chunks[max(0, first - 2) : first]
        ):
            continue
        if adjective and before is not None:
            found.add(before.code)
        behind = [c for c in chunks[at + 1 : at + 4] if c.text != "the"]
        if len(behind) > 1 and behind[0].text == "of" and behind[1].kind == "country":
            found.add(behind[1].code)
    return found


def _one_sentence(chunks: Sequence[Chunk], at: int, start: int) -> bool:
    """Whether no sentence begins between the chunk ``at`` and a place in the text."""
    low, high = sorted((chunks[at].start, start))
    return not any(c.opens for c in chunks if low < c.start <= high)


def sent_from(
    sightings: Sequence[Sighting], every: Sequence[Sighting], cast: Cast, chunks: Sequence[Chunk]
) -> str | None:
    """The state of whoever brings what the person sends: "Minister X conveyed an invitation from President Y".

    ``sightings`` are the person's, ``every`` those of all.
    """
    for seen in sightings:
        before = [c for c in chunks if seen.title_start - _LONGEST < c.start < seen.title_start]
        before = before[max((at for at, c in enumerate(before) if c.opens), default=0) :]
        words = [c.text.lower() for c in before]
        if words[-1:] not in (["from"], ["of"]) or not _SENT & set(words[-8:]) or not _BRINGS & set(words):
            continue
        brought = max((at for at, word in enumerate(words) if word in _BRINGS), default=0)
        there = [s for s in every if before[0].start <= s.start < before[brought].start]
        first = min(there, key=lambda s: s.start, default=None)
        if first is None:
            continue
        leading = [word for word, c in zip(words, before, strict=True) if c.start < first.title_start]
        if leading[-1:] not in _SPOKEN_TO:
            return cast.by_sighting[first.start].country
    return None
