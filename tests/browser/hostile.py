"""Sixty reports that would like to do something to a browser: each a real little readout with something nasty in it."""

from __future__ import annotations

from communique.records import Engagement, Evidence, Position, Reading, Reference, Relation, Report, Statement

MARK = "window.pwned"
_SCRIPTS = [
    "<script>window.pwned=1</script>", "</script><script>window.pwned=1</script>", "<ScRiPt>window.pwned=1</sCrIpT>",
    "<script src=//127.0.0.1:9/x.js></script>", "<script\\x20type=text/javascript>window.pwned=1</script>",
    "<<script>window.pwned=1//<</script>", "<script/random>window.pwned=1</script>", "</title><script>window.pwned=1</script>",
    "</textarea><script>window.pwned=1</script>", "--><script>window.pwned=1</script>", "]]><script>window.pwned=1</script>",
    "</style><script>window.pwned=1</script>",
]  # fmt: skip
_HANDLERS = [
    "<img src=x onerror=window.pwned=1>", '"><img src=x onerror=window.pwned=1>', "'><img src=x onerror=window.pwned=1>",
    "<body onload=window.pwned=1>", "<details open ontoggle=window.pwned=1>", "<input autofocus onfocus=window.pwned=1>",
    "<video><source onerror=window.pwned=1></video>", "<a href=javascript:window.pwned=1>click</a>",
    '" onmouseover="window.pwned=1', "' onfocus='window.pwned=1' autofocus='", '" autofocus onfocus=window.pwned=1 x="',
    "<marquee onstart=window.pwned=1>", "<iframe srcdoc='<script>parent.pwned=1</script>'></iframe>",
    "<iframe src=javascript:parent.pwned=1></iframe>", "<object data=javascript:window.pwned=1></object>",
    "<form action=javascript:window.pwned=1><button>go</button></form>", "<base href=//127.0.0.1:9/>",
    "<meta http-equiv=refresh content='0;url=javascript:window.pwned=1'>", "<link rel=stylesheet href=//127.0.0.1:9/x.css>",
    "<style>body{display:none!important}</style>", "<div style=position:fixed;inset:0;z-index:9999;background:red>over</div>",
    "<template><script>window.pwned=1</script></template>", "<math><mtext></form><form><mglyph><style></math><img src onerror=window.pwned=1>",
]  # fmt: skip
_PICTURES = [
    "<svg onload=window.pwned=1>", "<svg><script>window.pwned=1</script></svg>", "<svg><a href=javascript:window.pwned=1><text y=20>x</text></a></svg>",
    "<svg><animate onbegin=window.pwned=1 attributeName=x dur=1s>", "<svg><foreignObject><img src=x onerror=window.pwned=1></foreignObject></svg>",
    "<svg><use href='data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg><script>1</script></svg>#x'></use></svg>",
    "<svg><style>@import '//127.0.0.1:9/x.css'</style></svg>",
]  # fmt: skip
_TURNED = [
    "\u202egnitirw sdrawkcab\u202c", "\u2067\u2067\u2067isolate never closed", "\u200f\u200e\u061c marks", "\u202aembedded\u202b and \u202doverridden",
    "Z\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030a\u030b\u030c\u030d\u030e\u030f" * 40, "\ufeff\u2060\u200b\u200c\u200d invisible",
]  # fmt: skip
_CONTROLS = [
    "null \x00 byte",
    "bell \x07 escape \x1b[31mred\x1b[0m",
    "\x85\x9b31m C1",
    "\r\rreturns\r",
    "no letters \uffff\ufffe\U0010ffff",
    "form feed \x0c vertical \x0b tab",
]
_TEMPLATES = [
    "{{ 7 * 7 }}{% raw %}",
    "${7*7} #{7*7} <%= 7*7 %>",
    "{{ request.app.state.ledger }}",
    "%00 %2e%2e/ ..\\..\\",
]
_LONG = ["word" * 1_250_000, "<b>" * 5_000, "a" * 20_000 + " " + "&lt;" * 5_000]

NASTY = [*_SCRIPTS, *_HANDLERS, *_PICTURES, *_TURNED, *_CONTROLS, *_TEMPLATES, *_LONG]


def readings() -> list[Reading]:
    """A reading for each: the nasty words stand in title, outlet, text, evidence, labels, items and names."""
    return [_reading(number, nasty) for number, nasty in enumerate(NASTY)]


def _reading(number: int, nasty: str) -> Reading:
    short = nasty[:300]
    said = f"Chad will build a mill {short} by 2033"
    text = f"The foreign ministers of Chad and Togo met in Lom\u00e9. {said}. Chad adheres to {short} the one-China principle. {nasty}"
    day = f"2031-{number % 12 + 1:02}-{number % 28 + 1:02}"
    report = Report(
        text=text, title=f"Talks {short}", outlet=f"Gazette {short}", outlet_country=("TCD", "TGO")[number % 2],
        published=day, url=f"javascript:window.pwned=1//{number}", path=f"{number}{short[:40]}.txt",
    )  # fmt: skip
    met = "The foreign ministers of Chad and Togo met in Lom\u00e9"
    both = ("TCD", "TGO")

    def at(quote: str) -> tuple[Evidence, ...]:
        start = text.index(quote)
        return (Evidence(start=start, end=start + len(quote), quote=quote),)

    rule = (f"acts.yaml/{short[:60]}",)
    held = f"Chad adheres to {short} the one-China principle"
    return Reading(
        report=report, dateline=day, read_by="hostile/1",
        engagements=(Engagement(report=report.id, rule=rule, evidence=at(met), kind="meeting", status="held", parties=both,
                                date_start=day, place=short, participants=(short, "Abel Doumou"), main=True),),
        statements=(Statement(report=report.id, rule=rule, evidence=at(said), act="pledge", holders=("TCD",), addressees=("TGO",),
                              speaker=short, strength="firm", items=(f"build a mill {short} by 2033",), due=("2033",)),),
        positions=(Position(report=report.id, rule=rule, evidence=at(held), holder="TCD", issue="one-china", stance="support"),),
        relations=(Relation(report=report.id, rule=rule, evidence=at(met), parties=both, label=f"partnership {short}", event="described"),),
        references=(Reference(report=report.id, rule=rule, evidence=at(met), kind="project", name=f"Mill {short}"),),
    )  # fmt: skip
