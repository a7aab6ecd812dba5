"""A ledger of invented reports on Peru and Norway, for tests of the brief: rich, hostile, one-sided, long."""

from communique.ledger._ledger import Ledger
from communique.records import Engagement, Outcome, Position, Relation, Statement
from ledger_pages import Page

BOTH = ("PER", "NOR")
HOSTILE = (
    'lend <script>alert(1)</script> <img src=x onerror=alert(2)> #panic("run") $x^2$ \\frac `code` *bold* _it_ ~~no~~ '
    "[link](javascript:alert(3)) {{ 7*7 }} {% raise %} &lt; | www.evil.example http://evil.example @ref <label> \u202egnorw\u202c "
    "\x1b[31mred\x07 end"
)


def report(day, country, lines, **metadata):
    """A reading: ``lines`` are (layer, words, fields); the text is these words, one on a line."""
    text = "".join(f"{quote}.\n" for _, quote, _ in lines)
    metadata = {
        "outlet": f"Ministry of {country}",
        "path": f"/r/{day}_{country}.txt",
        "title": f"News of {day}",
        **metadata,
    }
    page = Page(text, published=day, outlet_country=country, **metadata)
    for layer, quote, fields in lines:
        page.say(layer, quote, **fields)
    return page.read()


def met(quote, day, kind="meeting", **fields):
    fields = {"status": "held", "parties": BOTH, "date_start": day, "date_end": day, "main": True, **fields}
    return (Engagement, quote, {"kind": kind, **fields})


def said(quote, holder, act="assess", **fields):
    other = {"PER": "NOR", "NOR": "PER"}
    items = {"items": (fields.pop("item"),), "due": (fields.pop("due", None),)} if "item" in fields else {}
    strength = {"strength": fields.pop("strength", "firm")} if act in ("pledge", "agree") else {}
    holders = BOTH if holder == "both" else (holder,)
    to = () if holder == "both" else (other[holder],)
    return (Statement, quote, {"act": act, "holders": holders, "addressees": to, **items, **strength, **fields})


def stands(quote, holder, issue="two-state-solution", stance="support"):
    return (Position, quote, {"holder": holder, "issue": issue, "stance": stance})


def called(quote, label, event="described", date=None):
    return (Relation, quote, {"parties": ("NOR", "PER"), "label": label, "event": event, "date": date})


def first():
    return report("2030-05-03", "PER", [
        met("Foreign Minister Ana Quispe of Peru and Foreign Minister Kari Lund of Norway met in Lima", "2030-05-03",
            place="Lima", participants=("Ana Quispe", "Kari Lund")),
        called("the two are strategic partners", "strategic partnership"),
        said("Norway will lend Peru 40 million dollars for the port of Ilo by the end of 2030", "NOR", "pledge",
             item="lend Peru 40 million dollars for the port of Ilo by the end of 2030", due="2030", speaker="Kari Lund"),
        said("Peru asked Norway to reopen its embassy in Lima", "PER", "request", item="reopen its embassy in Lima",
             speaker="Ana Quispe"),
        said("Norway asked Peru to lift its duty on dried cod", "NOR", "request", item="lift its duty on dried cod"),
        said("Peru firmly supports the two-state solution", "PER", "support"),
        stands("Peru firmly supports the two-state solution", "PER"),
        said("Norway upholds the Charter of the United Nations", "NOR", "support"),
        stands("Norway upholds the Charter of the United Nations", "NOR", "un-charter"),
    ])  # fmt: skip


