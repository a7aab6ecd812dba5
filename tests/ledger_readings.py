"""Readings made by hand of two invented reports on Laos and Viet Nam: what the ledger's commands are tested with."""

from communique.records import (
    Engagement,
    Evidence,
    Outcome,
    Position,
    Reading,
    Relation,
    Report,
    Statement,
)

FIRST = (
    "The Prime Minister of Laos met the President of Viet Nam in Hanoi. Viet Nam will build a bridge at Pakse by the end "
    "of 2030. Laos firmly adheres to the one-China principle. The two sides called each other special partners. The "
    "President will visit Vientiane on 4 March 2031."
)
SECOND = (
    "The bridge at Pakse was opened on 2 December. Laos adheres to the one-China policy. The two sides raised their ties "
    "to a comprehensive partnership. Laos asked Viet Nam to lower its tariffs on rice."
)
THIRD = "Viet Nam promised to study lower tariffs on rice by the end of May 2031."


def evidence(text, quote):
    start = text.index(quote)
    return (Evidence(start=start, end=start + len(quote), quote=quote),)


def reading(text, published, outlet, country, make, read_by="hand/1", **metadata):
    report = Report(text=text, published=published, outlet=outlet, outlet_country=country, **metadata)
    fields = {}
    for kind, quote, values in make:
        record = kind(report=report.id, rule=("acts.yaml/x",), evidence=evidence(text, quote), **values)
        fields.setdefault(f"{record.record}s", []).append(record)
    return Reading(report=report, dateline=published, read_by=read_by, **fields)


BOTH = ("LAO", "VNM")


def first(**metadata):
    make = [
        (Engagement, "met the President of Viet Nam in Hanoi", {
            "kind": "meeting", "status": "held", "parties": BOTH, "main": True, "date_start": "2030-01-15",
            "date_end": "2030-01-15", "place": "Hanoi"}),
        (Engagement, "will visit Vientiane on 4 March 2031", {
            "kind": "visit", "status": "planned", "parties": BOTH, "date_start": "2031-03-04", "place": "Vientiane"}),
        (Statement, "Viet Nam will build a bridge at Pakse by the end of 2030", {
            "act": "pledge", "holders": ("VNM",), "addressees": ("LAO",), "strength": "firm", "topics": ("connectivity",),
            "items": ("build a bridge at Pakse by the end of 2030",), "due": ("2030",)}),
        (Statement, "Laos firmly adheres to the one-China principle", {"act": "support", "holders": ("LAO",), "topics": ("sovereignty",)}),
        (Position, "Laos firmly adheres to the one-China principle", {"holder": "LAO", "issue": "one-china", "stance": "support"}),
        (Relation, "special partners", {"parties": BOTH, "label": "special partnership", "event": "described"}),
    ]  # fmt: skip
    return reading(
        FIRST,
        "2030-01-15",
        "Hanoi Courier",
        "VNM",
        make,
        **{"path": "first.txt", "title": "Talks in Hanoi", **metadata},
    )


def second(**metadata):
    make = [
        (Outcome, "The bridge at Pakse was opened on 2 December", {
            "what": "The bridge at Pakse", "parties": BOTH, "state": "done", "date": "2030-12-02"}),
        (Statement, "Laos adheres to the one-China policy", {"act": "support", "holders": ("LAO",)}),
        (Statement, "Laos asked Viet Nam to lower its tariffs on rice", {
            "act": "request", "holders": ("LAO",), "addressees": ("VNM",), "items": ("lower its tariffs on rice",)}),
        (Position, "Laos adheres to the one-China policy", {"holder": "LAO", "issue": "one-china", "stance": "support"}),
        (Relation, "raised their ties to a comprehensive partnership", {
            "parties": BOTH, "label": "comprehensive partnership", "event": "upgraded", "date": "2030-12"}),
    ]  # fmt: skip
    return reading(
        SECOND, "2030-12-05", "Vientiane Post", "LAO", make, **{"path": "second.txt", "title": "A bridge", **metadata}
    )


def third(**metadata):
    make = [
        (Statement, "Viet Nam promised to study lower tariffs on rice by the end of May 2031", {
            "act": "pledge", "holders": ("VNM",), "addressees": ("LAO",), "strength": "tentative",
            "items": ("study lower tariffs on rice by the end of May 2031",), "due": ("2031-05",)}),
        (Engagement, "Viet Nam promised", {
            "kind": "call", "status": "held", "parties": BOTH, "main": True, "date_start": "2031-06-20"}),
    ]  # fmt: skip
    return reading(
        THIRD, "2031-06-20", "Hanoi Courier", "VNM", make, **{"path": "third.txt", "title": "A call", **metadata}
    )
