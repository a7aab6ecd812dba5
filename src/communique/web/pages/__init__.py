"""The pages, one module each: it asks the ledger, and gives a `View`."""

from communique.web.pages import login, report, reports, search

ROUTERS = [login.router, report.router, reports.router, search.router]
