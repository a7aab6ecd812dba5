"""The brief as HTML: a page that needs nothing beside itself, and a fragment for the web view."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any

from communique.brief.extra import needed
from communique.brief.model import Brief
from communique.brief.saying import day
from communique.brief.written import footer, quoted, reference, subtitle


def as_html(brief: Brief) -> str:
    """A whole page with its own style, for the screen, light or dark, and for paper. Nothing in it runs or loads.

    Raises ``ExtraMissing`` where ``communique[brief]`` is not installed.
    """
    markup: Any = needed("markupsafe", "HTML").Markup
    made: str = _templates().get_template("page.html.j2").render(
        brief=brief, as_of=day(brief.as_of) if brief.as_of else None, style=markup(_file("brief.css") + _file("page.css")), fragment=markup(as_fragment(brief))
    )  # fmt: skip
    return made + "\n"


def as_fragment(brief: Brief, *, level: int = 1, href: Callable[[str], str] | None = None) -> str:
    """An ``article`` to put into a page: no style of its own, only classes, which all begin with ``brief``.

    ``level`` is that of its highest heading; ``href`` gives the address of a report by its id, to link the sources to.
    """
    made: str = _templates().get_template("fragment.html.j2").render(
        brief=brief, level=level, href=href, subtitle=subtitle(brief), footer=footer(brief), quoted=quoted,
        reference=reference,
    )  # fmt: skip
    return made


def style() -> str:
    """The rules of what a fragment holds. Colours are the page's: ``--ink``, ``--paper``, ``--accent``, ``--quiet``,
    ``--alarm``, ``--old``, ``--new``, ``--rule`` and ``--tint``.
    """
    return _file("brief.css")


@cache
def _templates() -> Any:
    jinja2 = needed("jinja2", "HTML")
    loader = jinja2.FunctionLoader(_file)
    return jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined)


def _file(name: str) -> str:
    return files("communique.brief").joinpath("templates", name).read_text(encoding="utf-8")
