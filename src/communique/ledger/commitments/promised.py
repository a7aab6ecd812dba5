"""Mentions in statements: what is promised, agreed, asked, and what is told of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from communique.ledger.commitments.amounts import amounts_in
from communique.ledger.commitments.context import Context
from communique.ledger.commitments.cues import (
    TAKEN_UP,
    answers,
    bare,
    condition_in,
    core,
    firmly,
    happened,
    own_words,
    refusal,
    so_since,
    telling,
    thanked_for,
    work_to_come,
)
from communique.ledger.commitments.dates import MONTHS, due_in
from communique.ledger.commitments.likeness import on_paper
from communique.ledger.commitments.mention import Kind, Mention, Occasion, Told
from communique.ledger.commitments.occasions import guest_of, of_item
from communique.ledger.commitments.parts import Part, parts_of
from communique.ledger.commitments.tense import tense
from communique.ledger.commitments.terms import Terms, ordinal_of_thing
from communique.ledger.commitments.vocabulary import Vocabulary
from communique.ledger.lexicon import fold
from communique.records import Evidence, Statement

_PROMISES = {"pledge": "pledge", "agree": "agreement", "request": "request", "propose": "request"}
_TELLINGS = frozenset({"support", "assess", "announce", "appreciate", "complain", "oppose"})
_OF_THE_WORLD = frozenset(
    {"hotspot", "maritime", "multilateral", "sovereignty", "human-rights", "nuclear-arms-control"}
)
_SUBJECT = re.compile(
    r"^(?:that\s+)?(?:the\s+)?((?:[A-ZÀ-Þ][\w’'.-]+\s?){1,3}?)(?:\s+side|\s+government)?\s+(?:would|will|should|had|has|was|is|could|to)\b"
)
_RECALLED = re.compile(
    r"\b(?:recalled|recalling|as agreed|had raised|had asked|had requested|was asked)\b", re.IGNORECASE
)
_TO_COME = re.compile(
    r"\b(?:will|would|is to|are to|to)\s+(?:now\s+|also\s+)?(?:be\s+(?:held|convened|hosted|organi[sz]ed|(?:pay|mak|visit|travell?|host|com)ing)|hold|host|convene|pay|make|visit|travel|undertake|receive|welcome|meet|come|arrive|take place)\b|\bscheduled\b"
)
_TOLD_OF_ASKING = re.compile(
    r"\b(?:request|proposal|question|(?<!\ban )invitation)\s+(?:was|were|had been|has been)\s+(?:\w+\s+)?(?:put|made|raised|conveyed|extended|submitted)\b",
    re.IGNORECASE,
)
_OWN_DOING = re.compile(
    r"\b(?:participat\w+ (?:of \w+ )?in|take part in|taking part in|(?:early|speedy|swift|prompt|rapid) (?:\w+ )?(?:entry into force|signing|signature|conclusion|opening|resumption|completion|launch|start|establishment|ratification))\b",
    re.IGNORECASE,
)
_CONSENT = re.compile(r"\b(?:consent|approval|permission|no objection)\b", re.IGNORECASE)
_TO_BE_DONE = re.compile(
    r"^(?:that\s+)?(?:the|this|that|these|those|his|her|their|both|all)\s[^,;]{2,60}?\s(?:(?:(?:would|will|should|might|could|to)\s+)?(?:be|be not|not be)\s+(?:now\s+|soon\s+|\w+ly\s+)?(?:ready|in place|\w+(?:ed|en|wn|nt|lt|ft|id|ut|ght))\b"
    r"|(?:signed|concluded|ratified|completed|finished|finalised|finalized|opened|extended|lifted|resolved|settled|launched|resumed|begin|start|enter|open|come|take place|go)\b)",
    re.IGNORECASE,
)
"""What is to become of a thing named before: "that the support be extended", "to see the treaty signed by May"."""
_STANDS_ALONE = re.compile(r"\b(?:they|them|it|its|their|these|press for|continue to|again|once more)\b", re.IGNORECASE)
_WHICH_AGREED = re.compile(
    r"(?:to\s+)?which\s+(?:the\s+)?(?:[\w’'.-]+\s+){1,5}?(?:(?:has|had|have)\s+)?(?:\w+ly\s+)?(?:agreed|consented|assented|acceded)\W*$",
    re.IGNORECASE,
)
"""The end of a request that is granted: ", to which Fiji consented"."""
_BACKWARDS = re.compile(
    rf"\b(?:it|(?:this|that)(?!\s+(?:year|month|week|day|time|spring|summer|autumn|fall|winter|season|century|decade|coming|\w+day|{MONTHS})\b)"
    r"|them|they|these|both|so|the (?:matter|issue|question|request|proposal|idea))\b",
    re.IGNORECASE,
)
_ALREADY = re.compile(r"\b(?:has|have|had) already\b", re.IGNORECASE)
_RECALLS = re.compile(
    r"(?!.{0,60}?\b(?:reiterat|renew|repeat|restat|reaffirm|convey|submit|present|put|press|rais|stress|emphasi)\w*\b[^,;]{0,40}\b(?:request|appeal|demand|plea|call)\b)(?:the\s+)?(?:[\w.-]+\s+){0,4}[\w.-]+['’]s?\s+(?:request|appeal|demand|plea|call)\s+for\b",
    re.IGNORECASE,
)
_ONCE_MORE = re.compile(r"\b(?:reiterat|renew|repeat|restat|insist)\w*\b|\bagain\b|\bonce more\b", re.IGNORECASE)
_YET_TO_COME = re.compile(r"\b(?:will|would)\b", re.IGNORECASE)
_ASKED_BY_PRESS = re.compile(
    r"(?:(?:a|one|another|some)\s+)?(?:journalists?|reporters?|correspondents?)\b|asked (?:by|whether|about)\b",
    re.IGNORECASE,
)
_NO_COMMENT = re.compile(
    r"\b(?:not in a position|unable|not able)\s+to\s+(?:share|say|comment|confirm|announce|disclose|speak|tell)\b|\bno comment\b"
)
_QUESTION = re.compile(r"(?:why|what had become|what has become|how|whether|when|who|without|unless)\b", re.IGNORECASE)
_AGREED_NOW = re.compile(r"(?<!had )(?<!have )(?<!has )\b(?:agreed|undertook|pledged|promised|decided) to\b")
_NOR_COULD = re.compile(
    r"(?:could|can|would|will|may|might|did|does|do|is|was)\s+(?:the\s+|its\s+)?(?:[A-ZÀ-Þ]|he\b|she\b|it\b|they\b)"
)
"""What stands behind "nor": "nor could Peru lower the fee"."""
_COULD_BE = re.compile(
    rf"\b(?:could|may|might)\s+(?:now\s+|already\s+|soon\s+|well\s+)?(?:be\s+(?:\w+ly\s+)?\w+(?:ed|en|t|n|ready)|begin|start|open|commence|resume|take place|follow)\b"
    rf"[^.;,]{{0,50}}?\b(?:(?:by|before|in|from|at|within|during|as early as)\s+(?:the\s+)?(?:\w+\s+(?:of|in)\s+)?(?:{MONTHS}|\d{{4}}|end|beginning|start|first|second|third|fourth|spring|summer|autumn|next|coming|weeks?|months?|year)|next (?:year|month|spring|summer|autumn|week)|this (?:year|month|spring|summer|autumn|week)|soon)\b",
    re.IGNORECASE,
)
"""What may be by a day: "the text could be signed by June"."""
_ACCEPTING = "/accept-invitation"
"""How the acts' entry is called by which somebody accepts an invitation."""
_POINTING = ("/draw-attention", "/raise-concern", "/bring-to-notice")
"""Entries of the codebook by which a side points to what it wants seen to."""
_ARGUED = re.compile(
    r"\b(?:advocat(?:es?|ed|ing)|(?:spoke|speaks|spoken|came out|pronounced \w+|expressed \w+) (?:strongly )?in favou?r of"
    r"|(?:argued|pleaded|pronounced \w+|declared \w+) for)\s+(?:an?|the\s+(?:early|speedy|\w+ing|introduction|opening|creation|establishment|conclusion|launch|lifting|start|resumption|construction|abolition|holding|signing))\b",
    re.IGNORECASE,
)
_NOT_TO = re.compile(
    r"not (?:yet )?to (?:renew|extend|prolong|grant|proceed|go ahead|take part|participate|join|sign|ratify|buy|purchase|acquire|open|build|continue"
    r"|pursue|accept|send|host|attend|finance|fund|lift|issue|approve|agree|award)\b"
)
"""What a side decides not to do that somebody may wait for: "its decision not to renew the memorandum"."""
_NO_MORE = re.compile(r"\b(?:not|never|if|unless|whether)\b", re.IGNORECASE)
_HAVING = re.compile(
    r"(?:in\s+|to\s+)?(?:obtain|get|learn|benefit|profit|gain|draw)(?:t?ing)?\b(?!\s+(?:to know|together|closer|attention))",
    re.IGNORECASE,
)
_COULD_NOT_BE = re.compile(r"\b(?:could|can|may) ?not (?:\w+ly )?be (?:\w+ly )?\w+(?:ed|en|n|t)\b", re.IGNORECASE)
_IN_REPLY = re.compile(r"\W*in (?:his |her |its |their )?(?:reply|response|answer)\b", re.IGNORECASE)
_PLACE = re.compile(r"\b(?:in|at|near)\s+[A-ZÀ-Þ][\w’'-]+(?:\s+[A-ZÀ-Þ][\w’'-]+)?")
_INVITES_TO = re.compile(r"\binvit(?:es?|ed|ing)\b.{3,60}\bto\s+(?:the\s+)?[A-ZÀ-Þ]")
_INVITATION = re.compile(r"\binvit(?:es?|ed|ing|ation)\b", re.IGNORECASE)
_A_PLACE = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)*(?:,|\s+(?:in|on|next|this|before|at)\b|\W*$)")
_PUT_OFF = re.compile(
    r"(?:to\s+)?(?:put(?:ting)? off|postpon\w+|reschedul\w+(?!.*\b(?:debts?|loans?|repayments?|liabilities|arrears|credits?)\b)|bring(?:ing)? forward|delay\w*|defer\w*|mov(?:e|ing) (?:the|its|their)\b.*\bto)\b",
    re.IGNORECASE,
)
_OF_THE_DATE = re.compile(r",\s+(?:the year|when|in which|which|to mark|on the occasion|on dates|at a)\b")
LONGEST = 200
"""An invitation told in more characters is told by its item alone."""
LEAST = 0.45
"""What the terms of a mention must tell together, so that it can begin a thread or join one by its words."""

