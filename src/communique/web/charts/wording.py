"""Wording as a picture: the formulas of each holder over time, a lane for each formula, the changes marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from communique.ledger.rows import Wording
from communique.web.addresses import to
from communique.web.charts import colours
from communique.web.charts.dates import axis, middle, span_in_words
from communique.web.charts.drawing import LINES, Picture, draw, lanes, plain
from communique.web.words import day, issue, party

_SHAPES = {
    "first": "square", "same": "circle", "hardened": "triangle-up", "softened": "triangle-down", "reworded": "diamond",
    "dropped": "cross",
}  # fmt: skip
_LANE = 46
_WIDTH = 340
_LETTERS, _LINES = 34, 3
_MOST_LANES = 20
_MOST_LINES = 12
"""With more lineages than this their lines could not be told apart, and none are drawn."""
_REST = "Further wordings"
_NEVER = "Not said"


def wording_chart(rows: Sequence[Wording]) -> Markup | None:
    """Each telling a mark that leads to its report, a line for each lineage; None without any that has a date.

    Lanes stand in the order in which their formulas came up, those on one issue together; beyond so many, those told
    least share one. Where a formula was dropped, the mark stands on the lane that was left.
    """
    dated = sorted((row for row in rows if row.date), key=lambda row: row.date or "")
    if not dated:
        return None
    lane = _lanes_of(dated)
    number = Counter(lane)
    kept = set(sorted(number, key=lambda one: (-number[one], one))[:_MOST_LANES])
    several = len({row.issue for row in dated}) > 1
    drawn = [
        {"lane": lane[at] if lane[at] in kept else _REST, "issue": row.issue, "when": middle(row.date or ""),
         "holder": party(row.holder), "line": _line(row), "change": row.change, "href": to("report", row.report),
         "tip": _tip(row, several)}
        for at, row in enumerate(dated)
    ]  # fmt: skip
    return draw(_build, {"rows": drawn})


def _line(row: Wording) -> str:
    return f"{row.holder}|{row.issue}|{row.counterpart or ''}"


def _lanes_of(rows: Sequence[Wording]) -> list[str]:
    """The formula of each row; of one that was dropped, the last of its lineage."""
    found: list[str] = []
    last: dict[str, str] = {}
    for row in rows:
        if row.formula:
            last[_line(row)] = plain(row.formula, 400)
        found.append(last.get(_line(row), _NEVER))
    return found


def _tip(row: Wording, several: bool) -> str:
    said = f"“{plain(row.formula, 200)}”" if row.formula else "did not say it"
    about = f" on {issue(row.issue)}" if several or not row.formula else ""
    other = f", to {party(row.counterpart)}" if row.counterpart else ""
    return f"{day(row.date)}: {party(row.holder)}{about}{other}, {row.change}: {said}"


def _build(data: Any) -> Picture:
    import altair as alt

    rows = sorted(data["rows"], key=lambda row: (row["when"], row["line"]))
    issues = list(dict.fromkeys(row["issue"] for row in rows))
    order = list(dict.fromkeys(row["lane"] for row in sorted(rows, key=lambda row: issues.index(row["issue"]))))
    order = [
        *(lane for lane in order if lane not in (_REST, _NEVER)),
        *(lane for lane in (_REST, _NEVER) if lane in order),
    ]
    labels = lanes(order, _LETTERS, _LINES)
    holders = [name for name, _ in Counter(row["holder"] for row in rows).most_common()]
    named = holders if len(holders) <= len(colours.KINDS) else [*holders[: len(colours.KINDS) - 1], "others"]
    rows = [
        {**row, "who": row["holder"] if row["holder"] in named else "others", "order": at, "label": labels[row["lane"]]}
        for at, row in enumerate(rows)
    ]
    of_holder = (
        [*colours.KINDS[: len(named)]] if named == holders else [*colours.KINDS[: len(named) - 1], colours.OTHER]
    )
    changes = [change for change in _SHAPES if any(row["change"] == change for row in rows)]
    base = alt.Chart(alt.NamedData("rows")).encode(
        x=alt.X("when:T", scale=alt.Scale(type="utc", nice=False, padding=8), title=None,
                axis=alt.Axis(**axis([row["when"] for row in rows]))),
        y=alt.Y("label:N", sort=list(labels.values()), title=None,
                axis=alt.Axis(labelExpr=LINES, ticks=False, domain=False, grid=True)),
        color=alt.Color("who:N", scale=alt.Scale(domain=named, range=of_holder), legend=alt.Legend() if len(named) > 1 else None),
    )  # fmt: skip
    lines = (
        base.mark_line(strokeWidth=1.5, opacity=0.6)
        .encode(detail=alt.Detail("line:N"), order=alt.Order("order:Q"))
        .transform_filter(alt.datum.lane != _NEVER)
    )
    marks = base.mark_point(filled=True, opacity=1, stroke=colours.PAPER, strokeWidth=1).encode(
        shape=alt.Shape("change:N", scale=alt.Scale(domain=changes, range=[_SHAPES[change] for change in changes]),
                        legend=alt.Legend(symbolFillColor=colours.SOFT)),
        size=alt.SizeValue(110, condition={"test": "datum.change == 'same'", "value": 40}),
        href=alt.Href("href:N"), description=alt.Description("tip:N"),
    )  # fmt: skip
    few = len({row["line"] for row in rows if row["lane"] != _NEVER}) <= _MOST_LINES
    chart = (alt.layer(lines, marks) if few else alt.layer(marks)).properties(width=_WIDTH, height=alt.Step(_LANE))
    counts = Counter(row["change"] for row in rows)
    told = ", ".join(f"{counts[change]} {change}" for change in changes)
    says = f"{len(rows)} tellings by {len(holders)} {'holder' if len(holders) == 1 else 'holders'} {span_in_words([row['when'] for row in rows])}, in {len(order)} lanes: {told}."
    return Picture(chart, "Formulas over time", says, {"rows": rows}, left=list(labels.values()))
