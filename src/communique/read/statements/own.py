"""Words that are a side's own: said by a speaker, or by the document. What each clause of them does."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.read.statements.asides import AGREED, body_agreed, earlier, to_do
from communique.read.statements.clauses import Clause
from communique.read.statements.clefts import cleft, firm, intention
from communique.read.statements.decision import AGREEING, WILL, Decision
from communique.read.statements.deeds import a_time
from communique.read.statements.duties import duty, time_or_need
from communique.read.statements.promises import by_modal, hoped, with_modal
from communique.read.statements.refusals import refuses
from communique.read.statements.voices import Voice
from communique.read.statements.who import Who
from communique.read.statements.words import Words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.read.statements.narration import Narration

_RECALLING = ("/recall", "/remind")
_GIVES = ("request", "propose", "pledge")


def own_words(
    reader: Narration, clause: Clause, voice: Voice, *, framed: Decision | None = None, alone: bool = False
) -> None:
    """Read ``clause`` as words of ``voice``, then what is coordinated with it.

    ``framed`` is the decision of the verb of saying above it; ``alone``: leave the following clauses to the caller.
    """
    words = _words(reader, clause, voice, framed)
    document, voice = voice, words.voice
    if _another_said(words):
        reader.narrate(clause, words.who)
        return
    for participle in clause.participles:
        if participle.verb.i < clause.verb.i and words.own:
            reader.participle(participle, _as_who(voice, words.who))
    _decide(words)
    for participle in clause.participles:
        if participle.verb.i > clause.verb.i and _goes_on(words, participle):
            reader.participle(participle, _as_who(voice, words.who if words.relation == "self" else None))
    for relative in clause.relatives:
        if relative.own_subject:
            reader.relative(relative)
    for following in () if alone else clause.after:
        if _told_again(words, following):
            reader.narrate(following, _as_who(voice, words.who), shared=True)
        else:
            # "Chile offered X, and Peru undertook Y": each side in its turn
            own_words(reader, following, document if following.own_subject else voice, framed=framed)


# ---------------------------------------------------------------------- whose words


def _words(reader: Narration, clause: Clause, voice: Voice, framed: Decision | None) -> Words:
    who = reader.cases.who(clause.subject)
    if clause.passive and voice.kind == "own" and (agent := reader.subject(clause)) is not None:
        who = agent  # "The resumption was welcomed by both sides"
    if _thing(clause):
        who = None
    words = Words(reader, clause, voice, who, _relation(who, voice), framed)
    if _with_me(words) or _we_agreed(words):
        words.voice = replace(voice, parties=_both(reader, voice), speaker=None)
        words.who, words.relation = Who(words.voice.parties, None, "joint", reader.unit.start), "both"
        return words
    if words.subject in ("i", "we") and voice.kind == "reported":
        words.who, words.relation = _as_who(voice, who), "both" if words.joint else "self"
    elif words.subject == "it" and who is not None and who.kind == "pronoun" and _of_a_state(words):
        words.who, words.relation = _as_who(words.voice, who), "self"  # "Bern let it be known that it is ready"
    elif words.relation == "none":
        _unnamed(words)
    elif words.relation == "side" and who is not None:
        words.voice = replace(voice, parties=who.parties, speaker=who.person)
        words.relation = "self"
    return words


def _thing(clause: Clause) -> bool:
    """ "The sides hoped that it would be signed": what is to be done to "it" is done to no state."""
    it = clause.subject is not None and clause.subject.lower_ == "it" and clause.own_subject
    return it and clause.passive and clause.modal in WILL


def _of_a_state(words: Words) -> bool:
    """Whether a state itself is told to speak: "it" is that state."""
    return (
        words.voice.kind == "reported" and words.voice.speaker is None and not words.joint and words.framed is not None
    )


def _relation(who: Who | None, voice: Voice) -> str:
    if who is None or not who.parties:
        return "none"
    mine, theirs = set(voice.parties), set(who.parties)
    if theirs == mine:
        return "both" if len(mine) > 1 else "self"
    if len(mine) > 1 and theirs < mine:
        return "side"
    if len(theirs) > 1 and mine <= theirs:
        return "both"
    return "self" if voice.speaker is not None and who.person is voice.speaker else "other"


def _both(reader: Narration, voice: Voice) -> tuple[str, ...]:
    others = tuple(side for side in reader.scene.sides if side not in voice.parties)
    return (*voice.parties, *others)


def _with_me(words: Words) -> bool:
    """ "Minister X and I agreed", "together with Minister X, we agreed": the speaker and a guest, in the speaker's own words."""
    clause, who = words.clause, words.who
    if words.voice.kind != "own" or words.joint or who is None or clause.subject is None:
        return False
    if words.subject == "we" and len(who.parties) == 2 == len(words.reader.scene.sides):
        return True  # "Together with Minister X, we agreed"
    me = any(c.lower_ in ("i", "me", "myself") for c in clause.subject.conjuncts)
    return me and len(words.reader.scene.sides) == 2 and clause.verb.tag_ in ("VBD", "VBN", "VBP")


