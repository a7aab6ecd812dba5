"""A report taken apart: layout, sentences, parse, actors. What the layers read from is the ``Scene`` it gives."""

from __future__ import annotations

import re
from functools import lru_cache

from communique.knowledge import Codebook, load_codebook
from communique.knowledge.gazetteer import gazetteer
from communique.read import layout, sentences
from communique.read.actors.bodies import add_bodies, speaking_body
from communique.read.actors.cast import build_cast
from communique.read.actors.chunks import Chunk, Lexicon
from communique.read.actors.discourse import settle
from communique.read.actors.mentions import build_mentions
from communique.read.actors.origin import Setting, guess_home, of_two_others
from communique.read.actors.people import find_people, trim_titles
from communique.read.actors.sides import find_genre, find_sides, joint_sides, statement_author
from communique.read.anchor import find_anchor
from communique.read.engagements.lexicon import forms_of
from communique.read.language import parse
from communique.read.scene import BODY_KINDS, Scene, Unit
from communique.records import Report

LONGEST = 6_000
"""Letters of a sentence; the longest of a treaty's preamble have some two thousand."""
_BREAK = re.compile(r"[\r\n\t\u2028\u2029\x0b\x0c]")


@lru_cache(maxsize=4)
def _lexicon(codebook: Codebook) -> tuple[Lexicon, dict[str, str], frozenset[str]]:
    ranks = {key: office.rank for key, office in codebook.section("offices").items()}
    speaking = frozenset(key for key, body in codebook.section("organisations").items() if body.party)
    return Lexicon(codebook), ranks, speaking


def analyse(report: Report, codebook: Codebook | None = None) -> Scene:
    """Take ``report`` apart. Pure: the same report and codebook give the same scene."""
    codebook = codebook or load_codebook()
    lexicon, ranks, speaking = _lexicon(codebook)
    text = report.text
    places = gazetteer(codebook)
    laid = layout.lay_out(text, report.title, lambda name: places.place(name) is not None)
    scene = Scene(
        report, text, blocks=laid.blocks, home=_code(report.outlet_country) or _agency(laid.dateline, codebook)
    )
    for block in laid.blocks:
        if block.kind in BODY_KINDS:
            scene.units.extend(sentences.units(text, block))
    chunks = lexicon.chunks(text)
    scene.genre = find_genre(text, laid.title, laid.blocks)
    _find_actors(scene, chunks, lexicon, speaking, laid.dateline)
    scene.anchor, scene.place = find_anchor(scene, laid, chunks)
    _parse(scene)
    settle(scene, ranks, speaking, lexicon.realms, _replies(codebook))
    return scene


@lru_cache(maxsize=4)
def _replies(codebook: Codebook) -> frozenset[str]:
    """The forms of the verbs that tell a reply."""
    entry = codebook.section("verbs").get("reply")
    return frozenset(form for word in (entry.words if entry is not None else ()) for form in forms_of(word))


def _code(country: str | None) -> str | None:
    """A sidecar's country as records write it; ``None`` where it is no code."""
    code = (country or "").strip().upper()
    return code if re.fullmatch(r"[A-Z]{2,16}", code) else None


@lru_cache(maxsize=4)
def _agencies(codebook: Codebook) -> dict[str, str]:
    return {word: country for country, entry in codebook.section("outlets").items() for word in entry.words}


def _agency(dateline: str | None, codebook: Codebook) -> str | None:
    """The country of the news agency that signs the dateline, where it is known."""
    if dateline is None:
        return None
    for words in re.findall(r"\(([^)]+)\)|[,.–-]\s*([A-Z]{2,12})\s*[-–—]*\s*$", dateline):
        for word in words:
            if word in _agencies(codebook):
                return _agencies(codebook)[word]
    return None


def _abroad(scene: Scene, chunks: list[Chunk], dateline: str | None) -> str | None:
    """The country of the dateline's city where it is not the outlet's own."""
    at = scene.text.find(dateline) if dateline else -1
    if at < 0 or dateline is None:
        return None
    place = next(
        (c.code for c in chunks if at <= c.start < at + len(dateline) and c.kind in ("capital", "city", "country")),
        None,
    )
    return place if place != scene.home else None


def _find_actors(
    scene: Scene, chunks: list[Chunk], lexicon: Lexicon, speaking: frozenset[str], dateline: str | None
) -> None:
    title_end = max((b.end for b in scene.blocks if b.kind == "title"), default=-1)
    sightings = trim_titles(find_people(chunks, scene.text, lexicon), scene.text, title_end)
    if scene.home is not None and of_two_others(scene.text, scene.blocks, chunks, scene.home):
        scene.home = None
    if scene.home is None:
        scene.home = guess_home(sightings, chunks)
    setting = Setting(scene.home, title_end, scene.genre == "first-person", _abroad(scene, chunks, dateline))
    cast = build_cast(sightings, chunks, lexicon, setting)
    scene.cast = cast.people
    scene.mentions = build_mentions(scene.text, chunks, sightings, cast, lexicon)
    scene.sides = find_sides(scene.mentions, scene.blocks, scene.home, speaking)
    if scene.genre in ("communique", "first-person"):
        scene.author = statement_author(scene.mentions, scene.blocks, scene.text, speaking)
    if not scene.author and (body := speaking_body(scene, speaking)):
        scene.author = body if scene.genre == "communique" else ()
        add_bodies(scene, body)
    if scene.genre == "joint":
        named = joint_sides(scene.mentions, scene.blocks, speaking)
        if len(named) > 2 or (len(named) == 2 and set(named) != set(scene.sides)):
            scene.sides = named


def _parse(scene: Scene) -> None:
    """Parse every unit; ``doc`` has the same offsets as the text of the unit."""
    units = [unit for unit in scene.units if unit.end > unit.start and not _too_long(scene, unit)]
    for index, (unit, doc) in enumerate(zip(units, parse(_words(scene.text, unit) for unit in units), strict=True)):
        unit.index, unit.doc = index, doc
    scene.units = units


def _too_long(scene: Scene, unit: Unit) -> bool:
    """Whether it is no sentence but a dump without full stops, over which parser and rules would sit for long."""
    length = unit.end - unit.start
    if length > LONGEST:
        scene.faults.append((unit.start, unit.end, f"{length:,} letters without the end of a sentence are no sentence"))
    return length > LONGEST


def _words(text: str, unit: Unit) -> str:
    words = _BREAK.sub(" ", text[unit.start : unit.end])
    if unit.mask is not None:
        first, last = unit.mask[0] - unit.start, unit.mask[1] - unit.start
        words = words[:first] + " " * (last - first) + words[last:]
    return words
