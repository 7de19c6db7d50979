"""How Python is set up in the processes that Sayso starts."""

from __future__ import annotations

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")
"""By which sums are spread over threads; read when numpy is imported."""

COLLECTIONS = (50_000, 20, 20)
"""When Python looks for cycles: an article's records are tens of thousands of objects without any, so that looking as
often as it would by itself takes half of a report's time, and a sixth of that in which Prefect's server starts."""
