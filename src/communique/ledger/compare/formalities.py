"""What a readout tells without anything being said: arrivals, ceremonies, that views were exchanged, that a text follows."""

from __future__ import annotations

import re

from communique.ledger.lexicon import terms

LEAST_TOLD = 0.25
"""The words of a matter must tell so much together."""
_TITLE = r"(?:the\s+)?(?:(?:Vice|Deputy|Prime|Foreign|Crown|First|Federal)[\s-]+)*(?:Presidents?|Minister|Prince|King|Queen|Emir|Sultan|Chancellor|Premier|Secretary|Head|Mrs?|Ms|Dr|Sheikh|H\.?\s?E\b|His|Her|him\b|her\b)"
_FORMAL = re.compile(
    rf"\b(?:[Ww]elcomed|[Rr]eceived|[Gg]reeted|[Mm]et)\s+(?:{_TITLE}).*\b(?:to\s+(?:the\s+)?[A-Z]|ceremony\b|guard of honou?r\b)"
    r"|\b(?i:guard of honou?r|(?:official|welcoming) ceremony)\b"
    r"|\b(?i:exchanged? (?:of )?(?:views|opinions))\b"
    r"|\b(?i:issues|matters|questions|topics|aspects)\b.*\b(?:were|was)\s+(?:\w+\s+)?(?:considered|discussed|addressed|touched|reviewed|raised)\b"
    r"|\b(?i:joint (?:statement|communiqu[eé]) was (?:issued|released|published))\b"
    r"|^(?i:speaking (?:of|about|on)|touching (?:up)?on|turning to|drawing attention to|referring to|as (?:to|for)|regarding)\b[^,;]*$"
    r"|\b(?i:(?:said|announced) (?:this|so)|made (?:this|the) (?:call|remarks?|statement|announcement|comments?))\b.*\b(?:in|at|after|during|when|while)\b"
    r"|\b(?i:(?:welcomed|greeted|received) (?:his|her|their|the) guests?)\W*$"
    r"|\b(?i:following is (?:its|the) (?:full )?text)\b",
    re.DOTALL,
)


def is_formality(words: str) -> bool:
    """Whether the words of a matter tell nothing that one side could leave out or tell otherwise."""
    weight = sum(value for _, value in sorted(terms(words).items()))
    return weight < LEAST_TOLD or _FORMAL.search(words) is not None
