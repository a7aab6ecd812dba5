"""What a piece of a report tells of an undertaking, by the words of the codebook's lists."""

from __future__ import annotations

import re

from communique.ledger.commitments.dates import MONTHS
from communique.ledger.commitments.mention import Told
from communique.ledger.commitments.tense import MEASURED
from communique.ledger.commitments.terms import Terms
from communique.ledger.commitments.untimely import CALLED_OFF, EXPECTED, FORESEEN, NOT_HELD, ONCE, PUT_OFF
from communique.ledger.commitments.vocabulary import Vocabulary

_TELLING: tuple[tuple[str, Told], ...] = (
    ("overtaken", "overtaken"), ("cancelled", "cancelled"), ("refusal", "refused"), ("failure", "failed"),
    ("asking", "asked"), ("delay", "moved"), ("progress", "progress"), ("done", "done"), ("future", "said"),
)  # fmt: skip
_TO_BE = re.compile(
    r"\b(?:(?:will|would|shall|should|could|can|may|might|must)(?:\s+\w+ly|\s+now|\s+then|\s+also|\s+be)*|to\s+(?:\w+\s+)?be|(?:(?:was|were|ought)\s+to|should)(?:\s+have(?:\s+been)?)?)\s+$",
    re.IGNORECASE,
)
_ANOTHER_TIME = re.compile(
    rf"\s+(?:in\s+|on\s+)?(?:the\s+)?(?:\d|{MONTHS}|spring|summer|autumn|winter|\w+day|this|last|next|end)",
    re.IGNORECASE,
)
_UNMET = re.compile(r"\b(?:was|were|ought) to have\b", re.IGNORECASE)
_NUMBER = r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|thirty|forty|fifty)"
_SOME_OF = re.compile(
    rf"\b(?:{_NUMBER}|half|most|several|some|a third|a quarter|many) of (?:the|its|their) (?:first |promised |planned |agreed )?{_NUMBER}\b"
    rf"|\bthe first(?: (?:{_NUMBER}|few|ones?|group|batch))? of (?:the|its|their|these|those)\b"
    rf"|\bof the {_NUMBER} [^,;.]{{3,60}}, (?:only )?{_NUMBER}\b"
    r"|\bnow in (?:its|their) (?:first|second|third|fourth|fifth|sixth|final|last) (?:year|phase|stage|month|week|season|round|term|cycle)\b"
    r"|\b(?:is|are) (?:\w+ ){0,3}?(?:per ?cent|%) (?:complete|built|finished|ready|done)\b",
    re.IGNORECASE,
)
_INITIALLED = re.compile(r"\binitial+(?:l?ed|l?ing)\b", re.IGNORECASE)
_SIGNED = re.compile(r"\b(?:signed|signing|signature (?:took|of)|in force|into force|ratified)\b", re.IGNORECASE)
_RUNNING = re.compile(
    r"\b(?:flights?|(?:air|ferry|bus|rail|train|shipping|postal|passenger|freight|weekly|daily|direct) (?:services?|links?|connections?)|service|route|line|ferry|trains?|portal|platform|website|"
    r"broadcasts?|hotline|exports|imports|sales|programme|program|scheme|fund|courses|classes|lessons|scholarships?|channel|airline)\b",
    re.IGNORECASE,
)
_STARTED = re.compile(
    r"\b(?:launched|began|begun|started|commenced|inaugurated|introduced|opened|resumed|went (?:live|online|into service)"
    r"|(?:launch|start|resumption|introduction|inauguration) of)\b",
    re.IGNORECASE,
)
_WORKS = re.compile(
    r"\b(?:work|works|construction|building|talks|negotiat\w+|consultations|preparations?|preparing|trials?|tests?|testing|pilot|study|studies|surveys?|"
    r"tenders?|bidding|drafting|discussions?|laying|dredging|repairs?|procedures?|process|ratification|delivery|deliveries|phase|stage|first)\b",
    re.IGNORECASE,
)
_INSTEAD = re.compile(
    r"\b(?:instead of|in (?:the )?place of|in lieu of|rather than|(?:has|have|had) (?:now )?(?:replaced|superseded|supplanted)|(?<!be )(?:replaces|supersedes|replacing|superseding|supplants))\s+"
    r"(?P<gone>(?:the|an?|its|their|that)\s+[^,;.]{8,80}?)(?=,|;|\.|$|\s+(?:was|were|has|have|the two|that was|which)\b)",
    re.IGNORECASE,
)
_GAVE_WAY = re.compile(
    r"\b(?:(?:has|have|had|was|were)\s+(?:\w+\s+){0,2}?(?:been\s+)?(?:\w+\s+)?(?:replaced|superseded|supplanted|absorbed|subsumed|overtaken|merged)\s+(?:by|with|in|into)"
    r"|(?:has|have|had|was|were|is|are)\s+(?:\w+\s+)?(?:made|rendered|become|became)?\s*(?:superfluous|obsolete|redundant|unnecessary|pointless|moot|overtaken by events)"
    r"|(?:is|are|was|were)\s+no longer (?:needed|necessary|required)"
    r"|gave way to|has given way to|was (?:dropped|abandoned|shelved) in favou?r of)\b",
    re.IGNORECASE,
)
_ON_PAPER = re.compile(
    r"\b(?:agreements?|treat(?:y|ies)|accords?|pacts?|conventions?|memorandum|memoranda|protocol|programme|program|plans?|projects?|schemes?|idea|proposal|initiative|arrangement|"
    r"talks|negotiations|text|draft|deal)\b",
    re.IGNORECASE,
)


