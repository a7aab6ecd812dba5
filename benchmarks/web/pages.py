"""All pages that there are, as addresses: for the benchmark and the tests. A test sees to it that none is forgotten."""

from __future__ import annotations

import random

from communique import Ledger

PAGES = (
    "/", "/about", "/countries", "/country/{a}", "/dyad/{a}/{b}", "/ladder/{a}/{b}", "/timeline?a={a}", "/calendar",
    "/commitments", "/commitments?a={a}&b={b}", "/commitment/{commitment}", "/positions", "/position/{a}/{issue}", "/turns", "/wording", "/wording?issue=one-china", "/compare/{report}/{other}", "/compare", "/record/{record}", "/reports",
    "/report/{report}", "/report/{report}/add", "/report/{report}/correct/{record}", "/search", "/search?q=the",
    "/search?q=the&layer=statement", "/read", "/corrections", "/brief/{a}/{b}", "/account", "/accounts", "/audit", "/merges",
    "/login", "/api/v1/", "/brief",
)  # fmt: skip


def of(page: str, ledger: Ledger, a: str, b: str, lot: random.Random | None = None) -> str:
    """The address of a page, with two sides and what the ledger has of them put in; by ``lot``, or the newest."""
    given: dict[str, str] = {"a": a, "b": b}
    if any(f"{{{name}}}" in page for name in ("report", "other", "record")):
        reports = [one.report for one in ledger.reports_about(a, b, limit=20)] or [
            one.report for one in ledger.reports(limit=20)
        ]
        report = lot.choice(reports) if lot is not None else reports[0]
        whole = ledger.report(report).reading
        record = next((one.id for one in whole.statements), None) or next((one.id for one in whole.records()), "none")
        other = next((one.report for one in ledger.twins(report)), reports[-1])
        given |= {"report": report, "other": other, "record": record}
    if "{commitment}" in page:
        given["commitment"] = next((one.id for one in ledger.commitments(a, b, limit=1)), "none")
    if "{issue}" in page:
        cells = ledger.positions(holder=a, limit=5)
        given["issue"] = cells[0].issue if cells else "one-china"
    return page.format(**given)
