"""Charts: rows in, SVG out that says what the rows say, runs nothing, leads nowhere else, and has no colour of its own."""

import os
import re
import subprocess
import sys
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

pytest.importorskip("altair", reason="charts need communique[web]")
pytest.importorskip("vl_convert", reason="charts need communique[web]")

from communique.ledger.ask.rows import Cell, Dyad, Occasion, Presence, Tally
from communique.ledger.rows import Commitment, Rung, Wording
from communique.web import charts
from communique.web.charts import colours, drawing
from communique.web.charts.limits import unlimited
from communique.web.charts.safe import safe

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "</title><script>alert(1)</script><img src=x onerror=alert(2)>\u202e\" ' javascript:alert(3) {{7*7}} ${1+1}"


def rung(label="strategic partnership", event="described", said_by=("PER",), date=None, told="2030-05-03", tier=None):
    return Rung(date, label, event, said_by, "0123abcd", "r.txt", told, tier, ())


def formula(words="Peru supports it", date="2030-05-03", change="first", holder="PER", issue="unclos"):
    return Wording(date, "0123abcd", "r.txt", holder, issue, "NOR", "support", words, change, ())


def cell(holder="PER", issue="unclos", stance="support", last="2030-05-03", silent=None, words="Peru supports it"):
    return Cell(holder, issue, stance, "2028", last, silent, 2, "0123abcd", "r.txt", words, ())


def occasion(date="2030-05-03", kind="meeting", status="held"):
    return Occasion(date, date, kind, status, "Lima", ("NOR", "PER"), (), None, None, ())


def commitment(promisors=("PER",), state="stated", overdue=False):
    return Commitment("1", "pledge", promisors, ("NOR",), "x", state, None, None, None, None, (), (), overdue)


def present(code="KAZ", engagements=7):
    return Presence(code, code.title(), engagements, 3, "2030-05-03")


DRAWN = {
    "ladder": lambda: charts.ladder_chart([rung(), rung("friendship", "upgraded", ("NOR",), "2031")], "NOR", "PER"),
    "engagements": lambda: charts.engagements_chart([occasion(), occasion("2030-06", "visit")], lambda period: f"/t?{period}"),
    "partners": lambda: charts.partners_chart([Dyad("PER", "NOR", 4, "2030-05-03", 5, "2030", 1)]),
    "commitments": lambda: charts.commitments_chart([commitment(), commitment(("NOR", "PER"), "done")]),
    "tally": lambda: charts.tally_chart([Tally("pledge", "stated", 5, 2), Tally("request", "refused", 1, 0)]),
    "positions": lambda: charts.positions_heatmap([cell(), cell("NOR", stance="oppose")]),
    "wording": lambda: charts.wording_chart([formula(), formula("Peru firmly supports it", "2031", "hardened")]),
    "map": lambda: charts.world_map([present(), present("SGP", 2)]),
}  # fmt: skip


@pytest.fixture(scope="module")
def drawn():
    return {name: draw() for name, draw in DRAWN.items()}


def tree(svg):
    return etree.fromstring(str(svg))


def words(svg):
    return " ".join("".join(one.itertext()) for one in tree(svg).iter(f"{SVG}text"))


def titles(svg):
    """What the marks are called."""
    return [one.text for one in tree(svg).iter(f"{SVG}title")][1:]


@pytest.mark.parametrize("name", DRAWN)
def test_a_chart_can_stand_in_a_page_without_inline_style_or_script(drawn, name):
    root = tree(drawn[name])
    names = {etree.QName(one).localname for one in root.iter()}
    assert names <= {"svg", "g", "path", "line", "rect", "circle", "text", "tspan", "a", "title", "desc"}
    for one in root.iter():
        assert not {key for key in one.attrib if key == "style" or key.startswith(("on", "{"))}
        assert one.get("fill") in (None, "none")
        assert one.get("stroke") in (None, "none")
        assert one.get("href", "/").startswith("/")
        assert float(one.get("font-size", "12")) >= 11
        assert set((one.get("class") or "").split()) <= CLASSES


