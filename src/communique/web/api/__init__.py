"""The HTTP API: the ledger's questions for programs, under ``/api/v1``.

Lists come in pages with a cursor, each answer has an ETag, each fault the same shape. ``openapi.json`` says it all.
"""

from communique.web.api import overview, questions, records, reports, sessions

ROOT = "/api/v1"
ROUTERS = [sessions.router, reports.router, records.router, questions.router, overview.router]
