"""Long histories: lists show the first and the newest steps and how many there are; what is said is by all of them."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace

import pytest
from sqlalchemy import update

from brief_pages import BOTH, met, report, said
from communique.brief import make_brief
from communique.brief.facts import gather, to_come
from communique.brief.sections.coming import coming
from communique.cli import main
from communique.evaluate import storylines
from communique.evaluate.storyline_gold import Story
from communique.ledger._ledger import Ledger
from communique.ledger.ask.histories import HISTORY
from communique.ledger.commitments import ThreadStep, standings, step_body
from communique.ledger.store import schema
from communique.ledger.store.engine import writing
from communique.ledger.store.steps import steps_of_all
from communique.records import Outcome
from tools.ledger_contents import contents, differences

NUMBER = 20
LOAN = "lend Peru money for the cranes of the port of Ilo"
DOCKS = "repair the dry docks of Callao"


def telling(number):
    """A report of the loan; the third alone is by Norway's outlet and says that it is in progress."""
    day, country = f"2030-{number // 2 + 1:02}-{number % 2 * 10 + 5:02}", "NOR" if number == 2 else "PER"
    lines = [met(f"The ministers of Peru and Norway met for the {number + 1}. time", day, place="Lima")]
    if number == 2:
        words = "The loan for the cranes of the port of Ilo is being paid out"
        lines.append(
            (Outcome, words, {"what": "The loan for the cranes of the port of Ilo", "parties": BOTH, "state": "begun"})
        )
    else:
        lines.append(said(f"Norway will {LOAN}", "NOR", "pledge", item=LOAN))
    return report(day, country, lines)


def asking(day):
    return report(day, "PER", [said(f"Peru asked Norway to {DOCKS}", "PER", "request", item=DOCKS)])


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    with Ledger.open(tmp_path_factory.mktemp("long") / "communique.db", create=True) as made:
        made.add([asking("2029-03-01"), asking("2029-05-01"), *map(telling, range(NUMBER))])
        yield made


def loan(rows):
    (row,) = [row for row in rows if "cranes" in row.what]
    return row


def test_a_list_has_the_first_and_the_newest_and_says_how_many_there_are(ledger):
    row = loan(ledger.commitments("PER", "NOR"))
    whole = ledger.commitment(row.id)
    assert (row.steps, len(row.history)) == (NUMBER, HISTORY)
    assert (whole.steps, len(whole.history)) == (NUMBER, NUMBER)
    assert row.history == (whole.history[0], *whole.history[1 - HISTORY :])
    assert loan(ledger.commitments("PER", "NOR", history=0)) == whole
    assert loan(ledger.commitments("PER", "NOR", history=5)).history == (whole.history[0], *whole.history[-4:])
    assert loan(ledger.commitments("PER", "NOR", history=1)).history == (whole.history[0], whole.history[-1])
    assert replace(row, history=()) == replace(whole, history=())


def test_what_is_said_of_it_is_by_all_steps(ledger):
    """The third alone, which no list shows, tells that it is under way, and by whom else it is told."""
    row = loan(ledger.commitments("PER", "NOR"))
    assert "in-progress" not in {step.state for step in row.history}
    assert (row.score, row.outlets, row.only_asked) == (0, ("PER", "NOR"), False)
    assert row.days == 283  # from 5 January to 15 October
    (docks,) = [row for row in ledger.commitments("PER", "NOR") if "docks" in row.what]
    assert (docks.only_asked, docks.outlets, docks.steps) == (True, ("PER",), 2)


def test_as_of_a_day_it_is_by_the_steps_up_to_then(ledger):
    whole = ledger.commitment(loan(ledger.commitments("PER", "NOR")).id)
    for number in (1, 2, 3, HISTORY, HISTORY + 1, NUMBER):
        day = whole.history[number - 1].date
        row = loan(ledger.commitments("PER", "NOR", as_of=day))
        known = whole.history[:number]
        assert row.steps == number
        assert row.history == (known if number <= HISTORY else (known[0], *known[1 - HISTORY :]))
        assert row.outlets == (("PER",) if number < 3 else ("PER", "NOR"))
        assert row.score == (None if number < 3 else 0)