def in_part(quote: str) -> bool:
    """Whether what is told is of some of it: "four of the ten", "the first of the trains", "now in its second year"."""
    return _SOME_OF.search(quote) is not None


def only_initialled(quote: str) -> bool:
    """Whether a text was initialled, and not signed."""
    return _INITIALLED.search(quote) is not None and not _SIGNED.search(quote)


def now_running(quote: str) -> bool:
    """Whether a service, or what else is there from its first day, was begun: "the flights began in June"."""
    started = _STARTED.search(quote)
    return started is not None and _RUNNING.search(quote) is not None and not _WORKS.search(quote)


def instead_of(quote: str, what: str) -> str | None:
    """What another thing has come in the place of, where one has: "instead of a memorandum, a treaty was signed"."""
    found = _INSTEAD.search(quote)
    if found:
        return found["gone"] if _ON_PAPER.search(found["gone"]) else None
    gave_way = _GAVE_WAY.search(quote)
    return (
        what if gave_way and _ON_PAPER.search(quote[: gave_way.start()]) and what in quote[: gave_way.start()] else None
    )


_OFFERED = re.compile(
    r"\b(?:offer|decision|readiness|willingness|promise|pledge|commitment|support|invitation|(?<!master )(?<!action )(?<!management )plans?|proposal|intention|interest|agree(?:d|ment to)|will|would|to be)\b",
    re.IGNORECASE,
)
_RECEIVED = re.compile(
    r"\b(?:(?:has|have|had)\s+(?:been\s+)?\w+|(?:was|were)\s+\w+(?:ed|en|t)|(?:provided|shipped|sent|given|donated|delivered|returned|released|granted|supplied|extended|received)\b"
    r"|having\s+\w+(?:ed|en|t)\b|(?:['’]s|its|their|his|her)\s+(?:vote|votes|gift|donation|grant)\b"
    r"|(?:coming into (?:force|effect|operation)|entry into (?:effect|operation))\s+of"
    r"|\bfor\s+(?:\w+ly\s+)?(?:writing off|cancelling|forgiving|releasing|freeing|returning|lifting|opening|reopening|building|training|sending|providing|donating|delivering|financing|supplying|admitting|removing|abolishing|granting|including|hosting|introducing|accepting|repatriating|restoring|evacuating|treating|repairing|handing)\b"
    r"|(?:acceptance|admission|receipt|provision|dispatch|deployment|establishment|appointment|removal|payment|disbursement|repatriation|recognition|extradition|approval|restoration|reopening|rescheduling|reception|allocation|granting|sending|handing over)\s+of"
    r"|(?:signing|signature|conclusion|opening|return|release|delivery|arrival|completion|inauguration|entry into force|ratification|lifting|adoption|launch|handover|resumption|start"
    r"|introduction|passage|enactment|abolition|rollover|renewal|waiver|inclusion|publication|presentation)"
    r"(?:,?\s+(?:in|on|at|by|last|earlier|this)\s[^.;]{1,50}?,?)?\s+of)\b",
    re.IGNORECASE,
)
_ROUNDS = re.compile(r"\b(?:rounds?|negotiations|talks|progress|work of|teams?|studies|preparations)\b", re.IGNORECASE)
_SINCE = re.compile(
    r"^since\b.{0,200}?\b(?:has|have)\s+(?:\w+\s+)?been\s+(?!under\b)|\b(?:has|have)\s+(?:\w+\s+)?been\s+(?:\w+\s+)?\w+(?:ed|en|ing|t)\b.{0,200}?\bsince\b",
    re.IGNORECASE,
)
_SINCE_THEN = re.compile(
    rf"\bsince\s+(?:last\s|this\s|then\b|(?:early|mid|late)[ -]|the\s+(?:start|beginning|end|spring|summer|autumn|winter)\b|(?:\d{{1,2}}\s+)?(?:{MONTHS})\b|\d{{4}}\b)",
    re.IGNORECASE,
)
_NOT_PRESENT = re.compile(
    r"\b(?:has|have|had|was|were|did|will|would|shall|should|been|first|not|no|never|(?:\w+ed)\s+since)\b",
    re.IGNORECASE,
)
_NOT_UNTIL = re.compile(
    rf"\b(?:not|never)\s+(?:\w+\s+){{1,4}}?(?:before|until|till)\s+(?:\w+\s+){{0,3}}?(?:\d{{4}}|next|the (?:spring|summer|autumn|winter|end)|{MONTHS})\b"
    r"|\b(?:have|has) to wait\b|\b(?:is|are|was|were) now (?:expected|due|scheduled|set|planned|foreseen)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"^[^,;]*?\b(?:will|would|shall|should|(?-i:may)|could|is to|are to|is expected|awaits|depends|requires|is (?:planned|scheduled|foreseen|due)|had to|has to|has been (?:delayed|postponed)|was (?:delayed|postponed))\b",
    re.IGNORECASE,
)
"""Behind "the opening of ...": that it has not been."""
_SLIPS = re.compile(
    r"\b(?:will|would|(?-i:may)|might|has|have|had|is|was|are|were)\s+(?:\w+\s+)?(?:slip(?:s|ped|ping)?\s+(?:in)?to|slipped by|slip by|be (?:pushed|put|moved|held|set) (?:back|over)|been (?:pushed|put|held|set) (?:back|over)|take longer|taken longer|taking longer|be late|run(?:ning)? late|fallen behind|behind schedule|be carried over)\b",
    re.IGNORECASE,
)
_ANEW = re.compile(
    rf"\b(?:{NOT_HELD}|(?:had to be|has been|had been|was|were)\s+(?:{CALLED_OFF}|{PUT_OFF}))\b[^.;]{{0,80}}?"
    r"\b(?:is|are|was|were|will|would|has been|have been|had been)\s+(?:now\s+|therefore\s+|instead\s+)?(?:being\s+|to\s+)?(?:be\s+)?"
    r"(?:re-?arranged|re-?scheduled|foreseen|planned|scheduled|expected|due|set for|made|paid|held|take place|fixed for|convened?)\b",
    re.IGNORECASE,
)
"""What was not held at its time and is to be at another."""
_ALMOST = re.compile(r"\b(?:nearly|almost|partly|partially|half)\s+(?:been\s+)?\w+", re.IGNORECASE)
_NEGATED = re.compile(r"\b(?:never|not|no|nor)\b[\w\s]{0,12}$", re.IGNORECASE)