LITTLE = 0.25
"""The same for a side's own promise: "will not let its territory be used against the other"."""
MUCH = 1.0
"""What the things named before a visit tell, where the words are about these."""
OWN = 0.6
"""What the words of a mention that may point back tell, so that it can begin a thread where nothing was named before."""

FEW, SHORT = 8, 0.9
"""A telling of a few words that tell less than this is of what was named before it."""


def of_statement(one: Statement, context: Context) -> Iterator[Mention]:
    """The mentions in a statement, one for each thing that it tells of."""
    if one.act not in _PROMISES and one.act not in _TELLINGS:
        return
    for bucket in context.buckets(one):
        for part in parts_of(one, context.known):
            made = _mention(one, part, bucket, context)
            if made:
                yield made


def _mention(one: Statement, part: Part, bucket: str, context: Context) -> Mention | None:
    known = context.known
    if part.answer:
        return _answer(one, part, bucket, context)
    terms, words = _terms(part, bucket, context), part.evidence.quote
    if (
        one.act in _PROMISES
        and len(one.items) == 1
        and (terms.substance < LEAST or _WHICH_AGREED.match(one.evidence[0].quote))
        and not _BACKWARDS.search(part.evidence.quote)
    ):
        part = replace(part, evidence=one.evidence[0], clause="")  # "as for a consulate, we have given our consent"
        terms = _terms(part, bucket, context)
    whole = one.evidence[0].quote
    if one.act in ("request", "pledge") and (
        (_INVITES_TO.search(whole) and len(part.evidence.quote.split()) <= 3)
        or (_INVITATION.search(whole) and _A_PLACE.match(part.evidence.quote))
    ):
        part = replace(part, evidence=one.evidence[0])  # "invited her to Riga"
        terms = _terms(part, bucket, context)
    quote = part.evidence.quote
    told = _told(one, part, known)
    faint = told is None and one.act == "assess" and _tells_of_something(quote)
    if faint:
        told = tense(own_words(quote, context.known))
    reply = _reply(one, quote, known)
    if told is None and reply:
        return _replied(one, part, bucket, context, reply)
    if told is None or _TOLD_OF_ASKING.search(words):
        return None
    doers, others, askers = _roles(one, quote, told, bucket, context)
    told, occasion = _with_occasion(one, quote, told, doers, bucket, context)
    part, back = _taken_up(one, part, told, occasion) or (part, _back(one, part, told, bucket, context))
    if back == "name" and occasion is not None:
        back = None
    elif (
        back == "name"
        and told == "asked"
        and terms.substance < OWN
        and not _TO_BE_DONE.search(quote)
        and not _STANDS_ALONE.search(quote + one.evidence[0].quote)
    ):
        return None  # "we asked for this agreement" only recalls
    if back == "name" and one.act == "appreciate" and told == "said":
        return None  # thanks for what was named before tell nothing of it
    slight = back is None and occasion is None and terms.substance < (LITTLE if one.act == "pledge" else LEAST)
    if slight and one.act not in _PROMISES:
        return _replied(one, part, bucket, context, reply) if reply else None
    if told == "asked" and occasion and occasion.kind == "visit":
        part = replace(part, evidence=_invitation(one.evidence[0], part.evidence))
    return Mention(
        bucket=bucket, report=context.entry.report, path=context.entry.path, outlet=context.entry.outlet_country, date=context.entry.date,
        record=one.id, group=one.id, kind=_kind(one, quote, doers, told), told=told, doers=doers, others=others, askers=askers,
        what=quote, evidence=part.evidence, terms=terms, strength=one.strength or (_strength(quote, one.act) if told == "said" else None),
        due=part.due or due_in(quote, context.entry.date), amounts=amounts_in(quote), ordinal=ordinal_of_thing(quote),
        condition=condition_in(quote, known), firm=firmly(quote, known), named=context.named(quote),
        core=_core(part, bucket, context), topics=frozenset(one.topics), back=back, starts=(back is None or (back == "name" and terms.substance >= OWN)) and _starts(one, part, told) and not slight and not _of_principle(one, part, context), occasion=occasion,
        faint=faint, recalls=one.act == "complain" if told == "asked" and _points_at(one) else one.act == "request" and _RECALLS.match(one.evidence[0].quote) is not None,
        by=one.holders, reply=reply, replies=_told_as_reply(one), again=_ONCE_MORE.search(one.evidence[0].quote.partition(quote)[0]) is not None,
        beside=frozenset(term for term in context.terms(part.beside, bucket).weights if term[0] not in "!+-") if part.beside else frozenset(),
    )  # fmt: skip


