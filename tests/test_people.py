"""Who is who: offices in the words of records, names in several spellings, and whose people they are."""

import pytest

from communique.errors import UnknownParty
from communique.ledger._ledger import Ledger
from communique.ledger.people import same_person, titles
from communique.records import Engagement, Outcome, Statement
from ledger_pages import Page

OFFICES = [
    ("Peruvian Foreign Minister Ana Quispe met the press", "Ana Quispe", "Foreign Minister", "PER", False),
    ("talks with Kari Lund, deputy prime minister and minister of trade of Norway", "Kari Lund",
     "deputy prime minister and minister of trade", "NOR", False),
    ("Minister of Water, Ports and Fisheries Ana Quispe signed", "Ana Quispe", "Minister of Water, Ports and Fisheries", None, False),
    ("the Prime Minister of the Kingdom of Norway, H.E. Kari Lund, arrived", "Kari Lund", "Prime Minister", "NOR", False),
    ("Kari Lund, President of the Chamber of Fish, spoke", "Kari Lund", "President of the Chamber of Fish", None, False),
    ("Xu Heng, President of the People's Republic of China, spoke", "Xu Heng", "President", "CHN", False),
    ("President Ana Quispe and her successor, Kari Lund, spoke", "Kari Lund", "President", None, False),
    ("as Quispe's predecessor, Kari Lund, had asked", "Kari Lund", "predecessor", None, True),
    ("Prime Minister Kari Lund of the Kingdom of Norway came", "Kari Lund", "Prime Minister", "NOR", False),
    ("Prime Minister Kari Lund of whom Norway hears little", "Kari Lund", "Prime Minister", None, False),
    ("former Prime Minister Kari Lund recalled", "Kari Lund", "Prime Minister", None, True),
    ("President Ana Quispe and her Norwegian counterpart, Kari Lund, agreed", "Kari Lund", "President", "NOR", False),
]  # fmt: skip


@pytest.mark.parametrize(("quote", "name", "words", "country", "former"), OFFICES)
def test_an_office_is_read_from_the_words_before_or_after_a_name(quote, name, words, country, former):
    title = titles().find(quote, name, {"Ana Quispe", "Kari Lund"} - {name})
    assert (title.words, title.country, title.former) == (words, country, former)
    assert title.words in quote


@pytest.mark.parametrize(
    ("quote", "name"),
    [
        ("President Ana Quispe and Kari Lund opened the port", "Kari Lund"),
        ("Ana Quispe, President Kari Lund and others", "Ana Quispe"),
        ("Prime Minister of Norway. Ana Quispe left", "Ana Quispe"),
        ("she thanked the President for it, Lund said", "Quispe"),
        ("the presidency of Lund", "Lund"),
    ],
)
def test_the_office_of_another_is_not_taken(quote, name):
    assert titles().find(quote, name, {"Ana Quispe", "Kari Lund"} - {name}) is None


def test_a_president_of_a_body_is_no_head_of_state():
    assert titles().find("Kari Lund, President of the Chamber of Fish, spoke", "Kari Lund").rank == "org-head"
    assert titles().find("Kari Lund, President of Norway, spoke", "Kari Lund").rank == "head-of-state"


@pytest.mark.parametrize(
    ("one", "other", "office", "same"),
    [
        ("Ana Quispe", "QUISPE Ana", False, True),
        ("A. Quispe", "Ana Quispe", False, True),
        ("Ana María Quispe", "Ana Quispe", False, True),
        ("Ahmed al-Sadr", "Ahmed Sadr", False, True),
        ("Bolat Tokaev", "Bolat Tokayev", True, True),
        ("Bolat Tokaev", "Bolat Tokayev", False, False),
        ("Ko Sung Il", "Ko Sung Un", True, False),
        ("George Lund", "Kari Lund", True, False),
        ("A. B.", "Ana Bo", True, False),
        ("李克", "李克", False, True),
    ],
)
def test_spellings_of_one_name_and_names_of_two(one, other, office, same):
    assert same_person(one, other, same_office=office) is same


def report(day, lines, outlet="PER", path=None):
    """A report whose lines are statements of a speaker or meetings with participants."""
    page = Page(
        "\n".join(quote for quote, _ in lines), published=day, outlet_country=outlet, path=path or f"/{day}.txt"
    )
    for quote, fields in lines:
        if "speaker" in fields:
            page.say(Statement, quote, act="assess", **fields)
        elif "what" in fields:
            page.say(Outcome, quote, state="done", parties=("PER", "NOR"), **fields)
        else:
            page.say(Engagement, quote, **{"kind": "meeting", "status": "held", "parties": ("PER", "NOR"), **fields})
    return page.read()


