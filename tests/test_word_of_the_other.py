"""What one side tells that the other promised, agreed to or asked is the other's word; an assurance that something is so."""

from __future__ import annotations

import pytest

from communique import Reader

READER = Reader()
AGENCY = """Ghana and Norway hold talks

Accra, 12 March 2034 (Gold Coast News) - Foreign Minister Kwabena Osei-Tutu of Ghana received Foreign Minister Sigrid Haavik of
Norway on Wednesday.

{told}
"""


def told(sentence: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    reading = READER.read(AGENCY.format(told=sentence), outlet_country="GHA")
    first = reading.report.text.index(sentence)
    return [(one.act, one.holders, one.items) for one in reading.statements if one.evidence[0].start >= first]


@pytest.mark.parametrize(
    ("sentence", "act", "items"),
    [
        ("Osei-Tutu said that Norway had promised to send twenty experts.", "pledge", ("send twenty experts",)),
        ("Osei-Tutu told reporters that Norway has agreed to add 2,000 visas to the quota.", "pledge", ("add 2,000 visas to the quota",)),
        ("Haavik promised that Norway would send twenty experts, Osei-Tutu said.", "pledge", ("send twenty experts",)),
        ("Ms. Haavik told him that Norway would open a consulate in Kumasi, the Ghanaian minister added.", "pledge", ("open a consulate in Kumasi",)),
        ("Osei-Tutu noted that Norway had asked for a new consulate.", "request", ("a new consulate",)),
        ("According to Osei-Tutu, Haavik agreed to consider the request.", "pledge", ("consider the request",)),
        ("Haavik assured him that Norway stands firmly behind Ghana, he added.", "support", ()),
    ],
)  # fmt: skip
def test_what_the_other_side_is_told_to_have_said_is_its_own(sentence, act, items):
    assert told(sentence) == [(act, ("NOR",), items)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Osei-Tutu said that Norway had agreed in 2030 to send twenty experts.",
        "Osei-Tutu recalled that Norway had promised to send twenty experts.",
        "Osei-Tutu said that Norway has sent twenty experts.",
        "Osei-Tutu said that Norway has not agreed to send twenty experts.",
    ],
)
def test_what_is_recalled_or_not_said_is_no_word_of_the_other(sentence):
    assert not [one for one in told(sentence) if "NOR" in one[1]]


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Ms. Haavik assured her guest that Norway supports the sovereignty of Ghana.", "support"),
        ("Ms. Haavik assured her guest that Norway opposes any change of borders.", "oppose"),
        ("Ms. Haavik assured her guest that Norway would support the request.", "pledge"),
        ("Ms. Haavik assured her guest that Norway supports the request and that an answer would be given soon.", "pledge"),
    ],
)  # fmt: skip
def test_an_assurance_that_something_is_so_is_the_stance_that_it_tells(sentence, act):
    assert [one[:2] for one in told(sentence)] == [(act, ("NOR",))]
