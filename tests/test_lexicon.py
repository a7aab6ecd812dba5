"""Words as the ledger compares them."""

from __future__ import annotations

from communique.ledger.lexicon import fold, likeness, named, numbers, terms, words_in


def test_spelling_case_and_accents_do_not_matter():
    assert fold("Organisation") == fold("organization")
    assert [word.stem for word in words_in("Neighbours’ centres in São Tomé")] == [
        word.stem for word in words_in("neighbor centers in Sao Tome")
    ]


def test_words_for_one_thing_are_one_term():
    assert terms("a new railway") == terms("the rail line")
    assert set(terms("open an air link")) == set(terms("launch flights"))


def test_small_words_and_words_of_saying_tell_nothing():
    assert not terms("He also said that the two sides will")


def test_countries_tell_little_and_figures_much():
    found = terms("Bolivia will buy 3,000 buses")
    assert found["@BOL"] < 0.2 < 0.5 < found["3000"]


def test_likeness_is_symmetric_and_highest_for_the_same_words():
    a, b = "abolish the quota on fruit from Peru by July", "remove the cap on Peruvian fruit"
    assert likeness(a, b) == likeness(b, a) > 0.5
    assert likeness(a, a) > likeness(a, b) > likeness(a, "exchange visits of judges")
    assert likeness("", a) == 0


def test_names_are_found_and_ordinary_first_words_are_not():
    assert named("Strengthen the work of the Hidrovía Commission with Peru") == {
        words_in("Hidrovia")[0].stem,
        "commiss",
    }
    assert named("ease traffic at the crossing") == frozenset()


def test_figures():
    assert numbers("60 billion, up from 1,500 in 2027") == {"60", "1500"}
