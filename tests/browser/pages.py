"""All pages that there are, as addresses; a test sees to it that none is forgotten."""

from __future__ import annotations

from communique import Ledger

PAGES = (
    "/", "/about", "/countries", "/country/{a}", "/dyad/{a}/{b}", "/ladder/{a}/{b}", "/timeline?a={a}", "/calendar",
    "/commitments", "/commitments?a={a}&b={b}", "/commitment/{commitment}", "/positions", "/position/{a}/one-china",
    "/turns", "/wording", "/wording?issue=one-china", "/compare/{report}/{other}", "/compare", "/record/{record}", "/reports",
    "/report/{report}", "/report/{report}/add", "/report/{report}/correct/{record}", "/search", "/search?q=the",
    "/search?q=the&layer=statement", "/read", "/corrections", "/brief/{a}/{b}", "/account", "/accounts", "/audit", "/merges",
    "/login", "/api/v1/",
)  # fmt: skip


def of(page: str, ledger: Ledger, a: str, b: str) -> str:
    """The address of a page, with two sides and what the ledger has of them put in."""
    reports = [one.report for one in ledger.reports(limit=20)]
    whole = ledger.report(reports[0]).reading
    record = next((one.id for one in whole.statements), next(iter(whole.records())).id)
    commitment = next((one.id for one in ledger.commitments(a, b)), "none")
    other = next((one.report for one in ledger.twins(reports[0])), reports[-1])
    return page.format(a=a, b=b, report=reports[0], other=other, record=record, commitment=commitment)
