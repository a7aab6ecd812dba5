"""Readings in: added once, replaced by newer readings, followed from version to version."""

import pytest
from sqlalchemy import select

from communique.ledger._ledger import BATCH_REPORTS, Ledger
from communique.ledger.store import schema
from communique.ledger.store.engine import reading as looking
from ledger_pages import TEXT, Page, some, whole_page
from tools.ledger_contents import contents, differences, unsound


@pytest.fixture
def ledger(ledger_url):
    with Ledger.open(ledger_url, create=True) as opened:
        yield opened
        assert unsound(opened) == []


def rows(ledger, table, *columns):
    with looking(ledger.engine) as connection:
        query = select(*(table.c[name] for name in columns)).order_by(table.c.no)
        return [tuple(row) for row in connection.execute(query)]


def fates(added):
    return [one.fate for one in added.kept]


def test_a_reading_is_kept_whole(ledger):
    reading = whole_page(path="/reports/a.txt", title="Talks in Astana", outlet_country="KAZ").read()
    added = ledger.add([reading])
    assert [(one.report, one.fate, one.gained, one.lost) for one in added.kept] == [(reading.report.id, "added", 5, 0)]
    assert rows(ledger, schema.report, "id", "text", "title", "path", "current", "supersedes", "sides", "date") == [
        (reading.report.id, TEXT, "Talks in Astana", "/reports/a.txt", True, None, "CHN|KAZ", "2024-05-21")
    ]
    assert {key for (key,) in rows(ledger, schema.record, "id")} == {one.id for one in reading.records()}


def test_adding_twice_changes_nothing_and_says_so(ledger):
    readings = some(5)
    ledger.add(readings)
    before = contents(ledger)
    assert fates(ledger.add(readings)) == ["unchanged"] * 5
    assert fates(ledger.add(some(5, by=""))) == ["unchanged"] * 5
    assert differences(before, contents(ledger)) == []


def test_the_same_reading_twice_in_one_go(ledger):
    reading = whole_page().read()
    assert fates(ledger.add([reading, reading])) == ["added", "unchanged"]


def test_a_record_that_comes_twice_is_kept_once(ledger):
    page = Page().pledge().pledge()
    assert ledger.add([page.read()]).kept[0].gained == 1


def test_a_reading_without_records(ledger):
    added = ledger.add([Page("Nothing to be seen here.").read()])
    assert (added.count("added"), added.kept[0].gained) == (1, 0)
    assert rows(ledger, schema.report, "sides", "date") == [("", "2024-05-21")]


def test_a_newer_reader_replaces_the_records_and_counts(ledger):
    page = whole_page()
    old = page.read("1.0/aaaa")
    ledger.add([old])
    numbers = dict(rows(ledger, schema.record, "id", "no"))
    kept = page.records.pop()
    page.pledge("comprehensive strategic partners", strength="soft")
    new = page.read("1.1/bbbb")
    (done,) = ledger.add([new]).kept
    assert (done.fate, done.gained, done.lost) == ("read again", 1, 1)
    after = dict(rows(ledger, schema.record, "id", "no"))
    assert set(after) == {one.id for one in new.records()}
    assert kept.id not in after
    assert {key: no for key, no in after.items() if key in numbers}.items() <= numbers.items(), (
        "rows that stay are left"
    )
    assert rows(ledger, schema.report, "reading") == [("1.1/bbbb",)]
    assert fates(ledger.add([new])) == ["unchanged"]


def test_a_newer_reader_that_finds_the_same_says_so(ledger):
    ledger.add([whole_page().read("1.0/aaaa")])
    before = contents(ledger)
    (done,) = ledger.add([whole_page().read("1.1/bbbb")]).kept
    assert (done.fate, done.gained, done.lost) == ("read again", 0, 0)
    assert {line.split(":")[0] for line in differences(before, contents(ledger))} == {"- report", "+ report"}


def test_other_rules_for_the_same_record_are_kept(ledger):
    ledger.add([Page().met().pledge(rule=("acts.yaml/will",)).read("1")])
    (done,) = ledger.add([Page().met().pledge(rule=("acts.yaml/shall",)).read("2")]).kept
    assert (done.fate, done.gained, done.lost) == ("read again", 0, 0)
    assert [body for (body,) in rows(ledger, schema.record, "body") if "acts.yaml/shall" in body]


def test_a_newer_reader_may_find_another_date_and_other_sides(ledger):
    page = whole_page()
    old = page.read("1").model_copy(update={"dateline": "2024-05-19"})
    new = Page(**page.report.model_dump(exclude={"text", "record", "id"}))
    new.records = [*page.records[1:]]
    ledger.add([old, *some(3)])
    ledger.add([new.met(parties=("CHN", "KAZ", "UZB")).read("2")])
    with Ledger.open(":memory:", create=True) as fresh:
        fresh.add([new.read("2")])
        dates = ("id", "date", "tags")
        now = set(rows(fresh, schema.record, *dates))
        assert now <= set(rows(ledger, schema.record, *dates))


