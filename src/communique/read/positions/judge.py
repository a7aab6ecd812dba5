"""From one wording to positions: who stands where on it, on which words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from communique.knowledge.phrases import COMMA
from communique.read.positions import parameters
from communique.read.positions.holders import goes_on, owner, relative
from communique.read.positions.stance import after, chain, stands

if TYPE_CHECKING:
    from communique.knowledge.models.issues import Issue
    from communique.read.draft import Draft
    from communique.read.positions.page import Page
    from communique.read.positions.stance import Stand
    from communique.read.positions.table import Cue, Found, Wording

_TELLS_OF_OTHERS = frozenset(("appreciate", "assess", "support", "announce", "agree", "pledge"))
"""Acts in whose words another side's stand counts: "appreciates Laos's adherence to ..." (codebook, 3)."""

_NO_STAND = frozenset(("complain", "announce"))


class Verdict(NamedTuple):
    """``holders`` take ``stance`` on ``issue`` in the words ``first`` up to ``last``; ``cues`` made it so."""

    holders: tuple[str, ...]
    issue: str
    stance: str
    first: int
    last: int
    cues: tuple[Cue, ...]


class Setting(NamedTuple):
    """Where a wording stands: the words it may look at, and the statement it is in, if any."""

    start: int
    stop: int
    statement: Draft | None

    @property
    def act(self) -> str | None:
        """The statement's act."""
        return None if self.statement is None else str(self.statement.fields["act"])

    @property
    def holders(self) -> tuple[str, ...]:
        """The statement's holders."""
        return () if self.statement is None else tuple(self.statement.fields["holders"])

    @property
    def addressees(self) -> tuple[str, ...]:
        """The statement's addressees."""
        return () if self.statement is None else tuple(self.statement.fields.get("addressees") or ())


def setting(page: Page, wording: Wording) -> Setting:
    """The statement that a wording is in with its words, else the sentence."""
    first, stop = page.sentence_of(wording.first)
    inside = page.statement_of(wording.first, wording.last)
    if inside is None:
        return Setting(first, stop, None)
    draft, low, high = inside
    return Setting(low, high, draft)


def judge(page: Page, found: Found, wording: Wording, issue: Issue) -> list[Verdict]:
    """The stands that the words around a wording tell; ``[]`` where it is only mentioned."""
    place = setting(page, wording)
    if place.act in _NO_STAND or not _fits(page, found, wording, place):
        return []
    cues = chain(wording, found, page.words, place.start)
    told = stands(cues, wording.role, page.words, place.start)
    if cues and not told:
        return []
    if wording.role == "claims":
        told = [stand._replace(favour=1) for stand in told if stand.cue.kind != "against"]
    trailing = after(wording, found, page.words, place.stop)
    if place.statement is None:
        verdicts = _unstated(page, found, wording, told, place)
    else:
        verdicts = _stated(page, found, wording, issue, told, trailing, place)
    return [v for one in verdicts for v in _with_parameter(page, found, issue, one, wording, place)]


def _fits(page: Page, found: Found, wording: Wording, place: Setting) -> bool:
    """Whether the sentence has what the issue needs, or the paragraph before it, and nothing that it must not have."""
    first, stop = page.sentence_of(wording.first)
    first, stop = min(first, place.start), max(stop, place.stop)
    roles = {role for at, key, role in found.contexts if key == wording.issue and first <= at < stop}
    if "unless" in roles or wording.issue not in found.needing or "needs" in roles:
        return "unless" not in roles
    paragraph = page.paragraph_of(first)
    return any(key == wording.issue and role == "needs" and paragraph <= at < first for at, key, role in found.contexts)


def _unstated(page: Page, found: Found, wording: Wording, told: list[Stand], place: Setting) -> list[Verdict]:
    """Words that are no statement: only who is named beside the cue itself stands anywhere."""
    out: list[Verdict] = []
    if any(cue.kind == "void" and place.start <= cue.first < wording.first for cue in found.cues):
        return out
    for depth, stand in enumerate(told):
        tells = stand.favour and not stand.praise and not stand.cue.weak
        named = owner(page, stand.cue, place.start, named_only=False) or goes_on(page, stand.cue) if tells else None
        if named:
            out.append(_verdict(page, wording, named, stand.favour, told[: depth + 1], place))
    return out


def _stated(
    page: Page, found: Found, wording: Wording, issue: Issue, told: list[Stand], trailing: Cue | None, place: Setting
) -> list[Verdict]:
    """Words of a statement: its holders, or who is named beside a cue."""
    out: list[Verdict] = []
    others = False
    if trailing is not None and all(_reports(page, stand.cue) for stand in told):
        told = []  # "held that it cannot be tolerated": what is held is told behind it
    for depth, stand in enumerate(told):
        if not stand.favour or stand.cue.weak:
            continue
        if relative(page, stand.cue, place.start):
            return out
        named = owner(page, stand.cue, place.start)
        thanked = named is None and not stand.praise and told[-1].praise and place.addressees
        if place.act == "appreciate" and (named == () or thanked):
            named, others = place.addressees, True  # "thanked Laos for its support": theirs who are thanked
        if named and set(named) <= set(place.holders) and depth + 1 < len(told):
            out.append(_verdict(page, wording, named, stand.favour, told[: depth + 1], place))
        elif named and not set(named) & set(place.holders):
            if place.act in _TELLS_OF_OTHERS:
                others = True
                out.append(_verdict(page, wording, named, stand.favour, told[: depth + 1], place))
            elif depth == 0 and not issue.asked:
                return out
    own = _own_favour(issue, wording, told, trailing, place, others, _praised(page, found, wording, told))
    if own and wording.role == "claims":
        out.append(_verdict(page, wording, place.holders, own, told, place))
    elif own:
        used = [stand for stand in told if stand.favour]
        out.append(_verdict(page, wording, place.holders, own, used, place, trailing if not used else None))
    return out


