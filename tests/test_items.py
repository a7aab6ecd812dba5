"""The items of a promise, an agreement, a request or a proposal: what is to be done, each a phrase of the text."""

import pytest

from communique import Reader

OPENING = (
    "Foreign Minister Ada Okafor of Nigeria met Foreign Minister Pekka Aalto of Finland in Abuja on 4 May 2031.\n\n"
)


@pytest.fixture(scope="module")
def reader():
    return Reader()


@pytest.mark.parametrize(
    ("said", "items"),
    [
        (
            "The two sides agreed to open a consulate in Kano and to train fifty nurses.",
            ["open a consulate in Kano", "train fifty nurses"],
        ),
        (
            "Okafor asked for the opening of the Finnish market to Nigerian cocoa and ginger, whose papers have been with the Finnish authorities since 2028.",
            ["the opening of the Finnish market to Nigerian cocoa and ginger"],
        ),
        (
            "Okafor called for the return of the bells looted in the war or, failing that, for fair payment.",
            ["the return of the bells looted in the war"],
        ),
        ("Nigeria will consider it with goodwill.", ["consider it with goodwill"]),
        ("Okafor asked Finland to lift the tax; to reopen its embassy; and to send teachers.", ["lift the tax", "reopen its embassy", "send teachers"]),
        ("Aalto proposed a joint school for foresters.", ["a joint school for foresters"]),
        ("Finland thanked Nigeria for its help.", []),
        (
            "Finland is ready to buy more Nigerian cocoa, cashew and sesame, put extra ferries on the run to Turku, and finish the survey.",
            ["buy more Nigerian cocoa, cashew and sesame", "put extra ferries on the run to Turku", "finish the survey"],
        ),
        (
            "The two sides agreed to open a consulate in Kano, to train fifty nurses and to sign a pact.",
            ["open a consulate in Kano", "train fifty nurses", "sign a pact"],
        ),
        (
            "Finland undertook to abolish, from 1 January next year, the quota on cocoa and to begin building the port.",
            ["abolish, from 1 January next year, the quota on cocoa", "begin building the port"],
        ),
        (
            "They agreed on opening a consulate in Kano, exempting diplomats from visas and setting up a joint fund.",
            ["opening a consulate in Kano", "exempting diplomats from visas", "setting up a joint fund"],
        ),
        (
            "Okafor requested the removal of limits on cocoa and the opening of a trade desk in Turku.",
            ["the removal of limits on cocoa", "the opening of a trade desk in Turku"],
        ),
        ("Okafor asked for the repair and upkeep of the dam.", ["the repair and upkeep of the dam"]),
        (
            "The two ministers agreed that the survey would be completed by experts and signed in the autumn.",
            ["the survey would be completed by experts", "signed in the autumn"],
        ),
        (
            "Okafor requested that the cocoa quota be raised, that the fee be cut, and that visas be issued faster.",
            ["the cocoa quota be raised", "the fee be cut", "visas be issued faster"],
        ),
        (
            "Finland stands ready to help Nigeria in building roads and to provide loans.",
            ["help Nigeria in building roads", "provide loans"],
        ),
        ("The two sides agreed to build a dam to store water and make power.", ["build a dam to store water and make power"]),
        (
            "The two sides agreed to promote and improve the flow of trade.",
            ["promote and improve the flow of trade"],
        ),
        ("The sides pledged to work together with Chad to protect the lake.", ["protect the lake"]),
        ("The two sides agreed to open a joint school, the first class of which starts in June.", ["open a joint school"]),
        ("Agreement was reached to draw up a treaty on fish.", ["draw up a treaty on fish"]),
        ("The task was set of bringing trade to ten billion.", ["bringing trade to ten billion"]),
        ("The joint communiqué demands an immediate ceasefire in Sudan.", ["an immediate ceasefire in Sudan"]),
        ("The Finnish official gave assurances that the study would be finished.", ["the study would be finished"]),
        ("They tasked their deputies with drawing up a plan.", ["drawing up a plan"]),
        ("Finland will never let smugglers use its ports.", ["never let smugglers use its ports"]),
    ],
)  # fmt: skip
def test_items(reader, said, items):
    text = OPENING + said
    found = reader.read(text, outlet_country="NGA", published="2031-05-05").statements
    assert [item for s in found for item in s.items] == items
    assert all(item in text for item in items)