CLASSES = {f"chart-{part}-{name}" for part in ("fill", "stroke") for name in colours.ALL} | {"picture", "fluid"}


def test_every_colour_has_a_rule_by_day_and_by_night():
    css = (Path(charts.__file__).parents[1] / "static" / "charts.css").read_text(encoding="utf-8")
    assert {name for name in CLASSES if f".{name} {{" not in css} == set()
    for name in colours.ALL - {"ink", "soft", "paper"}:  # these are the page's own
        assert css.count(f"--chart-{name}:") == 3, name


@pytest.mark.parametrize("name", DRAWN)
def test_a_chart_says_in_words_what_it_shows(drawn, name):
    root = tree(drawn[name])
    title, says = root[0], root[1]
    assert (title.tag, says.tag) == (f"{SVG}title", f"{SVG}desc")
    assert root.get("aria-labelledby") == title.get("id")
    assert root.get("aria-describedby") == says.get("id")
    assert title.text
    assert re.search(r"\d", says.text)
    linked = next(root.iter(f"{SVG}a"), None) is not None
    assert root.get("role") == ("group" if linked else "img"), "what can be gone to must not stand in an image"
    assert all(one.get("aria-label") for one in root.iter(f"{SVG}a"))


def test_without_rows_there_is_no_chart():
    empty = [charts.ladder_chart([], "NOR", "PER"), charts.engagements_chart([]), charts.partners_chart([]),
             charts.commitments_chart([]), charts.tally_chart([]), charts.positions_heatmap([]),
             charts.wording_chart([]), charts.world_map([])]  # fmt: skip
    undated = [charts.engagements_chart([occasion(None)]), charts.wording_chart([formula(date=None)]),
               charts.ladder_chart([rung(told=None)], "NOR", "PER"), charts.world_map([present("EU")]),
               charts.partners_chart([Dyad("PER", "NOR", 0, None, 1, None, 0)])]  # fmt: skip
    assert [*empty, *undated] == [None] * 13


@pytest.mark.slow
def test_the_same_rows_give_the_same_svg_in_another_process():
    program = "import tests.test_charts as t; print(*(f() for f in t.DRAWN.values()))"
    root = Path(__file__).resolve().parents[1]
    runs = [
        subprocess.run([sys.executable, "-c", program], cwd=root, check=True, capture_output=True, text=True,
                       env={**os.environ, "PYTHONPATH": f"{root}:{root}/src", "PYTHONHASHSEED": seed, "TZ": zone}).stdout
        for seed, zone in (("1", "UTC"), ("2", "Pacific/Auckland"))
    ]  # fmt: skip
    assert runs[0]
    assert runs[0] == runs[1]


def test_what_is_drawn_once_is_not_drawn_again(monkeypatch):
    rows = [occasion("2041-01-01")]
    first = charts.engagements_chart(rows)
    monkeypatch.setattr(drawing, "_vega", lambda spec: pytest.fail("drawn again"))
    assert charts.engagements_chart(rows) == first


@pytest.mark.parametrize(
    "draw",
    [
        lambda: charts.ladder_chart([rung(HOSTILE), rung(HOSTILE + "x")], "NOR", HOSTILE),
        lambda: charts.wording_chart([formula(HOSTILE), formula(HOSTILE + " y", "2031", "reworded", HOSTILE)]),
        lambda: charts.positions_heatmap([cell(HOSTILE, HOSTILE, words=HOSTILE)]),
        lambda: charts.commitments_chart([commitment((HOSTILE,))]),
        lambda: charts.partners_chart([Dyad(HOSTILE, HOSTILE, 4, HOSTILE, 5, None, 1)]),
        lambda: charts.world_map([replace(present(), name=HOSTILE)], lambda code: "javascript:alert(1)"),
    ],
)
def test_what_a_report_says_stays_words(draw):
    svg = str(draw())
    root = tree(svg)
    assert {etree.QName(one).localname for one in root.iter()}.isdisjoint({"script", "img", "image", "foreignObject"})
    assert "<script" not in svg
    assert "\u202e" not in svg, "what turns the direction of words is written out"
    assert all(one.get("href").startswith("/") for one in root.iter() if one.get("href"))
    assert "49" not in words(svg), "nothing in it is worked out"


