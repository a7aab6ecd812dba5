"""What the HTTP API has, for people: made from the document that it gives to programs."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from communique.web.answers import page
from communique.web.view import View

router = APIRouter()


@router.get("/api/v1/")
def api(request: Request) -> Response:
    """Every question with its values."""
    document: dict[str, Any] = request.app.openapi()
    asked = [
        {
            "method": method.upper(), "path": path, "what": told.get("description", ""), "tag": told["tags"][0],
            "values": [_value(one) for one in told.get("parameters", ())], "body": "requestBody" in told,
        }
        for path, methods in document["paths"].items()
        for method, told in methods.items()
    ]  # fmt: skip
    tags = list(dict.fromkeys(str(one["tag"]) for one in asked))
    return page(request, View("api.html", "HTTP API", context={"asked": asked, "tags": tags}))


def _value(one: dict[str, Any]) -> dict[str, Any]:
    return {"name": one["name"], "required": one.get("required", False), "what": one.get("description", "")}
