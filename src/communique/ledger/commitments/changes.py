"""How a promise differs from what was promised before, by the words of both: of more or less, nearer or further off."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from communique.ledger.commitments.amounts import NUMBERS_IN_WORDS
from communique.ledger.commitments.dates import MONTHS
from communique.ledger.commitments.steps import ThreadStep
from communique.ledger.lexicon import words_in
from communique.ledger.lexicon.words import stem_of

_FIGURE = rf"(?:\d[\d,.]*\d|\d|(?:{'|'.join(sorted(NUMBERS_IN_WORDS, key=len, reverse=True))})(?:-\w+)?)"
_GROWS = re.compile(
    r"\b(?:increas\w+|rais(?:e|es|ed|ing)|doubl(?:e|es|ed|ing)|tripl\w+|trebl\w+|expand\w*|enlarg\w+|rise[sn]?|rising|rose|grow[ns]?|stepp?(?:ed|ing)? up|lift(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
_SHRINKS = re.compile(
    r"\b(?:reduc\w+|lower\w*|cut|cuts|cutting|trimm?\w*|halv\w+|scal\w+ (?:back|down)|drop(?:s|ped)?|fall[s]?|limit(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
_NO_DAY = rf"\b(?!\.\d)(?!(?:st|nd|rd|th)?\s+(?:{MONTHS})\b)"
"""What may not follow a number of things: the rest of a fraction, a month."""
_FROM_TO = re.compile(
    rf"\bfrom\s+(?:(?:the|its|their)\s+)?(?:\w+\s+)?(?P<old>{_FIGURE}){_NO_DAY}\s+(?:[a-z][\w-]*\s+){{0,3}}?to\s+(?P<new>{_FIGURE}){_NO_DAY}",
    re.IGNORECASE,
)
_TO = re.compile(
    rf"(?:(?!\band\b)[^.;]){{0,60}}?\bto\s+(?P<new>{_FIGURE}){_NO_DAY}(?!\s*(?:per\s?cent|percent|%))(?!,?\d)",
    re.IGNORECASE,
)
_IN_PLACE_OF = re.compile(
    rf"\b(?P<new>{_FIGURE}){_NO_DAY}\s[^.;]{{1,90}}?\b(?:instead of|rather than|in place of|up from|down from)\s+(?:the\s+)?(?:\w+\s+)?(?P<old>{_FIGURE}){_NO_DAY}",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_ANY = re.compile(rf"\b{_FIGURE}\b", re.IGNORECASE)


def of_more(quote: str, steps: Iterable[ThreadStep]) -> str | None:
    """``broadened`` or ``narrowed`` where the words raise or lower a number that was promised: "from 60 to 100". What was to
    grow from the beginning, or is said to grow to a number told before, is of no more than it was.
    """
    steps = list(steps)
    found = _IN_PLACE_OF.search(quote)
    grows, shrinks = _GROWS.search(quote), _SHRINKS.search(quote)
    if found is None and (grows or shrinks):
        found = _FROM_TO.search(quote)
    if found is not None:
        old, new = _number(found["old"]), _number(found["new"])
    else:
        only = _TO.match(quote, grows.end()) if grows else None
        if only is None or _YEAR.match(only["new"]):
            return None
        new = _number(only["new"])
        old = _told_last(steps)
    if (new > old and shrinks and not grows) or (new < old and grows and not shrinks):
        return None
    if old == new or (old and _YEAR.match(found["old"] if found else "")):
        return None
    for step in steps:
        if new in _numbers(step) or (step.told == "asked" and (_GROWS if new > old else _SHRINKS).search(step.quote)):
            return None
    return "broadened" if new > old else "narrowed"


def _told_last(steps: Sequence[ThreadStep]) -> float:
    """The greatest number of the last step that has one, years left out; 0 where none has."""
    for step in reversed(steps):
        told = _numbers(step, years=False)
        if told:
            return max(told)
    return 0.0


def _numbers(step: ThreadStep, years: bool = True) -> list[float]:
    """The numbers in a step's words, with or without those that are years."""
    return [_number(word) for word in _ANY.findall(step.quote) if years or not _YEAR.match(word)]


