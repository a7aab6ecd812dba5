"""Corrections laid over records, whatever was said in whatever order: what always holds."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.ledger.corrections.checked import correction
from communique.ledger.corrections.lay import MADE_BY_READER, SET_ASIDE, lay, of_person
from communique.records import Evidence, Reference, Statement

TEXT = "China will build a road. Kazakhstan will build a road. The road was built by both. A road is a road."
REPORT, NEWER = "0" * 16, "1" * 16
SPANS = [(0, 23), (6, 23), (25, 53), (36, 53), (55, 81), (83, 99)]


def evidence(place, text=TEXT):
    start, end = SPANS[place]
    return (Evidence(start=start, end=end, quote=text[start:end]),)


def statement(place, act, holder):
    strength = "firm" if act == "pledge" else None
    return Statement(
        report=REPORT, rule=("t",), evidence=evidence(place), act=act, holders=(holder,), strength=strength
    )


def reference(place, name):
    return Reference(report=REPORT, rule=("t",), evidence=evidence(place), kind="project", name=name)


places = st.integers(0, len(SPANS) - 1)
records = st.one_of(
    st.builds(statement, places, st.sampled_from(["pledge", "assess"]), st.sampled_from(["CHN", "KAZ"])),
    st.builds(reference, places, st.sampled_from(["road", "Road", "way"])),
)
readings = st.lists(records, max_size=5, unique_by=lambda one: one.id)
said = st.lists(
    st.tuples(st.sampled_from(["accept", "reject", "edit", "add"]), st.integers(0, 9), records, st.booleans()),
    max_size=8,
)


def corrections(made, choices):
    """What people may say, one after the other, of what then is there; some of it undone."""
    found = []
    for number, (kind, which, other, undone) in enumerate(choices):
        there = [*made, *(one.after for one in found if one.after is not None)]
        if kind == "add":
            before, after = None, of_person(other, rule=("person:A",))
        else:
            if not there:
                continue
            before = there[which % len(there)]
            same_layer = other.record == before.record
            after = of_person(other if same_layer else before, rule=("person:A",)) if kind == "edit" else None
        one = correction(REPORT, kind, before, after, "A", f"2026-11-22T01:40:{number:02}Z", "so")
        found.append(replace(one, undone_by="B", undone_at="2026-11-23T00:00:00Z", effect="undone") if undone else one)
    return found


@settings(max_examples=150, deadline=None)
@given(readings, readings, said)
def test_whatever_is_said_holds_together(made, newer, choices):
    some = corrections(made, choices)
    for reading, report, text in ((made, REPORT, TEXT), (newer, REPORT, TEXT), (moved(newer), NEWER, "So: " + TEXT)):
        laid = lay(reading, some, report, text)
        rows = list(laid.rows())
        assert len({one.id for one, _ in rows}) == len(rows), "each record once"
        kept = {one.id for one, standing in rows if standing in MADE_BY_READER}
        assert kept == {one.id for one in reading}, "what the reader made is there, whatever was said"
        assert {one.id for one, how in rows if how not in SET_ASIDE} == {one.id for one in laid.records()}
        for one in laid.records():
            assert one.report == report
            assert all(text[span.start : span.end] == span.quote for span in one.evidence)
        told = list(laid.corrections())
        assert sorted(one.id for one in told) == sorted(one.id for one in some), "each correction is accounted for once"
        assert all((one.effect == "undone") == (one.undone_at is not None) for one in told)


def test_two_records_edited_into_one_are_one():
    made = [statement(0, "pledge", "CHN"), statement(2, "pledge", "KAZ")]
    after = of_person(statement(0, "assess", "KAZ"), rule=("person:A",))
    some = [correction(REPORT, "edit", one, after, "A", "2026-11-22T01:40:00Z", "so") for one in made]
    laid = lay(made, some, REPORT, TEXT)
    assert laid.records() == [after]
    assert [(one.id, how) for one, how in laid.rows()] == [
        (made[0].id, "replaced"), (made[1].id, "replaced"), (after.id, "edited"),
    ]  # fmt: skip


@given(readings, said)
def test_all_undone_is_as_if_nothing_was_said(made, choices):
    some = [replace(one, undone_by="B", undone_at="2026-11-23T00:00:00Z") for one in corrections(made, choices)]
    laid = lay(made, some, REPORT, TEXT)
    assert [one.id for one in laid.records()] == [one.id for one in made]
    assert all(standing is None for _, standing in laid.rows())


@given(readings, said)
def test_the_last_word_on_what_is_there_counts(made, choices):
    some = corrections(made, choices)
    for slot in lay(made, some, REPORT, TEXT).slots:
        said_of_it = [one for one in slot.corrections() if one.effect != "undone"]
        assert not said_of_it or said_of_it[-1].effect == "in-force"
        assert bool(said_of_it) or slot.active is slot.base


def moved(reading):
    """The same in a text that begins four letters later."""
    return [
        type(one).model_validate(
            {**one.model_dump(exclude={"id"}), "report": NEWER,
             "evidence": [{"start": e.start + 4, "end": e.end + 4, "quote": e.quote} for e in one.evidence]}
        )
        for one in reading
    ]  # fmt: skip
