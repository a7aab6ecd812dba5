"""The web view of a ledger: pages, an HTTP API, upload and corrections. Needs ``communique[web]``.

A request comes in through `safety` (who is it, may it be so), a page of `pages` asks the ledger and gives a `View`, and
`answers` turns that into HTML, JSON or CSV of exactly the same rows. Charts are drawn in `charts`, programs are served by
`api`. Nothing is computed here that the ledger should.
"""