def _number(word: str) -> float:
    word = word.lower().replace(",", "")
    tens, _, ones = word.partition("-")
    if tens in NUMBERS_IN_WORDS:
        return float(NUMBERS_IN_WORDS[tens] + NUMBERS_IN_WORDS.get(ones, 0))
    return float(word) if word.count(".") < 2 else 0.0


_LOOKED_INTO = re.compile(
    r"\b(?:consider\w*|consult\w*|stud(?:y|ies|ied|ying)|examin\w+|look\w* (?:at|into)|explor\w+|review\w*|evaluat\w+|assess\w*|discuss\w*|convey\w*|refer\w*|"
    r"sympathetic\w*|favou?rabl[ey]|thought|attention|(?:lay|laid|put|bring|brought|take|taken|took|raise|raised) (?:\w+\s+){1,4}?(?:before|to|up|with))\b",
    re.IGNORECASE,
)
"""What is promised of a request that is not granted yet."""


def granted_now(before: ThreadStep, quote: str) -> bool:
    """Whether the answer before was that it would be considered, and the words tell more."""
    considered = before.state == "answered" and _LOOKED_INTO.search(before.quote) is not None
    return considered and _LOOKED_INTO.search(quote) is None


_TOWARDS = re.compile(
    r"\b(?:work|mov|striv|aim|head|advanc|proceed|go|going)\w*\b[^.;,]{0,40}?\b(?:towards?|step by step)\b|\bstep by step\b",
    re.IGNORECASE,
)


def no_longer_towards(before: str, now: str) -> bool:
    """Whether it was to be worked towards, and is now to be."""
    return _TOWARDS.search(before) is not None and _TOWARDS.search(now) is None


_SOME_TIME = re.compile(
    r"\b(?:as (?:soon|early) as (?:possible|practicable|feasible)|at (?:an|the) earl(?:y|iest)(?: possible)?(?: date| opportunity| moment)?\b|in the (?:coming|near|next few|foreseeable|not too distant) (?:\w+)"
    r"|in due (?:course|time)|at (?:a|some) (?:later|future) (?:date|stage|time)|(?:its|their|the|an) early \w+|early in the new year|when (?:conditions|circumstances) (?:allow|permit))\b",
    re.IGNORECASE,
)


def at_some_time(quote: str) -> bool:
    """Whether the words give no day but "as soon as possible", "in the coming years"."""
    return _SOME_TIME.search(quote) is not None


_AS_PROMISED = re.compile(
    r"\bas (?:was |had been |already |previously |originally )?(?:promised|agreed|planned|announced|scheduled|pledged|foreseen|decided)\b",
    re.IGNORECASE,
)


def as_promised(quote: str) -> bool:
    """Whether the words say that it is as it was: "will be opened in May as planned"."""
    return _AS_PROMISED.search(quote) is not None


_RAISED_TO = re.compile(
    r"\b(?:upgraded|elevated|lifted|raised|turned|transformed|promoted)\s+(?:our|their|its|the|bilateral|relations|ties)\b[^.;]{1,70}?\b(?:in)?to\b",
    re.IGNORECASE,
)
_STILL_TO_BE = re.compile(
    r"\b(?:will|would|shall|should|to be|agreed|decided|decision|resolved|plans?|intends?|wants?|wishe?s?)\b",
    re.IGNORECASE,
)


def raised_now(quote: str) -> bool:
    """Whether the past tense tells that relations were raised: "the two leaders elevated their ties to a partnership"."""
    found = _RAISED_TO.search(quote)
    return found is not None and _STILL_TO_BE.search(quote[: found.start()]) is None


_PARTNERS = re.compile(
    r"\b(?:partnership|alliance|association)\s+(?:(?:that|which)\s+(?:was|had been)\s+)?(?:launched|forged|established|concluded|created|declared|proclaimed|formed|sealed)\b"
    r"|\b(?:are|became|become)\s+(?:now\s+)?(?:[\w-]+\s+){0,3}partners\b",
    re.IGNORECASE,
)


def called_partners(quote: str) -> bool:
    """Whether the words tell of a relationship as one that there is: "the partnership forged last year"."""
    return _PARTNERS.search(quote) is not None


