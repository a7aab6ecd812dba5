import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import EmptyInput, InputError, WrongLanguage
from communique.load import load_text
from communique.records import Report

ENGLISH = (
    "The President of Kazakhstan met the Foreign Minister of China in Astana, and the two agreed to cooperate. " * 2
)
FRENCH = "Le Président de la République a reçu son homologue kazakh à Astana et les deux chefs d'État ont évoqué " * 2


def test_metadata_is_kept_and_brought_into_form():
    report = load_text(
        ENGLISH, title=" Talks\n held ", published="2024-05-21T10:00:00Z", outlet_country="kaz", language="en-GB"
    )
    assert (report.title, report.published, report.outlet_country) == ("Talks held", "2024-05-21", "KAZ")
    assert report.language == "en"
    assert report.text == ENGLISH


def test_the_same_text_has_the_same_id_and_another_has_another():
    assert load_text(ENGLISH).id == load_text(ENGLISH, path="elsewhere.txt").id
    assert load_text(ENGLISH).id != load_text(ENGLISH + " ").id


@pytest.mark.parametrize(
    ("metadata", "sentence"),
    [
        ({"published": "yesterday"}, "no ISO date"),
        ({"published": "2024-02-30"}, "no ISO date"),
        ({"outlet_country": "QQQ"}, "three-letter country code"),
        ({"language": "klingon-ish"}, "no language"),
        ({"title": 5}, "is a number"),
        ({"title": "x" * 3000}, "longer than"),
        ({"url": "\ud800"}, "half a letter"),
    ],
)
def test_a_value_that_cannot_be_is_refused_with_its_name(metadata, sentence):
    with pytest.raises(InputError, match=sentence) as caught:
        load_text(ENGLISH, **metadata)
    assert next(iter(metadata)) in caught.value.problem


def test_an_unknown_field_is_a_mistake_of_the_program():
    with pytest.raises(TypeError, match="titel"):
        load_text(ENGLISH, titel="x")


@pytest.mark.parametrize("published", ["2024", "2024-05", "2024-05-21"])
def test_a_date_keeps_its_precision(published):
    assert load_text(ENGLISH, published=published).published == published


@pytest.mark.parametrize("text", ["", " \n\t\r\n "])
def test_nothing_to_read(text):
    with pytest.raises(EmptyInput):
        load_text(text)


def test_another_language_is_named():
    with pytest.raises(WrongLanguage, match="French"):
        load_text(FRENCH)


def test_what_is_said_about_the_language_counts_where_the_text_is_too_short_to_tell():
    with pytest.raises(WrongLanguage, match="Spanish"):
        load_text("Astana, 5 mayo.", language="es")


def test_said_to_be_french_but_english():
    with pytest.raises(InputError, match="says French, but the text is in English"):
        load_text(ENGLISH, language="fr")


def test_half_a_letter_in_a_text_is_an_input_error():
    with pytest.raises(InputError, match="half a letter"):
        load_text("The two met \ud800 in Astana.")


def test_dated_first_line():
    text = " date 2024-05-21 Chadian, Danish envoys compare notes\n\n" + ENGLISH
    report = load_text(text)
    assert (report.title, report.published) == ("Chadian, Danish envoys compare notes", "2024-05-21")
    assert report.text == text
    assert load_text(text, title="Given", published="2024-05-22").title == "Given"
    assert load_text(" date 2024-13-41 No day\n\n" + ENGLISH).published is None


@given(st.text(max_size=400))
def test_any_string_gives_a_report_or_an_input_error(text):
    try:
        report = load_text(text)
    except InputError:
        return
    assert isinstance(report, Report)
    assert report.text == text
