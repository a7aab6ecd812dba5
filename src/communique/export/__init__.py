"""The export room: what a ledger holds, in forms that other programs read."""
