"""Prefect's server as a child process, and the scheduled runs."""