def _we_agreed(words: Words) -> bool:
    """ "We agreed that": it takes two."""
    if words.subject != "we" or words.voice.kind != "own" or words.joint or words.voice.speaker is None:
        return False
    past = words.clause.verb.tag_ in ("VBD", "VBN") and not words.modal
    return past and len(words.reader.scene.sides) == 2 and words.base(words.verb) in ("agree", "concur")


def _unnamed(words: Words) -> None:
    """The subject names nobody, or is none: the side's own where its words tell that."""
    reader, clause, voice = words.reader, words.clause, words.voice
    if clause.subject is None and words.who is None and clause.verb.tag_ != "VBN" and _spoken(words):
        words.who, words.relation = _as_who(voice, None), "both" if words.joint else "self"
    elif words.joint and (_agreement(words) or _joint_body(words) or _each(clause) or _it_resolved(words)):
        words.who, words.relation = Who(voice.parties, None, "joint", reader.unit.start), "both"
    elif words.subject == "it" and not words.joint and voice.kind == "reported" and _does_so(clause):
        words.who, words.relation = _as_who(voice, None), "self"  # "It would do so this year": no thing does so
    elif words.subject == "it" and any(c.lower_ in ("me", "us") for c in clause.verb.rights):
        words.who, words.relation = _as_who(voice, None), "self"  # "It gives me great pleasure to"
    elif voice.kind == "reported" and not words.joint and words.subject == "country":
        words.who = Who(voice.parties, None, "country", reader.unit.start)  # "the country is ready to"
        words.relation = "self"


def _spoken(words: Words) -> bool:
    if words.voice.kind == "reported":
        return True
    thanks = words.clause.verb.tag_ in ("VB", "VBP") and words.base(words.verb) == "thank"
    return words.voice.speaker is not None and thanks


def _agreement(words: Words) -> bool:
    """ "Agreement was reached on", "It was decided that"."""
    if words.voice.kind != "own" or not words.clause.passive:
        return False
    if words.among(words.base(words.clause.verb), "charging") and not words.modal and words.who is None:
        return any(
            c.dep_ == "xcomp" or c.lower_ == "with" for c in words.clause.verb.rights
        )  # "Experts were tasked to"
    if words.subject in ("agreement", "consensus", "understanding"):
        return True
    return words.subject == "it" and words.clause.verb.lower_ in ("decided", "agreed", "resolved")


def _joint_body(words: Words) -> bool:
    """In a joint document: a body of both ("The Cooperation Council"), or no subject at all (an item of a list)."""
    if words.voice.kind != "own":
        return False
    if words.clause.subject is None:
        return words.clause.verb.tag_ in ("VBD", "VBP", "VBZ", "VB", "VBN")
    return words.among(words.subject, "bodies")


def _it_resolved(words: Words) -> bool:
    """In a joint document, "It decided to meet", "It noted that": the body that was told of before."""
    verb = words.clause.verb
    plain = words.voice.kind == "own" and verb.tag_ == "VBD" and not words.clause.passive
    return plain and words.subject == "it" and words.among(words.base(verb), "resolving")


def _does_so(clause: Clause) -> bool:
    """ "would do so", "will do that"."""
    behind = clause.verb.i + 1
    so = behind < len(clause.verb.doc) and clause.verb.doc[behind].lower_ in ("so", "that", "this")
    return clause.verb.lower_ == "do" and so and clause.modal in ("will", "would", "shall")