def test_only_what_is_known_is_taken_over():
    root = safe(
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" onload="alert(1)">'
        '<style>a{}</style><script>alert(1)</script><foreignObject><b/></foreignObject><image href="https://e.example/x"/>'
        '<a xlink:href="https://e.example/"><path d="M0,0L1,1" style="fill:red" fill="url(#x)" onclick="alert(1)"/></a>'
        '<a xlink:href="//e.example/"><path d="M0,0L1,1"/></a><a xlink:href=" javascript:alert(1)"><path d="M0,0"/></a>'
        '<a xlink:href="/report/1"><path d="M0,0L1,1" fill="k1" aria-label="one &lt;b&gt;"/></a>'
        '<text fill="ink" font-family="x" font-size="12px">1 &lt; 2<tspan dy="14">3</tspan></text></svg>'
    )
    made = etree.tostring(root, encoding="unicode")
    assert "e.example" not in made
    assert "alert" not in made
    assert not re.search(r"style|script|foreign|image|onload|url|font-family|red", made)
    links = list(root.iter(f"{SVG}a"))
    assert [one.get("href") for one in links] == ["/report/1"]
    assert links[0].get("aria-label") == links[0][0].text == "one <b>"
    assert '<text font-size="12" class="chart-fill-ink">1 &lt; 2<tspan dy="14">3</tspan></text>' in made


def test_an_entity_is_not_followed(tmp_path):
    (tmp_path / "secret").write_text("secret")
    head = f'<!DOCTYPE svg [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]>'
    made = safe(f'{head}<svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>')
    assert b"secret" not in etree.tostring(made)


def test_the_ladder_keeps_its_order_and_each_countrys_apart():
    rungs = [
        rung("comprehensive strategic partnership", said_by=("CHN",), tier="CHN 5/6"),
        rung("cooperation partnership", said_by=("CHN",), tier="CHN 2/6"),
        rung("eternal strategic partnership", said_by=("KAZ",), tier="KAZ 4/5"), rung("good neighbours", said_by=("CHN", "KAZ")),
    ]  # fmt: skip
    shown = words(charts.ladder_chart(rungs, "CHN", "KAZ"))
    order = ["On the ladder of China", "comprehensive strategic partnership", "cooperation partnership",
             "On the ladder of Kazakhstan", "eternal strategic partnership", "On no known ladder", "good neighbours"]  # fmt: skip
    places = {one: re.sub(r"\s+", " ", shown).find(one.split(" strategic")[0]) for one in order}
    assert all(place >= 0 for place in places.values()), shown
    assert {"China", "Kazakhstan", "both"} <= set(shown.split())


def test_a_step_told_twice_is_one_and_leads_to_its_report():
    rows = [
        rung("ties", "established", date="1992", told="2030"),
        rung("ties", "established", date="1992", told="2031"),
    ]
    svg = charts.ladder_chart(rows, "NOR", "PER")
    assert titles(svg) == ["1992: established ties, said by Peru (reported 2030)"]
    assert [one.get("href") for one in tree(svg).iter(f"{SVG}a")] == ["/report/0123abcd"]


def test_long_names_that_begin_alike_stay_apart():
    long = "a partnership of mutual trust and of cooperation in all fields of common interest, reaching far "
    svg = charts.ladder_chart([rung(long + "and wide"), rung(long + "and near")], "NOR", "PER")
    assert words(svg).count("a partnership of mutual trust") == 2


