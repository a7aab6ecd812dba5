"""A view as HTML, JSON or CSV: the same rows, whichever is asked for by ``format`` in the address."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from fastapi import Request
from pydantic import BaseModel
from starlette.responses import HTMLResponse, Response

from communique.errors import BadQuery
from communique.export import sheet
from communique.ledger.rows import Rows, as_dict
from communique.web import addresses
from communique.web.safety import forms
from communique.web.settings import Settings
from communique.web.templating import render
from communique.web.view import View

FORMATS = ("html", "json", "csv")


def answer(request: Request, view: View) -> Response:
    """The answer to a request for a view. Raises ``BadQuery`` where a form or sheet is asked for that there is not."""
    wanted = request.query_params.get("format", "html")
    if wanted == "html":
        return page(request, view)
    if wanted == "json":
        return Response(_json(request, view), media_type="application/json")
    if wanted == "csv":
        return _csv(request, view)
    raise BadQuery(f"there is no format {wanted!r}; there are: {', '.join(FORMATS)}")


def page(request: Request, view: View) -> HTMLResponse:
    """The view as a page."""
    settings: Settings = request.app.state.settings
    pinned = addresses.here(request, **view.pinned) if any(view.pinned.values()) else None
    text = render(request, view.template, settings, title=view.title, sheets=view.sheets, pinned=pinned, **view.context)
    made = HTMLResponse(text, status_code=view.status)
    forms.remember(request, made, settings.secure)
    return made


def _json(request: Request, view: View) -> str:
    whole: dict[str, Any] = {"title": view.title, "address": addresses.here(request, **view.pinned)}
    for name, rows in view.sheets.items():
        whole[name] = {"total": rows.total, "rows": [plain(row) for row in rows]}
    return json.dumps(whole, ensure_ascii=False, indent=1)


def plain(row: Any) -> Any:
    """A row as plain values, the records in it too."""
    return _plain(as_dict(row))


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, list) else value


def _csv(request: Request, view: View) -> Response:
    wanted = request.query_params.get("sheet") or next(iter(view.sheets), "")
    if wanted not in view.sheets:
        raise BadQuery(f"there is no sheet {wanted!r} here; there are: {', '.join(view.sheets)}")
    text = "".join(table(view.sheets[wanted]))
    headers = {"content-disposition": f'attachment; filename="{wanted}.csv"'}
    return Response(text, media_type="text/csv; charset=utf-8", headers=headers)


def table(rows: Rows[Any]) -> Iterator[str]:
    """Rows as CSV, a line each; what is nested in a row is in columns of its own, or as JSON where it is a list."""
    flat = [dict(_columns("", plain(row))) for row in rows]
    names = list(dict.fromkeys(name for row in flat for name in row))
    yield sheet.line(names, "\r\n")
    for row in flat:
        yield sheet.line((sheet.cell(row.get(name)) for name in names), "\r\n")


def _columns(prefix: str, value: Any) -> Iterator[tuple[str, Any]]:
    for name, one in value.items() if isinstance(value, dict) else (("value", value),):
        if isinstance(one, dict):
            yield from _columns(f"{prefix}{name}.", one)
        elif name == "evidence":
            yield f"{prefix}quote", " … ".join(part["quote"] for part in one)
            yield f"{prefix}offsets", [f"{part['start']}-{part['end']}" for part in one]
        else:
            yield prefix + name, one
