"""What a modal makes of a side's own words: "will" promises, "should" proposes, "must" asks or supports, hopes are soft.

Each function gives the act, its strength, and the verb that says what is to be done.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from communique.read.statements.clauses import Clause
from communique.read.statements.decision import Decision
from communique.read.statements.deeds import dated, gives_now
from communique.read.statements.foretold import only_foretold
from communique.read.statements.words import Words

if TYPE_CHECKING:
    from spacy.tokens import Token

Act: TypeAlias = "tuple[str | None, str | None, Token | None]"

_AGAINST = ("/oppose", "/opposed", "/speak-against", "/stand-in-way")
_POLITELY = frozenset({"usefully", "profitably", "advantageously", "best", "better", "well", "wisely"})
_LET = frozenset({"able", "free", "entitled", "eligible", "exempt", "welcome"})
_WOULD = ("would", "'d", "’d")
_WISHES = ("like", "love", "prefer", "wish", "hope", "be")
_BEGINNINGS = (
    "begin",
    "start",
    "take",
    "be",
    "resume",
    "continue",
    "proceed",
    "open",
    "come",
    "meet",
    "convene",
    "sit",
)
_TURNED = ("support", "oppose", "assess", "propose", "request", "announce", "appreciate")


def by_modal(words: Words) -> Act:
    """The act by the modal and the subject alone."""
    verb, modal, relation = words.verb, words.modal, words.relation
    alone = words.who is not None and len(words.who.parties) == 1
    if modal == "will" or _going_to(words.clause):
        return _promised(words)
    if _subjunctive(words.clause):
        if words.joint and words.voice.mode == "agree":
            return "agree", "firm", verb
        modal = "should"
    if modal == "should" or _mildly(words.clause):
        return ("request" if relation == "other" and alone else "propose"), None, verb
    if modal == "must":
        if words.voice.mode == "agree":
            return "assess", None, None
        if words.own:
            return "propose", None, verb
        asked = relation == "other" and alone and words.who.parties[0] in words.reader.scene.sides  # type: ignore[union-attr]
        return ("request" if asked else "support"), None, verb
    if modal == "can" and words.clause.negated and relation == "self":
        return "oppose", None, None
    if _considered(words, verb):
        return "pledge", "tentative", verb
    return _plain(words, verb)


def _subjunctive(clause: Clause) -> bool:
    """ "that the review be undertaken", "that aid reach the camps": what is to be, without a modal."""
    verb = clause.verb
    if clause.modal or clause.mark != "that" or not clause.own_subject:
        return False
    helps = {c.lower_ for c in verb.lefts if c.dep_ in ("aux", "auxpass")}
    one = clause.subject is not None and clause.subject.tag_ in ("NN", "NNP")  # "sanctions harm" is no subjunctive
    return helps == {"be"} or (verb.tag_ == "VB" and not helps and one)


def _mildly(clause: Clause) -> bool:
    """ "might usefully meet", "could with advantage be joined", "would do well to": "should", more politely."""
    if clause.modal in ("might", "could", "may"):
        return any(c.lower_ in _POLITELY for c in clause.verb.children)
    return False


def _considered(words: Words, verb: Token) -> bool:
    """ "the matter is being studied", "the tariff can be looked into"."""
    if words.relation != "none" or not words.clause.passive or words.joint or words.voice.kind != "reported":
        return False
    open_ = words.modal == "can" or any(c.lower_ == "being" for c in verb.children)
    looked_at = words.reader.judge.tentative(verb)
    talked_of = words.clause.modal in ("can", "could") and words.among(words.base(verb), "talked-of")
    return open_ and (looked_at or (talked_of and not words.clause.negated))


def _plain(words: Words, verb: Token) -> Act:
    """No modal: what is, was done or is done by saying it."""
    voice, tag = words.voice, words.clause.verb.tag_
    own = voice.kind == "own"
    told_of = words.among(words.base(verb), "narrated") or (
        words.clause.passive and verb.lower_ in ("received", "headed", "held")
    )
    unsaid = voice.speaker is None or words.reader.scene.genre == "joint" or tag == "VBD"
    if voice.sentence or (own and told_of and unsaid):
        return None, None, None
    if words.joint and voice.mode == "agree":
        return "assess", None, None
    performed = tag in ("VBP", "VBN") and words.among(words.base(verb), "performed")
    if own and words.joint and words.relation == "both" and performed:
        return "agree", "firm", verb
    moves = tag == "VBP" and words.among(words.base(verb), "motion")
    if own and voice.speaker is not None and words.relation == "self" and moves:
        return "pledge", "firm", verb
    undone = tag in ("VBZ", "VBP") and words.among(words.base(verb), "undone")
    if own and words.own and undone and words.reader.scene.genre == "joint" and not words.clause.negated:
        return ("agree" if words.joint else "pledge"), "firm", verb
    if words.own and gives_now(words.clause, words.reader.book):
        return ("agree" if words.joint else "pledge"), "firm", verb
    ministry = own and not words.joint and voice.speaker is None and words.reader.scene.genre == "communique"
    if ministry and _news(words.clause):
        return "announce", None, None
    return _settled(words), None, None


def _news(clause: Clause) -> bool:
    """In a ministry's own words: what has been done or was done to somebody is made known."""
    perfect = any(c.dep_ == "aux" and c.lower_ in ("has", "have") for c in clause.verb.children)
    return clause.passive or perfect


