"""Names of persons and things merged by people: used in answers, the records' own words kept, taken back."""

import pytest

from communique.errors import BadCorrection, UnknownParty, UnknownRecord
from communique.ledger._ledger import Ledger
from communique.records import Outcome, Reference
from ledger_pages import PLURALS, Page
from test_corrections import AT, derived
from tools.ledger_contents import contents, differences, unsound

PLURALS[Reference] = "references"
FIRST = """Minister Lin Wei of China met his colleague in Astana.
China will build the Northern Corridor by 2026.
"""
SECOND = """Lin Weiguo met the minister of Kazakhstan in Beijing.
The Steppe Road was completed by China and Kazakhstan.
"""


def first(path="/reports/1.txt"):
    page = Page(FIRST, path=path, published="2024-05-21").met("met his colleague in Astana", participants=("Lin Wei",),
                                                            date_start="2024-05-20", date_end="2024-05-20")  # fmt: skip
    page.pledge(
        "build the Northern Corridor by 2026", speaker="Lin Wei", items=("build the Northern Corridor",), due=("2026",)
    )
    return page.say(Reference, "Northern Corridor", kind="project", name="Northern Corridor")


def second(path="/reports/2.txt"):
    page = Page(SECOND, path=path, published="2025-05-21").met(
        "met the minister of Kazakhstan", participants=("Lin Weiguo",), date_start="2025-05-20", date_end="2025-05-20"
    )
    page.say(Reference, "Steppe Road", kind="project", name="Steppe Road")
    return page.say(
        Outcome, "The Steppe Road was completed", what="The Steppe Road", state="done", parties=("CHN", "KAZ")
    )


@pytest.fixture
def ledger(ledger_url):
    with Ledger.open(ledger_url, create=True) as opened:
        opened.add([first().read(), second().read()])
        yield opened
        assert unsound(opened) == []
        before = derived(opened)
        opened.rebuild()
        assert differences(before, derived(opened)) == []


def merge(ledger, kind, name, into, country=None, who="Ana", why="one and the same", at=AT):
    return ledger.merge(kind, name, into, country=country, who=who, why=why, at=at)


def people(ledger):
    return [one.participants for one in ledger.timeline("CHN", "KAZ")]


def test_a_person_of_two_names_is_one_and_the_records_keep_their_words(ledger):
    assert people(ledger) == [("Lin Weiguo",), ("Lin Wei",)]
    done = merge(ledger, "person", "Lin Wei", "Lin Weiguo")
    assert (done.name, done.into, done.country, done.who, done.at, done.why) == (
        "Lin Wei", "Lin Weiguo", None, "Ana", AT, "one and the same",
    )  # fmt: skip
    assert people(ledger) == [("Lin Weiguo",), ("Lin Weiguo",)]
    reading = ledger.report("/reports/1.txt").reading
    assert (reading.engagements[0].participants, reading.statements[0].speaker) == (("Lin Wei",), "Lin Wei")
    assert list(ledger.merges()) == [done]
    assert [(one.name, one.times) for one in ledger.people("CHN")] == [("Lin Weiguo", 2)]


def test_taken_back_all_is_as_it_was_and_the_merge_is_kept(ledger):
    before = derived(ledger)
    done = merge(ledger, "named", "Northern Corridor", "Steppe Road")
    assert differences(before, derived(ledger)) != []
    undone = ledger.unmerge(done.id[:6], who="Boris", why="two roads", at=AT)
    assert (undone.undone_by, undone.undone_at, undone.undone_why) == ("Boris", AT, "two roads")
    assert differences(before, derived(ledger)) == []
    assert list(ledger.merges()) == [undone]
    with pytest.raises(BadCorrection, match=r"was undone by Boris, \d{4}-\d\d-\d\d \d\d:\d\d$"):
        ledger.unmerge(done.id, who="Ana", at=AT)


def test_a_thing_of_two_names_is_followed_as_one(ledger):
    (pledge,) = ledger.commitments("CHN", "KAZ", kind="pledge")
    assert (pledge.named, pledge.state) == (("Northern Corridor",), "stated")
    merge(ledger, "named", "Northern Corridor", "Steppe Road")
    (pledge,) = ledger.commitments("CHN", "KAZ", kind="pledge")
    assert (pledge.named, pledge.state, len(pledge.history)) == (("Steppe Road",), "done", 2)
    assert pledge.history[0].evidence[0].quote == "build the Northern Corridor"


def test_a_merge_is_used_for_reports_that_come_later(ledger):
    merge(ledger, "person", "Lin Wei", "Lin Weiguo")
    ledger.add([first("/reports/3.txt").read(), Page(FIRST + "It rained.", path="/reports/1.txt").met(
        "met his colleague in Astana", participants=("Lin Wei",), date_start="2024-05-19", date_end="2024-05-19").read()])  # fmt: skip
    assert set(people(ledger)) == {("Lin Weiguo",)}