def test_engagements_are_counted_by_kind_and_period():
    rows = [
        occasion(),
        occasion("2030-05-09"),
        occasion("2030-07-01", "call"),
        occasion("2030-08-01", status="planned"),
    ]
    svg = charts.engagements_chart(rows, lambda period: f"/timeline?since={period}")
    assert titles(svg) == ["May 2030: 2 × meeting", "July 2030: 1 × call", "August 2030: 1 × planned"]
    assert "/timeline?since=2030-05" in svg
    years = charts.engagements_chart([occasion("2010"), *rows])
    assert "2030: 2 × meeting" in titles(years)
    assert "4 engagements from 2010" not in tree(years)[1].text
    assert "5 engagements from 2010 to 2030" in tree(years)[1].text


def test_commitments_are_told_apart_by_how_they_stand():
    rows = [commitment(), commitment(overdue=True), commitment(state="done"), commitment(state="refused"),
            commitment(state="in-progress"), commitment(("NOR", "PER"), "held")]  # fmt: skip
    assert set(titles(charts.commitments_chart(rows))) == {
        "Peru: 1 done", "Peru: 1 under way", "Peru: 1 open", "Peru: 1 overdue", "Peru: 1 given up",
        "Norway and Peru: 1 done",
    }  # fmt: skip
    tallied = charts.tally_chart(
        [Tally("pledge", "stated", 5, 2), Tally("pledge", "lapsed", 3, 3), Tally("pledge", "done", 4, 0)]
    )
    assert set(titles(tallied)) == {"pledge: 4 done", "pledge: 3 open", "pledge: 5 overdue"}


def test_the_matrix_fades_what_was_said_long_ago_or_is_left_out():
    rows = [cell("PER", last="2030-05-03"), cell("NOR", last="2028-05-04"), cell("CHL", last="2020"),
            cell("FJI", last="2030-01-01", silent="2030-04-01"), cell("KAZ", stance="oppose")]  # fmt: skip
    svg = charts.positions_heatmap(rows)
    shades = {one[0].text.split()[0]: one[1].get("class") for one in tree(svg).iter(f"{SVG}a")}
    assert {name: shade.split()[0].rpartition("-")[2] for name, shade in shades.items()} == {
        "Peru": "f3", "Norway": "f2", "Chile": "f1", "Fiji": "f1", "Kazakhstan": "a3",
    }  # fmt: skip
    assert words(svg).count("+") == 5, "a sign in each, and one in the key"
    assert "left out since 1 April 2030" in " ".join(titles(svg))
    assert charts.positions_heatmap(rows, as_of="2035") != svg


def test_a_large_matrix_is_no_row_of_stops_for_the_keyboard():
    rows = [
        cell(holder, f"issue-{number}") for number in range(15) for holder in ("PER", "NOR", "CHL", *"ABCDEFGHIJKL")
    ]
    links = list(tree(charts.positions_heatmap(rows)).iter(f"{SVG}a"))
    assert len(links) == 225
    assert {one.get("tabindex") for one in links} == {"-1"}
    assert tree(DRAWN["positions"]()).find(f".//{SVG}a").get("tabindex") is None


def test_a_formula_that_was_dropped_is_marked_where_it_was_left():
    rows = [formula(), formula(None, "2031-01-01", "dropped"), formula("Norway does not", "2031-02-01", "first", "NOR")]
    svg = charts.wording_chart(rows)
    assert "1 January 2031: Peru on the Convention on the Law of the Sea, to Norway, dropped: did not say it" in titles(
        svg
    )
    assert "Not said" not in words(svg)
    assert {"first", "dropped", "Peru", "Norway"} <= set(words(svg).split())


