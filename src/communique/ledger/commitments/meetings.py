"""Whether a mention of a visit, a session or another meeting is of the occasion that a thread follows."""

from __future__ import annotations

import re

from communique.ledger.commitments.context import same_rank
from communique.ledger.commitments.dates import overlap
from communique.ledger.commitments.mention import Mention, Occasion
from communique.ledger.commitments.occasions import TALKS
from communique.ledger.commitments.thread import Thread
from communique.ledger.commitments.told import RANK_WORDS, label_of
from communique.ledger.lexicon.words import stem_of


def same_occasion(one: Mention, thread: Thread) -> float:
    """How likely a mention's occasion is the thread's, 0 to 1."""
    mine, theirs = one.occasion, thread.occasion
    if mine is None or theirs is None:
        return 0.0
    if mine.kind == theirs.kind == "visit":
        return _visit(one, mine, theirs, thread)
    if mine.kind == "meeting" and theirs.kind == "visit":
        return _met(one, mine, theirs, thread)
    if mine.kind == theirs.kind == "session":
        return _session(one, mine, theirs, thread)
    if "visit" not in (mine.kind, theirs.kind) and not (mine.body and theirs.body):
        return _meeting(one, mine, theirs, thread)
    return 0.0


def _visit(one: Mention, mine: Occasion, theirs: Occasion, thread: Thread) -> float:
    if mine.visitor is None:
        return _nobodys_goal(one, mine, theirs, thread)
    if theirs.visitor is None:
        return _of_no_visitor_yet(one, mine, theirs, thread)
    if (mine.visitor, mine.host) != (theirs.visitor, theirs.host) and not _one_person(mine.who, theirs.who):
        return 0.0
    if _another_visitor(mine, theirs) or _one_of_a_mission(one, mine, theirs, thread):
        return 0.0
    known = bool(mine.who & theirs.who) or same_rank(mine.rank, theirs.rank)
    over = thread.course.over
    if over:
        if one.told != "held":
            return 0.0
        if mine.date:
            return 0.9 if overlap(mine.date, over[:7]) else 0.0
        return 0.8 if known or _same_time(one, thread) else 0.0
    if one.told == "held":
        return _held_visit(one, mine, theirs, thread, known)
    if (
        mine.date
        and theirs.date
        and not overlap(mine.date, theirs.date)
        and one.told == "planned"
        and len(mine.date) == len(theirs.date) == 10
    ):
        return 0.7 if known else 0.0
    return 0.9 if known else 0.55


_SET_UP = re.compile(
    r"\b(?:establish|set(?:ting)? up|creat|form|constitut|institut)\w*\s+(?:of\s+)?(?:an?|the)\s+[^,.;]{0,60}?\b(?:council|commission|committee|group|forum|task force|board|mechanism|dialogue)\b",
    re.IGNORECASE,
)


def sets_up(thread: Thread) -> bool:
    """Whether it is that a council, a working group or the like be set up: when it has met, it has been."""
    return thread.occasion is None and _SET_UP.search(thread.what) is not None


_BY_MANY = re.compile(
    r"\b(?:(?:business|trade|economic|expert|technical|scientific|medical|parliamentary|investment|study|military|industry|press|cultural|youth|research)\s+(?:mission|delegation|team|group)"
    r"|(?:mission|delegation|group|team|party|dozens|scores|hundreds|number) of (?:[\w-]+\s+){0,3}?(?!the\b)[a-z]+s\b"
    r"|(?:mission|delegation|team)s?\s+(?:of|from)\s+(?:the\s+|its\s+|their\s+)?(?!(?:the|its|their)\b)(?:[\w’'-]+\s+){0,3}?(?:fund|ministry|ministries|bank|agency|institute|university|authority|company|corporation|chamber|department|service|office|board|organi[sz]ation|red cross|union|association|federation)\b"
    r"|companies|businessmen|businesspeople|entrepreneurs|investors|experts|engineers|specialists|scientists|researchers|journalists|students|officials|diplomats|officers|parliamentarians|lawmakers|deputies|tourists|pilgrims|dancers|musicians|orchestra|ensemble|troupe)\b[^,.;]{0,90}?\b(?:visit|trip|travel|come|came|arriv|tour|went|go)"
    r"|\b(?:visit|trip|tour)\b[^,.;]{0,40}?\b(?:of|by)\s+(?:an?|the|some|several|\d+|[\w-]+)\s+(?:[\w-]+\s+){0,3}?(?:mission|companies|businessmen|businesspeople|entrepreneurs|investors|experts|engineers|specialists|scientists|researchers|journalists|students|officials|diplomats|officers|parliamentarians|lawmakers|deputies)\b",
    re.IGNORECASE,
)
"""Where a visit is that of a mission, of experts or of companies, not that of one person in office."""


