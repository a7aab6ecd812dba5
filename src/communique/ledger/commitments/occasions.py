"""Visits and sessions: what kind of occasion an item or an engagement is, and who, where and which it is."""

from __future__ import annotations

import re
from dataclasses import replace

from communique.ledger.commitments.context import PARTICLES, Context
from communique.ledger.commitments.dates import MONTHS, due_in
from communique.ledger.commitments.mention import Occasion
from communique.ledger.commitments.terms import PAPERS, ordinal_in
from communique.ledger.commitments.untimely import CALLED_OFF, MOVED, PUT_OFF
from communique.ledger.lexicon import fold, words_in
from communique.ledger.lexicon.words import Word, stem_of
from communique.records import Engagement, Statement

_BODY = re.compile(
    r"\b(?:commission|committee|council|dialogue|consultations?|working group|sub-?committee|subcommission|task force|forum|conference|summit|consultative|mechanism|board|joint commission|negotiators|senior officials['’]? meetings?|officials['’] talks"
    r"|(?:binational|bi-national|joint|intergovernmental|inter-governmental|government) (?:cabinet|government)s?|leaders['’]? (?:meeting|dialogue|retreat)s?)\b",
    re.IGNORECASE,
)
_OF_A_BODY = re.compile(
    rf"{_BODY.pattern}(?:['’]s)?\s+(?:polls?|elections?|seats?|members?|membership|buildings?|decisions?|reforms?)\b",
    re.IGNORECASE,
)
"""Where not the body is meant: "the Council polls"."""
_SITTING = re.compile(
    r"\b(?:meeting|session|round|sitting|hold|held|holding|conven\w+|host|hosting|dialogue|consultations|meet|met|(?<!by )one(?! (?:third|quarter|fourth|fifth|sixth|tenth|half))|2\+2|edition|forum|conference|summit)\b",
    re.IGNORECASE,
)
_VISIT = re.compile(
    r"\b(?:(?:state|official|working|return|reciprocal)\s+visit|visit(?:s|ed|ing)?|welcom(?:e|ing)|receiv(?:e|ing)|trip|travel(?:s|ling)? to|come to|tour)\b",
    re.IGNORECASE,
)
_WELCOME = re.compile(r"\b(?:welcom(?:e|ing)|receiv(?:e|ing)|host(?:ing)?)\b", re.IGNORECASE)
_ROLE = re.compile(
    r"\b(?:for|invit\w+|requested that|asked|hoped? that|from|by|at the invitation of|during)\b", re.IGNORECASE
)
_THING_VISITED = re.compile(
    r"\bvisited by\b|\bvisits?\s+(?:by\s+(?:students|experts|scholars|tourists)|exchanges?\b)|\bexchange of (?:high-level )?visits|high-level visits|mutual visits|(?:end|course|occasion|conclusion|margins|sidelines) of (?:the|his|her|this|their) (?:\w+ )?visit|during (?:the|his|her|this) (?:\w+ )?visit",
    re.IGNORECASE,
)
_ON_A_VISIT = re.compile(
    r"\b(?:on|during|within|as part of|(?:within|in) the (?:framework|course|context) of|in a series of events of) (?:an?|his|her|the|their) (?:[\w-]+ ){0,2}visit\b",
    re.IGNORECASE,
)
_A_VISIT = re.compile(
    r"\W*(?:(?:an?|the|this|that|his|her)\s+(?:\w+\s+){0,2}|(?:[\w.-]+\s+){1,6}[\w-]+['’]s?\s+(?:\w+\s+){0,2})"
    r"(?:visit|trip|tour)(?:,\s+(?:which|that|it was said,|however,))?\s+(?:would|will|could|should|is|was|has|had)\b",
    re.IGNORECASE,
)
VISIT_TO_BE = re.compile(
    r"(?:['’]s?|\b(?:the|his|her|this|their))\s+(?:[\w-]+\s+){0,2}(?:visit|trip)(?:,?\s+(?:which|that))?,?\s+"
    r"(?:(?:will|would|is to|was to|to)\s+(?:now\s+)?(?:take place|be (?:paid|made|held)|begin|start)|(?:is |was )?(?:now )?(?:planned|scheduled|expected|due|set|foreseen|fixed)\b)",
    re.IGNORECASE,
)
"""A visit spoken of, told as still to come: "preparations for the visit, to take place in May"."""
_CALLED_OFF = re.compile(
    rf"\b(?:visit|trip|tour)\b[^.;]{{0,120}}?\b(?:{CALLED_OFF}|{PUT_OFF}|{MOVED}|(?:could|did|would|will) not (?:now )?take place)\b",
    re.IGNORECASE,
)
"""What becomes of a visit whose goal is known from before."""
_TO_COME = re.compile(
    r"\W*(?:to\s+)?(?:attend|come|take part|participate|be present|join|be\s+(?:an?\s+|the\s+|his\s+|her\s+|its\s+)?(?:\w+\s+)?guest)\b",
    re.IGNORECASE,
)
_SITS = re.compile(
    r"\W*(?:the|its|their|our|his|her|this|that|a)?\s*(?:[\w'’-]+\s+){0,6}?"
    r"(?:meeting|session|round|sitting|visit|trip|tour|commission|council|committee|dialogue|forum|consultations|summit|conference|cabinet)\b",
    re.IGNORECASE,
)
_INVITED = re.compile(r"\binvit(?:es?|ed|ing|ation)\b", re.IGNORECASE)
_INVITED_TO = re.compile(
    r"\binvit(?:es?|ed|ing)\s+(?P<whom>[^,;.]{3,60}?)\s+to\s+(?P<place>(?:the\s+)?[A-ZÀ-Þ][\w’'-]+(?:\s+[A-ZÀ-Þ][\w’'-]+)*)\b(?!\s+[a-z]+ing\b)"
)
_INVITED_TO_EVENT = re.compile(
    r"\binvit(?:es?|ed|ing)\s+(?P<whom>[^,;.]{3,60}?)\s+to\s+(?:the|its|his|her|their|an?)\s+(?:[\w-]+\s+){0,3}"
    r"(?:celebrations?|ceremony|anniversary|inauguration|summit|conference|forum|opening|exhibition|expo|parade|congress|festival|games)\b",
    re.IGNORECASE,
)
_TALKS = re.compile(r"\b(?:consultations?|negotiations?|negotiators|talks|bargaining)\b", re.IGNORECASE)
_ROUNDS = re.compile(r"\brounds?\b|\bexpert|\bnegotiators\b", re.IGNORECASE)
_HOSTED = re.compile(
    r"\b(?:hospitality|hospitable|warm(?:th)?|cordial|kind)\b[^.;]{0,90}?\b(?:accorded|extended|shown|given|received|offered|enjoyed|welcomed|welcome|reception|during)\b",
    re.IGNORECASE,
)
_THEN = re.compile(
    rf"\b(?:last|had been|had received|had enjoyed|recent|earlier this|in (?:early |late |mid-)?(?:{MONTHS})|in (?:19|20)\d\d)\b"
)
_NAMED_TALKS = re.compile(
    r"\b(?:(?P<of>[\w-]+)\s+)?(?P<kind>consultations?|staff talks|policy[- ]planning (?:talks|consultations))\b"
    r"(?P<between>\s+(?:between|of) (?:the )?(?:two |their )?(?:foreign ministries|ministries of foreign affairs))?",
    re.IGNORECASE,
)
_KINDS_OF_TALKS = (
    frozenset("political diplomatic office ministry ministries affairs policy foreign fpc foc".split()),
    frozenset("consular migration security defence defense military economic strategic development aid energy cyber staff planning maritime legal customs disarmament cultural".split()),
    frozenset("bilateral annual regular inter-ministerial interministerial ministerial high-level level inaugural joint biannual biennial intergovernmental inter-governmental".split()),
)  # fmt: skip
"""By what consultations are called: between the foreign ministries, of another kind, or with no kind told."""
_BEGUN = re.compile(r"\b(?:start|begin|launch|open|resume|hold|held|rounds?|taken place|meet|met)\b", re.IGNORECASE)
_NTH = re.compile(
    r"\b(?:hold|holding|convene|convening|host|hosting)\s+(?:the|its|their|a)\s+\w+(?:\s+(?:in|on|by|before|at|this|next)\b|$)",
    re.IGNORECASE,
)
_WELCOMED = re.compile(r"\b(?:welcomed|received|hosted|visiting)\b")
INVITES_HIM = re.compile(r"\binvit\w+\s+(?:him|her|them)\b", re.IGNORECASE)
_EMPTY = frozenset("the of on and for in between to meeting session round next annual".split())
TALKS = "talks"
"""The body of consultations, negotiations and other talks in rounds."""


