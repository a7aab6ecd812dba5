"""What a brief says: nothing that the ledger does not hold, the most needed first, on two pages."""

import re
from dataclasses import replace

import pytest

from brief_pages import BOTH, called, first, hostile, ledger, many, met, report, said, second, stands, third
from communique.brief import BriefRun, make_brief
from communique.brief.saying import CUT, age, clean, cut, day, days, listed
from communique.errors import BadDate, BadQuery, UnknownParty

QUOTED = ("quote", "old", "new")


def unheld(opened, brief):
    """What stands in quotation marks, or is cited, and is not in the text of the report that is cited."""
    texts = {one.report: clean(opened.report(one.report).reading.report.text) for one in brief.sources}
    found = []
    for section in brief.sections:
        for line in section.lines:
            found += [] if line.citations else [line.text]
            cited = [texts[one.report] for one in line.citations]
            for words in stretches(line):
                found += [] if any(held(words, text) for text in cited) else [words]
            for one in line.citations:
                raw = opened.report(one.report).reading.report.text[one.start : one.end]
                found += [] if held(one.quote, texts[one.report]) and held(one.quote, clean(raw)) else [one.quote]
    return found


def stretches(line):
    """The stretches of a line that stand in quotation marks."""
    quoted = "".join(run.text if run.kind in QUOTED else "\n" for run in line.runs)
    return [part.strip() for part in quoted.split("\n") if part.strip()]


def held(words, text):
    return all(part.strip() in text for part in words.split(CUT))


def section(brief, key):
    return next(one for one in brief.sections if one.key == key)


def texts(brief, key):
    return [line.text for line in section(brief, key).lines]


@pytest.fixture(scope="module")
def opened():
    with ledger(first(), second()) as made:
        yield made


def test_nothing_is_in_it_that_the_ledger_does_not_hold(opened):
    brief = make_brief(opened, "PER", "NOR")
    assert unheld(opened, brief) == []
    assert sum(len(stretches(line)) for one in brief.sections for line in one.lines) > 6
    assert {one.key for one in brief.sections if one.lines} == {
        "relationship", "meetings", "coming", "open", "asked", "positions", "people",
    }  # fmt: skip


def test_the_check_itself_finds_what_is_not_held(opened):
    brief = make_brief(opened, "PER", "NOR")
    some = section(brief, "open")
    group = next(one for one in some.groups if one.lines)
    line = replace(group.lines[0], runs=(BriefRun("lend Peru 50 million dollars", "quote"),))
    wrong = replace(some, groups=(replace(group, lines=(line, replace(line, citations=()))),))
    assert unheld(opened, replace(brief, sections=(wrong,))) == ["lend Peru 50 million dollars"] * 2 + [
        "lend Peru 50 million dollars"
    ]


def test_every_line_is_somebodys_account(opened):
    brief = make_brief(opened, "PER", "NOR")
    for key in ("meetings", "coming", "open", "asked"):
        assert all(re.search(r"by (PER|NOR)'s account|by both sides' accounts", text) for text in texts(brief, key))
    assert all("readout" in text for text in texts(brief, "positions"))


def test_the_relationship_by_each_side_and_its_last_step(opened):
    lines = texts(make_brief(opened, "PER", "NOR"), "relationship")
    assert lines[0].startswith("Peru: strategic partnership – so described")
    assert lines[1].startswith("Norway: comprehensive partnership – upgraded to it on 10 February 2031")
    assert lines[2].startswith(
        "Last step: upgraded, 10 February 2031, by NOR's account; before that strategic partnership"
    )


def test_where_the_two_name_it_differently():
    one = report(
        "2031-02-10", "PER", [met("They met", "2031-02-10"), called("eternal partners", "eternal partnership")]
    )
    other = report("2031-02-11", "NOR", [met("They met", "2031-02-10"), called("close partners", "close partnership")])
    with ledger(one, other) as opened:
        lines = texts(make_brief(opened, "PER", "NOR"), "relationship")
    assert any(line.startswith("The two name it differently: PER and NOR have two names for it") for line in lines)


def test_meetings_are_the_newest_first_with_who_was_there(opened):
    lines = texts(make_brief(opened, "PER", "NOR"), "meetings")
    assert lines[0].startswith("10 February 2031: meeting, Oslo. Kari Lund, Ana Quispe – by NOR's account")
    assert lines[1].startswith("1 September 2030: session of a joint body")
    assert lines[2].startswith("3 May 2030: meeting, Lima")


