"""The next word of the side that was asked: told as a reply, or of "the request" and "this matter"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from communique.ledger.commitments.back import ADJACENT, BOTH, TELLING, Placed, asked_before, before, in_common
from communique.ledger.commitments.dates import MONTHS
from communique.ledger.commitments.mention import Mention
from communique.ledger.commitments.thread import Thread

_NOUN = (
    r"(?:requests?|proposals?|matters?|questions?|issues?|ideas?|suggestions?|appeals?|pleas?|cases?|concerns?|applications?|"
    r"points?|demands?|wish|wishes|overtures?)"
)
_NAMED = (
    rf"(?:the|this|that|these|those|both|such an?|his|her|its|their|[A-ZÀ-Þ][\w-]+['’]s?)\s+(?:(?!of\b)\w+\s+)?{_NOUN}"
    r"\b(?!['’]|\s+(?:of|on|for|regarding|concerning|about|between|that|which|raised|to\s+(?:be|\w+ate|build|open|grant|allow)\b))"
)
_ITS_NAME = re.compile(rf"\b{_NAMED}", re.IGNORECASE)
"""What was asked, by its kind: "the request", "these concerns", "Fiji's proposal"; not "the question of the trucks"."""
_THIS = re.compile(
    r"^(?:that\s+)?(?:this|it)\s+(?:would|will|could|can|cannot|was|is|had|has|did)\b|^(?:to\s+)?\w+\s+(?:this|it|so)(?=\W*$|\s+(?:with|to|at|in|before|by|up|on|within|into|from|if|when|as)\b)"
    r"|\b(?:in (?:that|this) (?:direction|regard|respect|sense|connection|matter)|to (?:this|that) (?:end|effect))\b",
    re.IGNORECASE,
)
"""The same by a pronoun: "this would be raised with the Treasury", "to take it up", "would encourage them in that direction"."""
_WHICH = re.compile(
    r"(?<!\bby )(?<!\bon )(?<!\bfrom )(?<!\buntil )(?<!\bbefore )(?<!\bafter )\bthe (first|second|former|latter|last)\b"
    rf"(?=\W*$|\s+(?:of(?! (?:{MONTHS}|this|next|the month)\b)|would|will|was|is|could|can|request|proposal|matter|point|question|issue)\b)",
    re.IGNORECASE,
)
"""Which of those that were asked in a row: "the second would be examined"."""
_WEIGHED = re.compile(
    r"\b(?:consider|examin|stud(?:y|ied)|evaluat|look(?:ed)? (?:at|into)|review|assess|explor|weigh|analy[sz]|process|accept|approv|grant|refus|reject|declin)\w*",
    re.IGNORECASE,
)
"""What is done with a request by whom it was put to, and by nobody else."""


def given_answer(one: Mention, placed: Sequence[Placed]) -> list[Thread]:
    """What the other side asked right before, where the next word is told as a reply or names "the request". Nobody
    replies to himself: whoever is taken for the speaker, it is the other side.
    """
    if one.told not in ("said", "refused") or one.occasion or one.label or one.faint:
        return []
    told = before(one, placed)
    if not told or len(one.by) > 1:
        return []
    other, thread = told[-1]
    if thread is None or other.told != "asked" or not 0 <= one.evidence.start - other.evidence.end <= ADJACENT:
        return []
    if thread.occasion or thread.label:
        return []
    named = _ITS_NAME.search(one.what) or _THIS.search(one.what)
    if not one.replies and not named:
        return []
    own = bool(one.by) and set(one.by) == set(other.askers)
    if own and not one.replies and not (named and _WEIGHED.search(one.what)):
        return []
    return asked_before(one, placed) if BOTH.search(one.what) else _of_those(one, told)


def by_the_other(one: Mention, placed: Sequence[Placed]) -> Mention:
    """An answer as that of the side that was asked. The words of one that promises nothing yet, and names nothing of
    what was asked, are not kept to know it by: "the dossiers of the firms would be considered".
    """
    other = before(one, placed)[-1][0]
    vague = one.strength == "tentative" and in_common(one, other) < TELLING
    doers = tuple(side for side in one.bucket.split("|") if side not in other.askers) or other.doers
    own = not one.doers or set(one.doers) == set(other.askers)
    return replace(one, doers=doers if own else one.doers, back="answer" if vague else one.back)


def _of_those(one: Mention, told: Sequence[Placed]) -> list[Thread]:
    """Of what one side asked in a row, that which the answer names; where it names none, all that one statement asked."""
    askers, group = told[-1][0].askers, told[-1][0].group
    run = itertools.takewhile(lambda found: found[0].told == "asked" and found[0].askers == askers, reversed(told))
    asked = [(other, thread) for other, thread in run if thread is not None]
    which = _WHICH.search(one.what)
    if which and len(asked) > 1:
        return [asked[-1 if which[1].lower() in ("first", "former") else -2 if which[1].lower() == "second" else 0][1]]
    near = [(in_common(one, other), -at) for at, (other, _) in enumerate(asked)]
    most, at = max(near)
    if most >= TELLING:
        return [asked[-at][1]]
    of_group = {thread.id: thread for other, thread in asked if other.group == group}
    return list(of_group.values())
