"""How Python is set up in the processes that Sayso starts."""

from __future__ import annotations

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")
"""Variables that set the number of threads for numerical libraries, which read them when they are imported."""

COLLECTIONS = (50_000, 20, 20)
"""Thresholds of the garbage collector. An article's records are tens of thousands of objects without cycles, so that
collecting at Python's default rate takes half of a report's time, and a sixth of the start of Prefect's server."""
