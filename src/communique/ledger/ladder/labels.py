"""The names of relations: which are the same name, and of which kind."""

from __future__ import annotations

import re
from functools import lru_cache

from communique.knowledge import Codebook, load_codebook

_REMEMBERED = 10_000
"""So many labels are remembered with their kind: the same are told again and again."""


class Forms:
    """The codebook's forms of labels, compiled once; made by ``codebook.memo``."""

    def __init__(self, codebook: Codebook) -> None:
        self._forms: dict[str, str] = {}
        for one in codebook.section("label_forms").values():
            self._forms |= {word.lower(): one.form for word in one.words}
        longest = sorted(self._forms, key=lambda word: (-len(word), word))
        self._words = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b")
        self._families = [(word, key) for key, one in codebook.section("label_families").items() for word in one.words]
        self._family = lru_cache(maxsize=_REMEMBERED)(self._kind)

    def canonical(self, label: str) -> str:
        """The label in the codebook's forms."""
        plain = " ".join(label.lower().replace("’", "'").split())
        return self._words.sub(lambda match: self._forms[match.group()], plain)

    def family(self, label: str) -> str:
        """The kind of relation: ``partnership``, ``community`` ..., or ``relation``."""
        return self._family(label)

    def _kind(self, label: str) -> str:
        plain = self.canonical(label)
        return next((key for word, key in self._families if re.search(rf"\b{re.escape(word)}\b", plain)), "relation")


def _forms(codebook: Codebook | None) -> Forms:
    made: Forms = (codebook or load_codebook()).memo("ledger-labels", Forms)
    return made


def canonical(label: str, codebook: Codebook | None = None) -> str:
    """One spelling for what is one name in different mouths: "eternal" and "permanent", "of" and "with a shared"."""
    return _forms(codebook).canonical(label)


def family(label: str, codebook: Codebook | None = None) -> str:
    """The kind of relation that a label names."""
    return _forms(codebook).family(label)
