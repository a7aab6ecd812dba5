"""The database: one schema on SQLite and PostgreSQL, reports in, entries out."""
