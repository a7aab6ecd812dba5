"""Outcomes told of "it", "they", "both" or "the second": what they stand for was named before; and what only lasted."""

from __future__ import annotations

import pytest

from after_a_meeting import after_a_meeting


def _told(passage: str) -> list[tuple[str, str]]:
    reading = after_a_meeting(passage)
    return [(one.what, one.state) for one in reading.outcomes]


@pytest.mark.parametrize(
    ("passage", "wanted"),
    [
        ("The fisheries protocol is short. It was signed on Monday.", ("The fisheries protocol", "done")),
        ("The tunnel will be long. It has been in service since June.", ("The tunnel", "done")),
        ("The ferry was to run from spring. It came to nothing for want of money.", ("The ferry", "failed")),
        ("Much was said about the two stolen masks and the old maps. Both were handed over.", None),
        ("On the return of the two paintings there was news. Both were handed over last week.", ("paintings", "done")),
        ("Japan pays for the schools. The first two have been opened.", ("the schools", "done")),
        ("Japan pays for the schools. The others have been postponed.", ("the schools", "postponed")),
        ("The opening of the quay was near; it has been put back to May.", ("quay", "postponed")),
    ],
)
def test_what_was_named_before(passage: str, wanted: tuple[str, str] | None) -> None:
    told = _told(passage)
    if wanted is None:
        assert all(" it" not in f" {what.lower()} " and what.lower() != "both" for what, _ in told)
    else:
        assert any(wanted[0].lower() in what.lower() and state == wanted[1] for what, state in told), told


@pytest.mark.parametrize(
    "passage",
    [
        "The pact is to come. After it is signed, the ban on timber will be looked at.",  # not signed yet
        "It was decided that the ministers would meet in spring.",  # "it" stands for nothing
        "The ministers spoke of the bridge. They finished late.",  # the ministers did
        "Ten of them were received by the Governor.",  # of whom is not told
        "He urged that the matter rest and it never be pursued by force.",  # wished, not told
    ],
)
def test_stands_for_nothing_plain(passage: str) -> None:
    assert not _told(passage)


@pytest.mark.parametrize(
    "passage",
    [
        "The pass was closed for years.",
        "The treaty took eleven years.",
        "Japan has paid for the wells in Oaxaca since 2001.",
        "The ferry had not carried a car since 1999.",
        "The canal came up at some length.",
        "Fishing rights were on the agenda again.",
        "The service has been irregular since the old ship was laid up.",
        "A photograph was taken on the steps.",
        "The lawyers have not finished with it.",
        "The mines are about to run out of coal.",
    ],
)
def test_lasted_or_was_spoken_of(passage: str) -> None:
    assert not _told(passage)


@pytest.mark.parametrize(
    ("passage", "state"),
    [
        ("Construction has started.", "begun"),
        ("The building of four more clinics has begun.", "begun"),
        ("The first payment was made last Friday.", "done"),
        ("The bidding for the tunnel was declared void.", "failed"),
        ("It has not been possible to complete the deal on the steel works.", "failed"),
        ("The railway agreement has had to wait.", "postponed"),
        ("No ferry has sailed since 2005.", "failed"),
    ],
)
def test_more_words(passage: str, state: str) -> None:
    assert [told for _, told in _told(passage)] == [state]