def _told_as_reply(one: Statement) -> bool:
    """Whether the verb or the words before it say that it is a reply: "he replied that", "in response, he promised"."""
    return any(rule.endswith("/reply") for rule in one.rule) or _IN_REPLY.match(one.evidence[0].quote) is not None


def _taken_up(
    one: Statement, part: Part, told: Told, occasion: Occasion | None
) -> tuple[Part, Literal["answer"]] | None:
    """The words that accept an invitation, and whose visit is told by those that invited: "had accepted his invitation"."""
    if told != "said" or occasion or not any(rule.endswith(_ACCEPTING) for rule in one.rule):
        return None
    return replace(part, evidence=one.evidence[0]), "answer"


def _reply(one: Statement, quote: str, known: Vocabulary) -> str:
    """ "no" or "yes" where the words would decline or grant what was asked right before them."""
    if one.act not in ("assess", "complain", "oppose", "support") or not _tells_of_something(quote):
        return ""
    if one.act != "support" and (known.search("reservations", quote) or _COULD_NOT_BE.search(quote)):
        return "no"
    return (
        "yes"
        if one.act in ("assess", "support") and known.search("assents", quote) and not _NO_MORE.search(quote)
        else ""
    )


def _replied(one: Statement, part: Part, bucket: str, context: Context, reply: str) -> Mention:
    """What declines or grants if it answers a request, and tells nothing of any undertaking otherwise: "that was a matter
    for the courts", "the land was available".
    """
    return Mention(
        bucket=bucket, report=context.entry.report, path=context.entry.path, outlet=context.entry.outlet_country, date=context.entry.date,
        record=one.id, group=one.id, kind="pledge", told="failed" if reply == "no" else "progress", doers=(), others=(), askers=(),
        what=part.evidence.quote, evidence=part.evidence, terms=Terms({}), starts=False, faint=True, topics=frozenset(one.topics),
        by=one.holders, reply=reply,
    )  # fmt: skip