_AT_A_SITTING = re.compile(
    r",?\s+(?:(?:to be|which (?:will|would|is to|are to) be)\s+\w+\s+)?(?:at|during|before|by|in time for|ahead of|on the (?:margins|sidelines|occasion) of"
    r"|(?<=report )to|(?<=submitted )to|(?<=presented )to|(?<=referred )to)\s+(?:the|its|their|this)\s+"
    r"(?:(?!of\b)[\w-]+\s+){0,4}?(?:meeting|session|sitting|round|edition|summit|consultations)\b.*",
    re.IGNORECASE,
)
"""When or before whom something else is to be done: "sign it at the next session", "to be presented at the third meeting"."""


def of_item(text: str, doers: tuple[str, ...], bucket: str, context: Context, before: str = "") -> Occasion | None:
    """The visit or session that an item is about, or None. ``doers`` are to do it; ``before``: the
    statement's words before it, which name whoever was invited.
    """
    date = due_in(text, context.entry.date)
    visit = _visit(text, doers, bucket, context, date, before)
    if visit:
        return None if done_there(text, bucket, context) else visit
    found = session(_AT_A_SITTING.sub("", text), bucket, context, date)
    paper = context.terms(text, bucket).weights.keys() & PAPERS or not re.search(
        r"\bconsult|\bnegotiators\b|\bexpert", text, re.IGNORECASE
    )
    if found and TALKS in found.body and paper:
        return None  # the undertaking is the agreement, which the negotiations are a step to
    return found


