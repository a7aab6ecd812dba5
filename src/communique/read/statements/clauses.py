"""A parsed sentence taken apart into clauses: each a verb with its subject, its modal, its negation, its complements.

The dependencies are used for what they are good at (who is the subject, what is the complement) and distrusted where
news prose misleads them: a coordinated verb without a subject of its own shares the subject before it, and never
starts a clause from a noun reading (LESSONS.md).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_VERBAL = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
_WHICH = frozenset({"WDT", "WP"})
_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_CONDITION = frozenset(
    {
        "if",
        "unless",
        "once",
        "provided",
        "whether",
        "when",
        "after",
        "before",
        "until",
        "because",
        "since",
        "as",
        "though",
        "although",
        "where",
        "so",
    }
)
_BESIDES = frozenset({"after", "as", "where"})
_CONTRAST = frozenset({"while", "whilst", "whereas", "and", "but"})
_LETTING = frozenset({"allow", "permit", "enable", "authorise", "authorize", "help", "assist", "entitle", "cause"})
_SEEING_TO = frozenset({"ensure", "secure", "guarantee", "assure", "make", "see", "provide"})
"""In an infinitive: "agreed to ensure that the line opens" says nothing of the line, it is what is to be done."""


@dataclass(slots=True)
class Clause:
    """``verb`` is the head (the copula's complement is found by the acts); ``first``/``last`` are token indices.

    ``role``: ``main``, ``conj`` (shares or follows the clause before it), ``content`` (what is said), ``participle``
    ("noting ...", "..., adding that"), ``relative``, ``adverbial``. ``subject`` is the head of the subject's words, own
    or shared; ``mark`` the conjunction that opens it.
    """

    verb: Token
    role: str
    subject: Token | None
    own_subject: bool
    first: int
    last: int
    parent: Clause | None = None
    modal: str | None = None
    negated: bool = False
    passive: bool = False
    progressive: bool = False
    mark: str = ""
    after: list[Clause] = field(default_factory=list)
    contents: list[Clause] = field(default_factory=list)
    participles: list[Clause] = field(default_factory=list)
    relatives: list[Clause] = field(default_factory=list)
    purposes: list[Clause] = field(default_factory=list)
    asides: list[Clause] = field(default_factory=list)
    """What happened besides, in a clause of time: "..., after both had agreed to reopen it"."""


def verbal(token: Token) -> bool:
    """Whether the token is a verb by its tag, or the parser treats it as one with an auxiliary or subject."""
    return token.tag_ in _VERBAL or any(c.dep_ in ("aux", "auxpass", "cop") for c in token.children)


def main_clause(doc: Doc) -> Clause | None:
    """The main clause of a sentence with all that hangs from it; ``None`` where there is no verb."""
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    if root is None:
        return None
    if not verbal(root):
        inner = next(
            (
                t
                for t in root.children
                if verbal(t) and t.dep_ in ("acl", "relcl", "ccomp", "advcl", "conj", "parataxis", "appos", "dep")
            ),
            None,
        )
        if inner is None:
            return None
        return build(inner, "main", _subject(inner) or (root if inner.dep_ in ("acl", "relcl") else None), None)
    return _in_order(build(root, "main", None, None))


def _in_order(clause: Clause) -> Clause:
    """A clause that stands before the head with a subject of its own is the first of a row, not what is said."""
    early = next(
        (c for c in clause.contents if c.verb.i < clause.verb.i and c.own_subject and c.last < clause.verb.i), None
    )
    if early is None or (clause.own_subject and clause.subject is not None and clause.subject.i < early.verb.i):
        return clause
    clause.contents.remove(early)
    early.role = clause.role
    if not clause.own_subject:
        clause.subject = early.subject
        clause.first = max(clause.first, early.last + 1)
    clause.role = "conj" if clause.role == "main" else clause.role
    early.after.extend([clause, *clause.after])
    clause.after = []
    return early


def build(verb: Token, role: str, inherited: Token | None, parent: Clause | None) -> Clause:
    """The clause of ``verb``, with all that hangs from it. ``inherited``: the subject it has where it has none of its own."""
    own = _subject(verb)
    clause = Clause(verb, role, own or inherited, own is not None, 0, 0, parent)
    clause.first, clause.last = _extent(verb, own)
    _mood(clause)
    subject = clause.subject
    for child in verb.children:
        if child.dep_ == "conj" and verbal(child):
            _conjoin(clause, child, role, subject)
        elif child.dep_ in ("ccomp", "advcl") and child.i > verb.i and verbal(child) and to_which(child):
            clause.relatives.append(build(child, "relative", None, clause))
        elif child.dep_ in ("ccomp", "parataxis") and verbal(child):
            if (child.tag_ == "VB" and _subject(child) is None and not _has_modal(child)) or _inverted(child):
                continue
            clause.contents.append(_in_order(build(child, "content", None, clause)))
        elif child.dep_ == "advcl" and verbal(child):
            _adverbial(clause, child, subject)
        elif child.dep_ == "xcomp" and verbal(child):
            _complement(clause, child)
            _purpose(clause, child, subject)
        else:
            _able_or_by(clause, child, subject)
    _relatives(clause)
    _handed_back(clause)
    return clause


def _able_or_by(clause: Clause, child: Token, subject: Token | None) -> None:
    """ "was able to inform his hosts that ...", "ended by thanking"."""
    if child.dep_ == "acomp" and child.lower_ == "able":
        for grand in (c for c in child.rights if c.dep_ == "xcomp" and verbal(c)):
            _complement(clause, grand)
    elif child.dep_ == "prep" and child.lower_ == "by" and not clause.passive:
        for grand in child.children:
            if grand.dep_ == "pcomp" and grand.tag_ == "VBG":
                clause.purposes.append(build(grand, "participle", subject, clause))


def _handed_back(clause: Clause) -> None:
    """ "decided that X would visit, and looked forward to Y": a past verb beside a present or modal one is the main one's."""
    if clause.verb.tag_ != "VBD":
        return
    for content in clause.contents:
        if content.modal is None and content.verb.tag_ not in ("VBZ", "VBP"):
            continue
        for late in [a for a in content.after if not a.own_subject and a.verb.tag_ == "VBD"]:
            content.after.remove(late)
            late.subject, late.role, late.parent = clause.subject, "conj", clause.parent
            clause.after.append(late)


def to_which(verb: Token) -> bool:
    """ "..., to which Minister X replied", "..., under which cheeses are protected" (whatever "under" was hung on)."""
    doc, first = verb.doc, verb.left_edge.i
    if doc[first].tag_ in ("IN", "TO") and first + 1 < verb.i and doc[first + 1].tag_ in _WHICH:
        return True
    return any(c.dep_ == "prep" and c.i < verb.i and any(g.tag_ in _WHICH for g in c.children) for c in verb.children)


def which_it(verb: Token) -> bool:
    """ ", which Peru will study": a thing that was told of, and what is done with it."""
    which = next((c for c in verb.lefts if c.tag_ == "WDT" and c.dep_ in ("dobj", "pobj", "nsubj")), None)
    subject = _subject(verb)
    own = which is not None and subject is not None and subject.i > which.i
    return own and which is not None and which.i > 0 and which.doc[which.i - 1].text in (",", "–", "—")


def _conjoin(clause: Clause, child: Token, role: str, subject: Token | None) -> None:
    """A coordinated verb; a chain of them is flattened, in order. A bare infinitive stays inside its complement."""
    if child.tag_ == "VB" and not _has_modal(child) and clause.verb.tag_ != "VB" and clause.modal is None:
        return
    if _listed(child, clause.verb):
        return
    clause.after.append(build(child, "conj" if role != "content" else "content", subject, clause.parent))


def _inverted(verb: Token) -> bool:
    """ "Should the parties fail, ...": a condition, whatever the parser calls it."""
    subject = _subject(verb)
    return subject is not None and any(
        c.lower_ in ("should", "were", "had") and c.dep_ in ("aux", "auxpass") and c.i < subject.left_edge.i
        for c in verb.children
    )


def _listed(child: Token, verb: Token) -> bool:
    """A coordinated base form that goes on with the infinitives before it: "is willing to A, B, and C"."""
    if _shares_passive(child, verb):
        return True
    invariant = child.lower_ in ("put", "set", "let", "cut", "read", "spread", "bring")
    if _subject(child) is not None or _has_modal(child) or (child.tag_ not in ("VB", "VBP") and not invariant):
        return False
    if child.tag_ == "VB":
        return True
    open_list = _has_modal(verb) or any(
        t.tag_ == "VB" and t.i < child.i for c in verb.children for t in (c, *c.children)
    )
    singular = verb.tag_ in ("VBZ", "VBD") or _has_modal(verb)
    return open_list and singular


def _shares_passive(child: Token, verb: Token) -> bool:
    """ "would be completed by experts and signed in May": one passive under one modal."""
    if child.tag_ not in ("VBN", "VBD") or _subject(child) is not None or not _has_modal(verb):
        return False
    helped = any(c.dep_ in ("aux", "auxpass", "dobj", "ccomp", "xcomp", "dative") for c in child.children)
    return not helped and any(c.dep_ == "auxpass" for c in verb.children)


def _complement(clause: Clause, child: Token) -> None:
    """What hangs from the infinitive: a clause of saying in it, participles after it, finite verbs coordinated with it."""
    for grand in child.children:
        if grand.dep_ == "conj" and verbal(grand) and (grand.tag_ in ("VBD", "VBZ", "VBP") or _has_modal(grand)):
            clause.after.append(build(grand, "conj", clause.subject, clause.parent))
        elif grand.dep_ in ("ccomp",) and verbal(grand) and not seen_to(child) and not _let_do(child, grand):
            clause.contents.append(build(grand, "content", None, clause))
        elif grand.dep_ == "advcl" and grand.tag_ == "VBG" and _mark(grand) == "":
            clause.participles.append(build(grand, "participle", clause.subject, clause))
        elif grand.dep_ == "advcl" and _besides(grand):
            clause.asides.append(build(grand, "adverbial", None, clause))


def _let_do(verb: Token, done: Token) -> bool:
    """ "agreed to allow ships to use the port": what somebody is let do is said of nothing."""
    return (
        verb.lower_ in _LETTING and done.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in done.lefts)
    )


