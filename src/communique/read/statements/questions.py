"""Questions that suggest or ask: "Why not entrust the wells to the villages?", "Would Cairo not take more tea?".

Other questions hold nothing (codebook, 2).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.read.statements.told import Told

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.read.statements.told import Sentence
    from communique.read.statements.voices import Voice

_SUGGESTS = re.compile(r"[\"“]?(?:Why not|What about|How about|What if|Could|Might|Would|Will|Can|Shall)\b")
_VERBS = ("VB", "VBP", "VBG", "VBD")


def suggests(words: str) -> bool:
    """Whether a question of these words suggests or asks for something."""
    return _SUGGESTS.match(words) is not None


def suggested(reader: Sentence, voice: Voice) -> None:
    """Put what the question just read suggests on the list: to the other side alone, or to both."""
    doc = reader.unit.doc
    first = doc[1] if doc[0].is_punct and len(doc) > 1 else doc[0]
    asked = None
    if first.lower_ in ("could", "might", "would", "will", "can", "shall"):
        subject = next((t for t in doc if t.dep_ in ("nsubj", "nsubjpass")), None)
        asked = reader.cases.who(subject)
        if subject is None or asked is None or set(asked.parties) <= set(voice.parties):
            return
    verb = _verb(doc[first.i + 1 :])
    if verb is None:
        return
    alone = asked is not None and len(asked.parties) == 1 and len(voice.parties) == 1
    act, rule = ("request", "acts.yaml/ask") if alone else ("propose", "acts.yaml/suggest")
    last = len(doc) - 1
    reader.told.append(Told(act, None, voice.parties, voice.speaker, first.i, last, rule, first, verb, True, True))
    if len(voice.parties) == 1:
        reader.asked = voice.parties


def _verb(tokens: object) -> Token | None:
    return next((t for t in tokens if t.tag_ in _VERBS and t.dep_ not in ("aux", "amod")), None)  # type: ignore[attr-defined]


__all__ = ["suggested", "suggests"]
