"""Words that are a side's own: said by a speaker, or by the document. What each clause of them does."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.read.statements.clauses import Clause
from communique.read.statements.decision import Decision, modality
from communique.read.statements.voices import Voice
from communique.read.statements.who import Who

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.read.statements.narration import Narration


def own_words(reader: Narration, clause: Clause, voice: Voice, *, framed: Decision | None = None, alone: bool = False) -> None:
    """Read ``clause`` as words of ``voice``, then what is coordinated with it.

    ``framed`` is the decision of the verb of saying above it; ``alone``: leave the following clauses to the caller.
    """
    who = reader.cases.who(clause.subject)
    if clause.passive and voice.kind == "own" and (agent := reader.subject(clause)) is not None:
        who = agent  # "The resumption was welcomed by both sides"
    relation = _relation(who, voice, clause)
    spoken = voice.kind == "reported" or (voice.speaker is not None and clause.verb.tag_ in ("VB", "VBP") and reader.book.base(clause.verb.lower_) == "thank")
    if clause.subject is None and spoken and who is None and clause.verb.tag_ != "VBN":
        who = _as_who(voice, None)
        relation = "both" if len(voice.parties) > 1 else "self"
    if relation == "none" and clause.passive and voice.kind == "own" and len(voice.parties) > 1 and clause.subject is not None and (clause.subject.lower_ in ("agreement", "consensus", "understanding") or (clause.subject.lower_ == "it" and clause.verb.lower_ in ("decided", "agreed", "resolved"))):
        relation, who = "both", Who(voice.parties, None, "joint", reader.unit.start)  # "Agreement was reached on"
    if clause.subject is not None and clause.subject.lower_ in ("i", "we") and voice.kind == "reported":
        who = _as_who(voice, who)
        relation = "both" if len(voice.parties) > 1 else "self"
    if relation == "none" and voice.kind == "own" and len(voice.parties) > 1 and _joint_body(reader, clause):
        relation, who = "both", Who(voice.parties, None, "joint", reader.unit.start)
    if relation == "none" and clause.subject is not None and len(voice.parties) > 1 and any(g.lower_ in ("neither", "each", "either") for g in clause.subject.lefts):
        relation, who = "both", Who(voice.parties, None, "joint", reader.unit.start)
    if relation == "none" and voice.kind == "reported" and len(voice.parties) == 1 and clause.subject is not None and clause.subject.lower_ == "country":
        relation, who = "self", Who(voice.parties, None, "country", reader.unit.start)  # "the country is ready to"
    if relation == "side" and who is not None:
        voice = replace(voice, parties=who.parties, speaker=who.person if who.person is not None else None)
        relation = "self"
    if relation == "other" and voice.kind == "own" and voice.speaker is not None and who is not None and who.person is not None:
        said = reader.judge.decide(clause, reader.cases, who)
        if said is not None and (said.content is not None or said.act is not None) and clause.verb.tag_ == "VBD":
            reader.narrate(clause, who)  # in somebody's own words, what another said
            return
    for participle in clause.participles:
        if participle.verb.i < clause.verb.i and relation in ("self", "both"):
            reader.participle(participle, _as_who(voice, who))
    _decide(reader, clause, voice, who, relation, framed)
    for participle in clause.participles:
        if participle.verb.i > clause.verb.i and (participle.mark in ("while", "whilst") or _says_on(reader, participle, voice)):
            reader.participle(participle, _as_who(voice, who if relation == "self" else None))
    for relative in clause.relatives:
        if relative.own_subject:
            reader.relative(relative)
    if alone:
        return
    for following in clause.after:
        if relation == "none" and not following.own_subject and following.verb.tag_ == "VBD" and voice.kind == "reported":
            said = reader.judge.decide(following, reader.cases, _as_who(voice, who))
            if said is not None and (said.act is not None or said.content is not None):
                reader.narrate(following, _as_who(voice, who), shared=True)
                continue
        own_words(reader, following, voice, framed=framed)


def _says_on(reader: Narration, participle: Clause, voice: Voice) -> bool:
    """"X said ties are good, adding that ...": the speaker goes on, though the parser hung it on what is said."""
    if voice.kind != "reported" or not participle.contents or participle.verb.tag_ != "VBG":
        return False
    return reader.book.base(participle.verb.lower_) in reader.book.groups["going-on"]


def _joint_body(reader: Narration, clause: Clause) -> bool:
    """In a joint document: a body of both ("The Cooperation Council"), or no subject at all (an item of a list)."""
    subject = clause.subject
    if subject is None:
        return clause.verb.tag_ in ("VBD", "VBP", "VBZ", "VB", "VBN")
    return subject.lower_ in reader.book.groups["bodies"]


def _as_who(voice: Voice, who: Who | None) -> Who:
    return Who(voice.parties, voice.speaker, "person" if voice.speaker else "country", who.start if who else 0)


def _relation(who: Who | None, voice: Voice, clause: Clause) -> str:
    """``self``, ``both``, ``side`` (one of several holders), ``other`` or ``none``."""
    if who is None or not who.parties:
        return "none"
    mine = set(voice.parties)
    theirs = set(who.parties)
    if theirs == mine:
        return "both" if len(mine) > 1 else "self"
    if len(mine) > 1 and theirs < mine:
        return "side"
    if len(theirs) > 1 and mine <= theirs:
        return "both"
    if voice.speaker is not None and who.person is voice.speaker:
        return "self"
    del clause
    return "other"


def _decide(reader: Narration, clause: Clause, voice: Voice, who: Who | None, relation: str, framed: Decision | None) -> None:
    modal = modality(clause)
    if voice.spokesperson and _courtesy(reader, clause):
        return
    decision = reader.judge.decide(clause, reader.cases, who if relation in ("self", "both") else None)
    if relation == "none" and decision is not None and decision.act == "pledge" and _own_body(reader, clause, voice):
        relation = "self"
    if clause.passive and clause.verb.lower_ in ("hoped", "expected") and clause.contents and relation == "none":
        for content in clause.contents:
            own_words(reader, content, replace(voice, mode="hope"), framed=framed)
        return
    if voice.mode == "hope":
        _hoped(reader, clause, voice, relation, modal, framed)
        return
    own = relation in ("self", "both")
    if relation == "both" and voice.kind == "reported" and len(voice.parties) == 1 and clause.verb.tag_ in ("VBD", "VBN") and not modal:
        _tell(reader, clause, voice, "assess", None, framed, framed)  # a joint act that is only recalled
        return
    if decision is not None and own and modal not in ("should", "must") and _reads_on(reader, clause, voice, who, decision, modal):
        return
    if decision is not None and own and decision.act is not None and modal not in ("should", "must"):
        if who is not None and who.person is not None and voice.speaker is not None and who.person is not voice.speaker and modal == "will":
            _tell(reader, clause, voice, "announce", None, decision, framed)
            return
        act, strength = _with_modal(reader, clause, decision, modal, relation, voice)
        _tell(reader, clause, voice, act, strength, decision, framed)
        return
    if decision is not None and decision.rule.endswith("/acceptable") and clause.negated:
        _tell(reader, clause, voice, "oppose", None, decision, framed)
        return
    if decision is not None and decision.rule.endswith("/unacceptable") and not clause.negated:
        _tell(reader, clause, voice, "complain", None, decision, framed)
        return
    if reader.book.base(reader.judge.effective(clause).lower_) in reader.book.groups["violations"] and relation in ("none", "other") and not clause.negated:
        _tell(reader, clause, voice, "complain", None, framed, framed)
        return
    if decision is not None and decision.rule.endswith("/necessary"):
        _tell(reader, clause, voice, "propose" if decision.act == "propose" else voice.default, None, decision, framed)
        return
    act, strength, head = _by_modal(reader, clause, voice, who, relation, modal, framed)
    if act is not None:
        _tell(reader, clause, voice, act, strength, framed if framed is not None else decision, framed, head=head)


def _courtesy(reader: Narration, clause: Clause) -> bool:
    """A spokesperson's words about the briefing itself: "I have two announcements", "the floor is open"."""
    doc = reader.unit.doc
    words = {t.lower_ for t in doc[clause.first : clause.last + 1]}
    return len(words) < 14 and bool(words & reader.book.groups["courtesies"])


