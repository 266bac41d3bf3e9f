"""Many documents: in parts, by worker processes or a Dask cluster, safe against any interruption."""

from newsfacts.batch.options import BatchError, BatchOptions, Summary
from newsfacts.batch.run import run_batch

__all__ = ["BatchError", "BatchOptions", "Summary", "run_batch"]