_GIVEN = (
    r"\b(?:offers?|invitations?|promises?|commitments?|pledges?|undertakings?|proposals?|guarantees?|assurances?)\b"
)
"""What one side has given the other by its word."""
_STANDS = re.compile(
    rf"{_GIVEN}(?:(?!\b(?:no longer|not|never|neither|cannot)\b|n['’]t\b)[^.;,]){{0,60}}?"
    r"\b(?:(?:still )?(?:stands?|stood|holds good|held good)|remain(?:s|ed)? (?:open|valid|unchanged|in force)|(?:is|are|was|were) still (?:open|valid|good))\b(?! (?:by|at|up|out|for|to)\b)",
    re.IGNORECASE,
)
"""What was offered or promised is so still: "the offer of a loan stands"."""
_STANDS_NO_MORE = re.compile(
    rf"{_GIVEN}[^.;,]{{0,60}}?"
    r"\b(?:no longer (?:stands?|stood|holds good|held good|open|valid|in force)|(?:did|does|do|is|are|was|were)(?: not|n['’]t) (?:stand|hold good|remain (?:open|valid|in force)|still (?:open|valid|good)))\b"
    r"(?! (?:by|at|up|out|for|to)\b)",
    re.IGNORECASE,
)
"""What was offered or promised is so no more."""
TAKEN_UP = re.compile(
    r"\binvitation\b[^.;]{0,40}?\b(?:was|were|has been|had been)\s+(?:\w+ly\s+)?(?:accepted|taken up)\b|^which (?:was|were|has been|had been) (?:\w+ly )?accepted\b",
    re.IGNORECASE,
)
"""An invitation that is told to have been accepted."""