def _invitation(whole: Evidence, item: Evidence) -> Evidence:
    """The words of an invitation from who invites whom to when, without what is told of the date by the way."""
    end = item.end - whole.start if whole.start <= item.start and item.end <= whole.end else 0
    aside = _OF_THE_DATE.search(whole.quote, max(0, item.start - whole.start), end)
    quote = whole.quote[: aside.start() if aside else end]
    return Evidence(start=whole.start, end=whole.start + len(quote), quote=quote) if 0 < len(quote) <= LONGEST else item


def _strength(quote: str, act: str) -> Literal["firm", "soft", "tentative"]:
    """The strength of a promise told in a statement that is none of its own."""
    if re.search(r"\b(?:open to|consider|study|examine|explore|look into)\b", quote) or _COULD_BE.search(quote):
        return "tentative"
    return (
        "soft"
        if act == "support" or re.search(r"\b(?:willing|ready|readiness|hopes?|looks? forward)\b", quote)
        else "firm"
    )


def _terms(part: Part, bucket: str, context: Context, without_place: bool = False) -> Terms:
    """The terms of the undertaking's own words, without a side that they begin with ("Rabat would study it")."""
    words = own_words(part.evidence.quote, context.known)
    if without_place:
        words = _PLACE.sub("", words)
    subject = _SUBJECT.match(words)
    if subject and _country(subject[1], context) in bucket.split("|"):
        words = words[subject.end(1) :]
    return context.terms(f"{part.of} {words}" if part.of else words, bucket)