def test_the_last_sure_step_is_shown_however_many_are_left_open_after_it(ledger, tmp_path):
    with ledger.engine.connect() as source, Ledger.open(tmp_path / "open.db", create=True) as made:
        made.add(telling(number) for number in range(NUMBER))
        id_ = loan(made.commitments("PER", "NOR")).id
        steps = steps_of_all(source, [id_])[id_]
        steps = [replace(step, sure=at < 4) for at, step in enumerate(steps)]
        with writing(made.engine) as connection:
            for no, (step, now) in enumerate(standings(steps)):
                here = (schema.step.c.thread == id_, schema.step.c.no == no)
                connection.execute(update(schema.step).where(*here).values(body=step_body(step, now)))
        whole = made.commitment(id_).history
        row = loan(made.commitments("PER", "NOR"))
        assert row.history == (whole[0], whole[3], *whole[2 - HISTORY :])
        assert row.steps == NUMBER
        few = loan(made.commitments("PER", "NOR", history=2))
        assert few.history == (whole[0], whole[3])


def test_a_step_is_kept_as_it_is(ledger):
    (id_,) = [row.id for row in ledger.commitments("PER", "NOR") if "cranes" in row.what]
    with ledger.engine.connect() as connection:
        steps = steps_of_all(connection, [id_])[id_]
    assert len(steps) == NUMBER
    for step, now in standings(steps):
        assert ThreadStep.made(json.loads(step_body(step, now))[0]) == step


def test_the_command_says_how_many_more_there_are_and_how_to_see_them(ledger, capfd):
    def ask(*more):
        assert main(["commitments", "PER", "NOR", "--ledger", ledger.where, *more]) == 0
        return capfd.readouterr().out

    told = ask("--no-color", "--kind", "pledge")
    assert len(re.findall(r"^ +2030-\d\d-\d\d  ", told, re.MULTILINE)) == HISTORY
    assert f"and {NUMBER - HISTORY} more; all of them with --history 0" in told
    whole = ask("--no-color", "--history", "0")
    assert "more; all of them" not in whole
    assert "in-progress" in whole
    assert json.loads(ask("-f", "json", "--kind", "pledge"))[0]["steps"] == NUMBER
    lines = list(csv.DictReader(io.StringIO(ask("-f", "csv", "--kind", "pledge", "--history", "4"))))
    assert [line["steps"] for line in lines] == [str(NUMBER)] * 4
    assert lines[0]["outlets"] == "PER; NOR"


def test_the_web_view_says_so_too_and_leads_to_all_of_them(ledger):
    from web_app import client

    browser = client(ledger)
    page = browser.get("/commitments?a=PER&b=NOR&kind=pledge&as_of=2031").text
    assert f"{NUMBER} steps" in page
    assert page.count('class="when"') == HISTORY
    link = re.search(rf'and {NUMBER - HISTORY} more: <a href="([^"]+)">all {NUMBER} steps</a>', page)
    assert link
    one = browser.get(link[1].replace("&amp;", "&")).text
    assert "as_of=2031" in link[1]
    assert one.count('class="when"') == NUMBER
    assert "more: <a" not in one
    rows = browser.get("/api/v1/commitments?a=PER&b=NOR&kind=pledge").json()["rows"]
    assert (len(rows[0]["history"]), rows[0]["steps"]) == (HISTORY, NUMBER)
    rows = browser.get("/api/v1/commitments?a=PER&b=NOR&kind=pledge&history=0").json()["rows"]
    assert len(rows[0]["history"]) == NUMBER
    assert browser.get(f"/api/v1/commitments/{rows[0]['id']}").json() == rows[0]


def test_a_brief_tells_by_whose_accounts_even_where_these_are_not_shown(ledger):
    (line,) = [
        "".join(run.text for run in one.runs)
        for section in make_brief(ledger, "PER", "NOR").sections for group in section.groups for one in group.lines
        if "cranes" in "".join(run.text for run in one.runs)
    ]  # fmt: skip
    assert line.endswith("score 0, by both sides' accounts")


