"""What newsfacts costs, measured beside its peers: `python -m benchmarks`."""