_OF_GUESTS = frozenset({"!visit", "!host", "!meeting", "!invite", "!accept"})
OF_ITS_OWN = 0.4
"""What the words before a visit tell at least, so that it is theirs to be done."""
_WHEN_THERE = re.compile(
    r",?\s+(?:when|as|while|once|before|ahead of|by the time|in time for|during|on the occasion of|in the course of|to coincide with)\s+"
    r"(?:[^,;.]{0,90}?\s)?(?:visit(?:s|ed)?|trip|tour|travels|pays|makes|comes|goes|arrives)\b",
    re.IGNORECASE,
)
"""When something else is to be done: "sign it when the President visits Oslo"."""


def done_there(text: str, bucket: str, context: Context) -> bool:
    """Whether it is something with a name or deed of its own that is to be done on a visit."""
    when = _WHEN_THERE.search(text)
    if when is None or not when.start() or _VISIT.search(text[: when.start()]):
        return False
    own = context.terms(text[: when.start()], bucket)
    return own.substance >= OF_ITS_OWN or any(term[0] == "!" and term not in _OF_GUESTS for term in own.weights)


def guest_of(one: Statement, quote: str, bucket: str, context: Context) -> Occasion | None:
    """The visit that somebody has paid who thanks for the hospitality shown to him then."""
    pair, holders = bucket.split("|"), [side for side in one.holders if side in bucket.split("|")]
    found = _HOSTED.search(quote)
    if not found or not _THEN.search(quote) or len(holders) != 1:
        return None
    host = next(side for side in pair if side != holders[0])
    there = country_after(quote[found.start() :], context)
    if there not in (host, None):
        return None
    return Occasion("visit", holders[0], host, context.who(quote), context.rank_of(quote))


def of_thing(what: str, quote: str, bucket: str, context: Context) -> Occasion | None:
    """The visit or session that is called off or put off, where ``what`` is one, in a clause with the words ``quote``."""
    if not _SITS.match(what):
        return None
    visit = _visit(quote, (), bucket, context, None, "")
    return visit or session(quote, bucket, context, None, sits=True)


