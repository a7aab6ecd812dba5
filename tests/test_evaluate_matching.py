"""The rules of matching, one by one."""

import pytest

from communique.evaluate.coded import Coded, coded_from_record
from communique.evaluate.matching import MATCH, close, overlap, pair, same_day, tokens


def coded(layer, spans=((0, 10),), optional=False, **fields):
    return Coded(layer=layer, fields=fields, spans=tuple(spans), optional=optional)


def test_tokens_drop_accents_case_small_words_and_plurals():
    assert tokens("The Pàrtnerships of CHINA") == {"partnership", "china"}
    assert tokens("congress") == {"congress"}
    assert tokens(None) == set()


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ([(0, 10)], [(5, 15)], 0.5),
        ([(0, 10)], [(10, 20)], 0.0),
        ([(0, 100)], [(40, 50)], 1.0),
        ([(0, 4), (20, 30)], [(22, 32)], 0.8),
        ([], [(0, 1)], 0.0),
    ],
)
def test_overlap_is_of_the_shorter_span(a, b, expected):
    assert overlap(a, b) == expected


def test_a_day_matches_its_month_and_nothing_matches_none():
    assert same_day("2027-02-23", "2027-02")
    assert not same_day("2027-02-23", "2027-03")
    assert not same_day(None, "2027")


def test_close_needs_most_of_the_words():
    assert close("strategic partnership", "strategic partnerships")
    assert not close("strategic partnership", "comprehensive cooperation")


def test_engagement_needs_words_or_day():
    gold = coded("engagement", kind="meeting", parties=["CHN", "KAZ"], date_start="2027-02-23")
    near = coded("engagement", kind="meeting", parties=["CHN", "KAZ"])
    far = coded("engagement", [(50, 60)], kind="meeting", parties=["CHN", "KAZ"])
    far_same_day = coded("engagement", [(50, 60)], kind="meeting", parties=["CHN"], date_start="2027-02")
    match = MATCH["engagement"]
    assert match(gold, near) == 3.0
    assert match(gold, far) == 0.0
    assert match(gold, far_same_day) == 2.5


def test_statement_needs_words_act_and_holders():
    gold = coded("statement", act="pledge", holders=["CHN", "KAZ"])
    match = MATCH["statement"]
    assert match(gold, coded("statement", act="pledge", holders=["KAZ", "CHN"])) == 1.0
    assert match(gold, coded("statement", act="agree", holders=["KAZ", "CHN"])) == 0.0
    assert match(gold, coded("statement", act="pledge", holders=["CHN"])) == 0.0
    assert match(gold, coded("statement", [(8, 30)], act="pledge", holders=["KAZ", "CHN"])) == 0.0


def test_optional_gold_takes_its_match_out_of_the_count():
    gold = [coded("reference", name="A B", kind="forum", optional=True), coded("reference", name="C D", kind="forum")]
    found = [coded("reference", name="A B", kind="forum"), coded("reference", name="X Y", kind="forum")]
    pairing = pair(gold, found, MATCH["reference"])
    assert (len(pairing.pairs), len(pairing.optional_pairs)) == (0, 1)
    assert (pairing.n_gold, pairing.n_found) == (1, 1)
    assert pairing.missed == (gold[1],)
    assert pairing.extra == (found[1],)


def test_best_pair_goes_first_and_none_is_used_twice():
    gold = [coded("relation", parties=["A", "B"], label="strategic partnership", event="described")]
    found = [
        coded("relation", parties=["B", "A"], label="strategic partnership", event="upgraded"),
        coded("relation", parties=["B", "A"], label="strategic partnership", event="described"),
    ]
    pairing = pair(gold, found, MATCH["relation"])
    assert pairing.pairs == ((gold[0], found[1]),)
    assert pairing.extra == (found[0],)


def test_a_record_with_null_lists_is_as_one_without_them():
    record = coded_from_record({"record": "statement", "act": "pledge", "holders": None, "evidence": None})
    assert record.get("holders", []) == []
    assert record.spans == ()


@pytest.mark.parametrize("bad", [{"holders": "CHN"}, {"act": 3}, {"main": "yes"}, {"ordinal": True}])
def test_a_record_of_wrong_types_is_refused(bad):
    with pytest.raises(ValueError, match="which that field cannot be"):
        coded_from_record({"record": "statement", **bad})