def _core(part: Part, bucket: str, context: Context) -> Terms | None:
    """The terms of the words before what is told by the way, where they tell enough to be known by."""
    words = core(own_words(part.evidence.quote, context.known))
    terms = context.terms(words, bucket) if words else None
    return terms if terms and terms.substance >= OWN else None


_ONCE_HOPED = re.compile(
    r"\bhad (?:\w+ly |also |both |all )?(?:hoped|planned|intended|wanted|wished|meant|aimed|counted on)\b",
    re.IGNORECASE,
)
_ASKED_THEN = re.compile(
    rf"\b(?:asked|requested|proposed|raised|demanded|sought)\b.{{0,30}}\b(?:(?:in|on|since)\s+(?:\d|{MONTHS})|last\s+(?:year|month|week|spring|summer|autumn|fall|winter|\w+day))",
    re.IGNORECASE,
)


def _told(one: Statement, part: Part, known: Vocabulary) -> Told | None:
    """What the words tell; None where a telling says nothing of an undertaking."""
    quote = part.evidence.quote
    if not _tells_of_something(part.clause or quote):
        return None
    if one.act in ("request", "propose") and _ASKED_THEN.search(one.evidence[0].quote) and len(quote.split()) <= 3:
        return None  # "we asked for it in March" only recalls
    if one.act == "support":
        return "asked" if _argues_for(one) and len(one.holders) == 1 else "said"
    if one.act not in _PROMISES:
        return _told_by_the_way(one, part, known)
    if one.act == "pledge" and _ALREADY.search(one.evidence[0].quote) and not _YET_TO_COME.search(quote):
        return "done"
    if _NOT_TO.match(quote):
        return "refused"
    negative = refusal(quote, known)
    if negative:
        return negative
    if _PUT_OFF.match(quote):
        return "moved"
    asked = _PROMISES[one.act] == "request" or _would_have(one, quote) or known.search("asking", one.evidence[0].quote)
    return "asked" if asked else "said"


def _told_by_the_way(one: Statement, part: Part, known: Vocabulary) -> Told | None:
    """What a statement tells that promises and asks nothing itself."""
    quote = part.evidence.quote
    told = telling(part.clause or quote, known)
    if told is None and one.act == "oppose" and _NOR_COULD.match(quote):
        return "refused"
    if told is None and one.act in ("assess", "announce") and _COULD_BE.search(own_words(quote, known)):
        return "said"
    if told is None and one.act in ("assess", "announce") and work_to_come(own_words(quote, known)):
        return "said"
    if told is None and _points_at(one):
        return "asked"
    if told in (None, "done") and TAKEN_UP.search(quote):
        return "said"  # "the invitation was accepted, on a date to be set"
    if told is None and one.act == "assess" and happened(quote):
        return "done" if so_since(quote) else "progress"
    if told is None and len(quote.split()) <= FEW and known.search("answers", quote):
        return "said"  # "he had no objection"
    if one.act == "appreciate" and told in (None, "said"):
        return thanked_for(quote)
    return "said" if told is None and one.act == "announce" else told


