"""How a formula changed from one report to the next (codebook, Derived)."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from communique.ledger.rows import Change
from communique.ledger.wording.force import Force, force
from communique.ledger.wording.lexicon import Lexicon

NOTED = 1
"""The level of words that take note without taking a stand: below everything else."""
_MOST_FIRM = 2
"""So many words that make it firmer count at most: two outweigh what is said more or less of the thing."""


class Piece(NamedTuple):
    """Words of two formulas: in both (``same``), only in the earlier (``out``), only in the later (``in``)."""

    op: Literal["same", "out", "in"]
    words: str


def changed(before: str, now: str, holder: str, lexicon: Lexicon) -> Change:
    """``same``, ``hardened``, ``softened`` or ``reworded``: the formula ``now`` against the one ``before``.

    What makes it firmer and what makes it weaker are weighed against each other; where they even out, or where the two
    tell their stand in ways that cannot be compared, only the words changed.
    """
    old, new = force(before, holder, lexicon), force(now, holder, lexicon)
    if old.plain == new.plain:
        return "same"
    if None in (old.level, new.level) and NOTED not in (old.level, new.level):
        weight = _freer(old, new) if old.level != new.level else _weight(old, new)
    else:
        weight = _sign((new.level or NOTED + 1) - (old.level or NOTED + 1)) + _weight(old, new)
    return "hardened" if weight > 0 else "softened" if weight < 0 else "reworded"


def _weight(old: Force, new: Force) -> int:
    """How much more ``new`` commits than ``old``, apart from its verb."""
    scales = dict(old.scales)
    on_scales = sum(_sign(rung - scales[key]) for key, rung in new.scales if key in scales)
    firmer = max(-_MOST_FIRM, min(_MOST_FIRM, len(new.firm) - len(old.firm)))
    return firmer + _freer(old, new) + _sign(on_scales) + _scope(old, new)


def _freer(old: Force, new: Force) -> int:
    """Fewer or more reservations."""
    return _sign(len(old.hedged) - len(new.hedged))


def _scope(old: Force, new: Force) -> int:
    """More or less said of the thing: +1 where words only came in, -1 where they only went out, else 0."""
    lost, gained = old.things - new.things, new.things - old.things
    lost_names, gained_names = old.names - new.names, new.names - old.names
    if gained and not lost and not lost_names:
        return 1
    return -1 if lost and not gained and not gained_names else 0


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


def differences(before: str, now: str) -> list[Piece]:
    """What changed, word by word, for display: the pieces of both formulas in order."""
    old, new = before.split(), now.split()
    pieces: list[Piece] = []
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece("same", " ".join(old[i:j])))
            continue
        if i < j:
            pieces.append(Piece("out", " ".join(old[i:j])))
        if k < m:
            pieces.append(Piece("in", " ".join(new[k:m])))
    return pieces
