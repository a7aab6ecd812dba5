"""Who may use a shared ledger over HTTP, who is logged in, and what people did.

The ledger keeps hashes, never passwords or what a browser holds: those are made and checked where people log in. Nor
does it look at the clock: instants are given, as ISO 8601 in UTC ("2026-05-01T09:30:00Z").
"""

from communique.ledger.accounts._accounts import FAILED, ROLES, Account, Accounts, Deed, Role

__all__ = ["FAILED", "ROLES", "Account", "Accounts", "Deed", "Role"]
