"""What sort of occasion a noun phrase names, from the entries that matched in it and the words around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.read.dates.words import number_of
from communique.read.engagements import clause
from communique.read.engagements.view import View

if TYPE_CHECKING:
    from communique.read.engagements.phrase import Phrase
    from communique.read.scene import Mention

_VIRTUAL = frozenset({"phone", "telephone", "telephonic", "video", "virtual", "online", "videoconference"})
_LETTER_VERBS = (
    "send",
    "sent",
    "receiv",
    "deliver",
    "hand",
    "dispatch",
    "address",
    "exchang",
    "convey",
    "forward",
    "present",
    "carr",
    "sends",
    "extend",
    "submit",
    "deliver",
    "transmit",
    "transmitted",
    "brought",
    "bring",
)
_PROTEST_VERBS = ("made", "mak", "lodg", "deliver", "hand", "present", "convey")
_SITTINGS = frozenset({"session", "sessions", "round", "rounds", "sitting", "edition"})
_BILATERAL = frozenset({"bilateral", "intergovernmental", "joint", "binational", "interstate"})
_WHICH = frozenset({"next", "following", "last", "previous", "latest", "final", "inaugural", "current"})
_AMONG = frozenset({"of", "between", "among", "amongst"})
_NO_LETTER = frozenset("same clear strong firm important positive right single one simple unequivocal powerful".split())
_STATES = frozenset("states countries nations powers parties leaders presidents ministers governments".split())
_GENERIC_TALK = frozenset({"conversation", "exchanges", "discussions", "negotiation", "negotiations", "brief exchange"})


def kind_of(view: View, phrase: Phrase) -> tuple[str | None, list[str]]:
    """The kind and the rules that gave it; ``None`` where the phrase names no occasion after all."""
    kinds: set[str] = {hit.entry.kind for hit in phrase.hits}
    rules: dict[str, str] = {hit.entry.kind: hit.rule for hit in phrase.hits}
    words = phrase.words
    head_kind = next((h.entry.kind for h in phrase.hits if h.last == phrase.head.i), phrase.hits[0].entry.kind)
    if (
        head_kind == "message"
        and phrase.head.lower_ == "letters"
        and phrase.verb is not None
        and phrase.verb.lower_.startswith("present")
    ):
        return "ceremony", [view.lex.rule("credentials")]  # "envoys will present their letters"
    for sure in ("visit", "briefing", "message", "signing", "ceremony"):
        if head_kind == sure:
            return (sure, [rules[sure]]) if _plausible(view, phrase, sure) else (None, [])
    kind = _of_body(view, phrase, kinds)
    if kind is None:
        return None, []
    if kind in ("meeting", "call") and (kinds == {"call"} or words & _VIRTUAL):
        kind = "call"
    if not _plausible(view, phrase, kind):
        return None, []
    return kind, [rules.get(kind) or phrase.hits[0].rule]


def _of_body(view: View, phrase: Phrase, kinds: set[str]) -> str | None:
    """Meeting, mechanism or multilateral: by whose body it is, and how many states it has."""
    after, words = phrase.hits[-1].last + 1, phrase.words
    mentions = view.between(phrase.first, min(len(view.doc), max(after, _of_phrase_end(view, phrase))))
    bodies = [m for m in mentions if m.kind == "organisation"]
    states = {p for m in mentions if m.kind in ("adjective", "country") for p in m.parties}
    bilateral = len(states) == 2 or bool(words & _BILATERAL)
    many = bool(bodies) and not _own_party(view, bodies, states)
    if words & {"trilateral", "quadrilateral"} or _of_several(view, phrase):
        return "multilateral"
    if "multilateral" in kinds:
        return _of_gathering(view, phrase, kinds, bilateral, bodies, states)
    if "mechanism" in kinds:
        return "multilateral" if many and not bilateral else "mechanism"
    if "meeting" not in kinds:
        return "call" if "call" in kinds else "meeting"
    if words & {"round", "session"} and _has_ordinal(words):
        return "mechanism"
    if _of_antecedent(view, phrase):
        return "mechanism"
    if many and (words & {"committee", "commission", "council"} or _of_bodies(view, phrase, bodies)):
        return "multilateral"
    if phrase.performed and phrase.verb is not None and _body_holds(view, phrase):
        return "mechanism"
    return "call" if "call" in kinds else "meeting"


def _of_antecedent(view: View, phrase: Phrase) -> bool:
    """ "a dialogue on fisheries, the first meeting of which", "the Council, whose last meeting"."""
    doc, after = view.doc, phrase.hits[-1].last + 1
    which = after + 1 < len(doc) and doc[after].lower_ == "of" and doc[after + 1].lower_ == "which"
    if not which and doc[phrase.first].lower_ != "whose":
        return False
    before = {token.lower_ for token in doc[max(0, phrase.first - 20) : phrase.first]}
    return bool(before & view.lex.lists["body-nouns"] | before & {"mechanism", "consultations"})


def _of_several(view: View, phrase: Phrase) -> bool:
    """ "the Six-Party Talks", "the summit of the five littoral states", "the meeting of the Friends of Yemen"."""
    doc = view.doc
    for at in range(phrase.first, min(len(doc) - 1, phrase.hits[-1].last + 8, max(phrase.stop, phrase.head.i + 1))):
        number = number_of(doc[at].lower_) or ordinal_of_many(doc[at].lower_)
        of = doc[at - 1].lower_ in _AMONG or (at > 1 and doc[at - 2].lower_ in _AMONG)
        if number and number > 2 and (at < phrase.head.i or of):
            after = [token.lower_ for token in doc[at + 1 : at + 4]]
            if after[:1] == ["-"] and after[1:2] and after[1] in ("party", "nation", "country", "way", "power"):
                return True
            qualified = len(after) > 1 and after[1] in _STATES and doc[at + 1].pos_ == "ADJ"
            if qualified or (after and after[0] in _STATES):
                return True
        if doc[at].text in ("Friends", "Quartet", "Quad") or view.text(at, min(len(doc), at + 2)) == "Contact Group":
            return True
    return False


def ordinal_of_many(word: str) -> int | None:
    """ "six-party" as one token."""
    head, dash, tail = word.partition("-")
    return number_of(head) if dash and tail in ("party", "nation", "country", "way", "power") else None


def _of_gathering(
    view: View, phrase: Phrase, kinds: set[str], bilateral: bool, bodies: list[Mention], states: set[str]
) -> str | None:
    """What a summit, a conference, a session is: of many states, or of two."""
    words = phrase.words
    if words & _SITTINGS and not words & {"summit", "assembly", "conference", "forum"} and not bodies:
        talk = words & {"talks", "negotiations"}
        if "rounds" in words and talk:
            return "meeting"
        if bilateral or words & view.lex.lists["body-nouns"] or (talk and _has_ordinal(words)):
            return "mechanism"
        if _has_ordinal(words) and words & {"session", "sessions"} and not talk:
            return "mechanism"  # "convene the second session": of a standing body, whichever it is
        if words & _WHICH and not talk and phrase.performed and _body_holds(view, phrase):
            return "mechanism"  # "the commission decided to hold its next plenary session in May"
        return "meeting" if talk or words & _WHICH or _has_ordinal(words) else None
    if "mechanism" in kinds and "summit" in words and not bilateral:
        return "multilateral"
    if "mechanism" in kinds and not bodies:
        return "mechanism"
    numbered = bilateral or _has_ordinal(words)
    ours = len(view.scene.sides) == 2 and not bodies and states <= set(view.scene.sides)
    if "summit" not in words and words & {"bilateral", "ministerial"} and numbered and ours:
        return "mechanism"  # "the 31st Security Ministerial Meeting", "the Bilateral Security Forum"
    if _union_and_state(view, phrase, bodies, states):
        return "meeting"
    of_two = len(states) == 2 or _two_sided(bodies, states) or _bare(view, phrase)
    if "summit" in words and of_two and not (bodies and not _own_party(view, bodies, states)):
        held = phrase.performed and phrase.verb is not None and phrase.verb.lower_ in view.lex.light
        return "meeting" if len(view.scene.sides) == 2 or held else "multilateral"
    return "multilateral"


def _body_holds(view: View, phrase: Phrase) -> bool:
    """ "The commission held its eleventh meeting"."""
    head = clause.subject(phrase.verb) if phrase.verb is not None else None
    if head is None:
        return False
    nouns = view.lex.lists["body-nouns"] - {"council", "group"}
    if head.lower_ == "it":
        return bool(_subject_before(view) & nouns)
    return bool(
        {token.lower_ for token in view.doc[head.left_edge.i : head.right_edge.i + 1] if token.i < phrase.head.i}
        & nouns
    )


def _subject_before(view: View) -> set[str]:
    """The words of the subject of the sentence before, in the same paragraph."""
    at = view.unit.index - 1
    before = view.scene.units[at] if at >= 0 else None
    if before is None or before.doc is None or before.block is not view.unit.block:
        return set()
    root = next((t for t in before.doc if t.dep_ == "ROOT"), None)
    head = clause.subject(root) if root is not None else None
    return {t.lower_ for t in before.doc[head.left_edge.i : head.i + 1]} if head is not None else set()


def _of_phrase_end(view: View, phrase: Phrase) -> int:
    """Past "of the Shanghai Cooperation Organization (SCO) Council" after the head."""
    doc, at = view.doc, phrase.hits[-1].last + 1
    if at < len(doc) and doc[at].lower_ in ("of", "under", "within"):
        return min(phrase.stop, at + 12)
    return at


def _of_bodies(view: View, phrase: Phrase, bodies: list[Mention]) -> bool:
    """Whether the body's name stands in front of the noun or after "of", not in "meeting with the NATO chief"."""
    end = view.at(min(len(view.doc) - 1, phrase.hits[-1].last))
    after = phrase.hits[-1].last + 1
    return any(b.start < end for b in bodies) or (after < len(view.doc) and view.doc[after].lower_ == "of")