def _each(clause: Clause) -> bool:
    if clause.subject is not None and clause.subject.lower_ in ("neither", "each", "either", "both"):
        return True
    lefts = clause.subject.lefts if clause.subject is not None else ()
    return any(c.lower_ in ("neither", "each", "either") for c in lefts)


def _as_who(voice: Voice, who: Who | None) -> Who:
    return Who(voice.parties, voice.speaker, "person" if voice.speaker else "country", who.start if who else 0)


# ---------------------------------------------------------------------- what belongs to it


def _another_said(words: Words) -> bool:
    """In somebody's own words, what another said, or both: "The Minister told me that", "The two leaders stressed"."""
    if words.voice.kind == "reported" or (words.framed is not None and words.voice.speaker is None):
        return _other_side_did(words)
    if words.voice.kind != "own" or words.voice.speaker is None or words.who is None:
        return False
    verb = words.clause.verb
    has = verb.tag_ == "VBN" and any(c.dep_ == "aux" and c.lower_ in ("has", "have") for c in verb.lefts)
    if verb.tag_ != "VBD" and not has:
        return False
    if words.relation == "other" and words.who.kind == "country" and _asked_or_offered(words):
        return True  # "Fiji asked that the tax be lifted", in the other's own words
    both = words.relation == "both" and words.who.kind == "joint" and words.subject not in ("we", "they")
    if not both and (words.relation != "other" or words.who.person is None):
        return False
    return _says(words, words.clause, words.who)


def _other_side_did(words: Words) -> bool:
    """ "He said that Fiji had promised to send nurses", "that its minister told him": whoever tells it, it is Fiji's word.

    Not what was promised or asked at some earlier time, and not what is only recalled.
    """
    if words.joint or words.relation != "other" or words.who is None or words.who.kind == "adjective":
        return False
    recalled = words.framed is not None and words.framed.rule.endswith(_RECALLING)
    past = words.clause.verb.tag_ in ("VBD", "VBN") and not words.modal and not words.clause.negated
    done = words.reader.judge.decide(words.clause, words.reader.cases, words.who)
    if not past or recalled or done is None or _long_since(words.clause):
        return False
    told = words.who.person is not None and done.content == "inner" and bool(words.clause.contents)
    assured = words.base(words.clause.verb) in ("assure", "reassure")
    return told or ((assured or done.act in (*_GIVES, "agree")) and _a_main_side(words))


def _asked_or_offered(words: Words) -> bool:
    """Whether another side than the speaker's asks, proposes or promises in the clause, as its verb tells."""
    done = words.reader.judge.decide(words.clause, words.reader.cases, words.who)
    if done is not None and done.act != "pledge" and _long_since(words.clause):
        return False  # "asked us last year": only recalled
    return done is not None and done.act in _GIVES and _a_main_side(words)


def _a_main_side(words: Words) -> bool:
    sides = words.who.parties if words.who is not None else ()
    return len(sides) == 1 and set(sides) <= set(words.reader.scene.sides) and not words.clause.passive


def _long_since(clause: Clause) -> bool:
    """ "Had agreed in May to send": whether it is told of an earlier time, or of any that is named."""
    verb = clause.verb
    behind = next((t.i for t in verb.doc[verb.i + 1 :] if t.lower_ in ("to", "that", "for")), verb.i + 1)
    return any(a_time(t) or t.lower_ in ("ago", "earlier", "once") for t in verb.doc[verb.left_edge.i : behind])


def _says(words: Words, clause: Clause, who: Who) -> bool:
    said = words.reader.judge.decide(clause, words.reader.cases, who)
    return said is not None and (said.content is not None or said.act is not None)


def _goes_on(words: Words, participle: Clause) -> bool:
    """ "X said ties are good, adding that ...": the speaker goes on, though the parser hung it on what is said."""
    if participle.mark in ("while", "whilst"):
        return True
    if words.voice.kind != "reported" or not participle.contents or participle.verb.tag_ != "VBG":
        return False
    return words.among(words.base(participle.verb), "going-on")


def _told_again(words: Words, following: Clause) -> bool:
    """A past verb beside what is said is the reporter's again, though the parser hung it there."""
    past = not following.own_subject and following.verb.tag_ == "VBD"
    if words.relation != "none" or not past or words.voice.kind != "reported":
        return False
    return _says(words, following, _as_who(words.voice, words.who))


# ---------------------------------------------------------------------- what it does


