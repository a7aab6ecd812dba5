"""The position matrix as a picture: who stands where on what, and how long ago it was last said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from markupsafe import Markup

from communique.ledger.ask.rows import Cell
from communique.web.addresses import to
from communique.web.charts import colours
from communique.web.charts.drawing import Picture, draw, plain
from communique.web.words import day, issue, party

Link = Callable[[str, str], str]

_SIDE = 24
_SIGNS = {"support": "+", "oppose": "−"}
_AGES = ("in the last year", "one to three years ago", "longer ago, or no longer")
_LETTERS = 34


def positions_heatmap(cells: Sequence[Cell], as_of: str | None = None, link: Link | None = None) -> Markup | None:
    """Holders by issues: for (+) or against (-), the fainter the longer ago; None without any.

    Ages are counted to ``as_of``, by default the newest telling in ``cells``. A position that its holder's own side has
    since left out is as faint as the oldest. Holders and issues stand in their own order of first coming.
    """
    if not cells:
        return None
    now = as_of or max(cell.last_said or "" for cell in cells)
    rows = [
        {"holder": party(cell.holder), "issue": plain(issue(cell.issue), _LETTERS), "stance": cell.stance,
         "age": _age(cell, now), "href": (link or _words)(cell.holder, cell.issue), "tip": _tip(cell)}
        for cell in cells
    ]  # fmt: skip
    return draw(_build, {"rows": rows})


def _words(holder: str, about: str) -> str:
    return to("wording", holder=holder, issue=about)


def _age(cell: Cell, now: str) -> int:
    """0 for what was said in the last year, 1 up to three years, 2 for what is older or left out since."""
    if cell.silent_since or not cell.last_said or len(now) < 4:
        return 2
    years = int(now[:4]) - int(cell.last_said[:4]) - (now[4:] < cell.last_said[4:])
    return 0 if years < 1 else 1 if years < 3 else 2


def _tip(cell: Cell) -> str:
    silent = f", left out since {day(cell.silent_since)}" if cell.silent_since else ""
    stance = {"support": "for", "oppose": "against"}.get(cell.stance, cell.stance)
    return f"{party(cell.holder)} {stance} {issue(cell.issue)}: last said {day(cell.last_said)}{silent}; “{plain(cell.formula, 160)}”"


def _build(data: Any) -> Picture:
    import altair as alt

    rows = data["rows"]
    holders, issues = (
        list(dict.fromkeys(row["holder"] for row in rows)),
        list(dict.fromkeys(row["issue"] for row in rows)),
    )
    shades = {
        f"{stance}{age}": shade[2 - age]
        for stance, shade in (("support", colours.FOR), ("oppose", colours.AGAINST))
        for age in range(3)
    }
    cells = [{**row, "shade": f"{row['stance']}{row['age']}", "sign": _SIGNS.get(row["stance"], "?")} for row in rows]
    base = alt.Chart(alt.NamedData("rows")).encode(
        x=alt.X("issue:N", sort=issues, title=None,
                axis=alt.Axis(orient="top", labelAngle=-55, labelAlign="left", labelLimit=240, ticks=False, domain=False, grid=True, gridOpacity=0.5, zindex=0)),
        y=alt.Y("holder:N", sort=holders, title=None, axis=alt.Axis(labelLimit=180, ticks=False, domain=False, grid=True, gridOpacity=0.5, zindex=0)),
    )  # fmt: skip
    squares = base.mark_rect(stroke=colours.PAPER, strokeWidth=2).encode(
        color=alt.Color("shade:N", scale=alt.Scale(domain=list(shades), range=list(shades.values())), legend=None),
        description=alt.Description("tip:N"), href=alt.Href("href:N"),
    )  # fmt: skip
    faint = alt.ColorValue(colours.ON, condition={"test": "datum.age == 2", "value": colours.INK})
    signs = base.mark_text(baseline="middle", fontWeight="bold").encode(text=alt.Text("sign:N"), color=faint)
    key = alt.Title("+ for · − against · the fainter, the longer ago it was last said", orient="bottom")
    chart = (squares + signs).properties(width=alt.Step(_SIDE), height=alt.Step(_SIDE), title=key)
    says = _says(rows, len(holders), len(issues))
    return Picture(chart, "Positions: who stands where on what", says, {"rows": cells}, left=holders, top=issues)


def _says(rows: Sequence[dict[str, Any]], holders: int, issues: int) -> str:
    stances = Counter(row["stance"] for row in rows)
    ages = Counter(row["age"] for row in rows)
    told = ", ".join(f"{ages[age]} last said {words}" for age, words in enumerate(_AGES) if ages[age])
    return (
        f"{holders} holders on {issues} issues, {len(rows)} positions: {stances['support']} for (a plus), "
        f"{stances['oppose']} against (a minus). {told}; the older the fainter."
    )
