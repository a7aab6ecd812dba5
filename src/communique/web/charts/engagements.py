"""Engagements over time, by kind; and with whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from markupsafe import Markup

from communique.ledger.ask.rows import Dyad, Occasion
from communique.web.addresses import to
from communique.web.charts import colours
from communique.web.charts.dates import span_in_words
from communique.web.charts.drawing import Picture, draw
from communique.web.words import day, party

Link = Callable[[str], str]

_GROUPS = {
    "visit": "visit", "meeting": "meeting", "call": "call", "multilateral": "multilateral session",
    "mechanism": "joint body", "signing": "other", "message": "other", "briefing": "other", "ceremony": "other",
}  # fmt: skip
_PLANNED = "planned"
_COLOURS = {
    "visit": "k1", "meeting": "k5", "call": "k3", "multilateral session": "k4", "joint body": "k6", "other": "k0",
    _PLANNED: colours.LINE,
}  # fmt: skip
_MONTHS = 30
"""Up to so many months, a bar is a month; else a year."""
_WIDTH = 560
_WIDEST = 26
_BARS = 25


def engagements_chart(occasions: Sequence[Occasion], link: Link | None = None) -> Markup | None:
    """How many engagements there were, of each kind, by month or year; None without any of a known year.

    ``link`` makes the address of a period ("2024-05", "2024").
    """
    dated = [one for one in occasions if one.date_start]
    months = sorted({str(one.date_start)[:7] for one in dated})
    if not months:
        return None
    by_month = all(len(one) == 7 for one in months) and _months(months[0], months[-1]) <= _MONTHS
    length = 7 if by_month else 4
    counts = Counter((str(one.date_start)[:length], _kind(one)) for one in dated)
    rows = [
        {"period": period, "kind": kind, "count": count, "tip": f"{day(period)}: {count} × {kind}",
         "href": link(period) if link else ""}
        for (period, kind), count in sorted(counts.items())
    ]  # fmt: skip
    return draw(_build, {"rows": rows, "periods": _all(months[0], months[-1], by_month)})


def _kind(one: Occasion) -> str:
    return _GROUPS.get(one.kind, "other") if one.status == "held" else _PLANNED


def _months(first: str, last: str) -> int:
    return (int(last[:4]) - int(first[:4])) * 12 + int(last[5:7]) - int(first[5:7]) + 1


def _all(first: str, last: str, by_month: bool) -> list[str]:
    """Every period from the first to the last: those without any engagement too."""
    if not by_month:
        return [str(year) for year in range(int(first[:4]), int(last[:4]) + 1)]
    start = int(first[:4]) * 12 + int(first[5:7]) - 1
    return [f"{month // 12}-{month % 12 + 1:02}" for month in range(start, start + _months(first, last))]


def _build(data: Any) -> Picture:
    import altair as alt

    rows, periods = data["rows"], data["periods"]
    kinds = [kind for kind in _COLOURS if any(row["kind"] == kind for row in rows)]
    totals = Counter[str]()
    for row in rows:
        totals[row["period"]] += row["count"]
    most = max(totals.values())
    every = -(-len(periods) // 14)
    shown = [period for at, period in enumerate(periods) if at % every == 0]
    rows = [{**row, "order": kinds.index(row["kind"])} for row in rows]
    linked = any(row["href"] for row in rows)
    chart = (
        alt.Chart(alt.NamedData("rows"))
        .mark_bar(stroke=colours.PAPER, strokeWidth=1)
        .encode(
            x=alt.X("period:O", scale=alt.Scale(domain=periods, paddingInner=0.15), title=None,
                    axis=alt.Axis(values=shown, labelAngle=0, labelOverlap="greedy", ticks=False)),
            y=alt.Y("count:Q", stack="zero", title=None, scale=alt.Scale(domain=[0, most], nice=True),
                    axis=alt.Axis(tickMinStep=1, tickCount=min(most, 5), format="d", domain=False, ticks=False)),
            color=alt.Color("kind:N", scale=alt.Scale(domain=kinds, range=[_COLOURS[kind] for kind in kinds])),
            order=alt.Order("order:Q"), description=alt.Description("tip:N"), **({"href": alt.Href("href:N")} if linked else {}),
        )
        .properties(width=max(240, min(_WIDTH, _WIDEST * len(periods))), height=150)
    )  # fmt: skip
    busiest = max(periods, key=lambda period: (totals[period], period))
    of_kinds = ", ".join(f"{sum(row['count'] for row in rows if row['kind'] == kind)} {kind}" for kind in kinds)
    says = f"{sum(totals.values())} engagements {span_in_words(periods)}: {of_kinds}. Most in {day(busiest)}: {totals[busiest]}."
    return Picture(chart, "Engagements over time", says, {"rows": rows})


def partners_chart(dyads: Sequence[Dyad]) -> Markup | None:
    """How often a party engaged with each other, the most first; bars lead to what is between the two."""
    rows = [
        {"name": party(one.b), "count": one.engagements, "href": to("dyad", one.a, one.b),
         "tip": f"{party(one.b)}: {one.engagements} engagements" + (f", the last {day(one.last_engaged)}" if one.last_engaged else "")}
        for one in dyads[:_BARS] if one.engagements
    ]  # fmt: skip
    return draw(_build_partners, {"rows": rows, "of": party(dyads[0].a)}) if rows else None


def _build_partners(data: Any) -> Picture:
    import altair as alt

    rows = data["rows"]
    base = alt.Chart(alt.NamedData("rows")).encode(
        y=alt.Y("name:N", sort=[row["name"] for row in rows], title=None, axis=alt.Axis(ticks=False, domain=False, labelLimit=180)),
        x=alt.X("count:Q", title=None, axis=None, scale=alt.Scale(domain=[0, max(row["count"] for row in rows)])),
    )  # fmt: skip
    bars = base.mark_bar(color=colours.KINDS[0], height={"band": 0.66}).encode(
        href=alt.Href("href:N"), description=alt.Description("tip:N")
    )
    words = base.mark_text(align="left", dx=5, color=colours.SOFT).encode(text=alt.Text("count:Q"))
    chart = (bars + words).properties(width=300, height=alt.Step(22))
    says = ", ".join(f"{row['name']} {row['count']}" for row in rows[:5])
    return Picture(
        chart,
        f"Engagements of {data['of']} with each",
        f"{len(rows)} partners. Most engagements: {says}.",
        {"rows": rows},
        left=[row["name"] for row in rows],
    )