def _reads_on(reader: Narration, clause: Clause, voice: Voice, who: Who | None, decision: Decision, modal: str) -> bool:
    """A verb of saying inside what is said: its content is read in its turn, where it has one."""
    contents = clause.contents or (reader.noun_contents(decision) if decision.content else [])
    if decision.content not in ("inner", "hope") or not contents:
        return False
    mode = "hope" if decision.content == "hope" else "agree" if decision.rule.endswith(("/agree", "/concur", "/unanimous", "/share-view")) else ""
    inner = replace(voice, mode=mode, default=decision.default or voice.default)
    if who is not None and who.person is not None:
        inner = replace(inner, speaker=who.person)
    for content in contents:
        own_words(reader, content, inner, framed=decision)
    del modal
    return True


def _with_modal(reader: Narration, clause: Clause, decision: Decision, modal: str, relation: str, voice: Voice) -> tuple[str, str | None]:
    act, strength = decision.act or "assess", decision.strength
    joint = len(voice.parties) > 1
    if "negated" in decision.extra:
        return act, strength
    if modal == "will" and act in ("support", "oppose", "assess", "propose", "request", "announce", "appreciate"):
        if clause.negated and act == "oppose":
            return "oppose", None
        if clause.modal in ("would", "'d", "’d") and act in ("appreciate", "request") and voice.mode != "agree":
            return "request" if act == "appreciate" else act, None
        if clause.negated and act in ("support",):
            return "oppose", None
        return ("agree" if joint else "pledge"), "tentative" if reader.judge.tentative(reader.judge.effective(clause)) else "soft" if _would_like(clause) else "firm"
    if modal == "can" and clause.negated and act in ("support", "agree", "pledge"):
        return "oppose", None
    if clause.negated and act == "support":
        return "oppose", None
    if clause.negated and act in ("oppose", "appreciate", "complain", "announce"):
        return "assess", None
    if act == "agree" and not joint and relation != "both":
        return "pledge", strength or "firm"
    if act == "agree" and not joint:
        return "assess", None
    return act, strength


