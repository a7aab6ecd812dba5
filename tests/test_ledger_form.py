"""The form of what is derived: told apart, refused where it cannot be read, made anew piece by piece."""

import hashlib
import inspect
import json
import shutil
from dataclasses import fields

import pytest
from sqlalchemy import select, update

from communique.errors import LedgerOutdated
from communique.ledger import derive, form, shares, wording
from communique.ledger._ledger import Ledger
from communique.ledger.commitments import Mention, Stood, Thread, ThreadStep, steps, stored, thread
from communique.ledger.commitments.course import Course
from communique.ledger.commitments.mention import Occasion
from communique.ledger.commitments.profile import Profile
from communique.ledger.commitments.terms import Terms
from communique.ledger.commitments.thread import Born
from communique.ledger.rows import Rung, Wording
from communique.ledger.store import followed, schema
from communique.ledger.store.engine import reading, writing
from communique.ledger.wording.formulas import Formula
from communique.ledger.wording.lineages import Last, Said
from test_ledger_derive import derived
from test_ledger_late import world

KEPT = (
    Thread, ThreadStep, Stood, Course, Born, Profile, Occasion, Mention, Terms, shares.Share, Said, Formula, Last, Wording,
    Rung,
)  # fmt: skip
"""What the derived rows hold as JSON."""
WAYS = (
    Thread.to_json, Thread.undo, thread._plain_profile, thread._plain_occasion, stored.body_of, Course.plain,
    ThreadStep.plain, steps.step_body, wording.Lineages.to_json, wording.Lineages.undo, shares.pack, followed.row,
)  # fmt: skip
"""How it is made plain."""
SHAPES = {1: "ed7fbf72", 2: "d2288616", 3: "21e6f26a", 4: "2838bb31", 5: "2896efa4", 6: "0fcb6ce2", 7: "12c94ee8"}
"""By form: what `shape` gives. A shape that has changed is another form: raise `form.FORM`, and add a line here."""


def shape():
    """The fields of all that is kept, with their types, and how each is made plain."""
    said = [[kind.__name__, fields_of(kind)] for kind in KEPT]
    ways = [inspect.getsource(one) for one in WAYS]
    return hashlib.sha256(json.dumps([said, ways]).encode()).hexdigest()[:8]


def fields_of(kind):
    """The name and type of each field."""
    if hasattr(kind, "_fields"):
        return [[name, str(kind.__annotations__[name])] for name in kind._fields]
    return [[one.name, str(one.type)] for one in fields(kind)]


def test_another_shape_is_another_form():
    assert SHAPES.get(form.FORM) == shape(), (
        f"what derived rows hold has changed: raise FORM in ledger/form.py above {max(SHAPES)}, "
        f"and add it to SHAPES with {shape()!r}"
    )


@pytest.fixture(scope="module")
def readings():
    return world(11, 12)


@pytest.fixture(scope="module")
def template(readings, tmp_path_factory):
    file = tmp_path_factory.mktemp("form") / "a.db"
    with Ledger.open(file, create=True) as made:
        made.add(readings)
    return file


@pytest.fixture
def ledger(template, tmp_path):
    with Ledger.open(shutil.copy(template, tmp_path / "a.db")) as copied:
        yield copied


def of_form(ledger, name):
    """The ledger, as if its rows had been derived in another form: what is in them cannot be read."""
    with writing(ledger.engine) as connection:
        connection.execute(update(schema.form), {"form": name})
        if not form.readable(name):
            connection.execute(update(schema.thread), {"body": "{}"})
            connection.execute(update(schema.step), {"body": "[]"})
            connection.execute(update(schema.bucket), {"lineages": "{}"})
            connection.execute(update(schema.followed), {"undo": "{}"})
            connection.execute(update(schema.bucket_report), {"body": b""})