def test_commitments_stand_under_who_undertook_them_with_age_and_state_and_overdue_first(opened):
    brief = make_brief(opened, "PER", "NOR")
    groups = {group.title: [line.text for line in group.lines] for group in section(brief, "open").groups}
    (loan,) = groups["Undertaken by Norway"]
    assert loan.startswith("Overdue: lend Peru 40 million dollars for the port of Ilo by the end of 2030")
    assert "firm, stated 3 May 2030 (9 months ago); due 2030; score −1, by PER's account" in loan
    assert groups["Agreed by both"][0].startswith("open a fish market in Callao by 2033")
    assert "Undertaken by Peru" not in groups


def test_what_was_asked_and_not_answered_with_the_meetings_at_which_it_was_not(opened):
    brief = make_brief(opened, "PER", "NOR")
    groups = {group.title: [line.text for line in group.lines] for group in section(brief, "asked").groups}
    (embassy,) = groups["Asked of Norway"]
    assert embassy == (
        "reopen its embassy in Lima – asked 3 May 2030 (9 months ago); "
        "not taken up at 2 later meetings, the first 1 September 2030, by PER's account"
    )
    assert groups["Asked of Peru"][0].startswith("lift its duty on dried cod")


def test_what_was_answered_is_not_asked_any_more():
    with ledger(first(), second(), third()) as opened:
        assert any("embassy" in text for text in texts(make_brief(opened, "PER", "NOR", as_of="2031"), "asked"))
        assert not any("embassy" in text for text in texts(make_brief(opened, "PER", "NOR"), "asked"))


def test_positions_show_the_old_words_and_the_new(opened):
    brief = make_brief(opened, "PER", "NOR")
    groups = {group.title: group.lines for group in section(brief, "positions").groups}
    line = groups["Peru"][0]
    assert "softened: " in line.text
    assert "Peru firmly supports the two-state solution → Peru supports the two-state solution" in line.text
    assert [run.text for run in line.runs if run.kind == "old"] == ["firmly"]
    assert groups["Norway"][0].text.startswith(
        "Not said in NOR's readout of 10 February 2031: the Charter of the United"
    )


def test_what_both_say_in_the_same_words_is_told_once():
    words = "Peru and Norway are for open seas"
    joint = [
        met("They met in Lima", "2031-01-01"),
        said(words, "both", "support"),
        stands(words, "PER"),
        stands(words, "NOR"),
    ]
    with ledger(report("2031-01-01", "PER", joint)) as opened:
        groups = section(make_brief(opened, "PER", "NOR"), "positions").groups
    assert [group.title for group in groups] == ["Both, in the same words"]
    assert words in groups[0].lines[0].text


def test_what_is_coming_and_who_is_who(opened):
    brief = make_brief(opened, "PER", "NOR")
    assert texts(brief, "coming")[0].startswith("August 2031: President Rosa Mamani of Peru will pay a state visit")
    people = {group.title: [line.text for line in group.lines] for group in section(brief, "people").groups}
    assert people["Peru"][0].startswith("President Rosa Mamani – seen 10 February 2031")
    assert people["Peru"][1].startswith(
        "Foreign Minister Ana Quispe – seen 10 February 2031, 2 reports since 3 May 2030"
    )
    assert people["Norway"][0].startswith("Foreign Minister Kari Lund")


def test_the_words_on_a_person_are_cut_so_that_the_office_stays():
    words = f"the two sides met {'for long ' * 20}and Trade Minister Pia Vega of Peru was there {'for long ' * 20}too"
    with ledger(report("2031-01-01", "PER", [met(words, "2031-01-01", participants=("Pia Vega",))])) as opened:
        (line,) = section(make_brief(opened, "PER", "NOR"), "people").lines
    assert "Trade Minister Pia Vega" in line.citations[0].quote
    assert line.citations[0].quote.startswith("… ")


def test_as_of_a_day_no_later_report_is_known():
    with ledger(first(), second(), third()) as opened:
        brief = make_brief(opened, "Peru", "norway", as_of="2030-06")
        assert {one.date for one in brief.sources} == {"2030-05-03"}
        assert (brief.a, brief.b, brief.as_of) == ("PER", "NOR", "2030-06")
        assert brief.facts == "From one report on the two, by an outlet of Peru (PER), 3 May 2030."
        assert unheld(opened, brief) == []


