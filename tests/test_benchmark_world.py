"""The synthetic world: as deterministic, as true to its own words and as uneven as it is said to be."""

from collections import Counter
from itertools import islice, pairwise

import pytest

from benchmarks.world import FIRST, LAST, World
from benchmarks.world.sides import dyads, sides
from communique.records import ACTS, LAYERS, Reading


@pytest.fixture(scope="module")
def readings():
    return list(World(seed=7, reports=600).readings())


def test_the_same_seed_gives_the_same_readings_byte_for_byte(readings):
    again = World(seed=7, reports=600).readings()
    assert [one.model_dump_json() for one in islice(again, 50)] == [one.model_dump_json() for one in readings[:50]]
    assert next(World(seed=8, reports=600).readings()).report.text != readings[0].report.text


def test_every_quote_is_the_words_at_its_offsets(readings):
    for reading in readings:
        for record in reading.records():
            for one in record.evidence:
                assert reading.report.text[one.start : one.end] == one.quote


def test_items_are_words_of_their_statement_and_each_has_its_due(readings):
    statements = [one for reading in readings for one in reading.statements]
    assert all(item in one.evidence[0].quote for one in statements for item in one.items)
    assert any(due for one in statements for due in one.due)


def test_readings_are_valid_as_they_stand(readings):
    for reading in readings[:100]:
        assert Reading.model_validate(reading.model_dump()) == reading


def test_ids_are_all_different(readings):
    assert len({one.report.id for one in readings}) == 600
    assert len({one.report.url for one in readings}) == 600
    ids = [record.id for one in readings for record in one.records()]
    assert len(ids) == len(set(ids))


def test_about_ten_statements_a_report_and_every_layer_and_act(readings):
    assert 10 <= sum(len(one.statements) for one in readings) / 600 <= 11
    assert {record.record for one in readings for record in one.records()} == set(LAYERS)
    assert {one.act for reading in readings for one in reading.statements} == set(ACTS)


def test_dyads_are_uneven():
    pairs, weights = dyads()
    assert len(pairs) == len(set(pairs)) == 8000
    assert 0.01 < weights[0] / weights[-1] < 0.02
    assert len(sides()) > 195


def test_reports_come_nearly_by_date_over_forty_years(readings):
    days = [one.report.published for one in readings]
    late = sum(day < before for before, day in pairwise(days))
    assert 0 < late < 0.5 * len(days)
    assert str(FIRST) <= min(days)
    assert max(days) <= str(LAST)
    assert days[300] < "2014"
    assert max(days) > "2027"


def test_in_random_order_it_is_the_same_reports(readings):
    mixed = list(World(seed=7, reports=600).readings("random"))
    assert [one.report.id for one in mixed] != [one.report.id for one in readings]
    assert {one.report.id for one in mixed} == {one.report.id for one in readings}


def test_undertakings_come_up_again_and_visits_are_held():
    told = list(World(seed=7, reports=4000).readings())
    busiest = Counter(one.engagements[0].parties for one in told if one.engagements).most_common(1)[0][0]
    own = [one for one in told if one.engagements and one.engagements[0].parties == busiest]
    named = Counter(name for one in own for name in {ref.name for ref in one.references if ref.kind == "project"})
    assert max(named.values()) > 1
    kinds = {(one.kind, one.status) for reading in own for one in reading.engagements}
    assert {("visit", "planned"), ("visit", "held")} <= kinds
    assert {one.state for reading in told for one in reading.outcomes} == {"begun", "done", "postponed", "failed"}


def test_fresh_reports_go_on_from_where_it_ended(readings):
    told, skipped = World(seed=7, reports=600), World(seed=7, reports=600)
    for _ in told.readings():
        pass
    skipped.skip()
    newer = list(told.fresh(20))
    assert [one.report.id for one in newer] == [one.report.id for one in skipped.fresh(20)]
    assert len(newer) == 20
    assert all(one.report.published > str(LAST) for one in newer)
    assert {one.report.id for one in newer}.isdisjoint(one.report.id for one in readings)
    anyday = [one.report.published for one in told.fresh(20, dates="any")]
    assert min(anyday) < "2010"