def _points_at(one: Statement) -> bool:
    """Whether a side points to what the other is to see to: "drew attention to the unpaid refunds", "raised the case of two
    sailors". It is known as asked once it is answered.
    """
    return one.act == "complain" and any(rule.endswith(_POINTING) for rule in one.rule)


def _argues_for(one: Statement) -> bool:
    """ "spoke in favour of a ferry", "advocated the opening of the market": what is to be, not what is so."""
    return one.act == "support" and _ARGUED.search(one.evidence[0].quote) is not None


def _would_have(one: Statement, quote: str) -> bool:
    """ "expressed interest in obtaining 500 tractors": what a side would have from the other is asked of it."""
    return one.act == "pledge" and one.strength == "soft" and len(one.holders) == 1 and _HAVING.match(quote) is not None


def _tells_of_something(quote: str) -> bool:
    return not (
        _ONCE_HOPED.search(quote)
        or _NO_COMMENT.search(quote)
        or _ASKED_BY_PRESS.match(quote)
        or _QUESTION.match(quote)
        or " " not in quote
    )


def _back(one: Statement, part: Part, told: Told, bucket: str, context: Context) -> Literal["answer", "name"] | None:
    """Whether the words name nothing of their own, and mean what was asked or named before."""
    known, terms = context.known, _terms(part, bucket, context, without_place=True)
    quote = own_words(part.evidence.quote, known)
    if told != "asked" and (answers(quote, terms, known) or _WHICH_AGREED.match(quote)):
        return "answer"
    if one.act in _TELLINGS and (told != "said" or on_paper(terms.weights)) and _short(quote, terms, told):
        return "name"
    return "name" if bare(quote, terms, known) else None


def _starts(one: Statement, part: Part, told: Told) -> bool:
    """Whether a thread may begin here: with a promise, an agreement or a request, or news of what is to be."""
    if one.act == "propose" and one.topics and set(one.topics) <= _OF_THE_WORLD:
        return False  # a wish for the world, nothing that the two do
    if one.act in _PROMISES:
        return told in ("asked", "said")
    if one.act == "support" and told in ("said", "asked"):
        return _OWN_DOING.search(part.evidence.quote) is not None or (
            _argues_for(one) and not set(one.topics) & _OF_THE_WORLD
        )
    return (
        told == "said"
        and one.act in ("announce", "assess", "appreciate")
        and _future(part.clause or part.evidence.quote, one)
    )


_HOLDS = re.compile(
    r"\W*(?:to\s+)?(?:continue\s+to\s+|always\s+|\w+ly\s+)*"
    r"(?:uphold|adhere|abide|respect|observe|defend|safeguard|support|back|endorse|oppose|reject|stand (?:by|for|up)|pursue|follow|comply|maintain|honou?r|recogni[sz]e)\b",
    re.IGNORECASE,
)


def _of_principle(one: Statement, part: Part, context: Context) -> bool:
    """Whether a promise only holds to a principle on which the report has the side's position: "will uphold the Charter"."""
    if part.due or not _HOLDS.match(part.evidence.quote):
        return False
    mine = part.evidence
    return any(
        words.start < mine.end and mine.start < words.end
        for position in context.entry.positions if position.holder in one.holders
        for words in position.evidence
    )  # fmt: skip


def _with_occasion(
    one: Statement, quote: str, told: Told, doers: tuple[str, ...], bucket: str, context: Context
) -> tuple[Told, Occasion | None]:
    """What is told, and the occasion of which; thanks for the hospitality shown to somebody tell that he has come."""
    occasion = _occasion(one, quote, told, doers, bucket, context)
    guest = guest_of(one, quote, bucket, context) if one.act == "appreciate" and occasion is None else None
    return (told, occasion) if guest is None else ("held", guest)