def test_as_of_a_day_a_later_report_of_an_earlier_meeting_changes_nothing():
    later = report("2032-03-01", "PER", [
        met("a round of the fisheries dialogue was held in Cusco in November 2030", "2030-11-15", "mechanism", place="Cusco"),
    ])  # fmt: skip
    with ledger(first(), second()) as known, ledger(first(), second(), later) as knowing_more:
        assert any("Cusco" in text for text in texts(make_brief(knowing_more, "PER", "NOR"), "meetings"))
        for day in ("2030-12", "2031-02-10"):
            assert make_brief(knowing_more, "PER", "NOR", as_of=day) == make_brief(known, "PER", "NOR", as_of=day)


def test_since_leaves_out_older_meetings_and_changes_and_no_open_matter(opened):
    brief = make_brief(opened, "PER", "NOR", since="2031")
    assert len(texts(brief, "meetings")) == 1
    assert any("port of Ilo" in text for text in texts(brief, "open"))
    none = make_brief(opened, "PER", "NOR", since="2031-02-11")
    assert section(none, "meetings").nothing == "No meeting of the two is in the ledger since 11 February 2031."
    assert not any("→" in text for text in texts(none, "positions"))


def test_a_ledger_that_has_one_side_only_says_so():
    with ledger(second()) as opened:
        unknown = make_brief(opened, "PER", "NOR").unknown
        assert unknown[0].startswith(
            "No report by an outlet of Peru is in the ledger: what it says here is what others say"
        )
        assert len(unknown) == 1
        assert make_brief(opened, "PER", "NOR", as_of="2033-01-01").unknown[1] == (
            "The last report on the two is of 10 February 2031, 22 months ago; what came after is not known."
        )


def test_two_that_never_dealt_with_each_other_have_a_brief_that_says_that():
    chad = report("2031-01-01", "TCD", [(*said("Chad thanked Peru", "PER")[:2], {
        "act": "appreciate", "holders": ("TCD",), "addressees": ("PER",)})])  # fmt: skip
    with ledger(second(), chad) as opened:
        brief = make_brief(opened, "NOR", "TCD")
        assert brief.facts == "The ledger has no report on the two."
        assert not [one for one in brief.sections if one.lines and one.key != "people"]
        assert all(one.nothing for one in brief.sections if not one.lines)


@pytest.mark.parametrize(
    ("arguments", "error", "sentence"),
    [
        (("PER", "Peru", {}), BadQuery, "one and the same; name two sides"),
        (("PER", "Atlantis", {}), UnknownParty, "is called 'Atlantis'"),
        (("PER", "Chad", {}), UnknownParty, "no report in the ledger is about Chad"),
        (("PER", "NOR", {"as_of": "yesterday"}), BadDate, "as-of|until"),
        (("PER", "NOR", {"since": "2032", "as_of": "2031"}), BadDate, "turn them round"),
    ],
)
def test_what_cannot_be_asked_is_one_sentence(opened, arguments, error, sentence):
    a, b, options = arguments
    with pytest.raises(error, match=sentence):
        make_brief(opened, a, b, **options)


def test_the_same_ledger_and_day_give_the_same_brief(opened):
    assert make_brief(opened, "PER", "NOR") == make_brief(opened, "PER", "NOR")
    with ledger(second(), first()) as other:
        assert make_brief(other, "PER", "NOR") == make_brief(opened, "PER", "NOR")


def test_hostile_reports_are_told_in_words_that_steer_nothing():
    with ledger(first(), hostile()) as opened:
        brief = make_brief(opened, "PER", "NOR")
        assert unheld(opened, brief) == []
        assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", repr_of(brief))
        assert any("<script>alert(1)</script>" in text for text in texts(brief, "open")), "it is told, as it stands"


def repr_of(brief):
    every = [brief.facts, brief.title, *brief.unknown]
    every += [line.text for one in brief.sections for line in one.lines]
    every += [f"{one.outlet}{one.title}{one.where}" for one in brief.sources]
    return "".join([*every, *(cited.quote for one in brief.sources for cited in one.citations)])


def test_of_much_the_most_needed_has_room_and_the_rest_is_counted():
    with ledger(first(), many()) as opened:
        brief = make_brief(opened, "PER", "NOR")
        assert unheld(opened, brief) == []
        groups = {group.title: group for one in brief.sections for group in one.groups}
        norway = groups["Undertaken by Norway"]
        assert 3 <= len(norway.lines) <= 6
        assert norway.lines[0].text.startswith("Overdue: lend Peru"), "what is overdue, before 60 newer ones"
        every = [row for row in opened.commitments("PER", "NOR", limit=0) if row.promisors == ("NOR",)]
        count = sum(row.kind == "pledge" and (row.overdue or row.score in (None, 0)) for row in every)
        assert count > 6
        assert norway.more == f"{count - len(norway.lines)} more: communique commitments PER NOR"
        assert all(one.lines for one in brief.sections if one.key != "coming")


