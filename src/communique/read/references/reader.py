"""Put together: known names, names by their noun, slogans, list items; settled, merged and told once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.read.draft import Draft
from communique.read.references.called import called
from communique.read.references.headed import headed
from communique.read.references.known import acts_as_party, known
from communique.read.references.lexicon import Lexicon, lexicon
from communique.read.references.merge import merge, plain, settle
from communique.read.references.quoted import quoted
from communique.read.references.sentence import sentence_of

if TYPE_CHECKING:
    from communique.knowledge import Codebook
    from communique.read.references.candidate import Candidate
    from communique.read.references.lexicon import Known
    from communique.read.scene import Scene, Unit


def references(scene: Scene, codebook: Codebook) -> list[Draft]:
    """The drafts of the ``reference`` layer: fields ``kind`` and ``name``, the name's place as evidence."""
    tables = lexicon(codebook)
    if not any(mention.parties for mention in scene.mentions):
        return []
    found: list[Candidate] = []
    for unit in scene.units:
        found += _in_unit(scene, unit, tables)
    for block in scene.blocks:
        if block.kind == "question":
            found += _known_names(scene, block.start, block.end, tables)
    return [
        Draft("reference", {"kind": c.kind, "name": plain(c.name)}, [(c.start, c.end)], [c.rule], [(c.start, c.end)])
        for c in merge(found)
        if plain(c.name)
    ]


def _known_names(scene: Scene, start: int, end: int, tables: Lexicon) -> list[Candidate]:
    """The known names in a stretch that is not parsed: a journalist's question."""
    return [c for c, name in known(scene.text, start, end, tables) if not _is_party(scene, c, name)]


def _is_party(scene: Scene, candidate: Candidate, name: Known) -> bool:
    """Whether an organisation only acts as a party (codebook, 5)."""
    return name.party is not None and (name.party in scene.sides or acts_as_party(scene, candidate))


def _in_unit(scene: Scene, unit: Unit, tables: Lexicon) -> list[Candidate]:
    names = known(scene.text, unit.start, unit.end, tables)
    found = [candidate for candidate, name in names if not _is_party(scene, candidate, name)]
    found += quoted(scene.text, unit.start, unit.end, tables)
    sentence = sentence_of(unit)
    if sentence is not None:
        bodies = [
            (candidate.start, candidate.end)
            for candidate, name in names
            if name.party is not None or candidate.kind == "forum"
        ]
        spans = [(candidate.start, candidate.end) for candidate, _ in names]
        found += called(scene, sentence, tables)
        found += headed(scene, sentence, tables, spans, bodies)
    return settle(found)