def seen_to(verb: Token) -> bool:
    """Whether an infinitive only has something brought about: what stands behind it is said of nothing."""
    return verb.tag_ == "VB" and verb.lower_ in _SEEING_TO and any(c.lower_ == "to" for c in verb.lefts)


def _purpose(clause: Clause, child: Token, subject: Token | None) -> None:
    """ "called to congratulate him", "opened by thanking": what was done in doing it."""
    if child.tag_ == "VB" and any(g.lower_ == "to" for g in child.lefts):
        clause.purposes.append(build(child, "participle", subject, clause))


def _adverbial(clause: Clause, child: Token, subject: Token | None) -> None:
    mark = _mark(child)
    if _inverted(child) or _of_which(child):
        return
    if child.tag_ == "VB" and not mark:
        _purpose(clause, child, subject)
        return
    if mark in _CONDITION and child.tag_ != "VBG":
        if _besides(child):
            clause.asides.append(build(child, "adverbial", None, clause))
        return
    finite = (
        child.tag_ in ("VBD", "VBZ", "VBP")
        or _has_modal(child)
        or any(c.dep_ in ("aux", "auxpass") and c.tag_ in _FINITE for c in child.children)
    )
    if finite and mark in _CONTRAST:
        built = build(child, "conj", subject, clause.parent)
        clause.after.append(built)
    elif child.tag_ in ("VBG", "VBN") or mark in _CONTRAST:
        built = build(child, "participle", subject, clause)
        built.mark = mark
        clause.participles.append(built)
    elif finite and not mark:
        clause.contents.append(build(child, "content", None, clause))


