"""Who speaks in a transcript: the label of a turn ("FOREIGN MINISTER WONG:", "TL:", "Spokesperson:") to a person of the cast."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.read.scene import Person


def speaker(label: str, cast: Iterable[Person]) -> Person | None:
    """The one person of ``cast`` whom ``label`` means by name, by initials or by office; ``None`` where it is nobody or unclear.

    >>> from communique.read.scene import Person
    >>> speaker("MINISTER OKAFOR", [Person("Ada Okafor", "NGA")]).name
    'Ada Okafor'
    >>> speaker("AO", [Person("Ada Okafor", "NGA")]).name
    'Ada Okafor'
    """
    people = list(cast)
    words = label.replace(".", "").lower().split()
    if not words:
        return None
    named = [p for p in people if words[-1] in p.name.lower().split()]
    if named:
        return max(named, key=lambda p: sum(w in words for w in p.name.lower().split()))
    letters = label.replace(".", "").replace(" ", "")
    if letters.isupper() and 2 <= len(letters) <= 4:
        initials = [p for p in people if _initials(p.name) in (letters, letters[::-1])]
        if len(initials) == 1:
            return initials[0]
    role = " ".join(words)
    holders = [p for p in people if role in (o.lower() for o in p.offices)]
    return holders[0] if len(holders) == 1 else None


def _initials(name: str) -> str:
    words = [w for w in name.split() if w[:1].isupper()]
    return "".join(w[0] for w in (words if len(words) < 4 else (words[0], words[-1])))
