"""Mending parses that news prose misleads: verbs of the codebook that the parser took for nouns or adjectives.

Each pattern is one function, and bound to an actor or to words of the codebook: "The Argentine Minister manifested
concern" (the verb read as an adjective), "..., firmly abides by the policy, and ..." (read as a noun), "Congratulating
Laos on X, PM Y said" (read as a name), "should the need arise" (read as the main clause).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.read.statements.acts import HONOURS
from communique.read.statements.clauses import verbal

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from communique.read.statements.frames import FrameBook
    from communique.read.statements.who import Cases

_NO_PARTICIPLE = frozenset(
    {
        "regarding",
        "concerning",
        "following",
        "including",
        "considering",
        "according",
        "during",
        "having",
        "being",
        "seeing",
        "touching",
        "notwithstanding",
    }
)
_LET = frozenset({"let", "lets", "letting", "make", "makes", "made", "making"})
_INFORMED = frozenset(
    {
        "informed",
        "told",
        "assured",
        "notified",
        "apprised",
        "advised",
        "reminded",
        "informs",
        "tells",
        "assures",
        "inform",
    }
)
_EITHER = frozenset({"neither", "each", "either", "both"})
_IF = frozenset({"should", "were", "had"})
_KNOWN = frozenset({"known", "understood", "felt", "seen", "heard", "clear", "plain", "explicit", "public", "evident"})
_FOLLOWS = frozenset({"DT", "IN", "PRP$", "JJ", "NNP", "NN", "NNS", "TO", "PRP", "CD", "VBG", "RB", "``", "WRB"})


def repair(doc: Doc, cases: Cases, book: FrameBook) -> None:
    """Mend ``doc`` in place."""
    _first_of_two(doc, book)
    _conditional(doc)
    _aside(doc)
    words = {t.lower_ for t in doc}
    if words & _IF:
        _conditions(doc)
    if words & _LET and words & _KNOWN:
        _let_known(doc)
    if words & HONOURS:
        _honoured(doc)
    if words & _INFORMED:
        _told_somebody(doc)
    _plurals(doc)
    _asked(doc, book)
    _went_on(doc, book)
    _root(doc, cases)
    _astray(doc, cases, book)
    _latter(doc)
    if words & _EITHER:
        _either(doc)
    for token in doc:
        low = token.lower_
        if (
            not (low.endswith(("ed", "s")) and len(low) > 4)
            or book.base(low) not in book.verbs
            or book.base(low) == low
        ):
            continue
        if token.dep_ in ("ROOT", "ccomp", "conj", "relcl", "advcl") and token.tag_ in ("VBD", "VBZ", "VBP"):
            continue
        _after_actor(token, cases)
        _beside_actor(token, cases)
        _in_series(token)
        _before_noun(token, cases)


def _went_on(doc: Doc, book: FrameBook) -> None:
    """ "called for the flights, suspended in May, and proposed a ferry": who called also proposed; the flights did not."""
    for token in doc:
        aside, main = token.head, token.head.head
        if token.dep_ != "conj" or token.tag_ != "VBD" or aside.dep_ != "advcl" or aside.tag_ not in ("VBD", "VBN"):
            continue
        begins, goes_on = aside.left_edge.i, doc[max(0, token.left_edge.i - 2) : token.left_edge.i].text
        if main.tag_ != "VBD" or begins < main.i or doc[begins - 1].text != "," or goes_on != ", and":
            continue
        if (
            _has_subject(main)
            and not _has_subject(aside)
            and not _has_subject(token)
            and book.base(token.lower_) in book.verbs
        ):
            token.head = main


def _aside(doc: Doc) -> None:
    """ "The bridge, opened today by the mayors, carries lorries": what it is told to do is the head, not the participle."""
    verb = next((t for t in doc if t.dep_ == "ROOT"), None)
    if verb is None or verb.tag_ not in ("VBN", "VBD") or verb.i < 2 or doc[verb.i - 1].text != ",":
        return
    subject = next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    main = next((c for c in verb.rights if c.dep_ == "conj" and c.tag_ in ("VBZ", "VBP", "VBD", "MD")), None)
    if subject is None or main is None or _has_subject(main) or subject.i > verb.i:
        return
    helped = any(c.dep_ in ("aux", "auxpass", "dobj", "cc") for c in verb.children)
    begins = min(c.i for c in (main, *main.lefts) if c.dep_ in ("ROOT", "conj", "aux", "auxpass", "neg", "advmod"))
    if helped or doc[begins - 1].text != "," or any(c.i < begins for c in main.lefts if c.dep_ not in ("aux", "neg")):
        return
    main.dep_, main.head = "ROOT", main
    subject.head, verb.head, verb.dep_, verb.tag_ = main, subject, "acl", "VBN"


def _told_somebody(doc: Doc) -> None:
    """ "informed the meeting that Sweden would pay": what it was told, not what kind of meeting it was."""
    for token in doc:
        noun = token.head
        if token.dep_ not in ("acl", "relcl") or noun.dep_ != "dobj" or noun.head.lower_ not in _INFORMED:
            continue
        that = next((c for c in token.lefts if c.lower_ == "that" and c.dep_ == "mark"), None)
        if that is not None and that.i == noun.i + 1 and _has_subject(token):
            token.head, token.dep_ = noun.head, "ccomp"


def _either(doc: Doc) -> None:
    """ "Until then neither will build": who acts, where the parser sees a conjunction."""
    for token in doc:
        verb = token.head
        alone = token.i + 1 < len(doc) and doc[token.i + 1].tag_ == "MD"
        if token.lower_ in _EITHER and alone and token.i < verb.i and not _has_subject(verb):
            token.dep_ = "nsubj"


def _conditions(doc: Doc) -> None:
    """ "..., should wagons be short, ...": a condition inside or at the end of a sentence, taken for a clause beside it."""
    _opening_condition(doc)
    tokens = list(doc)
    for modal in tokens[1:]:
        if modal.lower_ not in ("should", "were", "had") or tokens[modal.i - 1].lower_ not in (
            ",",
            "and",
            "even",
            "but",
        ):
            continue
        verb = modal.head if modal.dep_ in ("aux", "auxpass") else modal
        subject = next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is None or subject.left_edge.i != modal.i + 1 or verb.dep_ not in ("conj", "ccomp", "parataxis"):
            continue
        said = next((c for c in verb.lefts if c.dep_ in ("ccomp", "conj") and c.i < modal.i and _has_subject(c)), None)
        if said is not None:
            said.head, said.dep_ = verb.head, verb.dep_
            verb.head = said
        verb.dep_ = "advcl"


def _opening_condition(doc: Doc) -> None:
    """ "Should the rains fail, India would send wheat": what would be done is the head."""
    modal = doc[0]
    root = modal.head if modal.dep_ in ("aux", "auxpass") else modal
    if modal.lower_ not in ("should", "were", "had") or root.dep_ != "ROOT":
        return
    subject = next((c for c in root.children if c.dep_ in ("nsubj", "nsubjpass") and c.left_edge.i == 1), None)
    behind = (c for c in root.rights if c.dep_ in ("ccomp", "conj", "advcl", "parataxis") and _has_subject(c))
    said = next((c for c in behind if verbal(c) and any(g.dep_ == "aux" or c.tag_ != "VB" for g in c.lefts)), None)
    if subject is None or said is None:
        return
    said.head, said.dep_ = said, "ROOT"
    root.head, root.dep_ = said, "npadvmod"


def _let_known(doc: Doc) -> None:
    """ "let it be known that", "made clear that": what is said hangs on the verb that says it."""
    for token in doc:
        low, verb = token.lower_, token.head
        if low not in _KNOWN or verb == token or verb.i > token.i or token.i - verb.i > 4:
            continue
        if verb.lower_ not in _LET or token.dep_ not in ("ccomp", "xcomp", "oprd", "acomp", "advmod", "dobj"):
            continue
        for child in list(token.rights):
            if child.dep_ in ("ccomp", "csubj", "advcl", "acl", "relcl") and _has_subject(child):
                child.head, child.dep_ = verb, "ccomp"
        token.dep_ = "oprd"


def _honoured(doc: Doc) -> None:
    """ "I have the honour to inform you that": the courtesy is no verb of its own, nor does it own what is said."""
    for noun in doc:
        verb = noun.head
        if noun.lower_ not in HONOURS or noun.dep_ != "dobj" or verb.lower_ not in ("have", "has", "had"):
            continue
        inner = next((c for c in noun.rights if c.tag_ == "VB" and c.dep_ in ("acl", "relcl", "xcomp")), None)
        if inner is None:
            continue
        inner.head, inner.dep_ = verb, "xcomp"
        for child in list(noun.rights):
            if child.i > inner.i and child.dep_ in ("acl", "relcl", "ccomp") and _has_subject(child):
                child.head, child.dep_ = inner, "ccomp"


def _latter(doc: Doc) -> None:
    """ "The latter thanked": an adjective that is the subject."""
    for token in doc:
        if (
            token.lower_ in ("latter", "former")
            and token.dep_ == "amod"
            and token.head.tag_ == "VBD"
            and token.head.i == token.i + 1
        ):
            token.dep_ = "nsubj"


def _first_of_two(doc: Doc, book: FrameBook) -> None:
    """ "Congratulating Laos on X, PM Y said ...": an opening participle that the parser made a sentence of its own."""
    roots = [t for t in doc if t.dep_ == "ROOT"]
    first = doc[0] if len(doc) else None
    if (
        first is not None
        and (len(roots) > 1 or first.dep_ in ("compound", "amod", "nsubj"))
        and first.lower_.endswith("ing")
        and first.lower_ not in _NO_PARTICIPLE
        and first.tag_ in ("NNP", "NN", "VBG", "JJ")
        and book.base(first.lower_) != first.lower_
    ):
        main = next((r for r in roots if r.i > first.i and r.tag_ in ("VBD", "VBZ", "VBP") and _has_subject(r)), None)
        if main is None or not any(t.text == "," for t in doc[first.i : main.i]):
            return
        for root in roots:
            if root.i < main.i and root != first:
                root.head, root.dep_ = first, "dobj"
        first.tag_, first.head, first.dep_ = "VBG", main, "advcl"
    head = next((r for r in roots if verbal(r)), None)
    for token in doc:
        if (
            head is not None
            and token.tag_ == "VBG"
            and token.dep_ == "csubj"
            and token.i > head.i
            and doc[token.i - 1].text == ","
            and token.lower_ == "wishing"
        ):
            token.head, token.dep_ = head, "advcl"  # "congratulated him, wishing him continued success"


def _conditional(doc: Doc) -> None:
    """ "..., should the need arise": the condition made the head of its sentence."""
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    if root is None:
        return
    modal = next((c for c in root.children if c.dep_ == "aux" and c.lower_ in ("should", "were", "had")), None)
    said = next(
        (
            c
            for c in root.children
            if c.dep_ == "ccomp"
            and c.i < root.i
            and (c.tag_ in ("VBD", "VBZ", "VBP") or any(g.tag_ == "MD" for g in c.lefts))
            and _has_subject(c)
        ),
        None,
    )
    if modal is None or said is None or said.i > modal.i:
        return
    inverted = any(c.dep_ == "nsubj" and c.left_edge.i == modal.i + 1 for c in root.children)
    if not inverted and doc[modal.i - 1].text != ",":
        return
    said.head, said.dep_ = said, "ROOT"
    root.head, root.dep_ = said, "npadvmod"


def _plurals(doc: Doc) -> None:
    """ "The two sides rejected X and reaffirm Y": a finite verb of a plural subject, not the rest of an infinitive."""
    for token in doc:
        if (
            token.tag_ != "VB"
            or token.dep_ != "conj"
            or token.head.tag_ not in ("VBD", "VBP")
            or doc[token.i - 1].tag_ == "TO"
        ):
            continue
        head = token.head
        subject = _subject_of(head)
        if _has_subject(token) or subject is None or any(c.dep_ == "aux" for c in (*head.children, *token.children)):
            continue
        plural = (
            subject.tag_ in ("NNS", "NNPS")
            or subject.lower_ in ("we", "they", "both", "two")
            or any(c.dep_ == "conj" for c in subject.children)
        )
        if plural and not any(t.tag_ == "VB" for t in doc[head.i + 1 : token.i]):
            token.tag_ = "VBP"


def _asked(doc: Doc, book: FrameBook) -> None:
    """ "underlined the need and directed officials to meet": the verb read as an adjective of those it asks."""
    for token in doc:
        noun = token.head
        if (
            token.tag_ != "VBN"
            or token.dep_ != "amod"
            or noun.dep_ != "conj"
            or token.i == 0
            or doc[token.i - 1].text not in ("and", ",")
        ):
            continue
        verb = noun.head
        to_do = next(
            (c for c in verb.children if c.tag_ == "VB" and c.dep_ in ("xcomp", "advcl") and c.i > noun.i), None
        )
        asks = any(entry.asks or key == "direct" for key, entry in book.verbs.get(book.base(token.lower_), ()))
        if verb.tag_ not in ("VBD", "VBP", "VBZ") or to_do is None or not asks:
            continue
        token.head, token.dep_, token.tag_ = verb, "conj", "VBD"
        noun.head, noun.dep_ = token, "dobj"
        to_do.head = token


def _root(doc: Doc, cases: Cases) -> None:
    """A sentence whose head is no verb though an actor has one: "With regard to X, ..., Mr Y reaffirmed that ..."."""
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    if root is None or verbal(root):
        return
    for token in doc:
        if token.tag_ not in ("VBD", "VBZ", "VBP") or token.dep_ in ("aux", "auxpass"):
            continue
        subject = next((c for c in token.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if (
            subject is None
            or any(c.dep_ == "mark" for c in token.children)
            or cases.who(subject) is None
            or token.dep_ == "ccomp"
        ):
            continue
        token.dep_, token.head = "ROOT", token
        root.head, root.dep_ = token, "prep"
        return


def _astray(doc: Doc, cases: Cases, book: FrameBook) -> None:
    """A coordinated verb that the parser hung on a noun: "expressed concern at the situation, called on all parties"."""
    root = next((t for t in doc if t.dep_ == "ROOT" and verbal(t)), None)
    if (
        root is None
        or root.tag_ != "VBD"
        or cases.who(next((c for c in root.children if c.dep_ == "nsubj"), None)) is None
    ):
        return
    for token in doc[root.i + 1 :]:
        if (
            token.tag_ != "VBD"
            or token.dep_ not in ("acl", "relcl", "advcl", "dep", "conj")
            or book.base(token.lower_) not in book.verbs
        ):
            continue
        if _has_subject(token) or any(c.dep_ in ("aux", "auxpass") for c in token.children):
            continue
        at = token.i - 1
        while at > root.i and doc[at].tag_ == "RB":
            at -= 1
        if doc[at].text not in (",", "and"):
            continue
        if token.dep_ == "conj" and (
            token.head == root
            or not _within_relative(token.head, root)
            or cases.who(_subject_of(token.head)) is not None
        ):
            continue
        if root not in token.subtree:
            token.head, token.dep_ = root, "conj"


def _within_relative(token: Token, root: Token) -> bool:
    words = {t.lower_ for t in token.doc[root.i : token.i]}
    return bool(words & {"which", "who", "whose", "whom", "that"}) or token.dep_ in ("acl", "relcl")


def _subject_of(token: Token) -> Token | None:
    return next((c for c in token.children if c.dep_ in ("nsubj", "nsubjpass")), None)


def _after_actor(token: Token, cases: Cases) -> None:
    """[actor] VERB ...: the verb becomes the head of its sentence."""
    at = token.i - 1
    while at >= 0 and token.doc[at].tag_ == "RB":
        at -= 1
    if (
        at < 0
        or token.tag_ not in ("VBN", "NNS", "VBZ", "JJ", "VBD")
        or (token.tag_ in ("VBN", "VBD") and _has_subject(token))
    ):
        return
    before = token.doc[at]
    mention = cases.mention(before)
    root = next((t for t in token.doc if t.dep_ == "ROOT"), None)
    if (
        mention is None
        or mention.kind not in ("person", "office", "country", "joint", "pronoun")
        or root is None
        or verbal(root)
    ):
        return
    start = before.i
    while start > 0 and cases.mention(token.doc[start - 1]) is mention:
        start -= 1
    if (start > 0 and token.doc[start - 1].text not in (",", "and", "that", "while")) or token.i + 1 >= len(token.doc):
        return
    if token.doc[token.i + 1].tag_ not in _FOLLOWS:
        return
    token.dep_, token.head, token.tag_ = "ROOT", token, "VBD" if token.lower_.endswith("ed") else "VBZ"
    if root != token:
        root.head, root.dep_ = token, "dobj" if root.i > token.i else "npadvmod"
    before.head, before.dep_ = token, "nsubj"
    for child in list(root.children) if root != token else ():
        if child.dep_ == "conj" and child.tag_ == "VBD":
            child.head = token


def _beside_actor(token: Token, cases: Cases) -> None:
    """ "the Chadian side voiced concern and called on X", "Chad firmly abides by X, supports Y": the first of two verbs.

    The parser gave the actor to the second, or to nobody, and made an adjective or a noun of the first.
    """
    doc, at = token.doc, token.i - 1
    while at > 0 and doc[at].tag_ == "RB":
        at -= 1
    as_noun = token.tag_ == "NNS" and token.dep_ == "nsubj" and not token.lower_.endswith("ed")
    as_adjective = token.tag_ == "VBN" and token.dep_ == "amod" and token.head.i > token.i
    if at < 0 or not (as_noun or as_adjective) or token.i + 1 >= len(doc) or doc[token.i + 1].tag_ not in _FOLLOWS:
        return
    actor, mention = doc[at], cases.mention(doc[at])
    second = token.head if as_noun else next((t for t in token.ancestors if t.tag_ == "VBD"), None)
    if mention is None or mention.kind not in ("person", "office", "country", "joint", "pronoun") or second is None:
        return
    if second.tag_ not in ("VBD", "VBZ", "VBP") or second.i < token.i or (_has_subject(second) and not as_noun):
        return
    if as_noun and (
        actor.head not in (second, token) or not any(t.text in (",", "and") for t in doc[token.i : second.i])
    ):
        return
    noun = token.head
    token.dep_, token.tag_ = second.dep_, "VBZ" if as_noun else "VBD"
    token.head = token if second.dep_ == "ROOT" else second.head
    second.head, second.dep_ = token, "conj"
    if as_adjective:
        noun.head, noun.dep_ = token, "dobj"
    for child in [c for c in second.lefts if c.i < token.i]:
        child.head = token
    actor.head, actor.dep_ = token, "nsubj"


def _before_noun(token: Token, cases: Cases) -> None:
    """ "congratulated X on Y, extended sympathy to Z": a past verb read as the noun's adjective."""
    if (
        token.tag_ != "VBN"
        or token.dep_ != "amod"
        or token.i < 2
        or token.doc[token.i - 1].text not in (",", "and")
        or token.head.i <= token.i
    ):
        return
    root = next((t for t in token.doc if t.dep_ == "ROOT"), None)
    if (
        root is None
        or root.tag_ != "VBD"
        or root.i > token.i
        or cases.who(next((c for c in root.children if c.dep_ == "nsubj"), None)) is None
    ):
        return
    noun = token.head
    if noun in token.subtree or root in token.subtree or noun == root:
        return
    token.head, token.dep_, token.tag_ = root, "conj", "VBD"
    noun.head, noun.dep_ = token, "dobj"