def _by_modal(
    reader: Narration, clause: Clause, voice: Voice, who: Who | None, relation: str, modal: str, framed: Decision | None
) -> tuple[str | None, str | None, Token | None]:
    """The act by the modal and the subject alone."""
    verb = reader.judge.effective(clause)
    joint = len(voice.parties) > 1
    if modal == "will" or _going_to(clause):
        return _promised(reader, clause, voice, who, relation, verb, framed)
    if modal == "should":
        if relation == "other" and who is not None and len(who.parties) == 1:
            return "request", None, verb
        return "propose", None, verb
    if modal == "must":
        if voice.mode == "agree":
            return "assess", None, None
        if relation in ("both", "self"):
            return "propose", None, verb
        asked = relation == "other" and who is not None and len(who.parties) == 1 and who.parties[0] in reader.scene.sides
        return ("request" if asked else "support"), None, verb
    if modal == "can" and clause.negated and relation == "self":
        return "oppose", None, None
    if relation == "none" and clause.passive and len(voice.parties) == 1 and voice.kind == "reported" and reader.judge.tentative(verb) and (modal == "can" or any(c.lower_ == "being" for c in verb.children)):
        return "pledge", "tentative", verb
    told_of = reader.book.base(verb.lower_) in reader.book.groups["narrated"] or (clause.passive and verb.lower_ in ("received", "headed", "held"))
    if voice.kind == "own" and not voice.sentence and told_of and (voice.speaker is None or reader.scene.genre == "joint" or clause.verb.tag_ == "VBD"):
        return None, None, None
    if voice.sentence:
        return None, None, None
    if joint and voice.mode == "agree":
        return "assess", None, None
    if voice.kind == "own" and joint and relation == "both" and clause.verb.tag_ in ("VBP", "VBN") and reader.book.base(verb.lower_) in reader.book.groups["performed"]:
        return "agree", "firm", verb
    if voice.kind == "own" and voice.speaker is not None and clause.verb.tag_ == "VBP" and relation == "self" and reader.book.base(verb.lower_) in reader.book.groups["motion"]:
        return "pledge", "firm", verb
    if voice.kind == "own" and not joint and voice.speaker is None and reader.scene.genre == "communique" and _news(clause):
        return "announce", None, None
    return _settled(reader, clause, voice), None, None


