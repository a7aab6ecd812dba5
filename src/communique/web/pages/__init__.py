"""The pages, one module each: it asks the ledger, and gives a `View`."""

from communique.web.pages import accounts, login, read, report, reports, search

ROUTERS = [accounts.router, login.router, read.router, report.router, reports.router, search.router]