_HOWEVER = re.compile(
    r",\s+(?:however|though|for (?:its|his|her|the) (?:own )?part|at present|at this stage),(?=\s)", re.IGNORECASE
)
"""What parts "does not" from "wish to"."""


def telling(quote: str, known: Vocabulary) -> Told | None:
    """What a telling statement says became of something; None where it says nothing of the kind."""
    quote = _HOWEVER.sub("", quote)
    if _NOT_UNTIL.search(quote) or _SLIPS.search(quote) or _ANEW.search(quote):
        return "moved"
    if _STANDS_NO_MORE.search(quote):
        return "cancelled"
    if _STANDS.search(quote):
        return "said"
    for name, told in _TELLING:
        if told in ("progress", "done", "said") and _UNMET.search(quote):
            return "moved"
        found = known.search(name, quote)
        if found and told == "overtaken" and _ANOTHER_TIME.match(quote[found.end() :]):
            continue  # "in April instead of January"
        if found and told in ("done", "progress") and _TO_BE.search(quote[: found.start()]):
            continue  # "will be signed"
        if found and told == "done" and found[0].lower().startswith("the ") and _AHEAD.search(quote[found.end() :]):
            continue  # "the opening of the school will take place in May"
        if found and (told in ("refused", "failed", "cancelled") or not _NEGATED.search(quote[: found.start()])):
            return "progress" if told == "done" and (in_part(quote) or _ALMOST.search(quote)) else told
    return None


def thanked_for(quote: str) -> Told:
    """What thanks and praise are for: what came about, what goes on, or what is only offered or decided."""
    if _OFFERED.search(quote) or not _RECEIVED.search(quote):
        return "said"
    return "progress" if _ROUNDS.search(quote) else "done"


def so_since(quote: str) -> bool:
    """Whether something has been so since a day: "has been arriving since March"; of talks and works that is no end."""
    since = _SINCE.search(quote) is not None or _present_since(quote)
    return since and _ROUNDS.search(quote) is None


def _present_since(quote: str) -> bool:
    """ "Our cherries enter free of duty since August": told in the present."""
    return _SINCE_THEN.search(quote) is not None and _NOT_PRESENT.search(quote) is None


def happened(quote: str) -> bool:
    """Whether the words tell an event with its time: "inspectors visited four dairies last month"."""
    if _present_since(quote) and not MEASURED.search(quote):
        return True
    return _WHEN.search(quote) is not None and _EVENT.search(quote) is not None and not MEASURED.search(quote)


def refusal(quote: str, known: Vocabulary) -> Told | None:
    """``refused`` or ``cancelled`` where a pledge or agreement is in truth one not to do something."""
    quote = _HOWEVER.sub("", quote)
    if _NOT_UNTIL.search(quote):
        return "moved"
    if known.search("cancelled", quote):
        return "cancelled"
    found = known.search("refusal", quote)
    return "refused" if found and not known.pattern("weak-refusal").fullmatch(found[0]) else None


def answers(quote: str, terms: Terms, known: Vocabulary) -> bool:
    """Whether the words answer something asked before without naming it."""
    if (
        _ALL_ASKED.search(quote)
        or _GIVEN_THOUGHT.search(quote)
        or _ACCEPTED.search(quote)
        or (_CONSIDER_IT.search(quote) and not terms.names)
    ):
        return True
    if not known.search("answers", quote):
        return False
    return not terms.names and own_substance(terms, known, "askings") < (
        2.0 if re.search(r"\bdo so\b|\bat an? (?:suitable|convenient)\b", quote) else 1.0
    )