def _news(clause: Clause) -> bool:
    """In a ministry's own words: what has been done or was done to somebody is made known."""
    perfect = any(c.dep_ == "aux" and c.lower_ in ("has", "have") for c in clause.verb.children)
    return clause.passive or perfect


def _settled(reader: Narration, clause: Clause, voice: Voice) -> str:
    """Plain telling: how things are, or a policy that has not changed."""
    subject = clause.subject
    if subject is not None:
        near = {t.lower_ for t in subject.subtree}
        noun = reader.book.nouns.get(subject.lower_)
        still = clause.verb.lower_ in ("remains", "remain", "stands", "continues") or (clause.negated and clause.verb.lower_ in ("changed", "change", "waver", "wavered"))
        if still and noun is not None and noun[1].does is not None and noun[1].does.act in ("support", "oppose"):
            return str(noun[1].does.act)
        if still and subject.lower_ in ("policy", "principle") and near & {"one", "china"}:
            return "support"
    return voice.default


def _would_like(clause: Clause) -> bool:
    """"would like to": a wish, not a promise."""
    return clause.modal in ("would", "'d", "’d") and clause.verb.lower_ in ("like", "love", "prefer", "wish", "hope", "be")


def _going_to(clause: Clause) -> bool:
    verb = clause.verb
    if verb.lower_ in ("is", "are") and any(c.dep_ == "xcomp" and any(g.lower_ == "to" for g in c.lefts) for c in verb.children):
        return not any(c.dep_ in ("acomp", "attr") for c in verb.children)
    return verb.lower_ == "going" and any(c.dep_ == "xcomp" for c in verb.children)


def _promised(
    reader: Narration, clause: Clause, voice: Voice, who: Who | None, relation: str, verb: Token, framed: Decision | None
) -> tuple[str | None, str | None, Token | None]:
    """"will": a promise where the side itself acts, news where somebody else does, an assessment of things."""
    joint = len(voice.parties) > 1
    if _going_to(clause):
        verb = next((c for c in clause.verb.children if c.dep_ == "xcomp"), verb)
    strength = "tentative" if reader.judge.tentative(verb) else "soft" if _would_like(clause) and verb is not clause.verb else "firm"
    base = reader.book.base(verb.lower_)
    passive = clause.passive or any(c.dep_ == "auxpass" for c in verb.children)
    if clause.negated and clause.modal in ("would",) and relation == "none":
        return voice.default, None, None
    if relation in ("self", "both"):
        another = who is not None and who.person is not voice.speaker and (who.person is not None or (who.kind == "office" and voice.speaker is not None))
        if (another and voice.kind == "reported") or (voice.spokesperson and (another or relation == "both")):
            return "announce", None, None
        if voice.spokesperson and voice.speaker is not None and who is not None and who.kind == "pronoun" and who.person is None and clause.subject is not None and clause.subject.lower_ in ("he", "she", "it", "they"):
            return "announce", None, None
        if relation == "both" and not joint:
            return ("announce" if voice.spokesperson else "propose" if voice.kind == "own" else "assess"), None, None
        return ("agree" if joint else "pledge"), strength, verb
    if relation == "none" and base in reader.book.groups["beneficial"] and base != "be" and not passive:
        return "assess", None, None
    if framed is not None and framed.rule.endswith(("/believe", "/confident", "/confidence")):
        return "assess", None, None
    if voice.spokesperson:
        return "announce", None, None
    if relation == "none":
        done = base in ("be", "come", "enter", "become") and any(t.lower_ in reader.book.groups["completions"] for t in verb.subtree if 0 < t.i - verb.i < 4)
        if done or _institution(reader, clause):
            return ("agree" if joint else "pledge"), strength, verb
        if base in reader.book.groups["beneficial"] and not passive:
            return voice.default, None, None
        if base in reader.book.groups["motion"] and _travellers(clause):
            return "announce", None, None
        if joint and (voice.mode == "agree" or voice.kind == "own") and (passive or base in ("begin", "start", "take", "be", "resume", "continue", "proceed", "open", "come")):
            return "agree", strength, verb
        if passive or _own_body(reader, clause, voice) or voice.mode == "pledge":
            return ("agree" if joint else "pledge"), strength, verb
        return voice.default, None, None
    if base in reader.book.groups["motion"] and voice.kind == "own":
        return "announce", None, None
    return voice.default, None, None


