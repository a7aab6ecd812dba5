"""Whether two names are one person's."""

from __future__ import annotations

from communique.ledger.lexicon import fold


def one_person(a: str, b: str) -> bool:
    """Whether all names of the shorter form are in the longer: "Nagy" and "Péter NAGY", in whatever order."""
    ours, theirs = ({fold(one) for one in name.replace("-", " ").split() if len(one) > 1} for name in (a, b))
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)