@pytest.mark.parametrize("again", [False, True], ids=["at once", "read again"])
def test_however_it_came_it_is_derived_alike(ledger, tmp_path, again):
    """Records read anew come last in their table; what is derived goes by their place in the text all the same."""
    pages = [whole_page(published=f"2024-05-0{number}") for number in range(1, 4)]
    new = [page.read("2") for page in pages]
    if again:
        old = [reading.model_copy(update={"statements": (), "engagements": (), "read_by": "1"}) for reading in new]
        ledger.add(old)
    ledger.add(new)
    with Ledger.open(tmp_path / "plain.db", create=True) as plain:
        plain.add(reversed(new))
        for table in ("thread", "step", "formula", "rung", "bucket_report"):
            mine, its = ([_without_numbers(table, row) for row in contents(one)[table]] for one in (ledger, plain))
            assert sorted(mine) == sorted(its), table


def _without_numbers(table, row):
    """The row as text, but for the numbers of reports and records, which are in the order in which they came."""
    numbers = {
        "formula": {"report", "record"},
        "rung": {"report"},
        "bucket_report": {"report"},
        "thread": set(),
        "step": set(),
    }[table]
    names = schema.metadata.tables[table].columns.keys()
    return repr([value for name, value in zip(names, row, strict=True) if name not in numbers])


class TestVersions:
    def page(self, number, **metadata):
        return whole_page(TEXT + "More.\n" * number, url="https://mfa.example/1", **metadata).read()

    def versions(self, ledger):
        ids = {self.page(number).report.id: number for number in range(9)}
        found = rows(ledger, schema.report, "id", "current", "supersedes")
        return [(ids[key], current, ids.get(before)) for key, current, before in found]

    def test_a_changed_page_is_a_new_version(self, ledger):
        assert fates(ledger.add([self.page(0), self.page(1), self.page(2)])) == ["added", "new version", "new version"]
        assert self.versions(ledger) == [(0, False, None), (1, False, 0), (2, True, 1)]
        with looking(ledger.engine) as connection:
            owners = set(connection.scalars(select(schema.bucket_report.c.report)))
            current = set(connection.scalars(select(schema.record.c.report).where(schema.record.c.current)))
            involved = select(schema.record.c.report).join(
                schema.involved, schema.involved.c.record == schema.record.c.no
            )
            assert owners == current == set(connection.scalars(involved)) == {3}

    def test_the_newest_version_alone_counts(self, ledger, tmp_path):
        ledger.add([*some(3), self.page(0), self.page(1)])
        with Ledger.open(tmp_path / "plain.db", create=True) as plain:
            plain.add([*some(3), self.page(1)])
            for table in ("thread", "step", "formula", "rung"):
                mine, its = ([_without_numbers(table, row) for row in contents(one)[table]] for one in (ledger, plain))
                assert sorted(mine) == sorted(its), table

    def test_a_page_may_go_back_to_old_words(self, ledger):
        ledger.add([self.page(0), self.page(1)])
        assert fates(ledger.add([self.page(0)])) == ["new version"]
        assert self.versions(ledger) == [(0, True, 1), (1, False, 0)]
        assert fates(ledger.add([self.page(0)])) == ["unchanged"]
        assert fates(ledger.add([self.page(1), self.page(2)])) == ["new version", "new version"]
        assert self.versions(ledger) == [(0, False, 1), (1, False, 0), (2, True, 1)]

    def test_back_to_old_words_with_a_newer_reader(self, ledger):
        ledger.add([self.page(0), self.page(1)])
        newer = self.page(0).model_copy(update={"read_by": "2", "positions": ()})
        (done,) = ledger.add([newer]).kept
        assert (done.fate, done.gained, done.lost) == ("new version", 0, 1)
        assert fates(ledger.add([newer])) == ["unchanged"]

    def test_files_of_versions_in_one_folder_stay_as_they_are(self, ledger):
        """An archive keeps each version of a page in a file of its own: the older have not come back."""
        archive = [self.page(number, path=f"/archive/{number}.txt") for number in range(3)]
        ledger.add(archive)
        before = contents(ledger)
        assert [ledger.has(one.report.id, one.read_by, one.report.path) for one in archive] == [True] * 3
        assert fates(ledger.add(archive)) == ["unchanged"] * 3
        assert differences(before, contents(ledger)) == []

    def test_versions_go_by_their_file_where_there_is_no_address(self, ledger):
        one, other = (whole_page(TEXT + more, path="/r/a.txt").read() for more in ("", "More.\n"))
        assert fates(ledger.add([one, other, one])) == ["added", "new version", "new version"]

    def test_texts_from_standard_input_are_no_versions_of_each_other(self, ledger):
        one, other = (whole_page(TEXT + more, path="-").read() for more in ("", "More.\n"))
        assert fates(ledger.add([one, other])) == ["added", "added"]

    def test_copies_in_two_files_change_one_after_the_other(self, ledger):
        def file(path, more=""):
            return whole_page(TEXT + more, path=path).read()

        assert fates(ledger.add([file("/a"), file("/b")])) == ["added", "unchanged"]
        assert fates(ledger.add([file("/a", "More.\n")])) == ["new version"]
        ledger.add([file("/a", "More.\n"), file("/b")])
        assert fates(ledger.add([file("/a", "More.\n"), file("/b")])) == ["unchanged", "unchanged"]
        assert [current for (current,) in rows(ledger, schema.report, "current")] == [True, True]
        ledger.add([file("/a"), file("/b")])
        assert fates(ledger.add([file("/a"), file("/b")])) == ["unchanged", "unchanged"]
        assert [current for (current,) in rows(ledger, schema.report, "current")] == [True, False]