def second():
    return report("2031-02-10", "NOR", [
        met("the two foreign ministers met in Oslo", "2031-02-10", place="Oslo", participants=("Kari Lund", "Ana Quispe")),
        met("a round of the fisheries dialogue was held in Bergen", "2030-09-01", "mechanism", main=False),
        called("raised their ties to a comprehensive partnership", "comprehensive partnership", "upgraded", "2031-02-10"),
        said("Peru supports the two-state solution", "PER", "support"),
        stands("Peru supports the two-state solution", "PER"),
        said("the two sides agreed to open a fish market in Callao by 2033", "both", "agree",
             item="open a fish market in Callao by 2033", due="2033"),
        (Engagement, "President Rosa Mamani of Peru will pay a state visit to Norway in August 2031", {
            "kind": "visit", "status": "planned", "parties": BOTH, "date_start": "2031-08", "date_end": "2031-08",
            "level": "state", "participants": ("Rosa Mamani",), "place": "Norway"}),
    ])  # fmt: skip


def third():
    """The reopening is told, by a report that is later than the briefs of most tests."""
    return report("2032-01-15", "NOR", [
        met("officials of Norway and Peru met in Oslo", "2032-01-15", place="Oslo"),
        (Outcome, "The embassy of Norway in Lima was reopened", {
            "what": "The embassy of Norway in Lima", "state": "done", "parties": BOTH, "date": "2032-01"}),
    ])  # fmt: skip


def hostile():
    return report("2031-03-01", "PER", [
        met("the ministers met again, by \u202ereversed\u202c call", "2031-03-01", "call", participants=("<b>Eve</b> Quispe",)),
        said(f"Norway will {HOSTILE}", "NOR", "pledge", item=HOSTILE),
        called("[strategic](javascript:alert(1)) partners", "<i>strategic</i> partnership", "agreed", "2031-03-01"),
        said("Peru *supports* `the` two-state <b>solution</b> $now$ #panic(1)", "PER", "support"),
        stands("Peru *supports* `the` two-state <b>solution</b> $now$ #panic(1)", "PER"),
    ], title="<script>alert(4)</script> \x1b]0;title\x07 #panic(2) \u202eeltit", outlet="<b>Outlet</b> `#panic(3)`",
        path="/r/<i>`x`</i>\x1b[2J.txt")  # fmt: skip


_VERBS = "dredge paint fence insure roof heat survey staff guard restore".split()
_NOUNS = "quays schools orchards clinics bridges archives".split()
_THINGS = [f"{verb} the {noun} of {verb[::-1].title()}{noun[:2]}" for noun in _NOUNS for verb in _VERBS]


_ISSUES = "two-state-solution un-charter multilateralism unclos climate-action free-trade terrorism democracy".split()
_CODES = {"Norway": "NOR", "Peru": "PER"}
_TAIL = (
    "so that whoever lives there may have the use of it in the years after the next, as was said at the talks before"
)


def many():
    """Sixty pledges, as many requests, by turns of each side, each of another thing; as many meetings; positions."""
    lines = []
    for at, thing in enumerate(_THINGS):
        one, other = ("Norway", "Peru") if at % 2 else ("Peru", "Norway")
        asked = f"repay {thing.split()[-1][::-1].title()} its {at + 3} {thing.split()[0]} licences"
        lines.append(said(f"{one} will {thing}", _CODES[one], "pledge", item=thing))
        lines.append(said(f"{one} asked {other} to {asked}", _CODES[one], "request", item=asked))
        lines.append(met(f"the working group that is to {thing}, {_TAIL}, met", f"2030-{1 + at % 12:02}-{1 + at % 28:02}",
                         "mechanism", main=False, participants=(f"Ola {thing[-9:]}", f"Ana {thing[-9:]}"), ordinal=at + 1))  # fmt: skip
    return report("2031-04-01", "NOR", lines)


def stances(day, country, how):
    """A meeting, and where each stands on many issues, in some words."""
    lines = [met(f"They met in {country}", day, participants=("Ana Quispe", "Kari Lund"))]
    for code in BOTH:
        for issue in _ISSUES:
            words = f"{code} {how} what goes by the name of {issue} and all that follows from it for the two, {_TAIL}"
            lines += [said(words, code, "support"), stands(words, code, issue)]
    return report(day, country, lines)


def ledger(*readings):
    opened = Ledger.open(":memory:", create=True)
    opened.add(readings)
    return opened
