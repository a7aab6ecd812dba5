"""From a scene to outcomes: every word that may tell one is looked at; what it tells becomes a draft, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.read.anchor import unit_anchors
from communique.read.draft import Draft
from communique.read.engagements import clause
from communique.read.engagements.lexicon import lexicon, lower_ids
from communique.read.engagements.reader import of_sport
from communique.read.engagements.view import View
from communique.read.engagements.when import pick_date
from communique.read.engagements.who import Side, collect, object_side, subject_side
from communique.read.outcomes.antecedent import antecedent, points_back
from communique.read.outcomes.handed import begins_at, handed
from communique.read.outcomes.moved import by_now
from communique.read.outcomes.narrated import narrated
from communique.read.outcomes.nouns import by_noun
from communique.read.outcomes.phrase import one_of, words_of
from communique.read.outcomes.states import by_state
from communique.read.outcomes.table import CUES, Found, Table, table_of
from communique.read.outcomes.verbs import by_verb

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Token

    from communique.knowledge import Codebook
    from communique.read.dates import Dated
    from communique.read.scene import Scene, Unit

_TELLING = frozenset({"body", "item"})


def outcomes(scene: Scene, codebook: Codebook, told: Iterable[Draft] = ()) -> list[Draft]:
    """The outcomes of a report, in the order of the text, each undertaking and state once. ``told`` are the drafts of the
    other layers: of what they tell, the tense alone tells no outcome.
    """
    table = table_of(codebook)
    lex = lexicon(codebook)
    if of_sport(scene, lex):
        return []
    out: list[Draft] = []
    seen: set[tuple[str, str]] = set()
    taken = [span for draft in told if draft.layer != "reference" for span in draft.spans]
    for unit, anchor in zip(scene.units, unit_anchors(scene), strict=True):
        if unit.block.kind == "question" or unit.doc is None:
            continue
        view: View | None = None
        own = len(out)
        for at, number in enumerate(lower_ids(unit.doc)):
            found = _found(unit.doc[at], number, table) if number in table.first else None
            if found is None:
                continue
            if view is None:
                view = View(scene, unit, lex, anchor, scene.mentions_in(unit.start, unit.end))
            draft = _draft(view, found, table)
            if draft is not None and (key := (draft.fields["what"].lower(), draft.fields["state"])) not in seen:
                seen.add(key)
                out.append(draft)
        if unit.block.kind in _TELLING:
            view = view or View(scene, unit, lex, anchor, scene.mentions_in(unit.start, unit.end))
            told_by_words = [draft.spans[0] for draft in out[own:]] + _inside(unit, taken)
            drafts = (draft for found in narrated(view, table) if (draft := _draft(view, found, table)) is not None)
            out += [draft for draft in drafts if not _overlap(draft.spans[0], told_by_words)]
    return out


def _overlap(span: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


def _inside(unit: Unit, taken: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """What other records tell of in a sentence."""
    return [span for span in taken if span[0] < unit.end and unit.start < span[1]]


def _found(token: Token, number: int, table: Table) -> Found | None:
    found: Found | None = None
    if number in table.verbs and token.pos_ in ("VERB", "AUX"):
        found = by_verb(token, table.verbs[number], table)
    if found is None and number in table.phrases:
        found = by_state(token, table.phrases[number], table)
    if found is None and token.lower_ in CUES:
        found = by_now(token, table)
    if found is None and token.lower_ in table.handing:
        found = handed(token, table)
    if found is None and number in table.nouns and token.tag_ in ("NN", "VBG", "NNP"):
        found = by_noun(token, table.nouns[number], table)
    return found


def _draft(view: View, found: Found, table: Table) -> Draft | None:
    first, last = words_of(found.thing, found.at)
    if table.handed is not None and found.entry is table.handed[1]:
        first = begins_at(found.thing, first)
    what: str | None = " ".join(view.scene.text[slice(*view.span(first, last))].split())
    if found.thing.lower_ not in table.named and points_back(found.thing) and not one_of(found.thing, table):
        what = _meant(view, found.thing, table)
    if what is None:
        return None
    whose = found.thing.left_edge.tag_ == "WP$"
    goes_by_itself = found.thing.lower_ in table.processes and found.thing.dep_ in ("nsubj", "nsubjpass")
    if " " not in what and found.thing.tag_ == "NN" and not (found.entry.anything or whose or goes_by_itself):
        return None  # "opened road after road"
    dated = _date(view, found)
    # What is put off has the day that it was put off from or to: neither is when that happened.
    told = dated is not None and dated.relation in ("on", "since") and found.state not in ("postponed", "planned")
    fields = {
        "what": what,
        "parties": _parties(view, found),
        "state": found.state,
        "date": dated.date_start if dated and told else None,
    }
    aside = (
        found.begin > found.thing.i and view.doc[found.begin].lower_ == "which"
    )  # "the pact, which will be signed in May"
    begin, end = found.begin if aside else min(first, found.begin), found.end if aside else max(last, found.end)
    return Draft("outcome", fields, [view.span(begin, end)], [found.rule], [view.span(found.at, found.stop)])


def _meant(view: View, word: Token, table: Table) -> str | None:
    """The words of what "it" or "the second" stands for."""
    named = antecedent(word, view, table)
    if named is None:
        return None
    unit, thing = named
    first, last = words_of(thing, len(thing.doc))
    start, end = unit.span(unit.doc[first:last])
    return " ".join(view.scene.text[start:end].split())


def _date(view: View, found: Found) -> Dated | None:
    """The date behind the word that tells it, else one in front of the clause; never that of a thing "due in March"."""
    behind = pick_date(view, "past", found.at, found.end, found.at)
    if behind is not None:
        return behind
    start = clause.clause_start(view.doc, found.at)
    front = min(found.begin, found.thing.left_edge.i)
    return pick_date(view, "past", start, front, found.at) if start < front else _opening(view, found)


def _opening(view: View, found: Found) -> Dated | None:
    """ "In 2030 the pact was signed": the date with which the clause begins."""
    end = found.thing.left_edge.i
    return pick_date(view, "past", found.begin, end, found.at) if found.begin < end else None


def _parties(view: View, found: Found) -> tuple[str, ...]:
    """Who did it: the subject, those after "by" or "with", else the two sides of the report."""
    word = view.doc[found.at]
    side = Side()
    if word.pos_ in ("VERB", "AUX") and not clause.passive(word):
        side = subject_side(view, word)
    for at in range(found.at + 1, min(found.end, len(view.doc) - 1)):
        if view.doc[at].lower_ in ("by", "with"):
            side.add(object_side(view, at + 1, found.end))
            break
    if not side:
        side = collect(m for m in view.mentions if m.kind == "joint" and m.parties)
    parties = tuple(side.parties)
    if len(parties) < 2 and len(view.scene.sides) == 2 and set(parties) <= set(view.scene.sides):
        return view.scene.sides
    return parties