def _in_series(token: Token) -> None:
    """ "X does A, VERBs B, and does C": the verb is coordinated with the finite verb before it."""
    at = token.i - 1
    while at >= 0 and token.doc[at].tag_ in ("RB", "JJ") and token.doc[at].lower_.endswith("ly"):
        at -= 1
    if (
        at < 1
        or token.doc[at].text not in (",", "and")
        or token.tag_ not in ("NNS", "VBZ", "NN", "NNP", "NNPS")
        or not token.lower_.endswith("s")
    ):
        return
    if token.i + 1 >= len(token.doc) or token.doc[token.i + 1].tag_ not in (
        "IN",
        "DT",
        "PRP$",
        "JJ",
        "NNP",
        "TO",
        "RB",
    ):
        return
    if token.dep_ in ("conj", "ROOT") and verbal(token):
        return
    governor = next(
        (
            t
            for t in reversed(list(token.doc[: token.i]))
            if t.tag_ in ("VBZ", "VBD", "VBP", "MD") and _has_subject(t if t.tag_ != "MD" else t.head)
        ),
        None,
    )
    if governor is None or token in governor.ancestors:
        return
    governor = governor.head if governor.tag_ == "MD" else governor
    if token.dep_ == "nsubj" and token.head != governor and governor not in token.subtree:
        head = token.head
        if head.dep_ == "conj" and head.head != token:
            token.head, token.dep_, token.tag_ = governor, "conj", "VBZ"
            return
    if governor in token.subtree:
        return
    token.head, token.dep_, token.tag_ = governor, "conj", "VBZ"


def _has_subject(token: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children)