def bare(quote: str, terms: Terms, known: Vocabulary) -> bool:
    """Whether the words name a thing only as "it" or "the agreement": what was named before is meant."""
    things = any(term[0] == "=" for term in terms.weights)
    if re.match(r"(?:it|they|this|these)\b", quote, re.IGNORECASE) and not things:
        return True
    if re.search(r"\bto (?:this|that) effect\b", quote) and not terms.names:
        return True
    unnamed = Terms({term: weight for term, weight in terms.weights.items() if term not in terms.names})
    if _NO_OBJECT.match(quote) and own_substance(unnamed, known) < 0.6:
        return True
    if _ASKS_AGAIN.search(quote) or (no_subject(quote) and not terms.names and own_substance(terms, known) < 0.6):
        return True
    if not terms.names and of_the_rest(quote):
        return True
    if terms.names or any(term[0] == "^" for term in terms.weights) or own_substance(terms, known) >= 0.6:
        return False
    low = quote.lower()
    if _PART.search(low) or _WORK_ALONE.match(quote):
        return True
    return known.search("pronouns", low) is not None or known.definite.search(low) is not None


_NO_OBJECT = re.compile(
    r"(?:sign|initial|conclude|finali[sz]e|ratify|adopt|complete|launch|inaugurate)\s+(?:in|on|at|by|before|during|within|next|this|no later than)\b(?!\s+(?:the\s+)?(?:text|basis|terms)\b)",
    re.IGNORECASE,
)
"""What is to be signed or opened was named before: "to close the last chapters and to sign in Lima"."""
_NO_SUBJECT = re.compile(
    r"(?:(?:will|would|shall|is|are|was|were|has|have|had)\s+(?:now\s+|also\s+)?(?:to\s+)?(?:be|been|being)|(?:is|are|was|were)\s+(?:now\s+|also\s+)?\w+ed"
    r"|(?:will|would)\s+(?:then\s+|now\s+)?(?:work|start|begin|open|run|operate|come|enter|take|follow|cover|last))\b",
    re.IGNORECASE,
)
"""A clause whose subject stands before it: "and will be signed in June"."""
_ASKS_AGAIN = re.compile(
    r"\b(?:repeat|renew|reiterat|insist\w* on)\w*\s+(?:this|that|the|its|his|her|their)\s+(?:request|proposal|appeal|demand|call|offer|invitation)\W*$",
    re.IGNORECASE,
)


_PUT_BACK = re.compile(
    rf"\b(?:{NOT_HELD}|{PUT_OFF}|{ONCE}\s+(?:been\s+)?{EXPECTED}"
    rf"|(?:was|were|had been)\s+(?:{FORESEEN}|to have|to meet|to be held|expected to)|instead of)\b",
    re.IGNORECASE,
)


def put_off(quote: str) -> bool:
    """Whether the words tell that something was to be at another time: "which could not be held last year"."""
    return _PUT_BACK.search(quote) is not None


_LEFT_OUT = re.compile(
    r"\b(?:(?:was|were|been|be|is|are|remains?|remained)\s+(?:\w+ly\s+)?(?:left out|excluded|exempted|omitted|not (?:included|covered)))\b",
    re.IGNORECASE,
)


def left_out(quote: str) -> bool:
    """Whether something of it is told as left out; "no province was left out" leaves nothing."""
    found = _LEFT_OUT.search(quote)
    return found is not None and _NOTHING.search(quote[: found.start()]) is None


_NOTHING = re.compile(r"\b(?:no|none|nobody|nothing|neither|not one)\b[^,;]*$", re.IGNORECASE)
_IT_ONLY = re.compile(r"\W*it\b[^.;]{0,50}?\b(?:not|only)\b", re.IGNORECASE)
SO_FAR = 60
"""In characters: how near "it" stands to what it is said of, where it tells what that leaves out."""


def goes_so_far(what: str, gap: int) -> bool:
    """Whether words ``gap`` characters behind others tell how far that goes: "it does not cover cement"."""
    return 0 <= gap <= SO_FAR and _IT_ONLY.match(what) is not None


def asks_again(quote: str) -> bool:
    """Whether the words repeat a request without naming it: "repeated the request"."""
    return _ASKS_AGAIN.search(quote) is not None


def no_subject(quote: str) -> bool:
    """Whether a clause has its subject before it: "and will be signed in June"."""
    return _NO_SUBJECT.match(quote) is not None


def of_the_rest(quote: str) -> bool:
    """Whether the words are of what is left of something named before: "the rest will follow", "settle the last one"."""
    return _REST.search(quote) is not None


def work_alone(quote: str) -> bool:
    """Whether "construction will start", "delivery is to begin" is said, of a thing named before."""
    return _WORK_ALONE.match(quote) is not None


