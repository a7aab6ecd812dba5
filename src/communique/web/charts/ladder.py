"""The ladder as a picture: what two sides called their relationship over time, the higher the name the higher it stands.

Names are ordered as far as the codebook's ladders order them: each country's ladder stands by itself, and names that are on
none stand apart, in the order in which they came up.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from communique.ledger.rows import Rung
from communique.web.addresses import to
from communique.web.charts import colours
from communique.web.charts.dates import axis, middle, span_in_words
from communique.web.charts.drawing import LINES, Picture, draw, lanes, plain
from communique.web.words import day, parties, party

_SHAPES = {
    "established": "square", "upgraded": "triangle-up", "agreed": "diamond", "proposed": "triangle-right",
    "described": "circle",
}  # fmt: skip
_LANE = 46
_WIDTH = 400
_LETTERS, _LINES = 30, 3
_MOST_LANES = 30


def ladder_chart(rungs: Sequence[Rung], a: str, b: str) -> Markup | None:
    """What two sides called their relationship, each step a mark that leads to its report; None without steps."""
    rows = [row for row in (_row(one, a, b) for one in _told_once(rungs)) if row is not None]
    if not rows:
        return None
    return draw(_build, {"rows": rows, "sides": [a, b]})


def _told_once(rungs: Sequence[Rung]) -> list[Rung]:
    """What happened on a day is one step, however often it is told; what is described is a word of its day."""
    found: dict[tuple[Any, ...], Rung] = {}
    for one in rungs:
        found.setdefault((one.label, one.event, one.said_by, one.date or one.told), one)
    return list(found.values())


def _row(one: Rung, a: str, b: str) -> dict[str, Any] | None:
    when = one.date or one.told
    if when is None:
        return None
    said = set(one.said_by) & {a, b}
    side = "both" if len(said) == 2 else party(next(iter(said))) if said else "others"
    by = f"said by {parties(one.said_by)}" if one.said_by else "said by the report itself"
    told = f" (reported {day(one.told)})" if one.date and one.told else ""
    ladder, _, rung = (one.tier or "").partition(" ")
    return {
        "lane": plain(one.label), "ladder": ladder, "rung": int(rung.partition("/")[0]) if rung else 0,
        "event": one.event, "side": side, "when": middle(when), "href": to("report", one.report),
        "tip": f"{day(when)}: {one.event} {plain(one.label)}, {by}{told}",
    }  # fmt: skip


def _build(data: Any) -> Picture:
    import altair as alt

    rows, sides = data["rows"], [party(one) for one in data["sides"]]
    order, rows = _lanes(rows)
    labels = lanes(order, _LETTERS, _LINES)
    rows = [{**row, "label": labels[row["lane"]]} for row in rows]
    events = [event for event in _SHAPES if any(row["event"] == event for row in rows)]
    seen = [side for side in (*sides, "both", "others") if any(row["side"] == side for row in rows)]
    of_side = dict(zip((*sides, "both", "others"), (*colours.KINDS[:2], colours.KINDS[2], colours.OTHER), strict=True))
    base = alt.Chart().encode(
        x=alt.X("when:T", scale=alt.Scale(type="utc", nice=False, padding=8), title=None,
                axis=alt.Axis(**axis([row["when"] for row in rows]))),
        y=alt.Y("label:N", sort=list(labels.values()), title=None,
                axis=alt.Axis(labelExpr=LINES, ticks=False, grid=True, domain=False)),
    )  # fmt: skip
    marks = base.mark_point(filled=True, opacity=0.9, strokeWidth=1, stroke=colours.PAPER).encode(
        yOffset=alt.YOffset("side:N", sort=seen, scale=alt.Scale(domain=seen, range=[_LANE / 2 - 8, _LANE / 2 + 8] if len(seen) > 1 else [_LANE / 2, _LANE / 2])),
        shape=alt.Shape("event:N", scale=alt.Scale(domain=events, range=[_SHAPES[event] for event in events]),
                        legend=alt.Legend(symbolFillColor=colours.SOFT)),
        color=alt.Color("side:N", scale=alt.Scale(domain=seen, range=[of_side[side] for side in seen])),
        size=alt.SizeValue(120, condition={"test": "datum.event == 'described'", "value": 45}),
        href=alt.Href("href:N"), description=alt.Description("tip:N"),
    ).properties(width=_WIDTH, height=alt.Step(_LANE, **{"for": "position"}))  # fmt: skip
    groups = list(dict.fromkeys(row["group"] for row in rows))
    if len(groups) == 1 and not groups[0]:
        chart = marks.properties(data=alt.NamedData("rows"))
    else:
        row = alt.Row("group:N", sort=groups, header=alt.Header(labelAngle=0, labelPadding=4))
        chart = marks.facet(row=row, data=alt.NamedData("rows"), spacing=22).resolve_scale(y="independent")
    return Picture(
        chart,
        f"What {sides[0]} and {sides[1]} called their relationship",
        _says(rows, sides),
        {"rows": rows},
        left=list(labels.values()),
    )


def _lanes(rows: list[dict[str, Any]]) -> tuple[list[str], list[dict[str, Any]]]:
    """The names from the top: by ladder, the highest rung first; and the rows with the group that each stands in."""
    place: dict[str, tuple[str, int, str]] = {}
    for row in sorted(rows, key=lambda row: row["when"]):
        place.setdefault(row["lane"], (row["ladder"], row["rung"], row["when"]))
    number: dict[str, int] = {}
    for row in rows:
        number[row["lane"]] = number.get(row["lane"], 0) + 1
    kept = sorted(number, key=lambda lane: -number[lane])[:_MOST_LANES]
    lanes = sorted(kept, key=lambda lane: (not place[lane][0], place[lane][0], -place[lane][1], place[lane][2]))
    ladders = {place[lane][0] for lane in lanes}
    order = {lane: at for at, lane in enumerate(lanes)}
    named = {
        ladder: f"On the ladder of {party(ladder)}, the highest on top"
        if ladder
        else "On no known ladder"
        if len(ladders) > 1
        else ""
        for ladder in ladders
    }
    out = [{**row, "group": named[place[row["lane"]][0]]} for row in rows if row["lane"] in order]
    return lanes, sorted(out, key=lambda row: (order[row["lane"]], row["when"], row["tip"]))


def _says(rows: list[dict[str, Any]], sides: list[str]) -> str:
    last = max(rows, key=lambda row: row["when"])
    steps = sum(row["event"] != "described" for row in rows)
    return (
        f"{len(rows)} mentions of {len({row['lane'] for row in rows})} names {span_in_words([row['when'] for row in rows])}, "
        f"{steps} of them steps (established, upgraded, agreed or proposed). The last: {last['tip']}."
    )