def _occasion(
    one: Statement, quote: str, told: Told, doers: tuple[str, ...], bucket: str, context: Context
) -> Occasion | None:
    """The visit or session that the words ask for, plan, move or call off. A telling must say that it is to be."""
    if told not in ("asked", "said", "moved", "cancelled"):
        return None
    if one.act in _TELLINGS and told == "said" and not _TO_COME.search(quote):
        return None
    whole = one.evidence[0].quote
    found = of_item(quote, doers if one.act in _PROMISES else (), bucket, context, whole[: max(0, whole.find(quote))])
    going = context.known.search("visiting", quote)
    before = context.terms(quote[: going.start()], bucket).weights if going and going.start() else {}
    if found and found.kind == "visit" and sum(weight for term, weight in before.items() if term[0] == "=") >= MUCH:
        return None  # "a waiver of the visa fee for pilgrims travelling to them"
    return found


def _answer(one: Statement, part: Part, bucket: str, context: Context) -> Mention:
    """The other side's answer, told in the words of the request."""
    quote, known = part.evidence.quote, context.known
    terms = context.terms(quote, bucket)
    doers = tuple(side for side in bucket.split("|") if side not in one.holders) or tuple(bucket.split("|"))
    told: Told = "refused" if re.search(r"\b(?:declined|rejected|refused)\b", quote) else "said"
    tentative = re.search(r"\b(?:examine|consider|study|look into|explore)\b", quote)
    return Mention(
        bucket=bucket, report=context.entry.report, path=context.entry.path, outlet=context.entry.outlet_country, date=context.entry.date,
        record=one.id, group=one.id + "+", kind="pledge", told=told, doers=doers, others=one.holders, askers=(),
        what=quote, evidence=part.evidence, terms=terms, strength="tentative" if tentative else "firm", due=None,
        back="answer", starts=False, topics=frozenset(one.topics), firm=firmly(quote, known), condition=condition_in(quote, known),
    )  # fmt: skip


def _short(quote: str, terms: Terms, told: Told) -> bool:
    """Words that name no thing: "we are nearly there", "they had agreed to conclude it by May"."""
    nothing = not terms.names and not any(term[0] == "=" for term in terms.weights)
    few = len(quote.split()) <= FEW and (terms.substance < SHORT or told in ("said", "refused", "cancelled"))
    return nothing and (few or terms.substance < LEAST)


_WILL_BE = re.compile(
    r"\b(?:will|would|(?:is|are|was|were)\s+(?:now\s+)?(?:to|(?:scheduled|planned|expected|due|set|slated|timetabled|foreseen)\s+to))\b"
)
"""That something is to be: "are scheduled to start in April"."""


def _future(quote: str, one: Statement) -> bool:
    if one.act == "appreciate" and not re.search(r"\b(?:will|would)\b", quote):
        return False
    to_come = _AGREED_NOW.search(quote) or _WILL_BE.search(quote) or one.act == "announce"
    return bool(to_come) and not _RECALLED.search(quote)


def _country(words: str, context: Context) -> str | None:
    name = fold(words.strip())
    return context.known.countries.get(name) or context.known.seats.get(name)


def _wished(one: Statement, quote: str, told: Told) -> bool:
    """Whether it is asked for in words by which nothing is asked outright."""
    return told == "asked" and (_points_at(one) or _would_have(one, quote) or _argues_for(one))


def _kind(one: Statement, quote: str, doers: tuple[str, ...], told: Told) -> Kind:
    if _wished(one, quote, told):
        return "request"
    if one.act in _PROMISES:
        return _PROMISES[one.act]  # type: ignore[return-value]
    return "agreement" if len(doers) > 1 else "pledge"


def _roles(
    one: Statement, quote: str, told: Told, bucket: str, context: Context
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Who is to do it, who gains by it, and who asked; a side named as the subject of the words is the doer."""
    pair = tuple(bucket.split("|"))
    holders = tuple(side for side in pair if side in one.holders)
    rest = tuple(side for side in pair if side not in holders)
    wished = _wished(one, quote, told)
    asked = _PROMISES.get(one.act) == "request" or wished
    subject = _SUBJECT.match(quote)
    code = None
    if subject:
        code = _country(subject[1], context)
    if one.act == "request" and _CONSENT.search(quote):
        doers: tuple[str, ...] = pair
    elif code in pair:
        doers = (code,)
    elif one.act == "request" or wished:
        doers = rest or pair
    elif one.act == "oppose" and told == "refused" and len(holders) == 1:
        doers = holders
    elif one.act == "pledge":
        doers = holders or pair
    elif one.act in ("agree", "propose"):
        doers = pair
    else:
        doers = ()
    return doers, tuple(side for side in pair if side not in doers), (holders or pair) if asked else ()