def work_to_come(quote: str) -> bool:
    """Whether that is only to be: "construction would start in January"."""
    found = _WORK_ALONE.match(quote)
    return found is not None and _TO_COME.match(quote[found.start("told") :]) is not None


def own_substance(terms: Terms, known: Vocabulary, names: str = "generic") -> float:
    """How much the terms tell without deeds, generic names of things and light words."""
    light = known.terms_of_list(names)
    return sum(
        weight for term, weight in sorted(terms.weights.items())
        if term[0] not in "!-" and term not in light and term not in known.stems(names) and weight > 0.35
    )  # fmt: skip


_ATTRIBUTION = re.compile(
    r"[^,;]{0,60}?\b(?:let \w+ know|made it (?:known|clear|plain)|said|noted|stated|told \w+|announced|confirmed|indicated|replied|declared|added|explained"
    r"|recalled|regretted|stressed|emphasi[sz]ed|underlined|underscored|pointed out|observed|complained|reported|revealed|disclosed|acknowledged|conceded|reiterated|reaffirmed|mentioned|remarked|informed \w+"
    r"|(?:expressed|voiced|conveyed|noted with|recalled with)\s+(?:\w+\s+){0,3}(?:regret|concern|satisfaction|hope|disappointment|appreciation|gratitude|pleasure|confidence|conviction|belief|view|displeasure|dissatisfaction))\b[^,;]{0,25}?\bthat\s+"
)
_WHO_SPEAKS = re.compile(r"^(?:Q|A|[A-ZÀ-Þ][^:;?!]{1,70}):\s+")
"""Who speaks, at the head of an answer in a transcript."""
_BY_WHOM = re.compile(
    r"\s+by\s+(?:an?|the|its|their|competent)\s+(?:[\w-]+\s+){0,3}(?:group|committee|commission|experts|authorit(?:y|ies)|agenc(?:y|ies)"
    r"|ministr(?:y|ies)|teams?|services|departments?|officials|institutions)\b",
    re.IGNORECASE,
)
"""By whom it is to be done: no part of what it is."""
_ACCEPTED = re.compile(
    r"\baccept(?:s|ed|ing)?(?:\s+(?:the|this|that|his|her|their|an)\s+(?:\w+\s+)?invitation)?(?:\s+with\s+(?:pleasure|gratitude|thanks|appreciation))?[.\s]*$"
)
_ALL_ASKED = re.compile(
    r"\b(?:both|these|the two|all)\s+(?:\w+\s+)?(?:requests|proposals|matters|points|suggestions|counts|questions|issues)\b",
    re.IGNORECASE,
)
_CONSIDER_IT = re.compile(
    r"\b(?:consider|examine|study|look (?:at|into)|explore|review|accept|grant|take up|attend to|settle|resolve)\s+(?:this|it|that|them|(?:the|this|that|his|her|their|these|its|both) (?:matter|request|proposal|question|idea|issue|options|possibilities|suggestion|case|cases|appeal|problem|application)s?)\b(?!\s+\w+ing\b)",
    re.IGNORECASE,
)
_GIVEN_THOUGHT = re.compile(
    r"\bg(?:ive|ives|iven|iving|ave)\s+(?:(?:it|this|them)|(?:the|this|that|his|her|their|these|its)\s+(?:\w+\s+)?(?:idea|request|proposal|matter|question|issue|suggestion|case|point|appeal)s?)"
    r"\s+(?:\w+\s+){0,3}(?:consideration|thought|attention|reply|answer|study|examination|hearing)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(
    rf"\b(?:since|already|so far|to date|today|yesterday|(?:last|this|past|previous)\s+(?:week|month|year|(?:{MONTHS})|spring|summer|autumn|fall|winter)"
    rf"|(?:in|on|from|until)\s+(?:\d{{1,2}}\s+|early\s+|mid-|late\s+)?(?:{MONTHS})|(?:in|by|until)\s+\d{{4}})\b",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"\b(?:has|have|had)\s+(?:\w+\s+)?(?:been|\w+(?:ed|en|wn|nt|lt|ft))\b|\b(?:is|are)\s+(?:now\s+|already\s+)?\w+ing\b"
    r"|\b(?:was|were)\s+(?:\w+\s+)?\w+(?:ed|en|id|wn|nt|lt|ft)\b|\b(?!agreed|noted|added|stressed|expressed|asked|called|recalled)[a-z]+ed\s+(?:\d|the|a|an|its|their|one|two|three|four|five|six|seven|eight|nine|ten)\b"
)
_REST = re.compile(
    r"\b(?:the|its|their)\s+(?:rest|remainder|balance|others|(?:last|remaining|other|first|second|third|next)\s+"
    r"(?:ones?|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3})(?!-|[,.]?\d)(?:\s+\w+)?|half|third|part|tranche|instal?lment|batch|phase|\d[\d,.]*\s+(?:million|billion)(?:\s+\w+)?)"
    r"\b(?!\s+(?:of|years?|months?|weeks?|days?)\b))(?!(?:\s+\w+)?\s+of\s+(?!it|them|these|those|the sum|the amount|the money)\w)",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\bthe (?:start|beginning|completion|launch|opening) of (?:construction|works?|operations?|deliveries|negotiations)\b"
)
_WORK_ALONE = re.compile(
    r"(?:that\s+)?(?:(?:construction|building|civil|earth)\s+)?(?:construction|building|works?|drilling|dredging|laying|deliver(?:y|ies)|shipments?|disbursements?|negotiations|ratification|production|"
    r"training|signing|signature|installation|completion|demarcation|implementation)\s+(?P<told>will|would|(?:is|are|was|were)(?!\s+(?:\w+ly\s+)?\w+(?:ant|ent|ive|al|[ai]ble)\b)|has|have|had|should|could|began|started|starts|begins)\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"(?:will|would|should|(?:is|are|was|were)\s+(?:now\s+)?(?:(?:due|expected|scheduled|planned|set)\s+)?to)\s+(?:\w+ly\s+|now\s+|also\s+)?"
    r"(?:begin|start|commence|resume|be\s+(?:\w+ly\s+)?(?:begun|started|resumed|completed|finished|concluded|carried out|launched|ready|over)|take (?:place|\w+ (?:years?|months?|weeks?))|last|end|finish|continue|follow)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r",\s+(?:(?:on|of|in|for|under|with|to)\s+)?(?:which|who|whom|whose|where|in the presence)\b|,\s+(?:tens|hundreds|thousands|many|most|some)\s+of\b|\s+as\s+an?\s+(?:gesture|sign|token|mark)\b|\s+(?:once|provided that|subject to|on condition|unless)\s",
    re.IGNORECASE,
)


