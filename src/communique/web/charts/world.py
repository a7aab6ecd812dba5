"""The world map: where the engagements are, each country a link."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from markupsafe import Markup

from communique.ledger.ask.rows import Presence
from communique.web.addresses import to
from communique.web.charts import colours
from communique.web.charts.drawing import Picture, draw
from communique.web.words import day, number, party

_WIDTH, _HEIGHT = 660, 322


@cache
def _world() -> dict[str, Any]:
    """The shapes of countries by code, points for those too small to be seen, and where they are from."""
    made: dict[str, Any] = json.loads(files(__package__).joinpath("world.json").read_text(encoding="utf-8"))
    return made


def source() -> str:
    """Where the shapes are from and what they do not say, to stand under the map."""
    return f"Shapes: {_world()['source']}. They show where a country is, and say nothing of whose land it is."


def on_map(presence: Sequence[Presence]) -> tuple[list[Presence], list[Presence]]:
    """Those that the map can show, and those that it cannot: organisations, and what has no shape of its own."""
    known = _world()["shapes"].keys()
    return [one for one in presence if one.code in known], [one for one in presence if one.code not in known]


def world_map(presence: Sequence[Presence], link: Callable[[str], str] | None = None) -> Markup | None:
    """Countries by how often they engaged with others; None where none that has a place on it did.

    ``link`` makes the address of a country's code. Countries too small to be seen are dots.
    """
    shown, _ = on_map(presence)
    if not shown:
        return None
    steps = _steps([one.engagements for one in shown])
    rows = [
        {"code": one.code, "step": next(at for at, top in enumerate(steps) if one.engagements <= top),
         "href": link(one.code) if link else to("country", one.code), "tip": _tip(one)}
        for one in shown
    ]  # fmt: skip
    most = [f"{party(one.code)} {number(one.engagements)}" for one in shown[:5]]
    return draw(_build, {"rows": rows, "steps": steps, "most": most})


def _tip(one: Presence) -> str:
    engaged = f"{number(one.engagements)} engagement{'' if one.engagements == 1 else 's'}"
    return f"{party(one.code)}: {engaged} with {number(one.partners)} others" + (
        f", the last {day(one.last)}" if one.last else ""
    )


def _steps(counts: Sequence[int]) -> list[int]:
    """The tops of up to five classes, each so many times the one before: a few engage far more often than the most."""
    least, most = min(counts), max(counts)
    tops = [_round(least * (most / least) ** (at / len(colours.STEPS))) for at in range(1, len(colours.STEPS))]
    return sorted({*(top for top in tops if least <= top < most), most})


def _round(value: float) -> int:
    """To 1, 2 or 5, or ten times, a hundred times that."""
    size = 10 ** math.floor(math.log10(value))
    return int(size * min((1, 2, 5, 10), key=lambda step: abs(math.log(step * size / value))))


def _build(data: Any) -> Picture:
    import altair as alt

    world, by_code = _world(), {row["code"]: row for row in data["rows"]}
    names = _classes(data["steps"])
    colour = alt.Color(
        "step:N", scale=alt.Scale(domain=names, range=_shades(len(names))),
        legend=alt.Legend(orient="bottom", symbolType="square", symbolSize=160),
    )  # fmt: skip
    rows = {
        "land": [_shape(world, code) for code in world["shapes"] if code not in by_code],
        "shapes": [{**_shape(world, code), **_row(row, names)} for code, row in by_code.items()],
        "small": [
            {"lon": world["dots"][code][0], "lat": world["dots"][code][1], **_row(row, names)}
            for code, row in by_code.items() if code in world["dots"]
        ],
    }  # fmt: skip
    called = {"href": alt.Href("href:N"), "description": alt.Description("tip:N")}
    layers = [
        alt.Chart(alt.NamedData("land")).mark_geoshape(fill=colours.LAND, stroke=colours.PAPER, strokeWidth=0.5),
        alt.Chart(alt.NamedData("shapes")).mark_geoshape(stroke=colours.PAPER, strokeWidth=0.5).encode(color=colour, **called),
        alt.Chart(alt.NamedData("small")).mark_circle(size=50, opacity=1, stroke=colours.PAPER, strokeWidth=1).encode(
            longitude=alt.Longitude("lon:Q"), latitude=alt.Latitude("lat:Q"), color=colour, **called
        ),
    ]  # fmt: skip
    chart = alt.layer(*layers).project(type="naturalEarth1").properties(width=_WIDTH, height=_HEIGHT)
    says = f"{len(by_code)} countries engaged with others. Most engagements: {', '.join(data['most'])}."
    return Picture(chart, "Engagements by country", says, rows, classes=("fluid",))


def _shape(world: dict[str, Any], code: str) -> dict[str, Any]:
    return {"type": "Feature", "geometry": {"type": "MultiPolygon", "coordinates": world["shapes"][code]}}


def _row(row: dict[str, Any], names: list[str]) -> dict[str, Any]:
    return {"step": names[row["step"]], "href": row["href"], "tip": row["tip"]}


def _classes(steps: Sequence[int]) -> list[str]:
    """What each class is called: "3 to 7"."""
    found, least = [], 1
    for top in steps:
        found.append(number(top) if top == least else f"{number(least)} to {number(top)}")
        least = top + 1
    return [*found[:-1], f"{found[-1]} engagements"]


def _shades(count: int) -> list[str]:
    """So many shades, as far apart as can be."""
    last = len(colours.STEPS) - 1
    return [
        colours.STEPS[round(at * last / max(count - 1, 1))] if count > 1 else colours.STEPS[3] for at in range(count)
    ]