def _besides(verb: Token) -> bool:
    """ "after both had agreed", "as the two leaders agreed": a clause of time with a subject of its own."""
    past = verb.tag_ in ("VBD", "VBN") and not _has_modal(verb)
    return past and _mark(verb) in _BESIDES and _subject(verb) is not None


def _of_which(verb: Token) -> bool:
    """ ", the first session of which opens in May": a relative clause, whatever the parser hung it on."""
    subject = _subject(verb)
    return subject is not None and any(
        g.tag_ == "WDT" for c in subject.children if c.lower_ == "of" for g in c.children
    )


def _relatives(clause: Clause) -> None:
    """Relative clauses on the nouns of this clause ("Minister Ahn, who spoke highly of ...")."""
    stack = [c for c in clause.verb.children if c.dep_ not in ("conj", "ccomp", "advcl", "parataxis")]
    depth = 0
    while stack and depth < 60:
        depth += 1
        token = stack.pop()
        if token.dep_ == "relcl" and verbal(token):
            subject = _subject(token)
            if subject is not None and subject.tag_ in ("WP", "WDT"):
                subject = token.head
            built = build(token, "relative", subject or token.head, clause)
            if built.subject is not None and built.subject.tag_ in ("WP", "WDT"):
                built.subject, built.own_subject = token.head, False
            clause.relatives.append(built)
            continue
        if token.dep_ in ("ccomp", "advcl"):
            continue
        stack.extend(token.children)
    clause.relatives.sort(key=lambda c: c.verb.i)


