"""What words lean on that name their matter only by kind: "the technical terms", "its answer", "this rate".

Where nothing named before was followed itself, the words right before tell what is meant: those of the same sentence or
of the one before it, as far as records have them.
"""

from __future__ import annotations

from dataclasses import replace

from communique.ledger.commitments.context import Context
from communique.ledger.commitments.cues import own_substance, own_words
from communique.ledger.commitments.likeness import OF_ANY
from communique.ledger.commitments.mention import Mention
from communique.ledger.commitments.terms import Terms

LIGHTER = 0.7
"""How much a word counts that stands only before."""
LITTLE = 2.0
"""What the words tell themselves, at most."""
ENOUGH = 1.0
"""What the words before must tell."""
TAKEN_UP = 0.9
"""How much a word counts by which the matter was taken up."""
NAMED, MUCH, LIGHT = 0.5, 3.0, 0.35
"""What such words must tell, what the words themselves tell at most to need them, and which of these tell nothing."""


def with_what_it_leans_on(one: Mention, context: Context) -> Mention:
    """The mention with the terms of the words right before it, where it leans on them."""
    if one.occasion or one.label or one.terms.names or not _leans(one, context):
        return one
    text = context.before(one.evidence.start)
    before = context.terms(text, one.bucket) if text else Terms({})
    return replace(one, before=before) if before.substance >= ENOUGH else one


def with_what_it_is_about(one: Mention, context: Context) -> Mention:
    """The mention with the words by which its report took up the matter ("On the ferry, ..."), where it tells little itself."""
    matter = context.about.get(one.record)
    if matter is None or one.occasion or one.label or one.evidence.start < matter.end:
        return one
    own = sum(weight for term, weight in sorted(one.terms.weights.items()) if term[0] not in "!-^" and weight > LIGHT)
    named = context.terms(matter.quote, one.bucket)
    if own >= MUCH or named.substance < NAMED:
        return one
    taken = {term: round(weight * TAKEN_UP, 3) for term, weight in named.weights.items() if term[0] not in "!^#"}
    terms = Terms(
        {**taken, **one.terms.weights}, one.terms.names | named.names, one.terms.head, one.terms.places | named.places
    )
    return replace(one, terms=terms)


def _leans(one: Mention, context: Context) -> bool:
    """Whether the words name a thing only by its kind, with "the", "its" or "this"."""
    known = context.known
    light = known.terms_of_list("leaning") | OF_ANY
    if any(term[0] == "=" and term not in light for term in one.terms.weights):
        return False
    own = min(own_substance(one.terms, known), own_substance(one.terms, known, "leaning"))
    return own < LITTLE and (one.back is not None or known.leaning.search(own_words(one.what, known)) is not None)


def whole(one: Mention) -> Mention:
    """The mention as if it said itself what it leans on."""
    if one.before is None:
        return one
    lighter = {term: round(weight * LIGHTER, 3) for term, weight in one.before.weights.items() if term[0] not in "!#^"}
    terms = Terms({**lighter, **one.terms.weights}, one.before.names, one.terms.head, one.before.places)
    return replace(one, terms=terms, back=None)
