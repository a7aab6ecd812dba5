"""Following undertakings report by report gives the same as following them from the start, whatever is kept between."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.ledger.commitments import Linker, Memory, Mention, Thread, mentions
from communique.ledger.commitments.noted import Noted
from communique.ledger.entry import Entry
from communique.ledger.shares import pack, shares_of, unpack
from tests.commitment_entries import Told

_DEEDS = ("build a hospital in Nadi", "build a school in Nadi by 2034", "remove the cap on tuna at Port Louis", "extend a loan of 300 million dollars for the Suva railway",
          "sign an agreement on direct flights between Suva and Curepipe", "complete the feasibility study for the Suva railway", "visit Fiji next year",
          "hold the next meeting of the Joint Fisheries Commission", "examine the proposal", "conclude it by May")  # fmt: skip
_TOLD = ("The cap on tuna at Port Louis was lifted", "The hospital in Nadi was opened", "Negotiations on direct flights between Suva and Curepipe are under way",
         "Nothing was said about the Suva railway", "The loan for the Suva railway is not being pursued")  # fmt: skip
_promise = st.tuples(
    st.sampled_from(["pledge", "agree", "request", "propose"]),
    st.sampled_from(["MUS", "FJI"]),
    st.sampled_from(_DEEDS),
    st.sampled_from(["firm", "soft", "tentative"]),
)
_telling = st.tuples(st.just("assess"), st.sampled_from(["MUS", "FJI"]), st.sampled_from(_TOLD), st.none())
_report = st.lists(st.one_of(_promise, _telling), max_size=4)


def _entry(at: int, said: list[tuple[str, str, str, str | None]]) -> Entry:
    told = Told(f"r{at}", f"20{31 + at // 12}-{at % 12 + 1:02}-03")
    for act, holder, words, strength in said:
        items = () if act == "assess" else (words,)
        told.says(
            act,
            "MUS+FJI" if act == "agree" else holder,
            f"It {words}" if items else words,
            *items,
            strength=strength if act in ("pledge", "agree") else None,
        )
    return told.entry()


def _own(entry: Entry) -> list[Mention]:
    return [one for one in mentions(entry) if one.bucket == "FJI|MUS"]


@settings(max_examples=60, deadline=None)
@given(st.lists(_report, max_size=6))
def test_appending_equals_doing_all_from_the_start(reports: list[list[tuple[str, str, str, str | None]]]) -> None:
    entries = [_entry(at, said) for at, said in enumerate(reports)]
    whole = Memory()
    linker = Linker(whole)
    for entry in entries:
        linker.take(_own(entry))
    kept: list[str] = []
    for entry in entries:
        memory = Memory(Thread.from_json(json.loads(one)) for one in reversed(kept))
        Linker(memory).take(reversed(_own(entry)))
        kept = [json.dumps(one.to_json()) for one in memory.all()]
    assert kept == [json.dumps(one.to_json()) for one in whole.all()]


@settings(max_examples=60, deadline=None)
@given(st.lists(_report, min_size=1, max_size=6), st.integers(0, 5))
def test_what_is_taken_back_never_was(reports: list[list[tuple[str, str, str, str | None]]], left: int) -> None:
    entries = [_entry(at, said) for at, said in enumerate(reports)]
    noted = Noted(whole := Memory())
    linker = Linker(noted)
    undoings, stood = [], []
    for entry in entries:
        stood.append([json.dumps(one.to_json()) for one in whole.all()])
        linker.take(_own(entry))
        undoings.append(json.loads(json.dumps(noted.undo())))
    threads = {one.id: one for one in whole.all()}
    for undo in reversed(undoings[left:]):
        for id_, how in undo.items():
            if how is None:
                del threads[id_]
            else:
                threads[id_].take_back(how)
    wanted = stood[left] if left < len(stood) else [json.dumps(one.to_json()) for one in whole.all()]
    assert [json.dumps(one.to_json()) for one in Memory(threads.values()).all()] == wanted


@settings(max_examples=40, deadline=None)
@given(_report)
def test_mentions_are_kept_as_they_are(said: list[tuple[str, str, str, str | None]]) -> None:
    for share in shares_of(_entry(0, said)).values():
        assert unpack(pack(share)) == share
        assert pack(unpack(pack(share))) == pack(share)


@settings(max_examples=40, deadline=None)
@given(_report)
def test_mentions_are_pure_and_their_evidence_is_in_the_quotes(said: list[tuple[str, str, str, str | None]]) -> None:
    entry = _entry(0, said)
    found = mentions(entry)
    assert found == mentions(entry)
    spans = [span for record in entry.records() for span in record.evidence]
    for one in found:
        assert any(
            span.start <= one.evidence.start
            and span.quote[one.evidence.start - span.start :].startswith(one.evidence.quote)
            for span in spans
        )
