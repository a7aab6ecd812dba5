"""What a person gives, made into a record and a correction, or refused in one sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from pydantic import ValidationError

from communique.errors import BadCorrection
from communique.ledger.corrections.lay import person_id
from communique.ledger.corrections.likeness import same_content
from communique.ledger.corrections.rows import Correction
from communique.ledger.store.bodies import TYPES, mended
from communique.records import LAYERS, Evidence, Record
from communique.records._base import content_id

KINDS = ("accept", "reject", "edit", "add")
_LONGEST_NAME = 200
_LONGEST_WHY = 2000
_UNPRINTABLE = re.compile("[\0-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_WORDS = ("evidence", "quote", "quotes")
_BOOKKEEPING = ("id", "report", "record", "rule", "optional")


def who_said(who: str) -> str:
    """A judge's name as it is kept. Raises ``BadCorrection`` where there is none."""
    name = " ".join(_UNPRINTABLE.sub(" ", who).split())
    if not name:
        raise BadCorrection("a correction needs the name of the person whose it is")
    if len(name) > _LONGEST_NAME:
        raise BadCorrection(f"the name of a person is of at most {_LONGEST_NAME} letters")
    return name


def why_said(why: str, *, needed: bool) -> str:
    """A reason as it is kept, in one line."""
    reason = " ".join(_UNPRINTABLE.sub(" ", why).split())
    if needed and not reason:
        raise BadCorrection("a correction needs a word on why")
    if len(reason) > _LONGEST_WHY:
        raise BadCorrection(f"the reason of a correction is of at most {_LONGEST_WHY} letters")
    return reason


def minute(at: str) -> str:
    """A time as it is kept, for a sentence: the day and the minute, in UTC."""
    return at[:16].replace("T", " ")


def when_said(at: str) -> str:
    """A time as it is kept: UTC, as 2026-11-22T01:40:00Z or with parts of a second."""
    try:
        time = datetime.fromisoformat(at)
    except ValueError:
        raise BadCorrection(f"{at!r} is no time; say it as 2026-11-22T01:40:00Z") from None
    if time.tzinfo is None:
        raise BadCorrection(f"{at!r} does not say in which time zone; say it as 2026-11-22T01:40:00Z")
    return time.astimezone(UTC).isoformat().replace("+00:00", "Z")


def correction(
    report: str, kind: Any, before: Record | None, after: Record | None, who: str, at: str, why: str
) -> Correction:
    """A correction of checked parts; its id is of its content, so that the same one sent twice is one."""
    own = after if after is not None else before
    assert own is not None
    content = {
        "report": report, "kind": kind, "before": before.id if before is not None else None,
        "after": after.id if after is not None else None, "who": who, "at": at, "why": why,
    }  # fmt: skip
    return Correction(
        id=content_id(content), report=report, kind=kind, layer=own.record,
        target=before.id if before is not None else None, before=before, after=after, who=who, at=at, why=why,
    )  # fmt: skip


def added(given: Mapping[str, Any] | Record, report: str, text: str, who: str) -> Record:
    """A record that a person adds: its ``record`` says of which layer, its words where it stands."""
    fields = _fields_of(given)
    layer = fields.get("record")
    if layer not in LAYERS:
        raise BadCorrection(f'a record that is added says its layer as "record": one of {", ".join(LAYERS)}')
    return _record(str(layer), fields, report, text, who)


def edited(before: Record, given: Mapping[str, Any] | Record, text: str, who: str) -> Record:
    """``before`` with what a person gives in the place of what it had. What is not given stays."""
    fields = _fields_of(given)
    if fields.get("record", before.record) != before.record:
        raise BadCorrection(
            f"record {before.id} is of layer {before.record}, and stays of it: reject it and add one of layer "
            f"{fields['record']}"
        )
    whole = before.model_dump(mode="json")
    if any(name in fields for name in _WORDS):
        whole.pop("evidence")
    if "items" in fields and "due" not in fields and list(fields["items"] or ()) != whole.get("items"):
        whole.pop("due", None)
    if "act" in fields and "strength" not in fields and fields["act"] not in ("pledge", "agree"):
        whole.pop("strength", None)
    after = _record(before.record, {**whole, **fields}, before.report, text, who)
    if same_content(before, after):
        raise BadCorrection(f"nothing of record {before.id} would be changed; accept it instead")
    return after


