"""Outcomes that only the tense tells: "the herd grazes there again", "eight mares were flown to the reserve".

What no word of the codebook tells may still be narrated: a thing has done something, or it was done to it. Such a
sentence is looked at where no other record tells of it, and its verb is none of saying, meeting, measuring or being.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from communique.read.engagements import clause
from communique.read.engagements.lexicon import word_id
from communique.read.outcomes.aside import does_by, meant_by, ready, still_set, told_aside
from communique.read.outcomes.befallen import whole_of
from communique.read.outcomes.engaged import days_of, set_for, stays_away, to_a_place, visit_spoken_of
from communique.read.outcomes.moved import dated, set_anew
from communique.read.outcomes.phrase import bounds, is_thing
from communique.read.outcomes.table import Found, Table
from communique.read.outcomes.unheard import unheard_of
from communique.read.outcomes.verbs import follows
from communique.read.statements.deeds import a_time

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from communique.read.engagements.view import View

_PERSONS = frozenset({"person", "office", "joint", "pronoun"})
_NOT_YET = frozenset({"not", "n't", "n’t", "never", "nor", "hardly", "barely"})
_NONE = frozenset({"no", "none", "neither", "nothing", "nobody"})
_MODALS = frozenset({"will", "would", "shall", "should", "might", "must", "ought", "wo", "'ll", "’ll", "could"})
_WILL = frozenset({"will", "shall", "'ll", "’ll"})
_REST = frozenset({"rest", "remainder", "balance", "others", "other", "remaining", "second", "third", "last"})
_BEGINS = frozenset("begin begins start starts open opens resume resumes".split())
_BEGUN = frozenset("began begun started commenced".split())
_MAY = frozenset({"can", "may"})
_HAS = frozenset({"has", "have", "had", "'s", "’s", "'ve", "’ve"})
_IS = frozenset({"is", "are", "was", "were", "'s", "’s", "being"})
_CARRIERS = frozenset("is are was were been be has have had 's ’s".split())
_SPOKEN_OF = frozenset({"agenda", "discussed", "mind", "minds", "lips"})
_TAKES = frozenset({"took", "taken", "lasted", "cost"})
_STRETCHES = frozenset(
    "year years month months week weeks day days decade decades century centuries quarter generation generations time "
    "long half".split()
)
_ENDS = frozenset({"finish", "complete", "conclude", "finalise", "finalize", "wind"})
_AT = frozenset({"in", "on", "from", "for", "by", "at", "until", "before", "during", "within"})
_STUDENTS = frozenset(
    {"students", "people", "youngsters", "nationals", "citizens", "companies", "firms", "enterprises"}
)
_PLANNED = frozenset(
    "planned scheduled foreseen expected envisaged intended hoped promised agreed announced originally".split()
)
_TWINS = frozenset({"cities", "towns", "twins", "municipalities", "provinces", "ports", "universities"})
_BODIES = frozenset({"commission", "committee", "council", "board", "panel", "subcommittee"})
_FEW = frozenset({"one", "two", "2"})
"""So many ministers, leaders or sides there are."""
_OBJECTS = ("dobj", "attr", "pobj")


def narrated(view: View, table: Table) -> Iterator[Found]:
    """What the main clauses of a sentence tell as done, going on, not come about or still to come by their tense alone."""
    for verb in _main_verbs(view.doc, table):
        found = (
            stays_away(verb, view, table)
            or unheard_of(verb, table)
            or _fell_short(verb, view, table)
            or set_anew(verb, table)
            or _ahead(verb, view, table)
            or _by_tense(verb, view, table)
        )
        if found is not None:
            yield found
    for verb in told_aside(view.doc):
        found = _aside(verb, view, table)
        if found is not None:
            yield found


def _aside(verb: Token, view: View, table: Table) -> Found | None:
    """ ", which will be signed in May", ", which will now sail in August"."""
    found = _ahead(verb, view, table, aside=True)
    if found is None or not is_thing(found.thing, table) or found.thing.lower_ in table.occasions | table.persons:
        return None
    begin = next(t.i for t in verb.lefts if t.lower_ == "which")
    if table.moved is not None and any(c.lower_ == "now" for c in verb.lefts):
        rule, entry = table.moved
        return replace(found, rule=rule, entry=entry, state="postponed", begin=begin)
    return replace(found, begin=begin)


def _fell_short(verb: Token, view: View, table: Table) -> Found | None:
    """ "It measures three hectares, not five", "the grant covers forty students instead of sixty"."""
    thing = clause.subject(verb)
    if table.by_tense is None or thing is None or verb.lower_ not in table.measuring or clause.negated(verb):
        return None
    if _helpers(verb) & (_MODALS | {"to"}) or not is_thing(thing, table) or thing.lower_ in table.occasions:
        return None
    doc = verb.doc
    end = next(
        (t.i for t in doc[verb.i + 1 :] if t.text in (";", ".") or t.tag_ in ("VBD", "VBZ", "VBP", "MD")), len(doc)
    )
    words = doc[verb.i + 1 : end]
    for at, token in enumerate(words[:-1]):
        other = token.lower_ in ("not", "rather", "instead") and any(t.tag_ == "CD" for t in words[at + 1 : at + 4])
        if other and any(t.tag_ == "CD" for t in words[:at]):
            return Found(*table.by_tense, "done", thing, verb.i, verb.i + 1, thing.left_edge.i, end)
    return None


def _ahead(verb: Token, view: View, table: Table, *, aside: bool = False) -> Found | None:
    still = still_set(verb, table)
    if still is not None and table.to_come is not None:
        begin, end = bounds(verb, still, verb.i + 1)
        return Found(
            *table.to_come, "planned", still, verb.i, verb.i + 1, begin, max(end, clause.reach(view.doc, verb.i))
        )
    done = _to_come(verb, table) if table.to_come is not None else None
    thing = _planned(done, view, table, aside=aside) if done is not None else None
    if table.to_come is None or done is None or thing is None:
        return None
    begin, end = bounds(verb, thing, max(verb.i, done.i) + 1)
    end = max(end, clause.reach(view.doc, done.i))
    if table.moved is not None and _later_than(view.doc, done.i, end):
        return Found(*table.moved, "postponed", thing, verb.i, done.i + 1, begin, end)
    return Found(*table.to_come, "planned", thing, verb.i, done.i + 1, begin, end)


def _later_than(doc: Doc, at: int, end: int) -> bool:
    """ "will open a year later than planned", "two years after the date first set"."""
    words = [t.lower_ for t in doc[at:end]]
    than = any(a == "later" and b == "than" for a, b in pairwise(words))
    return (than or "after" in words) and bool(_PLANNED.intersection(words))


def _by_tense(verb: Token, view: View, table: Table) -> Found | None:
    if table.by_tense is None or (clause.conditional(verb) and not _MAY & _helpers(verb)):
        return None
    state, thing = _state(verb, table), _thing(verb, view, table)
    placed = _placed(verb, table) or _has_become(verb, table)
    if placed is not None:
        state, thing = "done", placed
    if state is None or thing is None:
        return None
    if state == "done" and (whole := whole_of(thing, verb)) is not None:
        state, thing = "begun", whole
    begin, end = bounds(verb, thing, max(verb.i, thing.i if thing.dep_ != "pobj" else verb.i) + 1)
    return Found(*table.by_tense, state, thing, verb.i, verb.i + 1, begin, end)


def _to_come(verb: Token, table: Table) -> Token | None:
    """The verb of what is narrated as still to come: "will be opened", "is to begin", "is due to be signed"."""
    helpers = _helpers(verb)
    if clause.negated(verb) or any(c.lower_ in ("if", "whether", "not") for c in verb.children):
        return None
    if _provided(verb, table) or "still" in {c.lower_ for c in verb.children}:
        return None
    if set_for(verb, table):
        return verb
    if verb.lower_ in table.awaited and helpers & {"is", "are"} and _when(verb):
        return verb  # "is expected in May"
    told_by_somebody = "would" in helpers and _said(verb, table)
    if helpers & {"would", "should"} and (clause.passive(verb) or told_by_somebody) and _when(verb):
        return verb  # of an account that goes on: "they would be opened from May on", "the first should be laid in May"
    if helpers & _WILL or (verb.lower_ in _BEGINS and verb.tag_ in ("VBZ", "VBP") and not helpers):
        return verb
    word = verb if helpers & _IS else next((c for c in verb.children if c.dep_ == "acomp"), None)
    awaited = word is not None and word.lower_ in table.awaited
    if verb.lower_ not in ("is", "are") and not awaited:
        return None
    inside = (c for above in (verb, word) if above is not None for c in above.rights if c.dep_ == "xcomp")
    return next((c for c in inside if any(t.lower_ == "to" for t in c.lefts)), None)


def _the_rest_follows(verb: Token) -> bool:
    """ "The other ten boats will follow": what was promised beside what has come."""
    subject = clause.subject(verb)
    if subject is None or verb.lower_ != "follow" or not _helpers(verb) & _WILL or verb.dep_ != "ROOT":
        return False  # beside what has come, in the same breath, it tells nothing more
    rest = subject.lower_ in _REST or any(c.lower_ in _REST for c in subject.lefts)
    return rest and not any(c.dep_ == "dobj" and not a_time(c) for c in verb.rights)


def _when(verb: Token) -> bool:
    """Whether a day, month or year is told with the verb."""
    return any(
        (c.dep_ == "prep" and c.lower_ in _AT and dated(c))
        or (c.dep_ == "npadvmod" and (a_time(c) or any(g.lower_ in ("this", "next") for g in c.children)))
        for c in verb.rights
    )


def _provided(verb: Token, table: Table) -> bool:
    """ "Under the treaty, income is to be split": what a document provides for is no plan of its own."""
    doc = verb.doc
    return doc[0].lower_ == "under" and any(t.lower_ in table.documents for t in doc[1:8])


def _planned(verb: Token, view: View, table: Table, *, aside: bool) -> Token | None:
    """The thing that is to be: what something is done to, or what begins, leaves or opens of itself."""
    subject = clause.subject(verb) or clause.subject(verb.head.head)
    subject = meant_by(subject) if subject is not None and aside else subject
    passive = verb.tag_ == "VBN" and any(c.lower_ == "be" for c in verb.lefts)
    if subject is None or (subject.lower_ in table.occasions and not (visit_spoken_of(subject) or days_of(subject))):
        return None
    if visit_spoken_of(subject) and to_a_place(subject, view):
        return None
    if _untold(verb, table) and verb.lower_ not in table.awaited and not _the_rest_follows(verb):
        return None
    does = does_by(verb, table) if _when(verb) else None
    if verb.lower_ in table.unplanned and not (passive or does or ready(verb) or _comes_about(verb, table)):
        return None
    if (
        _is_person(subject, view)
        or _is_side(subject, view)
        or subject.tag_ not in ("NN", "NNS", "NNP", "NNPS", "CD", "VB")
    ):
        return None
    other = (c for c in verb.rights if c.dep_ in ("dobj", "ccomp", "xcomp") and c.lower_ != "place")
    by_itself = passive or next(other, None) is None or _comes_about(verb, table)
    return subject if by_itself else does


def _comes_about(verb: Token, table: Table) -> bool:
    """ "will come home", "will go into service": with its words such a verb tells what is to be done."""
    known = table.verbs.get(word_id(verb.lower_), ())
    return any(
        len(words) > 1 and entry.told_of == "subject" and entry.state == "done" and follows(verb, words) is not None
        for words, _, entry in known
    )


def _main_verbs(doc: Doc, table: Table) -> Iterator[Token]:
    """The verbs of the main clauses and of what somebody says; a participle between commas, which the parser may take for one, is none."""
    for token in doc:
        if _between_commas(token):
            continue
        if token.pos_ not in ("VERB", "AUX") or token.dep_ in ("aux", "auxpass"):
            continue
        if _tells(token, table) or (token.dep_ == "conj" and _tells(token.head, table) and _own_subject(token)):
            yield token


def _tells(verb: Token, table: Table) -> bool:
    return verb.dep_ == "ROOT" or _said(verb, table) or _before_semicolon(verb)


def _before_semicolon(verb: Token) -> bool:
    """ "Lamb is not yet among them; inspectors are to come in May": the parser hangs the first on the second."""
    above = verb.head
    if verb.dep_ != "ccomp" or above.dep_ != "ROOT" or verb.i > above.i or not _own_subject(verb):
        return False
    supposed = verb.doc[verb.left_edge.i].lower_ in ("had", "were", "should")  # "had it been opened in time, ..."
    if supposed or any(c.dep_ == "mark" for c in verb.children):
        return False
    return any(t.text == ";" for t in verb.doc[verb.i : above.i] if t.head == above)


def _said(verb: Token, table: Table) -> bool:
    """ "It was noted that the road has been paved", "the ferry sails daily again, officials said"."""
    above = verb.head
    if verb.dep_ != "ccomp" or above.lower_ not in table.saying or clause.negated(above) or clause.conditional(above):
        return False
    if any(c.lower_ in ("whether", "if", "how", "why", "when", "what", "who") for c in verb.lefts):
        return False
    return above.dep_ in ("ROOT", "conj") and clause.tense(above) != "future" and _own_subject(verb)


def _between_commas(token: Token) -> bool:
    """ "The grain, voted in May, is being unloaded": "voted" is no verb of a clause."""
    doc = token.doc
    if token.tag_ not in ("VBD", "VBN") or token.i < 2 or doc[token.i - 1].text != ",":
        return False
    closing = next((t.i for t in doc[token.i : token.i + 12] if t.text == ","), None)
    return closing is not None and doc[closing + 1 : closing + 2].text.lower() in _CARRIERS


def _own_subject(verb: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass", "csubj") for c in verb.children)


def _helpers(verb: Token) -> set[str]:
    return {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}


def _state(verb: Token, table: Table) -> str | None:
    """What the tense tells; ``None`` of what is to come, what may be, and what always is."""
    helpers = _helpers(verb)
    near = {c.lower_ for c in verb.children if c.dep_ in ("advmod", "neg", "aux", "mark", "acomp", "prep")}
    if _once_more(verb):
        near.add("again")
    if _there_will_be_none(verb, helpers, table):
        return "failed"
    if _untold(verb, table) or helpers & (_MODALS | {"to"}) or _lasted(verb, helpers):
        return None
    if verb.lower_ == "going" and any(c.dep_ == "xcomp" for c in verb.rights):
        return None
    recent = bool(near & (table.now | {"still", "longer", "yet"}))
    if "longer" in near:
        return None if verb.lower_ in _IS and any(c.dep_ == "attr" for c in verb.rights) else "done"
    if recent and any(c.dep_ == "xcomp" and c.tag_ == "VB" for c in verb.children) and verb.lower_ in _IS:
        return None  # "is still to come"
    if verb.lower_ in ("has", "have") and any(c.lower_ in _ENDS for c in verb.rights if c.dep_ == "xcomp"):
        return "begun"  # "have yet to finish their assessment"
    if _denied(verb, near):
        past = verb.tag_ == "VBD" or helpers & (_HAS | {"did"}) or (helpers & {"was", "were"} and _named(verb, table))
        return "failed" if recent or past else None
    if (verb.lower_ in _CARRIERS and not recent) or (helpers & _MAY and not near & table.now):
        return None
    if helpers & _HAS or verb.tag_ == "VBD" or (verb.tag_ == "VBN" and helpers & {"was", "were"}):
        begun = verb.lower_ in _BEGUN or (verb.tag_ == "VBG" and "been" not in helpers)
        return "begun" if begun else "done"
    return _of_the_present(verb, helpers, near, table)


def _of_the_present(verb: Token, helpers: set[str], near: set[str], table: Table) -> str | None:
    """What the present tells: that it goes on, that it is so now, or is at work."""
    if verb.lower_ in table.working and near & table.now and helpers & _IS and "being" not in helpers:
        return "done"  # "is working again"
    if (verb.tag_ == "VBG" and helpers & _IS) or "being" in helpers:
        return "begun"
    if near & table.now or _works(verb, table):
        return "done"
    return "begun" if "still" in near else None


def _has_become(verb: Token, table: Table) -> Token | None:
    """ "Lodz and Pune have been sister cities for a year", "became twin towns": what they are since it was agreed."""
    helpers = _helpers(verb)
    if clause.negated(verb) or helpers & (_MODALS | {"to"}):
        return None
    is_what = next((c for c in verb.rights if c.dep_ == "attr"), None)
    since = any(c.lower_ == "since" for c in verb.rights)
    if verb.lower_ == "had" and helpers & {"has", "have"} and since:
        return next((c for c in verb.rights if c.dep_ == "dobj" and c.tag_ in ("NN", "NNS")), None)
    if verb.lower_ in ("became", "become") and is_what is not None and is_what.lower_ in _TWINS:
        return is_what if verb.lower_ == "became" or helpers & _HAS else None
    if verb.lower_ != "been" or not helpers & _HAS or "had" in helpers:
        return None
    if is_what is None or not (is_what.lower_ in table.named or is_what.lower_ in _TWINS):
        return None
    return is_what if any(c.lower_ in ("for", "since") for t in (verb, is_what) for c in t.rights) else None


def _works(verb: Token, table: Table) -> bool:
    """ "Daily flights connect the capitals", "asparagus enters duty-free since May": in the present, what is there works."""
    if verb.tag_ not in ("VBZ", "VBP") or _helpers(verb):
        return False
    subject = clause.subject(verb)
    if (
        subject is None
        or subject.lower_ not in table.named | _STUDENTS
        or any(c.dep_ in ("acl", "relcl") for c in subject.children)
    ):
        return False  # "the clinics built with Norwegian money treat the poor"
    return verb.lower_ in table.working or any(c.lower_ == "since" and dated(c) for c in verb.rights)


def _untold(verb: Token, table: Table) -> bool:
    """Whether the verb, or the verb with its particle, tells no outcome: "came up", "was gone through", "on the agenda"."""
    if verb.lower_ == "served" and clause.passive(verb):
        return False  # "the route has been served daily since May"
    if verb.lower_ in table.untold or any(f"{verb.lower_} {t.lower_}" in table.untold for t in verb.rights):
        return True
    return verb.lower_ in _CARRIERS and any(t.lower_ in _SPOKEN_OF for c in verb.rights for t in c.subtree)


def _lasted(verb: Token, helpers: set[str]) -> bool:
    """How long something was so before: "was closed for years", "has paid for it since May", "had not run since"."""
    had = "had" in helpers
    if not helpers & _HAS and verb.tag_ != "VBD" and "was" not in helpers and "were" not in helpers:
        return False
    since = next((c for c in verb.rights if c.lower_ == "since"), None)
    year = since is not None and any(g.text.isdigit() for g in since.children)
    if since is not None and (had or (year and helpers & _HAS and not clause.negated(verb) and not _none_did(verb))):
        return True
    if verb.lower_ in _TAKES and any(c.dep_ in _OBJECTS and c.lower_ in _STRETCHES for c in verb.rights):
        return True  # "took seven years to build"
    whole = (g for c in verb.rights if c.lower_ == "for" and c.dep_ == "prep" for g in c.children)
    return any(g.lower_ in _STRETCHES for g in whole)


def _none_did(verb: Token) -> bool:
    told = clause.subject(verb)
    return told is not None and (told.lower_ in _NONE or any(c.lower_ in _NONE for c in told.children))


def _named(verb: Token, table: Table) -> bool:
    subject = clause.subject(verb)
    return subject is not None and subject.lower_ in table.named


def _once_more(verb: Token) -> bool:
    """ "are once more headed by ambassadors", "flies once again"."""
    words = [t.lower_ for t in verb.doc[max(0, verb.i - 3) : verb.i + 4]]
    return any(a == "once" and b in ("more", "again") for a, b in pairwise(words))


def _denied(verb: Token, near: set[str]) -> bool:
    """Said not to be: "never came", "no ferry has sailed", "there is still no agreement", "has yet to name one"."""
    if near & _NOT_YET or ("yet" in near and any(c.dep_ == "xcomp" for c in verb.children)):
        return True
    told = clause.subject(verb) or _there_is(verb)
    if told is not None and any(c.lower_ in ("not", "neither") for c in told.children):
        return True  # "not one has come", "neither the ferry nor the tunnel sailed"
    return told is not None and (
        told.lower_ in _NONE or any(c.lower_ in _NONE and c.dep_ == "det" for c in told.children)
    )


def _there_will_be_none(verb: Token, helpers: set[str], table: Table) -> bool:
    """ "There will be no summit this year"."""
    told = _there_is(verb) if verb.lower_ == "be" and helpers & _WILL else None
    return told is not None and told.lower_ in table.things and any(c.lower_ == "no" for c in told.children)


def _there_is(verb: Token) -> Token | None:
    """What there is or is not."""
    if not any(c.dep_ == "expl" for c in verb.children):
        return None
    return next((c for c in verb.rights if c.dep_ in ("attr", "dobj")), None)


def _thing(verb: Token, view: View, table: Table) -> Token | None:
    """The thing that it is told of: the subject where it is none that acts, else the object; something must be named."""
    subject = clause.subject(verb) or _there_is(verb)
    if subject is not None and _there_will_be_none(verb, _helpers(verb), table):
        return subject
    if subject is not None and subject.tag_ in ("JJ", "DT", "PDT", "JJS"):  # "the last of the boats has left"
        of = (g for c in subject.children if c.lower_ == "of" for g in c.children if g.tag_ in ("NN", "NNS"))
        subject = next(of, subject)
    if subject is not None and _some_people(subject, view):
        return subject
    occasion = subject is not None and subject.lower_ in table.occasions and not days_of(subject)
    if subject is None or occasion or _is_person(subject, view) or _no_one(subject):
        return None
    revived = subject.lower_ in _BODIES and any(c.lower_ in ("again", "anew", "since") for c in verb.children)
    if subject.lower_ in table.persons and not clause.passive(verb) and not revived:
        return _not_done_yet(verb, table)
    side = _is_side(subject, view)
    if side and verb.lower_ in table.untold_of_sides:
        return None
    if not side and subject.tag_[:2] in ("NN", "CD"):
        return subject
    behind = (t for t in verb.subtree if t.i > verb.i and t.dep_ in _OBJECTS and t.tag_ in ("NN", "NNS"))
    return next((head for head in behind if head.lower_ in table.named), None)


def _no_one(subject: Token) -> bool:
    return subject.lower_ == "nobody" or (subject.lower_ == "one" and any(c.lower_ == "no" for c in subject.children))


def _not_done_yet(verb: Token, table: Table) -> Token | None:
    """ "The authorities have yet to finish their assessment": what they have not done."""
    inside = next((c for c in verb.rights if c.dep_ == "xcomp"), None)
    if verb.lower_ not in ("has", "have") or inside is None or not any(c.lower_ == "yet" for c in verb.children):
        return None
    return next((c for c in inside.rights if c.dep_ == "dobj" and c.lower_ in table.named), None)


def _placed(verb: Token, table: Table) -> Token | None:
    """ "There are forty nurses enrolled in Bergen": those of whom there is told a number, and what they are at."""
    told = _there_is(verb) if verb.lower_ in _IS else None
    if told is None or told.tag_ != "NNS" or not any(c.dep_ == "nummod" for c in told.children) or _denied(verb, set()):
        return None
    if any(c.dep_ == "acl" and c.lower_ in table.placed for c in told.rights):
        return told
    now = any(c.lower_ in table.now or c.lower_ in ("currently", "year") for c in verb.children)
    return told if now and any(c.lower_ in ("in", "at", "on") for c in verb.children) else None


def _people_of(subject: Token) -> bool:
    """ "Fifty young Chileans", "many Chileans": people of a country, not the country's side ("the Chileans")."""
    some = any(c.dep_ in ("nummod", "amod") for c in subject.children)
    return some and subject.tag_ == "NNPS" and not any(c.lower_ in ("the", "these", "those") for c in subject.children)


def _some_people(subject: Token, view: View) -> bool:
    """ "Eighty officers have attended the courses": a number of people, none of them named or in office."""
    counted = subject.tag_ == "NNS" and any(c.dep_ == "nummod" and c.lower_ not in _FEW for c in subject.children)
    return counted and not any(c.dep_ == "det" for c in subject.children) and view.over(subject) is None


def _is_person(subject: Token, view: View) -> bool:
    if subject.tag_ in ("PRP", "WP", "EX", "DT"):
        return subject.lower_ not in ("none", "both", "all")
    over = view.over(subject)
    return over is not None and over.kind in _PERSONS and not _people_of(subject)


def _is_side(subject: Token, view: View) -> bool:
    over = view.over(subject)
    return over is not None and over.kind in ("country", "organisation", "city") and not _people_of(subject)