def _reports(page: Page, cue: Cue) -> bool:
    """Whether the cue only opens what is said: "believe that", "stressed that"."""
    return page.words.lower[cue.last - 1] == "that" or page.words.lower[cue.last : cue.last + 1] == ["that"]


def _own_favour(
    issue: Issue, wording: Wording, told: list[Stand], trailing: Cue | None, place: Setting, others: bool, praised: bool
) -> int:
    """The stand of the statement's own holders: +1, -1 or 0 for none."""
    act = place.act
    if act == "request" and not issue.asked and "request" not in issue.acts:
        return 0
    outer = [stand for stand in told if stand.favour]
    if others:
        outer = outer[1:]
        if not outer or all(stand.praise for stand in outer):
            return 0
    if wording.role == "claims":
        return 1
    if outer and act in ("appreciate", "assess") and all(stand.cue.weak for stand in outer):
        return 0
    if outer and outer[-1].praise and (len(outer) > 1 or not praised):
        return 0  # praise of somebody's effort for it, with nobody named
    if outer:
        return outer[-1].favour
    if trailing is not None:
        return -1 if trailing.kind == "against" else 1
    if act in issue.acts:
        # "condemned the strikes, which violate the Charter": who opposes the harm holds to the thing
        flip = (act == "oppose") != any(stand.cue.kind == "harm" for stand in told)
        return (1 if wording.role == "against" else -1) if flip else (-1 if wording.role == "against" else 1)
    return 0


def _praised(page: Page, found: Found, wording: Wording, told: list[Stand]) -> bool:
    """Whether the praise goes to the thing itself: between the two are only articles and things of the kind."""
    if not told:
        return False
    covered = {at for other in found.wordings for at in range(other.first, other.last)}
    between = [at for at in range(told[0].cue.last, wording.first) if at not in covered]
    return len(between) <= 5 and not any(page.words.lower[at] == "for" for at in between)


def _verdict(
    page: Page,
    wording: Wording,
    holders: tuple[str, ...],
    favour: int,
    told: list[Stand],
    place: Setting,
    trailing: Cue | None = None,
) -> Verdict:
    """The stand with its words: from the clause of the outermost cue to the end of the wording."""
    cues = tuple(stand.cue for stand in told) + ((trailing,) if trailing else ())
    first = min([wording.first, *(cue.first for cue in cues)])
    low = first
    lower, breaks = page.words.lower, page.words.breaks
    while low > place.start and breaks[low] < COMMA:
        if lower[low - 1] == "that" or (lower[low - 1] == "and" and low not in page.by_first):
            break
        low -= 1
    last = max([wording.last, *(cue.last for cue in cues)])
    stance = "support" if favour > 0 else "oppose"
    return Verdict(holders, wording.issue, stance, low, last, cues)


def _with_parameter(
    page: Page, found: Found, issue: Issue, verdict: Verdict, wording: Wording, place: Setting
) -> list[Verdict]:
    """The verdict with the issue's full name; one for each country that it is about."""
    if wording.role == "claims":
        verdict = verdict._replace(stance=issue.usual)
    if issue.parameter is None:
        return [verdict]
    if issue.parameter not in ("country", "conflict"):
        return [verdict._replace(issue=f"{verdict.issue}:{issue.parameter}")]
    if issue.parameter == "conflict":
        code = parameters.conflict(page, found, wording)
        return [verdict._replace(issue=f"{verdict.issue}:{code}")] if code else []
    about = parameters.countries(page, wording, verdict.cues, place.start, place.stop)
    if about is None:
        about = parameters.pointed_at(page, wording, verdict.holders) or _thankers(page, wording, verdict, place)
    if not about:
        return []
    out = []
    for holder in verdict.holders:
        for code in _of_each_other(about, holder, verdict.holders, place):
            if code != holder:
                out.append(verdict._replace(holders=(holder,), issue=f"{verdict.issue}:{code}"))
    return out


def _thankers(page: Page, wording: Wording, verdict: Verdict, place: Setting) -> tuple[str, ...]:
    """ "Thanked Norland for its support for its bid": the second "its" is whose word it is."""
    own = set(page.words.lower[max(place.start, wording.first - 6) : wording.first]) & {"its", "their"}
    return place.holders if own and not set(place.holders) & set(verdict.holders) else ()


def _of_each_other(about: tuple[str, ...], holder: str, holders: tuple[str, ...], place: Setting) -> tuple[str, ...]:
    if about != ("*",):
        return about
    return tuple(party for party in (holders if len(holders) > 1 else place.addressees) if party != holder)