def _fields_of(given: Mapping[str, Any] | Record) -> dict[str, Any]:
    if isinstance(given, Record):
        return given.model_dump(mode="json")
    if not isinstance(given, Mapping):
        raise BadCorrection("a record is a JSON object with the fields that the docs name")
    return dict(given)


def _record(layer: str, fields: Mapping[str, Any], report: str, text: str, who: str) -> Record:
    own = {name: mended(value) for name, value in fields.items() if name not in (*_BOOKKEEPING, *_WORDS)}
    own |= {"report": report, "rule": (f"person:{who}",), "evidence": _evidence(fields, text)}
    try:
        record = TYPES[layer].model_validate(own)
    except ValidationError as error:
        raise BadCorrection(f"this cannot be a {layer}: {_first(error)}") from None
    return record.model_copy(update={"id": person_id(record)})


def _first(error: ValidationError) -> str:
    """What is wrong first, in words."""
    told = error.errors(include_url=False, include_context=False)[0]
    where = ".".join(str(part) for part in told["loc"])
    message = str(told["msg"]).removeprefix("Value error, ")
    if told["type"] == "missing":
        return f"it says no {where}"
    if told["type"] == "extra_forbidden":
        return f"there is no field {where!r}"
    return f"{where}: {message}" if where else message


def _evidence(fields: Mapping[str, Any], text: str) -> tuple[Evidence, ...]:
    """The words given as ``evidence``, or as ``quote`` or ``quotes``, as gold has them; checked against the text."""
    given = fields.get("evidence") or fields.get("quotes") or ([fields["quote"]] if fields.get("quote") else [])
    if isinstance(given, str | Mapping) or not isinstance(given, Sequence) or not given:
        raise BadCorrection("a record needs its words: evidence with start, end and quote, or a quote")
    return tuple(_span(one, text) for one in given)


def _span(one: Any, text: str) -> Evidence:
    span: Any = {"quote": one} if isinstance(one, str) else one
    if isinstance(span, Evidence):
        span = span.model_dump()
    quote = span.get("quote") if isinstance(span, Mapping) else None
    if not isinstance(quote, str) or not quote.strip():
        raise BadCorrection("each part of the evidence has a quote: the words of the report")
    start, end = span.get("start"), span.get("end")
    if start is None and end is None:
        return _only_place(quote, text)
    if not _whole(start) or not _whole(end) or not 0 <= start < end <= len(text):
        raise BadCorrection(f"there are no places {start} to {end} in the report: it has {len(text)} letters")
    if text[start:end] != quote:
        raise BadCorrection(f"the report has {_shown(text[start:end])} at {start} to {end}, not {_shown(quote)}")
    return Evidence(start=start, end=end, quote=quote)


def _whole(number: Any) -> bool:
    return isinstance(number, int) and not isinstance(number, bool)


def _only_place(quote: str, text: str) -> Evidence:
    words = r"\s+".join(map(re.escape, quote.split()))
    places = [match.span() for match in re.finditer(words, text)]
    if not places:
        raise BadCorrection(f"the words {_shown(quote)} are not in the report")
    if len(places) > 1:
        starts = ", ".join(str(start) for start, _ in places[:5])
        raise BadCorrection(
            f"the words {_shown(quote)} stand in the report {len(places)} times (at {starts}): say where"
        )
    start, end = places[0]
    return Evidence(start=start, end=end, quote=text[start:end])


def _shown(words: str) -> str:
    line = " ".join(_UNPRINTABLE.sub(" ", words).split())
    return f"“{line[:80]}…”" if len(line) > 80 else f"“{line}”"
