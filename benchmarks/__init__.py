"""What the reader costs, in ratios measured in one run: `python -m benchmarks`."""