def _institution(reader: Narration, clause: Clause) -> bool:
    """"the Army will furnish helicopters": a body that the speaker speaks for."""
    subject = clause.subject
    return subject is not None and subject.lower_ in reader.book.groups["institutions"] and reader.cases.mention(subject) is None


def _travellers(clause: Clause) -> bool:
    """People who come and go, whose journeys are news: a delegation, a minister, companies."""
    return clause.subject is not None and clause.subject.lower_ in (
        "delegation", "group", "mission", "team", "minister", "president", "companies", "envoy", "envoys", "lawmakers", "officials", "businessmen", "experts", "ministers"
    )  # fmt: skip


def _own_body(reader: Narration, clause: Clause, voice: Voice) -> bool:
    """Whether the subject is a body of the side's own: "a U.S. Coast Guard icebreaker", "our navy"."""
    subject = clause.subject
    if subject is None:
        return False
    first, last = subject.left_edge, subject.right_edge
    for mention in reader.scene.mentions_in(reader.unit.start + first.idx, reader.unit.start + last.idx + len(last)):
        if mention.kind in ("adjective", "country") and set(mention.parties) & set(voice.parties) and mention.start - reader.unit.start < subject.idx:
            return True
    return first.lower_ in ("our", "my")


def _hoped(reader: Narration, clause: Clause, voice: Voice, relation: str, modal: str, framed: Decision | None) -> None:
    """"hopes that": a request of the other, a proposal to both, a soft promise of oneself."""
    joint = len(voice.parties) > 1
    verb = reader.judge.effective(clause)
    if relation == "self":
        act, strength = ("agree", "soft") if joint else ("pledge", "soft")
    elif relation == "both":
        act, strength = ("agree", "soft") if joint else ("propose", None)
    elif relation == "other" or _of_the_other(reader, clause, voice):
        act, strength = "request", None
    else:
        act, strength = ("agree", "soft") if joint else ("request" if clause.passive or _doers(reader, clause) else "propose", None)
    del modal
    _tell(reader, clause, voice, act, strength, framed, framed, head=verb)


def _doers(reader: Narration, clause: Clause) -> bool:
    """"expects the authorities to launch": people who could do it."""
    return clause.subject is not None and clause.subject.lower_ in reader.book.groups["doers"]


def _of_the_other(reader: Narration, clause: Clause, voice: Voice) -> bool:
    """"hopes that Vietnamese firms will invest": the other side's firms, market, institutions."""
    subject = clause.subject
    if subject is None or clause.passive:
        return False
    first, last = subject.left_edge, subject
    others = set(reader.scene.sides) - set(voice.parties)
    inside = reader.scene.mentions_in(reader.unit.start + first.idx, reader.unit.start + last.idx + len(last))
    return any(m.kind in ("adjective", "country") and len(m.parties) == 1 and set(m.parties) <= others for m in inside)


def _tell(
    reader: Narration, clause: Clause, voice: Voice, act: str, strength: str | None, decision: Decision | None, framed: Decision | None, *, head: Token | None = None
) -> None:
    if act in ("pledge", "agree") and strength is None:
        strength = "firm"
    if act not in ("pledge", "agree"):
        strength = None
    to_do = decision.head if decision is not None and decision is not framed else None
    if strength == "firm" and to_do is not None and to_do.tag_.startswith("V") and reader.judge.tentative(to_do) and not list(to_do.conjuncts):
        strength = "tentative"
    saying = False if decision is None or decision is framed else None
    reader.tell(clause, decision, voice.parties, voice.speaker, act, strength, head=head or (decision.head if decision and decision is not framed else None), reported=voice.kind == "reported", saying=saying)