def of_whoever_visits(quote: str, bucket: str, context: Context) -> Occasion:
    """The visit that words tell of, or only whose it is: of a ceremony that somebody is not to attend, of "the visit"."""
    visit = _visit(quote, (), bucket, context, None, "")
    return visit or Occasion("visit", who=context.who(quote), rank=context.rank_of(quote))


_INVITED_BY = re.compile(r"\binvitation\s+(?:\w+\s+)?(?:of|from|by)\s*$", re.IGNORECASE)
_BY_WHOM = re.compile(r"[^.;]{3,80}?\s+to\s+(?=(?:pay|make|visit|come|undertake|travel)\b)", re.IGNORECASE)


def _without_inviter(before: str, text: str) -> tuple[str, str]:
    """The words before and of an item that begins with who invites: "accepted the invitation of", "President X to visit Peru"."""
    inviter = _BY_WHOM.match(text) if _INVITED_BY.search(before) else None
    return (before + inviter[0], text[inviter.end() :]) if inviter else (before, text)


_GOES = re.compile(r"\bvisit\b|come to", re.IGNORECASE)
_SPOKEN_OF = re.compile(
    r"(?<!pay )(?<!make )(?<!paying )(?<!making )(?<!undertake )\b(?:the|this|that) (?:\w+ ){0,2}(?:visit|trip|tour)$",
    re.IGNORECASE,
)
"""A visit that words only speak of: "will not pre-empt the visit"."""


def _visit(
    text: str, doers: tuple[str, ...], bucket: str, context: Context, date: str | None, before: str
) -> Occasion | None:
    before, text = _without_inviter(before, text)
    found = _VISIT.search(text)
    if not found:
        return _invited(text, doers, bucket, context, date, before)
    if _THING_VISITED.search(text):
        return None
    pair = bucket.split("|")
    to = _goal(text[found.start() :], context) or _on_the_way(text[: found.start()], context)
    if _WELCOME.match(text[found.start() :]):
        if not (context.who(text) or context.known.search("higher", text)) or len(doers) != 1:
            return None
        host: str | None = doers[0]
    elif to in pair:
        host = to
    elif len(doers) == 1 and to is None and _GOES.search(found[0]) and not _SPOKEN_OF.search(text[: found.end()]):
        host = next(side for side in pair if side != doers[0]) if doers[0] in pair else None
    elif to is None and (_A_VISIT.match(text) or _CALLED_OFF.search(text) or VISIT_TO_BE.search(text)):
        named = _visitor_words(text, found.start(), context)
        return Occasion("visit", who=context.who(named), rank=context.rank_of(named), date=date)
    else:
        return None
    if host not in pair:
        return None
    visitor = next(side for side in pair if side != host)
    guest = _guest(f"{before} {text[: found.start()]}", context)
    if to is None and _guest_of(text[: found.start()], context) == host:
        visitor, host = host, visitor  # "an invitation to the President of India to visit the Sultanate"
    if guest is not None:
        return Occasion("visit", visitor, host, *guest, date=date)
    named = _visitor_words(text, found.start(), context)
    if not named and not INVITES_HIM.search(text):
        named = _visitor_words(before, len(before), context)
    return Occasion("visit", visitor, host, context.who(named), context.rank_of(named), date=date)


def _invited(
    text: str, doers: tuple[str, ...], bucket: str, context: Context, date: str | None, before: str
) -> Occasion | None:
    """The visit of somebody who is invited "to attend the celebrations"."""
    pair = bucket.split("|")
    to_a_place, to_an_event = _INVITED_TO.search(text), _INVITED_TO_EVENT.search(f"{before} {text}")
    if len(doers) != 1 or doers[0] not in pair:
        return None
    if to_a_place:
        host = country_after(to_a_place["place"], context)
        named = to_a_place["whom"]
        if host in pair and host != doers[0] and (context.who(named) or context.rank_of(named)):
            return Occasion("visit", doers[0], host, context.who(named), context.rank_of(named), date=date)
        return None
    if to_an_event:
        named = to_an_event["whom"]
        who, rank = context.who(named), context.rank_of(named)
        host = next(side for side in pair if side != doers[0])
        return Occasion("visit", doers[0], host, who, rank, date=date) if who or rank else None
    if not _TO_COME.match(text) or not _INVITED.search(before):
        return None
    if not (context.who(before) or context.rank_of(before)):
        return None
    named = _INVITED.split(before)[-1]
    host = next(side for side in pair if side != doers[0])
    return Occasion("visit", doers[0], host, context.who(named), context.rank_of(named), date=date)