def _decide(words: Words) -> None:
    reader, clause, voice = words.reader, words.clause, words.voice
    if (voice.spokesperson and _courtesy(words)) or _otherwise(words):
        return
    decision = reader.judge.decide(clause, reader.cases, words.who if words.own else None)
    if words.relation == "none" and decision is not None and decision.act == "pledge" and words.own_body():
        words = replace(words, relation="self")
    if clause.passive and clause.verb.lower_ in ("hoped", "expected") and clause.contents and words.relation == "none":
        for content in clause.contents:
            own_words(reader, content, replace(voice, mode="hope"), framed=words.framed)
        return
    if voice.mode == "hope":
        act, strength, head = hoped(words)
        words.tell(act or "propose", strength, words.framed, head=head)
        return
    if _recalled(words, decision):
        words.tell("assess", None, words.framed)
        return
    _word_of_both(words, decision)
    if decision is not None and words.own and (words.modal not in ("should", "must") or "polite" in decision.extra):
        if _reads_on(words, decision):
            return
        if decision.act is not None:
            _own_act(words, decision)
            return
    if not _judged(words, decision):
        act, strength, head = by_modal(words)
        if act is not None:
            words.tell(act, strength, words.framed if words.framed is not None else decision, head=head)


def _otherwise(words: Words) -> bool:
    """What is told by no verb of the codebook: whose turn it is, what is wished, what would help, what is refused."""
    if refuses(words):
        words.tell("oppose", None, words.framed)
        return True
    return _on_whom(words) or _what_is_wished(words) or _would_help(words)


def _on_whom(words: Words) -> bool:
    """ "It behoves Seoul to": asked of the other side, promised of one's own; ``False`` where it is no such clause."""
    turn = duty(words.clause)
    if turn is None:
        return False
    doer = words.reader.cases.who(turn.doer)
    rule = Decision(None, None, "acts.yaml/duty", turn.act, head=turn.act)
    relation = _relation(doer, words.voice)
    act = "request" if relation == "other" else "pledge" if relation == "self" and not words.joint else "propose"
    words.tell("agree" if words.joint and words.voice.kind == "own" else act, "firm", rule, head=turn.act)
    return True


def _what_is_wished(words: Words) -> bool:
    """ "What the islands would like is for the consulate to reopen", "it was time the countries had an accord"."""
    if (due := time_or_need(words.clause)) is not None:
        words.tell("propose", None, words.framed, head=due)
        return True
    if (will := intention(words.clause, words.base(words.clause.verb))) is not None:
        whose = _relation(words.reader.cases.who(will[1]), words.voice)
        done = any(c.dep_ in ("nsubj", "nsubjpass") for c in will[2].lefts)
        if whose == "self" and not done:
            rule = Decision(None, None, "acts.yaml/readiness", will[0], head=will[2])
            words.tell("agree" if words.joint else "pledge", "firm" if firm(will[0]) else "soft", rule)
            return True
    found = cleft(words.clause, words.reader.book.base)
    if found is None:
        return False
    rule = Decision(None, None, "acts.yaml/seek", found.said, head=found.said)
    words.tell(found.act, found.strength, rule, head=found.said)
    return True


def _would_help(words: Words) -> bool:
    """ "It would ease matters if the repayments were spread": a request, politely put."""
    clause = words.clause
    if words.subject != "it" or clause.modal not in ("would", "might", "'d", "’d") or clause.negated:
        return False
    if_clause = next((c for c in clause.verb.rights if c.dep_ == "advcl" and _if(c)), None)
    kind = words.among(words.base(clause.verb), "helping") or any(
        c.lower_ in ("helpful", "useful", "good", "better", "desirable", "welcome", "appreciated", "preferable", "best")
        for c in clause.verb.rights
    )
    if if_clause is None or not kind or words.voice.kind != "reported":
        return False
    words.tell("propose" if words.joint else "request", None, words.framed, head=if_clause)
    return True


def _if(verb: Token) -> bool:
    return any(c.lower_ == "if" and c.dep_ == "mark" for c in verb.lefts)


def _courtesy(words: Words) -> bool:
    """A spokesperson's words about the briefing itself: "I have two announcements", "the floor is open"."""
    said = {t.lower_ for t in words.reader.unit.doc[words.clause.first : words.clause.last + 1]}
    return len(said) < 14 and bool(said & words.reader.book.groups["courtesies"])


