"""Words as the ledger compares them: stems with fixed weights, one for words that mean the same."""

from __future__ import annotations

from communique.ledger.lexicon.lexicon import Lexicon, lexicon, likeness, named, numbers, terms
from communique.ledger.lexicon.words import fold, words_in

__all__ = ["Lexicon", "fold", "lexicon", "likeness", "named", "numbers", "terms", "words_in"]
