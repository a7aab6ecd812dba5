"""How near a mention's words are to a thread's: weighted shared terms, with what speaks against it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache

from communique.ledger.commitments.mention import Mention
from communique.ledger.commitments.profile import Profile
from communique.ledger.commitments.terms import PAPERS
from communique.ledger.commitments.thread import Thread
from communique.ledger.commitments.vocabulary import vocabulary
from communique.ledger.lexicon import words_in
from communique.ledger.lexicon.words import fold, stem_of

SURE, POSSIBLE = 0.5, 0.34
"""From which likeness a link is sure, from which it is shown as "possibly"."""
SURE_DONE = 0.4
"""From which it is sure of what is told as done or under way: that something of the kind was promised is known."""
LEAST_SHARED = 0.9
"""What the things that both name must tell together: one common word is no link."""
NEAR_ENOUGH = 0.37
"""From which likeness it counts that things are told in the same words."""
SPELT, MOST_SPELT = 0.04, 3
"""What is added for a thing that both name in the same words, and for how many at most."""
NAMED = 0.08
"""What is added where both name one instrument, project or mechanism."""
MUCH = 1.7
"""Where the things shared tell so much, other names beside them weigh little."""
LEAST_ALONE = 0.45
"""The same where only one thread has all that is named."""
LEAST_WITH_DEED = 0.5
"""The same where both do the same to it."""
LEAST_SOLE = 0.5
LEAST_SOLE_WORD = 0.6
"""What a thing must tell that only one thread has, and what a word that no list has."""
LEAST_HEAD = 0.5
"""What the first thing named must tell, so that by it two promises are of one matter."""
SMOOTHING = 0.4
WORDS, WORDS_APART = 1.3, 0.45
"""How much the likeness of all words counts beside that of the things named, and what each thing against it leaves."""
OF_ANY = frozenset(
    {"=agreement", "=memorandum", "=declaration", "=protocol", "=roadmap", "=committee", "=company", "=parliament"}
)
"""Things that many undertakings have."""
OF_SUMS = frozenset(
    stem_of(fold(word))
    for word in "million billion thousand euro euros dollar dollars usd eur yen yuan rupees pounds kroner kronor crore lakh gbp jpy cny inr sek nok dkk chf aud nzd cad sgd brl zar".split()
)
"""What every sum of money has."""
GOODS = "-farm-products"
"""The family whose members each go their own way: of others a member's family tells nothing beside it."""
_ROUNDING = 1e-9
"""By how much a sum may differ by the order in which it is added up."""
_SALES = frozenset({"!sell", "!provide", "!deliver"})
_PAPER_DEEDS = frozenset({"!negotiate", "!sign", "!finish", "!draft", "!ratify"})
_OTHER_DOER_OF_ONE = 0.75
_OTHER_NAMES, _OTHER_STAGE, _OTHER_ORDINAL, _OTHER_DOER, _OTHER_HEAD = 0.45, 0.5, 0.3, 0.45, 0.85


@dataclass(frozen=True)
class Nearness:
    """A likeness from 0 to 1, and the terms shared."""

    score: float
    shared: tuple[str, ...]


_NONE: tuple[float, frozenset[str]] = (0.0, frozenset())


def nearness(one: Mention, thread: Thread, *, words: bool = True) -> Nearness:
    """How near a mention is to the nearest wording of a thread: by what is named, or by all words where these are nearer
    (unless its terms are but a part of its ``words``).
    """
    named = _same_named(one, thread) or any(thread.amounts.get(unit) == amount for unit, amount in one.amounts)
    apart, stages = _apart(one, thread), _stages(one)
    known = named or _converse(one, thread)
    best, shared = 0.0, frozenset[str]()
    for wording in thread.wordings:
        score, terms = _by_things(one.profile, wording, one.terms.places, known, stages)
        if score and apart:
            score *= _OTHER_ORDINAL if "ordinal" in apart else 1.0
            if "doer" in apart:
                score *= _OTHER_DOER_OF_ONE if one.terms.names & terms else _OTHER_DOER
        if score:
            score += NAMED * named
        if score > best:
            best, shared = score, terms
        if words and not apart and best < 1.0:  # in other words, and by others: that is another
            score, terms = _by_words(one.profile, wording, one.terms.places, stages)
            if score > best:
                best, shared = score, terms
    if best >= NEAR_ENOUGH and len(shared & one.terms.weights.keys()) > 1:
        best += SPELT * min(MOST_SPELT, max(_spelt_alike(one.profile, wording, shared) for wording in thread.wordings))
    return Nearness(round(min(best, 1.0), 3), tuple(sorted(shared)))


