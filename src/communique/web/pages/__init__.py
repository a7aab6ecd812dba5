"""The pages, one module each: it asks the ledger, and gives a `View`."""

from communique.web.pages import (
    about,
    accounts,
    calendar,
    corrections,
    dyad,
    ladder,
    login,
    read,
    report,
    reports,
    search,
    timeline,
)

ROUTERS = [
    about.router,
    accounts.router,
    calendar.router,
    corrections.router,
    dyad.router,
    ladder.router,
    login.router,
    read.router,
    report.router,
    reports.router,
    search.router,
    timeline.router,
]
