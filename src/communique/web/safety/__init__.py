"""What stands between a browser and the ledger: whom we answer, who they are, what a page may do, how much we take."""