_INVITER = re.compile(
    r"\b(?:invitation|invited)\s+(?:\w+\s+)?(?:by|from|of)\s+(?:(?!\b(?:to|for)\b)[^,;.])+(?=\s(?:to|for)\b)"
    r"|\baccept\w*\s+(?:with \w+\s+)?(?:(?!\b(?:to|for)\b)[^,;.]){1,80}['’]s?\s+(?:\w+\s+){0,2}invitation\b",
    re.IGNORECASE,
)
"""The one who invites, where the guest is somebody else: "accepted an invitation by President X to pay a visit"."""


_CONVEYED = re.compile(
    r"(?:\b(?:hand|convey|extend|deliver|transmit|pass|br(?:ing|ought)|carr[yi]|present|relay|renew|reiterat|repeat|address)\w*\b"
    r"[^.;]{0,80}?|^\W*(?:an?|the|his|her)\s+(?:\w+\s+)?)\binvitation\b(?P<rest>.*)$",
    re.IGNORECASE,
)
_EXTENDED_TO = re.compile(
    r"\b(?:hand|convey|extend|deliver|transmit|address|present|renew)\w*\s+to\s+(?P<whom>[^;.]{2,80}?),?\s+(?:an?|the|his|her|their)\s+(?:(?!(?:an?|the)\b)[\w-]+\s+){0,2}invitation\b",
    re.IGNORECASE,
)
"""Whom an invitation is addressed to, told before it: "extended to the King an invitation to visit"."""
_TO_WHOM = re.compile(
    r"\b(?:to|for)\s+(?!(?:pay|make|visit|undertake|come|travel|take|an?)\b)(?P<whom>(?:(?!\sto\s).)+?),?\s+(?:to|for|on)\b",
    re.IGNORECASE,
)
_WHOM = re.compile(r"\binvit(?:es?|ed|ing)\s+(?P<whom>(?:(?!\sto\s|\sfor\s).)+?)\s+(?:to|for|on)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:him|her|them|me|us|you)(?:self|selves)?", re.IGNORECASE)
_COUNTERPART = re.compile(
    r"(?:his|her|their)\s+(?:[\w-]+\s+){0,2}(?:counterpart|colleague|opposite number)\s*$", re.IGNORECASE
)


def _addressed(text: str) -> tuple[str, str] | None:
    """The words that name whoever is invited ('': they stand elsewhere), and those that give the office; None where nobody
    is invited by another word than a pronoun.

    An invitation that somebody conveys is to whom it is addressed, not from its sender nor to who brings it; and a
    counterpart has the office of whoever invites.
    """
    handed = _EXTENDED_TO.search(text)
    if handed:
        return ("", "") if _PRONOUN.fullmatch(handed["whom"]) else (handed["whom"], handed["whom"])
    conveyed = _CONVEYED.search(text)
    if conveyed:
        to = _TO_WHOM.search(conveyed["rest"])
        whom = to["whom"] if to else ""
        return whom, whom
    invited = _WHOM.search(text)
    if invited is None or _PRONOUN.fullmatch(invited["whom"]):
        return None
    if _COUNTERPART.match(invited["whom"]):
        return "", text[: invited.start()]
    return invited["whom"], invited["whom"]


def _guest(text: str, context: Context) -> tuple[frozenset[str], str | None] | None:
    """The names and the office of whoever is invited, by the words before the visit; None where they invite nobody."""
    words = _addressed(text)
    return (context.who(words[0]), context.rank_of(words[1])) if words else None


def _guest_of(text: str, context: Context) -> str | None:
    """The country of whoever is invited, where the words name it."""
    words = _addressed(text)
    return country_after(words[0], context) if words else None