def _spelt_alike(mine: Profile, theirs: Profile, shared: Set[str]) -> int:
    """How many of the things shared both name in the same words: "patrol boats", not boats and ships."""
    return sum(
        bool(set(mine.spelt[term]) & set(theirs.spelt[term]))
        for term in mine.spelt.keys() & theirs.spelt.keys() & shared
        if term not in OF_ANY
    )


def _stages(one: Mention) -> frozenset[str]:
    """The stages of the work that it may be of: who will "examine the feasibility of a bridge" speaks of the bridge."""
    return one.profile.stages - {"#feasibility"} if one.strength == "tentative" else one.profile.stages


def _apart(one: Mention, thread: Thread) -> frozenset[str]:
    """What speaks against it beside the words: another number, or others who are to do it."""
    out = set()
    if one.ordinal and thread.ordinal and one.ordinal != thread.ordinal:
        out.add("ordinal")
    promised = one.told in ("asked", "said", "planned")
    if (
        promised
        and one.doers
        and thread.doers
        and not set(one.doers) & set(thread.doers)
        and not _converse(one, thread)
    ):
        out.add("doer")
    return frozenset(out)


def _converse(one: Mention, thread: Thread) -> bool:
    """Whether one side's buying is told as the other's selling: "interested in buying gas", "will supply gas"."""
    mine = one.terms.weights.keys()
    theirs = frozenset[str]().union(*(wording.weights for wording in thread.wordings))
    buys, is_bought = "!buy" in mine, "!buy" in theirs
    return buys != is_bought and bool(_SALES & (theirs if buys else mine))


def _by_words(
    mine: Profile, theirs: Profile, places: frozenset[str], stages: frozenset[str]
) -> tuple[float, frozenset[str]]:
    """By all words, and by the things with the likenesses beside them: the mean of how much of both is shared."""
    stems = mine.stems.keys() & theirs.stems.keys()
    if not stems:
        return _NONE
    things = mine.things.keys() & theirs.things.keys()
    score = _covered(mine.stems, theirs.stems, stems, mine.masses[0], theirs.masses[0])
    score += _covered(mine.things, theirs.things, things, mine.masses[1], theirs.masses[1])
    score = min(1.0, score / 2 * WORDS)
    if score < POSSIBLE or _bare_name(things | stems, places | mine.names, mine.long_places):
        return _NONE
    deed = any(term[0] == "!" for term in things)
    if not deed and len(_telling(things | stems)) < 2:
        return _NONE  # one word in common
    if mine.names and theirs.names and not mine.names & theirs.names:
        score *= WORDS_APART
    if theirs.stages not in (mine.stages, stages):
        score *= WORDS_APART
    return score, frozenset(things | stems)


def _telling(shared: Set[str]) -> set[str]:
    """The words in common, each once: a member's family, what every sum has and figures tell nothing beside them."""
    return {
        term.lstrip("~=")
        for term in shared
        if not term.isdigit() and (term[0] not in "+-" or term == GOODS) and term not in OF_SUMS
    }


def _bare_name(shared: Set[str], names: frozenset[str], places: Iterable[frozenset[str]]) -> bool:
    """Whether nothing but one name is shared, and what is done there: "open a school in Porto Novo"."""
    telling = {term for term in shared if term[0] not in "~^!" and not term.isdigit() and not _is_deed(term)}
    return (len(telling) == 1 and telling <= names) or any(telling <= place for place in places)


@lru_cache(maxsize=10_000)
def _is_deed(term: str) -> bool:
    """Whether a word, or a likeness ("=begin"), tells only what is done."""
    groups = vocabulary().groups
    if term[0] == "=":
        return any(f"!{term[1:]}" in terms for terms in groups.values())
    terms = groups.get((term,), ())
    return bool(terms) and all(one[0] == "!" for one in terms)


def _covered(
    mine: Mapping[str, float], theirs: Mapping[str, float], shared: Set[str], own: float, other: float
) -> float:
    total = sum([min(mine[term], theirs[term]) for term in sorted(shared)])
    return total * (0.65 / (min(own, other) + SMOOTHING) + 0.35 / (max(own, other) + SMOOTHING))