def _one_of_a_mission(one: Mention, mine: Occasion, theirs: Occasion, thread: Thread) -> bool:
    """Whether one is the visit of a person in office, the other of a mission, of experts or of companies."""
    a_person, of_a_person = bool(mine.who or mine.rank), bool(theirs.who or theirs.rank)
    if a_person and not of_a_person:
        return of_a_mission(thread)
    return of_a_person and not a_person and _BY_MANY.search(one.what) is not None


_ATTENDS = re.compile(r"\b(?:attend|take part in|participate in|join|address|be present at)\b", re.IGNORECASE)


def to_attend(one: Mention, thread: Thread) -> bool:
    """Whether somebody says that he will attend, where the visit is to what he was invited to."""
    visit = thread.occasion is not None and thread.occasion.kind == "visit" and thread.occasion.visitor in one.doers
    invited = visit and thread.course.tells <= {"asked", "said"} and not thread.course.over
    return invited and one.occasion is None and one.told == "said" and _ATTENDS.search(one.what) is not None


def of_an_event(one: Mention, thread: Thread) -> bool:
    """Whether a forum or the like is told as held, put off or called off that was planned as a session is: its words must
    tell which.
    """
    sits = thread.occasion is not None and thread.occasion.kind == "session" and not thread.course.over
    told = one.told in ("held", "moved", "cancelled", "failed")
    return sits and one.occasion is None and told and one.report != thread.course.report


_INVITES_ONE = re.compile(r"\binvit\w+\s+(?:to\s+)?(?:him|her)\b", re.IGNORECASE)


def of_a_mission(thread: Thread) -> bool:
    """Whether the visit is that of a trade mission or the like, not of a person."""
    if thread.occasion is None or thread.occasion.kind != "visit" or thread.occasion.who or thread.occasion.rank:
        return False
    if _INVITES_ONE.search(thread.what):
        return False
    if _BY_MANY.search(thread.what):
        return True
    return any(term[0] == "=" for wording in thread.wordings for term in wording.weights)


def _another_visitor(mine: Occasion, theirs: Occasion) -> bool:
    """Whether the names, or where one has none the offices, are those of two people."""
    if mine.who and theirs.who:
        return not mine.who & theirs.who
    return bool(mine.rank and theirs.rank) and not same_rank(mine.rank, theirs.rank)


def _of_no_visitor_yet(one: Mention, mine: Occasion, theirs: Occasion, thread: Thread) -> float:
    """Whether it is the visit that was only told by when it was to be: "the visit is planned for November"."""
    when = mine.date or one.date
    same_time = bool(when and theirs.date) and overlap(when, theirs.date)
    return 0.6 if same_time and not _another_visitor(mine, theirs) and not thread.course.over else 0.0


def _nobodys_goal(one: Mention, mine: Occasion, theirs: Occasion, thread: Thread) -> float:
    """A visit of which is told who was to pay it at most, not where."""
    another = bool(mine.who and theirs.who) and not mine.who & theirs.who
    office = not mine.who and bool(mine.rank and theirs.rank) and not same_rank(mine.rank, theirs.rank)
    if one.told == "held":
        return 0.0 if another or office else _paid_then(one, mine, theirs, thread)
    if another or office or thread.course.over or one.report == thread.course.report:
        return 0.0
    return 0.9 if mine.who & theirs.who else 0.5