def guest_unnamed(text: str) -> bool:
    """Whether whoever is invited stands elsewhere: those whom the words name invite, or bring the invitation."""
    words = _addressed(text)
    return INVITES_HIM.search(text) is not None or (words is not None and not words[0])


def _visitor_words(text: str, at: int, context: Context) -> str:
    """The words that name the visitor: the last person or office before the visit, else the first after it."""
    if INVITES_HIM.search(text[:at]):
        return ""  # "from the President, inviting him to visit": he is named further back
    before = _INVITER.sub(" ", text[:at])
    pieces = [piece for piece in _ROLE.split(before) if context.who(piece) or context.rank_of(piece)]
    if pieces:
        named = list(context.officials.finditer(pieces[-1]))
        return pieces[-1][named[-1].start() :] if named else pieces[-1]
    after = _ROLE.split(text[at:])
    return next((piece for piece in after if context.who(piece) or context.rank_of(piece)), "")


_REASON = re.compile(
    r",?\s+(?:because|due to|owing to|on account|in view|after|following|which|who|while)\b|[;,]", re.IGNORECASE
)


_OF_WHOM = re.compile(r"(?:[\w-]+\s+){0,2}(?:visit|trip|tour)\s+(?:of|by)\b", re.IGNORECASE)
"""A visit whose visitor is named before its goal: "the visit of the Prime Minister of Georgia to Lithuania"."""
_ON_THE_WAY = re.compile(
    r"\b(?:arriv\w+ (?:in|at)|(?:travel\w*|com(?:e|es|ing)|fl(?:y|ies|ying)|go(?:es|ing)?|journey\w*) to|leav\w+ for|depart\w* for|head\w* (?:to|for)|(?:be|is) in)"
    r"\s+(?P<place>(?:the\s+)?[A-ZÀ-Þ][^,.;]*)"
)


def _on_the_way(text: str, context: Context) -> str | None:
    """Where somebody is to go by the words before his visit: "will arrive in Oslo on Monday on a state visit"."""
    way = _ON_THE_WAY.search(text)
    return country_after(way["place"], context) if way else None


def _goal(text: str, context: Context) -> str | None:
    """The country or capital that a visit goes to; of one that came to nothing not what is told of the reason."""
    if _CALLED_OFF.search(text):
        to = re.search(r"\bto\s+(.*)", _REASON.split(text)[0], re.IGNORECASE)
        return country_after(to[1], context) if to else None
    if _OF_WHOM.match(text):
        for part in re.split(r"\bto\s+", text)[1:]:
            found = country_after(" ".join(part.split()[:6]), context)
            if found:
                return found
    return country_after(text, context)


def country_after(text: str, context: Context) -> str | None:
    """The first country or capital named in a text."""
    words = [word.written for word in words_in(text)]
    for at in range(len(words)):
        for length in (4, 3, 2, 1):
            phrase = " ".join(words[at : at + length])
            if phrase[:1].isupper():
                code = context.known.countries.get(fold(phrase)) or context.known.seats.get(fold(phrase))
                if code:
                    return code
    return None


def session(text: str, bucket: str, context: Context, date: str | None, sits: bool = False) -> Occasion | None:
    """The session of a standing body that a text is about, or None. ``sits``: it is known to be of one."""
    text = _OF_A_BODY.sub(" ", text)
    named = body_called(text)
    talks = _TALKS.search(text) if not named else None
    if (
        talks
        and not sits
        and not _BEGUN.search(text)
        and all(_TALKS.fullmatch(other[0]) for other in _BODY.finditer(text))
    ):
        return None
    if talks and _BEGUN.search(text) and all(_TALKS.fullmatch(other[0]) for other in _BODY.finditer(text)):
        about = _stems(_about(text, talks), bucket, context)
        if about or _ROUNDS.search(text):
            return Occasion("session", body=about | {TALKS}, ordinal=ordinal_in(text), date=date)
        return None
    if not (sits or _SITTING.search(text)):
        return None
    body = named or body_in(text, bucket, context)
    times = re.search(r"\bfor the (\w+) time\b", text)
    ordinal = ordinal_in(text) or (ordinal_in(times[1] + " one") if times else None)
    if not body and ordinal and _NTH.search(text):
        return Occasion("session", ordinal=ordinal, date=date)
    if not body and not (ordinal and _NUMBERED.search(text)):
        return None
    if (
        ordinal is None
        and not sits
        and not re.search(
            r"\b(?:next|meeting|session|round|hold|held|holding|conven\w+|host|meet|first)\b", text, re.IGNORECASE
        )
    ):
        return None
    return Occasion(
        "session",
        body=body,
        ordinal=ordinal,
        next=bool(re.search(r"\bnext\b", text, re.IGNORECASE)),
        date=date,
        place=None,
    )


