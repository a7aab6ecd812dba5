"""Corrections by people: laid over the reader's records, undone, kept through re-readings and new versions."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from communique.errors import BadCorrection, UnknownRecord
from communique.ledger._ledger import Ledger
from communique.ledger.store import schema
from communique.ledger.store.engine import reading as looking
from communique.records import Engagement, Statement
from ledger_pages import TEXT, Page, some, whole_page
from tools.ledger_contents import contents, differences, unsound

AT = "2026-11-22T01:40:00Z"
PATH = "/reports/a.txt"


@pytest.fixture
def ledger(ledger_url):
    with Ledger.open(ledger_url, create=True) as opened:
        yield opened
        assert unsound(opened) == []
        before = derived(opened)
        opened.rebuild()
        assert differences(before, derived(opened)) == [], "what was derived step by step is what is derived anew"


def derived(ledger):
    """All that is made of the records, rows of records by their ids."""
    with looking(ledger.engine) as connection:
        ids = dict(connection.execute(select(schema.record.c.no, schema.record.c.id)).all())
    rows = contents(ledger)
    kept = ("thread", "step", "standing", "bucket", "bucket_report", "rung", "occasion", "about", "dirty")
    told = {name: rows[name] for name in kept if name in rows}
    for name in ("involved", "together", "formula"):
        told[name] = sorted(
            (tuple(ids.get(v, v) if isinstance(v, int) else v for v in row) for row in rows[name]), key=repr
        )
    return told


def added(ledger, page=None, by="1.0/aaaa"):
    reading = (page or whole_page(path=PATH)).read(by)
    ledger.add([reading])
    return reading.report.id


def one(ledger, layer, report=PATH):
    (found,) = getattr(ledger.report(report).reading, f"{layer}s")
    return found


def say(ledger, kind, target=None, record=None, who="Ana", why="I read it again", at=AT, report=PATH):
    return ledger.correct(report, kind, target=target, record=record, who=who, why=why, at=at)


def standings(ledger, report=PATH):
    return {(judged.record.record, judged.standing) for judged in ledger.report(report).judged}


def test_a_rejected_record_counts_nowhere_and_is_told_as_rejected(ledger):
    added(ledger)
    pledge = one(ledger, "statement")
    assert ledger.commitments("CHN", "KAZ")
    done = say(ledger, "reject", pledge.id)
    assert (done.kind, done.target, done.who, done.at, done.effect) == ("reject", pledge.id, "Ana", AT, "in-force")
    assert not ledger.commitments("CHN", "KAZ")
    assert not ledger.search("railway", layer="statement")
    page = ledger.report(PATH)
    assert page.reading.statements == ()
    assert [(judged.record, judged.standing, judged.corrections) for judged in page.judged] == [
        (pledge, "rejected", (done,))
    ]


def test_an_accepted_record_stays_and_says_by_whom(ledger):
    added(ledger)
    pledge = one(ledger, "statement")
    say(ledger, "accept", pledge.id, why="")
    (judged,) = ledger.report(PATH).judged
    assert (judged.record, judged.standing, judged.corrections[0].why) == (pledge, "accepted", "")
    assert one(ledger, "statement") == pledge


def test_an_edit_changes_what_it_names_and_keeps_the_rest(ledger):
    added(ledger)
    pledge = one(ledger, "statement")
    done = say(ledger, "edit", pledge.id, {"strength": "soft", "speaker": "Lin Wei"})
    now = one(ledger, "statement")
    assert now == done.after
    assert (now.strength, now.speaker, now.items, now.evidence) == ("soft", "Lin Wei", pledge.items, pledge.evidence)
    assert now.rule == ("person:Ana",)
    (judged,) = ledger.report(PATH).judged
    assert (judged.record, judged.standing, judged.before) == (now, "edited", pledge)
    assert [commitment.strength for commitment in ledger.commitments("CHN", "KAZ")] == ["soft"]


def test_an_edit_of_a_date_due_alone_is_another_record(ledger):
    """A date due is no part of a reader's record's identity."""
    added(ledger)
    pledge = one(ledger, "statement")
    say(ledger, "edit", pledge.id, {"due": ["2026"]})
    assert one(ledger, "statement").due == ("2026",)
    assert [commitment.due for commitment in ledger.commitments("CHN", "KAZ")] == ["2026"]


def test_an_edit_may_change_the_sides_of_a_report(ledger):
    added(ledger, Page(path=PATH).met())
    meeting = one(ledger, "engagement")
    say(ledger, "edit", meeting.id, {"parties": ["CHN", "KAZ", "UZB"]})
    assert len(ledger.timeline("UZB")) == 1
    with looking(ledger.engine) as connection:
        assert connection.scalar(select(schema.report.c.sides)) == "CHN|KAZ|UZB"


def test_an_added_record_is_answered_with(ledger):
    added(ledger, Page(path=PATH).met())
    words = "Kazakhstan firmly supports the one-China principle"
    given = {"record": "position", "holder": "KAZ", "issue": "one-china", "stance": "support", "quote": words}
    done = say(ledger, "add", record=given)
    start = TEXT.index(words)
    assert [(span.start, span.end, span.quote) for span in done.after.evidence] == [(start, start + len(words), words)]
    assert [cell.issue for cell in ledger.positions(holder="KAZ")] == ["one-china"]
    assert standings(ledger) == {("position", "added")}


def test_undoing_leaves_the_ledger_as_it_was_and_the_correction_in_it(ledger):
    added(ledger)
    before, page = derived(ledger), ledger.report(PATH).reading
    pledge, position = one(ledger, "statement"), one(ledger, "position")
    given = {
        "record": "outcome",
        "what": "the dry port",
        "state": "done",
        "quote": "The dry port at Altynkol was opened",
    }
    made = [
        say(ledger, "edit", pledge.id, {"strength": "soft"}),
        say(ledger, "reject", position.id),
        say(ledger, "add", record=given),
        say(ledger, "accept", one(ledger, "relation").id),
    ]
    assert differences(before, derived(ledger)) != []
    for each in made:
        undone = ledger.undo(each.id[:8], who="Boris", why="not so", at="2026-11-22T03:40:00+02:00")
        assert (undone.undone_by, undone.undone_at, undone.undone_why) == ("Boris", AT, "not so")
    assert differences(before, derived(ledger)) == []
    assert ledger.report(PATH).reading == page
    assert [(each.id, each.effect) for each in ledger.corrections()] == [(each.id, "undone") for each in made[::-1]]
    assert standings(ledger) == {("statement", "read"), ("position", "read"), ("relation", "read")}
    assert [each.kind for each in ledger.report(PATH).loose] == ["add"]
    with pytest.raises(BadCorrection, match=r"was undone by Boris, \d{4}-\d\d-\d\d \d\d:\d\d$"):
        ledger.undo(made[0].id, who="Ana", at=AT)


def test_of_two_on_one_record_the_later_counts_and_both_are_kept(ledger):
    added(ledger)
    pledge = one(ledger, "statement")
    first = say(ledger, "edit", pledge.id, {"strength": "soft"})
    second = say(ledger, "reject", first.after.id, who="Boris")
    assert ledger.report(PATH).reading.statements == ()
    third = say(ledger, "edit", pledge.id, {"strength": "tentative"}, who="Boris")
    assert one(ledger, "statement").strength == "tentative"
    (judged,) = ledger.report(PATH).judged
    assert [(each.id, each.effect) for each in judged.corrections] == [
        (first.id, "overruled"), (second.id, "overruled"), (third.id, "in-force"),
    ]  # fmt: skip
    ledger.undo(third.id, who="Boris", at=AT)
    assert ledger.report(PATH).reading.statements == ()
    ledger.undo(second.id, who="Boris", at=AT)
    assert one(ledger, "statement").strength == "soft"


def test_an_edit_of_an_undone_edit_stands(ledger):
    added(ledger)
    first = say(ledger, "edit", one(ledger, "statement").id, {"strength": "soft"})
    say(ledger, "edit", first.after.id, {"speaker": "Lin Wei"}, who="Boris")
    ledger.undo(first.id, who="Ana", at=AT)
    now = one(ledger, "statement")
    assert (now.strength, now.speaker) == ("soft", "Lin Wei")


def test_editing_back_is_accepting(ledger):
    added(ledger)
    pledge = one(ledger, "statement")
    first = say(ledger, "edit", pledge.id, {"strength": "soft"})
    say(ledger, "edit", first.after.id, {"strength": "firm"})
    assert one(ledger, "statement") == pledge
    assert standings(ledger) == {("statement", "accepted")}


def test_the_same_correction_sent_twice_is_one(ledger):
    added(ledger)
    pledge = one(ledger, "statement")
    assert say(ledger, "reject", pledge.id) == say(ledger, "reject", pledge.id)
    assert ledger.corrections().total == 1


def test_adding_the_same_reading_again_changes_nothing(ledger):
    added(ledger)
    say(ledger, "reject", one(ledger, "position").id)
    say(ledger, "edit", one(ledger, "statement").id, {"strength": "soft"})
    before = contents(ledger)
    reading = whole_page(path=PATH).read()
    assert [kept.fate for kept in ledger.add([reading]).kept] == ["unchanged"]
    assert [kept.fate for kept in ledger.add([reading], again=True).kept] == ["unchanged"]
    assert differences(before, contents(ledger)) == []


def test_corrections_stay_through_a_newer_reading(ledger):
    added(ledger)
    given = {"record": "reference", "kind": "project", "name": "Khorgos railway", "quote": "the Khorgos railway"}
    say(ledger, "add", record=given)
    say(ledger, "reject", one(ledger, "position").id)
    say(ledger, "edit", one(ledger, "statement").id, {"strength": "soft"})
    say(ledger, "accept", one(ledger, "relation").id)
    page = whole_page(path=PATH)
    page.records = [record for record in page.records if record.record not in ("relation", "outcome")]
    (kept,) = ledger.add([page.read("2.0/bbbb")]).kept
    assert (kept.fate, kept.gained, kept.lost) == ("read again", 0, 2)
    now = ledger.report(PATH).reading
    assert [record.name for record in now.references] == ["Khorgos railway"]
    assert (now.positions, now.outcomes, now.statements[0].strength) == ((), (), "soft")
    assert now.relations[0].label == "comprehensive strategic partnership", "an accepted record is protected"
    assert standings(ledger) == {
        ("reference", "added"), ("position", "rejected"), ("statement", "edited"), ("relation", "accepted"),
    }  # fmt: skip
    ledger.undo(ledger.corrections(limit=1)[0].id, who="Ana", at=AT)
    assert ledger.report(PATH).reading.relations == (), "no longer accepted, and no longer made"


def test_a_record_that_a_newer_reading_makes_otherwise_is_found_again(ledger):
    added(ledger)
    say(ledger, "edit", one(ledger, "statement").id, {"strength": "soft"})
    say(ledger, "reject", one(ledger, "relation").id)
    page = Page(path=PATH).met().stand().outcome().pledge(topics=("connectivity",))
    page.relation("The two sides are comprehensive strategic partners")
    ledger.add([page.read("2.0/bbbb")])
    now = ledger.report(PATH).reading
    assert [(each.strength, each.topics) for each in now.statements] == [("soft", ())], "in the place of the new one"
    assert now.relations == ()


def test_a_rejection_is_not_put_on_another_fact_of_the_same_words(ledger):
    added(ledger)
    done = say(ledger, "reject", one(ledger, "statement").id)
    page = whole_page(path=PATH)
    page.records = [record for record in page.records if not isinstance(record, Statement)]
    page.say(Statement, "build the Khorgos railway", act="announce", holders=("CHN",))
    ledger.add([page.read("2.0/bbbb")])
    assert one(ledger, "statement").act == "announce"
    assert [(each.id, each.effect) for each in ledger.corrections()] == [(done.id, "moot")]


def test_what_the_reader_has_learnt_is_not_there_twice(ledger):
    added(ledger)
    say(ledger, "edit", one(ledger, "statement").id, {"act": "announce", "holders": ["CHN", "KAZ"], "addressees": []})
    page = whole_page(path=PATH)
    page.records = [record for record in page.records if not isinstance(record, Statement)]
    page.say(
        Statement, "build the Khorgos railway", act="announce", holders=("CHN", "KAZ"),
        items=("build the Khorgos railway",),
    )  # fmt: skip
    ledger.add([page.read("2.0/bbbb")])
    assert one(ledger, "statement").rule == ("acts.yaml/will",)
    assert standings(ledger) == {("statement", "accepted")}


def test_a_new_version_takes_the_corrections_whose_words_it_has(ledger):
    added(ledger)
    say(ledger, "edit", one(ledger, "statement").id, {"strength": "soft"})
    gone = say(ledger, "reject", one(ledger, "position").id)
    newer = "Astana, 21 May.\n" + TEXT.replace("build the Khorgos railway", "build  the\nKhorgos railway").replace(
        "Kazakhstan firmly supports the one-China principle.\n", ""
    )
    page = Page(newer, path=PATH).met().pledge("build  the\nKhorgos railway").relation().outcome()
    (kept,) = ledger.add([page.read()]).kept
    assert kept.fate == "new version"
    pledge = one(ledger, "statement")
    assert (pledge.strength, pledge.evidence[0].quote) == ("soft", "build  the\nKhorgos railway")
    shown = ledger.report(PATH)
    assert shown.reading.report.text[pledge.evidence[0].start : pledge.evidence[0].end] == pledge.evidence[0].quote
    assert [(each.id, each.effect) for each in shown.loose] == [(gone.id, "words-gone")]
    assert {each.effect for each in ledger.corrections(PATH)} == {"in-force", "words-gone"}


def test_words_that_stand_twice_are_those_nearest(ledger):
    text = "China welcomed it. " * 3
    page = Page(text, path=PATH)
    added(ledger, page)
    spans = [{"start": 19, "end": 36, "quote": "China welcomed it"}]
    say(ledger, "add", record={"record": "statement", "act": "assess", "holders": ["CHN"], "evidence": spans})
    ledger.add([Page("Yes. " + text, path=PATH).read()])
    assert one(ledger, "statement").evidence[0].start == 24


def test_a_page_that_goes_back_has_what_was_said_meanwhile(ledger):
    old, new = whole_page(path=PATH), whole_page(TEXT + "It rained.\n", path=PATH)
    ledger.add([old.read(), new.read()])
    say(ledger, "reject", one(ledger, "statement").id)
    ledger.add([old.read()])
    page = ledger.report(PATH)
    assert (page.reading.report.id, page.reading.statements) == (old.report.id, ())
    ledger.undo(ledger.corrections()[0].id, who="Ana", at=AT)
    assert len(ledger.report(PATH).reading.statements) == len(ledger.report(new.report.id).reading.statements) == 1


def test_of_several_people_at_once_no_word_is_lost(ledger, ledger_url):
    ledger.add(some(4))
    targets = [one(ledger, "statement", f"/reports/{number}.txt").id for number in range(4)]

    def speak(who):
        with Ledger.open(ledger_url) as own:
            for number, target in enumerate(targets):
                own.correct(None, ("accept", "reject")[number % 2], target=target, who=who, why="so", at=AT)

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(speak, ("Ana", "Boris", "Zoe")))
    said = {(each.who, each.target) for each in ledger.corrections(limit=0)}
    assert said == {(who, target) for who in ("Ana", "Boris", "Zoe") for target in targets}
    assert ledger.unsettled() == 0
    assert [len(ledger.report(f"/reports/{number}.txt").reading.statements) for number in range(4)] == [1, 0, 1, 0]


def test_an_older_version_is_not_corrected(ledger):
    old = added(ledger)
    pledge = one(ledger, "statement", old)
    ledger.add([whole_page(TEXT + "It rained.\n", path=PATH).read()])
    with pytest.raises(BadCorrection, match="newer version"):
        say(ledger, "reject", pledge.id, report=old)


def test_a_record_is_found_by_itself(ledger):
    report = added(ledger)
    pledge = one(ledger, "statement")
    done = say(ledger, "edit", pledge.id[:8], {"strength": "soft"}, report=None)
    assert ledger.report_of(done.after.id[:8]) == ledger.report_of(pledge.id) == report
    say(ledger, "reject", done.after.id, report=None)
    assert ledger.report_of(done.after.id) == report, "also a person's own that is rejected"
    for name in ("", "0000", "zzzz"):
        with pytest.raises(UnknownRecord):
            ledger.report_of(name)


def test_corrections_are_listed_newest_first_by_person_and_time(ledger):
    ledger.add(some(2))
    first, second = (say(ledger, "accept", one(ledger, "statement", path).id, report=path, who=who, at=at)
                     for path, who, at in (("/reports/0.txt", "Ana", "2026-11-20T10:00:00Z"),
                                           ("/reports/1.txt", "Boris", "2026-11-21T10:00:00Z")))  # fmt: skip
    assert [each.id for each in ledger.corrections()] == [second.id, first.id]
    assert (len(ledger.corrections(limit=1)), ledger.corrections(limit=1).total) == (1, 2)
    assert [each.id for each in ledger.corrections(who="Ana")] == [first.id]
    assert [each.id for each in ledger.corrections(since="2026-11-21")] == [second.id]
    assert [each.id for each in ledger.corrections(until="2026-11-20")] == [first.id]
    assert [each.id for each in ledger.corrections("/reports/1.txt")] == [second.id]


def test_time_is_kept_in_utc(ledger):
    added(ledger)
    assert (
        say(ledger, "reject", one(ledger, "statement").id, at="2026-11-22T03:40:00.5+02:00").at
        == "2026-11-22T01:40:00.500000Z"
    )


POSITION = {"record": "position", "holder": "KAZ", "issue": "one-china", "stance": "support"}
WRONG = {
    "no kind": ("praise", "statement", None, {}, "no correction of kind 'praise'"),
    "no target": ("reject", None, None, {}, "say which record to reject"),
    "too many": ("add", "statement", POSITION, {}, "name none that is there"),
    "no record": ("edit", "statement", None, {}, "say what to edit"),
    "a record too many": ("reject", "statement", {}, {}, "say no other"),
    "nobody": ("reject", "statement", None, {"who": " \n"}, "name of the person"),
    "long name": ("reject", "statement", None, {"who": "x" * 201}, "at most 200"),
    "no reason": ("reject", "statement", None, {"why": " "}, "a word on why"),
    "no time": ("reject", "statement", None, {"at": "yesterday"}, "'yesterday' is no time"),
    "no zone": ("reject", "statement", None, {"at": "2026-11-22T01:40:00"}, "time zone"),
    "other layer": ("edit", "statement", POSITION, {}, "reject it and add one of layer position"),
    "no change": ("edit", "statement", {"act": "pledge"}, {}, "accept it instead"),
    "no value": ("edit", "statement", {"act": "sing"}, {}, "cannot be a statement: act"),
    "no field": ("edit", "statement", {"colour": "red"}, {}, "there is no field 'colour'"),
    "no strength": ("edit", "statement", {"strength": None}, {}, "strength is for pledge and agree"),
    "no layer": ("add", None, {"quote": "China"}, {}, "says its layer"),
    "no words": ("add", None, POSITION, {}, "needs its words"),
    "other words": ("add", None, {**POSITION, "quote": "Kazakhstan sang"}, {}, "are not in the report"),
    "words twice": ("add", None, {**POSITION, "quote": "China"}, {}, "3 times"),
    "missing": ("add", None, {"record": "position", "quote": "one-China"}, {}, "it says no holder"),
    "other place": ("add", None, {**POSITION, "evidence": [{"start": 1, "end": 22, "quote": "The foreign ministers"}]}, {}, "the report has “he foreign ministers”"),
    "beyond": ("add", None, {**POSITION, "evidence": [{"start": 1, "end": 22222, "quote": "The"}]}, {}, "no places"),
    "no number": ("add", None, {**POSITION, "evidence": [{"start": "1", "end": 4, "quote": "The"}]}, {}, "no places"),
    "no quote": ("add", None, {**POSITION, "evidence": [{"start": 1, "end": 4}]}, {}, "has a quote"),
    "text": ("add", None, "a statement", {}, "JSON object"),
    "there": ("add", None, {**POSITION, "quote": "firmly supports the one-China principle"}, {}, "accept that one"),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG, ids=list(WRONG))
def test_what_cannot_be_is_refused_in_a_sentence_and_nothing_kept(tmp_path, case):
    kind, target, record, others, told = WRONG[case]
    with Ledger.open(tmp_path / "l.db", create=True) as ledger:
        added(ledger)
        before = contents(ledger)
        with pytest.raises(BadCorrection, match=told.replace("(", r"\(")) as raised:
            say(ledger, kind, one(ledger, target).id if target else None, record, **others)
        assert "\n" not in str(raised.value)
        assert differences(before, contents(ledger)) == []


def test_of_another_report_s_record_is_none_of_this_one(ledger):
    ledger.add(some(2))
    with pytest.raises(UnknownRecord, match="has no record"):
        say(ledger, "reject", one(ledger, "statement", "/reports/1.txt").id, report="/reports/0.txt")


def test_letters_that_no_database_keeps_are_kept_out(ledger):
    added(ledger)
    done = say(
        ledger, "edit", one(ledger, "statement").id, {"speaker": "Lin\0 \ud800Wei"}, who="A\0na\u202e", why="\0x"
    )
    assert (done.who, done.why, one(ledger, "statement").speaker) == ("A na", "x", "Lin\ufffd \ufffdWei")


def test_an_engagement_by_a_person_is_in_the_calendar(ledger):
    added(ledger, Page(TEXT + "They will meet in Beijing in 2025.\n", path=PATH).met())
    given = {"record": "engagement", "kind": "meeting", "status": "planned", "date_start": "2025", "date_end": "2025",
             "parties": ["CHN", "KAZ"], "quote": "will meet in Beijing in 2025"}  # fmt: skip
    say(ledger, "add", record=given)
    assert [due.commitment.kind for due in ledger.calendar("CHN", as_of="2024-05-21")] == ["engagement"]
    assert isinstance(ledger.report(PATH).judged[0].record, Engagement)