def test_the_steps_of_some_days_are_told_by_themselves(ledger):
    id_ = loan(ledger.commitments("PER", "NOR")).id
    steps = ledger.commitment(id_).history
    assert ledger.histories([id_, "nothing"]) == {id_: steps}
    assert ledger.histories([id_], as_of=steps[4].date) == {id_: steps[:5]}
    assert ledger.histories([id_], on=[steps[1].date, steps[3].date, "1999-01-01"]) == {id_: (steps[1], steps[3])}
    assert ledger.histories([id_], on=[steps[3].date], as_of=steps[1].date) == {}
    assert ledger.histories([]) == {}


def test_an_occasion_that_a_commitment_tells_of_is_not_announced_besides(tmp_path):
    """Nor where the step that tells of it is not among those of a list."""
    plan = "Norway will open a school of fisheries at Paita on 3 May 2032"
    school = "open a school of fisheries at Paita"
    told = report("2030-01-05", "PER", [
        said(f"Norway will {school}", "NOR", "pledge", item=school),
    ])  # fmt: skip
    both = report("2030-01-20", "PER", [
        said(plan, "NOR", "pledge", item=school),
        met(plan, "2032-05-03", kind="ceremony", status="planned", main=False),
    ])  # fmt: skip
    later = [
        report(f"2030-{number // 9 + 2:02}-{number % 9 + 10}", "PER", [said(f"Norway will {school}", "NOR", "pledge", item=school)])
        for number in range(NUMBER)
    ]  # fmt: skip
    with Ledger.open(tmp_path / "school.db", create=True) as made:
        made.add([told, both, *later])
        facts = gather(made, "PER", "NOR", None, None)
        (row,) = [row for row in facts.commitments if row.kind == "pledge"]
        assert row.steps > len(row.history)
        assert [step.date for step in row.history[:2]] == ["2030-01-05", "2030-01-20"]
        assert to_come(facts.occasions[0], facts.day)
        assert not coming(facts).groups[0].lines


def visit(number, day):
    """A report that announces a visit once more, and another loan at some length."""
    words = f"Foreign Minister Kari Lund will visit Lima on {7 + (number > 1)} June 2031"
    plan = met(
        words, f"2031-06-{7 + (number > 1):02}", kind="visit", status="planned", participants=("Kari Lund",), main=False
    )
    return report(day, "PER", [plan])


def test_of_what_is_coming_a_brief_knows_all_steps(tmp_path):
    """That a visit was moved once, long ago, is told though no list shows that step."""
    with Ledger.open(tmp_path / "visit.db", create=True) as made:
        made.add(visit(number, f"2031-{number // 9 + 1:02}-{number % 9 + 10}") for number in range(NUMBER))
        (row,) = made.commitments("PER", "NOR")
        assert row.steps == NUMBER
        assert "moved" not in {step.state for step in row.history}
        (known,) = gather(made, "PER", "NOR", None, None).commitments
        assert "moved" in {step.state for step in known.history}


def test_storylines_are_scored_on_all_steps():
    story = Story("loan", ("PER", "NOR"), (), (), (), (), ())
    answers = storylines._answers([story], {str(number): telling(number) for number in range(NUMBER)})
    (row,) = [row for row in answers["loan.commitments"] if "cranes" in row["what"]]
    assert len(row["history"]) == row["steps"] == NUMBER


def test_on_every_database(ledger_url):
    with Ledger.open(ledger_url, create=True) as made:
        made.add(telling(number) for number in range(0, NUMBER, 2))
        made.add(telling(number) for number in range(1, NUMBER, 2))  # in between: what was followed is taken back
        row = loan(made.commitments("PER", "NOR"))
        whole = made.commitment(row.id).history
        assert (row.steps, row.history) == (NUMBER, (whole[0], *whole[1 - HISTORY :]))
        assert made.histories([row.id], on=[whole[2].date]) == {row.id: (whole[2],)}
        then = loan(made.commitments("PER", "NOR", as_of=whole[14].date, history=3))
        assert then.history == (whole[0], *whole[13:15])
        before = contents(made)
        made.rebuild()
        assert differences(before, contents(made)) == []
