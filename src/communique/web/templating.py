"""Templates: all that they print is escaped, and steers nothing."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

from fastapi import Request
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from communique import __version__
from communique.web import addresses, words
from communique.web.people import Visitor
from communique.web.safety import forms
from communique.web.settings import Settings

FOLDER = Path(__file__).resolve().parent


@functools.cache
def environment() -> Environment:
    """Where templates are found, and what they can call."""
    made = Environment(
        loader=FileSystemLoader(FOLDER / "templates"), autoescape=True, undefined=StrictUndefined,
        finalize=words.shown, trim_blocks=True, lstrip_blocks=True, auto_reload=False,
    )  # fmt: skip
    for name in (
        "day", "on_day", "party", "parties", "quote", "ago", "number", "differences", "snippet", "issue", "score", "ordinal",
        "tier", "occasion", "moment",
    ):  # fmt: skip
        made.filters[name] = getattr(words, name)
    made.globals.update(
        to=addresses.to, version=__version__, zip=zip, apart=words.apart, reworded=words.reworded, days=words.days
    )
    return made


def render(request: Request, template: str, settings: Settings, **context: Any) -> str:
    """A page. Templates see the request, the visitor, ``here`` and the code for forms beside their own."""
    who: Visitor = getattr(request.state, "visitor", Visitor(None, None))
    return environment().get_template(template).render(
        request=request, visitor=who, settings=settings, here=functools.partial(addresses.here, request),
        form_code=functools.partial(_code, request, settings.secure), **context,
    )  # fmt: skip


def _code(request: Request, secure: bool) -> str:
    return forms.code_for(forms.secret_of(request, secure))