def _same_named(one: Mention, thread: Thread) -> bool:
    """Whether both name one instrument, project or mechanism."""
    return bool({_plain(name) for name in one.named} & {_plain(name) for name in thread.named})


@lru_cache(maxsize=10_000)
def _plain(name: str) -> str:
    return re.sub(r"\s*\([^)]*\)", "", name).casefold()


def _by_things(
    own: Profile, wording: Profile, places: frozenset[str], named: bool, stages: frozenset[str]
) -> tuple[float, frozenset[str]]:
    """By the things named: what both share of the shorter wording and of the longer."""
    mine, theirs = own.weights, wording.weights
    if _tell_too_little(own, wording):  # as with most threads
        return _NONE
    shared = _shared(own, wording)
    things = sum(weight for term, weight in shared.items() if term[0] != "!")
    if things < LEAST_WITH_DEED:
        return _NONE
    deed = any(term[0] == "!" for term in shared)
    known = named or deed or (on_paper(mine) and on_paper(theirs))
    if things < LEAST_SHARED and not known:
        return _NONE
    if not deed and all(term[0] in "+-" for term in shared):
        return _NONE
    telling = {term for term in shared if term[0] != "!"}
    if len(telling) == 1 and telling <= places | (own.names if not known else frozenset()):
        return _NONE  # a place or name alone
    if any(telling <= place for place in own.long_places):
        return _NONE
    total = sum(shared.values())
    other_names = bool(own.names and wording.names and not own.names & wording.names)
    lighter = (own.names | wording.names) if other_names and things >= MUCH else frozenset()
    short, long = sorted((_mass(mine, shared, lighter), _mass(theirs, shared, lighter)))
    score = 0.65 * total / (short + SMOOTHING) + 0.35 * total / (long + SMOOTHING)
    if other_names and not lighter:
        score *= _OTHER_NAMES
    if wording.stages not in (own.stages, stages):
        score *= _OTHER_STAGE
    if own.head and wording.head and own.head not in theirs and wording.head not in mine:
        score *= _OTHER_HEAD
    return min(1.0, score), frozenset(shared)


def _tell_too_little(own: Profile, wording: Profile) -> bool:
    """Whether it is plain at a glance that what both name tells too little: adding up in order takes longer."""
    if own.families:
        return False
    mine, theirs = own.weights, wording.weights
    most = sum([min(mine[term], theirs[term]) for term in mine.keys() & theirs.keys() if term[0] != "!"])
    return most < LEAST_WITH_DEED - _ROUNDING


def _shared(own: Profile, wording: Profile) -> dict[str, float]:
    """The terms that both have, each by the lower of its weights; a whole is met by its members, no member by another."""
    mine, theirs = own.weights, wording.weights
    met = {term for term in mine.keys() & theirs.keys() if term[0] != "-"}
    for term in own.families:
        if _twin(term) in theirs:
            met.add(term)
    return {term: min(mine[term], _match(term, theirs)) for term in sorted(met)}


def _twin(term: str) -> str:
    return ("-" if term[0] == "+" else "+") + term[1:]


def all_named(one: Mention) -> frozenset[str]:
    """All things that a mention names, where they tell enough to know a thread by; none where they do not."""
    mine = {
        term: weight
        for term, weight in sorted(one.terms.weights.items())
        if term[0] not in "!-" and weight >= 0.3 and term not in one.terms.places
    }
    enough = sum(weight for term, weight in mine.items() if term not in PAPERS) >= LEAST_ALONE
    return frozenset(mine if enough and any(term[0] == "=" or term in one.terms.names for term in mine) else ())


def sole(one: Mention, threads: Iterable[Thread]) -> tuple[Thread, tuple[str, ...]] | None:
    """The thread that alone has things which a mention names, and these; None where they point to several, or it is
    another stage of the work that is named.
    """
    has = [(thread, frozenset[str]().union(*(wording.weights for wording in thread.wordings))) for thread in threads]
    found: dict[str, Thread] = {}
    only_stage = not any(term[0] == "=" for term in one.terms.weights)  # "the feasibility study has been handed over"
    for term, weight in one.terms.weights.items():
        least = LEAST_SOLE_WORD if term[0] not in "=#" else LEAST_SOLE
        if (
            term[0] in ("!-+^" if only_stage else "!-+^#")
            or weight < least
            or term in one.terms.places
            or term in OF_ANY
            or term in OF_SUMS
        ):
            continue
        those = [thread for thread, terms in has if term in terms]
        if len(those) == 1:
            found[term] = those[0]
    if len({thread.id for thread in found.values()}) != 1:
        return None
    near = next(iter(found.values()))
    fitting = not one.profile.stages or one.profile.stages == near.stages or taken_up(one)
    return (near, tuple(sorted(found))) if fitting else None


