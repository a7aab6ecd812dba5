"""The ledger: records of many reports in one database, and what they say together."""