def _paid_then(one: Mention, mine: Occasion, theirs: Occasion, thread: Thread) -> float:
    """A visit told by the way, to a country that is not told: whose it was and when must tell which."""
    known = bool(mine.who & theirs.who) or same_rank(mine.rank, theirs.rank)
    if not known or not mine.date:
        return 0.0
    if thread.course.over:
        return 0.8 if overlap(mine.date, thread.course.over[:7]) else 0.0
    return _held_visit(one, mine, theirs, thread, known)


def _met(one: Mention, mine: Occasion, theirs: Occasion, thread: Thread) -> float:
    """Whoever was to visit and has met with others in the host's country has visited it."""
    if one.told != "held" or mine.host is None or mine.host != theirs.host:
        return 0.0
    if not theirs.who & mine.who and (not same_rank(mine.rank, theirs.rank) or (theirs.who and mine.who)):
        return 0.0
    if thread.course.over:
        return 0.0
    return _held_visit(one, mine, theirs, thread, known=True)


def _one_person(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether the names are one person's: that tells from where the visitor comes, even where a report's words do not."""
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


def _held_visit(one: Mention, mine: Occasion, theirs: Occasion, thread: Thread, known: bool) -> float:
    """A visit told as held is the planned one where it comes after the plan and not before its date."""
    if thread.born.report == one.report:
        return 0.0  # what is only planned: "to be signed during his visit"
    when = mine.date or one.date
    planned = thread.born.date
    if when and planned and when[: len(planned)] < planned[: len(when)]:
        return 0.0
    if theirs.date and when and when[:4] < theirs.date[:4]:
        return 0.0
    return 0.9 if known else 0.6


def _same_time(one: Mention, thread: Thread) -> bool:
    return "held" in thread.course.tells and thread.course.held == one.date


def _session(one: Mention, mine: Occasion, theirs: Occasion, thread: Thread) -> float:
    body = _bodies(mine.body, theirs.body)
    if not body and mine.ordinal and mine.ordinal == theirs.ordinal:
        return _other_body(one, mine, theirs)
    if not body:
        return 0.0
    if mine.ordinal and theirs.ordinal:
        return 0.95 if mine.ordinal == theirs.ordinal else 0.0
    over = thread.course.over if TALKS not in theirs.body else None  # talks go on, round after round
    if over:
        return 0.8 if one.told == "held" and mine.date and overlap(mine.date, over) else 0.0
    if one.told == "held":
        first = thread.born.date
        after = not (mine.date and first) or mine.date[: len(first)] >= first[: len(mine.date)]
        same_year = overlap(mine.date, theirs.date and theirs.date[:4]) or TALKS in theirs.body
        same_year = same_year or (mine.place is not None and mine.place == theirs.place and _a_year_late(mine, theirs))
        return 0.8 * body if after and same_year else 0.0
    if one.told == "planned" and not overlap(mine.date, theirs.date) and not mine.next:
        return 0.0
    return 0.85 * body


def _a_year_late(mine: Occasion, theirs: Occasion) -> bool:
    """Whether one took place in the year after the one that it was planned for."""
    return bool(mine.date and theirs.date) and int((mine.date or "")[:4]) - int((theirs.date or "")[:4]) == 1


def sitting_may_be(mine: Occasion, theirs: Occasion) -> bool:
    """Whether two tellings may be of one sitting though one of them lacks the body, or has it by another name: then the
    number, or the place and the time must be the same.
    """
    if mine.ordinal and theirs.ordinal and mine.ordinal != theirs.ordinal:
        return False
    same_time = overlap(mine.date, theirs.date)
    if mine.kind != theirs.kind:
        numbered = mine.ordinal is not None and mine.ordinal == theirs.ordinal and mine.ordinal > 1
        return numbered or not mine.date or not theirs.date or same_time
    there = mine.place is not None and mine.place == theirs.place
    return there and bool(mine.date and theirs.date) and (same_time or _a_year_late(mine, theirs))


def _other_body(one: Mention, mine: Occasion, theirs: Occasion) -> float:
    """Sessions of one number under other names: where one name is not told, or part of it and the date are the same."""
    if not mine.body or not theirs.body:
        there = mine.place is not None and mine.place == theirs.place
        far = (mine.ordinal or 0) > 1
        anew = far and there and one.told in ("planned", "moved")
        return 0.6 if anew or ((far or there) and overlap(mine.date, theirs.date)) else 0.0
    alike = len(mine.body & theirs.body) >= 2 or "2+2" in mine.body | theirs.body
    return 0.7 if alike and mine.date and overlap(mine.date, theirs.date) else 0.0


_ANY_BODY = frozenset(
    "joint commiss committe council bilater mix intergovernment dialog forum group work high level mechan minist ministeri polit "
    "consult talks board conferenc summit permanent binat nation task forc sub-committe subcommitte co".split()
)
"""What many bodies are called by: two that share nothing else, and each have more, are two."""


def _bodies(mine: frozenset[str], theirs: frozenset[str]) -> float:
    """How much of the shorter name of a body is in the other; a body named by its kind only may be any of that kind."""
    if not mine or not theirs:
        return 0.0
    own, other = mine - _ANY_BODY, theirs - _ANY_BODY
    if own and other and not own & other:
        return 0.0  # the commission on trade is not that on science
    common = len(mine & theirs) / min(len(mine), len(theirs))
    if min(len(mine), len(theirs)) == 1:
        return 0.8 if common else 0.0
    return common if common >= 0.6 else 0.0


def _meeting(one: Mention, mine: Occasion, theirs: Occasion, thread: Thread) -> float:
    """Meetings of no standing body are one where they have one date, a month at least."""
    if mine.ordinal and theirs.ordinal:
        return _other_body(one, mine, theirs) if mine.ordinal == theirs.ordinal else 0.0
    if (
        not mine.date
        or not theirs.date
        or min(len(mine.date), len(theirs.date)) < 7
        or not overlap(mine.date, theirs.date)
    ):
        return 0.0
    if one.told == "held" and not thread.course.tells & {"planned", "said", "asked"}:
        return 0.0
    if mine.kind == "meeting" and theirs.kind == "session" and (theirs.body or theirs.ordinal) and not mine.ordinal:
        return 0.0
    return 0.75 if one.report != thread.born.report else 0.0


def same_upgrade(one: Mention, thread: Thread) -> float:
    """How likely a mention of what the relationship is called belongs to the thread of its upgrading."""
    if not one.label or not thread.label:
        return 0.0
    common = len(one.label & thread.label) / max(len(one.label), len(thread.label))
    if one.condition == "described":
        open_ = not thread.course.tells & {"done", "said"}
        return 0.9 if common == 1 and open_ and one.report != thread.course.report else 0.0
    if common >= 0.7:
        return 0.9
    same_rank = not (one.label ^ thread.label) & _RANKS
    return 0.7 if len(one.label & thread.label) >= 2 and same_rank else 0.0


_OF_UPGRADES = ("done", "progress", "said", "planned", "moved", "failed", "refused", "cancelled")


def speaks_of_upgrade(one: Mention, thread: Thread) -> float:
    """How likely a telling that has the whole name of a relationship, but no event of it, is of its upgrading."""
    if one.occasion or one.told not in _OF_UPGRADES or one.report == thread.born.report:
        return 0.0
    mine = label_of(one.profile.words)
    whole = len(thread.label) >= 2 and thread.label <= mine
    return 0.6 if whole or _begins(one, thread, mine) else 0.0


def _begins(one: Mention, thread: Thread, mine: frozenset[str]) -> bool:
    """Whether a telling speaks of the beginning of a relationship by its rank alone: "the launch of the strategic partnership"."""
    ranked = thread.label & (_RANKS | _KINDS)
    return _LAUNCHED.search(one.what) is not None and len(ranked) >= 2 and ranked <= mine


_RANKS = frozenset(stem_of(word) for word in (*RANK_WORDS, "global", "cooperative"))
"""Words that make one name of a relationship a higher or lower one than the same without them."""
_KINDS = frozenset(stem_of(word) for word in ("partnership", "association", "alliance"))
_LAUNCHED = re.compile(
    r"\b(?:launch|proclamation|establishment|announcement|upgrad|elevat|rais|start|beginning|entry into force)\w*\b[^.;,]{0,40}\b(?:partnership|association|alliance)\b",
    re.IGNORECASE,
)