def _subject(verb: Token) -> Token | None:
    found = [c for c in verb.children if c.dep_ in _SUBJECT]
    real = [c for c in found if c.dep_ != "expl"]
    return real[-1] if real else found[0] if found else None


def _has_modal(verb: Token) -> bool:
    return verb.tag_ == "MD" or any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children)


def _mark(verb: Token) -> str:
    for child in verb.children:
        if (
            child.dep_ in ("mark", "advmod", "prep", "cc")
            and child.i < verb.i
            and child.lower_ in _CONDITION | _CONTRAST | {"that", "without", "by", "in"}
        ):
            return str(child.lower_)
    return ""


def _mood(clause: Clause) -> None:
    verb = clause.verb
    for child in verb.children:
        if child.dep_ == "aux" and child.tag_ == "MD":
            clause.modal = child.lower_
        elif (
            (
                child.dep_ in ("prep", "acomp", "attr", "advmod")
                and child.i > verb.i
                and any(g.lower_ in ("not", "never") and g.i < child.i + 1 for g in child.lefts)
            )
            or child.dep_ == "neg"
            or (child.dep_ in ("advmod", "det", "preconj") and child.lower_ in ("never", "neither", "nor", "no", "not"))
        ):
            clause.negated = True
        elif child.dep_ == "auxpass":
            clause.passive = True
    clause.negated = clause.negated or _after_nor(verb)
    clause.progressive = verb.tag_ == "VBG" and any(
        c.dep_ == "aux" and c.tag_ in ("VBZ", "VBP", "VBD") for c in verb.children
    )
    if verb.tag_ == "MD":
        clause.modal = verb.lower_
    clause.mark = clause.mark or _mark(verb)


def _after_nor(verb: Token) -> bool:
    """ "Nor could Peru lift it": the auxiliary stands before the subject."""
    subject = _subject(verb)
    helps = [c for c in verb.lefts if c.dep_ in ("aux", "auxpass")]
    if subject is None or not helps or helps[0].i > subject.left_edge.i or helps[0].i == 0:
        return False
    return verb.doc[helps[0].i - 1].lower_ in ("nor", "neither")


def _extent(verb: Token, own: Token | None) -> tuple[int, int]:
    """From the subject (or the verb's first auxiliary or adverb) to the last word that is not a coordinated clause's."""
    starts = [verb.i]
    for child in verb.children:
        outside = child.dep_ in ("punct", "cc", "mark", "ccomp", "parataxis", "advcl", "preconj")
        helps = own is not None or child.dep_ in ("aux", "auxpass", "neg", "advmod")
        if child.i < verb.i and helps and not outside:
            starts.append(child.left_edge.i)
    last = verb.i
    for child in verb.children:
        if child.i > verb.i and child.dep_ != "punct":
            if (
                child.dep_ == "advcl"
                and child.tag_ == "VBG"
                and child.left_edge.i > 0
                and child.doc[child.left_edge.i - 1].text == ","
            ):
                continue
            if (
                child.dep_ == "conj"
                and verbal(child)
                and not _listed(child, verb)
                and (child.tag_ != "VB" or _has_modal(child) or verb.tag_ == "VB")
            ):
                continue
            last = max(last, child.right_edge.i)
    return min(starts), last
