"""Commitments by how they stand: whose they are, or of what kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from markupsafe import Markup

from communique.ledger.ask.rows import Tally
from communique.ledger.rows import Commitment
from communique.web.charts import colours
from communique.web.charts.drawing import Picture, draw
from communique.web.words import parties

Link = Callable[[str, str], str | None]

_STANDINGS = ("done", "under way", "open", "overdue", "given up")
_COLOURS = dict(zip(_STANDINGS, ("k3", "k5", colours.LINE, "k6", "k2"), strict=True))
_DONE, _UNDER_WAY = {"done", "held"}, {"in-progress", "answered"}
_GIVEN_UP = {"refused", "cancelled", "overtaken"}
_MOST = 12
"""So many bars; those of fewer commitments are left to the table."""
_WIDTH = 380


def commitments_chart(rows: Sequence[Commitment], link: Link | None = None) -> Markup | None:
    """A bar for each promisor (or those who promise together), by how its commitments stand; None without any.

    ``link`` makes the address of (the codes of the promisors, joined by commas; the standing).
    """
    counts = Counter((",".join(row.promisors), _standing(row.state, row.overdue)) for row in rows)
    names = {key: parties(key.split(",")) if key else "not told whose" for key, _ in counts}
    return _drawn(counts, names, link, "Commitments by promisor")


def tally_chart(rows: Sequence[Tally], link: Link | None = None) -> Markup | None:
    """A bar for each kind of commitment, by how they stand; None without any. ``link``: of (kind, standing)."""
    counts = Counter[tuple[str, str]]()
    for row in rows:
        late = row.overdue if _standing(row.state, overdue=False) in ("open", "under way") else 0
        counts[row.kind, _standing(row.state, overdue=False)] += row.count - late
        counts[row.kind, "overdue"] += late
    return _drawn(+counts, {kind: kind for kind, _ in counts}, link, "Commitments by kind")


def _standing(state: str, overdue: bool) -> str:
    """How a commitment stands, in one of five: what is open or under way and past its time is overdue."""
    if state in _DONE:
        return "done"
    if state in _GIVEN_UP:
        return "given up"
    if state == "lapsed" or overdue:
        return "overdue"
    return "under way" if state in _UNDER_WAY else "open"


def _drawn(counts: Counter[tuple[str, str]], names: dict[str, str], link: Link | None, title: str) -> Markup | None:
    totals = Counter[str]()
    for (key, _), count in counts.items():
        totals[key] += count
    keys = sorted(totals, key=lambda key: (-totals[key], key))[:_MOST]
    rows = [
        {"bar": names[key], "standing": standing, "count": count, "order": _STANDINGS.index(standing),
         "href": (link(key, standing) or "") if link else "", "tip": f"{names[key]}: {count} {standing}"}
        for (key, standing), count in sorted(counts.items()) if key in keys
    ]  # fmt: skip
    if not rows:
        return None
    return draw(_build, {"rows": rows, "bars": [names[key] for key in keys], "title": title})


def _build(data: Any) -> Picture:
    import altair as alt

    rows, bars = data["rows"], data["bars"]
    standings = [one for one in _STANDINGS if any(row["standing"] == one for row in rows)]
    totals = Counter[str]()
    for row in rows:
        totals[row["bar"]] += row["count"]
    most = max(totals.values())
    placed, ends = [], Counter[str]()
    for row in sorted(rows, key=lambda row: (row["bar"], row["order"])):
        start = ends[row["bar"]]
        ends[row["bar"]] += row["count"]
        wide = row["count"] / most * _WIDTH > 7 * len(str(row["count"])) + 6
        placed.append(
            {
                **row,
                "start": start,
                "end": ends[row["bar"]],
                "middle": start + row["count"] / 2,
                "label": str(row["count"]) if wide else "",
            }
        )
    base = alt.Chart(alt.NamedData("rows")).encode(
        y=alt.Y("bar:N", sort=bars, title=None, axis=alt.Axis(ticks=False, domain=False, labelLimit=200)),
    )  # fmt: skip
    lead = {"href": alt.Href("href:N")} if any(row["href"] for row in rows) else {}
    shapes = base.mark_bar(stroke=colours.PAPER, strokeWidth=1, height={"band": 0.72}).encode(
        x=alt.X("start:Q", title=None, axis=alt.Axis(tickMinStep=1, tickCount=5, format="d", grid=True, domain=False, ticks=False)),
        x2=alt.X2("end:Q"),
        color=alt.Color("standing:N", scale=alt.Scale(domain=standings, range=[_COLOURS[one] for one in standings])),
        description=alt.Description("tip:N"), **lead,
    )  # fmt: skip
    words = base.mark_text(baseline="middle", color=colours.ON, fontWeight="bold").encode(
        x=alt.X("middle:Q"), text=alt.Text("label:N"),
        color=alt.Color("standing:N", scale=alt.Scale(domain=standings, range=[colours.INK if one == "open" else colours.ON for one in standings]), legend=None),
    )  # fmt: skip
    chart = (shapes + words).resolve_scale(color="independent").properties(width=_WIDTH, height=alt.Step(30))
    each = "; ".join(
        f"{bar}: " + ", ".join(f"{row['count']} {row['standing']}" for row in placed if row["bar"] == bar)
        for bar in bars
    )
    return Picture(chart, data["title"], f"{sum(totals.values())} commitments. {each}.", {"rows": placed}, left=bars)
