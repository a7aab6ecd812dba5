"""What is put off, called off or not held: one list of words for all modules, in step with the codebook's."""

from __future__ import annotations

import re

import pytest

from communique.knowledge import load_codebook
from communique.ledger.commitments import mentions, untimely
from communique.ledger.commitments.cues import put_off
from communique.ledger.commitments.vocabulary import vocabulary
from communique.ledger.entry import Entry
from communique.read import Reader

PUT_OFF = ("postponed", "put off", "put back", "pushed back", "deferred", "delayed", "adjourned", "rescheduled")
CALLED_OFF = ("called off", "cancelled", "canceled", "scrapped", "shelved")
KNOWN = vocabulary(load_codebook())


@pytest.mark.parametrize("word", PUT_OFF)
def test_what_puts_off_is_in_the_codebook(word):
    assert re.fullmatch(untimely.PUT_OFF, word)
    assert KNOWN.search("delay", f"the meeting was {word} until May")
    assert put_off(f"the meeting, which was {word} in March, will be held in May")


@pytest.mark.parametrize("word", CALLED_OFF)
def test_what_calls_off_is_in_the_codebook(word):
    assert re.fullmatch(untimely.CALLED_OFF, word)
    assert any(KNOWN.search(name, f"the meeting was {word}") for name in ("cancelled", "failure"))
    assert not re.fullmatch(untimely.PUT_OFF, word)


@pytest.mark.parametrize(
    "clause", ["could not be held", "did not take place", "couldn't be arranged", "was not convened"]
)
def test_what_was_not_held(clause):
    assert put_off(f"the session, which {clause} in June")


@pytest.mark.parametrize("clause", ["was held over two days", "could not be judged by its length", "met twice"])
def test_what_was_held_all_the_same(clause):
    assert not put_off(f"the session, which {clause}")


REPORT = """Statement by the Ministry of Foreign Affairs of Norway

Oslo, 12 March 2014 - The Minister of Foreign Affairs of Norway, Ms. Sigrid Haavik, received the Minister of Foreign Affairs of
Ghana, Mr. Kwabena Osei-Tutu, on Wednesday.

The third session of the Norway-Ghana Joint Commission, which {happened} last autumn, will take place in Accra in May 2014.
"""


@pytest.mark.parametrize("happened", ["was adjourned", "was pushed back", "was scrapped", "could not be staged"])
def test_a_session_that_was_not_held_then_is_put_off(happened):
    told = [one.told for one in mentions(Entry.of(Reader().read(REPORT.format(happened=happened)))) if one.occasion]
    assert "moved" in told
    assert not {"held", "cancelled"} & set(told)