def _own_party(view: View, bodies: list[Mention], states: set[str]) -> bool:
    """Whether the body is itself one of two sides here: the EU, or one named beside a state ("ASEAN-China")."""
    return any(set(body.parties) & set(view.scene.sides) and (states or "EU" in body.parties) for body in bodies)


def _union_and_state(view: View, phrase: Phrase, bodies: list[Mention], states: set[str]) -> bool:
    """ "the China-EU summit": two that speak for themselves alone, whoever the report is about."""
    if "summit" not in phrase.words or len(states) != 1 or len(bodies) != 1 or bodies[0].parties != ("EU",):
        return False
    named = [m for m in view.between(phrase.first, phrase.head.i) if m.kind in ("adjective", "country", "organisation")]
    return len(named) == 2 and view.scene.text[named[0].end : named[1].start].strip() in ("-", "–", "/", "‑")


def _two_sided(bodies: list[Mention], states: set[str]) -> bool:
    return len(states | {p for body in bodies for p in body.parties}) == 2


def _bare(view: View, phrase: Phrase) -> bool:
    """Whether the summit has no name of its own ("held a summit meeting", "at the summit in July")."""
    return not any(token.text[:1].isupper() for token in view.doc[phrase.first : phrase.head.i + 1] if token.i > 0)


