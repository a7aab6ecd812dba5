"""What is to be done on a visit, or was done on one, is no visit itself; the visit is told beside it, to come or paid."""

from __future__ import annotations

import pytest

from communique import Reader
from communique.ledger.commitments import mentions
from communique.ledger.entry import Entry

READER = Reader()
AGENCY = """Ghana and Norway hold talks

Accra, 12 March 2034 (Gold Coast News) - Foreign Minister Kwabena Osei-Tutu of Ghana received Foreign Minister Sigrid Haavik of
Norway on Wednesday.

{told}
"""


def told(sentence: str) -> list[tuple[str, str | None]]:
    """What each mention of the sentence tells, with the month of a visit."""
    reading = READER.read(AGENCY.format(told=sentence), outlet_country="GHA")
    first = reading.report.text.index(sentence)
    found = [one for one in mentions(Entry.of(reading)) if one.evidence.start >= first]
    return sorted((one.told, (one.occasion.date or "") if one.occasion else None) for one in found)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They decided that a new Cooperation Programme will be signed in September, when Prime Minister Mensah pays an official visit to Norway.",
         [("planned", ""), ("said", None)]),
        ("They agreed to sign the Cooperation Programme on the occasion of the visit of Prime Minister Mensah to Norway in September.",
         [("planned", "2034-09"), ("said", None)]),
        ("The two sides agreed to conclude the agreement before the Prime Minister's visit to Norway in September.",
         [("planned", "2034-09"), ("said", None)]),
        ("They agreed to launch the credit line when Prime Minister Mensah visits Norway in September.", [("said", None)]),
        ("The agreement was signed during the visit of Prime Minister Mensah to Norway in September.",
         [("done", None), ("held", "2033-09")]),
        ("They agreed that Prime Minister Mensah would visit Norway in September, when the two sides will sign the Programme.",
         [("planned", "2034-09")]),
    ],
)  # fmt: skip
def test_what_is_done_on_a_visit(sentence, expected):
    assert told(sentence) == expected
