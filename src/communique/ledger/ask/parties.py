"""What a user calls a party, as the ledger's code for it."""

from __future__ import annotations

import difflib
from functools import cache

from sqlalchemy import Connection, text

from communique.errors import UnknownParty

_ANY = text("SELECT 1 FROM involved WHERE code = :code LIMIT 1")
"""As text: every question asks it, and to make sure each time that it is the same query takes longer than it."""


def resolve(connection: Connection, name: str) -> str:
    """The code of a country or organisation given as a code or a name.

    Raises ``UnknownParty`` where nothing is called so, or no report in the ledger is about it.
    """
    given = name.strip()
    if _seen(connection, given.upper()):
        return given.upper()
    code = _named(given)
    if code is None:
        raise UnknownParty(f"no country or organisation is called {given!r}{_near(given)}")
    if not _seen(connection, code):
        called = given if given.upper() == code else f"{given} ({code})"
        raise UnknownParty(f"no report in the ledger is about {called}")
    return code


def called(code: str) -> str:
    """The usual name of a party: of a country's code, or of an organisation's acronym; else the code itself."""
    return _usual_names().get(code, code)


@cache
def _usual_names() -> dict[str, str]:
    from communique.knowledge import load_codebook
    from communique.knowledge.gazetteer import gazetteer

    codebook = load_codebook([])
    organisations = {key: one.names[0] for key, one in codebook.section("organisations").items() if one.names}
    return organisations | gazetteer(codebook).names


def _seen(connection: Connection, code: str) -> bool:
    return connection.execute(_ANY, {"code": code}).first() is not None


def _named(name: str) -> str | None:
    """The code that the gazetteer, or pycountry for two letters and odd forms, has for a name."""
    from communique.knowledge import load_codebook
    from communique.knowledge.gazetteer import folded, gazetteer

    known = gazetteer(load_codebook([]))
    if name.upper() in known.names:
        return name.upper()
    for kind, code in known.lookup(name):
        if kind in {"country", "organisation"}:
            return code
    usual = {folded(called): code for code, called in known.names.items()}
    if folded(name) in usual:
        return usual[folded(name)]
    if folded(name) in known.folded_places and len(name) > 3:
        return known.folded_places[folded(name)][1]
    import pycountry

    try:
        return str(pycountry.countries.lookup(name).alpha_3)
    except LookupError:
        return None


def _near(name: str) -> str:
    from communique.knowledge import load_codebook
    from communique.knowledge.gazetteer import gazetteer

    names = gazetteer(load_codebook([])).names
    near = difflib.get_close_matches(name.casefold(), {called.casefold() for called in names.values()}, n=1, cutoff=0.7)
    if near:
        return f"; did you mean {next(called for called in names.values() if called.casefold() == near[0])}?"
    codes = difflib.get_close_matches(name.upper(), sorted(names), n=1, cutoff=0.6) if len(name) <= 6 else []
    return f"; did you mean {codes[0]} ({names[codes[0]]})?" if codes else "; use its name or its three-letter code"