_NUMBERED = re.compile(
    r"\b(?:(?:\w+(?:st|nd|rd|th)|first|second|third|next|last) one|session|meeting|round)\b", re.IGNORECASE
)


_GOVERNMENTS = re.compile(
    r"\b(?:joint|intergovernmental|inter-governmental|government-to-government|joint government|joint cabinet) (?:sessions?|sittings?)\b"
    r"(?!\s+of\s+(?!(?:the\s+)?(?:two\s+|both\s+)?(?:governments|cabinets)\b))(?!\s+with\b)",
    re.IGNORECASE,
)
"""The governments of two countries sitting together."""


def body_called(text: str) -> frozenset[str]:
    """The body where the words have a name that many bodies of the kind have, as consultations or sessions of governments."""
    return consultations_in(text) or (frozenset({"joint", "govern"}) if _GOVERNMENTS.search(text) else frozenset())


def consultations_in(text: str) -> frozenset[str]:
    """The body of consultations that are called by a kind, as "political consultations"; none of others."""
    for found in _NAMED_TALKS.finditer(text):
        of, between, office, other, plain = (found["of"] or "").lower(), found["between"], *_KINDS_OF_TALKS
        planning = "planning" in found["kind"].lower()
        if of in office or (between and of not in other):
            return frozenset({"consult", "planning"} if planning else {"consult", "polit"})
        if planning or of in other or found["kind"].lower() == "staff talks":
            return frozenset({"consult", "planning" if planning else "staff" if of not in other else stem_of(of)})
        if of in plain:
            return frozenset({"consult"})
    return frozenset()


def _about(text: str, talks: re.Match[str]) -> str:
    """What talks are on: "consultations on the shared rivers"."""
    found = re.match(r"\s+(?:on|for|about|over)\s+(?:an?\s+|the\s+)?([^,.;]*)", text[talks.end() :])
    return re.split(r"\b(?:in|by|before|next|this|had|have|has|will|would|was|were)\b", found[1])[0] if found else ""


_FOR_WHAT = re.compile(
    r"\s+(?:on|for)\s+(?:(?!(?:in|at|to|by|before|after|will|would|was|were|is|are|has|have|had|met|meets?|holds?|held|takes?|took|"
    r"conven\w+|reached|agreed|began|opened|concluded|next|this|last|during|between|from|on|which|that|whose)\b)[\w-]+(?:\s+|$|(?=\W))){1,6}",
    re.IGNORECASE,
)
"""What a body is for: "the Commission on Science and Technology (met in Budapest)"."""


def body_in(text: str, bucket: str, context: Context) -> frozenset[str]:
    """The stems of the name of the body in a text, countries left out; of the report's names the longest that fits."""
    for short, full in context.acronyms.items():
        text = re.sub(rf"\b{re.escape(short)}\b", full, text)
    if "2+2" in text:
        return frozenset({"2+2"})
    low = fold(text)
    if named := body_called(text):
        return named
    names = [name for name in context.bodies if fold(re.sub(r"\s*\([^)]*\)", "", name)) in low and _BODY.search(name)]
    if names:
        return _stems(max(names, key=lambda name: (len(name), name)), bucket, context)
    found = _BODY.search(text)
    if not found:
        return frozenset()
    before = re.search(r"(?:[\w+\"“”'’.-]+\s+){0,5}$", text[: found.start()])
    after = _FOR_WHAT.match(text[found.end() :])
    return _stems((before[0] if before else "") + found[0] + (after[0] if after else ""), bucket, context)