def _has_ordinal(words: frozenset[str]) -> bool:
    from communique.read.dates.words import ordinal_of

    return any(ordinal_of(word) for word in words if word not in ("a", "an"))


def _plausible(view: View, phrase: Phrase, kind: str) -> bool:
    """Guards by kind, against the everyday senses of the words."""
    verb, role, words = phrase.verb, phrase.role, phrase.words
    doc, after = view.doc, phrase.hits[-1].last + 1
    follows = doc[after].lower_ if after < len(doc) else ""
    if kind == "call" and phrase.hits[0].first == phrase.hits[-1].last and phrase.head.lower_ in ("call", "calls"):
        if follows in ("for", "on", "upon") or (
            follows == "to" and after + 1 < len(doc) and doc[after + 1].tag_ == "VB"
        ):
            return False
        return role in (
            "dobj",
            "pobj:during",
            "pobj:on",
            "pobj:in",
            "nsubj",
            "pobj:following",
            "pobj:after",
        ) or follows in ("with", "between")
    if kind == "message":
        if words & _NO_LETTER and phrase.head.lower_ in ("message", "messages"):
            return False
        if phrase.head.lower_ in ("representations", "representation", "protest"):
            return verb is not None and verb.lower_.startswith(_PROTEST_VERBS) and role in ("dobj", "nsubjpass")
        if verb is not None and verb.lower_.startswith(_LETTER_VERBS) and role in ("dobj", "nsubjpass", "conj"):
            return not (phrase.head.lower_ in ("note", "notes") and verb.lower_.startswith("exchang"))
        return (
            "démarche" in words
            or "demarche" in words
            or (follows in ("from", "of") and bool(words & {"cable", "telegram"}))
        )
    if kind == "meeting":
        heads = {hit.last for hit in phrase.hits}
        if (
            phrase.head.i in heads
            and phrase.head.lower_ in _GENERIC_TALK
            and role not in ("dobj", "nsubj", "nsubjpass", "pobj:in", "pobj:during", "pobj:of")
        ):
            return follows in ("with", "between", "on")
    if kind == "ceremony" and phrase.hits[0].entry.nouns[0] == "credentials":
        return True
    if kind == "multilateral":
        named = any(
            token.text[:1].isupper()
            for token in doc[phrase.first : phrase.hits[-1].last + 1]
            if token.lower_ not in ("the", "a", "at", "in")
        )
        bodies = [m for m in view.between(phrase.first, _of_phrase_end(view, phrase)) if m.kind == "organisation"]
        return (
            named
            or bool(bodies)
            or bool(words & {"trilateral", "quadrilateral"})
            or phrase.head.lower_ in ("summit", "conference", "session", "trilateral")
        )
    if kind == "mechanism":
        named = any(token.text[:1].isupper() for token in doc[phrase.hits[0].first : phrase.hits[-1].last + 1])
        usual = words & {"consultations", "round", "session", "meeting", "commission", "committee"}
        return named or bool(usual) or _has_ordinal(words)
    return True
