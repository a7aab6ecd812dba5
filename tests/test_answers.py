"""Answers to what was asked: a promise of the other side, whose items are those of the request."""

import pytest

from communique import Reader

OPENING = (
    "Foreign Minister Ada Okafor of Nigeria met Foreign Minister Pekka Aalto of Finland in Abuja on 4 May 2031.\n\n"
)
PLEDGE = ("pledge", "firm", ("FIN",))
LOOK = ("pledge", "tentative", ("FIN",))


@pytest.fixture(scope="module")
def reader():
    return Reader()


@pytest.mark.parametrize(
    ("said", "answer", "items"),
    [
        ("Okafor invited Aalto to visit Nigeria. The invitation was accepted with pleasure.", PLEDGE, ["visit Nigeria"]),
        ("Okafor invited Aalto to visit Nigeria, and the latter accepted with pleasure.", PLEDGE, ["visit Nigeria"]),
        ("Okafor invited Aalto to visit Nigeria, which he gladly accepted.", PLEDGE, ["visit Nigeria"]),
        ("Okafor asked for two more ferries. The request was granted.", PLEDGE, ["two more ferries"]),
        (
            "The Nigerian side asked for the removal of the cap on cocoa, which the Finnish side agreed to examine.",
            LOOK,
            ["the removal of the cap on cocoa"],
        ),
        (
            "Okafor asked for the removal of the cap on cocoa. Aalto responded that the request would be considered favourably.",
            LOOK,
            ["the removal of the cap on cocoa"],
        ),
        ("Okafor proposed a joint fund. Aalto said that Finland was open to the proposal.", LOOK, ["a joint fund"]),
        ("Okafor proposed a joint fund. The Finnish side promised to study the idea.", LOOK, ["a joint fund"]),
        (
            "Okafor proposed a joint fund. The Finnish side promised to study the idea of a joint bank.",
            LOOK,
            ["study the idea of a joint bank"],
        ),
        ("Okafor invited Aalto to visit Kano. Foreign Minister Aalto accepted.", PLEDGE, ["visit Kano"]),
        ("Okafor asked for aid. Aalto accepted an invitation to visit Kano.", PLEDGE, ["visit Kano"]),
    ],
)  # fmt: skip
def test_answer(reader, said, answer, items):
    found = reader.read(OPENING + said, outlet_country="NGA", published="2031-05-05").statements
    assert [(s.act, s.strength, s.holders) for s in found[1:]] == [answer]
    assert list(found[1].items) == items