class TestOddWords:
    def test_letters_that_databases_do_not_keep(self, ledger):
        text = TEXT.replace("Khorgos", "Kh\0rgos").replace("Altynkol", "Altyn\ud800ol")
        page = Page(text, title="\0 talks", path="/r/caf\udce9.txt")
        page.pledge("build the Kh\0rgos railway")
        reading = page.read()
        assert fates(ledger.add([reading, reading])) == ["added", "unchanged"]
        assert ledger.has(reading.report.id, reading.read_by)
        ((kept,),) = rows(ledger, schema.report, "text")
        assert kept == text.replace("\0", "\ufffd").replace("\ud800", "\ufffd")
        assert "the Kh\ufffdrgos railway" in " ".join(words for (words,) in rows(ledger, schema.record, "words"))

    def test_emoji_and_all_planes(self, ledger):
        text = "China 🇨🇳 will build the Khorgos railway — 中国将修建铁路 👩‍👩‍👧 e\u0301.\n"
        page = Page(text).pledge("build the Khorgos railway — 中国将修建铁路 👩‍👩‍👧 e\u0301")
        ledger.add([page.read()])
        assert rows(ledger, schema.report, "text") == [(text,)]

    def test_a_long_address_and_a_long_path(self, ledger):
        address = "https://mfa.example/?" + "".join(f"{number:x}" for number in range(3000))
        path = "/r/" + "".join(f"{number:o}" for number in range(2000))
        one, other = (whole_page(TEXT + more, url=address, path=path).read() for more in ("", "More.\n"))
        assert fates(ledger.add([one, other])) == ["added", "new version"]
        assert rows(ledger, schema.report, "url") == [(address,), (address,)]

    def test_a_very_long_text_of_words_that_never_come_twice(self, ledger):
        words = " ".join(f"слово{number:x}" for number in range(40_000))
        endless = "".join(f"{number:x}" for number in range(3000))
        page = Page(f"{words} {endless} will be built.", title=words[:5000])
        page.pledge(words[:300_000], items=(words[:3000], endless)).pledge(endless, holder="KAZ", addressees=("CHN",))
        assert fates(ledger.add([page.read()])) == ["added"]

    def test_a_gathering_of_very_many(self, ledger):
        everybody = tuple(f"{letter}{number:03}-ORG" for letter in "ABCD" for number in range(100))
        assert fates(ledger.add([whole_page().met(parties=everybody).met(parties=everybody, place="x").read()])) == [
            "added"
        ]


class TestManyAtOnce:
    def test_more_than_one_batch(self, ledger):
        heard = []
        added = ledger.add(iter(some(BATCH_REPORTS * 2 + 3)), heard.append)
        assert added.count("added") == len(heard) == len(rows(ledger, schema.report, "no")) == BATCH_REPORTS * 2 + 3
        assert [no for (no,) in rows(ledger, schema.report, "no")] == list(range(1, BATCH_REPORTS * 2 + 4))

    @pytest.mark.parametrize("what", [KeyboardInterrupt, ZeroDivisionError])
    def test_what_was_read_before_a_stop_is_kept(self, ledger, what):
        def stopped():
            yield from some(7)
            raise what

        with pytest.raises(what):
            ledger.add(stopped())
        assert len(rows(ledger, schema.report, "no")) == 7
        with looking(ledger.engine) as connection:
            assert connection.execute(select(schema.dirty)).all() == []

    def test_order_of_adding_does_not_matter(self, ledger, tmp_path):
        readings = some(30)
        ledger.add(readings[::2])
        ledger.add(readings[1::2][::-1])
        with Ledger.open(tmp_path / "plain.db", create=True) as plain:
            plain.add(readings)
            for table in ("thread", "step", "formula", "rung"):
                mine, its = ([_without_numbers(table, row) for row in contents(one)[table]] for one in (ledger, plain))
                assert sorted(mine) == sorted(its), table

    def test_rebuilt_is_the_same(self, ledger):
        ledger.add(some(12))
        ledger.add([TestVersions().page(0), TestVersions().page(1)])
        before = contents(ledger)
        ledger.rebuild()
        assert differences(before, contents(ledger)) == []


def test_has_asks_for_report_reader_and_version(ledger):
    one, other = (whole_page(TEXT + more, url="https://mfa.example/1").read("1") for more in ("", "More.\n"))
    ledger.add([one])
    assert ledger.has(one.report.id, "1")
    assert not ledger.has(one.report.id, "2")
    assert not ledger.has(other.report.id, "1")
    ledger.add([other])
    assert not ledger.has(one.report.id, "1")