def _recalled(words: Words, decision: Decision | None) -> bool:
    """A joint act that one side only recalls: "we agreed in May to"."""
    if decision is not None and (_we_will(words, decision) or _both_agreed(words, decision)):
        return False
    past = words.clause.verb.tag_ in ("VBD", "VBN") and not words.modal
    return words.relation == "both" and words.voice.kind == "reported" and not words.joint and past


def _reads_on(words: Words, decision: Decision) -> bool:
    """A verb of saying inside what is said: its content is read in its turn, where it has one."""
    reader, voice = words.reader, words.voice
    contents = words.clause.contents or (reader.noun_contents(decision) if decision.content else [])
    if decision.content not in ("inner", "hope") or not contents:
        return False
    agreeing = decision.rule.endswith(AGREEING) and not decision.rule.endswith("/confirm")
    mode = "hope" if decision.content == "hope" else "agree" if agreeing else ""
    speaker = words.who.person if words.who is not None and words.who.person is not None else voice.speaker
    inner = replace(voice, mode=mode, default=decision.default or voice.default, speaker=speaker)
    for content in contents:
        own_words(reader, content, inner, framed=decision)
    return True


def _own_act(words: Words, decision: Decision) -> None:
    who, speaker = words.who, words.voice.speaker
    another = who is not None and who.person is not None and speaker is not None and who.person is not speaker
    if _we_will(words, decision):
        words.tell("pledge", decision.strength, decision)
        return
    if another and words.modal == "will":
        words.tell("announce", None, decision)  # what a colleague will do is news
    else:
        words.tell(*with_modal(words, decision), decision)


def _we_will(words: Words, decision: Decision) -> bool:
    """ "The President said that they were determined to raise it": whose side says it, promises it."""
    told = words.voice.kind == "reported" and not words.joint and words.relation == "both"
    willed = decision.act == "agree" and decision.rule.endswith(("/committed", "/ready", "/intend"))
    return told and willed and words.subject in ("they", "we") and not words.clause.negated and not words.modal


def _word_of_both(words: Words, decision: Decision | None) -> None:
    """Let what one side tells that both agreed, or that a body of both did, be the word of both."""
    if decision is None:
        return
    who, relation = words.who, words.relation
    both = _both(words.reader, words.voice)
    if relation == "none" and len(both) == 2 and body_agreed(words.clause, decision, words.reader.book):
        words.who, words.relation = Who(both, None, "joint", words.reader.unit.start), "both"
    if words.who is not None and _both_agreed(words, decision):
        words.voice = replace(words.voice, parties=words.who.parties)
    else:
        words.who, words.relation = who, relation


def _both_agreed(words: Words, decision: Decision) -> bool:
    """ "The Minister said the two countries had agreed to open": told by one, it is the word of both.

    Not what was agreed at some earlier time ("had agreed in May to"), and not what is only recalled, as it is in a row
    with how things stand ("ties have grown, and both have decided to").
    """
    if words.reader.told and words.reader.told[-1].act == "assess":
        return False
    told = words.voice.kind == "reported" and not words.joint and words.relation == "both"
    if not told or words.subject == "we" or words.clause.negated or words.modal:
        return False
    if not decision.rule.endswith(AGREED) or (words.framed is not None and words.framed.rule.endswith(_RECALLING)):
        return False
    done = to_do(words.clause, decision.head)
    return done is not None and not earlier(words.clause.verb.doc[words.clause.first : done.left_edge.i])


def _judged(words: Words, decision: Decision | None) -> bool:
    """ "is unacceptable", "violates", "is necessary": a judgement of things, whoever's they are."""
    clause, rule = words.clause, decision.rule if decision is not None else ""
    violates = words.among(words.base(words.verb), "violations") and words.relation in ("none", "other")
    if rule.endswith("/acceptable") and clause.negated:
        words.tell("oppose", None, decision)
    elif rule.endswith("/unacceptable") and not clause.negated:
        words.tell("complain", None, decision)
    elif violates and not clause.negated:
        words.tell("complain", None, words.framed)
    elif decision is not None and rule.endswith("/necessary"):
        words.tell("propose" if decision.act == "propose" else words.voice.default, None, decision)
    else:
        return False
    return True