@pytest.fixture
def ledger(ledger_url):
    with Ledger.open(ledger_url, create=True) as opened:
        opened.add([
            report("2030-01-10", [
                ("Peruvian Foreign Minister Ana Quispe and Kari Lund met",
                 {"participants": ("Ana Quispe", "Kari Lund"), "date_start": "2030-01-09", "date_end": "2030-01-09"}),
                ("Foreign Minister Quispe called it a good year", {"speaker": "Ana Quispe", "holders": ("PER",)}),
                ("Lund agreed with her", {"speaker": "Kari Lund", "holders": ("NOR",)}),
            ]),
            report("2031-03-01", [
                ("Foreign Minister Luis Prado of Peru spoke of fish", {"speaker": "Luis Prado", "holders": ("PER",)}),
                ("QUISPE Ana had met him before", {"participants": ("QUISPE Ana",), "date_start": "2030-06"}),
                ("a clerk, Pia Vega, took notes", {"speaker": "Pia Vega", "holders": ("PER",)}),
                ("President Rosa Mamani will come in May", {
                    "kind": "visit", "status": "planned", "participants": ("Rosa Mamani",), "date_start": "2031-05",
                    "parties": ("PER", "NOR")}),
                ("the Peruvian envoy would visit in April", {
                    "kind": "visit", "participants": ("Rosa Mamani",), "date_start": "2031-02-20"}),
            ]),
        ])  # fmt: skip
        yield opened


def test_the_people_of_a_country_with_their_offices_and_when_they_were_seen(ledger):
    rows = {row.name: row for row in ledger.people("Peru")}
    assert set(rows) == {"Ana Quispe", "Luis Prado", "Pia Vega", "Rosa Mamani"}, "nobody of Norway"
    quispe = rows["Ana Quispe"]
    assert (quispe.office, quispe.rank, quispe.offices) == (
        "Foreign Minister",
        "foreign-minister",
        ("foreign-minister",),
    )
    assert (quispe.first_seen, quispe.last_seen, quispe.times) == ("2030-01-10", "2030-06", 2)
    assert (quispe.also, quispe.told, quispe.later) == (("QUISPE Ana",), "2030-01-10", "Luis Prado")
    assert quispe.evidence[0].quote.count("Foreign Minister")
    assert rows["Luis Prado"].later is None
    assert (rows["Pia Vega"].office, rows["Pia Vega"].rank) == (None, None)
    assert rows["Pia Vega"].evidence[0].quote == "a clerk, Pia Vega, took notes"


def test_the_highest_office_comes_first_and_those_without_one_last(ledger):
    assert [row.rank for row in ledger.people("PER")] == ["head-of-state", "foreign-minister", "foreign-minister", None]
    assert [row.name for row in ledger.people("PER", limit=1)] == ["Rosa Mamani"]
    assert ledger.people("PER", limit=1).total == 4


def test_the_words_of_an_outcome_give_an_office_too(ledger_url):
    lines = [
        ("Quispe spoke of the port", {"speaker": "Ana Quispe", "holders": ("PER",)}),
        ("The treaty was signed by Trade Minister Ana Quispe", {"what": "The treaty"}),
    ]
    with Ledger.open(ledger_url, create=True) as opened:
        opened.add([report("2031-01-01", lines)])
        assert [(row.name, row.office) for row in opened.people("PER")] == [("Ana Quispe", "Trade Minister")]


def test_lately_looks_through_fewer_of_the_newest_records(ledger, monkeypatch):
    assert [row.name for row in ledger.people("PER", lately=True)] == [row.name for row in ledger.people("PER")]
    monkeypatch.setattr("communique.ledger.ask.people._LATELY", {"engagement": 1, "statement": 1, "outcome": 1})
    few = {row.name for row in ledger.people("PER", lately=True)}
    assert few < {row.name for row in ledger.people("PER")}
    assert max(row.last_seen for row in ledger.people("PER", lately=True)) == max(
        row.last_seen for row in ledger.people("PER")
    )


def test_as_of_a_day_nobody_has_followed_yet(ledger):
    then = ledger.people("PER", as_of="2030-12")
    assert [(row.name, row.last_seen, row.later) for row in then] == [("Ana Quispe", "2030-01-10", None)]


def test_a_country_that_no_report_is_about_is_a_sentence(ledger):
    with pytest.raises(UnknownParty, match="no report in the ledger is about"):
        ledger.people("Chad")
