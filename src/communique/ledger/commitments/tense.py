"""What the tense of a clause tells of something, where no phrase of the codebook does."""

from __future__ import annotations

import re

from communique.ledger.commitments.mention import Told

MEASURED = re.compile(
    r"\b(?:recall\w*|mark(?:ed|ing)|reached|exceeded|grew|grown|rose|risen|fell|fallen|amounted|total+ed|stood at|celebrat\w+)\b"
)
"""Where a figure is told or a day marked: that is nothing done."""
_BETWEEN = r"(?:\w+ly\s+|now\s+|already\s+|since\s+|just\s+|also\s+|all\s+|both\s+){0,2}"
_PARTICIPLE = r"(?!been\b)\w{2,}(?:ed|en|wn|nt|lt|ft|id|ut|ght)"
_NOT_YET = re.compile(
    r"\b(?:has|have|had|is|are|was|were|did|does|do|could)\s+(?:not|never|still not|yet to)\b|n['’]t\b|\bnothing\b"
    r"|\bno\s+(?!longer\b)(?:\w+\s+){1,3}(?:has|have|had)\s+(?:yet\s+)?(?:been\s+)?\w+",
    re.IGNORECASE,
)
_GOING_ON = re.compile(
    rf"\b(?:is|are|was|were)\s+{_BETWEEN}(?:being\s+{_PARTICIPLE}|(?!going\b|nothing\b|during\b)\w{{3,}}ing)\b",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\bno longer (?:have|has|need|needs) to\b|\b(?:now|already|no longer|again)\s+(?!being\b|to\b)\w+s?\b(?!\s+(?:that|to)\b)",
    re.IGNORECASE,
)
_COMPLETED = re.compile(
    rf"\b(?:has|have|had)\s+{_BETWEEN}(?:been\s+)?{_BETWEEN}{_PARTICIPLE}\b|\b(?:was|were)\s+{_BETWEEN}{_PARTICIPLE}\b",
    re.IGNORECASE,
)
_SAYING = (
    "agreed|noted|added|stressed|expressed|asked|called|recalled|said|described|stated|acknowledged|considered|reviewed|shared|"
    "remained|need|indeed|hundred|united|based|related|mutual|interested|valued|continued"
)
_PAST = re.compile(
    rf"(?<![,;]\s)\b(?!(?:{_SAYING})\b)(?:[a-z]{{2,}}ed|went|began|took|came|left|got|brought|sent|built|became|met|won|paid|"
    r"gave|sold|bought|flew|sailed|ran|rose)\b(?!\s+by\b)"
)
_WORDS_ONLY = re.compile(
    r"\b(?:reaffirm|reiterat|repeat|cooperat|discuss|exchanged (?:views|opinions)|express|emphasi|underlin|underscor|stress|prais|"
    r"appreciat|commend)\w*",
    re.IGNORECASE,
)
_LASTING = re.compile(
    r"\b(?:was|were|is|are)\s+(?:one|bound|tied|linked|connected|based|determined|pleased|committed|interested|concerned|"
    r"convinced|united|satisfied|ready|faced|situated|located)\b",
    re.IGNORECASE,
)


_TO_BE_DONE = re.compile(
    rf"\b(?:must|should|ought to|shall|can|cannot|may|might)\s+{_BETWEEN}(?:be\s+)?{_PARTICIPLE}\b|\b(?:is|are) expected\b",
    re.IGNORECASE,
)
"""What is only wanted, allowed or awaited."""


def tense(quote: str) -> Told | None:
    """That it came about ("done"), goes on ("progress") or has not come about ("failed"); None for what is only said,
    measured, or always so.
    """
    if MEASURED.search(quote) or _LASTING.search(quote) or _WORDS_ONLY.search(quote) or _TO_BE_DONE.search(quote):
        return None
    if _NOT_YET.search(quote):
        return "failed"
    if _GOING_ON.search(quote):
        return "progress"
    if _NOW.search(quote):
        return "done"
    return "done" if _COMPLETED.search(quote) or _PAST.search(quote) else None
