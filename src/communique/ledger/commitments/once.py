"""What one report tells twice of an undertaking is one step of it."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from communique.ledger.commitments.cues import asks_again
from communique.ledger.commitments.steps import ThreadStep
from communique.ledger.commitments.thread import Thread

BACK = "says it of what was named before it"
"""The reason of a step that means, by "it" or "the document", what was named before."""
_TO_FINISH = re.compile(
    r"\b(?:sign|conclu|finali|complet|adopt|ratif|approv|finish|bring into force|enter into force)", re.IGNORECASE
)
"""What is still to be done with a text that was agreed or initialled."""
_COURTEOUS = re.compile(r"\b(?:welcom|took note|takes note|take note|thank|appreciat|grateful)", re.IGNORECASE)
"""How what was asked is received before it is answered."""
_CHANGES = frozenset({"hardened", "softened", "broadened", "narrowed", "moved"})


def told_once(thread: Thread) -> bool:
    """Leave out what the newest report tells a second time: of "done" and "held" the telling with a date and in words of
    its own stays, of a promise or request the first.
    """
    steps = list(thread.steps)
    report = steps[-1].report
    dropped: set[int] = set()
    own = [(at, step) for at, step in enumerate(steps) if step.report == report and step.sure]
    for state in ("done", "held", "refused", "lapsed", "cancelled"):
        same = [(at, step) for at, step in own if step.state == state]
        if len(same) > 1:
            kept = max(
                same,
                key=lambda found: (
                    not found[1].reason.startswith(BACK),
                    found[1].due is not None,
                    len(found[1].quote),
                    -found[0],
                ),
            )
            dropped |= {at for at, _ in same if at != kept[0]}
    put_off = next((at for at, step in own if step.state == "moved"), -1)
    dropped |= {
        at for at, step in own if step.state in ("cancelled", "lapsed") and at < put_off
    }  # "was not held, and will be in May"
    own = [found for found in own if found[0] not in dropped]
    over = next((at for at, step in own if step.state in ("done", "held")), None)
    for before, (at, step) in itertools.pairwise(own):
        joined = step.record == before[1].record or step.start - before[1].end <= 1
        if joined and before[1].state == "restated" and step.state in _CHANGES:
            steps[before[0]] = replace(before[1], state=step.state, reason=step.reason, due=step.due or before[1].due)
            dropped.add(at)
            continue
        if before[1].state == step.state == "answered" and _COURTEOUS.search(before[1].quote):
            dropped.add(before[0])  # "welcomed the idea, and would consult": what he will do is the answer
            continue
        if before[1].state == "moved" and _told_by_the_moving(before[1], step, thread):
            dropped.add(at)
            continue
        again = step.told == before[1].told and step.state == "restated" and not _says_more(before[1], step)
        again = again or (step.state == before[1].state and step.start < before[1].end)
        pointed = step.reason.startswith(BACK) and step.told not in ("said", "moved")
        pointed = pointed and not (step.told == "asked" and asks_again(step.quote))
        weak = over is not None and at > over and (pointed or _still_waits(step))
        if again or weak:
            dropped.add(at)
        elif (
            over is not None
            and at > over
            and step.told == "said"
            and step.reason.startswith(BACK)
            and steps[over].state == "done"
            and _TO_FINISH.search(step.quote)
        ):
            steps[over] = replace(steps[over], state="in-progress")  # "was initialled, and will be signed in May"
    changed = steps != list(thread.steps)
    thread.steps = [step for at, step in enumerate(steps) if at not in dropped]
    return changed or bool(dropped)


def _told_by_the_moving(moved: ThreadStep, step: ThreadStep, thread: Thread) -> bool:
    """ "Had to postpone his visit, which is now expected in May", and "would be glad to receive him" of a visit just put off."""
    if step.state == "planned":
        return step.start <= moved.end + 2
    return step.state == "restated" and thread.occasion is not None and not step.due


def _says_more(before: ThreadStep, step: ThreadStep) -> bool:
    """Whether what is said again has a day of its own: "the training will reach all agents before the end of the year"."""
    return not step.reason.startswith(BACK) and step.due is not None and step.due != before.due


def _still_waits(step: ThreadStep) -> bool:
    """ "It still needs the approval of parliament", behind the telling that it was signed."""
    return step.state == "in-progress" and step.quote.split(" ", 1)[0].lower() in ("it", "they", "both", "this")
