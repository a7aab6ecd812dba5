"""Layer 6: outcomes, what a report tells as having happened to an undertaking (codebook, section 6).

In: a scene and a codebook. Out: a ``Draft`` for each clause that says that a thing between the sides was begun, signed,
opened, delivered, lifted, ratified, has entered into force, was put off or came to nothing. The verbs are in
``codebook/outcomes.yaml``, and so are the nouns of what such verbs must be said of: a book signed is nothing here.
What will, should or may happen is no outcome, nor what has not happened.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from communique.read.draft import Draft
from communique.read.engagements import clause
from communique.read.engagements.lexicon import forms_of, lexicon, lower_ids, pieces, word_id
from communique.read.engagements.reader import of_sport
from communique.read.engagements.view import View
from communique.read.engagements.when import pick_date
from communique.read.engagements.who import Side, collect, object_side, subject_side

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.knowledge import Codebook
    from communique.knowledge.models.outcomes import OutcomeRule
    from communique.read.scene import Scene

_LONGEST = 14
_PROCESSES = frozenset({"talks", "negotiations", "consultations", "construction", "work"})
_NOT_YET = frozenset({"to", "yet", "not", "never", "n't", "hardly"})


@dataclass(slots=True)
class _Table:
    """First form of a verb to (its words, rule, entry), longest first; and the nouns of undertakings."""

    verbs: dict[str, list[tuple[tuple[str, ...], str, OutcomeRule]]] = field(default_factory=dict)
    things: frozenset[str] = frozenset()
    by_id: dict[int, list[tuple[tuple[str, ...], str, OutcomeRule]]] = field(default_factory=dict)


def outcomes(scene: Scene, codebook: Codebook) -> list[Draft]:
    """The outcomes of a report, in the order of the text, each undertaking and state once."""
    table: _Table = codebook.memo("outcome-table", _build)
    lex = lexicon(codebook)
    if of_sport(scene, lex):
        return []
    out: list[Draft] = []
    seen: set[tuple[str, str]] = set()
    for unit in scene.units:
        if unit.block.kind == "question" or unit.doc is None:
            continue
        view: View | None = None
        for at, number in enumerate(lower_ids(unit.doc)):
            found = table.by_id.get(number)
            if not found or (token := unit.doc[at]).pos_ not in ("VERB", "AUX"):
                continue
            if view is None:
                view = View(scene, unit, lex, scene.anchor, scene.mentions_in(unit.start, unit.end))
            draft = _outcome(view, token, found, table)
            if draft is not None and (key := (draft.fields["what"].lower(), draft.fields["state"])) not in seen:
                seen.add(key)
                out.append(draft)
    return out


def _build(codebook: Codebook) -> _Table:
    table = _Table()
    for name, entry in codebook.section("outcomes").items():
        rule = codebook.rule("outcomes", name)
        for verb in entry.verbs:
            base, *rest = pieces(verb)
            for form in forms_of(base):
                table.verbs.setdefault(form, []).append(((form, *rest), rule, entry))
    for first, found in table.verbs.items():
        found.sort(key=lambda item: -len(item[0]))
        table.by_id[word_id(first)] = found
    words = codebook.section("outcome_words")["undertakings"].words
    table.things = frozenset(words)
    return table


def _outcome(
    view: View, verb: Token, found: list[tuple[tuple[str, ...], str, OutcomeRule]], table: _Table
) -> Draft | None:
    """The outcome that a verb tells, if it does."""
    if not _happened(verb):
        return None
    doc = view.doc
    for words, rule, entry in found:
        if tuple(t.lower_ for t in doc[verb.i : verb.i + len(words)]) != words:
            continue
        thing = _thing(verb, entry, table.things)
        if thing is None:
            continue
        first, last = _phrase(thing, verb)
        start, stop = clause.clause_start(doc, verb.i), max(clause.reach(doc, verb.i + len(words) - 1), last)
        dated = pick_date(view, "past", min(start, first), stop, verb.i)
        while last - 1 > first and doc[last - 1].tag_ in ("IN", "TO", "CC"):
            last -= 1
        what = " ".join(view.scene.text[slice(*view.span(first, last))].split())
        if " " not in what and thing.tag_ == "NN":
            continue  # "opened road after road"
        state = (
            "begun"
            if entry.state == "done" and thing.lower_ in _PROCESSES and verb.lower_.startswith(("open", "reopen"))
            else entry.state
        )
        # What is put off has the day that it was put off from or to: neither is when that happened.
        told = dated is not None and dated.relation in ("on", "since") and state != "postponed"
        fields = {
            "what": what,
            "parties": _parties(view, verb, stop),
            "state": state,
            "date": dated.date_start if dated and told else None,
        }
        return Draft(
            "outcome", fields, [view.span(min(first, start), stop)], [rule], [view.span(verb.i, verb.i + len(words))]
        )
    return None


def _happened(verb: Token) -> bool:
    """Past or perfect, neither denied nor conditional, nor only wished or to come."""
    if verb.tag_ in ("VB", "VBG") or any(
        child.lower_ in _NOT_YET for child in verb.children if child.dep_ in ("neg", "aux", "advmod")
    ):
        return False
    carrier = clause.finite(verb)
    if clause.negated(carrier) or clause.conditional(verb):
        return False
    if verb.tag_ in ("VBZ", "VBP"):
        return verb.dep_ in ("ROOT", "ccomp") and verb.lower_ in ("enters", "enter")
    if verb.tag_ == "VBN" and verb.dep_ == "conj" and not any(c.dep_ in ("aux", "auxpass") for c in verb.children):
        return clause.tense(verb.head) == "past"  # "would be finalised and signed" has not been
    return clause.tense(verb) == "past"


def _thing(verb: Token, entry: OutcomeRule, things: frozenset[str]) -> Token | None:
    """The noun of the undertaking, as the verb's object (or passive subject), or its subject."""
    head: Token | None = None
    if clause.passive(verb):
        head = clause.subject(verb) or (verb.head if verb.dep_ == "acl" else None)
    elif entry.told_of == "subject":
        head = clause.subject(verb)
    else:
        head = next((child for child in verb.children if child.dep_ == "dobj" and child.i >= verb.i), None)
    if head is None or abs(head.i - verb.i) > 40:
        return None
    if head.lower_ in things:
        return head
    inner = [
        t
        for t in head.subtree
        if (t.lower_ in things and t.i < head.i + 12 and t.head == head) or (t.lower_ in things and t.dep_ == "conj")
    ]
    if inner:
        return head
    of = [t for child in head.children if child.lower_ == "of" for t in child.children if t.lower_ in things]
    return head if of else None