def _settled(words: Words) -> str:
    """Plain telling: how things are, or a policy that has not changed."""
    subject, clause = words.clause.subject, words.clause
    if subject is None:
        return words.voice.default
    unchanged = clause.negated and clause.verb.lower_ in ("changed", "change", "waver", "wavered")
    if not unchanged and clause.verb.lower_ not in ("remains", "remain", "stands", "continues"):
        return words.voice.default
    noun = words.reader.book.nouns.get(subject.lower_)
    if noun is not None and noun[1].does is not None and noun[1].does.act in ("support", "oppose"):
        return str(noun[1].does.act)
    if subject.lower_ in ("policy", "principle") and {t.lower_ for t in subject.subtree} & {"one", "china"}:
        return "support"
    return words.voice.default


def _would_like(clause: Clause) -> bool:
    """ "would like to": a wish, not a promise."""
    return clause.modal in _WOULD and clause.verb.lower_ in _WISHES


def _going_to(clause: Clause) -> bool:
    verb = clause.verb
    inner = [c for c in verb.children if c.dep_ == "xcomp"]
    told = clause.role == "content" and verb.lower_ in ("was", "were")
    if (told or verb.lower_ in ("is", "are")) and any(g.lower_ == "to" for c in inner for g in c.lefts):
        return not any(c.dep_ in ("acomp", "attr") for c in verb.children)
    return verb.lower_ == "going" and bool(inner)


def _promised(words: Words) -> Act:
    """ "will": a promise where the side itself acts, news where somebody else does, an assessment of things."""
    clause, verb = words.clause, words.verb
    if _going_to(clause):
        verb = next((c for c in clause.verb.children if c.dep_ == "xcomp"), verb)
    soft = _would_like(clause) and verb != clause.verb
    strength = "tentative" if words.reader.judge.tentative(verb) else "soft" if soft else "firm"
    promise = ("agree" if words.joint else "pledge"), strength, verb
    if only_foretold(words, verb):
        return (None if words.voice.sentence else words.voice.default), None, None
    if clause.negated and words.relation == "none" and _not_willed(words):
        told = words.voice.spokesperson and clause.modal != "would"
        return ("announce" if told else words.voice.default), None, None
    if words.own:
        return _promised_oneself(words) or promise
    passive = clause.passive or any(c.dep_ == "auxpass" for c in verb.children)
    base = words.base(verb)
    if _sent(words, base) or _granted(words):
        return promise
    if _opens(words, base):
        return promise
    if words.relation == "none" and words.among(base, "beneficial") and base != "be" and not passive:
        return words.voice.default, None, None
    if words.framed is not None and words.framed.rule.endswith(("/believe", "/confident", "/confidence")):
        return "assess", None, None
    if words.voice.spokesperson:
        return "announce", None, None
    if words.relation == "none":
        return _of_things(words, verb, promise, passive=passive)
    if words.among(base, "motion") and words.voice.kind == "own":
        return "announce", None, None
    return words.voice.default, None, None


def _not_willed(words: Words) -> bool:
    """ "The bridge will not be finished this year", but "the fee would not be lowered": what is withheld is willed."""
    clause, base = words.clause, words.base(words.verb)
    withheld = clause.passive and words.among(base, "granting")
    return not withheld and (clause.modal == "would" or words.among(base, "finishing"))


def _promised_oneself(words: Words) -> Act | None:
    """Not a promise: what another of the side will do, what a spokesperson tells, what both are to do."""
    who, voice = words.who, words.voice
    another = who is not None and who.person is not voice.speaker
    another = (
        another and who is not None and (who.person is not None or (who.kind == "office" and voice.speaker is not None))
    )
    if another and voice.kind == "reported":
        return "announce", None, None
    if voice.spokesperson:
        unnamed = who is not None and who.kind == "pronoun" and who.person is None
        of_him = voice.speaker is not None and unnamed and words.subject in ("he", "she", "it", "they")
        if another or words.relation == "both" or of_him:
            return "announce", None, None
    if words.relation == "both" and not words.joint:
        return ("propose" if voice.kind == "own" else "assess"), None, None
    return None


def _opens(words: Words, base: str) -> bool:
    """ "A Hungarian institute will open in Hanoi next year": what a side of its own will have opened, and when."""
    verb, subject = words.clause.verb, words.clause.subject
    if base != "open" or subject is None or words.clause.negated or words.relation != "none":
        return False
    if (
        words.voice.kind != "reported"
        or words.voice.mode
        or words.voice.spokesperson
        or words.voice.default != "assess"
    ):
        return False
    own = words.among(subject.lower_, "works") or words.institution()
    alone = not any(c.dep_ in ("dobj", "xcomp", "prt") for c in verb.rights)
    return own and alone and dated(verb)