ASKED = (
    lambda at: at.commitments("CHN", "KAZ"), lambda at: at.calendar(), lambda at: at.positions(), lambda at: at.turns(),
    lambda at: at.ladder("CHN", "KAZ"), lambda at: at.ladder_gaps("CHN", "KAZ"), lambda at: at.wording(holder="CHN"),
    lambda at: at.country("CHN"), lambda at: at.fresh(), lambda at: at.tally("CHN"), lambda at: at.partners("CHN"),
)  # fmt: skip


def test_of_another_form_it_is_refused_in_one_sentence_that_says_what_to_do(ledger):
    of_form(ledger, f"{form.FORM + 1} abc")
    for ask in ASKED:
        with pytest.raises(LedgerOutdated) as told:
            ask(ledger)
        assert str(told.value).startswith(f"{ledger.where}: ")
        assert str(told.value).endswith("derive them anew with: communique rebuild")
    assert ledger.reports().total == 12  # what is read from the records is answered
    assert ledger.timeline("CHN")
    assert ledger.newest()


@pytest.mark.parametrize("name", ["", "0 abc", f"{form.FORM} another-codebook"])
@pytest.mark.parametrize("way", ["rebuild", "settle", "add"])
def test_whatever_writes_makes_it_anew(ledger, readings, name, way):
    before = derived(ledger)
    of_form(ledger, name)
    assert ledger.outdated()
    {"rebuild": ledger.rebuild, "settle": ledger.settle, "add": lambda: ledger.add(readings[:1])}[way]()
    assert derived(ledger) == before
    assert not ledger.outdated()
    for ask in ASKED:
        ask(ledger)


def test_on_every_database(ledger_url, readings):
    with Ledger.open(ledger_url, create=True) as ledger:
        ledger.add(readings[6:])
        ledger.add(readings[:6])
        before = derived(ledger)
        of_form(ledger, "0 abc")
        with pytest.raises(LedgerOutdated):
            ledger.calendar()
        ledger.settle()
        assert derived(ledger) == before
        with reading(ledger.engine) as connection:
            assert connection.execute(select(schema.form)).one() == (1, form.form_now(), None, None)


def test_of_another_codebook_it_answers_as_it_was_derived(ledger):
    before = ledger.commitments("CHN", "KAZ")
    of_form(ledger, f"{form.FORM} another-codebook")
    assert ledger.commitments("CHN", "KAZ") == before


@pytest.mark.parametrize("pieces", range(6))
def test_stopped_after_any_piece_it_goes_on(ledger, monkeypatch, pieces):
    """Each transaction is a piece: the answers are whole after each, and the next `settle` goes on."""

    class Stopped(Exception):
        pass

    def stopping(engine):
        nonlocal pieces
        if pieces == 0:
            raise Stopped
        pieces -= 1
        return writing(engine)

    before, rows = derived(ledger), ledger.commitments("CHN", "KAZ", limit=0)
    monkeypatch.setattr(derive, "writing", stopping)
    monkeypatch.setattr(derive, "_SECONDS", 0)
    monkeypatch.setattr(derive, "_REPORTS", 5)
    with pytest.raises(Stopped):
        ledger.rebuild()
    monkeypatch.undo()
    assert ledger.commitments("CHN", "KAZ", limit=0) == rows
    assert derived(ledger) == before
    ledger.settle()
    assert ledger.unsettled() == 0
    assert derived(ledger) == before


def test_an_empty_ledger_is_of_today_s_form(ledger_url):
    with Ledger.open(ledger_url, create=True) as ledger:
        assert ledger.positions() == []
        ledger.rebuild()
        assert ledger.positions() == []


def test_what_is_kept_is_all_here():
    """Each dataclass or named tuple that a kept one holds is kept too."""
    names = {kind.__name__ for kind in KEPT} | {"Evidence"}
    for kind in KEPT:
        for name, told in fields_of(kind):
            for word in told.replace("[", " ").replace("]", " ").replace(",", " ").replace("|", " ").split():
                found = getattr(inspect.getmodule(kind), word, None)
                holds = hasattr(found, "__dataclass_fields__") or hasattr(found, "_fields")
                assert not holds or word in names, f"{kind.__name__}.{name}"