def _phrase(head: Token, verb: Token) -> tuple[int, int]:
    """The words of the undertaking: its noun phrase up to a relative clause, a comma or the verb."""
    first, last = head.left_edge.i, head.right_edge.i + 1
    doc = head.doc
    if verb.i < head.i:
        first = max(first, verb.i + 1)
    elif verb.i > head.i:
        last = min(last, verb.i)
    for at in range(head.i + 1, last):
        if (
            doc[at].text in (",", ";", ":")
            or doc[at].tag_ in ("WDT", "WP", "WRB", "VBD", "VBZ", "MD")
            or doc[at].dep_ in ("relcl", "acl")
        ):
            last = at
            break
    return first, max(head.i + 1, min(last, head.i + _LONGEST))


def _parties(view: View, verb: Token, stop: int) -> tuple[str, ...]:
    """Who did it: the subject, those after "by" or "between", else the two sides of the report."""
    side = Side()
    if not clause.passive(verb):
        side = subject_side(view, verb)
    for at in range(verb.i + 1, min(stop, len(view.doc) - 1)):
        if view.doc[at].lower_ in ("by", "with"):
            side.add(object_side(view, at + 1, stop))
            break
    if not side:
        side = collect(m for m in view.mentions if m.kind == "joint" and m.parties)
    parties = tuple(side.parties)
    if len(parties) < 2 and len(view.scene.sides) == 2 and set(parties) <= set(view.scene.sides):
        return view.scene.sides
    return parties


__all__ = ["outcomes"]
