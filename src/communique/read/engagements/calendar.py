"""Occasions on a calendar: called off, moved to another day, or entered as in a list ("Next session: Lima, May")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.read.engagements import clause
from communique.read.engagements.when import pick_date, set_date

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.read.engagements.occasion import Occasion
    from communique.read.engagements.phrase import Phrase
    from communique.read.engagements.view import View

_FAR = 34
_OFF = frozenset(
    "called put postponed cancelled canceled deferred adjourned suspended scratched scrapped shelved dropped struck moved "
    "shifted brought rescheduled delayed pushed abandoned axed".split()
)
_WITH = {
    "called": ("off",),
    "put": ("off", "back"),
    "struck": ("from", "off"),
    "brought": ("forward",),
    "pushed": ("back",),
    "moved": ("to", "back", "forward"),
    "shifted": ("to",),
    "dropped": ("from",),
}
"""What must follow some of these words."""
_HELD = frozenset({"held", "chaired", "opened", "convened", "led", "met", "hosted", "began", "celebrated", "headed"})
_TO_DAY = frozenset({"to", "until", "till", "for"})


_FELL = ({"fell", "fallen"}, "through"), ({"came", "come"}, "nothing")
_GIVES_UP = frozenset(
    "give gave given giving forgo forgone forwent forego cancel cancelled canceled abandon abandoned".split()
)


def _fell_through(noun: Token) -> Token | None:
    """ "The visit fell through", "the trip came to nothing", "had to give up his trip"."""
    above, role = clause.governor(noun)
    if above is None or clause.negated(above):
        return None
    behind = {t.lower_ for t in noun.doc[above.i + 1 : above.i + 3]}
    if role == "nsubj":
        return above if any(above.lower_ in forms and word in behind for forms, word in _FELL) else None
    gives = role == "dobj" and above.lower_ in _GIVES_UP
    return above if gives and (not above.lower_.startswith(("give", "gave")) or "up" in behind) else None


def given_up(view: View, noun: Token) -> Token | None:
    """The verb that tells that the occasion was called off, or put off to no day; ``None`` where none does."""
    verb = _fell_through(noun)
    if verb is not None:
        return verb
    verb = _off(noun)
    if verb is not None and _held_after_all(noun, verb):
        return None
    return verb if verb is not None and _new_day(view, verb) is None else None


def _held_after_all(noun: Token, off: Token) -> bool:
    """ "held the session, which had been put off last year", "the session, put off once, was held in May"."""
    above, role = clause.governor(noun)
    if above is None or above == off or off.dep_ not in ("relcl", "acl") or clause.negated(above):
        return False
    took = above.lower_ in _HELD or (above.lower_ == "took" and any(c.lower_ == "place" for c in above.children))
    if not took or clause.tense(above) != "past":
        return False
    return role == "dobj" or (role.startswith("nsubj") and (took and above.i > off.i))


def on_new_day(view: View, phrase: Phrase, occasion: Occasion) -> None:
    """Put into ``occasion`` the day to which it was put off or brought forward, where one is told."""
    verb = _off(phrase.head)
    if verb is not None and _held_after_all(phrase.head, verb):
        return
    word = _new_day(view, verb) if verb is not None else None
    if word is None:
        return
    stop = clause.reach(view.doc, word.i)
    occasion.status, occasion.span = "planned", view.span(phrase.first, stop)
    set_date(occasion, pick_date(view, "future", word.i, stop, word.i))


def labelled(view: View, stop: int) -> bool:
    """Whether the words before token ``stop`` are a label, and place and day stand behind its colon."""
    doc = view.doc
    if not 0 < stop < len(doc) - 1 or doc[stop].text != ":" or len(doc) - stop > 14:
        return False
    return not any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in doc)


def as_entered(view: View, stop: int, occasion: Occasion) -> None:
    """Take the place that an entry begins with: "Next session: Lima, May"."""
    if not labelled(view, stop):
        return
    start = view.at(stop + 1)
    first = next(iter(view.between(stop + 1, len(view.doc))), None)
    if first is not None and first.kind in ("city", "country") and first.start - start < 3:
        occasion.place, occasion.place_country = first.name, first.parties[0] if first.parties else None


def _off(noun: Token) -> Token | None:
    for token in noun.doc[noun.i + 1 : noun.i + _FAR]:
        if token.lower_ not in _OFF or token.tag_ not in ("VBN", "VBD") or clause.negated(token):
            continue
        wanted = _WITH.get(token.lower_)
        if wanted is not None and not any(t.lower_ in wanted for t in noun.doc[token.i + 1 : token.i + 3]):
            continue
        passive = any(
            c.dep_ == "auxpass" and c.lower_ in ("been", "was", "were", "is", "are", "be") for c in token.children
        )
        if passive and clause.subject(token) == noun and (token.head.lower_ in ("had", "has") or not _yet_to_be(token)):
            return token
    return None


def _yet_to_be(verb: Token) -> bool:
    """ "is to be called off", "may be postponed": nobody has yet."""
    return any(c.lower_ == "be" and c.tag_ == "VB" for c in verb.children) and not any(
        c.lower_ in ("will", "would") for c in verb.children
    )


def _new_day(view: View, verb: Token) -> Token | None:
    stop = clause.reach(view.doc, verb.i)
    word = next((t for t in view.doc[verb.i + 1 : stop + 1] if t.lower_ in _TO_DAY), None)
    if word is None:
        return None
    stop = max(stop, clause.reach(view.doc, word.i))
    return word if pick_date(view, "future", word.i, stop, word.i) is not None else None
