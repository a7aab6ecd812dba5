"""A visit, session or event that a relative clause tells as not held then, and the main clause as to be held later.

"The exercise, which could not be held in May, will take place in October" neither calls it off nor tells it as held: it is
put off. Where nothing follows, what could not take place was called off.
"""

from __future__ import annotations

import re
from dataclasses import replace

from communique.ledger.commitments.context import Context
from communique.ledger.commitments.dates import MONTHS, due_in
from communique.ledger.commitments.mention import Mention
from communique.ledger.commitments.untimely import CALLED_OFF, EXPECTED, FORESEEN, NOT_HELD, ONCE, PUT_OFF

_NOT_THEN = re.compile(
    r",\s+(?:which|that|who)\s+(?:"
    rf"(?P<not>{NOT_HELD})"
    r"|(?:was|were|had been|has been)\s+(?:\w+ly\s+)?(?:to have|to meet|to be held|to take place"
    rf"|{FORESEEN}\b(?!\s+to\s+(?!(?:be held|be paid|be made|take place|meet|have|convene|come|visit|open|begin|start|travel|sit)\b))"
    r"|(?:expected|set)\s+(?:to\s+(?:be held|be paid|take place|meet|have met|have been held|convene|come|visit|open|begin|start)|for|in|on)\b)"
    rf"|(?:had|has|have|was|were)\s+(?:to\s+be\s+|been\s+)?(?:{PUT_OFF}|{CALLED_OFF})"
    r")\b[^,.;]{0,110}(?:,\s*[^,.;]{0,60}?(?=,)){0,1}(?:,\s*|$)"
    rf"|,\s+{ONCE}\s+{EXPECTED}\b[^,.;]{{0,90}}(?:,\s*|$)",
    re.IGNORECASE,
)
_NOW_TO_BE = re.compile(
    r"[\s,]{0,3}(?:in the (?:capital|city) of \w+\s+)?(?:"
    r"(?:will|would|shall)\s+(?:now\s+|instead\s+|therefore\s+|finally\s+|then\s+|only\s+)?(?:be\s+(?!cancel|called|dropped|aband)\w+|take place|meet|convene|do so|go ahead|come|open|start|begin|visit|travel|pay|follow)"
    r"|(?:is|are|was|were)\s+(?:now\s+|being\s+|instead\s+)(?:to\s+(?:be|take|meet)|being\s+)?(?:\w+\s+){0,1}?(?:scheduled|planned|foreseen|expected|set|due|rearranged|rescheduled|held|take|meet|for|in)"
    r"|(?:has|have|had)\s+(?:now\s+)?been\s+(?:re-?scheduled|rearranged|moved|set|fixed|put)"
    rf"|(?:in|on|at)\s+[^.;]{{0,60}}?\b(?:\d{{4}}|{MONTHS}|spring|summer|autumn|fall|winter|year|month|week)\b)",
    re.IGNORECASE,
)
_HELD_THERE = frozenset({"cancelled", "planned", "said", "held", "failed"})


def rescheduled(one: Mention, context: Context) -> Mention:
    """The mention as put off, with its new day, where a relative clause tells that it was to be at another time."""
    if one.told not in _HELD_THERE or not (
        one.occasion or one.kind == "engagement" or one.told in ("cancelled", "failed")
    ):
        return one
    found = _NOT_THEN.search(one.evidence.quote)
    if not found:
        return one
    rest = one.evidence.quote[found.end() :] or context.after(one.evidence.end)
    if _NOW_TO_BE.match(rest):
        due = due_in(rest, one.date)
        occasion = replace(one.occasion, date=due) if one.occasion else None
        return replace(one, told="moved", due=due, occasion=occasion)
    if one.told == "held" and found["not"]:
        return replace(one, told="cancelled", due=None)
    return one
