"""By when the items of a promise, an agreement or a request are to be done."""

import pytest

from communique import Reader
from communique.records import Evidence, Statement

OPENING = (
    "Foreign Minister Ada Okafor of Nigeria met Foreign Minister Pekka Aalto of Finland in Abuja on 4 May 2031.\n\n"
)


@pytest.fixture(scope="module")
def reader():
    return Reader()


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("Finland will deliver the ferries by the end of 2033.", ["2033"]),
        ("The two sides agreed to open a consulate in Kano before July.", ["2031"]),
        ("The two sides agreed to open a consulate in Kano next month.", ["2031-06"]),
        ("The two sides agreed to sign the pact in the first half of 2032.", ["2032"]),
        ("By 2035, Finland will build a school in Kano and train fifty nurses.", ["2035", "2035"]),
        ("Finland undertook, by the end of the year, to lift the tax on cocoa.", ["2031"]),
        ("Finland undertook to abolish, from 1 January next year, the quota on cocoa.", ["2032-01-01"]),
        ("The two sides agreed to postpone the meeting from June to October.", ["2031-10"]),
        ("The two sides agreed to hold the talks scheduled for October.", ["2031-10"]),
        ("Okafor asked Finland to lift the tax by June; and to send teachers.", ["2031", None]),
        ("The two sides agreed on Tuesday to open a consulate.", [None]),
        ("Okafor asked Finland to implement the accord signed in May last year.", [None]),
        ("They agreed to adopt the Plan of Action 2032-2036.", [None]),
        ("Finland agreed to extend the visa waiver until December 2033.", [None]),
        ("The two sides agreed to respect the ceasefire of 8 August.", [None]),
        ("Finland thanked Nigeria for its help last year.", []),
    ],
)
def test_due(reader, said, due):
    found = reader.read(OPENING + said, outlet_country="NGA", published="2031-05-05").statements
    assert [day for s in found for day in s.due] == due


def _statement(**fields):
    evidence = (Evidence(start=0, end=4, quote="will"),)
    return Statement(
        report="r", evidence=evidence, rule=("acts.yaml/say",), act="pledge", strength="firm", holders=("FIN",),
        items=("build a school", "train nurses"), **fields
    )  # fmt: skip


def test_due_is_no_part_of_the_identity():
    assert _statement(due=("2035", None)).id == _statement().id
    assert _statement().due == (None, None)


def test_due_has_a_place_for_each_item():
    with pytest.raises(ValueError, match="for each item"):
        _statement(due=("2035",))
