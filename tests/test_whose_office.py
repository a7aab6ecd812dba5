"""Of which state somebody is whose title tells none: by the office that was met, by who sends what, by birth and office."""

import pytest

from communique import Reader
from communique.read.analyse import analyse
from communique.records import Report


def cast(text, home=None):
    return {one.name: one.country for one in analyse(Report(text=text, path="invented.txt", outlet_country=home)).cast}


MET = """President Seru Vaniqi, in a meeting with the Prime Minister of Mauritius on Monday in Suva, spoke of tuna.

For his part, Prime Minister Anil Ramgoolaye thanked the people of Fiji."""


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (MET, "MUS"),
        (MET.replace("the Prime Minister of Mauritius", "the Mauritian Prime Minister"), "MUS"),
        (MET.replace("the Prime Minister of Mauritius", "the Prime Minister"), "FJI"),
        # who met the other's prime minister is not that one
        ("Prime Minister Anil Ramgoolaye met with the Prime Minister of Mauritius. President Seru Vaniqi was there.", "FJI"),
        # a minister of a third state, whom nobody met
        (MET.replace("in a meeting with the Prime Minister of Mauritius", "whom the Prime Minister of Mauritius will visit"), "FJI"),
    ],
)  # fmt: skip
def test_the_office_that_was_met_is_that_of_whoever_holds_it(text, want):
    assert cast(text, "FJI")["Anil Ramgoolaye"] == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Mauritian Foreign Minister Devi Luchmun conveyed an invitation from President Anil Ramgoolaye to visit Port Louis.", "MUS"),
        ("Mauritian Foreign Minister Devi Luchmun handed over a letter from President Anil Ramgoolaye.", "MUS"),
        ("She was received by Mauritian Foreign Minister Devi Luchmun and handed her a letter from President Anil Ramgoolaye.", "FJI"),
        ("Mauritian Foreign Minister Devi Luchmun heard from President Anil Ramgoolaye about the harbour.", "FJI"),
    ],
)  # fmt: skip
def test_who_sends_something_is_of_the_state_of_who_brings_it(text, want):
    assert cast(text, "FJI")["Anil Ramgoolaye"] == want


@pytest.mark.parametrize(
    "title",
    [
        "the Minister of Foreign Affairs of the Kingdom of Saudi Arabia, Prince",
        "the Minister of Energy of Saudi Arabia, Princess",
    ],
)
def test_a_prince_has_the_state_of_his_office(title):
    text = f"Minister of Foreign Affairs of Fiji, Seru Vaniqi, met {title} Nayef bin Rashed, in Riyadh."
    assert cast(text, "FJI")["Nayef bin Rashed"] == "SAU"


def test_a_title_in_full_needs_no_article_and_and_begins_no_apposition():
    text = (
        "The announcement was made by Minister of Foreign Affairs, African Cooperation and Moroccan Expatriates, Driss "
        "Alami, and the High Representative of the Union for Foreign Affairs and Security Policy, Ilse Marwick."
    )
    assert cast(text, "MAR") == {"Driss Alami": "MAR", "Ilse Marwick": "EU"}


def test_the_first_word_of_an_answer_is_nobodys_name():
    text = (
        "Weekly briefing by the spokesperson of Fiji, 4 April 2033\n\nForeign Minister Seru Vaniqi of Fiji will pay an "
        "official visit to Mauritius from 6 to 8 May 2033 for talks with the Mauritian government.\n\n"
        "Question (The Rotuma Daily): What of the wharf that Mauritius was promised?\n\n"
        "Spokesperson: Construction has not begun. We will finish the wharf for Mauritius by May.\n\n"
        "Question (Lagoon Radio): And the ferry?\n\n"
        "Spokesperson: Quite soon. We will repair it in June."
    )
    reading = Reader().read(text, outlet_country="FJI", published="2033-04-04")
    assert all(one.speaker is None for one in reading.statements)
    assert any(one.act == "pledge" and one.holders == ("FJI",) for one in reading.statements)
    assert "Construction" not in cast(text, "FJI")


REALM = """Foreign Minister Seru Vaniqi met with the Minister of Energy of the Kingdom of Saudi Arabia, Prince Nayef bin Rashed, in Suva.

Prince Nayef said that the Kingdom would build a desalination plant on Rotuma."""


def test_the_kingdom_is_the_side_that_is_one():
    reading = Reader().read(REALM, outlet_country="FJI", published="2033-04-04")
    (promise,) = [one for one in reading.statements if one.act == "pledge"]
    assert promise.holders == ("SAU",)
    assert promise.items == ("build a desalination plant on Rotuma",)


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Foreign Minister Blas Franco of Paraguay met the Fijian delegation.", {"PRY", "FJI"}),
        ("The Franco-Fijian commission met in Suva.", {"FRA", "FJI"}),
        ("The Sino–Fijian commission met in Suva.", {"CHN", "FJI"}),
    ],
)
def test_the_first_half_of_an_adjective_is_a_country_before_a_hyphen_only(text, want):
    scene = analyse(Report(text=text, path="invented.txt", outlet_country="FJI"))
    assert {party for one in scene.mentions for party in one.parties} == want


def test_a_coin_is_no_party():
    text = "Fiji and Mauritius met in Suva. Trade, at 2 billion US dollars and 40 million Saudi riyals, grew."
    scene = analyse(Report(text=text, path="invented.txt", outlet_country="FJI"))
    assert {party for one in scene.mentions for party in one.parties} == {"FJI", "MUS"}