def _sent(words: Words, base: str) -> bool:
    """ "Treasury experts would help", "officials will look at the figures": people whom the speaker's side sends."""
    if words.relation != "none" or words.clause.passive or words.clause.negated or words.voice.kind != "reported":
        return False
    if not words.among(words.subject, "servants") or words.joint or words.voice.spokesperson:
        return False
    return words.voice.speaker is not None and not words.among(base, "motion") and not words.of_the_other()


def _granted(words: Words) -> bool:
    """ "Guatemalans will be able to obtain cards", "farmers will be allowed to": what a side lets people do."""
    verb, subject = words.clause.verb, words.clause.subject
    if subject is None or subject.tag_ not in ("NNS", "NNPS") or words.clause.negated or words.own:
        return False
    both = words.joint and subject.lower_ not in ("citizens", "nationals")
    if words.voice.kind != "reported" or both or words.voice.mode:
        return False
    framed = words.framed is not None and words.framed.rule.endswith(("/believe", "/confident", "/confidence"))
    lets = any(c.lower_ in _LET and c.dep_ in ("acomp", "oprd") for c in verb.rights)
    return lets and verb.lower_ == "be" and not framed and not words.voice.spokesperson


def _more_given(words: Words, base: str) -> bool:
    """ "The number of scholarships will rise from 40 to 80": how much a side gives lies with it."""
    subject, verb = words.clause.subject, words.verb
    if subject is None or words.clause.negated or not words.among(base, "rising") or words.voice.default != "assess":
        return False
    given = any(words.among(t.lower_, "given") or t.lower_ in ("places", "flights") for t in subject.subtree)
    return given and any(t.lower_ == "to" and t.i > verb.i and t.nbor().tag_ == "CD" for t in list(verb.subtree)[:-1])


def _of_things(words: Words, verb: Token, promise: Act, *, passive: bool) -> Act:
    """What will be: "the bridge will be open by May", "the Army will send helicopters"."""
    base, voice = words.base(verb), words.voice
    near = [t for t in verb.subtree if 0 < t.i - verb.i < 4]
    done = base in ("be", "come", "enter", "become") and any(words.among(t.lower_, "completions") for t in near)
    if done or words.institution():
        return promise
    arranged = words.joint and _going_to(words.clause) and base not in ("be", "blame")  # "Trade is to double by 2035"
    if (arranged and words.clause.verb.lower_ in ("is", "are")) or _more_given(words, base):
        return promise
    if words.among(base, "beneficial") and not passive:
        return voice.default, None, None
    if words.among(base, "motion") and words.travellers():
        return "announce", None, None
    agreed = voice.mode == "agree" or (voice.kind == "own" and (passive or base in _BEGINNINGS))
    if words.joint and agreed:
        return promise
    if passive or words.own_body() or voice.mode == "pledge":
        return promise
    return voice.default, None, None


_WILLING = ("/intend", "/wish-success", "/plan", "/seek")
"""Verbs of the will: what is not willed is no promise."""


def with_modal(words: Words, decision: Decision) -> tuple[str, str | None]:
    """The act of an entry of the codebook under the clause's modal and negation, when the side itself acts."""
    act, strength = decision.act or "assess", decision.strength
    clause, modal = words.clause, words.modal
    if "negated" in decision.extra or "polite" in decision.extra:
        return act, strength
    if modal == "will" and act in _TURNED:
        if clause.negated and decision.rule.endswith(_AGAINST):
            return ("agree" if words.joint else "pledge"), "firm"  # "will no longer oppose the loan"
        return _will_do(words, act)
    if clause.negated:
        if act == "support" or (modal == "can" and act in ("agree", "pledge")):
            return "oppose", None
        if act in ("oppose", "appreciate", "complain", "announce") or (
            act in ("agree", "pledge") and decision.rule.endswith(_WILLING)
        ):
            return "assess", None  # "did not wish to comment"
    if act == "agree" and not words.joint:
        return ("assess", None) if words.relation == "both" else ("pledge", strength or "firm")
    return act, strength


def _will_do(words: Words, act: str) -> tuple[str, str | None]:
    clause = words.clause
    if clause.negated and act == "oppose":
        return "oppose", None
    if clause.modal in _WOULD and act in ("appreciate", "request") and words.voice.mode != "agree":
        return "request", None
    if clause.negated and act == "support":
        return "oppose", None
    tentative = words.reader.judge.tentative(words.verb)
    strength = "tentative" if tentative else "soft" if _would_like(clause) else "firm"
    return ("agree" if words.joint else "pledge"), strength


def hoped(words: Words) -> Act:
    """ "hopes that": a request of the other, a proposal to both, a soft promise of oneself."""
    verb, together = words.verb, ("agree", "soft")
    if words.relation == "self":
        act = together if words.joint else ("pledge", "soft")
    elif words.subject == "them":
        return "request", None, verb  # "wishes them to": others than whose wish it is
    elif words.relation == "other" or (words.relation != "both" and words.of_the_other()):
        return "request", None, verb
    elif words.joint:
        act = together
    else:
        able = words.relation == "none" and (words.clause.passive or words.among(words.subject, "doers"))
        return ("request" if able else "propose"), None, verb
    return *act, verb
