"""The ledger's benchmark, on a synthetic world: ``python -m benchmarks.ledger``."""
