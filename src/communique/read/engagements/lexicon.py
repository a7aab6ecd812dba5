"""The codebook's words of occasions as lookup tables: first word to the phrases that begin with it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from communique.knowledge.gazetteer import gazetteer

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from communique.knowledge import Codebook
    from communique.knowledge.models.engagements import EngagementRule

_PIECES = re.compile(r"['’]s?\b|['’]|-|[^\s\-'’]+")
_IRREGULAR = {
    "bring": "brought", "build": "built", "freeze": "froze frozen freezing", "fulfil": "fulfilled fulfilling", "ship": "shipped shipping",
    "slip": "slipped slipping", "run": "ran running", "rule": "ruled", "rebuff": "rebuffed", "omit": "omitted omitting", "tear": "tore torn",
    "be": "am is are was were been being", "become": "became become", "begin": "began begun beginning", "break": "broke broken",
    "catch": "caught", "come": "came come", "cut": "cut cutting", "do": "did done does", "fall": "fell fallen",
    "fly": "flew flown flies",
    "get": "got gotten getting", "give": "gave given", "go": "went gone goes", "have": "has had", "hold": "held", "lay": "laid",
    "lead": "led", "leave": "left", "lift": "lifted", "make": "made", "meet": "met", "oversee": "oversaw overseen",
    "pay": "paid", "put": "put putting",
    "ring": "rang rung", "see": "saw seen", "send": "sent", "set": "set setting", "sit": "sat sitting", "speak": "spoke spoken",
    "take": "took taken", "tell": "told", "undertake": "undertook undertaken", "welcome": "welcomed",
    "withdraw": "withdrew withdrawn",
    "stop": "stopped stopping", "plan": "planned planning", "confer": "conferred conferring", "refer": "referred",
    "travel": "travelled traveled travelling traveling", "defer": "deferred deferring", "scrap": "scrapped scrapping",
    "drop": "dropped dropping", "annul": "annulled annulling", "cancel": "cancelled canceled cancelling canceling",
    "draw": "drew drawn", "dig": "dug digging", "sell": "sold", "teach": "taught", "spend": "spent", "lend": "lent",
    "find": "found", "strike": "struck", "buy": "bought", "plug": "plugged plugging", "admit": "admitted admitting",
    "enrol": "enrolled enrolling", "equip": "equipped equipping", "keep": "kept", "win": "won winning", "lose": "lost",
    "shut": "shut shutting", "grow": "grew grown", "rise": "rose risen", "drive": "drove driven", "write": "wrote written",
    "show": "shown showed", "stand": "stood", "let": "let letting", "wind": "wound", "sink": "sank sunk", "sow": "sown sowed",
    "throw": "threw thrown", "hit": "hit hitting", "stick": "stuck", "swear": "swore sworn", "forget": "forgot forgotten",
    "say": "said", "think": "thought", "know": "knew known", "feel": "felt", "hear": "heard", "seek": "sought", "mean": "meant",
    "strive": "strove striven", "understand": "understood", "lie": "lay lain lying", "await": "awaited",
    "fit": "fitted fitting", "step": "stepped stepping", "wrap": "wrapped wrapping", "shelve": "shelved",
    "initial": "initialled initialed initialling initialing", "met": "met",
    "commit": "committed committing", "transfer": "transferred transferring", "concur": "concurred concurring",
    "occur": "occurred occurring", "recur": "recurred recurring", "regret": "regretted regretting",
    "patrol": "patrolled patrolling", "drag": "dragged dragging", "flag": "flagged flagging", "lag": "lagged lagging",
    "map": "mapped mapping", "kit": "kitted kitting", "refit": "refitted refitting", "scrub": "scrubbed scrubbing",
    "stem": "stemmed stemming", "stir": "stirred stirring", "vet": "vetted vetting", "reset": "reset resetting",
    "total": "totalled totaled", "crop": "cropped cropping", "overlap": "overlapped overlapping",
    "rebuild": "rebuilt", "read": "read", "broadcast": "broadcast", "prove": "proved proven", "forgive": "forgave forgiven",
    "hang": "hung", "shoot": "shot", "shrink": "shrank shrunk", "deal": "dealt", "dwell": "dwelt dwelled", "grind": "ground",
    "uphold": "upheld", "withhold": "withheld", "overrun": "overran overrunning", "repay": "repaid",
    "unfreeze": "unfroze unfrozen unfreezing", "tread": "trod trodden", "swing": "swung", "string": "strung",
    "bear": "bore borne", "cost": "cost", "learn": "learnt learned", "die": "died dying", "tie": "tied tying",
    "veto": "vetoed vetoes", "foresee": "foresaw foreseen", "retake": "retook retaken", "shake": "shook shaken",
    "choose": "chose chosen", "submit": "submitted submitting", "permit": "permitted permitting", "feed": "fed", "light": "lit",
    "level": "levelled leveled levelling leveling", "ban": "banned banning", "overtake": "overtook overtaken", "split": "split splitting",
    "overcome": "overcame overcome", "arise": "arose arisen", "hide": "hid hidden", "steal": "stole stolen", "quit": "quit quitting",
    "undergo": "underwent undergone", "swap": "swapped swapping", "cap": "capped capping", "spread": "spread", "bind": "bound",
}  # fmt: skip


def forms_of(verb: str) -> tuple[str, ...]:
    """All forms of a verb's base: "sign" gives sign, signs, signed, signing."""
    out = [verb]
    irregular = _IRREGULAR.get(verb)
    stem = verb[:-1] if verb.endswith("e") else verb
    if irregular:
        out += irregular.split()
    elif verb.endswith("y") and verb[-2:-1] not in ("a", "e", "o", "u"):
        out += [verb[:-1] + "ied", verb[:-1] + "ies"]
    else:
        out.append(stem + "ed")
    out.append(stem + "ing")
    out.append(verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s"))
    return tuple(dict.fromkeys(out))


def pieces(phrase: str) -> tuple[str, ...]:
    """A phrase as the tokenizer cuts it, lower case."""
    return tuple(_PIECES.findall(phrase.lower().replace("’", "'")))


@dataclass(slots=True)
class Hit:
    """Tokens ``first`` up to ``last`` (inclusive) are a phrase of the entry ``rule``; ``verb`` tells which sort."""

    first: int
    last: int
    rule: str
    entry: EngagementRule
    verb: bool


@dataclass(slots=True)
class Lexicon:
    """Built once from a codebook."""

    phrases: dict[str, list[tuple[tuple[str, ...], str, EngagementRule, bool]]] = field(default_factory=dict)
    lists: dict[str, frozenset[str]] = field(default_factory=dict)
    light: frozenset[str] = frozenset()
    occur: frozenset[str] = frozenset()
    planning: frozenset[str] = frozenset()
    wishing: frozenset[str] = frozenset()
    then: dict[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    capitals: dict[str, str] = field(default_factory=dict)
    organisations: frozenset[str] = frozenset()
    forums: frozenset[str] = frozenset()
    owners: dict[str, str] = field(default_factory=dict)
    cues: frozenset[str] = frozenset()
    by_id: dict[int, list[tuple[list[int], str, EngagementRule, bool]]] = field(default_factory=dict)
    seats: dict[str, tuple[str, str]] = field(default_factory=dict)
    codebook: Codebook | None = None

    def country_name(self, code: str) -> str:
        """The usual English name of a country."""
        return self.names.get(code, code)

    def rule(self, entry: str) -> str:
        """The name of an entry, as records carry it."""
        return self.codebook.rule("engagements", entry) if self.codebook is not None else f"engagements.yaml/{entry}"

    def hits(self, doc: Doc) -> list[Hit]:
        """The phrases of occasions in ``doc``: at each place the longest, and all entries that have just that verb."""
        out: list[Hit] = []
        lowers = lower_ids(doc)
        reached = 0
        for at, lower in enumerate(lowers):
            found = self.by_id.get(lower)
            if found is None or at < reached:
                continue
            length = 0
            for words, rule, entry, verb in found:
                if length and (len(words) < length or not verb):
                    break
                if lowers[at : at + len(words)] == words and _fits(doc, at, at + len(words) - 1, verb):
                    out.append(Hit(at, at + len(words) - 1, rule, entry, verb))
                    length = len(words)
                    reached = at + length
        return out

    def may_hold(self, text: str) -> bool:
        """A cheap look: whether a text can hold an occasion at all."""
        return not self.cues.isdisjoint(_WORDS.findall(text.lower())) or bool(_BE_IN.search(text))


_BE_IN = re.compile(r"\b(?:be|is|are|was|were|been) (?:due |expected )?in (?:[A-Z]|the (?:island|country|kingdom)\b)")
_WORDS = re.compile(r"[a-zéê]+|2\+2")


def _fits(doc: Doc, first: int, last: int, verb: bool) -> bool:
    """Whether the parts of speech agree: "visit" is either, "meeting" too."""
    if verb:
        return doc[first].pos_ in ("VERB", "AUX")
    return (
        doc[last].pos_ in ("NOUN", "PROPN", "NUM", "X")
        or (doc[last].tag_ == "VBG" and last > first)
        or last - first >= 2
    )


def lexicon(codebook: Codebook) -> Lexicon:
    """The tables of a codebook, made when first asked for."""
    made: Lexicon = codebook.memo("engagement-lexicon", _build)
    return made


def word_id(word: str) -> int:
    """spaCy's number of a word: numbers are compared, so that no token object is made for most words."""
    from spacy.strings import get_string_id

    return int(get_string_id(word))


def lower_ids(doc: Doc) -> list[int]:
    """The numbers of the lower-case words of ``doc``."""
    return [int(number) for number in doc.to_array("LOWER")]


def _build(codebook: Codebook) -> Lexicon:
    out = Lexicon(codebook=codebook)
    for key, entry in codebook.section("engagements").items():
        rule = codebook.rule("engagements", key)
        for noun in entry.nouns:
            for plain in _numbers(pieces(noun)):
                for words in dict.fromkeys((plain, tuple(word.replace("'", "’") for word in plain))):
                    out.phrases.setdefault(words[0], []).append((words, rule, entry, False))
        for verb in entry.verbs:
            base, *rest = pieces(verb)
            for form in forms_of(base):
                out.phrases.setdefault(form, []).append(((form, *rest), rule, entry, True))
        out.then[rule] = tuple(pieces(phrase) for phrase in entry.then)
    for found in out.phrases.values():
        found.sort(key=lambda item: (-len(item[0]), not item[3]))
    for first, entries in out.phrases.items():
        out.by_id[word_id(first)] = [([word_id(w) for w in ws], rule, entry, verb) for ws, rule, entry, verb in entries]
    out.cues = frozenset(out.phrases) - frozenset(forms_of("be"))
    out.lists = {key: frozenset(entry.words) for key, entry in codebook.section("engagement_words").items()}
    out.light = _all_forms(out.lists["light-verbs"]) | {"co"}
    out.occur = _all_forms(out.lists["occur-verbs"])
    out.planning = _all_forms(out.lists["planning-verbs"])
    out.wishing = _all_forms(out.lists["wishing-words"])
    places = gazetteer(codebook)
    out.names, out.capitals = places.names, places.capitals
    bodies = codebook.section("organisations")
    out.organisations = frozenset(bodies)
    for body in bodies.values():
        for seat in body.seats:
            if place := places.place(seat):
                out.seats[seat] = place
    out.owners = {key: body.of for key, body in bodies.items() if body.of}
    out.forums = frozenset(key for key, body in bodies.items() if body.kind == "forum")
    return out


def _numbers(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Singular and plural."""
    last = words[-1]
    if last.endswith(("s", "+2")):
        return [words]
    plural = (
        last[:-1] + "ies"
        if last.endswith("y") and last[-2] not in "aeo"
        else last + ("es" if last.endswith("ch") else "s")
    )
    return [words, (*words[:-1], plural)]


def _all_forms(words: Iterable[str]) -> frozenset[str]:
    return frozenset(form for word in words for form in forms_of(pieces(word)[-1]))