def test_the_map_links_countries_and_shows_the_small_ones():
    rows = [present("KAZ", 7), present("SGP", 2), present("EU", 9)]
    shown, others = charts.on_map(rows)
    assert ([one.code for one in shown], [one.code for one in others]) == (["KAZ", "SGP"], ["EU"])
    svg = charts.world_map(rows)
    leads = [one.get("href") for one in tree(svg).iter(f"{SVG}a")]
    assert leads.count("/country/KAZ") == 1
    assert leads.count("/country/SGP") == 2, "its shape, and a dot that can be hit"
    assert "Kazakhstan: 7 engagements with 3 others, the last 3 May 2030" in titles(svg)
    assert "Natural Earth" in charts.source()


def test_the_map_has_every_country_that_the_ledger_may_name():
    from communique.knowledge import load_codebook
    from communique.web.charts.world import _world

    world = _world()
    kinds = {code: one.kind for code, one in load_codebook([]).section("countries").items()}
    missing = {code for code, kind in kinds.items() if kind == "state" and code not in world["shapes"]}
    assert missing == set()
    for code, (x, y) in world["dots"].items():
        assert code in world["shapes"]
        assert -180 <= x <= 180
        assert -90 <= y <= 90


def test_what_is_drawn_is_what_vega_lite_knows(monkeypatch):
    """Charts are made without weighing them against the schema, as that takes longer than drawing; here they are weighed."""
    from altair import TopLevelMixin
    from altair.utils import schemapi

    weighed = []
    real = TopLevelMixin.to_dict

    def to_dict(self, validate=True, **options):
        whole = not options.get("context")
        weighed.append(whole)
        return real(self, validate=validate or whole, **options)

    monkeypatch.setattr(schemapi, "debug_mode", lambda _: nullcontext())
    monkeypatch.setattr(TopLevelMixin, "to_dict", to_dict)
    drawing._drawn.cache_clear()
    assert all(draw() for draw in DRAWN.values())
    assert weighed.count(True) == len(DRAWN)


def test_only_labels_that_cannot_reach_their_limit_have_none():
    spec = {"config": {"axis": {"labelLimit": 100}}, "encoding": {"x": {"sort": ["short"], "axis": {"labelLimit": 30}}}}
    made = unlimited(spec, ["two\nlines of it"], 12)
    assert (made["config"]["axis"]["labelLimit"], made["encoding"]["x"]["axis"]["labelLimit"]) == (0, 30)
    assert unlimited(spec, ["\u4e2d" * 8], 12) == spec, "a wide script takes more"
    assert unlimited({**spec, "encoding": {"x": {"sort": ["M" * 9]}}}, [], 12)["config"] == spec["config"]


def test_what_has_no_limit_looks_the_same(monkeypatch):
    rows = [formula(), formula("Peru firmly supports it and all that belongs to it", "2031", "hardened")]
    drawn = charts.wording_chart(rows)
    drawing._drawn.cache_clear()
    monkeypatch.setattr(drawing, "unlimited", lambda spec, labels, size: spec)
    assert charts.wording_chart(rows) == drawn


def test_warming_draws_without_anybody_waiting():
    charts.warm().join(timeout=60)
    assert drawing._drawn.cache_info().currsize > 0


def test_letters_that_no_xml_may_hold_end_nobodys_process():
    """vl-convert aborts where it meets them; in a process of its own, so that this one would live to tell."""
    import os
    import subprocess
    import sys
    from pathlib import Path

    code = (
        "from communique.ledger.rows import Rung\n"
        "from communique.web.charts import ladder_chart\n"
        "rung = lambda day, label: Rung(day, label, 'described', ('TCD',), 'r', None, day, None, (), 'TCD')\n"
        "drawn = ladder_chart([rung('2031-01-01', 'ties \\uffff\\ufffe\\x00\\x0c'), rung('2032-01-01', 'more \\U0010ffff')], 'TCD', 'TGO')\n"
        "assert '<svg' in str(drawn)\n"
    )
    source = Path(__file__).resolve().parents[1] / "src"
    done = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": str(source)}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr[-2000:]
