"""Prefect's server, as a child of ours, and who else may serve."""