def own_words(quote: str, known: Vocabulary) -> str:
    """The words of the undertaking itself, without its condition and what is told of it by the way."""
    quote = _BY_WHOM.sub("", _WHO_SPEAKS.sub("", quote))
    attribution = _ATTRIBUTION.match(quote)
    if attribution:
        quote = quote[attribution.end() :]
    found = _ASIDE.search(quote)
    if not found or found.start() < 12:
        return quote
    rest = quote[found.end() :].partition(", ")[2]
    if len(rest) > max(40, found.start()) and not _HAS_VERB.search(quote[: found.start()]):
        return rest  # "the spokesman, who briefed reporters, said of the dam that it was full"
    return quote[: found.start()]


_TAIL = re.compile(
    r",\s+(?:(?:with|after|following|so that|so as to|in order to|in view of|given)\s|(?:an?|the)\s+(?:[\w-]+\s+){1,4}(?:of|that|which|behind|for|to)\b)",
    re.IGNORECASE,
)
_SHORTEST = 20
"""In characters: what stands before a tail at least."""


def core(quote: str) -> str | None:
    """The words before what is told by the way: "build a hospital" of "build a hospital, a dream of many"; None where
    nothing is.
    """
    found = _TAIL.search(quote, _SHORTEST)
    return quote[: found.start()] if found else None


_HAS_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|should|could|can|may|to|\w{2,}(?:ed|ing))\b|^[a-z]"
)
_EVERY = re.compile(r"\bonce (?:a|an|per|every|again|more|in)\b", re.IGNORECASE)


def condition_in(quote: str, known: Vocabulary) -> str | None:
    """The words that make it depend on something, to the next comma or the end."""
    found = known.search("conditions", _EVERY.sub("", quote))
    if not found:
        return None
    rest = quote[found.start() :]
    return re.split(r"[,;.]", rest, maxsplit=1)[0].strip()


def firmly(quote: str, known: Vocabulary) -> bool:
    """Whether an adverb of force stands in the words."""
    return known.search("firm-adverbs", quote) is not None
