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
        ("Nigeria will consider it with goodwill.", ["Nigeria will consider it with goodwill"]),
        ("Okafor asked Finland to lift the tax; to reopen its embassy; and to send teachers.", ["lift the tax", "reopen its embassy", "send teachers"]),
        ("Aalto proposed a joint school for foresters.", ["a joint school for foresters"]),
        ("Finland thanked Nigeria for its help.", []),
    ],
)  # fmt: skip
def test_items(reader, said, items):
    text = OPENING + said
    found = reader.read(text, outlet_country="NGA", published="2031-05-05").statements
    assert [item for s in found for item in s.items] == items
    assert all(item in text for item in items)
