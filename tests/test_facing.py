"""Two who meet are of two states: who is whose where only one of them, or neither, is told. All invented."""

import pytest

from communique.read import Reader
from communique.read.analyse import analyse
from communique.records import Report


def cast(text, home):
    scene = analyse(Report(text=text, published="2011-05-03", outlet_country=home, language="en"))
    return {person.name: person.country for person in scene.cast if person.name}


@pytest.mark.parametrize(
    ("text", "home", "people"),
    [
        # one is told: the other is the outlet's own, whatever the office
        ("Ambassador Karen Doyle saw Chad's Foreign Minister Idriss Mahamat in N'Djamena on 2 May.", "IRL",
         {"Karen Doyle": "IRL", "Idriss Mahamat": "TCD"}),
        ("Prime Minister Aino Lehto came together in Riga with Latvia's Prime Minister, Juris Kalns, on 2 May.", "FIN",
         {"Aino Lehto": "FIN", "Juris Kalns": "LVA"}),
        ("Mr. Paul Rivet, Secretary of State, conversed with the Romanian Minister Mr. Ion Lupu in Paris on 2 May.", "FRA",
         {"Paul Rivet": "FRA", "Ion Lupu": "ROU"}),
        # neither is told: who is met abroad is at home there
        ("Chancellor Elke Brandt met President Rustamov in Tashkent on 2 May.", "DEU",
         {"Elke Brandt": "DEU", "Rustamov": "UZB"}),
        ("President Luc Moreau and Prime Minister Vikram Sethi met in New Delhi on 2 May.", "FRA",
         {"Luc Moreau": "FRA", "Vikram Sethi": "IND"}),
        ("The President of the Republic met President Elias Haddad in Beirut on 2 May.", "FRA", {"Elias Haddad": "LBN"}),
        # traps: a delegation of one state abroad; two of one state at home
        ("President Luc Moreau and Foreign Minister Jean Petit met with Indian ministers in New Delhi on 2 May.", "FRA",
         {"Luc Moreau": "FRA", "Jean Petit": "FRA"}),
        ("President Luc Moreau received Foreign Minister Jean Petit in Paris on 2 May.", "FRA",
         {"Luc Moreau": "FRA", "Jean Petit": "FRA"}),
    ],
)  # fmt: skip
def test_who_faces_whom(text, home, people):
    assert cast(text, home) == people


def test_a_head_who_has_no_name_is_not_the_guest():
    text = "The President of the Republic received Mr. Paul Koné, President of Mali, in Paris on 2 May."
    reading = Reader().read(text, published="2011-05-03", outlet_country="FRA")
    assert [set(one.parties) for one in reading.engagements] == [{"FRA", "MLI"}]


def test_a_short_note_of_a_meeting_is_diplomacy_though_one_side_has_no_title():
    text = "Mrs Helen Barlow and President Otieno held talks in Nairobi on 2 May.\n\nThe loan was paid out yesterday."
    reading = Reader().read(text, published="1981-05-03", outlet_country="GBR")
    assert [(one.what, one.date) for one in reading.outcomes] == [("The loan", "1981-05-02")]
