"""About: what this is, and how to read it."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from communique.web.answers import answer
from communique.web.asked import TheLedger
from communique.web.view import View

router = APIRouter()
_LAYERS = (
    ("engagement", "an occasion on which sides met or spoke, or are to: a meeting, call, visit, summit, signing, letter"),
    ("statement", "a side says something that counts: it pledges, agrees, asks, proposes, supports, opposes, assesses, thanks ..."),
    ("position", "where a side stands on a standing issue: for it or against it"),
    ("relation", "what two sides call their relationship, or agree to call it"),
    ("reference", "a treaty, body, forum, initiative or project that the report names"),
    ("outcome", "what became of an undertaking, as told in the report's own voice: begun, done, postponed, failed, planned"),
)  # fmt: skip
_STATES = (
    ("stated", "is the first known that makes the pledge or records the agreement"),
    ("asked", "has one side ask it of the other, or propose it to both"),
    ("answered", "has the asked side pledge it, or both agree to it"),
    ("refused", "has the asked side decline"),
    ("restated", "says it again with the same force"),
    ("hardened", "says it again with more force"),
    ("softened", "says it again with less force"),
    ("broadened", "says it again of more"),
    ("narrowed", "says it again of less"),
    ("in-progress", "says that work on it goes on"),
    ("done", "says that it happened"),
    ("planned", "announces an engagement"),
    ("moved", "gives an engagement or a commitment a later date"),
    ("held", "reports the engagement"),
    ("cancelled", "calls the engagement off"),
    ("overtaken", "replaces it by another"),
    ("lapsed", "comes after its date with nothing told of it, or says that nothing came of it"),
)


@router.get("/about")
def about(request: Request, ledger: TheLedger) -> Response:
    """The page; it shows no rows."""
    context = {"where": ledger.where, "newest": ledger.newest(), "layers": _LAYERS, "states": _STATES}
    return answer(request, View("about.html", "About", context=context))