_FRONTED = re.compile(
    r"(?:[^:]{1,70}:\s+)?(?:On|As (?:for|to|regards)|Regarding|Concerning|With (?:regard|respect|reference) to|In (?:regard|respect) of|Turning to)\s+(?:the|our|its|their)\s",
)
"""Where a report takes up a matter by its name, whatever it then tells of it."""


def taken_up(one: Mention) -> bool:
    """Whether a matter is taken up by its name before anything is told of it: "As for the ferry, ..."."""
    return _FRONTED.match(one.evidence.quote) is not None


def tells_which(one: Mention, shared: Iterable[str]) -> bool:
    """Whether what is told of something shares a thing with it that few have; what only the tense tells, two words."""
    telling = sorted(_telling({term for term in shared if term[0] not in "!^#+-"}) - {term[1:] for term in OF_ANY})
    telling = [word for at, word in enumerate(telling) if not at or not word.startswith(telling[at - 1])]
    if len(telling) >= 2 or one.faint:
        return len(telling) >= 2
    weights = one.terms.weights
    return any(
        weights.get(term, 0.0) >= (LEAST_SOLE if term[0] == "=" else LEAST_SOLE_WORD)
        for term in shared
        if term[0] not in "!^#+-~" and term not in OF_ANY and term not in one.terms.names
    )


def same_matter(one: Mention, thread: Thread, shared: Iterable[str]) -> bool:
    """Whether a promise or request is of the very thing that one made before is of, at the same stage of the work."""
    if one.profile.stages != thread.stages or (one.told == "asked" and "doer" in _apart(one, thread)):
        return False  # each side may ask the other to do the same
    things = {term for term in one.terms.weights if term[0] == "=" and term not in OF_ANY}
    if things and things <= set(shared):
        return True
    head = one.terms.head or ""
    named = head in shared and head not in OF_ANY and one.terms.weights.get(head, 0.0) >= LEAST_HEAD
    return named and any(head == wording.head for wording in thread.wordings)


def within(named: frozenset[str], one: Mention, thread: Thread) -> bool:
    """Whether all things that a mention names are in one wording of a thread."""
    if one.doers and thread.doers and not set(one.doers) & set(thread.doers):
        return False
    return any(named <= wording.weights.keys() and wording.stages == one.profile.stages for wording in thread.wordings)


def _mass(weights: Mapping[str, float], shared: Mapping[str, float], lighter: frozenset[str]) -> float:
    """What the terms tell together. Being a member of a family counts only where the whole is met."""
    return sum(
        min(weight, 0.4) if term in lighter else weight
        for term, weight in sorted(weights.items())
        if term[0] != "-" or term in shared or "+" + term[1:] in shared
    )


def _match(term: str, others: Mapping[str, float]) -> float:
    """The weight by which a term is in the others; a whole is met by its members, one member not by another."""
    if term[0] == "-":
        return others.get("+" + term[1:], 0.0)
    if term[0] == "+":
        return max(others.get(term, 0.0), others.get("-" + term[1:], 0.0))
    return others.get(term, 0.0)


def on_paper(weights: Mapping[str, float]) -> bool:
    """Whether something is negotiated, drafted, concluded, signed or brought into force: one is a step to the other."""
    return bool(_PAPER_DEEDS & weights.keys())


def in_words(shared: Iterable[str], text: str) -> str:
    """Shared terms as a reader may see them: a stem as it is written in ``text``, a number as "no. 3", each once."""
    written, plain = _written(text), []
    for term in shared:
        bare = term.lstrip("~=!#+-")
        plain.append(f"no. {term[1:]}" if term[0] == "^" else written.get(bare, bare.replace("-", " ")))
    return ", ".join({word.casefold(): word for word in reversed(plain)}.values())


@lru_cache(maxsize=1000)
def _written(text: str) -> dict[str, str]:
    """How the stems in a text are written where they first stand: it is asked of every thread that is near."""
    return {word.stem: word.written for word in reversed(words_in(text))}
