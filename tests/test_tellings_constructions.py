"""Constructions in which a report tells what came of something: a list of what was signed, what a treaty is for, who was
given what. Sentences of our own, traps among them.
"""

from __future__ import annotations

from functools import cache

import pytest

from communique import Reader
from communique.ledger.commitments import mentions
from communique.ledger.entry import Entry

LEAD = "Foreign Minister Anna Berg of Norway met Foreign Minister Luis Prado of Peru in Lima on 14 June.\n\n"


@cache
def reader() -> Reader:
    return Reader()


def read(sentence: str):
    return reader().read(LEAD + sentence, published="2011-06-15", outlet_country="NOR", language="en")


def told(sentence: str) -> list[tuple[str, str]]:
    """What is told of what, by the words of each mention."""
    found = mentions(Entry.of(read(sentence)))
    return [(one.told, one.evidence.quote) for one in found if one.evidence.start >= len(LEAD)]


def quotes(sentence: str) -> list[tuple[str, str]]:
    """The state and words of each outcome."""
    found = read(sentence).outcomes
    return [(one.state, one.evidence[0].quote) for one in found if one.evidence[0].start >= len(LEAD)]


def cases(*pairs) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(("sentence", "wanted"), pairs)


@cases(
    ("The ministers signed an agreement that will let trawlers land their catch.", "The ministers signed an agreement that will let trawlers land their catch"),
    ("On Monday the sides signed a memorandum allowing nurses to work in Bergen, after talks.", "On Monday the sides signed a memorandum allowing nurses to work in Bergen"),
    ("The Senate ratified the treaty which opens the fjords to Peruvian vessels.", "The Senate ratified the treaty which opens the fjords to Peruvian vessels"),
    ("The ministers signed the agreement, which was drafted in Oslo.", "The ministers signed the agreement"),
    ("The ministers signed the agreement on ferries, on which they had not agreed in May.", "The ministers signed the agreement on ferries, on"),
    ("The ministers signed the agreement following talks in Oslo.", "The ministers signed the agreement"),
)  # fmt: skip
def test_what_a_document_is_for(sentence, wanted):
    assert quotes(sentence) == [("done", wanted)]


@cases(
    ("During the visit the following documents were signed:\n\n- Agreement on the abolition of visas for sailors\n- Protocol on the export of asparagus",
     ["Agreement on the abolition of visas for sailors", "Protocol on the export of asparagus"]),
    ("The following documents were signed: (i) Agreement on fjord pilots; (ii) Memorandum of Understanding on tourism.",
     ["Agreement on fjord pilots", "Memorandum of Understanding on tourism"]),
    ("Five documents were signed, including a treaty on extradition and an agreement on tax cooperation.",
     ["treaty on extradition", "agreement on tax cooperation"]),
    ("Two documents were signed. The first is a memorandum on fishing, the second a protocol on asparagus.",
     ["memorandum on fishing", "protocol on asparagus"]),
    ("Five documents were signed. The ministers expressed satisfaction with the way in which the Agreement on Tourism works.",
     []),
    ("The following documents will be signed: (i) Agreement on fjord pilots; (ii) Memorandum of Understanding on tourism.", []),
)  # fmt: skip
def test_a_list_of_what_was_signed(sentence, wanted):
    assert [words for state, words in told(sentence) if state == "done" and "documents" not in words] == wanted