_AN_EVENT = re.compile(
    r"\b(?:concert|meeting|session|exercises?|drills?|festival|forum|exhibition|exposition|fair|seminar|symposium|conference|summit|ceremony|match|event|week|visit|trip|tour|talks|round|consultations)\b|\b(?:take|took|taken|takes) place\b|\bbe (?:held|staged|hosted)\b",
    re.IGNORECASE,
)


def is_event(quote: str) -> bool:
    """Whether the words are of something that is held, and so called off; what is built or bought is given up."""
    return _AN_EVENT.search(quote) is not None


_LOOKED = r"(?:evaluat|examin|consider|stud|review|assess|apprais|process|prepar|draft|look|negotiat|discuss)\w+"
_STILL_EXAMINED = re.compile(
    rf"\b(?:(?:is|are|was|were)\s+still\s+(?:being\s+)?(?:{_LOOKED}|under\s+\w+)|(?:still|remain(?:s|ed)?|currently|now)\s+under\s+(?:appraisal|examination|review|consideration|study|evaluation|negotiation|preparation)"
    rf"|(?:(?:has|have|had)\s+)?continu(?:es|ed|ing)\s+(?:its|their|the)\s+(?:examination|study|review|assessment|evaluation|consideration|work)\b)",
    re.IGNORECASE,
)


def still_examined(quote: str) -> bool:
    """Whether what was asked or promised is still being looked into: "the file is still being examined"."""
    return _STILL_EXAMINED.search(quote) is not None


_WILL_MEET = re.compile(
    r"\b(?:(?:will|would|shall)\s+(?:\w+ly\s+|again\s+|next\s+|also\s+|now\s+)?(?:meet|convene|gather)|(?:is|are|was|were) to (?:meet|convene))\b"
    r"(?!\s+(?:to|the|its|their|his|her|this|these|all|any|every|half|part|at least|with|needs?|demands?)\b)",
    re.IGNORECASE,
)


def to_meet(quote: str) -> bool:
    """Whether people or a body are to meet: "the experts will meet in May"."""
    return _WILL_MEET.search(quote) is not None


_ACCEPTED = re.compile(
    r"(?<!\bnot )(?<!\bcannot )(?<!n['’]t )\baccept(?:s|ed|ing)?\b[^.;]{0,60}\binvitation\b", re.IGNORECASE
)


def invitation_accepted(quote: str) -> bool:
    """Whether an invitation is told as accepted."""
    return _ACCEPTED.search(quote) is not None


_PREPARED = re.compile(
    r"\b(?P<what>drafts?|drawings?|blueprints?|plans|designs?|text|wording|analysis|assessments?|inspections?|consultants?|contractors?|candidates|director|studies|study|survey|bill|tender|proposals?)\b"
    r"[^.;]{0,70}?\b(?:was|were|has|have|had|is|are)\s+(?:\w+\s+){0,2}?(?:been\s+)?(?:\w+ly\s+)?"
    r"(?P<deed>completed?|finished|exchanged|settled|agreed|appointed|selected|chosen|hired|approved|validated|finali[sz]ed|submitted|presented|carried out|handed over|ready)\b",
    re.IGNORECASE,
)
_PREPARING = re.compile(
    r"\b(?:exchanged|completed|finished|presented|submitted|finali[sz]ed|delivered)\s+(?:the|its|their|a|an|first|second)?\s*(?:\w+\s+){0,2}?(?P<what>drafts?|texts?|drawings?|designs?|assessments?|inspections?|comments|offers|lists)\b"
    r"|\bhave been (?P<who>selected|shortlisted|short-listed|chosen|nominated|admitted)\b",
    re.IGNORECASE,
)
_MADE_PROGRESS = re.compile(r"\bprogress (?:of|in|on|made|achieved|with|towards?)\b", re.IGNORECASE)


def only_prepared(quote: str, steps: Sequence[ThreadStep]) -> bool:
    """Whether what is done is the draft, the design or the choice of people, and none of these was promised."""
    if _MADE_PROGRESS.search(quote.split(";")[0]):
        return True
    found = _PREPARED.search(quote) or _PREPARING.search(quote)
    if found is None:
        return False
    word = next(group for group in (found["what"], found.groupdict().get("who")) if group)
    stem = stem_of(word.lower())
    return not any(stem == other.stem for step in steps for other in words_in(step.quote))