def _stems(name: str, bucket: str, context: Context) -> frozenset[str]:
    out = set()
    sides = context.side_stems(bucket)
    for word in words_in(re.sub(r"\s*\([^)]*\)", "", name)):
        if word.stem in sides or fold(word.written) in _EMPTY or word.number or ordinal_in(word.written + " x"):
            continue
        if _BODY.fullmatch(word.written) or word.written[0].isupper() or _tells(word, context):
            out.add("commiss" if word.stem == "committe" else word.stem)  # either, in two languages
    return frozenset(out)


def _tells(word: Word, context: Context) -> bool:
    """Whether a small word belongs to what a body is called by."""
    if word.stem in context.known.empty or context.known.lexicon.weight(word) < 0.4:
        return False
    return not any(term[0] == "!" for term in context.known.groups.get((word.stem,), ()))


def _country_of(place: str, context: Context) -> str | None:
    return context.known.seats.get(fold(place)) or context.known.countries.get(fold(place))


def _year_in(quote: str) -> str | None:
    """The year of a visit that is only told by it: "his trip to Riga in 2031"."""
    found = re.search(r"\bin ((?:19|20)\d\d)\b", quote)
    return found[1] if found else None


def _names(one: Engagement) -> frozenset[str]:
    """The folded names of those who take part."""
    return frozenset(fold(word) for name in one.participants for word in name.split() if len(word) > 2) - PARTICLES


def of_engagement(one: Engagement, quote: str, bucket: str, context: Context) -> Occasion | None:
    """The occasion that an engagement record is; None for letters, signings, ceremonies and briefings."""
    date = one.date_start if one.status == "held" else (one.date_end or one.date_start)
    if one.kind == "visit":
        pair = bucket.split("|")
        if len(one.parties) != 2 or set(one.parties) != set(pair):
            return None
        visitor, host = one.parties
        return Occasion(
            "visit",
            visitor,
            host,
            _names(one) or context.who(quote),
            context.rank_of(quote),
            date=one.date_start or date or _year_in(quote),
            place=one.place,
        )
    if one.kind == "meeting" and one.status == "held" and _ON_A_VISIT.search(quote):
        visit = _visit(quote, (), bucket, context, date, "")
        if visit and visit.visitor:
            return replace(visit, date=date, place=one.place)
    if one.kind in ("mechanism", "meeting", "multilateral"):
        found = session(quote, bucket, context, date, sits=True)
        if found is None or len(found.body) <= 1:
            found = session(context.around(one.evidence[0]), bucket, context, date, sits=True) or found
        body = found.body if found else frozenset()
        number = found.ordinal if found and found.ordinal and one.ordinal else one.ordinal
        if body or number:
            return Occasion(
                "session", body=body, ordinal=number, next=bool(found and found.next), date=date, place=one.place
            )
        there = _country_of(one.place, context) if one.place else None
        if there is None and _WELCOMED.search(quote):
            there = context.entry.outlet_country
        rank = _rank_of_visitor(quote, there, bucket, context)
        return Occasion("meeting", host=there, who=_names(one), rank=rank, date=date, place=one.place)
    return None


def _rank_of_visitor(quote: str, host: str | None, bucket: str, context: Context) -> str | None:
    """The office of whoever came to the country where a meeting was: "the Kenyan minister", "the President of Peru"."""
    pair = bucket.split("|")
    if host not in pair:
        return None
    visitor = next(side for side in pair if side != host)
    for found in context.known.pattern("higher").finditer(quote):
        before, after = quote[: found.start()], quote[found.end() :]
        of = _OF_COUNTRY.match(after)
        adjective = _ADJECTIVE.search(before)
        if (of and country_after(of[0], context) == visitor) or (
            adjective and country_after(adjective[0], context) == visitor
        ):
            return context.rank_of(found[0])
    return None


_OF_COUNTRY = re.compile(
    r",?\s+(?:of|for)\s+(?:foreign affairs\s+of\s+)?(?:the\s+)?(?:[A-ZÀ-Þ][\w’'-]*\s?(?:of\s+)?){1,4}", re.IGNORECASE
)
_ADJECTIVE = re.compile(r"(?:[A-ZÀ-Þ][\w’'-]*\s+){1,2}$")
