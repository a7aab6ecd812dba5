"""What the web view takes: each page on a large ledger, and many people at once."""