def test_where_they_met_more_often_than_was_looked_at_the_count_says_at_least(monkeypatch):
    with ledger(first(), many()) as opened:
        monkeypatch.setattr("communique.brief.facts._MET", 400)
        (told,) = {group.more for group in section(make_brief(opened, "PER", "NOR"), "meetings").groups}
        assert re.match(r"\d+ more: communique timeline PER NOR", told)
        monkeypatch.setattr("communique.brief.facts._MET", 8)
        (told,) = {group.more for group in section(make_brief(opened, "PER", "NOR"), "meetings").groups}
        assert re.match(r"at least \d more: communique timeline PER NOR", told)
        brief = make_brief(opened, "PER", "NOR", since="2030-11-12")  # all since then were looked at
        assert [group.more for group in section(brief, "meetings").groups] == ["1 more: communique timeline PER NOR"]


def test_citations_are_numbered_as_lines_come_to_them_and_told_words_are_marked(opened):
    brief = make_brief(opened, "PER", "NOR")
    keys = [one.key for part in brief.sections for line in part.lines for one in line.citations]
    assert keys[0] == "1a"
    assert [one.number for one in brief.sources] == list(range(1, len(brief.sources) + 1))
    listed_ = {one.key: one for source in brief.sources for one in source.citations}
    assert set(keys) == set(listed_)
    told = [one for one in listed_.values() if one.told]
    assert any("port of Ilo" in one.quote for one in told)


@pytest.mark.parametrize(
    ("first_day", "as_of", "words"),
    [
        ("2030-05-03", "2030-05-03", ""), ("2030-05-03", "2030-05-04", "1 day ago"), ("2030-05-03", "2030-06-10", "38 days ago"),
        ("2030-05-03", "2031-07-02", "13 months ago"), ("2030-05-03", "2031-07-03", "14 months ago"),
        ("2030-05", "2032-06-01", "2 years ago"), ("2030", "2032", ""), (None, "2030", ""), ("2031", "2030", ""),
    ],
)  # fmt: skip
def test_ages(first_day, as_of, words):
    assert age(first_day, as_of) == words


def test_days_and_lists_as_people_write_them():
    assert [day("2030-05-03"), day("2030-05"), day("2030"), day(None)] == ["3 May 2030", "May 2030", "2030", "no date"]
    assert days("2030-05-03", "2030-05-05") == "3–5 May 2030"
    assert days("2030-05-30", "2030-06-02") == "30 May 2030 to 2 June 2030"
    assert [listed("a"), listed("ab"), listed("abc"), listed("")] == ["a", "a and b", "a, b and c", ""]


def test_quotes_are_cut_between_words_around_what_matters():
    words = "the quick brown fox jumps over the lazy dog and runs away from it all day long"
    assert cut(words, 30) == "the quick brown fox jumps over …"[:30].rstrip(" ") + "" or cut(words, 30).endswith(" …")
    kept = cut(words, 40, "lazy dog")
    assert "lazy dog" in kept
    assert kept.startswith("… ")
    assert kept.endswith(" …")
    assert all(part.strip() in words for part in kept.split(CUT))
    assert cut("short\n  words", 40) == "short words"


def test_heaps_of_marks_are_cut_down_and_the_letters_of_languages_stay():
    assert clean("Z" + "\u0301" * 50 + "a") == "Z" + "\u0301" * 4 + "a"
    assert clean("Nguyễn Phú Trọng, Қазақстан, 中国, العربية") == "Nguyễn Phú Trọng, Қазақстан, 中国, العربية"
    assert clean("a\u202eb\x00c\x1b[0m\u2066d") == "a\ufffdb\ufffdc\ufffd[0m\ufffdd"
    assert set(BOTH) == {"PER", "NOR"}
    assert stands("x", "PER")[0].__name__ == "Position"


def test_the_room_asks_the_ledger_and_no_other():
    import ast
    from pathlib import Path

    import communique.brief

    known = {"brief", "errors", "knowledge", "ledger", "records"}
    for file in Path(communique.brief.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("communique."):
                assert node.module.split(".")[1] in known, f"{file.name}: {node.module}"
