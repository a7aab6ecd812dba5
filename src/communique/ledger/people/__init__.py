"""Who is who: the people whom records name, with the offices that the records' own words give them.

``Titles`` finds a person's office in a quote, ``same_person`` tells whether two spellings are one name, ``roll`` makes
of many sightings a list of people.
"""

from __future__ import annotations

from communique.ledger.people.names import same_person
from communique.ledger.people.quotes import Quotes, Words, words_of_body
from communique.ledger.people.roll import Named, roll
from communique.ledger.people.titles import Title, titles

__all__ = ["Named", "Quotes", "Title", "Words", "roll", "same_person", "titles", "words_of_body"]