def test_a_name_of_one_country_is_not_that_of_another(ledger):
    page = Page("Yesterday " + FIRST, path="/reports/4.txt").met(
        parties=("MNG", "VNM"), quote="met his colleague", participants=("Lin Wei",)
    )
    ledger.add([page.read()])
    done = merge(ledger, "person", "Lin Wei", "Lin Weiguo", country="China")
    assert done.country == "CHN"
    assert people(ledger) == [("Lin Weiguo",), ("Lin Weiguo",)]
    assert [one.participants for one in ledger.timeline("MNG")] == [("Lin Wei",)]


def test_merges_follow_one_another(ledger):
    last = merge(ledger, "person", "Lin Weiguo", "Lin, W. G.")
    merge(ledger, "person", "Lin Wei", "Lin Weiguo")
    assert set(people(ledger)) == {("Lin, W. G.",)}
    ledger.unmerge(last.id, who="Ana", at=AT)
    assert set(people(ledger)) == {("Lin Weiguo",)}
    assert [one.kind for one in ledger.merges("named")] == []


def test_a_name_that_only_a_person_gave_is_found_too(ledger):
    """On the report that was corrected, and on a later version of its page: its own words do not have the name."""
    (met,) = first().read().engagements
    ledger.correct("/reports/1.txt", "edit", target=met.id, record={"participants": ["Jun Ho"]}, who="Ana", why="his card",
                   at=AT)  # fmt: skip
    ledger.add([first().read(), Page(FIRST + "It rained.", path="/reports/1.txt").met(
        "met his colleague in Astana", participants=("Lin Wei",), date_start="2024-05-20", date_end="2024-05-20").read()])  # fmt: skip
    assert ("Jun Ho",) in people(ledger)
    merge(ledger, "person", "Jun Ho", "Lin Weiguo")
    assert set(people(ledger)) == {("Lin Weiguo",)}


@pytest.mark.parametrize("name", ['O\'Neill-Đurić "Ana" Ng', "– Lin", "NOT AND Wei*"])
def test_a_name_of_any_letters_is_found(ledger, name):
    page = Page(f"Yesterday {name} met his colleague in Astana.", path="/reports/5.txt", published="2026-05-21")
    ledger.add([page.met("met his colleague", participants=(name,)).read()])
    merge(ledger, "person", name, "Lin Weiguo")
    assert people(ledger)[0] == ("Lin Weiguo",)
    with pytest.raises(BadCorrection, match="names a person"):
        merge(ledger, "person", f"{name} Nobody", "Lin Weiguo")


WRONG = {
    "kind": (("country", "China", "PRC"), {}, "nothing of kind 'country'"),
    "blank": (("person", " ", "Lin Weiguo"), {}, "say both names"),
    "same": (("person", "Lin Wei", " Lin  Wei "), {}, "is the same name"),
    "unknown": (("person", "Lin Xi", "Lin Weiguo"), {}, "names a person 'Lin Xi'"),
    "unknown thing": (("named", "Lin Wei Road", "Steppe Road"), {}, "names a named thing"),
    "country": (("named", "Steppe Road", "Road"), {"country": "CHN"}, "only the names of persons"),
    "nobody": (("person", "Lin Wei", "Lin Weiguo"), {"who": ""}, "name of the person"),
    "why": (("person", "Lin Wei", "Lin Weiguo"), {"why": ""}, "a word on why"),
}


@pytest.mark.parametrize("case", WRONG, ids=list(WRONG))
def test_what_cannot_be_merged_is_refused(tmp_path, case):
    names, others, told = WRONG[case]
    with Ledger.open(tmp_path / "l.db", create=True) as ledger:
        ledger.add([first().read(), second().read()])
        before = contents(ledger)
        with pytest.raises(BadCorrection, match=told):
            merge(ledger, *names, **others)
        assert differences(before, contents(ledger)) == []


def test_no_circles_and_no_repeats(tmp_path):
    with Ledger.open(tmp_path / "l.db", create=True) as ledger:
        ledger.add([first().read(), second().read()])
        merge(ledger, "person", "Lin Wei", "Lin Weiguo")
        with pytest.raises(BadCorrection, match="undo that merge first"):
            merge(ledger, "person", "Lin Weiguo", "Lin Wei")
        with pytest.raises(BadCorrection, match="already"):
            merge(ledger, "person", "Lin Wei", "Lin Weiguo", at="2026-11-23T01:40:00Z")
        with pytest.raises(UnknownParty):
            merge(ledger, "person", "Lin Wei", "Lin", country="Atlantis")
        with pytest.raises(UnknownRecord, match="there is no merge"):
            ledger.unmerge("0123456789", who="Ana", at=AT)
