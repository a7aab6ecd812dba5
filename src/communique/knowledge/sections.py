"""Which sections there are, and the model of an entry of each.

``SECTIONS`` maps a section's name to its model: either the class (or any type that pydantic validates), or, so that
nothing is imported before it is needed, ``"module:Class"`` with the module's name inside ``knowledge.models``.
Whoever adds a section adds a line here and a YAML file in ``communique/codebook``.
"""

from __future__ import annotations

import importlib
from difflib import get_close_matches
from functools import cache
from typing import Any

SECTIONS: dict[str, Any] = {
    "countries": "countries:Country",
    "cities": "cities:City",
    "cities_by_country": "cities:CityNames",
    "not_countries": "places:NotCountries",
    "organisations": "organisations:Organisation",
    "offices": "offices:Office",
    "honorifics": "offices:Honorific",
    "topics": "topics:TopicWords",
    "conflicts": "topics:Conflict",
    "issues": "issues:Issue",
    "attitudes": "issues:Attitude",
    "wordlists": "wordlists:WordList",
    "outlets": "wordlists:WordList",
    "own_titles": "wordlists:WordList",
    "verbs": "acts:Verb",
    "nouns": "acts:Noun",
    "adjectives": "acts:Adjective",
    "verb_groups": "acts:VerbGroup",
    "engagements": "engagements:EngagementRule",
    "engagement_words": "engagements:EngagementWords",
    "outcomes": "outcomes:OutcomeRule",
    "outcome_words": "outcomes:OutcomeWords",
    "known_references": "references:KnownReference",
    "reference_heads": "references:ReferenceHead",
    "reference_words": "references:ReferenceWords",
    "relation_heads": "relations:RelationHead",
    "relation_words": "relations:RelationWords",
    "relation_events": "relations:RelationWords",
    "relation_ladders": "relations:RelationLadder",
    "wording_words": "wordings:WordingWords",
    "wording_scales": "wordings:WordingScale",
    "label_forms": "wordings:LabelForm",
    "label_families": "wordings:LabelFamily",
    "likenesses": "lexicon:Likeness",
    "empty_words": "wordlists:WordList",
    "genre_weights": "lexicon:GenreWeight",
    "undertaking_groups": "undertakings:UndertakingGroup",
    "undertaking_families": "undertakings:UndertakingFamily",
    "undertaking_words": "wordlists:WordList",
}


def nearest(name: str, known: list[str]) -> str:
    """`` (did you mean `x`?)`` where a known name is like the unknown one, else nothing."""
    close = get_close_matches(name, known, n=1)
    return f" (did you mean `{close[0]}`?)" if close else ""


@cache
def model_of(section: str) -> Any:
    """The model of a section's entries; ``KeyError`` with the nearest known name where there is no such section."""
    if section not in SECTIONS:
        raise KeyError(f"the codebook has no section `{section}`{nearest(section, list(SECTIONS))}")
    model = SECTIONS[section]
    if isinstance(model, str):
        module, _, name = model.partition(":")
        model = getattr(importlib.import_module(f"communique.knowledge.models.{module}"), name)
    return model
